//! Enums of known strings, with a variant for any other value: a new one never breaks a response.

use indexmap::IndexSet;

use crate::ir::{Doc, OpenEnum, Shape, Variant};
use crate::names::{Case, Ident, Scope};

/// A string of more values than this becomes a struct with constants: nobody matches on all of
/// them, and each costs three lines in an enum.
const MAX_VARIANTS: usize = 64;

/// Returns the enum of some strings.
pub(crate) fn of_values(values: &[&str]) -> Shape {
    let values = distinct(values.iter().copied());
    let mut scope = Scope::default();
    let case = case(&values);
    let names = scope.take_all(case, values).into_iter();
    let variants = names.map(|name| Variant {
        name,
        doc: Doc::default(),
    });
    of_variants(variants.collect(), case, &mut scope)
}

/// Returns the enum of some variants, whose names are in that case and scope.
pub(crate) fn of_variants(variants: Vec<Variant>, case: Case, scope: &mut Scope) -> Shape {
    let other = (case == Case::Variant).then(|| catch_all(scope));
    Shape::OpenEnum(OpenEnum { variants, other })
}

/// Returns the case of the values' names: variants, or constants where there are many.
pub(crate) fn case(values: &[&str]) -> Case {
    if values.len() > MAX_VARIANTS {
        Case::Constant
    } else {
        Case::Variant
    }
}

/// Names the variant that keeps any other value.
pub(crate) fn catch_all(scope: &mut Scope) -> Ident {
    let name = if scope.is_free(Case::Variant, "Other") {
        "Other"
    } else {
        "OtherValue"
    };
    scope.take(Case::Variant, name)
}

/// Returns each string once, in their order.
pub(crate) fn distinct<'t>(strings: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    strings.collect::<IndexSet<_>>().into_iter().collect()
}
