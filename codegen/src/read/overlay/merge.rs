//! Merges an update into a node.

use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Whether an update changed its target.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Merged {
    Changed,
    Same,
}

/// Merges recursively: the members of objects are merged, the items of a list are appended, and any
/// other value is replaced (Overlay 1.0.0, Action Object; that lists are concatenated is from
/// 1.1.0). `at` is the location of the update.
pub(crate) fn merge(target: &mut Node, update: &Node, at: &Location) -> Merged {
    match (&mut target.kind, &update.kind) {
        (NodeKind::Object(object), NodeKind::Object(updates)) => {
            let mut merged = Merged::Same;
            for (key, value) in updates.members.iter() {
                let location = value.location(at, key);
                let member = match object.members.get_mut(key) {
                    Some(member) => merge(member, value, &location),
                    None => {
                        object.members.insert(key, value.with_origin(&location));
                        Merged::Changed
                    }
                };
                if member == Merged::Changed {
                    merged = Merged::Changed;
                }
            }
            merged
        }
        (NodeKind::Array(_), NodeKind::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                target.push(item, &item.location(at, index));
            }
            if items.is_empty() {
                Merged::Same
            } else {
                Merged::Changed
            }
        }
        (before, after) if *before == *after => Merged::Same,
        _ => {
            *target = update.with_origin(at);
            Merged::Changed
        }
    }
}
