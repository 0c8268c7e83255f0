//! What a parameter's or a header's fields must fulfil together.

use crate::diagnostic::RuleProblem;
use crate::source::At;
use crate::spec::node::{Kind as NodeKind, Node, Object};

use super::super::check::Check;
use super::super::table::Verdict;

pub(crate) fn parameter(check: &mut Check<'_>, node: &mut Node, at: &At) -> Verdict {
    style(check, node, at);
    path_is_required(check, node, at);
    header(check, node, at)
}

// OAS 3.0.3, Parameter Object: a parameter must contain either "schema" or "content", and not both; the map under
// "content" must only contain one entry.
pub(crate) fn header(check: &mut Check<'_>, node: &mut Node, at: &At) -> Verdict {
    let content = node.get("content").map(|node| node.place(at, "content"));
    match (node.get("schema").is_some(), content) {
        (true, None) => {}
        (false, Some(place)) => one_media_type(check, node, place),
        (true, Some(place)) => {
            let problem = RuleProblem::SchemaOrContent { both: true };
            check.diagnostics.report(place.key(), problem);
            remove(node, "content");
        }
        (false, None) => {
            let problem = RuleProblem::SchemaOrContent { both: false };
            check.diagnostics.report(at.clone(), problem);
            if let Some(object) = node.as_object_mut() {
                let anything = NodeKind::Object(Object::default()).into();
                object.members.insert("schema".to_owned(), anything);
            }
        }
    }
    Verdict::Keep
}

fn one_media_type(check: &mut Check<'_>, node: &Node, place: At) {
    let content = node.get("content").and_then(Node::as_object);
    if content.is_some_and(|content| content.members.len() != 1) {
        check.diagnostics.report(place, RuleProblem::OneMediaType);
    }
}

// OAS 3.0.3, Parameter Object, Style Values.
fn style(check: &mut Check<'_>, node: &mut Node, at: &At) {
    let Some(style_node) = node.get("style") else {
        return;
    };
    let style = style_node.as_text().unwrap_or_default();
    let place = node.get("in").and_then(Node::as_text).unwrap_or_default();
    let styles: &[&str] = match place {
        "path" => &["matrix", "label", "simple"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        _ => &["form"],
    };
    if !styles.contains(&style) {
        let problem = RuleProblem::StyleInPlace {
            style: style.to_owned(),
            place: place.to_owned(),
        };
        check
            .diagnostics
            .report(style_node.place(at, "style"), problem);
        remove(node, "style");
    }
}

// OAS 3.0.3, Parameter Object: "If the parameter location is "path", this property is REQUIRED and its value MUST be
// true."
fn path_is_required(check: &mut Check<'_>, node: &Node, at: &At) {
    let is_path = node.get("in").and_then(Node::as_text) == Some("path");
    let required = node.get("required");
    if is_path && required.is_none_or(|node| node.kind != NodeKind::Bool(true)) {
        let name = node.get("name").and_then(Node::as_text).unwrap_or_default();
        let place = required.map_or_else(|| at.clone(), |node| node.place(at, "required"));
        let problem = RuleProblem::OptionalPathParameter(name.to_owned());
        check.diagnostics.report(place, problem);
    }
}

fn remove(node: &mut Node, key: &str) {
    if let Some(object) = node.as_object_mut() {
        object.members.shift_remove(key);
    }
}
