//! What stands in the braces of a path, where it says more than a name.
//!
//! | expression | of | name | may hold `/` |
//! | --- | --- | --- | --- |
//! | `{id}` | OpenAPI | `id` | no |
//! | `{key+}` | Smithy, AWS | `key` | yes |
//! | `{+parent}` | RFC 6570, 3.2.3 | `parent` | yes |
//! | `{name=orders/*}` `{name=**}` | Google's transcoding | `name` | yes |
//! | `{name=*}` | Google's transcoding | `name` | no |
//! | `{path*}` `{*path}` `{**path}` | routers that match the rest of a path | `path` | yes |
//! | `{path:path}` `{path:.*}` `{path:.+}` | routers with types and patterns | `path` | yes |
//! | `{id:[0-9]+}` `{id?}` | the same | `id` | no |

/// The name in an expression.
pub(crate) fn name(expression: &str) -> &str {
    let name = expression.split(['=', ':']).next().unwrap_or_default();
    let name = name.trim_matches(['+', '*', '?', ' ']);
    if name.is_empty() { expression } else { name }
}

/// Whether its value may be several segments of a path.
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
    use super::{has_segments, name};

    #[test]
    fn expressions() {
        for (expression, is_called, may_hold_segments) in [
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
            assert_eq!(name(expression), is_called);
            assert_eq!(has_segments(expression), may_hold_segments, "{expression}");
        }
    }
}
