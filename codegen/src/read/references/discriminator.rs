//! Finds the schemas that belong to a discriminator without a reference: those in its mapping, and
//! the subtypes beside its schema.

use std::collections::BTreeSet;

use super::pointer::decode;
use crate::read::syntax::node::{EcoString, Node, NodeKind};
use crate::source::Location;

use super::files::Files;

/// The key of a Discriminator Object in a schema.
pub(crate) const DISCRIMINATOR: &str = "discriminator";

/// Returns the targets in the mapping of a discriminator.
pub(crate) fn targets(discriminator: &Node) -> impl Iterator<Item = &str> {
    let mapping = discriminator.get("mapping").and_then(Node::as_object);
    let targets = mapping.into_iter().flat_map(|it| it.members.values());
    targets.filter_map(Node::as_str)
}

/// Returns the targets in the mapping of a discriminator, mutably.
pub(crate) fn targets_mut(discriminator: &mut Node) -> impl Iterator<Item = &mut EcoString> {
    let mapping = discriminator.find_mut("/mapping");
    let mapping = mapping.and_then(Node::as_object_mut);
    let targets = mapping.into_iter().flat_map(|it| it.members.values_mut());
    targets.filter_map(|target| match &mut target.kind {
        NodeKind::String(text) => Some(text),
        _ => None,
    })
}

/// Returns the pointers to the subtypes of the schema at a pointer of a file, if it has a
/// discriminator.
// OAS 3.0.3, Composition and Inheritance: a value of a schema with a discriminator may be a value
// of any schema of its document that extends it with "allOf".
pub(crate) fn subtypes(file: &str, source: &Node, base: &str) -> Vec<String> {
    let is_base = source
        .find(base)
        .is_some_and(|it| it.get(DISCRIMINATOR).is_some());
    let parent = Location::new(&file.into(), base).parent();
    let beside = parent
        .as_ref()
        .and_then(|parent| source.find(parent.pointer()));
    let beside = beside.and_then(Node::as_object).filter(|_| is_base);
    let schemas: Vec<(String, &Node)> = (beside.into_iter().flat_map(|it| it.members.iter()))
        .filter_map(|(key, schema)| {
            Some((parent.as_ref()?.child(key).pointer().to_owned(), schema))
        })
        .collect();
    let mut found = BTreeSet::from([base.to_owned()]);
    loop {
        let known = found.len();
        for (pointer, schema) in &schemas {
            if extends(file, schema, &found) {
                found.insert(pointer.clone());
            }
        }
        if found.len() == known {
            found.remove(base);
            return found.into_iter().collect();
        }
    }
}

/// Returns whether a schema extends one of the bases.
fn extends(file: &str, schema: &Node, bases: &BTreeSet<String>) -> bool {
    let parts = schema
        .get("allOf")
        .and_then(Node::as_array)
        .unwrap_or_default();
    let references = parts.iter().filter_map(|part| part.get("$ref")?.as_str());
    let files = Files::new(std::iter::once(file));
    let mut inside = references.filter_map(|text| files.resolve(file, text));
    inside.any(|(_, fragment)| bases.contains(&decode(fragment)))
}
