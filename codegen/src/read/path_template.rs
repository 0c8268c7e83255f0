//! Parses the template expressions of a path, such as `{key+}` and `{name=orders/*}`.
//!
//! | expression | from | name | may contain `/` |
//! | --- | --- | --- | --- |
//! | `{id}` | OpenAPI | `id` | no |
//! | `{key+}` | Smithy, AWS | `key` | yes |
//! | `{+parent}` | RFC 6570, 3.2.3 | `parent` | yes |
//! | `{name=orders/*}` `{name=**}` | Google's transcoding | `name` | yes |
//! | `{name=*}` | Google's transcoding | `name` | no |
//! | `{path*}` `{*path}` `{**path}` | routers that match the rest of a path | `path` | yes |
//! | `{path:path}` `{path:.*}` `{path:.+}` | routers with types and patterns | `path` | yes |
//! | `{id:[0-9]+}` `{id?}` | the same | `id` | no |

/// Splits a path into its text with empty braces and the expressions in them, or returns `None` if
/// the braces don't match or one of them is empty.
pub(crate) fn split(path: &str) -> Option<(String, Vec<String>)> {
    let mut parts = path.split('{');
    let mut template = parts.next()?.to_owned();
    let mut expressions = Vec::new();
    for part in parts {
        let (expression, rest) = part.split_once('}')?;
        expressions.push(expression.to_owned());
        template.push_str("{}");
        template.push_str(rest);
    }
    let is_paired = template.matches('}').count() == expressions.len();
    let is_valid = is_paired && !expressions.iter().any(String::is_empty);
    is_valid.then_some((template, expressions))
}

/// Returns whether a segment of a path is `.` or `..`. Clients and servers remove such segments, and
/// what remains is another path.
// RFC 3986, 5.2.4.
pub(crate) fn has_dot_segment(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.to_ascii_lowercase().replace("%2e", ".");
    // The URL standard reads a backslash as a slash.
    let mut segments = path.split(['/', '\\']);
    segments.any(|segment| matches!(segment, "." | ".."))
}

/// Returns the name in an expression.
pub(crate) fn name(expression: &str) -> &str {
    let name = expression.split(['=', ':']).next().unwrap_or_default();
    let name = name.trim_matches(['+', '*', '?', ' ']);
    if name.is_empty() { expression } else { name }
}

/// Returns whether the value of an expression can be several segments of a path.
pub(crate) fn has_segments(expression: &str) -> bool {
    if let Some((_, pattern)) = expression.split_once('=') {
        return pattern.contains('/') || pattern.contains("**");
    }
    if let Some((_, kind)) = expression.split_once(':') {
        return ["path", ".*", ".+"].contains(&kind.trim());
    }
    let signs = ['+', '*'];
    expression.starts_with(signs) || expression.ends_with(signs)
}

#[cfg(test)]
mod tests {
    use super::{has_dot_segment, has_segments, name, split};

    #[test]
    fn braces_are_paired_and_not_empty() {
        let names = |path| split(path).map(|(template, names)| (template, names.join(" ")));
        assert_eq!(names("/a/{b}.{c}"), Some(("/a/{}.{}".into(), "b c".into())));
        assert_eq!(names("/a/{b"), None);
        assert_eq!(names("/a/b}"), None);
        assert_eq!(names("/a/{}"), None);
    }

    #[test]
    fn only_whole_segments_are_dot_segments() {
        for path in [
            "/a/../b",
            "/./a",
            "/a/..",
            "/a/.?b=c",
            "/a/.%2E/b",
            "/a\\..\\b",
        ] {
            assert!(has_dot_segment(path), "{path}");
        }
        for path in ["/a.b/..c/...", "/{a}.{b}", "/a?b=/../c", "/a#/./b"] {
            assert!(!has_dot_segment(path), "{path}");
        }
    }

    #[test]
    fn expressions_have_names_and_may_span_segments() {
        for (expression, expected, spans_segments) in [
            ("id", "id", false),
            ("key+", "key", true),
            ("+parent", "parent", true),
            ("name=orders/*/items/*", "name", true),
            ("name=**", "name", true),
            ("name=*", "name", false),
            ("path*", "path", true),
            ("**path", "path", true),
            ("path:path", "path", true),
            ("path:.*", "path", true),
            ("id:[0-9]+", "id", false),
            ("id?", "id", false),
            ("+", "+", true),
        ] {
            assert_eq!(name(expression), expected);
            assert_eq!(has_segments(expression), spans_segments, "{expression}");
        }
    }
}
