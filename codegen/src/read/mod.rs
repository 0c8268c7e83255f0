//! Reads documents: from text to the `openapiv3` value, with the location of each part.
//!
//! Component references stay references, because their names matter later. Nothing here knows Rust.

pub mod constructs;
mod document;
mod documents;
mod extensions;
mod grammar;
mod inventory;
mod overlay;
mod passes;
pub(crate) mod path_template;
mod references;
mod repair;
pub mod schema_view;
pub(crate) mod syntax;
mod to_openapiv3;
pub(crate) mod versions;

pub use document::Document;
pub use document::located::Located;
pub use document::print::{names_of, print};
pub use document::resolve::Resolved;
pub use inventory::{Item, ItemKind};
pub use passes::{read, read_with_inventory};
pub use references::external::{Missing, missing};
