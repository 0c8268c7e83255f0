//! A text as letters and digits: however they are escaped, separated and capitalized, `AYŞE&#88;`
//! and `ayse x` have the same.

use std::ops::Range;

/// A character, and the part of the text that it was written as.
pub(super) struct Glyph {
    pub(super) c: char,
    pub(super) place: Range<usize>,
}

/// Splits a text into characters, and decodes those that are escaped as in a URL (`%C5%9F`), in
/// JSON (`\u015f`) or in HTML (`&#351;`).
pub(super) fn glyphs(text: &str) -> Vec<Glyph> {
    let mut glyphs = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (c, length) = percent(rest)
            .or_else(|| json(rest))
            .or_else(|| html(rest))
            .unwrap_or((first, first.len_utf8()));
        glyphs.push(Glyph {
            c,
            place: at..at + length,
        });
        at += length;
    }
    glyphs
}

/// Keeps letters and digits. Letters are in lower case and without the marks of Turkish, which
/// banks often omit; other marks are kept.
pub(super) fn fold(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut folded = Vec::with_capacity(glyphs.len());
    for glyph in glyphs.iter().filter(|glyph| glyph.c.is_alphanumeric()) {
        // A capital `İ` is an `i` and a dot in lower case.
        for c in glyph.c.to_lowercase().filter(|c| c.is_alphanumeric()) {
            let (c, place) = (plain(c), glyph.place.clone());
            folded.push(Glyph { c, place });
        }
    }
    folded
}

/// Returns a lower-case letter without its marks. Turkish has two letters I, and software mixes them
/// up.
const fn plain(c: char) -> char {
    match c {
        'ı' | 'î' => 'i',
        'â' => 'a',
        'ç' => 'c',
        'ğ' => 'g',
        'ö' => 'o',
        'ş' => 's',
        'ü' | 'û' => 'u',
        other => other,
    }
}

/// Decodes a percent-encoded character of up to four bytes.
fn percent(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 4];
    let mut decoded = 0;
    for (byte, escaped) in bytes.iter_mut().zip(text.as_bytes().chunks(3)) {
        let Some(value) = percent_byte(escaped) else {
            break;
        };
        (*byte, decoded) = (value, decoded + 1);
    }
    let length = 1.max(bytes[0].leading_ones() as usize);
    let character = bytes[..decoded].get(..length)?;
    let text = std::str::from_utf8(character).ok()?;
    Some((text.chars().next()?, 3 * length))
}

/// Decodes a percent-encoded byte.
fn percent_byte(escaped: &[u8]) -> Option<u8> {
    let [b'%', digits @ ..] = escaped else {
        return None;
    };
    let digits = std::str::from_utf8(digits)
        .ok()
        .filter(|digits| digits.len() == 2)?;
    u8::from_str_radix(digits, 16).ok()
}

/// Decodes a character that JSON escapes by its number.
fn json(text: &str) -> Option<(char, usize)> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    Some((numbered(digits, 16)?, 6))
}

/// Decodes a character that HTML escapes by its number.
fn html(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix("&#")?;
    let number = rest.get(..rest.bytes().take(8).position(|byte| byte == b';')?)?;
    let c = match number.strip_prefix(['x', 'X']) {
        Some(digits) => numbered(digits, 16),
        None => numbered(number, 10),
    };
    Some((c?, number.len() + 3))
}

/// Returns the character of a number.
fn numbered(digits: &str, radix: u32) -> Option<char> {
    char::from_u32(u32::from_str_radix(digits, radix).ok()?)
}
