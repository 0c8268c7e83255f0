//! Converts request bodies, which are parameters in Swagger 2.0: one `in: body`, or any number
//! `in: formData`.

use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

use super::parameter::{list_style, move_to_schema};

const FORM: &str = "application/x-www-form-urlencoded";

const MULTIPART: &str = "multipart/form-data";

/// Returns whether a parameter is the request body or a part of it.
pub(crate) fn is_body_parameter(parameter: &Node) -> bool {
    let location = parameter.get("in").and_then(Node::as_str);
    matches!(location, Some("body" | "formData"))
}

/// Makes a request body of body parameters, each of which has an origin.
pub(crate) fn request_body(parameters: Vec<Node>, consumes: &[String]) -> Option<Node> {
    let is_body = |one: &&Node| one.get("in").and_then(Node::as_str) == Some("body");
    match parameters.iter().find(is_body) {
        Some(one) => Some(body(one, consumes)),
        None if parameters.is_empty() => None,
        None => Some(form(parameters, consumes)),
    }
}

/// Converts a parameter `in: body`.
// Swagger 2.0, Parameter Object, "in": "body" is the payload.
fn body(parameter: &Node, consumes: &[String]) -> Node {
    let at = origin(parameter);
    let mut body = Node::empty_object();
    for key in ["description", "required"] {
        if let Some(value) = parameter.get(key) {
            body.add(key, value.with_origin(&value.location(&at, key)));
        }
    }
    let schema = parameter.get("schema");
    let schema = schema.map(|schema| schema.with_origin(&schema.location(&at, "schema")));
    let mut content = Node::empty_object();
    for name in preferred(consumes) {
        let mut media = Node::empty_object();
        if let Some(schema) = &schema {
            media.add("schema", schema.clone());
        }
        content.add(&name, media.with_origin(&at));
    }
    body.add("content", content.with_origin(&at));
    body.with_origin(&at)
}

/// Returns the JSON media type if there is one, otherwise all media types.
pub(crate) fn preferred(media_types: &[String]) -> Vec<String> {
    let is_json = |name: &&String| {
        let essence = name.split(';').next().unwrap_or_default().trim();
        essence.eq_ignore_ascii_case("application/json") || essence.ends_with("+json")
    };
    match media_types.iter().find(is_json) {
        Some(json) => vec![json.clone()],
        None if media_types.is_empty() => vec!["application/json".to_owned()],
        None => media_types.to_vec(),
    }
}

/// Converts parameters `in: formData`.
// Swagger 2.0, Parameter Object, "in": each "formData" is a field of a form, which is a multipart
// form if a field is a file.
fn form(parameters: Vec<Node>, consumes: &[String]) -> Node {
    let at = parameters.first().map(origin);
    let is_file = |one: &Node| one.get("type").and_then(Node::as_str) == Some("file");
    let has_files = parameters.iter().any(is_file);
    let mut fields = Fields::default();
    for one in parameters {
        fields.add(one);
    }
    let mut content = Node::empty_object();
    for name in forms(consumes, has_files) {
        let mut media = Node::empty_object();
        media.add("schema", fields.schema());
        if name == FORM {
            media.add("encoding", NodeKind::Object(fields.encoding.clone()).into());
        }
        content.add(name, media);
    }
    let is_required = !fields.required.is_empty();
    let mut body = Node::empty_object();
    body.add("required", NodeKind::Bool(is_required).into());
    body.add("content", content);
    match at {
        Some(at) => body.with_origin(&at),
        None => body,
    }
}

/// The fields of a form.
#[derive(Default)]
struct Fields {
    properties: Object,
    required: Vec<Node>,
    encoding: Object,
}

impl Fields {
    fn add(&mut self, mut one: Node) {
        let at = origin(&one);
        let Some(name) = one.get("name").and_then(Node::as_str).map(str::to_owned) else {
            return;
        };
        let is_true = |node: &Node| node.kind == NodeKind::Bool(true);
        if one.get("required").is_some_and(is_true) {
            self.required.push(Node::string(&name).with_origin(&at));
        }
        if let Some((style, false)) = list_style(&one) {
            let mut encoding = Node::empty_object();
            encoding.add("style", Node::string(style));
            encoding.add("explode", NodeKind::Bool(false).into());
            self.encoding.members.insert(name.clone(), encoding);
        }
        let field = field(&mut one, &at);
        self.properties.members.insert(name, field);
    }

    fn schema(&self) -> Node {
        let mut schema = Node::empty_object();
        schema.add("type", Node::string("object"));
        if !self.required.is_empty() {
            schema.add("required", NodeKind::Array(self.required.clone()).into());
        }
        let properties = NodeKind::Object(self.properties.clone());
        schema.add("properties", properties.into());
        schema
    }
}

/// Converts a field to a property.
fn field(parameter: &mut Node, at: &Location) -> Node {
    let description = parameter.take_with_origin("description", at);
    move_to_schema(parameter, at);
    let mut schema = parameter.take("schema").unwrap_or_else(Node::empty_object);
    if let Some(description) = description {
        schema.add("description", description);
    }
    schema
}

/// Returns the media types of a form.
fn forms(consumes: &[String], has_files: bool) -> Vec<&'static str> {
    let names = |name: &str| consumes.iter().any(|known| known.starts_with(name));
    match (names(FORM), names(MULTIPART)) {
        _ if has_files => vec![MULTIPART],
        (true, true) => vec![FORM, MULTIPART],
        (false, true) => vec![MULTIPART],
        _ => vec![FORM],
    }
}

/// Returns the origin of a parameter.
fn origin(node: &Node) -> Location {
    node.location(&Location::root(&"".into()), "")
}
