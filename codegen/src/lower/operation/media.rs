//! Media types: how the content of each is encoded and decoded, and which is preferred.
//!
//! | media type | is encoded and decoded as |
//! | --- | --- |
//! | `application/json`, `…+json`, `text/json`, and wildcards without a string schema | JSON |
//! | `application/x-www-form-urlencoded` | a form; in a response a string |
//! | `multipart/…` | parts; in a response bytes |
//! | `text/…`, XML, and other textual media types | a string; bytes with `format: binary` |
//! | anything else | bytes |

use indexmap::IndexMap;
use openapiv3::{Example, MediaType, ReferenceOr};

use crate::ir::{DocumentedMedia, Media, Type};
use crate::names::Case;
use crate::read::schema_view::{JsonType, SchemaRef};
use crate::read::{Located, schema_view};
use crate::source::Location;

use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::schema;

/// A media type of a `content`.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'d> {
    /// The media type as the document writes it.
    pub(crate) key: &'d str,
    pub(crate) at: Location,
    pub(crate) media: Media,
    pub(crate) value: &'d MediaType,
    pub(crate) schema: Option<SchemaRef<'d>>,
}

/// Returns all media types, the preferred ones first.
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

/// Returns the preferred media type.
pub(crate) fn preferred<'d>(
    cx: &Context<'d>,
    at: &Location,
    content: &'d IndexMap<String, MediaType>,
) -> Option<Entry<'d>> {
    entries(cx, at, content).into_iter().next()
}

/// Lowers the schema of a media type, whose type gets the name if it needs one.
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

/// Returns the media type as the document has it, for the report.
pub(crate) fn documented(
    cx: &Context<'_>,
    out: &Out<'_>,
    entry: &Entry<'_>,
    media: Media,
) -> DocumentedMedia {
    let has_structure = entry.schema.as_ref().is_some_and(|schema| {
        let resolved = cx.document.schema(schema);
        resolved.is_some_and(|it| schema_view::view(&it.item).json_type != Some(JsonType::String))
    });
    DocumentedMedia {
        key: entry.key.to_owned(),
        at: out.origin(&entry.at),
        is_undecoded: has_structure && matches!(media, Media::Text | Media::Bytes),
    }
}

/// Returns the media type in lower case, without its parameters. An empty one may be any.
pub(crate) fn essence(key: &str) -> String {
    let essence = key.split(';').next().unwrap_or_default().trim();
    match essence {
        "" => "*/*".to_owned(),
        named => named.to_ascii_lowercase(),
    }
}

/// Returns the words that distinguish a media type from others that are encoded alike; `None` for
/// plain JSON.
pub(crate) fn words(key: &str) -> Option<String> {
    let essence = essence(key);
    let subtype = essence.split_once('/').map_or("", |(_, subtype)| subtype);
    let is_plain = matches!(subtype, "json" | "*" | "");
    (!is_plain).then(|| Case::Variant.ident(subtype).to_string())
}

/// Checks the texts of examples for translations. Examples are not generated.
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

/// Returns how the content of a media type is encoded.
fn kind(cx: &Context<'_>, key: &str, schema: Option<&SchemaRef<'_>>) -> Media {
    let essence = essence(key);
    match essence.as_str() {
        "application/json" | "text/json" => Media::Json,
        "*/*" | "application/*" if is_string(cx, schema) => Media::Bytes,
        "*/*" | "application/*" => Media::Json,
        "application/x-www-form-urlencoded" => Media::Form,
        other if other.ends_with("+json") => Media::Json,
        other if other.starts_with("multipart/") => Media::Multipart,
        other if is_textual(other) && !is_binary(cx, schema) => Media::Text,
        _ => Media::Bytes,
    }
}

/// Returns whether the content is a string.
// RFC 7303 (XML), RFC 7519 (JWT), RFC 7515 (JWS in compact form), RFC 9512 (YAML): textual, but not
// `text/…`.
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

/// Returns whether the media type is XML.
pub(crate) fn is_xml(essence: &str) -> bool {
    essence == "application/xml" || essence.ends_with("+xml")
}

/// Returns whether the schema is a string of bytes.
fn is_binary(cx: &Context<'_>, schema: Option<&SchemaRef<'_>>) -> bool {
    let resolved = schema.and_then(|schema| cx.document.schema(schema));
    resolved.is_some_and(|resolved| schema_view::view(&resolved.item).format == Some("binary"))
}

/// Returns whether the schema is a string. Under a wildcard it is sent as it is, not as JSON.
fn is_string(cx: &Context<'_>, schema: Option<&SchemaRef<'_>>) -> bool {
    let resolved = schema.and_then(|schema| cx.document.schema(schema));
    resolved.is_some_and(|resolved| {
        schema_view::view(&resolved.item).json_type == Some(JsonType::String)
    })
}

/// Returns the place of a kind in the order of preference.
const fn rank(media: Media) -> u8 {
    match media {
        Media::Json => 0,
        Media::Form => 1,
        Media::Multipart => 2,
        Media::Text => 3,
        Media::Bytes => 4,
    }
}
