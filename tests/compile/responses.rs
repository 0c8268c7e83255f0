//! Chooses the documented response by status, then by media type, whose parameters and letter case
//! do not matter.

use paynet_api::Transport;
use paynet_api::runtime::{Error, Outcome};

use super::loopback::exchanged;
use super::responses_as_they_come::Client;
use super::responses_as_they_come::api::types::{Fault, Problem};

/// The status line, media type and body of a response, and its decoded value.
type Row = (&'static str, &'static str, &'static str, &'static str);

const READ: [Row; 13] = [
    (
        "200 OK",
        "application/vnd.example.v1+json; charset=utf-8",
        r#"{"text":"a"}"#,
        r#"Ok(Note { text: "a" })"#,
    ),
    (
        "200 OK",
        "application/json",
        r#"{"text":"a"}"#,
        r#"Ok(Note { text: "a" })"#,
    ),
    ("200 OK", "", r#"{"text":"a"}"#, r#"Ok(Note { text: "a" })"#),
    (
        "200 OK",
        "application/json",
        "",
        "Unknown: expected JSON, found nothing",
    ),
    (
        "200 OK",
        "text/html",
        "<p>",
        "Unknown: expected JSON, found another format",
    ),
    ("204 No Content", "", "", "NoContent"),
    (
        "299 Odd",
        "text/plain; charset=iso-8859-1",
        "caf\u{e9}",
        "Status2xx(\"caf\u{c3}\u{a9}\")",
    ),
    (
        "299 Odd",
        "text/plain",
        "caf\u{e9}",
        "Status2xx(\"caf\u{e9}\")",
    ),
    (
        "404 Not Found",
        "application/problem+json",
        r#"{"title":"t"}"#,
        r#"Refused: Problem { title: Some("t") }"#,
    ),
    (
        "403 Forbidden",
        "application/json;charset=UTF-8",
        r#"{"code":1}"#,
        "Refused: Fault { code: Some(1) }",
    ),
    ("500 Oh", "application/xml", "<a/>", "Unknown: \"<a/>\""),
    (
        "418 Teapot",
        "text/html",
        "<p>",
        "Unknown: expected JSON, found another format",
    ),
    ("302 Found", "", "", "Unknown: \"\""),
];

#[tokio::test]
async fn the_most_specific_documented_status_is_chosen() {
    for (status, media, body, expected) in READ {
        let (_, result) = exchanged(&response(status, media, body), |server| {
            // The server has one response.
            let builder = Client::builder(server).transport(Transport::new().read_resends(0));
            let client = builder.build().expect("it needs nothing");
            client.api().read()
        })
        .await;
        let shown = match result {
            Ok(accepted) => format!("{:?}", accepted.response()),
            Err(error) => shown_error(&error),
        };
        assert_eq!(shown, expected, "{status} {media} {body}");
    }
}

const EXCHANGED: [Row; 8] = [
    (
        "200 OK",
        "application/json",
        r#"{"text":"a"}"#,
        r#"Ok(Note { text: "a" })"#,
    ),
    (
        "200 OK",
        "application/octet-stream",
        r#"{"text":"a"}"#,
        r#"Ok(Note { text: "a" })"#,
    ),
    (
        "201 Created",
        "application/x-www-form-urlencoded",
        "token=a+b",
        r#"Created("token=a+b")"#,
    ),
    (
        "202 Accepted",
        "image/png",
        "png",
        "Accepted([112, 110, 103])",
    ),
    (
        "203 Odd",
        "TEXT/CSV; header=present",
        "a,b",
        r#"Status203("a,b")"#,
    ),
    (
        "206 Partial",
        "application/json",
        r#""a""#,
        r#"PartialContent(Some("a"))"#,
    ),
    (
        "206 Partial",
        "application/json",
        " null\n",
        "PartialContent(None)",
    ),
    ("207 Odd", "application/json", "{}", "Unknown: "),
];

#[tokio::test]
async fn a_response_is_decoded_by_its_media_type() {
    for (status, media, body, expected) in EXCHANGED {
        let (_, result) = exchanged(&response(status, media, body), |server| {
            let client = Client::builder(server).build().expect("it needs nothing");
            client.api().exchange()
        })
        .await;
        let shown = match result {
            Ok(accepted) => format!("{:?}", accepted.response()),
            Err(error) => shown_error(&error),
        };
        assert_eq!(shown, expected, "{status} {media} {body}");
    }
}

fn response(status: &str, media: &str, body: &str) -> String {
    let length = body.len();
    let media = match media {
        "" => String::new(),
        media => format!("Content-Type: {media}\r\n"),
    };
    format!("HTTP/1.1 {status}\r\n{media}Content-Length: {length}\r\n\r\n{body}")
}

fn shown_error(error: &Error) -> String {
    let outcome = match error.outcome() {
        Outcome::Refused => "Refused",
        Outcome::Accepted => "Accepted",
        Outcome::Unknown => "Unknown",
        Outcome::NotSent => "NotSent",
    };
    let problem = error.body::<Problem>().map(|body| format!("{body:?}"));
    let fault = error.body::<Fault>().map(|body| format!("{body:?}"));
    let text = error.body::<String>().map(|body| format!("{body:?}"));
    let source = std::error::Error::source(error).map(ToString::to_string);
    let shown = problem.or(fault).or(text).or(source);
    format!("{outcome}: {}", shown.unwrap_or_default())
}
