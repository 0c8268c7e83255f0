//! The documents that references may refer to, and the search for their targets.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::read::syntax::node::{EcoString, Node, NodeKind};
use crate::source::{Location, Step as _};

use super::copy_limit::size;
use super::decode;
use super::discriminator::{DISCRIMINATOR, targets_mut};
use super::files::Files;

/// The trees of all sources, by file.
pub(crate) type Library = BTreeMap<Arc<str>, Node>;

/// The pointer to the schemas of a document.
const SCHEMAS: &str = "/components/schemas";

/// The prefix of a resolved reference, which has the name of a source as its file. No name contains
/// it.
pub(crate) const RESOLVED: char = '\u{1}';

/// The start of a reference to an extension of the same document. The specification doesn't define
/// its kind, so it is imported as the expected kind.
const EXTENSION: &str = "#/x-";

/// Returns whether the pointer in a fragment leads into an extension of the document.
pub(crate) fn is_extension(fragment: &str) -> bool {
    fragment.starts_with("/x-")
}

/// A longer chain of references is treated as a cycle.
const LONGEST_CHAIN: usize = 1_000;

/// The document that is read, and the others that it may refer to.
pub(crate) struct Documents<'l> {
    pub(crate) home: &'l Arc<str>,
    library: &'l Library,
    files: Files<'l>,
}

/// The target of a reference.
#[derive(Clone)]
pub(crate) struct Target<'n> {
    pub(crate) node: &'n Node,
    /// Its original location.
    pub(crate) location: Location,
    pub(crate) file: Arc<str>,
    pub(crate) pointer: String,
}

/// The reason why a reference has no target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// Its document was not given.
    Document,
    /// Its document doesn't contain the fragment.
    Fragment,
    /// It is part of a cycle.
    Cycle,
}

impl<'l> Documents<'l> {
    pub(crate) fn new(home: &'l Arc<str>, library: &'l Library) -> Self {
        let names = library.keys().chain([home]).map(|file| &**file);
        Self {
            home,
            library,
            files: Files::new(names),
        }
    }

    /// Resolves each reference to the name of its file, because a relative one depends on its
    /// document. Returns whether the target of any of them must be imported.
    pub(crate) fn resolve_all(&self, node: &mut Node, base: &str) -> bool {
        match &mut node.kind {
            NodeKind::Object(object) => {
                let members = object.members.iter_mut();
                members.fold(false, |is_any, (key, member)| match &mut member.kind {
                    NodeKind::String(text) if key == "$ref" => self.resolve(text, base) | is_any,
                    NodeKind::Object(_) if key == DISCRIMINATOR => targets_mut(member)
                        .fold(is_any, |is_any, text| {
                            self.resolve_mapping(text, base) | is_any
                        }),
                    _ => self.resolve_all(member, base) | is_any,
                })
            }
            NodeKind::Array(items) => {
                let items = items.iter_mut();
                items.fold(false, |is_any, item| self.resolve_all(item, base) | is_any)
            }
            _ => false,
        }
    }

    fn resolve(&self, text: &mut EcoString, base: &str) -> bool {
        let is_home = base == &**self.home;
        // Most references lead to a component of their own document.
        if is_home && text.starts_with('#') && !text.starts_with(EXTENSION) {
            return false;
        }
        let Some((file, fragment)) = self.files.resolve(base, text) else {
            return false;
        };
        let is_imported = file != &**self.home || is_extension(fragment);
        *text = match is_imported {
            true => format!("{RESOLVED}{file}#{fragment}").into(),
            false => format!("#{fragment}").into(),
        };
        is_imported
    }

    /// Resolves a target in a mapping, which may also be the name of a schema of the same document.
    fn resolve_mapping(&self, text: &mut EcoString, base: &str) -> bool {
        let pointer = || Location::new(&base.into(), SCHEMAS).child(text.as_str());
        let source = self.library.get(base).filter(|_| base != &**self.home);
        match source.and_then(|source| Some((source.find(pointer().pointer())?, pointer()))) {
            Some((_, at)) => {
                *text = format!("{RESOLVED}{base}#{}", at.pointer()).into();
                true
            }
            None => self.resolve(text, base),
        }
    }

    /// Returns the tree of another document.
    pub(crate) fn other(&self, file: &str) -> Option<&'l Node> {
        self.library.get(file)
    }

    /// Finds the target of a resolved reference, which may be a reference itself; `home` is the
    /// tree of the document that is read. A pointer may pass through references.
    pub(crate) fn find<'n>(&self, text: &str, home: &'n Node) -> Result<Target<'n>, Broken>
    where
        'l: 'n,
    {
        let mut steps = Vec::new();
        let mut file = self.open(text, &mut steps)?;
        for _ in 0..LONGEST_CHAIN {
            let root: &'n Node = match *file == **self.home {
                true => home,
                false => self.library.get(&file).ok_or(Broken::Document)?,
            };
            let target = descend(root, &file, &mut steps);
            if steps.is_empty() {
                return Ok(target);
            }
            // The pointer passes through a reference; the rest applies to the target of that.
            let text = lone_reference(target.node).ok_or(Broken::Fragment)?;
            file = self.open(&self.resolved(text, &file), &mut steps)?;
        }
        Err(Broken::Cycle)
    }

    /// Finds the target of a resolved reference through a chain of others. A reference that is part
    /// of a cycle, or has no target, is the end of the chain.
    pub(crate) fn find_end<'n>(&self, text: &str, home: &'n Node) -> Result<Target<'n>, Broken>
    where
        'l: 'n,
    {
        let start = self.find(text, home)?;
        let mut end = start.clone();
        for _ in 0..LONGEST_CHAIN {
            let Some(next) = lone_reference(end.node) else {
                return Ok(end);
            };
            match self.find(&self.resolved(next, &end.file), home) {
                Ok(next) => end = next,
                Err(_) => return Ok(end),
            }
        }
        Ok(start)
    }

    /// Counts the nodes of the other documents.
    pub(crate) fn size(&self) -> usize {
        self.library.values().map(size).sum()
    }

    /// Returns a reference of a file, resolved if it is one to another document.
    pub(crate) fn resolved(&self, text: &str, file: &str) -> EcoString {
        let mut text = EcoString::from(text);
        self.resolve(&mut text, file);
        text
    }

    /// Returns the file of a resolved reference, and puts the steps of its pointer on the others,
    /// the first on top.
    fn open(&self, text: &str, steps: &mut Vec<String>) -> Result<Arc<str>, Broken> {
        let (file, fragment) = match text.strip_prefix(RESOLVED) {
            Some(resolved) => resolved.split_once('#').ok_or(Broken::Document)?,
            None => (
                &**self.home,
                text.strip_prefix('#').ok_or(Broken::Document)?,
            ),
        };
        let pointer = decode(fragment);
        if !pointer.is_empty() && !pointer.starts_with('/') {
            return Err(Broken::Fragment);
        }
        let file = match file == &**self.home {
            true => self.home,
            false => self.library.get_key_value(file).ok_or(Broken::Document)?.0,
        };
        let own: Vec<String> = Location::new(file, &pointer).steps().collect();
        steps.extend(own.into_iter().rev());
        Ok(Arc::clone(file))
    }
}

impl Target<'_> {
    /// Returns the resolved reference to this target.
    pub(crate) fn text(&self) -> String {
        format!("{RESOLVED}{}#{}", self.file, self.pointer)
    }
}

/// Descends into a tree until a step has no node.
fn descend<'n>(root: &'n Node, file: &Arc<str>, steps: &mut Vec<String>) -> Target<'n> {
    let mut target = Target {
        node: root,
        location: Location::root(file),
        file: Arc::clone(file),
        pointer: String::new(),
    };
    while let Some(step) = steps.last() {
        let Some(below) = target.node.step(step) else {
            break;
        };
        target.location = below.location(&target.location, step);
        target.node = below;
        step.push_to(&mut target.pointer);
        steps.pop();
    }
    target
}

/// Returns the text of a reference that has only extensions beside it.
pub(crate) fn lone_reference(node: &Node) -> Option<&str> {
    let object = node.as_object()?;
    let text = object.members.get("$ref")?.as_str()?;
    let is_alone = |key: &str| key == "$ref" || key.starts_with("x-");
    object.members.keys().all(is_alone).then_some(text)
}
