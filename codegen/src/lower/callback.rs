//! What the API sends to us: each callback's JSON body gets a parsing function.

use openapiv3::Callback as Source;

use crate::diagnostic::OperationProblem;
use crate::ir::{Callback, Media};
use crate::names::{Case, Scope};
use crate::spec::{Located, Resolved};

use super::context::{Context, Out};
use super::doc::{self, Texts};
use super::operation::{self, Site};
use super::slot::Slot;
use super::{body, media, response};

/// Adds the callbacks of an operation.
pub(super) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    slot: &Slot,
    functions: &mut Scope,
    callbacks: &mut Vec<Callback>,
) {
    let at = site.operation.at.child("callbacks");
    for (key, value) in &site.operation.value.callbacks {
        let callback = Located {
            at: at.child(key),
            value,
        };
        for inner in sites(&callback) {
            let name = inner.operation.value.operation_id.as_deref();
            let name = name.unwrap_or(key);
            callbacks.extend(one(cx, out, &inner, name, slot, functions));
        }
    }
}

/// Adds the webhooks of a document: what is sent to us without an operation that asks for it.
pub(super) fn webhooks(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    functions: &mut Scope,
    callbacks: &mut Vec<Callback>,
) {
    let webhooks = cx.document.webhooks();
    for (key, item) in webhooks.value {
        for site in operation::of_item(key, &webhooks.step(key, item)) {
            let name = site.operation.value.operation_id.as_deref();
            let name = name.unwrap_or(key);
            let slot = Slot::own_file(name);
            callbacks.extend(one(cx, out, &site, name, &slot, functions));
        }
    }
}

fn sites<'d>(callback: &Located<'d, Source>) -> Vec<Site<'d>> {
    let items = callback.value.iter();
    items
        .flat_map(|(expression, item)| {
            operation::of_item(expression, &callback.step(expression, item))
        })
        .collect()
}

fn one(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name: &str,
    slot: &Slot,
    functions: &mut Scope,
) -> Option<Callback> {
    let at = &site.operation.at;
    report_left_out(cx, out, site);
    let doc = operation::documentation(cx, out, &site.operation);
    let Some(Resolved { item, component }) = body::of_site(cx, site) else {
        let problem = OperationProblem::LeftOut("a callback without a body is".to_owned());
        out.report(at, problem);
        return None;
    };
    let slot = match component {
        Some(key) => Slot::own_file(&format!("{key} Body")),
        None => Slot::root(name, &slot.file).child("Body"),
    };
    let texts = Texts {
        summary: None,
        description: item.value.description.as_deref(),
        extensions: &item.value.extensions,
    };
    doc::doc(cx, out, &item.at, texts);
    let entry = media::choose(cx, &item.at.child("content"), &item.value.content);
    let Some(entry) = entry.filter(|entry| entry.media == Media::Json) else {
        let problem = OperationProblem::LeftOut("a callback without a JSON body is".to_owned());
        out.report(&item.at, problem);
        return None;
    };
    let body = media::ty(cx, out, &entry, &slot);
    Some(Callback {
        at: out.origin(at),
        function: functions.take(Case::Snake, &format!("parse {name}")),
        doc,
        body,
    })
}

/// Parameters are not read, and replies are the caller's own.
fn report_left_out(cx: &Context<'_>, out: &mut Out<'_>, site: &Site<'_>) {
    let operation = site.operation.value;
    if !operation.parameters.is_empty() || !site.item.value.parameters.is_empty() {
        let problem = OperationProblem::LeftOut("a parameter of a callback is".to_owned());
        out.report(&site.operation.at, problem);
    }
    for (_, resolved) in response::documented(cx, site) {
        let texts = Texts {
            summary: None,
            description: Some(&resolved.item.value.description),
            extensions: &resolved.item.value.extensions,
        };
        doc::doc(cx, out, &resolved.item.at, texts);
    }
}
