//! Tables of security schemes.

use crate::read::grammar::rules::security::security_scheme;
use crate::read::grammar::table::{Shape, Table, defaulted, optional, required};

// OAS 3.0.3, Security Scheme Object. The fields that each type requires are in the rule.
pub(crate) static SECURITY_SCHEME: Table = Table {
    name: "Security Scheme Object",
    fields: &[
        required(
            "type",
            Shape::Enum(&["apiKey", "http", "oauth2", "openIdConnect"]),
        ),
        optional("description", Shape::String),
        optional("name", Shape::String),
        optional("in", Shape::Enum(&["query", "header", "cookie"])),
        optional("scheme", Shape::String),
        optional("bearerFormat", Shape::String),
        optional("flows", Shape::Object(&FLOWS)),
        optional("openIdConnectUrl", Shape::String),
    ],
    rule: Some(security_scheme),
};

// OAS 3.0.3, OAuth Flows Object.
static FLOWS: Table = Table {
    name: "OAuth Flows Object",
    fields: &[
        optional("implicit", Shape::Object(&IMPLICIT)),
        optional("password", Shape::Object(&TOKEN)),
        optional("clientCredentials", Shape::Object(&TOKEN)),
        optional("authorizationCode", Shape::Object(&CODE)),
    ],
    rule: None,
};

const SCOPES: Shape = Shape::Map(&Shape::String);

// OAS 3.0.3, OAuth Flow Object, of the implicit flow.
static IMPLICIT: Table = Table {
    name: "OAuth Flow Object",
    fields: &[
        defaulted("authorizationUrl", Shape::String),
        optional("refreshUrl", Shape::String),
        defaulted("scopes", SCOPES),
    ],
    rule: None,
};

// OAS 3.0.3, OAuth Flow Object, of the flows by password and by client credentials.
static TOKEN: Table = Table {
    name: "OAuth Flow Object",
    fields: &[
        defaulted("tokenUrl", Shape::String),
        optional("refreshUrl", Shape::String),
        defaulted("scopes", SCOPES),
    ],
    rule: None,
};

// OAS 3.0.3, OAuth Flow Object, of the flow by authorization code.
static CODE: Table = Table {
    name: "OAuth Flow Object",
    fields: &[
        defaulted("authorizationUrl", Shape::String),
        defaulted("tokenUrl", Shape::String),
        optional("refreshUrl", Shape::String),
        defaulted("scopes", SCOPES),
    ],
    rule: None,
};
