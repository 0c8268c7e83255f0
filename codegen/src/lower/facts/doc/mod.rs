//! Documentation in the chosen language.
//!
//! | `description` | `x-description-tr` | English | Turkish |
//! | --- | --- | --- | --- |
//! | yes | yes | `description` | `x-description-tr` |
//! | yes | no | `description`; a warning where the document has any Turkish text | `description` and a warning |
//! | no | yes | an error: nothing to translate | the same |
//! | no | no | nothing | nothing |
//!
//! The same holds for `summary` and `x-summary-tr`.

pub(crate) mod schema_doc;
pub(crate) mod translations;

use indexmap::IndexMap;
use openapiv3::ExternalDocumentation;
use serde_json::Value;

use crate::diagnostic::ExtensionProblem;
use crate::ir::Doc;
use crate::options::Language;
use crate::source::Location;

use super::extension::wrong_value;
use crate::lower::context::{Context, Out};

/// The texts of an object of the document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Texts<'d> {
    pub(crate) summary: Option<&'d str>,
    pub(crate) description: Option<&'d str>,
    pub(crate) extensions: &'d IndexMap<String, Value>,
}

impl<'d> Texts<'d> {
    /// Returns the texts of an object that has no summary.
    pub(crate) fn of(
        description: Option<&'d str>,
        extensions: &'d IndexMap<String, Value>,
    ) -> Self {
        Self {
            summary: None,
            description,
            extensions,
        }
    }
}

/// Returns the documentation of the object at a location.
pub(crate) fn doc(cx: &Context<'_>, out: &mut Out<'_>, at: &Location, texts: Texts<'_>) -> Doc {
    let mut text = |key, twin, base| choose(cx, out, at, (key, twin), base, texts.extensions);
    let summary = text("summary", "x-summary-tr", texts.summary);
    let description = text("description", "x-description-tr", texts.description);
    Doc {
        summary,
        description,
        sources: sources(out, at, texts.extensions),
        ..Doc::default()
    }
}

/// Returns external documentation as a note.
pub(crate) fn external_note(external: Option<&ExternalDocumentation>) -> Option<String> {
    external.map(|external| format!("externalDocs: {}", external.url))
}

/// Reports the texts without a Turkish translation, if Turkish is generated or the document has any
/// translation.
pub(crate) fn report_missing(cx: &Context<'_>, out: &mut Out<'_>) {
    let translations = std::mem::take(&mut out.translations);
    if cx.language == Language::Turkish || translations.any {
        for (at, key) in translations.missing {
            out.report(&at, ExtensionProblem::MissingTranslation(key));
        }
    }
}

/// Returns a text in the chosen language, and records whether it is translated.
fn choose(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    at: &Location,
    (key, twin_key): (&'static str, &'static str),
    base: Option<&str>,
    extensions: &IndexMap<String, Value>,
) -> Option<String> {
    let twin = extensions.get(twin_key).and_then(|value| {
        let text = value.as_str();
        if text.is_none() {
            wrong_value(out, &at.child(twin_key), twin_key, "a string");
        }
        text
    });
    let base = base.filter(|text| !text.trim().is_empty());
    match (base, twin) {
        (None, Some(_)) => {
            out.report(&at.child(twin_key), ExtensionProblem::MissingOriginal(key));
        }
        (Some(_), twin) => out.translations.record(&at.child(key), key, twin.is_some()),
        (None, None) => {}
    }
    match cx.language {
        Language::Turkish => twin.filter(|_| base.is_some()).or(base),
        Language::English => base,
    }
    .map(str::to_owned)
}

/// Returns the value of `x-source`.
fn sources(out: &mut Out<'_>, at: &Location, extensions: &IndexMap<String, Value>) -> Vec<String> {
    const KEY: &str = "x-source";
    let expected = "a string or a list of strings";
    out.has_sources |= extensions.contains_key(KEY);
    match extensions.get(KEY) {
        None => Vec::new(),
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(list)) => {
            let at = at.child(KEY);
            let text = |(index, item): (usize, &Value)| {
                let text = item.as_str().map(str::to_owned);
                if text.is_none() {
                    wrong_value(out, &at.child(index), KEY, expected);
                }
                text
            };
            list.iter().enumerate().filter_map(text).collect()
        }
        Some(_) => {
            wrong_value(out, &at.child(KEY), KEY, expected);
            Vec::new()
        }
    }
}
