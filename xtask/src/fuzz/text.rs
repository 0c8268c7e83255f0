//! Mutations of a document as text: truncates, flips bits, repeats lines, and inserts odd characters.

use super::random::Random;

/// Characters and snippets with a meaning in YAML, JSON, Markdown or Rust.
const ODD: &[&str] = &[
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\u{85}",
    "e\u{301}",
    "İ",
    "ı",
    "ß",
    "𝒳",
    "\u{1f468}\u{200d}\u{1f469}",
    "\r",
    "\t",
    "\"",
    "'",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "- ",
    "#",
    "&a ",
    "*a",
    "<<: *a\n",
    "!!binary ",
    "| ",
    "> ",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "*/",
    "/*",
    "`",
    "```",
    "${",
    "r#",
    "//",
    "99999999999999999999999999",
    "1e999",
    "-0",
    ".nan",
    "0x1F",
    "~",
    "$ref: '#'",
];

/// Returns the text with one mutation.
pub(crate) fn mutate(text: &str, random: &mut Random) -> String {
    let at = boundary(text, random.below(text.len() + 1));
    let (before, after) = text.split_at(at);
    match random.below(7) {
        0 => before.to_owned(),
        1 => flipped(text, at, random),
        2 => {
            let odd = random.one_of(ODD).copied().unwrap_or_default();
            format!("{before}{odd}{after}")
        }
        3 => {
            let end = boundary(after, random.below(after.len().min(40) + 1));
            format!("{before}{}", &after[end..])
        }
        4 => {
            let end = boundary(after, random.below(after.len().min(200) + 1));
            format!("{before}{}{after}", &after[..end])
        }
        _ => lines(text, random),
    }
}

/// Returns the next boundary between two characters.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

fn flipped(text: &str, at: usize, random: &mut Random) -> String {
    let mut bytes = text.as_bytes().to_vec();
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << random.below(8);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Swaps two lines, or repeats, removes or indents one.
fn lines(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return "{}".to_owned();
    }
    let one = random.below(lines.len());
    let other = random.below(lines.len());
    match random.below(4) {
        0 => lines.swap(one, other),
        1 => lines.insert(other, lines[one].clone()),
        2 => drop(lines.remove(one)),
        _ => lines[one].insert_str(0, "  "),
    }
    lines.join("\n")
}
