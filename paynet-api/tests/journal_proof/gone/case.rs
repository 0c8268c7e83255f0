//! A database that goes away at some moment, and comes back.

use std::sync::Arc;
use std::time::Duration;

use paynet_api::journal::{Journal, JournalErrorKind, State, Store};
use paynet_api::sandbox::{Fault, Operation, Sandbox};
use paynet_api::{BaseUrl, Outcome, Paynet, Refund, XactId};
use tokio::sync::Notify;

use crate::wire::{From, Server, Stage, Then, Wire};
use crate::work_list::lira;

/// What happens to a database.
pub(super) trait Trouble {
    /// It goes away.
    async fn begin(&mut self);
    /// It is back.
    async fn end(&mut self);
}

/// A sandbox behind a proxy, and a journal.
struct Case<S> {
    sandbox: Sandbox,
    wire: Wire,
    journal: Journal<S>,
    refund: Refund,
}

/// Lets a database go away at each moment.
pub(super) async fn every_moment<S: Store + Clone + 'static>(
    store: &S,
    trouble: &mut impl Trouble,
) {
    Case::new(store.clone()).await.before(trouble).await;
    Case::new(store.clone()).await.planned(trouble).await;
    for is_lost in [false, true] {
        let case = Case::new(store.clone()).await;
        if is_lost {
            case.sandbox.inject(Fault::cut().only(Operation::Refund));
        }
        case.sending(trouble, is_lost).await;
    }
}

impl<S: Store + 'static> Case<S> {
    async fn new(store: S) -> Self {
        let sandbox = Sandbox::start().await.unwrap();
        let wire = Wire::start(Server::Tcp(sandbox.address())).await;
        let base: BaseUrl = format!("http://{}", wire.address).parse().unwrap();
        let paynet = Paynet::builder(base).secret_key(sandbox.secret_key());
        let journal = Journal::builder(paynet.build().unwrap(), store)
            .worker("worker")
            .store_timeout(Duration::from_secs(2))
            .look_for(Duration::from_millis(200))
            .build();
        let refund = Refund::full(sandbox.sale(lira(15)));
        Self {
            sandbox,
            wire,
            journal,
            refund,
        }
    }

    /// Nothing is recorded, and nothing is sent.
    async fn before(self, trouble: &mut impl Trouble) {
        trouble.begin().await;
        self.is_not_sent(self.journal.refund("1", &self.refund))
            .await;
        assert!(self.sandbox.ledger().requests().is_empty());
        trouble.end().await;
        assert!(self.journal.entry("1").await.unwrap().is_none());
        self.journal.refund("1", &self.refund).await.unwrap();
    }

    /// It is planned, and nothing is sent.
    async fn planned(self, trouble: &mut impl Trouble) {
        let attempt = self.journal.refund("1", &self.refund);
        self.during(b"/detail", trouble, self.is_not_sent(attempt))
            .await;
        assert_eq!(self.arrived(), 0);
        trouble.end().await;
        let recovered = self.journal.recover().await.unwrap();
        assert!(
            recovered.not_sent <= 1 && recovered.unknown == 0,
            "{recovered:?}"
        );
        self.is_in(State::NotSent).await;
        let again = self.journal.refund("1", &self.refund).again_if_not_sent();
        again.await.unwrap();
        assert_eq!(self.arrived(), 1);
    }

    /// The caller gets the outcome, and learns that it is not recorded. It is unknown until it is
    /// resolved.
    async fn sending(self, trouble: &mut impl Trouble, is_lost: bool) {
        let attempt = std::future::IntoFuture::into_future(self.journal.refund("1", &self.refund));
        let result = self.during(b"/reversed_request", trouble, attempt).await;
        let (outcome, not_stored) = match &result {
            Ok(receipt) => (Outcome::Accepted, receipt.not_stored()),
            Err(error) => (error.outcome(), error.not_stored()),
        };
        let expected = if is_lost {
            Outcome::Unknown
        } else {
            Outcome::Accepted
        };
        assert_eq!(outcome, expected, "{result:?}");
        assert!(not_stored.is_some(), "{result:?}");
        trouble.end().await;
        self.is_in(State::Sending).await;
        let again = self
            .journal
            .refund("1", &self.refund)
            .again_if_not_sent()
            .await;
        let again = again.unwrap_err();
        assert!(matches!(again.kind(), JournalErrorKind::Busy(_)), "{again}");
        assert_eq!(self.journal.recover().await.unwrap().unknown, 1);
        self.is_in(State::Unknown).await;
        self.journal.resolve("1").await.unwrap();
        self.is_in(State::Reversed).await;
        assert_eq!(self.arrived(), 1);
        assert_eq!(self.sandbox.ledger().reversed(self.sale()), 1500);
    }

    /// Asserts that an attempt fails because of the database, and says that nothing was sent.
    async fn is_not_sent(&self, attempt: paynet_api::journal::Attempt<S, Refund>) {
        let error = attempt.await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert!(
            matches!(error.kind(), JournalErrorKind::Store(_)),
            "{error}"
        );
    }

    /// Awaits something; the database goes away when a request to this path arrives.
    async fn during<T>(
        &self,
        path: &'static [u8],
        trouble: &mut impl Trouble,
        work: impl Future<Output = T>,
    ) -> T {
        let (arrived, goes_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (tells, waits) = (Arc::clone(&arrived), Arc::clone(&goes_on));
        self.wire.watch(move |moment| {
            let is_request = (moment.from, moment.stage) == (From::Client, Stage::Arrived);
            if is_request && moment.bytes.windows(path.len()).any(|it| it == path) {
                tells.notify_one();
                return Then::Waits(Arc::clone(&waits));
            }
            Then::Goes
        });
        let goes_away = async {
            arrived.notified().await;
            trouble.begin().await;
            self.wire.watch(|_| Then::Goes);
            goes_on.notify_one();
        };
        tokio::join!(work, goes_away).0
    }

    async fn is_in(&self, state: State) {
        let entry = self.journal.entry("1").await.unwrap().unwrap();
        assert_eq!(entry.state, state, "{entry}");
    }

    const fn sale(&self) -> &XactId {
        &self.refund.xact_id
    }

    /// Returns how many refunds arrived.
    fn arrived(&self) -> usize {
        let ledger = self.sandbox.ledger();
        let refunds = ledger.requests().iter();
        refunds
            .filter(|it| it.operation == Some(Operation::Refund))
            .count()
    }
}
