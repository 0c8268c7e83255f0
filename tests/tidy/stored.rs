//! Every request that moves money can be stored.

use super::{fixture, read};

/// Requests of calls that are not sent again by themselves, and cannot be stored, each with why.
const NOT_STORED: [(&str, &str); 3] = [
    (
        "SessionRequest",
        "it moves no money, and a session key can be asked for again",
    ),
    (
        "SessionEnd",
        "it moves no money, and its session key is a secret",
    ),
    (
        "InitSaleRequest",
        "it opens a session in which nothing has happened yet",
    ),
];

#[test]
fn every_request_can_be_stored() {
    let root = fixture::root();
    let stored = read(&root.join("paynet-api/src/stored/requests.rs"));
    let exported = read(&root.join("paynet-api/src/lib.rs"));
    let requests = requests();
    assert!(!requests.is_empty(), "no operation has a body");
    for (request, reason) in NOT_STORED {
        assert!(
            requests.iter().any(|known| known == request),
            "{request} is not stored because {reason}, but no operation sends it"
        );
    }
    let is_stored = |request: &String| NOT_STORED.iter().all(|(known, _)| known != request);
    for request in requests.into_iter().filter(is_stored) {
        let name = exported
            .split_once(&format!("{request} as "))
            .and_then(|(_, rest)| rest.split(';').next())
            .unwrap_or(&request);
        assert!(
            stored.contains(&format!("\n    {name} (\"")),
            "{name} is sent and can't be stored: list it and its fields in paynet-api/src/stored/requests.rs"
        );
    }
}

/// Returns the types of the bodies of the operations that are never sent again by themselves.
fn requests() -> Vec<String> {
    let mut requests = Vec::new();
    for path in super::files("paynet-api/src/generated", "rs") {
        let text = read(&path);
        let bodies = text.split("\n    pub body: types::").skip(1);
        let bodies = bodies.filter(|rest| {
            let operation = rest.split("\npub struct ").next().unwrap_or_default();
            !operation.contains("Repeat::Safe")
        });
        requests.extend(bodies.filter_map(|rest| rest.split(',').next().map(str::to_owned)));
    }
    requests
}
