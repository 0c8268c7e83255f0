//! Lines and columns of a text.

use std::ops::Range;

/// Where each line of a text starts.
#[derive(Debug)]
pub(crate) struct Lines {
    starts: Vec<usize>,
    /// Whether each character is a byte, so that nothing needs to be counted.
    is_ascii: bool,
}

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            starts: std::iter::once(0).chain(after_breaks).collect(),
            is_ascii: text.is_ascii(),
        }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub(crate) fn position(&self, text: &str, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts[line - 1];
        if self.is_ascii {
            return (line, byte.saturating_sub(start) + 1);
        }
        let before = text.get(start..byte).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// The bytes of a line, from 1, without its break.
    pub(crate) fn line(&self, text: &str, line: usize) -> Range<usize> {
        let start = self.starts.get(line - 1).copied().unwrap_or(text.len());
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find('\n').unwrap_or(rest.len());
        start..start + rest[..length].trim_end_matches('\r').len()
    }

    /// The character at a line and a column, both from 1; the end of the line where there is none.
    pub(crate) fn range(&self, text: &str, line: usize, column: usize) -> Range<usize> {
        let bytes = self.line(text, line.clamp(1, self.starts.len()));
        let mut characters = text[bytes.clone()].char_indices().skip(column - 1);
        match characters.next() {
            Some((offset, character)) => {
                let start = bytes.start + offset;
                start..start + character.len_utf8()
            }
            None => bytes.end..bytes.end,
        }
    }
}
