//! The component schemas of a document: which others each extends, and the discriminators that they
//! declare.
//!
//! Each fact is computed of those before it: what every schema says itself, its ancestors, the
//! discriminators, the schemas that extend each.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::read::schema_view::{SchemaRef, View};
use crate::read::{Document, schema_view};
use crate::source::Location;

use super::own::{Own, own};

/// The component schemas of a document.
pub(crate) struct Schemas<'d> {
    document: &'d Document,
    lineage: Lineage<'d>,
    /// By key, in the document's order: the schemas that declare a discriminator.
    declared: IndexMap<&'d str, Declared<'d>>,
    /// By key: the schemas that extend it, in the document's order.
    extending: BTreeMap<&'d str, Vec<&'d str>>,
}

/// The schemas by key, in the document's order, each with its ancestors.
struct Lineage<'d>(IndexMap<&'d str, Schema<'d>>);

struct Schema<'d> {
    at: Location,
    own: Own<'d>,
    /// What it extends, and what that extends, the nearest first.
    ancestors: Vec<&'d str>,
}

/// What a schema declares by its `discriminator`.
pub(crate) struct Declared<'d> {
    /// The name of the member.
    pub(crate) property: &'d str,
    /// From values to keys of schemas.
    pub(crate) mapping: Vec<(&'d str, &'d str)>,
    /// The values that the schema itself allows; empty: any.
    pub(crate) values: Vec<String>,
    /// Whether the schema requires the member.
    pub(crate) is_required: bool,
    /// Whether the schema has the member.
    pub(crate) is_member: bool,
    /// Whether the schema lists its alternatives itself (`oneOf`, `anyOf`).
    is_union: bool,
}

/// The limit on layers of schemas. A type that has more is reported when its parts are gathered.
const MAX_DEPTH: usize = 64;

impl<'d> Schemas<'d> {
    /// Returns the schemas of a document, or `None` if none of them declares a discriminator.
    pub(crate) fn of(document: &'d Document, all: Vec<(&'d str, SchemaRef<'d>)>) -> Option<Self> {
        let names: BTreeSet<&str> = all.iter().filter_map(|(_, it)| property(it)).collect();
        if names.is_empty() {
            return None;
        }
        let keys: BTreeSet<&str> = all.iter().map(|(key, _)| *key).collect();
        let mut views = Vec::new();
        for (key, schema) in all {
            if let SchemaRef::Schema(schema) = schema {
                views.push((key, schema_view::view(&schema)));
            }
        }
        let lineage = Lineage::of(document, &views, &names);
        let declared = views.iter();
        let declared = declared.filter_map(|(key, view)| {
            let declared = declared_by(key, view, &keys, &lineage)?;
            Some((*key, declared))
        });
        Some(Self {
            document,
            declared: declared.collect(),
            extending: lineage.extending(),
            lineage,
        })
    }

    /// Returns the schemas that declare a discriminator.
    pub(crate) fn declaring(&self) -> impl Iterator<Item = (&'d str, &Declared<'d>)> {
        self.declared.iter().map(|(key, declared)| (*key, declared))
    }

    /// Returns what a schema declares by its discriminator.
    pub(crate) fn declared(&self, key: &str) -> Option<&Declared<'d>> {
        self.declared.get(key)
    }

    /// Returns whether a schema has subtypes: it has a discriminator, doesn't list its alternatives
    /// itself, and others extend it.
    pub(crate) fn is_base(&self, key: &str) -> bool {
        let declared = self.declared.get(key).filter(|it| !it.is_union);
        declared.is_some_and(|it| !self.family(key, it).is_empty())
    }

    /// Returns the schemas that extend a schema.
    pub(crate) fn below(&self, key: &str) -> &[&'d str] {
        self.extending.get(key).map_or(&[], Vec::as_slice)
    }

    /// Returns the schemas that extend a schema and those in its mapping, in the document's order.
    // OAS 3.0.3, Composition and Inheritance (Polymorphism): what extends a schema says so with "allOf".
    pub(crate) fn family(&self, base: &str, declared: &Declared<'d>) -> Vec<&'d str> {
        let extending = self.below(base).iter().copied();
        let subtypes = extending.filter(|key| {
            let is_alias = self.lineage.own(key).is_some_and(|own| own.is_alias);
            !is_alias || self.is_named(key, declared.property)
        });
        let mapped = declared.mapping.iter().map(|(_, key)| *key);
        let all: BTreeSet<(usize, &str)> = subtypes
            .chain(mapped)
            .filter(|key| *key != base)
            .filter_map(|key| Some((self.lineage.0.get_index_of(key)?, key)))
            .collect();
        all.into_iter().map(|(_, key)| key).collect()
    }

    /// Returns whether a discriminator of that name has a value for a schema. Otherwise a schema that
    /// adds nothing to another is that one with a description.
    fn is_named(&self, key: &str, property: &str) -> bool {
        let name = self.name(key);
        let mut declared = self.line(key, property);
        declared.any(|it| {
            it.mapping.iter().any(|(_, target)| *target == key) || it.values.contains(&name)
        })
    }

    /// Returns the discriminators of that name of a schema and of its ancestors, the nearest first.
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

    /// Returns what a schema extends, and what that extends, the nearest first.
    pub(crate) fn ancestors(&self, key: &str) -> &[&'d str] {
        self.lineage.ancestors(key)
    }

    /// Returns where a schema is.
    pub(crate) fn at(&self, key: &str) -> Option<&Location> {
        self.lineage.0.get(key).map(|schema| &schema.at)
    }

    /// Returns the values that a schema gives a discriminator itself, without its ancestors.
    pub(crate) fn own_values(&self, key: &str, property: &str) -> &[String] {
        let own = self.lineage.own(key);
        let values = own.and_then(|own| own.values.get(property));
        values.map_or(&[], Vec::as_slice)
    }

    /// Returns whether others extend a schema.
    pub(crate) fn is_extended(&self, key: &str) -> bool {
        !self.below(key).is_empty()
    }

    /// Returns whether all values of a schema have a member.
    pub(crate) fn requires(&self, key: &str, property: &str) -> bool {
        self.lineage.requires(key, property)
    }

    /// Returns the name of a schema as it was written. Its key is another one if it comes from
    /// another document.
    pub(crate) fn name(&self, key: &str) -> String {
        let schema = self.lineage.0.get(key);
        let origin = schema.map(|it| self.document.origin(&it.at));
        let step = origin.and_then(|origin| origin.steps().last());
        step.unwrap_or_else(|| key.to_owned())
    }
}

impl<'d> Lineage<'d> {
    fn of(document: &'d Document, views: &[(&'d str, View<'d>)], names: &BTreeSet<&str>) -> Self {
        let facts = views.iter();
        let facts = facts.map(|(key, view)| (*key, own(document, view.clone(), names)));
        let facts: IndexMap<&str, Own<'d>> = facts.collect();
        let ancestors: Vec<_> = facts.keys().map(|key| ancestors(&facts, key)).collect();
        let schemas = std::iter::zip(views, std::iter::zip(facts, ancestors));
        let schemas = schemas.map(|((_, view), ((key, own), ancestors))| {
            let at = view.at.clone();
            (key, Schema { at, own, ancestors })
        });
        Self(schemas.collect())
    }

    fn own(&self, key: &str) -> Option<&Own<'d>> {
        self.0.get(key).map(|schema| &schema.own)
    }

    fn ancestors(&self, key: &str) -> &[&'d str] {
        self.0.get(key).map_or(&[], |schema| &schema.ancestors)
    }

    /// Returns what a schema and its ancestors say themselves, the nearest first.
    fn layers<'s>(&'s self, key: &'s str) -> impl Iterator<Item = &'s Own<'d>> {
        let ancestors = self.ancestors(key).iter().copied();
        let all = std::iter::once(key).chain(ancestors);
        all.filter_map(|key| self.own(key))
    }

    /// Returns whether all values of a schema have a member.
    fn requires(&self, key: &str, property: &str) -> bool {
        self.layers(key)
            .any(|own| own.values.contains_key(property))
            && self.layers(key).any(|own| own.required.contains(property))
    }

    /// Returns the schemas that extend each, in the document's order.
    fn extending(&self) -> BTreeMap<&'d str, Vec<&'d str>> {
        let mut extending: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (key, schema) in &self.0 {
            for ancestor in &schema.ancestors {
                extending.entry(ancestor).or_default().push(key);
            }
        }
        extending
    }
}

/// Returns what a schema extends, layer by layer.
fn ancestors<'d>(all: &IndexMap<&'d str, Own<'d>>, key: &'d str) -> Vec<&'d str> {
    let mut found: Vec<&str> = Vec::new();
    // A cycle ends where it began. It is reported when its parts are gathered.
    let mut seen = BTreeSet::from([key]);
    let mut layer = vec![key];
    for _ in 0..MAX_DEPTH {
        let parents = layer.iter().filter_map(|key| all.get(key));
        let parents = parents.flat_map(|own| &own.parents).copied();
        layer = parents.filter(|key| seen.insert(key)).collect();
        if layer.is_empty() {
            break;
        }
        found.extend_from_slice(&layer);
    }
    found
}

/// Returns the member that a schema names as its discriminator.
fn property<'d>(schema: &SchemaRef<'d>) -> Option<&'d str> {
    let SchemaRef::Schema(schema) = schema else {
        return None;
    };
    let declared = schema.value.schema_data.discriminator.as_ref()?;
    Some(&declared.property_name)
}

/// Returns what a schema declares by its discriminator, together with its ancestors.
fn declared_by<'d>(
    key: &str,
    view: &View<'d>,
    keys: &BTreeSet<&'d str>,
    lineage: &Lineage<'d>,
) -> Option<Declared<'d>> {
    let declared = view.discriminator.as_ref()?.value;
    let property = declared.property_name.as_str();
    let mapping = declared.mapping.iter();
    let mapping = mapping.filter_map(|(value, to)| Some((value.as_str(), mapped(to, keys)?)));
    let values = lineage.layers(key).find_map(|own| own.values.get(property));
    Some(Declared {
        property,
        mapping: mapping.collect(),
        is_union: !view.one_of.is_empty() || !view.any_of.is_empty(),
        is_required: lineage.requires(key, property),
        is_member: values.is_some(),
        values: values.cloned().unwrap_or_default(),
    })
}

/// Returns the schema that a mapping names, by its key or by a reference to it.
fn mapped<'d>(target: &str, keys: &BTreeSet<&'d str>) -> Option<&'d str> {
    let last = target.rsplit_once('/').map(|(_, last)| last);
    let found = keys.get(target);
    found.or_else(|| keys.get(last?)).copied()
}
