//! What calls tell the crate `tracing`, and that neither they nor the HTTP libraries print secrets,
//! at any level.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paynet_api::{
    Amount, BaseUrl, CaptureCancellation, NotifyUrl, Paynet, Refund, StartReversal, XactId,
};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

use crate::server::{Act, Server, response};
use crate::tls;

/// Everything that is written while it is collected, on this thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn collect() -> (Self, DefaultGuard) {
        let log = Self::default();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(log.clone());
        // Fails where another test has done it.
        drop(tracing_subscriber::util::SubscriberInitExt::try_init(
            tracing_subscriber::registry(),
        ));
        (log, tracing::subscriber::set_default(subscriber.finish()))
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// Returns the only line that ends an attempt: an event of this crate.
    fn line(&self) -> String {
        let text = self.text();
        let ends = ["accepted", "failed", "dropped"];
        let lines = text.lines().filter(|line| line.contains("paynet_api: "));
        let lines: Vec<&str> = lines
            .filter(|line| {
                ends.iter()
                    .any(|end| line.contains(&format!("paynet_api: {end}")))
            })
            .collect();
        assert_eq!(lines.len(), 1, "{text}");
        lines[0].to_owned()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

fn client(base: &str) -> Paynet {
    let base: BaseUrl = base.parse().unwrap();
    let builder = Paynet::builder(base).secret_key("sck_canary");
    builder.transport(tls::trusting()).build().unwrap()
}

fn refund() -> Refund {
    Refund::full(XactId::new("xk_1").unwrap())
}

/// Returns the line about a refund that is answered like this, and the port of the server.
async fn line(status: &str, body: &str) -> (String, u16) {
    let server = Server::answering(status, "", body).await;
    let (log, _guard) = Log::collect();
    drop(client(&server.base()).transaction().refund(&refund()).await);
    (log.line(), server.port)
}

#[tokio::test]
async fn a_call_has_a_span_and_an_event_with_its_result() {
    let (line, port) = line("200 OK", r#"{"code":0,"message":"m"}"#).await;
    for part in [
        " INFO ",
        "otel.name=POST /v1/transaction/reversed_request ",
        r#"otel.kind="client""#,
        r#"http.request.method="POST""#,
        r#"url.template="/v1/transaction/reversed_request""#,
        r#"server.address="127.0.0.1""#,
        &format!("server.port={port}"),
        "http.response.status_code=200",
        r#"api.operation="refund""#,
        r#"api.subject="xk_1""#,
        r#"api.outcome="accepted""#,
        "elapsed_ms=",
    ] {
        assert!(line.contains(part), "{part} in {line}");
    }
    assert!(!line.contains("resend_count"), "{line}");
}

#[tokio::test]
async fn the_level_says_whether_somebody_has_to_act() {
    let (refused, _) = line("200 OK", r#"{"code":6,"message":"secret words"}"#).await;
    assert!(
        refused.contains(" WARN ") && refused.contains("code=6"),
        "{refused}"
    );
    assert!(refused.contains("outcome=refused"), "{refused}");
    assert!(!refused.contains("secret words"), "{refused}");
    let (unknown, _) = line("502 Bad Gateway", "").await;
    assert!(unknown.contains("ERROR "), "{unknown}");
    assert!(
        unknown.contains("outcome=unknown") && unknown.contains("status=502"),
        "{unknown}"
    );
}

#[tokio::test]
async fn a_dropped_call_is_an_unknown_outcome() {
    let mut server = Server::start(Act::ReadThenHang).await;
    let paynet = client(&server.base());
    let (log, _guard) = Log::collect();
    let call = paynet.transaction().refund(&refund());
    let dropped = tokio::time::timeout(Duration::from_millis(300), call).await;
    assert!(dropped.is_err() && server.requests().len() == 1);
    let line = log.line();
    assert!(
        line.contains("dropped before") && line.contains("outcome=unknown"),
        "{line}"
    );
}

#[tokio::test]
async fn what_could_not_be_decoded_is_reported_once() {
    let body = r#"{"code":0,"is_succeed":true,"amount":"canary","ratio":{}}"#;
    let server = Server::answering("200 OK", "", body).await;
    let (log, _guard) = Log::collect();
    let cancellation = CaptureCancellation::new(XactId::new("xk_1").unwrap());
    let result = client(&server.base())
        .transaction()
        .cancel_capture(&cancellation)
        .await;
    assert_eq!(result.unwrap().decode_issues().len(), 2);
    let text = log.text();
    let reports = text
        .lines()
        .filter(|line| line.contains("could not be decoded"));
    let reports: Vec<&str> = reports.collect();
    assert_eq!(reports.len(), 1, "{text}");
    assert!(
        reports[0].contains(" WARN ") && reports[0].contains("count=2"),
        "{text}"
    );
    assert!(!text.contains("canary"), "{text}");
}

#[tokio::test]
async fn a_read_that_is_sent_again_says_so() {
    let busy = Act::Answer(response("503 Unavailable", "retry-after: 0\r\n", ""));
    let found = Act::Answer(response("200 OK", "", r#"{"code":0,"Data":[]}"#));
    let server = Server::start_each(vec![busy, found]).await;
    let (log, _guard) = Log::collect();
    let query = paynet_api::transaction::types::TransactionDetailQuery::default();
    client(&server.base())
        .transaction()
        .detail(&query)
        .await
        .unwrap();
    let text = log.text();
    assert!(text.contains("sent again after a pause"), "{text}");
    assert!(text.contains("http.request.resend_count=1"), "{text}");
}

#[tokio::test]
async fn no_level_of_any_crate_prints_a_secret() {
    let body = r#"{"code":6,"is_succeed":false,"message":"for canary","card_holder":"canary",
        "session_key":"canary","deeplink_url":"canary","encryption_key":"canary"}"#;
    let answer = response("200 OK", "set-cookie: canary\r\n", body);
    let server = Server::start(Act::Answer(answer.clone())).await;
    for base in [server.base(), tls::answering(answer).await] {
        let (log, _guard) = Log::collect();
        let paynet = client(&base);
        let notify = NotifyUrl::new("https://shop.example/n?t=canary").unwrap();
        let part = Refund::partial(XactId::new("xk_1").unwrap(), Amount::from_kurus(5).unwrap());
        drop(paynet.transaction().refund(&part.notify(notify)).await);
        let start = StartReversal::new(XactId::new("xk_1").unwrap());
        let session = "canary".into();
        drop(paynet.soft_pos().start_reversal(&session, &start).await);
        let cancellation = CaptureCancellation::new(XactId::new("xk_1").unwrap());
        drop(paynet.transaction().cancel_capture(&cancellation).await);
        let text = log.text();
        // The HTTP libraries were heard.
        assert!(text.contains("hyper_util"), "{text}");
        let printed = text.to_lowercase();
        for secret in ["canary", "y2fuyxj5", "c2nrx2nhbmfyeq", "63616e617279"] {
            assert!(!printed.contains(secret), "{secret} in {text}");
        }
    }
}
