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

use std::cell::Cell;

use super::any_json::AnyJson;
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
    best: Option<(u32, T)>,
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
    pub fn one_of<T>(self, tag: Option<&str>) -> OneOf<'a, T> {
        OneOf {
            tag: tag.map_or(Tag::Untagged, |name| self.tag(name)),
            input: self,
            best: None,
        }
    }

    /// Returns the tag of a value.
    fn tag(&self, name: &str) -> Tag {
        let bare = Scope {
            unread: None,
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
            _ => self.attempt(variant),
        }
        self
    }

    /// Returns the best variant, or the one that keeps the value as it was sent.
    ///
    /// # Errors
    ///
    /// Never: any JSON can be kept.
    pub fn or_other(self, other: fn(AnyJson) -> T) -> Result<T, DecodeError> {
        match self.best {
            Some((unread, value)) if unread < NO_MATCH => {
                self.input.scope().note_unread(unread);
                Ok(value)
            }
            _ => {
                self.input.scope().note_unread(NO_MATCH);
                AnyJson::decode(self.input).map(other)
            }
        }
    }

    /// Tries a variant.
    fn attempt<V: Decode>(&mut self, variant: fn(V) -> T) {
        if self.best.as_ref().is_some_and(|(unread, _)| *unread == 0) {
            return;
        }
        let outermost = Cell::new(ATTEMPTS);
        let attempts = self.input.scope().attempts.unwrap_or(&outermost);
        let Some(left) = attempts.get().checked_sub(1) else {
            return;
        };
        attempts.set(left);
        let unread = Cell::new(0);
        let scope = Scope {
            unread: Some(&unread),
            attempts: Some(attempts),
            ..self.input.scope()
        };
        let Ok(value) = V::decode(self.input.within(scope)) else {
            return;
        };
        let unread = unread.get();
        if self.best.as_ref().is_none_or(|(best, _)| unread < *best) {
            self.best = Some((unread, variant(value)));
        }
    }
}
