//! A call: an operation that is about to be sent.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::Pin;
use std::time::Duration;

use super::attempt::{conclude, run, start, written};
use super::begun::Begun;
use super::limits::Limits;
use super::progress::Watch;
#[cfg(feature = "sandbox")]
use crate::runtime::http::exchange::Prepared;
use crate::runtime::{Accepted, Core, Error, Operation, Progress, Raw};

/// A call of the operation `O`, which returns the response `R`. Await it to send it.
///
/// A call that changes something is sent once and never again by itself; one that changes nothing may
/// be sent again a few times (see [`Transport::read_resends`]). It owns what it needs, so it can be
/// moved to another task.
///
/// [`Transport::read_resends`]: crate::Transport::read_resends
///
/// **Dropping it** before it is done, as a timeout around it does, may leave the outcome unknown;
/// [`progress`](Self::progress) tells afterwards. The call's own deadlines return an [`Error`] that
/// says whether the request was sent, and are the better choice.
///
/// # Panics
///
/// If it is awaited outside a Tokio runtime with the I/O and time drivers enabled. Nothing has been
/// sent in that case.
///
/// # Examples
///
/// ```no_run
/// use std::time::Duration;
/// use paynet_api::{Paynet, Refund};
///
/// # async fn example(paynet: Paynet, refund: Refund) -> Result<(), paynet_api::Error> {
/// let call = paynet.transaction().refund(&refund);
/// let accepted = call.timeout(Duration::from_secs(60)).await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent before the call is awaited"]
pub struct Call<O: Operation, R = <O as Operation>::Response> {
    core: Core,
    operation: O,
    limits: Limits,
    watch: Watch,
    response: PhantomData<fn() -> R>,
}

impl Core {
    /// Creates a call of an operation. Nothing is sent before the call is awaited.
    pub fn call<O: Operation>(&self, operation: O) -> Call<O, O::Response> {
        Call {
            core: self.clone(),
            operation,
            limits: self.inner().limits,
            watch: Watch::default(),
            response: PhantomData,
        }
    }
}

impl<O: Operation<Response = R>, R> Call<O, R> {
    /// Sets the deadline of this call, instead of the client's. If it is zero, nothing is sent.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = timeout;
        self
    }

    /// Sets the deadline for the start of writing the request body, instead of the client's. If it
    /// is zero, nothing is sent.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.limits.connect_timeout = timeout;
        self
    }

    /// Changes the operation, to set optional fields: `.with(|list| list.limit = Some(10))`.
    pub fn with(mut self, change: impl FnOnce(&mut O)) -> Self {
        change(&mut self.operation);
        self
    }

    /// Returns what the call would return if it received this response. Nothing is sent.
    ///
    /// It is meant for tests of code that handles results: no server is needed.
    ///
    /// # Errors
    ///
    /// If the response does not prove acceptance, or could not be decoded, or if the request could
    /// not have been sent.
    ///
    /// # Examples
    ///
    /// ```
    /// use paynet_api::{CaptureCancellation, Environment, Paynet, Raw, XactId};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let paynet = Paynet::builder(Environment::Sandbox).secret_key("sck_invented").build()?;
    /// let cancellation = CaptureCancellation::new(XactId::new("xk_1")?);
    /// let call = paynet.transaction().cancel_capture(&cancellation);
    ///
    /// let declined = Raw::new(200, [], br#"{"is_succeed":false,"code":1}"#.to_vec());
    /// assert!(call.answered_with(declined).unwrap_err().is_refused());
    /// # Ok(())
    /// # }
    /// ```
    pub fn answered_with(self, response: Raw) -> Result<Accepted<R>, Error> {
        let begun = Begun::now(&O::INFO);
        let (started, _) = start(&self.core, written(&self.operation), begun)?;
        conclude::<O>(started, response)
    }

    /// Returns the request that would be sent.
    #[cfg(feature = "sandbox")]
    pub(crate) fn prepared(&self) -> Result<Prepared, Error> {
        let begun = Begun::now(&O::INFO);
        start(&self.core, written(&self.operation), begun).map(|(_, prepared)| prepared)
    }

    /// Returns the base URL of the client's server.
    #[cfg(feature = "journal")]
    pub(crate) fn server(&self) -> &str {
        self.core.inner().servers.main.as_str()
    }

    /// Returns an observer of the call's progress.
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
        run(self.core, self.operation, self.limits, self.watch)
    }
}
