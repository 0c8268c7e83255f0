//! Turns the IR into tokens, one IR shape per file. Takes no decision that `lower` could have
//! taken.
//!
//! Neither naming nor HTTP. `plan` says which files there are; `contract` lists every name of the
//! runtime that generated code uses.

mod client;
mod contract;
mod docs;
mod ident;
mod incoming;
mod modules;
mod operations;
mod plan;
mod server;
mod syntax;
mod types;

pub(crate) use plan::{Job, jobs};

use proc_macro2::TokenStream;
use syn::Item;

use self::docs::boilerplate::Boilerplate;
use crate::options::Options;

/// Takes the items of a file as they are emitted, so that few of them exist at a time.
///
/// What was quoted is [`Item::Verbatim`], and [`ImplItem::Verbatim`](syn::ImplItem::Verbatim) in an
/// `impl`: its tokens have yet to be parsed, and may be several items or none.
pub(crate) type Items<'i> = &'i mut dyn FnMut(Item);

/// What all emitters share.
pub(crate) struct Context {
    /// The path of the runtime in `use`.
    runtime: TokenStream,
    /// The boilerplate documentation in the chosen language.
    boilerplate: &'static Boilerplate,
}

impl Context {
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            runtime: ident::verbatim(&options.runtime),
            boilerplate: Boilerplate::of(options.language),
        }
    }
}
