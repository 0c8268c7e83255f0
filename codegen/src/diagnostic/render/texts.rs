//! The sources of what is printed, each with an index that finds locations in it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{Location, Sources, SpanIndex};

/// The sources that the locations are in.
pub(super) struct Texts<'s> {
    by_name: BTreeMap<&'s str, Text<'s>>,
}

/// A source with its index.
pub(super) struct Text<'s> {
    pub(super) text: &'s str,
    pub(super) index: SpanIndex<'s>,
}

impl<'s> Texts<'s> {
    /// Indexes the sources of these locations.
    pub(super) fn new(locations: impl Iterator<Item = &'s Location>, sources: &'s Sources) -> Self {
        let mut by_name = BTreeMap::new();
        for at in locations {
            let name: &str = at.file();
            if let Some(text) = sources.get(name) {
                by_name.entry(name).or_insert_with(|| Text {
                    text,
                    index: SpanIndex::new(name, text),
                });
            }
        }
        Self { by_name }
    }

    pub(super) fn find(&self, at: &Location) -> Option<(&Text<'s>, Range<usize>)> {
        let text = self.by_name.get(&**at.file())?;
        Some((text, text.index.range(text.text, at)))
    }

    /// Returns a position such as `specs/pets.json:1:680`.
    pub(super) fn position(&self, at: &Location) -> String {
        let position = self.find(at).map(|(text, range)| {
            let (line, column) = text.position(range.start);
            format!(":{line}:{column}")
        });
        format!("{}{}", at.file(), position.unwrap_or_default())
    }
}

impl Text<'_> {
    /// Returns the line and column of a byte, both from 1.
    pub(super) fn position(&self, byte: usize) -> (usize, usize) {
        self.index.lines.position(self.text, byte)
    }
}
