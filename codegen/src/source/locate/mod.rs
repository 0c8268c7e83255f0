//! Converts locations to lines and columns.
//!
//! This scans the text again, but only when something is printed: parsing a document keeps no
//! positions.

mod builder;
mod json;
mod spans;
mod yaml;

use std::collections::BTreeMap;
use std::ops::Range;

use self::spans::Spans;
use super::Location;
use super::lines::Lines;
use super::location::Mark;

/// The spans of all values of one text.
#[derive(Debug)]
pub(crate) struct SpanIndex<'t> {
    pub(crate) lines: Lines,
    spans: Spans<'t>,
    /// The YAML aliases, each with the value that it repeats.
    aliases: BTreeMap<usize, usize>,
}

/// Returns line and column of a location, both counted from 1, the column in characters.
///
/// A location that doesn't exist has the position of its nearest ancestor, and an object or a list
/// with a key that of the key.
#[must_use]
pub fn locate(text: &str, at: &Location) -> (usize, usize) {
    let index = SpanIndex::new(at.file(), text);
    index.lines.position(text, index.range(text, at).start)
}

impl<'t> SpanIndex<'t> {
    /// Scans a text as JSON or YAML, depending on the file's name as for parsing. A text with a
    /// syntax error is indexed up to the error.
    pub(crate) fn new(file: &str, text: &'t str) -> Self {
        let builder = if file.ends_with(".json") {
            json::spans(text)
        } else {
            yaml::spans(text)
        };
        let (spans, aliases) = builder.finish();
        Self {
            lines: Lines::new(text),
            spans: Spans::new(spans),
            aliases,
        }
    }

    /// Returns the bytes to underline for a location.
    pub(crate) fn range(&self, text: &str, at: &Location) -> Range<usize> {
        if let Mark::Position(line, column) = at.mark() {
            return self.lines.range(text, line, column);
        }
        let mut index = 0;
        let mut range = self.spans.get(0).map_or(0..0, |root| root.head(text));
        let mut steps = at.steps().peekable();
        while let Some(step) = steps.next() {
            let occurrence = match at.mark() {
                Mark::Key(occurrence) if steps.peek().is_none() => occurrence,
                _ => usize::MAX,
            };
            let container = self.aliases.get(&index).copied().unwrap_or(index);
            let child = self.spans.child(container, &step, occurrence);
            let Some((child, span)) = child.and_then(|child| Some((child, self.spans.get(child)?)))
            else {
                break;
            };
            index = child;
            let prefers_key = span.is_container || matches!(at.mark(), Mark::Key(_));
            range = match &span.key_range {
                Some(key) if prefers_key => key.clone(),
                _ => span.head(text),
            };
        }
        range
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, pointer: &str) -> (usize, usize) {
        locate(text, &Location::new(&"a".into(), pointer))
    }

    #[test]
    fn values_are_located_at_themselves_and_containers_at_their_keys() {
        let text = "a: 1\nb:\n  - c: ü\n    ü: x\n";
        assert_eq!(position(text, "/a"), (1, 4));
        assert_eq!(
            position(text, "/b"),
            (2, 1),
            "an object or a list is located at its key"
        );
        assert_eq!(position(text, "/b/0/ü"), (4, 8), "columns count characters");
        assert_eq!(
            position(text, "/b/0/nothing"),
            (3, 5),
            "the nearest ancestor"
        );
    }

    #[test]
    fn columns_of_minified_json_count_characters() {
        let text = r#"{"é": {"~/": [true, {"k": null}]}}"#;
        assert_eq!(position(text, "/é/~0~1/0"), (1, 15));
        assert_eq!(position(text, "/é/~0~1/1/k"), (1, 27));
        assert_eq!(position(text, ""), (1, 1));
    }

    #[test]
    fn json_and_yaml_have_equal_positions() {
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
                    SpanIndex::new("a.json", text).range(text, &mark(&json)),
                    SpanIndex::new("a.yaml", text).range(text, &mark(&yaml)),
                    "{pointer}"
                );
            }
        }
    }

    #[test]
    fn truncated_json_is_located_as_far_as_it_goes() {
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
    fn long_objects_and_lists_are_indexed() {
        let members: Vec<String> = (0..100).map(|n| format!("\n\"k{n}\": {n}")).collect();
        let items: Vec<String> = (0..100).map(|n| format!("\n{n}")).collect();
        let text = format!("{{{},\"k7\": [{}]}}", members.join(","), items.join(","));
        let at = |pointer: &str| Location::new(&"a.json".into(), pointer);
        assert_eq!(locate(&text, &at("/k57")), (59, 8));
        assert_eq!(locate(&text, &at("/k7").repeated_key(0)), (9, 1));
        assert_eq!(locate(&text, &at("/k7/41")), (143, 1), "the last of equals");
    }

    #[test]
    fn pointers_lead_through_aliases() {
        let text = "a: &x {b: 1}\nc: *x\n";
        assert_eq!(position(text, "/c"), (2, 4));
        assert_eq!(position(text, "/c/b"), (1, 11));
    }

    #[test]
    fn repeated_keys_are_located_by_their_number() {
        let at = Location::new(&"a".into(), "/k").repeated_key(1);
        assert_eq!(locate("k: 1\nk: 2\n", &at), (2, 1));
        let first = Location::new(&"a".into(), "/k").repeated_key(0);
        assert_eq!(locate("k: 1\nk: 2\n", &first), (1, 1));
        assert_eq!(position("k: {a: 1}\nk: {b: 2}\n", "/k/b"), (2, 8));
    }
}
