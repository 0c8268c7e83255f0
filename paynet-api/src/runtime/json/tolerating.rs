//! One member, read as tolerantly as it is declared: the five presences, once.

use super::{Absent, Decode, DecodeError, Fields, Input, Tolerance};
use crate::runtime::Maybe;

/// The next member, read more tolerantly than its schema says. See [`Fields`] for the five methods.
pub struct Tolerating<'f, 'a> {
    fields: &'f mut Fields<'a>,
    tolerance: Tolerance,
}

impl<'f, 'a> Tolerating<'f, 'a> {
    pub(crate) fn new(fields: &'f mut Fields<'a>, tolerance: Tolerance) -> Self {
        Self { fields, tolerance }
    }

    /// A member that is always there.
    ///
    /// # Errors
    ///
    /// It is missing, empty where that means missing, or unreadable.
    pub fn required<T: Decode>(self, name: &str) -> Result<T, DecodeError> {
        match self.find(name)? {
            Found::Value(input) => read(name, input),
            Found::Missing => Err(missing(name)),
            Found::Empty(input) => Err(input.expected("a value").in_member(name)),
        }
    }

    /// A member that may be missing.
    ///
    /// # Errors
    ///
    /// It is unreadable.
    pub fn optional<T: Decode>(self, name: &str) -> Result<Option<T>, DecodeError> {
        match self.find(name)? {
            Found::Value(input) => read(name, input).map(Some),
            Found::Missing | Found::Empty(_) => Ok(None),
        }
    }

    /// A member that is always there and may be null.
    ///
    /// # Errors
    ///
    /// It is missing or unreadable.
    pub fn nullable<T: Decode>(self, name: &str) -> Result<Option<T>, DecodeError> {
        match self.find(name)? {
            Found::Value(input) if input.is_null() => Ok(None),
            Found::Value(input) => read(name, input).map(Some),
            Found::Missing => Err(missing(name)),
            Found::Empty(_) => Ok(None),
        }
    }

    /// A member that may be missing or null; an empty one counts as null.
    ///
    /// # Errors
    ///
    /// It is unreadable.
    pub fn maybe<T: Decode>(self, name: &str) -> Result<Maybe<T>, DecodeError> {
        match self.find(name)? {
            Found::Value(input) if input.is_null() => Ok(Maybe::Null),
            Found::Value(input) => read(name, input).map(Maybe::Value),
            Found::Missing => Ok(Maybe::Absent),
            Found::Empty(_) => Ok(Maybe::Null),
        }
    }

    /// A member that may be missing, for which the type has a value.
    ///
    /// # Errors
    ///
    /// It is unreadable.
    pub fn in_type<T: Decode + Absent>(self, name: &str) -> Result<T, DecodeError> {
        self.optional(name)
            .map(|value| value.unwrap_or_else(T::absent))
    }

    fn find(self, name: &str) -> Result<Found<'a>, DecodeError> {
        Ok(match self.fields.take(name)? {
            None => Found::Missing,
            Some(input) => match input.tolerating(self.tolerance) {
                input if input.is_no_value() => Found::Empty(input),
                input => Found::Value(input),
            },
        })
    }
}

enum Found<'a> {
    Missing,
    /// `null` or `""`, where that means that there is no value.
    Empty(Input<'a>),
    Value(Input<'a>),
}

fn read<T: Decode>(name: &str, input: Input<'_>) -> Result<T, DecodeError> {
    T::decode(input).map_err(|error| error.in_member(name))
}

fn missing(name: &str) -> DecodeError {
    DecodeError::expected("there")
        .found("missing")
        .in_member(name)
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
    fn absent_is_told_from_null() {
        assert_eq!(fields().maybe::<i64>("none").unwrap(), Maybe::Absent);
        assert_eq!(fields().maybe::<i64>("z").unwrap(), Maybe::Null);
        assert_eq!(fields().maybe::<i64>("n").unwrap(), Maybe::Value(1));
        assert_eq!(fields().optional::<i64>("none").unwrap(), None);
        assert_eq!(fields().nullable::<i64>("z").unwrap(), None);
        assert!(fields().optional::<i64>("z").is_err());
        assert!(fields().nullable::<i64>("none").is_err());
    }

    #[test]
    fn tolerance_is_as_declared_and_no_wider() {
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
    fn a_repeated_member_is_an_error_when_it_is_asked_for() {
        let mut fields = fields();
        assert_eq!(fields.required::<i64>("n").unwrap(), 1);
        assert_eq!(
            fields.required::<i64>("d").unwrap_err().to_string(),
            "`d` should be given once"
        );
    }

    #[test]
    fn errors_name_the_place_and_not_the_value() {
        let error = fields().required::<bool>("s").unwrap_err();
        assert_eq!(error.to_string(), "`s` should be a boolean and is a string");
        let error = fields().required::<i64>("none").unwrap_err();
        assert_eq!(error.to_string(), "`none` should be there and is missing");
    }
}
