//! The members of an object: a list that is searched, with an index where it is long.
//!
//! Documents have a hundred thousand objects, and most have a handful of members: a hash table for each would be several
//! times the document.

use std::collections::HashMap;

use super::{EcoString, Node};

/// Up to so many members, comparing keys is as quick as hashing one.
const FEW: usize = 16;

/// Keys and what stands there, in the author's order; each key once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    list: Vec<(EcoString, Node)>,
    /// Where each key stands, if there are more than few.
    index: Option<Box<Index>>,
}

/// Seeded at random, against keys that were chosen to collide.
type Index = HashMap<EcoString, usize, foldhash::fast::RandomState>;

impl Members {
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn find(&self, key: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(key).copied(),
            None => self.list.iter().position(|(known, _)| known == key),
        }
    }

    pub(crate) fn contains_key(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.find(key).map(|place| &self.list[place].1)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.find(key).map(|place| &mut self.list[place].1)
    }

    /// Puts in a member, at the end where there is none of that key.
    pub(crate) fn insert(&mut self, key: impl Into<EcoString>, value: Node) {
        let key = key.into();
        match self.find(&key) {
            Some(place) => self.list[place].1 = value,
            None => self.push(key, value),
        }
    }

    /// Puts in a member if there is none of that key, and gives what then stands there.
    pub(crate) fn or_insert(&mut self, key: impl Into<EcoString>, value: Node) -> &mut Node {
        let key = key.into();
        let place = self.find(&key).unwrap_or_else(|| {
            self.push(key, value);
            self.list.len() - 1
        });
        &mut self.list[place].1
    }

    fn push(&mut self, key: EcoString, value: Node) {
        if let Some(index) = &mut self.index {
            index.insert(key.clone(), self.list.len());
        }
        self.list.push((key, value));
        if self.index.is_none() {
            self.learn();
        }
    }

    /// Makes the index anew, where there is to be one.
    fn learn(&mut self) {
        self.index = (self.list.len() > FEW).then(|| {
            let keys = self.list.iter().map(|(key, _)| key.clone());
            Box::new(std::iter::zip(keys, 0..).collect())
        });
    }

    /// Takes out a member; those behind it move up.
    pub(crate) fn remove(&mut self, key: &str) -> Option<Node> {
        let place = self.find(key)?;
        let (_, value) = self.list.remove(place);
        self.learn();
        Some(value)
    }

    /// Takes out all behind the first so many.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.list.truncate(count);
        self.learn();
    }

    /// Takes out whatever is not to be kept.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&str, &mut Node) -> bool) {
        let before = self.list.len();
        self.list.retain_mut(|(key, value)| keep(key, value));
        if self.list.len() < before {
            self.learn();
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

/// In any order, as in JSON.
impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        let mut members = self.iter();
        self.len() == other.len() && members.all(|(key, value)| other.get(key) == Some(value))
    }
}
