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
}

impl RewriteProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Ignored { .. } => "W0190",
            Self::Untyped => "W0191",
            Self::MutualTls(_) => "W0192",
            Self::Newer(_) => "W0193",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::Ignored { keyword, others } => match others {
                0 => format!("`{keyword}` is ignored"),
                1 => format!("`{keyword}` is ignored, here and in one other place"),
                others => format!("`{keyword}` is ignored, here and in {others} other places"),
            },
            Self::Untyped => "no type can be made of these".into(),
            Self::MutualTls(name) => format!("`{name}` is not a matter of requests"),
            Self::Newer(version) => format!("OpenAPI `{version}` is read as 3.1"),
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
            Self::Newer(_) => "what came after 3.1 is reported as unknown, and left out",
        };
        help.into()
    }
}
