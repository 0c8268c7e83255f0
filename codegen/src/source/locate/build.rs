//! The parts of a text while it is read, from its start to its end.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::{Child, Spot};

/// What was read so far.
#[derive(Default)]
pub(super) struct Build<'t> {
    pub(super) spots: Vec<Spot<'t>>,
    open: Vec<Open<'t>>,
}

/// An object or a list that has not ended.
struct Open<'t> {
    spot: usize,
    is_object: bool,
    key: Option<(Cow<'t, str>, Range<usize>)>,
}

impl<'t> Build<'t> {
    /// Whether what comes next is a key.
    pub(super) fn wants_key(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.is_object && open.key.is_none())
    }

    /// A key. One that is itself an object or a list has no name in a JSON pointer: it is empty.
    pub(super) fn key(&mut self, key: Cow<'t, str>, range: Range<usize>) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some((key, range));
        }
    }

    /// A value; its number.
    pub(super) fn value(&mut self, range: Range<usize>) -> usize {
        let spot = self.spots.len();
        self.spots.push(Spot {
            value: range,
            nested: false,
            children: Vec::new(),
            by_key: OnceLock::new(),
            same_as: None,
        });
        if let Some(open) = self.open.last_mut() {
            let (key, key_range) = open.key.take().unzip();
            self.spots[open.spot].children.push(Child {
                key: key.unwrap_or_default(),
                key_range,
                spot,
            });
        }
        spot
    }

    /// The start of an object or a list; its number.
    pub(super) fn enter(&mut self, range: Range<usize>, is_object: bool) -> usize {
        if self.wants_key() {
            self.key(Cow::Borrowed(""), range.clone());
        }
        let spot = self.value(range);
        self.spots[spot].nested = true;
        self.open.push(Open {
            spot,
            is_object,
            key: None,
        });
        spot
    }

    /// The end of an object or a list.
    pub(super) fn leave(&mut self, end: usize) {
        if let Some(open) = self.open.pop() {
            self.spots[open.spot].value.end = end;
        }
    }
}
