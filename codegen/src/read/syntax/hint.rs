//! Guesses the cause of a syntax error from the parser's message and the text at the error.

use crate::diagnostic::SyntaxHint;

/// Returns the probable cause of a JSON syntax error. Line and column are counted from 1, the
/// column in characters.
pub(crate) fn json(text: &str, reason: &str, line: usize, column: usize) -> Option<SyntaxHint> {
    let rest = rest(text, line, column);
    if reason.starts_with("EOF") {
        Some(SyntaxHint::Truncated)
    } else if reason == "trailing comma" {
        Some(SyntaxHint::TrailingComma)
    } else if rest.starts_with("//") || rest.starts_with("/*") {
        Some(SyntaxHint::Comment)
    } else if rest.starts_with('\'') {
        Some(SyntaxHint::SingleQuotes)
    } else {
        None
    }
}

/// Returns the probable cause of a YAML syntax error. `reason` is the message of `serde_yaml`.
pub(crate) fn yaml(text: &str, reason: &str, line: usize, column: usize) -> Option<SyntaxHint> {
    let rest = rest(text, line, column);
    match reason {
        "found character that cannot start any token" => match rest.chars().next()? {
            '\t' => Some(SyntaxHint::Tab),
            indicator @ ('@' | '`' | '%') => Some(SyntaxHint::Indicator(indicator)),
            _ => None,
        },
        // The location is that of the character behind the `*`, not of the `*` itself.
        "did not find expected alphabetic or numeric character" => Some(SyntaxHint::Indicator('*')),
        "mapping values are not allowed in this context" => Some(SyntaxHint::Colon),
        "did not find expected key" => Some(SyntaxHint::Indentation),
        "did not find expected ',' or '}'" | "did not find expected ',' or ']'" => {
            Some(SyntaxHint::Unclosed)
        }
        "found unexpected end of stream" => Some(SyntaxHint::Unclosed),
        reason if reason.contains("more than one document") => Some(SyntaxHint::SeveralDocuments),
        _ => None,
    }
}

/// Returns line and column of the second document in a YAML stream.
pub(crate) fn second_document(text: &str) -> Option<(usize, usize)> {
    let lines = text.lines().enumerate();
    let mut content =
        lines.skip_while(|(_, line)| is_document_start(line) || line.trim().is_empty());
    let (number, _) = content.find(|(_, line)| is_document_start(line))?;
    Some((number + 1, 1))
}

fn is_document_start(line: &str) -> bool {
    line.trim_end() == "---" || line.starts_with("--- ")
}

/// Returns the text of a line from a column on.
fn rest(text: &str, line: usize, column: usize) -> &str {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let start = line.char_indices().nth(column.saturating_sub(1));
    start
        .and_then(|(start, _)| line.get(start..))
        .unwrap_or_default()
}
