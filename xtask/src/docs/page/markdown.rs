//! From Markdown to blocks, with `pulldown-cmark`.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag as Start, TagEnd};

use super::block::{Block, BlockKind, Cell, Code, Link, Row, Table, Tag};
use super::block::{clean_address, written_cells};

/// Returns the blocks of a page in their order.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader {
        text,
        blocks: Vec::new(),
        words: String::new(),
        is_bold: false,
        plain: false,
        table: None,
        cell: None,
        code: None,
        in_quote: false,
        link: None,
    };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        reader.event(event, range);
    }
    reader.blocks
}

struct Reader<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    /// The text of the current block.
    words: String,
    is_bold: bool,
    /// Whether the current block has text that is not bold.
    plain: bool,
    table: Option<Table>,
    cell: Option<Cell>,
    code: Option<Code>,
    in_quote: bool,
    /// The address of the link that is being read, if it is its own text.
    link: Option<String>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(start) => self.start(start, range),
            Event::End(end) => self.end(end, range),
            Event::Text(text) => self.add(&text, range.start),
            Event::Code(text) => self.add(&text, range.start),
            Event::SoftBreak | Event::HardBreak => self.add("\n", range.start),
            Event::Html(html) if !html.trim_start().starts_with("<!--") => {
                self.push(BlockKind::Html, range);
            }
            _ => {}
        }
    }

    fn start(&mut self, start: Start<'_>, range: Range<usize>) {
        match start {
            Start::Paragraph | Start::Heading { .. } => self.clear(),
            // The text of a list's item is a paragraph only if there is a blank line.
            Start::List(_) | Start::Item => self.end_item(range),
            Start::BlockQuote(_) => self.in_quote = true,
            Start::Strong => self.is_bold = true,
            Start::Table(_) => self.table = Some(Table::default()),
            Start::TableRow => self.add_row(range),
            Start::TableCell => self.cell = Some(Cell::default()),
            Start::CodeBlock(kind) => {
                let is_closed = match kind {
                    CodeBlockKind::Fenced(_) => is_closed(&self.text[range]),
                    CodeBlockKind::Indented => true,
                };
                self.code = Some(Code {
                    text: String::new(),
                    start: 0,
                    is_closed,
                });
            }
            Start::Link {
                link_type,
                dest_url,
                ..
            } => {
                let is_bare = link_type == LinkType::Autolink;
                let url = clean_address(&dest_url);
                self.link = is_bare.then(|| url.clone());
                self.push(BlockKind::Link(Link { url, is_bare }), range);
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd, range: Range<usize>) {
        match end {
            TagEnd::Strong => self.is_bold = false,
            TagEnd::Link => self.link = None,
            TagEnd::BlockQuote(_) => self.in_quote = false,
            TagEnd::Heading(level) => {
                let words = std::mem::take(&mut self.words);
                self.push(BlockKind::Heading(level as u8, words), range);
            }
            TagEnd::Paragraph => self.paragraph(range),
            TagEnd::Item => self.end_item(range),
            TagEnd::TableCell => self.end_cell(&range),
            TagEnd::Table => self.end_table(range),
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.push(BlockKind::Code(code), range);
                }
            }
            _ => {}
        }
    }

    fn clear(&mut self) {
        self.words.clear();
        self.plain = false;
    }

    /// Ends the text of an item, if there is any.
    fn end_item(&mut self, range: Range<usize>) {
        let words = std::mem::take(&mut self.words);
        self.plain = false;
        if !words.trim().is_empty() {
            self.push(BlockKind::Paragraph(words), range);
        }
    }

    fn push(&mut self, kind: BlockKind, range: Range<usize>) {
        self.blocks.push(Block { kind, range });
    }

    /// Adds text to whatever is being read.
    fn add(&mut self, text: &str, start: usize) {
        if let Some(code) = &mut self.code {
            if code.text.is_empty() {
                code.start = start;
            }
            code.text.push_str(text);
            return;
        }
        let cleaned = self.link.as_ref().map(|_| clean_address(text));
        let text = cleaned.as_deref().unwrap_or(text);
        if let Some(cell) = &mut self.cell {
            if cell.text.is_empty() {
                cell.start = start;
            }
            cell.text.push_str(text);
            return;
        }
        self.plain |= !self.is_bold && !text.trim().is_empty();
        self.words.push_str(text);
    }

    /// Ends a paragraph, whose lines can be tags.
    fn paragraph(&mut self, range: Range<usize>) {
        let words = std::mem::take(&mut self.words);
        let mut start = range.start;
        let mut tags = Vec::new();
        for line in self.text[range.clone()].split_inclusive('\n') {
            if let Some(tag) = Tag::parse(line) {
                let kind = BlockKind::Tag(tag);
                let range = start..start + line.len();
                tags.push(Block { kind, range });
            }
            start += line.len();
        }
        let lines = words.lines().filter(|line| Tag::parse(line).is_none());
        let words = lines.collect::<Vec<_>>().join("\n");
        // Tags that open stand before the text of the paragraph, and those that close after it.
        let after = tags.iter().position(is_closing).unwrap_or(tags.len());
        let closing = tags.split_off(after);
        let links = self.take_links(&range);
        self.blocks.extend(tags);
        if !words.trim().is_empty() {
            let kind = match (self.in_quote, self.plain) {
                (true, _) => BlockKind::Quote(words),
                (false, false) => BlockKind::Bold(words),
                (false, true) => BlockKind::Paragraph(words),
            };
            self.push(kind, range);
        }
        self.blocks.extend(links);
        self.blocks.extend(closing);
    }

    /// Takes the links of a paragraph, which were read before it ended.
    fn take_links(&mut self, range: &Range<usize>) -> Vec<Block> {
        let first = self
            .blocks
            .iter()
            .rposition(|block| block.range.start < range.start);
        self.blocks.split_off(first.map_or(0, |first| first + 1))
    }

    fn add_row(&mut self, range: Range<usize>) {
        let written = written_cells(&self.text[range.clone()]);
        if let Some(table) = &mut self.table {
            table.rows.push(Row {
                start: range.start,
                cells: Vec::new(),
                written,
            });
        }
    }

    fn end_cell(&mut self, range: &Range<usize>) {
        let (Some(mut cell), Some(table)) = (self.cell.take(), &mut self.table) else {
            return;
        };
        if cell.text.is_empty() {
            cell.start = range.start;
        }
        match table.rows.last_mut() {
            Some(row) => row.cells.push(cell),
            None => table.headings.push(cell),
        }
    }

    /// Ends a table. A tag below it is a row to Markdown.
    fn end_table(&mut self, range: Range<usize>) {
        let Some(mut table) = self.table.take() else {
            return;
        };
        let mut tags = Vec::new();
        table.rows.retain(|row| {
            let tag = row.cells.first().and_then(|cell| Tag::parse(&cell.text));
            tag.map(|tag| {
                let kind = BlockKind::Tag(tag);
                let range = row.start..row.start;
                tags.push(Block { kind, range });
            })
            .is_none()
        });
        let links = self.take_links(&range);
        self.push(BlockKind::Table(table), range);
        self.blocks.extend(links);
        self.blocks.extend(tags);
    }
}

fn is_closing(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Tag(tag) if tag.name.starts_with("end"))
}

/// Returns whether a fenced block has a closing fence.
fn is_closed(block: &str) -> bool {
    let fence =
        |line: &str| line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
    block.lines().count() > 1 && block.trim_end().lines().last().is_some_and(fence)
}
