//! An in-process stand-in of Paynet on loopback, for tests and for trying things out: no account, no
//! network, no certificates.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use paynet_api::sandbox::Sandbox;
//! use paynet_api::{Amount, Refund};
//!
//! let sandbox = Sandbox::start().await?;
//! let sale = sandbox.sale(Amount::from_kurus(1500)?);
//! let paynet = sandbox.client()?;
//!
//! paynet.transaction().refund(&Refund::full(sale.clone())).await?;
//! assert_eq!(sandbox.ledger().reversed(&sale), 1500);
//! # Ok(())
//! # }
//! ```
//!
//! It has the feature `sandbox`, which is off by default: as a dev-dependency it costs the program
//! nothing. Dropping a [`Sandbox`] ends it, and all its tasks.
//!
//! **It is not Paynet.** It does what Paynet's documents say, and where they say nothing it does
//! what [`Assumption`] lists, each with a reason. It has never been compared with the real system.
//! All names, cards and numbers are invented and say so.
//!
//! # What is simulated
//!
//! | | how | choices |
//! | --- | --- | --- |
//! | sales and pre-authorizations to start from | [`Sandbox::sale`], [`Sandbox::preauth`], [`Sandbox::add`] | |
//! | refunds, in full and in parts that add up | `refund` | [`Rules::same_day`], [`Rules::repeated`], [`Rules::approval`] |
//! | captures and their cancellations | `capture`, `cancel_capture` | [`Rules::capture_named_by`], [`Rules::bank_approves`] |
//! | cancellations of pre-authorizations | `cancel_preauth` | [`Rules::repeated`] |
//! | look-ups and lists, page by page | `check`, `detail`, `list`, `list_reversals` | [`Rules::visible_after`] |
//! | session keys, and their end | `create_session`, `end_session`, [`Sandbox::session_key`] | [`Rules::session_lifetime`] |
//! | the PayPOS app | `start_sale`, `start_reversal`, `check_transaction`; somebody presents a card: [`Sandbox::present_card`] | [`Card`] |
//! | notifications, really posted | the address of `Refund::notify` | [`Rules::notifications`], [`Rules::notified_after`], [`Sandbox::approve`] |
//! | wrong keys, and unregistered addresses | any other key than [`Sandbox::secret_key`] | [`Rules::address_registered`] |
//! | what goes wrong on the way | [`Sandbox::inject`] | [`Fault`] |
//!
//! # Time
//!
//! The clock stands still at the time of the start, until the test moves it: a sale is of today
//! until [`Sandbox::advance`] says otherwise. Notifications and faults wait in real time.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//! use paynet_api::sandbox::Sandbox;
//! use paynet_api::{Amount, Outcome, Refund};
//!
//! let sandbox = Sandbox::start().await?;
//! let sale = sandbox.sale(Amount::from_kurus(1500)?);
//! let paynet = sandbox.client()?;
//!
//! // A part of a sale of today cannot be refunded; tomorrow it can.
//! let part = Refund::partial(sale, Amount::from_kurus(500)?);
//! let refused = paynet.transaction().refund(&part).await;
//! assert_eq!(refused.map_err(|it| it.outcome()).err(), Some(Outcome::Refused));
//!
//! sandbox.advance(Duration::from_secs(24 * 60 * 60));
//! paynet.transaction().refund(&part).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Unknown outcomes
//!
//! [`Sandbox::ledger`] says what really happened, so a test can compare it with what the program
//! believes.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use paynet_api::sandbox::{Fault, Sandbox};
//! use paynet_api::{Amount, Outcome, Refund};
//!
//! let sandbox = Sandbox::start().await?;
//! let sale = sandbox.sale(Amount::from_kurus(1500)?);
//! sandbox.inject(Fault::cut());
//!
//! let refund = Refund::full(sale.clone());
//! let lost = sandbox.client()?.transaction().refund(&refund).await;
//! assert_eq!(lost.map_err(|it| it.outcome()).err(), Some(Outcome::Unknown));
//! assert_eq!(sandbox.ledger().reversed(&sale), 1500);
//! # Ok(())
//! # }
//! ```
//!
//! # Other languages
//!
//! `paynet-sandbox` serves it on a port, prints how to call it with curl, and takes commands on its
//! standard input, one line each: `help` lists them. In the repository it is run by
//! `cargo run -p paynet-api --features sandbox -- 8080`, and
//! `cargo install --path paynet-api --features sandbox` installs it.

mod assumptions;
mod clock;
mod faults;
mod handle;
mod ledger;
mod operation;
mod rules;
mod server;
#[cfg(test)]
mod tests;

pub use assumptions::Assumption;
pub use faults::Fault;
pub use handle::Sandbox;
pub use ledger::{
    AppError, Card, Kind, Ledger, Movement, Payment, PostedNotification, ReceivedRequest,
};
pub use operation::Operation;
pub use rules::{Approval, CaptureNumber, Repeated, Rules, SameDay};
