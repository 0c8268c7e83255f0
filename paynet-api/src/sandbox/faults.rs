//! What goes wrong on demand: for the next request, or for the next ones of one service.

use std::time::Duration;

use crate::ResultCode;
use crate::sandbox::operation::Operation;

/// Something that goes wrong with the next request.
///
/// At first a fault is for one request of any service, and the request is carried out in spite of
/// it: that is what makes an outcome unknown. Faults are applied in the order in which they were
/// injected, one per request.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
/// use paynet_api::sandbox::{Fault, Operation};
///
/// // The next two refunds are carried out, and the connection breaks before the response.
/// let lost = Fault::cut().only(Operation::Refund).times(2);
/// // The next request is answered by a proxy that did not reach Paynet.
/// let proxy = Fault::html(502).unprocessed();
/// // The next request is carried out three seconds later.
/// let slow = Fault::delay_before(Duration::from_secs(3));
/// ```
#[derive(Clone, Debug)]
#[must_use = "`Sandbox::inject` applies it"]
pub struct Fault {
    only: Option<Operation>,
    /// `None`: for all.
    times: Option<u32>,
    plan: Plan,
}

/// What is done with a request.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) before: Duration,
    pub(crate) processes: bool,
    pub(crate) after: Duration,
    pub(crate) damage: Damage,
}

/// What is done to the response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    None,
    Cut,
    CutAt(usize),
    Garbage,
    Huge(usize),
    Html(u16),
    Status(u16),
    WrongType(String),
    Code(ResultCode),
    Contradiction,
}

impl Plan {
    /// What is done without a fault.
    pub(crate) const NORMAL: Self = Self {
        before: Duration::ZERO,
        processes: true,
        after: Duration::ZERO,
        damage: Damage::None,
    };
}

impl Fault {
    /// Waits, and then carries the request out. It is carried out even if the caller has given up
    /// meanwhile.
    pub const fn delay_before(duration: Duration) -> Self {
        Self::new(Damage::None).before(duration)
    }

    /// Carries the request out, and waits before the response.
    pub const fn delay_after(duration: Duration) -> Self {
        Self::new(Damage::None).after(duration)
    }

    /// Closes the connection without a response.
    pub const fn cut() -> Self {
        Self::new(Damage::Cut)
    }

    /// Closes the connection after so many bytes of the response, which begins with its status line.
    pub const fn cut_at(byte: usize) -> Self {
        Self::new(Damage::CutAt(byte))
    }

    /// Responds with status 200 and a body that is not JSON.
    pub const fn garbage() -> Self {
        Self::new(Damage::Garbage)
    }

    /// Responds with status 200 and a success in a body of so many bytes.
    pub const fn huge(bytes: usize) -> Self {
        Self::new(Damage::Huge(bytes))
    }

    /// Responds with this status and an HTML page, as proxies do.
    pub const fn html(status: u16) -> Self {
        Self::new(Damage::Html(status))
    }

    /// Responds with this status and an error object with result code 8, `servererror`.
    pub const fn status(status: u16) -> Self {
        Self::new(Damage::Status(status))
    }

    /// Gives a member of the response a type that it must not have: an array.
    pub fn wrong_type(member: impl Into<String>) -> Self {
        Self::new(Damage::WrongType(member.into()))
    }

    /// Replaces the result code of the response.
    pub const fn code(code: ResultCode) -> Self {
        Self::new(Damage::Code(code))
    }

    /// Refuses the request with status 200 and this code. Nothing is carried out.
    pub const fn refusal(code: ResultCode) -> Self {
        Self::code(code).unprocessed()
    }

    /// Lets the response contradict itself. Captures and their cancellations are answered as in
    /// Paynet's example: `is_succeed` is true, the code is 1, and the bank has error 6000. The
    /// others have code 0, `is_succeed` false, and the `type` of an error object.
    pub const fn contradiction() -> Self {
        Self::new(Damage::Contradiction)
    }

    const fn new(damage: Damage) -> Self {
        Self {
            only: None,
            times: Some(1),
            plan: Plan {
                damage,
                ..Plan::NORMAL
            },
        }
    }

    /// Does not carry the request out. A fault that leaves the response as it is closes the
    /// connection then.
    pub const fn unprocessed(mut self) -> Self {
        self.plan.processes = false;
        self
    }

    /// Waits so long before the request is carried out.
    pub const fn before(mut self, duration: Duration) -> Self {
        self.plan.before = duration;
        self
    }

    /// Waits so long before the response.
    pub const fn after(mut self, duration: Duration) -> Self {
        self.plan.after = duration;
        self
    }

    /// Applies to the requests of one service.
    pub const fn only(mut self, operation: Operation) -> Self {
        self.only = Some(operation);
        self
    }

    /// Applies to so many requests.
    pub const fn times(mut self, count: u32) -> Self {
        self.times = Some(count);
        self
    }

    /// Applies to all requests.
    pub const fn always(mut self) -> Self {
        self.times = None;
        self
    }
}

/// The faults that are still to be applied.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn inject(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes the first fault for a request.
    pub(crate) fn take(&mut self, operation: Option<Operation>) -> Option<Plan> {
        self.0.retain(|it| it.times != Some(0));
        let applies = |it: &&mut Fault| it.only.is_none() || it.only == operation;
        let fault = self.0.iter_mut().find(applies)?;
        if let Some(times) = &mut fault.times {
            *times -= 1;
        }
        Some(fault.plan.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::{Damage, Fault, Faults, Operation};

    #[test]
    fn faults_are_applied_in_order_and_as_often_as_said() {
        let mut faults = Faults::default();
        faults.inject(Fault::garbage().only(Operation::Check));
        faults.inject(Fault::cut().times(2));
        faults.inject(Fault::status(500).times(0));
        faults.inject(Fault::html(502).always());
        let mut next = |operation| faults.take(operation).map(|it| it.damage);
        assert_eq!(next(Some(Operation::Refund)), Some(Damage::Cut));
        assert_eq!(next(Some(Operation::Check)), Some(Damage::Garbage));
        assert_eq!(next(Some(Operation::Check)), Some(Damage::Cut));
        for operation in [None, Some(Operation::Check), Some(Operation::Refund)] {
            assert_eq!(next(operation), Some(Damage::Html(502)));
        }
    }
}
