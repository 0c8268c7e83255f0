//! Each operation on the wire: the bytes of its request, and what each response proves.
//!
//! A file of `wire/` is one call: the request after `>>>`, then responses, each after
//! `=== what it shows` and before `--> what it proves`.

use std::collections::BTreeSet;
use std::error::Error as StdError;
use std::future::Future;
use std::pin::Pin;

use paynet_api::runtime::Operation;
use paynet_api::{Acceptance, Call, DecodeIssue, Environment, Error, Outcome, Paynet, Transport};
use tests::calls::{self, Visitor};
use tests::fixture;
use tests::loopback::Loopback;

type Fallible<T> = Result<T, Box<dyn StdError>>;

#[tokio::test]
async fn requests_and_responses_are_as_written() -> Fallible<()> {
    let mut wrong = Vec::new();
    let files = fixture::inputs("wire")?;
    let stems: BTreeSet<_> = files.iter().map(|path| fixture::stem(path)).collect();
    assert_eq!(
        stems,
        calls::NAMES.map(str::to_owned).into(),
        "files of tests/wire, and names in tests/support/calls.rs"
    );
    for path in files {
        let call = fixture::stem(&path);
        let text = std::fs::read_to_string(&path)?;
        let (request, responses) = text.split_once("\n=== ").ok_or("a file has responses")?;
        let request = request
            .split_once(">>>\n")
            .ok_or("a file has a request")?
            .1
            .trim_end();
        let responses: Vec<&str> = responses.split("\n=== ").collect();
        assert!(
            responses.len() > 5,
            "{call} has only {} responses",
            responses.len()
        );
        for response in responses {
            wrong.extend(differences(&call, request, response).await?);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Lists the differences between a block and what happens on the wire.
async fn differences(call: &str, request: &str, block: &str) -> Fallible<Vec<String>> {
    let (title, rest) = block.split_once('\n').ok_or("a block has a title")?;
    let (response, proves) = rest
        .rsplit_once("\n--> ")
        .ok_or(format!("{call}, {title}: a block says what it proves"))?;
    let server = Loopback::answering(on_the_wire(response)).await?;
    let host = server.url().replace("http://", "");
    let (happened, told) = perform(call, &server.url()).await?;
    let sent = String::from_utf8(server.request().await?)?
        .replace("\r\n", "\n")
        .replace(&host, "{host}");
    let mut wrong = Vec::new();
    if sent != request {
        wrong.push(format!(
            "{call}, {title}: sent\n{sent}\ninstead of\n{request}\n"
        ));
    }
    if happened != proves.trim_end() {
        wrong.push(format!(
            "{call}, {title}: {happened}\n        instead of: {}\n        it says: {told}\n",
            proves.trim_end()
        ));
    }
    Ok(wrong)
}

/// A response as bytes: lines end in CR LF, and a Content-Length is added where none is given.
fn on_the_wire(response: &str) -> Vec<u8> {
    let (head, body) = response
        .split_once("\n\n")
        .unwrap_or((response.trim_end(), ""));
    let mut head = head.replace('\n', "\r\n");
    if !head.to_lowercase().contains("content-length") {
        head.push_str(&format!("\r\nContent-Length: {}", body.len()));
    }
    format!("{head}\r\n\r\n{body}").into_bytes()
}

/// Makes the call that a file is named after. Returns its result in a line, and the error's text.
async fn perform(call: &str, url: &str) -> Fallible<(String, String)> {
    let server: paynet_api::BaseUrl = url.parse()?;
    // The server has one response.
    let transport = Transport::new().read_resends(0);
    let paynet = Paynet::builder(server)
        .transport(transport)
        .secret_key("sck_invented+/=")
        .build()?;
    Ok(calls::visit(&paynet, call, Send)?.await)
}

/// Sends a call.
struct Send;

impl Visitor for Send {
    type Output = Pin<Box<dyn Future<Output = (String, String)>>>;

    fn visit<O: Operation>(self, call: Call<O, O::Response>) -> Self::Output {
        Box::pin(async { line(call.await) })
    }
}

/// Returns the result of a call as the files name it.
fn line<T>(result: Result<paynet_api::Accepted<T>, Error>) -> (String, String) {
    let error = match result {
        Ok(accepted) => {
            let line = match accepted.acceptance() {
                Acceptance::New => "accepted",
                Acceptance::Earlier => "accepted earlier",
            };
            let line = format!("{line}{}", skipped(accepted.decode_issues()));
            return (line, String::new());
        }
        Err(error) => error,
    };
    let outcome = match error.outcome() {
        Outcome::NotSent => "not sent",
        Outcome::Refused => "refused",
        Outcome::Accepted => "accepted, undecodable",
        Outcome::Unknown => "unknown",
    };
    let code = error
        .code()
        .map_or_else(String::new, |code| format!(", code {code}"));
    let message = error
        .message()
        .map_or_else(String::new, |message| format!(", {message:?}"));
    let skipped = skipped(error.decode_issues());
    (
        format!("{outcome}{code}{message}{skipped}"),
        error.to_string(),
    )
}

/// The members that were not decoded, in the words that the files use.
fn skipped(issues: &[DecodeIssue]) -> String {
    let paths = issues.iter().map(DecodeIssue::path);
    paths.map(|path| format!(", without {path}")).collect()
}

/// What a result code in a 200 proves, written independently of the specs.
fn expected(call: &str, code: i64, is_succeed: bool) -> &'static str {
    let is_refusal = matches!(code, 1..=4 | 6 | 7 | 9 | 11..=26);
    match (call, code) {
        ("cancel_capture", 0) if !is_succeed => "refused",
        // A code and an `is_succeed` that contradict each other prove nothing.
        (_, 0 | 100) if !is_succeed => "unknown",
        _ if is_refusal && is_succeed => "unknown",
        (_, 0) => "accepted",
        ("refund_in_part" | "start_reversal", 100) => "unknown",
        (_, 100) => "accepted earlier",
        _ if is_refusal => "refused",
        _ => "unknown",
    }
}

/// The calls that `perform` knows.
const CALLS: [&str; 5] = [
    "refund_in_full",
    "refund_in_part",
    "cancel_capture",
    "cancel_preauth",
    "start_reversal",
];

/// Makes a call that gets this response. Returns its result in a line, and the error's text.
async fn answered(call: &str, response: &str) -> Fallible<(String, String)> {
    let server = Loopback::answering(on_the_wire(response)).await?;
    perform(call, &server.url()).await
}

#[tokio::test]
async fn every_result_code_proves_what_the_table_says() -> Fallible<()> {
    let session = r#""payment_session_id":"p","deeplink_url":"d://","encryption_key":"k""#;
    for (call, is_succeed) in CALLS.iter().flat_map(|call| [(call, true), (call, false)]) {
        for code in (-2..=30).chain([99, 100, 101, 200, 201, 1_000_000_000_000]) {
            let response = format!(
                "HTTP/1.1 200 OK\n\n{{\"code\":{code},\"is_succeed\":{is_succeed},{session}}}"
            );
            let (line, text) = answered(call, &response).await?;
            let said = line.split(',').next();
            let expected = expected(call, code, is_succeed);
            assert_eq!(
                said,
                Some(expected),
                "{call}, code {code}, {is_succeed}: {text}"
            );
        }
    }
    Ok(())
}

/// Call, status, body, and words of the error's text.
const ADVISED: [(&str, u16, &str, &str); 6] = [
    (
        "refund_in_full",
        401,
        r#"{"type":"t","code":401,"result_code":7}"#,
        "Check the secret key",
    ),
    (
        "refund_in_part",
        403,
        r#"{"type":"t","code":403,"result_code":1}"#,
        "IP address is registered",
    ),
    (
        "cancel_preauth",
        200,
        r#"{"code":7}"#,
        "Check the secret key",
    ),
    (
        "cancel_capture",
        200,
        r#"{"code":1,"is_succeed":false,"bank_error_id":"6000"}"#,
        "Invalid Ip Address",
    ),
    (
        "cancel_capture",
        200,
        r#"{"code":0,"is_succeed":false}"#,
        "By `is_succeed` the bank declined",
    ),
    (
        "start_reversal",
        401,
        r#"{"type":"t","code":401,"result_code":7}"#,
        "The session key may have expired",
    ),
];

#[tokio::test]
async fn an_error_says_what_to_do_next_where_that_is_known() -> Fallible<()> {
    for (call, status, body, words) in ADVISED {
        let (_, text) = answered(call, &format!("HTTP/1.1 {status} No\n\n{body}")).await?;
        assert!(text.contains(words), "{call}: {text}");
        assert_eq!(
            text.lines().count(),
            1,
            "an error is one line in a log: {text}"
        );
    }
    Ok(())
}

#[test]
fn an_environment_is_a_published_address() {
    let address =
        |environment: Environment| paynet_api::BaseUrl::from(environment).as_str().to_owned();
    assert_eq!(
        address(Environment::Production),
        "https://api.paynet.com.tr"
    );
    assert_eq!(
        address(Environment::Sandbox),
        "https://pts-api.paynet.com.tr"
    );
}
