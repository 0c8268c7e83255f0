//! Splits a string into words: at characters that are neither letters nor digits, and where the
//! case changes.

/// The case of the last letter of a word that has one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cased {
    Lower,
    Upper,
}

/// Calls `see` with every word. `HTTPStatus` is `HTTP` and `Status`, `succeedUrl` is `succeed` and
/// `Url`; a digit does not begin a word.
pub(super) fn words<'t>(text: &'t str, mut see: impl FnMut(&'t str)) {
    for run in text.split(|letter: char| !letter.is_alphanumeric()) {
        split_run(run, &mut see);
    }
}

fn split_run<'t>(run: &'t str, see: &mut impl FnMut(&'t str)) {
    let mut start = 0;
    let mut before = None;
    let mut letters = run.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let Some(&(next_at, next)) = letters.peek() else {
            see(&run[start..]);
            return;
        };
        let case = case(letter).or(before);
        if case == Some(Cased::Lower) && next.is_uppercase() {
            see(&run[start..next_at]);
            (start, before) = (next_at, None);
        } else if before == Some(Cased::Upper) && letter.is_uppercase() && next.is_lowercase() {
            see(&run[start..at]);
            (start, before) = (at, None);
        } else {
            before = case;
        }
    }
}

fn case(letter: char) -> Option<Cased> {
    if letter.is_lowercase() {
        Some(Cased::Lower)
    } else {
        letter.is_uppercase().then_some(Cased::Upper)
    }
}
