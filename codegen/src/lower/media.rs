//! Which of several media types is used, and the type of its content.
//!
//! | first of these | is read and written as |
//! | --- | --- |
//! | `application/json`, `…+json`, and wildcards | JSON |
//! | `text/…` | text |
//! | anything else but forms | bytes |

use indexmap::IndexMap;
use openapiv3::{Example, MediaType, ReferenceOr};

use crate::diagnostic::OperationProblem;
use crate::ir::{Media, Type};
use crate::source::At;
use crate::spec::Located;
use crate::spec::shape::SchemaRef;

use super::context::{Context, Out};
use super::doc::{self, Texts};
use super::schema;
use super::slot::Slot;

/// One of the media types of a `content`.
#[derive(Clone, Debug)]
pub(super) struct Chosen<'d> {
    pub(super) media: Media,
    pub(super) schema: Option<SchemaRef<'d>>,
}

/// What is chosen of a `content`.
pub(super) enum Choice<'d> {
    /// There is none.
    Empty,
    /// One that is understood.
    Used(Chosen<'d>),
    /// None that is understood: this one, for example.
    Foreign(&'d str),
}

/// Chooses without a word: what is left out is reported by `content`.
pub(super) fn choose<'d>(at: &At, content: &'d IndexMap<String, MediaType>) -> Choice<'d> {
    let Some(first) = content.keys().next() else {
        return Choice::Empty;
    };
    let ranked = content.iter().filter_map(|(key, media)| {
        let kind = kind(key)?;
        Some((kind, key, media))
    });
    let Some((media, key, value)) = ranked.min_by_key(|(kind, ..)| rank(*kind)) else {
        return Choice::Foreign(first);
    };
    let at = at.child(key).child("schema");
    let schema = value.schema.as_ref();
    Choice::Used(Chosen {
        media,
        schema: schema.map(|value| SchemaRef::from(&Located { at, value })),
    })
}

/// The content of a body or a reply. `None` where there is none that is understood.
pub(super) fn content(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    at: &At,
    content: &IndexMap<String, MediaType>,
    slot: &Slot,
) -> Option<(Media, Type)> {
    for (key, media) in content {
        examples(cx, out, &at.child(key).child("examples"), &media.examples);
    }
    match choose(at, content) {
        Choice::Empty => None,
        Choice::Foreign(key) => {
            let problem = OperationProblem::LeftOut(format!("the media type `{key}` is"));
            out.report(&at.child(key), problem);
            None
        }
        Choice::Used(chosen) => {
            report_others(out, at, content, chosen.media);
            let ty = match (chosen.media, &chosen.schema) {
                (Media::Json, Some(schema)) => schema::whole(cx, out, schema, slot),
                (Media::Json, None) => Type::Json,
                (Media::Text, _) => Type::String,
                (Media::Bytes, _) => Type::Bytes,
            };
            Some((chosen.media, ty))
        }
    }
}

/// The texts of examples are documentation too, though they are not generated.
pub(super) fn examples(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    at: &At,
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

fn report_others(out: &mut Out<'_>, at: &At, content: &IndexMap<String, MediaType>, used: Media) {
    let is_used = |key: &&String| kind(key) == Some(used);
    let Some(first) = content.keys().find(is_used) else {
        return;
    };
    let others: Vec<String> = content
        .keys()
        .filter(|key| *key != first)
        .map(|key| format!("`{key}`"))
        .collect();
    if !others.is_empty() {
        let problem = OperationProblem::OtherMedia {
            used: first.clone(),
            others: others.join(", "),
        };
        out.report(at, problem);
    }
}

/// `None` for forms, which are not understood yet.
fn kind(key: &str) -> Option<Media> {
    let essence = key.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    match essence.as_str() {
        "application/json" | "*/*" | "application/*" => Some(Media::Json),
        "application/x-www-form-urlencoded" => None,
        other if other.ends_with("+json") => Some(Media::Json),
        other if other.starts_with("multipart/") => None,
        other if other.starts_with("text/") => Some(Media::Text),
        _ => Some(Media::Bytes),
    }
}

fn rank(media: Media) -> u8 {
    match media {
        Media::Json => 0,
        Media::Text => 1,
        Media::Bytes => 2,
    }
}
