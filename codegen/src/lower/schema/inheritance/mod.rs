//! Schemas that extend one with a `discriminator` (OAS 3.0.3, Composition and Inheritance): the base is
//! an open union of its subtypes.
//!
//! | in the document | becomes |
//! | --- | --- |
//! | a base that something refers to | a union of its subtypes |
//! | its own object, if that is a value by itself | a struct of its own, `PetObject` |
//! | a base that only its subtypes refer to | an object, as if it had none |
//! | a subtype | an object with the base's members; `new` fills in a required discriminator |
//! | a base without subtypes | an object |

mod lowering;
mod own;
mod schemas;
mod subtypes;

use std::collections::BTreeMap;

use foldhash::HashMap;

use crate::names::Ident;
use crate::read::Document;
use crate::read::schema_view::SchemaRef;
use crate::source::Location;

use self::schemas::Schemas;
use self::subtypes::Subtype;
use crate::lower::facts::component::Component;
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::types::Types;

pub(crate) use lowering::{lower, unwrap_unused};

/// The schemas of a document that others extend.
#[derive(Debug, Default)]
pub(crate) struct Inheritance<'d> {
    bases: BTreeMap<&'d str, Base<'d>>,
    /// By the pointer of a subtype.
    tags: BTreeMap<String, Tags<'d>>,
}

/// By discriminator: its only value in a subtype; `None` if it has several.
pub(crate) type Tags<'d> = BTreeMap<&'d str, Option<String>>;

/// A schema with a discriminator that others extend.
#[derive(Debug)]
pub(crate) struct Base<'d> {
    property: &'d str,
    subtypes: Vec<Subtype<'d>>,
    /// The name of its own object.
    object: Ident,
}

impl<'d> Inheritance<'d> {
    /// Finds the bases among the component schemas. Names tsubtype objects, which go before inline
    /// types.
    pub(crate) fn of(
        document: &'d Document,
        all: Vec<(&'d str, SchemaRef<'d>)>,
        components: &HashMap<&'d str, Component>,
        types: &mut Types,
    ) -> Self {
        let mut inheritance = Self::default();
        let Some(schemas) = Schemas::of(document, all) else {
            return inheritance;
        };
        for (key, declared) in schemas.declaring() {
            let mut subtypes = schemas.subtypes(key, declared);
            inheritance.record_tags(&schemas, declared.property, &subtypes);
            subtypes.retain(|subtype| !subtype.is_indirect);
            let component = components.get(key).filter(|_| schemas.is_base(key));
            let component = component.filter(|it| it.traits.rust_type.is_none());
            if let (Some(component), Some(at)) = (component, schemas.at(key)) {
                let base = Base {
                    property: declared.property,
                    subtypes,
                    object: types.name_inline(&object(component), at),
                };
                inheritance.bases.insert(key, base);
            }
        }
        inheritance
    }

    /// Records the values of a discriminator that mean each subtype.
    fn record_tags(&mut self, schemas: &Schemas<'d>, property: &'d str, subtypes: &[Subtype<'d>]) {
        for subtype in subtypes {
            let Some(at) = schemas.at(subtype.key) else {
                continue;
            };
            let only = match subtype.tags.as_slice() {
                [tag] if !subtype.is_untagged => Some(tag.clone()),
                _ => None,
            };
            let known = self.tags.entry(at.pointer().to_owned()).or_default();
            let known = known.entry(property).or_insert_with(|| only.clone());
            if *known != only {
                *known = None;
            }
        }
    }

    /// Returns the base that a component is.
    pub(crate) fn base(&self, key: &str) -> Option<&Base<'d>> {
        self.bases.get(key)
    }

    /// Returns what is known of the discriminators of the schema at a location.
    pub(crate) fn tags(&self, at: &Location) -> Option<&Tags<'d>> {
        self.tags.get(at.pointer())
    }
}

impl Base<'_> {
    /// Returns all values of a discriminator that mean a subtype.
    pub(crate) fn values(&self, property: &str) -> impl Iterator<Item = &String> {
        let subtypes = self
            .subtypes
            .iter()
            .filter(move |_| self.property == property);
        subtypes.flat_map(|subtype| &subtype.tags)
    }
}

/// Returns the name path of a base's own object.
fn object(component: &Component) -> NamePath {
    let base = NamePath::root(component.name.as_str(), &component.file);
    base.child("Object").of("Variant")
}
