//! From sources to documents: the order of the steps, and which source is what.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, OverlayProblem, SyntaxProblem};
use crate::source::{Location, Sources};

use super::document::Document;
use super::document::origins::Origins;
use super::grammar::DOCUMENT;
use super::grammar::table::Verdict;
use super::grammar::visit::visit;
use super::inventory::Item;
use super::references::external;
use super::syntax::limits;
use super::syntax::node::Node;
use super::syntax::parse::parse;
use super::to_openapiv3::hold;
use super::versions::{openapi_3_1, swagger_2_0};
use super::{extensions, grammar, inventory, overlay, references, repair};

/// Reads every document among the sources, in the order of their names. One whose text is no JSON or YAML is left out;
/// whatever else is wrong with one is reported, taken out of it, and the rest goes on.
pub fn read(sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Document> {
    read_and(sources, diagnostics, &mut |_, _| {})
}

/// The same, and an inventory of what the documents say there is, before anything is taken out of them.
pub fn read_listed(sources: &Sources, diagnostics: &mut Diagnostics) -> (Vec<Document>, Vec<Item>) {
    let mut items = Vec::new();
    let documents = read_and(sources, diagnostics, &mut |tree, root| {
        inventory::add(tree, root, &mut items);
    });
    (documents, items)
}

fn read_and(
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    look: &mut dyn FnMut(&Node, &Location),
) -> Vec<Document> {
    let (all, mut library) = trees(sources, diagnostics);
    let links = external::Links::of(&library);
    deny_losses(sources, &library, &links.referred, diagnostics);
    let mut documents: BTreeMap<&str, Document> = BTreeMap::new();
    let mut files: BTreeMap<&str, &Arc<str>> = BTreeMap::new();
    for written in &all {
        let tree = match links.referred.contains(written.file) {
            true => library.get(written.file).cloned(),
            false => library.remove(written.file),
        };
        let is_part =
            |tree: &Node| links.referred.contains(written.file) && external::is_part(tree);
        let Some(tree) = tree.filter(|tree| !is_part(tree)) else {
            continue;
        };
        if is_second(written, &mut files, diagnostics) {
            continue;
        }
        let others = links.referring.contains(written.file).then_some(&library);
        let tree = whole(written.file, tree, others, diagnostics, look);
        if let Some(tree) = tree
            && let Some(document) = understand(written, tree, diagnostics)
        {
            documents.insert(written.name, document);
        }
    }
    documents.into_values().collect()
}

/// A document in the words of OpenAPI 3, with what it refers to in others, as `look` sees it.
fn whole(
    file: &Arc<str>,
    mut tree: Node,
    others: Option<&external::Library>,
    diagnostics: &mut Diagnostics,
    look: &mut dyn FnMut(&Node, &Location),
) -> Option<Node> {
    let root = Location::root(file);
    // Before anything keeps a place.
    if !limits::check(&tree, &root, diagnostics) {
        return None;
    }
    let was_swagger = swagger_2_0::rewrite(&mut tree, &root, diagnostics);
    repair::names(&mut tree, &root, diagnostics);
    if let Some(library) = others {
        external::bring(&mut tree, file, library);
    }
    // Operations may stand in other documents, and what a component is too.
    look(&tree, &root);
    // What was moved or brought may have made it deeper.
    let may_be_deeper = was_swagger || others.is_some();
    let is_held = !may_be_deeper || limits::check(&tree, &root, diagnostics);
    is_held.then_some(tree)
}

/// All sources with their trees, as far as they can be read.
fn trees<'s>(
    sources: &'s Sources,
    diagnostics: &mut Diagnostics,
) -> (Vec<Written<'s>>, external::Library) {
    let all = written(sources, diagnostics);
    let mut library = external::Library::new();
    for written in &all {
        if let Some(tree) = overlaid(sources, written, diagnostics) {
            library.insert(Arc::clone(written.file), tree);
        }
    }
    (all, library)
}

/// In documents that are written for this generator, with their overlays and with what any of them may refer to, whatever
/// is lost was meant: nothing is generated without it.
fn deny_losses(
    sources: &Sources,
    library: &external::Library,
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
        let overlays = sources.iter().map(|(file, _)| file);
        let overlays = overlays.filter(|file| is_overlay(file) && belongs(file, document));
        overlays.for_each(|overlay| diagnostics.deny_losses(overlay));
    }
}

/// Whether a document before it has the same name, which is reported.
fn is_second<'s>(
    written: &Written<'s>,
    files: &mut BTreeMap<&'s str, &'s Arc<str>>,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some(first) = files.get(written.name) else {
        files.insert(written.name, written.file);
        return false;
    };
    let also = vec![(Location::root(first), "the first".to_owned())];
    let problem = SyntaxProblem::SameName(written.name.to_owned());
    diagnostics.report_with(Location::root(written.file), problem, also);
    true
}

/// The source of a document.
pub(crate) struct Written<'s> {
    pub(crate) name: &'s str,
    pub(crate) file: &'s Arc<str>,
    text: &'s str,
}

/// The documents among the sources.
pub(crate) fn written<'s>(sources: &'s Sources, diagnostics: &mut Diagnostics) -> Vec<Written<'s>> {
    let texts = sources.iter().filter(|(file, _)| !is_overlay(file));
    let all: Vec<Written<'s>> = texts
        .map(|(file, text)| Written {
            name: stem(file),
            file,
            text,
        })
        .collect();
    let overlays = sources.iter().filter(|(file, _)| is_overlay(file));
    for (overlay, _) in overlays {
        if !all.iter().any(|written| belongs(overlay, written.file)) {
            let problem = OverlayProblem::NoDocument(stem(overlay).to_owned());
            diagnostics.report(Location::root(overlay), problem);
        }
    }
    all
}

/// A document's tree after its overlays.
pub(crate) fn overlaid(
    sources: &Sources,
    written: &Written<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let mut tree = parse(written.file, written.text, diagnostics)?;
    let root = Location::root(written.file);
    let overlays = sources.iter().filter(|(file, _)| is_overlay(file));
    for (file, text) in overlays.filter(|(file, _)| belongs(file, written.file)) {
        overlay::overlay(&mut tree, &root, file, text, diagnostics);
    }
    Some(tree)
}

fn understand(
    written: &Written<'_>,
    tree: Node,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let root = Location::root(written.file);
    let tree = mended(tree, &root, diagnostics)?;
    let origins = Origins::of_tree(&tree, &root);
    match hold(tree) {
        Ok((api, webhooks)) => Some(Document {
            name: written.name.to_owned(),
            file: Arc::clone(written.file),
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

/// The tree without what the standard forbids, in the words of 3.0, and with every reference leading to a component.
fn mended(mut tree: Node, root: &Location, diagnostics: &mut Diagnostics) -> Option<Node> {
    let version = grammar::version(&tree, root, diagnostics)?;
    openapi_3_1::rewrite(&mut tree, root, version, diagnostics);
    // One walk for both: each looks at a part by itself.
    let _ = visit(&mut tree, root, DOCUMENT, &mut |part, node, at| {
        repair::part(part, node, at, diagnostics);
        extensions::part(part, node, at, diagnostics);
        Verdict::Keep
    });
    if !grammar::check(&mut tree, root, diagnostics) {
        return None;
    }
    let is_other = references::references(&mut tree, root, diagnostics);
    // Copies of callbacks and path items may have made it deeper.
    let is_held = !is_other || limits::check(&tree, root, diagnostics);
    is_held.then_some(tree)
}

/// Whether an overlay is for a document: they stand side by side and have the same name.
fn belongs(overlay: &str, document: &str) -> bool {
    let folder = |file: &str| file.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    stem(overlay) == stem(document) && folder(overlay) == folder(document)
}

fn is_overlay(file: &str) -> bool {
    [".overlay.yaml", ".overlay.yml", ".overlay.json"]
        .iter()
        .any(|ending| file.ends_with(ending))
}

/// A file's name without folder and endings.
fn stem(file: &str) -> &str {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    name.strip_suffix(".overlay").unwrap_or(name)
}
