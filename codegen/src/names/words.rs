//! Maps any string to words that are valid in Rust identifiers.

use std::borrow::Cow;

/// The name of a string without a usable character.
pub(super) const UNNAMED: &str = "unnamed";

/// Maps Turkish letters, spells out signs that carry the meaning, and makes the plural of an
/// abbreviation one word.
pub(super) fn readable(text: &str) -> Cow<'_, str> {
    if text.is_empty() {
        return "empty".into();
    }
    let is_plain = text.is_ascii() && !text.contains('\'');
    let letters = if is_plain {
        Cow::Borrowed(text)
    } else {
        text.chars().filter_map(ascii_equivalent).collect()
    };
    if !letters.contains(char::is_alphanumeric) {
        return spell_out(&letters).into();
    }
    let letters = signed(letters);
    if has_plural(&letters) {
        one_word_plurals(&letters).into()
    } else {
        letters
    }
}

/// Returns a string that describes its spelling, for one whose name is taken: `a_b` is
/// "a underscore b", `AB` is "AB uppercase".
#[must_use]
pub fn spelled(text: &str) -> String {
    let is_sign = |letter: char| !letter.is_alphanumeric();
    if text.contains(is_sign) {
        let read = text.chars().map(|letter| match letter {
            '-' => " dash ".to_owned(),
            letter if is_sign(letter) => format!(" {} ", sign(letter).unwrap_or_default()),
            letter => letter.to_string(),
        });
        return read.collect();
    }
    let is_upper = text.contains(char::is_uppercase);
    let written = match text.chars().next() {
        _ if !text.contains(char::is_alphabetic) => return text.to_owned(),
        _ if !is_upper => "lowercase",
        _ if !text.contains(char::is_lowercase) => "uppercase",
        Some(first) if first.is_uppercase() => "capitalized",
        _ => "camel case",
    };
    format!("{text} {written}")
}

/// Maps a Turkish letter to its ASCII equivalent, before any change of case: case folding in
/// Turkish is not Unicode's default (`I` and `ı`, `İ` and `i`). Combining marks are removed: Rust
/// composes identifiers, so two spellings of one letter would be one field.
fn ascii_equivalent(letter: char) -> Option<char> {
    Some(match letter {
        'ı' => 'i',
        'İ' => 'I',
        'ş' => 's',
        'Ş' => 'S',
        'ğ' => 'g',
        'Ğ' => 'G',
        'ç' => 'c',
        'Ç' => 'C',
        'ö' => 'o',
        'Ö' => 'O',
        'ü' => 'u',
        'Ü' => 'U',
        '\u{300}'..='\u{36f}' | '\'' | '’' => return None,
        other => other,
    })
}

/// Spells out a leading sign: `+1` and `-1` differ in nothing else.
fn signed(text: Cow<'_, str>) -> Cow<'_, str> {
    if let Some(rest) = text.strip_prefix('+') {
        format!("plus {rest}").into()
    } else if let Some(rest) = text.strip_prefix('-') {
        format!("minus {rest}").into()
    } else {
        text
    }
}

/// Returns whether an `s` follows a capital.
fn has_plural(text: &str) -> bool {
    let mut places = text.match_indices('s');
    places.any(|(index, _)| text[..index].ends_with(char::is_uppercase))
}

/// Makes plurals of abbreviations one word: `userIDs` are user ids, not user i ds.
fn one_word_plurals(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_upper = |index: usize| letters.get(index).is_some_and(|c| c.is_uppercase());
    let ends_word = |index: usize| letters.get(index).is_none_or(|c| !c.is_lowercase());
    (0..letters.len())
        .map(|index| match letters[index] {
            's' if index >= 2
                && is_upper(index - 1)
                && is_upper(index - 2)
                && ends_word(index + 1) =>
            {
                plural(&letters, index)
            }
            letter => letter,
        })
        .collect()
}

/// Returns the letter of a plural: an upper-case `S` would join the next word's capital (`IDsOf`).
fn plural(letters: &[char], index: usize) -> char {
    let next_is_letter = letters
        .get(index + 1)
        .is_some_and(|letter| letter.is_alphanumeric());
    if next_is_letter { 's' } else { 'S' }
}

fn spell_out(signs: &str) -> String {
    let names: Vec<&str> = signs.chars().filter_map(sign).collect();
    if names.is_empty() {
        UNNAMED.to_owned()
    } else {
        names.join(" ")
    }
}

fn sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '=' => "equals",
        '<' => "less",
        '>' => "greater",
        '!' => "not",
        '?' => "question",
        '%' => "percent",
        '&' => "and",
        '|' => "or",
        '~' => "tilde",
        '^' => "caret",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '_' => "underscore",
        '#' => "hash",
        '$' => "dollar",
        '€' => "euro",
        '₺' => "lira",
        '@' => "at",
        '"' => "quote",
        ' ' => "space",
        '(' | '[' | '{' => "open",
        ')' | ']' | '}' => "close",
        _ => return None,
    })
}
