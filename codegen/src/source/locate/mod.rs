//! From a place to a line and a column.
//!
//! Runs only when something is printed: reading a document keeps no positions.

mod build;
mod json;
mod spots;
mod yaml;

use std::collections::BTreeMap;
use std::ops::Range;

use self::spots::Spots;
use super::Location;
use super::lines::Lines;
use super::location::Mark;

/// Where each part of one text stands.
#[derive(Debug)]
pub(crate) struct Index<'t> {
    pub(crate) lines: Lines,
    spots: Spots<'t>,
    /// The YAML aliases, each with the part that it repeats.
    same: BTreeMap<usize, usize>,
}

/// Line and column of a place, both from 1, the column in characters. A place that isn't there stands at its nearest
/// ancestor; an object or a list that has a key stands at the key.
#[must_use]
pub fn locate(text: &str, at: &Location) -> (usize, usize) {
    let index = Index::new(at.file(), text);
    index.lines.position(text, index.range(text, at).start)
}

impl<'t> Index<'t> {
    /// Of a text; of one that can't be read to the end, as far as it could be. What is JSON and what YAML is decided as for
    /// reading, by the name.
    pub(crate) fn new(file: &str, text: &'t str) -> Self {
        let build = if file.ends_with(".json") {
            json::spots(text)
        } else {
            yaml::spots(text)
        };
        let (spots, same) = build.finish();
        Self {
            lines: Lines::new(text),
            spots: Spots::new(spots),
            same,
        }
    }

    /// The bytes to underline.
    pub(crate) fn range(&self, text: &str, at: &Location) -> Range<usize> {
        if let Mark::Position(line, column) = at.mark() {
            return self.lines.range(text, line, column);
        }
        let mut spot = 0;
        let mut found = self.spots.get(0).map_or(0..0, |root| root.head(text));
        let mut steps = at.steps().peekable();
        while let Some(step) = steps.next() {
            let number = match at.mark() {
                Mark::Key(number) if steps.peek().is_none() => number,
                _ => usize::MAX,
            };
            let holder = self.same.get(&spot).copied().unwrap_or(spot);
            let child = self.spots.child(holder, &step, number);
            let Some((child, below)) =
                child.and_then(|child| Some((child, self.spots.get(child)?)))
            else {
                break;
            };
            spot = child;
            let prefer_key = below.nested || matches!(at.mark(), Mark::Key(_));
            found = match &below.key_range {
                Some(key) if prefer_key => key.clone(),
                _ => below.head(text),
            };
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, pointer: &str) -> (usize, usize) {
        locate(text, &Location::new(&"a".into(), pointer))
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
                Location::new(&"a.json".into(), pointer),
                Location::new(&"a.yaml".into(), pointer),
            );
            for mark in [Location::clone, Location::key, |at: &Location| {
                at.repeated_key(1)
            }] {
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
            let at = Location::new(&"a.json".into(), "/a/1");
            let (line, _) = locate(text, &at);
            assert_eq!(line, 1, "{text}");
        }
    }

    #[test]
    fn among_many() {
        let members: Vec<String> = (0..100).map(|n| format!("\n\"k{n}\": {n}")).collect();
        let items: Vec<String> = (0..100).map(|n| format!("\n{n}")).collect();
        let text = format!("{{{},\"k7\": [{}]}}", members.join(","), items.join(","));
        let at = |pointer: &str| Location::new(&"a.json".into(), pointer);
        assert_eq!(locate(&text, &at("/k57")), (59, 8));
        assert_eq!(locate(&text, &at("/k7").repeated_key(0)), (9, 1));
        assert_eq!(locate(&text, &at("/k7/41")), (143, 1), "the last of equals");
    }

    #[test]
    fn through_an_alias() {
        let text = "a: &x {b: 1}\nc: *x\n";
        assert_eq!(position(text, "/c"), (2, 4));
        assert_eq!(position(text, "/c/b"), (1, 11));
    }

    #[test]
    fn repeated_keys() {
        let at = Location::new(&"a".into(), "/k").repeated_key(1);
        assert_eq!(locate("k: 1\nk: 2\n", &at), (2, 1));
        let first = Location::new(&"a".into(), "/k").repeated_key(0);
        assert_eq!(locate("k: 1\nk: 2\n", &first), (1, 1));
        assert_eq!(position("k: {a: 1}\nk: {b: 2}\n", "/k/b"), (2, 8));
    }
}
