//! What became of a part of a document, and how often.

use crate::diagnostic::Code;
use crate::read::ItemKind;
use crate::source::Location;

/// How many parts of a sort there are, each in one of the three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Generated with a type of their own.
    pub typed: usize,
    /// Generated as JSON: on the wire, but without a type.
    pub json: usize,
    /// Not generated.
    pub not_generated: usize,
}

/// What became of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Generated with a type of its own.
    Typed,
    /// Generated as JSON.
    Json,
    /// Not generated.
    NotGenerated,
}

/// A part that isn't wholly typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// What it is; none for what belongs to no part, such as a server.
    pub kind: Option<ItemKind>,
    /// The part's name: `GET /orders query limit`.
    pub name: String,
    /// What became of it; `Typed` means that something in it is missing or untyped.
    pub state: State,
    /// Where it was written.
    pub at: Location,
    /// How many parts say the same, by reference.
    pub uses: usize,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
    /// Whether the standard itself says to ignore it.
    pub on_purpose: bool,
}

/// Why a part isn't wholly typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The diagnostic's code, where there is one.
    pub code: Option<Code>,
    /// In one line.
    pub text: String,
    /// Where.
    pub at: Location,
}

impl Counts {
    /// All three together.
    #[must_use]
    pub fn total(self) -> usize {
        self.typed + self.json + self.not_generated
    }

    pub(crate) fn add(&mut self, state: State) {
        match state {
            State::Typed => self.typed += 1,
            State::Json => self.json += 1,
            State::NotGenerated => self.not_generated += 1,
        }
    }
}
