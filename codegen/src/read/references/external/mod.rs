//! References to other documents: what they lead to becomes a component of the document that refers to it.

mod address;
mod extending;
mod missing;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::source::Location;

use self::address::resolve;
use self::extending::{DISCRIMINATOR, extending, targets, targets_mut};
use super::component_name::place_name;
use super::{decode, to_component};
use crate::read::grammar::DOCUMENT;
use crate::read::grammar::table::ComponentKind;
use crate::read::grammar::visit::{Visited, visit_anywhere};
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{EcoString, Node, Object};
pub use missing::{Missing, missing};

/// The trees of all sources, by file.
pub(crate) type Library = BTreeMap<Arc<str>, Node>;

/// Where the schemas of a document stand.
const SCHEMAS: &str = "/components/schemas";

/// Stands before a reference whose file is known. No file's name holds it.
const KNOWN: char = '\u{1}';

/// Which files have to do with each other.
#[derive(Default)]
pub(crate) struct Links {
    /// Those that others refer to.
    pub(crate) referred: BTreeSet<Arc<str>>,
    /// Those that name files, be it themselves.
    pub(crate) referring: BTreeSet<Arc<str>>,
}

impl Links {
    /// Those among all sources.
    pub(crate) fn of(library: &Library) -> Self {
        let files: Vec<&str> = library.keys().map(|file| &**file).collect();
        let mut links = Self::default();
        for (base, tree) in library {
            each_reference(tree, &mut |text| {
                if !text.starts_with('#')
                    && let Some((file, _)) = resolve(base, text, &files)
                {
                    links.referring.insert(Arc::clone(base));
                    links
                        .referred
                        .extend((*file != **base).then(|| Arc::from(file)));
                }
            });
        }
        links
    }
}

/// Whether a file that others refer to describes no operations: then it is a part of documents, and no document.
pub(crate) fn is_part(tree: &Node) -> bool {
    !["paths", "webhooks"].iter().any(|key| {
        let part = tree.get(key).and_then(Node::as_object);
        part.is_some_and(|part| !part.members.is_empty())
    })
}

/// Shows the text of every reference, those of a discriminator's mapping too.
pub(crate) fn each_reference(node: &Node, see: &mut dyn FnMut(&str)) {
    match &node.kind {
        NodeKind::Object(object) => {
            for (key, member) in object.members.iter() {
                match member.as_str() {
                    Some(text) if key == "$ref" => see(text),
                    None if key == DISCRIMINATOR => targets(member).for_each(&mut *see),
                    _ => each_reference(member, see),
                }
            }
        }
        NodeKind::Array(list) => list.iter().for_each(|item| each_reference(item, see)),
        _ => {}
    }
}

/// Brings what a document refers to in others among its components, with all that is referred to there. A document that names
/// itself is one that does.
pub(crate) fn include(tree: &mut Node, file: &Arc<str>, library: &Library) {
    let files: BTreeSet<&str> = library.keys().chain([file]).map(|file| &**file).collect();
    let files: Vec<&str> = files.into_iter().collect();
    let mut bringing = Bringing {
        home: file,
        library,
        files,
        names: BTreeMap::new(),
        extending: BTreeSet::new(),
    };
    bringing.address(tree, file);
    // What is brought refers to more; each target is brought once, so this ends.
    while bringing.step(tree) {}
}

struct Bringing<'l> {
    home: &'l Arc<str>,
    library: &'l Library,
    files: Vec<&'l str>,
    /// The component that stands for a reference of a kind.
    names: BTreeMap<(ComponentKind, String), Option<String>>,
    /// References to schemas that extend one that was brought.
    extending: BTreeSet<(ComponentKind, String)>,
}

impl Bringing<'_> {
    /// Lets each reference say which file it leads to, as that depends on where it was written.
    fn address(&self, node: &mut Node, base: &str) {
        match &mut node.kind {
            NodeKind::Object(object) => {
                for (key, member) in object.members.iter_mut() {
                    match &mut member.kind {
                        NodeKind::String(text) if key == "$ref" => self.address_one(text, base),
                        NodeKind::Object(_) if key == DISCRIMINATOR => {
                            targets_mut(member).for_each(|text| self.address_target(text, base));
                        }
                        _ => self.address(member, base),
                    }
                }
            }
            NodeKind::Array(list) => list.iter_mut().for_each(|item| self.address(item, base)),
            _ => {}
        }
    }

    fn address_one(&self, text: &mut EcoString, base: &str) {
        let Some((file, fragment)) = resolve(base, text, &self.files) else {
            return;
        };
        *text = match file == &**self.home {
            true => format!("#{fragment}").into(),
            false => format!("{KNOWN}{file}#{fragment}").into(),
        };
    }

    /// A mapping may name a schema instead, which is one of the same document.
    fn address_target(&self, text: &mut EcoString, base: &str) {
        let pointer = || Location::new(&base.into(), SCHEMAS).child(text.as_str());
        let source = self.library.get(base).filter(|_| base != &**self.home);
        match source.and_then(|source| Some((source.find(pointer().pointer())?, pointer()))) {
            Some((_, at)) => *text = format!("{KNOWN}{base}#{}", at.pointer()).into(),
            None => self.address_one(text, base),
        }
    }

    /// Brings what is referred to now; whether there was anything.
    fn step(&mut self, tree: &mut Node) -> bool {
        let mut wanted = std::mem::take(&mut self.extending);
        each_known(tree, &mut |kind, text| {
            wanted.insert((kind, text.to_string()));
        });
        for key in &wanted {
            if !self.names.contains_key(key) {
                let name = self.insert(tree, key.0, &key.1);
                self.names.insert(key.clone(), name);
            }
        }
        each_known(tree, &mut |kind, text| {
            match self.names.get(&(kind, text.to_string())) {
                Some(Some(name)) => *text = to_component(kind, name).into(),
                Some(None) => *text = text.trim_start_matches(KNOWN).into(),
                // It came with what was brought just now: the next step's.
                None => {}
            }
        });
        !wanted.is_empty()
    }

    /// Returns the component's name; `None` where the reference leads nowhere.
    fn insert(&mut self, tree: &mut Node, kind: ComponentKind, text: &str) -> Option<String> {
        let (file, fragment) = text.trim_start_matches(KNOWN).split_once('#')?;
        let (file, source) = self.library.get_key_value(file)?;
        let pointer = decode(fragment);
        let at = source.origin_of(&pointer, &Location::root(file));
        let mut target = source.find(&pointer)?.with_origin(&at);
        self.address(&mut target, file);
        if kind == ComponentKind::Schema {
            let all = extending(file, source, &pointer).into_iter();
            let all = all.map(|pointer| (kind, format!("{KNOWN}{file}#{pointer}")));
            self.extending.extend(all);
        }
        let empty = || Node::from(NodeKind::Object(Object::default()));
        let components = tree
            .as_object_mut()?
            .members
            .or_insert("components", empty());
        let components = components.as_object_mut()?;
        let components = components.members.or_insert(kind.key(), empty());
        let components = components.as_object_mut()?;
        if let Some((name, alias)) = alias(components, text) {
            *alias = target;
            return Some(name);
        }
        let name = name(file, &pointer);
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut names = std::iter::once(name.clone()).chain(numbered);
        let name = names.find(|name| !components.members.contains_key(name))?;
        components.members.insert(name.clone(), target);
        Some(name)
    }
}

/// The component that is nothing but that reference: what is brought takes its place, under the name that the document gives it.
fn alias<'n>(components: &'n mut Object, text: &str) -> Option<(String, &'n mut Node)> {
    let is_alias = |node: &Node| {
        let is_alone = node.as_object().is_some_and(|it| it.members.len() == 1);
        is_alone && node.get("$ref").and_then(Node::as_str) == Some(text)
    };
    let mut members = components.members.iter_mut();
    let (name, node) = members.find(|(_, node)| is_alias(node))?;
    Some((name.to_owned(), node))
}

/// Shows the text of every reference whose file is known.
fn each_known(tree: &mut Node, see: &mut dyn FnMut(ComponentKind, &mut EcoString)) {
    visit_anywhere(tree, DOCUMENT, &mut |part, node| {
        let mut known = |kind, text: &mut EcoString| {
            if text.starts_with(KNOWN) {
                see(kind, text);
            }
        };
        match part {
            Visited::Reference(kind) => {
                if let Some(NodeKind::String(text)) = node.find_mut("/$ref").map(|it| &mut it.kind)
                {
                    known(kind, text);
                }
            }
            Visited::Object(table) if table.name == "Discriminator Object" => {
                targets_mut(node).for_each(|text| known(ComponentKind::Schema, text));
            }
            _ => {}
        }
    });
}

/// `common.yaml#/components/schemas/Error` is `common_Error`, and `schemas/pet.yaml` is `pet`.
fn name(file: &str, pointer: &str) -> String {
    let base = file.rsplit_once('/').map_or(file, |(_, base)| base);
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    let stem = crate::read::references::component_name::word(stem);
    match place_name(pointer) {
        inside if inside.is_empty() => stem,
        inside => format!("{stem}_{inside}"),
    }
}
