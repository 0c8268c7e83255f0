//! Mutations of a document as a tree: wrong types, swapped, copied and lost parts, references to
//! anywhere, deep nesting.

use serde_json::{Map, Value, json};

use super::random::Random;

/// Replaces, swaps, copies, removes, renames or nests one part. Parts are also taken from a second
/// document.
pub(crate) fn mutate(tree: &mut Value, other: &Value, random: &mut Random) {
    let places = pointers(tree);
    let Some(place) = random.one_of(&places).cloned() else {
        return;
    };
    let second = random.one_of(&places).cloned().unwrap_or_default();
    match random.below(9) {
        0 | 1 => set(tree, &place, odd(random)),
        2 => swap(tree, &place, &second),
        3 => {
            let part = tree.pointer(&second).cloned().unwrap_or_default();
            set(tree, &place, part);
        }
        4 => {
            let theirs = pointers(other);
            let part = random.one_of(&theirs).and_then(|from| other.pointer(from));
            set(tree, &place, part.cloned().unwrap_or_default());
        }
        5 => remove(tree, &place),
        6 => rename(tree, &place, &second, random),
        7 => set(tree, &place, json!({"$ref": format!("#{second}")})),
        _ => nest(tree, &place, random),
    }
}

/// The pointer of every part but the root.
pub(crate) fn pointers(tree: &Value) -> Vec<String> {
    fn collect(value: &Value, at: &str, found: &mut Vec<String>) {
        let mut add = |step: &str, child: &Value| {
            let at = format!("{at}/{}", step.replace('~', "~0").replace('/', "~1"));
            found.push(at.clone());
            collect(child, &at, found);
        };
        match value {
            Value::Object(members) => members.iter().for_each(|(key, child)| add(key, child)),
            Value::Array(items) => {
                let items = items.iter().enumerate();
                items.for_each(|(index, child)| add(&index.to_string(), child));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    collect(tree, "", &mut found);
    found
}

/// Takes a part out.
pub(crate) fn remove(tree: &mut Value, place: &str) {
    let Some((parent, step)) = place.rsplit_once('/') else {
        return;
    };
    match tree.pointer_mut(parent) {
        Some(Value::Object(members)) => {
            members.shift_remove(&unescaped(step));
        }
        Some(Value::Array(items)) => {
            if let Some(index) = step.parse().ok().filter(|index| *index < items.len()) {
                items.remove(index);
            }
        }
        _ => {}
    }
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

fn set(tree: &mut Value, place: &str, value: Value) {
    if let Some(part) = tree.pointer_mut(place) {
        *part = value;
    }
}

fn swap(tree: &mut Value, one: &str, other: &str) {
    let first = tree.pointer(one).cloned().unwrap_or_default();
    let second = tree.pointer(other).cloned().unwrap_or_default();
    set(tree, one, second);
    set(tree, other, first);
}

/// The key of one place becomes the key of another, or an odd one.
fn rename(tree: &mut Value, place: &str, second: &str, random: &mut Random) {
    let key = match random.below(2) {
        0 => second.rsplit_once('/').map(|(_, step)| unescaped(step)),
        _ => odd(random).as_str().map(str::to_owned),
    };
    let Some((parent, step)) = place.rsplit_once('/') else {
        return;
    };
    if let Some(Value::Object(members)) = tree.pointer_mut(parent) {
        let old = unescaped(step);
        let renamed = std::mem::take(members).into_iter().map(|(known, value)| {
            let is_it = known == old;
            (
                if is_it {
                    key.clone().unwrap_or_default()
                } else {
                    known
                },
                value,
            )
        });
        *members = renamed.collect();
    }
}

/// Texts that seldom stand where a mutation puts them.
const WORDS: &[&str] = &[
    "",
    " ",
    "true",
    "null",
    "$ref",
    "self",
    "Self",
    "crate",
    "_",
    "__",
    "r#type",
    "İstanbul",
    "ß",
    "𝒳",
    "\u{202e}abc",
    "a\u{0}b",
    "1",
    "-",
    "+1",
    "*/*",
    "application/json; charset=\"",
    "{",
    "{id",
    "/{id}/{id}",
    "200",
    "2XX",
    "default",
    "object",
    "array",
    "string",
    "integer",
    "date-time",
    "int32",
    "binary",
    "byte",
    "password",
    "decimal",
    "deepObject",
    "query",
    "path",
    "header",
    "cookie",
    "#/",
    "#/components/schemas/A",
    "file.yaml#/A",
    "http://[",
    "`a",
    "<b>",
    "[x](y",
    "```rust\n",
    "\u{feff}",
    "\r\n",
    "x-",
    "x-rust-type",
    "oneOf",
    "allOf",
    "not",
];

/// Something that seldom stands in a document.
fn odd(random: &mut Random) -> Value {
    match random.below(12) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(-1.5),
        4 => json!(u64::MAX),
        5 => json!(1e300),
        6 => json!([]),
        7 => json!({}),
        8 => json!([null, {}, "a", "a"]),
        9 => json!({"": {"": {}}}),
        10 => json!("x".repeat(random.below(5_000))),
        _ => json!(random.one_of(WORDS).copied().unwrap_or_default()),
    }
}

/// Wraps a part into many layers of one kind.
fn nest(tree: &mut Value, place: &str, random: &mut Random) {
    let mut part = tree.pointer(place).cloned().unwrap_or_default();
    let kind = random.below(5);
    let layers = [1, 2, 5, 40, 120];
    for _ in 0..random.one_of(&layers).copied().unwrap_or_default() {
        part = match kind {
            0 => json!({"allOf": [part]}),
            1 => json!({"oneOf": [part, {"type": "string"}]}),
            2 => json!({"type": "array", "items": part}),
            3 => json!({"type": "object", "properties": {"a": part}}),
            _ => Value::Object(Map::from_iter([("additionalProperties".to_owned(), part)])),
        };
    }
    set(tree, place, part);
}
