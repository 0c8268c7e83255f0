//! An update into an object.

use crate::read::syntax::node::Node;
use crate::read::syntax::node::NodeKind;
use crate::source::Location;

/// Whether the target is another one now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Merged {
    Changed,
    Same,
}

/// Merges recursively: objects member by member, a list's items behind those of a list, and anything else in place of
/// what was there (Overlay 1.0.0, Action Object; that lists are concatenated is said by 1.1.0).
pub(crate) fn merge(target: &mut Node, update: &Node, at: &Location) -> Merged {
    match (&mut target.kind, &update.kind) {
        (NodeKind::Object(members), NodeKind::Object(updates)) => {
            let mut merged = Merged::Same;
            for (key, value) in updates.members.iter() {
                let place = value.location(at, key);
                let one = match members.members.get_mut(key) {
                    Some(member) => merge(member, value, &place),
                    None => {
                        members.members.insert(key, value.with_origin(&place));
                        Merged::Changed
                    }
                };
                if one == Merged::Changed {
                    merged = one;
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
