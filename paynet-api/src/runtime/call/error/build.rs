//! How an error comes about: before sending, while sending, or from what a response proves.

use std::time::{Duration, Instant, SystemTime};

use super::redact::{one_line, redacted};
use super::{Error, ErrorKind, Inner};
use crate::runtime::http::exchange::Failure;
use crate::runtime::outcome::classify::{Denial, Says};
use crate::runtime::{Info, Outcome, Raw, Secret};

/// What is known of a call from its start.
pub(crate) struct Facts {
    pub(crate) info: &'static Info,
    pub(crate) started_at: SystemTime,
    pub(crate) secrets: Vec<Secret>,
    started: Instant,
}

impl Facts {
    pub(crate) fn start(info: &'static Info) -> Self {
        Self {
            info,
            started_at: SystemTime::now(),
            secrets: Vec::new(),
            started: Instant::now(),
        }
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

impl Error {
    /// The request cannot be sent as it is.
    pub(crate) fn invalid(facts: Facts, problem: String) -> Self {
        let mut inner = Inner::new(&facts, Outcome::NotSent, ErrorKind::InvalidRequest);
        inner.detail = Some(problem);
        Self(Box::new(inner))
    }

    /// No whole response came.
    pub(crate) fn failed(facts: Facts, failure: Failure) -> Self {
        let mut inner = Inner::new(&facts, failure.outcome, failure.kind);
        inner.raw = failure.raw;
        inner.detail = failure.source.as_ref().map(|source| {
            let cause = one_line(&cause(source));
            redacted(&cause, &facts.secrets)
        });
        inner.source = failure.source.map(Into::into);
        Self(Box::new(inner))
    }

    /// A response came, and it proves no success.
    pub(crate) fn judged(facts: Facts, says: Says, denial: Denial, raw: Raw) -> Self {
        let mut inner = Inner::new(&facts, denial.outcome, denial.kind);
        inner.detail = denial.decode_error.as_ref().map(ToString::to_string);
        inner.source = denial.decode_error.map(Into::into);
        inner.body = denial.body;
        inner.code = says.code;
        inner.label = says.label;
        let mut secrets = facts.secrets;
        secrets.extend(raw.sensitive().noted());
        inner.message = says.message.map(|message| redacted(&message, &secrets));
        inner.advice = says.advice.map(Into::into);
        inner.raw = Some(raw);
        Self(Box::new(inner))
    }
}

/// The innermost of an error's causes: what stands around it says no more than its kind does.
fn cause(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.last().map_or(String::new(), ToString::to_string)
}

impl Inner {
    fn new(facts: &Facts, outcome: Outcome, kind: ErrorKind) -> Self {
        Self {
            info: facts.info,
            outcome,
            kind,
            started_at: facts.started_at,
            elapsed: facts.elapsed(),
            detail: None,
            code: None,
            label: None,
            message: None,
            advice: None,
            body: None,
            raw: None,
            source: None,
        }
    }
}
