//! From an operation to its result: one attempt, or several where sending again changes nothing.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use super::begun::Begun;
use super::error::build::Started;
use super::limits::Limits;
use super::prepare::prepare;
use super::progress::Watch;
use super::resend::Resends;
use super::trace::{Trace, resent};
use crate::runtime::http::exchange::{Failure, Prepared, exchange};
use crate::runtime::http::gate::Gate;
use crate::runtime::outcome::classify::{Rules, classify};
use crate::runtime::{Accepted, Core, Error, Info, Operation, Raw, Request};

/// A call under way. It sends the request when it is polled.
pub(super) type CallFuture<R> = Pin<Box<dyn Future<Output = Result<Accepted<R>, Error>> + Send>>;

/// Sends the request, again if that is allowed and can help, and classifies the response.
pub(super) fn run<O: Operation>(
    core: Core,
    operation: O,
    limits: Limits,
    watch: Watch,
) -> CallFuture<O::Response> {
    Box::pin(async move {
        let mut attempts = Attempts::of(const { &O::INFO }, &core, limits);
        let result = loop {
            let gate = attempts.gate(&watch);
            let mut attempt = match attempts.start(written(&operation), &gate) {
                Ok(attempt) => attempt,
                Err(error) => break Err(attempts.last(error)),
            };
            let received = (&mut attempt.exchange).await;
            let pause = match attempt.conclude::<O>(received) {
                Ok(accepted) => {
                    attempts.earn();
                    break Ok(accepted);
                }
                Err(error) => match attempts.next(error) {
                    Ok(pause) => pause,
                    Err(error) => break Err(error),
                },
            };
            sleep(pause).await;
        };
        watch.gate().finish();
        result
    })
}

/// The attempts of a call.
struct Attempts<'c> {
    core: &'c Core,
    limits: Limits,
    resends: Resends<'c>,
    is_sent_once: bool,
    begun: Begun,
}

impl<'c> Attempts<'c> {
    /// Begins a call.
    fn of(info: &'static Info, core: &'c Core, limits: Limits) -> Self {
        let inner = core.inner();
        let resends = Resends::of(info, inner.read_resends, &inner.resend_budget);
        Self {
            core,
            limits,
            is_sent_once: resends.is_none(),
            resends,
            begun: Begun::now(info),
        }
    }

    /// Returns the gate of the next attempt. Where there may be others, the observer sees from the
    /// start that the request may have been written: a later attempt may write what an earlier did
    /// not.
    fn gate(&self, watch: &Watch) -> Arc<Gate> {
        if self.is_sent_once {
            return Arc::clone(watch.gate());
        }
        watch.gate().write();
        Arc::default()
    }

    /// Prepares an attempt. Nothing is sent before its exchange is polled.
    fn start<'a>(&self, request: Request, gate: &'a Arc<Gate>) -> Result<Attempt<'a>, Error>
    where
        'c: 'a,
    {
        let (started, prepared) = start(self.core, request, self.begun)?;
        let trace = Trace::begin(self.begun, &prepared, gate);
        let (http, limits) = (&self.core.inner().http, self.limits);
        let deadlines = limits.deadlines(self.begun);
        let exchange = exchange(http, prepared, gate, deadlines, limits.max_response);
        let exchange = Box::pin(trace.instrument(exchange));
        Ok(Attempt {
            exchange,
            trace,
            started,
        })
    }

    /// Notes that a call did not have to be sent again.
    fn earn(&self) {
        if self.begun.attempts == 1 {
            self.core.inner().resend_budget.earn();
        }
    }

    /// Returns how long to wait before the next attempt, or the error of the call if there is none.
    fn next(&mut self, error: Error) -> Result<Duration, Error> {
        let error = self.last(error);
        let left = self.limits.timeout.saturating_sub(self.begun.elapsed());
        let Some(pause) = self.resends.pause(&error, left) else {
            return Err(error);
        };
        resent(&error, pause);
        self.begun.attempts += 1;
        Ok(pause)
    }

    /// Returns the error of an attempt as that of the call: it accounts for the attempts before.
    fn last(&mut self, error: Error) -> Error {
        error.after_earlier(&mut self.begun)
    }
}

/// One attempt.
struct Attempt<'c> {
    // If the call is dropped, the exchange is the first to go, and then the trace says what is known.
    exchange: Exchange<'c>,
    trace: Trace<'c>,
    started: Started<'c>,
}

/// An exchange inside its span. It is boxed and not generic, so that all of HTTP is compiled once, with
/// this crate, and not with each operation that is called.
type Exchange<'c> = Pin<Box<dyn Future<Output = Result<Raw, Failure>> + Send + 'c>>;

impl Attempt<'_> {
    /// Classifies what was received.
    fn conclude<O: Operation>(
        self,
        received: Result<Raw, Failure>,
    ) -> Result<Accepted<O::Response>, Error> {
        let Self {
            exchange,
            trace,
            started,
        } = self;
        drop(exchange);
        let result = match received {
            Ok(raw) => conclude::<O>(started, raw),
            Err(failure) => Err(Error::failed(started, failure)),
        };
        trace.end(&result);
        result
    }
}

/// Returns what an operation writes.
pub(super) fn written(operation: &impl Operation) -> Request {
    let mut request = Request::default();
    operation.write(&mut request);
    request
}

/// Prepares the request.
pub(super) fn start(
    core: &Core,
    mut request: Request,
    begun: Begun,
) -> Result<(Started<'_>, Prepared), Error> {
    let (info, inner) = (begun.info, core.inner());
    let sensitive = std::mem::take(&mut request.sensitive);
    let base = inner.servers.base(info.server);
    let prepared = base.and_then(|base| prepare(info, &base, &inner.credentials, request));
    let prepared = prepared.map_err(|problem| Error::invalid(begun, problem))?;
    let started = Started {
        begun,
        core,
        sensitive,
        url: prepared.url.as_str().into(),
        body: prepared.body.clone().unwrap_or_default(),
    };
    Ok((started, prepared))
}

/// Classifies a response.
pub(super) fn conclude<O: Operation>(
    mut started: Started<'_>,
    raw: Raw,
) -> Result<Accepted<O::Response>, Error> {
    let classified = classify(rules::<O>(), O::RESPONSES, &raw, &started.body);
    let issues = classified.issues;
    match classified.result {
        Ok((acceptance, response)) => Ok(Accepted {
            response,
            acceptance,
            raw,
            issues,
            begun: started.begun,
            elapsed: started.begun.elapsed(),
        }),
        Err((error, details)) => {
            started.sensitive.extend(classified.sensitive);
            Err(Error::classified(started, details, error, issues, raw))
        }
    }
}

/// Returns what the document says about the responses of an operation.
const fn rules<O: Operation>() -> Rules {
    Rules {
        rule_sets: O::OUTCOME_RULES,
        advice: O::ADVICE,
    }
}
