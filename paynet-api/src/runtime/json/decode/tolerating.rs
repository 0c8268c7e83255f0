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

    /// Decodes a member that may be absent, but not null. If it cannot be decoded,
    /// [`end`](Self::end) says so.
    pub fn optional<T: Decode>(&mut self, name: &str) -> Option<T> {
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

    /// Decodes a member that may be absent or null. If it cannot be decoded, [`end`](Self::end) says
    /// so.
    pub fn maybe<T: Decode>(&mut self, name: &str) -> Maybe<T> {
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
    pub fn required<T: Decode>(mut self, name: &str) -> Result<T, DecodeError> {
        match self.find(name)? {
            Found::Value(input) => decode(name, input),
            Found::Missing => Err(DecodeError::missing(name)),
            Found::Empty(input) => Err(input.expected("a value").in_member(name)),
        }
    }

    /// Decodes a member that may be absent. If it cannot be decoded, [`Fields::end`] says so; in a
    /// response, that is reported, and the member counts as absent. So does null.
    pub fn optional<T: Decode>(mut self, name: &str) -> Option<T> {
        match self.find_or_skip(name) {
            Found::Value(input) if input.is_null() && input.scope().null_is_absent => None,
            Found::Value(input) => self.decode_or_skip(name, input),
            Found::Missing | Found::Empty(_) => None,
        }
    }

    /// Decodes a required member that may be null.
    ///
    /// # Errors
    ///
    /// If it is missing or cannot be decoded.
    pub fn nullable<T: Decode>(mut self, name: &str) -> Result<Option<T>, DecodeError> {
        match self.find(name)? {
            Found::Value(input) if input.is_null() => Ok(None),
            Found::Value(input) => decode(name, input).map(Some),
            Found::Missing => Err(DecodeError::missing(name)),
            Found::Empty(_) => Ok(None),
        }
    }

    /// Decodes a member that may be absent or null; an empty one counts as null. If it cannot be
    /// decoded, [`Fields::end`] says so; in a response, that is reported, and the member counts as
    /// absent.
    pub fn maybe<T: Decode>(mut self, name: &str) -> Maybe<T> {
        match self.find_or_skip(name) {
            Found::Value(input) if input.is_null() => Maybe::Null,
            Found::Value(input) => {
                let value = self.decode_or_skip(name, input);
                value.map_or(Maybe::Absent, Maybe::Value)
            }
            Found::Missing => Maybe::Absent,
            Found::Empty(_) => Maybe::Null,
        }
    }

    /// Decodes a member that may be absent, for which the type has a value.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded, in a response too: its absence has a meaning of its own.
    pub fn in_type<T: Decode + Absent>(mut self, name: &str) -> Result<T, DecodeError> {
        match self.find(name)? {
            Found::Value(input) => decode(name, input),
            Found::Missing | Found::Empty(_) => Ok(T::absent()),
        }
    }

    /// Looks the member up. In a response, a repeated one is reported and counts as missing. All are
    /// missing once one has failed.
    fn find_or_skip(&mut self, name: &str) -> Found<'a> {
        if self.fields.has_failed() {
            return Found::Missing;
        }
        let scope = self.fields.scope();
        let found = scope.or_skipped(self.find(name), None);
        self.fields.or_failed(found).unwrap_or(Found::Missing)
    }

    /// Decodes the value of a member. In a response, one that cannot be decoded is reported.
    fn decode_or_skip<T: Decode>(&mut self, name: &str, input: Input<'a>) -> Option<T> {
        let decoded = input.or_skipped(decode(name, input));
        self.fields.or_failed(decoded)
    }

    /// Looks the member up.
    fn find(&mut self, name: &str) -> Result<Found<'a>, DecodeError> {
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
    input.decode_part(&|error| error.in_member(name))
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

    /// Returns whether decoding ends with an error.
    fn fails<T>(decode: impl FnOnce(&mut Fields<'_>) -> Option<T>) -> bool {
        let mut fields = fields();
        decode(&mut fields).is_none() && fields.end().is_err()
    }

    #[test]
    fn the_first_error_is_returned() {
        let mut fields = fields();
        assert_eq!(fields.optional::<bool>("n"), None);
        assert_eq!(fields.maybe::<bool>("s"), Maybe::Absent);
        let error = fields.required::<i64>("none").unwrap_err();
        assert_eq!(error.to_string(), "`n`: expected a boolean, found a number");
        assert!(fields.end().is_ok(), "it is returned once");
    }

    #[test]
    fn absent_and_null_differ() {
        assert_eq!(fields().maybe::<i64>("none"), Maybe::Absent);
        assert_eq!(fields().maybe::<i64>("z"), Maybe::Null);
        assert_eq!(fields().maybe::<i64>("n"), Maybe::Value(1));
        assert_eq!(fields().optional::<i64>("none"), None);
        assert_eq!(fields().nullable::<i64>("z").unwrap(), None);
        assert!(fails(|fields| fields.optional::<i64>("z")));
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
        assert_eq!(fields().tolerating(empty).optional::<String>("e"), None);
        assert_eq!(fields().tolerating(empty).optional::<String>("z"), None);
        assert_eq!(fields().optional::<String>("e"), Some(String::new()));
        assert!(fails(|fields| fields
            .tolerating(text)
            .optional::<String>("z")));
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
