//! Looks again until something is found or the time is up.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::{Duration, Instant, SystemTime};

use tokio::time::sleep;

use super::compare::compare;
use super::look::{Look, Seen, look};
use super::resolution::{Evidence, Finding, Resolution};
use super::reversal::{Extent, Reversal};
use super::snapshot::Snapshot;
use crate::{Paynet, XactId};

/// The pause after the first look, unless the time is short; each further one is twice as long, up to
/// the longest.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Finds out what became of a reversal. Await it to begin.
///
/// It looks at the transaction ([`detail`]) and at all cancellations and refunds since its day
/// ([`list_reversals`]), compares them with the snapshot, and looks again until something is found or
/// the time is up. It changes nothing, and sends nothing again.
///
/// # Panics
///
/// As a [`Call`](crate::Call), if it is awaited outside a Tokio runtime.
///
/// [`detail`]: crate::transaction::operations::Transaction::detail
/// [`list_reversals`]: crate::transaction::operations::Transaction::list_reversals
#[derive(Clone, Debug)]
#[must_use = "nothing is looked at before the resolver is awaited"]
pub struct Resolver {
    paynet: Paynet,
    xact_id: XactId,
    extent: Extent,
    snapshot: Option<Seen>,
    within: Duration,
}

impl Paynet {
    /// Finds out what became of a reversal whose outcome is unknown.
    ///
    /// What can be found is [limited by what Paynet shows](crate::Finding): it is never that a
    /// request was refused or not carried out.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use std::time::Duration;
    /// use paynet_api::{Finding, Paynet, Refund};
    ///
    /// # async fn example(paynet: Paynet, refund: Refund) -> Result<(), Box<dyn std::error::Error>> {
    /// // Before the request: store both.
    /// let snapshot = paynet.snapshot(&refund).await?;
    ///
    /// let result = paynet.transaction().refund(&refund).await;
    /// if result.is_err_and(|error| error.is_unknown()) {
    ///     let resolver = paynet.resolve(&refund).since(&snapshot);
    ///     let resolution = resolver.within(Duration::from_secs(120)).await;
    ///     match resolution.finding() {
    ///         Finding::Reversed | Finding::OneMore => println!("do not send it again: {resolution}"),
    ///         Finding::NotSeenYet => println!("look again later: {resolution}"),
    ///         Finding::StillUnknown => println!("ask Paynet: {resolution}"),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn resolve<R: Reversal>(&self, reversal: &R) -> Resolver {
        Resolver {
            paynet: self.clone(),
            xact_id: reversal.xact_id().clone(),
            extent: reversal.extent(),
            snapshot: None,
            within: Duration::from_secs(60),
        }
    }
}

impl Resolver {
    /// Compares with a snapshot that was taken before the request was sent. A partial refund cannot
    /// be resolved without one. A snapshot of another transaction is ignored.
    pub fn since(mut self, snapshot: &Snapshot) -> Self {
        self.snapshot = (snapshot.xact_id == self.xact_id).then(|| snapshot.seen.clone());
        self
    }

    /// Sets how long to go on looking; 60 seconds by default. If it is zero, nothing is looked at.
    pub fn within(mut self, time: Duration) -> Self {
        self.within = time;
        self
    }

    /// Looks until something is found or the time is up.
    async fn run(self) -> Resolution {
        if self.within.is_zero() {
            return Resolution::without_a_look();
        }
        let until = Instant::now() + self.within;
        let mut pause = FIRST_PAUSE.min(self.within / 16);
        let mut latest = self.once(until, 1).await;
        while !latest.is_found() && Instant::now() + pause < until {
            sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
            let again = self.once(until, latest.looks + 1).await;
            latest = latest.replaced_by(again);
        }
        latest
    }

    /// Looks once.
    async fn once(&self, until: Instant, looks: u32) -> Resolution {
        let looked_at = SystemTime::now();
        let before = self.snapshot.as_ref();
        let Look { seen, gaps, .. } = look(&self.paynet, &self.xact_id, before, Some(until)).await;
        let mut evidence = Vec::new();
        let finding = compare(self.extent, before, &seen, &mut evidence);
        evidence.extend(gaps);
        Resolution {
            finding,
            evidence,
            looked_at,
            looks,
        }
    }
}

impl Resolution {
    /// Returns whether another look could only repeat the finding.
    const fn is_found(&self) -> bool {
        matches!(self.finding, Finding::Reversed | Finding::OneMore)
    }

    /// Returns the later of two resolutions, unless it says nothing: a look that failed does not take
    /// back what an earlier one showed.
    fn replaced_by(self, later: Self) -> Self {
        match later.finding {
            Finding::StillUnknown => Self {
                looks: later.looks,
                ..self
            },
            _ => later,
        }
    }

    fn without_a_look() -> Self {
        Self {
            finding: Finding::StillUnknown,
            evidence: vec![Evidence::Unclear("there was no time to look")],
            looked_at: SystemTime::now(),
            looks: 0,
        }
    }
}

impl IntoFuture for Resolver {
    type Output = Resolution;
    type IntoFuture = Pin<Box<dyn Future<Output = Resolution> + Send>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}
