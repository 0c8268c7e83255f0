//! Escapes what rustdoc would misread within a line: brackets, tags, backticks, addresses.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::edits::Edits;
use super::markdown::parse;

/// Escapes every HTML tag: rustdoc warns about unclosed ones.
pub(super) fn escape_html(text: &str) -> String {
    if !text.contains('<') {
        return text.to_owned();
    }
    let mut edits = Edits::default();
    for (event, range) in parse(text) {
        if matches!(event, Event::Html(_) | Event::InlineHtml(_)) {
            escape_each(text, range, '<', &mut edits);
        }
    }
    edits.apply(text)
}

/// Escapes brackets that are not links, unpaired backticks and relative links, and turns bare
/// addresses into links.
pub(super) fn escape(text: &str) -> String {
    if !text.contains(['[', ']', '`', '<']) && !text.contains("http") {
        return text.to_owned();
    }
    let mut edits = Edits::default();
    for run in runs(text, &mut edits) {
        escape_run(text, run, &mut edits);
    }
    edits.apply(text)
}

/// A run of ordinary text.
struct Run {
    range: Range<usize>,
    linked: bool,
}

fn runs(text: &str, edits: &mut Edits) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut linked = false;
    let mut code = false;
    for (event, range) in parse(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                linked = true;
                unlink(text, range, link_type, &dest_url, edits);
            }
            Event::End(TagEnd::Link) => linked = false,
            Event::Html(_) | Event::InlineHtml(_) => escape_each(text, range, '<', edits),
            Event::Text(_) if !code => match runs.last_mut() {
                // The parser splits text at every character that could start markup.
                Some(last) if last.range.end == range.start && last.linked == linked => {
                    last.range.end = range.end;
                }
                _ => runs.push(Run { range, linked }),
            },
            _ => {}
        }
    }
    runs
}

/// Escapes a relative link, which rustdoc takes for the path of an item.
fn unlink(text: &str, range: Range<usize>, kind: LinkType, target: &str, edits: &mut Edits) {
    let leads_out = ["http://", "https://", "mailto:", "#"];
    let is_automatic = matches!(kind, LinkType::Autolink | LinkType::Email);
    if is_automatic || leads_out.iter().any(|start| target.starts_with(start)) {
        return;
    }
    edits.insert(range.start, "\\");
    if matches!(kind, LinkType::Reference | LinkType::Collapsed)
        && let Some(label) = text[range.clone()].rfind('[')
    {
        edits.insert(range.start + label, "\\");
    }
}

fn escape_run(text: &str, run: Run, edits: &mut Edits) {
    let mut rest = run.range.clone();
    while let Some(url) = next_url(text, &rest).filter(|_| !run.linked) {
        escape_marks(text, rest.start..url.start, edits);
        edits.replace(url.clone(), format!("<{}>", &text[url.clone()]));
        rest.start = url.end;
    }
    escape_marks(text, rest, edits);
}

fn escape_marks(text: &str, range: Range<usize>, edits: &mut Edits) {
    for mark in ['[', ']', '`'] {
        escape_each(text, range.clone(), mark, edits);
    }
}

fn escape_each(text: &str, range: Range<usize>, mark: char, edits: &mut Edits) {
    for (offset, _) in text[range.clone()].match_indices(mark) {
        let at = range.start + offset;
        let before = text[..at].len() - text[..at].trim_end_matches('\\').len();
        if before.is_multiple_of(2) {
            edits.insert(at, "\\");
        }
    }
}

fn next_url(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let part = &text[range.clone()];
    let http = part.find("http://");
    let https = part.find("https://");
    let start = http.into_iter().chain(https).min()?;
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '[' | ']' | '(' | ')' | '\\')
    };
    let url = part[start..].split(ends).next().unwrap_or_default();
    let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '|']);
    let start = range.start + start;
    Some(start..start + url.len())
}
