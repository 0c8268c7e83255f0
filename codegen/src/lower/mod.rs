//! From documents to what will be generated: every decision is taken here, names and order included.
//!
//! A part that can't be lowered is reported and becomes untyped JSON or is left out; the rest goes on.

mod client;
mod context;
pub(crate) mod facts;
mod lint;
mod module;
mod operation;
mod outcome;
mod schema;
mod types;

use crate::diagnostic::Diagnostics;
use crate::ir::Api;
use crate::names::{Case, Scope};
use crate::options::Options;
use crate::read::Document;

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
