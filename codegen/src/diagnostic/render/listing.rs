//! One message as printed text, with a source listing.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Message, Renderer, Snippet};

use super::message::Listed;
use super::texts::{Text, Texts};
use crate::diagnostic::Severity;
use crate::source::Location;

/// Locations share a listing if they are at most this many lines apart.
const NEAR: usize = 6;

/// On a line longer than this, each location has its own listing, which is cut around it.
const LONG_LINE: usize = 120;

/// On a line longer than this, the renderer is given only `WINDOW` bytes on each side of the location.
const GIANT_LINE: usize = 20_000;
const WINDOW: usize = 200;

/// Renders a message: what is wrong, its locations with their lines, and what to do.
pub(super) fn render(listed: &Listed<'_>, texts: &Texts<'_>, renderer: &Renderer) -> String {
    let level = match listed.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&*listed.message).id(listed.code);
    let help = listed.help.as_deref().map(|help| Level::HELP.message(help));
    let why = listed.note.map(|why| Level::NOTE.message(why));
    match texts.find(listed.at) {
        Some((text, range)) if Mark::new(text, range.clone(), None).width > GIANT_LINE => {
            let group = title.element(window(text, &range));
            let notes = listed.also.iter().map(|also| note(also, texts));
            let group = group.elements(notes).elements(why).elements(help);
            with_header(&renderer.render(&[group]), &texts.position(listed.at))
        }
        _ => {
            let group = title.elements(listings(listed, texts));
            renderer.render(&[group.elements(why).elements(help)])
        }
    }
}

fn note<'a>((at, label): &(Location, String), texts: &Texts<'_>) -> Message<'a> {
    Level::NOTE.message(format!("{label}: {}", texts.position(at)))
}

/// Returns a listing of what surrounds a location on a giant line, on which the renderer is too slow.
fn window<'s>(text: &Text<'s>, range: &Range<usize>) -> Snippet<'s, Annotation<'s>> {
    let mark = Mark::new(text, range.clone(), None);
    let whole = text.index.lines.line(text.text, mark.line);
    let mut start = range.start.saturating_sub(WINDOW).max(whole.start);
    let mut end = (range.start + WINDOW).min(whole.end);
    while !text.text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.text.is_char_boundary(end) {
        end += 1;
    }
    let marked = range.start - start..mark.range.end.min(end) - start;
    Snippet::source(&text.text[start..end])
        .line_start(mark.line)
        .annotation(AnnotationKind::Primary.span(marked))
}

/// Inserts the position below the title: in a listing that was cut, the renderer can't know the column.
fn with_header(rendered: &str, position: &str) -> String {
    let (title, listing) = rendered.split_once('\n').unwrap_or((rendered, ""));
    let margin = listing.find('|').unwrap_or(1).saturating_sub(1);
    format!("{title}\n{}--> {position}\n{listing}", " ".repeat(margin))
}

/// Returns a listing for each location, or for several that are near each other.
fn listings<'s>(listed: &Listed<'s>, texts: &'s Texts<'_>) -> Vec<Element<'s>> {
    let mut listings: Vec<Listing<'s>> = Vec::new();
    let primary = (listed.at, None);
    let also = listed.also.iter();
    let locations =
        std::iter::once(primary).chain(also.map(|(at, label)| (at, Some(label.as_str()))));
    for (at, label) in locations {
        let Some((text, range)) = texts.find(at) else {
            continue;
        };
        let mark = Mark::new(text, range, label);
        match listings.iter_mut().find(|l| l.takes(at, &mark)) {
            Some(listing) => listing.marks.push(mark),
            None => listings.push(Listing {
                at,
                text,
                marks: vec![mark],
            }),
        }
    }
    listings.iter().map(Listing::snippet).collect()
}

/// A range to underline, which never extends beyond its first line.
struct Mark<'s> {
    line: usize,
    range: Range<usize>,
    /// The length of the whole line in bytes.
    width: usize,
    label: Option<&'s str>,
}

impl<'s> Mark<'s> {
    fn new(text: &Text<'_>, range: Range<usize>, label: Option<&'s str>) -> Self {
        let lines = &text.index.lines;
        let (line, _) = lines.position(text.text, range.start);
        let whole = lines.line(text.text, line);
        Self {
            line,
            range: range.start..range.end.min(whole.end).max(range.start),
            width: whole.len(),
            label,
        }
    }
}

struct Listing<'s> {
    at: &'s Location,
    text: &'s Text<'s>,
    marks: Vec<Mark<'s>>,
}

impl<'s> Listing<'s> {
    fn takes(&self, at: &Location, mark: &Mark<'_>) -> bool {
        at.file() == self.at.file()
            && self.marks.iter().all(|other| {
                let is_near = other.line.abs_diff(mark.line) <= NEAR;
                is_near && other.width.max(mark.width) <= LONG_LINE
            })
    }

    fn snippet(&self) -> Element<'s> {
        let lines = &self.text.index.lines;
        let first = self.marks.iter().map(|mark| mark.line).min().unwrap_or(1);
        let last = self.marks.iter().map(|mark| mark.line).max().unwrap_or(1);
        let start = lines.line(self.text.text, first).start;
        let end = lines.line(self.text.text, last).end;
        let annotations = self.marks.iter().map(|mark| annotation(mark, start));
        Snippet::source(&self.text.text[start..end])
            .path(&**self.at.file())
            .line_start(first)
            .annotations(annotations.collect::<Vec<_>>())
            .into()
    }
}

fn annotation<'s>(mark: &Mark<'s>, start: usize) -> Annotation<'s> {
    let kind = match mark.label {
        None => AnnotationKind::Primary,
        Some(_) => AnnotationKind::Context,
    };
    kind.span(mark.range.start - start..mark.range.end - start)
        .label(mark.label)
}
