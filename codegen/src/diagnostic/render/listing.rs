//! One diagnostic as printed text, with a source listing.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Message, Renderer, Snippet};

use super::texts::{Text, Texts};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Location;

/// Places that are no more than so many lines apart share a listing.
const NEAR: usize = 6;

/// On a line longer than this, each place has a listing of its own: the listing is cut to what surrounds it.
const LONG_LINE: usize = 120;

/// On a line longer than this, only what surrounds the place is given to the renderer, so many bytes on either side.
const GIANT_LINE: usize = 20_000;
const WINDOW: usize = 200;

/// One diagnostic: what is wrong, its places with their lines, and what to do.
pub(super) fn render(diagnostic: &Diagnostic, texts: &Texts<'_>, renderer: &Renderer) -> String {
    let problem = &diagnostic.problem;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = problem.message();
    let title = level.primary_title(&message).id(problem.code().as_str());
    let help = problem.help();
    let help = Level::HELP.message(&help);
    let why = diagnostic.why_denied().map(|why| Level::NOTE.message(why));
    match texts.find(&diagnostic.at) {
        Some((text, range)) if Place::new(text, range.clone(), None).width > GIANT_LINE => {
            let group = title.element(window(text, &range));
            let notes = diagnostic.also.iter().map(|also| note(also, texts));
            let group = group.elements(notes).elements(why).element(help);
            with_header(&renderer.render(&[group]), &texts.position(&diagnostic.at))
        }
        _ => {
            let group = title.elements(listings(diagnostic, texts));
            renderer.render(&[group.elements(why).element(help)])
        }
    }
}

fn note<'a>((at, label): &(Location, String), texts: &Texts<'_>) -> Message<'a> {
    Level::NOTE.message(format!("{label}: {}", texts.position(at)))
}

/// A listing of what surrounds a place on a giant line: the renderer takes too long over the whole.
fn window<'s>(text: &Text<'s>, range: &Range<usize>) -> Snippet<'s, Annotation<'s>> {
    let place = Place::new(text, range.clone(), None);
    let whole = text.index.lines.line(text.text, place.line);
    let mut start = range.start.saturating_sub(WINDOW).max(whole.start);
    let mut end = (range.start + WINDOW).min(whole.end);
    while !text.text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.text.is_char_boundary(end) {
        end += 1;
    }
    let marked = range.start - start..place.range.end.min(end) - start;
    Snippet::source(&text.text[start..end])
        .line_start(place.line)
        .annotation(AnnotationKind::Primary.span(marked))
}

/// Puts the place under the title: in a listing that is cut by us, the renderer can't know the column.
fn with_header(rendered: &str, position: &str) -> String {
    let (title, listing) = rendered.split_once('\n').unwrap_or((rendered, ""));
    let margin = listing.find('|').unwrap_or(1).saturating_sub(1);
    format!("{title}\n{}--> {position}\n{listing}", " ".repeat(margin))
}

/// A listing for each place, or for several that are near to each other.
fn listings<'s>(diagnostic: &'s Diagnostic, texts: &'s Texts<'_>) -> Vec<Element<'s>> {
    let mut listings: Vec<Listing<'s>> = Vec::new();
    let primary = (&diagnostic.at, None);
    let also = diagnostic.also.iter();
    let places = std::iter::once(primary).chain(also.map(|(at, label)| (at, Some(label.as_str()))));
    for (at, label) in places {
        let Some((text, range)) = texts.find(at) else {
            continue;
        };
        let mark = Place::new(text, range, label);
        match listings.iter_mut().find(|l| l.takes(at, &mark)) {
            Some(listing) => listing.places.push(mark),
            None => listings.push(Listing {
                at,
                text,
                places: vec![mark],
            }),
        }
    }
    listings.iter().map(Listing::snippet).collect()
}

/// Something to underline: never more than one line of it.
struct Place<'s> {
    line: usize,
    range: Range<usize>,
    /// Bytes of the whole line.
    width: usize,
    label: Option<&'s str>,
}

impl<'s> Place<'s> {
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
    places: Vec<Place<'s>>,
}

impl<'s> Listing<'s> {
    fn takes(&self, at: &Location, place: &Place<'_>) -> bool {
        at.file() == self.at.file()
            && self.places.iter().all(|other| {
                let is_near = other.line.abs_diff(place.line) <= NEAR;
                is_near && other.width.max(place.width) <= LONG_LINE
            })
    }

    fn snippet(&self) -> Element<'s> {
        let lines = &self.text.index.lines;
        let first = self
            .places
            .iter()
            .map(|place| place.line)
            .min()
            .unwrap_or(1);
        let last = self
            .places
            .iter()
            .map(|place| place.line)
            .max()
            .unwrap_or(1);
        let start = lines.line(self.text.text, first).start;
        let end = lines.line(self.text.text, last).end;
        let annotations = self.places.iter().map(|place| annotation(place, start));
        Snippet::source(&self.text.text[start..end])
            .path(&**self.at.file())
            .line_start(first)
            .annotations(annotations.collect::<Vec<_>>())
            .into()
    }
}

fn annotation<'s>(place: &Place<'s>, start: usize) -> Annotation<'s> {
    let kind = match place.label {
        None => AnnotationKind::Primary,
        Some(_) => AnnotationKind::Context,
    };
    kind.span(place.range.start - start..place.range.end - start)
        .label(place.label)
}
