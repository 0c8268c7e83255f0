//! Items that aren't fully typed, and why.

use crate::diagnostic::Code;
use crate::read::ItemKind;
use crate::source::Location;

use super::State;

/// An item that isn't fully typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The kind of the item; `None` for a reason that belongs to no item, such as one of a server.
    pub kind: Option<ItemKind>,
    /// The name of the item: `GET /orders query limit`.
    pub name: String,
    /// What became of the item; `Typed` means that something inside it is missing or untyped.
    pub state: State,
    /// Where the item was written.
    pub at: Location,
    /// How many items refer to the same location and are in the same state.
    pub uses: usize,
    /// The reasons, at least one.
    pub reasons: Vec<Reason>,
    /// Whether the standard requires that the item be ignored.
    pub ignored_by_standard: bool,
}

/// Why an item isn't fully typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The code of the diagnostic, if one was reported.
    pub code: Option<Code>,
    /// The reason in one line.
    pub text: String,
    /// The location of the cause.
    pub at: Location,
}
