//! Whether a decoded response, encoded again, says what the judge sent.

use serde_json::Value;

/// The first difference: a member that was lost, added or changed. One that is null may be absent.
pub(crate) fn difference(sent: &Value, encoded: &Value) -> Option<String> {
    match (sent, encoded) {
        (Value::Object(sent), Value::Object(encoded)) => {
            let present = sent.iter().filter(|(_, value)| !value.is_null());
            let mut lost = present
                .clone()
                .filter(|(name, _)| !encoded.contains_key(*name));
            let mut added = encoded.keys().filter(|name| !sent.contains_key(*name));
            let mut changed = present.filter_map(|(name, value)| {
                let problem = difference(value, encoded.get(name)?)?;
                Some(format!("{name}.{problem}"))
            });
            let lost = lost.next().map(|(name, _)| format!("{name}: lost"));
            let added = || added.next().map(|name| format!("{name}: added"));
            lost.or_else(added).or_else(|| changed.next())
        }
        (Value::Array(sent), Value::Array(encoded)) if sent.len() == encoded.len() => {
            let pairs = sent.iter().zip(encoded).enumerate();
            let mut problems = pairs.filter_map(|(index, (sent, encoded))| {
                let problem = difference(sent, encoded)?;
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

    use super::difference;

    #[track_caller]
    fn check(encoded: &Value, wanted: Option<&str>) {
        let sent = json!({ "a": 1, "none": null, "list": [{ "b": "x" }] });
        assert_eq!(difference(&sent, encoded).as_deref(), wanted);
    }

    #[test]
    fn null_may_be_absent_and_nothing_else_may_change() {
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
