//! Decoding a union: which variant a value is, and what becomes of a value that is none of them.
//!
//! | the value | becomes |
//! | --- | --- |
//! | has a known tag | the best of the variants with that tag |
//! | has an unknown tag | kept as it was sent |
//! | has no tag | the best of all variants |
//! | matches no variant | kept as it was sent |
//!
//! The best variant is the one that can be decoded and leaves the fewest members unread; among
//! equals, the first in the document. A member that a variant decodes as an additional property
//! counts half: a struct that names it is better than a map.
//!
//! While variants are tried, nothing is skipped: a member of another type speaks against a variant.
//! If a tag names the variant, though, and the value is part of a response, the variant is decoded
//! member by member, and what cannot be decoded is reported.

use std::cell::Cell;

use super::any_json::AnyJson;
use super::decode::issues::{DecodeIssue, Issues};
use super::decode::scope::Scope;
use super::{Decode, Input};
use crate::runtime::DecodeError;

/// How many attempts are made within one outermost value, whatever a sender nests: later values are
/// kept as they were sent.
const ATTEMPTS: u32 = 10_000;

/// What an attempt left unread if the value matched none of a nested union's variants.
const NO_MATCH: u32 = 1 << 20;

/// A value of a union, while its variants are tried.
pub struct OneOf<'a, T> {
    input: Input<'a>,
    /// The value's tag.
    tag: Tag,
    /// The member that has the tag.
    tag_name: Option<&'static str>,
    best: Option<Best<T>>,
    /// The variant that the tag names, without the members that cannot be decoded.
    partial: Option<(Vec<DecodeIssue>, T)>,
}

/// The best variant so far.
struct Best<T> {
    /// How much of the value it left unread.
    unread: u32,
    /// The members that it has no field for, where they are reported.
    unknown: Vec<DecodeIssue>,
    value: T,
}

/// The tag of a value.
enum Tag {
    /// The union has no tags.
    Untagged,
    /// The union has tags, and the value has none.
    Missing,
    Text(String),
}

impl<'a> Input<'a> {
    /// Decodes a union whose variants differ in this member, or else in their members.
    #[must_use]
    pub fn one_of<T>(self, tag: Option<&'static str>) -> OneOf<'a, T> {
        OneOf {
            tag: tag.map_or(Tag::Untagged, |name| self.tag(name)),
            tag_name: tag,
            input: self,
            best: None,
            partial: None,
        }
    }

    /// Returns the tag of a value.
    fn tag(&self, name: &str) -> Tag {
        let bare = Scope {
            unread: None,
            issues: None,
            ..self.scope()
        };
        let fields = self.within(bare).object().ok();
        let found = fields.and_then(|fields| fields.find(name).ok()?);
        let text = found.and_then(|input| input.text().ok());
        text.map_or(Tag::Missing, |text| Tag::Text(text.into_owned()))
    }
}

impl<T> OneOf<'_, T> {
    /// Adds a variant and its tags.
    #[must_use]
    pub fn variant<V: Decode>(mut self, tags: &[&str], variant: fn(V) -> T) -> Self {
        match &self.tag {
            Tag::Text(tag) if !tags.contains(&tag.as_str()) => {}
            Tag::Text(_) => {
                self.attempt(variant);
                self.attempt_partially(variant);
            }
            Tag::Untagged | Tag::Missing => self.attempt(variant),
        }
        self
    }

    /// Returns the best variant, or the one that keeps the value as it was sent.
    ///
    /// # Errors
    ///
    /// Never: any JSON can be kept.
    pub fn or_other(self, other: fn(AnyJson) -> T) -> Result<T, DecodeError> {
        let scope = self.input.scope();
        if let Some(best) = self.best.filter(|best| best.unread < NO_MATCH) {
            scope.note_unread(best.unread);
            scope.append(best.unknown);
            return Ok(best.value);
        }
        if let Some((found, value)) = self.partial {
            scope.append(found);
            return Ok(value);
        }
        scope.note_unread(NO_MATCH);
        AnyJson::decode(self.input).map(other)
    }

    /// Tries a variant.
    fn attempt<V: Decode>(&mut self, variant: fn(V) -> T) {
        if self.best.as_ref().is_some_and(|best| best.unread == 0) {
            return;
        }
        let outermost = Cell::new(ATTEMPTS);
        let attempts = self.input.scope().attempts.unwrap_or(&outermost);
        let Some(left) = attempts.get().checked_sub(1) else {
            return;
        };
        attempts.set(left);
        let unread = Cell::new(0);
        let unknown = self.input.scope().fresh_of_unknown_members();
        let scope = Scope {
            issues: unknown.as_ref(),
            unread: Some(&unread),
            attempts: Some(attempts),
            ..self.input.scope()
        };
        let Ok(value) = V::decode(self.input.within(scope)) else {
            return;
        };
        let unread = unread.get();
        if self.best.as_ref().is_none_or(|best| unread < best.unread) {
            let mut unknown = unknown.map_or_else(Vec::new, |unknown| unknown.take());
            // A variant may have no field for the tag.
            unknown.retain(|issue| Some(issue.path().as_str()) != self.tag_name);
            self.best = Some(Best {
                unread,
                unknown,
                value: variant(value),
            });
        }
    }

    /// Decodes a variant member by member, unless another was decoded as well as it.
    fn attempt_partially<V: Decode>(&mut self, variant: fn(V) -> T) {
        let scope = self.input.scope();
        let skipping = scope.issues.filter(|issues| !issues.are_unknown_members());
        if self.best.is_some() || skipping.is_none() {
            return;
        }
        let issues = Issues::default();
        let scope = Scope {
            issues: Some(&issues),
            ..scope
        };
        let Ok(value) = V::decode(self.input.within(scope)) else {
            return;
        };
        let found = issues.take();
        let fewer = |(best, _): &(Vec<_>, _)| found.len() < best.len();
        if self.partial.as_ref().is_none_or(fewer) {
            self.partial = Some((found, variant(value)));
        }
    }
}
