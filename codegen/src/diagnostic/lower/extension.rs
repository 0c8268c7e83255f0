//! What can be wrong with our vendor extensions.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// About the value of a vendor extension.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ExtensionProblem {
    /// The value has another form.
    WrongValue {
        /// The extension, and the part of it.
        name: String,
        /// What it must be.
        expected: &'static str,
        /// The word that was probably meant.
        similar: Option<String>,
    },
    /// A Turkish text beside no text.
    NothingToTranslate(&'static str),
    /// A text without its Turkish twin.
    NoTwin(&'static str),
    /// A value that can't be kept from printing that way.
    NotSensitive(&'static str),
    /// A tolerance for something that is no scalar.
    TextOfStructure,
    /// A Rust type with a value for absence, on anything but a property that is not required.
    NeverAbsent,
    /// A text that is no path of a Rust type.
    NoRustPath(String),
    /// As many names as values.
    VariantCount {
        /// Values of the enum.
        values: usize,
        /// Names given.
        names: usize,
    },
}

impl Describe for ExtensionProblem {
    fn code(&self) -> Code {
        match self {
            Self::WrongValue { .. } | Self::NoRustPath(_) => Code::W0261,
            Self::NothingToTranslate(_)
            | Self::NotSensitive(_)
            | Self::TextOfStructure
            | Self::NeverAbsent
            | Self::VariantCount { .. } => Code::W0264,
            Self::NoTwin(_) => Code::W0263,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::WrongValue { name, expected, .. } => format!("`{name}`: expected {expected}"),
            Self::NothingToTranslate(key) => {
                format!("missing `{key}` beside its Turkish text")
            }
            Self::NoTwin(key) => format!("this `{key}` has no Turkish text"),
            Self::NotSensitive(kind) => format!("`x-sensitive: {kind}` does not fit this schema"),
            Self::TextOfStructure => {
                "`x-tolerate: [text]` has no effect on an object or an array".into()
            }
            Self::NeverAbsent => {
                "`absent: true` has no effect on a value that is never absent".into()
            }
            Self::NoRustPath(text) => format!("`{text}` is not the path of a Rust type"),
            Self::VariantCount { values, names } => {
                format!("`x-enum-varnames` has {names} names for {values} values")
            }
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::WrongValue {
                similar: Some(similar),
                ..
            } => return format!("did you mean `{similar}`?"),
            Self::WrongValue { .. } => "see the table of extensions in the specs' README",
            Self::NothingToTranslate(_) => "add the text, or remove the Turkish one",
            Self::NoTwin("summary") => "add `x-summary-tr`",
            Self::NoTwin("text") => "add `text-tr`",
            Self::NoTwin(_) => "add `x-description-tr`",
            Self::NotSensitive(_) => {
                "`secret` is for strings without `enum`, `personal` for strings, numbers and booleans"
            }
            Self::TextOfStructure => "remove `text`",
            Self::NeverAbsent => "write the path alone; `absent` is for optional properties",
            Self::NoRustPath(_) => "write an absolute path, such as `crate::Amount`",
            Self::VariantCount { .. } => "give one name for each value, in the same order",
        };
        help.into()
    }
}
