//! Files that sources refer to and that are not among them, for whoever can look for them.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::read::syntax::parse::parse;
use crate::source::Sources;

use super::address::{join, resolve};
use super::each_reference;

/// A file that is referred to and wasn't given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The source that refers to it.
    pub from: String,
    /// Its path from the folder of that source, as it was written.
    pub path: String,
    /// Its name as a source.
    pub name: String,
}

/// The files by relative path that sources refer to and that are not among them. Addresses of other hosts are none.
#[must_use]
pub fn missing(sources: &Sources) -> Vec<Missing> {
    let files: Vec<&str> = sources.iter().map(|(file, _)| &**file).collect();
    let mut all = BTreeSet::new();
    for (file, text) in sources.iter().filter(|(_, text)| may_refer(text)) {
        // What is wrong with the text is reported when it is read.
        let Some(tree) = parse(file, text, &mut Diagnostics::default()) else {
            continue;
        };
        each_reference(&tree, &mut |reference| {
            let path = reference.split('#').next().unwrap_or_default();
            let is_file = [".json", ".yaml", ".yml"]
                .iter()
                .any(|ending| path.ends_with(ending));
            if is_file && !path.contains("://") && resolve(file, reference, &files).is_none() {
                all.insert(Missing {
                    from: file.to_string(),
                    path: path.to_owned(),
                    name: join(file, path),
                });
            }
        });
    }
    all.into_iter().collect()
}

/// Whether any reference leads to a file: reading a whole document for that takes longer than looking.
fn may_refer(text: &str) -> bool {
    text.split("$ref").skip(1).any(|rest| {
        let value = rest.trim_start_matches(['"', '\'', ' ', ':', '\n', '\t']);
        let value = value.split(['"', '\'', '\n']).next().unwrap_or_default();
        !value.starts_with('#') && !value.contains("://")
    })
}
