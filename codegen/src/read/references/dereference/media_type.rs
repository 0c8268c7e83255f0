//! Converts references to a schema where a media type is expected.

use crate::read::grammar::table::Shape;
use crate::read::grammar::tables::body::MEDIA_TYPE;
use crate::read::references::documents::Target;
use crate::read::syntax::node::Node;
use crate::source::Location;

/// Keys that media types and schemas don't share.
const OF_SCHEMAS: [&str; 8] = [
    "type",
    "properties",
    "allOf",
    "oneOf",
    "anyOf",
    "items",
    "enum",
    "additionalProperties",
];

/// Returns a media type with a reference as its schema, if the target of the reference is a schema.
pub(super) fn of_schema(
    text: &str,
    shape: Shape,
    target: &Target<'_>,
    at: &Location,
) -> Option<Node> {
    let is_media_type = matches!(shape, Shape::Object(table) if table.name == MEDIA_TYPE.name);
    if !is_media_type || !is_schema(target) {
        return None;
    }
    let mut reference = Node::empty_object();
    reference.add("$ref", Node::string(text).with_origin(&at.child("$ref")));
    let mut media_type = Node::empty_object();
    media_type.add("schema", reference.with_origin(at));
    Some(media_type.with_origin(at))
}

fn is_schema(target: &Target<'_>) -> bool {
    let places = ["/components/schemas/", "/definitions/"];
    places.iter().any(|place| target.pointer.starts_with(place))
        || OF_SCHEMAS.iter().any(|key| target.node.get(key).is_some())
}
