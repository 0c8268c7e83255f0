//! From sources to documents: the passes over each document, in their order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, SyntaxProblem};
use crate::source::{Location, Sources};

use super::document::Document;
use super::document::origins::Origins;
use super::documents::{Source, documents, overlays, parse_with_overlays};
use super::grammar::table::Retain;
use super::grammar::visit::visit;
use super::grammar::{self, DOCUMENT};
use super::inventory::{self, Item};
use super::references::external::{self, Library};
use super::syntax::limits;
use super::syntax::node::Node;
use super::versions::{openapi_3_1, swagger_2_0};
use super::{extensions, references, repair, to_openapiv3};

/// Reads every document among the sources, in the order of their names.
///
/// A document that is neither JSON nor YAML is omitted. Every other fault is reported, removed from
/// its document, and the rest is read.
pub fn read(sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Document> {
    read_all(sources, diagnostics, None)
}

/// Reads every document, and lists the parts of the documents before anything is removed.
pub fn read_with_inventory(
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> (Vec<Document>, Vec<Item>) {
    let mut items = Vec::new();
    let documents = read_all(sources, diagnostics, Some(&mut items));
    (documents, items)
}

fn read_all(
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    mut items: Option<&mut Vec<Item>>,
) -> Vec<Document> {
    let all = documents(sources, diagnostics);
    let mut library = Library::new();
    for source in &all {
        if let Some(tree) = parse_with_overlays(sources, source, diagnostics) {
            library.insert(Arc::clone(source.file), tree);
        }
    }
    let links = external::Links::of(&library);
    deny_losses(sources, &library, &links.referred, diagnostics);
    let mut read: BTreeMap<&str, Document> = BTreeMap::new();
    let mut files: BTreeMap<&str, &Arc<str>> = BTreeMap::new();
    for source in &all {
        let is_referred = links.referred.contains(source.file);
        let tree = match is_referred {
            true => library.get(source.file).cloned(),
            false => library.remove(source.file),
        };
        let Some(tree) = tree.filter(|tree| !(is_referred && external::is_part(tree))) else {
            continue;
        };
        if is_duplicate(source, &mut files, diagnostics) {
            continue;
        }
        let others = links.referring.contains(source.file).then_some(&library);
        if let Some(document) = document(source, tree, others, items.as_deref_mut(), diagnostics) {
            read.insert(source.name, document);
        }
    }
    read.into_values().collect()
}

/// Reads one document. `None` means that nothing of it is left, which is reported.
fn document(
    source: &Source<'_>,
    tree: Node,
    others: Option<&Library>,
    items: Option<&mut Vec<Item>>,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let root = Location::root(source.file);
    let tree = complete(tree, &root, others, diagnostics)?;
    if let Some(items) = items {
        inventory::add(&tree, &root, items);
    }
    let tree = validate(tree, &root, diagnostics)?;
    let origins = Origins::of_tree(&tree, &root);
    match to_openapiv3::convert(tree) {
        Ok((api, webhooks)) => Some(Document {
            name: source.name.to_owned(),
            file: Arc::clone(source.file),
            api,
            webhooks,
            origins,
        }),
        Err(reason) => {
            diagnostics.report(root, SyntaxProblem::NotOpenApi(reason));
            None
        }
    }
}

/// Gives a tree the structure of OpenAPI 3, with the parts of other documents that it refers to.
fn complete(
    mut tree: Node,
    root: &Location,
    others: Option<&Library>,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    // A location is as long as the keys that lead to it, so limits come first.
    limits::check(&tree, root, diagnostics).then_some(())?;
    let is_converted = swagger_2_0::convert(&mut tree, root, diagnostics);
    repair::structure(&mut tree, root, diagnostics);
    if let Some(library) = others {
        external::include(&mut tree, root.file(), library);
    }
    // Parts that were moved or included may be nested more deeply.
    let is_changed = is_converted || others.is_some();
    (!is_changed || limits::check(&tree, root, diagnostics)).then_some(tree)
}

/// Gives a tree the syntax of 3.0, removes what the standard forbids, and resolves every reference
/// to a component.
fn validate(mut tree: Node, root: &Location, diagnostics: &mut Diagnostics) -> Option<Node> {
    let version = grammar::version(&tree, root, diagnostics)?;
    openapi_3_1::convert(&mut tree, root, version, diagnostics);
    repair_parts(&mut tree, root, diagnostics);
    grammar::check(&mut tree, root, diagnostics).then_some(())?;
    let has_copies = references::resolve(&mut tree, root, diagnostics);
    // Copies of callbacks and path items may be nested more deeply.
    (!has_copies || limits::check(&tree, root, diagnostics)).then_some(tree)
}

/// Repairs each part, and checks its extensions, in one walk.
fn repair_parts(tree: &mut Node, root: &Location, diagnostics: &mut Diagnostics) {
    let _ = visit(tree, root, DOCUMENT, &mut |part, node, at| {
        repair::part(part, node, at, diagnostics);
        extensions::part(part, node, at, diagnostics);
        Retain::Keep
    });
}

/// Makes losses errors in documents with extensions of this generator, in their overlays, and in
/// everything that they may refer to: whoever wrote them can fix them.
fn deny_losses(
    sources: &Sources,
    library: &Library,
    referred: &BTreeSet<Arc<str>>,
    diagnostics: &mut Diagnostics,
) {
    let trees = library.iter();
    let ours = trees.filter(|(_, tree)| extensions::is_written_for_us(tree));
    let mut ours = ours.map(|(file, _)| file).peekable();
    let parts = referred.iter().filter(|_| ours.peek().is_some());
    parts.for_each(|file| diagnostics.deny_losses(file));
    for document in ours {
        diagnostics.deny_losses(document);
        overlays(sources, document).for_each(|(overlay, _)| diagnostics.deny_losses(overlay));
    }
}

/// Whether an earlier document has the same name, which is reported.
fn is_duplicate<'s>(
    source: &Source<'s>,
    files: &mut BTreeMap<&'s str, &'s Arc<str>>,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some(first) = files.get(source.name) else {
        files.insert(source.name, source.file);
        return false;
    };
    let also = vec![(Location::root(first), "the first".to_owned())];
    let problem = SyntaxProblem::SameName(source.name.to_owned());
    diagnostics.report_with(Location::root(source.file), problem, also);
    true
}
