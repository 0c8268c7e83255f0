//! A base as a union of its subtypes and its own object.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::SchemaProblem;
use crate::ir::{Alternative, Callback, Derives, Doc, Group, Shape, Type, Union};
use crate::names::{Case, Ident, Scope};
use crate::read::schema_view::View;

use super::subtypes::{Part, Subtype};
use super::{Base, object};
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc::schema_doc;
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::facts::structure::Structure;
use crate::lower::facts::{naming, open_enum};
use crate::lower::schema;
use crate::lower::types::{Draft, equal, graph, uses};

/// Lowers a base to the union of its subtypes, with the base's documentation. Types inside its own
/// object are named as if it had no subtypes.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    (key, base): (&str, &Base<'_>),
    view: &View<'_>,
    name: &NamePath,
) -> (Structure, Doc) {
    let doc = schema_doc::doc(cx, out, view);
    let opened = out.types.open(base.object.clone());
    if let Some(component) = cx.components.get(key) {
        let path = object(component);
        let (first, second) = (path.words(), path.second());
        let words = (first.as_str(), second.as_str());
        naming::report_taken(out, &view.at, words, &base.object, naming::owner);
    }
    let structure = schema::structure(cx, out, view, name);
    let draft = naming::draft(out, &base.object, name, structure, doc.clone(), &view.at);
    out.types.close(&opened, draft);
    report_untagged(cx, out, base, view);
    (union(cx, base).into(), doc)
}

/// Reports subtypes that no value of the base's discriminator means.
fn report_untagged(cx: &Context<'_>, out: &mut Out<'_>, base: &Base<'_>, view: &View<'_>) {
    let at = view.at.child("discriminator");
    for subtype in base.subtypes.iter().filter(|it| it.is_untagged) {
        let problem =
            SchemaProblem::NoDiscriminatorValue(base.property.to_owned(), subtype.key.to_owned());
        let component = cx.components.get(subtype.key);
        match component.and_then(|it| out.types.owner(&it.name)) {
            Some(owner) => {
                let owner = owner.key();
                out.report_both(&at, problem, (&owner, "this one"));
            }
            None => out.report(&at, problem),
        }
    }
}

/// Returns the union of the subtypes.
fn union(cx: &Context<'_>, base: &Base<'_>) -> Shape {
    let mut scope = Scope::default();
    let subtypes = base.subtypes.iter();
    let alternatives = subtypes
        .filter_map(|subtype| alternative(cx, subtype, &mut scope))
        .collect();
    Shape::Union(Union {
        tag: Some(base.property.to_owned()),
        alternatives,
        other: open_enum::catch_all(&mut scope),
        derives: Derives::default(),
    })
}

/// Returns the variant of a subtype.
fn alternative(cx: &Context<'_>, subtype: &Subtype<'_>, scope: &mut Scope) -> Option<Alternative> {
    let component = cx.components.get(subtype.key)?;
    let object = cx.inheritance.base(subtype.key).map(|base| &base.object);
    let object = object.filter(|_| subtype.part == Part::Object);
    let tag = subtype.tags.first().cloned();
    Some(Alternative {
        name: scope.take_or(Case::Variant, subtype.key, component.name.as_str()),
        ty: Type::Named(object.unwrap_or(&component.name).clone()),
        added: tag.filter(|_| !subtype.encodes_tag),
        tags: subtype.tags.clone(),
    })
}

/// Makes each base an object again that only its subtypes refer to.
pub(crate) fn unwrap_unused(
    cx: &Context<'_>,
    drafts: &mut Vec<Draft>,
    groups: &[Group],
    callbacks: &[Callback],
) {
    let inside = drafts
        .iter()
        .flat_map(|draft| graph::types(&draft.def.shape));
    let outside = uses::encoded(groups).chain(uses::decoded(groups, callbacks));
    let named: BTreeSet<&Ident> = inside.chain(outside).filter_map(graph::named).collect();
    let bases = cx.inheritance.bases.iter();
    let unused = bases.filter_map(|(key, base)| {
        let name = &cx.components.get(key)?.name;
        (!named.contains(name)).then(|| (base.object.clone(), name.clone()))
    });
    let unused: BTreeMap<Ident, Ident> = unused.collect();
    if unused.is_empty() {
        return;
    }
    let unions: BTreeSet<&Ident> = unused.values().collect();
    drafts.retain(|draft| !unions.contains(&draft.def.name));
    for draft in drafts {
        if let Some(name) = unused.get(&draft.def.name) {
            draft.def.name = name.clone();
            draft.is_component = true;
        }
        for ty in graph::types_mut(&mut draft.def.shape) {
            equal::rename(ty, &unused);
        }
    }
}
