//! Following references to components.
//!
//! What can't be followed was reported when the document was read: nothing is reported here.

use std::borrow::Borrow;

use indexmap::IndexMap;
use openapiv3::{
    Callback, Components, Example, Header, Parameter, PathItem, ReferenceOr, RequestBody, Response,
    Schema, SecurityScheme,
};

use crate::read::schema_view::SchemaRef;
use crate::read::{Document, Located};

/// What stands at a place, or in the component that the place refers to.
#[derive(Clone, Debug)]
pub struct Resolved<'d, T> {
    /// The part itself and its own place.
    pub item: Located<'d, T>,
    /// The key of the component that it is; the last, where one component refers to another. `None` for what stands
    /// in place.
    pub component: Option<&'d str>,
}

type Map<T> = IndexMap<String, ReferenceOr<T>>;

macro_rules! followers {
    ($($(#[$doc:meta])* $method:ident: $item:ty, $kind:literal, $field:ident;)*) => {
        impl Document {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $method<'d>(&'d self, place: &Located<'d, ReferenceOr<$item>>) -> Option<Resolved<'d, $item>> {
                    match place.value {
                        ReferenceOr::Item(item) => Some(in_place(place, item)),
                        ReferenceOr::Reference { reference } => {
                            self.follow(reference, $kind, |components| &components.$field)
                        }
                    }
                }
            )*
        }
    };
}

followers! {
    /// The parameter at a place. `None` where a reference leads nowhere, which was reported.
    parameter: Parameter, "parameters", parameters;
    /// The request body at a place. `None` where a reference leads nowhere, which was reported.
    request_body: RequestBody, "requestBodies", request_bodies;
    /// The response at a place. `None` where a reference leads nowhere, which was reported.
    response: Response, "responses", responses;
    /// The header at a place. `None` where a reference leads nowhere, which was reported.
    header: Header, "headers", headers;
    /// The example at a place. `None` where a reference leads nowhere, which was reported.
    example: Example, "examples", examples;
    /// The security scheme at a place. `None` where a reference leads nowhere, which was reported.
    security_scheme: SecurityScheme, "securitySchemes", security_schemes;
    /// The callback at a place. `None` where a reference leads nowhere, which was reported.
    callback: Callback, "callbacks", callbacks;
}

impl Document {
    /// The schema at a place. `None` where a reference leads nowhere, which was reported.
    #[must_use]
    pub fn schema<'d>(&'d self, place: impl Into<SchemaRef<'d>>) -> Option<Resolved<'d, Schema>> {
        match place.into() {
            SchemaRef::Schema(item) => Some(Resolved {
                item,
                component: None,
            }),
            SchemaRef::Reference(reference) => {
                self.follow(reference.value, "schemas", |components| &components.schemas)
            }
        }
    }

    /// The path item at a place. Those that were references stand in place already.
    #[must_use]
    pub fn path_item<'d>(
        &'d self,
        place: &Located<'d, ReferenceOr<PathItem>>,
    ) -> Option<Resolved<'d, PathItem>> {
        Some(in_place(place, place.value.as_item()?))
    }

    fn follow<'d, T>(
        &'d self,
        reference: &'d str,
        kind: &str,
        map: impl Fn(&'d Components) -> &'d Map<T>,
    ) -> Option<Resolved<'d, T>> {
        let map = map(self.api.components.as_ref()?);
        let root = self.api().at.child("components").child(kind);
        let mut reference = reference;
        // A chain that is longer than the map goes round in circles.
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

/// After the repairs each reference reads `#/components/<kind>/<name>`, and no name holds a character that a pointer
/// escapes.
fn component_name<'r>(reference: &'r str, kind: &str) -> Option<&'r str> {
    reference
        .strip_prefix("#/components/")?
        .strip_prefix(kind)?
        .strip_prefix('/')
}

fn in_place<'d, T>(
    place: &Located<'d, impl ?Sized>,
    item: &'d (impl Borrow<T> + 'd),
) -> Resolved<'d, T> {
    Resolved {
        item: Located {
            at: place.at.clone(),
            value: item.borrow(),
        },
        component: None,
    }
}
