//! Request bodies.

use openapiv3::RequestBody;

use crate::diagnostic::OperationProblem;
use crate::ir::{Body, Verb};
use crate::spec::{Located, Resolved};

use super::context::{Context, Out};
use super::doc::{self, Texts};
use super::media::{self, Choice};
use super::operation::Site;
use super::slot::Slot;

/// What an operation sends.
pub(super) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    slot: &Slot,
) -> Option<Body> {
    let Resolved { item, component } = of_site(cx, site)?;
    // OAS 3.0.3, Operation Object: "requestBody" is ignored where HTTP gives a body no meaning. DELETE is left to the document:
    // services that want a body there exist, and would do something else without it.
    if let Some(verb) = bodiless(site.verb) {
        out.report(&item.at, OperationProblem::BodyNotSent(verb));
        return None;
    }
    let slot = match component {
        Some(key) => Slot::own_file(&format!("{key} Body")),
        None => slot.child("Body"),
    };
    let content_at = item.at.child("content");
    let texts = Texts {
        summary: None,
        description: item.value.description.as_deref(),
        extensions: &item.value.extensions,
    };
    let doc = doc::doc(cx, out, &item.at, texts);
    if let Choice::Foreign(key) = media::choose(&content_at, &item.value.content)
        && item.value.required
    {
        let problem = OperationProblem::Unsupported(format!("the media type `{key}` is"));
        out.report(&content_at.child(key), problem);
        return None;
    }
    let (media, ty) = media::content(cx, out, &content_at, &item.value.content, &slot)?;
    Some(Body {
        at: out.origin(&item.at),
        media,
        ty,
        required: item.value.required,
        doc,
    })
}

/// The request body of an operation, wherever it stands.
pub(super) fn of_site<'d>(cx: &Context<'d>, site: &Site<'d>) -> Option<Resolved<'d, RequestBody>> {
    let value = site.operation.value.request_body.as_ref()?;
    let at = site.operation.at.child("requestBody");
    cx.document.request_body(&Located { at, value })
}

fn bodiless(verb: Verb) -> Option<&'static str> {
    match verb {
        Verb::Get => Some("GET"),
        Verb::Head => Some("HEAD"),
        Verb::Trace => Some("TRACE"),
        Verb::Put | Verb::Post | Verb::Delete | Verb::Options | Verb::Patch => None,
    }
}
