//! `Encode` and `Decode` for the types of `values`.

use super::{Decode, Encode, Input, Output};
use crate::runtime::{
    Base64, Date, DateTime, Decimal, DecimalText, DecodeError, File, Integer, Personal, Secret,
};

/// Strings with a format are strings in JSON, and any string is accepted.
macro_rules! strings {
    ($($form:ident)*) => {$(
        impl Encode for $form {
            #[inline]
            fn encode(&self, out: &mut Output) {
                out.text(self.as_str());
            }
        }

        impl Decode for $form {
            #[inline]
            fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
                input.text().map(Self::verbatim)
            }
        }
    )*};
}

strings! { Base64 Date DateTime DecimalText }

/// Numbers keep their digits in both directions.
macro_rules! numbers {
    ($($number:ident: $what:literal;)*) => {$(
        impl Encode for $number {
            #[inline]
            fn encode(&self, out: &mut Output) {
                out.verbatim(self.as_str());
            }
        }

        impl Decode for $number {
            #[inline]
            fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
                let digits = input.number()?;
                digits.parse().map_err(|_| input.expected($what))
            }
        }
    )*};
}

numbers! {
    Decimal: "a number";
    Integer: "an integer";
}

impl Encode for Secret {
    #[inline]
    fn encode(&self, out: &mut Output) {
        out.secret(self);
    }
}

impl Decode for Secret {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.note_sensitive();
        input.text().map(|text| Self::new(text.into_owned()))
    }
}

impl<T: Encode> Encode for Personal<T> {
    #[inline]
    fn encode(&self, out: &mut Output) {
        out.personal(&**self);
    }

    #[inline]
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Decode> Decode for Personal<T> {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        input.note_sensitive();
        T::decode(input).map(Self::from)
    }
}

/// Outside a multipart form, a file is a string: UTF-8 as it is, any other bytes in base64.
impl Encode for File {
    #[inline]
    fn encode(&self, out: &mut Output) {
        out.file(self);
    }
}

impl Decode for File {
    #[inline]
    fn decode(input: Input<'_>) -> Result<Self, DecodeError> {
        #[cfg(feature = "sandbox")]
        if let Some(part) = input.scope().parts.and_then(|it| it.at(input.verbatim())) {
            return Ok(part.clone());
        }
        input.text().map(|text| Self::new(text.into_owned()))
    }
}
