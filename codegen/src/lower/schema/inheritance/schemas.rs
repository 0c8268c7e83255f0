//! The component schemas, which others each extends, and which member tells those apart that extend it.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::read::schema_view::{SchemaRef, View};
use crate::read::{Document, schema_view};
use crate::source::Location;

use super::own::{Own, own};

/// The component schemas of a document.
pub(crate) struct Schemas<'d> {
    document: &'d Document,
    /// By key, in the document's order.
    all: IndexMap<&'d str, Schema<'d>>,
    /// By key, in the document's order: those that declare a discriminator.
    declared: IndexMap<&'d str, Declared<'d>>,
    /// By key: those that extend it, in the document's order.
    extending: BTreeMap<&'d str, Vec<&'d str>>,
}

struct Schema<'d> {
    at: Location,
    own: Own<'d>,
    /// What it extends, and what that extends, the nearest first.
    ancestors: Vec<&'d str>,
}

/// What a schema declares by its `discriminator`.
pub(crate) struct Declared<'d> {
    /// The member's name.
    pub(crate) property: &'d str,
    /// From values to keys of schemas.
    pub(crate) mapping: Vec<(&'d str, &'d str)>,
    /// The values that the schema itself gives the member; empty: any.
    pub(crate) values: Vec<String>,
    /// Whether it requires the member.
    pub(crate) is_required: bool,
    /// Whether it is among its members.
    pub(crate) is_member: bool,
    /// Whether others stand for the schema: it has some, and doesn't list them itself (`oneOf`, `anyOf`).
    is_base: bool,
}

/// No type is built of that many layers, which is reported where its parts are gathered.
const DEPTH: usize = 64;

impl<'d> Schemas<'d> {
    /// Those of a document; `None` where none of them declares a discriminator.
    pub(crate) fn of(document: &'d Document, all: Vec<(&'d str, SchemaRef<'d>)>) -> Option<Self> {
        let names: BTreeSet<&str> = all.iter().filter_map(|(_, it)| property(it)).collect();
        if names.is_empty() {
            return None;
        }
        let keys: BTreeSet<&str> = all.iter().map(|(key, _)| *key).collect();
        let mut schemas = Self {
            document,
            all: IndexMap::new(),
            declared: IndexMap::new(),
            extending: BTreeMap::new(),
        };
        for (key, schema) in all {
            let SchemaRef::Schema(schema) = schema else {
                continue;
            };
            let view = schema_view::view(&schema);
            let declared = declared(&view, &keys);
            schemas.declared.extend(declared.map(|it| (key, it)));
            let schema = Schema {
                at: schema.at,
                own: own(document, view, &names),
                ancestors: Vec::new(),
            };
            schemas.all.insert(key, schema);
        }
        schemas.relate();
        Some(schemas)
    }

    fn relate(&mut self) {
        for index in 0..self.all.len() {
            let ancestors = self.all.get_index(index).map(|(key, _)| self.above(key));
            if let (Some(found), Some((key, schema))) = (ancestors, self.all.get_index_mut(index)) {
                for ancestor in &found {
                    self.extending.entry(ancestor).or_default().push(key);
                }
                schema.ancestors = found;
            }
        }
        let mut declared = std::mem::take(&mut self.declared);
        for (key, declared) in &mut declared {
            let own = |it: &&Own<'d>| it.texts.contains_key(declared.property);
            let texts = self.layers(key).find(own);
            let texts = texts.and_then(|own| own.texts.get(declared.property));
            declared.is_member = texts.is_some();
            declared.values = texts.cloned().unwrap_or_default();
            declared.is_required = self.requires(key, declared.property);
        }
        self.declared = declared;
        let declared = self.declared.iter();
        let alone = declared.filter(|(key, it)| self.family(key, it).is_empty());
        let alone: Vec<&str> = alone.map(|(key, _)| *key).collect();
        for key in alone {
            if let Some(declared) = self.declared.get_mut(key) {
                declared.is_base = false;
            }
        }
    }

    /// What a schema extends, layer by layer.
    fn above(&self, key: &'d str) -> Vec<&'d str> {
        let mut found: Vec<&str> = Vec::new();
        // A circle leads back to where it began, which is reported where its parts are gathered.
        let mut seen = BTreeSet::from([key]);
        let mut layer = vec![key];
        for _ in 0..DEPTH {
            let above = layer.iter().filter_map(|key| self.all.get(key));
            let above = above.flat_map(|schema| &schema.own.parents).copied();
            layer = above.filter(|key| seen.insert(key)).collect();
            if layer.is_empty() {
                break;
            }
            found.extend_from_slice(&layer);
        }
        found
    }

    /// What a schema and all that it extends say themselves, the nearest first.
    fn layers<'s>(&'s self, key: &'s str) -> impl Iterator<Item = &'s Own<'d>> {
        let ancestors = self.ancestors(key).iter().copied();
        let all = std::iter::once(key).chain(ancestors);
        all.filter_map(|key| self.all.get(key).map(|it| &it.own))
    }

    /// Those that declare a discriminator.
    pub(crate) fn declaring(&self) -> impl Iterator<Item = (&'d str, &Declared<'d>)> {
        self.declared.iter().map(|(key, declared)| (*key, declared))
    }

    pub(crate) fn declared(&self, key: &str) -> Option<&Declared<'d>> {
        self.declared.get(key)
    }

    /// Whether others stand for a schema: it has a discriminator and leaves it to them to say that they extend it.
    pub(crate) fn is_base(&self, key: &str) -> bool {
        self.declared.get(key).is_some_and(|it| it.is_base)
    }

    /// Those that extend a schema.
    pub(crate) fn below(&self, key: &str) -> &[&'d str] {
        self.extending.get(key).map_or(&[], Vec::as_slice)
    }

    /// Those that extend a schema, and those that its mapping names, in the document's order.
    // OAS 3.0.3, Composition and Inheritance (Polymorphism): what extends a schema says so with "allOf".
    pub(crate) fn family(&self, base: &str, declared: &Declared<'d>) -> Vec<&'d str> {
        let extending = self.below(base).iter().copied();
        let heirs = extending.filter(|key| {
            let is_alias = self.all.get(key).is_some_and(|it| it.own.is_alias);
            !is_alias || self.is_named(key, declared.property)
        });
        let mapped = declared.mapping.iter().map(|(_, key)| *key);
        let all: BTreeSet<(usize, &str)> = heirs
            .chain(mapped)
            .filter(|key| *key != base)
            .filter_map(|key| Some((self.all.get_index_of(key)?, key)))
            .collect();
        all.into_iter().map(|(_, key)| key).collect()
    }

    /// Whether a discriminator of that name has a value for a schema: otherwise one that adds nothing to another is that one with
    /// a description.
    fn is_named(&self, key: &str, property: &str) -> bool {
        let name = self.name(key);
        let mut declared = self.line(key, property);
        declared.any(|it| {
            it.mapping.iter().any(|(_, target)| *target == key) || it.values.contains(&name)
        })
    }

    /// The discriminators of that name of a schema and of what it extends, the nearest first.
    pub(crate) fn line<'s>(
        &'s self,
        key: &'s str,
        property: &'s str,
    ) -> impl Iterator<Item = &'s Declared<'d>> {
        let ancestors = self.ancestors(key).iter().copied();
        let declared = std::iter::once(key).chain(ancestors);
        let declared = declared.filter_map(|key| self.declared.get(key));
        declared.filter(move |it| it.property == property)
    }

    pub(crate) fn ancestors(&self, key: &str) -> &[&'d str] {
        self.all.get(key).map_or(&[], |schema| &schema.ancestors)
    }

    pub(crate) fn at(&self, key: &str) -> Option<&Location> {
        self.all.get(key).map(|schema| &schema.at)
    }

    /// The texts that a schema itself says a member may have, not what it extends; empty: it says none.
    pub(crate) fn own_values(&self, key: &str, property: &str) -> &[String] {
        let schema = self.all.get(key);
        let texts = schema.and_then(|schema| schema.own.texts.get(property));
        texts.map_or(&[], Vec::as_slice)
    }

    /// Whether others extend a schema.
    pub(crate) fn is_extended(&self, key: &str) -> bool {
        !self.below(key).is_empty()
    }

    /// Whether a schema has a member in all its values.
    pub(crate) fn requires(&self, key: &str, property: &str) -> bool {
        self.layers(key).any(|own| own.texts.contains_key(property))
            && self.layers(key).any(|own| own.required.contains(property))
    }

    /// The name that a schema was given: its key may be another one where it came from another document.
    pub(crate) fn name(&self, key: &str) -> String {
        let schema = self.all.get(key);
        let origin = schema.map(|it| self.document.origin(&it.at));
        let step = origin.and_then(|origin| origin.steps().last());
        step.unwrap_or_else(|| key.to_owned())
    }
}

/// The member that a schema names as its discriminator.
fn property<'d>(schema: &SchemaRef<'d>) -> Option<&'d str> {
    let SchemaRef::Schema(schema) = schema else {
        return None;
    };
    let declared = schema.value.schema_data.discriminator.as_ref()?;
    Some(&declared.property_name)
}

fn declared<'d>(view: &View<'d>, keys: &BTreeSet<&'d str>) -> Option<Declared<'d>> {
    let declared = view.discriminator.as_ref()?.value;
    let mapping = declared.mapping.iter();
    let mapping = mapping.filter_map(|(value, to)| Some((value.as_str(), mapped(to, keys)?)));
    Some(Declared {
        property: &declared.property_name,
        mapping: mapping.collect(),
        is_base: view.one_of.is_empty() && view.any_of.is_empty(),
        // What it says together with what it extends is known once all are read.
        values: Vec::new(),
        is_required: false,
        is_member: false,
    })
}

/// The schema that a mapping names, by its key or by a reference to it.
fn mapped<'d>(target: &str, keys: &BTreeSet<&'d str>) -> Option<&'d str> {
    let last = target.rsplit_once('/').map(|(_, last)| last);
    let found = keys.get(target);
    found.or_else(|| keys.get(last?)).copied()
}
