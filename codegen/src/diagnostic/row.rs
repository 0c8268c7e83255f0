//! `Row`: one row of the table of codes, and the macro that defines `Code` from the table, which is
//! in `codes.rs`.

use super::Severity;

/// What a diagnostic means for the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing is generated until it is fixed.
    Error,
    /// Something is missing from the output. It is an error in a document that has our extensions.
    Loss,
    /// The output is complete: the document was repaired or converted, or could be clearer.
    Style,
    /// The specification says to ignore the part, so nothing is missing.
    Ignored,
}

/// The row of a code.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) level: Level,
    pub(super) title: &'static str,
    /// In Markdown, with examples.
    pub(super) explanation: &'static str,
    /// Why the examples can't be run.
    pub(super) not_runnable: Option<&'static str>,
}

impl Level {
    /// Returns the least severity of a diagnostic of this level.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Loss | Self::Style | Self::Ignored => Severity::Warning,
        }
    }
}

/// Defines [`Code`] from its rows: the code, its level, its title, and a reason where its examples
/// can't be run.
macro_rules! codes {
    ($($code:ident $level:ident $title:literal $(, not_runnable: $reason:literal)?;)*) => {
        /// A stable code, such as `W0130`: what kind of problem a diagnostic reports.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $code,)*
        }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            pub(super) fn row(self) -> Row {
                match self {
                    $(Self::$code => Row {
                        name: stringify!($code),
                        level: Level::$level,
                        title: $title,
                        explanation: include_str!(concat!("explain/", stringify!($code), ".md")),
                        not_runnable: None $(.or(Some($reason)))?,
                    },)*
                }
            }
        }
    };
}
pub(super) use codes;
