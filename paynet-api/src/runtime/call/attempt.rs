//! From an operation to its result: one attempt, or several where sending again changes nothing.

use std::sync::Arc;

use bytes::Bytes;
use tokio::time::sleep;

use super::begun::Begun;
use super::error::build::Started;
use super::prepare::prepare;
use super::progress::Watch;
use super::resend::Resends;
use super::trace::{Trace, resent};
use crate::runtime::http::exchange::{Limits, Prepared, exchange};
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
        let result = attempt(core, operation, left, &gate, begun).await;
        let until_deadline = limits.after(begun.elapsed()).timeout;
        let error = match result {
            Err(error) => error.after(&mut begun),
            Ok(accepted) => {
                if begun.attempts == 1 {
                    inner.resend_budget.earn();
                }
                return Ok(accepted);
            }
        };
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
    let (started, prepared) = start(core, operation, begun)?;
    let trace = Trace::begin(begun, &prepared, gate);
    let sent = prepared.body.clone().unwrap_or_default();
    let exchange = exchange(&core.inner().http, prepared, gate, limits);
    let result = match trace.instrument(exchange).await {
        Ok(raw) => conclude::<O>(started, raw, &sent),
        Err(failure) => Err(Error::failed(started, failure)),
    };
    trace.end(&result);
    result
}

/// Prepares the request.
pub(super) fn start<O: Operation>(
    core: &Core,
    operation: &O,
    begun: Begun,
) -> Result<(Started, Prepared), Error> {
    let info = const { &O::INFO };
    let mut started = Started::from(begun);
    let mut request = Request::default();
    operation.write(&mut request);
    let core = core.inner();
    let credentials = core.credentials.iter();
    let keys = credentials.flat_map(|credential| credential.secrets.iter());
    started.redaction.sensitive = std::mem::take(&mut request.sensitive);
    started.redaction.sensitive.extend(keys.cloned());
    let base = core.servers.base(info.server);
    let prepared = base.and_then(|base| prepare(info, &base, &core.credentials, request));
    match prepared {
        Ok(prepared) => {
            let url = Bytes::copy_from_slice(prepared.url.as_str().as_bytes());
            started.redaction.sent.push(url);
            started.redaction.sent.extend(prepared.body.clone());
            Ok((started, prepared))
        }
        Err(problem) => Err(Error::invalid(started, problem)),
    }
}

/// Classifies a response. `sent` is the body of the request.
pub(super) fn conclude<O: Operation>(
    mut started: Started,
    raw: Raw,
    sent: &[u8],
) -> Result<Accepted<O::Response>, Error> {
    let classified = classify(rules::<O>(), O::RESPONSES, &raw, sent);
    started.redaction.sensitive.extend(classified.sensitive);
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
        Err((error, details)) => Err(Error::classified(started, details, error, issues, raw)),
    }
}

/// Returns what the document says about the responses of an operation.
const fn rules<O: Operation>() -> Rules {
    Rules {
        rule_sets: O::OUTCOME_RULES,
        advice: O::ADVICE,
    }
}
