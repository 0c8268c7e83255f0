//! Markdown as rustdoc parses it: code spans, fences, and characters that it refuses.

use std::borrow::Cow;

use pulldown_cmark::{OffsetIter, Options, Parser};

/// Parses with the extensions that rustdoc enables, except for typographic quotes.
pub(super) fn parse(text: &str) -> OffsetIter<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(text, options).into_offset_iter()
}

/// Returns the text as a code span.
pub(super) fn code(text: &str) -> String {
    let text = plain(text).replace('\n', " ");
    match longest_run(&text) {
        0 => format!("`{text}`"),
        run => {
            let fence = "`".repeat(run + 1);
            format!("{fence} {text} {fence}")
        }
    }
}

/// Returns a fence that nothing in the text closes.
pub(super) fn fence(text: &str) -> String {
    "`".repeat(longest_run(text).max(2) + 1)
}

/// Returns the length of the longest run of backticks.
pub(crate) fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Removes what rustc rejects in a comment: bare carriage returns, and characters that change the
/// direction of text.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_printable) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| is_printable(*c)).collect()
}

/// Returns whether rustc accepts a character in a comment.
pub(crate) fn is_printable(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    matches!(c, '\n' | '\t') || !(c.is_control() || turns)
}
