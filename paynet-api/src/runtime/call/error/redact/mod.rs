//! Makes a provider's message fit for a log: without the secrets and the personal data of the call,
//! on one line, and short.
//!
//! | module | content |
//! | --- | --- |
//! | `letters` | a text as letters and digits, however they are escaped, separated and capitalized |
//! | `needles` | the forms in which a sensitive value is looked for |
//! | `matches` | where a text contains one of them, or a part of one |
//! | `numbers` | numbers that identify somebody, whoever declares them: cards, accounts, identities |
//!
//! What cannot be known is not redacted: values that nothing declares as sensitive, names that are
//! misspelt or abbreviated, short parts, and encodings that are not listed in `needles`.

mod letters;
mod matches;
mod needles;
mod numbers;
#[cfg(test)]
mod tests;

use std::ops::Range;

use bytes::Bytes;

use crate::runtime::json::decode::kind::JsonKind;
use crate::runtime::json::decode::parsed::Parsed;
use crate::runtime::{DecodeIssue, Fields, Input, Secret};

/// How many characters are printed.
const LENGTH: usize = 300;

/// How many characters are searched: a response of megabytes must not occupy a thread for seconds.
const LONGEST: usize = 16 * 1024;

/// What is known about a call that must not be printed, and what may be.
#[derive(Default)]
pub(crate) struct Redaction {
    /// Secrets and personal data, as they were sent or received.
    pub(crate) sensitive: Vec<Secret>,
    /// What was sent as the body and in the URL: a number in it is the caller's own.
    pub(crate) sent: [Bytes; 2],
}

impl Redaction {
    /// Regards everything in a JSON text as sensitive but the message itself: what a body that cannot
    /// be decoded contains is not known.
    pub(crate) fn suspect(&mut self, json: &str, message: &str) {
        let mut scalars = Vec::new();
        if let Ok(json) = Parsed::of(json) {
            collect(Input::of(&json), &mut scalars);
        }
        if let Some(itself) = scalars.iter().position(|scalar| scalar.expose() == message) {
            scalars.swap_remove(itself);
        }
        self.sensitive.append(&mut scalars);
    }

    /// Regards everything in skipped members as sensitive, and in the whole body if a member is
    /// repeated.
    pub(crate) fn suspect_skipped(&mut self, issues: &[DecodeIssue], body: &str, message: &str) {
        if issues.iter().any(|issue| issue.json().is_none()) {
            return self.suspect(body, message);
        }
        for json in issues.iter().filter_map(DecodeIssue::json) {
            self.suspect(json, message);
        }
    }

    /// Replaces what is sensitive by `[redacted]`, and cuts the text after 16,384 characters.
    pub(crate) fn apply(&self, text: &str) -> String {
        let text = match text.char_indices().nth(LONGEST) {
            Some((end, _)) => &text[..end],
            None => text,
        };
        let glyphs = letters::glyphs(text);
        let mut needles = Vec::new();
        for value in &self.sensitive {
            needles::add(value, &mut needles);
        }
        let mut found = matches::find(&letters::fold(&glyphs), &needles);
        found.extend(numbers::find(text, &glyphs, &self.sent));
        replace(text, &found)
    }
}

/// Collects the strings and the numbers of a JSON value.
fn collect(json: Input<'_>, scalars: &mut Vec<Secret>) {
    let inside = match json.kind() {
        JsonKind::String => return scalars.extend(json.unescaped().map(Secret::new)),
        JsonKind::Number => return scalars.push(Secret::new(json.verbatim())),
        JsonKind::Array => json.elements(),
        JsonKind::Object => json.object().map(Fields::values),
        JsonKind::Boolean | JsonKind::Null => return,
    };
    // What is nested more deeply than anything is decoded is not looked at.
    for json in inside.unwrap_or_default() {
        collect(json, scalars);
    }
}

/// Replaces parts of a text, which may overlap.
fn replace(text: &str, parts: &[Range<usize>]) -> String {
    let mut hidden = vec![false; text.len()];
    for part in parts {
        hidden[part.clone()].fill(true);
    }
    let mut replaced = String::with_capacity(text.len());
    let mut was_hidden = false;
    for (at, c) in text.char_indices() {
        match (hidden[at], was_hidden) {
            (false, _) => replaced.push(c),
            (true, false) => replaced.push_str("[redacted]"),
            // Adjacent parts are one: their number would tell something, too.
            (true, true) => {}
        }
        was_hidden = hidden[at];
    }
    replaced
}

/// Escapes line breaks and control characters, and cuts the text after 300 characters.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::new();
    for c in text.chars().take(LENGTH) {
        // Characters that change the direction of writing can change what a log seems to say.
        match c {
            _ if c.is_control() => line.extend(c.escape_default()),
            '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => line.extend(c.escape_unicode()),
            _ => line.push(c),
        }
    }
    if text.chars().nth(LENGTH).is_some() {
        line.push('…');
    }
    line
}
