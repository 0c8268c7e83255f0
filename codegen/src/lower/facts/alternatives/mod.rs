//! What the alternatives of a `oneOf` or `anyOf` are together.

mod alternative;

use std::collections::BTreeMap;

use crate::read::schema_view;
use crate::read::schema_view::{SchemaRef, View};

use super::form::Form;
use super::members::agreement::agreement;
use super::members::properties;
use crate::lower::context::Context;

pub(crate) use alternative::{Alternative, Kind, covers, lead_to};

/// What the alternatives become.
pub(crate) enum Plan<'d> {
    /// Untyped JSON.
    Any,
    /// The only alternative beside null.
    Same(SchemaRef<'d>),
    /// One string: every alternative is one.
    String(Vec<Alternative<'d>>),
    /// One object: the alternatives have the same properties.
    Object(Vec<Alternative<'d>>),
    /// An enum with a variant for each.
    Union(Vec<Alternative<'d>>),
}

impl<'d> Plan<'d> {
    /// Decides what the alternatives under this keyword become.
    pub(crate) fn of(cx: &Context<'d>, view: &View<'d>, keyword: &str) -> Self {
        let mut all = alternative::all(cx, view);
        all.retain(|one| one.kind != Kind::Null);
        if let [one] = all.as_slice() {
            return Self::Same(one.schema.clone());
        }
        // Untyped JSON would take any value: an enum keeps what fits nothing else anyway, a string
        // doesn't.
        let count = all.len();
        all.retain(|one| one.kind != Kind::Any);
        let is_closed = all.len() == count;
        if all.is_empty() {
            return Self::Any;
        }
        if is_closed && all.iter().all(Alternative::is_string) {
            return Self::String(all);
        }
        let is_exclusive = keyword == "oneOf" || view.discriminator.is_some();
        if !is_exclusive && have_same_properties(cx, &all) {
            return Self::Object(all);
        }
        Self::Union(all)
    }

    /// Returns whether the type needs a name.
    fn is_named(&self, cx: &Context<'_>) -> bool {
        match self {
            Self::Any | Self::Same(SchemaRef::Reference(_)) => false,
            Self::Same(SchemaRef::Schema(inner)) => is_named(cx, &schema_view::view(inner)),
            Self::String(all) => all.iter().any(|one| !one.view.enumeration.is_empty()),
            Self::Object(_) | Self::Union(_) => true,
        }
    }
}

/// Returns whether an inline schema becomes a type with a name.
pub(crate) fn is_named(cx: &Context<'_>, view: &View<'_>) -> bool {
    match Form::of(view) {
        Form::Same(SchemaRef::Schema(inner)) => is_named(cx, &schema_view::view(inner)),
        Form::Union(keyword) => are_named(cx, view, keyword),
        Form::AllOf | Form::StringEnum | Form::Object => true,
        _ => false,
    }
}

/// Returns whether the alternatives under this keyword become a type with a name.
pub(crate) fn are_named(cx: &Context<'_>, view: &View<'_>, keyword: &str) -> bool {
    Plan::of(cx, view, keyword).is_named(cx)
}

/// Returns whether the alternatives are objects that differ in nothing but what they require.
fn have_same_properties<'d>(cx: &Context<'d>, all: &[Alternative<'d>]) -> bool {
    let Some((first, others)) = all.split_first() else {
        return false;
    };
    if !all.iter().all(|one| one.kind == Kind::Object) {
        return false;
    }
    let known = schemas(cx, first);
    let agrees = |one: &Alternative<'d>| {
        let own = schemas(cx, one);
        own.len() == known.len()
            && std::iter::zip(&own, &known).all(|((name, schema), (known, other))| {
                name == known && agreement(schema, other).is_some()
            })
    };
    !known.is_empty() && others.iter().all(agrees)
}

/// Returns the properties of an alternative.
fn schemas<'d>(cx: &Context<'d>, one: &Alternative<'d>) -> BTreeMap<&'d str, SchemaRef<'d>> {
    properties::schemas(cx.document, &one.schema)
}
