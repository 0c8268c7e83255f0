//! The report of a run: every part of a document is in exactly one count.

use std::fs;

use codegen::diagnostic::Code;
use codegen::read::ItemKind;
use codegen::report::{Report, State};
use codegen::{Options, Sources, generate_and_report};
use serde_json::Value;
use tests::fixture;

const PARTS: [ItemKind; 7] = [
    ItemKind::Operation,
    ItemKind::Parameter,
    ItemKind::Body,
    ItemKind::Response,
    ItemKind::Content,
    ItemKind::Callback,
    ItemKind::Schema,
];

const METHODS: &str = "get put post delete options head patch trace";

#[test]
fn every_part_of_every_fixture_is_in_one_count() {
    let mut seen = 0;
    for folder in ["cases", "documents", "problems", "../specs"] {
        for path in fixture::inputs(folder).expect("the folder is readable") {
            let Some((text, tree)) = read(&path) else {
                continue;
            };
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let report = report(&name, &text);
            for (part, expected) in expected(&tree) {
                assert_eq!(report.counts(part).total(), expected, "{part:?} of {name}");
            }
            sums(&name, &report);
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} documents were looked at");
}

/// Every part of a published document is generated, except those that the standard ignores.
#[test]
fn no_part_of_a_document_is_lost() {
    let documents = fixture::inputs("documents").expect("the folder is readable");
    assert!(documents.len() > 20, "only {} documents", documents.len());
    for path in documents {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&path).expect("it is readable");
        let mut sources = Sources::default();
        sources.insert(&name, &text);
        let (tree, diagnostics, report) = generate_and_report(&sources, &Options::default());
        assert!(tree.is_some(), "{name}: {}", diagnostics.render(&sources));
        assert_eq!(report.missing(), 0, "{name}: {}", report.text(&sources));
        for part in PARTS {
            let counts = report.counts(part);
            assert!(
                counts.json * 2 <= counts.total(),
                "{name}: {part:?} {counts:?}"
            );
        }
    }
}

/// Asserts that the counts add up, and that each untyped part is an exception with a reason.
fn sums(name: &str, report: &Report) {
    for part in PARTS {
        let counts = report.counts(part);
        for (state, count) in [
            (State::Json, counts.json),
            (State::NotGenerated, counts.not_generated),
        ] {
            let exceptions = report.exceptions().iter();
            let uses = exceptions
                .filter(|it| it.kind == Some(part) && it.state == state)
                .map(|it| it.uses);
            assert_eq!(uses.sum::<usize>(), count, "{part:?} {state:?} of {name}");
        }
    }
    let mut exceptions = report.exceptions().iter();
    assert!(exceptions.all(|exception| !exception.reasons.is_empty()));
}

/// Counts the parts of a document that consists of objects and has no references to path items.
fn expected(tree: &Value) -> Vec<(ItemKind, usize)> {
    let members = |pointer: &str| tree.pointer(pointer).and_then(Value::as_object).cloned();
    let paths = members("/paths").unwrap_or_default();
    let items = paths.iter().filter(|(path, _)| !path.starts_with("x-"));
    let operations: Vec<Value> = items
        .flat_map(|(_, item)| {
            // Ignores case: `GET` is repaired.
            let members = item.as_object().into_iter().flatten();
            members
                .filter(|(key, _)| METHODS.split(' ').any(|it| it.eq_ignore_ascii_case(key)))
                .map(|(_, operation)| operation.clone())
        })
        .collect();
    let responses = operations
        .iter()
        .filter_map(|operation| operation.get("responses")?.as_object());
    let statuses = responses.flat_map(|responses| responses.keys());
    // Methods of OpenAPI 3.2, which are not generated.
    let newer = paths.values().map(|item| {
        let others = item.get("additionalOperations").and_then(Value::as_object);
        usize::from(item.get("query").is_some()) + others.map_or(0, |others| others.len())
    });
    vec![
        (ItemKind::Operation, operations.len() + newer.sum::<usize>()),
        (
            ItemKind::Body,
            operations
                .iter()
                .filter(|it| it.get("requestBody").is_some() || has_content(tree, it))
                .count(),
        ),
        (
            ItemKind::Response,
            statuses.filter(|status| !status.starts_with("x-")).count(),
        ),
        (ItemKind::Schema, schemas(tree)),
    ]
}

/// Returns the number of component schemas, which are at the root in Swagger 2.0.
fn schemas(tree: &Value) -> usize {
    let is_swagger = tree.get("swagger").is_some();
    let pointer = ["/components/schemas", "/definitions"][usize::from(is_swagger)];
    let schemas = tree.pointer(pointer).and_then(Value::as_object);
    let names = schemas.into_iter().flat_map(|schemas| schemas.keys());
    names.filter(|name| !name.starts_with("x-")).count()
}

/// Returns whether a parameter is the body, as in Swagger 2.0.
fn has_content(tree: &Value, operation: &Value) -> bool {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    parameters.into_iter().flatten().any(|parameter| {
        let target = parameter.get("$ref").and_then(Value::as_str);
        let target = target.and_then(|target| tree.pointer(target.strip_prefix('#')?));
        let place = target.unwrap_or(parameter).get("in");
        place.is_some_and(|place| place == "body" || place == "formData")
    })
}

fn read(path: &std::path::Path) -> Option<(String, Value)> {
    let text = fs::read_to_string(path).ok()?;
    let mut merged: serde_yaml::Value = serde_yaml::from_str(&text).ok()?;
    merged.apply_merge().ok()?;
    let tree: Value = serde_yaml::from_str(&serde_yaml::to_string(&merged).ok()?).ok()?;
    let paths = tree
        .get("paths")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    let is_plain = tree.is_object() && paths.values().all(|item| item.get("$ref").is_none());
    let is_document = !path.to_string_lossy().contains(".overlay.");
    (is_plain && is_document).then_some((text, tree))
}

fn report(name: &str, text: &str) -> Report {
    let mut sources = Sources::default();
    sources.insert(name, text);
    generate_and_report(&sources, &Options::default()).2
}

#[test]
fn what_the_standard_ignores_is_reported_and_not_missing() {
    let text = "openapi: 3.0.3\ninfo: {title: Case, version: '1'}\npaths:\n  /a:\n    get:\n      operationId: a\n      \
                parameters: [{name: Accept, in: header, schema: {type: string}}]\n      responses: {'204': {description: Done.}}\n";
    let report = report("ignored.yaml", text);
    assert_eq!(report.counts(ItemKind::Parameter).not_generated, 1);
    assert_eq!(report.missing(), 0);
    let exception = &report.exceptions()[0];
    assert!(exception.ignored_by_standard);
    assert_eq!(exception.reasons[0].code, Some(Code::W0224));
}

#[test]
fn an_exception_has_its_location_and_its_reason() {
    let text = "openapi: 3.0.3\ninfo: {title: Case, version: '1'}\npaths:\n  /a:\n    get:\n      operationId: a\n      \
                responses: {'200': {$ref: '#/components/responses/Nowhere'}}\ncomponents:\n  schemas: {Any: {}}\n";
    let mut sources = Sources::default();
    sources.insert("case.yaml", text);
    let (tree, _, report) = generate_and_report(&sources, &Options::default());
    assert!(tree.is_some());
    assert_eq!(report.missing(), 1);
    let printed = report.text(&sources);
    assert!(
        printed.contains("case.yaml:7:19: response GET /a 200: not generated\n  case.yaml:7:"),
        "{printed}"
    );
    assert!(
        printed.contains("case.yaml:9:13: schema Any: kept as JSON"),
        "{printed}"
    );
    let json: Value = serde_json::from_str(&report.json(&sources)).expect("it is JSON");
    assert_eq!(json["report"]["responses"]["not_generated"], 1);
    assert_eq!(json["report"]["exceptions"][0]["location"]["line"], 7);
}

#[test]
fn repaired_parts_are_not_missing() {
    let text = fs::read_to_string(
        fixture::root().join("tests/cases/documents/keys_that_are_repaired.yaml"),
    )
    .expect("the case is there");
    let report = report("keys_that_are_repaired.yaml", &text);
    for part in [ItemKind::Operation, ItemKind::Parameter, ItemKind::Response] {
        let counts = report.counts(part);
        assert_eq!((counts.typed, counts.total()), (1, 1), "{part:?}");
    }
    assert_eq!(report.missing(), 0);
}

#[test]
fn an_operation_without_content_is_missing_and_reported() {
    let path = "tests/problems/operations/operations_without_content.yaml";
    let text = fs::read_to_string(fixture::root().join(path)).expect("the case is there");
    let report = report("case.yaml", &text);
    let lost = report.exceptions().iter().find(|it| it.name == "POST /a");
    let codes = lost.iter().flat_map(|lost| &lost.reasons).map(|it| it.code);
    assert_eq!(codes.collect::<Vec<_>>(), [Some(Code::W0132)]);
}

/// Each media type is a separate part, and one whose bytes are returned as received is reported.
#[test]
fn each_of_several_media_types_is_reported() {
    let text = "openapi: 3.0.3\ninfo: {title: Case, version: '1'}\npaths:\n  /a:\n    post:\n      operationId: a\n      \
                requestBody: {content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}, application/x-www-form-urlencoded: {}}}\n      \
                responses:\n        '200': {description: Done., content: {application/json: {schema: {type: integer}}, application/xml: {schema: {type: integer}}}}\n        \
                '204': {description: Done., content: {text/plain: {schema: {type: string}}}}\n";
    let report = report("contents.yaml", text);
    let counts = report.counts(ItemKind::Content);
    assert_eq!((counts.typed, counts.json, counts.not_generated), (3, 1, 0));
    let state_of = |name: &str| {
        let mut exceptions = report.exceptions().iter();
        let found = exceptions.find(|it| it.kind == Some(ItemKind::Content) && it.name == name);
        found.map(|it| (it.state, it.reasons[0].text.clone()))
    };
    let (state, _) =
        state_of("POST /a application/x-www-form-urlencoded").expect("it has no schema");
    assert_eq!(state, State::Json);
    let (state, why) = state_of("POST /a 200 application/xml").expect("it is a text");
    assert_eq!(state, State::Typed);
    assert!(
        why.starts_with("its bytes are returned as received"),
        "{why}"
    );
    assert_eq!(state_of("POST /a application/json"), None);
}

#[test]
fn parts_of_other_documents_are_counted() {
    let mut sources = Sources::default();
    let folder = fixture::root().join("tests/several/components_that_are_documents_of_their_own");
    for file in ["shop.yaml", "order.yaml", "coin.yaml", "responses.yaml"] {
        let text = fs::read_to_string(folder.join(file)).expect("the fixture is there");
        sources.insert(file, &text);
    }
    let path = "get: {operationId: a, responses: {'204': {description: Done.}}}\n";
    sources.insert("path.yaml", path);
    let other =
        "openapi: 3.0.3\ninfo: {title: Case, version: '1'}\npaths: {/a: {$ref: path.yaml}}\n";
    sources.insert("other.yaml", other);
    let report = generate_and_report(&sources, &Options::default()).2;
    for (part, count) in [
        (ItemKind::Operation, 2),
        (ItemKind::Body, 1),
        (ItemKind::Schema, 3),
    ] {
        let counts = report.counts(part);
        assert_eq!((counts.typed, counts.total()), (count, count), "{part:?}");
    }
    assert_eq!(report.missing(), 0, "{}", report.text(&sources));
}

#[test]
fn an_operation_of_an_omitted_path_has_the_reason_of_the_path() {
    let get = "get: {responses: {'204': {description: Done.}}}";
    for (here, there) in [(get, ""), ("$ref: '#/paths/~1c'", get)] {
        let text = format!("openapi: 3.0.3\npaths:\n  /a/{{b:\n    {here}\n  /c: {{{there}}}\n");
        let report = report("path.yaml", &text);
        let mut exceptions = report.exceptions().iter();
        let lost = exceptions.find(|it| it.state == State::NotGenerated);
        let lost = lost.expect("one is lost");
        assert_eq!(lost.name, "GET /a/{b");
        assert_eq!(lost.reasons[0].code, Some(Code::W0135));
    }
}

#[test]
fn an_overridden_parameter_is_not_counted() {
    let path =
        fixture::root().join("tests/cases/parameters/header_parameters_that_differ_in_case.yaml");
    let text = fs::read_to_string(path).expect("the case is there");
    let counts = report("letters.yaml", &text).counts(ItemKind::Parameter);
    assert_eq!((counts.typed, counts.total()), (3, 3));
}
