//! Security schemes.

use crate::read::grammar::rules::security::security_scheme;
use crate::read::grammar::table::{Need, Shape, Table, field, needed, no_rule, required};

// OAS 3.0.3, Security Scheme Object. Which fields a type needs is in its rule.
pub(crate) static SECURITY_SCHEME: Table = Table {
    name: "Security Scheme Object",
    fields: &[
        required(
            "type",
            Shape::Enum(&["apiKey", "http", "oauth2", "openIdConnect"]),
        ),
        field("description", Shape::String),
        field("name", Shape::String),
        field("in", Shape::Enum(&["query", "header", "cookie"])),
        field("scheme", Shape::String),
        field("bearerFormat", Shape::String),
        field("flows", Shape::Object(&FLOWS)),
        field("openIdConnectUrl", Shape::String),
    ],
    rule: security_scheme,
};

// OAS 3.0.3, OAuth Flows Object.
static FLOWS: Table = Table {
    name: "OAuth Flows Object",
    fields: &[
        field("implicit", Shape::Object(&IMPLICIT)),
        field("password", Shape::Object(&TOKEN)),
        field("clientCredentials", Shape::Object(&TOKEN)),
        field("authorizationCode", Shape::Object(&CODE)),
    ],
    rule: no_rule,
};

const SCOPES: Shape = Shape::Map(&Shape::String);

// OAS 3.0.3, OAuth Flow Object, of the implicit flow.
static IMPLICIT: Table = Table {
    name: "OAuth Flow Object",
    fields: &[
        needed("authorizationUrl", Shape::String, Need::OrEmptyString),
        field("refreshUrl", Shape::String),
        needed("scopes", SCOPES, Need::OrEmptyObject),
    ],
    rule: no_rule,
};

// OAS 3.0.3, OAuth Flow Object, of the flows by password and by client credentials.
static TOKEN: Table = Table {
    name: "OAuth Flow Object",
    fields: &[
        needed("tokenUrl", Shape::String, Need::OrEmptyString),
        field("refreshUrl", Shape::String),
        needed("scopes", SCOPES, Need::OrEmptyObject),
    ],
    rule: no_rule,
};

// OAS 3.0.3, OAuth Flow Object, of the flow by authorization code.
static CODE: Table = Table {
    name: "OAuth Flow Object",
    fields: &[
        needed("authorizationUrl", Shape::String, Need::OrEmptyString),
        needed("tokenUrl", Shape::String, Need::OrEmptyString),
        field("refreshUrl", Shape::String),
        needed("scopes", SCOPES, Need::OrEmptyObject),
    ],
    rule: no_rule,
};
