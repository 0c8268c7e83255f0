//! The sections of a page, by the names under which `x-source` cites them.

use std::collections::BTreeMap;

use codegen::source::Location;

/// The sections of a page by name, such as `table "Request Parameters"`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sections {
    by_name: BTreeMap<String, Section>,
    /// The names in the order of the page.
    order: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// What it says, without layout: two texts are equal if nobody could read a difference.
    pub(crate) text: String,
    pub(crate) at: Location,
    /// The rows of a table, by the name in their first column.
    pub(crate) rows: Vec<String>,
}

impl Sections {
    /// Adds to a section.
    pub(super) fn add(&mut self, name: &str, text: &str, at: Location) {
        let text = without_layout(text);
        match self.by_name.get_mut(name) {
            Some(section) => {
                section.text.push('\n');
                section.text.push_str(&text);
            }
            None => {
                self.order.push(name.to_owned());
                let rows = Vec::new();
                let section = Section { text, at, rows };
                self.by_name.insert(name.to_owned(), section);
            }
        }
    }

    /// Adds the names of the rows of a table.
    pub(super) fn add_rows(&mut self, name: &str, rows: impl Iterator<Item = String>) {
        if let Some(section) = self.by_name.get_mut(name) {
            section.rows.extend(rows);
        }
    }

    /// Returns the section of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&Section> {
        self.by_name.get(name)
    }

    /// Iterates in the order of the page.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Section)> {
        let sections = self.order.iter();
        sections.filter_map(|name| Some((name.as_str(), self.by_name.get(name)?)))
    }
}

/// Returns a text without what only lays it out: the width of columns, and blank lines.
fn without_layout(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.join(" ")
    });
    let is_rule = |line: &String| line.chars().all(|it| matches!(it, '|' | '-' | ' ' | ':'));
    let lines: Vec<String> = lines.filter(|line| !is_rule(line)).collect();
    lines.join("\n")
}
