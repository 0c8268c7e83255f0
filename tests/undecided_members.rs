//! Members that no outcome rule names change nothing: neither the outcome, nor code, nor message.
//!
//! Every response of `wire/` that is a JSON object is changed in them: dropped, repeated, of
//! another type, nested, null, and new ones added. `PROPTEST_CASES` says how often:
//!
//! ```sh
//! PROPTEST_CASES=100000 cargo test --release -p tests --test undecided_members
//! ```

use std::collections::BTreeSet;
use std::error::Error as StdError;

use paynet_api::agent::types::{Session, SessionEnded, SessionError};
use paynet_api::runtime::{Decode, Input, Operation, Rule, RuleSet};
use paynet_api::softpos::types::{
    CheckTransactionResponse, ErrorResponse, InitReversalResponse, InitSaleResponse,
};
use paynet_api::transaction::types::{
    CaptureCancellationResponse, CaptureResponse, ErrorObject, PreauthCancellationResponse,
    RefundNotification, RefundResponse, ReversalListResponse, TransactionCheckResponse,
    TransactionDetailResponse, TransactionListResponse,
};
use paynet_api::{Acceptance, Accepted, Call, Environment, Error, Outcome, Paynet, Raw};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};
use serde_json::value::RawValue;
use tests::calls::{self, Visitor};
use tests::fixture;

type Fallible<T> = Result<T, Box<dyn StdError>>;

/// A response of `wire/`: the call, the status and the members of the body.
struct Response {
    call: String,
    status: u16,
    members: Vec<Member>,
}

/// A member: its name, and its value as JSON text.
type Member = (String, String);

/// What is done to the members that no rule names.
#[derive(Clone, Debug)]
enum Change {
    Drop,
    Replace(&'static str),
    Repeat(&'static str),
    Nest,
}

/// Values of every type, and some that are hard to read.
const VALUES: [&str; 16] = [
    "null",
    "true",
    "0",
    "-1",
    "1e400",
    "0.10",
    "\"\"",
    "\"x\"",
    "\"15,00\"",
    "\"\\ud800\"",
    "[]",
    "[null]",
    "{}",
    "{\"code\":1,\"is_succeed\":false}",
    "18446744073709551616",
    "[[[[[[[[1]]]]]]]]",
];

#[test]
fn they_change_neither_the_outcome_nor_code_nor_message() -> Fallible<()> {
    let responses = responses()?;
    assert!(responses.len() > 60, "{} responses", responses.len());
    let longest = responses.iter().map(|response| response.members.len());
    let longest = longest.max().unwrap_or_default();
    let paynet = Paynet::builder(Environment::Sandbox)
        .secret_key("sck_invented")
        .build()?;
    let mut runner = TestRunner::new(Config {
        failure_persistence: None,
        ..Config::default()
    });
    let strategy = (0..responses.len(), changes(longest), added());
    runner.run(&strategy, |(index, changes, added)| {
        let Response {
            call,
            status,
            members,
        } = &responses[index];
        let outcome = |members: &[Member]| {
            let found = outcome(&paynet, call, *status, &body(members));
            found.map_err(|error| TestCaseError::fail(error.to_string()))
        };
        let deciding = calls::visit(&paynet, call, Deciding)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        let changed = apply(members, &changes, &added, &deciding);
        prop_assert_eq!(
            outcome(&changed)?,
            outcome(members)?,
            "{} {} {}",
            call,
            status,
            body(&changed)
        );
        Ok(())
    })?;
    Ok(())
}

/// A change, or none, for each member of a response.
fn changes(members: usize) -> impl Strategy<Value = Vec<Option<Change>>> {
    let change = prop_oneof![
        Just(Change::Drop),
        select(&VALUES[..]).prop_map(Change::Replace),
        select(&VALUES[..]).prop_map(Change::Repeat),
        Just(Change::Nest),
    ];
    vec(proptest::option::of(change), members)
}

/// New members.
fn added() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    vec((select(&NEW[..]), select(&VALUES[..])), 0..4)
}

/// An object is always decoded, so no call can be accepted without a response.
#[test]
fn no_response_of_paynet_requires_anything() {
    fn decodes<T: Decode>() -> bool {
        Input::parse(b"{}").and_then(T::decode).is_ok()
    }
    assert!(decodes::<RefundResponse>());
    assert!(decodes::<CaptureCancellationResponse>());
    assert!(decodes::<PreauthCancellationResponse>());
    assert!(decodes::<InitReversalResponse>());
    assert!(decodes::<InitSaleResponse>());
    assert!(decodes::<CheckTransactionResponse>());
    assert!(decodes::<CaptureResponse>());
    assert!(decodes::<TransactionCheckResponse>());
    assert!(decodes::<TransactionDetailResponse>());
    assert!(decodes::<TransactionListResponse>());
    assert!(decodes::<ReversalListResponse>());
    assert!(decodes::<Session>());
    assert!(decodes::<SessionEnded>());
    assert!(decodes::<SessionError>());
    assert!(decodes::<ErrorObject>());
    assert!(decodes::<ErrorResponse>());
    assert!(decodes::<RefundNotification>());
}

/// Names that no operation has.
const NEW: [&str; 3] = ["invented", "Code", "is_succeed "];

/// Changes the members that no rule names.
fn apply(
    members: &[Member],
    changes: &[Option<Change>],
    added: &[(&str, &str)],
    deciding: &BTreeSet<&str>,
) -> Vec<Member> {
    let mut changed = Vec::new();
    for (member, change) in members.iter().zip(changes) {
        let (name, value) = member.clone();
        match change {
            Some(change) if !deciding.contains(&*name) => match change {
                Change::Drop => {}
                Change::Replace(other) => changed.push((name, (*other).to_owned())),
                Change::Repeat(other) => {
                    changed.extend([(name.clone(), value), (name, (*other).to_owned())]);
                }
                Change::Nest => changed.push((name, format!("{{\"nested\":[{value}]}}"))),
            },
            _ => changed.push((name, value)),
        }
    }
    let added = added.iter();
    changed.extend(added.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    changed
}

/// Writes the members as an object.
fn body(members: &[Member]) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|(name, value)| format!("{}:{value}", serde_json::Value::from(&**name)))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// Returns the members that decide about a call, with its code and its message.
struct Deciding;

impl Visitor for Deciding {
    type Output = BTreeSet<&'static str>;

    fn visit<O: Operation>(self, _: Call<O, O::Response>) -> Self::Output {
        named(O::OUTCOME_RULES)
    }
}

/// The members that rules name.
fn named(rule_sets: &'static [RuleSet]) -> BTreeSet<&'static str> {
    let conditions = |rule: &'static Rule| rule.when.iter();
    let mut names = BTreeSet::new();
    for rule_set in rule_sets {
        let conditions = rule_set.rules.iter().flat_map(conditions);
        names.extend(
            conditions
                .chain(rule_set.when)
                .map(|condition| condition.member),
        );
        names.extend(rule_set.code.map(|code| code.member));
        names.extend(rule_set.message);
    }
    names
}

/// Every response of `wire/` that is a JSON object.
fn responses() -> Fallible<Vec<Response>> {
    let mut responses = Vec::new();
    for path in fixture::inputs("wire")? {
        let text = std::fs::read_to_string(&path)?;
        for block in text.split("\n=== ").skip(1) {
            let (_, response) = block.split_once('\n').ok_or("a block has a title")?;
            let (response, _) = response.split_once("\n--> ").ok_or("a block has a proof")?;
            let (head, body) = response.split_once("\n\n").unwrap_or((response, ""));
            let status = head.split(' ').nth(1).ok_or("a response has a status")?;
            if let Ok(Members(members)) = serde_json::from_str(body) {
                responses.push(Response {
                    call: fixture::stem(&path),
                    status: status.parse()?,
                    members,
                });
            }
        }
    }
    Ok(responses)
}

/// The members of an object, in their order.
struct Members(Vec<Member>);

impl<'de> serde::Deserialize<'de> for Members {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self(Vec::new()))
    }
}

impl<'de> serde::de::Visitor<'de> for Members {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some((name, value)) = map.next_entry::<String, Box<RawValue>>()? {
            self.0.push((name, value.get().to_owned()));
        }
        Ok(self)
    }
}

/// Returns what a call makes of a response: the outcome, the code and the message.
struct Answered(Raw);

impl Visitor for Answered {
    type Output = String;

    fn visit<O: Operation>(self, call: Call<O, O::Response>) -> Self::Output {
        shown(call.answered_with(self.0))
    }
}

fn outcome(paynet: &Paynet, call: &str, status: u16, body: &str) -> Fallible<String> {
    let json = [("content-type", &b"application/json"[..])];
    let raw = Raw::new(status, json, body.into());
    calls::visit(paynet, call, Answered(raw))
}

fn shown<R>(result: Result<Accepted<R>, Error>) -> String {
    match result {
        Ok(accepted) => match accepted.acceptance() {
            Acceptance::New => "accepted".to_owned(),
            Acceptance::Earlier => "accepted earlier".to_owned(),
        },
        Err(error) => {
            // In Paynet's documents, no response must have anything.
            assert_ne!(error.outcome(), Outcome::Accepted, "{error}");
            let (code, message) = (error.code(), error.message());
            format!("{} {code:?} {message:?}", error.outcome())
        }
    }
}
