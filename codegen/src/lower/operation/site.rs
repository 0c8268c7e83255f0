//! The operations of a document, and their documentation.

use crate::ir::{Doc, Verb};
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::read::Located;
use openapiv3::{Operation as Source, PathItem};

/// An operation, with the path and the path item that it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Site<'d> {
    pub(crate) path: &'d str,
    pub(crate) verb: Verb,
    pub(crate) item: Located<'d, PathItem>,
    pub(crate) operation: Located<'d, Source>,
}

/// Returns all operations: the paths in the document's order, the methods in the standard's.
pub(crate) fn sites<'d>(cx: &Context<'d>, out: &mut Out<'_>) -> Vec<Site<'d>> {
    let api = cx.document.api();
    let at = api.at.child("paths");
    let mut sites = Vec::new();
    for (path, place) in &api.value.paths.paths {
        let place = Located {
            at: at.child(path),
            value: place,
        };
        let Some(item) = cx.document.path_item(&place) else {
            continue;
        };
        let item = item.item;
        let texts = Texts {
            summary: item.value.summary.as_deref(),
            description: item.value.description.as_deref(),
            extensions: &item.value.extensions,
        };
        doc::doc(cx, out, &item.at, texts);
        sites.extend(of_item(path, &item));
    }
    sites
}

/// Returns the operations of a path item in the order of the standard: `openapiv3` keeps no order.
pub(crate) fn of_item<'d>(path: &'d str, item: &Located<'d, PathItem>) -> Vec<Site<'d>> {
    let value = item.value;
    [
        ("get", Verb::Get, &value.get),
        ("put", Verb::Put, &value.put),
        ("post", Verb::Post, &value.post),
        ("delete", Verb::Delete, &value.delete),
        ("options", Verb::Options, &value.options),
        ("head", Verb::Head, &value.head),
        ("patch", Verb::Patch, &value.patch),
        ("trace", Verb::Trace, &value.trace),
    ]
    .into_iter()
    .filter_map(|(key, verb, operation)| {
        Some(Site {
            path,
            verb,
            item: item.clone(),
            operation: item.step(key, operation.as_ref()?),
        })
    })
    .collect()
}

/// Returns the documentation of an operation, a callback's included.
pub(crate) fn documentation(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    operation: &Located<'_, Source>,
) -> Doc {
    let source = operation.value;
    let texts = Texts {
        summary: source.summary.as_deref(),
        description: source.description.as_deref(),
        extensions: &source.extensions,
    };
    let mut doc = doc::doc(cx, out, &operation.at, texts);
    doc.notes
        .extend(doc::external_note(source.external_docs.as_ref()));
    doc.deprecated = source.deprecated;
    doc
}

/// Returns the words of a path, for an operation without a name.
pub(crate) fn path_words(path: &str) -> String {
    path.replace('{', "by ")
}
