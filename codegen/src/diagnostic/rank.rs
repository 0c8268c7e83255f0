//! Which warnings tell of a loss, and which of manners.

use super::{Diagnostic, Problem};

/// Warnings that are about manners: what was generated is whole. A new warning counts as a loss until it is listed here.
const MANNERS: &[&str] = &[
    "W0134", "W0140", "W0145", "W0149", "W0151", "W0152", "W0153", "W0155", "W0164", "W0167",
    "W0168", "W0169", "W0180", "W0181", "W0182", "W0183", "W0184", "W0185", "W0186", "W0187",
    "W0189", "W0190", "W0192", "W0193", "W0194", "W0195", "W0196", "W0202", "W0210", "W0211",
    "W0221", "W0223", "W0224", "W0225", "W0230", "W0231", "W0232", "W0233", "W0241", "W0242",
    "W0245", "W0263",
];

/// What the standard itself says to ignore.
const IGNORED: &[&str] = &["W0224", "W0230"];

/// Why a warning that tells of a loss is an error where it stands.
const DENIED: &str = "a loss is an error in a document that has extensions of this generator (`x-source`, `x-outcome`, …)";

/// Whether something is missing from what was generated because of a problem with that code.
#[must_use]
pub fn is_loss(code: &str) -> bool {
    code.starts_with('E') || !MANNERS.contains(&code)
}

impl Problem {
    /// Whether something is missing from what was generated because of it.
    #[must_use]
    pub fn is_loss(&self) -> bool {
        is_loss(self.code())
    }

    /// Whether a code says that the standard itself ignores the part, so that nothing is lost by leaving it out.
    #[must_use]
    pub fn is_ignored_by_the_standard(code: &str) -> bool {
        IGNORED.contains(&code)
    }
}

impl Diagnostic {
    /// Why it is worse here than its code says.
    pub(super) fn why_denied(&self) -> Option<&'static str> {
        (self.severity < self.problem.severity()).then_some(DENIED)
    }
}
