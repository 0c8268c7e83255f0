//! Lines and columns of a text.

use std::ops::Range;

/// Where each line of a text starts.
#[derive(Debug)]
pub(crate) struct Lines {
    starts: Vec<usize>,
    /// How many characters there are before each step of so many bytes; empty where each character is a byte.
    characters: Vec<usize>,
}

/// A line may have a million places: what is counted for each must not be the line.
const STEP: usize = 256;

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        let breaks = std::iter::zip(text.bytes(), 1..).filter(|(byte, _)| *byte == b'\n');
        let after_breaks = breaks.map(|(_, after)| after);
        Self {
            starts: std::iter::once(0).chain(after_breaks).collect(),
            characters: characters(text),
        }
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub(crate) fn position(&self, text: &str, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts[line - 1];
        let before = self.before(text, byte);
        (line, before.saturating_sub(self.before(text, start)) + 1)
    }

    /// The characters before a byte.
    fn before(&self, text: &str, byte: usize) -> usize {
        let step = byte / STEP;
        match self.characters.get(step) {
            Some(characters) => {
                let rest = text.as_bytes().get(step * STEP..byte);
                characters + rest.unwrap_or_default().iter().filter(starts).count()
            }
            None => byte,
        }
    }

    /// The bytes of a line, from 1, without its break.
    pub(crate) fn line(&self, text: &str, line: usize) -> Range<usize> {
        let start = self.starts.get(line - 1).copied().unwrap_or(text.len());
        let next = self.starts.get(line).map_or(text.len(), |next| next - 1);
        let whole = text.get(start..next).unwrap_or_default();
        start..start + whole.trim_end_matches('\r').len()
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

fn characters(text: &str) -> Vec<usize> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut before = 0;
    let steps = text.as_bytes().chunks(STEP).map(|step| {
        let here = before;
        before += step.iter().filter(starts).count();
        here
    });
    steps.chain([text.chars().count()]).collect()
}

/// Whether a byte is the first of a character in UTF-8.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "`filter` hands over references"
)]
fn starts(byte: &&u8) -> bool {
    **byte & 0b1100_0000 != 0b1000_0000
}
