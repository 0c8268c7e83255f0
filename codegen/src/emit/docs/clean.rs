//! Cleans texts of the spec for rustdoc, so that it warns about nothing and runs nothing.
//!
//! A text is parsed with rustdoc's own Markdown parser, and only what it would misread is changed.

use super::markdown::plain;
use super::{blocks, html, inline};

/// Returns the text as Markdown that rustdoc accepts.
pub(super) fn clean(text: &str) -> String {
    let text = plain(text);
    let text = html::to_markdown(&text);
    let text = inline::escape_html(&text);
    let text = blocks::fence_code(&text);
    inline::escape(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rustdoc_would_misread_is_escaped() {
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
