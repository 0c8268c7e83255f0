//! What the tests share.

mod bench;
mod folder;
mod memory;

pub(crate) use bench::{Bench, TestStore, lira, part, recorded};
pub(crate) use folder::Folder;
pub(crate) use memory::Memory;

/// Runs tests with every store. Each is a function that takes a [`Bench`] of any store.
macro_rules! every_store {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $test() {
                super::$test(crate::support::Bench::<paynet_api::journal::Sqlite>::new().await).await;
            })*
        }

        mod memory {
            $(#[tokio::test]
            async fn $test() {
                super::$test(crate::support::Bench::<crate::support::Memory>::new().await).await;
            })*
        }
    };
}

pub(crate) use every_store;
