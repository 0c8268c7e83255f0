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
mod server;
mod types;

use crate::diagnostic::Diagnostics;
use crate::ir::{Api, Module};
use crate::names::{Case, Scope};
use crate::options::Options;
use crate::read::Document;

use self::client::ClientDraft;

/// Lowers the documents, in their order.
pub fn api(documents: &[Document], options: &Options, diagnostics: &mut Diagnostics) -> Api {
    let mut names = Scope::reserving(match &options.server {
        Some(_) => &["client", "server"],
        None => &["client"],
    });
    let mut client = ClientDraft::new();
    let modules: Vec<Module> = documents
        .iter()
        .map(|document| {
            let name = names.take(Case::Snake, document.name());
            module::lower(document, options.language, name, &mut client, diagnostics)
        })
        .collect();
    let server = options.server.as_ref();
    let server = server.map(|options| server::lower(&modules, options, diagnostics));
    Api {
        client: client.finish(),
        modules,
        server,
    }
}
