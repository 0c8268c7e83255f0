//! `cargo xtask codegen --check`: what would be written, what each change means, and which hand-written
//! code mentions what is gone.
//!
//! | module | holds |
//! | --- | --- |
//! | `meaning` | the changes of the specs that the output is made of |
//! | `before` | the specs that the output on disk was generated from |
//! | `differences` | the files that differ, each with its changes, as text and as JSON |
//! | `mentions` | hand-written code that may not compile any more |
//! | `code` | the lines of a file that are compiled, doctests included |
//! | `usage` | how code mentions a name |

mod before;
mod code;
mod differences;
mod meaning;
mod mentions;
mod usage;

pub(crate) use self::differences::Differences;
pub(crate) use self::meaning::Meaning;
