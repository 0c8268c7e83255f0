//! Texts that hold something else.

use crate::read::syntax::node::{Node, Object};

use super::Rewriting;

// OAS 3.1.0, Schema Object, Considerations for File Uploads: "contentEncoding: base64" is the "format: byte" of 3.0,
// "contentMediaType: application/octet-stream" its "format: binary".
pub(crate) fn content(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    let text = |key: &str| object.members.get(key).and_then(Node::as_str);
    let encoding = text("contentEncoding").map(str::to_ascii_lowercase);
    let media = text("contentMediaType");
    let format = match (encoding.as_deref(), media) {
        (Some("base64"), _) => Some("byte"),
        (None | Some("binary"), Some("application/octet-stream")) => Some("binary"),
        _ => None,
    };
    match format {
        Some(format) if !object.members.contains_key("format") => {
            object.members.remove("contentEncoding");
            if format == "binary" {
                object.members.remove("contentMediaType");
            }
            object.members.insert("format", Node::string(format));
            let word = Node::string("string");
            object.members.or_insert("type", word);
        }
        _ => rewriting.lose(object, "contentEncoding"),
    }
    rewriting.lose(object, "contentMediaType");
    rewriting.lose(object, "contentSchema");
}
