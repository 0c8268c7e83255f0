//! How errors are printed: `Display` on one line, and `Debug` without bodies and secrets.

use std::fmt;

use super::Error;
use super::redact::one_line;
use crate::runtime::{DecodeError, Outcome, Repeat};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = &self.0;
        write!(f, "{}: {}.", error.begun.info.id, self.summary())?;
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
    fn summary(&self) -> String {
        summary(self.outcome(), self.0.begun.info.repeat)
    }
}

/// Says what an outcome proves, and whether the request may be sent again.
fn summary(outcome: Outcome, repeat: Repeat) -> String {
    let known = match (outcome, repeat) {
        (Outcome::NotSent, _) => return "not sent, so nothing was done".to_owned(),
        (Outcome::Refused, _) => return "refused".to_owned(),
        (Outcome::Accepted, _) => "accepted, but its response could not be decoded",
        (Outcome::Unknown, Repeat::Safe) => "no usable response, and nothing was carried out",
        (Outcome::Unknown, _) => "unknown whether it was carried out",
    };
    match (outcome, repeat) {
        (_, Repeat::Safe) => {
            format!("{known} (the operation changes nothing, so it may be sent again)")
        }
        (_, Repeat::Idempotent) => {
            format!("{known} (sent twice it has the same effect as once, so it may be sent again)")
        }
        (_, Repeat::IdempotentBy(names)) => format!(
            "{known} (with the same {} it may be sent again: twice has the same effect as once)",
            list(names, "and")
        ),
        (Outcome::Unknown, Repeat::ResolveWith(operations)) => format!(
            "{known}: do not send it again before looking with {}",
            list(operations, "or")
        ),
        (Outcome::Unknown, Repeat::Never) => {
            format!("{known}: do not send it again before asking")
        }
        (_, Repeat::Never | Repeat::ResolveWith(_)) => format!("{known}: do not send it again"),
    }
}

/// Lists names: `` `a`, `b` or `c` ``.
fn list(names: &[&str], before_the_last: &str) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {before_the_last} {last}", rest.join(", "))
        }
        _ => names.concat(),
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = &self.0;
        f.debug_struct("Error")
            .field("operation", &error.begun.info.id)
            .field("outcome", &error.outcome)
            .field("kind", &error.kind)
            .field("detail", &error.detail)
            .field("code", &error.code)
            .field("body", &error.body)
            .field("decode_issues", &error.issues)
            .field("raw", &error.raw)
            .field("attempts", &error.begun.attempts)
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
    use super::{list, summary};
    use crate::runtime::{Outcome, Repeat};

    #[test]
    fn only_what_may_be_carried_out_twice_must_not_be_sent_again() {
        let once = [Repeat::Never, Repeat::ResolveWith(&["detail"])];
        let more = [
            Repeat::IdempotentBy(&["key"]),
            Repeat::Idempotent,
            Repeat::Safe,
        ];
        for outcome in [Outcome::Accepted, Outcome::Unknown] {
            for repeat in once.into_iter().chain(more) {
                let text = summary(outcome, repeat);
                let is_forbidden = text.contains("do not send it again");
                assert_eq!(is_forbidden, once.contains(&repeat), "{text}");
                let is_allowed = text.contains("may be sent again");
                assert_eq!(is_allowed, more.contains(&repeat), "{text}");
            }
        }
    }

    #[test]
    fn names_are_listed() {
        assert_eq!(list(&["a"], "or"), "`a`");
        assert_eq!(list(&["a", "b", "c"], "or"), "`a`, `b` or `c`");
        let text = summary(Outcome::Unknown, Repeat::ResolveWith(&["detail", "list"]));
        assert!(
            text.ends_with("before looking with `detail` or `list`"),
            "{text}"
        );
    }
}
