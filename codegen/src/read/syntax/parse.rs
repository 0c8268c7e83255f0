//! Parses a text to a `Node`: as JSON if the file ends in `.json`, otherwise as YAML.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, OtherDocument, SyntaxHint, SyntaxProblem};
use crate::source::Location;

use super::node::{Node, NodeKind};
use super::{anchors, hint, limits, merge_key};

/// Parses a text, and reports syntax errors and duplicate keys. Returns `None` after a syntax
/// error.
pub(crate) fn parse(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    if let Some(instead) = not_a_document(text) {
        let start = Location::position(file, 1, 1);
        diagnostics.report(start, SyntaxProblem::OtherDocument(instead));
        return None;
    }
    let tree = if file.ends_with(".json") {
        parse_json(file, text)
    } else {
        parse_yaml(file, text)
    };
    match tree {
        Ok(mut node) => {
            if has_duplicates(&node) {
                report_duplicates(&node, &Location::root(file), diagnostics);
            }
            // Merged members keep their locations, so the limits have to hold before.
            if !file.ends_with(".json") && text.contains("<<") && limits::is_within(&node) {
                merge_key::merge(&mut node, &mut Location::root(file));
            }
            Some(node)
        }
        Err((at, problem)) => {
            diagnostics.report(at, problem);
            None
        }
    }
}

/// Recognizes a text that is neither JSON nor YAML by how it starts.
fn not_a_document(text: &str) -> Option<OtherDocument> {
    let start = text.trim_start();
    let is_markup =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "!?".contains(c));
    if start.is_empty() {
        Some(OtherDocument::Empty)
    } else if start.chars().take(8).any(|c| c == '\0') {
        Some(OtherDocument::Utf16)
    } else {
        let markup = start.strip_prefix('<').filter(|rest| is_markup(rest));
        markup.map(|_| OtherDocument::Markup)
    }
}

fn parse_json(file: &Arc<str>, text: &str) -> Result<Node, (Location, SyntaxProblem)> {
    serde_json::from_str(text).map_err(|error| {
        let line = error.line().max(1);
        let column = column_in_characters(text, line, error.column());
        // The message ends with the position, which the listing of the source shows.
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let hint = hint::json(text, reason, line, column);
        let at = Location::position(file, line, column);
        (at, unreadable("JSON", reason, hint))
    })
}

fn parse_yaml(file: &Arc<str>, text: &str) -> Result<Node, (Location, SyntaxProblem)> {
    serde_yaml::from_str(&anchors::unique(text)).map_err(|error| {
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let (line, column) = match error.location() {
            Some(location) => (location.line(), location.column()),
            None => hint::second_document(text).unwrap_or((1, 1)),
        };
        let hint = hint::yaml(text, reason, line, column);
        let at = Location::position(file, line, column);
        (at, unreadable("YAML", reason, hint))
    })
}

fn unreadable(format: &'static str, reason: &str, hint: Option<SyntaxHint>) -> SyntaxProblem {
    SyntaxProblem::Invalid {
        format,
        reason: reason.to_owned(),
        hint,
    }
}

/// Converts a column that `serde_json` counts in bytes.
fn column_in_characters(text: &str, line: usize, bytes: usize) -> usize {
    let line = text.split('\n').nth(line - 1).unwrap_or_default();
    let before = line
        .char_indices()
        .take_while(|(start, _)| *start < bytes)
        .count();
    before.max(1)
}

/// Returns whether any object has a repeated key.
fn has_duplicates(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Object(object) => {
            !object.repeated.is_empty() || object.members.values().any(has_duplicates)
        }
        NodeKind::Array(items) => items.iter().any(has_duplicates),
        _ => false,
    }
}

/// Reports each repeated key, with the first occurrence of the key.
fn report_duplicates(node: &Node, at: &Location, diagnostics: &mut Diagnostics) {
    match &node.kind {
        NodeKind::Object(object) => {
            let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
            for key in &object.repeated {
                let number = numbers.entry(key).or_insert(0);
                *number += 1;
                let location = at.child(key);
                diagnostics.report_with(
                    location.repeated_key(*number),
                    SyntaxProblem::DuplicateKey(key.to_string()),
                    vec![(location.repeated_key(0), "first here".to_owned())],
                );
            }
            for (key, member) in object.members.iter() {
                report_duplicates(member, &at.child(key), diagnostics);
            }
        }
        NodeKind::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                report_duplicates(item, &at.child(index), diagnostics);
            }
        }
        _ => {}
    }
}
