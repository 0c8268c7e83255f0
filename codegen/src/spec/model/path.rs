//! Paths, and the operations that they have.

use super::root::{ExternalDocumentation, SecurityRequirement, Server};
use super::{Keyed, Map, Parameter, ReferenceOr, RequestBody, Response, Text, object};

object! {
    /// OAS 3.0.3, Path Item Object. One that was a reference is a copy of what that leads to.
    PathItem {
        "summary" => summary: Option<Text>,
        "description" => description: Option<Text>,
        "get" => get: Option<Box<Operation>>,
        "put" => put: Option<Box<Operation>>,
        "post" => post: Option<Box<Operation>>,
        "delete" => delete: Option<Box<Operation>>,
        "options" => options: Option<Box<Operation>>,
        "head" => head: Option<Box<Operation>>,
        "patch" => patch: Option<Box<Operation>>,
        "trace" => trace: Option<Box<Operation>>,
        "servers" => servers: Vec<Server>,
        "parameters" => parameters: Vec<ReferenceOr<Parameter>>,
    }
}

object! {
    /// OAS 3.0.3, Operation Object.
    Operation {
        "tags" => tags: Vec<Text>,
        "summary" => summary: Option<Text>,
        "description" => description: Option<Text>,
        "externalDocs" => external_docs: Option<ExternalDocumentation>,
        "operationId" => operation_id: Option<Text>,
        "parameters" => parameters: Vec<ReferenceOr<Parameter>>,
        "requestBody" => request_body: Option<ReferenceOr<RequestBody>>,
        "responses" => responses: Keyed<ReferenceOr<Response>>,
        "callbacks" => callbacks: Map<Callback>,
        "deprecated" => deprecated: bool,
        "security" => security: Option<Vec<SecurityRequirement>>,
        "servers" => servers: Vec<Server>,
    }
}

/// OAS 3.0.3, Callback Object: path items by the expression of their address. One that was a reference is a copy.
pub type Callback = Keyed<PathItem>;
