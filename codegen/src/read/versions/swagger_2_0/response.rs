//! Converts responses, which have one schema for all media types, and headers, which describe their
//! values without a schema.

use crate::read::syntax::node::Node;
use crate::source::Location;

use super::body::preferred;
use super::parameter::move_to_schema;

/// Converts the headers of a response, and removes its examples.
pub(crate) fn convert_headers(node: &mut Node, at: &Location) {
    node.take("examples");
    let at = at.child("headers");
    let headers = node.find_mut("/headers").and_then(Node::as_object_mut);
    for (name, header) in headers.into_iter().flat_map(|all| all.members.iter_mut()) {
        let place = header.location(&at, name);
        move_to_schema(header, &place);
        header.take("collectionFormat");
    }
}

/// Moves the schema of a response or request body into the media types of its `content`.
pub(crate) fn move_schema(node: &mut Node, at: &Location, produces: &[String]) {
    let Some(schema) = node.take_with_origin("schema", at) else {
        return;
    };
    let is_file = schema.get("type").and_then(Node::as_str) == Some("file");
    let media_types = match produces {
        [] if is_file => vec!["application/octet-stream".to_owned()],
        all if is_file => all.to_vec(),
        all => preferred(all),
    };
    let mut content = Node::empty_object();
    for name in media_types {
        let mut media = Node::empty_object();
        media.add("schema", schema.clone());
        content.add(&name, media.with_origin(at));
    }
    node.add("content", content.with_origin(at));
}
