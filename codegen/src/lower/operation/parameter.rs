//! Parameters.
//!
//! | in | styles |
//! | --- | --- |
//! | path | `simple`, `label`, `matrix` |
//! | query | `form`, `spaceDelimited`, `pipeDelimited`, `deepObject`; `allowReserved` |
//! | header | `simple`; the standard says to ignore three of them |
//! | cookie | `form` |
//! | any | `content`: JSON as JSON, anything else as a string |

use indexmap::IndexMap;
use openapiv3::{Parameter as Source, ParameterData, ParameterSchemaOrContent};

use crate::diagnostic::{ExtensionProblem, OperationProblem};
use crate::ir::{Doc, Media, Parameter, Place, Style};
use crate::names::{Case, Ident, Name, Scope};
use crate::read::schema_view::SchemaRef;
use crate::read::{Located, Resolved, path_template};
use crate::source::Location;

use super::{Site, media, path_words, style};
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::facts::fixed::only_string;
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::facts::value::Value;
use crate::lower::schema;

/// Lowers the parameters of an operation, the path item's first. The operation's own replace those of
/// the same name and place.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name_path: &NamePath,
) -> Vec<Parameter> {
    let merged = merged(cx, site, name_path);
    let lowered: Vec<Parameter> = merged
        .iter()
        .filter_map(|found| one(cx, out, found))
        .collect();
    let mut scope = match site.operation.value.request_body {
        Some(_) => Scope::reserving(&["body"]),
        None => Scope::default(),
    };
    let names = lowered.iter().map(name);
    let names = scope.take_all_or(Case::Snake, names, |index, name| {
        format!("{name} {:?}", lowered[index].place)
    });
    std::iter::zip(lowered, names)
        .map(|(mut parameter, name)| {
            parameter.name.rust = name.rust;
            parameter
        })
        .collect()
}

/// Returns the name of a parameter, without the other parts of a path template expression.
fn name(parameter: &Parameter) -> &str {
    match parameter.place {
        Place::Path => path_template::name(&parameter.name.wire),
        _ => &parameter.name.wire,
    }
}

/// A parameter and the name path of its type.
struct Found<'d> {
    parameter: Located<'d, Source>,
    name_path: NamePath,
}

/// Returns the parameters of the path item and of the operation. Of those with the same place and
/// name, the last one replaces the first.
fn merged<'d>(cx: &Context<'d>, site: &Site<'d>, name_path: &NamePath) -> Vec<Found<'d>> {
    let item_path = NamePath::own_file(&path_words(site.path));
    let of_path = (&site.item.at, &site.item.value.parameters, &item_path);
    let own = (
        &site.operation.at,
        &site.operation.value.parameters,
        name_path,
    );
    let mut merged = IndexMap::new();
    for (at, list, name_path) in [of_path, own] {
        let at = at.child("parameters");
        for (index, value) in list.iter().enumerate() {
            let at = at.child(index);
            let Some(resolved) = cx.document.parameter(&Located { at, value }) else {
                continue;
            };
            let source = resolved.item.value;
            let name = &data(source).name;
            let key = match place(source) {
                // RFC 9110, 5.1: field names are case-insensitive.
                Place::Header => (Place::Header, name.to_ascii_lowercase()),
                place => (place, name.clone()),
            };
            merged.insert(key, found(resolved, name_path));
        }
    }
    merged.into_values().collect()
}

/// Returns a parameter with the name path of its type.
fn found<'d>(resolved: Resolved<'d, Source>, name_path: &NamePath) -> Found<'d> {
    let name_path = match resolved.component {
        Some(key) => NamePath::own_file(&format!("{key} Parameter")).of("Schema"),
        None => {
            let name = &data(resolved.item.value).name;
            let name = match place(resolved.item.value) {
                Place::Path => path_template::name(name),
                _ => name,
            };
            name_path.child(name).of("Parameter")
        }
    };
    Found {
        parameter: resolved.item,
        name_path,
    }
}

/// Lowers one parameter. `None` if the standard says to ignore it.
fn one(cx: &Context<'_>, out: &mut Out<'_>, found: &Found<'_>) -> Option<Parameter> {
    let at = &found.parameter.at;
    let data = data(found.parameter.value);
    let doc = documentation(cx, out, at, data);
    let place = place(found.parameter.value);
    if place == Place::Header && is_ignored(&data.name) {
        let problem = OperationProblem::IgnoredHeader(data.name.clone());
        out.report(at, problem);
        return None;
    }
    let (style, value, fixed) = value(cx, out, found);
    // OAS 3.0.3, Parameter Object: "required" must be true in a path.
    let required = data.required || place == Place::Path;
    Some(Parameter {
        at: out.origin(at),
        name: Name {
            wire: data.name.clone(),
            rust: Ident::snake(&data.name),
        },
        doc: with_inner(doc, value.doc),
        place,
        style,
        reserved: match place {
            Place::Path => style::has_segments(data),
            _ => style::is_reserved(found.parameter.value),
        },
        ty: value.ty,
        required,
        fixed: fixed.filter(|_| required),
    })
}

/// Returns the style of a parameter, its value, and the only string that it can be.
fn value(cx: &Context<'_>, out: &mut Out<'_>, found: &Found<'_>) -> (Style, Value, Option<String>) {
    let data = data(found.parameter.value);
    let own = style::of_parameter(found.parameter.value);
    let (style, value, schema) = match &data.format {
        ParameterSchemaOrContent::Schema(schema) => {
            let schema = SchemaRef::from(&Located {
                at: found.parameter.at.child("schema"),
                value: schema,
            });
            let value = schema::value(cx, out, &schema, &found.name_path);
            (own, value, Some(schema))
        }
        ParameterSchemaOrContent::Content(content) => {
            let at = found.parameter.at.child("content");
            match media::preferred(cx, &at, content) {
                Some(entry) if entry.media == Media::Json => {
                    let value = entry.schema.as_ref().map_or_else(Value::untyped, |schema| {
                        schema::value(cx, out, schema, &found.name_path)
                    });
                    (Style::Json, value, entry.schema)
                }
                _ => (own, Value::string(), None),
            }
        }
    };
    if value.traits.absent {
        out.report(&found.parameter.at, ExtensionProblem::NeverAbsent);
    }
    let only = schema.and_then(|schema| only_string(cx, &schema, &value.ty));
    (style, value, only)
}

/// Returns where a parameter is sent.
const fn place(parameter: &Source) -> Place {
    match parameter {
        Source::Query { .. } => Place::Query,
        Source::Header { .. } => Place::Header,
        Source::Path { .. } => Place::Path,
        Source::Cookie { .. } => Place::Cookie,
    }
}

fn data(parameter: &Source) -> &ParameterData {
    parameter.parameter_data_ref()
}

/// Returns whether the standard says to ignore a header.
// OAS 3.0.3, Parameter Object: header parameters with these names "shall be ignored".
fn is_ignored(name: &str) -> bool {
    ["accept", "content-type", "authorization"]
        .iter()
        .any(|ignored| name.eq_ignore_ascii_case(ignored))
}

/// Returns the documentation of a parameter, without that of its schema.
fn documentation(cx: &Context<'_>, out: &mut Out<'_>, at: &Location, data: &ParameterData) -> Doc {
    let texts = Texts::of(data.description.as_deref(), &data.extensions);
    media::examples(cx, out, &at.child("examples"), &data.examples);
    Doc {
        deprecated: data.deprecated.unwrap_or_default(),
        ..doc::doc(cx, out, at, texts)
    }
}

/// Returns the documentation of a parameter with its schema's constraints, and the schema's text if
/// it has none itself.
fn with_inner(doc: Doc, inner: Doc) -> Doc {
    Doc {
        description: doc.description.or(inner.description),
        sources: [doc.sources, inner.sources].concat(),
        deprecated: doc.deprecated || inner.deprecated,
        ..inner
    }
}
