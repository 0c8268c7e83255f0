//! Styles: how parameters and the members of forms are serialized, with the standard's defaults.
//!
//! | in | default `style` | default `explode` |
//! | --- | --- | --- |
//! | query, cookie, form | `form` | `true` |
//! | path, header | `simple` | `false` |
//!
//! Other styles are not exploded by default. Exploded, the delimited styles are like `form`.

use openapiv3::{Encoding, Parameter as Source, ParameterData, PathStyle, QueryStyle};

use crate::ir::Style;
use crate::read::path_template;

/// Returns the style of a parameter.
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

/// Returns whether reserved characters in a parameter are not escaped.
pub(crate) const fn is_reserved(parameter: &Source) -> bool {
    matches!(
        parameter,
        Source::Query {
            allow_reserved: true,
            ..
        }
    )
}

/// Returns whether the value of a path parameter may be several segments: the path says so, or an
/// extension that is in common use.
pub(crate) fn has_segments(parameter: &ParameterData) -> bool {
    let skips = parameter.extensions.get("x-ms-skip-url-encoding");
    skips.is_some_and(|skips| *skips == serde_json::Value::Bool(true))
        || path_template::has_segments(&parameter.name)
}

/// Returns the style of a form's member.
pub(crate) fn of_member(encoding: &Encoding) -> Style {
    // OAS 3.0.3, Encoding Object, "contentType": a part that is sent as JSON has no style.
    let is_json = encoding.content_type.as_deref();
    if is_json.is_some_and(|media| media.to_ascii_lowercase().contains("json")) {
        return Style::Json;
    }
    // `read` filled in the default of `explode`.
    let style = encoding.style.as_ref().unwrap_or(&QueryStyle::Form);
    of_pairs(style, Some(encoding.explode))
}

/// Returns the style of a query parameter or of a form's member.
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
