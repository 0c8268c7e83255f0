//! How errors are printed: `Display` on one line, and `Debug` without bodies and secrets.

use std::fmt;

use super::Error;
use super::redact::one_line;
use crate::runtime::{DecodeError, Outcome, Repeat};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = &self.0;
        write!(f, "{}: {}.", error.info.id, self.summary())?;
        match (error.kind.reason(), &error.detail) {
            (None, _) => {}
            (Some(reason), None) => write!(f, " {reason}.")?,
            (Some(reason), Some(detail)) => write!(f, " {reason}: {detail}.")?,
        }
        if let Some(status) = self.status() {
            write!(f, " HTTP {status}")?;
            self.fmt_details(f)?;
            f.write_str(".")?;
        }
        match &error.advice {
            Some(advice) => write!(f, " {advice}"),
            None => Ok(()),
        }
    }
}

impl Error {
    /// Prints the result code, its name and the provider's message.
    fn fmt_details(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = &self.0;
        // If the body could not be decoded, its sensitive values are unknown, and the message may
        // repeat them.
        let message = error.message.as_deref();
        let message = message.filter(|_| !self.is_undecodable());
        if let Some(code) = error.code {
            write!(f, ", code {code}")?;
        }
        if let Some(label) = error.label {
            write!(f, " ({label})")?;
        }
        match message {
            None | Some("") => Ok(()),
            Some(message) => write!(f, ", message \"{}\"", one_line(message)),
        }
    }

    /// Returns whether the body could not be decoded.
    fn is_undecodable(&self) -> bool {
        self.0
            .source
            .as_ref()
            .is_some_and(|source| source.is::<DecodeError>())
    }

    /// Says what is known about the request.
    fn summary(&self) -> &'static str {
        summary(self.outcome(), self.0.info.repeat)
    }
}

/// Says what an outcome proves, and whether the request may be sent again.
const fn summary(outcome: Outcome, repeat: Repeat) -> &'static str {
    match (outcome, repeat) {
        (Outcome::NotSent, _) => "not sent, so nothing was done",
        (Outcome::Refused, _) => "refused",
        (Outcome::Accepted, Repeat::Never) => {
            "accepted, but its response could not be decoded: do not send it again"
        }
        (Outcome::Accepted, Repeat::Idempotent) => {
            "accepted, but its response could not be decoded (sent twice it has the same effect as once, so it may be sent again)"
        }
        (Outcome::Accepted, Repeat::Safe) => {
            "accepted, but its response could not be decoded (the operation changes nothing, so it may be sent again)"
        }
        (Outcome::Unknown, Repeat::Never) => {
            "unknown whether it was carried out: do not send it again before asking"
        }
        (Outcome::Unknown, Repeat::Idempotent) => {
            "unknown whether it was carried out (sent twice it has the same effect as once, so it may be sent again)"
        }
        (Outcome::Unknown, Repeat::Safe) => {
            "no usable response, and nothing was carried out (the operation changes nothing, so it may be sent again)"
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = &self.0;
        f.debug_struct("Error")
            .field("operation", &error.info.id)
            .field("outcome", &error.outcome)
            .field("kind", &error.kind)
            .field("detail", &error.detail)
            .field("code", &error.code)
            .field("body", &error.body)
            .field("decode_issues", &error.issues)
            .field("raw", &error.raw)
            .field("elapsed", &error.elapsed)
            .field("source", &error.source)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::summary;
    use crate::runtime::{Outcome, Repeat};

    #[test]
    fn only_what_may_be_carried_out_twice_must_not_be_sent_again() {
        for outcome in [Outcome::Accepted, Outcome::Unknown] {
            for repeat in [Repeat::Never, Repeat::Idempotent, Repeat::Safe] {
                let text = summary(outcome, repeat);
                let is_forbidden = text.contains("do not send it again");
                assert_eq!(is_forbidden, repeat == Repeat::Never, "{text}");
                let is_allowed = text.contains("may be sent again");
                assert_eq!(is_allowed, repeat != Repeat::Never, "{text}");
            }
        }
    }
}
