//! The parts of one text: a flat list in the order of the text, where what stands in a part comes right behind it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// Up to so many members or items, looking at each is as quick as an index.
const FEW: usize = 32;

/// All parts of a text.
#[derive(Debug)]
pub(super) struct Spots<'t> {
    list: Vec<Spot<'t>>,
    /// What stands in each part that holds more than few: items in their order, members by key, those of equal keys in the
    /// order of the text.
    many: HashMap<usize, Vec<usize>>,
}

/// A part.
#[derive(Debug)]
pub(super) struct Spot<'t> {
    /// Its key; empty for an item of a list.
    pub(super) key: Cow<'t, str>,
    /// Where that stands; nothing for an item of a list.
    pub(super) key_range: Option<Range<usize>>,
    pub(super) value: Range<usize>,
    /// Whether it is an object or a list.
    pub(super) nested: bool,
    /// The number of the first part behind all that stands in it.
    pub(super) end: usize,
}

impl Spot<'_> {
    /// The bytes of the value; of what stands in brackets the opening one.
    pub(super) fn head(&self, text: &str) -> Range<usize> {
        let start = self.value.start;
        let in_brackets = text[start..].starts_with(['{', '[']);
        if self.nested && in_brackets {
            start..start + 1
        } else {
            self.value.clone()
        }
    }
}

impl<'t> Spots<'t> {
    pub(super) fn new(list: Vec<Spot<'t>>) -> Self {
        let many = HashMap::new();
        let mut spots = Self { list, many };
        let large = (0..spots.list.len()).filter(|spot| spots.inside(*spot).nth(FEW).is_some());
        let large: Vec<usize> = large.collect();
        for spot in large {
            let mut inside: Vec<usize> = spots.inside(spot).collect();
            inside.sort_by(|one, other| spots.list[*one].key.cmp(&spots.list[*other].key));
            spots.many.insert(spot, inside);
        }
        spots
    }

    pub(super) fn get(&self, spot: usize) -> Option<&Spot<'t>> {
        self.list.get(spot)
    }

    /// What stands in a part, in the order of the text.
    fn inside(&self, spot: usize) -> impl Iterator<Item = usize> {
        let end = self.list.get(spot).map_or(0, |spot| spot.end);
        let next = |inner: &usize| self.list.get(*inner).map(|inner| inner.end);
        std::iter::successors(Some(spot + 1), next).take_while(move |inner| *inner < end)
    }

    /// The member or item of a part; of equal keys the one of that number, or the last.
    pub(super) fn child(&self, spot: usize, step: &str, number: usize) -> Option<usize> {
        let first = self.inside(spot).next()?;
        if self.list[first].key_range.is_none() {
            let index = step.parse::<usize>().ok()?;
            return match self.many.get(&spot) {
                Some(items) => items.get(index).copied(),
                None => self.inside(spot).nth(index),
            };
        }
        let key = |inner: &usize| &*self.list[*inner].key;
        let equal: Vec<usize> = match self.many.get(&spot) {
            Some(members) => {
                let start = members.partition_point(|inner| key(inner) < step);
                let behind = members.get(start..).unwrap_or_default().iter();
                behind
                    .take_while(|inner| key(inner) == step)
                    .copied()
                    .collect()
            }
            None => self
                .inside(spot)
                .filter(|inner| key(inner) == step)
                .collect(),
        };
        equal.get(number).or(equal.last()).copied()
    }
}
