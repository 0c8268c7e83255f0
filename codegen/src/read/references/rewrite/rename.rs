//! Renames components whose names the specification doesn't allow, and redirects references to
//! them.

use std::collections::{BTreeMap, HashSet};

use super::component_name::word;
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::{Visited, visit_anywhere};
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{EcoString, Node, Object};
use crate::source::Location;

use crate::read::references::component_reference;
use crate::read::references::pointer::pointer;

/// The new reference to each renamed component, by its old pointer.
type Renamed = BTreeMap<String, String>;

/// The kinds of components that are renamed. Security schemes keep their names, because
/// requirements use these names instead of references.
const KINDS: [ComponentKind; 9] = [
    ComponentKind::Schema,
    ComponentKind::Response,
    ComponentKind::Parameter,
    ComponentKind::Example,
    ComponentKind::RequestBody,
    ComponentKind::Header,
    ComponentKind::Link,
    ComponentKind::Callback,
    ComponentKind::PathItem,
];

/// Renames components such as `Page<Order>`. Letters outside of ASCII are kept, because without
/// them a name such as `İşlem` or `订单` is meaningless.
// OAS 3.0.3, Components Object: keys must match `^[a-zA-Z0-9\.\-_]+$`.
pub(crate) fn rename(root: &mut Node, at: &Location) {
    let mut renamed = Renamed::new();
    for kind in KINDS {
        let at = at.child("components").child(kind.key());
        let components = root.find_mut(at.pointer()).and_then(Node::as_object_mut);
        if let Some(components) = components {
            rename_kind(components, kind, &at, &mut renamed);
        }
    }
    if renamed.is_empty() {
        return;
    }
    visit_anywhere(root, DOCUMENT, &mut |visited, node| match visited {
        Visited::Reference(_) => redirect(node.find_mut("/$ref"), &renamed),
        Visited::Object(table) if table.name == "Discriminator Object" => {
            let mapping = node.find_mut("/mapping").and_then(Node::as_object_mut);
            for value in mapping.into_iter().flat_map(|map| map.members.values_mut()) {
                redirect(Some(value), &renamed);
            }
        }
        _ => {}
    });
}

fn rename_kind(components: &mut Object, kind: ComponentKind, at: &Location, renamed: &mut Renamed) {
    let is_allowed = |name: &str| {
        let allowed = |c: char| c.is_alphanumeric() || ".-_".contains(c);
        !name.is_empty() && name.chars().all(allowed)
    };
    if components.members.keys().all(is_allowed) {
        return;
    }
    let mut all = Object::default();
    let members = std::mem::take(&mut components.members);
    let known: HashSet<EcoString> = members.keys().map(EcoString::from).collect();
    for (name, component) in members {
        if is_allowed(&name) {
            all.members.insert(name, component);
            continue;
        }
        let place = component.location(at, &name);
        let plain = word(&name);
        let numbered = (2..).map(|number| format!("{plain}_{number}"));
        let mut names = std::iter::once(plain.clone()).chain(numbered);
        let is_free = |name: &String| {
            !name.is_empty() && !known.contains(name.as_str()) && !all.members.contains_key(name)
        };
        let free = names.find(is_free).unwrap_or_default();
        let from = at.child(&name);
        renamed.insert(from.pointer().to_owned(), component_reference(kind, &free));
        all.members.insert(free, component.with_origin(&place));
    }
    components.members = all.members;
}

/// Redirects a reference to a renamed component or a part of it.
fn redirect(node: Option<&mut Node>, renamed: &Renamed) {
    let Some(NodeKind::String(text)) = node.map(|node| &mut node.kind) else {
        return;
    };
    let Some(pointer) = pointer(text) else {
        return;
    };
    let as_written = text.strip_prefix('#').unwrap_or_default();
    // Some references to a name that contains `%2F` don't encode the `%`.
    let redirected = new_reference(&pointer, renamed);
    let redirected = redirected.or_else(|| new_reference(as_written, renamed));
    if let Some(redirected) = redirected {
        *text = redirected.into();
    }
}

fn new_reference(pointer: &str, renamed: &Renamed) -> Option<String> {
    // Splits `/components/<kind>/<name>` from the rest.
    let end = pointer.match_indices('/').nth(3);
    let (from, rest) = pointer.split_at(end.map_or(pointer.len(), |(end, _)| end));
    Some(format!("{}{rest}", renamed.get(from)?))
}
