//! Makes components of targets elsewhere in the document.

use std::collections::BTreeMap;

use super::component_name::place_name;
use crate::read::grammar::table::ComponentKind;
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

use crate::read::references::component_reference;
use crate::read::references::resolution::{Resolution, Resolutions};

/// Moves each target to the components, and leaves a reference in its place. Path items can't be
/// components.
pub(crate) fn hoist(root: &mut Node, at: &Location, resolutions: &mut Resolutions) {
    let mut targets: BTreeMap<String, ComponentKind> = BTreeMap::new();
    for ((kind, _), resolution) in resolutions.iter() {
        if let (Resolution::Pointer(pointer), false) =
            (resolution, *kind == ComponentKind::PathItem)
        {
            targets.insert(pointer.clone(), *kind);
        }
    }
    // A target inside of another comes first: the outer one then contains a reference to it.
    let mut inner_first: Vec<_> = targets.into_iter().collect();
    inner_first.sort_by_key(|(pointer, _)| std::cmp::Reverse(pointer.matches('/').count()));
    let mut names = BTreeMap::new();
    for (pointer, kind) in inner_first {
        if let Some(name) = hoist_one(root, at, &pointer, kind) {
            names.insert(pointer, name);
        }
    }
    for resolution in resolutions.values_mut() {
        if let Resolution::Pointer(pointer) = resolution
            && let Some(name) = names.get(pointer)
        {
            *resolution = Resolution::Component(name.clone());
        }
    }
}

/// Moves one target, and returns the name of the component.
fn hoist_one(root: &mut Node, at: &Location, pointer: &str, kind: ComponentKind) -> Option<String> {
    let origin = root.origin_of(pointer, at);
    let name = free_name(root, kind, pointer);
    let target = root.find_mut(pointer)?;
    let moved = target.with_origin(&origin);
    let mut left = Object::default();
    let text = Node::string(&component_reference(kind, &name));
    left.members.insert("$ref", text);
    target.kind = NodeKind::Object(left);
    let components = child(root, "components")?;
    let components = child(components, kind.key())?.as_object_mut()?;
    components.members.insert(name.clone(), moved);
    Some(name)
}

/// Returns a member of an object, which is added if it isn't there.
fn child<'n>(node: &'n mut Node, key: &str) -> Option<&'n mut Node> {
    let object = node.as_object_mut()?;
    let empty = || NodeKind::Object(Object::default()).into();
    Some(object.members.or_insert(key, empty()))
}

/// Returns an unused name made from a pointer: `/paths/~1a~1{id}/get/responses/200` is
/// `a_id_get_responses_200`.
fn free_name(root: &Node, kind: ComponentKind, pointer: &str) -> String {
    let known = root.get("components").and_then(|node| node.get(kind.key()));
    let is_taken = |name: &str| known.is_some_and(|known| known.get(name).is_some());
    let name = place_name(pointer);
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}
