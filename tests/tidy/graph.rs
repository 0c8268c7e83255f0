//! The module graph of a crate: which module names items of which other.
//!
//! Names are resolved through imports and re-exports. `mod child;` and `pub use` are no edges, and
//! tests inside a file are ignored. Paths inside macro calls are followed as far as tokens allow.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::files;
use super::names::{Module, names};

/// The modules of a crate by path, `lower::schema`; the root is empty.
#[derive(Default)]
pub(super) struct Graph {
    modules: BTreeMap<String, Module>,
    /// Each module with the modules whose items it names.
    pub(super) edges: BTreeMap<String, BTreeSet<String>>,
}

impl Graph {
    /// Reads every file below a folder of the workspace, except generated ones.
    pub(super) fn of(folder: &str) -> Self {
        let root = tests::fixture::root().join(folder);
        let mut graph = Self::default();
        let files = files(folder, "rs").into_iter();
        for path in files.filter(|path| !path.to_string_lossy().contains("/generated/")) {
            let name = module_name(path.strip_prefix(&root).unwrap_or(&path));
            let file = syn::parse_file(&super::read(&path))
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let module = names(&name, &file);
            graph.modules.insert(name, module);
        }
        let names: Vec<String> = graph.modules.keys().cloned().collect();
        for name in names {
            let targets = graph.targets(&name);
            graph.edges.insert(name, targets);
        }
        graph
    }

    /// The modules whose items a module names.
    fn targets(&self, name: &str) -> BTreeSet<String> {
        let module = &self.modules[name];
        let named = module.paths.iter().filter_map(|path| {
            let (first, rest) = path.split_first()?;
            let start = match module.imports.get(first) {
                Some(import) => import.clone(),
                None => super::names::absolute(name, first),
            };
            self.defining(&[start.as_slice(), rest].concat(), 0)
        });
        let imports = module.imports.iter();
        let imports = imports.filter(|(name, _)| !module.exports.contains(*name));
        let imported = imports.filter_map(|(_, path)| self.defining(path, 0));
        named.chain(imported).filter(|it| it != name).collect()
    }

    /// The module that defines the item at a path, behind re-exports.
    fn defining(&self, path: &[String], depth: usize) -> Option<String> {
        let mut at = String::new();
        for (index, segment) in path.iter().enumerate() {
            let module = self.modules.get(&at)?;
            let child = join(&at, segment);
            if self.modules.contains_key(&child) {
                at = child;
            } else if module.items.contains(segment) {
                return Some(at);
            } else {
                let target = module.imports.get(segment).filter(|_| depth < 8)?;
                let whole = [target.as_slice(), &path[index + 1..]].concat();
                return self.defining(&whole, depth + 1);
            }
        }
        None
    }

    /// Returns the cycles: sets of modules that name each other.
    pub(super) fn cycles(&self) -> Vec<BTreeSet<String>> {
        let mut cycles = Vec::new();
        let mut seen = BTreeSet::new();
        for name in self.edges.keys() {
            if seen.contains(name) {
                continue;
            }
            let reached = self.reachable(name);
            let cycle: BTreeSet<String> = reached
                .iter()
                .filter(|other| self.reachable(other).contains(name))
                .cloned()
                .collect();
            if cycle.len() > 1 {
                seen.extend(cycle.iter().cloned());
                cycles.push(cycle);
            }
        }
        cycles
    }

    fn reachable(&self, name: &str) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut open = vec![name];
        while let Some(next) = open.pop() {
            for target in self.edges.get(next).into_iter().flatten() {
                if reached.insert(target.clone()) {
                    open.push(target);
                }
            }
        }
        reached
    }

    /// The edges inside a cycle, a line each.
    pub(super) fn inside(&self, cycle: &BTreeSet<String>) -> String {
        let edges = cycle.iter().flat_map(|from| {
            let targets = self.edges[from].intersection(cycle);
            targets.map(move |to| format!("    {from} -> {to}\n"))
        });
        edges.collect()
    }
}

/// `lower/schema/mod.rs` is `lower::schema`.
fn module_name(path: &Path) -> String {
    let path = path.with_extension("");
    let mut parts: Vec<_> = path.iter().map(|it| it.to_string_lossy()).collect();
    if parts
        .last()
        .is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_ref()))
    {
        parts.pop();
    }
    parts.join("::")
}

fn join(parent: &str, child: &str) -> String {
    match parent {
        "" => child.to_owned(),
        _ => format!("{parent}::{child}"),
    }
}
