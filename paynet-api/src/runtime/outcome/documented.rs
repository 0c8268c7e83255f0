//! The responses that a document describes, each with how its body is decoded.

use std::any::Any;
use std::fmt;

use super::response_body::ResponseBody;
use super::statuses::Statuses;
use crate::runtime::wire::media_type;
use crate::runtime::{Decode, DecodeError, Raw};

/// The responses that the document describes.
pub type Responses<R> = &'static [Documented<R>];

/// A response that the document describes.
pub struct Documented<R: 'static> {
    statuses: Statuses,
    media_types: &'static [&'static str],
    read: Read<R>,
}

/// How a body is decoded.
pub(crate) enum Read<R> {
    /// As the response of a successful call.
    Success(fn(&ResponseBody<'_>) -> Result<R, DecodeError>),
    /// As the body of an error.
    Error(fn(&ResponseBody<'_>) -> Result<ErrorBody, DecodeError>),
}

impl<R> Documented<R> {
    /// A success.
    const fn success(
        statuses: &str,
        decode: fn(&ResponseBody<'_>) -> Result<R, DecodeError>,
    ) -> Self {
        Self {
            statuses: Statuses::of(statuses),
            media_types: &[],
            read: Read::Success(decode),
        }
    }

    /// An error.
    const fn error(
        statuses: &str,
        decode: fn(&ResponseBody<'_>) -> Result<ErrorBody, DecodeError>,
    ) -> Self {
        Self {
            statuses: Statuses::of(statuses),
            media_types: &[],
            read: Read::Error(decode),
        }
    }

    /// The response, for bodies of these media types alone.
    #[must_use]
    pub const fn of(self, media_types: &'static [&'static str]) -> Self {
        Self {
            media_types,
            ..self
        }
    }

    pub(crate) const fn statuses(&self) -> Statuses {
        self.statuses
    }

    pub(crate) const fn read(&self) -> &Read<R> {
        &self.read
    }

    /// Returns the documented response that describes a response: among those with the most exact
    /// status, the one with the best media type, or the first.
    // OAS 3.0.3, Responses Object: "If a response is defined using an explicit code, the explicit
    // code definition takes precedence over the range definition for that code"; "default" is for
    // codes that are not "covered individually". Response Object: "For responses that match
    // multiple keys, only the most specific key is applicable."
    pub(crate) fn describing(responses: &'static [Self], raw: &Raw) -> Option<&'static Self> {
        let sent = raw.headers().get("content-type").unwrap_or_default();
        let mut best: Option<(Fit, &Self)> = None;
        for response in responses {
            let fit = Fit::of(response.statuses, response.media_types, raw.status(), sent);
            if fit.is_some_and(|fit| best.is_none_or(|(known, _)| fit > known)) {
                best = fit.map(|fit| (fit, response));
            }
        }
        best.map(|(_, response)| response)
    }
}

/// How exactly a documented response describes a response: the greater, the better.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Fit {
    exactness: u8,
    specificity: u8,
}

impl Fit {
    /// Returns `None` if the response has another status.
    fn of(statuses: Statuses, media_types: &[&str], status: u16, sent: &str) -> Option<Self> {
        statuses.include(status).then(|| Self {
            exactness: statuses.exactness(),
            specificity: media_type::specificity(media_types, sent),
        })
    }
}

/// A decoded error body of any type.
pub struct ErrorBody {
    value: Box<dyn Any + Send + Sync>,
    type_name: &'static str,
}

impl ErrorBody {
    /// Wraps a value.
    pub fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Box::new(value),
            type_name: std::any::type_name::<T>(),
        }
    }

    /// Returns the value, if it is of that type.
    #[must_use]
    pub fn downcast<T: 'static>(&self) -> Option<&T> {
        self.value.downcast_ref()
    }
}

impl fmt::Debug for ErrorBody {
    /// Prints the type only: the content is unknown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ErrorBody({})", self.type_name)
    }
}

/// A success with a JSON body, for the statuses that a document writes as `200`, `2XX` or
/// `default`.
#[must_use]
pub const fn json<R: Decode>(statuses: &str) -> Documented<R> {
    Documented::success(statuses, decode_json)
}

/// A success whose body is text.
#[must_use]
pub const fn text(statuses: &str) -> Documented<String> {
    Documented::success(statuses, decode_text)
}

/// A success whose body is taken as it is.
#[must_use]
pub const fn bytes(statuses: &str) -> Documented<Vec<u8>> {
    Documented::success(statuses, decode_bytes)
}

/// A success without a documented body. A body that is sent all the same is ignored.
#[must_use]
pub const fn empty(statuses: &str) -> Documented<()> {
    Documented::success(statuses, decode_empty)
}

/// One of several successes: `decode` says which.
#[must_use]
pub const fn variant<R>(
    statuses: &str,
    decode: fn(&ResponseBody<'_>) -> Result<R, DecodeError>,
) -> Documented<R> {
    Documented::success(statuses, decode)
}

/// An error with a JSON body of the type `T`.
#[must_use]
pub const fn error_json<T: Decode + Send + Sync + 'static, R>(statuses: &str) -> Documented<R> {
    Documented::error(statuses, |body| decode_json::<T>(body).map(ErrorBody::new))
}

/// An error whose body is text: a `String`.
#[must_use]
pub const fn error_text<R>(statuses: &str) -> Documented<R> {
    Documented::error(statuses, |body| decode_text(body).map(ErrorBody::new))
}

/// An error whose body is taken as it is: a `Vec<u8>`.
#[must_use]
pub const fn error_bytes<R>(statuses: &str) -> Documented<R> {
    Documented::error(statuses, |body| decode_bytes(body).map(ErrorBody::new))
}

/// An error without a documented body: `()`.
#[must_use]
pub const fn error_empty<R>(statuses: &str) -> Documented<R> {
    Documented::error(statuses, |body| decode_empty(body).map(ErrorBody::new))
}

/// Decodes a JSON body.
///
/// # Errors
///
/// If it is not JSON, or something that is required is missing or cannot be decoded.
pub fn decode_json<T: Decode>(body: &ResponseBody<'_>) -> Result<T, DecodeError> {
    body.json()
}

/// Decodes a body as text, in UTF-8 or in the Latin alphabet that the response names.
///
/// # Errors
///
/// None.
pub fn decode_text(body: &ResponseBody<'_>) -> Result<String, DecodeError> {
    let sent = body.raw().headers().get("content-type").unwrap_or_default();
    if media_type::is_latin_1(sent) {
        return Ok(body.raw().body().iter().copied().map(char::from).collect());
    }
    Ok(body.text().to_owned())
}

/// Takes a body as it is.
///
/// # Errors
///
/// None.
pub fn decode_bytes(body: &ResponseBody<'_>) -> Result<Vec<u8>, DecodeError> {
    Ok(body.raw().body().to_vec())
}

/// Ignores the body.
///
/// # Errors
///
/// None.
pub fn decode_empty(_: &ResponseBody<'_>) -> Result<(), DecodeError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Documented, Raw, bytes};

    #[test]
    fn the_most_exact_status_then_the_best_media_type_then_the_first_describes() {
        const RESPONSES: &[Documented<Vec<u8>>] = &[
            bytes("default").of(&["text/csv"]),
            bytes("2XX").of(&["text/csv"]),
            bytes("200").of(&["*/*"]),
            bytes("200").of(&["text/*"]),
            bytes("200").of(&["text/*", "image/png"]),
            bytes("404"),
            bytes("404"),
        ];
        let csv: &[(&str, &[u8])] = &[("content-type", b"text/csv")];
        for (status, expected) in [(200, 3), (204, 1), (404, 5), (500, 0)] {
            let raw = Raw::new(status, csv.iter().copied(), Vec::new());
            let found = Documented::describing(RESPONSES, &raw).unwrap();
            assert!(std::ptr::eq(found, &RESPONSES[expected]), "{status}");
        }
        let raw = Raw::new(500, [], Vec::new());
        assert!(Documented::describing(&RESPONSES[1..], &raw).is_none());
    }
}
