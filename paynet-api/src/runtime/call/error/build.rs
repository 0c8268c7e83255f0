//! How errors are built: before sending, while sending, or from a classified response.

use bytes::Bytes;

use super::super::begun::Begun;
use super::redact::{Redaction, one_line};
use super::{Error, ErrorKind, Inner};
use crate::runtime::http::exchange::Failure;
use crate::runtime::outcome::classify::{Details, Failed};
use crate::runtime::outcome::response_body::Text;
use crate::runtime::{Core, DecodeIssue, Outcome, Raw, Secret};

/// A started attempt: what is known about it from the start.
pub(crate) struct Started<'c> {
    pub(crate) begun: Begun,
    /// Its credentials are not to be printed.
    pub(crate) core: &'c Core,
    /// Nor are these: secrets and personal data of the request, and of the response once there is
    /// one.
    pub(crate) sensitive: Vec<Secret>,
    /// What was sent.
    pub(crate) url: Box<str>,
    pub(crate) body: Bytes,
}

impl Started<'_> {
    /// Returns what its error must not print.
    fn redaction(self) -> Redaction {
        let mut sensitive = self.sensitive;
        for credential in &self.core.inner().credentials {
            sensitive.extend_from_slice(&credential.secrets);
        }
        Redaction {
            sensitive,
            sent: [self.body, Bytes::from(self.url.into_string())],
        }
    }
}

impl Error {
    /// Creates the error of a request that cannot be sent.
    pub(crate) fn invalid(begun: Begun, problem: String) -> Self {
        let mut inner = Inner::new(begun, Outcome::NotSent, ErrorKind::InvalidRequest);
        inner.detail = Some(problem);
        Self(Box::new(inner))
    }

    /// Creates the error of a call without a whole response.
    pub(crate) fn failed(started: Started<'_>, failure: Failure) -> Self {
        let mut inner = Inner::new(started.begun, failure.outcome, failure.kind);
        inner.raw = failure.raw;
        inner.detail = failure.source.as_ref().map(|source| {
            let cause = one_line(&cause(source));
            started.redaction().apply(&cause)
        });
        inner.source = failure.source.map(Into::into);
        Self(Box::new(inner))
    }

    /// Returns the error of an attempt as that of the call: what an earlier attempt may have written is
    /// not "not sent", whatever this one proves.
    pub(crate) fn after_earlier(mut self, begun: &mut Begun) -> Self {
        if self.0.outcome == Outcome::NotSent && begun.was_sent {
            self.0.outcome = Outcome::Unknown;
        }
        begun.was_sent |= self.0.outcome != Outcome::NotSent;
        self
    }

    /// Creates the error of a call with a response that is not a decoded success. The secrets of
    /// `started` include those of the response.
    pub(crate) fn classified(
        started: Started<'_>,
        details: Details,
        error: Failed,
        issues: Vec<DecodeIssue>,
        raw: Raw,
    ) -> Self {
        let mut inner = Inner::new(started.begun, error.outcome, error.kind);
        let is_undecodable = error.decode_error.is_some();
        inner.acceptance = error.acceptance;
        inner.detail = match (&error.decode_error, error.kind) {
            (Some(error), _) => Some(error.to_string()),
            // A member that decides may be among them.
            (None, ErrorKind::Undecided) => first_issues(&issues),
            (None, _) => None,
        };
        inner.source = error.decode_error.map(Into::into);
        inner.body = error.body;
        inner.code = details.code;
        inner.label = details.label;
        inner.message = details.message.map(|message| {
            let mut redaction = started.redaction();
            let body = Text::of(&raw);
            match is_undecodable {
                true => redaction.suspect(body.as_str(), &message),
                false => redaction.suspect_skipped(&issues, body.as_str(), &message),
            }
            redaction.apply(&message)
        });
        inner.advice = details.advice.map(Into::into);
        inner.issues = issues;
        inner.raw = Some(raw);
        Self(Box::new(inner))
    }
}

/// Describes the first members that could not be decoded.
fn first_issues(issues: &[DecodeIssue]) -> Option<String> {
    let first: Vec<String> = issues.iter().take(3).map(ToString::to_string).collect();
    (!first.is_empty()).then(|| first.join("; "))
}

/// Returns the innermost cause of an error: the outer ones say no more than the error's kind.
fn cause(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.last().map_or(String::new(), ToString::to_string)
}

impl Inner {
    /// Creates an error without details.
    fn new(begun: Begun, outcome: Outcome, kind: ErrorKind) -> Self {
        Self {
            begun,
            outcome,
            acceptance: None,
            kind,
            elapsed: begun.elapsed(),
            detail: None,
            code: None,
            label: None,
            message: None,
            advice: None,
            body: None,
            issues: Vec::new(),
            raw: None,
            source: None,
        }
    }
}
