//! The judge: where it is installed, its process, and what its responses say about a request.

mod control;
mod opinion;
mod process;

pub(crate) use self::control::blind;
pub(crate) use self::opinion::{Opinion, of};
pub(crate) use self::process::{Prism, Program, find};
