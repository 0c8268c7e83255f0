//! The trait of types that are encoded as JSON, and how [`Output`] writes values of such types.

use super::output::Output;

/// A type that can be encoded as JSON.
pub trait Encode {
    /// Writes the value.
    fn encode(&self, out: &mut Output);

    /// Returns whether this value means that the member is omitted (see [`Members::in_type`]).
    ///
    /// [`Members::in_type`]: super::Members::in_type
    fn is_absent(&self) -> bool {
        false
    }
}

impl Output {
    /// Writes an array.
    pub fn array<'v, T: Encode + 'v>(&mut self, values: impl IntoIterator<Item = &'v T>) {
        self.verbatim("[");
        for (index, value) in values.into_iter().enumerate() {
            if index > 0 {
                self.verbatim(",");
            }
            value.encode(self);
        }
        self.verbatim("]");
    }

    /// Writes a value.
    pub fn value(&mut self, value: &impl Encode) {
        value.encode(self);
    }

    /// Writes a value about a person, and redacts it in error texts.
    pub(crate) fn personal(&mut self, value: &impl Encode) {
        let start = self.len();
        value.encode(self);
        self.conceal_from(start);
    }

    /// Writes a variant of a union: an object with its tag as the first member, unless it has that
    /// member itself. A value that is not an object is written as it is.
    pub fn tagged(&mut self, tag: &str, name: &str, value: &impl Encode) {
        let start = self.len();
        value.encode(self);
        self.insert_tag(start, tag, name);
    }

    /// Returns the JSON text of a value without writing it. Its secrets are noted.
    pub(crate) fn aside(&mut self, value: &impl Encode) -> String {
        let start = self.len();
        value.encode(self);
        self.split_off(start)
    }
}
