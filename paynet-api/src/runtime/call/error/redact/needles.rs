//! The forms in which a sensitive value is looked for.
//!
//! | form | found from |
//! | --- | --- |
//! | as it is, in other letter case, or with other separators | the whole; of 8 letters, each part |
//! | a word of a name | 4 letters |
//! | base64, in either alphabet, also within a longer text | the whole; parts of 11 letters |
//! | hexadecimal | the whole; parts of 16 digits |
//!
//! Characters that are escaped one by one, as in a URL, are decoded before.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use zeroize::Zeroizing;

use super::letters::{fold, glyphs};
use crate::runtime::Secret;

/// Letters that are looked for.
pub(super) struct Needle {
    pub(super) letters: Zeroizing<Vec<char>>,
    pub(super) found: Found,
}

/// What must be found of a needle.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// All of it, with nothing of its kind beside it: `Can` is not in `canceled`.
    AsWord,
    /// So many letters in sequence.
    InPart(usize),
}

/// How many letters of a value reveal something.
const PART: usize = 8;

/// How many letters of base64 are eight bytes, and how many identify a value.
const BASE64_PART: usize = 11;
const BASE64_SHORTEST: usize = 6;

/// How many digits are eight bytes in hexadecimal, and how many identify a value.
const HEX_PART: usize = 16;
const HEX_SHORTEST: usize = 8;

/// A word of a name that has so many letters is looked for by itself.
const WORD: usize = 4;

/// Shorter values reveal nothing, and are parts of many words.
const SHORTEST: usize = 3;

/// Adds what is looked for because of a sensitive value.
pub(super) fn add(value: &Secret, needles: &mut Vec<Needle>) {
    let value = value.expose();
    if value.len() < SHORTEST {
        return;
    }
    // The host of an address is no secret.
    let (whole, part) = match after_host(value) {
        Some(part) => (Needle::of(value, usize::MAX), part),
        None => (Needle::of(value, PART), ""),
    };
    needles.extend([whole, Needle::of(part, PART)]);
    if value.chars().all(is_of_name) {
        for word in value.split([' ', '.', '-']) {
            if word.chars().count() >= WORD {
                needles.push(Needle::of(word, PART));
            }
        }
    }
    for offset in 0..3 {
        needles.extend(base64(value, offset));
    }
    needles.extend(hexadecimal(value));
}

impl Needle {
    /// Looks for the letters of a text.
    fn of(text: &str, part: usize) -> Self {
        let glyphs = fold(&glyphs(text));
        let letters: Vec<char> = glyphs.iter().map(|glyph| glyph.c).collect();
        Self {
            found: match letters.len() < part {
                true => Found::AsWord,
                false => Found::InPart(part),
            },
            letters: Zeroizing::new(letters),
        }
    }

    /// Looks for an encoded text, if it is long enough to identify what is encoded.
    fn encoded(text: &str, part: usize, shortest: usize) -> Option<Self> {
        let needle = Self::of(text, part);
        let length = needle.letters.len();
        (length >= shortest).then_some(Self {
            found: Found::InPart(part.min(length)),
            ..needle
        })
    }
}

/// Returns whether names consist of such characters.
fn is_of_name(c: char) -> bool {
    c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’')
}

/// Returns the part of an address that follows its host.
fn after_host(value: &str) -> Option<&str> {
    let (_, place) = value.split_once("://")?;
    Some(place.find(['/', '?', '#']).map_or("", |at| &place[at..]))
}

/// Returns the letters of base64 that depend on the value alone, if so many bytes precede it.
fn base64(value: &str, offset: usize) -> Option<Needle> {
    let mut bytes = Zeroizing::new(vec![0; offset + value.len()]);
    bytes[offset..].copy_from_slice(value.as_bytes());
    let text = Zeroizing::new(BASE64_STANDARD_NO_PAD.encode(&*bytes));
    // The first letters depend on the bytes before, the last one on the bytes behind.
    let first = if offset == 0 { 0 } else { offset + 1 };
    let last = text.len() - usize::from(bytes.len() % 3 != 0);
    Needle::encoded(text.get(first..last)?, BASE64_PART, BASE64_SHORTEST)
}

/// Returns the value in hexadecimal.
fn hexadecimal(value: &str) -> Option<Needle> {
    let mut text = Zeroizing::new(String::with_capacity(2 * value.len()));
    for byte in value.bytes() {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    Needle::encoded(&text, HEX_PART, HEX_SHORTEST)
}
