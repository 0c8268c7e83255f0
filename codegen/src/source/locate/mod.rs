//! From a place to a line and a column.
//!
//! Runs only when something is printed: reading a document keeps no positions.

mod build;
mod json;
mod yaml;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::At;
use super::at::Mark;
use super::lines::Lines;

/// Where each part of one text stands.
#[derive(Debug)]
pub(crate) struct Index<'t> {
    pub(crate) lines: Lines,
    spots: Vec<Spot<'t>>,
}

#[derive(Debug)]
struct Spot<'t> {
    value: Range<usize>,
    /// Whether it is an object or a list.
    nested: bool,
    children: Vec<Child<'t>>,
    /// The children's numbers, sorted by key; equal keys in the order of the text. Few objects are ever asked.
    by_key: OnceLock<Vec<usize>>,
    /// For a YAML alias: the spot that it repeats.
    same_as: Option<usize>,
}

impl Spot<'_> {
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

    fn by_key(&self) -> &[usize] {
        self.by_key.get_or_init(|| {
            let key = |number: &usize| &self.children[*number].key;
            let mut numbers: Vec<usize> = (0..self.children.len()).collect();
            numbers.sort_by(|one, other| key(one).cmp(key(other)));
            numbers
        })
    }
}

#[derive(Debug)]
struct Child<'t> {
    /// A key; empty for an item of a list.
    key: Cow<'t, str>,
    key_range: Option<Range<usize>>,
    spot: usize,
}

/// Line and column of a place, both from 1, the column in characters. A place that isn't there stands at its nearest
/// ancestor; an object or a list that has a key stands at the key.
#[must_use]
pub fn locate(text: &str, at: &At) -> (usize, usize) {
    let index = Index::new(at.file(), text);
    index.lines.position(text, index.range(text, at).start)
}

impl<'t> Index<'t> {
    /// Of a text; of one that can't be read to the end, as far as it could be. What is JSON and what YAML is decided as for
    /// reading, by the name.
    pub(crate) fn new(file: &str, text: &'t str) -> Self {
        Self {
            lines: Lines::new(text),
            spots: if file.ends_with(".json") {
                json::spots(text)
            } else {
                yaml::spots(text)
            },
        }
    }

    /// The bytes to underline.
    pub(crate) fn range(&self, text: &str, at: &At) -> Range<usize> {
        if let Mark::Position(line, column) = at.mark() {
            return self.lines.range(text, line, column);
        }
        let mut spot = 0;
        let mut found = self.spots.first().map_or(0..0, |root| root.head(text));
        let mut steps = at.steps().peekable();
        while let Some(step) = steps.next() {
            let number = match at.mark() {
                Mark::Key(number) if steps.peek().is_none() => number,
                _ => usize::MAX,
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

    /// The member or item; of equal keys the one of that number, or the last.
    fn child(&self, spot: usize, step: &str, number: usize) -> Option<&Child<'t>> {
        let mut parent = self.spots.get(spot)?;
        while let Some(same) = parent.same_as {
            parent = self.spots.get(same)?;
        }
        let is_list = parent.children.first()?.key_range.is_none();
        if is_list {
            return parent.children.get(step.parse::<usize>().ok()?);
        }
        let by_key = parent.by_key();
        let start = by_key.partition_point(|child| *parent.children[*child].key < *step);
        let end = by_key.partition_point(|child| *parent.children[*child].key <= *step);
        let equal = by_key.get(start..end).unwrap_or_default();
        let child = equal.get(number).or(equal.last())?;
        parent.children.get(*child)
    }
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
    fn json_stands_where_yaml_says_it_does() {
        let text =
            "{\"a\\u00e9\\\"/\": [1, \"{\", {}, [\"\\\\\"]],\n \"a\": true, \"a\": {\"ü\": null}}";
        for pointer in [
            "",
            "/aé\"~1/0",
            "/aé\"~1/1",
            "/aé\"~1/2",
            "/aé\"~1/3/0",
            "/a",
            "/a/ü",
            "/b",
        ] {
            let (json, yaml) = (
                At::new(&"a.json".into(), pointer),
                At::new(&"a.yaml".into(), pointer),
            );
            for mark in [At::clone, At::key, |at: &At| at.repeated_key(1)] {
                assert_eq!(
                    Index::new("a.json", text).range(text, &mark(&json)),
                    Index::new("a.yaml", text).range(text, &mark(&yaml)),
                    "{pointer}"
                );
            }
        }
    }

    #[test]
    fn json_that_ends_too_early() {
        for text in [
            "{\"a\": [1, \"\\",
            "{\"a",
            "{\"a\": [tru",
            "}",
            "{]}",
            "\"\\ü",
        ] {
            let at = At::new(&"a.json".into(), "/a/1");
            let (line, _) = locate(text, &at);
            assert_eq!(line, 1, "{text}");
        }
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
        let first = At::new(&"a".into(), "/k").repeated_key(0);
        assert_eq!(locate("k: 1\nk: 2\n", &first), (1, 1));
        assert_eq!(position("k: {a: 1}\nk: {b: 2}\n", "/k/b"), (2, 8));
    }
}
