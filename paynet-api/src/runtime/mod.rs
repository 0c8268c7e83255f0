//! What generated code stands on: JSON, HTTP, outcomes, secrets. It knows no API in particular.
//!
//! Whoever uses the client meets [`Error`], [`Accepted`], [`Call`] and the value types; the rest is the contract with
//! generated code, whose version is [`CONTRACT`].
//!
//! The way of a call, file by file: `call` writes the operation's `request`, `prepare` gives it an address and credentials,
//! `exchange` sends it (its body behind a `gate`, which is the proof of "not sent") and reads the `raw` reply within its
//! `deadline`s, `judge` holds that against the operation's `reading`s, and the result is `accepted` or an `error`.

mod accepted;
mod any_json;
mod base_url;
mod build_error;
mod call;
mod core;
mod credential;
mod deadline;
mod digits;
mod documented;
mod error;
mod escape;
mod evidence;
mod exchange;
mod file;
mod gate;
mod info;
mod json;
mod judge;
mod maybe;
mod media_type;
mod multipart;
mod open_enum;
mod operation;
mod outcome;
mod own_server;
mod personal;
mod plain;
mod prepare;
mod progress;
mod raw;
mod reading;
mod received;
mod request;
mod secret;
mod settings;
mod style;
mod tables;
mod text_forms;
mod tls;
mod transport;
mod unsigned;
mod urlencoded;

pub use accepted::Accepted;
pub use any_json::AnyJson;
pub use base_url::BaseUrl;
pub use build_error::BuildError;
pub use call::Call;
pub use core::Core;
pub use digits::{Decimal, Integer};
pub use documented::{
    Documented, ErrorBody, Statuses, bytes, empty, error_bytes, error_empty, error_json,
    error_text, json, text,
};
pub use error::{Error, ErrorKind};
pub use file::File;
pub use gate::Stage;
pub use info::{Info, Method, Repeat, Scheme, SchemePlace};
pub use json::{
    Absent, Decode, Encode, Fields, Input, Members, OneOf, Output, Tolerance, Tolerating,
    Unreadable,
};
pub use maybe::Maybe;
pub use open_enum::OpenEnum;
pub use operation::Operation;
pub use outcome::{Outcome, Standing};
pub use own_server::{OwnServer, ServerPlace};
pub use personal::Personal;
pub use progress::Progress;
pub use raw::{Headers, Raw};
pub use reading::{
    Advice, Code, Condition, Is, Label, Literal, Meaning, Member, Reading, Rule, no_label,
};
pub use received::{Incoming, IncomingContents, ReadContent, Received, Sent};
pub use request::{Contents, Request};
pub use secret::Secret;
pub use settings::Settings;
pub use style::{Style, Styles};
pub use tables::{
    advice, contents, incoming, incoming_contents, object, open_enum, open_text, operations,
    readings, union,
};
pub use text_forms::{Base64, Date, DateTime, DateTimeParts, DecimalText};
pub use transport::Transport;
pub use unsigned::{Unsigned, callback};

/// The version of the contract with generated code.
pub const CONTRACT: u32 = 3;
