//! Compares a response with what was decoded from it and encoded again.

use std::collections::BTreeSet;

use serde_json::Value;

/// Lists the names of all properties that a document declares.
pub(crate) fn declared(document: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    collect(document, &mut names);
    names
}

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get("properties") {
                names.extend(properties.keys().cloned());
            }
            members.values().for_each(|value| collect(value, names));
        }
        Value::Array(items) => items.iter().for_each(|value| collect(value, names)),
        _ => {}
    }
}

/// Returns the first difference: a member that was lost, added or changed. One that is null, or that
/// the document does not declare, may be absent.
pub(crate) fn difference(
    sent: &Value,
    encoded: &Value,
    declared: &BTreeSet<String>,
) -> Option<String> {
    match (sent, encoded) {
        (Value::Object(sent), Value::Object(encoded)) => {
            let present = sent.iter().filter(|(_, value)| !value.is_null());
            let mut lost = present
                .clone()
                .filter(|(name, _)| !encoded.contains_key(*name) && declared.contains(*name));
            let mut added = encoded.keys().filter(|name| !sent.contains_key(*name));
            let mut changed = present.filter_map(|(name, value)| {
                let problem = difference(value, encoded.get(name)?, declared)?;
                Some(format!("{name}.{problem}"))
            });
            let lost = lost.next().map(|(name, _)| format!("{name}: lost"));
            let added = || added.next().map(|name| format!("{name}: added"));
            lost.or_else(added).or_else(|| changed.next())
        }
        (Value::Array(sent), Value::Array(encoded)) if sent.len() == encoded.len() => {
            let pairs = sent.iter().zip(encoded).enumerate();
            let mut problems = pairs.filter_map(|(index, (sent, encoded))| {
                let problem = difference(sent, encoded, declared)?;
                Some(format!("{index}.{problem}"))
            });
            problems.next()
        }
        // 1 and 1.0 are one number.
        (Value::Number(sent), Value::Number(encoded)) if sent.as_f64() == encoded.as_f64() => None,
        (sent, encoded) if sent == encoded => None,
        (sent, encoded) => Some(format!(" {} became {}", short(sent), short(encoded))),
    }
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{declared, difference};

    #[track_caller]
    fn check(encoded: &Value, wanted: Option<&str>) {
        let sent = json!({ "a": 1, "none": null, "list": [{ "b": "x" }], "undeclared": 1 });
        let document = json!({ "properties": { "a": {}, "list": { "properties": { "b": {} } } } });
        let found = difference(&sent, encoded, &declared(&document));
        assert_eq!(found.as_deref(), wanted);
    }

    #[test]
    fn only_null_and_undeclared_members_may_be_absent() {
        check(&json!({ "list": [{ "b": "x" }], "a": 1.0 }), None);
        check(&json!({ "list": [{ "b": "x" }] }), Some("a: lost"));
        check(
            &json!({ "a": 1, "list": [{ "b": "y" }] }),
            Some("list.0.b. \"x\" became \"y\""),
        );
        check(
            &json!({ "a": 1, "list": [{ "b": "x" }], "c": 1 }),
            Some("c: added"),
        );
    }
}
