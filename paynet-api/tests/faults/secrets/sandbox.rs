//! What the sandbox, its ledger, the resolver and lists print.

use std::time::Duration;

use paynet_api::sandbox::{Card, Fault, Operation, Sandbox};
use paynet_api::transaction::types::{ReversalListQuery, TransactionListQuery};
use paynet_api::{Paynet, Refund, Secret};

use super::print::{Print, both, debug};
use super::{responses, search, subject, trusting};
use crate::lira;
use crate::operations::{Subject, visit};

/// Searches for what was planted, and for what the sandbox itself invents.
#[track_caller]
fn search_all(sandbox: &Sandbox, session: &Secret, text: &str) {
    search("the sandbox", text);
    for secret in [
        sandbox.secret_key().expose(),
        session.expose(),
        "SANDBOX HOLDER",
    ] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    for secret in ["SANDBOX-ENCRYPTION-KEY", "?session="] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

/// Returns the subject of an operation, with what must not be printed.
async fn planted(sandbox: &Sandbox, operation: Operation) -> Subject {
    let created = Subject::create(sandbox, operation, lira(100)).await;
    let (planted, session) = (subject(), created.session.clone());
    Subject {
        notify: planted.notify,
        back: planted.back,
        person: planted.person,
        session,
        ..created
    }
}

#[tokio::test]
async fn are_in_neither_the_sandbox_nor_its_ledger() {
    let sandbox = Sandbox::start().await.unwrap();
    let paynet = sandbox.client().unwrap();
    for fault in [None, Some(Fault::contradiction()), Some(Fault::html(502))] {
        for operation in Operation::ALL {
            let subject = planted(&sandbox, *operation).await;
            if let Some(fault) = &fault {
                sandbox.inject(fault.clone().times(3));
            }
            let printed = visit(&paynet, *operation, &subject, Print).await;
            sandbox.clear_faults();
            search_all(&sandbox, &subject.session, &printed);
            let ledger = sandbox.ledger();
            let printed = debug(&sandbox) + &debug(&ledger) + &debug(&ledger.requests());
            search_all(&sandbox, &subject.session, &printed);
        }
    }
    // The app's data reach the ledger when a card is presented.
    let subject = planted(&sandbox, Operation::StartSale).await;
    let started = paynet
        .soft_pos()
        .start_sale(&subject.session, &subject.sale())
        .await;
    let started = started.unwrap().into_response().payment_session_id.unwrap();
    sandbox
        .present_card(started.expose(), Card::Approved)
        .unwrap();
    search_all(&sandbox, &subject.session, &debug(&sandbox.ledger()));
    let error = sandbox.present_card("canary", Card::Approved).unwrap_err();
    search("the error", &both(&error));
}

#[tokio::test]
async fn are_in_no_snapshot_resolution_or_row() {
    let sandbox = Sandbox::start().await.unwrap();
    let paynet = sandbox.client().unwrap();
    let planted = planted(&sandbox, Operation::Refund).await;
    let refund = Refund::full(planted.xact_id).notify(planted.notify.unwrap());
    let snapshot = paynet.snapshot(&refund).await.unwrap();
    let stored = serde_json::to_string(&snapshot).unwrap();
    paynet.transaction().refund(&refund).await.unwrap();
    let resolver = paynet.resolve(&refund).since(&snapshot);
    let mut printed = debug(&snapshot) + &stored + &debug(&resolver);
    let found = resolver.await;
    printed += &both(&found);
    search_all(&sandbox, &planted.session, &printed);
    search_all(&sandbox, &planted.session, &rows(&paynet).await);
}

#[tokio::test]
async fn are_in_no_snapshot_resolution_or_row_of_an_odd_server() {
    let refund = Refund::full(subject().xact_id).notify(subject().notify.unwrap());
    for response in responses::all() {
        let address = responses::server(response).await;
        let paynet = super::client(&format!("http://{address}"), trusting().read_resends(0));
        let mut printed = match paynet.snapshot(&refund).await {
            Ok(snapshot) => debug(&snapshot) + &serde_json::to_string(&snapshot).unwrap(),
            Err(error) => super::print::of_error(&error),
        };
        let resolver = paynet.resolve(&refund).within(Duration::ZERO);
        printed += &debug(&resolver);
        let found = resolver.await;
        printed += &both(&found);
        for evidence in found.evidence() {
            printed += &both(evidence);
        }
        printed += &rows(&paynet).await;
        search("the resolver", &printed);
    }
}

/// Prints the rows of both lists, and what is between them.
async fn rows(paynet: &Paynet) -> String {
    let transaction = paynet.transaction();
    let (first, last) = ("2000-01-01".parse().unwrap(), "2199-12-31".parse().unwrap());
    let mut all = transaction.list_all(&TransactionListQuery::new(first, last));
    let mut printed = debug(&all);
    // An odd server may have no last page.
    for _ in 0..5 {
        let row = all.next().await;
        printed += &(debug(&row) + &debug(&all) + &debug(&all.decode_issues()));
    }
    let (first, last) = ("2000-01-01".parse().unwrap(), "2199-12-31".parse().unwrap());
    let mut all = transaction.list_all_reversals(&ReversalListQuery::new(first, last));
    for _ in 0..5 {
        let row = all.next().await;
        printed += &(debug(&row) + &debug(&all) + &debug(&all.decode_issues()));
    }
    printed
}
