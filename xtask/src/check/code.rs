//! The lines of a file that are compiled: code, and the examples in its documentation, which are
//! doctests.

/// Returns the lines that are compiled, each with its number. In Markdown, those are the examples
/// alone.
pub(super) fn lines(text: &str, is_markdown: bool) -> Vec<(usize, &str)> {
    let mut is_example = false;
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let start = line.trim_start();
        let comment = ["///", "//!"].iter().find_map(|it| start.strip_prefix(it));
        let doc = if is_markdown { Some(start) } else { comment };
        let is_fence = doc.is_some_and(|doc| doc.trim_start().starts_with("```"));
        let is_code = match doc {
            Some(_) => is_example && !is_fence,
            None => !start.starts_with("//"),
        };
        if is_code {
            lines.push((index + 1, line));
        }
        if is_fence {
            is_example = !is_example;
        } else if doc.is_none() {
            is_example = false;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn comments_are_no_code_and_examples_are() {
        let text = "//! One\n//! ```\n//! two\n//! ```\n// Three\nfour // five\n/// Six\n";
        let found = lines(text, false);
        assert_eq!(found, [(3, "//! two"), (6, "four // five")]);
        let markdown = "One\n```rust\ntwo\n```\nthree\n";
        assert_eq!(lines(markdown, true), [(3, "two")]);
    }
}
