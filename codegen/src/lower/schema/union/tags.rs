//! The member that says which alternative a value is: declared (`discriminator`), or a string of which each alternative has
//! values of its own.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;
use openapiv3::Discriminator;

use crate::read::schema_view::View;

use super::alternative::{Alternative, Kind};
use crate::lower::context::Context;
use crate::lower::facts::members;

/// The tags of some alternatives.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    /// The member's name.
    pub(crate) member: Option<String>,
    values: Vec<Vec<String>>,
    /// Whether the alternative has a member for its tag.
    has_member: Vec<bool>,
}

impl Tags {
    /// Those that the schema declares, or that can be told from the alternatives.
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

    /// The tags of an alternative; none: its shape tells.
    pub(crate) fn values(&self, index: usize) -> &[String] {
        self.values.get(index).map_or(&[], Vec::as_slice)
    }

    /// The tag that has to be written beside its members.
    pub(crate) fn added(&self, index: usize) -> Option<String> {
        let is_missing = self.has_member.get(index) == Some(&false);
        let tag = self.values(index).first().cloned();
        tag.filter(|_| is_missing)
    }
}

/// The members of an object, each with its values where they are known.
type Known = BTreeMap<String, Vec<String>>;

fn known(cx: &Context<'_>, one: &Alternative<'_>) -> Known {
    let members = members::schemas(cx.document, &one.schema).into_iter();
    let values = members.map(|(name, schema)| {
        let texts = members::texts(cx.document, &schema);
        (name.to_owned(), texts)
    });
    values.collect()
}

/// OAS 3.0.3, Discriminator Object: the name of a schema is its tag, and "mapping" gives it others.
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
        // Where a document forgets the mapping, the values of the member itself still tell.
        let own = known.get(&declared.property_name).into_iter().flatten();
        let own = own.filter(|value| !is_mapped(value)).cloned();
        let named = Some(key.to_owned()).filter(|key| !key.is_empty());
        let base = cx.inheritance.base(key).into_iter();
        let heirs = base
            .flat_map(|base| base.values(&declared.property_name))
            .cloned();
        let all = named.into_iter().chain(own).chain(heirs);
        all.collect::<IndexSet<_>>().into_iter().collect()
    });
    tags.collect()
}

/// A mapping's target is a schema's name or a reference to it.
fn names(target: &str, key: &str) -> bool {
    target == key
        || target
            .strip_suffix(key)
            .is_some_and(|rest| rest.ends_with('/'))
}

/// A member that is a string in each object, with other values in each.
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
        values.is_some_and(|values| tell_apart(&values))
    })?;
    let values = std::iter::zip(all, known).map(|(one, known)| match one.kind {
        Kind::Object => known.get(member).cloned().unwrap_or_default(),
        _ => Vec::new(),
    });
    Some((member.clone(), values.collect()))
}

/// Either no value stands twice, or each has a single one and they are not all the same.
fn tell_apart(values: &[&Vec<String>]) -> bool {
    let distinct: BTreeSet<&String> = values.iter().copied().flatten().collect();
    let count: usize = values.iter().map(|values| values.len()).sum();
    let is_single = values.iter().all(|values| values.len() == 1);
    values.iter().all(|values| !values.is_empty())
        && distinct.len() > 1
        && (distinct.len() == count || is_single)
}
