//! The parts of a request, each decoded as the operation has it: the counterpart of
//! [`Request`](crate::runtime::Request), which writes them.

use super::{Rejection, RejectionReason, ServerRequest, multipart};
use crate::runtime::json::decode::issues::{DecodeIssue, Issues};
use crate::runtime::json::decode::scope::Strings;
use crate::runtime::wire::media_type::specificity;
use crate::runtime::wire::urlencoded::to_json;
use crate::runtime::{Decode, DecodeError, Input, Operation, Received, Sent, Style, Styles};

/// An operation that a server can read.
pub trait Served: Operation + Sized {
    /// The path parameters that may span several segments.
    const SPANNING: &'static [&'static str] = &[];

    /// Reads the parameters and the body.
    ///
    /// # Errors
    ///
    /// If a required part is missing, or a part does not match the document.
    fn read(reader: &Reader<'_>) -> Result<Self, Rejection>;
}

/// A body that can be sent in several media types.
pub trait ServedContents: Sized + 'static {
    /// How each media type is read. Not empty.
    const READ: &'static [ReadBody<Self>];
}

/// Media types, and how a body of these types is read.
pub type ReadBody<T> = (
    &'static [&'static str],
    fn(&Reader<'_>) -> Result<T, Rejection>,
);

/// The parts of a request.
#[derive(Clone)]
pub struct Reader<'r> {
    received: Received<'r>,
    request: &'r ServerRequest,
    /// The only value that the next parameter can have.
    only: Option<&'static str>,
}

/// One method per place and style, as `Request` and `Received` have them.
macro_rules! parameters {
    ($($method:ident $method_as:ident: $what:literal;)*) => {
        impl Reader<'_> {
            $(
                #[doc = concat!("Reads a ", $what, ".")]
                ///
                /// # Errors
                ///
                /// If it is missing, unless the type has a value for that, or cannot be decoded.
                pub fn $method<T: Decode>(&self, name: &'static str) -> Result<T, Rejection> {
                    self.parameter(stringify!($method), name, self.received.$method(name))
                }

                #[doc = concat!("Reads a ", $what, " in another style.")]
                ///
                /// # Errors
                ///
                /// If it is missing, unless the type has a value for that, or cannot be decoded.
                pub fn $method_as<T: Decode>(
                    &self,
                    name: &'static str,
                    style: Style,
                ) -> Result<T, Rejection> {
                    self.parameter(stringify!($method), name, self.received.$method_as(name, style))
                }
            )*
        }
    };
}

parameters! {
    path path_as: "path parameter";
    query query_as: "query parameter";
    header header_as: "header";
    cookie cookie_as: "cookie";
}

impl<'r> Reader<'r> {
    pub(super) const fn new(received: Received<'r>, request: &'r ServerRequest) -> Self {
        Self {
            received,
            request,
            only: None,
        }
    }

    /// Returns a reader of a parameter that can have one value only.
    #[must_use]
    pub fn only(&self, value: &'static str) -> Self {
        Self {
            only: Some(value),
            ..self.clone()
        }
    }

    /// Decodes a parameter. An absent one is null, which `Request` omits.
    fn parameter<T: Decode>(
        &self,
        place: &'static str,
        name: &'static str,
        sent: Result<Sent, DecodeError>,
    ) -> Result<T, Rejection> {
        let read = sent.and_then(|sent| Ok((self.is_expected(&sent)?, sent.optional()?)));
        let reason = match read {
            Ok((true, Some(value))) => return Ok(value),
            Ok((true, None)) => match null() {
                Some(null) => return Ok(null),
                None => RejectionReason::MissingParameter { place, name },
            },
            Ok((false, _)) => RejectionReason::UnexpectedParameter {
                place,
                name,
                expected: self.only.unwrap_or_default(),
            },
            Err(error) => RejectionReason::InvalidParameter { place, name, error },
        };
        Err(Rejection::new(reason))
    }

    /// Returns whether a parameter has the only value that it can have, or is absent.
    fn is_expected(&self, sent: &Sent) -> Result<bool, DecodeError> {
        let Some(only) = self.only else {
            return Ok(true);
        };
        let text = sent.clone().optional::<String>()?;
        Ok(text.is_none_or(|text| text == only))
    }

    /// Reads an object whose members are query parameters of their own. If none of them is present,
    /// it is null, unless the type has no value for that.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded.
    pub fn query_members<T: Decode>(&self, name: &'static str) -> Result<T, Rejection> {
        let decoded = to_json(self.request.query(), &[]).and_then(|all| {
            let unknown = Issues::of_unknown_members();
            let input = Input::parse(all.as_bytes())?.strings(Strings::default());
            let value = T::decode(input.reporting(&unknown));
            let unknown: Vec<String> = unknown.take().iter().map(DecodeIssue::path).collect();
            let mut sent = input.object()?.into_names();
            match null().filter(|_| sent.all(|name| unknown.contains(&name))) {
                Some(null) => Ok(null),
                None => value,
            }
        });
        decoded.map_err(|error| {
            Rejection::new(RejectionReason::InvalidParameter {
                place: "query",
                name,
                error,
            })
        })
    }

    /// Reads a JSON body. `media_types` are those of the document.
    ///
    /// # Errors
    ///
    /// If it has another media type, is not JSON, or cannot be decoded.
    pub fn json<T: Decode>(&self, media_types: &'static [&'static str]) -> Result<T, Rejection> {
        self.body(media_types, Received::json)
    }

    /// Reads a form. `styles` are those of the document.
    ///
    /// # Errors
    ///
    /// If it has another media type, is not a form, or cannot be decoded.
    pub fn form<T: Decode>(
        &self,
        media_types: &'static [&'static str],
        styles: Styles<'_>,
    ) -> Result<T, Rejection> {
        self.body(media_types, |received| received.form(styles))
    }

    /// Reads a multipart form.
    ///
    /// # Errors
    ///
    /// If it has another media type, is not a form, or cannot be decoded.
    pub fn multipart<T: Decode>(
        &self,
        media_types: &'static [&'static str],
    ) -> Result<T, Rejection> {
        self.body(media_types, |received| {
            let decode = |input: Input<'_>| match received.issues {
                Some(issues) => T::decode(input.reporting(issues)),
                None => T::decode(input),
            };
            multipart::decode(self.content_type(), self.request.body(), decode)
        })
    }

    /// Reads a body of text.
    ///
    /// # Errors
    ///
    /// If it has another media type, or is not UTF-8.
    pub fn text(&self, media_types: &'static [&'static str]) -> Result<String, Rejection> {
        self.body(media_types, Received::text)
    }

    /// Reads a body of bytes.
    ///
    /// # Errors
    ///
    /// If it has another media type.
    pub fn bytes(&self, media_types: &'static [&'static str]) -> Result<Vec<u8>, Rejection> {
        self.body(media_types, Received::bytes)
    }

    /// Reads a body that may be absent.
    ///
    /// # Errors
    ///
    /// If it is present and cannot be read.
    pub fn given<T>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, Rejection>,
    ) -> Result<Option<T>, Rejection> {
        match self.request.body() {
            [] => Ok(None),
            _ => read(self).map(Some),
        }
    }

    /// Reads a body that has one of several media types.
    ///
    /// # Errors
    ///
    /// If it has another media type, or cannot be decoded.
    pub fn contents<T: ServedContents>(&self) -> Result<T, Rejection> {
        let exactness =
            |(media_types, _): &&ReadBody<T>| specificity(media_types, self.content_type());
        let best = T::READ.iter().rev().max_by_key(exactness);
        match best.filter(|best| exactness(best) > 0) {
            Some((_, read)) => read(self),
            None => {
                let known = T::READ.iter().flat_map(|(media_types, _)| *media_types);
                Err(Rejection::new(RejectionReason::MediaType(
                    known.copied().collect(),
                )))
            }
        }
    }

    /// Returns the media type of the body; empty if the request has none.
    fn content_type(&self) -> &str {
        let header = self.request.header("Content-Type");
        let header = header.and_then(|it| std::str::from_utf8(it).ok());
        header.unwrap_or_default()
    }

    /// Decodes the body, if it has one of the media types.
    fn body<'s, T>(
        &'s self,
        media_types: &'static [&'static str],
        read: impl FnOnce(&'s Received<'r>) -> Result<T, DecodeError>,
    ) -> Result<T, Rejection> {
        let is_empty = self.request.body().is_empty();
        if !is_empty && specificity(media_types, self.content_type()) == 0 {
            return Err(Rejection::new(RejectionReason::MediaType(
                media_types.to_vec(),
            )));
        }
        read(&self.received).map_err(|error| Rejection::new(RejectionReason::InvalidBody(error)))
    }
}

/// Returns the value that a type has for null.
fn null<T: Decode>() -> Option<T> {
    Input::parse(b"null").and_then(T::decode).ok()
}
