//! From documents to the IR: every decision is taken here, names and order included.
//!
//! A part that can't be lowered is reported, and becomes untyped JSON or is omitted.

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

use self::client::ClientDraft;

/// Lowers the documents, in their order.
pub fn api(documents: &[Document], options: &Options, diagnostics: &mut Diagnostics) -> Api {
    let mut names = Scope::reserving(&["client"]);
    let mut client = ClientDraft::new();
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
