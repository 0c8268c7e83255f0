//! How diagnostics are printed: order, folding, color, and JSON.

use codegen::diagnostic::{Coloring, Extent};
use codegen::{Diagnostics, Options, Sources, generate};
use serde_json::Value;

/// An empty document (an error), and more operations without an ID than are shown.
fn many() -> (Sources, Diagnostics) {
    let mut text = "openapi: 3.0.3\ninfo: {title: Case, version: '1'}\npaths:\n".to_owned();
    for number in 0..25 {
        text.push_str(&format!(
            "  /{number}: {{get: {{responses: {{'204': {{description: Done.}}}}}}}}\n"
        ));
    }
    let mut sources = Sources::default();
    sources.insert("many.yaml", &text);
    sources.insert("none.yaml", "");
    let (_, diagnostics) = generate(&sources, &Options::default());
    (sources, diagnostics)
}

#[test]
fn equal_warnings_are_folded_and_counted() {
    let (sources, diagnostics) = many();
    let folded = diagnostics.render(&sources);
    assert_eq!(folded.matches("warning[W0221]").count(), 20);
    assert!(folded.contains("\n… and 5 more W0221; `--all` shows them\n"));
    assert!(folded.ends_with("1 error, 25 warnings\n"));
    let all = diagnostics.render_as(Coloring::Off, Extent::All, &sources);
    assert_eq!(all.matches("warning[W0221]").count(), 25);
    assert!(!all.contains("more W0221"));
}

#[test]
fn errors_come_first() {
    let (sources, diagnostics) = many();
    assert!(diagnostics.render(&sources).starts_with("error[E0105]"));
}

#[test]
fn color_is_optional() {
    let (sources, diagnostics) = many();
    assert!(!diagnostics.render(&sources).contains('\u{1b}'));
    let colored = diagnostics.render_as(Coloring::On, Extent::Folded, &sources);
    assert!(colored.contains("\u{1b}["));
}

#[test]
fn json_has_one_object_per_line_with_every_location() {
    let mut sources = Sources::default();
    let text = "openapi: 3.0.3\ninfo: {title: Case, version: '1'}\npaths:\n  /a:\n    get: {operationId: same, responses: {'204': {description: Done.}}}\n    \
                put: {operationId: same, responses: {'204': {description: Done.}}}\n";
    sources.insert("same.yaml", text);
    let (_, diagnostics) = generate(&sources, &Options::default());
    let lines: Vec<Value> = diagnostics
        .json(&sources)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is an object"))
        .collect();
    assert_eq!(lines.len(), diagnostics.iter().count());
    let expected = serde_json::json!({
        "code": "W0101",
        "severity": "warning",
        "message": "duplicate operationId `same`",
        "help": "give each operation its own id; this one is named after its method and path",
        "file": "same.yaml", "line": 6, "column": 24, "end": {"line": 6, "column": 28},
        "pointer": "/paths/~1a/put/operationId",
        "also": [{
            "file": "same.yaml", "line": 5, "column": 24, "end": {"line": 5, "column": 28},
            "pointer": "/paths/~1a/get/operationId", "label": "the first"
        }]
    });
    assert_eq!(lines[0], expected);
}

#[test]
fn json_shows_every_warning() {
    let (sources, diagnostics) = many();
    assert_eq!(diagnostics.json(&sources).lines().count(), 26);
}
