//! Components whose names the standard doesn't allow: what refers to them follows.

use std::collections::{BTreeMap, HashSet};

use super::component_name::word;
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::{Visited, visit_anywhere};
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{EcoString, Node, Object};
use crate::source::Location;

use super::pointer::pointer;
use super::to_component;

/// From the pointer of a component to the reference that leads to it now.
type Renamed = BTreeMap<String, String>;

/// Security schemes are named by requirements and not by references: they keep theirs.
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

// OAS 3.0.3, Components Object: keys must match `^[a-zA-Z0-9\.\-_]+$`. Published ones are called
// `Page<Order>`. Letters beyond ASCII stay, because a name without them (`İşlem`, `订单`) says
// nothing.
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
    visit_anywhere(root, DOCUMENT, &mut |part, node| match part {
        Visited::Reference(_) => follow(node.find_mut("/$ref"), &renamed),
        Visited::Object(table) if table.name == "Discriminator Object" => {
            let mapping = node.find_mut("/mapping").and_then(Node::as_object_mut);
            for value in mapping.into_iter().flat_map(|map| map.members.values_mut()) {
                follow(Some(value), &renamed);
            }
        }
        _ => {}
    });
}

fn rename_kind(components: &mut Object, kind: ComponentKind, at: &Location, renamed: &mut Renamed) {
    let is_right = |name: &str| {
        let allowed = |c: char| c.is_alphanumeric() || ".-_".contains(c);
        !name.is_empty() && name.chars().all(allowed)
    };
    if components.members.keys().all(is_right) {
        return;
    }
    let mut mended = Object::default();
    let members = std::mem::take(&mut components.members);
    let known: HashSet<EcoString> = members.keys().map(EcoString::from).collect();
    for (name, component) in members {
        if is_right(&name) {
            mended.members.insert(name, component);
            continue;
        }
        let place = component.location(at, &name);
        let plain = word(&name);
        let numbered = (2..).map(|number| format!("{plain}_{number}"));
        let mut names = std::iter::once(plain.clone()).chain(numbered);
        let is_free = |name: &String| {
            !name.is_empty() && !known.contains(name.as_str()) && !mended.members.contains_key(name)
        };
        let free = names.find(is_free).unwrap_or_default();
        let from = at.child(&name);
        renamed.insert(from.pointer().to_owned(), to_component(kind, &free));
        mended.members.insert(free, component.with_origin(&place));
    }
    components.members = mended.members;
}

fn follow(node: Option<&mut Node>, renamed: &Renamed) {
    let Some(NodeKind::String(text)) = node.map(|node| &mut node.kind) else {
        return;
    };
    let Some(pointer) = pointer(text) else {
        return;
    };
    let as_written = text.strip_prefix('#').unwrap_or_default();
    // A name with `%2F` in it is referred to as it is written by some.
    let followed = one(&pointer, renamed).or_else(|| one(as_written, renamed));
    if let Some(followed) = followed {
        *text = followed.into();
    }
}

fn one(pointer: &str, renamed: &Renamed) -> Option<String> {
    // `/components/<kind>/<name>`, and what lies below.
    let end = pointer.match_indices('/').nth(3);
    let (from, rest) = pointer.split_at(end.map_or(pointer.len(), |(end, _)| end));
    Some(format!("{}{rest}", renamed.get(from)?))
}
