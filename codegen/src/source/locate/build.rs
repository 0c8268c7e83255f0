//! The parts of a text while it is read, from its start to its end.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::spots::Spot;

/// What was read so far.
#[derive(Default)]
pub(super) struct Build<'t> {
    spots: Vec<Spot<'t>>,
    /// The aliases, each with the part that it repeats.
    same: BTreeMap<usize, usize>,
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
    pub(super) fn value(&mut self, value: Range<usize>) -> usize {
        let spot = self.spots.len();
        let (key, key_range) = match self.open.last_mut() {
            Some(open) => open.key.take().unzip(),
            None => (None, None),
        };
        self.spots.push(Spot {
            key: key.unwrap_or_default(),
            key_range,
            value,
            nested: false,
            end: spot + 1,
        });
        spot
    }

    /// An alias of a part.
    pub(super) fn alias(&mut self, range: Range<usize>, of: Option<usize>) {
        let spot = self.value(range);
        self.same.extend(of.map(|of| (spot, of)));
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
            let behind = self.spots.len();
            let spot = &mut self.spots[open.spot];
            spot.value.end = end;
            spot.end = behind;
        }
    }

    /// All parts and the aliases among them. What has not ended holds all that follows.
    pub(super) fn finish(mut self) -> (Vec<Spot<'t>>, BTreeMap<usize, usize>) {
        let behind = self.spots.len();
        for open in self.open {
            self.spots[open.spot].end = behind;
        }
        (self.spots, self.same)
    }
}
