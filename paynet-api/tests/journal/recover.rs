//! What a restart gives up.

use paynet_api::journal::{Journal, Recovered, State};

use crate::support::{At, Bench, Faulty, TestStore, every_store, part};

every_store! {
    a_worker_gives_up_what_it_left_behind_at_once,
    what_others_left_behind_is_given_up_when_its_lease_is_over,
}

fn counts(recovered: Recovered) -> (usize, usize) {
    (recovered.unknown, recovered.not_sent)
}

async fn a_worker_gives_up_what_it_left_behind_at_once<S: TestStore>(bench: Bench<S>) {
    let store = Faulty::new(bench.store.clone());
    let crashed = Journal::builder(bench.sandbox.client().unwrap(), store.clone());
    let crashed = crashed.worker("worker-1").build();
    for (key, at) in [("1", State::Sending), ("2", State::Accepted)] {
        let gate = store.gate(At::Step(at));
        tokio::select! {
            result = crashed.refund(key, &part(&bench.sale(), 5)).into_future() => panic!("{result:?}"),
            () = gate.arrived() => {}
        }
    }
    assert_eq!(counts(bench.journal.recover().await.unwrap()), (1, 1));
    assert_eq!(bench.states("1").await, [State::Planned, State::NotSent]);
    assert_eq!(
        bench.states("2").await,
        [State::Planned, State::Sending, State::Unknown]
    );
    assert_eq!(counts(bench.journal.recover().await.unwrap()), (0, 0));
}

async fn what_others_left_behind_is_given_up_when_its_lease_is_over<S: TestStore>(bench: Bench<S>) {
    bench
        .left_behind("1", &part(&bench.sale(), 5), State::Sending)
        .await;
    bench
        .left_behind("2", &part(&bench.sale(), 5), State::Accepted)
        .await;
    bench
        .journal
        .refund("3", &part(&bench.sale(), 5))
        .await
        .unwrap();
    assert_eq!(counts(bench.journal.recover().await.unwrap()), (1, 1));
    assert_eq!(bench.entry("1").await.state, State::NotSent);
    assert_eq!(bench.entry("2").await.state, State::Unknown);
    assert_eq!(bench.states("3").await.len(), 3);
}
