//! A document, and what stands at its root.

use super::{Components, Keyed, Map, PathItem, Text, object};

object! {
    /// OAS 3.0.3, OpenAPI Object.
    OpenApi {
        "info" => info: Info,
        "servers" => servers: Vec<Server>,
        "paths" => paths: Keyed<PathItem>,
        "webhooks" => webhooks: Keyed<PathItem>,
        "components" => components: Components,
        "security" => security: Vec<SecurityRequirement>,
        "tags" => tags: Vec<Tag>,
        "externalDocs" => external_docs: Option<ExternalDocumentation>,
    }
}

object! {
    /// OAS 3.0.3, Info Object.
    Info {
        "title" => title: Text,
        "description" => description: Option<Text>,
    }
}

object! {
    /// OAS 3.0.3, Server Object.
    Server {
        "url" => url: Text,
        "description" => description: Option<Text>,
        "variables" => variables: Map<ServerVariable>,
    }
}

impl Server {
    /// The variable of that name.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<&ServerVariable> {
        let mut variables = self.variables.iter();
        let (_, variable) = variables.find(|(known, _)| known == name)?;
        Some(variable)
    }
}

object! {
    /// OAS 3.0.3, Server Variable Object.
    ServerVariable {
        "enum" => enumeration: Vec<Text>,
        "default" => default: Text,
        "description" => description: Option<Text>,
    }
}

object! {
    /// OAS 3.0.3, Tag Object.
    Tag {
        "name" => name: Text,
        "description" => description: Option<Text>,
        "externalDocs" => external_docs: Option<ExternalDocumentation>,
    }
}

object! {
    /// OAS 3.0.3, External Documentation Object.
    ExternalDocumentation {
        "url" => url: Text,
    }
}

/// OAS 3.0.3, Security Requirement Object: the schemes, each with its scopes.
pub type SecurityRequirement = Map<Vec<Text>>;
