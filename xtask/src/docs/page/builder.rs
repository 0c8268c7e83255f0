//! The page that is being read, and where in it the reader is.

use std::ops::Range;

use codegen::source::Location;

use super::model::Page;
use crate::docs::facts::{Address, Placed};
use crate::docs::finding::{Finding, Kind};

/// A page that is being read.
pub(super) struct Builder {
    pub(super) page: Page,
    /// The tags that are open, each with its place.
    pub(super) open: Vec<(String, Range<usize>)>,
    /// The title of the tab.
    pub(super) tab: Option<String>,
    /// A bold line directly before, which can be the title of a table.
    pub(super) bold: Option<String>,
    /// The bold line that a section of prose starts with.
    pub(super) section: Option<String>,
    /// The headings and the prose before any other block, which show the language.
    pub(super) prose: String,
    pub(super) is_introduction: bool,
}

impl Builder {
    /// Reports something that can't be understood.
    pub(super) fn fault(&mut self, byte: usize, text: impl Into<String>) {
        let fault = Finding::new(Kind::Unreadable, &self.page.name, text);
        let at = self.page.text.at(byte);
        self.page.faults.push(fault.said("", &at));
    }

    /// Adds a part of the page to a section.
    pub(super) fn add_text(&mut self, section: &str, range: Range<usize>) {
        let at = self.page.text.at(range.start);
        let text = self
            .page
            .text
            .text
            .get(range)
            .unwrap_or_default()
            .to_owned();
        self.page.sections.add(section, &text, at);
    }

    /// Adds an address of the operation.
    pub(super) fn add_address(&mut self, address: Address, at: Location) {
        let operation = &mut self.page.operation;
        operation
            .paths
            .push(Placed::new(address.path.clone(), at.clone()));
        operation.addresses.push(Placed::new(address, at));
    }

    /// Returns whether a tag of that name is open.
    pub(super) fn is_open(&self, tag: &str) -> bool {
        self.open.iter().any(|(open, _)| open == tag)
    }
}

/// Splits an address into its origin and its path.
pub(super) fn address(url: &str) -> Option<Address> {
    let host = url.find("://")? + 3;
    let is_plain = !url.contains(char::is_whitespace) && url.starts_with("http");
    let path = host + url.get(host..)?.find('/')?;
    is_plain.then(|| Address {
        environment: None,
        origin: url[..path].to_owned(),
        path: url[path..].to_owned(),
    })
}
