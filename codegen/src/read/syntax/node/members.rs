//! The members of an object: a list that is searched, with an index if it is long.
//!
//! A document has up to a hundred thousand objects, most with a handful of members. A hash table
//! for each would take several times the memory of the document.

use std::collections::HashMap;

use super::{EcoString, Node};

/// Up to this number of members, comparing keys is as fast as hashing one.
const MAX_UNINDEXED: usize = 16;

/// The members of an object in the author's order; each key occurs once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    list: Vec<(EcoString, Node)>,
    /// The position of each key in the list, if the list has more than `MAX_UNINDEXED` members.
    index: Option<Box<Index>>,
}

/// Seeded at random: the keys may have been chosen to collide.
type Index = HashMap<EcoString, usize, foldhash::fast::RandomState>;

impl Members {
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn position(&self, key: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(key).copied(),
            None => self.list.iter().position(|(known, _)| known == key),
        }
    }

    pub(crate) fn contains_key(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.position(key).map(|position| &self.list[position].1)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.position(key)
            .map(|position| &mut self.list[position].1)
    }

    /// Replaces the value of a key, or appends a member if the key is new.
    pub(crate) fn insert(&mut self, key: impl Into<EcoString>, value: Node) {
        let key = key.into();
        match self.position(&key) {
            Some(position) => self.list[position].1 = value,
            None => self.push(key, value),
        }
    }

    /// Appends a member if the key is new, and returns the value of the key.
    pub(crate) fn or_insert(&mut self, key: impl Into<EcoString>, value: Node) -> &mut Node {
        let key = key.into();
        let position = self.position(&key).unwrap_or_else(|| {
            self.push(key, value);
            self.list.len() - 1
        });
        &mut self.list[position].1
    }

    /// Appends a member whose key is new.
    fn push(&mut self, key: EcoString, value: Node) {
        if let Some(index) = &mut self.index {
            index.insert(key.clone(), self.list.len());
        }
        self.list.push((key, value));
        if self.index.is_none() {
            self.rebuild_index();
        }
    }

    fn rebuild_index(&mut self) {
        self.index = (self.list.len() > MAX_UNINDEXED).then(|| {
            let keys = self.list.iter().map(|(key, _)| key.clone());
            Box::new(std::iter::zip(keys, 0..).collect())
        });
    }

    /// Removes a member and returns its value; the members behind it move up.
    pub(crate) fn remove(&mut self, key: &str) -> Option<Node> {
        let position = self.position(key)?;
        let (_, value) = self.list.remove(position);
        self.rebuild_index();
        Some(value)
    }

    /// Keeps the first `count` members.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.list.truncate(count);
        self.rebuild_index();
    }

    /// Keeps the members for which `keep` returns `true`.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&str, &mut Node) -> bool) {
        let before = self.list.len();
        self.list.retain_mut(|(key, value)| keep(key, value));
        if self.list.len() < before {
            self.rebuild_index();
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.list.iter().map(|(key, value)| (key.as_str(), value))
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut Node)> {
        let list = self.list.iter_mut();
        list.map(|(key, value)| (key.as_str(), value))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(key, _)| key)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &Node> {
        self.iter().map(|(_, value)| value)
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut Node> {
        self.iter_mut().map(|(_, value)| value)
    }
}

impl IntoIterator for Members {
    type Item = (EcoString, Node);
    type IntoIter = std::vec::IntoIter<(EcoString, Node)>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

/// Ignores the order of the members, as JSON does.
impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        let mut members = self.iter();
        self.len() == other.len() && members.all(|(key, value)| other.get(key) == Some(value))
    }
}
