//! Replies: exact statuses first, then ranges, then the default; and the type that a success gives.

use openapiv3::{ReferenceOr, Response};

use crate::diagnostic::OperationProblem;
use crate::ir::{Reply, Statuses, Success};
use crate::names::{Case, Scope};
use crate::source::At;
use crate::spec::{Located, Resolved};

use super::context::{Context, Out};
use super::doc::{self, Texts};
use super::media;
use super::operation::Site;
use super::slot::Slot;
use super::status;

/// The documented replies of an operation, and what its successes have in common.
pub(super) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    slot: &Slot,
    values: &mut Scope,
) -> (Vec<Reply>, Success) {
    let documented = documented(cx, site);
    let has_success = documented
        .iter()
        .any(|(statuses, _)| status::is_success(*statuses));
    let mut replies: Vec<Reply> = documented
        .into_iter()
        .map(|(statuses, resolved)| {
            // A default stands for the successes too where nothing else does.
            let is_default = statuses == Statuses::Default && !has_success;
            let success = status::is_success(statuses) || is_default;
            reply(cx, out, &resolved, statuses, slot, success)
        })
        .collect();
    if !replies.iter().any(|reply| reply.success) {
        let at = site.operation.at.child("responses");
        out.report(&at, OperationProblem::NoSuccess);
    }
    let success = success(&mut replies, slot, values);
    (replies, success)
}

/// Each documented reply, wherever it stands, by its statuses.
pub(super) fn documented<'d>(
    cx: &Context<'d>,
    site: &Site<'d>,
) -> Vec<(Statuses, Resolved<'d, Response>)> {
    let at = site.operation.at.child("responses");
    let responses = &site.operation.value.responses;
    let resolve =
        |at: At, value: &'d ReferenceOr<Response>| cx.document.response(&Located { at, value });
    let coded = responses.responses.iter().filter_map(|(code, value)| {
        let resolved = resolve(at.child(code), value)?;
        Some((status::statuses(code), resolved))
    });
    let default = responses.default.iter().filter_map(|value| {
        let resolved = resolve(at.child("default"), value)?;
        Some((Statuses::Default, resolved))
    });
    let mut all: Vec<_> = coded.chain(default).collect();
    all.sort_by_key(|(statuses, _)| *statuses);
    all
}

fn reply(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    resolved: &Resolved<'_, Response>,
    statuses: Statuses,
    slot: &Slot,
    success: bool,
) -> Reply {
    let Located { at, value } = &resolved.item;
    let slot = match resolved.component {
        Some(key) => Slot::own_file(&format!("{key} Reply")),
        None => slot.child(&status::words(statuses)),
    };
    let texts = Texts {
        summary: None,
        description: Some(&value.description),
        extensions: &value.extensions,
    };
    report_left_out(out, at, value);
    Reply {
        at: out.origin(at),
        statuses,
        content: media::content(cx, out, &at.child("content"), &value.content, &slot),
        doc: doc::doc(cx, out, at, texts),
        success,
        variant: None,
    }
}

fn report_left_out(out: &mut Out<'_>, at: &At, response: &Response) {
    let mut left_out = |key: &str, what: &str, names: Vec<&String>| {
        for name in names {
            let problem = OperationProblem::LeftOut(format!("the {what} `{name}` is"));
            out.report(&at.child(key).child(name), problem);
        }
    };
    left_out("headers", "reply header", response.headers.keys().collect());
    left_out("links", "link", response.links.keys().collect());
}

fn success(replies: &mut [Reply], slot: &Slot, values: &mut Scope) -> Success {
    let successes: Vec<&mut Reply> = replies.iter_mut().filter(|reply| reply.success).collect();
    let mut contents = successes.iter().map(|reply| &reply.content);
    let first = contents.next().cloned().flatten();
    if contents.all(|content| *content == first) {
        return first.map_or(Success::Empty, |(_, ty)| Success::One(ty));
    }
    let mut variants = Scope::default();
    for reply in successes {
        let name = status::variant(reply.statuses);
        reply.variant = Some(variants.take(Case::Variant, &name));
    }
    Success::Many(values.take(Case::Type, slot.child("Reply").words()))
}
