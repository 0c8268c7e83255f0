//! The merge key of YAML: members that stand elsewhere.

use crate::source::Location;

use super::node::{Members, Node, NodeKind, Object};

/// The key, which YAML 1.1 has for it and readers of 1.2 know too.
const KEY: &str = "<<";

/// Puts the members of `<<: *name` and `<<: [*one, *other]` beside the key, where there are none of the name: the object's own
/// count before them, and earlier ones before later ones.
pub(crate) fn merge(node: &mut Node, at: &mut Location) {
    match &mut node.kind {
        NodeKind::Array(list) => {
            for (index, item) in list.iter_mut().enumerate() {
                item.with_location(at, index, merge);
            }
        }
        NodeKind::Object(object) => {
            if object.members.contains_key(KEY) {
                inherit(object, at);
            }
            for (key, member) in object.members.iter_mut() {
                member.with_location(at, key, merge);
            }
        }
        _ => {}
    }
}

fn inherit(object: &mut Object, at: &Location) {
    let Some(from) = object.members.get(KEY) else {
        return;
    };
    let place = from.location(at, KEY);
    let sources: Vec<(Node, Location)> = match &from.kind {
        NodeKind::Object(_) => vec![(from.clone(), place)],
        NodeKind::Array(list) if list.iter().all(|item| item.as_object().is_some()) => {
            let placed = list.iter().enumerate();
            placed
                .map(|(index, item)| (item.clone(), item.location(&place, index)))
                .collect()
        }
        // Something else of that name, which the grammar reports.
        _ => return,
    };
    object.members.remove(KEY);
    for (mut source, place) in sources {
        // What is merged may merge something itself.
        if let Some(object) = source.as_object_mut() {
            inherit(object, &place);
        }
        add(&mut object.members, source, &place);
    }
}

fn add(members: &mut Members, source: Node, at: &Location) {
    if let NodeKind::Object(source) = source.kind {
        for (key, mut member) in source.members {
            let place = member.location(at, &key);
            member.origin.get_or_insert_with(|| place.into());
            members.or_insert(key, member);
        }
    }
}
