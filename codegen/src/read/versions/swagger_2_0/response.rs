//! Responses: a schema for all media types, and headers that describe their values themselves.

use crate::read::syntax::node::Node;
use crate::source::Location;

use super::body::preferred;
use super::parameter::into_schema;

/// What 3.0 says otherwise about anything but the content.
pub(crate) fn in_words_of_3(node: &mut Node, at: &Location) {
    // An example is no rule.
    node.take("examples");
    let at = at.child("headers");
    let headers = node.find_mut("/headers").and_then(Node::as_object_mut);
    for (name, header) in headers.into_iter().flat_map(|all| all.members.iter_mut()) {
        let place = header.location(&at, name);
        into_schema(header, &place);
        header.take("collectionFormat");
    }
}

/// Moves the schema below the media types of the operation.
pub(crate) fn content(node: &mut Node, at: &Location, produces: &[String]) {
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
