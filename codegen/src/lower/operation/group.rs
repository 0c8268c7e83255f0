//! Tags become handles. An operation belongs to its first tag, and one without tags to a handle with
//! the name of the document.

use indexmap::IndexMap;
use openapiv3::Tag;

use crate::diagnostic::OperationProblem;
use crate::ir::{Callback, Doc, Group};
use crate::names::{Case, Scope};
use crate::source::Location;

use super::{Names, Shared, Site, callback, repeat};
use crate::lower::client::ClientDraft;
use crate::lower::client::security::Schemes;
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::operation;

/// Lowers the operations of a document to handles, and its callbacks.
///
/// The handles are in the order of `tags`, then of the first operation with each other tag.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    schemes: &Schemes<'_>,
    client: &mut ClientDraft,
) -> (Vec<Group>, Vec<Callback>) {
    let mut shared = Shared {
        cx,
        schemes,
        client,
        names: Names::default(),
    };
    let drafts = drafts(cx, out);
    let handles: Vec<Group> = drafts
        .iter()
        .map(|draft| {
            let (values, handles) = (&mut shared.names.values, &mut shared.client.handles);
            handle(cx, out, draft, values, handles)
        })
        .collect();
    let mut groups: Vec<Group> = std::iter::zip(handles, drafts)
        .map(|(group, draft)| {
            let mut methods = Scope::reserving(&["new"]);
            let operations = draft.sites.iter();
            let operations =
                operations.map(|site| operation::lower(out, &mut shared, site, &mut methods));
            Group {
                operations: operations.collect(),
                ..group
            }
        })
        .collect();
    repeat::link(out, &mut groups);
    let mut callbacks = shared.names.callbacks;
    callback::webhooks(cx, out, &mut callbacks);
    (groups, callbacks.list)
}

/// Names a handle. Its operations are lowered later.
fn handle(
    cx: &Context<'_>,
    out: &Out<'_>,
    draft: &Draft<'_>,
    values: &mut Scope,
    handles: &mut Scope,
) -> Group {
    let handle = values.take_or(Case::Type, draft.name, &format!("{} Tag", draft.name));
    let is_its_own = handle == Case::Type.ident(draft.name);
    let name = if is_its_own {
        draft.name
    } else {
        handle.as_str()
    };
    // Another document may have a handle with this name.
    let otherwise = format!("{} {name}", cx.document.name());
    Group {
        at: out.origin(&draft.at),
        tag: draft.is_tagged().then(|| draft.name.to_owned()),
        method: handles.take_or(Case::Snake, name, &otherwise),
        handle,
        doc: draft.doc.clone(),
        operations: Vec::new(),
    }
}

/// A tag with its operations, before anything is named.
struct Draft<'d> {
    name: &'d str,
    at: Location,
    doc: Doc,
    sites: Vec<Site<'d>>,
}

impl<'d> Draft<'d> {
    fn new(name: &'d str, at: Location, doc: Doc) -> Self {
        let sites = Vec::new();
        Self {
            name,
            at,
            doc,
            sites,
        }
    }

    /// Returns whether it is a tag: operations without one are at the document.
    fn is_tagged(&self) -> bool {
        !self.at.pointer().is_empty()
    }
}

/// Collects the operations by tag.
fn drafts<'d>(cx: &Context<'d>, out: &mut Out<'_>) -> Vec<Draft<'d>> {
    let api = cx.document.api();
    let tags_at = api.at.child("tags");
    let mut drafts: IndexMap<&str, Draft<'_>> = IndexMap::new();
    for (index, tag) in api.value.tags.iter().enumerate() {
        let at = tags_at.child(index);
        let doc = tag_doc(cx, out, &at, tag);
        drafts
            .entry(&tag.name)
            .or_insert_with(|| Draft::new(&tag.name, at, doc));
    }
    for site in operation::sites(cx, out) {
        let (name, at) = tag(cx, out, &site);
        let draft = drafts.entry(name);
        let draft = draft.or_insert_with(|| Draft::new(name, at, Doc::default()));
        draft.sites.push(site);
    }
    drafts.retain(|_, draft| !draft.sites.is_empty());
    drafts.into_values().collect()
}

/// Returns the tag that an operation belongs to. Reports that others are ignored.
fn tag<'d>(cx: &Context<'d>, out: &mut Out<'_>, site: &Site<'d>) -> (&'d str, Location) {
    let at = site.operation.at.child("tags");
    let tags = &site.operation.value.tags;
    let Some(first) = tags.first() else {
        return (cx.document.name(), cx.document.api().at);
    };
    if tags.len() > 1 {
        out.report(&at, OperationProblem::SeveralTags(first.clone()));
    }
    (first, at.child(0))
}

/// Returns the documentation of a tag.
fn tag_doc(cx: &Context<'_>, out: &mut Out<'_>, at: &Location, tag: &Tag) -> Doc {
    let texts = Texts::of(tag.description.as_deref(), &tag.extensions);
    let mut doc = doc::doc(cx, out, at, texts);
    doc.notes
        .extend(doc::external_note(tag.external_docs.as_ref()));
    doc
}
