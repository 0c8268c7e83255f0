//! Where a text contains a needle or a part of one.
//!
//! Every stretch of the text is looked up among all stretches of that length that the needles have,
//! so the time does not depend on how many needles there are.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::letters::Glyph;
use super::needles::{Found, Needle};

/// How many characters beside a part of a key are redacted.
const WORD: usize = 64;

/// Stretches of needles, by their length.
type Stretches<'n> = BTreeMap<usize, HashSet<&'n [char]>>;

/// Returns the parts of the text that a needle was found in.
pub(super) fn find(text: &[Glyph], needles: &[Needle]) -> Vec<Range<usize>> {
    let (mut words, mut parts) = (Stretches::new(), Stretches::new());
    for needle in needles.iter().filter(|needle| !needle.letters.is_empty()) {
        let (stretches, length) = match needle.found {
            Found::AsWord => (&mut words, needle.letters.len()),
            Found::InPart(length) => (&mut parts, length),
        };
        let known = stretches.entry(length).or_default();
        known.extend(needle.letters.windows(length));
    }
    let letters: Vec<char> = text.iter().map(|glyph| glyph.c).collect();
    let anywhere = stretches(&letters, &parts).map(|found| whole_word(text, found));
    let as_words = stretches(&letters, &words).filter(|found| is_word(text, found));
    let found = anywhere.chain(as_words);
    let place = |found: Range<usize>| text[found.start].place.start..text[found.end - 1].place.end;
    found.map(place).collect()
}

/// Returns where one of the stretches is.
fn stretches<'t>(
    text: &'t [char],
    known: &'t Stretches<'_>,
) -> impl Iterator<Item = Range<usize>> + 't {
    known.iter().flat_map(|(&length, known)| {
        let windows = text.windows(length).enumerate();
        let found = windows.filter(|(_, window)| known.contains(window));
        found.map(move |(start, _)| start..start + length)
    })
}

/// Returns a stretch with the letters and digits that are joined to it: where a part of a key is,
/// the rest is, too.
fn whole_word(text: &[Glyph], found: Range<usize>) -> Range<usize> {
    let is_joined = |at: &usize| {
        let [left, right] = [&text[at - 1], &text[*at]];
        left.place.end == right.place.start && left.c.is_ascii() && right.c.is_ascii()
    };
    let before = (found.start.saturating_sub(WORD) + 1..=found.start).rev();
    let behind = found.end..text.len().min(found.end + WORD);
    found.start - before.take_while(is_joined).count()
        ..found.end + behind.take_while(is_joined).count()
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
