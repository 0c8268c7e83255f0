//! Responses: exact statuses first, then ranges, then the default; each with the media types that are
//! decoded differently; and the type of a success.

use openapiv3::ReferenceOr;

use crate::diagnostic::OperationProblem;
use crate::ir::{Media, Response, Statuses, Success, Type};
use crate::names::{Case, Scope};
use crate::read::{Located, Resolved};
use crate::source::Location;

use super::media::Entry;
use super::{Site, media, status};
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::facts::naming::name_path::NamePath;

/// Lowers the responses of an operation, and returns them with the type of its successes.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name_path: &NamePath,
    values: &mut Scope,
) -> (Vec<Response>, Success) {
    let documented = documented(cx, site);
    let has_success = documented
        .iter()
        .any(|(statuses, _)| status::is_success(*statuses));
    let mut responses: Vec<Response> = documented
        .into_iter()
        .flat_map(|(statuses, resolved)| {
            // A default covers successes too if no other response does.
            let is_default = statuses == Statuses::Default && !has_success;
            let success = status::is_success(statuses) || is_default;
            let responses = of_status(cx, out, &resolved, statuses, name_path, success);
            match status::never_content(site.verb, statuses) {
                Some(what) => without_content(out, &resolved, responses, what),
                None => responses,
            }
        })
        .collect();
    if !responses.iter().any(|response| response.success) {
        let at = site.operation.at.child("responses");
        out.report(&at, OperationProblem::NoSuccess);
    }
    let success = success(&mut responses, name_path, values);
    (responses, success)
}

/// Returns each documented response with its statuses, behind references.
pub(crate) fn documented<'d>(
    cx: &Context<'d>,
    site: &Site<'d>,
) -> Vec<(Statuses, Resolved<'d, openapiv3::Response>)> {
    let at = site.operation.at.child("responses");
    let responses = &site.operation.value.responses;
    let resolve = |at: Location, value: &'d ReferenceOr<openapiv3::Response>| {
        cx.document.response(&Located { at, value })
    };
    let coded = responses.responses.iter().filter_map(|(code, value)| {
        let resolved = resolve(at.child(code.to_string()), value)?;
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

/// Lowers a response: one for each content that is decoded differently, or one without a body.
fn of_status(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    resolved: &Resolved<'_, openapiv3::Response>,
    statuses: Statuses,
    name_path: &NamePath,
    success: bool,
) -> Vec<Response> {
    let Located { at, value } = &resolved.item;
    let name_path = match resolved.component {
        Some(key) => NamePath::own_file(&format!("{key} Response")).of("Schema"),
        None => name_path.child(&status::words(statuses)).of("Response"),
    };
    let texts = Texts::of(Some(&value.description), &value.extensions);
    let empty = Response {
        at: out.origin(at),
        statuses,
        media_types: Vec::new(),
        documented: Vec::new(),
        content: None,
        doc: doc::doc(cx, out, at, texts),
        success,
        variant: None,
    };
    let mut responses = with_contents(cx, out, &resolved.item, &name_path, &empty);
    if responses.is_empty() {
        responses.push(empty);
    }
    responses
}

/// Removes the content that HTTP never gives such a response. `what` says which one it is.
fn without_content(
    out: &mut Out<'_>,
    resolved: &Resolved<'_, openapiv3::Response>,
    responses: Vec<Response>,
    what: String,
) -> Vec<Response> {
    if responses.iter().any(|response| response.content.is_some()) {
        let at = resolved.item.at.child("content");
        out.report(&at, OperationProblem::IgnoredContent(what));
    }
    let documented: Vec<_> = responses
        .iter()
        .flat_map(|response| response.documented.clone())
        .collect();
    let empty = |response| Response {
        content: None,
        media_types: Vec::new(),
        documented: documented.clone(),
        ..response
    };
    responses.into_iter().take(1).map(empty).collect()
}

/// Lowers one response for each content that is decoded differently.
fn with_contents(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    response: &Located<'_, openapiv3::Response>,
    name_path: &NamePath,
    empty: &Response,
) -> Vec<Response> {
    let at = response.at.child("content");
    let groups = by_decoding(media::entries(cx, &at, &response.value.content));
    let several = groups.len() > 1;
    let mut responses: Vec<Response> = Vec::new();
    for (media, entries) in &groups {
        let mut media_types: Vec<String> = Vec::new();
        for key in entries.iter().map(|entry| media::essence(entry.key)) {
            if several && !media_types.contains(&key) {
                media_types.push(key);
            }
        }
        let content = content(cx, out, *media, entries, name_path);
        let documented = entries.iter();
        responses.push(Response {
            media_types,
            documented: documented
                .map(|entry| media::documented(cx, out, entry, *media))
                .collect(),
            content,
            ..empty.clone()
        });
    }
    responses
}

/// Groups the media types of a response that are decoded alike.
fn by_decoding(entries: Vec<Entry<'_>>) -> Vec<(Media, Vec<Entry<'_>>)> {
    let mut groups: Vec<(Media, Vec<Entry<'_>>)> = Vec::new();
    for entry in entries {
        let media = match entry.media {
            Media::Form => Media::Text,
            Media::Multipart => Media::Bytes,
            media => media,
        };
        let is_same = |(known, entries): &&mut (Media, Vec<Entry<'_>>)| {
            *known == media
                && (media != Media::Json || entries[0].value.schema == entry.value.schema)
        };
        match groups.iter_mut().find(is_same) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((media, vec![entry])),
        }
    }
    groups
}

/// Lowers the content of media types that are decoded alike.
fn content(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    media: Media,
    entries: &[Entry<'_>],
    name_path: &NamePath,
) -> Option<(Media, Type)> {
    for entry in entries {
        media::examples(cx, out, &entry.at.child("examples"), &entry.value.examples);
    }
    let entry = entries.first()?;
    let ty = match media {
        Media::Json => {
            let words = media::words(entry.key);
            let name_path = words.map_or_else(
                || name_path.clone(),
                |words| name_path.child(&words).of("Response"),
            );
            media::ty(cx, out, entry, &name_path)
        }
        Media::Bytes => Type::Bytes,
        Media::Text | Media::Form | Media::Multipart => Type::String,
    };
    Some((media, ty))
}

/// Returns the `Accept` header: the media types of all responses, those of successes first. `None` for
/// JSON alone.
pub(crate) fn accept(cx: &Context<'_>, site: &Site<'_>) -> Option<String> {
    let mut documented = documented(cx, site);
    documented.sort_by_key(|(statuses, _)| !status::is_success(*statuses));
    let mut accepted: Vec<String> = Vec::new();
    for (_, resolved) in documented {
        let at = resolved.item.at.child("content");
        for entry in media::entries(cx, &at, &resolved.item.value.content) {
            let essence = media::essence(entry.key);
            if !accepted.contains(&essence) {
                accepted.push(essence);
            }
        }
    }
    let is_usual = accepted.iter().all(|media| media == "application/json");
    (!is_usual).then(|| accepted.join(", "))
}

/// Returns the type of the successes, and names the variants if there are several.
fn success(responses: &mut [Response], name_path: &NamePath, values: &mut Scope) -> Success {
    let successes: Vec<&mut Response> = responses
        .iter_mut()
        .filter(|response| response.success)
        .collect();
    let mut contents = successes.iter().map(|response| &response.content);
    let first = contents.next().cloned().flatten();
    if contents.all(|content| *content == first) {
        return first.map_or(Success::Empty, |(_, ty)| Success::One(ty));
    }
    let mut variants = Scope::default();
    let mut earlier = None;
    for response in successes {
        let mut name = status::variant(response.statuses);
        // The preferred content has the name of its status, the others add their media type.
        if earlier == Some(response.statuses) {
            let words = response
                .media_types
                .first()
                .and_then(|key| media::words(key));
            name = format!("{name} {}", words.unwrap_or_else(|| "Other".to_owned()));
        }
        earlier = Some(response.statuses);
        let second = format!("{name} {}", response.media_types.join(" "));
        response.variant = Some(variants.take_or(Case::Variant, &name, &second));
    }
    let second = format!("{} Any Response", name_path.words());
    Success::Many(values.take_or(Case::Type, &name_path.child("Response").words(), &second))
}
