//! Spans and events.

use std::future::Future;
use std::time::Duration;

use tracing::field::{Empty, display};
use tracing::instrument::Instrumented;
use tracing::{Instrument as _, Span, error, info, info_span, warn};

use crate::runtime::call::begun::Begun;
use crate::runtime::http::exchange::Prepared;
use crate::runtime::http::gate::Gate;
use crate::runtime::{Acceptance, Accepted, DecodeIssue, Error, Outcome, Repeat};

/// The span of an attempt.
pub(in super::super) struct Trace<'g> {
    span: Span,
    gate: &'g Gate,
    has_ended: bool,
}

impl<'g> Trace<'g> {
    /// Begins an attempt.
    // OpenTelemetry, Semantic Conventions for HTTP Spans 1.30, HTTP client: names of attributes. A
    // span of `tracing` has a constant name; bridges take the span's name from `otel.name`.
    pub(in super::super) fn begin(begun: Begun, prepared: &Prepared, gate: &'g Gate) -> Self {
        let (info, url) = (begun.info, &prepared.url);
        let method = prepared.method.as_str();
        let span = info_span!(
            target: "paynet_api",
            "call",
            otel.name = format_args!("{method} {}", info.path),
            otel.kind = "client",
            http.request.method = method,
            url.template = info.path,
            server.address = url.host_str(),
            server.port = url.port_or_known_default(),
            http.request.resend_count = resend_count(begun),
            http.response.status_code = Empty,
            error.r#type = Empty,
            api.operation = info.id,
            api.subject = prepared.subject.as_deref(),
            api.outcome = Empty,
            api.code = Empty,
        );
        Self {
            span,
            gate,
            has_ended: false,
        }
    }

    /// Runs a future inside the span.
    pub(in super::super) fn instrument<F: Future>(&self, future: F) -> Instrumented<F> {
        future.instrument(self.span.clone())
    }

    /// Ends the attempt with its result.
    pub(in super::super) fn end<R>(mut self, result: &Result<Accepted<R>, Error>) {
        self.has_ended = true;
        match result {
            Ok(it) => self.accepted(it.acceptance, it.raw.status(), it.elapsed, &it.issues),
            Err(error) => self.failed(error),
        }
    }

    fn accepted(
        &self,
        acceptance: Acceptance,
        status: u16,
        elapsed: Duration,
        issues: &[DecodeIssue],
    ) {
        let outcome = match acceptance {
            Acceptance::New => "accepted",
            Acceptance::Earlier => "accepted earlier",
        };
        self.span.record("api.outcome", outcome);
        self.span.record("http.response.status_code", status);
        let _entered = self.span.enter();
        let elapsed_ms = elapsed.as_millis();
        info!(target: "paynet_api", outcome, status, elapsed_ms, "accepted");
        report(issues);
    }

    fn failed(&self, error: &Error) {
        let outcome = error.outcome();
        self.span.record("api.outcome", display(outcome));
        self.span
            .record("error.type", format!("{:?}", error.kind()));
        self.span
            .record("http.response.status_code", error.status());
        self.span.record("api.code", error.code());
        let _entered = self.span.enter();
        let (status, code) = (error.status(), error.code());
        let (kind, elapsed_ms) = (error.kind(), error.elapsed().as_millis());
        // Somebody has to find out what happened.
        if outcome == Outcome::Unknown && is_once(error.repeat()) {
            error!(target: "paynet_api", %outcome, ?kind, status, code, elapsed_ms, "failed");
        } else {
            warn!(target: "paynet_api", %outcome, ?kind, status, code, elapsed_ms, "failed");
        }
        report(error.decode_issues());
    }
}

fn resend_count(begun: Begun) -> Option<u32> {
    let count = begun.attempts - 1;
    (count > 0).then_some(count)
}

const fn is_once(repeat: Repeat) -> bool {
    matches!(repeat, Repeat::Never | Repeat::ResolveWith(_))
}

/// Reports what could not be decoded, in one event.
fn report(issues: &[DecodeIssue]) {
    if let [first, ..] = issues {
        let count = issues.len();
        warn!(target: "paynet_api", count, %first, "members of the response could not be decoded");
    }
}

/// A call that is dropped has no result: the span says what is known.
impl Drop for Trace<'_> {
    fn drop(&mut self) {
        if self.has_ended {
            return;
        }
        let outcome = match self.gate.seal() {
            true => Outcome::NotSent,
            false => Outcome::Unknown,
        };
        self.span.record("api.outcome", display(outcome));
        self.span.record("error.type", "dropped");
        let _entered = self.span.enter();
        warn!(target: "paynet_api", %outcome, "dropped before it had a result");
    }
}

/// Reports that a call is about to be sent again.
pub(in super::super) fn resent(error: &Error, pause: Duration) {
    let (operation, attempts) = (error.operation(), error.attempts());
    let pause_ms = pause.as_millis();
    info!(target: "paynet_api", operation, attempts, pause_ms, "sent again after a pause");
}
