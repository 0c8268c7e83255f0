//! What generated code stands on: JSON, HTTP, outcomes, secrets. It knows no API in particular.
//!
//! Whoever uses the client meets [`Error`], [`Accepted`], [`Call`] and the value types; the rest is the contract with
//! generated code, whose version is [`CONTRACT`].
//!
//! The way of a call, file by file: `call` writes the operation's `request`, `prepare` gives it an address and credentials,
//! `exchange` sends it (its body behind a `gate`, which is the proof of "not sent") and reads the `raw` response within its
//! `deadline`s, `judge` holds that against the operation's `reading`s, and the result is `accepted` or an `error`.

mod call;
mod http;
mod incoming;
mod json;
mod macros;
mod outcome;
mod values;
mod wire;

pub use call::Call;
pub use call::accepted::Accepted;
pub use call::build_error::BuildError;
pub use call::core::Core;
pub use call::error::{Error, ErrorKind};
pub use call::info::{Info, Method, Repeat, Scheme, SchemePlace};
pub use call::operation::Operation;
pub use call::progress::Progress;
pub use call::request::{Contents, Request};
pub use call::settings::Settings;
pub use http::base_url::BaseUrl;
pub use http::gate::Stage;
pub use http::own_server::{OwnServer, ServerPlace};
pub use http::raw::{Headers, Raw};
pub use http::transport::Transport;
pub use incoming::received::{Incoming, IncomingContents, ReadContent, Received, Sent};
pub use incoming::unsigned::{Unsigned, callback};
pub use json::{
    Absent, Decode, DecodeError, Encode, Fields, Input, Members, OneOf, Output, Tolerance,
    Tolerating,
};
pub use macros::{
    conditions, decode_object, encode_object, object, open_string, request, rule, string_enum,
};
pub use outcome::documented::{
    Documented, ErrorBody, Responses, Statuses, bytes, decode_bytes, decode_empty, decode_json,
    decode_text, empty, error_bytes, error_empty, error_json, error_text, json, text, variant,
};
pub use outcome::rules::{
    Advice, Classification, Code, Condition, Is, Label, Literal, Rule, RuleSet, Tolerated,
};
pub use outcome::{Acceptance, Outcome};
pub use values::any_json::AnyJson;
pub use values::digits::{Decimal, Integer};
pub use values::file::File;
pub use values::maybe::Maybe;
pub use values::personal::Personal;
pub use values::secret::Secret;
pub use values::text_forms::{Base64, Date, DateTime, DateTimeParts, DecimalText};
pub use wire::style::{Style, Styles};

/// The version of the contract with generated code.
pub const CONTRACT: u32 = 4;
