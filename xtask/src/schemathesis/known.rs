//! Values that the sandbox knows: random ones name no transaction, and are no days with rows.

use serde_json::{Value, json};

use super::sandbox::Sandbox;

/// How many payments an operation has for itself: with each it can be done once.
const PAYMENTS: usize = 30;

/// Values of a property that the sandbox knows.
pub(crate) struct Known {
    pub(crate) document: &'static str,
    pub(crate) schema: &'static str,
    pub(crate) property: &'static str,
    pub(crate) values: Vec<Value>,
    pub(crate) others: Others,
}

/// Whether other values are tried besides known ones.
pub(crate) enum Others {
    Tried,
    LeftOut,
}

impl Known {
    fn new(
        document: &'static str,
        schema: &'static str,
        property: &'static str,
        values: impl Into<Vec<Value>>,
    ) -> Self {
        Self {
            document,
            schema,
            property,
            values: values.into(),
            others: Others::Tried,
        }
    }
}

/// Creates payments and sessions, the one of the calls among them, and returns what names them.
pub(crate) fn values(sandbox: &mut Sandbox) -> Result<Vec<Known>, String> {
    let mut known = payments(sandbox)?;
    // Not before: the payments are of several days.
    sandbox.session_key = sandbox.new_session_key()?;
    known.extend(paypos(sandbox)?);
    let keys: Result<Vec<_>, _> = (0..PAYMENTS).map(|_| sandbox.new_session_key()).collect();
    let keys: Vec<Value> = keys?.into_iter().map(Value::from).collect();
    known.push(Known::new("agent", "SessionEnd", "session_key", keys));
    for schema in ["TransactionListQuery", "ReversalListQuery"] {
        for (day, value) in [("datab", "2000-01-01"), ("datbi", "2100-01-01")] {
            known.push(Known::new("transaction", schema, day, [json!(value)]));
        }
    }
    // Nobody listens there, and the sandbox reaches no other places.
    let address = [json!("http://127.0.0.1:9/refunds/1042")];
    known.push(Known::new("transaction", "Refund", "succeedUrl", address));
    Ok(known)
}

/// Creates sessions of the PayPOS app in which a card was presented.
fn paypos(sandbox: &mut Sandbox) -> Result<Vec<Known>, String> {
    let mut sessions = Vec::new();
    for card in ["", "declined"] {
        let session = sandbox.post("/v1/softpos/init_sale_transaction", &json!({"amount": 15}))?;
        let id = session["payment_session_id"].as_str().unwrap_or_default();
        sandbox.command(&format!("card {id} {card}"))?;
        sessions.push(json!(id));
    }
    let amounts = Known {
        // Nearly all random amounts have more than two decimals, or none but zeros.
        others: Others::LeftOut,
        ..Known::new(
            "softpos",
            "InitSaleRequest",
            "amount",
            [json!(15), json!(0.01)],
        )
    };
    let link = || [json!("myshop://returned")];
    Ok(vec![
        amounts,
        Known::new("softpos", "InitSaleRequest", "callback_url", link()),
        Known::new("softpos", "InitReversalRequest", "callback_url", link()),
        Known::new(
            "softpos",
            "CheckTransactionRequest",
            "payment_session_id",
            sessions,
        ),
    ])
}

/// Creates payments, each for one operation: another one would use them up.
fn payments(sandbox: &mut Sandbox) -> Result<Vec<Known>, String> {
    let mut known = Vec::new();
    for (document, schema, kind) in [
        ("transaction", "Refund", "sale"),
        ("transaction", "CaptureCancellation", "preauth"),
        ("transaction", "PreauthCancellation", "preauth"),
        ("transaction", "Capture", "preauth"),
        ("transaction", "TransactionCheck", "sale"),
        ("transaction", "TransactionDetailQuery", "preauth"),
        ("softpos", "InitReversalRequest", "sale"),
    ] {
        let mut values = Vec::new();
        for index in 0..PAYMENTS {
            // Half of them are of today.
            if index == PAYMENTS / 2 {
                sandbox.command("next-day")?;
            }
            let id = sandbox.command(&format!("{kind} 15.00 {schema}-{index}"))?;
            if schema == "CaptureCancellation" {
                let capture = json!({"xact_id": id, "amount": ""});
                sandbox.post("/v1/transaction/capture", &capture)?;
            }
            values.push(json!(id));
        }
        known.push(Known::new(document, schema, "xact_id", values));
    }
    Ok(known)
}
