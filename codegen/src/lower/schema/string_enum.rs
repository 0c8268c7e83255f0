//! Strings of which some values are known. Any other value is kept, so a new one never breaks a response.

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use crate::diagnostic::ExtensionProblem;
use crate::ir::{Doc, OpenEnum, Shape, Variant};
use crate::names::{Case, Ident, Name, Scope};
use crate::read::schema_view::View;

use crate::lower::context::Out;
use crate::lower::facts::extension::{variant_texts, wrong_value};
use crate::lower::facts::structure::Structure;

/// The enum of a schema's strings.
pub(crate) fn lower(out: &mut Out<'_>, view: &View<'_>) -> Structure {
    let values = distinct(view.enumeration.iter().filter_map(Value::as_str));
    let mut scope = Scope::default();
    let names = variant_names(out, view, view.enumeration.len());
    let case = case(&values);
    let variants = named(&mut scope, case, view, &values, names.as_deref());
    let other = (case == Case::Variant).then(|| catch_all(&mut scope));
    Shape::OpenEnum(OpenEnum { variants, other }).into()
}

/// The enum of some strings.
pub(crate) fn of_values(values: &[&str]) -> Shape {
    let values = distinct(values.iter().copied());
    let mut scope = Scope::default();
    let case = case(&values);
    let names = scope.take_all(case, values);
    let variants = names.into_iter().map(|name| Variant {
        name,
        doc: Doc::default(),
    });
    let variants = variants.collect();
    let other = (case == Case::Variant).then(|| catch_all(&mut scope));
    Shape::OpenEnum(OpenEnum { variants, other })
}

/// More values than this are a text with constants: nobody matches on all of them, and each costs three lines in an enum.
const MOST_VARIANTS: usize = 64;

fn case(values: &[&str]) -> Case {
    if values.len() > MOST_VARIANTS {
        Case::Constant
    } else {
        Case::Variant
    }
}

/// The name of the variant that keeps any other value.
pub(crate) fn catch_all(scope: &mut Scope) -> Ident {
    let name = if scope.is_free(Case::Variant, "Other") {
        "Other"
    } else {
        "OtherValue"
    };
    scope.take(Case::Variant, name)
}

fn distinct<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    texts.collect::<IndexSet<_>>().into_iter().collect()
}

/// Names given in the document (`x-enum-varnames`) stand at the index of their value.
fn named(
    scope: &mut Scope,
    case: Case,
    view: &View<'_>,
    values: &[&str],
    names: Option<&[&str]>,
) -> Vec<Variant> {
    let given: Vec<&str> = match names {
        None => values.to_vec(),
        Some(names) => {
            let mut by_value = IndexMap::new();
            for (index, value) in view.enumeration.iter().enumerate() {
                by_value.entry(value.as_str()).or_insert(index);
            }
            let name = |value: &str| names.get(*by_value.get(&Some(value))?).copied();
            values
                .iter()
                .map(|value| name(value).unwrap_or(value))
                .collect()
        }
    };
    let texts = variant_texts(view);
    let named = scope.take_all(case, given);
    std::iter::zip(values, named)
        .map(|(&wire, name)| Variant {
            name: Name {
                wire: wire.to_owned(),
                rust: name.rust,
            },
            doc: Doc {
                description: texts.get(wire).map(|&text| text.to_owned()),
                ..Doc::default()
            },
        })
        .collect()
}

/// `x-enum-varnames`, where it fits the number of values.
fn variant_names<'d>(out: &mut Out<'_>, view: &View<'d>, values: usize) -> Option<Vec<&'d str>> {
    const KEY: &str = "x-enum-varnames";
    let value = view.extensions.get(KEY)?;
    let at = view.at.child(KEY);
    let names: Option<Vec<&str>> = value
        .as_array()
        .and_then(|list| list.iter().map(Value::as_str).collect());
    let Some(names) = names else {
        wrong_value(out, &at, KEY, "a list of names");
        return None;
    };
    if names.len() == values {
        return Some(names);
    }
    let names = names.len();
    let problem = ExtensionProblem::VariantCount { values, names };
    let also = view.at.child("enum").key();
    out.report_both(&at, problem, (&also, "these are the values"));
    None
}
