//! Follows references to components.
//!
//! References that lead nowhere were reported by the passes: nothing is reported here.

use std::borrow::Borrow;

use indexmap::IndexMap;
use openapiv3::{
    Callback, Components, Example, Header, Parameter, PathItem, ReferenceOr, RequestBody, Response,
    Schema, SecurityScheme,
};

use crate::read::schema_view::SchemaRef;
use crate::read::{Document, Located};

/// A value that was resolved: a component if it was a reference, otherwise the value itself.
#[derive(Clone, Debug)]
pub struct Resolved<'d, T> {
    /// The value and its own location.
    pub item: Located<'d, T>,
    /// The name of the component; the last one, if components refer to each other. `None` for a
    /// value that is no component.
    pub component: Option<&'d str>,
}

type Map<T> = IndexMap<String, ReferenceOr<T>>;

macro_rules! resolvers {
    ($($(#[$doc:meta])* $method:ident: $item:ty, $kind:literal, $field:ident;)*) => {
        impl Document {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $method<'d>(
                    &'d self,
                    value: &Located<'d, ReferenceOr<$item>>,
                ) -> Option<Resolved<'d, $item>> {
                    match value.value {
                        ReferenceOr::Item(item) => Some(not_a_reference(value, item)),
                        ReferenceOr::Reference { reference } => {
                            self.follow(reference, $kind, |components| &components.$field)
                        }
                    }
                }
            )*
        }
    };
}

resolvers! {
    /// Resolves a parameter. Returns `None` if a reference leads nowhere, which was reported.
    parameter: Parameter, "parameters", parameters;
    /// Resolves a request body. Returns `None` if a reference leads nowhere, which was reported.
    request_body: RequestBody, "requestBodies", request_bodies;
    /// Resolves a response. Returns `None` if a reference leads nowhere, which was reported.
    response: Response, "responses", responses;
    /// Resolves a header. Returns `None` if a reference leads nowhere, which was reported.
    header: Header, "headers", headers;
    /// Resolves an example. Returns `None` if a reference leads nowhere, which was reported.
    example: Example, "examples", examples;
    /// Resolves a security scheme. Returns `None` if a reference leads nowhere, which was reported.
    security_scheme: SecurityScheme, "securitySchemes", security_schemes;
    /// Resolves a callback. Returns `None` if a reference leads nowhere, which was reported.
    callback: Callback, "callbacks", callbacks;
}

impl Document {
    /// Resolves a schema. Returns `None` if a reference leads nowhere, which was reported.
    #[must_use]
    pub fn schema<'d>(&'d self, schema: impl Into<SchemaRef<'d>>) -> Option<Resolved<'d, Schema>> {
        match schema.into() {
            SchemaRef::Schema(item) => Some(Resolved {
                item,
                component: None,
            }),
            SchemaRef::Reference(reference) => {
                self.follow(reference.value, "schemas", |components| &components.schemas)
            }
        }
    }

    /// Resolves a path item. References to path items were replaced by copies before.
    #[must_use]
    pub fn path_item<'d>(
        &'d self,
        item: &Located<'d, ReferenceOr<PathItem>>,
    ) -> Option<Resolved<'d, PathItem>> {
        Some(not_a_reference(item, item.value.as_item()?))
    }

    /// Follows references from component to component.
    fn follow<'d, T>(
        &'d self,
        reference: &'d str,
        kind: &str,
        map: impl Fn(&'d Components) -> &'d Map<T>,
    ) -> Option<Resolved<'d, T>> {
        let map = map(self.api.components.as_ref()?);
        let root = self.api().at.child("components").child(kind);
        let mut reference = reference;
        // A chain that is longer than the map is a cycle.
        for _ in 0..=map.len() {
            let (name, component) = map.get_key_value(component_name(reference, kind)?)?;
            match component {
                ReferenceOr::Item(value) => {
                    return Some(Resolved {
                        item: Located {
                            at: root.child(name),
                            value,
                        },
                        component: Some(name),
                    });
                }
                ReferenceOr::Reference { reference: next } => reference = next,
            }
        }
        None
    }
}

/// Returns the name in a reference: after the passes, each reference is
/// `#/components/<kind>/<name>`, and no name contains a character that a pointer escapes.
fn component_name<'r>(reference: &'r str, kind: &str) -> Option<&'r str> {
    reference
        .strip_prefix("#/components/")?
        .strip_prefix(kind)?
        .strip_prefix('/')
}

/// Returns a value that is no reference.
fn not_a_reference<'d, T>(
    located: &Located<'d, impl ?Sized>,
    item: &'d (impl Borrow<T> + 'd),
) -> Resolved<'d, T> {
    Resolved {
        item: Located {
            at: located.at.clone(),
            value: item.borrow(),
        },
        component: None,
    }
}
