//! What a component schema says itself, in its own parts: what those say that it extends is theirs.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::schema_view::{SchemaRef, View};
use crate::read::{Document, schema_view};

use crate::lower::facts::{form, members};

/// What a schema says itself.
pub(crate) struct Own<'d> {
    /// The components that it extends: its `allOf` refers to them.
    pub(crate) parents: Vec<&'d str>,
    /// Of the members that tell schemas apart: the texts that each may have; empty: any.
    pub(crate) texts: BTreeMap<&'d str, Vec<String>>,
    /// Of those members: the required ones.
    pub(crate) required: BTreeSet<&'d str>,
    /// It adds nothing to what it extends: that with a description, or a schema of its own without members.
    pub(crate) is_alias: bool,
}

/// What a schema says itself of these members.
pub(crate) fn own<'d>(document: &'d Document, view: View<'d>, names: &BTreeSet<&str>) -> Own<'d> {
    let mut own = Own {
        parents: Vec::new(),
        texts: BTreeMap::new(),
        required: BTreeSet::new(),
        is_alias: form::same(&view).is_some(),
    };
    let mut queue = vec![view];
    while let Some(view) = queue.pop() {
        for (name, member) in view.properties {
            if names.contains(name) {
                let texts = || members::texts(document, &member);
                own.texts.entry(name).or_insert_with(texts);
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
