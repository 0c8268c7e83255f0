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
use serde_json::Value;

use crate::runtime::{DecodeIssue, Secret};

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
    pub(crate) sent: Vec<Bytes>,
}

impl Redaction {
    /// Regards everything in a body as sensitive but the message itself: what a body that cannot be
    /// decoded contains is not known.
    pub(crate) fn suspect(&mut self, body: &[u8], message: &str) {
        let mut scalars = Vec::new();
        // RFC 8259, 8.1: a byte order mark may precede the text.
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        if let Ok(body) = serde_json::from_slice(body) {
            collect(body, &mut scalars);
        }
        if let Some(itself) = scalars.iter().position(|scalar| scalar.expose() == message) {
            scalars.swap_remove(itself);
        }
        self.sensitive.append(&mut scalars);
    }

    /// Regards everything in skipped members as sensitive, and in the whole body if a member is
    /// repeated.
    pub(crate) fn suspect_skipped(&mut self, issues: &[DecodeIssue], body: &[u8], message: &str) {
        match issues
            .iter()
            .map(DecodeIssue::json)
            .collect::<Option<Vec<_>>>()
        {
            Some(skipped) => skipped
                .into_iter()
                .for_each(|json| self.suspect(json.as_bytes(), message)),
            None => self.suspect(body, message),
        }
    }

    /// Replaces what is sensitive by `[redacted]`, and cuts the text after 16,384 characters.
    pub(crate) fn apply(&self, text: &str) -> String {
        let text = match text.char_indices().nth(LONGEST) {
            Some((end, _)) => &text[..end],
            None => text,
        };
        let glyphs = letters::glyphs(text);
        let needles: Vec<_> = self.sensitive.iter().flat_map(needles::of).collect();
        let mut found = matches::find(&letters::fold(&glyphs), &needles);
        found.extend(numbers::find(text, &glyphs, &self.sent));
        replace(text, found)
    }
}

/// Collects the strings and the numbers of a JSON value.
fn collect(value: Value, scalars: &mut Vec<Secret>) {
    match value {
        Value::String(text) => scalars.push(Secret::new(text)),
        Value::Number(number) => scalars.push(Secret::new(number.to_string())),
        Value::Array(items) => items.into_iter().for_each(|item| collect(item, scalars)),
        Value::Object(members) => members
            .into_iter()
            .for_each(|(_, member)| collect(member, scalars)),
        Value::Null | Value::Bool(_) => {}
    }
}

/// Replaces parts of a text, which may overlap.
fn replace(text: &str, mut parts: Vec<Range<usize>>) -> String {
    parts.sort_unstable_by_key(|part| part.start);
    let mut replaced = String::with_capacity(text.len());
    let mut end = 0;
    for part in parts {
        // Adjacent parts are one: their number would tell something, too.
        if part.start > end || replaced.is_empty() && part.start == 0 {
            replaced.push_str(&text[end..part.start]);
            replaced.push_str("[redacted]");
        }
        end = end.max(part.end);
    }
    replaced.push_str(&text[end..]);
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
