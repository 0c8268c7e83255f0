//! The parts of a JSON text. What is wrong with it is not looked at: whoever reads the document has said so.

use std::borrow::Cow;

use super::build::Build;

pub(super) fn spots(text: &str) -> Build<'_> {
    let mut build = Build::default();
    let bytes = text.as_bytes();
    let mut start = blank(bytes);
    while let Some(first) = bytes.get(start) {
        let end = match first {
            b'"' => string_end(text, start),
            b'{' | b'[' | b'}' | b']' => start + 1,
            _ => word_end(bytes, start),
        };
        match first {
            b'{' | b'[' => {
                build.enter(start..end, *first == b'{');
            }
            b'}' | b']' => build.leave(end),
            _ if build.wants_key() => build.key(unquoted(&text[start..end]), start..end),
            _ => {
                build.value(start..end);
            }
        }
        start = end + blank(&bytes[end..]);
    }
    build
}

/// How much stands between two parts.
fn blank(bytes: &[u8]) -> usize {
    let blanks = bytes.iter().take_while(|byte| b" \t\n\r,:".contains(byte));
    blanks.count()
}

/// Behind the closing quote, or the end of the text.
fn string_end(text: &str, start: usize) -> usize {
    let mut inside = start + 1;
    while let Some(length) = text[inside..].find('"') {
        let quote = inside + length;
        let escapes = text[inside..quote].bytes().rev();
        if escapes.take_while(|byte| *byte == b'\\').count() % 2 == 0 {
            return quote + 1;
        }
        inside = quote + 1;
    }
    text.len()
}

/// Behind a number, `true`, `false` or `null`.
fn word_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes[start..].iter();
    let length = rest.take_while(|byte| !b"\"{}[],: \t\n\r".contains(byte));
    start + length.count()
}

fn unquoted(key: &str) -> Cow<'_, str> {
    let inside = key.trim_matches('"');
    if !inside.contains('\\') {
        return Cow::Borrowed(inside);
    }
    serde_json::from_str(key).map_or(Cow::Borrowed(inside), Cow::Owned)
}
