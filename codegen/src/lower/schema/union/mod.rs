//! `oneOf` and `anyOf`: an open enum, unless something simpler does.
//!
//! | the alternatives | become |
//! | --- | --- |
//! | one, beside null | that one |
//! | strings | one string; an open enum of all values where one is an enum |
//! | strings, and any object | an enum with a variant for the string and one that keeps the object |
//! | nothing that a type could be made of (`required` alone, no type) | untyped JSON |
//! | of an `anyOf`, with the same members each | one object |
//! | any others | an enum with a variant per alternative and one that keeps anything else |
//!
//! How a variant is chosen is the runtime's (`json/one_of.rs`).

mod tags;

use crate::diagnostic::SchemaProblem;
use crate::ir::Alternative as Variant;
use crate::ir::{Derives, Shape, Type, Union};
use crate::names::{Case, Ident, Scope};
use crate::read::schema_view::View;

use self::tags::Tags;
use crate::lower::context::{Context, Out};
use crate::lower::facts::alternatives::{Alternative, Kind, Plan};
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::facts::open_enum;
use crate::lower::facts::structure::Structure;
use crate::lower::schema;

/// Lowers the alternatives under a keyword.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    name: &NamePath,
    keyword: &'static str,
) -> Structure {
    match Plan::of(cx, view, keyword) {
        Plan::Any => {
            out.report(
                &view.at.child(keyword),
                SchemaProblem::UntypedUnion(keyword),
            );
            Type::Json.into()
        }
        Plan::Same(only) => schema::part(cx, out, &only, name),
        Plan::String(all) => string(&all).into(),
        Plan::Object(all) => object(cx, out, view, name, &all),
        Plan::Union(all) => {
            let tags = Tags::of(cx, view, &all);
            union(cx, out, name, &all, tags).into()
        }
    }
}

/// Lowers alternatives of an `anyOf` that have the same properties.
fn object(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    name: &NamePath,
    all: &[Alternative<'_>],
) -> Structure {
    // A single one was beside null or untyped JSON: nothing was merged.
    if all.len() > 1 {
        out.report(
            &view.at.child("anyOf"),
            SchemaProblem::EqualAlternatives(all.len()),
        );
    }
    let schemas: Vec<_> = all.iter().map(|one| one.schema.clone()).collect();
    schema::same_properties(cx, out, view, &schemas, name)
}

/// Returns the type of a string that has several definitions.
fn string(strings: &[Alternative<'_>]) -> Shape {
    let values = strings.iter().flat_map(|one| &one.view.enumeration);
    let values: Vec<&str> = values.filter_map(|value| value.as_str()).collect();
    let is_secret = |one: &Alternative<'_>| one.view.format == Some("password");
    if strings.iter().any(is_secret) {
        Shape::Alias(Type::Secret)
    } else if values.is_empty() {
        Shape::Alias(Type::String)
    } else {
        open_enum::of_values(&values)
    }
}

/// Lowers alternatives to an open enum with a variant for each.
fn union(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    name: &NamePath,
    all: &[Alternative<'_>],
    tags: Tags,
) -> Shape {
    let mut scope = Scope::default();
    let keys = keys(cx, &mut scope, all);
    let other = open_enum::catch_all(&mut scope);
    let mut alternatives: Vec<Variant> = Vec::new();
    let strings: Vec<&Alternative<'_>> = all.iter().filter(|one| one.is_string()).collect();
    for (index, one) in all.iter().enumerate() {
        let is_first = strings.first().is_some_and(|it| std::ptr::eq(*it, one));
        if one.is_string() && !is_first {
            continue;
        }
        let words = words(one, strings.len(), tags.values(index));
        let second = format!("{words} {}", one.kind.noun());
        let variant = match keys.get(index).cloned().flatten() {
            Some(key) if strings.len() < 2 || !one.is_string() => key,
            _ => scope.take_or(Case::Variant, &words, &second),
        };
        let path = name.child(variant.as_str()).of("Variant");
        alternatives.push(Variant {
            name: variant,
            ty: alternative(cx, out, one, &strings, &path),
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

/// Names the variants of components first: those names are final, others are made of a kind.
fn keys(cx: &Context<'_>, scope: &mut Scope, all: &[Alternative<'_>]) -> Vec<Option<Ident>> {
    let key = |one: &Alternative<'_>| {
        let component = cx.components.get(one.key?)?;
        Some(scope.take_or(Case::Variant, one.key?, component.name.as_str()))
    };
    all.iter().map(key).collect()
}

/// Lowers what one variant holds.
fn alternative(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    one: &Alternative<'_>,
    strings: &[&Alternative<'_>],
    name: &NamePath,
) -> Type {
    if one.is_string() && strings.len() > 1 {
        merged_string(cx, out, strings, name)
    } else {
        schema::value(cx, out, &one.schema, name).ty
    }
}

/// Returns the type of a string with several definitions beside other types. Each definition is
/// documented.
fn merged_string(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    strings: &[&Alternative<'_>],
    name: &NamePath,
) -> Type {
    let only_enum = match strings
        .iter()
        .filter(|one| one.kind == Kind::Enum)
        .collect::<Vec<_>>()[..]
    {
        [one] => Some(one),
        _ => None,
    };
    match only_enum {
        Some(one) => schema::value(cx, out, &one.schema, name).ty,
        None if strings
            .iter()
            .any(|one| one.view.format == Some("password")) =>
        {
            Type::Secret
        }
        None => Type::String,
    }
}

/// Returns the words for a variant that has no name of its own.
fn words(one: &Alternative<'_>, strings: usize, tags: &[String]) -> String {
    let named = one.view.title.filter(|_| !(one.is_string() && strings > 1));
    let tag = tags.first().map(String::as_str);
    named.or(tag).unwrap_or(one.kind.word()).to_owned()
}
