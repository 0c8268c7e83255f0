//! What is encoded as a response is decoded as the same: every type of a response, from the bodies
//! of all responses in `wire/`, and from changed ones.

use paynet_api::agent::types::{Session, SessionEnded, SessionError};
use paynet_api::runtime::server::ServerResponse;
use paynet_api::runtime::{Decode, Encode, Input, callback};
use paynet_api::softpos::types::{
    CheckTransactionResponse, ErrorResponse, InitReversalResponse, InitSaleResponse, Transaction,
};
use paynet_api::transaction::types::{
    CaptureCancellationResponse, CaptureResponse, CheckedTransaction, ErrorObject, ListedReversal,
    ListedTransaction, PreauthCancellationResponse, RefundNotification, RefundResponse,
    ReversalListResponse, TransactionCheckResponse, TransactionDetail, TransactionDetailResponse,
    TransactionListResponse,
};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};
use tests::fixture;

/// Decodes a body member by member, then encodes the value, and decodes it strictly. Returns how many
/// members the encoded value has.
fn round_trip<T: Decode + Encode + PartialEq + std::fmt::Debug>(body: &str) -> usize {
    let Ok(claim) = callback::<T>(body.as_bytes()) else {
        return 0;
    };
    let value = claim.into_claim();
    let encoded = ServerResponse::json(200, &value).body;
    let decoded = Input::parse(&encoded).and_then(T::decode);
    assert_eq!(decoded.as_ref(), Ok(&value), "{body}");
    let members: serde_json::Map<_, _> = serde_json::from_slice(&encoded).unwrap_or_default();
    members.len()
}

/// Every type, and how many members are encoded altogether.
fn all(body: &str) -> usize {
    let counts = [
        round_trip::<RefundResponse>(body),
        round_trip::<CaptureCancellationResponse>(body),
        round_trip::<PreauthCancellationResponse>(body),
        round_trip::<CaptureResponse>(body),
        round_trip::<TransactionCheckResponse>(body),
        round_trip::<CheckedTransaction>(body),
        round_trip::<TransactionDetailResponse>(body),
        round_trip::<TransactionDetail>(body),
        round_trip::<TransactionListResponse>(body),
        round_trip::<ListedTransaction>(body),
        round_trip::<ReversalListResponse>(body),
        round_trip::<ListedReversal>(body),
        round_trip::<RefundNotification>(body),
        round_trip::<ErrorObject>(body),
        round_trip::<InitReversalResponse>(body),
        round_trip::<InitSaleResponse>(body),
        round_trip::<CheckTransactionResponse>(body),
        round_trip::<Transaction>(body),
        round_trip::<ErrorResponse>(body),
        round_trip::<Session>(body),
        round_trip::<SessionEnded>(body),
        round_trip::<SessionError>(body),
    ];
    counts.iter().sum()
}

/// The bodies in `wire/` that are objects.
fn bodies() -> Vec<String> {
    let folder = fixture::root().join("tests/wire");
    let files = std::fs::read_dir(folder).expect("the folder is readable");
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let texts: Vec<String> = texts.collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    let bodies = lines.filter(|line| line.starts_with('{') && line.ends_with('}'));
    bodies.map(str::to_owned).collect()
}

#[test]
fn the_samples_of_all_operations_are() {
    let bodies = bodies();
    assert!(bodies.len() > 150, "{} bodies", bodies.len());
    let members: usize = bodies.iter().map(|body| all(body)).sum();
    assert!(members > 10_000, "{members} members");
}

/// Values of every type, and some that are hard to read.
const VALUES: [&str; 10] = [
    "null",
    "true",
    "-1",
    "0.10",
    "1e400",
    "\"\"",
    "\"15,00\"",
    "\"\\u0000ş\\\"\"",
    "[]",
    "{\"code\":1}",
];

#[test]
fn changed_samples_are() {
    let strategy = (select(bodies()), select(&VALUES[..]), any::<usize>());
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::default()
    });
    let ran = runner.run(&strategy, |(body, value, which)| {
        let mut members: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&body).unwrap_or_default();
        let names: Vec<String> = members.keys().cloned().collect();
        let name = names.get(which % names.len().max(1)).cloned();
        let value = serde_json::from_str(value).unwrap_or_default();
        members.insert(name.unwrap_or_else(|| "code".to_owned()), value);
        all(&serde_json::Value::from(members).to_string());
        Ok(())
    });
    ran.unwrap_or_else(|failure| panic!("{failure}"));
}
