//! Replaces references where the specification allows none by their targets.
//!
//! Bundlers follow references everywhere, so documents that consist of many files have them in
//! place of operations, strings, examples, lists and whole maps.

mod find;
mod media_type;

use std::sync::Arc;

use crate::diagnostic::{Diagnostics, ReferenceProblem};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::{ComponentKind, Shape};
use crate::read::grammar::tables::path::OPERATION;
use crate::read::syntax::node::{Node, Object};
use crate::source::Location;

use self::find::{Place, find};
use super::copy_limit::{CopyLimit, size};
use super::documents::{Broken, Documents, RESOLVED, Target, lone_reference};

/// Replaces the references in a whole document.
pub(crate) fn document(
    tree: &mut Node,
    at: &Location,
    documents: &Documents<'_>,
    diagnostics: &mut Diagnostics,
) {
    let places = find(tree, DOCUMENT);
    if places.is_empty() {
        return;
    }
    let mut copies = CopyLimit::new(size(tree) + documents.size());
    let mut run = Dereference {
        documents,
        home: tree,
        copies: &mut copies,
        open: Vec::new(),
        diagnostics,
    };
    let replacements = run.all(tree, places, at);
    let _ = replace(tree, replacements, at);
}

/// Replaces the references in a part of another document.
pub(crate) fn part(
    part: &mut Node,
    (shape, at): (Shape, &Location),
    home: &Node,
    (documents, copies): (&Documents<'_>, &mut CopyLimit),
    diagnostics: &mut Diagnostics,
) {
    let places = find(part, shape);
    if places.is_empty() {
        return;
    }
    let mut run = Dereference {
        documents,
        home,
        copies,
        open: Vec::new(),
        diagnostics,
    };
    let replacements = run.all(part, places, at);
    let _ = replace(part, replacements, at);
}

struct Dereference<'r, 'l> {
    documents: &'r Documents<'l>,
    home: &'r Node,
    copies: &'r mut CopyLimit,
    /// The file and pointer of each target that is being copied, each inside of the one before.
    open: Vec<(Arc<str>, String)>,
    diagnostics: &'r mut Diagnostics,
}

/// The replacement of a reference.
enum Replacement {
    /// The reference is replaced by a node.
    By(Node),
    /// The reference is removed. The reason was reported.
    Nothing,
    /// The reference stays, because the inventory counts it. The reason was reported.
    Itself,
}

impl Dereference<'_, '_> {
    fn all(
        &mut self,
        part: &Node,
        places: Vec<Place>,
        at: &Location,
    ) -> Vec<(String, Replacement)> {
        let mut replacements = Vec::new();
        for place in places {
            let node = part.find(&place.pointer);
            if let Some(text) = node.and_then(lone_reference) {
                let at = part.origin_of(&place.pointer, at);
                let replacement = self.one(text, &place, &at);
                replacements.push((place.pointer, replacement));
            }
        }
        replacements
    }

    fn one(&mut self, text: &str, place: &Place, at: &Location) -> Replacement {
        let target = match self.documents.find(text, self.home) {
            Ok(target) => target,
            Err(broken) => return self.broken(broken, text, place, at),
        };
        if let Some(media_type) = media_type::of_schema(text, place.shape, &target, at) {
            self.warn_of_schema(text, &target, at);
            return Replacement::By(media_type);
        }
        if self
            .open
            .contains(&(Arc::clone(&target.file), target.pointer.clone()))
        {
            return self.broken(Broken::Cycle, text, place, at);
        }
        if self.copies.is_reached() {
            return Replacement::Nothing;
        }
        let at = at.child("$ref");
        self.copies.count(target.node, &at, self.diagnostics);
        let is_allowed = is_allowed(place, &target);
        let replacement = self.copy(target, place);
        let is_followed = matches!(&replacement, Replacement::By(it) if it.get("$ref").is_none());
        if is_followed && !is_allowed {
            let problem = ReferenceProblem::Unexpected;
            self.diagnostics.report(at.key(), problem);
        }
        replacement
    }

    /// Copies a target, and replaces the references in it.
    fn copy(&mut self, target: Target<'_>, place: &Place) -> Replacement {
        let mut copy = target.node.with_origin(&target.location);
        if target.file != *self.documents.home {
            let _ = self.documents.resolve_all(&mut copy, &target.file);
            refer_to_components(&mut copy, place.shape, &target);
        }
        self.open
            .push((Arc::clone(&target.file), target.pointer.clone()));
        let inner = self.all(&copy, find(&copy, place.shape), &target.location);
        self.open.pop();
        match replace(&mut copy, inner, &target.location) {
            true => Replacement::By(copy),
            false => Replacement::Nothing,
        }
    }

    fn broken(&mut self, broken: Broken, text: &str, place: &Place, at: &Location) -> Replacement {
        let reference = text.trim_start_matches(RESOLVED).to_owned();
        if place.is_data() && !names_a_file(text) {
            return Replacement::Itself;
        }
        // A reference to a path item is allowed, and `references::resolve` reports it.
        if matches!(place.shape, Shape::Component(ComponentKind::PathItem)) {
            return Replacement::Itself;
        }
        let problem = match broken {
            Broken::Document => ReferenceProblem::External {
                reference,
                similar: None,
            },
            Broken::Fragment => ReferenceProblem::Unresolved {
                reference,
                similar: None,
            },
            Broken::Cycle => ReferenceProblem::Cycle(reference),
        };
        self.diagnostics.report(at.child("$ref"), problem);
        match place.shape {
            Shape::Object(table) if table.name == OPERATION.name => Replacement::Itself,
            _ => Replacement::Nothing,
        }
    }

    fn warn_of_schema(&mut self, text: &str, target: &Target<'_>, at: &Location) {
        let problem = ReferenceProblem::Substituted {
            reference: text.trim_start_matches(RESOLVED).to_owned(),
            expected: "a media type",
            found: ComponentKind::Schema.with_article(),
            used: None,
        };
        let also = vec![(target.location.key(), "found a schema here".to_owned())];
        self.diagnostics
            .report_with(at.child("$ref"), problem, also);
    }
}

/// Returns whether some version of the specification allows the reference.
// OAS 3.2.0, Components Object: "mediaTypes".
fn is_allowed(place: &Place, target: &Target<'_>) -> bool {
    matches!(place.shape, Shape::Component(ComponentKind::PathItem))
        || target.pointer.starts_with("/components/mediaTypes/")
}

/// Returns whether a reference in data is one to a file. Data may be a JSON Schema with references
/// of its own, so no other reference is certain to be one.
fn names_a_file(text: &str) -> bool {
    let address = text.split('#').next().unwrap_or_default();
    let endings = [".json", ".yaml", ".yml"];
    !address.contains("://") && endings.iter().any(|ending| address.ends_with(ending))
}

/// Applies the replacements, and returns whether anything is left of the part.
fn replace(part: &mut Node, replacements: Vec<(String, Replacement)>, at: &Location) -> bool {
    // In reverse order, because removing an item shifts the items after it.
    for (pointer, replacement) in replacements.into_iter().rev() {
        match replacement {
            Replacement::By(node) => {
                if let Some(place) = part.find_mut(&pointer) {
                    *place = node;
                }
            }
            Replacement::Nothing => {
                let Some((parent, step)) = pointer.rsplit_once('/') else {
                    return false;
                };
                let step = step.replace("~1", "/").replace("~0", "~");
                let at = part.origin_of(parent, at);
                if let Some(parent) = part.find_mut(parent) {
                    parent.remove(&step, &at);
                }
            }
            Replacement::Itself => {}
        }
    }
    true
}

/// Replaces the components in a copied map of components by references: then a reference to one of
/// them from elsewhere refers to the same component.
fn refer_to_components(copy: &mut Node, shape: Shape, target: &Target<'_>) {
    let Some(object) = copy.as_object_mut() else {
        return;
    };
    let (at, written) = (
        Location::new(&target.file, &target.pointer),
        &target.location,
    );
    match shape {
        Shape::ComponentMap(_) => refer_to_each(object, &at, written),
        Shape::Object(table) if table.name == "Components Object" => {
            for (key, all) in object.members.iter_mut() {
                let written = all.location(written, key);
                let is_map = table.field(key).is_some();
                if let Some(all) = all.as_object_mut().filter(|_| is_map) {
                    refer_to_each(all, &at.child(key), &written);
                }
            }
        }
        _ => {}
    }
}

/// Replaces the components of a map at a location by references to them.
fn refer_to_each(components: &mut Object, at: &Location, written: &Location) {
    for (name, component) in components.members.iter_mut() {
        if component.as_object().is_some() && component.get("$ref").is_none() {
            let text = format!("{RESOLVED}{}#{}", at.file(), at.child(name).pointer());
            let mut reference = Node::empty_object();
            reference.add("$ref", Node::string(&text));
            *component = reference.with_origin(&component.location(written, name));
        }
    }
}
