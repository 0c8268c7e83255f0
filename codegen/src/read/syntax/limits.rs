//! How deep a document may be nested and how long its keys may be, so that every walk over it ends on an ordinary stack and
//! every place can be kept.

use crate::diagnostic::{Diagnostics, SyntaxProblem};
use crate::source::Location;

use super::node::{Node, NodeKind};

/// Published documents have about 25 levels at the most.
const DEEPEST: usize = 64;

/// In published documents the keys from the root to a part have a few hundred characters together.
const LONGEST: usize = 4_000;

/// Reports the first place that is nested too deeply or takes too long to say; false where there is one.
pub(crate) fn check(root: &Node, at: &Location, diagnostics: &mut Diagnostics) -> bool {
    if is_within(root) {
        return true;
    }
    if let Some((place, problem)) = beyond(root, at, MOST) {
        diagnostics.report(place, problem);
    }
    false
}

/// Whether a tree is within the limits.
pub(crate) fn is_within(root: &Node) -> bool {
    !is_beyond(root, MOST)
}

const MOST: Left = Left {
    levels: DEEPEST,
    characters: LONGEST,
};

/// How far it may go on.
#[derive(Clone, Copy)]
struct Left {
    levels: usize,
    characters: usize,
}

impl Left {
    fn below(self, key: &str) -> Result<Self, SyntaxProblem> {
        let levels = self.levels.saturating_sub(1);
        match self.characters.checked_sub(key.len()) {
            _ if levels == 0 => Err(SyntaxProblem::TooDeep(DEEPEST)),
            None => Err(SyntaxProblem::LongPlace(LONGEST)),
            Some(characters) => Ok(Self { levels, characters }),
        }
    }
}

/// The same question as below, for the many documents where no place is asked for.
fn is_beyond(node: &Node, left: Left) -> bool {
    let is_one = |key, node| left.below(key).map_or(true, |left| is_beyond(node, left));
    match &node.kind {
        NodeKind::Array(list) => list.iter().any(|item| is_one("", item)),
        NodeKind::Object(object) => object
            .members
            .iter()
            .any(|(key, member)| is_one(key, member)),
        _ => false,
    }
}

fn beyond(node: &Node, at: &Location, left: Left) -> Option<(Location, SyntaxProblem)> {
    let below = |key, node, place| match left.below(key) {
        Ok(left) => beyond(node, &place, left),
        Err(problem) => Some((place, problem)),
    };
    match &node.kind {
        NodeKind::Array(list) => {
            let mut items = list.iter().enumerate();
            items.find_map(|(index, item)| below("", item, item.location(at, index)))
        }
        NodeKind::Object(object) => {
            let mut members = object.members.iter();
            members.find_map(|(key, member)| below(key, member, member.location(at, key)))
        }
        _ => None,
    }
}
