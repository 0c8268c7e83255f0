//! One document: the order in which its parts are lowered, and what is decided after that.

use foldhash::HashMap;

use crate::diagnostic::Diagnostics;
use crate::ir::{Callback, Doc, Group, Module, TypeDef, Uses};
use crate::names::Ident;
use crate::options::Language;
use crate::read::schema_view::SchemaRef;
use crate::read::{Document, Located};

use super::client::{ClientDraft, security, server};
use super::context::{Context, Out};
use super::facts::component::Component;
use super::facts::doc;
use super::facts::doc::Texts;
use super::facts::traits::Traits;
use super::lint;
use super::operation::group;
use super::schema::inheritance::Inheritance;
use super::schema::{component, inheritance};
use super::types::{Types, boxed, cycles, derives, equal, uses};

/// Lowers one document.
pub(crate) fn lower(
    document: &Document,
    language: Language,
    name: Ident,
    client: &mut ClientDraft,
    diagnostics: &mut Diagnostics,
) -> Module {
    let mut types = Types::default();
    let components = components(document, &mut types);
    let all = component_schemas(document);
    let cx = Context {
        document,
        language,
        inheritance: Inheritance::of(document, all, &components, &mut types),
        components,
    };
    let mut out = Out::new(document, types, diagnostics);
    let doc = info(&cx, &mut out);
    server::lower(&cx, &mut out, client);
    let schemes = security::schemes(&cx, &mut out, client);
    for (key, schema) in component_schemas(document) {
        component::lower(&cx, &mut out, key, &schema);
    }
    let (groups, callbacks) = group::lower(&cx, &mut out, &schemes, client);
    lint::missing_outcomes(&mut out, &groups);
    lint::without_source(&mut out, &groups, &callbacks);
    doc::report_missing(&cx, &mut out);
    Module {
        name,
        at: document.origin(&document.api().at),
        doc,
        types: finish(&cx, &mut out, &groups, &callbacks),
        groups,
        callbacks,
    }
}

/// Returns the documentation of the document.
fn info(cx: &Context<'_>, out: &mut Out<'_>) -> Doc {
    let api = cx.document.api();
    let info = &api.value.info;
    let texts = Texts::of(info.description.as_deref(), &info.extensions);
    let mut doc = doc::doc(cx, out, &api.at.child("info"), texts);
    doc.summary = Some(info.title.clone());
    doc.notes
        .extend(doc::external_note(api.value.external_docs.as_ref()));
    doc
}

/// Returns the component schemas by key, in the document's order.
fn component_schemas(document: &Document) -> Vec<(&str, SchemaRef<'_>)> {
    let api = document.api();
    let at = api.at.child("components").child("schemas");
    let components = api.value.components.iter();
    components
        .flat_map(|components| &components.schemas)
        .map(|(key, value)| {
            let at = at.child(key);
            (key.as_str(), SchemaRef::from(&Located { at, value }))
        })
        .collect()
}

/// Names the components, before any inline type gets a name.
fn components<'d>(document: &'d Document, types: &mut Types) -> HashMap<&'d str, Component> {
    let schemas = component_schemas(document);
    let names = types.name_components(
        schemas
            .iter()
            .map(|(key, schema)| (*key, schema.at().clone())),
    );
    std::iter::zip(schemas, names)
        .map(|((key, schema), name)| {
            let component = Component {
                file: Ident::module(name.as_str()).into(),
                traits: Traits::of(document, &schema),
                name,
            };
            (key, component)
        })
        .collect()
}

/// Takes the decisions that need all types, and returns them sorted by file.
fn finish(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    groups: &[Group],
    callbacks: &[Callback],
) -> Vec<TypeDef> {
    let mut drafts = std::mem::take(&mut out.types).into_drafts();
    inheritance::unwrap_unused(cx, &mut drafts, groups, callbacks);
    cycles::cut_endless_aliases(out, &mut drafts);
    let uses = uses::all(&mut drafts, groups, callbacks);
    equal::alias_equal(&mut drafts);
    uses::apply(&mut drafts, groups, callbacks);
    equal::keep_names(&mut drafts, &uses);
    boxed::box_members(&mut drafts);
    derives::derive(&mut drafts);
    // An unused type belonged to a part that was omitted.
    drafts.retain(|draft| draft.def.uses != Uses::default());
    let mut types: Vec<TypeDef> = drafts.into_iter().map(|draft| draft.def).collect();
    types.sort_by(|left, right| left.file.cmp(&right.file));
    types
}
