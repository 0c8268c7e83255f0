//! What two lists have in common, by name.

use indexmap::IndexMap;

/// What is in the earlier list alone, in both, and in the later alone.
pub(super) struct Pairs<'a, T> {
    pub(super) removed: Vec<&'a T>,
    /// In the order of the later list.
    pub(super) both: Vec<(&'a T, &'a T)>,
    pub(super) added: Vec<&'a T>,
}

/// Finds what two lists have in common. Of several with one name, the first of each list belong
/// together, then the second.
pub(super) fn by<'a, T>(
    before: &'a [T],
    after: &'a [T],
    name: impl Fn(&T) -> String,
) -> Pairs<'a, T> {
    let mut left: IndexMap<(String, usize), &T> = named(before, &name).collect();
    let (mut both, mut added) = (Vec::new(), Vec::new());
    for (name, after) in named(after, &name) {
        match left.shift_remove(&name) {
            Some(before) => both.push((before, after)),
            None => added.push(after),
        }
    }
    Pairs {
        removed: left.into_values().collect(),
        both,
        added,
    }
}

/// Finds what two lists have in common by a first name, and what is left of each by a second.
pub(super) fn by_either<'a, T>(
    before: &'a [T],
    after: &'a [T],
    first: impl Fn(&T) -> String,
    second: impl Fn(&T) -> String,
) -> Pairs<'a, T> {
    let mut pairs = by(before, after, first);
    let mut removed = Vec::new();
    for old in pairs.removed {
        let found = pairs
            .added
            .iter()
            .position(|new| second(new) == second(old));
        match found {
            Some(index) => pairs.both.push((old, pairs.added.remove(index))),
            None => removed.push(old),
        }
    }
    Pairs { removed, ..pairs }
}

/// Names each item, with how many before it have the same name.
fn named<T>(
    list: &[T],
    name: impl Fn(&T) -> String,
) -> impl Iterator<Item = ((String, usize), &T)> {
    let mut seen: IndexMap<String, usize> = IndexMap::new();
    list.iter().map(move |item| {
        let name = name(item);
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        ((name, *count), item)
    })
}

/// Returns whether what both lists have is in another order.
pub(super) fn reordered<T>(before: &[T], after: &[T], name: impl Fn(&T) -> String) -> bool {
    let pairs = by(before, after, &name);
    let kept = |item: &&T| {
        pairs
            .both
            .iter()
            .any(|(before, _)| name(before) == name(item))
    };
    let before = before.iter().filter(kept).map(&name);
    before.ne(pairs.both.iter().map(|(_, after)| name(after)))
}
