//! The spans of all values of a text, in a flat list in the order of the text: the contents of an
//! object or a list follow it directly.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// Up to this number of members or items, searching them is as fast as an index.
const MAX_UNINDEXED: usize = 32;

/// All values of a text.
#[derive(Debug)]
pub(super) struct Spans<'t> {
    list: Vec<Span<'t>>,
    /// The children of each container with more than `MAX_UNINDEXED` of them: items in their order,
    /// members by key, and those with equal keys in the order of the text.
    indexed: HashMap<usize, Vec<usize>>,
}

/// The bytes of a value and of its key.
#[derive(Debug)]
pub(super) struct Span<'t> {
    /// The key; empty for an item of a list.
    pub(super) key: Cow<'t, str>,
    /// The bytes of the key; `None` for an item of a list.
    pub(super) key_range: Option<Range<usize>>,
    /// The bytes of the value.
    pub(super) range: Range<usize>,
    /// Whether the value is an object or a list.
    pub(super) is_container: bool,
    /// The index of the first value behind the contents of this one.
    pub(super) end: usize,
}

impl Span<'_> {
    /// Returns the bytes to underline: the value, or its opening bracket.
    pub(super) fn head(&self, text: &str) -> Range<usize> {
        let start = self.range.start;
        let has_bracket = text[start..].starts_with(['{', '[']);
        if self.is_container && has_bracket {
            start..start + 1
        } else {
            self.range.clone()
        }
    }
}

impl<'t> Spans<'t> {
    /// Indexes the children of large containers.
    pub(super) fn new(list: Vec<Span<'t>>) -> Self {
        let indexed = HashMap::new();
        let mut spans = Self { list, indexed };
        let is_large = |index: &usize| spans.children(*index).nth(MAX_UNINDEXED).is_some();
        let large: Vec<usize> = (0..spans.list.len()).filter(is_large).collect();
        for container in large {
            let mut children: Vec<usize> = spans.children(container).collect();
            children.sort_by(|one, other| spans.list[*one].key.cmp(&spans.list[*other].key));
            spans.indexed.insert(container, children);
        }
        spans
    }

    pub(super) fn get(&self, index: usize) -> Option<&Span<'t>> {
        self.list.get(index)
    }

    /// Iterates over the members or items of a container, in the order of the text.
    fn children(&self, container: usize) -> impl Iterator<Item = usize> {
        let end = self.list.get(container).map_or(0, |span| span.end);
        let next = |child: &usize| self.list.get(*child).map(|child| child.end);
        std::iter::successors(Some(container + 1), next).take_while(move |child| *child < end)
    }

    /// Returns the index of a member or an item. If a key is repeated, `occurrence` counts from 0;
    /// one that is too large means the last.
    pub(super) fn child(&self, container: usize, step: &str, occurrence: usize) -> Option<usize> {
        let first = self.children(container).next()?;
        if self.list[first].key_range.is_none() {
            let index = step.parse::<usize>().ok()?;
            return match self.indexed.get(&container) {
                Some(items) => items.get(index).copied(),
                None => self.children(container).nth(index),
            };
        }
        let key = |child: &usize| &*self.list[*child].key;
        let equal: Vec<usize> = match self.indexed.get(&container) {
            Some(members) => {
                let start = members.partition_point(|child| key(child) < step);
                let rest = members.get(start..).unwrap_or_default().iter();
                rest.take_while(|child| key(child) == step)
                    .copied()
                    .collect()
            }
            None => {
                let children = self.children(container);
                children.filter(|child| key(child) == step).collect()
            }
        };
        equal.get(occurrence).or(equal.last()).copied()
    }
}
