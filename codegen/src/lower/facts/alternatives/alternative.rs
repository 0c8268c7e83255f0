//! The alternatives of a `oneOf` or `anyOf`: what each is, behind its references.

use serde_json::Value;

use crate::read::schema_view;
use crate::read::schema_view::{JsonType, SchemaRef, View};
use crate::source::Location;

use crate::lower::context::Context;
use crate::lower::facts::form;
use crate::lower::facts::form::Form;
use crate::lower::facts::members::properties;

/// One of the alternatives.
#[derive(Clone, Debug)]
pub(crate) struct Alternative<'d> {
    pub(crate) schema: SchemaRef<'d>,
    /// The key of the component that it refers to.
    pub(crate) key: Option<&'d str>,
    /// Its schema, behind all references.
    pub(crate) view: View<'d>,
    pub(crate) kind: Kind,
}

/// What an alternative is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Null alone.
    Null,
    String,
    Enum,
    Boolean,
    Integer,
    Number,
    List,
    Map,
    Object,
    /// Alternatives again.
    Union,
    Any,
}

impl Kind {
    /// Returns the name of a variant that has no other name.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Null => "Null",
            Self::String | Self::Enum => "Text",
            Self::Boolean => "Boolean",
            Self::Integer => "Integer",
            Self::Number => "Number",
            Self::List => "List",
            Self::Map => "Map",
            Self::Object => "Object",
            Self::Union => "OneOf",
            Self::Any => "Any",
        }
    }

    /// Returns what is added to the name of a variant if another has that name.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Map | Self::Object => "Object",
            _ => "Value",
        }
    }
}

impl Alternative<'_> {
    /// Returns whether it is a string.
    pub(crate) fn is_string(&self) -> bool {
        matches!(self.kind, Kind::String | Kind::Enum)
    }
}

/// A longer chain of schemas that only refer to others is taken for a cycle.
const MAX_REFERENCES: usize = 16;

/// Returns all alternatives of a schema, in the document's order. References that lead nowhere were
/// reported.
pub(crate) fn all<'d>(cx: &Context<'d>, view: &View<'d>) -> Vec<Alternative<'d>> {
    let parts = view.one_of.iter().chain(&view.any_of);
    parts.filter_map(|part| one(cx, part)).collect()
}

/// Returns one alternative, behind its references.
fn one<'d>(cx: &Context<'d>, part: &SchemaRef<'d>) -> Option<Alternative<'d>> {
    let resolved = cx.document.schema(part)?;
    let mut view = schema_view::view(&resolved.item);
    for _ in 0..MAX_REFERENCES {
        let Some(inner) = form::same(&view).cloned() else {
            break;
        };
        view = schema_view::view(&cx.document.schema(&inner)?.item);
    }
    Some(Alternative {
        schema: part.clone(),
        key: resolved.component,
        kind: match resolved.component.and_then(|key| cx.inheritance.base(key)) {
            Some(_) => Kind::Union,
            None => kind(&view),
        },
        view,
    })
}

/// Returns what an alternative is by its form.
fn kind(view: &View<'_>) -> Kind {
    if !view.enumeration.is_empty() && view.enumeration.iter().all(Value::is_null) {
        return Kind::Null;
    }
    match Form::of(view) {
        Form::AllOf | Form::Object => Kind::Object,
        Form::Union(_) => Kind::Union,
        Form::StringEnum => Kind::Enum,
        Form::Map(_) => Kind::Map,
        Form::Array => Kind::List,
        Form::Scalar(JsonType::Boolean) => Kind::Boolean,
        Form::Scalar(JsonType::Integer) => Kind::Integer,
        Form::Scalar(JsonType::Number) => Kind::Number,
        Form::Scalar(_) => Kind::String,
        Form::Same(_) | Form::Any => Kind::Any,
    }
}

/// Returns whether the alternatives repeat what the schema says beside them: each has the properties
/// that the schema has itself.
pub(crate) fn covers(cx: &Context<'_>, view: &View<'_>) -> bool {
    let parts = all(cx, view);
    !parts.is_empty()
        && parts.iter().all(|part| {
            let own = properties::schemas(cx.document, &part.schema);
            view.properties
                .iter()
                .all(|(name, _)| own.contains_key(name))
        })
}

/// Returns whether one of the alternatives is the schema at one of these locations.
pub(crate) fn lead_to(cx: &Context<'_>, view: &View<'_>, schemas: &[Location]) -> bool {
    let parts = view.one_of.iter().chain(&view.any_of);
    let mut found = parts.filter_map(|part| cx.document.schema(part));
    found.any(|part| schemas.contains(&part.item.at))
}
