//! A text to a `Node`: JSON for `.json`, YAML for anything else.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, Instead, Slip, SyntaxProblem};
use crate::source::Location;

use super::node::{Node, NodeKind};
use super::{hint, limits, merge_key};

/// The tree of a text; `None` where it can't be read, which is reported. So is every duplicate key.
pub(crate) fn parse(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    if let Some(instead) = instead(text) {
        let start = Location::position(file, 1, 1);
        diagnostics.report(start, SyntaxProblem::NoDocument(instead));
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
            // A place is kept for what is merged: none that is beyond all limits.
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

/// What no JSON and no YAML begins with.
fn instead(text: &str) -> Option<Instead> {
    let start = text.trim_start();
    let is_markup =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "!?".contains(c));
    if start.is_empty() {
        Some(Instead::Nothing)
    } else if start.chars().take(8).any(|c| c == '\0') {
        Some(Instead::Utf16)
    } else {
        let markup = start.strip_prefix('<').filter(|rest| is_markup(rest));
        markup.map(|_| Instead::Markup)
    }
}

fn parse_json(file: &Arc<str>, text: &str) -> Result<Node, (Location, SyntaxProblem)> {
    serde_json::from_str(text).map_err(|error| {
        let line = error.line().max(1);
        let column = characters(text, line, error.column());
        // The parser's own text ends with the position, which the listing shows.
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let slip = hint::json(text, reason, line, column);
        let at = Location::position(file, line, column);
        unreadable(at, "JSON", reason, slip)
    })
}

fn parse_yaml(file: &Arc<str>, text: &str) -> Result<Node, (Location, SyntaxProblem)> {
    serde_yaml::from_str(text).map_err(|error| {
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let (line, column) = match error.location() {
            Some(location) => (location.line(), location.column()),
            None => hint::second_document(text).unwrap_or((1, 1)),
        };
        let slip = hint::yaml(text, reason, line, column);
        let at = Location::position(file, line, column);
        unreadable(at, "YAML", reason, slip)
    })
}

fn unreadable(
    at: Location,
    format: &'static str,
    reason: &str,
    slip: Option<Slip>,
) -> (Location, SyntaxProblem) {
    let reason = reason.to_owned();
    let problem = SyntaxProblem::Unreadable {
        format,
        reason,
        slip,
    };
    (at, problem)
}

/// `serde_json` counts a column in bytes.
fn characters(text: &str, line: usize, bytes: usize) -> usize {
    let line = text.split('\n').nth(line - 1).unwrap_or_default();
    let before = line
        .char_indices()
        .take_while(|(start, _)| *start < bytes)
        .count();
    before.max(1)
}

fn has_duplicates(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Object(object) => {
            !object.repeated.is_empty() || object.members.values().any(has_duplicates)
        }
        NodeKind::Array(list) => list.iter().any(has_duplicates),
        _ => false,
    }
}

fn report_duplicates(node: &Node, at: &Location, diagnostics: &mut Diagnostics) {
    match &node.kind {
        NodeKind::Object(object) => {
            let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
            for key in &object.repeated {
                let number = numbers.entry(key).or_insert(0);
                *number += 1;
                let place = at.child(key);
                diagnostics.report_with(
                    place.repeated_key(*number),
                    SyntaxProblem::DuplicateKey(key.to_string()),
                    vec![(place.repeated_key(0), "first here".to_owned())],
                );
            }
            for (key, member) in object.members.iter() {
                report_duplicates(member, &at.child(key), diagnostics);
            }
        }
        NodeKind::Array(list) => {
            for (index, item) in list.iter().enumerate() {
                report_duplicates(item, &at.child(index), diagnostics);
            }
        }
        _ => {}
    }
}
