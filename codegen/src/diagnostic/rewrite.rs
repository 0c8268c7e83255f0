//! What OpenAPI 3.1 says and 3.0 has no words for.

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

impl RewriteProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Ignored { .. } => "W0190",
            Self::Untyped => "W0191",
            Self::MutualTls(_) => "W0192",
            Self::Newer(_) => "W0193",
            Self::Left(_) => "W0198",
            Self::Later { .. } => "W0194",
            Self::Swagger => "W0195",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::Ignored { keyword, others } => {
                format!("`{keyword}` is ignored{}", elsewhere(*others))
            }
            Self::Untyped => "no type can be made of these".into(),
            Self::MutualTls(name) => format!("`{name}` is not a matter of requests"),
            Self::Left(word) => format!("`{word}` is of OpenAPI 3.2, and not generated"),
            Self::Newer(version) => format!("OpenAPI `{version}` is read as 3.1"),
            Self::Swagger => "Swagger 2.0 is read in the words of OpenAPI 3.0".into(),
            Self::Later { word, others } => {
                format!("`{word}` is said as in OpenAPI 3.1{}", elsewhere(*others))
            }
        }
    }

    pub(super) fn help(&self) -> String {
        let help = match self {
            Self::Ignored { .. } => {
                "the document is read as OpenAPI 3.0, which has no equivalent: values are not held to it"
            }
            Self::Untyped => "the value is kept as JSON",
            Self::MutualTls(_) => {
                "give the certificate to the transport; operations that ask for it are sent without anything of it"
            }
            Self::Swagger => {
                "convert the document, if it is yours. Where JSON is one of several media types, it is sent and asked for"
            }
            Self::Later { word, .. } => return format!("{}. It is read as there", said(word)),
            Self::Left(_) => "everything else of the document is",
            Self::Newer(_) => {
                "what came after is read in the words of 3.1, or told where it stands and left out"
            }
        };
        help.into()
    }
}

fn elsewhere(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => ", here and in one other place".into(),
        others => format!(", here and in {others} other places"),
    }
}

/// How 3.0 says what a word of 3.1 says.
fn said(word: &str) -> &'static str {
    match word {
        "const" => "write an `enum` of one value, or `openapi: 3.1.0`",
        "examples" => "write `example`, or `openapi: 3.1.0`",
        "type" => {
            "write one type; that null may stand here says `nullable: true` in OpenAPI 3.0. Or write `openapi: 3.1.0`"
        }
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
        _ => "write it below `components/schemas`, or `openapi: 3.1.0`",
    }
}
