//! The top-level members of a JSON object and what is known of each, for what looks at a body without its type.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::schema_view::{SchemaRef, View};
use crate::read::{Document, schema_view};

use super::form;
use super::traits::Traits;

/// The members that a schema names, in all its parts.
pub(crate) type Members<'d> = BTreeMap<&'d str, Traits>;

/// The members of the object that a schema describes.
pub(crate) fn of<'d>(document: &'d Document, schema: &SchemaRef<'d>) -> Members<'d> {
    let schemas = schemas(document, schema).into_iter();
    schemas
        .map(|(name, schema)| (name, Traits::of(document, &schema)))
        .collect()
}

/// The same, each with its schema.
pub(crate) fn schemas<'d>(
    document: &'d Document,
    schema: &SchemaRef<'d>,
) -> BTreeMap<&'d str, SchemaRef<'d>> {
    let mut members = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut queue = vec![schema.clone()];
    while let Some(schema) = queue.pop() {
        let Some(resolved) = document.schema(&schema) else {
            continue;
        };
        // A part that was seen adds nothing a second time, and one that contains itself would add it forever.
        if !seen.insert(resolved.item.at.clone()) {
            continue;
        }
        let view: View<'d> = schema_view::view(&resolved.item);
        let parts = form::same(&view).into_iter().chain(&view.all_of);
        queue.extend(parts.cloned());
        for (name, schema) in &view.properties {
            members.entry(*name).or_insert_with(|| schema.clone());
        }
    }
    members
}

/// The texts that are the only ones a member may have; empty: any.
pub(crate) fn texts(document: &Document, member: &SchemaRef<'_>) -> Vec<String> {
    let resolved = document.schema(member);
    let view = resolved.map(|found| schema_view::view(&found.item));
    let inner = view.as_ref().and_then(form::same).cloned();
    let inner = inner.and_then(|inner| document.schema(&inner));
    let view = inner.map(|found| schema_view::view(&found.item)).or(view);
    let values = view.iter().flat_map(|view| &view.enumeration);
    let texts = values.filter_map(|value| value.as_str().map(str::to_owned));
    texts.collect()
}
