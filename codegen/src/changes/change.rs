//! What a change is, and its two classes.

use super::RustName;
use crate::source::Location;

/// A change from one state of the documents to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What changed, in words.
    pub what: String,
    /// Its place in the earlier state; `None` if it is new.
    pub before: Option<Location>,
    /// Its place in the later state; `None` if it is gone.
    pub after: Option<Location>,
    /// What it means for those who compile against the client.
    pub rust: Rust,
    /// What it changes on the wire.
    pub wire: Wire,
    /// The names that code may mention and that are gone or mean something else, if it breaks the
    /// Rust API; and the types that have one field more, for code that lists all fields.
    pub names: Vec<RustName>,
    /// The generated files that it is written in, before and after: others follow from these.
    pub files: Vec<String>,
}

/// What a change means for those who compile against the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rust {
    /// Nothing but the documentation, or what happens at run time.
    Patch,
    /// There is more than before, and everything that was there still compiles.
    Addition,
    /// A caller may not compile any more.
    Breaking,
}

/// What a change changes on the wire, and of what is concluded from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wire {
    /// The bytes of a request differ, or whether it is sent again.
    pub requests: bool,
    /// Responses are read differently.
    pub responses: bool,
    /// What a response proves differs.
    pub outcomes: bool,
    /// What an error says to do next differs.
    pub errors: bool,
}

impl Wire {
    /// Nothing.
    pub const NONE: Self = Self {
        requests: false,
        responses: false,
        outcomes: false,
        errors: false,
    };
    /// Requests.
    pub const REQUESTS: Self = Self {
        requests: true,
        ..Self::NONE
    };
    /// Responses.
    pub const RESPONSES: Self = Self {
        responses: true,
        ..Self::NONE
    };
    /// What responses prove.
    pub const OUTCOMES: Self = Self {
        outcomes: true,
        ..Self::NONE
    };
    /// What errors say.
    pub const ERRORS: Self = Self {
        errors: true,
        ..Self::NONE
    };

    /// Returns what either of them changes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            requests: self.requests || other.requests,
            responses: self.responses || other.responses,
            outcomes: self.outcomes || other.outcomes,
            errors: self.errors || other.errors,
        }
    }

    /// Returns whether nothing changes.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
}
