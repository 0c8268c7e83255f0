//! `oneOf` and `anyOf`: an open enum, unless what stands there is simpler.
//!
//! | the alternatives | become |
//! | --- | --- |
//! | one, beside null | that one |
//! | strings | one string; an open enum of all values where one is an enum |
//! | nothing that a type could be made of (`required` alone, no type) | untyped JSON |
//! | of an `anyOf`, with the same members each | one object |
//! | any others | an enum with a variant per alternative and one that keeps anything else |
//!
//! How a variant is chosen is the runtime's (`json/one_of.rs`).

mod alike;
mod alternative;
mod tags;

use crate::diagnostic::SchemaProblem;
use crate::ir::Alternative as Variant;
use crate::ir::{Derives, Shape, Type, Union};
use crate::names::{Case, Ident, Scope};
use crate::read::schema_view;
use crate::read::schema_view::{SchemaRef, View};

use self::alternative::{Alternative, Kind};
use self::tags::Tags;
use super::{named, string_enum};
use crate::lower::context::{Context, Out};
use crate::lower::facts::slot::Slot;
use crate::lower::facts::structure::Structure;
use crate::lower::schema;

pub(crate) use alternative::{covers, leads_to};

enum Plan<'d> {
    Any,
    Same(SchemaRef<'d>),
    Text(Vec<Alternative<'d>>),
    Union(Vec<Alternative<'d>>),
}

fn plan<'d>(cx: &Context<'d>, view: &View<'d>) -> Plan<'d> {
    let mut all = alternative::all(cx, view);
    all.retain(|one| one.kind != Kind::Null);
    if let [one] = all.as_slice() {
        return Plan::Same(one.schema.clone());
    }
    // Untyped JSON would take any value: what fits nothing else is kept anyway.
    all.retain(|one| one.kind != Kind::Any);
    if all.is_empty() {
        Plan::Any
    } else if all.iter().all(Alternative::is_text) {
        Plan::Text(all)
    } else {
        Plan::Union(all)
    }
}

/// Whether the type that stands for it needs a name.
pub(crate) fn is_named(cx: &Context<'_>, view: &View<'_>) -> bool {
    match plan(cx, view) {
        Plan::Any => false,
        Plan::Same(SchemaRef::Reference(_)) => false,
        Plan::Same(SchemaRef::Schema(inner)) => named::is_named(cx, &schema_view::view(&inner)),
        Plan::Text(texts) => texts.iter().any(|one| !one.view.enumeration.is_empty()),
        Plan::Union(_) => true,
    }
}

/// The type of a schema that is one of several.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    slot: &Slot,
    keyword: &'static str,
) -> Structure {
    match plan(cx, view) {
        Plan::Any => {
            out.report(
                &view.at.child(keyword),
                SchemaProblem::UntypedUnion(keyword),
            );
            Shape::Alias(Type::Json).into()
        }
        Plan::Same(SchemaRef::Schema(inner)) => {
            schema::structure(cx, out, &schema_view::view(&inner), slot)
        }
        Plan::Same(inner) => Shape::Alias(schema::value(cx, out, &inner, slot).ty).into(),
        Plan::Text(texts) => text(&texts).into(),
        Plan::Union(all) => {
            if is_one_object(cx, view, keyword, &all) {
                return alike::merged(cx, out, view, slot, &all);
            }
            let tags = Tags::of(cx, view, &all);
            union(cx, out, slot, &all, tags).into()
        }
    }
}

fn is_one_object<'d>(
    cx: &Context<'d>,
    view: &View<'d>,
    keyword: &str,
    all: &[Alternative<'d>],
) -> bool {
    let is_told_apart = keyword == "oneOf" || view.discriminator.is_some();
    !is_told_apart && alike::are_alike(cx, all)
}

/// The alternatives of an `anyOf` that are one object.
pub(crate) fn one_object<'d, 'c: 'd>(
    cx: &Context<'c>,
    view: &View<'d>,
    keyword: &str,
) -> Option<Vec<SchemaRef<'d>>> {
    let Plan::Union(all) = plan(cx, view) else {
        return None;
    };
    let schemas = all.iter().map(|one| one.schema.clone());
    is_one_object(cx, view, keyword, &all).then(|| schemas.collect())
}

/// The type of strings of several sorts.
fn text(texts: &[Alternative<'_>]) -> Shape {
    let values = texts.iter().flat_map(|one| &one.view.enumeration);
    let values: Vec<&str> = values.filter_map(|value| value.as_str()).collect();
    let is_secret = |one: &Alternative<'_>| one.view.format == Some("password");
    if texts.iter().any(is_secret) {
        Shape::Alias(Type::Secret)
    } else if values.is_empty() {
        Shape::Alias(Type::String)
    } else {
        string_enum::of_values(&values)
    }
}

fn union(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    slot: &Slot,
    all: &[Alternative<'_>],
    tags: Tags,
) -> Shape {
    let mut scope = Scope::default();
    let keys = keys(cx, &mut scope, all);
    let other = string_enum::catch_all(&mut scope);
    let mut alternatives: Vec<Variant> = Vec::new();
    let texts: Vec<&Alternative<'_>> = all.iter().filter(|one| one.is_text()).collect();
    for (index, one) in all.iter().enumerate() {
        if one.is_text() && !texts.first().is_some_and(|first| std::ptr::eq(*first, one)) {
            continue;
        }
        let words = words(one, texts.len(), tags.values(index));
        let otherwise = format!("{words} {}", one.kind.noun());
        let name = match keys.get(index).cloned().flatten() {
            Some(name) if texts.len() < 2 || !one.is_text() => name,
            _ => scope.take_or(Case::Variant, &words, &otherwise),
        };
        let slot = slot.child(name.as_str()).of("Variant");
        alternatives.push(Variant {
            name,
            ty: alternative(cx, out, one, &texts, &slot),
            tags: tags.values(index).to_vec(),
            added: tags.added(index),
        });
    }
    Shape::Union(Union {
        tag: tags.member,
        alternatives,
        other,
        derives: Derives::default(),
    })
}

/// A component's name is final: it goes before what is named for its kind.
fn keys(cx: &Context<'_>, scope: &mut Scope, all: &[Alternative<'_>]) -> Vec<Option<Ident>> {
    let key = |one: &Alternative<'_>| {
        let component = cx.components.get(one.key?)?;
        Some(scope.take_or(Case::Variant, one.key?, component.name.as_str()))
    };
    all.iter().map(key).collect()
}

fn alternative(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    one: &Alternative<'_>,
    texts: &[&Alternative<'_>],
    slot: &Slot,
) -> Type {
    if one.is_text() && texts.len() > 1 {
        merged_text(cx, out, texts, slot)
    } else {
        schema::value(cx, out, &one.schema, slot).ty
    }
}

/// Several sorts of strings beside something else: their values are told in the documentation of each.
fn merged_text(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    texts: &[&Alternative<'_>],
    slot: &Slot,
) -> Type {
    let only_enum = match texts
        .iter()
        .filter(|one| one.kind == Kind::Enum)
        .collect::<Vec<_>>()[..]
    {
        [one] => Some(one),
        _ => None,
    };
    match only_enum {
        Some(one) => schema::value(cx, out, &one.schema, slot).ty,
        None if texts.iter().any(|one| one.view.format == Some("password")) => Type::Secret,
        None => Type::String,
    }
}

/// What a variant is called that has no name of its own.
fn words(one: &Alternative<'_>, texts: usize, tags: &[String]) -> String {
    let named = one.view.title.filter(|_| !(one.is_text() && texts > 1));
    let tag = tags.first().map(String::as_str);
    named.or(tag).unwrap_or(one.kind.word()).to_owned()
}
