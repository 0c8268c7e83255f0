//! A named type that both states have.

use super::log::{Log, Places};
use super::{Rust, RustName, Wire};
use crate::ir::{Derives, Uses};

/// A type that both states have.
pub(super) struct Item<'a> {
    pub(super) name: &'a str,
    /// Its name in Rust.
    pub(super) rust: &'a str,
    pub(super) at: Places<'a>,
    /// What it is used for, before and after.
    pub(super) uses: (Uses, Uses),
}

impl Item<'_> {
    pub(super) fn itself(&self) -> RustName {
        RustName::item(self.rust)
    }

    pub(super) fn field(&self, name: impl std::fmt::Display) -> RustName {
        RustName::field(self.rust, name)
    }

    pub(super) fn associated(&self, name: impl std::fmt::Display) -> RustName {
        RustName::associated(self.rust, name)
    }

    /// Returns where it is on the wire.
    pub(super) const fn wire(&self) -> Wire {
        let uses = self.uses.1;
        Wire {
            requests: uses.encoded,
            responses: uses.decoded,
            ..Wire::NONE
        }
    }

    /// Returns what changes if something is new in it: what callers send stays as it is.
    pub(super) const fn read(&self) -> Wire {
        Wire {
            requests: false,
            ..self.wire()
        }
    }

    /// Returns whether callers send it.
    pub(super) const fn is_encoded(&self) -> bool {
        self.uses.1.encoded
    }

    pub(super) fn derives(&self, log: &mut Log, before: Derives, after: Derives) {
        for (name, before, after) in [
            ("PartialEq", before.partial_eq, after.partial_eq),
            ("Eq", before.eq, after.eq),
            ("Default", before.default, after.default),
        ] {
            let (rust, what) = match (before, after) {
                (true, false) => (Rust::Breaking, format!("{} lost `{name}`", self.name)),
                (false, true) => (Rust::Addition, format!("{} has `{name}`", self.name)),
                _ => continue,
            };
            log.push(self.at, what, rust, Wire::NONE);
            log.concerns([self.itself()]);
        }
    }
}
