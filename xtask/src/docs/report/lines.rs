//! The files, lines and columns of places.

use std::collections::BTreeMap;

use codegen::source::{Location, Sources, locate};

use crate::docs::spec::Specs;

/// Finds the lines of places, where they were written.
pub(crate) struct Places<'r> {
    pub(crate) specs: &'r Specs,
    pub(crate) sources: &'r Sources,
}

impl Places<'_> {
    /// Returns file, line and column.
    pub(super) fn position(&self, at: &Location) -> (String, usize, usize) {
        let origin = self.specs.origin(at);
        let text = self.sources.get(origin.file()).unwrap_or_default();
        let (line, column) = locate(text, &origin);
        (origin.file().to_string(), line, column)
    }

    /// Returns a position such as `specs/orders.yaml:12:3`.
    pub(super) fn name(&self, at: &Location) -> String {
        let (file, line, column) = self.position(at);
        format!("{file}:{line}:{column}")
    }

    /// Returns the lines of several places, file by file: `specs/orders.yaml:12, 40`.
    pub(super) fn lines(&self, places: &[Location]) -> String {
        let mut by_file: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in places {
            let (file, line, _) = self.position(at);
            by_file.entry(file).or_default().push(line);
        }
        let files = by_file.into_iter().map(|(file, mut lines)| {
            lines.sort_unstable();
            lines.dedup();
            let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
            format!("{file}:{}", lines.join(", "))
        });
        files.collect::<Vec<_>>().join("; ")
    }
}

/// Returns a number of things: `1 page`, `2 pages`.
pub(super) fn count(number: usize, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{number} {thing}s"),
    }
}
