//! One member of a parsed object, looked up by its name.

use super::input::Input;
use super::parsed::Parsed;

/// A member that was looked up.
pub(crate) enum Member<'t> {
    Absent,
    Once(Input<'t>),
    /// It occurs more than once, so that it has no value.
    Repeated,
}

impl<'t> Member<'t> {
    /// Returns the member of that name.
    pub(crate) fn of(object: &Parsed<'t>, name: &str) -> Self {
        let mut found = Self::Absent;
        for entry in object.members().unwrap_or_default() {
            if entry.name == name {
                found = match found {
                    Self::Absent => Self::Once(Input::whole_text(entry.json)),
                    _ => return Self::Repeated,
                };
            }
        }
        found
    }
}
