//! What is printed with a listing: a diagnostic, or the message of a program that uses the same
//! sources.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Location;

/// A message of another program about the sources, which is printed like a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How bad it is.
    pub severity: Severity,
    /// A short name of its kind, which is printed in brackets.
    pub code: &'static str,
    /// What is wrong.
    pub text: String,
    /// Where.
    pub at: Location,
    /// Other locations that belong to it, each with a label.
    pub also: Vec<(Location, String)>,
    /// What is good to know.
    pub note: Option<String>,
    /// What to do.
    pub help: Option<String>,
}

/// What a listing shows.
pub(super) struct Listed<'m> {
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) message: Cow<'m, str>,
    pub(super) at: &'m Location,
    pub(super) also: &'m [(Location, String)],
    pub(super) note: Option<&'m str>,
    pub(super) help: Option<Cow<'m, str>>,
}

impl<'m> From<&'m Diagnostic> for Listed<'m> {
    fn from(diagnostic: &'m Diagnostic) -> Self {
        Self {
            severity: diagnostic.severity,
            code: diagnostic.problem.code().as_str(),
            message: Cow::Owned(diagnostic.problem.message()),
            at: &diagnostic.at,
            also: &diagnostic.also,
            note: diagnostic.why_denied(),
            help: Some(Cow::Owned(diagnostic.problem.help())),
        }
    }
}

impl<'m> From<&'m Message> for Listed<'m> {
    fn from(message: &'m Message) -> Self {
        Self {
            severity: message.severity,
            code: message.code,
            message: Cow::Borrowed(&message.text),
            at: &message.at,
            also: &message.also,
            note: message.note.as_deref(),
            help: message.help.as_deref().map(Cow::Borrowed),
        }
    }
}
