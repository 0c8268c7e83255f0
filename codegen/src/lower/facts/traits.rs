//! What a schema says about its values beyond their type. References are followed.

use serde_json::Value;

use crate::ir::Tolerance;
use crate::read::schema_view::{JsonType, SchemaRef, View};
use crate::read::{Document, schema_view};

use super::extension::SchemaExtensions;
use super::form;
use super::form::Form;
use crate::lower::facts::structure::Direction;

/// What a schema says about its values beyond their type.
#[derive(Clone, Debug)]
pub(crate) struct Traits {
    /// Whether null is a value.
    pub(crate) nullable: bool,
    /// Whether its Rust type has a value for absence.
    pub(crate) absent: bool,
    pub(crate) tolerance: Tolerance,
    pub(crate) direction: Direction,
    /// Its JSON type, if it states or implies one.
    pub(crate) kind: Option<JsonType>,
    /// The path of `x-rust-type`.
    pub(crate) rust_type: Option<String>,
}

/// The limit on schemas that only refer to others. A cycle is reported when they are lowered.
const MAX_DEPTH: usize = 16;

impl Traits {
    /// Returns the traits of a schema, or of what it refers to.
    pub(crate) fn of(document: &Document, schema: &SchemaRef<'_>) -> Self {
        Self::below(document, schema, MAX_DEPTH).unwrap_or_default()
    }

    /// Returns the traits of a schema that is not a reference.
    pub(crate) fn of_view(document: &Document, view: &View<'_>) -> Self {
        Self::of_view_below(document, view, MAX_DEPTH)
    }

    /// Returns whether its values are strings, without a Rust type of the caller.
    pub(crate) fn is_string(&self) -> bool {
        self.kind == Some(JsonType::String) && self.rust_type.is_none()
    }

    fn below(document: &Document, schema: &SchemaRef<'_>, depth: usize) -> Option<Self> {
        let resolved = document.schema(schema)?;
        let view = schema_view::view(&resolved.item);
        Some(Self::of_view_below(document, &view, depth))
    }

    fn of_view_below(document: &Document, view: &View<'_>, depth: usize) -> Self {
        let own = Self::own(view);
        let inner = form::same(view)
            .or_else(|| view.all_of.first())
            .filter(|_| depth > 0)
            .and_then(|inner| Self::below(document, inner, depth - 1));
        match inner {
            // A struct of several parts has its own traits alone, but it is an object as they are.
            Some(inner) if form::same(view).is_none() => Self {
                kind: own.kind.or(inner.kind),
                ..own
            },
            Some(inner) => own.over(inner),
            None if own.nullable || depth == 0 => own,
            None => Self {
                nullable: union_admits_null(document, view),
                ..own
            },
        }
    }

    /// Returns what a schema says itself.
    fn own(view: &View<'_>) -> Self {
        let (extensions, _) = SchemaExtensions::of(view);
        Self {
            nullable: view.nullable || admits_null(view),
            absent: extensions.rust_type.as_ref().is_some_and(|ty| ty.absent),
            tolerance: extensions.tolerance,
            direction: match (view.read_only, view.write_only) {
                (true, false) => Direction::ReadOnly,
                (false, true) => Direction::WriteOnly,
                _ => Direction::Both,
            },
            kind: view.json_type.or_else(|| form::implied_type(view)),
            rust_type: extensions.rust_type.map(|ty| ty.path),
        }
    }

    /// Adds the traits of the schema that this one consists of.
    fn over(self, inner: Self) -> Self {
        Self {
            nullable: self.nullable || inner.nullable,
            absent: self.absent || inner.absent,
            tolerance: Tolerance {
                text: self.tolerance.text || inner.tolerance.text,
                empty: self.tolerance.empty || inner.tolerance.empty,
            },
            direction: if self.direction == Direction::Both {
                inner.direction
            } else {
                self.direction
            },
            kind: self.kind.or(inner.kind),
            rust_type: self.rust_type.or(inner.rust_type),
        }
    }
}

/// Returns whether null is a value without `nullable`.
// OAS 3.0.3, Schema Object: "nullable" extends a "type". Without a type, null is a value like others.
fn admits_null(view: &View<'_>) -> bool {
    let is_untyped = matches!(Form::of(view), Form::Any) && view.json_type.is_none();
    is_untyped && view.enumeration.is_empty() || view.enumeration.iter().any(Value::is_null)
}

/// Returns whether an alternative admits null. Alternatives of alternatives are not followed.
fn union_admits_null(document: &Document, view: &View<'_>) -> bool {
    let mut parts = view.one_of.iter().chain(&view.any_of);
    matches!(Form::of(view), Form::Union(_))
        && parts.any(|part| Traits::below(document, part, 0).is_some_and(|part| part.nullable))
}

impl Default for Traits {
    fn default() -> Self {
        Self {
            nullable: false,
            absent: false,
            tolerance: Tolerance::default(),
            direction: Direction::Both,
            kind: None,
            rust_type: None,
        }
    }
}
