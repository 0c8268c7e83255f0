//! What can be wrong with the value of one of our vendor extensions.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported for the value of a vendor extension.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ExtensionProblem {
    /// A value of another form.
    WrongValue {
        /// The extension, or a part of it.
        name: String,
        /// What the value must be.
        expected: &'static str,
        /// The value that was probably intended.
        similar: Option<String>,
    },
    /// A Turkish text without its original.
    MissingOriginal(&'static str),
    /// A text without its Turkish translation.
    MissingTranslation(&'static str),
    /// An operation without a source, where other parts of the document have one.
    MissingSource,
    /// `x-sensitive` on a schema that it does not fit.
    SensitiveMismatch(&'static str),
    /// `x-tolerate: [text]` on an object or an array.
    TolerateMismatch,
    /// `absent: true` on anything but an optional property.
    NeverAbsent,
    /// A string that is not the path of a Rust type.
    InvalidRustPath(String),
    /// More or fewer names than values.
    VariantCount {
        /// The number of values.
        values: usize,
        /// The number of names.
        names: usize,
    },
}

impl Describe for ExtensionProblem {
    fn code(&self) -> Code {
        match self {
            Self::WrongValue { .. } | Self::InvalidRustPath(_) => Code::W0261,
            Self::MissingOriginal(_)
            | Self::SensitiveMismatch(_)
            | Self::TolerateMismatch
            | Self::NeverAbsent
            | Self::VariantCount { .. } => Code::W0264,
            Self::MissingTranslation(_) => Code::W0263,
            Self::MissingSource => Code::W0269,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::WrongValue { name, expected, .. } => format!("`{name}`: expected {expected}"),
            Self::MissingOriginal(key) => {
                format!("missing `{key}` beside its Turkish text")
            }
            Self::MissingTranslation(key) => format!("this `{key}` has no Turkish text"),
            Self::MissingSource => "missing `x-source`".into(),
            Self::SensitiveMismatch(kind) => {
                format!("`x-sensitive: {kind}` does not fit this schema")
            }
            Self::TolerateMismatch => {
                "`x-tolerate: [text]` has no effect on an object or an array".into()
            }
            Self::NeverAbsent => {
                "`absent: true` has no effect on a value that is never absent".into()
            }
            Self::InvalidRustPath(text) => format!("`{text}` is not the path of a Rust type"),
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
            Self::MissingOriginal(_) => "add the text, or remove the Turkish one",
            Self::MissingTranslation("summary") => "add `x-summary-tr`",
            Self::MissingTranslation("text") => "add `text-tr`",
            Self::MissingTranslation(_) => "add `x-description-tr`",
            Self::MissingSource => "say where the operation is documented, as other parts do",
            Self::SensitiveMismatch(_) => {
                "use `secret` for strings without `enum`, and `personal` for strings, numbers and booleans"
            }
            Self::TolerateMismatch => "remove `text`",
            Self::NeverAbsent => "write the path alone; `absent` is for optional properties",
            Self::InvalidRustPath(_) => "write an absolute path, such as `crate::Amount`",
            Self::VariantCount { .. } => "give one name for each value, in the same order",
        };
        help.into()
    }
}
