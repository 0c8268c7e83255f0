//! Decoding member by member: what cannot be decoded in a response is reported and skipped.

use super::input::Input;
use super::scope::Scope;
use super::traits::Decode;
use crate::runtime::DecodeError;

impl Scope<'_> {
    /// Returns what was decoded. In a response, an error is reported and gives `None`.
    pub(crate) fn or_skipped<T>(
        self,
        decoded: Result<T, DecodeError>,
        json: Option<&str>,
    ) -> Result<Option<T>, DecodeError> {
        match (decoded, self.issues) {
            (Ok(value), _) => Ok(Some(value)),
            (Err(error), None) => Err(error),
            (Err(error), Some(issues)) => {
                issues.report(error, json);
                Ok(None)
            }
        }
    }
}

impl Input<'_> {
    /// Returns what was decoded from this value. In a response, an error is reported and gives
    /// `None`.
    pub(crate) fn or_skipped<T>(
        self,
        decoded: Result<T, DecodeError>,
    ) -> Result<Option<T>, DecodeError> {
        self.scope().or_skipped(decoded, Some(self.verbatim()))
    }

    /// Decodes this value as a part of another: `place` adds where it is to errors and issues.
    pub(crate) fn decode_part<T: Decode>(
        self,
        place: impl Fn(DecodeError) -> DecodeError,
    ) -> Result<T, DecodeError> {
        let Some(issues) = self.scope().issues else {
            return T::decode(self).map_err(place);
        };
        let known = issues.len();
        let decoded = T::decode(self);
        issues.conclude(known, decoded.is_ok(), &place);
        decoded.map_err(place)
    }
}
