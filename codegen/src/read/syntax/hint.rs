//! What was probably done wrong in a text that can't be read, from the parser's words and from what stands there.

use crate::diagnostic::Slip;

/// In JSON; line and column from 1, in characters.
pub(crate) fn json(text: &str, reason: &str, line: usize, column: usize) -> Option<Slip> {
    let rest = rest(text, line, column);
    if reason.starts_with("EOF") {
        Some(Slip::CutOff)
    } else if reason == "trailing comma" {
        Some(Slip::TrailingComma)
    } else if rest.starts_with("//") || rest.starts_with("/*") {
        Some(Slip::Comment)
    } else if rest.starts_with('\'') {
        Some(Slip::SingleQuotes)
    } else {
        None
    }
}

/// In YAML; the words are those of the library that reads it, and a place of one that says less is not guessed at.
pub(crate) fn yaml(text: &str, reason: &str, line: usize, column: usize) -> Option<Slip> {
    let start = rest(text, line, column);
    match reason {
        "found character that cannot start any token" => match start.chars().next()? {
            '\t' => Some(Slip::Tab),
            sign @ ('@' | '`' | '%') => Some(Slip::Sign(sign)),
            _ => None,
        },
        // The name of an alias: the place is that of what can't be in one.
        "did not find expected alphabetic or numeric character" => Some(Slip::Sign('*')),
        "mapping values are not allowed in this context" => Some(Slip::Colon),
        "did not find expected key" => Some(Slip::Indentation),
        "did not find expected ',' or '}'" | "did not find expected ',' or ']'" => Some(Slip::Open),
        "found unexpected end of stream" => Some(Slip::Open),
        reason if reason.contains("more than one document") => Some(Slip::SeveralDocuments),
        _ => None,
    }
}

/// Where a second document begins in a stream of YAML.
pub(crate) fn second_document(text: &str) -> Option<(usize, usize)> {
    let lines = text.lines().enumerate();
    let mut content = lines.skip_while(|(_, line)| is_border(line) || line.trim().is_empty());
    let (number, _) = content.find(|(_, line)| is_border(line))?;
    Some((number + 1, 1))
}

fn is_border(line: &str) -> bool {
    line.trim_end() == "---" || line.starts_with("--- ")
}

/// The text of that line from a column on.
fn rest(text: &str, line: usize, column: usize) -> &str {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let start = line.char_indices().nth(column.saturating_sub(1));
    start
        .and_then(|(start, _)| line.get(start..))
        .unwrap_or_default()
}
