//! Short unified diffs.

use similar::TextDiff;

/// The most lines that are shown of one file.
const LINES: usize = 40;

/// Returns the first lines of a diff, and the number of the others.
pub(crate) fn short(old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    let whole = diff.unified_diff().context_radius(2).to_string();
    let count = whole.lines().count();
    let mut text = String::new();
    for line in whole.lines().take(LINES) {
        text.push_str(line);
        text.push('\n');
    }
    if count > LINES {
        text.push_str(&format!("… {} more lines\n", count - LINES));
    }
    text
}
