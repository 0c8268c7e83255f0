//! One request: the values of its fields, how it is sent, and what is said about its response.

use std::future::Future;
use std::pin::Pin;

use paynet_api::runtime::{
    Accepted, Core, Decode, DecodeError, Encode, Error, ErrorKind, Input, Operation, Output, Raw,
};
use serde_json::{Value, json};

/// A request that is sent when it is polled.
pub type Sending = Pin<Box<dyn Future<Output = Value>>>;

/// Sends the request of one operation.
pub type Send = fn(&Case<'_>) -> Result<Sending, String>;

/// A value that was encoded again, or why that gave another value; `None` where it is not JSON.
pub type Again = Option<Result<String, String>>;

/// One request.
pub struct Case<'c> {
    core: &'c Core,
    value: Value,
}

impl<'c> Case<'c> {
    pub fn new(core: &'c Core, value: Value) -> Self {
        Self { core, value }
    }

    /// Builds the request.
    pub fn operation(&self, all: &[Send]) -> Result<Sending, String> {
        let number = self.value["operation"].as_u64().unwrap_or(u64::MAX);
        let operation = usize::try_from(number).ok().and_then(|number| all.get(number));
        let operation = operation.ok_or("there is no such operation")?;
        operation(self)
    }

    /// The value of a field that must be there.
    pub fn required<T: Decode>(&self, field: &str) -> Result<T, String> {
        decoded(&self.value["fields"][field]).map_err(|error| format!("{field}: {error}"))
    }

    /// The value of a field that may be absent.
    pub fn optional<T: Decode>(&self, field: &str) -> Result<Option<T>, String> {
        match self.has(field) {
            true => self.required(field).map(Some),
            false => Ok(None),
        }
    }

    /// Whether a field is there.
    pub fn has(&self, field: &str) -> bool {
        self.value["fields"].get(field).is_some()
    }

    /// What the judge is asked to answer with.
    pub fn code(&self) -> Option<String> {
        self.value["code"].as_str().map(str::to_owned)
    }

    /// The variant of the body.
    pub fn variant(&self) -> &str {
        self.value["variant"].as_str().unwrap_or_default()
    }

    /// Sends the operation. `response` and `error` encode what was decoded again.
    pub fn send<O: Operation>(
        &self,
        operation: O,
        response: fn(&O::Response) -> Again,
        error: fn(&Error) -> Again,
    ) -> Sending {
        let call = self.core.call(operation);
        Box::pin(async move {
            match call.await {
                Ok(accepted) => success(&accepted, response(accepted.response())),
                Err(failure) => failed(&failure, error(&failure)),
            }
        })
    }
}

/// The outcome of a request that was not sent.
pub fn unsent(problem: &str) -> Value {
    json!({ "unsent": problem })
}

/// Encodes a value and decodes it again, which gives a value that is encoded the same.
pub fn again<T: Decode + Encode>(value: &T) -> Again {
    let first = encoded(value);
    let second = Input::parse(first.as_bytes()).and_then(T::decode);
    Some(match second {
        Ok(second) if encoded(&second) == first => Ok(first),
        Ok(_) => Err("encoded, decoded and encoded again it is another text".to_owned()),
        Err(error) => Err(format!("what it is encoded as is not decoded: {error}")),
    })
}

fn encoded(value: &impl Encode) -> String {
    let mut out = Output::new();
    value.encode(&mut out);
    String::from_utf8_lossy(&out.into_bytes()).into_owned()
}

fn decoded<T: Decode>(value: &Value) -> Result<T, DecodeError> {
    Input::parse(value.to_string().as_bytes()).and_then(T::decode)
}

fn success<R>(accepted: &Accepted<R>, again: Again) -> Value {
    received(accepted.raw(), None, again)
}

fn failed(error: &Error, again: Again) -> Value {
    let Some(raw) = error.raw() else {
        return match error.kind() {
            ErrorKind::InvalidRequest => unsent(&error.to_string()),
            _ => json!({ "lost": error.to_string() }),
        };
    };
    let undecoded = match error.kind() {
        ErrorKind::Refused | ErrorKind::Undecided => None,
        _ => Some(error.to_string()),
    };
    received(raw, undecoded, again)
}

fn received(raw: &Raw, undecoded: Option<String>, again: Again) -> Value {
    json!({
        "status": raw.status(),
        "content_type": raw.headers().get("content-type"),
        "violations": raw.headers().get("sl-violations"),
        "body": std::str::from_utf8(raw.body()).ok(),
        "undecoded": undecoded,
        "again": again.map(|result| match result {
            Ok(text) => json!({ "Ok": text }),
            Err(problem) => json!({ "Err": problem }),
        }),
    })
}
