//! How the sandbox decides where Paynet's documents leave it open, or where a test wants a choice.

use std::time::Duration;

use crate::ResultCode;

/// How the sandbox decides. Each field is one choice, and can be changed at any time:
/// [`Sandbox::rules`](super::Sandbox::rules).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Rules {
    /// What a partial refund on the day of the sale does.
    pub same_day: SameDay,
    /// How a reversal of the whole, or a capture, is answered when it was done before.
    pub repeated: Repeated,
    /// When a refund is approved, and whether.
    pub approval: Approval,
    /// How often a decision is posted to the address of the refund: 0 is never, 2 is twice.
    pub notifications: u32,
    /// How long after the decision it is posted. This is real time, and not the sandbox's clock.
    pub notified_after: Duration,
    /// How long after a reversal the look-ups show it, on the sandbox's clock.
    pub visible_after: Duration,
    /// Which number names a capture that is to be cancelled.
    pub capture_named_by: CaptureNumber,
    /// Whether the bank approves captures and their cancellations.
    pub bank_approves: bool,
    /// Whether the caller's IP address is registered.
    pub address_registered: bool,
    /// How long a session key is valid, on the sandbox's clock.
    pub session_lifetime: Duration,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            same_day: SameDay::Refuses,
            repeated: Repeated::AcceptedEarlier,
            approval: Approval::Approved,
            notifications: 1,
            notified_after: Duration::ZERO,
            visible_after: Duration::ZERO,
            capture_named_by: CaptureNumber::Either,
            bank_approves: true,
            address_registered: true,
            session_lifetime: Duration::from_secs(60 * 60),
        }
    }
}

/// What a partial refund on the day of the sale does: both readings of Paynet's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SameDay {
    /// It is refused: "Partial refund is not possible for same-day transactions".
    Refuses,
    /// It cancels the whole sale, and is accepted: "All amount will be cancelled".
    CancelsWhole,
}

/// How the repetition of something done before is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Repeated {
    /// With code 100, "an earlier success".
    AcceptedEarlier,
    /// With code 0, as if it had been done now. Nothing is done again.
    Accepted,
    /// With this code, such as 5 (`duplicatedata`) or 6 (`noprocess`).
    Code(ResultCode),
}

/// When a refund is approved, and whether.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Approval {
    /// It is approved as soon as it is accepted.
    Approved,
    /// It is accepted, and not approved.
    NotApproved,
    /// It waits for [`Sandbox::approve`](super::Sandbox::approve) or
    /// [`Sandbox::disapprove`](super::Sandbox::disapprove).
    Held,
}

/// Which number names a capture that is to be cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CaptureNumber {
    /// That of the capture, or that of the pre-authorization.
    Either,
    /// That of the capture alone.
    Capture,
    /// That of the pre-authorization alone.
    Preauth,
}
