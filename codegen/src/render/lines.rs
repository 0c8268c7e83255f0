//! Lines to text: how far each stands in, and where one that is too long goes on.

use proc_macro2::TokenStream;

use super::spacing::words;
use crate::emit::{Line, Lines};

/// How wide a line of code is at the most, if its words let it. Docs are as long as they are.
const WIDTH: usize = 100;

/// One step in.
const STEP: &str = "    ";

/// Adds the lines to the text.
pub(super) fn print(lines: &Lines, text: &mut String) {
    let mut depth = 0_usize;
    for line in &lines.0 {
        match line {
            Line::Blank => {}
            Line::Doc(doc) => {
                indent(depth, text);
                text.push_str("///");
                text.push_str(doc);
            }
            Line::Code(tokens) => fill(&words(tokens), depth, text),
            Line::List(name, items) => list(&words(name), items, depth, text),
            Line::Open(tokens) => {
                fill(&words(tokens), depth, text);
                text.push_str(" {");
                depth += 1;
            }
            Line::Close => {
                depth = depth.saturating_sub(1);
                indent(depth, text);
                text.push('}');
            }
        }
        text.push('\n');
    }
}

/// The words, on as few lines as hold them. A line is broken behind a comma, and elsewhere only where there is none in reach.
fn fill(words: &[String], depth: usize, text: &mut String) {
    indent(depth, text);
    let room = WIDTH.saturating_sub((depth + 1) * STEP.len());
    let mut width = depth * STEP.len();
    let mut is_first = true;
    for phrase in words.split_inclusive(|word| word.ends_with([',', ';'])) {
        let whole = phrase.join(" ");
        let pieces = if whole.len() > room { phrase } else { &[whole] };
        for piece in pieces {
            if !is_first && width + 1 + piece.len() > WIDTH && piece.len() <= room {
                text.push('\n');
                indent(depth + 1, text);
                width = (depth + 1) * STEP.len();
            } else if !is_first {
                text.push(' ');
                width += 1;
            }
            text.push_str(piece);
            width += piece.len();
            is_first = false;
        }
    }
}

fn list(name: &[String], items: &[TokenStream], depth: usize, text: &mut String) {
    let items: Vec<Vec<String>> = items.iter().map(words).collect();
    let name = name.join(" ");
    let whole = items.iter().map(|item| item.join(" "));
    let whole = whole.collect::<Vec<_>>().join(", ");
    indent(depth, text);
    if depth * STEP.len() + name.len() + whole.len() + 5 <= WIDTH {
        text.extend([&name, " { ", &whole, " }"]);
        return;
    }
    text.extend([&name, " {"]);
    for mut item in items {
        text.push('\n');
        if let Some(last) = item.last_mut() {
            last.push(',');
        }
        fill(&item, depth + 1, text);
    }
    text.push('\n');
    indent(depth, text);
    text.push('}');
}

fn indent(depth: usize, text: &mut String) {
    for _ in 0..depth {
        text.push_str(STEP);
    }
}
