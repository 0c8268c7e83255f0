//! What was converted from other versions of OpenAPI, and what has no equivalent in 3.0.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported while another version is converted to OpenAPI 3.0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConversionProblem {
    /// A keyword that is ignored.
    IgnoredKeyword {
        /// The keyword.
        keyword: String,
        /// The number of other locations that have it.
        others: usize,
    },
    /// Several types that 3.0 has no equivalent for.
    TypeCombination,
    /// A security scheme of the connection.
    MutualTls(String),
    /// A version that is read as 3.1.
    NewerVersion(String),
    /// Syntax of a later version that is not supported.
    Unsupported(String),
    /// A Swagger 2.0 document.
    Swagger,
    /// A keyword of 3.1 in a document of 3.0.
    LaterSyntax {
        /// The keyword.
        keyword: &'static str,
        /// The number of other locations that have it.
        others: usize,
    },
}

impl Describe for ConversionProblem {
    fn code(&self) -> Code {
        match self {
            Self::IgnoredKeyword { .. } => Code::W0190,
            Self::TypeCombination => Code::W0201,
            Self::MutualTls(_) => Code::W0245,
            Self::NewerVersion(_) | Self::Swagger => Code::W0193,
            Self::Unsupported(_) => Code::W0198,
            Self::LaterSyntax { .. } => Code::W0194,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::IgnoredKeyword { keyword, others } => {
                format!("`{keyword}` is ignored{}", elsewhere(*others))
            }
            Self::TypeCombination => "unsupported combination of types".into(),
            Self::MutualTls(name) => format!("`{name}` has no effect on requests"),
            Self::Unsupported(keyword) => {
                format!("OpenAPI 3.2 syntax `{keyword}` is not supported")
            }
            Self::NewerVersion(version) => format!("OpenAPI `{version}` is read as 3.1"),
            Self::Swagger => "Swagger 2.0 is converted to OpenAPI 3.0".into(),
            Self::LaterSyntax { keyword, others } => {
                format!(
                    "OpenAPI 3.1 syntax `{keyword}` in a document of 3.0{}",
                    elsewhere(*others)
                )
            }
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::IgnoredKeyword { .. } => {
                "nothing to do; OpenAPI 3.0 has no equivalent, and values are not checked"
            }
            Self::TypeCombination => {
                "describe it with one type; the value is untyped JSON until then"
            }
            Self::MutualTls(_) => "pass the certificate to the transport",
            Self::Swagger => {
                "convert the document, if it is yours; of several media types, JSON is used"
            }
            Self::LaterSyntax { keyword, .. } => {
                return format!("{}; it is converted", equivalent(keyword));
            }
            Self::Unsupported(_) => "remove it; the rest of the document is generated",
            Self::NewerVersion(_) => {
                "write `openapi: 3.1.0`; newer syntax is converted, or reported and ignored"
            }
        };
        help.into()
    }
}

fn elsewhere(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => ", here and in 1 other location".into(),
        others => format!(", here and in {others} other locations"),
    }
}

/// Returns how 3.0 expresses a keyword of 3.1.
fn equivalent(keyword: &str) -> &'static str {
    match keyword {
        "const" => "write an `enum` of one value, or `openapi: 3.1.0`",
        "examples" => "write `example`, or `openapi: 3.1.0`",
        "type" => "write one type and `nullable: true` to allow null, or `openapi: 3.1.0`",
        "exclusiveMinimum" => "write `minimum` and `exclusiveMinimum: true`, or `openapi: 3.1.0`",
        "exclusiveMaximum" => "write `maximum` and `exclusiveMaximum: true`, or `openapi: 3.1.0`",
        "contentEncoding" => "write `format: byte`, or `openapi: 3.1.0`",
        "items" | "prefixItems" => {
            "write one schema for all items, `oneOf` if they differ, or `openapi: 3.1.0` and `prefixItems`"
        }
        "patternProperties" | "unevaluatedProperties" => {
            "write `additionalProperties`, or `openapi: 3.1.0`"
        }
        "true" | "false" => "write `{}` for any value, or `openapi: 3.1.0`",
        _ => "move it to `components/schemas`, or write `openapi: 3.1.0`",
    }
}
