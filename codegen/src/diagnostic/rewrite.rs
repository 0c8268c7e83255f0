//! What OpenAPI 3.1 says and 3.0 has no words for.

use super::Code;
use super::describe::Describe;

/// Raised while a document of OpenAPI 3.1 is rewritten to its 3.0 form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RewriteProblem {
    /// A keyword that is left out.
    Ignored {
        /// The keyword.
        keyword: String,
        /// In how many other places it stands.
        others: usize,
    },
    /// Types of which nothing is left that 3.0 could say.
    Untyped,
    /// A security scheme that is a matter of the connection.
    MutualTls(String),
    /// A version that came later.
    Newer(String),
    /// Something of a later version that is not generated.
    Left(String),
    /// A document of Swagger 2.0.
    Swagger,
    /// A word of 3.1 in a document of 3.0.
    Later {
        /// The word.
        word: &'static str,
        /// In how many other places it stands.
        others: usize,
    },
}

impl Describe for RewriteProblem {
    fn code(&self) -> Code {
        match self {
            Self::Ignored { .. } => Code::W0190,
            Self::Untyped => Code::W0201,
            Self::MutualTls(_) => Code::W0245,
            Self::Newer(_) | Self::Swagger => Code::W0193,
            Self::Left(_) => Code::W0198,
            Self::Later { .. } => Code::W0194,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Ignored { keyword, others } => {
                format!("`{keyword}` is ignored{}", elsewhere(*others))
            }
            Self::Untyped => "unsupported combination of types".into(),
            Self::MutualTls(name) => format!("`{name}` has no effect on requests"),
            Self::Left(word) => format!("OpenAPI 3.2 syntax `{word}` is not supported"),
            Self::Newer(version) => format!("OpenAPI `{version}` is read as 3.1"),
            Self::Swagger => "Swagger 2.0 is converted to OpenAPI 3.0".into(),
            Self::Later { word, others } => {
                format!(
                    "OpenAPI 3.1 syntax `{word}` in a document of 3.0{}",
                    elsewhere(*others)
                )
            }
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::Ignored { .. } => {
                "nothing to do; OpenAPI 3.0 has no equivalent, and values are not checked"
            }
            Self::Untyped => "describe it with one type; the value is untyped JSON until then",
            Self::MutualTls(_) => "pass the certificate to the transport",
            Self::Swagger => {
                "convert the document, if it is yours; of several media types, JSON is used"
            }
            Self::Later { word, .. } => return format!("{}; it is converted", said(word)),
            Self::Left(_) => "remove it; the rest of the document is generated",
            Self::Newer(_) => {
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

/// How 3.0 says what a word of 3.1 says.
fn said(word: &str) -> &'static str {
    match word {
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
