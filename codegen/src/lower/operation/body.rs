//! Request bodies: one content per media type.

use openapiv3::RequestBody;

use crate::diagnostic::OperationProblem;
use crate::ir::{Body, Content, Media, Style, Type, Verb};
use crate::names::{Case, Scope};
use crate::read::schema_view::{Additional, JsonType};
use crate::read::{Located, Resolved, schema_view};

use super::media::Entry;
use super::{Site, media, style};
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::facts::members::properties;
use crate::lower::facts::members::properties::Properties;
use crate::lower::facts::naming::name_path::NamePath;

/// Lowers the request body of an operation.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name_path: &NamePath,
    values: &mut Scope,
) -> Option<Body> {
    let resolved = of_site(cx, site)?;
    if !is_sent(cx, out, site.verb, &resolved.item) {
        return None;
    }
    let body = documented(cx, out, &resolved, name_path)?;
    Some(with_choice(body, name_path, values))
}

/// Returns the members of the request's JSON body.
pub(crate) fn json_members<'d>(cx: &Context<'d>, site: &Site<'d>) -> Properties<'d> {
    let Some(resolved) = of_site(cx, site) else {
        return Properties::new();
    };
    let at = resolved.item.at.child("content");
    match media::preferred(cx, &at, &resolved.item.value.content) {
        Some(entry) if entry.media == Media::Json => entry
            .schema
            .map(|schema| properties::of(cx.document, &schema))
            .unwrap_or_default(),
        _ => Properties::new(),
    }
}

/// Lowers a body as it is documented, without the enum of its media types.
pub(crate) fn documented(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    body: &Resolved<'_, RequestBody>,
    name_path: &NamePath,
) -> Option<Body> {
    let Resolved { item, component } = body;
    let texts = Texts::of(item.value.description.as_deref(), &item.value.extensions);
    let doc = doc::doc(cx, out, &item.at, texts);
    let base = match component {
        Some(key) => NamePath::own_file(key),
        None => name_path.clone(),
    };
    let contents = contents(cx, out, item, &base);
    (!contents.is_empty()).then(|| Body {
        at: out.origin(&item.at),
        contents,
        choice: None,
        required: item.value.required,
        doc,
    })
}

/// Names the enum of a body's media types, if there are several.
pub(crate) fn with_choice(body: Body, name_path: &NamePath, values: &mut Scope) -> Body {
    let choice = (body.contents.len() > 1).then(|| {
        let second = format!("{} Any Content", name_path.words());
        values.take_or(Case::Type, &name_path.child("Content").words(), &second)
    });
    Body { choice, ..body }
}

/// Lowers the content of each media type. Their types are named after `base`.
fn contents(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    body: &Located<'_, RequestBody>,
    base: &NamePath,
) -> Vec<Content> {
    let mut variants = Scope::default();
    let entries = media::entries(cx, &body.at.child("content"), &body.value.content);
    let mut contents: Vec<Content> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        match (is_covered(entry, &entries[..index]), contents.first_mut()) {
            // The content that covers it is JSON too, and JSON comes first.
            (true, Some(content)) => {
                let documented = media::documented(cx, out, entry, entry.media);
                content.documented.push(documented);
            }
            _ => contents.push(content(cx, out, entry, base, &mut variants)),
        }
    }
    contents
}

/// Returns whether the media type is another name of JSON, with the schema of an earlier JSON.
fn is_covered(entry: &Entry<'_>, earlier: &[Entry<'_>]) -> bool {
    let is_synonym = matches!(
        media::essence(entry.key).as_str(),
        "application/json" | "text/json" | "application/*+json" | "application/*" | "*/*"
    );
    let mut earlier = earlier.iter();
    is_synonym
        && entry.media == Media::Json
        && earlier.any(|known| {
            known.media == Media::Json
                && media::words(known.key).is_none()
                && known.value.schema == entry.value.schema
        })
}

/// Lowers the content of one media type.
fn content(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    entry: &Entry<'_>,
    base: &NamePath,
    variants: &mut Scope,
) -> Content {
    let encoding = &entry.value.encoding;
    let styles = encoding
        .iter()
        .map(|(name, encoding)| (name.clone(), style::of_member(encoding)))
        .filter(|(_, style)| *style != Style::Form { explode: true });
    let parts = encoding
        .iter()
        .filter_map(|(name, encoding)| Some((name.clone(), encoding.content_type.clone()?)));
    Content {
        key: media::essence(entry.key),
        media: entry.media,
        sent: sent(entry),
        ty: ty(cx, out, entry, &content_path(entry, base)),
        styles: match entry.media {
            Media::Form => styles.collect(),
            // OAS 3.1.0, Encoding Object: "style" applies to `multipart/form-data` too. 3.0.3 says to
            // ignore it there, but a document that asks for brackets has a server that parses them.
            Media::Multipart => styles
                .filter(|(_, style)| *style == Style::DeepObject)
                .collect(),
            _ => Vec::new(),
        },
        parts: match entry.media {
            Media::Multipart => parts.collect(),
            _ => Vec::new(),
        },
        variant: variants.take_or(Case::Variant, &variant(entry), &media::essence(entry.key)),
        documented: vec![media::documented(cx, out, entry, entry.media)],
    }
}

/// Lowers the schema of a media type. A multipart body without named parts has those of the caller.
fn ty(cx: &Context<'_>, out: &mut Out<'_>, entry: &Entry<'_>, name_path: &NamePath) -> Type {
    let ty = media::ty(cx, out, entry, name_path);
    match (entry.media, &ty) {
        (Media::Multipart, Type::Json | Type::Vec(_) | Type::String | Type::File) => {
            Type::Map(Box::new(Type::Vec(Box::new(Type::File))))
        }
        _ => ty,
    }
}

/// Returns the name path of a content, which depends on its own media type alone.
fn content_path(entry: &Entry<'_>, base: &NamePath) -> NamePath {
    let path = match (entry.media, media::words(entry.key)) {
        (Media::Form, _) => base.child("Form"),
        (Media::Multipart, _) => base.child("Multipart"),
        (Media::Json, Some(words)) => base.child("Body").child(&words),
        _ => base.child("Body"),
    };
    path.of("Content")
}

/// Returns the words of the variant for a media type.
fn variant(entry: &Entry<'_>) -> String {
    let words = media::words(entry.key);
    match entry.media {
        Media::Json => words.unwrap_or_else(|| "Json".to_owned()),
        Media::Form => "Form".to_owned(),
        Media::Multipart => "Multipart".to_owned(),
        Media::Text => match words {
            Some(words) if words != "Plain" => words,
            _ => "Text".to_owned(),
        },
        Media::Bytes => match words {
            Some(words) if words != "OctetStream" => words,
            _ => "Bytes".to_owned(),
        },
    }
}

/// Returns the `Content-Type`, if it differs from the runtime's default for that encoding.
fn sent(entry: &Entry<'_>) -> Option<String> {
    let essence = media::essence(entry.key);
    let is_usual = match entry.media {
        Media::Json => essence == "application/json",
        Media::Form => true,
        Media::Multipart => essence == "multipart/form-data",
        Media::Text => essence == "text/plain",
        Media::Bytes => essence == "application/octet-stream",
    };
    // RFC 9110, 8.3: a Content-Type names one media type; a range is for `Accept` alone.
    (!is_usual && !essence.contains('*')).then_some(match entry.media {
        Media::Text if essence.starts_with("text/") || media::is_xml(&essence) => {
            format!("{essence}; charset=UTF-8")
        }
        _ => essence,
    })
}

/// Returns the request body of an operation, behind its reference.
pub(crate) fn of_site<'d>(cx: &Context<'d>, site: &Site<'d>) -> Option<Resolved<'d, RequestBody>> {
    let value = site.operation.value.request_body.as_ref()?;
    let at = site.operation.at.child("requestBody");
    cx.document.request_body(&Located { at, value })
}

/// Returns whether the body is sent with this method. Reports a body that HTTP does not define.
fn is_sent(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    verb: Verb,
    body: &Located<'_, RequestBody>,
) -> bool {
    let method = match verb {
        Verb::Put | Verb::Post | Verb::Delete | Verb::Options | Verb::Patch => return true,
        // RFC 9110, 9.3.8: "A client MUST NOT send content in a TRACE request."
        Verb::Trace => {
            out.report(&body.at, OperationProblem::BodyNotSent("TRACE"));
            return false;
        }
        Verb::Get => "GET",
        Verb::Head => "HEAD",
    };
    // OAS 3.0.3 says to ignore it; by RFC 9110, 9.3.1 servers need not read it. A document that
    // defines its content has a server that reads it and would do something else without it.
    let is_defined = is_defined(cx, body);
    out.report(
        &body.at,
        match is_defined {
            true => OperationProblem::BodyMayBeIgnored(method),
            false => OperationProblem::BodyNotSent(method),
        },
    );
    is_defined
}

/// Returns whether the content of a body is defined: templates put an empty form into every GET.
fn is_defined(cx: &Context<'_>, body: &Located<'_, RequestBody>) -> bool {
    let entries = media::entries(cx, &body.at.child("content"), &body.value.content);
    body.value.required
        || entries.iter().any(|entry| {
            let schema = entry.schema.as_ref();
            let resolved = schema.and_then(|schema| cx.document.schema(schema));
            resolved.is_some_and(|resolved| {
                let view = schema_view::view(&resolved.item);
                view.json_type != Some(JsonType::Object)
                    || !view.properties.is_empty()
                    || !view.all_of.is_empty()
                    || !view.one_of.is_empty()
                    || !view.any_of.is_empty()
                    || matches!(view.additional, Additional::Schema(_))
            })
        })
}
