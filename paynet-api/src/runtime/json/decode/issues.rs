//! What could not be decoded in a response or a notification, and was skipped.
//!
//! A response is decoded member by member. A member that cannot be decoded is skipped; nothing else
//! is affected, neither the other members nor what the response proves.

use std::fmt;
use std::sync::Mutex;

use zeroize::Zeroizing;

use crate::runtime::DecodeError;

/// A member or an element of a response, or of a notification, that could not be decoded. It is
/// absent from the decoded value: `None`, or skipped in its list or map.
///
/// `Display` and `Debug` name the place, what was expected and what kind of value was found; they
/// never print the value.
///
/// # Examples
///
/// ```
/// use paynet_api::{Accepted, DecodeIssue};
///
/// fn report<R>(accepted: &Accepted<R>) {
///     for issue in accepted.decode_issues() {
///         // "`amount`: expected a number, found a string"
///         eprintln!("{issue}");
///     }
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeIssue {
    error: DecodeError,
    json: Option<Zeroizing<String>>,
}

impl DecodeIssue {
    /// Creates an issue of the whole response.
    pub(crate) const fn of_the_whole(error: DecodeError) -> Self {
        Self { error, json: None }
    }

    /// Returns the place, such as `data[3].amount`.
    #[must_use]
    pub fn path(&self) -> String {
        self.error.path()
    }

    /// Returns why it could not be decoded.
    #[must_use]
    pub const fn error(&self) -> &DecodeError {
        &self.error
    }

    /// Returns the value as JSON text. Returns `None` for a repeated member, which has several, and
    /// for an issue of the whole response.
    ///
    /// The text may contain personal data or secrets.
    #[must_use]
    pub fn json(&self) -> Option<&str> {
        self.json.as_ref().map(|json| json.as_str())
    }
}

impl fmt::Display for DecodeIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl fmt::Debug for DecodeIssue {
    /// Omits the value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeIssue")
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

/// The issues found while one response is decoded.
#[derive(Default)]
pub(crate) struct Issues {
    found: Mutex<Vec<DecodeIssue>>,
    /// Whether members without a field are the issues. What cannot be decoded is an error then, as
    /// where no issues are reported.
    of_unknown_members: bool,
}

/// How many issues are kept: a list of wrong elements must not multiply the memory of a response.
const KEPT: usize = 100;

impl Issues {
    /// Creates a place where members without a field are reported, and nothing is skipped.
    #[cfg(feature = "sandbox")]
    pub(crate) fn of_unknown_members() -> Self {
        Self {
            of_unknown_members: true,
            ..Self::default()
        }
    }

    /// Creates another place for unknown members, if this one is for them.
    pub(crate) fn fresh_of_unknown_members(&self) -> Option<Self> {
        self.of_unknown_members.then(|| Self {
            of_unknown_members: true,
            ..Self::default()
        })
    }

    /// Returns whether members without a field are the issues.
    pub(crate) const fn are_unknown_members(&self) -> bool {
        self.of_unknown_members
    }

    /// Adds an issue.
    pub(crate) fn report(&self, error: DecodeError, json: Option<&str>) {
        let json = json.map(|json| Zeroizing::new(json.to_owned()));
        self.append(vec![DecodeIssue { error, json }]);
    }

    /// Adds issues, as far as there is room.
    pub(crate) fn append(&self, more: Vec<DecodeIssue>) {
        if let Ok(mut issues) = self.found.lock() {
            let room = KEPT.saturating_sub(issues.len());
            issues.extend(more.into_iter().take(room));
        }
    }

    /// Returns the issues, and leaves none.
    pub(crate) fn take(&self) -> Vec<DecodeIssue> {
        self.found
            .lock()
            .map(|mut issues| std::mem::take(&mut *issues))
            .unwrap_or_default()
    }

    /// Returns how many there are.
    pub(crate) fn len(&self) -> usize {
        self.found.lock().map_or(0, |issues| issues.len())
    }

    /// Adds the place of a part to the issues found in it, which are those after the first `known`.
    /// If the part itself was not decoded, they say nothing more and are dropped.
    pub(crate) fn conclude(
        &self,
        known: usize,
        decoded: bool,
        place: &dyn Fn(DecodeError) -> DecodeError,
    ) {
        let Ok(mut issues) = self.found.lock() else {
            return;
        };
        if !decoded {
            issues.truncate(known);
        }
        for issue in issues.iter_mut().skip(known) {
            issue.error = place(issue.error.clone());
        }
    }
}
