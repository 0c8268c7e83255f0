//! Resolves the references of a document, so that each refers to a component by name, the only kind
//! of reference that `openapiv3` supports.
//!
//! Targets elsewhere in the document become components. References without a target are reported
//! and removed; a schema in their place is untyped.

mod chain;
mod collect;
mod copy_limit;
mod cycles;
pub(crate) mod dereference;
mod discriminator;
pub(crate) mod documents;
mod files;
pub(crate) mod import;
mod labels;
mod pointer;
mod resolution;
mod rewrite;

pub(crate) use collect::{Found, collect, component_reference, texts};

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, ReferenceProblem};
use crate::source::Location;

use self::documents::RESOLVED;
use self::resolution::{Resolution, Resolutions, Search};
use self::rewrite::{hoist, inline, rename};
use super::grammar::DOCUMENT;
use super::grammar::table::{ComponentKind, Retain};
use super::grammar::visit::{Visited, visit, visit_anywhere};
use super::syntax::node::NodeKind;
use super::syntax::node::{Node, Object};
pub(crate) use chain::Chains;
pub(crate) use pointer::decode;
pub(crate) use rewrite::{component_name, substitute};

/// Resolves all references: each reads `#/components/<kind>/<name>` afterwards, and those to path
/// items and callbacks are replaced by copies.
pub(crate) fn resolve(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    rename::rename(root, at);
    let mut resolutions = Resolutions::new();
    let mut search = Search {
        suggestions: SUGGESTIONS,
        chains: Chains::default(),
    };
    let found = texts(root, DOCUMENT);
    let has_inlined = found.iter().any(|(kind, _)| inline::is_inlined(*kind));
    for (kind, text) in found {
        let resolution = resolution::resolve(root, kind, &text, &mut search);
        resolutions.insert((kind, text), resolution);
    }
    if resolutions.iter().all(is_final) {
        return;
    }
    let is_resolved =
        |it: &Resolution| matches!(it, Resolution::Component(_) | Resolution::Pointer(_));
    let are_all_resolved = resolutions.values().all(is_resolved);
    if !are_all_resolved {
        report_all(root, at, &resolutions, &mut search.chains, diagnostics);
    }
    hoist::hoist(root, at, &mut resolutions);
    if are_all_resolved {
        visit_anywhere(root, DOCUMENT, &mut |visited, node| {
            let _ = rewrite(visited, node, &resolutions);
        });
    } else {
        let _ = visit(root, at, DOCUMENT, &mut |visited, node, _| {
            rewrite(visited, node, &resolutions)
        });
    }
    if has_inlined {
        inline::inline(root, at, diagnostics);
    }
}

/// Returns whether a reference needs no change: it refers to a component by name.
fn is_final(((kind, text), resolution): (&(ComponentKind, String), &Resolution)) -> bool {
    let is_by_name =
        |name: &String| !inline::is_inlined(*kind) && *text == component_reference(*kind, name);
    matches!(resolution, Resolution::Component(name) if is_by_name(name))
}

/// Reports every reference that has no target.
fn report_all(
    root: &mut Node,
    at: &Location,
    resolutions: &Resolutions,
    chains: &mut Chains,
    diagnostics: &mut Diagnostics,
) {
    let mut known_cycles = BTreeSet::new();
    cycles::components::report(root, at, chains, &mut known_cycles, diagnostics);
    for found in collect(root, at, DOCUMENT) {
        let Some(resolution) = resolutions.get(&(found.kind, found.text.clone())) else {
            continue;
        };
        if *resolution != Resolution::Cycle || known_cycles.insert(found.text.clone()) {
            report(root, at, &found, resolution, diagnostics);
        }
    }
}

/// The number of references for which similar names are searched, which is slow.
const SUGGESTIONS: usize = 100;

/// Reports a reference that has no target.
fn report(
    root: &Node,
    at: &Location,
    found: &Found,
    resolution: &Resolution,
    diagnostics: &mut Diagnostics,
) {
    let reference = found.text.trim_start_matches(RESOLVED).to_owned();
    let problem = match resolution {
        Resolution::Component(_) | Resolution::Pointer(_) => return,
        Resolution::Intended(name) => ReferenceProblem::Intended {
            reference,
            intended: component_reference(found.kind, name),
        },
        Resolution::Unresolved(similar) => ReferenceProblem::Unresolved {
            reference,
            similar: similar.clone(),
        },
        Resolution::WrongKind => ReferenceProblem::WrongKind {
            reference,
            expected: found.kind.with_article(),
        },
        Resolution::Cycle => ReferenceProblem::Cycle(reference),
        Resolution::External(similar) => ReferenceProblem::External {
            reference,
            similar: similar.clone(),
        },
    };
    let also = labels::labels(root, at, (&found.text, &found.place), resolution);
    diagnostics.report_with(found.place.clone(), problem, also);
}

/// Replaces a reference by its resolution.
fn rewrite(visited: Visited, node: &mut Node, resolutions: &Resolutions) -> Retain {
    let Visited::Reference(kind) = visited else {
        return Retain::Keep;
    };
    let text = node.get("$ref").and_then(Node::as_str).unwrap_or_default();
    match resolutions.get(&(kind, text.to_owned())) {
        Some(Resolution::Component(name) | Resolution::Intended(name)) => {
            let reference = component_reference(kind, name);
            if let Some(text) = node.find_mut("/$ref") {
                text.kind = NodeKind::String(reference.into());
            }
            Retain::Keep
        }
        // Path items and callbacks can't be components; `inline` replaces the reference later.
        None | Some(Resolution::Pointer(_)) => Retain::Keep,
        Some(_) if kind == ComponentKind::Schema => {
            node.kind = NodeKind::Object(Object::default());
            Retain::Keep
        }
        Some(_) => Retain::Drop,
    }
}
