//! The documents that references may lead to, and what stands where a reference leads.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::read::syntax::node::{EcoString, Node, NodeKind};
use crate::source::{Location, Step as _};

use super::decode;
use super::discriminator::{DISCRIMINATOR, targets_mut};
use super::files::Files;
use super::room::size;

/// The trees of all sources, by file.
pub(crate) type Library = BTreeMap<Arc<str>, Node>;

/// Where the schemas of a document stand.
const SCHEMAS: &str = "/components/schemas";

/// Stands before a reference that names its file as a source is named. No file's name holds it.
pub(crate) const RESOLVED: char = '\u{1}';

/// The start of a reference to an extension of the same document. What stands there is of no kind
/// that the standard knows, so it is imported as what is expected.
const EXTENSION: &str = "#/x-";

/// Returns whether the pointer in a fragment leads into an extension of the document.
pub(crate) fn is_extension(fragment: &str) -> bool {
    fragment.starts_with("/x-")
}

/// More references than these in a row are taken for a cycle.
const LONGEST_CHAIN: usize = 1_000;

/// The document that is read, and the others that it may refer to.
pub(crate) struct Documents<'l> {
    pub(crate) home: &'l Arc<str>,
    library: &'l Library,
    files: Files<'l>,
}

/// What a reference leads to.
#[derive(Clone)]
pub(crate) struct Target<'n> {
    pub(crate) node: &'n Node,
    /// Where it was written.
    pub(crate) location: Location,
    pub(crate) file: Arc<str>,
    pub(crate) pointer: String,
}

/// Why a reference leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// Its document was not given.
    Document,
    /// Its document has nothing there.
    Fragment,
    /// It leads back to itself.
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

    /// Makes each reference name its file, because a relative one depends on where it was written.
    /// Returns whether the target of any of them must be imported.
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

    /// A mapping may name a schema instead, which is one of the same document.
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

    /// The tree of another document.
    pub(crate) fn other(&self, file: &str) -> Option<&'l Node> {
        self.library.get(file)
    }

    /// Finds what a resolved reference leads to, which may be a reference itself; `home` is the
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
            // The rest of the pointer belongs to what a reference on its way leads to.
            let text = lone_reference(target.node).ok_or(Broken::Fragment)?;
            file = self.open(&self.resolved(text, &file), &mut steps)?;
        }
        Err(Broken::Cycle)
    }

    /// Finds what a resolved reference leads to in the end, over others. A reference that is part
    /// of a cycle, or leads nowhere, is an end itself.
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

    /// A reference as it stands in a file, resolved if it is one of another document.
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
    /// The resolved reference that leads here.
    pub(crate) fn text(&self) -> String {
        format!("{RESOLVED}{}#{}", self.file, self.pointer)
    }
}

/// Takes steps down a tree for as long as there is something.
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

/// The text of a reference that nothing but extensions stands beside.
pub(crate) fn lone_reference(node: &Node) -> Option<&str> {
    let object = node.as_object()?;
    let text = object.members.get("$ref")?.as_str()?;
    let is_alone = |key: &str| key == "$ref" || key.starts_with("x-");
    object.members.keys().all(is_alone).then_some(text)
}
