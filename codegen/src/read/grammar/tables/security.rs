//! Security schemes.

use crate::read::grammar::rules::security::security_scheme;
use crate::read::grammar::table::{Need, Shape, Table, field, needed, no_rule, required};

// OAS 3.0.3, Security Scheme Object. Which fields a type needs is in its rule.
pub(crate) static SECURITY_SCHEME: Table = Table {
    name: "Security Scheme Object",
    fields: &[
        required(
            "type",
            Shape::Word(&["apiKey", "http", "oauth2", "openIdConnect"]),
        ),
        field("description", Shape::Text),
        field("name", Shape::Text),
        field("in", Shape::Word(&["query", "header", "cookie"])),
        field("scheme", Shape::Text),
        field("bearerFormat", Shape::Text),
        field("flows", Shape::Object(&FLOWS)),
        field("openIdConnectUrl", Shape::Text),
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

const SCOPES: Shape = Shape::Map(&Shape::Text);

// OAS 3.0.3, OAuth Flow Object, of the implicit flow.
static IMPLICIT: Table = Table {
    name: "OAuth Flow Object",
    fields: &[
        needed("authorizationUrl", Shape::Text, Need::OrEmptyText),
        field("refreshUrl", Shape::Text),
        needed("scopes", SCOPES, Need::OrEmptyObject),
    ],
    rule: no_rule,
};

// OAS 3.0.3, OAuth Flow Object, of the flows by password and by client credentials.
static TOKEN: Table = Table {
    name: "OAuth Flow Object",
    fields: &[
        needed("tokenUrl", Shape::Text, Need::OrEmptyText),
        field("refreshUrl", Shape::Text),
        needed("scopes", SCOPES, Need::OrEmptyObject),
    ],
    rule: no_rule,
};

// OAS 3.0.3, OAuth Flow Object, of the flow by authorization code.
static CODE: Table = Table {
    name: "OAuth Flow Object",
    fields: &[
        needed("authorizationUrl", Shape::Text, Need::OrEmptyText),
        needed("tokenUrl", Shape::Text, Need::OrEmptyText),
        field("refreshUrl", Shape::Text),
        needed("scopes", SCOPES, Need::OrEmptyObject),
    ],
    rule: no_rule,
};
