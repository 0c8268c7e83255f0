//! Parameters: which there are, and what each is.
//!
//! | in | style | understood |
//! | --- | --- | --- |
//! | path | `simple` | yes |
//! | query | `form` | yes; `explode: false` for scalars alone |
//! | header | `simple` | yes, but for the three that the standard says to ignore |
//! | cookie | | no |
//!
//! What is not understood is an error where the parameter is required, and a warning where it is left out.

use openapiv3::{
    Parameter as Source, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle,
};

use crate::diagnostic::{ExtensionProblem, OperationProblem};
use crate::ir::{Doc, Parameter, Place, Type};
use crate::names::{Case, Ident, Name, Scope};
use crate::source::At;
use crate::spec::shape::SchemaRef;
use crate::spec::{Located, Resolved};

use super::context::{Context, Out};
use super::doc::{self, Texts};
use super::media;
use super::operation::{Site, path_words};
use super::schema::{self, Value};
use super::slot::Slot;

/// The parameters of an operation, the path's first; the operation's own replace those of the same name and place.
pub(super) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    slot: &Slot,
) -> Vec<Parameter> {
    let merged = merged(cx, site, slot);
    let lowered: Vec<Parameter> = merged
        .iter()
        .filter_map(|found| one(cx, out, found))
        .collect();
    let mut scope = match site.operation.value.request_body {
        Some(_) => Scope::reserving(&["body"]),
        None => Scope::default(),
    };
    let names = scope.take_all(
        Case::Snake,
        lowered.iter().map(|parameter| parameter.name.wire.as_str()),
    );
    std::iter::zip(lowered.clone(), names)
        .map(|(parameter, name)| Parameter { name, ..parameter })
        .collect()
}

struct Found<'d> {
    parameter: Located<'d, Source>,
    slot: Slot,
}

impl<'d> Found<'d> {
    fn key(&self) -> (&'d str, &'static str) {
        let name = &data(self.parameter.value).name;
        (name, place_name(self.parameter.value))
    }
}

fn merged<'d>(cx: &Context<'d>, site: &Site<'d>, slot: &Slot) -> Vec<Found<'d>> {
    let path_slot = Slot::own_file(&path_words(site.path));
    let of_path = (&site.item.at, &site.item.value.parameters, &path_slot);
    let own = (&site.operation.at, &site.operation.value.parameters, slot);
    let mut merged: Vec<Found<'_>> = Vec::new();
    for (at, list, slot) in [of_path, own] {
        let at = at.child("parameters");
        for (index, value) in list.iter().enumerate() {
            let at = at.child(index);
            let Some(resolved) = cx.document.parameter(&Located { at, value }) else {
                continue;
            };
            let found = found(resolved, slot);
            match merged.iter_mut().find(|known| known.key() == found.key()) {
                Some(known) => *known = found,
                None => merged.push(found),
            }
        }
    }
    merged
}

fn found<'d>(resolved: Resolved<'d, Source>, slot: &Slot) -> Found<'d> {
    let slot = match resolved.component {
        Some(key) => Slot::own_file(&format!("{key} Parameter")),
        None => slot.child(&data(resolved.item.value).name),
    };
    Found {
        parameter: resolved.item,
        slot,
    }
}

fn one(cx: &Context<'_>, out: &mut Out<'_>, found: &Found<'_>) -> Option<Parameter> {
    let at = &found.parameter.at;
    let data = data(found.parameter.value);
    let doc = documentation(cx, out, at, data);
    let place = match place(found.parameter.value) {
        Ok(Place::Header) if is_ignored(&data.name) => {
            let problem = OperationProblem::IgnoredHeader(data.name.clone());
            out.report(at, problem);
            return None;
        }
        Ok(place) => place,
        Err(what) => return unsupported(out, at, data, what),
    };
    let Value { ty, doc: inner, .. } = match value(cx, out, found, place) {
        Ok(value) => value,
        Err(what) => return unsupported(out, at, data, what),
    };
    Some(Parameter {
        at: out.origin(at),
        name: Name {
            wire: data.name.clone(),
            rust: Ident::snake(&data.name),
        },
        doc: with_inner(doc, inner),
        place,
        ty,
        // OAS 3.0.3, Parameter Object: "required" must be true in a path.
        required: data.required || place == Place::Path,
    })
}

/// What a parameter's value is, or what is not understood about it.
fn value(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    found: &Found<'_>,
    place: Place,
) -> Result<Value, &'static str> {
    let data = data(found.parameter.value);
    let ParameterSchemaOrContent::Schema(schema) = &data.format else {
        return Err("a parameter with `content` is");
    };
    let schema = SchemaRef::from(&Located {
        at: found.parameter.at.child("schema"),
        value: schema,
    });
    let value = schema::value(cx, out, &schema, &found.slot);
    if value.traits.absent {
        out.report(schema.at(), ExtensionProblem::NeverAbsent);
    }
    let ty = &value.ty;
    if !is_sendable(out, ty) {
        Err("an object or a list of them as a parameter is")
    } else if data.explode == Some(false) && place == Place::Query && is_list(out, ty) {
        Err("`explode: false` of a list is")
    } else {
        Ok(value)
    }
}

fn unsupported(out: &mut Out<'_>, at: &At, data: &ParameterData, what: &str) -> Option<Parameter> {
    let problem = if data.required {
        OperationProblem::Unsupported(what.to_owned())
    } else {
        OperationProblem::LeftOut(what.to_owned())
    };
    out.report(at, problem);
    None
}

fn place(parameter: &Source) -> Result<Place, &'static str> {
    match parameter {
        Source::Query {
            style: QueryStyle::Form,
            allow_reserved: false,
            ..
        } => Ok(Place::Query),
        Source::Query {
            allow_reserved: true,
            ..
        } => Err("`allowReserved` is"),
        Source::Query { .. } => Err("this `style` is"),
        Source::Header { .. } => Ok(Place::Header),
        Source::Path {
            style: PathStyle::Simple,
            ..
        } => Ok(Place::Path),
        Source::Path { .. } => Err("this `style` is"),
        Source::Cookie { .. } => Err("a parameter in a cookie is"),
    }
}

fn place_name(parameter: &Source) -> &'static str {
    match parameter {
        Source::Query { .. } => "query",
        Source::Header { .. } => "header",
        Source::Path { .. } => "path",
        Source::Cookie { .. } => "cookie",
    }
}

fn data(parameter: &Source) -> &ParameterData {
    parameter.parameter_data_ref()
}

// OAS 3.0.3, Parameter Object: header parameters of these names "shall be ignored". RFC 9110: header names have no case.
fn is_ignored(name: &str) -> bool {
    ["accept", "content-type", "authorization"]
        .iter()
        .any(|ignored| name.eq_ignore_ascii_case(ignored))
}

fn is_list(out: &Out<'_>, ty: &Type) -> bool {
    matches!(out.types.behind(ty), Type::Vec(_))
}

/// Scalars, open enums, and lists of them.
fn is_sendable(out: &Out<'_>, ty: &Type) -> bool {
    match out.types.behind(ty) {
        Type::Vec(item) => {
            !is_list(out, item) && !matches!(**item, Type::Option(_)) && is_sendable(out, item)
        }
        Type::Named(name) => out.types.is_enum(name),
        Type::Json | Type::Map(_) | Type::Bytes => false,
        _ => true,
    }
}

fn documentation(cx: &Context<'_>, out: &mut Out<'_>, at: &At, data: &ParameterData) -> Doc {
    let texts = Texts {
        summary: None,
        description: data.description.as_deref(),
        extensions: &data.extensions,
    };
    media::examples(cx, out, &at.child("examples"), &data.examples);
    Doc {
        deprecated: data.deprecated.unwrap_or_default(),
        ..doc::doc(cx, out, at, texts)
    }
}

/// The parameter's own text, or its schema's; the constraints are the schema's.
fn with_inner(doc: Doc, inner: Doc) -> Doc {
    Doc {
        description: doc.description.or(inner.description),
        sources: [doc.sources, inner.sources].concat(),
        deprecated: doc.deprecated || inner.deprecated,
        ..inner
    }
}
