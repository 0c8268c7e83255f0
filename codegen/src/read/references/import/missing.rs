//! Finds the documents that sources refer to and that were not given, so that the caller can read
//! them.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::read::syntax::parse::parse;
use crate::source::Sources;

use super::links::each_reference;
use crate::read::references::files::{Files, name};

/// A document that a source refers to and that was not given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The source that refers to it.
    pub from: String,
    /// Its URL, or its path from the folder of that source, as in the reference.
    pub path: String,
    /// Its name as a source.
    pub name: String,
}

/// Finds the documents that sources refer to and that are not among them: those with a path
/// relative to the source, and those with a URL. `known` are other sources.
#[must_use]
pub fn missing(sources: &Sources, known: &Sources) -> Vec<Missing> {
    let names = sources.iter().chain(known.iter());
    let files = Files::new(names.map(|(file, _)| &**file));
    let mut all = BTreeSet::new();
    for (file, text) in sources.iter().filter(|(_, text)| may_refer(text)) {
        // Syntax errors are reported when the document is read.
        let Some(tree) = parse(file, text, &mut Diagnostics::default()) else {
            continue;
        };
        each_reference(&tree, &mut |reference| {
            let path = reference.split('#').next().unwrap_or_default();
            if is_document(path) && files.resolve(file, reference).is_none() {
                all.insert(Missing {
                    from: file.to_string(),
                    path: path.to_owned(),
                    name: name(file, path),
                });
            }
        });
    }
    all.into_iter().collect()
}

fn is_document(path: &str) -> bool {
    let endings = [".json", ".yaml", ".yml"];
    path.contains("://") || endings.iter().any(|ending| path.ends_with(ending))
}

/// Returns whether any reference may refer to another document. Searching is faster than parsing.
fn may_refer(text: &str) -> bool {
    text.split("$ref").skip(1).any(|rest| {
        let value = rest.trim_start_matches(['"', '\'', ' ', ':', '\n', '\t']);
        !value.starts_with('#')
    })
}
