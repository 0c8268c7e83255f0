//! Compares embedded OpenAPI documents with ours.

use codegen::source::Location;
use serde_json::Value;

use super::address::hosts;
use super::diff::{Difference, diff, identity};
use super::fields::{self, Sides};
use crate::docs::facts::{Direction, Operation};
use crate::docs::finding::{Finding, Kind, NOTHING};
use crate::docs::json::escaped;
use crate::docs::page::{Embedded, Language, Page, words};
use crate::docs::spec::{Document, OpenApi, SpecOperation, Specs, operations};

/// Compares the documents of a page with the documents of the specs that have their paths.
pub(super) fn compare(specs: &Specs, page: &Page, findings: &mut Vec<Finding>) {
    for embedded in &page.documents {
        let paths = embedded.value.get("paths").and_then(Value::as_object);
        let mut paths = paths.into_iter().flatten().map(|(path, _)| path);
        let has = |document: &&Document, path: &String| {
            let pointer = format!("/paths/{}", escaped(path));
            document.value().pointer(&pointer).is_some()
        };
        let ours = paths.find_map(|path| specs.documents.iter().find(|it| has(it, path)));
        // An address that no document has is reported already.
        match ours.map(|ours| (ours, ours.published())) {
            Some((ours, Some(published))) => {
                with_published(page, embedded, ours, published, findings);
            }
            Some((_, None)) => with_written(specs, page, embedded, findings),
            None => {}
        }
    }
}

/// Compares a document with the one that the provider published before, in structure and text.
fn with_published(
    page: &Page,
    embedded: &Embedded,
    ours: &Document,
    published: &Value,
    findings: &mut Vec<Finding>,
) {
    for difference in diff(&embedded.value, published) {
        let at = counterpart(ours, &embedded.value, &difference.pointer);
        let is_text = is_text(&difference.pointer);
        let is_turkish = is_text && page.language == Language::Turkish;
        if is_turkish && is_translated(ours, &at, &difference) {
            continue;
        }
        let kind = if is_text { Kind::Text } else { Kind::Structure };
        let twin = translation(ours, &at).filter(|_| is_turkish);
        let (text, place) = match &twin {
            Some((pointer, twin)) => (translated(&difference, twin), ours.place(pointer)),
            None => (sentence(&difference), ours.place(at.object(ours))),
        };
        findings.push(
            Finding::new(kind, &page.name, text)
                .said(says(&difference), &embedded.place(&difference.pointer))
                .in_spec(&place),
        );
    }
}

/// Compares a document with operations that were written by hand from such documents.
fn with_written(specs: &Specs, page: &Page, embedded: &Embedded, findings: &mut Vec<Finding>) {
    let place = |pointer: &str| embedded.place(pointer);
    let api = OpenApi {
        value: &embedded.value,
        place: &place,
    };
    for found in operations(api, &page.text.file) {
        let method = |it: &SpecOperation| it.facts.method.as_ref().map(|it| it.value.clone());
        let mut ours = specs.operations.iter();
        match ours.find(|it| it.path == found.path && method(it) == method(&found)) {
            Some(spec) => facts(page, &found.facts, &spec.facts, findings),
            None => {
                let path = &found.path;
                let text = format!("no operation of the specs has this method of `{path}`");
                let finding = Finding::new(Kind::Method, &page.name, text);
                let same = specs.operations.iter().find(|it| it.path == *path);
                let finding = finding.said(path, &found.facts.at);
                findings.push(match same {
                    Some(same) => finding.in_spec(&same.facts.at),
                    None => finding,
                });
            }
        }
    }
}

/// Compares the facts of two documents' operations.
fn facts(page: &Page, found: &Operation, spec: &Operation, findings: &mut Vec<Finding>) {
    let sides = Sides::Spec { page: &page.name };
    hosts(page, &found.addresses, spec, findings);
    for direction in [Direction::Request, Direction::Response] {
        if let (Some(left), Some(right)) = (found.body(direction), spec.body(direction)) {
            fields::compare(sides, left, right, None, findings);
        }
    }
    if let (Some(left), Some(right)) = (&found.parameters, &spec.parameters) {
        fields::compare(sides, left, right, None, findings);
    }
}

/// A place in our document after its overlays.
struct Place {
    /// The pointer, as far as it exists.
    pointer: String,
    /// What is left of the steps.
    rest: Vec<String>,
}

impl Place {
    /// Returns the pointer of the nearest object: of a text, what it describes.
    fn object(&self, ours: &Document) -> &str {
        let mut pointer = self.pointer.as_str();
        while let Some(Value::Array(_)) = ours.value().pointer(pointer) {
            pointer = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
        }
        pointer
    }
}

/// Returns the place in our document of a pointer in an embedded one. Overlays can have removed
/// items of lists.
fn counterpart(ours: &Document, embedded: &Value, pointer: &str) -> Place {
    let mut found = String::new();
    let mut left = Some(embedded);
    let mut steps: Vec<String> = pointer.split('/').skip(1).map(str::to_owned).collect();
    let last = steps.pop();
    let mut steps = steps.into_iter();
    for step in steps.by_ref() {
        let here = ours.value().pointer(&found);
        left = left.and_then(|it| it.pointer(&format!("/{step}")));
        let name = left.and_then(identity);
        let next = match here {
            Some(Value::Array(items)) => {
                let same = |item: &Value| name.is_some() && identity(item) == name;
                items.iter().position(same).map(|index| index.to_string())
            }
            _ => Some(step.clone()),
        };
        let inside = next.map(|next| format!("{found}/{next}"));
        match inside.filter(|it| ours.value().pointer(it).is_some()) {
            Some(inside) => found = inside,
            None => {
                let rest = std::iter::once(step).chain(steps).chain(last).collect();
                return Place {
                    pointer: found,
                    rest,
                };
            }
        }
    }
    Place {
        pointer: found,
        rest: last.into_iter().collect(),
    }
}

/// Returns whether our document has a Turkish text, or whether an overlay removed what it describes.
fn is_translated(ours: &Document, at: &Place, difference: &Difference<'_>) -> bool {
    if at.rest.len() != 1 {
        return true;
    }
    let found = difference.left.and_then(Value::as_str);
    match (translation(ours, at), found) {
        (Some((_, text)), Some(found)) => plain(text).contains(&plain(found)),
        _ => false,
    }
}

/// Returns the Turkish twin of a text of our document, with its pointer.
fn translation<'o>(ours: &'o Document, at: &Place) -> Option<(String, &'o str)> {
    let [key] = at.rest.as_slice() else {
        return None;
    };
    let pointer = format!("{}/x-{key}-tr", at.pointer);
    let text = ours.value().pointer(&pointer)?.as_str()?;
    Some((pointer, text))
}

/// Returns the words of a text, each between spaces.
fn plain(text: &str) -> String {
    let folded = words::fold(text);
    let words = folded.split(|it: char| !it.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

/// Returns whether a value is for readers alone. A property can be called `description`.
pub(super) fn is_text(pointer: &str) -> bool {
    let mut steps = pointer.rsplit('/');
    let last = steps.next().unwrap_or_default();
    ["description", "summary", "title"].contains(&last) && steps.next() != Some("properties")
}

fn says(difference: &Difference<'_>) -> String {
    match difference.left {
        None => NOTHING.to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => shortened(other),
    }
}

fn sentence(difference: &Difference<'_>) -> String {
    let place = difference.pointer.replace("~1", "/");
    match (difference.left, difference.right) {
        (Some(left), Some(right)) => format!(
            "`{place}` is {} on the page, and {} in our document",
            shortened(left),
            shortened(right)
        ),
        (Some(_), None) => format!("`{place}` is on the page alone"),
        (None, _) => format!("`{place}` is in our document alone"),
    }
}

/// Says how a text of a Turkish page differs from its twin.
fn translated(difference: &Difference<'_>, twin: &str) -> String {
    let place = difference.pointer.replace("~1", "/");
    let twin = shortened(&Value::from(twin));
    match difference.left {
        Some(left) => format!(
            "`{place}` is {} on the page, and {twin} in our Turkish text",
            shortened(left)
        ),
        None => format!("`{place}` is {twin} in our Turkish text, and not on the page"),
    }
}

/// Returns a value, or its beginning if it is long.
fn shortened(value: &Value) -> String {
    const LENGTH: usize = 60;
    let text = value.to_string();
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Returns the differences between the structures of two embedded documents, with the places of
/// both.
pub(super) fn structures(left: &Embedded, right: &Embedded) -> Vec<(String, Location, Location)> {
    let differences = diff(&left.value, &right.value).into_iter();
    let differences = differences.filter(|it| !is_text(&it.pointer));
    let places = differences.map(|it| {
        let place = it.pointer.replace("~1", "/");
        (place, left.place(&it.pointer), right.place(&it.pointer))
    });
    let mut places: Vec<_> = places.collect();
    // An item of a list that is known by something that differs is missing on both sides.
    places.dedup_by(|a, b| a.0 == b.0);
    places
}
