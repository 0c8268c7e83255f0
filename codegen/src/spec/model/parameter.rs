//! Parameters.

use super::{Example, Map, MediaType, ReferenceOr, Schema, Text, object};

object! {
    /// OAS 3.0.3, Parameter Object.
    Parameter {
        "name" => name: Text,
        "in" => location: Text,
        "description" => description: Option<Text>,
        "required" => required: bool,
        "deprecated" => deprecated: bool,
        "style" => style: Option<Text>,
        "explode" => explode: Option<bool>,
        "allowReserved" => allow_reserved: bool,
        "schema" => schema: Option<ReferenceOr<Schema>>,
        "content" => content: Map<MediaType>,
        "examples" => examples: Map<ReferenceOr<Example>>,
    }
}
