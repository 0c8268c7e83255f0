//! Every request of the client can be stored.

use super::{fixture, read};

#[test]
fn every_request_can_be_stored() {
    let root = fixture::root();
    let stored = read(&root.join("paynet-api/src/stored/requests.rs"));
    let exported = read(&root.join("paynet-api/src/lib.rs"));
    let requests = requests();
    assert!(!requests.is_empty(), "no operation has a body");
    for request in requests {
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

/// The types of the bodies of the client's operations.
fn requests() -> Vec<String> {
    let mut requests = Vec::new();
    for path in super::files("paynet-api/src/generated", "rs") {
        let text = read(&path);
        let bodies = text.split("\n    pub body: types::").skip(1);
        requests.extend(bodies.filter_map(|rest| rest.split(',').next().map(str::to_owned)));
    }
    requests
}
