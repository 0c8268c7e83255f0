//! A text to a `Node`: JSON for `.json`, YAML for anything else.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, SyntaxProblem};
use crate::source::At;

use super::node::{Kind, Node};

/// The tree of a text; `None` where it can't be read, which is reported. So is every duplicate key.
pub(crate) fn parse(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    let tree = if file.ends_with(".json") {
        parse_json(file, text)
    } else {
        parse_yaml(file, text)
    };
    match tree {
        Ok(node) => {
            if has_duplicates(&node) {
                report_duplicates(&node, &At::root(file), diagnostics);
            }
            Some(node)
        }
        Err((at, problem)) => {
            diagnostics.report(at, problem);
            None
        }
    }
}

fn parse_json(file: &Arc<str>, text: &str) -> Result<Node, (At, SyntaxProblem)> {
    serde_json::from_str(text).map_err(|error| {
        let line = error.line().max(1);
        let column = characters(text, line, error.column());
        // The parser's own text ends with the position, which the listing shows.
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        unreadable(file, "JSON", reason, line, column)
    })
}

fn parse_yaml(file: &Arc<str>, text: &str) -> Result<Node, (At, SyntaxProblem)> {
    serde_yaml::from_str(text).map_err(|error| {
        let (line, column) = error
            .location()
            .map_or((1, 1), |location| (location.line(), location.column()));
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        unreadable(file, "YAML", reason, line, column)
    })
}

fn unreadable(
    file: &Arc<str>,
    format: &'static str,
    reason: &str,
    line: usize,
    column: usize,
) -> (At, SyntaxProblem) {
    let reason = reason.to_owned();
    let problem = SyntaxProblem::Unreadable { format, reason };
    (At::position(file, line, column), problem)
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
        Kind::Object(object) => {
            !object.repeated.is_empty() || object.members.values().any(has_duplicates)
        }
        Kind::List(list) => list.iter().any(has_duplicates),
        _ => false,
    }
}

fn report_duplicates(node: &Node, at: &At, diagnostics: &mut Diagnostics) {
    match &node.kind {
        Kind::Object(object) => {
            let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
            for key in &object.repeated {
                let number = numbers.entry(key).or_insert(0);
                *number += 1;
                let place = at.child(key);
                diagnostics.report_with(
                    place.repeated_key(*number),
                    SyntaxProblem::DuplicateKey(key.clone()),
                    vec![(place.key(), "first here".to_owned())],
                );
            }
            for (key, member) in &object.members {
                report_duplicates(member, &at.child(key), diagnostics);
            }
        }
        Kind::List(list) => {
            for (index, item) in list.iter().enumerate() {
                report_duplicates(item, &at.child(index), diagnostics);
            }
        }
        _ => {}
    }
}
