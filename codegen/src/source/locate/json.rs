//! Scans the spans of a JSON text. Syntax errors are ignored: parsing the document reports them.

use std::borrow::Cow;

use super::builder::SpanBuilder;

/// Collects the spans of a text.
pub(super) fn spans(text: &str) -> SpanBuilder<'_> {
    let mut spans = SpanBuilder::default();
    let bytes = text.as_bytes();
    let mut start = separator_length(bytes);
    while let Some(first) = bytes.get(start) {
        let end = match first {
            b'"' => string_end(text, start),
            b'{' | b'[' | b'}' | b']' => start + 1,
            _ => literal_end(bytes, start),
        };
        match first {
            b'{' | b'[' => {
                spans.start(start..end, *first == b'{');
            }
            b'}' | b']' => spans.end(end),
            _ if spans.expects_key() => spans.key(unquoted(&text[start..end]), start..end),
            _ => {
                spans.value(start..end);
            }
        }
        start = end + separator_length(&bytes[end..]);
    }
    spans
}

/// Returns the length of the blanks, commas and colons before the next token.
fn separator_length(bytes: &[u8]) -> usize {
    let separators = bytes.iter().take_while(|byte| b" \t\n\r,:".contains(byte));
    separators.count()
}

/// Returns the byte behind the closing quote, or the end of the text.
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

/// Returns the byte behind a number, `true`, `false` or `null`.
fn literal_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes[start..].iter();
    let length = rest.take_while(|byte| !b"\"{}[],: \t\n\r".contains(byte));
    start + length.count()
}

/// Returns a key without its quotes and escapes.
fn unquoted(key: &str) -> Cow<'_, str> {
    let inside = key.trim_matches('"');
    if !inside.contains('\\') {
        return Cow::Borrowed(inside);
    }
    serde_json::from_str(key).map_or(Cow::Borrowed(inside), Cow::Owned)
}
