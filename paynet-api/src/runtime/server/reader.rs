//! The parts of a request, each decoded as the operation has it: the counterpart of
//! [`Request`](crate::runtime::Request), which writes them.

use super::{Rejection, RejectionReason};
use crate::runtime::wire::media_type::specificity;
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
pub struct Reader<'r> {
    received: Received<'r>,
    body: &'r [u8],
    content_type: &'r str,
}

/// One method per place and style, as `Request` and `Received` have them.
macro_rules! parameters {
    ($($place:literal: $method:ident $method_as:ident;)*) => {
        impl Reader<'_> {
            $(
                #[doc = concat!("Reads a ", $place, ".")]
                ///
                /// # Errors
                ///
                /// If it is missing, unless the type has a value for that, or cannot be decoded.
                pub fn $method<T: Decode>(&self, name: &'static str) -> Result<T, Rejection> {
                    read($place, name, self.received.$method(name))
                }

                #[doc = concat!("Reads a ", $place, " in another style.")]
                ///
                /// # Errors
                ///
                /// If it is missing, unless the type has a value for that, or cannot be decoded.
                pub fn $method_as<T: Decode>(
                    &self,
                    name: &'static str,
                    style: Style,
                ) -> Result<T, Rejection> {
                    read($place, name, self.received.$method_as(name, style))
                }
            )*
        }
    };
}

parameters! {
    "path parameter": path path_as;
    "query parameter": query query_as;
    "header": header header_as;
    "cookie": cookie cookie_as;
}

/// Decodes a parameter. An absent one is null, which `Request` omits.
fn read<T: Decode>(
    place: &'static str,
    name: &'static str,
    sent: Result<Sent, DecodeError>,
) -> Result<T, Rejection> {
    match sent.and_then(Sent::optional) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Input::parse(b"null")
            .and_then(T::decode)
            .map_err(|_| Rejection::new(RejectionReason::MissingParameter { place, name })),
        Err(error) => Err(Rejection::new(RejectionReason::InvalidParameter {
            place,
            name,
            error,
        })),
    }
}

impl<'r> Reader<'r> {
    pub(super) fn new(received: Received<'r>, content_type: &'r str, body: &'r [u8]) -> Self {
        Self {
            received,
            body,
            content_type,
        }
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
        match self.body {
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
            |(media_types, _): &&ReadBody<T>| specificity(media_types, self.content_type);
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

    /// Decodes the body, if it has one of the media types.
    fn body<'s, T>(
        &'s self,
        media_types: &'static [&'static str],
        read: impl FnOnce(&'s Received<'r>) -> Result<T, DecodeError>,
    ) -> Result<T, Rejection> {
        let is_empty = self.body.is_empty();
        if !is_empty && specificity(media_types, self.content_type) == 0 {
            return Err(Rejection::new(RejectionReason::MediaType(
                media_types.to_vec(),
            )));
        }
        read(&self.received).map_err(|error| Rejection::new(RejectionReason::InvalidBody(error)))
    }
}
