//! Strings of which some values are known.

use indexmap::IndexMap;
use serde_json::Value;

use crate::diagnostic::ExtensionProblem;
use crate::ir::{Doc, Variant};
use crate::names::{Case, Name, Scope};
use crate::read::schema_view::View;

use crate::lower::context::Out;
use crate::lower::facts::extension::{value_descriptions, wrong_value};
use crate::lower::facts::open_enum;
use crate::lower::facts::structure::Structure;

/// Lowers a schema that lists strings to an open enum.
pub(crate) fn lower(out: &mut Out<'_>, view: &View<'_>) -> Structure {
    let values = open_enum::distinct(view.enumeration.iter().filter_map(Value::as_str));
    let mut scope = Scope::default();
    let names = variant_names(out, view, view.enumeration.len());
    let case = open_enum::case(&values);
    let variants = variants(&mut scope, case, view, &values, names.as_deref());
    open_enum::of_variants(variants, case, &mut scope).into()
}

/// Names the variants. Names that the document gives (`x-enum-varnames`) have the index of their value.
fn variants(
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
    let texts = value_descriptions(view);
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

/// Returns the `x-enum-varnames` if there are as many as values.
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
