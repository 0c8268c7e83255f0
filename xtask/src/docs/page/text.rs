//! The text of a page, and the lines and columns in it.

use std::sync::Arc;

use codegen::source::Location;

/// The text of a page and its name as a source.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) file: Arc<str>,
    pub(crate) text: Arc<str>,
}

impl Text {
    /// Returns the location of a byte.
    pub(crate) fn at(&self, byte: usize) -> Location {
        let (line, column) = self.position(byte);
        Location::position(&self.file, line, column)
    }

    /// Returns the location in a part of the page that is a document of its own: `line` and
    /// `column` count from 1 in that part, which starts at `start`.
    pub(crate) fn inside(&self, start: usize, (line, column): (usize, usize)) -> Location {
        let (first, before) = self.position(start);
        match line {
            1 => Location::position(&self.file, first, before + column - 1),
            _ => Location::position(&self.file, first + line - 1, column),
        }
    }

    fn position(&self, byte: usize) -> (usize, usize) {
        let before = self.text.get(..byte).unwrap_or(&self.text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |found| found + 1);
        (line, before[start..].chars().count() + 1)
    }
}
