//! Rules of the Parameter, Header and Encoding Objects.

use crate::diagnostic::{Diagnostics, RuleProblem};
use crate::read::grammar::table::Retain;
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

/// Repairs `style`, `required`, and whichever of `schema` and `content` is wrong.
pub(crate) fn parameter(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) -> Retain {
    style(node, at, diagnostics);
    path_is_required(node, at, diagnostics);
    header(node, at, diagnostics)
}

// OAS 3.0.3, Parameter Object: "A parameter MUST contain either a schema property, or a content
// property, but not both." Of "content": "The map MUST only contain one entry."
pub(crate) fn header(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) -> Retain {
    let content = node.get("content").map(|node| node.location(at, "content"));
    match (node.get("schema").is_some(), content) {
        (true, None) => {}
        (false, Some(location)) => one_media_type(node, location, diagnostics),
        (true, Some(location)) => {
            let problem = RuleProblem::SchemaOrContent { both: true };
            diagnostics.report(location.key(), problem);
            node.take("content");
        }
        (false, None) => {
            let problem = RuleProblem::SchemaOrContent { both: false };
            diagnostics.report(at.clone(), problem);
            set(node, "schema", string_schema());
        }
    }
    Retain::Keep
}

// OAS 3.0.3, Encoding Object, "explode": "When style is form, the default value is true."
// `openapiv3` has no default, so it is written out here.
pub(crate) fn encoding(node: &mut Node, _: &Location, _: &mut Diagnostics) -> Retain {
    let style = node.get("style");
    let is_form = style.is_none_or(|style| style.as_str() == Some("form"));
    if is_form {
        node.add("explode", NodeKind::Bool(true).into());
    }
    Retain::Keep
}

/// Keeps the first media type. Without any, the value is a string.
fn one_media_type(node: &mut Node, location: Location, diagnostics: &mut Diagnostics) {
    let content = node.find_mut("/content").and_then(Node::as_object_mut);
    let Some(content) = content.filter(|content| content.members.len() != 1) else {
        return;
    };
    let problem = RuleProblem::OneMediaType;
    diagnostics.report(location, problem);
    content.members.truncate(1);
    if content.members.is_empty() {
        node.take("content");
        set(node, "schema", string_schema());
    }
}

// OAS 3.0.3, Parameter Object, Style Values.
fn style(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let Some(style) = node.get("style") else {
        return;
    };
    let style_location = style.location(at, "style");
    let style = style.as_str().unwrap_or_default();
    let place = node.get("in").and_then(Node::as_str).unwrap_or_default();
    let styles: &[&str] = match place {
        "path" => &["matrix", "label", "simple"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        _ => &["form"],
    };
    if !styles.contains(&style) {
        let problem = RuleProblem::StyleForLocation {
            style: style.to_owned(),
            location: place.to_owned(),
        };
        diagnostics.report(style_location, problem);
        node.take("style");
    }
}

// OAS 3.0.3, Parameter Object: "If the parameter location is "path", this property is REQUIRED and
// its value MUST be true."
fn path_is_required(node: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let is_path = node.get("in").and_then(Node::as_str) == Some("path");
    let required = node.get("required");
    if is_path && required.is_none_or(|node| node.kind != NodeKind::Bool(true)) {
        let name = node.get("name").and_then(Node::as_str).unwrap_or_default();
        let location = required.map_or_else(|| at.clone(), |node| node.location(at, "required"));
        let problem = RuleProblem::OptionalPathParameter(name.to_owned());
        diagnostics.report(location, problem);
        set(node, "required", NodeKind::Bool(true).into());
    }
}

/// Creates `type: string`, which every value can be sent as.
fn string_schema() -> Node {
    let mut schema = Node::empty_object();
    schema.add("type", Node::string("string"));
    schema
}

fn set(node: &mut Node, key: &str, value: Node) {
    if let Some(object) = node.as_object_mut() {
        object.members.insert(key, value);
    }
}
