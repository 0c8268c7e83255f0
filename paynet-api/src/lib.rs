//! An unofficial client for the reversal services of [Paynet](https://www.paynet.com.tr): refunds
//! and cancellations of sales, cancellations of captures and pre-authorizations, and the start of a
//! reversal in the PayPOS app; with the services around them that look transactions up, capture, and
//! create session keys. It is not affiliated with Paynet.
//!
//! Every failed call reports whether the request was provably not sent, was refused, or may have
//! been carried out. Nothing that moves money is ever sent again by itself, and no secret is printed.
//!
//! ```no_run
//! use paynet_api::{Amount, Environment, Outcome, Paynet, Refund, XactId};
//!
//! # async fn example(key: String, sale: String) -> Result<(), Box<dyn std::error::Error>> {
//! let paynet = Paynet::builder(Environment::Sandbox).secret_key(key).build()?;
//!
//! // 10.50 TL of the sale, which must not be of today. `Refund::full` requests all of it.
//! let refund = Refund::partial(XactId::new(sale)?, Amount::from_kurus(1050)?);
//! // Store the refund here, before it is sent.
//! match paynet.transaction().refund(&refund).await {
//!     Ok(_) => println!("accepted, which is not yet refunded"),
//!     Err(error) => match error.outcome() {
//!         Outcome::NotSent => println!("may be sent again: {error}"),
//!         Outcome::Refused => println!("nothing was done: {error}"),
//!         Outcome::Accepted => println!("do not send it again: {error}"),
//!         Outcome::Unknown => println!("find out what happened first: {error}"),
//!     },
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`Environment::Production`] is the live system. An [`XactId`] is the `xact_id` of the sale's
//! response, `xk_…`, as Paynet returned it.
//!
//! # Operations
//!
//! | operation | success proves | success does not prove |
//! | --- | --- | --- |
//! | [`refund`] | Paynet accepted the request | that money was refunded: that is decided later, and posted to the address of [`Refund::notify`] |
//! | [`cancel_capture`] | the bank approved the cancellation: `is_succeed` is true | when the amount is credited |
//! | [`cancel_preauth`] | Paynet accepted the request | that the bank has released the amount |
//! | [`capture`] | the bank approved the capture: `is_succeed` is true | when the amount is credited |
//! | [`start_sale`] | a session for the PayPOS app was opened | that anybody used it, or that a card was charged |
//! | [`start_reversal`] | a session for the PayPOS app was opened | that anybody used it, or that money was refunded |
//!
//! To look up: [`check`] and [`detail`] of a transaction, [`list`] and [`list_reversals`] by days
//! (all pages: [`list_all`], [`list_all_reversals`]), [`check_transaction`] of a PayPOS session. They
//! change nothing, and are sent again a few times if the connection fails or the status says that
//! another attempt may help ([`Transport::read_resends`]). The session keys of PayPOS come from
//! [`create_session`] and end by [`end_session`].
//!
//! [`Accepted::acceptance`] says whether Paynet accepted the request now or had accepted it
//! earlier.
//!
//! # Outcomes
//!
//! A call returns an [`Accepted`] or an [`Error`]. The error's [`Outcome`] says what is known:
//!
//! | outcome | what is known | what to do |
//! | --- | --- | --- |
//! | [`NotSent`](Outcome::NotSent) | not a byte of the request's body was handed to the connection | send it again |
//! | [`Refused`](Outcome::Refused) | Paynet answered that it refuses; nothing was done | read the code and the message |
//! | [`Accepted`](Outcome::Accepted) | cannot happen with today's operations, whose responses require nothing | do not send it again |
//! | [`Unknown`](Outcome::Unknown) | the request may have been carried out or not: a timeout, a broken connection, an unclear response | find out what happened; do not send it again before that |
//!
//! To find out what happened, take a [snapshot](Paynet::snapshot) of the transaction before the
//! request is sent, and [resolve](Paynet::resolve) it afterwards: that compares what [`detail`] and
//! [`list_reversals`] show of it, and says what rests on guesses. A reversal that is missing there
//! proves nothing. The notification of the refund, Paynet's panel and Paynet's support say more.
//!
//! A call that is dropped before it is done, for example by a timeout around it, has no result:
//! [`Call::progress`] says whether it may have been sent.
//!
//! The outcome follows from the status and a few members of the response; in the repository,
//! `specs/README.md` lists them for each operation. A member that decides nothing cannot change it:
//! one that is not what the documentation says is `None` in the response and reported by
//! [`Accepted::decode_issues`] and [`Error::decode_issues`].
//!
//! # Before going live
//!
//! - **No partial refund on the day of the sale.** It is not possible then, and may cancel the
//!   whole sale. When Paynet's day ends is not documented; Turkish time is a guess.
//! - **Accepted is not refunded.** Paynet's response to a refund answers a *request*.
//! - **One call at a time per transaction.** Paynet documents no idempotency key, so two equal
//!   partial refunds are two refunds.
//!
//! # Notifications
//!
//! Paynet posts its decision on a refund to the address of [`Refund::notify`]. The notification is
//! not signed, so [`parse_refund_decided`] returns an [`Unsigned`]: a claim by whoever knows the
//! address. Use an address that cannot be guessed, one per refund, and ask Paynet before acting.
//! What to answer is not documented; status 200 without a body is a guess. In the repository,
//! `paynet-api/examples/notification.rs` is a web server that does all of this.
//!
//! ```
//! use paynet_api::transaction::callbacks::parse_refund_decided;
//! use paynet_api::transaction::types::RefundNotificationCode;
//!
//! let body = br#"{"xact_id":"xk_1","code":0}"#; // The body of the web server's request.
//! let claim = parse_refund_decided(body)?.into_claim();
//! match claim.code {
//!     Some(RefundNotificationCode::Approved) => println!("claims: approved"),
//!     Some(RefundNotificationCode::NotApproved) => println!("claims: not approved"),
//!     _ => println!("claims nothing that is documented"),
//! }
//! # Ok::<(), paynet_api::DecodeError>(())
//! ```
//!
//! # Testing
//!
//! The feature `sandbox` has an in-process stand-in of Paynet, with a ledger, a clock that the test
//! sets, notifications that are really posted, and faults on demand: see the module `sandbox`.
//!
//! A [`BaseUrl`] sends all calls of a client to a server of your own. Plain http is accepted for
//! loopback addresses only, so a test needs neither certificates nor a Paynet account:
//!
//! ```
//! use std::time::Duration;
//! use paynet_api::{BaseUrl, Paynet, Transport};
//!
//! # fn main() -> Result<(), paynet_api::BuildError> {
//! let mock_server: BaseUrl = "http://127.0.0.1:8080".parse()?;
//! let paynet = Paynet::builder(mock_server)
//!     .secret_key("sck_invented")
//!     .transport(Transport::new().timeout(Duration::from_secs(2)))
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! For a mock server in another container, whose address cannot be loopback, there is
//! [`BaseUrl::danger_plain_http_for_tests`]. It accepts no host that may be public, so no published
//! environment.
//!
//! Code that handles results can be tested without a server as well: [`Call::answered_with`] returns
//! what a call would return for a response.
//!
//! In the repository, `cargo run -p paynet-api --features sandbox --example refund` shows the
//! outcomes.
//!
//! # Logs
//!
//! Each attempt of a call is a span of the crate `tracing` with the attributes of OpenTelemetry's HTTP
//! conventions, and `api.operation`, `api.subject` (the transaction), `api.outcome` and `api.code`. It
//! ends with an event: at the level `INFO` if the request was accepted, `ERROR` if somebody has to find
//! out what happened, and `WARN` otherwise. Bodies, headers, queries and the provider's messages are
//! never among them. The journal adds an event before and after each step of an entry, with its key
//! and its state.
//!
//! # Storing
//!
//! The requests of reversals and captures implement serde's `Serialize` and `Deserialize`;
//! `serde_json`, as a dependency of yours, turns them into text. The stored form is a flat map
//! of strings, in which the amount of a refund is `"full"` or `"10.50"`. A stored refund without its
//! amount is an error when it is read, and never a full refund.
//!
//! ```
//! use paynet_api::{Amount, Refund, XactId};
//!
//! let refund = Refund::partial(XactId::new("xk_1")?, Amount::from_kurus(1050)?);
//! let stored = serde_json::to_string(&refund)?;
//! assert_eq!(stored, r#"{"xact_id":"xk_1","amount":"10.50"}"#);
//! assert_eq!(serde_json::from_str::<Refund>(&stored)?, refund);
//! assert!(serde_json::from_str::<Refund>(r#"{"xact_id":"xk_1"}"#).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # SoftPOS
//!
//! Each SoftPOS call takes its own session key, because it belongs to one app user and expires. A
//! client for these calls alone is built without a secret key, which has no place in an app.
//!
//! ```no_run
//! use paynet_api::{Environment, Paynet, ReturnUrl, Secret, StartReversal, XactId};
//!
//! # async fn example(session_key: String) -> Result<(), Box<dyn std::error::Error>> {
//! let paynet = Paynet::builder(Environment::Sandbox).build()?;
//!
//! let mut start = StartReversal::new(XactId::new("xk_1")?);
//! start.callback_url = ReturnUrl::new("myshop://returned")?.into();
//! let session_key = Secret::new(session_key);
//! let accepted = paynet.soft_pos().start_reversal(&session_key, &start).await?;
//!
//! // For the app, over an encrypted connection: the reversal happens there.
//! let session = accepted.into_response();
//! let (link, key) = (session.deeplink_url, session.encryption_key);
//! # Ok(())
//! # }
//! ```
//!
//! # Tokio
//!
//! Calls need a Tokio runtime with the I/O and time drivers, which `#[tokio::main]` enables:
//!
//! ```toml
//! [dependencies]
//! tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
//! ```
//!
//! A program without an async runtime calls `.wait()` instead of `.await`, with the feature `blocking`.
//!
//! A [`Paynet`] is cheap to clone: build one, and share it between all tasks.
//!
//! # Features
//!
//! All but `tracing` are off by default.
//!
//! | feature | adds |
//! | --- | --- |
//! | `tracing` | a span per attempt of a call, and an event with its result, for the crate `tracing`; on by default, because the HTTP libraries bring that crate anyway |
//! | `blocking` | `Call::wait` and `wait`, for programs without an async runtime |
//! | `rust_decimal` | conversions of [`Decimal`] and [`Amount`] to and from `rust_decimal::Decimal` |
//! | `jiff` | conversions of [`Date`], [`DateTime`] and [`TurkishDateTime`] to and from the types of `jiff` |
//! | `chrono` | conversions of [`Date`], [`DateTime`] and [`TurkishDateTime`] to and from the types of `chrono` |
//! | `journal` | the module `journal`: a durable record of each reversal, in SQLite; needs Rust 1.94 |
//! | `journal-postgres` | the same in PostgreSQL too, for several machines |
//! | `cli` | the command `paynet`, which sends batches of refunds through the journal; no library needs it |
//! | `sandbox` | the module `sandbox`: an in-process stand-in of Paynet for tests |
//!
//! [`refund`]: transaction::operations::Transaction::refund
//! [`cancel_capture`]: transaction::operations::Transaction::cancel_capture
//! [`cancel_preauth`]: transaction::operations::Transaction::cancel_preauth
//! [`capture`]: transaction::operations::Transaction::capture
//! [`check`]: transaction::operations::Transaction::check
//! [`detail`]: transaction::operations::Transaction::detail
//! [`list`]: transaction::operations::Transaction::list
//! [`list_all`]: transaction::operations::Transaction::list_all
//! [`list_all_reversals`]: transaction::operations::Transaction::list_all_reversals
//! [`list_reversals`]: transaction::operations::Transaction::list_reversals
//! [`check_transaction`]: softpos::operations::SoftPos::check_transaction
//! [`create_session`]: agent::operations::Agent::create_session
//! [`end_session`]: agent::operations::Agent::end_session
//! [`start_reversal`]: softpos::operations::SoftPos::start_reversal
//! [`start_sale`]: softpos::operations::SoftPos::start_sale
//! [`parse_refund_decided`]: transaction::callbacks::parse_refund_decided

#![cfg_attr(docsrs, feature(doc_cfg))]

mod address;
mod amount;
mod bank_text;
mod capture_amount;
mod conversions;
mod invalid;
#[cfg(feature = "journal")]
#[cfg_attr(docsrs, doc(cfg(feature = "journal")))]
pub mod journal;
mod notify_url;
mod refund;
mod refund_amount;
mod resolve;
mod result_code;
mod return_url;
mod rows;
#[doc(hidden)]
pub mod runtime;
#[cfg(feature = "sandbox")]
#[cfg_attr(docsrs, doc(cfg(feature = "sandbox")))]
pub mod sandbox;
mod stored;
mod turkish_date_time;
mod xact_id;

#[rustfmt::skip]
mod generated;

pub use crate::amount::Amount;
pub use crate::bank_text::BankText;
pub use crate::capture_amount::CaptureAmount;
pub use crate::invalid::Invalid;
pub use crate::notify_url::NotifyUrl;
pub use crate::refund_amount::RefundAmount;
#[doc(inline)]
pub use crate::resolve::{Evidence, Finding, Resolution, Resolver, Reversal, Snapshot};
pub use crate::result_code::ResultCode;
pub use crate::return_url::ReturnUrl;
pub use crate::rows::{Listing, Rows};
#[cfg(feature = "blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
#[doc(inline)]
pub use crate::runtime::wait;
#[doc(inline)]
pub use crate::runtime::{
    Acceptance, Accepted, BaseUrl, BuildError, Call, Date, DateTime, DateTimeParts, Decimal,
    DecodeError, DecodeIssue, Error, ErrorKind, Headers, Maybe, Outcome, Personal, Progress, Raw,
    Secret, Stage, Transport, Unsigned,
};
pub use crate::turkish_date_time::TurkishDateTime;
pub use crate::xact_id::XactId;
#[cfg(feature = "sandbox")]
#[doc(hidden)]
pub use generated::server;
pub use generated::{
    Client as Paynet, ClientBuilder as PaynetBuilder, Environment, agent, softpos, transaction,
};
pub use softpos::types::InitReversalRequest as StartReversal;
pub use transaction::types::{CaptureCancellation, PreauthCancellation, Refund};
