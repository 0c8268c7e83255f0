//! Styles: how parameters and the members of forms are written, with the standard's defaults.
//!
//! | in | without `style` | exploded, where `explode` says nothing |
//! | --- | --- | --- |
//! | query, cookie, form | `form` | yes |
//! | path, header | `simple` | no |
//!
//! Every other style is not exploded where `explode` says nothing; those of delimiters are like `form` where it is.

use openapiv3::{Encoding, Parameter as Source, ParameterData, PathStyle, QueryStyle};

use crate::ir::Style;
use crate::read::path_template;

/// How a parameter is written.
pub(crate) fn of_parameter(parameter: &Source) -> Style {
    let explode = parameter.parameter_data_ref().explode;
    let rarely = explode.unwrap_or(false);
    match parameter {
        Source::Query { style, .. } => of_pairs(style, explode),
        Source::Cookie { .. } => Style::Form {
            explode: explode.unwrap_or(true),
        },
        Source::Header { .. } => Style::Simple { explode: rarely },
        Source::Path { style, .. } => match style {
            PathStyle::Simple => Style::Simple { explode: rarely },
            PathStyle::Label => Style::Label { explode: rarely },
            PathStyle::Matrix => Style::Matrix { explode: rarely },
        },
    }
}

/// Whether reserved characters stand for themselves in a parameter.
pub(crate) const fn is_reserved(parameter: &Source) -> bool {
    matches!(
        parameter,
        Source::Query {
            allow_reserved: true,
            ..
        }
    )
}

/// Whether the value of a path parameter may be several segments: the path says so, or an extension that is in common use.
pub(crate) fn has_segments(parameter: &ParameterData) -> bool {
    let skips = parameter.extensions.get("x-ms-skip-url-encoding");
    skips.is_some_and(|skips| *skips == serde_json::Value::Bool(true))
        || path_template::has_segments(&parameter.name)
}

/// How a member of a form is written.
pub(crate) fn of_member(encoding: &Encoding) -> Style {
    // OAS 3.0.3, Encoding Object, "contentType": what is sent as JSON has no style.
    let is_json = encoding.content_type.as_deref();
    if is_json.is_some_and(|media| media.to_ascii_lowercase().contains("json")) {
        return Style::Json;
    }
    // What `explode` is where it says nothing was written in when the document was read.
    let style = encoding.style.as_ref().unwrap_or(&QueryStyle::Form);
    of_pairs(style, Some(encoding.explode))
}

fn of_pairs(style: &QueryStyle, explode: Option<bool>) -> Style {
    match (style, explode) {
        (QueryStyle::Form, explode) => Style::Form {
            explode: explode.unwrap_or(true),
        },
        (QueryStyle::DeepObject, _) => Style::DeepObject,
        (_, Some(true)) => Style::Form { explode: true },
        (QueryStyle::SpaceDelimited, _) => Style::SpaceDelimited,
        (QueryStyle::PipeDelimited, _) => Style::PipeDelimited,
    }
}
