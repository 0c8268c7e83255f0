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
        let iban = is_start(glyphs, at).then(|| iban(&glyphs[at..])).flatten();
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
fn run(glyphs: &[Glyph], is: impl Fn(char) -> bool) -> Run {
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
    let is_word = |(_, c): &(usize, char)| c.is_alphanumeric() || *c == '_';
    let before = text[..place.start].char_indices().rev().take(WORD);
    let start = before.take_while(is_word).last();
    let behind = text[place.end..].char_indices().take(WORD);
    let end = behind.take_while(is_word).last();
    let start = start.map_or(place.start, |(at, _)| at);
    &text[start..end.map_or(place.end, |(at, c)| place.end + at + c.len_utf8())]
}

/// Returns whether digits have the length and the check digit of a card number (ISO/IEC 7812-1).
fn is_card(digits: &[char]) -> bool {
    let sum = digits.iter().rev().zip([1, 2].into_iter().cycle());
    let sum = sum.map(|(digit, weight)| {
        let product = digit.to_digit(10).unwrap_or_default() * weight;
        product / 10 + product % 10
    });
    (13..=19).contains(&digits.len()) && sum.sum::<u32>() % 10 == 0
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
    let ends = (0..=whole.length).rev().filter(|&end| {
        let ends_word = |it: &Glyph| !it.c.is_alphanumeric();
        glyphs.get(end).is_none_or(ends_word)
    });
    let letters = |end: usize| {
        glyphs[..end]
            .iter()
            .filter(|it| it.c.is_ascii_alphanumeric())
    };
    let mut fitting =
        ends.filter(|&end| (SHORTEST_IBAN..=LONGEST_IBAN).contains(&letters(end).count()));
    fitting.find(|&end| is_checked(&letters(end).map(|it| it.c).collect::<Vec<_>>()))
}

/// Returns whether the check digits are right (ISO 7064, MOD 97-10).
fn is_checked(iban: &[char]) -> bool {
    let (start, rest) = iban.split_at(4);
    let values = rest.iter().chain(start).filter_map(|c| c.to_digit(36));
    values.fold(0, |sum, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (sum * shift + value) % 97
    }) == 1
}
