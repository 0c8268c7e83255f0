//! The merge key of YAML, `<<`, which copies the members of other objects.

use crate::source::Location;

use super::node::{Members, Node, NodeKind, Object};

/// A key of YAML 1.1 that parsers of YAML 1.2 support as well.
const KEY: &str = "<<";

/// Replaces each `<<: *name` and `<<: [*one, *other]` by the members of the objects it refers to.
/// An object's own members take precedence over merged ones, and earlier objects over later ones.
pub(crate) fn merge(node: &mut Node, at: &mut Location) {
    match &mut node.kind {
        NodeKind::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                item.with_location(at, index, merge);
            }
        }
        NodeKind::Object(object) => {
            if object.members.contains_key(KEY) {
                merge_object(object, at);
            }
            for (key, member) in object.members.iter_mut() {
                member.with_location(at, key, merge);
            }
        }
        _ => {}
    }
}

/// Merges the objects at the merge key of one object.
fn merge_object(object: &mut Object, at: &Location) {
    let Some(merged) = object.members.get(KEY) else {
        return;
    };
    let location = merged.location(at, KEY);
    let sources: Vec<(Node, Location)> = match &merged.kind {
        NodeKind::Object(_) => vec![(merged.clone(), location)],
        NodeKind::Array(items) if items.iter().all(|item| item.as_object().is_some()) => {
            let items = items.iter().enumerate();
            items
                .map(|(index, item)| (item.clone(), item.location(&location, index)))
                .collect()
        }
        // An ordinary member with this key, which the grammar reports.
        _ => return,
    };
    object.members.remove(KEY);
    for (mut source, location) in sources {
        // A merged object may have a merge key itself.
        if let Some(object) = source.as_object_mut() {
            merge_object(object, &location);
        }
        add_members(&mut object.members, source, &location);
    }
}

/// Adds the members of `source` whose keys are new, with their origins.
fn add_members(members: &mut Members, source: Node, at: &Location) {
    if let NodeKind::Object(source) = source.kind {
        for (key, mut member) in source.members {
            let location = member.location(at, &key);
            member.origin.get_or_insert_with(|| location.into());
            members.or_insert(key, member);
        }
    }
}
