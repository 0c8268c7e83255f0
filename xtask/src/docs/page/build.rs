//! From blocks to a page: which section a block belongs to, and what it is there.

use std::ops::Range;

use codegen::source::{Location, locate};

use super::block::{Block, BlockKind, Code, Link, Table, Tag};
use super::builder::{Builder, address};
use super::model::{Language, Page};
use super::section::Sections;
use super::text::Text;
use super::words::{self, is_notification};
use super::{document, markdown, read_sample, table};
use crate::docs::facts::{Notification, Operation, Placed};

/// Returns the page of a text.
pub(super) fn page(name: &str, text: &Text) -> Page {
    let mut builder = Builder {
        page: Page {
            name: name.to_owned(),
            text: text.clone(),
            language: Language::English,
            sections: Sections::default(),
            operation: Operation::at(text.at(0)),
            samples: Vec::new(),
            documents: Vec::new(),
            links: Vec::new(),
            faults: Vec::new(),
        },
        open: Vec::new(),
        tab: None,
        bold: None,
        section: None,
        prose: String::new(),
        is_introduction: true,
    };
    let blocks = markdown::blocks(&text.text);
    for (index, block) in blocks.iter().enumerate() {
        builder.block(block, blocks.get(index + 1));
    }
    builder.finish()
}

impl Builder {
    fn block(&mut self, block: &Block, next: Option<&Block>) {
        let range = block.range.clone();
        match &block.kind {
            BlockKind::Heading(level, title) => self.heading(*level, title, range),
            BlockKind::Bold(title) => self.bold(title, range, next),
            BlockKind::Paragraph(text) | BlockKind::Quote(text) => self.paragraph(text, range),
            BlockKind::Table(table) => self.table(table, range),
            BlockKind::Code(code) => self.code(code, range),
            BlockKind::Html => self.fault(range.start, "HTML, which is not read"),
            BlockKind::Tag(tag) => self.tag(tag, range),
            BlockKind::Link(link) => self.link(link, range),
        }
    }

    /// A heading such as `POST /v1/orders` names the operation.
    fn heading(&mut self, level: u8, title: &str, range: Range<usize>) {
        self.bold = None;
        self.section = None;
        self.prose.push_str(title);
        self.is_introduction = level == 1;
        let name = format!("heading \"{title}\"");
        let at = self.page.text.at(range.start);
        let Some((method, path)) = operation_heading(title) else {
            self.add_text(if level == 1 { "title" } else { &name }, range);
            return;
        };
        self.add_text(&name, range);
        let operation = &mut self.page.operation;
        operation.method = Some(Placed::new(method, at.clone()));
        operation.paths.push(Placed::new(path, at));
    }

    /// A bold line is the title of the table after it, or starts a section.
    fn bold(&mut self, title: &str, range: Range<usize>, next: Option<&Block>) {
        let title = title.trim().to_owned();
        if next.is_some_and(|next| matches!(next.kind, BlockKind::Table(_))) {
            self.bold = Some(title);
            return;
        }
        self.is_introduction = false;
        let name = format!("section \"{title}\"");
        if is_notification(&title) {
            let at = self.page.text.at(range.start);
            self.page.operation.notifications.push(Notification {
                title: title.clone(),
                at,
                fields: None,
            });
        }
        self.add_text(&name, range);
        self.section = Some(title);
    }

    fn paragraph(&mut self, text: &str, range: Range<usize>) {
        self.bold = None;
        if self.is_open("hint") && is_address(text) {
            return;
        }
        let name = match (&self.tab, &self.section) {
            (Some(tab), _) => format!("tab \"{tab}\""),
            (None, Some(section)) => format!("section \"{section}\""),
            (None, None) if self.is_introduction => "introduction".to_owned(),
            (None, None) => "text".to_owned(),
        };
        if self.is_introduction {
            self.prose.push_str(text);
        }
        self.add_text(&name, range);
    }

    fn table(&mut self, table: &Table, range: Range<usize>) {
        self.is_introduction = false;
        let title = self.bold.take().or_else(|| self.tab.clone());
        let Some(title) = title.or_else(|| self.section.clone()) else {
            self.fault(range.start, "a table without a tab and without a title");
            return;
        };
        let name = match &self.section {
            Some(section) if self.tab.is_none() && *section != title => {
                format!("section \"{section}\", table \"{title}\"")
            }
            _ => format!("table \"{title}\""),
        };
        self.add_text(&name, range.clone());
        let rows = table.rows.iter().filter_map(|row| row.cells.first());
        let rows = rows.map(|cell| cell.text.clone());
        self.page.sections.add_rows(&name, rows);
        let section = self.section.clone().filter(|_| self.tab.is_none());
        table::read(self, table, range.start, &title, section.as_deref());
    }

    fn code(&mut self, code: &Code, range: Range<usize>) {
        self.bold = None;
        self.is_introduction = false;
        if !code.is_closed {
            self.fault(range.start, "a block of code that is not closed");
            return;
        }
        if document::is_document(&code.text) {
            document::read(self, code);
            return;
        }
        let direction = self.tab.as_deref().and_then(words::direction);
        let (Some(direction), Some(title)) = (direction, self.tab.clone()) else {
            self.fault(
                range.start,
                "code that is neither a request nor a response nor OpenAPI",
            );
            return;
        };
        self.add_text(&format!("example \"{title}\""), range);
        read_sample::add(self, code, direction, title);
    }

    fn tag(&mut self, tag: &Tag, range: Range<usize>) {
        self.bold = None;
        if let Some(name) = tag.name.strip_prefix("end") {
            if self.open.pop().is_none_or(|(open, _)| open != name) {
                self.fault(range.start, format!("`{{% end{name} %}}` closes nothing"));
            }
            if name == "tab" {
                self.tab = None;
            }
            return;
        }
        match tag.name.as_str() {
            "tab" => self.tab = Some(tag.title.clone()),
            "tabs" | "hint" => {}
            // Without an end: they embed something that is not text.
            "embed" | "file" => return,
            name => self.fault(range.start, format!("an unknown tag `{name}`")),
        }
        self.section = self.section.take().filter(|_| tag.name == "hint");
        self.open.push((tag.name.clone(), range));
        self.is_introduction = false;
    }

    fn link(&mut self, link: &Link, range: Range<usize>) {
        let at = self.page.text.at(range.start);
        match address(&link.url).filter(|_| link.is_bare && self.is_open("hint")) {
            Some(address) => {
                self.add_text("address", range);
                self.add_address(address, at);
            }
            None => self.page.links.push(Placed::new(link.url.clone(), at)),
        }
    }

    fn finish(mut self) -> Page {
        for (tag, range) in std::mem::take(&mut self.open) {
            self.fault(range.start, format!("`{{% {tag} %}}` is not closed"));
        }
        // A cell of a table of addresses is an address, and not a link.
        let addresses = &self.page.operation.addresses;
        let is_address = |link: &Placed<String>| {
            let line = |at: &Location| locate(&self.page.text.text, at).0;
            addresses.iter().any(|it| {
                link.value == format!("{}{}", it.value.origin, it.value.path)
                    && line(&it.at) == line(&link.at)
            })
        };
        self.page.links.retain(|link| !is_address(link));
        let is_turkish = words::is_turkish(&self.prose);
        if self.page.name.contains(".tr.") || (is_turkish && !self.page.name.contains(".en.")) {
            self.page.language = Language::Turkish;
        }
        self.page
    }
}

/// Splits a heading such as `POST /v1/orders`.
fn operation_heading(title: &str) -> Option<(String, String)> {
    let (method, path) = title.trim().split_once(' ')?;
    let methods = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS"];
    let is_operation = methods.contains(&method) && path.starts_with('/');
    is_operation.then(|| (method.to_lowercase(), path.trim().to_owned()))
}

/// Returns whether a text is an address and nothing else.
fn is_address(text: &str) -> bool {
    address(text.trim()).is_some()
}
