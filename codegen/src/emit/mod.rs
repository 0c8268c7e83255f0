//! From the IR to tokens: one IR shape per file, and no decision that `lower` could have taken.
//!
//! Neither naming nor HTTP. `plan` says which files there are; `contract` holds every name of the runtime.

mod body;
mod boilerplate;
mod callbacks;
mod client;
mod codecs;
mod contract;
mod docs;
mod group;
mod ident;
mod incoming;
mod lines;
mod modules;
mod open_enum;
mod operation;
mod outcome;
mod plan;
mod responses;
mod rule_sets;
mod server;
mod structs;
mod success;
mod type_file;
mod types;
mod union;
mod write;

pub(crate) use lines::{Line, Lines, Part};
pub(crate) use plan::{Job, jobs};

use proc_macro2::TokenStream;

use self::boilerplate::Boilerplate;
use crate::options::Options;

/// What all emitters share.
pub(crate) struct Context {
    /// The path of the runtime, as it is written in `use`.
    runtime: TokenStream,
    /// The phrases of the chosen language.
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
