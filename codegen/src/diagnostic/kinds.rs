//! What was expected of a value, and what was found.

use std::fmt;

/// The kind of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    List,
    /// An object.
    Object,
}

impl JsonKind {
    /// Returns the kind with its article.
    #[must_use]
    pub fn with_article(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

impl fmt::Display for JsonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.with_article())
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A value of a kind.
    Kind(JsonKind),
    /// An integer that is not negative.
    Unsigned,
    /// A string from a fixed set.
    OneOf,
    /// This string of a fixed set.
    Word(&'static str),
    /// The string `null`, which YAML needs in quotes.
    QuotedNull,
}

impl Expected {
    /// A string.
    pub const STRING: Self = Self::Kind(JsonKind::String);
    /// A boolean.
    pub const BOOLEAN: Self = Self::Kind(JsonKind::Boolean);
    /// A number.
    pub const NUMBER: Self = Self::Kind(JsonKind::Number);
    /// An array.
    pub const LIST: Self = Self::Kind(JsonKind::List);
    /// An object.
    pub const OBJECT: Self = Self::Kind(JsonKind::Object);
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(JsonKind::Boolean) => f.write_str("`true` or `false`"),
            Self::Kind(kind) => kind.fmt(f),
            Self::Unsigned => f.write_str("an integer from 0"),
            Self::OneOf => f.write_str("one word"),
            Self::Word(word) => write!(f, "`{word}`"),
            Self::QuotedNull => f.write_str("the word `null` in quotes"),
        }
    }
}

/// What a field has instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A value of a kind.
    Kind(JsonKind),
    /// A number with a sign or a fraction.
    OtherNumber,
    /// The expected string with other letter case or spaces.
    OtherSpelling,
    /// `[]`, which PHP writes for an empty object as well.
    EmptyList,
    /// `{}`
    EmptyObject,
    /// `null` without quotes.
    UnquotedNull,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Kind(kind) => kind.with_article(),
            Self::OtherNumber => "another number",
            Self::OtherSpelling => "another spelling of it",
            Self::EmptyList => "an empty list",
            Self::EmptyObject => "an empty object",
            Self::UnquotedNull => "an unquoted null",
        })
    }
}
