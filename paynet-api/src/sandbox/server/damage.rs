//! What faults do to responses.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::ResultCode;
use crate::runtime::server::ServerResponse;
use crate::sandbox::faults::Damage;
use crate::sandbox::operation::Operation;
use crate::transaction::types::ErrorObject;

/// How a response is sent.
#[derive(Debug)]
pub(super) enum Sending {
    /// Not at all: the connection is closed.
    Nothing,
    /// As far as this byte.
    Until(usize, ServerResponse),
    /// Whole.
    Whole(ServerResponse),
}

/// Damages a response; it is `None` if the request was not carried out.
pub(super) fn damage(
    damage: &Damage,
    operation: Option<Operation>,
    response: Option<ServerResponse>,
) -> Sending {
    let members = |response: Option<ServerResponse>, members: &[(&str, &str)]| {
        let response = response.unwrap_or_else(|| json(200, b"{}".to_vec()));
        Sending::Whole(with_members(response, members))
    };
    match (damage, response) {
        (Damage::None, Some(response)) => Sending::Whole(response),
        (Damage::CutAt(byte), Some(response)) => Sending::Until(*byte, response),
        (Damage::None | Damage::Cut, _) => Sending::Nothing,
        (Damage::CutAt(byte), None) => Sending::Until(*byte, json(200, b"{}".to_vec())),
        (Damage::Garbage, _) => Sending::Whole(json(200, b"{\"code\":0\xff,,".to_vec())),
        (Damage::Huge(bytes), _) => Sending::Whole(json(200, huge(*bytes))),
        (Damage::Html(status), _) => Sending::Whole(html(*status)),
        (Damage::Status(status), _) => Sending::Whole(server_error(*status)),
        (Damage::WrongType(member), response) => {
            members(response, &[(member, r#"["wrong type"]"#)])
        }
        (Damage::Code(code), response) => {
            let message = code.name().unwrap_or("refused");
            let message = format!("\"{message} (a fault of the sandbox)\"");
            let code = code.number().to_string();
            members(response, &[("code", &code), ("message", &message)])
        }
        (Damage::Contradiction, response) => members(response, contradiction(operation)),
    }
}

/// Returns the members of a response that contradicts itself.
// Source: capture-cancellation.md, example "Response"; for the others the page on HTTP statuses,
// by which `is_succeed` false is a failure, and `type` is a member of error objects.
const fn contradiction(operation: Option<Operation>) -> &'static [(&'static str, &'static str)] {
    match operation {
        Some(Operation::Capture | Operation::CancelCapture) => &[
            ("is_succeed", "true"),
            ("code", "1"),
            ("bank_error_id", "\"6000\""),
            ("bank_error_message", "\"Invalid Ip Address : \""),
            ("message", "\"\""),
        ],
        _ => &[
            ("code", "0"),
            ("is_succeed", "false"),
            ("type", "\"api_error\""),
        ],
    }
}

/// Replaces or adds members of a JSON object. A body that is no object is left as it is.
fn with_members(mut response: ServerResponse, members: &[(&str, &str)]) -> ServerResponse {
    let parsed: Result<BTreeMap<String, Box<RawValue>>, _> = serde_json::from_slice(&response.body);
    let Ok(mut object) = parsed else {
        return response;
    };
    for (name, json) in members {
        if let Ok(json) = RawValue::from_string((*json).to_owned()) {
            object.insert((*name).to_owned(), json);
        }
    }
    response.body = serde_json::to_vec(&object).unwrap_or(response.body);
    response
}

fn json(status: u16, body: Vec<u8>) -> ServerResponse {
    ServerResponse::with_body(status, "application/json; charset=utf-8", body)
}

/// Returns a success of so many bytes.
fn huge(bytes: usize) -> Vec<u8> {
    let (head, tail) = (r#"{"code":0,"message":""#, r#""}"#);
    let filler = bytes.saturating_sub(head.len() + tail.len());
    format!("{head}{}{tail}", "x".repeat(filler)).into_bytes()
}

fn html(status: u16) -> ServerResponse {
    let page = format!("<html><body><h1>{status}</h1><hr>sandbox proxy</body></html>\n");
    ServerResponse::with_body(status, "text/html; charset=utf-8", page)
}

/// Returns an error object.
// Source: doc.paynet.com.tr/genel-bilgiler/hata-kodlari/hata-tipleri.
fn server_error(status: u16) -> ServerResponse {
    let error = ErrorObject {
        type_: Some("api_error".to_owned()),
        message: Some("a fault of the sandbox".to_owned()),
        code: Some(status.into()),
        result_code: Some(ResultCode::SERVER_ERROR),
        object_name: None,
    };
    ServerResponse::json(status, &error)
}
