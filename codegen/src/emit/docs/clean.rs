//! Cleaning a text of the spec for rustdoc, so that it warns about nothing and runs nothing.
//!
//! The text is parsed with rustdoc's own Markdown parser, and only what it would take wrongly is changed.

use pulldown_cmark::{OffsetIter, Options, Parser};

use super::{blocks, html, inline};

/// The text as rustdoc shall see it.
pub(super) fn clean(text: &str) -> String {
    let text = plain(text);
    let text = html::to_markdown(&text);
    let text = inline::escape_html(&text);
    let text = blocks::fence_code(&text);
    inline::escape(&text)
}

/// What rustdoc switches on, except for typographic quotes.
pub(super) fn parse(text: &str) -> OffsetIter<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(text, options).into_offset_iter()
}

/// A code span.
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

/// A fence that nothing in the text closes.
pub(super) fn fence(text: &str) -> String {
    "`".repeat(longest_run(text).max(2) + 1)
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Without what rustc refuses in a comment: a bare carriage return, characters that turn the direction of text.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| is_printable(*c)).collect()
}

fn is_printable(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    matches!(c, '\n' | '\t') || !(c.is_control() || turns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rustdoc_would_take_wrongly_is_escaped() {
        let cases = [
            ("plain text, Türkçe: ığüşöç", "plain text, Türkçe: ığüşöç"),
            ("a [b] c", r"a \[b\] c"),
            (r"a \[b\] c", r"a \[b\] c"),
            ("[text](https://x.example)", "[text](https://x.example)"),
            ("[text](Other)", r"\[text](Other)"),
            ("see https://x.example/a_b.", "see <https://x.example/a_b>."),
            ("<https://x.example>", "<https://x.example>"),
            ("<b>bold", r"\<b>bold"),
            ("Vec<String> of", r"Vec\<String> of"),
            ("an `open span", r"an \`open span"),
            ("a `[span]` <- b < c", "a `[span]` <- b < c"),
            ("```\nx\n```", "```text\nx\n```"),
            ("```rust\nx\n```", "```text\nx\n```"),
            ("```json\nx\n```", "```json\nx\n```"),
            ("```\nx", "```text\nx\n```"),
            ("a\n\n    let x;\n\nb", "a\n\n```text\nlet x;\n```\n\nb"),
            (
                "- a\n\n      let x;\n",
                "- a\n\n  ```text\n  let x;\n  ```\n",
            ),
            ("a\r\nb\rc\u{202E}", "a\nb\nc"),
        ];
        for (given, wanted) in cases {
            assert_eq!(clean(given), wanted, "{given:?}");
        }
    }
}
