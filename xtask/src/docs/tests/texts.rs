//! Differences in samples, documents, links and sources, and in texts alone.

use super::fixture::{Fixture, check, snapshot};
use crate::docs::finding::Kind;

const PAGE: &str = "order-cancel.md";

#[test]
fn samples() {
    let code = "\"code\": 0\n";
    let kinds = [Kind::Sample, Kind::Example];
    check(
        "sample_of_another_type",
        (PAGE, code, "\"code\": \"0\"\n"),
        &kinds,
    );
    check(
        "sample_with_an_unknown_member",
        (PAGE, code, "\"code\": 0, \"x\": 1\n"),
        &kinds,
    );
    let order = "order_id: \"o_1+/*\"";
    let edit = (PAGE, order, "amount: \"100\"");
    check(
        "sample_without_a_required_member",
        edit,
        &[Kind::Sample, Kind::Example, Kind::Example],
    );
    check(
        "sample_that_is_not_the_example",
        (PAGE, "\"ratio\": 0.5", "\"ratio\": 0.6"),
        &[Kind::Example],
    );
    let edit = (PAGE, order, "\"order_id\": \"o_1+/*\"");
    check("sample_that_was_corrected", edit, &[Kind::Acknowledgement]);
}

#[test]
fn embedded_documents() {
    let en = "terminal.en.md";
    let languages = Kind::Languages;
    let required = "\"required\":[\"terminal\"]";
    check(
        "document_structure",
        (en, required, "\"required\":[]"),
        &[Kind::Structure, languages],
    );
    let property = "\"description\":{\"type\":\"string\",\"description\":\"A remark.\"}";
    let other = "\"remark\":{\"type\":\"string\",\"description\":\"A remark.\"}";
    let kinds = [Kind::Structure, Kind::Structure, languages, languages];
    check(
        "document_property_called_description",
        (en, property, other),
        &kinds,
    );
    check("document_text", (en, "A remark.", "A note."), &[Kind::Text]);
    check(
        "document_text_in_the_other_language",
        (en, "A remark.", "Açıklama."),
        &[Kind::Text],
    );
    check(
        "document_text_in_turkish",
        ("terminal.tr.md", "\"Oturum.\"", "\"Anahtar.\""),
        &[Kind::Text],
    );
}

#[test]
fn a_document_that_was_written_by_hand_is_compared_by_its_facts() {
    let info = "\"info\":{\"title\":\"Terminals\"";
    let by_hand = |fixture: Fixture| {
        let source = format!("{info},\"x-source\":\"terminal.en.md\"");
        fixture.edit("terminal.json", info, &source)
    };
    // The overlay removed a parameter, which both pages have.
    let outcome = by_hand(Fixture::read()).compare();
    assert_eq!(outcome.kinds(), [Kind::Field; 2], "{}", outcome.text());
    let retyped = "\"terminal\":{\"type\":\"integer\"";
    let en = "terminal.en.md";
    let fixture = Fixture::read()
        .edit(en, "\"terminal\":{\"type\":\"string\"", retyped)
        .edit(en, "https://api.shop.example", "https://api2.shop.example");
    let outcome = by_hand(fixture).compare();
    assert_eq!(outcome.of(Kind::Type).len(), 1, "{}", outcome.text());
    assert_eq!(outcome.of(Kind::Environment).len(), 1, "{}", outcome.text());
    snapshot("document_written_by_hand", &outcome.text());
    let outcome = by_hand(Fixture::read().edit(en, "{\"post\":", "{\"put\":")).compare();
    assert_eq!(outcome.of(Kind::Method).len(), 1, "{}", outcome.text());
}

#[test]
fn languages_that_disagree() {
    let row = "| **amount**    | string | Hayır   | Ne kadarı.              |";
    let other = "| **amount**    | string | Evet    | Ne kadarı.              |";
    let kinds = [Kind::Required, Kind::Languages];
    check("languages", ("order-cancel.tr.md", row, other), &kinds);
}

#[test]
fn links() {
    check(
        "link",
        (PAGE, "docs.shop.example/codes", "docs.shop.example/results"),
        &[Kind::Link],
    );
}

#[test]
fn sources() {
    let table = "order-cancel.md, table \"Request Parameters\"";
    let edit = ("shop.yaml", table, "order-cancel.md, table \"Parameters\"");
    check("source_of_an_unknown_section", edit, &[Kind::Source]);
    check(
        "source_of_an_unknown_row",
        ("shop.yaml", "row \"code\"", "row \"kode\""),
        &[Kind::Source],
    );
    check(
        "source_of_an_unknown_page",
        (
            "shop.yaml",
            "order-cancel.tr.md, intro",
            "cancel.tr.md, intro",
        ),
        &[Kind::Source],
    );
}

#[test]
fn acknowledgements() {
    let says = "page-says: a key without quotes";
    let kinds = [Kind::Syntax, Kind::Acknowledgement];
    check(
        "acknowledgement_of_something_else",
        ("shop.yaml", says, "page-says: no quotes"),
        &kinds,
    );
    let why = ", why: It is not JSON.}\n                value";
    let edit = ("shop.yaml", why, "}\n                value");
    let kinds = [Kind::Acknowledgement, Kind::Syntax];
    check("acknowledgement_without_a_reason", edit, &kinds);
    let what = (
        "shop.yaml",
        "what: syntax, page-says: a missing",
        "what: sintax, page-says: a missing",
    );
    check(
        "acknowledgement_of_an_unknown_kind",
        what,
        &[Kind::Acknowledgement, Kind::Syntax],
    );
    let outcome = Fixture::read().unrecorded("order-cancel.tr.md").compare();
    assert_eq!(
        outcome.of(Kind::Acknowledgement).len(),
        1,
        "its page is not in the lock"
    );
    let stale = (
        "shop.yaml",
        "        code:\n          type: integer",
        "        code:\n          type: string",
    );
    let outcome = Fixture::read().edit(stale.0, stale.1, stale.2).compare();
    assert_eq!(
        outcome.of(Kind::Acknowledgement).len(),
        2,
        "one for each page"
    );
}

#[test]
fn texts_that_changed() {
    let prose = "It is used to cancel an order.";
    check("changed_prose", (PAGE, prose, "It cancels an order."), &[]);
    check(
        "changed_translation",
        ("order-cancel.tr.md", "Ne kadarı.", "Tutar."),
        &[],
    );
    check(
        "changed_layout",
        (PAGE, "# Cancelling", "#  Cancelling"),
        &[],
    );
    check(
        "changed_list",
        (PAGE, "{% tabs %}", "* One\n* Two\n\n{% tabs %}"),
        &[],
    );
    let rows = "| **done\\_at**   | datetime | When.                                                   |\n| **ratio**      | decimal  | The share that is given back.                           |\n";
    let moved = "| **ratio**      | decimal  | The share that is given back.                           |\n| **done\\_at**   | datetime | When.                                                   |\n";
    check("changed_order_of_rows", (PAGE, rows, moved), &[]);
    let outcome = Fixture::read().unrecorded(PAGE).compare();
    snapshot("page_that_is_not_in_the_lock", &outcome.text());
}
