//! From an operation to its result: one attempt, or several where sending again changes nothing.

use std::sync::Arc;

use tokio::time::sleep;

use super::begun::Begun;
use super::error::build::Started;
use super::prepare::prepare;
use super::progress::Watch;
use super::resend::Resends;
use super::trace::{Trace, resent};
use crate::runtime::http::exchange::{Exchange, Limits, Prepared, exchange};
use crate::runtime::http::gate::Gate;
use crate::runtime::outcome::classify::{Rules, classify};
use crate::runtime::{Accepted, Core, Error, Operation, Raw, Request};

/// Sends the request, again if that is allowed and can help, and classifies the response.
pub(super) async fn run<O: Operation>(
    core: &Core,
    operation: &O,
    limits: Limits,
    watch: &Watch,
) -> Result<Accepted<O::Response>, Error> {
    let info = const { &O::INFO };
    let inner = core.inner();
    let mut resends = Resends::of(info, inner.read_resends, &inner.resend_budget);
    let is_sent_once = resends.is_none();
    let mut begun = Begun::now(info);
    loop {
        let left = limits.after(begun.elapsed());
        let gate = gate(watch, is_sent_once);
        let error = match attempt(core, operation, left, &gate, begun).await {
            Err(error) => error.after(&mut begun),
            Ok(accepted) => {
                if begun.attempts == 1 {
                    inner.resend_budget.earn();
                }
                return Ok(accepted);
            }
        };
        let until_deadline = limits.after(begun.elapsed()).timeout;
        match resends.pause(&error, until_deadline) {
            Some(pause) => {
                resent(&error, pause);
                sleep(pause).await;
            }
            None => return Err(error),
        }
        begun.attempts += 1;
    }
}

/// Returns the gate of one attempt. Where there may be others, the observer sees from the start that
/// the request may have been written: a later attempt may write what an earlier did not.
fn gate(watch: &Watch, is_sent_once: bool) -> Arc<Gate> {
    if is_sent_once {
        return watch.gate();
    }
    watch.gate().write();
    Arc::default()
}

/// Sends the request once.
async fn attempt<O: Operation>(
    core: &Core,
    operation: &O,
    limits: Limits,
    gate: &Arc<Gate>,
    begun: Begun,
) -> Result<Accepted<O::Response>, Error> {
    let (started, trace, exchange) = send(core, written(operation), limits, gate, begun)?;
    let result = match trace.instrument(exchange).await {
        Ok(raw) => conclude::<O>(started, raw),
        Err(failure) => Err(Error::failed(started, failure)),
    };
    trace.end(&result);
    result
}

/// Prepares the request, and returns the future that sends it. What is sent does not stay in the
/// caller's future beside it.
fn send<'c>(
    core: &'c Core,
    request: Request,
    limits: Limits,
    gate: &'c Arc<Gate>,
    begun: Begun,
) -> Result<(Started<'c>, Trace, Exchange<'c>), Error> {
    let (started, prepared) = start(core, request, begun)?;
    let trace = Trace::begin(begun, &prepared, gate);
    let exchange = exchange(&core.inner().http, prepared, gate, limits);
    Ok((started, trace, exchange))
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
