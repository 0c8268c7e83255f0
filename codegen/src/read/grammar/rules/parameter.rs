//! What a parameter's or a header's fields must fulfil together.

use crate::diagnostic::RuleProblem;
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

use crate::read::grammar::table::Check;
use crate::read::grammar::table::Retain;

pub(crate) fn parameter(check: &mut Check<'_>, node: &mut Node, at: &Location) -> Retain {
    style(check, node, at);
    path_is_required(check, node, at);
    header(check, node, at)
}

// OAS 3.0.3, Parameter Object: a parameter must contain either "schema" or "content", and not both; the map under
// "content" must only contain one entry.
pub(crate) fn header(check: &mut Check<'_>, node: &mut Node, at: &Location) -> Retain {
    let content = node.get("content").map(|node| node.location(at, "content"));
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
            text(node);
        }
    }
    Retain::Keep
}

// OAS 3.0.3, Encoding Object, "explode": "When style is form, the default value is true." The typed model knows no default,
// so it is written out here.
pub(crate) fn encoding(_: &mut Check<'_>, node: &mut Node, _: &Location) -> Retain {
    let is_form = node
        .get("style")
        .is_none_or(|style| style.as_str() == Some("form"));
    if is_form
        && node.get("explode").is_none()
        && let Some(object) = node.as_object_mut()
    {
        let explode = NodeKind::Bool(true).into();
        object.members.insert("explode", explode);
    }
    Retain::Keep
}

/// The first stays; where there is none, the value is read as text.
fn one_media_type(check: &mut Check<'_>, node: &mut Node, place: Location) {
    let content = node.find_mut("/content").and_then(Node::as_object_mut);
    let Some(content) = content.filter(|content| content.members.len() != 1) else {
        return;
    };
    check.diagnostics.report(place, RuleProblem::OneMediaType);
    content.members.truncate(1);
    if content.members.is_empty() {
        remove(node, "content");
        text(node);
    }
}

/// Whatever it is, it is sent as text.
fn text(node: &mut Node) {
    let mut schema = Object::default();
    let word = Node::string("string");
    schema.members.insert("type", word);
    if let Some(object) = node.as_object_mut() {
        let schema = NodeKind::Object(schema).into();
        object.members.insert("schema", schema);
    }
}

// OAS 3.0.3, Parameter Object, Style Values.
fn style(check: &mut Check<'_>, node: &mut Node, at: &Location) {
    let Some(style_node) = node.get("style") else {
        return;
    };
    let style = style_node.as_str().unwrap_or_default();
    let place = node.get("in").and_then(Node::as_str).unwrap_or_default();
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
            .report(style_node.location(at, "style"), problem);
        remove(node, "style");
    }
}

// OAS 3.0.3, Parameter Object: "If the parameter location is "path", this property is REQUIRED and its value MUST be
// true."
fn path_is_required(check: &mut Check<'_>, node: &mut Node, at: &Location) {
    let is_path = node.get("in").and_then(Node::as_str) == Some("path");
    let required = node.get("required");
    if is_path && required.is_none_or(|node| node.kind != NodeKind::Bool(true)) {
        let name = node.get("name").and_then(Node::as_str).unwrap_or_default();
        let place = required.map_or_else(|| at.clone(), |node| node.location(at, "required"));
        let problem = RuleProblem::OptionalPathParameter(name.to_owned());
        check.diagnostics.report(place, problem);
        if let Some(object) = node.as_object_mut() {
            let yes = NodeKind::Bool(true).into();
            object.members.insert("required", yes);
        }
    }
}

fn remove(node: &mut Node, key: &str) {
    if let Some(object) = node.as_object_mut() {
        object.members.remove(key);
    }
}
