//! What a component schema says itself and in its inline parts, without the components it extends.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::schema_view::{SchemaRef, View};
use crate::read::{Document, schema_view};

use crate::lower::facts::form;
use crate::lower::facts::members::properties;

/// What a schema says itself about discriminators.
pub(crate) struct Own<'d> {
    /// The components that it extends: its `allOf` refers to them.
    pub(crate) parents: Vec<&'d str>,
    /// By discriminator: the strings that it may be; empty: any.
    pub(crate) values: BTreeMap<&'d str, Vec<String>>,
    /// The required discriminators.
    pub(crate) required: BTreeSet<&'d str>,
    /// Whether it adds nothing to the schema it extends, except annotations.
    pub(crate) is_alias: bool,
}

/// Returns what a schema says itself about these discriminators.
pub(crate) fn own<'d>(document: &'d Document, view: View<'d>, names: &BTreeSet<&str>) -> Own<'d> {
    let mut own = Own {
        parents: Vec::new(),
        values: BTreeMap::new(),
        required: BTreeSet::new(),
        is_alias: form::same(&view).is_some(),
    };
    let mut queue = vec![view];
    while let Some(view) = queue.pop() {
        for (name, property) in view.properties {
            if names.contains(name) {
                let strings = || properties::strings(document, &property);
                own.values.entry(name).or_insert_with(strings);
            }
        }
        let required = view.required.iter().map(String::as_str);
        own.required
            .extend(required.filter(|it| names.contains(it)));
        for part in view.all_of {
            match part {
                SchemaRef::Schema(part) => queue.push(schema_view::view(&part)),
                part => own
                    .parents
                    .extend(document.schema(&part).and_then(|it| it.component)),
            }
        }
    }
    own
}
