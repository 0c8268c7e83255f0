//! How many items of a kind were generated.

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Generated with a type of its own.
    Typed,
    /// Generated as JSON.
    Json,
    /// Not generated.
    NotGenerated,
}

/// How many items of a kind are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Generated with a type of their own.
    pub typed: usize,
    /// Generated as JSON: sent or received, but without a type.
    pub json: usize,
    /// Not generated.
    pub not_generated: usize,
}

impl Counts {
    /// Returns the number of items in any state.
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
