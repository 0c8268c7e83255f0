//! The ledger: transactions, sessions, and what was done to them. No HTTP.
//!
//! `services` has what each request does. `transaction`, `session`, `payment`, `record` and `refusal`
//! are what is kept; `app`, `arrive` and `decide` what happens besides requests.

mod app;
mod arrive;
mod decide;
mod notification;
mod payment;
mod record;
mod refusal;
mod services;
mod session;
#[cfg(test)]
mod tests;
mod transaction;

pub use app::{AppError, Card};
pub use payment::Payment;

pub use record::{Movement, PostedNotification, ReceivedRequest};
pub use transaction::Kind;

pub(crate) use notification::Decision;
pub(crate) use refusal::Failure;

use std::collections::BTreeMap;
use std::time::SystemTime;

use crate::sandbox::clock::{Clock, Moment};
use crate::sandbox::rules::Rules;
use crate::{Amount, Secret, XactId};
use session::{PaymentSession, Session};
use transaction::{State, Transaction};

/// What really happened in the sandbox: the requests that arrived, the money that moved, the
/// notifications that were posted.
///
/// # Examples
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use paynet_api::Amount;
/// use paynet_api::sandbox::{Kind, Sandbox};
///
/// let sandbox = Sandbox::start().await?;
/// let sale = sandbox.sale(Amount::from_kurus(1500)?);
///
/// let ledger = sandbox.ledger();
/// assert!(ledger.requests().is_empty());
/// assert_eq!(ledger.movements()[0].kind, Kind::Sale);
/// assert_eq!(ledger.reversed(&sale), 0);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Ledger {
    pub(crate) rules: Rules,
    pub(crate) clock: Clock,
    pub(crate) secret_key: Secret,
    /// In the order of their plain numbers, which are consecutive.
    transactions: Vec<Transaction>,
    /// Where each transaction is.
    places: BTreeMap<XactId, usize>,
    sessions: Vec<Session>,
    payments: Vec<PaymentSession>,
    requests: Vec<ReceivedRequest>,
    movements: Vec<Movement>,
    notifications: Vec<PostedNotification>,
    /// Decisions that are not yet posted.
    decisions: Vec<Decision>,
    /// The request that is being processed.
    current: Option<usize>,
}

/// The plain number of the first transaction is the next one.
const FIRST: u64 = 1000;

/// Returns where the transaction with a plain number is.
fn place(id: u64) -> Option<usize> {
    usize::try_from(id.checked_sub(FIRST + 1)?).ok()
}

impl Ledger {
    /// Creates an empty ledger whose clock stands still at this time.
    pub(crate) fn new(secret_key: Secret, now: SystemTime) -> Self {
        Self {
            rules: Rules::default(),
            clock: Clock::Still(now),
            secret_key,
            transactions: Vec::new(),
            places: BTreeMap::new(),
            sessions: Vec::new(),
            payments: Vec::new(),
            requests: Vec::new(),
            movements: Vec::new(),
            notifications: Vec::new(),
            decisions: Vec::new(),
            current: None,
        }
    }

    /// Returns the requests that arrived, in this order.
    #[must_use]
    pub fn requests(&self) -> &[ReceivedRequest] {
        &self.requests
    }

    /// Returns the movements of money, in this order, initial payments included.
    #[must_use]
    pub fn movements(&self) -> &[Movement] {
        &self.movements
    }

    /// Returns the notifications that were posted, in the order in which they were answered.
    #[must_use]
    pub fn notifications(&self) -> &[PostedNotification] {
        &self.notifications
    }

    /// Returns how many kuruş of a transaction were given back or released.
    #[must_use]
    pub fn reversed(&self, xact_id: &XactId) -> i64 {
        let Some(transaction) = self.find(xact_id) else {
            return 0;
        };
        let back = self.done_to(transaction.id);
        let back = back.filter(|it| it.kind.is_reversal() && it.state == State::Done);
        back.map(|it| it.amount.kurus()).sum()
    }

    /// Returns the time.
    fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Returns the plain number that the next transaction gets.
    fn next_id(&self) -> u64 {
        FIRST + 1 + self.transactions.len() as u64
    }

    /// Adds a transaction, and moves its money if it is done.
    fn add(&mut self, transaction: Transaction) -> XactId {
        let xact_id = transaction.xact_id.clone();
        if transaction.state == State::Done {
            self.movements.push(Movement {
                kind: transaction.kind,
                xact_id: xact_id.clone(),
                of: transaction.of.and_then(|of| self.number_of(of)),
                amount: transaction.amount,
                request: self.current,
            });
        }
        let place = transaction.of.and_then(place);
        if let Some(of) = place.and_then(|place| self.transactions.get_mut(place)) {
            of.followers.push(transaction.id);
        }
        self.places.insert(xact_id.clone(), self.transactions.len());
        self.transactions.push(transaction);
        xact_id
    }

    /// Returns a new transaction, which is not yet added.
    fn draft(&self, kind: Kind, amount: Amount) -> Transaction {
        let id = self.next_id();
        Transaction {
            id,
            xact_id: transaction::xact_id(id),
            kind,
            of: None,
            followers: Vec::new(),
            amount,
            at: self.now(),
            state: State::Done,
            whole: false,
            instalment: 0,
            reference_no: None,
            email: None,
            phone: None,
            note: None,
            notify: None,
        }
    }

    /// Finds a transaction by its encrypted number.
    fn find(&self, xact_id: &XactId) -> Option<&Transaction> {
        self.transactions.get(*self.places.get(xact_id)?)
    }

    /// Finds a transaction by its plain number.
    fn by_id(&self, id: u64) -> Option<&Transaction> {
        self.transactions.get(place(id)?)
    }

    fn number_of(&self, id: u64) -> Option<XactId> {
        self.by_id(id).map(|it| it.xact_id.clone())
    }

    /// Returns what was done to a transaction, without what was declined or not approved.
    fn done_to(&self, id: u64) -> impl Iterator<Item = &Transaction> {
        let counts = |it: &&Transaction| matches!(it.state, State::Done | State::Requested);
        let followers = self.by_id(id).map(|it| it.followers.as_slice());
        let followers = followers.unwrap_or_default().iter();
        followers.filter_map(|id| self.by_id(*id)).filter(counts)
    }

    /// Returns how many kuruş of a transaction are left: neither reversed, nor requested to be.
    fn left(&self, transaction: &Transaction) -> i64 {
        let reversals = self
            .done_to(transaction.id)
            .filter(|it| it.kind.is_reversal());
        transaction.amount.kurus() - reversals.map(|it| it.amount.kurus()).sum::<i64>()
    }
}
