//! Converts OpenAPI 3.2 to OpenAPI 3.1. What has no equivalent is reported and ignored.

use crate::diagnostic::{ConversionProblem, Diagnostics};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::table::Retain;
use crate::read::grammar::visit::{Visited, visit};
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

use super::ignored_keywords::IgnoredKeywords;

/// Fields that OpenAPI 3.2 added and that don't change the generated code, by object.
const ADDED: [(&str, &[&str]); 11] = [
    ("OpenAPI Object", &["$self"]),
    ("Server Object", &["name"]),
    ("Tag Object", &["summary", "parent", "kind"]),
    // A response of many items is returned undecoded.
    (
        "Media Type Object",
        &["itemSchema", "prefixEncoding", "itemEncoding"],
    ),
    (
        "Encoding Object",
        &["encoding", "prefixEncoding", "itemEncoding"],
    ),
    // A value that no schema maps to is kept anyway.
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

/// Operations with methods that OpenAPI 3.1 doesn't have.
const OPERATIONS: [&str; 2] = ["query", "additionalOperations"];

const MEDIA_TYPES: &str = "#/components/mediaTypes/";

/// Converts a document of OpenAPI 3.2 or later; others stay as they are.
pub(crate) fn convert(
    root: &mut Node,
    at: &Location,
    ignored: &mut IgnoredKeywords,
    diagnostics: &mut Diagnostics,
) {
    if !is_3_2_or_later(root) {
        return;
    }
    inline_media_types(root, at);
    let _ = visit(root, at, DOCUMENT, &mut |visited, node, at| match visited {
        Visited::Component(ComponentKind::Parameter) => {
            convert_parameter(node, at, ignored, diagnostics)
        }
        Visited::Object(table) => {
            remove_fields(table.name, node, at, ignored, diagnostics);
            Retain::Keep
        }
        _ => Retain::Keep,
    });
}

fn is_3_2_or_later(root: &Node) -> bool {
    let version = root.get("openapi").and_then(Node::as_str);
    let minor = version.and_then(|version| version.split('.').nth(1)?.parse().ok());
    minor.is_some_and(|minor: u32| minor > 1)
}

/// Replaces references to media types by copies.
// OAS 3.2.0, Components Object: "mediaTypes" holds reusable Media Type Objects. OpenAPI 3.1 has
// none.
fn inline_media_types(root: &mut Node, at: &Location) {
    let place = at.child("components").child("mediaTypes");
    let Some(media_types) = root
        .find_mut("/components")
        .and_then(|it| it.take("mediaTypes"))
    else {
        return;
    };
    inline_below(root, &media_types, &place);
}

/// Replaces the references in a node; `at` is the location of the media types.
fn inline_below(node: &mut Node, media_types: &Node, at: &Location) {
    let name = node
        .get("$ref")
        .and_then(Node::as_str)
        .and_then(|text| text.strip_prefix(MEDIA_TYPES));
    if let Some((name, target)) = name.and_then(|name| Some((name, media_types.get(name)?))) {
        let place = target.location(at, name);
        *node = target.with_origin(&place);
    }
    match &mut node.kind {
        NodeKind::Object(object) => object
            .members
            .values_mut()
            .for_each(|member| inline_below(member, media_types, at)),
        NodeKind::Array(list) => list
            .iter_mut()
            .for_each(|item| inline_below(item, media_types, at)),
        _ => {}
    }
}

/// Removes the fields of an object that OpenAPI 3.1 doesn't have.
fn remove_fields(
    table: &str,
    node: &mut Node,
    at: &Location,
    ignored: &mut IgnoredKeywords,
    diagnostics: &mut Diagnostics,
) {
    for (_, keys) in ADDED.iter().filter(|(object, _)| *object == table) {
        for key in *keys {
            if let Some(value) = node.take(key) {
                ignored.add(key, value.location(at, key));
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

/// Converts `in: querystring` with a form to a query parameter, and `style: cookie` to the default
/// style.
// OAS 3.2.0, Parameter Object: "in: querystring" is the whole query as one value with a "content";
// the members of a form are query parameters. "style: cookie" is "form" without percent-encoding.
fn convert_parameter(
    node: &mut Node,
    at: &Location,
    ignored: &mut IgnoredKeywords,
    diagnostics: &mut Diagnostics,
) -> Retain {
    let is = |key: &str, word: &str| node.get(key).and_then(Node::as_str) == Some(word);
    if is("style", "cookie") {
        if let Some(style) = node.take("style") {
            ignored.add("style", style.location(at, "style"));
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
