//! From a place to a line and a column, by the events of a YAML parser, which reads JSON too.
//!
//! Runs only when something is printed: reading a document keeps no positions.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, Span};

use super::At;
use super::at::Mark;
use super::lines::Lines;

/// Where each part of one text stands.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) lines: Lines,
    spots: Vec<Spot>,
}

#[derive(Debug, Default)]
struct Spot {
    value: Range<usize>,
    /// Whether it is an object or a list.
    nested: bool,
    children: Vec<Child>,
    /// The children's numbers, sorted by key; equal keys in the order of the text.
    by_key: Vec<usize>,
    /// For a YAML alias: the spot that it repeats.
    same_as: Option<usize>,
}

impl Spot {
    /// The bytes of the value; of what stands in brackets the opening one.
    fn head(&self, text: &str) -> Range<usize> {
        let start = self.value.start;
        let in_brackets = text[start..].starts_with(['{', '[']);
        if self.nested && in_brackets {
            start..start + 1
        } else {
            self.value.clone()
        }
    }
}

#[derive(Debug)]
struct Child {
    /// A key; empty for an item of a list.
    key: String,
    key_range: Option<Range<usize>>,
    spot: usize,
}

/// Line and column of a place, both from 1, the column in characters. A place that isn't there stands at its nearest
/// ancestor; an object or a list that has a key stands at the key.
#[must_use]
pub fn locate(text: &str, at: &At) -> (usize, usize) {
    let index = Index::new(text);
    index.lines.position(text, index.range(text, at).start)
}

impl Index {
    /// Of a text; of one that can't be read to the end, as far as it could be.
    pub(crate) fn new(text: &str) -> Self {
        let mut build = Build::default();
        let options = granit_parser::options! {
            emit_comments: false,
            simple_key_max_lookahead: usize::MAX,
        };
        build.read(text, options);
        build.sort();
        Self {
            lines: Lines::new(text),
            spots: build.spots,
        }
    }

    /// The bytes to underline.
    pub(crate) fn range(&self, text: &str, at: &At) -> Range<usize> {
        if let Mark::Position(line, column) = at.mark() {
            return self.lines.range(text, line, column);
        }
        let mut spot = 0;
        let mut found = self.spots.first().map_or(0..0, |root| root.head(text));
        for step in at.steps() {
            let number = match at.mark() {
                Mark::Key(number) => number,
                _ => 0,
            };
            let Some(child) = self.child(spot, &step, number) else {
                break;
            };
            spot = child.spot;
            let below = &self.spots[spot];
            let prefer_key = below.nested || matches!(at.mark(), Mark::Key(_));
            found = match &child.key_range {
                Some(key) if prefer_key => key.clone(),
                _ => below.head(text),
            };
        }
        found
    }

    /// The member or item; of equal keys the one of that number, or the only one.
    fn child(&self, spot: usize, step: &str, number: usize) -> Option<&Child> {
        let mut parent = self.spots.get(spot)?;
        while let Some(same) = parent.same_as {
            parent = self.spots.get(same)?;
        }
        let is_list = parent.children.first()?.key_range.is_none();
        if is_list {
            return parent.children.get(step.parse::<usize>().ok()?);
        }
        let start = parent
            .by_key
            .partition_point(|child| parent.children[*child].key.as_str() < step);
        let equal = |place: usize| {
            let child = parent.children.get(*parent.by_key.get(place)?)?;
            (child.key == step).then_some(child)
        };
        equal(start + number).or_else(|| equal(start))
    }
}

/// The events so far.
#[derive(Default)]
struct Build {
    spots: Vec<Spot>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, usize>,
}

/// An object or a list that has not ended.
struct Open {
    spot: usize,
    is_object: bool,
    key: Option<(String, Range<usize>)>,
}

impl Build {
    fn read(&mut self, text: &str, options: Options) {
        for event in Parser::new_from_str_with_options(text, options) {
            let Ok((event, span)) = event else { return };
            match event {
                Event::Scalar(value, ..) if self.wants_key() => {
                    self.take_key(value.into_owned(), &span);
                }
                Event::Scalar(_, _, anchor, _) => {
                    self.add(&span, anchor, None);
                }
                Event::Alias(_) if self.wants_key() => self.take_key(String::new(), &span),
                Event::Alias(anchor) => {
                    let same_as = self.anchors.get(&anchor).copied();
                    self.add(&span, 0, same_as);
                }
                Event::MappingStart(_, anchor, _) => self.enter(&span, anchor, true),
                Event::SequenceStart(_, anchor, _) => self.enter(&span, anchor, false),
                Event::MappingEnd | Event::SequenceEnd => self.leave(&span),
                Event::DocumentEnd => return,
                _ => {}
            }
        }
    }

    fn sort(&mut self) {
        for spot in &mut self.spots {
            let children = &spot.children;
            spot.by_key = (0..children.len()).collect();
            spot.by_key
                .sort_by(|one, other| children[*one].key.cmp(&children[*other].key));
        }
    }

    fn wants_key(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.is_object && open.key.is_none())
    }

    fn take_key(&mut self, key: String, span: &Span) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some((key, bytes(span)));
        }
    }

    fn add(&mut self, span: &Span, anchor: usize, same_as: Option<usize>) -> usize {
        let spot = self.spots.len();
        self.spots.push(Spot {
            value: bytes(span),
            same_as,
            ..Spot::default()
        });
        if anchor != 0 {
            self.anchors.insert(anchor, spot);
        }
        if let Some(open) = self.open.last_mut() {
            let (key, key_range) = open.key.take().unzip();
            self.spots[open.spot].children.push(Child {
                key: key.unwrap_or_default(),
                key_range,
                spot,
            });
        }
        spot
    }

    fn enter(&mut self, span: &Span, anchor: usize, is_object: bool) {
        if self.wants_key() {
            // A key that is itself an object or a list has no name in a JSON pointer.
            self.take_key(String::new(), span);
        }
        let spot = self.add(span, anchor, None);
        self.spots[spot].nested = true;
        self.open.push(Open {
            spot,
            is_object,
            key: None,
        });
    }

    fn leave(&mut self, span: &Span) {
        if let Some(open) = self.open.pop() {
            self.spots[open.spot].value.end = bytes(span).end;
        }
    }
}

fn bytes(span: &Span) -> Range<usize> {
    let start = span.start.byte_offset().unwrap_or_default();
    start..span.end.byte_offset().unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, pointer: &str) -> (usize, usize) {
        locate(text, &At::new(&"a".into(), pointer))
    }

    #[test]
    fn values_and_keys() {
        let text = "a: 1\nb:\n  - c: ü\n    ü: x\n";
        assert_eq!(position(text, "/a"), (1, 4));
        assert_eq!(
            position(text, "/b"),
            (2, 1),
            "an object or a list stands at its key"
        );
        assert_eq!(position(text, "/b/0/ü"), (4, 8), "columns count characters");
        assert_eq!(
            position(text, "/b/0/nothing"),
            (3, 5),
            "the nearest ancestor"
        );
    }

    #[test]
    fn one_line_of_json() {
        let text = r#"{"é": {"~/": [true, {"k": null}]}}"#;
        assert_eq!(position(text, "/é/~0~1/0"), (1, 15));
        assert_eq!(position(text, "/é/~0~1/1/k"), (1, 27));
        assert_eq!(position(text, ""), (1, 1));
    }

    #[test]
    fn through_an_alias() {
        let text = "a: &x {b: 1}\nc: *x\n";
        assert_eq!(position(text, "/c"), (2, 4));
        assert_eq!(position(text, "/c/b"), (1, 11));
    }

    #[test]
    fn repeated_keys() {
        let at = At::new(&"a".into(), "/k").repeated_key(1);
        assert_eq!(locate("k: 1\nk: 2\n", &at), (2, 1));
    }
}
