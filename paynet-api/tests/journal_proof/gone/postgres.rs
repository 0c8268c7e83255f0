//! The network to PostgreSQL is cut, or silent; or a machine is gone in the middle of a write.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use std::time::Duration;

use paynet_api::Refund;
use paynet_api::journal::{Journal, Postgres};
use paynet_api::sandbox::Sandbox;

use super::case::{Trouble, every_moment};
use crate::database::Database;
use crate::wire::{From, Stage, Then, Wire};
use crate::work_list::lira;

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

/// The server does not notice that the machine is gone, which has written an entry and not committed it.
#[tokio::test]
async fn a_machine_that_is_gone_holds_nobody_up() {
    let Some(place) = <Postgres as Database>::create().await else {
        return;
    };
    let address = Postgres::address(&place);
    let here = <Postgres as Database>::open(&address).await.unwrap();
    let wire = Wire::start(Postgres::server(&place).unwrap()).await;
    wire.watch(|moment| {
        let is_sent = (moment.from, moment.stage) == (From::Client, Stage::Arrived);
        match is_sent && moment.bytes.windows(6).any(|it| it == b"COMMIT") {
            true => Then::Hangs,
            false => Then::Goes,
        }
    });
    let address = Postgres::through(&place, wire.address);
    let gone = Postgres::connect(address).await.unwrap();

    let sandbox = Sandbox::start().await.unwrap();
    let refund = Refund::full(sandbox.sale(lira(15)));
    let gone = Journal::builder(sandbox.client().unwrap(), gone)
        .store_timeout(Duration::from_secs(1))
        .build();
    gone.refund("1", &refund).await.unwrap_err();
    assert!(sandbox.ledger().requests().is_empty());
    let here = Journal::new(sandbox.client().unwrap(), here);
    here.refund("1", &refund).await.unwrap();
}
