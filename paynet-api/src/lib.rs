//! An unofficial client for Paynet's reversal services: refund or cancel a sale, cancel a capture or a pre-authorization,
//! start a reversal in the PayPOS app. It has no affiliation with Paynet.
//!
//! What it is for is the moment when something goes wrong: every call that gives no success says whether the request was not
//! sent (proven), was refused, or may have been carried out.
//!
//! ```no_run
//! use paynet_api::{Amount, Environment, Outcome, Paynet, Refund, XactId};
//!
//! # async fn example(key: String, sale: String) -> Result<(), Box<dyn std::error::Error>> {
//! let paynet = Paynet::builder(Environment::Sandbox).secret_key(key).build()?;
//!
//! let refund = Refund::partial(XactId::new(sale)?, Amount::from_kurus(1050)?); // or Refund::full(…)
//! // Store the refund here, before it is sent: see "Storing" below.
//! match paynet.transaction().refund(&refund).await {
//!     Ok(_accepted) => println!("accepted, which is not yet refunded"),
//!     Err(error) => match error.outcome() {
//!         Outcome::NotSent => println!("it may be sent again: {error}"),
//!         Outcome::Refused => println!("Paynet refuses: {error}"),
//!         Outcome::Unknown => println!("find out what became of it before anything else: {error}"),
//!     },
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Where things are
//!
//! - [`Paynet`] is the client: cheap to clone, one for all tasks. Its calls are on [`Paynet::transaction`] and
//!   [`Paynet::soft_pos`]; each says what it proves, and has an example.
//! - [`Error`] is the one error of all calls, [`Accepted`] the one success; [`ResultCode`] names what Paynet answered.
//! - [`transaction`] and [`softpos`] hold everything that was generated from the two documents: responses, notifications.
//! - [`runtime`] holds what is no provider's: HTTP, outcomes, secrets, and the contract with generated code.
//!
//! # Rules of the house
//!
//! Nothing is ever sent twice by itself. Calls are not deduplicated: let one task at a time work on a transaction. Calls need a
//! Tokio runtime with I/O and time.
//!
//! # Storing
//!
//! The four requests implement serde's `Serialize` and `Deserialize`, in a form of their own: a flat map of texts, in which
//! the amount of a refund is `"full"` or `"10.50"`. A stored refund that has lost its amount is an error when it is read, and
//! never a full refund.
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

mod address;
mod amount;
mod invalid;
mod notify_url;
mod refund;
mod refund_amount;
mod result_code;
mod return_url;
pub mod runtime;
mod stored;
mod turkish_date_time;
mod xact_id;

#[rustfmt::skip]
mod generated;


pub use crate::amount::Amount;
pub use crate::invalid::Invalid;
pub use crate::notify_url::NotifyUrl;
pub use crate::refund_amount::RefundAmount;
pub use crate::result_code::ResultCode;
pub use crate::return_url::ReturnUrl;
pub use crate::runtime::{
    Acceptance, Accepted, BaseUrl, BuildError, Call, Decimal, DecodeError, Error, ErrorKind, Maybe,
    Outcome, Personal, Progress, Raw, Secret, Stage, Transport, Unsigned,
};
pub use crate::turkish_date_time::TurkishDateTime;
pub use crate::xact_id::XactId;
pub use generated::{
    Client as Paynet, ClientBuilder as PaynetBuilder, Environment, softpos, transaction,
};
pub use softpos::types::InitReversalRequest as StartReversal;
pub use transaction::types::{CaptureCancellation, PreauthCancellation, Refund};
