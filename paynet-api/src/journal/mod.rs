//! A durable record of each reversal, on a database: none is lost and none is doubled, through
//! crashes, deployments and several machines.
//!
//! A refund whose process dies between sending and storing is the one that is sent twice. So the
//! journal commits a row **before** the first byte is sent and the outcome after it; what was being
//! sent when a process died is *unknown*, and never sent again. It is built on the crate's outcomes
//! and its resolver, and adds no claim about Paynet.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # #[cfg(feature = "sandbox")] {
//! use paynet_api::journal::{Journal, JournalErrorKind, Sqlite};
//! use paynet_api::{Amount, Outcome, Refund};
//!
//! # let sandbox = paynet_api::sandbox::Sandbox::start().await?;
//! # let paynet = sandbox.client()?;
//! # let sale = sandbox.sale(Amount::from_kurus(1500)?);
//! # let folder = std::env::temp_dir().join(format!("paynet-doc-journal-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let file = folder.join("paynet.db");
//! let store = Sqlite::open(file).await?;
//! store.migrate().await?;
//! let journal = Journal::builder(paynet, store).worker("night-batch-1").build();
//! journal.recover().await?; // What an earlier process of this name was sending is unknown now.
//!
//! let total = Amount::from_kurus(1500)?; // 15.00 TL, as it was sold.
//! let refund = Refund::full(sale);
//! match journal.refund("order-1001", &refund).of_total(total).await {
//!     Ok(receipt) => println!("accepted, now or earlier: {receipt}"),
//!     Err(error) => match (error.outcome(), error.kind()) {
//!         (_, JournalErrorKind::Busy(entry)) => println!("try again later: {entry}"),
//!         (Outcome::NotSent, _) => println!("nothing was sent: {error}"),
//!         (Outcome::Refused, _) => println!("nothing was done: {error}"),
//!         (Outcome::Accepted, _) => println!("do not send it again: {error}"),
//!         (Outcome::Unknown, _) => println!("resolve it: {error}"),
//!     },
//! }
//! for entry in journal.resolve_all().await? {
//!     println!("{entry}");
//! }
//! # std::fs::remove_dir_all(&folder)?;
//! # }
//! # Ok(())
//! # }
//! ```
//!
//! `"order-1001"` is your own [`Key`]: an order or refund number. The same key with the same request
//! returns what is recorded, without a call; with another request it is
//! [a conflict](JournalErrorKind::Conflict). So a job that is not sure whether it ran is run again.
//! The feature is `journal`, and needs Rust 1.94.
//!
//! # States
//!
//! ```text
//! planned → sending → accepted | refused | not sent | unknown
//!                                                     unknown → (resolver) → reversed | one more | not seen yet | still unknown
//!                                                             → (a person) → settled: done | settled: not done
//! ```
//!
//! | state | what is known | the same key and request again |
//! | --- | --- | --- |
//! | [`Planned`](State::Planned) | nothing was sent | [busy](JournalErrorKind::Busy); taken over when its lease is over |
//! | [`Sending`](State::Sending) | it may be sent at this moment | busy; unknown when its lease is over |
//! | [`Accepted`](State::Accepted) | Paynet accepted the request, which is not yet refunded | `Ok`, without a call |
//! | [`Refused`](State::Refused) | Paynet refuses it | the record, as an error |
//! | [`NotSent`](State::NotSent) | proven: it was not sent | the record, as an error; sent after [`again_if_not_sent`](Attempt::again_if_not_sent) |
//! | [`Unknown`](State::Unknown) | nothing: it may have been carried out | the record, as an error, and never a second call |
//! | [`Reversed`](State::Reversed), [`OneMore`](State::OneMore), [`NotSeenYet`](State::NotSeenYet), [`StillUnknown`](State::StillUnknown) | what the [resolver](Journal::resolve) found, with its [limits](crate::Finding) | the same |
//! | [`SettledDone`](State::SettledDone), [`SettledNotDone`](State::SettledNotDone) | what somebody who asked Paynet [decided](Journal::decide) | the same |
//!
//! `Ok` is returned only if Paynet accepted the request. All else is a [`JournalError`], whose
//! [`outcome`](JournalError::outcome) says what is known, so that no doubt reads as a success.
//!
//! # One at a time
//!
//! **One reversal per transaction and environment is under way, across all processes and machines.** A
//! unique index of the database decides, and no lock in memory: the second caller gets
//! [`Busy`](JournalErrorKind::Busy) with what is under way. The worker that sends holds a lease, and
//! renews it while it awaits the call. When a lease is over, by the database's clock, its worker is
//! taken for dead: what was planned was not sent, because sending is a step of the holder's own, and
//! what was being sent is unknown. A worker that was only slow still records what its response proves,
//! whatever was found or decided meanwhile.
//!
//! # Partial refunds
//!
//! What was accepted and what may have been carried out is summed per transaction. A refund that could
//! exceed the total is [held back](JournalErrorKind::CouldExceed), unless
//! [words](Attempt::although_it_could_exceed) say why it is sent all the same. The total is what
//! [`of_total`](Attempt::of_total) said, once per transaction; without it, only a refund next to one of
//! the whole is held back.
//!
//! # After a crash
//!
//! 1. Start, and call [`recover`](Journal::recover): what was being sent is unknown from now on.
//! 2. Call [`resolve_all`](Journal::resolve_all), and again later for what is not seen yet.
//! 3. Run the job again, with the same keys.
//! 4. Ask Paynet about what stays open, and [`decide`](Journal::decide).
//!
//! If the database fails, nothing is sent that was not committed. If it fails after the call, the
//! outcome is returned, and [`not_stored`](Receipt::not_stored) says that it could not be stored: the
//! entry becomes unknown when its lease is over.
//!
//! # What is stored
//!
//! Key, transaction, amount, total, state, result code, the request, the [snapshot](crate::Snapshot),
//! and the names of workers and persons that you pass. [`Journal::history`] is append-only: who, when,
//! from which state to which, and what proves it.
//!
//! Never stored: the secret key, the responses, and what Paynet wrote in words, which may hold anything.
//! The address of [`Refund::notify`](crate::Refund::notify) is a secret, so its SHA-256 is stored
//! instead, unless you [opt in](Attempt::store_notify_address). Keys, names and words are stored and
//! printed as you pass them: put no personal data into them.
//!
//! # Databases
//!
//! [`Sqlite`] is a file, for the processes of one machine; nothing has to be installed. `Postgres`, with
//! the feature `journal-postgres`, is for several machines. [`Sqlite::migrate`] creates the tables
//! `paynet_reversals` and `paynet_reversal_history`, and records that in `paynet_journal_migrations`; it
//! can be called at every start, and goes forward only. The SQL is in
//! `paynet-api/src/journal/store/migrations/`. Use a database, or a schema, per merchant: keys are unique
//! per environment.
//!
//! For tables of your own, implement [`Store`]: six methods, whose contract is documented there.
//! `paynet-api/tests/journal/support/memory.rs` in the repository is one, and the tests there are what a
//! store has to pass.
//!
//! # Proof
//!
//! `paynet-api/tests/journal_proof` in the repository kills workers by `SIGKILL` at every statement,
//! step and byte that matters, lets four processes race over the same transactions, stops workers until
//! others have taken over, and takes the database away. What is left is compared with the ledger of
//! the [sandbox](crate::sandbox): no reversal twice, none lost, no state that the ledger contradicts. It
//! proves nothing of Paynet, and nothing of a machine that loses its power.
//!
//! | what | SQLite | PostgreSQL |
//! | --- | --- | --- |
//! | workers killed | 845, in 776 runs of 10 reversals | 1,997, in 1,930 runs |
//! | four processes over the same 1,000 transactions | 1,000 accepted, 923 times busy | 1,000 accepted, 1,412 times busy |
//! | the database goes away before, between and during | locked; a disk that is full at each of 162 sizes, or read-only | cut, silent, stopped, read-only |
//!
//! # Cost
//!
//! A call has three commits: planned, sending, and its outcome. Refunds per second on two busy cores,
//! against the sandbox on loopback, which answers in less than a millisecond (Paynet takes longer by
//! far), by `cargo bench -p paynet-api --features journal-postgres,sandbox --bench journal`:
//!
//! | calls at a time | no journal | SQLite | PostgreSQL |
//! | --- | --- | --- | --- |
//! | 1 | 292 | 111 | 69 |
//! | 16 | 3,006 | 301 | 229 |
//! | 64 | 6,807 | 483 | 363 |
//!
//! These are without snapshots. A snapshot is two more requests to Paynet, with a journal or without.

mod attempt;
mod builder;
mod environment;
mod error;
mod handle;
mod journaled;
mod limits;
mod receipt;
mod record;
mod shared;
pub mod store;
mod trace;
mod upkeep;

pub use attempt::Attempt;
pub use builder::JournalBuilder;
pub use error::{JournalError, JournalErrorKind};
pub use handle::Journal;
pub use journaled::Journaled;
pub use limits::Excess;
pub use receipt::Receipt;
pub use record::cause::Decision;
pub use record::entry::Entry;
pub use record::event::Event;
pub use record::key::Key;
pub use record::operation::Operation;
pub use record::request::StoredRequest;
pub use record::state::State;
#[cfg(feature = "journal-postgres")]
#[cfg_attr(docsrs, doc(cfg(feature = "journal-postgres")))]
pub use store::Postgres;
pub use store::{Page, Sqlite, Store, StoreError};
pub use upkeep::Recovered;
