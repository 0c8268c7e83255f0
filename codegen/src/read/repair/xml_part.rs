//! Repairs forms with XML parts.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::Retain;
use crate::read::grammar::tables::body::MEDIA_TYPE;
use crate::read::grammar::visit::{Visited, visit, visit_anywhere};
use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

/// Converts the schema of each part that is XML according to its `encoding` to a string. The client
/// can't write XML, so the caller passes it.
///
/// The form gets a schema of its own, because the schema may be used for JSON elsewhere.
pub(crate) fn convert_all(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let mut forms = Vec::new();
    visit_anywhere(root, DOCUMENT, &mut |visited, node| {
        if is_media_type(visited) {
            forms.push(Form::of(node));
        }
    });
    if forms.iter().all(Option::is_none) {
        return;
    }
    let converted: Vec<Option<Form>> = forms
        .into_iter()
        .map(|form| form.and_then(|form| form.converted(root)))
        .collect();
    let mut converted = converted.into_iter();
    let _ = visit(root, at, DOCUMENT, &mut |visited, node, at| {
        if is_media_type(visited)
            && let Some(Some(form)) = converted.next()
        {
            form.put(node, at, diagnostics);
        }
        Retain::Keep
    });
}

fn is_media_type(visited: Visited) -> bool {
    matches!(visited, Visited::Object(table) if table.name == MEDIA_TYPE.name)
}

/// A media type with XML parts.
struct Form {
    xml_parts: Vec<String>,
    schema: Node,
}

impl Form {
    /// Returns the form that a media type is, or `None` if it has no XML parts.
    fn of(media_type: &Node) -> Option<Self> {
        let encoding = media_type.get("encoding")?.as_object()?;
        let xml_parts: Vec<String> = encoding
            .members
            .iter()
            .filter(|(_, part)| is_xml(part))
            .map(|(name, _)| name.to_owned())
            .collect();
        let schema = media_type.get("schema").filter(|_| !xml_parts.is_empty())?;
        Some(Self {
            xml_parts,
            schema: schema.clone(),
        })
    }

    /// Returns the form with strings as parts, or `None` if no part needs a conversion.
    fn converted(self, root: &Node) -> Option<Self> {
        let mut schema = root.follow(&self.schema)?.clone();
        let properties = schema
            .find_mut("/properties")
            .and_then(Node::as_object_mut)?;
        let mut xml_parts = self.xml_parts;
        xml_parts.retain(|name| {
            let property = properties.members.get_mut(name);
            let converted = property.and_then(|it| Some((to_string(root, it)?, it)));
            let is_converted = converted.is_some();
            if let Some((string, property)) = converted {
                property.kind = string;
            }
            is_converted
        });
        (!xml_parts.is_empty()).then_some(Self { xml_parts, schema })
    }

    /// Replaces the schema of the media type, and reports each part.
    fn put(self, media_type: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
        for name in self.xml_parts {
            let encoding = at.child("encoding").child(&name);
            diagnostics.report(encoding.key(), RepairProblem::XmlPart(name));
        }
        if let Some(schema) = media_type.find_mut("/schema") {
            let at = schema.location(at, "schema");
            *schema = self.schema.with_origin(&at);
        }
    }
}

/// Returns whether the content of a part is XML, by its Encoding Object.
fn is_xml(encoding: &Node) -> bool {
    let media_types = encoding.get("contentType").and_then(Node::as_str);
    let first = media_types.unwrap_or_default().split([',', ';']).next();
    let first = first.unwrap_or_default().trim().to_ascii_lowercase();
    ["application/xml", "text/xml"].contains(&first.as_str()) || first.ends_with("+xml")
}

/// Converts a schema whose values would be sent as JSON to a string, or a list of strings. Returns
/// `None` for any other schema.
fn to_string(root: &Node, schema: &Node) -> Option<NodeKind> {
    let schema = root.follow(schema)?;
    let mut string = Object::default();
    if let Some(description) = schema.get("description") {
        string.members.insert("description", description.clone());
    }
    let kind = schema.get("type").and_then(Node::as_str);
    if kind == Some("array") {
        let items = to_string(root, schema.get("items")?)?;
        string.members.insert("type", Node::string("array"));
        string.members.insert("items", items.into());
        return Some(NodeKind::Object(string));
    }
    let composite = ["properties", "allOf", "oneOf", "anyOf"];
    let is_composite = composite.iter().any(|key| schema.get(key).is_some());
    string.members.insert("type", Node::string("string"));
    (kind == Some("object") || is_composite).then_some(NodeKind::Object(string))
}
