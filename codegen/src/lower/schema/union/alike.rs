//! Alternatives of an `anyOf` that have the same members each: one object, which requires what all of them require.

use std::collections::BTreeMap;

use crate::diagnostic::SchemaProblem;
use crate::read::schema_view::{SchemaRef, View};

use super::alternative::{Alternative, Kind};
use crate::lower::context::{Context, Out};
use crate::lower::facts::members;
use crate::lower::facts::slot::Slot;
use crate::lower::facts::structure::Structure;
use crate::lower::schema::all_of;

/// Whether the alternatives are objects that differ in nothing but what they require.
pub(crate) fn are_alike<'d>(cx: &Context<'d>, all: &[Alternative<'d>]) -> bool {
    let Some((first, others)) = all.split_first() else {
        return false;
    };
    let known = members(cx, first);
    let is_alike = |one: &Alternative<'d>| {
        let own = members(cx, one);
        own.len() == known.len()
            && std::iter::zip(&own, &known).all(|((name, schema), (known, other))| {
                name == known && all_of::agree(schema, other)
            })
    };
    !known.is_empty()
        && all.iter().all(|one| one.kind == Kind::Object)
        && others.iter().all(is_alike)
}

fn members<'d>(cx: &Context<'d>, one: &Alternative<'d>) -> BTreeMap<&'d str, SchemaRef<'d>> {
    members::schemas(cx.document, &one.schema)
}

/// The one object.
pub(crate) fn merged(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    view: &View<'_>,
    slot: &Slot,
    all: &[Alternative<'_>],
) -> Structure {
    // Of one, with null beside it, there is nothing to say.
    if all.len() > 1 {
        out.report(
            &view.at.child("anyOf"),
            SchemaProblem::EqualAlternatives(all.len()),
        );
    }
    let schemas: Vec<_> = all.iter().map(|one| one.schema.clone()).collect();
    all_of::alike(cx, out, view, slot, &schemas)
}
