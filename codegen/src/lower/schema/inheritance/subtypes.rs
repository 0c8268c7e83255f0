//! Which schemas stand for a base, and the values of the discriminator that mean each.
//!
//! | a schema | is meant by |
//! | --- | --- |
//! | that a `mapping` of the base leads to, or of another it extends with a discriminator of that name | what the mapping says |
//! | whose own `enum` of the member says more than the base's | the values of that |
//! | any other | its name; as the base's `enum` writes it, if that differs in nothing but case and signs |
//! | the base itself, where neither a mapping nor an `enum` leaves it out | its name |
//! | the base itself, where it doesn't require the member | a value without one |
//! | that others extend in turn, where no value means it | nothing: it is never a value by itself |
//! | that has a discriminator of another name itself | as above, and stands for those that extend it in turn |

use std::collections::BTreeSet;

use super::schemas::{Declared, Schemas};

/// A schema that stands for a base.
#[derive(Clone, Debug)]
pub(crate) struct Heir<'d> {
    pub(crate) key: &'d str,
    /// The values of the discriminator that mean it; empty: there is none.
    pub(crate) tags: Vec<String>,
    pub(crate) what: What,
    /// Its values always say which it is.
    pub(crate) writes_tag: bool,
    /// The base's values have none for it.
    pub(crate) is_untold: bool,
    /// It is meant by way of another that stands for the base, and has a discriminator of its own.
    pub(crate) is_behind: bool,
}

/// What of a schema is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// The schema with all that stands for it.
    Whole,
    /// Its own object: others stand for it too, and have values of their own.
    Object,
}

impl<'d> Heir<'d> {
    fn object(key: &'d str, declared: &Declared<'d>, tags: Vec<String>) -> Self {
        Self {
            key,
            tags,
            what: What::Object,
            // One that it may leave out stands for itself when it is left out.
            writes_tag: declared.is_member,
            is_untold: false,
            is_behind: false,
        }
    }
}

impl<'d> Schemas<'d> {
    /// What stands for a schema with a discriminator: first itself, then the others in the document's order.
    pub(crate) fn heirs(&self, base: &'d str, declared: &Declared<'d>) -> Vec<Heir<'d>> {
        let family = self.family(base, declared);
        let below: BTreeSet<&str> = self.below(base).iter().copied().collect();
        let own = self.is_base(base).then(|| self.own(base, declared));
        let own = own.flatten().map(|tags| Heir::object(base, declared, tags));
        // What a list of alternatives leads to need not extend it, and may stand in other lists.
        let others = family.into_iter();
        let others = others.filter(|key| self.is_base(base) || below.contains(key));
        let others = others.filter_map(|key| self.heir(&below, declared, key));
        own.into_iter().chain(others).collect()
    }

    fn heir(
        &self,
        below: &BTreeSet<&str>,
        declared: &Declared<'d>,
        key: &'d str,
    ) -> Option<Heir<'d>> {
        let inner = self.declared(key).filter(|_| self.is_base(key));
        if let Some(inner) = inner.filter(|inner| inner.property == declared.property) {
            let tags = self.own(key, inner).filter(|tags| !tags.is_empty())?;
            return Some(Heir::object(key, inner, tags));
        }
        let between = self.between(below, declared, key);
        let tags = self.tags(declared, between.unwrap_or(key));
        if tags.is_none() && self.is_extended(key) {
            return None;
        }
        Some(Heir {
            key,
            writes_tag: self.requires(key, declared.property),
            is_untold: tags.is_none(),
            is_behind: between.is_some(),
            tags: tags.unwrap_or_else(|| vec![self.name(key)]),
            what: What::Whole,
        })
    }

    /// The schema between a base and one that extends it that has another discriminator: the base's speaks of that one.
    fn between(
        &self,
        below: &BTreeSet<&str>,
        declared: &Declared<'d>,
        key: &str,
    ) -> Option<&'d str> {
        if declared.mapping.iter().any(|(_, target)| *target == key) {
            return None;
        }
        // The one that is next to the base.
        let mut between = self.ancestors(key).iter().rev().copied();
        between.find(|one| {
            let other = self.declared(one).map(|it| it.property);
            other.is_some_and(|it| it != declared.property) && below.contains(one)
        })
    }

    /// The values of a discriminator that mean a schema; `None` where none of those that it may have does.
    fn tags(&self, declared: &Declared<'d>, key: &str) -> Option<Vec<String>> {
        self.mapped(declared, key)
            .or_else(|| self.narrowed(declared, key))
            .or_else(|| Some(vec![self.named(declared, key)?]))
    }

    /// What the mapping of the base says, or else the nearest other one.
    fn mapped(&self, declared: &Declared<'d>, key: &str) -> Option<Vec<String>> {
        let own = mapped(declared, key);
        let line = self.line(key, declared.property);
        let mut all = std::iter::once(own).chain(line.map(|it| mapped(it, key)));
        all.find(|tags| !tags.is_empty())
    }

    /// The values that a schema gives the member itself. Where a document forgets the mapping, they still tell.
    fn narrowed(&self, declared: &Declared<'d>, key: &str) -> Option<Vec<String>> {
        let own = self.own_values(key, declared.property);
        if own == declared.values {
            return None;
        }
        let is_free = |value: &&String| !declared.mapping.iter().any(|(known, _)| known == value);
        let own: Vec<String> = own.iter().filter(is_free).cloned().collect();
        (!own.is_empty()).then_some(own)
    }

    /// OAS 3.0.3, Discriminator Object: the name of a schema is its value. Published enums write it their own way.
    fn named(&self, declared: &Declared<'d>, key: &str) -> Option<String> {
        let name = self.name(key);
        if declared.values.is_empty() || declared.values.contains(&name) {
            return Some(name);
        }
        let plain = plain(&name);
        let mut alike = declared
            .values
            .iter()
            .filter(|it| crate::lower::schema::inheritance::subtypes::plain(it) == plain);
        let first = alike.next().cloned();
        first.filter(|_| alike.next().is_none())
    }

    /// The values that mean the base's own object; `None`: it is never a value by itself.
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

fn mapped(declared: &Declared<'_>, key: &str) -> Vec<String> {
    let mapping = declared.mapping.iter();
    let mapping = mapping.filter(|(_, target)| *target == key);
    mapping.map(|(value, _)| (*value).to_owned()).collect()
}

/// A name without what one way of writing has and another doesn't.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
