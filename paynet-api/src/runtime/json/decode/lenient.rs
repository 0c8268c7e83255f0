//! Decoding member by member: what cannot be decoded in a response is reported and skipped. Where a
//! request is decoded as a server does, members without a field are reported, and nothing is
//! skipped.

use super::input::Input;
use super::issues::{DecodeIssue, Issues};
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
            (Err(error), Some(issues)) if !issues.are_unknown_members() => {
                issues.report(error, json);
                Ok(None)
            }
            (Err(error), _) => Err(error),
        }
    }

    /// Reports a member without a field, where such members are reported.
    pub(crate) fn note_unknown(self, name: &str, json: &str) {
        let issues = self.issues.filter(|issues| issues.are_unknown_members());
        if let Some(issues) = issues {
            issues.report(DecodeError::unknown(name), Some(json));
        }
    }

    /// Reports issues that were found aside.
    pub(crate) fn append(self, issues: Vec<DecodeIssue>) {
        if let Some(place) = self.issues {
            place.append(issues);
        }
    }

    /// Returns another place for unknown members, where such members are reported.
    pub(crate) fn fresh_of_unknown_members(self) -> Option<Issues> {
        self.issues.and_then(Issues::fresh_of_unknown_members)
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
        place: &dyn Fn(DecodeError) -> DecodeError,
    ) -> Result<T, DecodeError> {
        let Some(issues) = self.scope().issues else {
            return T::decode(self).map_err(place);
        };
        let known = issues.len();
        let decoded = T::decode(self);
        issues.conclude(known, decoded.is_ok(), place);
        decoded.map_err(place)
    }
}
