//! The responses that a document describes, each with how its body is read.

use std::any::Any;
use std::fmt;

use crate::runtime::wire::media_type;
use crate::runtime::{Decode, DecodeError, Input, Raw};

/// A response that the document describes.
pub struct Documented<R: 'static> {
    statuses: Statuses,
    media_types: &'static [&'static str],
    read: Read<R>,
}

/// How a body is read.
pub(crate) enum Read<R> {
    /// As what a successful call gives.
    Success(fn(&Raw) -> Result<R, DecodeError>),
    /// As the body of an error.
    Error(fn(&Raw) -> Result<ErrorBody, DecodeError>),
}

impl<R> Documented<R> {
    /// A response of a successful call, for the statuses that a document writes as `200`, `2XX` or
    /// `default`.
    pub const fn success(statuses: &str, decode: fn(&Raw) -> Result<R, DecodeError>) -> Self {
        Self {
            statuses: Statuses::of(statuses),
            media_types: &[],
            read: Read::Success(decode),
        }
    }

    /// A response with the body of an error, for such statuses.
    pub const fn error(statuses: &str, decode: fn(&Raw) -> Result<ErrorBody, DecodeError>) -> Self {
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

    /// The one that describes a response: of the most exact statuses the one of its media type, or the first.
    // OAS 3.0.3, Responses Object: "If a response is defined using an explicit code, the explicit code definition takes
    // precedence over the range definition for that code"; "default" is for codes that are not "covered individually".
    // Response Object: "For responses that match multiple keys, only the most specific key is applicable."
    pub(crate) fn describing(responses: &'static [Self], raw: &Raw) -> Option<&'static Self> {
        let including = responses
            .iter()
            .filter(|response| response.statuses.include(raw.status()));
        let exactness = including
            .clone()
            .map(|response| response.statuses.exactness())
            .max()?;
        let sent = raw.headers().get("content-type").unwrap_or_default();
        including
            .filter(|response| response.statuses.exactness() == exactness)
            .rev()
            .max_by_key(|response| media_type::fit(response.media_types, sent))
    }
}

/// Which statuses a documented response stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statuses {
    /// One, `200`.
    Exact(u16),
    /// A hundred, `4XX`: the first digit.
    Range(u8),
    /// All others.
    Default,
}

impl Statuses {
    /// The statuses that a document writes as `200`, `4XX` or `default`.
    #[must_use]
    pub const fn of(key: &str) -> Self {
        match *key.as_bytes() {
            [hundreds, tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
                let status = (hundreds - b'0') as u16 * 100 + (tens - b'0') as u16 * 10;
                Self::Exact(status + (ones - b'0') as u16)
            }
            [hundreds, b'X', b'X'] => Self::Range(hundreds - b'0'),
            _ => Self::Default,
        }
    }

    fn include(self, status: u16) -> bool {
        match self {
            Self::Exact(exact) => exact == status,
            Self::Range(digit) => u16::from(digit) == status / 100,
            Self::Default => true,
        }
    }

    const fn exactness(self) -> u8 {
        match self {
            Self::Exact(_) => 2,
            Self::Range(_) => 1,
            Self::Default => 0,
        }
    }
}

/// A documented error body, typed; the type is known to whoever asks for it.
pub struct ErrorBody {
    value: Box<dyn Any + Send + Sync>,
    type_name: &'static str,
}

impl ErrorBody {
    /// Takes any value over.
    pub fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Box::new(value),
            type_name: std::any::type_name::<T>(),
        }
    }

    /// The value, if it is of that type.
    #[must_use]
    pub fn downcast<T: 'static>(&self) -> Option<&T> {
        self.value.downcast_ref()
    }
}

impl fmt::Debug for ErrorBody {
    /// The type alone: an error's body may hold anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ErrorBody({})", self.type_name)
    }
}

/// Reads a JSON body.
///
/// # Errors
///
/// It is not JSON, or not of that type.
pub fn json<T: Decode>(raw: &Raw) -> Result<T, DecodeError> {
    Input::parse(raw.body()).and_then(|input| T::decode(input.noting(raw.sensitive())))
}

/// Reads a body as text, in UTF-8 or in the Latin alphabet that the response names.
///
/// # Errors
///
/// It is neither.
pub fn text(raw: &Raw) -> Result<String, DecodeError> {
    let sent = raw.headers().get("content-type").unwrap_or_default();
    if media_type::is_latin_1(sent) {
        return Ok(raw.body().iter().copied().map(char::from).collect());
    }
    String::from_utf8(raw.body().to_vec()).map_err(|_| DecodeError::expected("text in UTF-8"))
}

/// Takes a body as it is.
///
/// # Errors
///
/// None: any bytes will do.
pub fn bytes(raw: &Raw) -> Result<Vec<u8>, DecodeError> {
    Ok(raw.body().to_vec())
}

/// Takes a response of which no body is documented; one that comes all the same is left alone.
///
/// # Errors
///
/// None.
pub fn empty(_: &Raw) -> Result<(), DecodeError> {
    Ok(())
}

/// [`json()`] for an error.
///
/// # Errors
///
/// It is not JSON, or not of that type.
pub fn error_json<T: Decode + fmt::Debug + Send + Sync + 'static>(
    raw: &Raw,
) -> Result<ErrorBody, DecodeError> {
    json::<T>(raw).map(ErrorBody::new)
}

/// [`text()`] for an error: the body is a `String`.
///
/// # Errors
///
/// It is not UTF-8.
pub fn error_text(raw: &Raw) -> Result<ErrorBody, DecodeError> {
    text(raw).map(ErrorBody::new)
}

/// [`bytes()`] for an error: the body is a `Vec<u8>`.
///
/// # Errors
///
/// None.
pub fn error_bytes(raw: &Raw) -> Result<ErrorBody, DecodeError> {
    bytes(raw).map(ErrorBody::new)
}

/// [`empty()`] for an error: the body is `()`.
///
/// # Errors
///
/// None.
pub fn error_empty(raw: &Raw) -> Result<ErrorBody, DecodeError> {
    empty(raw).map(ErrorBody::new)
}
