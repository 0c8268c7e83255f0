//! What the specs declare about repetition is what the sandbox does.

use std::time::SystemTime;

use crate::runtime::Repeat;
use crate::runtime::server::ServerRequest;
use crate::sandbox::ledger::{Ledger, Payment};
use crate::sandbox::operation::Operation;
use crate::sandbox::server::respond;
use crate::{Amount, Secret, XactId};

/// A ledger with something for every operation.
struct Fixture {
    ledger: Ledger,
    sale: XactId,
    preauth: XactId,
    captured: XactId,
    session_key: Secret,
    session: String,
}

impl Fixture {
    fn new() -> Self {
        let mut ledger = Ledger::new("sck_invented".into(), SystemTime::UNIX_EPOCH);
        let amount = Amount::from_kurus(1500).unwrap();
        let mut fixture = Self {
            sale: ledger.start_from(Payment::sale(amount)),
            preauth: ledger.start_from(Payment::preauth(amount)),
            captured: ledger.start_from(Payment::preauth(amount)),
            session_key: ledger.new_session(),
            session: String::new(),
            ledger,
        };
        let capture = format!(r#"{{"xact_id":"{}"}}"#, fixture.captured);
        fixture.send(Operation::Capture, &capture);
        let started = fixture.call(Operation::StartSale);
        let (_, rest) = started.split_once(r#""payment_session_id":""#).unwrap();
        fixture.session = rest.split('"').next().unwrap().to_owned();
        fixture
    }

    /// Sends what the operation succeeds with.
    fn call(&mut self, operation: Operation) -> String {
        let of = |xact_id: &XactId| format!(r#"{{"xact_id":"{xact_id}"}}"#);
        let body = match operation {
            Operation::Refund | Operation::Check | Operation::Detail | Operation::StartReversal => {
                of(&self.sale)
            }
            Operation::CancelCapture => of(&self.captured),
            Operation::CancelPreauth | Operation::Capture => of(&self.preauth),
            Operation::List | Operation::ListReversals => {
                r#"{"datab":"1970-01-01","datbi":"1970-01-01"}"#.to_owned()
            }
            Operation::CreateSession => r#"{"agent_id":"1","user_id":"2"}"#.to_owned(),
            Operation::EndSession => {
                format!(r#"{{"session_key":"{}"}}"#, self.session_key.expose())
            }
            Operation::StartSale => r#"{"amount":10.5}"#.to_owned(),
            Operation::CheckTransaction => {
                format!(r#"{{"payment_session_id":"{}"}}"#, self.session)
            }
        };
        self.send(operation, &body)
    }

    fn send(&mut self, operation: Operation, body: &str) -> String {
        let request = ServerRequest::new("POST", operation.path())
            .with_header("Authorization", "Basic sck_invented")
            .with_header("Session-Key", self.session_key.expose())
            .with_header("PaynetMobile", "2")
            .with_header("Content-Type", "application/json")
            .with_body(body);
        let answer = respond(&mut self.ledger, Some(operation), &request.recognize());
        let text = String::from_utf8(answer.response.body).unwrap();
        assert_eq!(answer.response.status, 200, "{operation:?}: {text}");
        text
    }

    /// Returns everything that there is, as text.
    fn state(&self) -> String {
        format!("{:?}", self.ledger)
    }
}

#[test]
fn what_is_safe_changes_nothing_and_what_is_not_does() {
    let mut safe = 0;
    for operation in Operation::ALL.iter().copied() {
        let mut fixture = Fixture::new();
        let before = fixture.state();
        let first = fixture.call(operation);
        let is_safe = operation.repeat() == Repeat::Safe;
        assert_eq!(fixture.state() == before, is_safe, "{operation:?}: {first}");
        if is_safe {
            assert_eq!(fixture.call(operation), first, "{operation:?}");
            safe += 1;
        }
    }
    assert_eq!(safe, 5);
}

#[test]
fn what_is_to_be_resolved_is_shown_by_the_named_operations() {
    let mut resolved = 0;
    for operation in Operation::ALL.iter().copied() {
        let Repeat::ResolveWith(methods) = operation.repeat() else {
            continue;
        };
        for method in methods {
            let look_up = match *method {
                "detail" => Operation::Detail,
                "list_reversals" => Operation::ListReversals,
                other => panic!("{other} is not known here"),
            };
            let mut fixture = Fixture::new();
            fixture.sale = match operation {
                Operation::CancelCapture => fixture.captured_capture(),
                Operation::CancelPreauth => fixture.preauth.clone(),
                _ => fixture.sale,
            };
            let before = fixture.call(look_up);
            fixture.call(operation);
            assert_ne!(fixture.call(look_up), before, "{operation:?}: {method}");
            resolved += 1;
        }
    }
    assert_eq!(resolved, 6);
}

impl Fixture {
    /// Returns the number of the capture.
    fn captured_capture(&self) -> XactId {
        let capture = self.ledger.movements().last().unwrap();
        assert_eq!(capture.of.as_ref(), Some(&self.captured));
        capture.xact_id.clone()
    }
}
