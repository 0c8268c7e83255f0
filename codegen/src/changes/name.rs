//! The names of generated code that other code mentions.

use std::fmt;

/// A name that is gone, or that means something else: code that mentions it may not compile.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RustName {
    /// A type or a function, by its own name.
    Item(String),
    /// The module of a document.
    Module(String),
    /// A field of a type.
    Field(String, String),
    /// All fields of a type, listed in a pattern or an expression.
    Fields(String),
    /// A variant of an enum, or an associated constant or function.
    Associated(String, String),
    /// A method of a type.
    Method(String, String),
}

impl RustName {
    pub(super) fn item(name: impl fmt::Display) -> Self {
        Self::Item(name.to_string())
    }

    pub(super) fn field(of: impl fmt::Display, name: impl fmt::Display) -> Self {
        Self::Field(of.to_string(), name.to_string())
    }

    pub(super) fn associated(of: impl fmt::Display, name: impl fmt::Display) -> Self {
        Self::Associated(of.to_string(), name.to_string())
    }

    pub(super) fn method(of: impl fmt::Display, name: impl fmt::Display) -> Self {
        Self::Method(of.to_string(), name.to_string())
    }
}

impl fmt::Display for RustName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Item(name) => write!(f, "`{name}`"),
            Self::Module(name) => write!(f, "module `{name}`"),
            Self::Field(of, name) => write!(f, "field `{name}` of `{of}`"),
            Self::Fields(of) => write!(f, "all fields of `{of}`"),
            Self::Associated(of, name) | Self::Method(of, name) => write!(f, "`{of}::{name}`"),
        }
    }
}
