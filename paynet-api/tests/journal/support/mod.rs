//! What the tests share.

mod bench;
mod faulty;
mod folder;
mod memory;
#[cfg(feature = "journal-postgres")]
mod postgres;
mod raw;

pub(crate) use bench::{Bench, TestStore, lira, part, recorded};
pub(crate) use faulty::{At, Faulty, Trouble};
pub(crate) use folder::Folder;
pub(crate) use memory::Memory;
#[cfg(feature = "journal-postgres")]
pub(crate) use postgres::Schema;
pub(crate) use raw::Database;

/// Runs tests with every store. Each is a function that takes a [`Bench`] of any store.
macro_rules! every_store {
    ($($test:ident),* $(,)?) => {
        crate::support::every_database!($($test),*);

        mod memory {
            $(#[tokio::test]
            async fn $test() {
                crate::support::run(super::$test::<crate::support::Memory>).await;
            })*
        }
    };
}

/// Runs tests with the stores of this crate.
macro_rules! every_database {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $test() {
                crate::support::run(super::$test::<paynet_api::journal::Sqlite>).await;
            })*
        }

        #[cfg(feature = "journal-postgres")]
        mod postgres {
            $(#[tokio::test]
            async fn $test() {
                crate::support::run(super::$test::<paynet_api::journal::Postgres>).await;
            })*
        }
    };
}

pub(crate) use {every_database, every_store};

/// Runs a test, unless there is no such store here.
pub(crate) async fn run<S: TestStore, F: Future<Output = ()>>(test: impl FnOnce(Bench<S>) -> F) {
    if let Some(bench) = Bench::new().await {
        test(bench).await;
    }
}
