//! Lines and columns of a text.

use std::ops::Range;

/// The starts of the lines of a text.
#[derive(Debug)]
pub(crate) struct Lines {
    starts: Vec<usize>,
    /// The number of characters before each block of `BLOCK` bytes; empty if the text is ASCII.
    characters: Vec<usize>,
}

/// A line of a minified document can have a million locations, so that the characters of a line
/// must not be counted for each of them.
const BLOCK: usize = 256;

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        let breaks = std::iter::zip(text.bytes(), 1..).filter(|(byte, _)| *byte == b'\n');
        let after_breaks = breaks.map(|(_, after)| after);
        Self {
            starts: std::iter::once(0).chain(after_breaks).collect(),
            characters: characters_before_blocks(text),
        }
    }

    /// Returns line and column of a byte, both counted from 1, the column in characters.
    pub(crate) fn position(&self, text: &str, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let line_start = self.starts[line - 1];
        let before = self.characters_before(text, byte);
        let column = before.saturating_sub(self.characters_before(text, line_start)) + 1;
        (line, column)
    }

    /// Returns the number of characters before a byte.
    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let block = byte / BLOCK;
        match self.characters.get(block) {
            Some(characters) => {
                let rest = text.as_bytes().get(block * BLOCK..byte).unwrap_or_default();
                characters + count_characters(rest)
            }
            None => byte,
        }
    }

    /// Returns the bytes of a line without its break; lines are counted from 1.
    pub(crate) fn line(&self, text: &str, line: usize) -> Range<usize> {
        let start = self.starts.get(line - 1).copied().unwrap_or(text.len());
        let next = self.starts.get(line).map_or(text.len(), |next| next - 1);
        let line = text.get(start..next).unwrap_or_default();
        start..start + line.trim_end_matches('\r').len()
    }

    /// Returns the bytes of the character at a line and a column, both counted from 1, or the end
    /// of the line if it is shorter.
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

/// Counts the characters before each block, and those of the whole text.
fn characters_before_blocks(text: &str) -> Vec<usize> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut total = 0;
    let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
        let before = total;
        total += count_characters(block);
        before
    });
    blocks.chain([text.chars().count()]).collect()
}

/// Counts the characters that start in a slice of UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    let is_continuation = |byte: u8| byte & 0b1100_0000 == 0b1000_0000;
    bytes.iter().filter(|byte| !is_continuation(**byte)).count()
}
