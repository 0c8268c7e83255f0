//! The members of an object, decoded by name.

use std::collections::BTreeMap;

use super::input::Input;
use super::kind::JsonKind;
use super::parsed::{Entry, members};
use super::scope::Scope;
use super::traits::Decode;
use crate::runtime::DecodeError;

/// The members of an object. Unknown members are ignored; a member that occurs twice is an error
/// when it is decoded, because the object contradicts itself.
pub struct Fields<'a> {
    members: Vec<Entry<'a>>,
    object: Input<'a>,
    scope: Scope<'a>,
    /// The first error of a member that need not be present: [`end`](Self::end) returns it, so that
    /// generated code has no branch for each such member.
    failed: Option<DecodeError>,
}

impl<'a> Input<'a> {
    /// Decodes an object: its members are then decoded by name.
    ///
    /// # Errors
    ///
    /// If it is not an object.
    pub fn object(self) -> Result<Fields<'a>, DecodeError> {
        if self.kind() != JsonKind::Object {
            return Err(self.expected("an object"));
        }
        let scope = self.nested()?;
        let members = match self.members() {
            Some(known) => known.to_vec(),
            None => members(self.verbatim()).map_err(|_| self.expected("an object"))?,
        };
        Ok(Fields {
            members,
            object: self,
            scope,
            failed: None,
        })
    }
}

impl<'a> Fields<'a> {
    /// Decodes the additional properties: all members that were not decoded by name.
    ///
    /// # Errors
    ///
    /// If one cannot be decoded, or occurs twice. In a response, it is reported and skipped.
    pub fn rest<T: Decode>(&mut self) -> Result<BTreeMap<String, T>, DecodeError> {
        self.end()?;
        let mut rest = BTreeMap::new();
        for entry in self.members.iter_mut().filter(|entry| !entry.decoded) {
            entry.decoded = true;
            self.scope.note_unread(ADDITIONAL);
            let input = Input::new(entry.json, self.scope);
            let decoded = if rest.contains_key(&*entry.name) {
                Err(DecodeError::repeated().in_any_member())
            } else {
                input.decode_part(&DecodeError::in_any_member)
            };
            if let Some(value) = input.or_skipped(decoded)? {
                rest.insert(entry.name.to_string(), value);
            }
        }
        Ok(rest)
    }

    /// Decodes a type that shares this object's members with other fields.
    ///
    /// # Errors
    ///
    /// If the object cannot be decoded as that type.
    pub fn flat<T: Decode>(&mut self) -> Result<T, DecodeError> {
        self.end()?;
        let unknown = self.scope.fresh_of_unknown_members();
        let object = match &unknown {
            Some(unknown) => self.object.reporting(unknown),
            None => self.object,
        };
        let value = T::decode(object)?;
        let mut unknown = unknown.map_or_else(Vec::new, |unknown| unknown.take());
        for entry in &mut self.members {
            // A member without a field in that type may have one beside it.
            let known = unknown.len();
            unknown.retain(|issue| issue.path() != entry.name);
            entry.decoded |= unknown.len() == known;
        }
        self.scope.append(unknown);
        Ok(value)
    }

    /// Ends decoding.
    ///
    /// # Errors
    ///
    /// If a member that need not be present could not be decoded.
    pub fn end(&mut self) -> Result<(), DecodeError> {
        self.failed.take().map_or(Ok(()), Err)
    }

    /// Returns what was found or decoded. An error is kept for [`end`](Self::end).
    pub(crate) fn or_failed<T>(&mut self, result: Result<Option<T>, DecodeError>) -> Option<T> {
        result.unwrap_or_else(|error| {
            self.failed.get_or_insert(error);
            None
        })
    }

    /// Returns whether a member could not be decoded, so that the others don't matter.
    pub(crate) const fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// Returns what the members share with the text around them.
    pub(crate) fn scope(&self) -> Scope<'a> {
        self.scope
    }

    /// Returns the values of all members, in their order.
    pub(crate) fn values(mut self) -> Vec<Input<'a>> {
        for entry in &mut self.members {
            entry.decoded = true;
        }
        let values = self.members.iter();
        values
            .map(|entry| Input::new(entry.json, self.scope))
            .collect()
    }

    /// Returns the names of all members, in their order.
    #[cfg(feature = "sandbox")]
    pub(crate) fn into_names(mut self) -> impl Iterator<Item = String> {
        let members = std::mem::take(&mut self.members);
        members.into_iter().map(|entry| entry.name.into_owned())
    }

    /// Returns the member of that name, and marks it as decoded.
    ///
    /// # Errors
    ///
    /// If it occurs more than once, or an earlier member could not be decoded.
    pub(crate) fn take(&mut self, name: &str) -> Result<Option<Input<'a>>, DecodeError> {
        self.end()?;
        let (mut found, mut count) = (None, 0);
        for entry in &mut self.members {
            if entry.name == name {
                entry.decoded = true;
                found.get_or_insert(Input::new(entry.json, self.scope));
                count += 1;
            }
        }
        match count {
            0 | 1 => Ok(found),
            _ => Err(DecodeError::repeated().in_member(name)),
        }
    }

    /// Returns the member of that name.
    ///
    /// # Errors
    ///
    /// If it occurs more than once.
    pub(crate) fn find(&self, name: &str) -> Result<Option<Input<'a>>, DecodeError> {
        let mut found = self.members.iter().filter(|entry| entry.name == name);
        let first = found.next().map(|entry| Input::new(entry.json, self.scope));
        match found.next() {
            Some(_) => Err(DecodeError::repeated().in_member(name)),
            None => Ok(first),
        }
    }
}

/// What a member counts while a variant of a union is tried, if the variant decodes it as an
/// additional property.
const ADDITIONAL: u32 = 1;

/// What a member counts while a variant of a union is tried, if the variant ignores it.
const IGNORED: u32 = 2;

impl Drop for Fields<'_> {
    fn drop(&mut self) {
        for entry in self.members.iter().filter(|entry| !entry.decoded) {
            self.scope.note_unread(IGNORED);
            self.scope.note_unknown(&entry.name, entry.json);
        }
    }
}
