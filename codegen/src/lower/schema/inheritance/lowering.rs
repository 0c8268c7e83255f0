//! A base as a union of what stands for it, and its own object beside.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::SchemaProblem;
use crate::ir::{Alternative, Callback, Derives, Doc, Group, Shape, Type, Union};
use crate::names::{Case, Ident, Scope};
use crate::read::schema_view::View;

use super::subtypes::{Heir, What};
use super::{Base, object};
use crate::lower::context::{Context, Out};
use crate::lower::facts::schema_doc;
use crate::lower::facts::slot::Slot;
use crate::lower::facts::structure::Structure;
use crate::lower::schema;
use crate::lower::schema::{named, string_enum};
use crate::lower::types::{Draft, equal, graph, uses};

/// The union of what stands for a base, and its documentation. What is inside its own object is named as if nothing stood for it.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    (key, base): (&str, &Base<'_>),
    view: &View<'_>,
    slot: &Slot,
) -> (Structure, Doc) {
    let doc = schema_doc::doc(cx, out, view);
    let opened = out.types.open(base.object.clone());
    if let Some(component) = cx.components.get(key) {
        let place = object(component);
        let words = (place.words(), place.otherwise());
        let words = (words.0.as_str(), words.1.as_str());
        named::report_taken(out, &view.at, words, &base.object, named::of_types);
    }
    let structure = schema::structure(cx, out, view, slot);
    let draft = named::draft(out, &base.object, slot, structure, doc.clone(), &view.at);
    out.types.close(&opened, draft);
    for heir in base.heirs.iter().filter(|heir| heir.is_untold) {
        let problem =
            SchemaProblem::NoDiscriminatorValue(base.property.to_owned(), heir.key.to_owned());
        let at = view.at.child("discriminator");
        match cx
            .components
            .get(heir.key)
            .and_then(|it| out.types.owner(&it.name))
        {
            Some(owner) => {
                let owner = owner.key();
                out.report_both(&at, problem, (&owner, "this one"));
            }
            None => out.report(&at, problem),
        }
    }
    (union(cx, base).into(), doc)
}

fn union(cx: &Context<'_>, base: &Base<'_>) -> Shape {
    let mut scope = Scope::default();
    let heirs = base.heirs.iter();
    let alternatives = heirs
        .filter_map(|heir| alternative(cx, heir, &mut scope))
        .collect();
    Shape::Union(Union {
        tag: Some(base.property.to_owned()),
        alternatives,
        other: string_enum::catch_all(&mut scope),
        derives: Derives::default(),
    })
}

fn alternative(cx: &Context<'_>, heir: &Heir<'_>, scope: &mut Scope) -> Option<Alternative> {
    let component = cx.components.get(heir.key)?;
    let object = cx.inheritance.base(heir.key).map(|base| &base.object);
    let object = object.filter(|_| heir.what == What::Object);
    let tag = heir.tags.first().cloned();
    Some(Alternative {
        name: scope.take_or(Case::Variant, heir.key, component.name.as_str()),
        ty: Type::Named(object.unwrap_or(&component.name).clone()),
        added: tag.filter(|_| !heir.writes_tag),
        tags: heir.tags.clone(),
    })
}

/// Lets each base that nothing refers to but what extends it be an object.
pub(crate) fn settle(
    cx: &Context<'_>,
    drafts: &mut Vec<Draft>,
    groups: &[Group],
    callbacks: &[Callback],
) {
    let inside = drafts
        .iter()
        .flat_map(|draft| graph::types(&draft.def.shape));
    let outside = uses::written(groups).chain(uses::read(groups, callbacks));
    let mentioned: BTreeSet<&Ident> = inside.chain(outside).filter_map(graph::mentions).collect();
    let bases = cx.inheritance.bases.iter();
    let alone = bases.filter_map(|(key, base)| {
        let name = &cx.components.get(key)?.name;
        (!mentioned.contains(name)).then(|| (base.object.clone(), name.clone()))
    });
    let alone: BTreeMap<Ident, Ident> = alone.collect();
    if alone.is_empty() {
        return;
    }
    let unions: BTreeSet<&Ident> = alone.values().collect();
    drafts.retain(|draft| !unions.contains(&draft.def.name));
    for draft in drafts {
        if let Some(name) = alone.get(&draft.def.name) {
            draft.def.name = name.clone();
            draft.is_component = true;
        }
        for ty in graph::types_mut(&mut draft.def.shape) {
            equal::rename(ty, &alone);
        }
    }
}
