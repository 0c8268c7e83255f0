//! Why a request is refused, and what the response says then.

use crate::ResultCode;
use crate::sandbox::assumptions::Assumption;

/// What became of a request: done now or earlier, or why it was refused.
pub(crate) type Verdict<T = Done> = Result<T, Refusal>;

/// A request that was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Now,
    Earlier,
}

/// A refusal: the result code, and the assumption by which it is that one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: ResultCode,
    pub(crate) because: Assumption,
}

impl Refusal {
    pub(crate) const fn new(code: ResultCode, because: Assumption) -> Self {
        Self { code, because }
    }

    /// Returns the text of the response.
    pub(crate) fn message(self) -> String {
        let name = self.code.name().unwrap_or("refused");
        format!("{name} (assumption of the sandbox: {:?})", self.because)
    }
}

/// Returns the result code and the message of a response.
pub(crate) fn tail(verdict: &Verdict) -> (Option<ResultCode>, Option<String>) {
    let (code, message) = match verdict {
        Ok(Done::Now) => (ResultCode::SUCCESSFUL, SUCCESS.to_owned()),
        Ok(Done::Earlier) => (ResultCode::OLD_SUCCESSFUL, EARLIER_SUCCESS.to_owned()),
        Err(refusal) => (refusal.code, refusal.message()),
    };
    (Some(code), Some(message))
}

/// The documented message of a success.
// Source: refund.md, example "Response".
pub(crate) const SUCCESS: &str = "Başarılı İşlem";

/// The documented message of code 100.
// Source: doc.paynet.com.tr/english/api-integration/payment-1 (of charges).
const EARLIER_SUCCESS: &str = "Önceki Başarılı İşlem";

/// A response with a status other than 200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) status: u16,
    /// The kind of error, where the response has one.
    pub(crate) kind: &'static str,
    pub(crate) code: ResultCode,
    pub(crate) message: String,
}

impl Failure {
    /// A request that is not what the specs say.
    pub(crate) fn malformed(because: Assumption) -> Self {
        Self::new(
            400,
            "invalid_request_error",
            ResultCode::BAD_REQUEST,
            because,
        )
    }

    pub(crate) fn new(
        status: u16,
        kind: &'static str,
        code: ResultCode,
        because: Assumption,
    ) -> Self {
        let refusal = Refusal::new(code, because);
        Self {
            status,
            kind,
            code,
            message: refusal.message(),
        }
    }
}

impl From<Refusal> for Failure {
    /// Refuses as the PayPOS services do.
    // Assumption::PayposRefusal
    fn from(refusal: Refusal) -> Self {
        Self::new(400, "invalid_request_error", refusal.code, refusal.because)
    }
}
