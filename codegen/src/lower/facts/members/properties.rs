//! The top-level properties of a JSON object and what is known of each, for whoever looks at an
//! object without its type.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::schema_view::{SchemaRef, View};
use crate::read::{Document, schema_view};

use crate::lower::facts::form;
use crate::lower::facts::traits::Traits;

/// The properties that a schema names, in all its parts.
pub(crate) type Properties<'d> = BTreeMap<&'d str, Traits>;

/// Returns the properties of the object that a schema describes.
pub(crate) fn of<'d>(document: &'d Document, schema: &SchemaRef<'d>) -> Properties<'d> {
    let schemas = schemas(document, schema).into_iter();
    schemas
        .map(|(name, schema)| (name, Traits::of(document, &schema)))
        .collect()
}

/// Returns the properties of the object that a schema describes, each with its schema.
pub(crate) fn schemas<'d>(
    document: &'d Document,
    schema: &SchemaRef<'d>,
) -> BTreeMap<&'d str, SchemaRef<'d>> {
    let mut properties = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut queue = vec![schema.clone()];
    while let Some(schema) = queue.pop() {
        let Some(resolved) = document.schema(&schema) else {
            continue;
        };
        // A part adds nothing a second time, and one that contains itself would add it forever.
        if !seen.insert(resolved.item.at.clone()) {
            continue;
        }
        let view: View<'d> = schema_view::view(&resolved.item);
        let parts = form::same(&view).into_iter().chain(&view.all_of);
        queue.extend(parts.cloned());
        for (name, schema) in &view.properties {
            properties.entry(*name).or_insert_with(|| schema.clone());
        }
    }
    properties
}

/// Returns the strings that a property's `enum` lists. Without an `enum` there are none.
pub(crate) fn strings(document: &Document, property: &SchemaRef<'_>) -> Vec<String> {
    let resolved = document.schema(property);
    let view = resolved.map(|found| schema_view::view(&found.item));
    let inner = view.as_ref().and_then(form::same).cloned();
    let inner = inner.and_then(|inner| document.schema(&inner));
    let view = inner.map(|found| schema_view::view(&found.item)).or(view);
    let values = view.iter().flat_map(|view| &view.enumeration);
    let strings = values.filter_map(|value| value.as_str().map(str::to_owned));
    strings.collect()
}
