//! Styles: how parameters and the members of forms are written, with the standard's defaults.
//!
//! | in | without `style` | exploded, where `explode` says nothing |
//! | --- | --- | --- |
//! | query, cookie, form | `form` | yes |
//! | path, header | `simple` | no |
//!
//! Every other style is not exploded where `explode` says nothing; those of delimiters are like `form` where it is.

use crate::ir::{Place, Style};
use crate::spec::model::{Encoding, Parameter as Source};
use crate::spec::template;

use super::parameter::place;

/// How a parameter is written.
pub(super) fn of_parameter(parameter: &Source) -> Style {
    let style = parameter.style.as_deref().unwrap_or_default();
    let explode = parameter.explode;
    let rarely = explode.unwrap_or(false);
    match (place(parameter), style) {
        (Place::Query, style) => of_pairs(style, explode),
        (Place::Cookie, _) => Style::Form {
            explode: explode.unwrap_or(true),
        },
        (Place::Path, "label") => Style::Label { explode: rarely },
        (Place::Path, "matrix") => Style::Matrix { explode: rarely },
        (Place::Path | Place::Header, _) => Style::Simple { explode: rarely },
    }
}

/// Whether reserved characters stand for themselves in a parameter.
pub(super) fn is_reserved(parameter: &Source) -> bool {
    parameter.allow_reserved && place(parameter) == Place::Query
}

/// Whether the value of a path parameter may be several segments: the path says so, or an extension that is in common use.
pub(super) fn has_segments(parameter: &Source) -> bool {
    let skips = parameter.extensions.get("x-ms-skip-url-encoding");
    skips.is_some_and(|skips| *skips == serde_json::Value::Bool(true))
        || template::has_segments(&parameter.name)
}

/// How a member of a form is written.
pub(super) fn of_member(encoding: &Encoding) -> Style {
    // OAS 3.0.3, Encoding Object, "contentType": what is sent as JSON has no style.
    let is_json = encoding.content_type.as_deref();
    if is_json.is_some_and(|media| media.to_ascii_lowercase().contains("json")) {
        return Style::Json;
    }
    // What `explode` is where it says nothing was written in when the document was read.
    let style = encoding.style.as_deref().unwrap_or_default();
    of_pairs(style, Some(encoding.explode))
}

fn of_pairs(style: &str, explode: Option<bool>) -> Style {
    match (style, explode) {
        ("deepObject", _) => Style::DeepObject,
        ("spaceDelimited", None | Some(false)) => Style::SpaceDelimited,
        ("pipeDelimited", None | Some(false)) => Style::PipeDelimited,
        _ => Style::Form {
            explode: explode.unwrap_or(true),
        },
    }
}
