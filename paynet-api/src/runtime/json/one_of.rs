//! Reading a value that is one of several types: which one, and what happens to a value that is none of them.
//!
//! | the value | becomes |
//! | --- | --- |
//! | has a tag that is known | the best of the variants with that tag |
//! | has a tag that nobody knows | kept as it came |
//! | has no tag | the best of all variants |
//! | fits no variant | kept as it came |
//!
//! The best variant is the one that can be read and leaves the fewest members unread; of several such, the first in the document.
//! A member that a variant takes without knowing its name counts half: a struct that knows it goes before a map.

use std::cell::Cell;

use super::scope::Scope;
use super::{Decode, DecodeError, Input};
use crate::runtime::AnyJson;

/// How often values inside one outermost value are tried, whatever a sender nests: what comes later is kept as it came.
const TRIES: u32 = 10_000;

/// What a try left unread, where the value was none of a variant's own variants.
pub(crate) const NONE_OF_THEM: u32 = 1 << 20;

/// A value that is one of several types, while the variants are tried.
pub struct OneOf<'a, T> {
    input: Input<'a>,
    /// The tag that the value bears.
    tag: Tag,
    best: Option<(u32, T)>,
}

enum Tag {
    /// Tags tell nothing apart here.
    None,
    /// They would, and there is none.
    Missing,
    Text(String),
}

impl<'a> Input<'a> {
    /// A value that is one of several types, told apart by this member where there is one, and else by their shapes.
    #[must_use]
    pub fn one_of<T>(self, tag: Option<&str>) -> OneOf<'a, T> {
        OneOf {
            tag: tag.map_or(Tag::None, |name| self.tag(name)),
            input: self,
            best: None,
        }
    }

    fn tag(&self, name: &str) -> Tag {
        let bare = Scope {
            unread: None,
            ..self.scope()
        };
        let fields = self.within(bare).object().ok();
        let found = fields.and_then(|fields| fields.look(name).ok()?);
        let text = found.and_then(|input| input.text().ok());
        text.map_or(Tag::Missing, |text| Tag::Text(text.into_owned()))
    }
}

impl<T> OneOf<'_, T> {
    /// A variant, and the tags that stand for it; without any, its shape tells it apart.
    #[must_use]
    pub fn variant<V: Decode>(mut self, tags: &[&str], variant: fn(V) -> T) -> Self {
        match &self.tag {
            Tag::Text(tag) if !tags.contains(&tag.as_str()) => {}
            _ => self.attempt(variant),
        }
        self
    }

    /// The best variant, or the one that keeps the value as it came.
    ///
    /// # Errors
    ///
    /// None: any JSON can be kept.
    pub fn or_other(self, other: fn(AnyJson) -> T) -> Result<T, DecodeError> {
        match self.best {
            Some((unread, value)) if unread < NONE_OF_THEM => {
                self.input.scope().leave(unread);
                Ok(value)
            }
            _ => {
                self.input.scope().leave(NONE_OF_THEM);
                AnyJson::decode(self.input).map(other)
            }
        }
    }

    fn attempt<V: Decode>(&mut self, variant: fn(V) -> T) {
        if self.best.as_ref().is_some_and(|(unread, _)| *unread == 0) {
            return;
        }
        let outermost = Cell::new(TRIES);
        let tries = self.input.scope().tries.unwrap_or(&outermost);
        let Some(left) = tries.get().checked_sub(1) else {
            return;
        };
        tries.set(left);
        let unread = Cell::new(0);
        let scope = Scope {
            unread: Some(&unread),
            tries: Some(tries),
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
