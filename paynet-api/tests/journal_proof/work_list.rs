//! What the killed workers are asked for: reversals of each kind, and what goes wrong with them.

use std::time::Duration;

use paynet_api::journal::Operation;
use paynet_api::sandbox::{Fault, Operation as Service, Payment, Sandbox};
use paynet_api::transaction::types::Capture;
use paynet_api::{Amount, CaptureAmount, XactId};

use crate::task::Task;

const DAYS: Duration = Duration::from_secs(3 * 24 * 60 * 60);

/// Adds payments to a sandbox, lets some things go wrong, and returns what a worker is asked for.
pub(crate) async fn mixed(sandbox: &Sandbox) -> Vec<Task> {
    let refund = |key: &str, sale: &XactId| Task::new(key, Operation::Refund, sale.clone());
    let sale = || sandbox.add(Payment::sale(lira(15)).ago(DAYS));
    let in_parts = sale();
    let part = |key: &str, amount| Task {
        amount: Some(lira(amount)),
        total: Some(lira(15)),
        ..refund(key, &in_parts)
    };
    let preauth = sandbox.add(Payment::preauth(lira(15)).ago(DAYS));
    let today = Task {
        amount: Some(lira(5)),
        ..refund("refused", &sandbox.sale(lira(15)))
    };
    let once = Task {
        again: false,
        ..refund("once", &sale())
    };
    let_go_wrong(sandbox);
    vec![
        refund("whole", &sale()),
        part("part-1", 5),
        part("part-2", 6),
        // More than what is left.
        part("part-3", 7),
        refund("lost-1", &sale()),
        refund("lost-2", &sale()),
        Task::new("capture", Operation::CancelCapture, captured(sandbox).await),
        Task::new("preauth", Operation::CancelPreauth, preauth),
        today,
        once,
    ]
}

/// Lets some of the requests go wrong, in the order in which they arrive.
fn let_go_wrong(sandbox: &Sandbox) {
    let faults = [
        Fault::delay_after(Duration::ZERO),
        Fault::delay_after(Duration::from_millis(1)),
        // Carried out, and the response is lost.
        Fault::cut(),
        // Not carried out, and nobody knows.
        Fault::html(502).unprocessed(),
        Fault::garbage(),
    ];
    for fault in faults {
        sandbox.inject(fault.only(Service::Refund));
    }
    sandbox.inject(Fault::cut_at(20).only(Service::CancelPreauth));
}

/// Adds a capture.
async fn captured(sandbox: &Sandbox) -> XactId {
    let preauth = sandbox.add(Payment::preauth(lira(15)).ago(DAYS));
    let mut capture = Capture::new(CaptureAmount::Full);
    capture.xact_id = Some(preauth);
    let paynet = sandbox.client().unwrap();
    let captured = paynet.transaction().capture(&capture).await.unwrap();
    XactId::new(captured.into_response().xact_id.unwrap()).unwrap()
}

pub(crate) fn lira(amount: i64) -> Amount {
    Amount::from_kurus(amount * 100).unwrap()
}
