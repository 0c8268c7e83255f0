//! Schemas that extend one with a `discriminator` (OAS 3.0.3, Composition and Inheritance): the base is an open union of them.
//!
//! | in the document | becomes |
//! | --- | --- |
//! | a base that something refers to | a union of what stands for it (`heirs`) |
//! | its own object, where that is a value by itself | a struct of its own, `PetObject` |
//! | a base that nothing refers to but what extends it | an object, as if nothing did |
//! | what extends it | an object with the base's members in it; where the discriminator is required, `new` fills it in |
//! | a base that nothing extends | an object |

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
use self::subtypes::Heir;
use crate::lower::facts::component::Component;
use crate::lower::facts::slot::Slot;
use crate::lower::types::Types;

pub(crate) use lowering::{lower, settle};

/// The schemas of a document that others extend.
#[derive(Debug, Default)]
pub(crate) struct Inheritance<'d> {
    bases: BTreeMap<&'d str, Base<'d>>,
    /// By the pointer of what stands for a base.
    tags: BTreeMap<String, Tags<'d>>,
}

/// By discriminator: the only value that it has; `None` where it has several.
pub(crate) type Tags<'d> = BTreeMap<&'d str, Option<String>>;

/// A schema that others stand for.
#[derive(Debug)]
pub(crate) struct Base<'d> {
    property: &'d str,
    heirs: Vec<Heir<'d>>,
    /// The name of its own object.
    object: Ident,
}

impl<'d> Inheritance<'d> {
    /// What the component schemas say of each other. Names the objects of bases: they go before all that has no name.
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
            let mut heirs = schemas.heirs(key, declared);
            inheritance.note(&schemas, declared.property, &heirs);
            heirs.retain(|heir| !heir.is_behind);
            let component = components.get(key).filter(|_| schemas.is_base(key));
            let component = component.filter(|it| it.traits.rust_type.is_none());
            if let (Some(component), Some(at)) = (component, schemas.at(key)) {
                let base = Base {
                    property: declared.property,
                    heirs,
                    object: types.name_inline(&object(component), at),
                };
                inheritance.bases.insert(key, base);
            }
        }
        inheritance
    }

    /// The values of a discriminator that mean each schema.
    fn note(&mut self, schemas: &Schemas<'d>, property: &'d str, heirs: &[Heir<'d>]) {
        for heir in heirs {
            let Some(at) = schemas.at(heir.key) else {
                continue;
            };
            let only = match heir.tags.as_slice() {
                [tag] if !heir.is_untold => Some(tag.clone()),
                _ => None,
            };
            let known = self.tags.entry(at.pointer().to_owned()).or_default();
            let known = known.entry(property).or_insert_with(|| only.clone());
            if *known != only {
                *known = None;
            }
        }
    }

    /// The base that a component is.
    pub(crate) fn base(&self, key: &str) -> Option<&Base<'d>> {
        self.bases.get(key)
    }

    /// What is known of the discriminators of the schema at a place.
    pub(crate) fn tags(&self, at: &Location) -> Option<&Tags<'d>> {
        self.tags.get(at.pointer())
    }
}

impl Base<'_> {
    /// All values of a discriminator that mean something that stands for it.
    pub(crate) fn values(&self, property: &str) -> impl Iterator<Item = &String> {
        let heirs = self.heirs.iter().filter(move |_| self.property == property);
        heirs.flat_map(|heir| &heir.tags)
    }
}

/// Where the object of a base stands.
fn object(component: &Component) -> Slot {
    let base = Slot::root(component.name.as_str(), &component.file);
    base.child("Object").of("Variant")
}
