//! A document as it was understood: the `openapiv3` value, and where each part of it stands.
//!
//! Component references stay references, because their names matter later. Nothing here knows Rust.

pub mod census;
mod document;
mod extensions;
mod external;
mod grammar;
mod hold;
mod inventory;
mod located;
mod merge_key;
mod names;
mod nesting;
mod node;
mod origins;
mod overlay;
mod parse;
mod print;
mod read;
mod references;
mod repair;
mod resolve;
mod rewrite;
pub mod shape;
pub(crate) mod similar;
mod slip;
mod swagger;
pub(crate) mod template;

pub use document::Document;
pub use external::{Missing, missing};
pub use inventory::{Item, Part};
pub use located::Located;
pub use print::{names_of, print};
pub use read::{read, read_listed};
pub use resolve::Resolved;
