//! Converts strings with encoded content.

use crate::read::syntax::node::{Node, Object};

use super::Conversion;

/// Converts `contentEncoding` and `contentMediaType` to a `format`.
// OAS 3.1.0, Schema Object, Considerations for File Uploads: "contentEncoding: base64" is "format:
// byte" in OpenAPI 3.0, and "contentMediaType: application/octet-stream" is "format: binary".
pub(crate) fn convert(object: &mut Object, conversion: &mut Conversion<'_>) {
    let string = |key: &str| object.members.get(key).and_then(Node::as_str);
    let encoding = string("contentEncoding").map(str::to_ascii_lowercase);
    let media = string("contentMediaType");
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
            let kind = Node::string("string");
            object.members.or_insert("type", kind);
        }
        _ => conversion.ignore(object, "contentEncoding"),
    }
    conversion.ignore(object, "contentMediaType");
    conversion.ignore(object, "contentSchema");
}
