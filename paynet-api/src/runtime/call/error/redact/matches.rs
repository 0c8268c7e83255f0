//! Where a text contains a needle or a part of one.
//!
//! Every stretch of the text is looked up among all stretches of that length that the needles have,
//! so the time does not depend on how many needles there are.

use std::collections::HashMap;
use std::ops::Range;

use super::letters::Glyph;
use super::needles::{Found, Needle};

/// How many characters beside a part of a key are redacted.
const WORD: usize = 64;

/// Returns the parts of the text that a needle was found in.
pub(super) fn find(text: &[Glyph], needles: &[Needle]) -> Vec<Range<usize>> {
    let stretches = Stretches::of(needles);
    let letters: Vec<char> = text.iter().map(|glyph| glyph.c).collect();
    let mut found = Vec::new();
    for length in stretches.lengths {
        for (start, window) in letters.windows(length).enumerate() {
            let stretch = start..start + length;
            match stretches.known.get(window) {
                Some(Found::InPart(_)) => found.push(place(text, whole_word(text, stretch))),
                Some(Found::AsWord) if is_word(text, &stretch) => found.push(place(text, stretch)),
                _ => {}
            }
        }
    }
    found
}

/// What is looked for: stretches of letters, and what must be found of each.
#[derive(Default)]
struct Stretches<'n> {
    known: HashMap<&'n [char], Found>,
    lengths: Vec<usize>,
}

impl<'n> Stretches<'n> {
    fn of(needles: &'n [Needle]) -> Self {
        let mut stretches = Self::default();
        for needle in needles.iter().filter(|needle| !needle.letters.is_empty()) {
            let length = match needle.found {
                Found::AsWord => needle.letters.len(),
                Found::InPart(length) => length,
            };
            if !stretches.lengths.contains(&length) {
                stretches.lengths.push(length);
            }
            for stretch in needle.letters.windows(length) {
                // What one needle has as a word may be a part of another.
                let known = stretches.known.entry(stretch).or_insert(needle.found);
                if *known == Found::AsWord {
                    *known = needle.found;
                }
            }
        }
        stretches
    }
}

/// Returns where in the text a stretch of letters is.
fn place(text: &[Glyph], stretch: Range<usize>) -> Range<usize> {
    text[stretch.start].place.start..text[stretch.end - 1].place.end
}

/// Returns a stretch with the letters and digits that are joined to it: where a part of a key is,
/// the rest is, too.
fn whole_word(text: &[Glyph], found: Range<usize>) -> Range<usize> {
    let is_joined = |at: usize| {
        let [left, right] = [&text[at - 1], &text[at]];
        left.place.end == right.place.start && left.c.is_ascii() && right.c.is_ascii()
    };
    let (mut start, mut end) = (found.start, found.end);
    while start > 0 && found.start - start < WORD && is_joined(start) {
        start -= 1;
    }
    while end < text.len() && end - found.end < WORD && is_joined(end) {
        end += 1;
    }
    start..end
}

/// Returns whether a stretch is a word: what is beside it is separated from it or of another kind.
fn is_word(text: &[Glyph], found: &Range<usize>) -> bool {
    let is_border = |left: Option<&Glyph>, right: Option<&Glyph>| match (left, right) {
        (Some(left), Some(right)) => left.place.end < right.place.start || !alike(left.c, right.c),
        _ => true,
    };
    let before = found.start.checked_sub(1).and_then(|index| text.get(index));
    is_border(before, text.get(found.start))
        && is_border(text.get(found.end - 1), text.get(found.end))
}

/// Returns whether two characters belong to one word. Scripts without letter case, such as Chinese,
/// do not separate words.
fn alike(left: char, right: char) -> bool {
    let both = |is: fn(char) -> bool| is(left) && is(right);
    both(char::is_numeric) || both(char::is_lowercase)
}
