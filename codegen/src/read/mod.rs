//! Reads documents: from text to the `openapiv3` value, with the location of each node.
//!
//! `passes` lists the steps in their order. References to components stay references, because the
//! names of components become names of types. Nothing here knows Rust.

pub mod constructs;
mod document;
mod extensions;
mod grammar;
mod input;
mod inventory;
mod losses;
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
pub use document::merged::{Merged, merged};
pub use document::print::{names_of, print};
pub use document::resolve::Resolved;
pub use inventory::{Item, ItemKind};
pub use passes::{read, read_with_inventory};
pub use references::import::{Missing, missing};
