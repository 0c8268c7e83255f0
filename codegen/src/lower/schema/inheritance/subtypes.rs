//! The subtypes of a base, and the values of the discriminator that mean each.
//!
//! | a schema | its values |
//! | --- | --- |
//! | in a `mapping` of the base, or of another that it extends with the same discriminator | those of the mapping |
//! | whose own `enum` of the discriminator differs from the base's | those of its `enum` |
//! | any other | its name; as the base's `enum` spells it, if only case and punctuation differ |
//! | the base itself, unless a mapping or an `enum` excludes it | its name |
//! | the base itself, if it doesn't require the discriminator | an absent discriminator |
//! | that others extend, if no value means it | none: it is never a value by itself |
//! | with a discriminator of another name | as above; its own subtypes are behind it |

use std::collections::BTreeSet;

use super::schemas::{Declared, Schemas};

/// A schema that is a value of a base.
#[derive(Clone, Debug)]
pub(crate) struct Subtype<'d> {
    pub(crate) key: &'d str,
    /// The values of the discriminator that mean it; empty: the discriminator is absent.
    pub(crate) tags: Vec<String>,
    pub(crate) part: Part,
    /// Whether its own members always have the discriminator.
    pub(crate) encodes_tag: bool,
    /// Whether the values that the base allows include none for it.
    pub(crate) is_untagged: bool,
    /// Whether it extends another subtype with another discriminator, which distinguishes it.
    pub(crate) is_indirect: bool,
}

/// What of a schema is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The schema with its own subtypes.
    All,
    /// Its own object: its subtypes have other values.
    Object,
}

impl<'d> Subtype<'d> {
    fn object(key: &'d str, declared: &Declared<'d>, tags: Vec<String>) -> Self {
        Self {
            key,
            tags,
            part: Part::Object,
            // An absent discriminator means the base's own object.
            encodes_tag: declared.is_member,
            is_untagged: false,
            is_indirect: false,
        }
    }
}

impl<'d> Schemas<'d> {
    /// Returns the subtypes of a schema with a discriminator: first itself, then the others in the
    /// document's order.
    pub(crate) fn subtypes(&self, base: &'d str, declared: &Declared<'d>) -> Vec<Subtype<'d>> {
        let family = self.family(base, declared);
        let below: BTreeSet<&str> = self.below(base).iter().copied().collect();
        let is_base = self.is_base(base);
        let own = is_base.then(|| self.own(base, declared));
        let own = own
            .flatten()
            .map(|tags| Subtype::object(base, declared, tags));
        // An alternative of a union need not extend it, and may be an alternative of other unions.
        let others = family.into_iter();
        let others = others.filter(|key| is_base || below.contains(key));
        let others = others.filter_map(|key| self.subtype(&below, declared, key));
        own.into_iter().chain(others).collect()
    }

    /// Returns a schema as a subtype, or `None` if it is never a value by itself.
    fn subtype(
        &self,
        below: &BTreeSet<&str>,
        declared: &Declared<'d>,
        key: &'d str,
    ) -> Option<Subtype<'d>> {
        let inner = self.declared(key).filter(|_| self.is_base(key));
        if let Some(inner) = inner.filter(|inner| inner.property == declared.property) {
            let tags = self.own(key, inner).filter(|tags| !tags.is_empty())?;
            return Some(Subtype::object(key, inner, tags));
        }
        let between = self.between(below, declared, key);
        let tags = self.tags(declared, between.unwrap_or(key));
        if tags.is_none() && self.is_extended(key) {
            return None;
        }
        Some(Subtype {
            key,
            encodes_tag: self.requires(key, declared.property),
            is_untagged: tags.is_none(),
            is_indirect: between.is_some(),
            tags: tags.unwrap_or_else(|| vec![self.name(key)]),
            part: Part::All,
        })
    }

    /// Returns the schema with another discriminator that is between a base and a schema. The base's
    /// discriminator distinguishes that one.
    fn between(
        &self,
        below: &BTreeSet<&str>,
        declared: &Declared<'d>,
        key: &str,
    ) -> Option<&'d str> {
        if declared.mapping.iter().any(|(_, target)| *target == key) {
            return None;
        }
        // The one nearest to the base.
        let mut between = self.ancestors(key).iter().rev().copied();
        between.find(|one| {
            let other = self.declared(one).map(|it| it.property);
            other.is_some_and(|it| it != declared.property) && below.contains(one)
        })
    }

    /// Returns the values of a discriminator that mean a schema; `None` if no allowed value does.
    fn tags(&self, declared: &Declared<'d>, key: &str) -> Option<Vec<String>> {
        self.mapped(declared, key)
            .or_else(|| self.narrowed(declared, key))
            .or_else(|| Some(vec![self.named(declared, key)?]))
    }

    /// Returns the values in the mapping of the base, or else in the nearest other one.
    fn mapped(&self, declared: &Declared<'d>, key: &str) -> Option<Vec<String>> {
        let own = mapped(declared, key);
        let line = self.line(key, declared.property);
        let mut all = std::iter::once(own).chain(line.map(|it| mapped(it, key)));
        all.find(|tags| !tags.is_empty())
    }

    /// Returns the values that a schema gives the discriminator itself. If a document forgets the
    /// mapping, they still decide.
    fn narrowed(&self, declared: &Declared<'d>, key: &str) -> Option<Vec<String>> {
        let own = self.own_values(key, declared.property);
        if own == declared.values {
            return None;
        }
        let is_free = |value: &&String| !declared.mapping.iter().any(|(known, _)| known == value);
        let own: Vec<String> = own.iter().filter(is_free).cloned().collect();
        (!own.is_empty()).then_some(own)
    }

    /// Returns the name of a schema as the values of the discriminator spell it.
    // OAS 3.0.3, Discriminator Object: the name of a schema is its value. Published enums differ.
    fn named(&self, declared: &Declared<'d>, key: &str) -> Option<String> {
        let name = self.name(key);
        if declared.values.is_empty() || declared.values.contains(&name) {
            return Some(name);
        }
        let letters_of_name = letters(&name);
        let values = declared.values.iter();
        let mut similar = values.filter(|it| letters(it) == letters_of_name);
        let first = similar.next().cloned();
        first.filter(|_| similar.next().is_none())
    }

    /// Returns the values that mean the base's own object; `None` if it is never a value by itself.
    fn own(&self, base: &str, declared: &Declared<'d>) -> Option<Vec<String>> {
        let mut line = self.line(base, declared.property);
        let is_mapped = line.any(|it| !it.mapping.is_empty());
        let is_listed = !declared.values.is_empty();
        self.mapped(declared, base)
            .or_else(|| {
                let name = self.named(declared, base);
                Some(vec![name.filter(|_| is_listed || !is_mapped)?])
            })
            .or_else(|| (!declared.is_required).then(Vec::new))
    }
}

/// Returns the values that a mapping gives a schema.
fn mapped(declared: &Declared<'_>, key: &str) -> Vec<String> {
    let mapping = declared.mapping.iter();
    let mapping = mapping.filter(|(_, target)| *target == key);
    mapping.map(|(value, _)| (*value).to_owned()).collect()
}

/// Returns the letters and digits of a name in lower case.
fn letters(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
