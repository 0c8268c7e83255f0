//! The blocks of a page: headings, tables, code, and GitBook's tags, which Markdown doesn't know.

use std::ops::Range;

/// A block, and the bytes that it takes.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) kind: BlockKind,
    pub(super) range: Range<usize>,
}

#[derive(Clone, Debug)]
pub(super) enum BlockKind {
    Heading(u8, String),
    /// A paragraph of bold text alone, which these pages use as a heading.
    Bold(String),
    Paragraph(String),
    Quote(String),
    Table(Table),
    Code(Code),
    Html,
    Tag(Tag),
    /// A link in any of the others.
    Link(Link),
}

/// `{% tab title="Request" %}`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) title: String,
}

impl Tag {
    /// Parses a line that is a tag.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let inside = line.trim().strip_prefix("{%")?.strip_suffix("%}")?.trim();
        let (name, rest) = inside
            .split_once(char::is_whitespace)
            .unwrap_or((inside, ""));
        let title = rest.split_once("title=\"").map_or("", |(_, rest)| rest);
        let title = title.split('"').next().unwrap_or_default();
        Some(Self {
            name: name.to_owned(),
            title: title.to_owned(),
        })
    }
}

#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) url: String,
    /// Whether the address is its own text: `<https://example.com>`.
    pub(super) is_bare: bool,
}

/// A fenced block of code.
#[derive(Clone, Debug)]
pub(super) struct Code {
    pub(super) text: String,
    /// The byte at which the text starts.
    pub(super) start: usize,
    pub(super) is_closed: bool,
}

/// A table. Tags among its rows are blocks of their own.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    pub(super) headings: Vec<Cell>,
    pub(super) rows: Vec<Row>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) start: usize,
    pub(super) cells: Vec<Cell>,
    /// How many cells are written, which Markdown makes as many as the headings.
    pub(super) written: usize,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) start: usize,
}

/// Counts the cells of a row as it is written.
pub(super) fn written_cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut pipes = 0;
    let mut is_escaped = false;
    for letter in row.chars() {
        if letter == '|' && !is_escaped {
            pipes += 1;
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    if row.ends_with('|') { pipes } else { pipes + 1 }
}

/// Returns an address without the backslashes of Markdown, which doesn't unescape `<…>`.
pub(super) fn clean_address(url: &str) -> String {
    url.replace('\\', "")
}
