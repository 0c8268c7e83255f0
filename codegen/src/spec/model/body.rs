//! What is sent and what comes back.

use super::{Map, ReferenceOr, Schema, Text, object};

object! {
    /// OAS 3.0.3, Request Body Object.
    RequestBody {
        "description" => description: Option<Text>,
        "content" => content: Map<MediaType>,
        "required" => required: bool,
    }
}

object! {
    /// OAS 3.0.3, Response Object.
    Response {
        "description" => description: Text,
        "content" => content: Map<MediaType>,
    }
}

object! {
    /// OAS 3.0.3, Media Type Object.
    MediaType {
        "schema" => schema: Option<ReferenceOr<Schema>>,
        "examples" => examples: Map<ReferenceOr<Example>>,
        "encoding" => encoding: Map<Encoding>,
    }
}

object! {
    /// OAS 3.0.3, Encoding Object.
    Encoding {
        "contentType" => content_type: Option<Text>,
        "style" => style: Option<Text>,
        "explode" => explode: bool,
    }
}

object! {
    /// OAS 3.0.3, Example Object.
    Example {
        "summary" => summary: Option<Text>,
        "description" => description: Option<Text>,
    }
}
