//! Parts of a form that are XML.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::Retain;
use crate::read::grammar::tables::body::MEDIA_TYPE;
use crate::read::grammar::visit::{Visited, visit, visit_anywhere};
use crate::read::syntax::node::{Node, NodeKind, Object};
use crate::source::Location;

/// A part that its `encoding` says is XML would be JSON under that name, as no XML is written: the caller gives it as a text. The
/// schema is this form's own then, as other places may have it as JSON.
pub(crate) fn to_text(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let mut is_there = false;
    visit_anywhere(root, DOCUMENT, &mut |part, node| {
        is_there |= is_media_type(part) && !parts(node).is_empty();
    });
    if !is_there {
        return;
    }
    let whole = root.clone();
    let _ = visit(root, at, DOCUMENT, &mut |part, node, at| {
        if is_media_type(part) {
            mend(node, &whole, at, diagnostics);
        }
        Retain::Keep
    });
}

fn is_media_type(part: Visited) -> bool {
    matches!(part, Visited::Object(table) if table.name == MEDIA_TYPE.name)
}

/// The names of the parts that are XML.
fn parts(media: &Node) -> Vec<String> {
    let encoding = media.get("encoding").and_then(Node::as_object);
    let members = encoding.into_iter().flat_map(|all| all.members.iter());
    let is_xml = |one: &Node| {
        let kind = one.get("contentType").and_then(Node::as_str);
        let first = kind.unwrap_or_default().split([',', ';']).next();
        let first = first.unwrap_or_default().trim().to_ascii_lowercase();
        ["application/xml", "text/xml"].contains(&first.as_str()) || first.ends_with("+xml")
    };
    members
        .filter(|(_, one)| is_xml(one))
        .map(|(name, _)| name.to_owned())
        .collect()
}

fn mend(media: &mut Node, whole: &Node, at: &Location, diagnostics: &mut Diagnostics) {
    let parts = parts(media);
    let Some(written) = media.get("schema").filter(|_| !parts.is_empty()) else {
        return;
    };
    let place = written.location(at, "schema");
    let Some(mut schema) = whole.follow(written).cloned() else {
        return;
    };
    let mut is_mended = false;
    for name in parts {
        let property = schema
            .find_mut("/properties")
            .and_then(Node::as_object_mut)
            .and_then(|all| all.members.get_mut(&name));
        let Some((property, text)) = property.and_then(|it| text(whole, it).map(|text| (it, text)))
        else {
            continue;
        };
        let encoding = Location::clone(at).child("encoding").child(&name);
        diagnostics.report(encoding.key(), RepairProblem::XmlPart(name));
        property.kind = text;
        is_mended = true;
    }
    if let (true, Some(media)) = (is_mended, media.as_object_mut()) {
        media.members.insert("schema", schema.with_origin(&place));
    }
}

/// What stands for a value that would be written as JSON: a text, or a list of texts.
fn text(whole: &Node, schema: &Node) -> Option<NodeKind> {
    let schema = whole.follow(schema)?;
    let mut text = Object::default();
    if let Some(description) = schema.get("description") {
        text.members.insert("description", description.clone());
    }
    let kind = schema.get("type").and_then(Node::as_str);
    if kind == Some("array") {
        let items = crate::read::repair::xml_part::text(whole, schema.get("items")?)?;
        text.members.insert("type", Node::string("array"));
        text.members.insert("items", items.into());
        return Some(NodeKind::Object(text));
    }
    let words = ["properties", "allOf", "oneOf", "anyOf"];
    let has_parts = words.iter().any(|word| schema.get(word).is_some());
    text.members.insert("type", Node::string("string"));
    (kind == Some("object") || has_parts).then_some(NodeKind::Object(text))
}
