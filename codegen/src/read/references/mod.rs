//! Every reference of a document: where it leads, and that it leads to a component afterwards.
//!
//! What leads nowhere is reported and taken out; a schema's place is left untyped. What leads
//! elsewhere in the document is made a component, because `openapiv3` knows references by name
//! only.

mod chain;
pub(crate) mod component_name;
mod cycle;
mod cycles;
pub(crate) mod dereference;
mod discriminator;
pub(crate) mod documents;
mod files;
mod hoist;
pub(crate) mod import;
mod inline;
mod labels;
mod pointer;
mod rename;
mod resolution;
mod room;
mod substitute;
mod to_component;

pub(crate) use to_component::{Fates, Found, gather, texts, to_component};

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, ReferenceProblem};
use crate::source::Location;

use self::documents::RESOLVED;
use self::resolution::{Fate, Search};
use super::grammar::DOCUMENT;
use super::grammar::table::{ComponentKind, Retain};
use super::grammar::visit::{Visited, visit, visit_anywhere};
use super::syntax::node::NodeKind;
use super::syntax::node::{Node, Object};
pub(crate) use chain::Chains;
pub(crate) use pointer::decode;
pub(crate) use substitute::substitute;

/// Resolves all references: each reads `#/components/<kind>/<name>` afterwards, and those to path
/// items and callbacks are replaced by copies.
pub(crate) fn resolve(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    rename::rename(root, at);
    let mut fates = Fates::new();
    let mut search = Search {
        suggestions: SUGGESTIONS,
        chains: Chains::default(),
    };
    let found = texts(root, DOCUMENT);
    let inlines = found.iter().any(|(kind, _)| inline::is_inlined(*kind));
    for (kind, text) in found {
        let fate = resolution::fate(root, kind, &text, &mut search);
        fates.insert((kind, text), fate);
    }
    // Most documents have no others, and nothing more is to be done.
    if fates.iter().all(is_right) {
        return;
    }
    let is_followed = |fate: &Fate| matches!(fate, Fate::Component(_) | Fate::Inside(_));
    let all_are_followed = fates.values().all(is_followed);
    if !all_are_followed {
        report_all(root, at, &fates, &mut search.chains, diagnostics);
    }
    hoist::hoist(root, at, &mut fates);
    if all_are_followed {
        visit_anywhere(root, DOCUMENT, &mut |part, node| {
            let _ = rewrite(part, node, &fates);
        });
    } else {
        let _ = visit(root, at, DOCUMENT, &mut |part, node, _| {
            rewrite(part, node, &fates)
        });
    }
    if inlines {
        inline::inline(root, at, diagnostics);
    }
}

/// Whether a reference reads as it shall, and leads to what can be a component.
fn is_right(((kind, text), fate): (&(ComponentKind, String), &Fate)) -> bool {
    let right = |name: &String| !inline::is_inlined(*kind) && *text == to_component(*kind, name);
    matches!(fate, Fate::Component(name) if right(name))
}

fn report_all(
    root: &mut Node,
    at: &Location,
    fates: &Fates,
    chains: &mut Chains,
    diagnostics: &mut Diagnostics,
) {
    let mut known_cycles = BTreeSet::new();
    cycle::among_components(root, at, chains, &mut known_cycles, diagnostics);
    for found in gather(root, at, DOCUMENT) {
        let Some(fate) = fates.get(&(found.kind, found.text.clone())) else {
            continue;
        };
        if *fate != Fate::Cycle || known_cycles.insert(found.text.clone()) {
            report(root, at, &found, fate, diagnostics);
        }
    }
}

/// For more references than this nobody is told what was meant.
const SUGGESTIONS: usize = 100;

fn report(root: &Node, at: &Location, found: &Found, fate: &Fate, diagnostics: &mut Diagnostics) {
    let reference = found.text.trim_start_matches(RESOLVED).to_owned();
    let problem = match fate {
        Fate::Component(_) | Fate::Inside(_) => return,
        Fate::Meant(name) => ReferenceProblem::Intended {
            reference,
            intended: to_component(found.kind, name),
        },
        Fate::Nowhere(similar) => ReferenceProblem::Unresolved {
            reference,
            similar: similar.clone(),
        },
        Fate::WrongKind => ReferenceProblem::WrongKind {
            reference,
            expected: found.kind.with_article(),
        },
        Fate::Cycle => ReferenceProblem::Cycle(reference),
        Fate::Outside(similar) => ReferenceProblem::External {
            reference,
            similar: similar.clone(),
        },
    };
    let also = labels::labels(root, at, (&found.text, &found.place), fate);
    diagnostics.report_with(found.place.clone(), problem, also);
}

fn rewrite(part: Visited, node: &mut Node, fates: &Fates) -> Retain {
    let Visited::Reference(kind) = part else {
        return Retain::Keep;
    };
    let text = node.get("$ref").and_then(Node::as_str).unwrap_or_default();
    match fates.get(&(kind, text.to_owned())) {
        Some(Fate::Component(name) | Fate::Meant(name)) => {
            let reference = to_component(kind, name);
            if let Some(text) = node.find_mut("/$ref") {
                text.kind = NodeKind::String(reference.into());
            }
            Retain::Keep
        }
        // Of what can't be a component; it is put in place afterwards.
        None | Some(Fate::Inside(_)) => Retain::Keep,
        Some(_) if kind == ComponentKind::Schema => {
            node.kind = NodeKind::Object(Object::default());
            Retain::Keep
        }
        Some(_) => Retain::Drop,
    }
}
