//! The version that follows from all changes together.

use super::{Change, Rust};

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
