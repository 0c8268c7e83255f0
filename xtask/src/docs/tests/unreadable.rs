//! Pages that can't be understood: each says so with a place, and none passes as equal.

use super::fixture::{Fixture, snapshot};
use crate::docs::finding::Kind;

const PAGE: &str = "order-cancel.md";

/// What is replaced, and by what.
const EDITS: &[(&str, &str)] = &[
    (
        "| Parameter Name | Type   | Required | Description ",
        "| Parameter Name | Type   | Needed | Description ",
    ),
    (
        "| **amount**     | string | No ",
        "| **amount**     | money | No ",
    ),
    (
        "| **amount**     | string | No ",
        "| **amount**     | string | - ",
    ),
    ("| **amount**     | string | No ", "| **amount**     | No "),
    (
        "| **amount**     | string | No ",
        "| **amount paid** | string | No ",
    ),
    (
        "| **amount**     | string | No ",
        "| **order\\_id** | string | No ",
    ),
    (
        "{% tab title=\"Request Parameters\" %}",
        "{% tab title=\"Fields\" %}",
    ),
    ("{% tab title=\"Response\" %}", "{% tab title=\"Result\" %}"),
    ("order_id: \"o_1+/*\"", "order_id: 'o_1'"),
    ("   \"ratio\": 0.5\n", "   \"ratio\": 0.5,\n"),
    ("   \"ratio\": 0.5\n}\n```\n", "   \"ratio\": 0.5\n}\n"),
    ("| **Live System** |", "| **Old System** |"),
    (
        "| **Live System** | <https://api.shop.example/v1/order/cancel\\\\_request> ",
        "| **Live System** | see above ",
    ),
    ("{% tabs %}\n", ""),
    ("{% endhint %}", ""),
    ("{% hint style=\"success\" %}", "{% stepper %}"),
    (
        "{% tabs %}\n",
        "<table><tr><td>amount</td></tr></table>\n\n{% tabs %}\n",
    ),
    ("that are posted to notifyUrl", "of the second call"),
];

#[test]
fn every_part_that_is_not_understood_is_named_with_its_line() {
    let mut all = String::new();
    for (old, new) in EDITS {
        let outcome = Fixture::read().edit(PAGE, old, new).compare();
        let faults = outcome.of(Kind::Unreadable);
        assert!(!faults.is_empty(), "`{new}` passed");
        all.push_str(&format!("{old:?} → {new:?}\n"));
        for fault in faults {
            let at = fault.page_at.as_ref().expect("a fault has a place");
            let (line, column) = outcome.position(at);
            all.push_str(&format!("  {line}:{column} {}\n", fault.text));
        }
    }
    snapshot("unreadable", &all);
}

#[test]
fn a_page_without_an_operation_is_not_equal() {
    let outcome = Fixture::read()
        .edit("terminal.en.md", "## POST /v1/terminal/open", "## Opening")
        .edit(
            "terminal.en.md",
            "```json\n{\"openapi\"",
            "```json\n{\"openapy\"",
        )
        .compare();
    assert_eq!(outcome.of(Kind::Unreadable).len(), 1, "{}", outcome.text());
}

#[test]
fn a_document_with_a_syntax_error_is_not_equal() {
    let edit = ("terminal.en.md", "\"version\":\"1\"}", "\"version\":}");
    let outcome = Fixture::read().edit(edit.0, edit.1, edit.2).compare();
    let faults = outcome.of(Kind::Unreadable);
    assert_eq!(faults.len(), 1, "{}", outcome.text());
    snapshot("unreadable_document", &outcome.text());
}

#[test]
fn a_document_without_operations_is_not_equal() {
    let outcome = Fixture::read()
        .edit("terminal.en.md", "\"paths\":{", "\"routes\":{")
        .compare();
    assert_eq!(outcome.of(Kind::Unreadable).len(), 1, "{}", outcome.text());
}

#[test]
fn an_unreadable_page_makes_no_acknowledgement_stale() {
    let outcome = Fixture::read()
        .edit(PAGE, "**amount**     | string", "**amount**     | money")
        .compare();
    assert!(outcome.of(Kind::Acknowledgement).is_empty());
}

#[test]
fn a_page_that_is_cut_off_is_never_equal() {
    for page in [PAGE, "terminal.tr.md"] {
        let mut cuts = 0;
        for length in (0..Fixture::read().length(page)).step_by(29) {
            if let Some(fixture) = Fixture::read().cut(page, length) {
                assert!(!fixture.compare().settled.open.is_empty(), "{length}");
                cuts += 1;
            }
        }
        assert!(cuts > 30, "{cuts} cuts of {page}");
    }
}
