//! OpenAPI 3.2 in the words of 3.1, as far as that has any. What it has no words for is told, and left out.

use crate::diagnostic::{ConversionProblem, Diagnostics};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::table::Retain;
use crate::read::grammar::visit::{Visited, visit};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

use super::openapi_3_1::lost::Lost;

/// Fields that 3.2 added and that nothing which is generated depends on, by the object that has them.
const ADDED: [(&str, &[&str]); 11] = [
    ("OpenAPI Object", &["$self"]),
    ("Server Object", &["name"]),
    ("Tag Object", &["summary", "parent", "kind"]),
    // A response of many items is handed over as it comes.
    (
        "Media Type Object",
        &["itemSchema", "prefixEncoding", "itemEncoding"],
    ),
    (
        "Encoding Object",
        &["encoding", "prefixEncoding", "itemEncoding"],
    ),
    // A tag that no schema has is kept anyway.
    ("Discriminator Object", &["defaultMapping"]),
    ("XML Object", &["nodeType"]),
    ("OAuth Flows Object", &["deviceAuthorization"]),
    (
        "Security Scheme Object",
        &["oauth2MetadataUrl", "deprecated"],
    ),
    ("Response Object", &["summary"]),
    ("Example Object", &["dataValue", "serializedValue"]),
];

/// Operations of methods that 3.1 doesn't have.
const OPERATIONS: [&str; 2] = ["query", "additionalOperations"];

const MEDIA_TYPES: &str = "#/components/mediaTypes/";

pub(crate) fn newer(
    root: &mut Node,
    at: &Location,
    lost: &mut Lost,
    diagnostics: &mut Diagnostics,
) {
    if !is_newer(root) {
        return;
    }
    media_types(root, at);
    let _ = visit(root, at, DOCUMENT, &mut |part, node, at| match part {
        Visited::Component(ComponentKind::Parameter) => parameter(node, at, lost, diagnostics),
        Visited::Object(table) => {
            fields(table.name, node, at, lost, diagnostics);
            Retain::Keep
        }
        _ => Retain::Keep,
    });
}

fn is_newer(root: &Node) -> bool {
    let version = root.get("openapi").and_then(Node::as_str);
    let minor = version.and_then(|version| version.split('.').nth(1)?.parse().ok());
    minor.is_some_and(|minor: u32| minor > 1)
}

// OAS 3.2.0, Components Object: "mediaTypes" holds reusable Media Type Objects. 3.1 has none: each reference becomes a copy.
fn media_types(root: &mut Node, at: &Location) {
    let place = at.child("components").child("mediaTypes");
    let Some(known) = root
        .find_mut("/components")
        .and_then(|it| it.take("mediaTypes"))
    else {
        return;
    };
    copy(root, &known, &place);
}

fn copy(node: &mut Node, known: &Node, at: &Location) {
    let name = node
        .get("$ref")
        .and_then(Node::as_str)
        .and_then(|text| text.strip_prefix(MEDIA_TYPES));
    if let Some((name, target)) = name.and_then(|name| Some((name, known.get(name)?))) {
        let place = target.location(at, name);
        *node = target.with_origin(&place);
    }
    match &mut node.kind {
        NodeKind::Object(object) => object
            .members
            .values_mut()
            .for_each(|member| copy(member, known, at)),
        NodeKind::Array(list) => list.iter_mut().for_each(|item| copy(item, known, at)),
        _ => {}
    }
}

fn fields(
    table: &str,
    node: &mut Node,
    at: &Location,
    lost: &mut Lost,
    diagnostics: &mut Diagnostics,
) {
    for (_, keys) in ADDED.iter().filter(|(object, _)| *object == table) {
        for key in *keys {
            if let Some(value) = node.take(key) {
                lost.note(key, value.location(at, key));
            }
        }
    }
    if table == "Path Item Object" {
        for key in OPERATIONS {
            if let Some(value) = node.take(key) {
                let place = value.location(at, key).key();
                diagnostics.report(place, ConversionProblem::Unsupported(key.to_owned()));
            }
        }
    }
}

// OAS 3.2.0, Parameter Object: "in: querystring" is the whole query as one value with a "content"; a form's members are what
// parameters in the query are. "style: cookie" is "form" without percent-encoding.
fn parameter(
    node: &mut Node,
    at: &Location,
    lost: &mut Lost,
    diagnostics: &mut Diagnostics,
) -> Retain {
    let is = |key: &str, word: &str| node.get(key).and_then(Node::as_str) == Some(word);
    if is("style", "cookie") {
        if let Some(style) = node.take("style") {
            lost.note("style", style.location(at, "style"));
        }
    } else if is("in", "querystring") {
        let form = "/content/application~1x-www-form-urlencoded/schema";
        let Some(schema) = node.find(form).cloned() else {
            diagnostics.report(
                at.clone(),
                ConversionProblem::Unsupported("querystring".to_owned()),
            );
            return Retain::Drop;
        };
        let place = node.origin_of(form, at);
        node.take("content");
        if let Some(object) = node.as_object_mut() {
            object.members.insert("in", Node::string("query"));
            object.members.insert("schema", schema.with_origin(&place));
        }
    }
    Retain::Keep
}
