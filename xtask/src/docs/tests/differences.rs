//! Differences in what is sent and received: one edit of a page or of a spec, what it is taken for,
//! and its report.

use super::fixture::{Fixture, check, snapshot};
use crate::docs::finding::Kind;

const PAGE: &str = "order-cancel.md";

#[test]
fn equal_pages_and_specs_have_no_differences() {
    let outcome = Fixture::read().compare();
    let expected = "nothing changed: 4 pages, 4 acknowledged differences";
    assert_eq!(outcome.text(), expected);
}

#[test]
fn addresses() {
    let live = "| **Live System** | <https://api.shop.example/v1/order/cancel\\\\_request>";
    let other_path = "| **Live System** | <https://api.shop.example/v1/order/cancellation>";
    let other_host = "| **Live System** | <https://api2.shop.example/v1/order/cancel\\\\_request>";
    let test_row =
        "| **Test System** | <https://test-api.shop.example/v1/order/cancel\\\\_request>  |\n";
    let languages = Kind::Languages;
    check(
        "address",
        (PAGE, live, other_path),
        &[Kind::Address, languages],
    );
    check(
        "environment",
        (PAGE, live, other_host),
        &[Kind::Environment, languages],
    );
    check(
        "environment_in_the_spec_alone",
        (PAGE, test_row, ""),
        &[Kind::Environment],
    );
    let sandbox = "  - {url: https://test-api.shop.example, description: Sandbox}\n";
    let pages = [Kind::Environment; 2];
    check(
        "environment_on_the_page_alone",
        ("shop.yaml", sandbox, ""),
        &pages,
    );
    let post = "## POST /v1";
    check(
        "method",
        ("terminal.en.md", post, "## PUT /v1"),
        &[Kind::Method],
    );
}

#[test]
fn an_operation_that_is_on_one_side_alone() {
    let path = "  /v1/order/cancel_request:";
    let outcome = Fixture::read()
        .without("order-cancel.tr.md")
        .edit("shop.yaml", path, "  /v1/order/cancel:")
        .compare();
    assert_eq!(outcome.kinds(), [Kind::Address; 3], "{}", outcome.text());
    snapshot("address_of_a_citing_operation", &outcome.text());
    let en = "terminal.en.md";
    let moved = Fixture::read()
        .edit(
            en,
            "\"paths\":{\"/v1/terminal/open\"",
            "\"paths\":{\"/v1/start\"",
        )
        .edit(en, "## POST /v1/terminal/open", "## Opening");
    let outcome = moved.compare();
    assert_eq!(outcome.kinds(), [Kind::Address], "{}", outcome.text());
    snapshot("address_in_a_document", &outcome.text());
    let sources = "      x-source: [terminal.en.md, terminal.tr.md]\n";
    let outcome = moved.edit("terminal.overlay.yaml", sources, "").compare();
    assert_eq!(outcome.kinds(), [Kind::Address], "{}", outcome.text());
    snapshot("address_that_no_operation_has", &outcome.text());
}

#[test]
fn a_page_that_two_operations_cite_and_that_has_neither_address() {
    let second = "  /v1/other:\n    post: {operationId: other, x-source: order-cancel.md, responses: {}}\ncomponents:\n";
    let outcome = Fixture::read()
        .without("order-cancel.tr.md")
        .edit("shop.yaml", "components:\n", second)
        .edit(
            "shop.yaml",
            "  /v1/order/cancel_request:",
            "  /v1/order/cancel:",
        )
        .compare();
    assert_eq!(outcome.of(Kind::Address).len(), 2, "{}", outcome.text());
}

#[test]
fn a_body_that_the_spec_does_not_have() {
    let body = "      requestBody:\n        content:\n          application/json:\n            schema: {$ref: \"#/components/schemas/Cancel\"}";
    let renamed = body.replacen("requestBody", "x-requestBody", 1);
    let outcome = Fixture::read().edit("shop.yaml", body, &renamed).compare();
    assert_eq!(outcome.of(Kind::Sample).len(), 1, "{}", outcome.text());
    assert_eq!(outcome.of(Kind::Field).len(), 2, "a table on each page");
}

#[test]
fn fields() {
    let amount = "| **amount**     | string | No       | How much of it.                |\n";
    let retyped = "| **amount**     | decimal | No       | How much of it.                |\n";
    let required = "| **amount**     | string | Yes      | How much of it.                |\n";
    let renamed = "| **sum**     | string | No       | How much of it.                |\n";
    let two = amount.to_owned() + "| **reason** | string | No | Why. |\n";
    let two: &'static str = two.leak();
    let languages = Kind::Languages;
    check(
        "field_on_the_page_alone",
        (PAGE, amount, two),
        &[Kind::Field, languages],
    );
    check(
        "field_in_the_spec_alone",
        (PAGE, amount, ""),
        &[Kind::Field, languages],
    );
    let renamed_kinds = [Kind::Field, Kind::Field, languages, languages];
    check("field_renamed", (PAGE, amount, renamed), &renamed_kinds);
    check("type", (PAGE, amount, retyped), &[Kind::Type, languages]);
    check(
        "required",
        (PAGE, amount, required),
        &[Kind::Required, languages],
    );
    let in_spec = "        amount: {type: string}\n";
    check(
        "field_removed_from_the_spec",
        ("shop.yaml", in_spec, ""),
        &[Kind::Field; 2],
    );
}

#[test]
fn a_field_from_elsewhere_is_not_missed_on_the_page() {
    let from_helper = "x-source: the helper Shop.php";
    let from_page = "x-source: *response";
    check(
        "field_that_cites_the_page",
        ("shop.yaml", from_helper, from_page),
        &[Kind::Field],
    );
}

#[test]
fn notifications() {
    let row = "| **decision**       | string | What was decided.   |\n";
    let kinds = [Kind::Field, Kind::Languages];
    check("notification_field", (PAGE, row, ""), &kinds);
    let title = "posted to notifyUrl";
    let edit = (PAGE, title, "posted to notifUrl");
    check(
        "notification_of_another_name",
        edit,
        &[Kind::Notification, Kind::Source, Kind::Source],
    );
    let callbacks = "      callbacks:\n        decided:";
    let edit = (
        "shop.yaml",
        callbacks,
        "      x-callbacks:\n        decided:",
    );
    check(
        "notification_on_the_page_alone",
        edit,
        &[Kind::Notification; 2],
    );
}

#[test]
fn a_notification_that_is_in_the_spec_alone() {
    let pages = Fixture::read();
    let start = "**Parameters that are posted to notifyUrl**\n\nThe decision is posted as JSON.\n\n**Request Parameters**\n\n";
    let table = "| **Parameter Name** | Type   | Description         |\n| ------------------ | ------ | ------------------- |\n| **order\\_id**      | string | The order.          |\n| **decision**       | string | What was decided.   |\n";
    let outcome = pages.edit(PAGE, &format!("{start}{table}"), "").compare();
    let kinds = [Kind::Notification, Kind::Source, Kind::Source];
    assert_eq!(outcome.kinds(), kinds, "{}", outcome.text());
    snapshot("notification_in_the_spec_alone", &outcome.text());
}
