//! The member that says which alternative a value is: declared (`discriminator`), or a string of
//! which each alternative has values of its own.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;
use openapiv3::Discriminator;

use crate::read::schema_view::View;

use crate::lower::context::Context;
use crate::lower::facts::alternatives::{Alternative, Kind};
use crate::lower::facts::members::properties;

/// The tags of alternatives.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    /// The member's name.
    pub(crate) member: Option<String>,
    values: Vec<Vec<String>>,
    /// By alternative: whether it has a member for its tag.
    has_member: Vec<bool>,
}

impl Tags {
    /// Returns the tags that the schema declares, or that distinguish its alternatives.
    pub(crate) fn of(cx: &Context<'_>, view: &View<'_>, all: &[Alternative<'_>]) -> Self {
        let known: Vec<Known> = all.iter().map(|one| known(cx, one)).collect();
        let declared = view.discriminator.as_ref().map(|found| found.value);
        let found = match declared {
            Some(declared) => Some((
                declared.property_name.clone(),
                declared_values(cx, declared, all, &known),
            )),
            None => implied(all, &known),
        };
        let Some((member, values)) = found else {
            return Self::default();
        };
        let has_member = known.iter().map(|known| known.contains_key(&member));
        Self {
            has_member: has_member.collect(),
            values,
            member: Some(member),
        }
    }

    /// Returns the tags of an alternative. Without a tag its shape decides.
    pub(crate) fn values(&self, index: usize) -> &[String] {
        self.values.get(index).map_or(&[], Vec::as_slice)
    }

    /// Returns the tag that has to be encoded beside the members of an alternative.
    pub(crate) fn added(&self, index: usize) -> Option<String> {
        let is_missing = self.has_member.get(index) == Some(&false);
        let tag = self.values(index).first().cloned();
        tag.filter(|_| is_missing)
    }
}

/// The properties of an object, each with its known values.
type Known = BTreeMap<String, Vec<String>>;

/// Returns the properties of an alternative.
fn known(cx: &Context<'_>, one: &Alternative<'_>) -> Known {
    let schemas = properties::schemas(cx.document, &one.schema).into_iter();
    let values = schemas.map(|(name, schema)| {
        let strings = properties::strings(cx.document, &schema);
        (name.to_owned(), strings)
    });
    values.collect()
}

/// Returns the tags that a `discriminator` declares, by alternative.
// OAS 3.0.3, Discriminator Object: the name of a schema is its tag, and "mapping" gives it others.
fn declared_values(
    cx: &Context<'_>,
    declared: &Discriminator,
    all: &[Alternative<'_>],
    known: &[Known],
) -> Vec<Vec<String>> {
    let is_mapped = |value: &String| declared.mapping.contains_key(value);
    let tags = std::iter::zip(all, known).map(|(one, known)| {
        let key = one.key.unwrap_or_default();
        let mapped = declared.mapping.iter();
        let mapped = mapped.filter(|(_, target)| !key.is_empty() && names(target, key));
        let mapped: Vec<String> = mapped.map(|(tag, _)| tag.clone()).collect();
        if !mapped.is_empty() {
            return mapped;
        }
        // If a document forgets the mapping, the values of the member itself still decide.
        let own = known.get(&declared.property_name).into_iter().flatten();
        let own = own.filter(|value| !is_mapped(value)).cloned();
        let named = Some(key.to_owned()).filter(|key| !key.is_empty());
        let base = cx.inheritance.base(key).into_iter();
        let subtypes = base
            .flat_map(|base| base.values(&declared.property_name))
            .cloned();
        let all = named.into_iter().chain(own).chain(subtypes);
        all.collect::<IndexSet<_>>().into_iter().collect()
    });
    tags.collect()
}

/// Returns whether the target of a mapping, a name or a reference, is this schema.
fn names(target: &str, key: &str) -> bool {
    target == key
        || target
            .strip_suffix(key)
            .is_some_and(|rest| rest.ends_with('/'))
}

/// Returns the first property that is a string in each object, with other values in each.
fn implied(all: &[Alternative<'_>], known: &[Known]) -> Option<(String, Vec<Vec<String>>)> {
    let objects: Vec<&Known> = std::iter::zip(all, known)
        .filter(|(one, _)| one.kind == Kind::Object)
        .map(|(_, known)| known)
        .collect();
    if objects.len() < 2 || all.iter().any(|one| one.kind == Kind::Union) {
        return None;
    }
    let member = objects.first()?.keys().find(|name| {
        let values = objects.iter().map(|known| known.get(*name));
        let values: Option<Vec<&Vec<String>>> = values.collect();
        values.is_some_and(|values| are_distinct(&values))
    })?;
    let values = std::iter::zip(all, known).map(|(one, known)| match one.kind {
        Kind::Object => known.get(member).cloned().unwrap_or_default(),
        _ => Vec::new(),
    });
    Some((member.clone(), values.collect()))
}

/// Returns whether no value occurs twice, or each object has a single one and they are not all equal.
fn are_distinct(values: &[&Vec<String>]) -> bool {
    let distinct: BTreeSet<&String> = values.iter().copied().flatten().collect();
    let count: usize = values.iter().map(|values| values.len()).sum();
    let is_single = values.iter().all(|values| values.len() == 1);
    values.iter().all(|values| !values.is_empty())
        && distinct.len() > 1
        && (distinct.len() == count || is_single)
}
