//! From documents to what will be generated: every decision is taken here, names and order included.
//!
//! A part that can't be lowered is reported and becomes untyped JSON or is left out; the rest goes on.

mod all_of;
mod array;
mod body;
mod callback;
mod client;
mod context;
mod cycles;
mod derives;
mod doc;
mod equal;
mod extension;
mod form;
mod graph;
mod group;
mod inheritance;
mod integer;
mod lint;
mod media;
mod members;
mod module;
mod named;
mod object;
mod operation;
mod outcome;
mod parameter;
mod presence;
mod response;
mod scalar;
mod schema;
mod schema_doc;
mod security;
mod sensitive;
mod server;
mod slot;
mod status;
mod string_enum;
mod style;
mod traits;
mod types;
mod union;
mod uses;

use crate::diagnostic::Diagnostics;
use crate::ir::Api;
use crate::names::{Case, Scope};
use crate::options::Options;
use crate::spec::Document;

use self::client::Gathered;

/// What is generated from these documents, in their order.
pub fn api(documents: &[Document], options: &Options, diagnostics: &mut Diagnostics) -> Api {
    let mut names = Scope::reserving(&["client"]);
    let mut client = Gathered::new();
    let modules = documents
        .iter()
        .map(|document| {
            let name = names.take(Case::Snake, document.name());
            module::lower(document, options.language, name, &mut client, diagnostics)
        })
        .collect();
    Api {
        client: client.finish(),
        modules,
    }
}
