//! The members of an object, asked for by name.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::scope::Scope;
use super::{Absent, Decode, DecodeError, Input, Tolerance, Tolerating};
use crate::runtime::Maybe;

/// The members of an object. Unknown ones do no harm; one that is asked for and stands there twice is an error, as the
/// object then contradicts itself.
pub struct Fields<'a> {
    members: Vec<Entry<'a>>,
    object: Input<'a>,
    scope: Scope<'a>,
}

struct Entry<'a> {
    name: Cow<'a, str>,
    raw: &'a RawValue,
    taken: bool,
}

impl<'a> Fields<'a> {
    pub(crate) fn read(object: Input<'a>, scope: Scope<'a>) -> Option<Self> {
        let members = serde_json::Deserializer::from_str(object.verbatim())
            .deserialize_map(Members)
            .ok()?;
        Some(Self {
            members,
            object,
            scope,
        })
    }

    /// A member that is always there.
    ///
    /// # Errors
    ///
    /// It is missing or unreadable.
    pub fn required<T: Decode>(&mut self, name: &str) -> Result<T, DecodeError> {
        self.tolerating(Tolerance::NONE).required(name)
    }

    /// A member that may be missing, but not null.
    ///
    /// # Errors
    ///
    /// It is unreadable.
    pub fn optional<T: Decode>(&mut self, name: &str) -> Result<Option<T>, DecodeError> {
        self.tolerating(Tolerance::NONE).optional(name)
    }

    /// A member that is always there and may be null.
    ///
    /// # Errors
    ///
    /// It is missing or unreadable.
    pub fn nullable<T: Decode>(&mut self, name: &str) -> Result<Option<T>, DecodeError> {
        self.tolerating(Tolerance::NONE).nullable(name)
    }

    /// A member that may be missing or null.
    ///
    /// # Errors
    ///
    /// It is unreadable.
    pub fn maybe<T: Decode>(&mut self, name: &str) -> Result<Maybe<T>, DecodeError> {
        self.tolerating(Tolerance::NONE).maybe(name)
    }

    /// A member that may be missing, for which the type has a value.
    ///
    /// # Errors
    ///
    /// It is unreadable.
    pub fn in_type<T: Decode + Absent>(&mut self, name: &str) -> Result<T, DecodeError> {
        self.tolerating(Tolerance::NONE).in_type(name)
    }

    /// The next member, read more tolerantly.
    pub fn tolerating(&mut self, tolerance: Tolerance) -> Tolerating<'_, 'a> {
        Tolerating::new(self, tolerance)
    }

    /// All members that were not asked for by name.
    ///
    /// # Errors
    ///
    /// One is unreadable, or stands there twice.
    pub fn rest<T: Decode>(&mut self) -> Result<BTreeMap<String, T>, DecodeError> {
        let mut rest = BTreeMap::new();
        for entry in self.members.iter_mut().filter(|entry| !entry.taken) {
            entry.taken = true;
            self.scope.leave(TAKEN_UNNAMED);
            let value = T::decode(Input::member(entry.raw, self.scope))
                .map_err(DecodeError::in_any_member)?;
            if rest.insert(entry.name.to_string(), value).is_some() {
                return Err(DecodeError::expected("given once").in_any_member());
            }
        }
        Ok(rest)
    }

    /// A type that shares this object's members, whoever else asks for them.
    ///
    /// # Errors
    ///
    /// The object is unreadable as such a type.
    pub fn flat<T: Decode>(&mut self) -> Result<T, DecodeError> {
        for entry in &mut self.members {
            entry.taken = true;
        }
        T::decode(self.object)
    }

    /// The values of all members, in their order.
    pub(crate) fn values(mut self) -> Vec<Input<'a>> {
        for entry in &mut self.members {
            entry.taken = true;
        }
        let values = self.members.iter();
        values
            .map(|entry| Input::member(entry.raw, self.scope))
            .collect()
    }

    /// The member of that name, which counts as asked for.
    pub(crate) fn take(&mut self, name: &str) -> Result<Option<Input<'a>>, DecodeError> {
        let found = self.look(name);
        self.members
            .iter_mut()
            .filter(|entry| entry.name == name)
            .for_each(|entry| entry.taken = true);
        found
    }

    /// The member of that name, where there is exactly one.
    pub(crate) fn look(&self, name: &str) -> Result<Option<Input<'a>>, DecodeError> {
        let mut found = self.members.iter().filter(|entry| entry.name == name);
        let first = found
            .next()
            .map(|entry| Input::member(entry.raw, self.scope));
        match found.next() {
            Some(_) => Err(DecodeError::expected("given once").in_member(name)),
            None => Ok(first),
        }
    }
}

/// What a member counts that is taken without being asked for by name, while one of several types is tried.
const TAKEN_UNNAMED: u32 = 1;

/// What a member counts that nobody asked for.
const NOT_TAKEN: u32 = 2;

impl Drop for Fields<'_> {
    fn drop(&mut self) {
        for entry in &self.members {
            if !entry.taken {
                self.scope.leave(NOT_TAKEN);
            }
        }
    }
}

struct Members;

impl<'a> Visitor<'a> for Members {
    type Value = Vec<Entry<'a>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key_seed(Name)? {
            members.push(Entry {
                name,
                raw: map.next_value()?,
                taken: false,
            });
        }
        Ok(members)
    }
}

/// A member's name: borrowed, but where it is spelt with escapes.
struct Name;

impl<'a> DeserializeSeed<'a> for Name {
    type Value = Cow<'a, str>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for Name {
    type Value = Cow<'a, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, name: &'a str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
