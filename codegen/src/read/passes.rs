//! The passes over a document, in their order.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, SyntaxProblem};
use crate::source::{Location, Sources};

use super::document::Document;
use super::document::origins::Origins;
use super::grammar::table::Retain;
use super::grammar::visit::visit;
use super::grammar::{self, DOCUMENT};
use super::input::{Input, documents, parse_with_overlays};
use super::inventory::{self, Item};
use super::references::documents::{Documents, Library};
use super::references::import::{self, Links};
use super::references::{self, dereference};
use super::syntax::limits;
use super::syntax::node::Node;
use super::versions::{self, swagger_2_0};
use super::{extensions, losses, repair, to_openapiv3};

/// Reads every document among the sources, in the order of their names.
///
/// A document that is neither JSON nor YAML is omitted. Every other fault is reported and removed
/// from its document, and the rest is read.
pub fn read(sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Document> {
    read_all(sources, None, diagnostics)
}

/// Reads every document, and lists the items that each contains before anything is removed from it.
pub fn read_with_inventory(
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> (Vec<Document>, Vec<Item>) {
    let mut items = Vec::new();
    let documents = read_all(sources, Some(&mut items), diagnostics);
    (documents, items)
}

/// Parses all sources, then runs the passes over each document.
fn read_all(
    sources: &Sources,
    mut items: Option<&mut Vec<Item>>,
    diagnostics: &mut Diagnostics,
) -> Vec<Document> {
    let inputs = documents(sources, diagnostics);
    let mut library = parse_all(sources, &inputs, diagnostics);
    let links = Links::of(&library);
    let no_others = Library::new();
    losses::deny(sources, &library, &links.referred, diagnostics);
    let mut files: BTreeMap<String, &Arc<str>> = BTreeMap::new();
    let mut read: BTreeMap<String, Document> = BTreeMap::new();
    // What is only referred to is no document of its own.
    for input in inputs.iter().filter(|it| !sources.is_referred(it.file)) {
        let Some(tree) = take_document(input, &mut library, &links) else {
            continue;
        };
        let name = unique_name(input, &mut files, diagnostics);
        let is_referring = links.referring.contains(input.file);
        let others = if is_referring { &library } else { &no_others };
        let documents = Documents::new(input.file, others);
        let items = items.as_deref_mut();
        if let Some(document) = read_document(input, tree, &documents, items, diagnostics) {
            read.insert(name.clone(), Document { name, ..document });
        }
    }
    read.into_values().collect()
}

/// Runs the passes over one document, which are listed here in their order. Returns `None` if
/// nothing is left of the document, which is reported.
fn read_document(
    input: &Input<'_>,
    mut tree: Node,
    documents: &Documents<'_>,
    items: Option<&mut Vec<Item>>,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let root = &Location::root(input.file);

    // The limits come first, because a location is as long as the keys that lead to it.
    limits::enforce(&mut tree, root, diagnostics);

    // One document with the structure of OpenAPI 3, which contains its targets in other documents.
    let has_imports = documents.resolve_all(&mut tree, input.file);
    dereference::document(&mut tree, root, documents, diagnostics);
    swagger_2_0::convert(&mut tree, root, diagnostics);
    if has_imports {
        import::import(&mut tree, documents, diagnostics);
    }
    references::substitute(&mut tree, root, diagnostics);
    repair::structure(&mut tree, root, diagnostics);
    limits::enforce(&mut tree, root, diagnostics);

    // From here on, nodes are removed.
    if let Some(items) = items {
        inventory::add(&tree, root, items);
    }

    // The syntax of OpenAPI 3.0.
    let version = grammar::version::detect(&mut tree, root, diagnostics)?;
    versions::convert(&mut tree, root, version, diagnostics);
    repair_objects(&mut tree, root, diagnostics);
    grammar::check(&mut tree, root, diagnostics).then_some(())?;

    // References by name alone. Copied path items and callbacks may be nested too deeply.
    references::resolve(&mut tree, root, diagnostics);
    limits::enforce(&mut tree, root, diagnostics);

    to_document(input, tree, root, diagnostics)
}

/// Converts a valid tree to the `openapiv3` value.
fn to_document(
    input: &Input<'_>,
    tree: Node,
    root: &Location,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let origins = Origins::of_tree(&tree, root);
    match to_openapiv3::convert(tree) {
        Ok((api, webhooks)) => Some(Document {
            name: input.name.to_owned(),
            file: Arc::clone(input.file),
            api,
            webhooks,
            origins,
        }),
        Err(reason) => {
            diagnostics.report(root.clone(), SyntaxProblem::RejectedByOpenapiv3(reason));
            None
        }
    }
}

/// Parses all documents. One with a syntax error is omitted.
fn parse_all(sources: &Sources, inputs: &[Input<'_>], diagnostics: &mut Diagnostics) -> Library {
    let mut library = Library::new();
    for input in inputs {
        if sources.is_referred(input.file) {
            diagnostics.allow_errors(input.file);
        }
        if let Some(tree) = parse_with_overlays(sources, input, diagnostics) {
            library.insert(Arc::clone(input.file), tree);
        }
    }
    library
}

/// Returns the tree of a document, which stays in the library if others refer to it. Returns `None`
/// if the file only contains components for other documents.
fn take_document(input: &Input<'_>, library: &mut Library, links: &Links) -> Option<Node> {
    if !links.referred.contains(input.file) {
        return library.remove(input.file);
    }
    let tree = library.get(input.file)?;
    (!import::is_part(tree)).then(|| tree.clone())
}

/// Returns the name of a document: that of its file. If an earlier document has it, which is
/// reported, the folder and the extension are added.
fn unique_name<'s>(
    input: &Input<'s>,
    files: &mut BTreeMap<String, &'s Arc<str>>,
    diagnostics: &mut Diagnostics,
) -> String {
    let mut name = input.name.to_owned();
    if let Some(first) = files.get(&name) {
        let also = vec![(Location::root(first), "the first".to_owned())];
        let longer = longer_names(input.file).find(|name| !files.contains_key(name));
        name = longer.unwrap_or_default();
        let problem = SyntaxProblem::DuplicateDocumentName(input.name.to_owned(), name.clone());
        diagnostics.report_with(Location::root(input.file), problem, also);
    }
    files.insert(name.clone(), input.file);
    name
}

/// `v2/orders.yaml` is `v2_orders`, or `v2_orders_yaml`, or has a number.
fn longer_names(file: &str) -> impl Iterator<Item = String> {
    let words = |path: &str| path.replace(['/', '.'], "_").trim_matches('_').to_owned();
    let path = file.rsplit_once('.').map_or(file, |(path, _)| path);
    let full = words(file);
    let numbered = (2..).map({
        let full = full.clone();
        move |number| format!("{full}_{number}")
    });
    [words(path), full].into_iter().chain(numbered)
}

/// Repairs each object and checks its extensions, in one walk.
fn repair_objects(tree: &mut Node, root: &Location, diagnostics: &mut Diagnostics) {
    let _ = visit(tree, root, DOCUMENT, &mut |visited, node, at| {
        repair::object(visited, node, at, diagnostics);
        extensions::check(visited, node, at, diagnostics);
        Retain::Keep
    });
}
