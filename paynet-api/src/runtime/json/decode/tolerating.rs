//! The five presences of a member, decoded as tolerantly as the member declares.
//!
//! | the member of a response is | required | nullable | optional | maybe | in its type |
//! | --- | --- | --- | --- | --- | --- |
//! | missing | error | error | `None` | `Absent` | absent |
//! | null | error | `None` | `None` | `Null` | error |
//! | of another type, or repeated | error | error | issue, `None` | issue, `Absent` | error |
//!
//! Outside of responses every issue is an error, and null is one for an optional member.

use super::fields::Fields;
use super::input::Input;
use super::tolerance::Tolerance;
use super::traits::{Absent, Decode};
use crate::runtime::{DecodeError, Maybe};

/// Decodes one member more tolerantly than its schema says. It has the same five methods as
/// [`Fields`].
pub struct Tolerating<'f, 'a> {
    fields: &'f mut Fields<'a>,
    tolerance: Tolerance,
}

impl<'a> Fields<'a> {
    /// Decodes a required member.
    ///
    /// # Errors
    ///
    /// If it is missing or cannot be decoded.
    pub fn required<T: Decode>(&mut self, name: &str) -> Result<T, DecodeError> {
        self.tolerating(Tolerance::NONE).required(name)
    }

    /// Decodes a member that may be absent, but not null.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded.
    pub fn optional<T: Decode>(&mut self, name: &str) -> Result<Option<T>, DecodeError> {
        self.tolerating(Tolerance::NONE).optional(name)
    }

    /// Decodes a required member that may be null.
    ///
    /// # Errors
    ///
    /// If it is missing or cannot be decoded.
    pub fn nullable<T: Decode>(&mut self, name: &str) -> Result<Option<T>, DecodeError> {
        self.tolerating(Tolerance::NONE).nullable(name)
    }

    /// Decodes a member that may be absent or null.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded.
    pub fn maybe<T: Decode>(&mut self, name: &str) -> Result<Maybe<T>, DecodeError> {
        self.tolerating(Tolerance::NONE).maybe(name)
    }

    /// Decodes a member that may be absent, for which the type has a value.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded.
    pub fn in_type<T: Decode + Absent>(&mut self, name: &str) -> Result<T, DecodeError> {
        self.tolerating(Tolerance::NONE).in_type(name)
    }

    /// Decodes the next member more tolerantly.
    pub fn tolerating(&mut self, tolerance: Tolerance) -> Tolerating<'_, 'a> {
        Tolerating {
            fields: self,
            tolerance,
        }
    }
}

impl<'a> Tolerating<'_, 'a> {
    /// Decodes a required member.
    ///
    /// # Errors
    ///
    /// If it is missing, empty where that means that there is no value, or cannot be decoded.
    pub fn required<T: Decode>(self, name: &str) -> Result<T, DecodeError> {
        match self.find(name)? {
            Found::Value(input) => decode(name, input),
            Found::Missing => Err(DecodeError::missing(name)),
            Found::Empty(input) => Err(input.expected("a value").in_member(name)),
        }
    }

    /// Decodes a member that may be absent.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded. In a response, that is reported, and the member counts as absent;
    /// so does null.
    pub fn optional<T: Decode>(self, name: &str) -> Result<Option<T>, DecodeError> {
        let found = match self.find_or_skip(name)? {
            Found::Value(input) if input.is_null() && input.scope().null_is_absent => None,
            Found::Value(input) => Some(input),
            Found::Missing | Found::Empty(_) => None,
        };
        found.map_or(Ok(None), |input| input.or_skipped(decode(name, input)))
    }

    /// Decodes a required member that may be null.
    ///
    /// # Errors
    ///
    /// If it is missing or cannot be decoded.
    pub fn nullable<T: Decode>(self, name: &str) -> Result<Option<T>, DecodeError> {
        match self.find(name)? {
            Found::Value(input) if input.is_null() => Ok(None),
            Found::Value(input) => decode(name, input).map(Some),
            Found::Missing => Err(DecodeError::missing(name)),
            Found::Empty(_) => Ok(None),
        }
    }

    /// Decodes a member that may be absent or null; an empty one counts as null.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded. In a response, that is reported, and the member counts as absent.
    pub fn maybe<T: Decode>(self, name: &str) -> Result<Maybe<T>, DecodeError> {
        match self.find_or_skip(name)? {
            Found::Value(input) if input.is_null() => Ok(Maybe::Null),
            Found::Value(input) => {
                let value = input.or_skipped(decode(name, input))?;
                Ok(value.map_or(Maybe::Absent, Maybe::Value))
            }
            Found::Missing => Ok(Maybe::Absent),
            Found::Empty(_) => Ok(Maybe::Null),
        }
    }

    /// Decodes a member that may be absent, for which the type has a value.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded, in a response too: its absence has a meaning of its own.
    pub fn in_type<T: Decode + Absent>(self, name: &str) -> Result<T, DecodeError> {
        match self.find(name)? {
            Found::Value(input) => decode(name, input),
            Found::Missing | Found::Empty(_) => Ok(T::absent()),
        }
    }

    /// Looks the member up. In a response, a repeated one is reported and counts as missing.
    fn find_or_skip(self, name: &str) -> Result<Found<'a>, DecodeError> {
        let scope = self.fields.scope();
        let found = scope.or_skipped(self.find(name), None)?;
        Ok(found.unwrap_or(Found::Missing))
    }

    /// Looks the member up.
    fn find(self, name: &str) -> Result<Found<'a>, DecodeError> {
        Ok(match self.fields.take(name)? {
            None => Found::Missing,
            Some(input) => match input.tolerating(self.tolerance) {
                input if input.is_empty() => Found::Empty(input),
                input => Found::Value(input),
            },
        })
    }
}

/// A member that was looked up.
enum Found<'a> {
    Missing,
    /// `null` or `""`, which means that there is no value.
    Empty(Input<'a>),
    Value(Input<'a>),
}

/// Decodes the value of a member.
fn decode<T: Decode>(name: &str, input: Input<'_>) -> Result<T, DecodeError> {
    input.decode_part(|error| error.in_member(name))
}

#[cfg(test)]
mod tests {
    use super::Maybe;
    use crate::runtime::json::{Fields, Input, Tolerance};

    const TEXT: &[u8] =
        br#"{"n": 1, "s": "14", "t": "true", "e": "", "z": null, "d": 1, "d": 1, "x": {"y": []}}"#;

    fn fields() -> Fields<'static> {
        Input::parse(TEXT).unwrap().object().unwrap()
    }

    #[test]
    fn absent_and_null_differ() {
        assert_eq!(fields().maybe::<i64>("none").unwrap(), Maybe::Absent);
        assert_eq!(fields().maybe::<i64>("z").unwrap(), Maybe::Null);
        assert_eq!(fields().maybe::<i64>("n").unwrap(), Maybe::Value(1));
        assert_eq!(fields().optional::<i64>("none").unwrap(), None);
        assert_eq!(fields().nullable::<i64>("z").unwrap(), None);
        assert!(fields().optional::<i64>("z").is_err());
        assert!(fields().nullable::<i64>("none").is_err());
    }

    #[test]
    fn only_what_is_declared_is_tolerated() {
        let (text, empty) = (Tolerance::TEXT, Tolerance::EMPTY);
        assert!(fields().required::<i64>("s").is_err());
        assert_eq!(fields().tolerating(text).required::<i64>("s").unwrap(), 14);
        assert!(fields().tolerating(text).required::<bool>("t").unwrap());
        assert_eq!(
            fields().tolerating(text).required::<String>("n").unwrap(),
            "1"
        );
        assert!(fields().tolerating(empty).required::<i64>("s").is_err());
        assert_eq!(
            fields().tolerating(empty).optional::<String>("e").unwrap(),
            None
        );
        assert_eq!(
            fields().tolerating(empty).optional::<String>("z").unwrap(),
            None
        );
        assert_eq!(
            fields().optional::<String>("e").unwrap(),
            Some(String::new())
        );
        assert!(fields().tolerating(text).optional::<String>("z").is_err());
        assert!(fields().tolerating(empty).required::<String>("e").is_err());
    }

    #[test]
    fn a_repeated_member_is_an_error_when_it_is_decoded() {
        let mut fields = fields();
        assert_eq!(fields.required::<i64>("n").unwrap(), 1);
        assert_eq!(
            fields.required::<i64>("d").unwrap_err().to_string(),
            "repeated member `d`"
        );
    }

    #[test]
    fn errors_name_the_place_and_not_the_value() {
        let error = fields().required::<bool>("s").unwrap_err();
        assert_eq!(error.to_string(), "`s`: expected a boolean, found a string");
        let error = fields().required::<i64>("none").unwrap_err();
        assert_eq!(error.to_string(), "missing member `none`");
    }
}
