//! References to other documents: the target becomes a component of the document that refers to it.

mod links;
mod missing;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostics;
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::{ComponentKind, Shape};
use crate::read::grammar::visit::{Visited, visit_anywhere};
use crate::read::syntax::node::{EcoString, Node, NodeKind};

use super::component_name::{place_name, word};
use super::component_reference;
use super::copy_limit::CopyLimit;
use super::dereference;
use super::discriminator::{subtypes, targets_mut};
use super::documents::{Documents, RESOLVED, Target, is_extension, lone_reference};
pub(crate) use links::{Links, is_part};
pub use missing::{Missing, missing};

/// A reference to another document: what is expected there, and its resolved text.
type Reference = (ComponentKind, String);

/// Imports the targets in other documents, and the targets of references inside of them, as
/// components. `Documents::resolve_all` has resolved the references of the document.
pub(crate) fn import(tree: &mut Node, documents: &Documents<'_>, diagnostics: &mut Diagnostics) {
    let mut import = Import {
        documents,
        aliases: aliases(tree, documents),
        texts: BTreeMap::new(),
        subtypes: BTreeSet::new(),
        copies: CopyLimit::new(documents.size()),
        diagnostics,
    };
    let mut wanted = references(tree, DOCUMENT);
    // Imported components contain more references; each target is imported once, so this ends.
    while !wanted.is_empty() {
        let mut inside = BTreeSet::new();
        for reference in wanted {
            if !import.texts.contains_key(&reference) {
                let text = import.component(tree, &reference, &mut inside);
                import.texts.insert(reference, text);
            }
        }
        inside.append(&mut import.subtypes);
        wanted = inside;
    }
    rewrite(tree, &import.texts);
}

struct Import<'r, 'l> {
    documents: &'r Documents<'l>,
    /// The components of the document that only consist of a reference, by that reference.
    aliases: BTreeMap<Reference, String>,
    /// The new text of each reference, or `None` if it has no target.
    texts: BTreeMap<Reference, Option<String>>,
    /// References to subtypes of imported schemas.
    subtypes: BTreeSet<Reference>,
    copies: CopyLimit,
    diagnostics: &'r mut Diagnostics,
}

impl Import<'_, '_> {
    /// Imports the target of a reference. Returns the new text of the reference, and adds the
    /// references inside of the component to `inside`.
    fn component(
        &mut self,
        tree: &mut Node,
        (kind, text): &Reference,
        inside: &mut BTreeSet<Reference>,
    ) -> Option<String> {
        let target = self.documents.find_end(text, tree).ok()?;
        if target.file == *self.documents.home && !is_extension(&target.pointer) {
            return Some(format!("#{}", target.pointer));
        }
        // A component of another document is of its own kind, whatever kind is expected.
        let kind = kind_at(&target.pointer).unwrap_or(*kind);
        let end = (kind, target.text());
        if let Some(known) = self.texts.get(&end) {
            return known.clone();
        }
        if kind == ComponentKind::Schema {
            self.add_subtypes(&target);
        }
        let mut part = self.copy(&target, kind, tree);
        inside.append(&mut references(&mut part, Shape::Component(kind)));
        let name = name(&target.file, &target.pointer);
        let name = self.add(tree, &end, part, &name)?;
        let text = component_reference(kind, &name);
        self.texts.insert(end, Some(text.clone()));
        Some(text)
    }

    /// Adds the subtypes of a schema, which are imported too.
    fn add_subtypes(&mut self, target: &Target<'_>) {
        if let Some(source) = self.documents.other(&target.file) {
            let all = subtypes(&target.file, source, &target.pointer).into_iter();
            let text = |pointer| format!("{RESOLVED}{}#{pointer}", target.file);
            let all = all.map(|pointer| (ComponentKind::Schema, text(pointer)));
            self.subtypes.extend(all);
        }
    }

    /// Copies a target, and dereferences the copy.
    fn copy(&mut self, target: &Target<'_>, kind: ComponentKind, home: &Node) -> Node {
        let mut part = target.node.with_origin(&target.location);
        let _ = self.documents.resolve_all(&mut part, &target.file);
        let at = (Shape::Component(kind), &target.location);
        let documents = (self.documents, &mut self.copies);
        dereference::part(&mut part, at, home, documents, self.diagnostics);
        part
    }

    /// Adds a component to the document. It replaces a component that only consists of a reference
    /// to it; otherwise it gets a name of its own.
    fn add(&self, tree: &mut Node, end: &Reference, part: Node, name: &str) -> Option<String> {
        let components = member(member(tree, "components")?, end.0.key())?;
        let components = &mut components.as_object_mut()?.members;
        if let Some(alias) = self.aliases.get(end) {
            components.insert(alias.as_str(), part);
            return Some(alias.clone());
        }
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        let name = names.find(|name| !components.contains_key(name))?;
        components.insert(name.clone(), part);
        Some(name)
    }
}

/// Returns the member of an object, which is added if it isn't there.
fn member<'n>(node: &'n mut Node, key: &str) -> Option<&'n mut Node> {
    let object = node.as_object_mut()?;
    Some(object.members.or_insert(key, Node::empty_object()))
}

/// Returns the kind of the component at a pointer.
fn kind_at(pointer: &str) -> Option<ComponentKind> {
    let (key, name) = pointer.strip_prefix("/components/")?.split_once('/')?;
    let kind = ComponentKind::ALL
        .into_iter()
        .find(|kind| kind.key() == key);
    kind.filter(|_| !name.contains('/'))
}

/// Finds the components that only consist of a reference to another document.
fn aliases(tree: &Node, documents: &Documents<'_>) -> BTreeMap<Reference, String> {
    let mut aliases = BTreeMap::new();
    for kind in ComponentKind::ALL {
        let components = tree.get("components").and_then(|all| all.get(kind.key()));
        let components = components.and_then(Node::as_object).into_iter();
        for (name, component) in components.flat_map(|it| it.members.iter()) {
            let text = lone_reference(component).filter(|text| text.starts_with(RESOLVED));
            if let Some(Ok(target)) = text.map(|text| documents.find_end(text, tree)) {
                aliases
                    .entry((kind, target.text()))
                    .or_insert_with(|| name.to_owned());
            }
        }
    }
    aliases
}

/// Finds the references to other documents.
fn references(part: &mut Node, shape: Shape) -> BTreeSet<Reference> {
    let mut found = BTreeSet::new();
    each_resolved(part, shape, &mut |kind, text| {
        found.insert((kind, text.to_string()));
    });
    found
}

/// Rewrites the references to other documents.
fn rewrite(tree: &mut Node, texts: &BTreeMap<Reference, Option<String>>) {
    each_resolved(tree, DOCUMENT, &mut |kind, text| {
        if let Some(Some(resolved)) = texts.get(&(kind, text.to_string())) {
            *text = resolved.into();
        }
    });
    if texts.values().any(Option::is_none) {
        // The target of a mapping that is left is reported as it was written.
        visit_anywhere(tree, DOCUMENT, &mut |part, node| {
            if matches!(part, Visited::Object(table) if table.name == DISCRIMINATOR_OBJECT) {
                targets_mut(node).for_each(|text| *text = text.trim_start_matches(RESOLVED).into());
            }
        });
    }
}

const DISCRIMINATOR_OBJECT: &str = "Discriminator Object";

/// Calls `see` with the text of every reference to another document.
fn each_resolved(
    part: &mut Node,
    shape: Shape,
    see: &mut dyn FnMut(ComponentKind, &mut EcoString),
) {
    visit_anywhere(part, shape, &mut |part, node| {
        let mut resolved = |kind, text: &mut EcoString| {
            if text.starts_with(RESOLVED) {
                see(kind, text);
            }
        };
        match part {
            Visited::Reference(kind) => {
                let text = node.find_mut("/$ref").map(|it| &mut it.kind);
                if let Some(NodeKind::String(text)) = text {
                    resolved(kind, text);
                }
            }
            Visited::Object(table) if table.name == DISCRIMINATOR_OBJECT => {
                targets_mut(node).for_each(|text| resolved(ComponentKind::Schema, text));
            }
            _ => {}
        }
    });
}

/// Returns the name of a component: `common.yaml#/components/schemas/Error` is `common_Error`, and
/// `schemas/pet.yaml` is `pet`.
fn name(file: &str, pointer: &str) -> String {
    let base = file.rsplit_once('/').map_or(file, |(_, base)| base);
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    let stem = word(stem);
    match place_name(pointer) {
        inside if inside.is_empty() => stem,
        inside => format!("{stem}_{inside}"),
    }
}
