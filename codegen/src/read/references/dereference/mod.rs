//! References where the standard allows none: their target is put in their place.
//!
//! Bundlers follow a reference wherever a value may stand, so documents that are written as many
//! files have them everywhere: operations, texts, examples, lists and whole maps.

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
use super::documents::{Broken, Documents, RESOLVED, Target, lone_reference};
use super::room::{Room, size};

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
    let mut room = Room::beside(size(tree) + documents.size());
    let mut run = Dereference {
        documents,
        home: tree,
        room: &mut room,
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
    (documents, room): (&Documents<'_>, &mut Room),
    diagnostics: &mut Diagnostics,
) {
    let places = find(part, shape);
    if places.is_empty() {
        return;
    }
    let mut run = Dereference {
        documents,
        home,
        room,
        open: Vec::new(),
        diagnostics,
    };
    let replacements = run.all(part, places, at);
    let _ = replace(part, replacements, at);
}

struct Dereference<'r, 'l> {
    documents: &'r Documents<'l>,
    home: &'r Node,
    room: &'r mut Room,
    /// The targets that are being put in place, each inside the one before: file and pointer.
    open: Vec<(Arc<str>, String)>,
    diagnostics: &'r mut Diagnostics,
}

/// What becomes of the reference at a pointer.
enum Replacement {
    /// It is replaced.
    By(Node),
    /// It is removed; why was reported.
    Nothing,
    /// It stays, for whoever counts what is missing; why was reported.
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
        if self.room.is_full() {
            return Replacement::Nothing;
        }
        let at = at.child("$ref");
        self.room.take(target.node, &at, self.diagnostics);
        let is_allowed = is_allowed(place, &target);
        let replacement = self.put(target, place);
        let is_followed = matches!(&replacement, Replacement::By(it) if it.get("$ref").is_none());
        if is_followed && !is_allowed {
            let problem = ReferenceProblem::Unexpected;
            self.diagnostics.report(at.key(), problem);
        }
        replacement
    }

    /// Copies a target, and replaces the references in it.
    fn put(&mut self, target: Target<'_>, place: &Place) -> Replacement {
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
        // A path item that is a reference may stay one; what it leads to is looked for again.
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

/// Whether some version of the standard allows the reference.
// OAS 3.2.0, Components Object: "mediaTypes".
fn is_allowed(place: &Place, target: &Target<'_>) -> bool {
    matches!(place.shape, Shape::Component(ComponentKind::PathItem))
        || target.pointer.starts_with("/components/mediaTypes/")
}

/// In data, which may be a JSON Schema with references of its own, only one to a file is certain to
/// be one.
fn names_a_file(text: &str) -> bool {
    let address = text.split('#').next().unwrap_or_default();
    let endings = [".json", ".yaml", ".yml"];
    !address.contains("://") && endings.iter().any(|ending| address.ends_with(ending))
}

/// Whether anything is left of a part after its replacements.
fn replace(part: &mut Node, replacements: Vec<(String, Replacement)>, at: &Location) -> bool {
    // Backwards: what is removed from a list shifts what is behind it.
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

/// Components of another document that are put in place as a map are referred to instead: then a
/// reference to one of them from elsewhere means the same component.
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
