//! The size of a document whose references are replaced by their targets: Prism does that before it
//! listens, and visits a target once per reference to it.

use serde_json::Value;

/// The most values that Prism reads in a minute or two: it takes half a minute for 1.5 million.
/// GitHub's document has half a million; Stripe's has more than a hundred million, and Prism is not
/// done after eight minutes.
const LIMIT: usize = 4_000_000;

/// Returns whether a document has more values than Prism reads in reasonable time.
pub(super) fn is_too_large(document: &Value) -> bool {
    exceeds(document, LIMIT)
}

fn exceeds(document: &Value, limit: usize) -> bool {
    let mut walk = Walk {
        document,
        left: limit,
        path: Vec::new(),
    };
    walk.visit(document).is_none()
}

/// A walk through all values.
struct Walk<'d> {
    document: &'d Value,
    /// How many more values are visited.
    left: usize,
    /// The references that lead to the current value, within which they are not followed again.
    path: Vec<&'d str>,
}

impl<'d> Walk<'d> {
    /// Visits a value and all values in it; `None` if there are too many.
    fn visit(&mut self, value: &'d Value) -> Option<()> {
        self.left = self.left.checked_sub(1)?;
        match value {
            Value::Object(members) => match members.get("$ref").and_then(Value::as_str) {
                Some(reference) => self.follow(reference),
                None => members.values().try_for_each(|it| self.visit(it)),
            },
            Value::Array(items) => items.iter().try_for_each(|it| self.visit(it)),
            _ => Some(()),
        }
    }

    fn follow(&mut self, reference: &'d str) -> Option<()> {
        let pointer = reference.strip_prefix('#');
        let target = pointer.and_then(|pointer| self.document.pointer(pointer));
        if let Some(target) = target.filter(|_| !self.path.contains(&reference)) {
            self.path.push(reference);
            self.visit(target)?;
            self.path.pop();
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::exceeds;

    #[test]
    fn a_target_counts_once_per_reference_and_cycles_end() {
        let document = json!({
            "a": [{ "$ref": "#/b" }, { "$ref": "#/b" }],
            "b": { "c": { "$ref": "#/c" }, "b": { "$ref": "#/b" } },
            "c": 1,
        });
        // `b` is an object, a reference to a number, and one to itself, which is followed where the
        // walk has not come by a reference to `b`.
        let (list, b, c) = (1 + 2 * (1 + 4), 4 + 4, 1);
        let size = 1 + list + b + c;
        assert!(!exceeds(&document, size));
        assert!(exceeds(&document, size - 1));
    }
}
