//! A unified diff, cut to what a reader takes in.

use similar::TextDiff;

/// No more lines of one file than this.
const LINES: usize = 40;

/// The first hunks, and how much more there is.
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
