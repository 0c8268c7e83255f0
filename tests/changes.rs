//! What a change of a document means for callers and on the wire: pairs that differ in one thing.

use codegen::changes::{Change, Release, Rust, Wire, between};
use codegen::{Diagnostics, Options, Sources, ir, lower, read};

/// The document that all pairs begin with.
const DOCUMENT: &str = r#"
openapi: 3.0.3
info: {title: Case, version: '1'}
servers: [{url: 'https://api.example.org', description: Production}]
tags: [{name: Orders}]
paths:
  /orders:
    post:
      operationId: createOrder
      tags: [Orders]
      description: Creates an order.
      x-repeat: never
      x-outcome: [{status: [200], rules: [{means: accepted, when: {code: [0]}}]}]
      parameters: [{name: page, in: query, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses: {'200': {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Created'}}}}}
    get:
      operationId: listOrders
      tags: [Orders]
      x-repeat: safe
      responses: {'204': {description: None.}}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: {type: string}
        note: {type: string}
        kind: {$ref: '#/components/schemas/Kind'}
    Created:
      type: object
      properties: {code: {type: integer}, name: {type: string}}
    Kind: {type: string, enum: [small, medium, large]}
"#;

fn api(text: &str) -> ir::Api {
    let mut sources = Sources::default();
    sources.insert("case.yaml", text);
    let mut diagnostics = Diagnostics::default();
    let documents = read::read(&sources, &mut diagnostics);
    let api = lower::api(&documents, &Options::default(), &mut diagnostics);
    assert!(
        !diagnostics.has_errors(),
        "{}",
        diagnostics.render(&sources)
    );
    api
}

fn changes(before: &str, after: &str) -> Vec<Change> {
    between(&api(before), &api(after))
}

/// Replaces one part of the document, and returns what that changes.
#[track_caller]
fn replacing(part: &str, by: &str) -> Vec<Change> {
    assert!(DOCUMENT.contains(part), "{part}");
    changes(DOCUMENT, &DOCUMENT.replacen(part, by, 1))
}

/// What is replaced, by what, and each change that it is.
type Row<'a> = (&'a str, &'a str, &'a [(Rust, Wire, &'a str)]);

const PATCH: Rust = Rust::Patch;
const ADDITION: Rust = Rust::Addition;
const BREAKING: Rust = Rust::Breaking;

const ROWS: &[Row<'_>] = &[
    (
        "Creates an order.",
        "Makes an order.",
        &[(PATCH, Wire::NONE, "operation `createOrder`: other text")],
    ),
    (
        "https://api.example.org",
        "https://api2.example.org",
        &[(
            PATCH,
            Wire::REQUESTS,
            "environment `Production` is at https://api2.example.org and no longer at https://api.example.org",
        )],
    ),
    (
        "operationId: createOrder",
        "operationId: makeOrder",
        &[(
            BREAKING,
            Wire::NONE,
            "operation `createOrder` is now named `makeOrder`",
        )],
    ),
    (
        "x-repeat: never",
        "x-repeat: safe",
        &[(
            PATCH,
            Wire {
                requests: true,
                ..Wire::ERRORS
            },
            "operation `createOrder`: a call is safe to send again, and was never to be sent again (`x-repeat`)",
        )],
    ),
    (
        "when: {code: [0]}",
        "when: {code: [0, 100]}",
        &[(
            PATCH,
            Wire::OUTCOMES,
            "operation `createOrder`: a response proves something else (`x-outcome`)",
        )],
    ),
    (
        "{name: page, in: query, schema",
        "{name: page, in: query, required: true, schema",
        &[(
            BREAKING,
            Wire::REQUESTS,
            "operation `createOrder`: parameter `page` is `i64` and no longer `Option<i64>`",
        )],
    ),
    (
        "parameters: [{name: page, in: query, schema: {type: integer}}]",
        "parameters: [{name: page, in: query, schema: {type: integer}}, {name: size, in: query, schema: {type: integer}}]",
        &[(
            ADDITION,
            Wire::NONE,
            "operation `createOrder`: parameter `size` was added",
        )],
    ),
    (
        "        note: {type: string}\n",
        "        note: {type: string}\n        city: {type: string}\n",
        &[(
            ADDITION,
            Wire::NONE,
            "type `Order`: member `city` was added",
        )],
    ),
    (
        "        note: {type: string}\n",
        "",
        &[(
            BREAKING,
            Wire::REQUESTS,
            "type `Order`: member `note` was removed",
        )],
    ),
    (
        "required: [id]",
        "required: [id, note]",
        &[(
            BREAKING,
            Wire::REQUESTS,
            "type `Order`: member `note` is `String` and no longer `Option<String>`",
        )],
    ),
    (
        "code: {type: integer}, name: {type: string}",
        "code: {type: integer}, name: {type: string}, city: {type: string}",
        &[(
            ADDITION,
            Wire::RESPONSES,
            "type `Created`: member `city` was added",
        )],
    ),
    (
        "code: {type: integer}, name: {type: string}",
        "name: {type: string}, code: {type: integer}",
        &[],
    ),
    (
        "        id: {type: string}\n        note: {type: string}\n",
        "        note: {type: string}\n        id: {type: string}\n",
        &[(
            PATCH,
            Wire::REQUESTS,
            "type `Order`: the members are in another order",
        )],
    ),
    (
        "enum: [small, medium, large]",
        "enum: [small, medium, large, huge]",
        &[(ADDITION, Wire::NONE, "type `Kind`: value `huge` was added")],
    ),
    (
        "enum: [small, medium, large]",
        "enum: [small, medium]",
        &[(
            BREAKING,
            Wire::NONE,
            "type `Kind`: value `large` was removed",
        )],
    ),
];

#[test]
fn each_change_has_its_classes() {
    for (part, by, expected) in ROWS {
        let found = replacing(part, by);
        let found: Vec<_> = found
            .iter()
            .map(|change| (change.rust, change.wire, change.what.as_str()))
            .collect();
        assert_eq!(&found, expected, "{part} -> {by}");
    }
}

#[test]
fn what_did_not_change_is_not_told() {
    assert_eq!(changes(DOCUMENT, DOCUMENT), Vec::new());
    let commented = DOCUMENT.replace("paths:", "# A comment.\npaths:");
    assert_eq!(changes(DOCUMENT, &commented), Vec::new());
}

#[test]
fn what_is_gone_one_way_is_new_the_other_way() {
    let without = DOCUMENT.replace("        note: {type: string}\n", "");
    let gone = changes(DOCUMENT, &without);
    assert_eq!(Release::of(&gone), Some(Release::Major));
    assert!(gone[0].before.is_some() && gone[0].after.is_none());
    let new = changes(&without, DOCUMENT);
    assert_eq!(Release::of(&new), Some(Release::Minor));
    assert!(new[0].before.is_none() && new[0].after.is_some());
    assert_eq!(Release::of(&[]), None);
}
