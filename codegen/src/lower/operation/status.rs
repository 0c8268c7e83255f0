//! Statuses, and the names that responses get from them.

use openapiv3::StatusCode;

use crate::ir::{Statuses, Verb};

/// Returns the statuses of a key of `responses`.
pub(crate) fn statuses(code: &StatusCode) -> Statuses {
    match code {
        StatusCode::Code(code) => Statuses::Exact(*code),
        StatusCode::Range(digit) => Statuses::Range(u8::try_from(*digit).unwrap_or_default()),
    }
}

/// Returns whether the statuses are a success by themselves.
pub(crate) fn is_success(statuses: Statuses) -> bool {
    match statuses {
        Statuses::Exact(code) => (200..300).contains(&code),
        Statuses::Range(digit) => digit == 2,
        Statuses::Default => false,
    }
}

/// Returns what the response is if HTTP never gives it content.
// RFC 9110, 9.3.2: "the server MUST NOT send content in the response" to HEAD; 15.3.5, 15.3.6 and 15.4.5 say so of these statuses.
pub(crate) fn never_content(verb: Verb, statuses: Statuses) -> Option<String> {
    match (verb, statuses) {
        (Verb::Head, _) => Some("a response to HEAD".to_owned()),
        (_, Statuses::Exact(code @ (204 | 205 | 304))) => Some(format!("a response {code}")),
        _ => None,
    }
}

/// Returns the words that distinguish the inline type of a response: `Ok`, `404`, `4xx`, `Default`.
pub(crate) fn words(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exact(code) => reason(code).map_or_else(|| code.to_string(), str::to_owned),
        Statuses::Range(digit) => format!("{digit}xx"),
        Statuses::Default => "Default".to_owned(),
    }
}

/// Returns the words as a variant, which can't start with a digit.
pub(crate) fn variant(statuses: Statuses) -> String {
    let words = words(statuses);
    if words.starts_with(|first: char| first.is_ascii_digit()) {
        format!("Status{words}")
    } else {
        words
    }
}

/// Returns the reason phrase of a common success.
// RFC 9110, section 15.3.
fn reason(code: u16) -> Option<&'static str> {
    Some(match code {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        204 => "NoContent",
        206 => "PartialContent",
        _ => return None,
    })
}
