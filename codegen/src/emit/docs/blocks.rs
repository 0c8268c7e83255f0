//! Code blocks: rustdoc compiles and runs those that are not marked as another language.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::edits::Edits;
use super::markdown::{fence, parse};

/// Marks the blocks that rustdoc would take for Rust as `text`, and closes unclosed fences.
pub(super) fn fence_code(text: &str) -> String {
    // CommonMark 0.31, "Indented code blocks" and "Fenced code blocks": what a block opens with.
    // Without it there is nothing to parse.
    if !["```", "~~~", "\t", "    "]
        .iter()
        .any(|opening| text.contains(opening))
    {
        return text.to_owned();
    }
    let mut edits = Edits::default();
    for (event, range) in parse(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                fence_indented(text, range, &mut edits);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                mark_fenced(text, range, &info, &mut edits);
            }
            _ => {}
        }
    }
    edits.apply(text)
}

fn fence_indented(text: &str, range: Range<usize>, edits: &mut Edits) {
    let line = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let end = line_end(text, range.end.max(range.start + 1) - 1);
    let code_start = range.start + leading_blanks(&text[range.start..end]);
    let indented = &text[line..code_start];
    let outer = outer_indent(indented);
    // A list marker is on the first line only.
    let inner: String = outer
        .chars()
        .map(|c| if c == '>' { c } else { ' ' })
        .collect();
    let fence = fence(&text[line..end]);
    let mut block = format!("{outer}{fence}text\n");
    for line in text[line..end].trim_end().lines() {
        let code = line
            .strip_prefix(indented)
            .unwrap_or_else(|| line.trim_start());
        block.push_str(format!("{inner}{code}").trim_end());
        block.push('\n');
    }
    block.push_str(&inner);
    block.push_str(&fence);
    edits.replace(line..line + text[line..end].trim_end().len(), block);
}

fn leading_blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// Returns the indentation without the four columns that mark code.
fn outer_indent(indented: &str) -> &str {
    if let Some(outer) = indented.strip_suffix('\t') {
        return outer;
    }
    let blanks = indented.len() - indented.trim_end_matches(' ').len();
    &indented[..indented.len() - blanks.min(4)]
}

fn mark_fenced(text: &str, range: Range<usize>, info: &str, edits: &mut Edits) {
    let block = &text[range.clone()];
    let mark = if block.starts_with('~') { '~' } else { '`' };
    let length = block.len() - block.trim_start_matches(mark).len();
    let info_end = line_end(text, range.start);
    edits.replace(range.start + length..info_end, language(info));
    let mut lines = block.trim_end().lines();
    let last = lines.next_back().unwrap_or_default().trim();
    let is_closed =
        lines.next().is_some() && last.len() >= length && last.chars().all(|c| c == mark);
    if !is_closed {
        let fence: String = std::iter::repeat_n(mark, length).collect();
        let end = range.start + block.trim_end().len();
        edits.insert(end.max(info_end), &format!("\n{fence}"));
    }
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |end| from + end)
}

/// Returns the block's language, or `text` if rustdoc would run it.
fn language(info: &str) -> String {
    let language: String = info
        .trim()
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric())
        .collect();
    let known = [
        "json",
        "http",
        "xml",
        "yaml",
        "html",
        "bash",
        "sh",
        "shell",
        "curl",
        "javascript",
        "python",
        "java",
        "php",
        "ruby",
        "sql",
        "csv",
    ];
    if known.contains(&language.to_lowercase().as_str()) {
        language
    } else {
        "text".to_owned()
    }
}
