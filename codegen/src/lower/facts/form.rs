//! The form of a schema, by which the dispatch in `schema` decides. References are not followed.

use serde_json::Value;

use crate::read::schema_view;
use crate::read::schema_view::{Additional, JsonType, SchemaRef, View};

/// The form of a schema: each has a file of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form<'v, 'd> {
    /// Another schema, with annotations alone.
    Same(&'v SchemaRef<'d>),
    /// Several parts, including alternatives beside properties.
    AllOf,
    /// `oneOf` or `anyOf`.
    Union(&'static str),
    /// A string of known values.
    StringEnum,
    /// An object with known members.
    Object,
    /// An object whose members have one schema.
    Map(&'v SchemaRef<'d>),
    /// A list.
    Array,
    /// A string, number, integer or boolean.
    Scalar(JsonType),
    /// Any value.
    Any,
}

impl<'v, 'd> Form<'v, 'd> {
    /// Returns the form of a schema.
    pub(crate) fn of(view: &'v View<'d>) -> Self {
        if let Some(inner) = same(view) {
            return Self::Same(inner);
        }
        let has_parts = !view.all_of.iter().all(is_bare);
        if let Some(keyword) = union(view) {
            if has_parts || !view.properties.is_empty() {
                return Self::AllOf;
            }
            return Self::Union(keyword);
        }
        if has_parts {
            return Self::AllOf;
        }
        match view.json_type.or_else(|| implied_type(view)) {
            Some(JsonType::String) if is_string_enum(view) && only_string(view).is_none() => {
                Self::StringEnum
            }
            Some(JsonType::Object) => Self::object(view),
            Some(JsonType::Array) => Self::Array,
            Some(scalar) => Self::Scalar(scalar),
            None => Self::Any,
        }
    }

    fn object(view: &'v View<'d>) -> Self {
        match &view.additional {
            _ if !view.properties.is_empty() => Self::Object,
            Additional::Schema(schema) => Self::Map(schema),
            Additional::Allowed(false) => Self::Object,
            Additional::Allowed(true) | Additional::Absent => Self::Any,
        }
    }
}

/// Returns the only part of a schema, if the schema adds nothing to it but annotations. A reference
/// gets a description that way.
// OAS 3.0.3, Reference Object: siblings of "$ref" are ignored.
pub(crate) fn same<'v, 'd>(view: &'v View<'d>) -> Option<&'v SchemaRef<'d>> {
    if has_structure(view) || !view.required.is_empty() {
        return None;
    }
    let parts = view.all_of.iter().filter(|part| !is_bare(part));
    let mut parts = parts.chain(&view.one_of).chain(&view.any_of);
    let first = parts.next()?;
    parts.next().is_none().then_some(first)
}

/// Returns the type that other keywords of a schema imply.
pub(crate) fn implied_type(view: &View<'_>) -> Option<JsonType> {
    if !view.properties.is_empty() || !matches!(view.additional, Additional::Absent) {
        Some(JsonType::Object)
    } else if view.items.is_some() {
        Some(JsonType::Array)
    } else if is_string_enum(view) {
        Some(JsonType::String)
    } else {
        None
    }
}

/// Returns `oneOf` or `anyOf`, if it defines the value. Alternatives that only say which members are
/// required narrow what the schema says beside them.
pub(crate) fn union(view: &View<'_>) -> Option<&'static str> {
    let narrows = |parts: &[SchemaRef<'_>]| {
        (has_structure(view) || !view.all_of.is_empty()) && parts.iter().all(only_requires)
    };
    if !view.one_of.is_empty() && !narrows(&view.one_of) {
        Some("oneOf")
    } else if !view.any_of.is_empty() && !narrows(&view.any_of) {
        Some("anyOf")
    } else {
        None
    }
}

/// Returns whether all alternatives of a schema only say which members are required. As a part of an
/// `allOf`, such a schema adds none.
pub(crate) fn only_narrows(view: &View<'_>) -> bool {
    let parts = [&view.one_of, &view.any_of];
    parts.into_iter().flatten().all(only_requires)
}

/// Returns the keywords that narrow the values of a schema and are not checked.
pub(crate) fn narrowing(view: &View<'_>) -> Vec<&'static str> {
    let is_plain = same(view).is_none() && union(view).is_none();
    let keywords = [
        ("oneOf", is_plain && !view.one_of.is_empty()),
        ("anyOf", is_plain && !view.any_of.is_empty()),
        ("not", view.not.is_some()),
        ("discriminator", is_plain && maps_in_place(view)),
    ];
    let present = keywords.into_iter().filter(|(_, is_present)| *is_present);
    present.map(|(keyword, _)| keyword).collect()
}

/// Returns whether an inline schema has a `discriminator` with a mapping: only components have subtypes.
fn maps_in_place(view: &View<'_>) -> bool {
    let declared = view.discriminator.as_ref();
    let is_mapping = declared.is_some_and(|declared| !declared.value.mapping.is_empty());
    is_mapping && view.at.steps().nth(3).is_some()
}

/// Returns the only value of a string, which needs no type of its own.
pub(crate) fn only_string(view: &View<'_>) -> Option<String> {
    let mut strings = view.enumeration.iter().filter_map(Value::as_str);
    let first = strings.next()?;
    let is_only = is_string_enum(view) && strings.all(|string| string == first);
    is_only.then(|| first.to_owned())
}

/// Returns whether the `enum` lists strings, with or without null.
fn is_string_enum(view: &View<'_>) -> bool {
    let is_allowed = |value: &Value| value.is_string() || value.is_null();
    view.enumeration.iter().any(Value::is_string) && view.enumeration.iter().all(is_allowed)
}

/// Returns whether a schema defines its values itself, apart from a type.
fn has_structure(view: &View<'_>) -> bool {
    !view.properties.is_empty()
        || !view.enumeration.is_empty()
        || view.items.is_some()
        || !matches!(view.additional, Additional::Absent)
}

/// Returns whether a part has annotations alone.
fn is_bare(part: &SchemaRef<'_>) -> bool {
    inline(part).is_some_and(|view| is_untyped(&view) && view.required.is_empty())
}

/// Returns whether a part says which members must be present or absent, and nothing about their types.
fn only_requires(part: &SchemaRef<'_>) -> bool {
    let Some(view) = inline(part) else {
        return false;
    };
    let parts = [&view.all_of, &view.one_of, &view.any_of];
    let narrows =
        !view.required.is_empty() || view.not.is_some() || parts.iter().any(|it| !it.is_empty());
    let is_object = matches!(view.json_type, None | Some(JsonType::Object));
    narrows && is_object && !has_structure(&view) && parts.into_iter().flatten().all(only_requires)
}

/// Returns whether a schema admits any value.
fn is_untyped(view: &View<'_>) -> bool {
    let parts = [&view.all_of, &view.one_of, &view.any_of];
    view.json_type.is_none()
        && view.not.is_none()
        && !has_structure(view)
        && parts.iter().all(|parts| parts.is_empty())
}

/// Returns the view of a part that is not a reference.
fn inline<'d>(part: &SchemaRef<'d>) -> Option<View<'d>> {
    match part {
        SchemaRef::Schema(schema) => Some(schema_view::view(schema)),
        SchemaRef::Reference(_) => None,
    }
}
