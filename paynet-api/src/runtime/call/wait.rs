//! Calls without an async runtime: the same futures, run to their end on a thread of their own.

use std::future::IntoFuture;
use std::io;
use std::panic::resume_unwind;
use std::thread;

use super::begun::Begun;
use crate::runtime::{Accepted, Call, Error, Operation};

/// Runs a future of this crate to its end, and blocks this thread until then.
///
/// It runs on a thread and a Tokio runtime of its own, which end with it. So it can be called
/// anywhere, where there is no runtime and inside of one; there it blocks a worker, and awaiting is
/// better. [`Call::wait`](crate::Call::wait) does the same for a call.
///
/// # Errors
///
/// If the operating system has no thread or no event queue left. The future has not begun then.
///
/// # Examples
///
/// ```no_run
/// use paynet_api::{Paynet, Refund};
///
/// fn refund(paynet: &Paynet, refund: &Refund) -> Result<(), Box<dyn std::error::Error>> {
///     let snapshot = paynet_api::wait(paynet.snapshot(refund))??;
///     let result = paynet.transaction().refund(refund).wait();
///     if result.is_err_and(|error| error.is_unknown()) {
///         println!("{}", paynet_api::wait(paynet.resolve(refund).since(&snapshot))?);
///     }
///     Ok(())
/// }
/// ```
pub fn wait<F>(future: F) -> io::Result<F::Output>
where
    F: IntoFuture + Send,
    F::Output: Send,
{
    thread::scope(|scope| {
        let run = || {
            let mut runtime = tokio::runtime::Builder::new_current_thread();
            let runtime = runtime.enable_all().build()?;
            Ok(runtime.block_on(future.into_future()))
        };
        let thread = thread::Builder::new().name("paynet-api call".to_owned());
        let ended = thread.spawn_scoped(scope, run)?.join();
        ended.unwrap_or_else(|panic| resume_unwind(panic))
    })
}

impl<O: Operation<Response = R>, R: Send + Sync + 'static> Call<O, R> {
    /// Sends the request, and blocks this thread until there is a result: the same as awaiting it,
    /// for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// The same as those of the awaited call. If the operating system has no thread or no event
    /// queue left, nothing was sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use paynet_api::{Amount, Environment, Paynet, Refund, XactId};
    ///
    /// # fn example(key: &str, sale: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let paynet = Paynet::builder(Environment::Sandbox).secret_key(key).build()?;
    /// let refund = Refund::partial(XactId::new(sale)?, Amount::from_kurus(1050)?);
    /// match paynet.transaction().refund(&refund).wait() {
    ///     Ok(accepted) => println!("accepted: {:?}", accepted.acceptance()),
    ///     Err(error) => println!("{}: {error}", error.outcome()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn wait(self) -> Result<Accepted<R>, Error> {
        let begun = Begun::now(&O::INFO);
        wait(self).unwrap_or_else(|error| {
            let problem = format!("no thread could be started for it: {error}");
            Err(Error::invalid(begun, problem))
        })
    }
}
