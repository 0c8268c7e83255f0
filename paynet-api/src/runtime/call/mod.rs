//! A call: an operation that is about to be sent, once.

pub(crate) mod accepted;
pub(crate) mod build_error;
pub(crate) mod core;
pub(crate) mod error;
pub(crate) mod info;
pub(crate) mod operation;
pub(crate) mod prepare;
pub(crate) mod progress;
pub(crate) mod request;
pub(crate) mod settings;

use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::Pin;
use std::time::Duration;

use self::error::Facts;
use self::prepare::prepare;
use self::progress::Watch;
use super::http::exchange::{Limits, exchange};
use super::outcome::classify::{Conclusion, judge};
use super::{Accepted, Core, Error, Operation, Progress, Request};

/// A call of the operation `O`, which returns the response `R`: await it to send it. It is sent once and never again by itself.
///
/// It owns what it needs, so that it can be moved to another task. It wants a Tokio runtime with I/O and time, and panics on
/// one that lacks them, before anything is sent.
///
/// **Dropping it** before it is done, as a timeout around it does, may leave the outcome unknown; [`progress`](Self::progress)
/// tells afterwards. The deadlines of the call itself give an [`Error`] that says so, and are the better choice.
#[must_use = "nothing is sent before the call is awaited"]
pub struct Call<O: Operation, R = <O as Operation>::Response> {
    core: Core,
    operation: O,
    limits: Limits,
    watch: Watch,
    response: PhantomData<fn() -> R>,
}

impl Core {
    /// A call of an operation. Nothing happens before it is awaited.
    pub fn call<O: Operation>(&self, operation: O) -> Call<O, O::Response> {
        Call::new(self.clone(), operation)
    }
}

impl<O: Operation<Response = R>, R> Call<O, R> {
    pub(crate) fn new(core: Core, operation: O) -> Self {
        let limits = core.inner().limits;
        Self {
            core,
            operation,
            limits,
            watch: Watch::default(),
            response: PhantomData,
        }
    }

    /// How long this call may take in all, instead of the client's own deadline.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = timeout;
        self
    }

    /// How long it may take until the body of the request begins to be written, instead of the client's own deadline.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.limits.connect_timeout = timeout;
        self
    }

    /// Changes the operation, to set what is optional: `.with(|list| list.limit = Some(10))`.
    pub fn with(mut self, change: impl FnOnce(&mut O)) -> Self {
        change(&mut self.operation);
        self
    }

    /// Keeps an eye on the call from outside of it.
    pub fn progress(&self) -> Progress {
        self.watch.progress()
    }
}

impl<O: Operation + fmt::Debug, R> fmt::Debug for Call<O, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}

impl<O: Operation<Response = R>, R: Send + Sync + 'static> IntoFuture for Call<O, R> {
    type Output = Result<Accepted<R>, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let result = run(&self.core, &self.operation, self.limits, &self.watch).await;
            self.watch.gate().finish();
            result
        })
    }
}

async fn run<O: Operation>(
    core: &Core,
    operation: &O,
    limits: Limits,
    watch: &Watch,
) -> Result<Accepted<O::Response>, Error> {
    let info = const { &O::INFO };
    let mut facts = Facts::start(info);
    let mut request = Request::default();
    operation.write(&mut request);
    let core = core.inner();
    facts.secrets = request.secrets.clone();
    facts.secrets.extend(
        core.credentials
            .iter()
            .flat_map(|credential| credential.secrets.iter().cloned()),
    );
    let base = core.servers.base(info.server);
    let prepared = base.and_then(|base| prepare(info, &base, &core.credentials, request));
    let prepared = match prepared {
        Ok(prepared) => prepared,
        Err(problem) => return Err(Error::invalid(facts, problem)),
    };
    let sent = prepared.body.clone().unwrap_or_default();
    let raw = match exchange(&core.http, prepared, &watch.gate(), limits).await {
        Ok(raw) => raw,
        Err(failure) => return Err(Error::failed(facts, failure)),
    };
    let verdict = judge(info, O::RESPONSES, &raw, &sent);
    match verdict.conclusion {
        Conclusion::Accepted(acceptance, response) => Ok(Accepted {
            response,
            acceptance,
            raw,
            started_at: facts.started_at,
            elapsed: facts.elapsed(),
        }),
        Conclusion::Denied(denial) => Err(Error::judged(facts, verdict.says, denial, raw)),
    }
}
