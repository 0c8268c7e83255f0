//! Media types: how the content of each is written and read, and in which order they are preferred.
//!
//! | media type | is written and read as |
//! | --- | --- |
//! | `application/json`, `…+json`, `text/json`, and wildcards whose schema is no string | JSON |
//! | `application/x-www-form-urlencoded` | a form; a response's text |
//! | `multipart/…` | parts; a response's bytes |
//! | `text/…`, XML, and other texts that have a media type of their own | text; bytes, where the schema says `format: binary` |
//! | anything else | bytes |

use indexmap::IndexMap;
use openapiv3::{Example, MediaType, ReferenceOr};

use crate::ir::{Media, Type, Written};
use crate::names::Case;
use crate::read::schema_view::{JsonType, SchemaRef};
use crate::read::{Located, schema_view};
use crate::source::Location;

use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::facts::name_path::NamePath;
use crate::lower::schema;

/// One of the media types of a `content`.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'d> {
    /// The media type as the document writes it.
    pub(crate) key: &'d str,
    pub(crate) at: Location,
    pub(crate) media: Media,
    pub(crate) value: &'d MediaType,
    pub(crate) schema: Option<SchemaRef<'d>>,
}

/// All media types, the preferred ones first.
pub(crate) fn entries<'d>(
    cx: &Context<'d>,
    at: &Location,
    content: &'d IndexMap<String, MediaType>,
) -> Vec<Entry<'d>> {
    let mut entries: Vec<Entry<'d>> = content
        .iter()
        .map(|(key, value)| {
            let at = at.child(key);
            let place = at.child("schema");
            let schema = value
                .schema
                .as_ref()
                .map(|value| SchemaRef::from(&Located { at: place, value }));
            Entry {
                key,
                media: kind(cx, key, schema.as_ref()),
                at,
                value,
                schema,
            }
        })
        .collect();
    entries.sort_by_key(|entry| rank(entry.media));
    entries
}

/// The preferred one.
pub(crate) fn choose<'d>(
    cx: &Context<'d>,
    at: &Location,
    content: &'d IndexMap<String, MediaType>,
) -> Option<Entry<'d>> {
    entries(cx, at, content).into_iter().next()
}

/// The type of a content. The name_path names it, if it needs a name.
pub(crate) fn ty(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    entry: &Entry<'_>,
    name_path: &NamePath,
) -> Type {
    let place = entry.at.child("examples");
    examples(cx, out, &place, &entry.value.examples);
    match (entry.media, &entry.schema) {
        (Media::Json | Media::Form | Media::Multipart, Some(schema)) => {
            schema::present(cx, out, schema, name_path)
        }
        (Media::Json | Media::Form | Media::Multipart, None) => Type::Json,
        (Media::Text, _) => Type::String,
        (Media::Bytes, _) => Type::Bytes,
    }
}

/// What the document has, for whoever asks what became of it.
pub(crate) fn written(cx: &Context<'_>, out: &Out<'_>, entry: &Entry<'_>, media: Media) -> Written {
    let says_something = entry.schema.as_ref().is_some_and(|schema| {
        let resolved = cx.document.schema(schema);
        resolved.is_some_and(|it| schema_view::view(&it.item).json_type != Some(JsonType::String))
    });
    Written {
        key: entry.key.to_owned(),
        at: out.origin(&entry.at),
        as_it_comes: says_something && matches!(media, Media::Text | Media::Bytes),
    }
}

/// The media type without its parameters, in lower case. One without a name may be any.
pub(crate) fn essence(key: &str) -> String {
    let essence = key.split(';').next().unwrap_or_default().trim();
    match essence {
        "" => "*/*".to_owned(),
        named => named.to_ascii_lowercase(),
    }
}

/// The words that tell a media type from others of its kind; none for plain JSON.
pub(crate) fn words(key: &str) -> Option<String> {
    let essence = essence(key);
    let subtype = essence.split_once('/').map_or("", |(_, subtype)| subtype);
    let is_plain = matches!(subtype, "json" | "*" | "");
    (!is_plain).then(|| Case::Variant.ident(subtype).to_string())
}

/// The texts of examples are documentation too, though they are not generated.
pub(crate) fn examples(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    at: &Location,
    examples: &IndexMap<String, ReferenceOr<Example>>,
) {
    for (key, value) in examples {
        let place = Located {
            at: at.child(key),
            value,
        };
        if let Some(example) = cx.document.example(&place) {
            let texts = Texts {
                summary: example.item.value.summary.as_deref(),
                description: example.item.value.description.as_deref(),
                extensions: &example.item.value.extensions,
            };
            doc::doc(cx, out, &example.item.at, texts);
        }
    }
}

fn kind(cx: &Context<'_>, key: &str, schema: Option<&SchemaRef<'_>>) -> Media {
    let essence = essence(key);
    match essence.as_str() {
        "application/json" | "text/json" => Media::Json,
        "*/*" | "application/*" if is_text(cx, schema) => Media::Bytes,
        "*/*" | "application/*" => Media::Json,
        "application/x-www-form-urlencoded" => Media::Form,
        other if other.ends_with("+json") => Media::Json,
        other if other.starts_with("multipart/") => Media::Multipart,
        other if is_textual(other) && !is_binary(cx, schema) => Media::Text,
        _ => Media::Bytes,
    }
}

// RFC 7303 (XML), RFC 7519 (a token), RFC 7515 (a signed text in its compact form), RFC 9512 (YAML): texts, though they are no `text/…`.
fn is_textual(essence: &str) -> bool {
    essence.starts_with("text/")
        || is_xml(essence)
        || matches!(
            essence,
            "application/jwt"
                | "application/jose"
                | "application/yaml"
                | "application/x-yaml"
                | "application/x-ndjson"
                | "application/jsonl"
        )
}

/// Whether it is XML.
pub(crate) fn is_xml(essence: &str) -> bool {
    essence == "application/xml" || essence.ends_with("+xml")
}

fn is_binary(cx: &Context<'_>, schema: Option<&SchemaRef<'_>>) -> bool {
    let resolved = schema.and_then(|schema| cx.document.schema(schema));
    resolved.is_some_and(|resolved| schema_view::view(&resolved.item).format == Some("binary"))
}

/// A string of any media type is no JSON string: it is sent as it is.
fn is_text(cx: &Context<'_>, schema: Option<&SchemaRef<'_>>) -> bool {
    let resolved = schema.and_then(|schema| cx.document.schema(schema));
    resolved.is_some_and(|resolved| {
        schema_view::view(&resolved.item).json_type == Some(JsonType::String)
    })
}

const fn rank(media: Media) -> u8 {
    match media {
        Media::Json => 0,
        Media::Form => 1,
        Media::Multipart => 2,
        Media::Text => 3,
        Media::Bytes => 4,
    }
}
