//! Finds values that fit several alternatives where the document allows one.

use serde_json::{Map, Value};

use super::Schemas;

/// The depth to which a value is checked.
const DEPTH: usize = 24;

impl Schemas<'_> {
    /// Returns whether a part of a value fits several alternatives of a `oneOf`.
    pub(crate) fn is_ambiguous(self, schema: &Value, value: &Value) -> bool {
        self.ambiguous_at(schema, value, DEPTH)
    }

    fn ambiguous_at(self, schema: &Value, value: &Value, depth: usize) -> bool {
        let flat = self.flat(schema, depth);
        if depth == 0 {
            return false;
        }
        let fitting = |key: &str| {
            let list = flat.get(key).and_then(Value::as_array);
            let list = list.into_iter().flatten();
            list.filter(|it| self.fits(it, value)).collect::<Vec<_>>()
        };
        let inner = |schema: &Value, value: &Value| self.ambiguous_at(schema, value, depth - 1);
        let (one_of, any_of) = (fitting("oneOf"), fitting("anyOf"));
        one_of.len() > 1
            || one_of.into_iter().chain(any_of).any(|it| inner(it, value))
            || match value {
                Value::Array(items) => {
                    let each = flat.get("items").unwrap_or(&Value::Null);
                    items.iter().any(|item| inner(each, item))
                }
                Value::Object(members) => members
                    .iter()
                    .any(|(name, value)| member(&flat, name).is_some_and(|it| inner(it, value))),
                _ => false,
            }
    }
}

/// Returns the schema of a member.
fn member<'s>(flat: &'s Map<String, Value>, name: &str) -> Option<&'s Value> {
    let declared = flat.get("properties").and_then(|it| it.get(name));
    declared.or_else(|| flat.get("additionalProperties"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Schemas;

    #[track_caller]
    fn check(alternatives: &Value, is_ambiguous: bool) {
        let document = json!({});
        let schema = json!({ "properties": { "payer": { "oneOf": alternatives } } });
        let value = json!({ "payer": { "phone": "1" } });
        let schemas = Schemas::of(&document);
        assert_eq!(schemas.is_ambiguous(&schema, &value), is_ambiguous);
    }

    #[test]
    fn objects_without_required_members_fit_each_other() {
        let phone = json!({ "properties": { "phone": { "type": "string" } } });
        let email = json!({ "properties": { "email": { "type": "string" } } });
        check(&json!([phone, email]), true);
        let email = json!({ "required": ["email"] });
        check(&json!([phone, email]), false);
    }
}
