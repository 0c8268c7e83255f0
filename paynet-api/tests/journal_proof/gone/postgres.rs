//! The network to PostgreSQL is cut, or silent.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use paynet_api::journal::Postgres;

use super::case::{Trouble, every_moment};
use crate::database::Database;
use crate::wire::{Then, Wire};

/// A network that breaks.
struct Network(Arc<AtomicBool>);

impl Trouble for Network {
    async fn begin(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }

    async fn end(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Lets the network break in this way.
async fn breaks(how: Then) {
    let Some(place) = <Postgres as Database>::create().await else {
        return;
    };
    let wire = Wire::start(Postgres::server(&place).unwrap()).await;
    let is_broken = Arc::new(AtomicBool::new(false));
    let network = Arc::clone(&is_broken);
    wire.watch(move |_| match network.load(Ordering::SeqCst) {
        true => how.clone(),
        false => Then::Goes,
    });
    let address = Postgres::through(&place, wire.address);
    let store = <Postgres as Database>::open(&address).await.unwrap();
    every_moment(&store, &mut Network(is_broken)).await;
}

#[tokio::test]
async fn nothing_is_sent_while_the_network_is_cut() {
    breaks(Then::Cut).await;
}

#[tokio::test]
async fn nothing_is_sent_while_the_network_is_silent() {
    breaks(Then::Hangs).await;
}
