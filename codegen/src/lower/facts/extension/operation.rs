//! The small extension of operations: `x-codeSamples`.

use indexmap::IndexMap;
use serde_json::Value;

use crate::source::Location;

use super::wrong_value;
use crate::lower::context::Out;

type Extensions = IndexMap<String, Value>;

/// Returns the Rust samples of `x-codeSamples`.
pub(crate) fn examples(out: &mut Out<'_>, at: &Location, extensions: &Extensions) -> Vec<String> {
    const KEY: &str = "x-codeSamples";
    const EXPECTED: &str = "a list of objects with `lang` and `source`";
    let Some(value) = extensions.get(KEY) else {
        return Vec::new();
    };
    let at = at.child(KEY);
    let Some(list) = value.as_array() else {
        wrong_value(out, &at, KEY, EXPECTED);
        return Vec::new();
    };
    let mut examples = Vec::new();
    for (index, sample) in list.iter().enumerate() {
        let text = |key| sample.get(key).and_then(Value::as_str);
        match (text("lang"), text("source")) {
            (Some(lang), Some(source)) if lang.eq_ignore_ascii_case("rust") => {
                examples.push(source.to_owned());
            }
            (Some(_), Some(_)) => {}
            _ => wrong_value(out, &at.child(index), KEY, EXPECTED),
        }
    }
    examples
}
