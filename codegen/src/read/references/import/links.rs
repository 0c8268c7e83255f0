//! Finds the files that refer to each other.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::read::references::discriminator::{DISCRIMINATOR, targets};
use crate::read::references::documents::Library;
use crate::read::references::files::Files;
use crate::read::syntax::node::{Node, NodeKind};

/// The references between files.
#[derive(Default)]
pub(crate) struct Links {
    /// Files that others refer to.
    pub(crate) referred: BTreeSet<Arc<str>>,
    /// Files that refer to a file by its name, which may be their own.
    pub(crate) referring: BTreeSet<Arc<str>>,
}

impl Links {
    /// Finds the links among all sources.
    pub(crate) fn of(library: &Library) -> Self {
        let files = Files::new(library.keys().map(|file| &**file));
        let mut links = Self::default();
        for (base, tree) in library {
            each_reference(tree, &mut |text| {
                if !text.starts_with('#')
                    && let Some((file, _)) = files.resolve(base, text)
                {
                    links.referring.insert(Arc::clone(base));
                    if *file != **base && !links.referred.contains(file) {
                        links.referred.insert(Arc::from(file));
                    }
                }
            });
        }
        links
    }
}

/// Returns whether a file that others refer to describes no operations: then it is a part of other
/// documents and not a document.
pub(crate) fn is_part(tree: &Node) -> bool {
    !["paths", "webhooks"].iter().any(|key| {
        let part = tree.get(key).and_then(Node::as_object);
        part.is_some_and(|part| !part.members.is_empty())
    })
}

/// Calls `see` with the text of every reference, including those in a discriminator's mapping.
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
