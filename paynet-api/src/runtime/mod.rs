//! The contract with generated code: JSON, HTTP, outcomes and values. It knows no API in
//! particular.
//!
//! Users import what they need from the crate root. Everything else here is for generated code,
//! which asserts the version of the contract, [`CONTRACT`].
//!
//! Each folder uses only those above it:
//!
//! ```text
//! errors     what can go wrong, as plain data: Outcome, ErrorKind, DecodeError, BuildError
//!   ↑
//! values     types of values: Secret, Personal, Maybe, Decimal, Date, …
//!   ↑
//! json       Encode and Decode
//!   ↑
//! wire       parameters, forms, media types
//!   ↑
//! http       one exchange: connections, servers, credentials, the proof of "not sent"
//!   ↑
//! outcome    what a response proves
//!   ↑
//! call       from an operation to its response or its error
//!
//! incoming   requests that the API sends; uses json, wire and http
//! server     the requests of the operations, read by a stand-in of the API; uses all but macros
//! macros     the macros that generated code calls
//! ```
//!
//! A call, step by step: the operation writes its `request`, `prepare` adds the server and the
//! credentials, `exchange` sends it (its body behind a `gate`, which is the proof of "not sent")
//! and reads the `raw` response within the `deadline`s, `classify` applies the outcome rules, and
//! the result is an `accepted` or an `error`.

mod call;
mod errors;
mod http;
mod incoming;
mod json;
mod macros;
mod outcome;
#[cfg(feature = "sandbox")]
pub mod server;
mod values;
mod wire;

pub use call::accepted::Accepted;
pub use call::core::Core;
pub use call::error::Error;
pub use call::info::{Info, Repeat};
pub use call::operation::Operation;
pub use call::progress::Progress;
pub use call::request::{Contents, Request};
pub use call::send::Call;
pub use call::settings::Settings;
#[cfg(feature = "blocking")]
pub use call::wait::wait;
pub use errors::build_error::BuildError;
pub use errors::decode_error::DecodeError;
pub use errors::kind::ErrorKind;
pub use errors::outcome::{Acceptance, Outcome};
pub use http::connection::transport::Transport;
pub use http::gate::Stage;
pub use http::method::Method;
pub use http::raw::{Headers, Raw};
pub use http::scheme::{Scheme, SchemePlace};
pub use http::server::base_url::BaseUrl;
pub use http::server::own_server::{OwnServer, ServerPlace};
pub use incoming::received::{Incoming, IncomingContents, ReadContent, Received, Sent};
pub use incoming::unsigned::{Unsigned, callback};
pub use json::any_json::AnyJson;
pub use json::decode::issues::DecodeIssue;
pub use json::{
    Absent, Decode, Encode, Fields, Input, Members, OneOf, Output, Tolerance, Tolerating,
};
pub use macros::{
    conditions, decode_object, encode_object, object, open_string, request, rule, string_enum,
};
pub use outcome::documented::{
    Documented, ErrorBody, Responses, bytes, decode_bytes, decode_empty, decode_json, decode_text,
    empty, error_bytes, error_empty, error_json, error_text, json, text, variant,
};
pub use outcome::response_body::ResponseBody;
pub use outcome::rules::{
    Advice, Classification, Code, Condition, Is, Label, Literal, Rule, RuleSet, Tolerated,
};
pub use outcome::statuses::Statuses;
pub use values::digits::{Decimal, Integer};
pub use values::file::File;
pub use values::formats::base64::Base64;
#[cfg(feature = "sandbox")]
pub(crate) use values::formats::calendar;
pub use values::formats::date::Date;
pub use values::formats::date_time::{DateTime, DateTimeParts};
pub use values::formats::decimal_text::DecimalText;
pub use values::maybe::Maybe;
pub use values::personal::Personal;
pub use values::secret::Secret;
pub use wire::style::{Style, Styles};

/// The version of the contract with generated code.
pub const CONTRACT: u32 = 6;
