//! A durable record of each reversal, on a database: none is lost and none is doubled, through
//! crashes and across machines.
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
//! # let total = Amount::from_kurus(1500)?;
//! # let sale = sandbox.sale(total);
//! # let folder = std::env::temp_dir().join(format!("paynet-doc-journal-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let file = folder.join("paynet.db");
//! let store = Sqlite::open(file).await?;
//! store.migrate().await?;
//! let journal = Journal::builder(paynet, store).worker("night-batch-1").build();
//! journal.recover().await?;
//!
//! let refund = Refund::full(sale);
//! match journal.refund("order-1001", &refund).of_total(total).await {
//!     Ok(receipt) => println!("accepted, now or earlier: {receipt}"),
//!     Err(error) => match (error.outcome(), error.kind()) {
//!         (_, JournalErrorKind::Busy(entry)) => println!("try again later: {entry}"),
//!         (Outcome::Unknown, _) => println!("resolve it: {error}"),
//!         _ => println!("nothing was sent, or it was refused: {error}"),
//!     },
//! }
//! # std::fs::remove_dir_all(&folder)?;
//! # }
//! # Ok(())
//! # }
//! ```

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
pub use record::entry::Entry;
pub use record::event::Event;
pub use record::key::Key;
pub use record::operation::Operation;
pub use record::request::StoredRequest;
pub use record::state::{Decision, State};
#[cfg(feature = "journal-postgres")]
#[cfg_attr(docsrs, doc(cfg(feature = "journal-postgres")))]
pub use store::Postgres;
pub use store::{Page, Sqlite, Store, StoreError};
pub use upkeep::Recovered;
