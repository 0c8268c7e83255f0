//! Cancellations of captures and pre-authorizations are recorded like refunds.

use paynet_api::journal::{JournalErrorKind, Operation, State};
use paynet_api::sandbox::Fault;
use paynet_api::sandbox::Operation as Service;
use paynet_api::transaction::types::Capture;
use paynet_api::{CaptureAmount, CaptureCancellation, PreauthCancellation};

use crate::support::{Bench, TestStore, every_store, lira};

every_store! {
    a_capture_is_cancelled_once,
    a_preauth_is_cancelled_once,
}

async fn a_capture_is_cancelled_once<S: TestStore>(bench: Bench<S>) {
    let preauth = bench.sandbox.preauth(lira(15));
    let mut capture = Capture::new(CaptureAmount::Full);
    capture.xact_id = Some(preauth.clone());
    let paynet = bench.sandbox.client().unwrap();
    paynet.transaction().capture(&capture).await.unwrap();
    let cancellation = CaptureCancellation::new(preauth.clone());
    let receipt = bench
        .journal
        .cancel_capture("1", &cancellation)
        .await
        .unwrap();
    assert!(receipt.response().is_some());
    let again = bench
        .journal
        .cancel_capture("1", &cancellation)
        .await
        .unwrap();
    assert!(again.response().is_none());
    let entry = bench.entry("1").await;
    assert_eq!(
        (entry.operation, entry.amount),
        (Operation::CancelCapture, None)
    );
    assert!(
        entry
            .to_string()
            .starts_with("1: cancellation of the capture of all of xk_"),
        "{entry}"
    );
    // The journal has nothing against the cancellation of the pre-authorization, which takes back
    // something else. That the sandbox refuses it here is its own decision.
    let cancellation = PreauthCancellation::new(preauth);
    let error = bench.journal.cancel_preauth("2", &cancellation).await;
    assert!(matches!(
        error.unwrap_err().kind(),
        JournalErrorKind::Call { .. }
    ));
}

async fn a_preauth_is_cancelled_once<S: TestStore>(bench: Bench<S>) {
    let preauth = bench.sandbox.preauth(lira(15));
    let cancellation = PreauthCancellation::new(preauth);
    bench
        .sandbox
        .inject(Fault::cut().only(Service::CancelPreauth));
    let lost = bench.journal.cancel_preauth("1", &cancellation).await;
    assert!(lost.unwrap_err().is_unknown());
    assert_eq!(
        bench.journal.resolve("1").await.unwrap().state,
        State::Reversed
    );
    assert_eq!(bench.entry("1").await.operation, Operation::CancelPreauth);
}
