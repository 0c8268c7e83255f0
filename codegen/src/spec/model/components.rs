//! What other parts refer to.

use indexmap::IndexMap;
use serde_json::Value;

use super::{Example, Parameter, ReferenceOr, RequestBody, Response, Schema, Text, object};

object! {
    /// OAS 3.0.3, Components Object.
    Components {
        "schemas" => schemas: IndexMap<Text, ReferenceOr<Schema>>,
        "responses" => responses: IndexMap<Text, ReferenceOr<Response>>,
        "parameters" => parameters: IndexMap<Text, ReferenceOr<Parameter>>,
        "examples" => examples: IndexMap<Text, ReferenceOr<Example>>,
        "requestBodies" => request_bodies: IndexMap<Text, ReferenceOr<RequestBody>>,
        "securitySchemes" => security_schemes: IndexMap<Text, ReferenceOr<SecurityScheme>>,
    }
}

object! {
    /// OAS 3.0.3, Security Scheme Object.
    SecurityScheme {
        "type" => kind: Text,
        "description" => description: Option<Text>,
        "name" => name: Text,
        "in" => location: Text,
        "scheme" => scheme: Text,
        "flows" => flows: Value,
        "openIdConnectUrl" => open_id_connect_url: Text,
    }
}
