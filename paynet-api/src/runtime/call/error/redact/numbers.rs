//! Numbers that identify somebody, whoever declares them: twelve digits and more, and IBANs.
//!
//! A number that was sent is the caller's own and is kept, such as that of a transaction. An IBAN,
//! or a number by itself that has the check digit of a card, is redacted even then.

use std::net::Ipv4Addr;
use std::ops::Range;

use bytes::Bytes;

use super::letters::Glyph;

/// How many digits identify somebody. Dates, amounts and phone numbers without a country have less.
const DIGITS: usize = 12;

/// How many letters and digits an IBAN has: 15 in Norway, and 34 at the most.
const SHORTEST_IBAN: usize = 15;
const LONGEST_IBAN: usize = 34;

/// How many characters beside a number are looked at, to find the word that it is a part of.
const WORD: usize = 64;

/// Returns the parts of a text that are such numbers.
pub(super) fn find(text: &str, glyphs: &[Glyph], sent: &[Bytes]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < glyphs.len() {
        let iban = match is_start(glyphs, at) {
            true => iban(&glyphs[at..]),
            false => None,
        };
        let number = run(&glyphs[at..], |c| c.is_ascii_digit());
        let length = iban.unwrap_or(number.length);
        let place = |length: usize| glyphs[at].place.start..glyphs[at + length - 1].place.end;
        let is_number = number.letters.len() >= DIGITS;
        if iban.is_some() || is_number && !is_kept(text, place(length), &number.letters, sent) {
            found.push(place(length));
        }
        at += length.max(1);
    }
    found
}

/// Characters of a kind, each separated by at most one separator.
struct Run {
    letters: Vec<char>,
    /// Including the separators.
    length: usize,
}

/// Returns the run at the start; it may be empty.
fn run(glyphs: &[Glyph], is: fn(char) -> bool) -> Run {
    let mut run = Run {
        letters: Vec::new(),
        length: 0,
    };
    loop {
        match &glyphs[run.length..] {
            [next, ..] if is(next.c) => {
                run.letters.push(next.c);
                run.length += 1;
            }
            [separator, next, ..] if run.length > 0 && is_separator(separator.c) && is(next.c) => {
                run.letters.push(next.c);
                run.length += 2;
            }
            _ => return run,
        }
    }
}

/// Returns whether a character separates groups of digits.
fn is_separator(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '.' | '_' | '/' | '+') || c.is_whitespace()
}

/// Returns whether a number was sent, or is no number.
fn is_kept(text: &str, place: Range<usize>, digits: &[char], sent: &[Bytes]) -> bool {
    let number = &text[place.clone()];
    let word = word_around(text, place);
    let is_sent = |sent: &Bytes| {
        let mut parts = sent.windows(word.len());
        parts.any(|part| part == word.as_bytes())
    };
    let is_by_itself = word.len() == number.len();
    number.parse::<Ipv4Addr>().is_ok()
        || sent.iter().any(is_sent) && !(is_by_itself && is_card(digits))
}

/// Returns the word that a number is a part of, such as `xk_1234`.
fn word_around(text: &str, place: Range<usize>) -> &str {
    let is_word = |c: &char| c.is_alphanumeric() || *c == '_';
    let (mut start, mut end) = (place.start, place.end);
    for c in text[..start].chars().rev().take(WORD).take_while(is_word) {
        start -= c.len_utf8();
    }
    for c in text[end..].chars().take(WORD).take_while(is_word) {
        end += c.len_utf8();
    }
    &text[start..end]
}

/// Returns whether digits have the length and the check digit of a card number (ISO/IEC 7812-1).
fn is_card(digits: &[char]) -> bool {
    let mut sum = 0;
    for (index, digit) in digits.iter().rev().enumerate() {
        let weight = if index % 2 == 0 { 1 } else { 2 };
        let product = digit.to_digit(10).unwrap_or_default() * weight;
        sum += product / 10 + product % 10;
    }
    (13..=19).contains(&digits.len()) && sum % 10 == 0
}

/// Returns whether a word starts there.
fn is_start(glyphs: &[Glyph], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| glyphs.get(before));
    before.is_none_or(|before| !before.c.is_alphanumeric())
}

/// Returns the length of the IBAN at the start (ISO 13616): two letters, two check digits, and at
/// most 30 letters and digits.
fn iban(glyphs: &[Glyph]) -> Option<usize> {
    let [a, b, c, d, ..] = glyphs else {
        return None;
    };
    let is_one = [a, b].iter().all(|it| it.c.is_ascii_alphabetic())
        && [c, d].iter().all(|it| it.c.is_ascii_digit());
    if !is_one {
        return None;
    }
    // What follows may continue the run: the longest part that ends a word and fits is the IBAN.
    let longest = &glyphs[..glyphs.len().min(2 * LONGEST_IBAN)];
    let whole = run(longest, |c| c.is_ascii_alphanumeric());
    let mut letters = whole.letters.as_slice();
    for end in (0..=whole.length).rev() {
        let ends_word = glyphs.get(end).is_none_or(|it| !it.c.is_alphanumeric());
        let fits = (SHORTEST_IBAN..=LONGEST_IBAN).contains(&letters.len());
        if ends_word && fits && is_checked(letters) {
            return Some(end);
        }
        if end > 0 && glyphs[end - 1].c.is_ascii_alphanumeric() {
            letters = &letters[..letters.len() - 1];
        }
    }
    None
}

/// Returns whether the check digits are right (ISO 7064, MOD 97-10).
fn is_checked(iban: &[char]) -> bool {
    let (start, rest) = iban.split_at(4);
    let mut remainder = 0;
    for c in rest.iter().chain(start) {
        let value = c.to_digit(36).unwrap_or_default();
        let shift = if value > 9 { 100 } else { 10 };
        remainder = (remainder * shift + value) % 97;
    }
    remainder == 1
}
