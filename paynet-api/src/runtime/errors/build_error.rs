//! Why a client cannot be built.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// The error returned when a client cannot be built.
///
/// Its text is one sentence that says what to pass instead. It never contains a credential.
///
/// # Examples
///
/// ```
/// use paynet_api::{BaseUrl, BuildError};
///
/// let error: BuildError = "http://api.example.com".parse::<BaseUrl>().unwrap_err();
/// assert!(error.to_string().starts_with("the base URL must begin with https://"));
/// ```
#[derive(Debug)]
pub struct BuildError {
    problem: Cow<'static, str>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl BuildError {
    pub(crate) fn new(problem: impl Into<Cow<'static, str>>) -> Self {
        Self {
            problem: problem.into(),
            source: None,
        }
    }

    /// Adds the cause.
    pub(crate) fn because(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
