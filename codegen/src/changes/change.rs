//! What a change is, and its two classes.

use crate::ir::Doc;
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

/// What a change changes on the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wire {
    /// The bytes of a request differ, or whether it is sent again.
    pub requests: bool,
    /// Responses are read differently.
    pub responses: bool,
    /// What a response proves differs.
    pub outcomes: bool,
}

impl Wire {
    /// Nothing.
    pub const NONE: Self = Self {
        requests: false,
        responses: false,
        outcomes: false,
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

    /// Returns whether nothing changes.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
}

/// The part of a version that all changes together raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Release {
    /// The third number: documentation, and corrections.
    Patch,
    /// The second number: there is more than before, or it behaves differently.
    Minor,
    /// The first number: callers may not compile.
    Major,
}

impl Release {
    /// Returns what the changes ask for; `None` if there are none.
    #[must_use]
    pub fn of(changes: &[Change]) -> Option<Self> {
        let each = changes.iter().map(|change| match change.rust {
            Rust::Breaking => Self::Major,
            Rust::Addition => Self::Minor,
            Rust::Patch if !change.wire.is_none() => Self::Minor,
            Rust::Patch => Self::Patch,
        });
        each.max()
    }

    /// Returns the version after this one; `None` if it is not three numbers.
    // Semantic Versioning 2.0.0, 4, and Cargo: below 1.0.0 the second number counts as the first.
    #[must_use]
    pub fn after(self, version: &str) -> Option<String> {
        let numbers: Option<Vec<u64>> = version.split('.').map(|it| it.parse().ok()).collect();
        let [major, minor, patch] = *numbers?.as_slice() else {
            return None;
        };
        let next = match (self, major) {
            (Self::Major, 0) => (0, minor + 1, 0),
            (Self::Minor | Self::Patch, 0) | (Self::Patch, _) => (major, minor, patch + 1),
            (Self::Minor, _) => (major, minor + 1, 0),
            (Self::Major, _) => (major + 1, 0, 0),
        };
        Some(format!("{}.{}.{}", next.0, next.1, next.2))
    }
}

/// The changes that were found.
#[derive(Default)]
pub(super) struct Log {
    pub(super) changes: Vec<Change>,
}

/// Where something is, before and after.
pub(super) type Places<'a> = (Option<&'a Location>, Option<&'a Location>);

impl Log {
    pub(super) fn push(&mut self, at: Places<'_>, what: String, rust: Rust, wire: Wire) {
        self.changes.push(Change {
            what,
            before: at.0.cloned(),
            after: at.1.cloned(),
            rust,
            wire,
        });
    }

    /// Something is gone: whoever used it does not compile.
    pub(super) fn removed(&mut self, at: &Location, what: String) {
        self.push((Some(at), None), what, Rust::Breaking, Wire::NONE);
    }

    /// Something is new, and nobody has to care.
    pub(super) fn added(&mut self, at: &Location, what: String) {
        self.push((None, Some(at)), what, Rust::Addition, Wire::NONE);
    }

    /// Compares documentation.
    pub(super) fn docs(&mut self, name: &str, before: (&Location, &Doc), after: (&Location, &Doc)) {
        let (old, new) = (before.1, after.1);
        let at = (Some(before.0), Some(after.0));
        let text = |doc: &Doc| (doc.summary.clone(), doc.description.clone());
        let mut parts = Vec::new();
        if text(old) != text(new) {
            parts.push("text");
        }
        if old.sources != new.sources {
            parts.push("sources");
        }
        if old.notes != new.notes {
            parts.push("notes");
        }
        if !parts.is_empty() {
            let what = format!("{name}: other {}", parts.join(" and "));
            self.push(at, what, Rust::Patch, Wire::NONE);
        }
        match (old.deprecated, new.deprecated) {
            (false, true) => {
                self.push(
                    at,
                    format!("{name} is deprecated"),
                    Rust::Addition,
                    Wire::NONE,
                );
            }
            (true, false) => {
                let what = format!("{name} is no longer deprecated");
                self.push(at, what, Rust::Patch, Wire::NONE);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Release;

    #[test]
    fn below_one_the_second_number_counts_as_the_first() {
        for (release, version, next) in [
            (Release::Major, "0.1.4", Some("0.2.0")),
            (Release::Minor, "0.1.4", Some("0.1.5")),
            (Release::Patch, "0.1.4", Some("0.1.5")),
            (Release::Major, "1.2.3", Some("2.0.0")),
            (Release::Minor, "1.2.3", Some("1.3.0")),
            (Release::Patch, "1.2.3", Some("1.2.4")),
            (Release::Patch, "1.2", None),
            (Release::Patch, "1.2.3-rc.1", None),
        ] {
            assert_eq!(release.after(version).as_deref(), next, "{version}");
        }
    }
}
