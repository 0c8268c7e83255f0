//! The options of a run.

/// The options of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The Rust path of the runtime in generated code.
    pub runtime: String,
    /// The language of the documentation.
    pub language: Language,
    /// What a server of the operations needs, besides the client.
    pub server: Option<Server>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            runtime: "crate::runtime".to_owned(),
            language: Language::English,
            server: None,
        }
    }
}

/// The server role: requests are recognized and read, and responses are encoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// The cargo feature without which its output is not compiled.
    pub feature: Option<String>,
}

/// The language of the generated documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// `description` and `summary`.
    #[default]
    English,
    /// `x-description-tr` and `x-summary-tr`.
    Turkish,
}
