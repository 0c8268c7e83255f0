//! The documents among the sources, and the overlays of each.

use std::sync::Arc;

use crate::diagnostic::{Diagnostics, OverlayProblem};
use crate::source::{Location, Sources};

use super::overlay;
use super::syntax::node::Node;
use super::syntax::parse::parse;

/// A source that is a document.
pub(crate) struct Input<'s> {
    /// The file's name without folder and extension.
    pub(crate) name: &'s str,
    pub(crate) file: &'s Arc<str>,
    text: &'s str,
}

/// Lists the documents among the sources. An overlay without a document is reported.
pub(crate) fn documents<'s>(sources: &'s Sources, diagnostics: &mut Diagnostics) -> Vec<Input<'s>> {
    let texts = sources.iter().filter(|(file, _)| !is_overlay(file));
    let documents: Vec<Input<'s>> = texts
        .map(|(file, text)| Input {
            name: stem(file),
            file,
            text,
        })
        .collect();
    let overlays = sources.iter().filter(|(file, _)| is_overlay(file));
    for (overlay, _) in overlays {
        let mut documents = documents.iter();
        if !documents.any(|document| is_overlay_of(overlay, document.file)) {
            let problem = OverlayProblem::UnknownDocument(stem(overlay).to_owned());
            diagnostics.report(Location::root(overlay), problem);
        }
    }
    documents
}

/// Parses a document and applies its overlays. Returns `None` after a syntax error, which is
/// reported.
pub(crate) fn parse_with_overlays(
    sources: &Sources,
    document: &Input<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let mut tree = parse(document.file, document.text, diagnostics)?;
    let root = Location::root(document.file);
    for (file, text) in overlays(sources, document.file) {
        overlay::apply(&mut tree, &root, file, text, diagnostics);
    }
    Some(tree)
}

/// Returns the overlays of a document, each with its text.
pub(crate) fn overlays<'s>(
    sources: &'s Sources,
    document: &str,
) -> impl Iterator<Item = (&'s Arc<str>, &'s str)> {
    let path = document.rsplit_once('.').map_or(document, |(path, _)| path);
    ENDINGS
        .into_iter()
        .filter_map(move |ending| sources.find(&format!("{path}{ending}")))
}

/// What the names of overlays end with, in the order in which they are applied.
const ENDINGS: [&str; 3] = [".overlay.json", ".overlay.yaml", ".overlay.yml"];

/// Returns whether an overlay and a document have the same folder and the same name.
fn is_overlay_of(overlay: &str, document: &str) -> bool {
    let folder = |file: &str| file.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    stem(overlay) == stem(document) && folder(overlay) == folder(document)
}

fn is_overlay(file: &str) -> bool {
    ENDINGS.iter().any(|ending| file.ends_with(ending))
}

/// Returns a file's name without folder and extensions.
fn stem(file: &str) -> &str {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    name.strip_suffix(".overlay").unwrap_or(name)
}
