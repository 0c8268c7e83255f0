//! Responses that hold what must not be printed, and a server that gives one to everybody. All are
//! invented.

use std::net::{Ipv4Addr, SocketAddr};

use paynet_api::sandbox::Operation;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// The members that the documents declare as secret or personal, and one that nobody knows.
const MEMBERS: &str = r#""card_holder":"A. Canary-Holder","phone":"0555canary","email":"canary@shop.example",
"card_no":"4355canary","card_no_masked":"4355canary","user_id":"canary-user","user_unique_id":"canary-user","session_key":"canary-session-2",
"deeplink_url":"paypos://open/canary","encryption_key":"canary+/encryption","new":{"holder":"canary"},
"bank_error_message":"of canary","bank_error_short_desc":"canary","bank_error_long_desc":"canary""#;

/// Stands for the provider's words, which repeat what the caller's request and the response hold.
const WORDS: &str = "WORDS";

/// A response.
#[derive(Clone)]
pub(super) struct Response {
    /// `None`: the body is sent alone.
    status: Option<&'static str>,
    body: String,
    /// How many bytes are missing at its end.
    cut: usize,
}

/// Returns whole responses, and some that are not.
pub(super) fn all() -> Vec<Response> {
    let data = format!("\"Data\":[{{{MEMBERS},\"is_succeed\":true}},{{{MEMBERS}}}]");
    let code = |code: i64, message: &str| {
        let succeed = code == 0;
        format!(
            r#"{{{MEMBERS},{data},"is_succeed":{succeed},"code":{code},"message":"{message}"}}"#
        )
    };
    let accepted = code(0, "done");
    let wrong_types = accepted.replace("\"0555canary\"", "[\"canary\"]");
    let wrong_types = wrong_types.replace("\"canary@shop.example\"", "{\"of\":\"canary\"}");
    let twice = accepted.replace("\"code\":0", "\"code\":0,\"code\":\"canary\"");
    let response = |status, body: &str, cut| Response {
        status,
        body: body.to_owned(),
        cut,
    };
    let ok = Some("200 OK");
    vec![
        response(ok, &accepted, 0),
        response(ok, &accepted, 50),
        response(ok, &wrong_types, 0),
        response(ok, &twice, 0),
        response(ok, &code(6, WORDS), 0),
        response(Some("400 Bad Request"), &code(6, WORDS), 0),
        response(Some("503 Unavailable"), &code(8, WORDS), 0),
        response(ok, r#"{"code":"canary","message":["canary"]}"#, 0),
        response(ok, "canary", 0),
        response(Some("502 Bad Gateway"), "<html>canary</html>", 0),
        response(Some("307 Elsewhere"), "", 0),
        response(None, "canary, and no HTTP\r\n\r\n", 0),
        response(None, "", 0),
    ]
}

impl Response {
    /// Returns how often a look-up is sent again: only where the server asks for no pause.
    pub(super) fn resends(&self) -> u32 {
        u32::from(self.status == Some("503 Unavailable"))
    }

    /// Writes it, for one operation.
    fn bytes(&self, operation: Operation) -> Vec<u8> {
        let Some(status) = self.status else {
            return self.body.clone().into_bytes();
        };
        let body = self.body.replace(WORDS, &words(operation, status));
        let mut bytes = format!(
            "HTTP/1.1 {status}\r\nset-cookie: canary=canary\r\nlocation: http://127.0.0.1:1/canary\r\n\
             x-other: canary\r\nretry-after: 0\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        bytes.truncate(bytes.len() - self.cut);
        bytes.into_bytes()
    }
}

/// Returns words that repeat the secrets and the personal data that the documents declare for an
/// operation: those of its request, and those of its response unless it has the status of an error.
fn words(operation: Operation, status: &str) -> String {
    let link = "paypos://open/canary with canary+/encryption";
    let person = "A. CANARY-HOLDER, 0555-CANARY, canary@shop.example";
    let (sent, received) = match operation {
        Operation::Refund => ("https://user:canary@shop.example/n?t=canary#canary", ""),
        Operation::StartSale => (
            "canary-session, 0555canary, canary@shop.example, shop://back?t=canary",
            link,
        ),
        Operation::StartReversal => ("canary-session to shop://back?t=canary", link),
        Operation::CheckTransaction => ("canary-session", person),
        Operation::EndSession => ("canary-session", ""),
        Operation::CreateSession => ("", "canary-session-2 for canary-user"),
        Operation::List | Operation::ListReversals => ("", "for a canary holder"),
        Operation::Check | Operation::Detail | Operation::Capture | Operation::CancelCapture => {
            ("", person)
        }
        _ => ("", ""),
    };
    let received = if status.starts_with('2') {
        received
    } else {
        ""
    };
    format!(
        "by sck_canary/key+1, c2NrX2NhbmFyeS9rZXkrMQ== and sck_canary%2Fkey%2B1: {sent} {received}"
    )
}

/// Starts a server that gives everybody this response.
pub(super) async fn server(response: Response) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let mut request = vec![0; 16 * 1024];
            let length = client.read(&mut request).await.unwrap_or(0);
            let request = String::from_utf8_lossy(&request[..length]).into_owned();
            let path = request.split(' ').nth(1).unwrap_or_default();
            let operation = Operation::ALL.iter().find(|it| it.path() == path);
            drop(client.write_all(&response.bytes(*operation.unwrap())).await);
            drop(client.shutdown().await);
            drop(client.read_to_end(&mut Vec::new()).await);
        }
    });
    address
}
