//! Changes to a tree that keep track of where each part was written.

use std::sync::Arc;

use crate::source::Location;

use super::{Kind, Node, Object};

impl Node {
    /// An object without members.
    pub(crate) fn empty() -> Self {
        Kind::Object(Object::default()).into()
    }

    /// A copy that remembers where it was written.
    pub(crate) fn written_at(&self, at: &Location) -> Self {
        Self {
            kind: self.kind.clone(),
            origin: Some(Arc::new(at.clone())),
        }
    }

    /// Takes out a member of an object.
    pub(crate) fn take(&mut self, key: &str) -> Option<Self> {
        self.as_object_mut()?.members.remove(key)
    }

    /// The same, and it remembers where it was written; `at` is where `self` was.
    pub(crate) fn take_placed(&mut self, key: &str, at: &Location) -> Option<Self> {
        let mut node = self.take(key)?;
        let place = node.place(at, key);
        node.origin.get_or_insert_with(|| Arc::new(place));
        Some(node)
    }

    /// Puts a member into an object, where that has none of the name.
    pub(crate) fn add(&mut self, key: &str, node: Self) {
        if let Some(object) = self.as_object_mut() {
            object.members.or_insert(key, node);
        }
    }

    /// Appends a copy to a list.
    pub(crate) fn push(&mut self, item: &Self, at: &Location) {
        if let Kind::List(list) = &mut self.kind {
            list.push(item.written_at(at));
        }
    }

    /// Takes out a member or an item; `at` is where `self` was written. The items behind it remember where they stood.
    pub(crate) fn remove(&mut self, step: &str, at: &Location) {
        match &mut self.kind {
            Kind::Object(object) => {
                object.members.remove(step);
            }
            Kind::List(list) => {
                let Some(index) = step.parse().ok().filter(|index| *index < list.len()) else {
                    return;
                };
                for (index, item) in list.iter_mut().enumerate().skip(index) {
                    let place = item.place(at, index);
                    item.origin.get_or_insert_with(|| Arc::new(place));
                }
                list.remove(index);
            }
            _ => {}
        }
    }

    /// Where what a JSON pointer leads to was written; `at` is where `self` was.
    pub(crate) fn origin_of(&self, pointer: &str, at: &Location) -> Location {
        let mut node = Some(self);
        let mut place = at.clone();
        for step in Location::new(at.file(), pointer).steps() {
            node = node.and_then(|node| node.step(&step));
            place = match node {
                Some(node) => node.place(&place, &step),
                None => place.child(&step),
            };
        }
        place
    }

    /// What a JSON pointer leads to.
    pub(crate) fn find_mut(&mut self, pointer: &str) -> Option<&mut Self> {
        let mut steps = pointer.split('/');
        if steps.next() != Some("") {
            return None;
        }
        steps
            .map(|step| step.replace("~1", "/").replace("~0", "~"))
            .try_fold(self, |node, step| match &mut node.kind {
                Kind::Object(object) => object.members.get_mut(&step),
                Kind::List(list) => list.get_mut(step.parse::<usize>().ok()?),
                _ => None,
            })
    }
}
