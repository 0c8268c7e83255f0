//! The options of a run.

/// The options of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The Rust path of the runtime in generated code.
    pub runtime: String,
    /// The language of the documentation.
    pub language: Language,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            runtime: "crate::runtime".to_owned(),
            language: Language::English,
        }
    }
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
