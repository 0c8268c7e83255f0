//! What is never stored: searched for in everything that the databases hold.

use paynet_api::journal::{JournalError, JournalErrorKind, State};
use paynet_api::sandbox::{Fault, Operation};
use paynet_api::{NotifyUrl, ResultCode};

use crate::support::{Bench, Database, every_database, part};

every_database! {
    secrets_and_messages_are_not_stored,
    the_address_of_a_notification_is_stored_on_demand,
}

/// Returns whether everything that is stored contains a text.
async fn holds<S: Database>(bench: &Bench<S>, text: &str) -> bool {
    assert!(!text.is_empty());
    let contents = S::contents(&bench.place).await;
    contents
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

async fn secrets_and_messages_are_not_stored<S: Database>(bench: Bench<S>) {
    let sale = bench.sale();
    let address = NotifyUrl::new("https://shop.example/notify-6f1c").unwrap();
    let refund = part(&sale, 1).notify(address);
    bench.journal.refund("accepted", &refund).await.unwrap();

    bench
        .sandbox
        .inject(Fault::refusal(ResultCode::NO_PROCESS).only(Operation::Refund));
    let refused = bench.journal.refund("refused", &refund).await;
    let message = message(&refused.unwrap_err());

    bench
        .sandbox
        .inject(Fault::cut().unprocessed().only(Operation::Refund));
    bench.journal.refund("unknown", &refund).await.unwrap_err();
    bench.sandbox.inject(Fault::status(500).always());
    bench.journal.resolve("unknown").await.unwrap();

    // What is stored is found.
    for stored in [sale.as_str(), "refused", "a look-up failed", "worker-1"] {
        assert!(holds(&bench, stored).await, "{stored}");
    }
    let key = bench.sandbox.secret_key();
    let encoded = "c2NrX1NBTkRCT1gvaW52ZW50ZWQra2V5";
    for secret in [
        key.expose(),
        encoded,
        "notify-6f1c",
        "shop.example",
        message.as_str(),
    ] {
        assert!(!holds(&bench, secret).await, "{secret}");
    }
    assert_eq!(bench.entry("unknown").await.state, State::StillUnknown);
}

/// Returns what the provider wrote.
fn message(error: &JournalError) -> String {
    match error.kind() {
        JournalErrorKind::Call { error, .. } => error.message().unwrap().to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn the_address_of_a_notification_is_stored_on_demand<S: Database>(bench: Bench<S>) {
    let address = NotifyUrl::new("https://shop.example/notify-6f1c").unwrap();
    let refund = part(&bench.sale(), 1).notify(address);
    let receipt = bench
        .journal
        .refund("1", &refund)
        .store_notify_address()
        .await
        .unwrap();
    assert!(holds(&bench, "https://shop.example/notify-6f1c").await);
    assert!(!format!("{receipt:?} {:?}", bench.entry("1").await).contains("6f1c"));
    // Whether it is stored makes no other request of it.
    assert!(
        bench
            .journal
            .refund("1", &refund)
            .await
            .unwrap()
            .response()
            .is_none()
    );
}
