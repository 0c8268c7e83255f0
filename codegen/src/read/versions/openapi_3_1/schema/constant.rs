//! Converts constants and examples.

use crate::read::syntax::node::{Node, NodeKind, Object};

use super::Conversion;

/// Converts `const` to `enum`.
// JSON Schema 2020-12 Validation, 6.1.3: "const" is functionally equivalent to an "enum" with a
// single value.
pub(crate) fn convert(object: &mut Object) {
    let Some(value) = object.members.remove("const") else {
        return;
    };
    if let (Some(name), false) = (type_of(&value), object.members.contains_key("type")) {
        object.members.insert("type", Node::string(name));
    }
    if value.kind != NodeKind::Null && !object.members.contains_key("enum") {
        let one = NodeKind::Array(vec![value]).into();
        object.members.insert("enum", one);
    }
}

fn type_of(value: &Node) -> Option<&'static str> {
    match &value.kind {
        NodeKind::Null => Some("null"),
        NodeKind::String(_) => Some("string"),
        NodeKind::Bool(_) => Some("boolean"),
        NodeKind::Number(number) if !number.is_f64() => Some("integer"),
        NodeKind::Number(_) => Some("number"),
        NodeKind::Array(_) | NodeKind::Object(_) => None,
    }
}

/// Converts alternatives that are all constants to an `enum`.
// OAS 3.1.0, Schema Object: enumerations with a description per value are alternatives with a
// "const" each. An "enum" allows the same values.
pub(crate) fn convert_alternatives(object: &mut Object, conversion: &Conversion<'_>) {
    for key in ["oneOf", "anyOf"] {
        let Some(list) = object.members.get(key) else {
            continue;
        };
        let at = list.location(conversion.at, key);
        let items = list.as_array().unwrap_or_default();
        let values: Option<Vec<Node>> = items.iter().map(plain_constant).collect();
        let kinds = values.iter().flatten().map(type_of);
        let word = kinds.reduce(|one, other| one.filter(|_| one == other));
        let is_free = ["enum", "const"]
            .iter()
            .all(|key| !object.members.contains_key(key));
        let (Some(values), Some(Some(word)), true) = (values, word, is_free) else {
            continue;
        };
        match descriptions(items).map(|it| it.with_origin(&at)) {
            Some(descriptions) if word == "string" => {
                object.members.insert(DESCRIPTIONS.to_owned(), descriptions);
            }
            Some(descriptions) => add_to_description(object, &values, &descriptions),
            None => {}
        }
        object.members.remove(key);
        object.members.or_insert("type", Node::string(word));
        let values = Node::from(NodeKind::Array(values)).with_origin(&at);
        object.members.insert("enum", values);
    }
}

/// Adds the descriptions of values to the description of their schema: `DESCRIPTIONS` is only for
/// strings.
fn add_to_description(object: &mut Object, values: &[Node], descriptions: &Node) {
    let descriptions = descriptions.as_array().unwrap_or_default().iter();
    let lines = std::iter::zip(values, descriptions).map(|(value, text)| {
        let text = text.as_str().unwrap_or_default().replace("\n\n", ": ");
        format!("- `{}`: {text}", value.to_json())
    });
    let own = object.members.get("description").and_then(Node::as_str);
    let own = own.map(|own| format!("{own}\n"));
    let all: Vec<String> = own.into_iter().chain(lines).collect();
    let description = Node::string(&all.join("\n"));
    object.members.insert("description", description);
}

/// The common extension for descriptions of the values of an `enum`.
const DESCRIPTIONS: &str = "x-enum-descriptions";

/// Returns the description of each constant, or `None` if none has one.
fn descriptions(items: &[Node]) -> Option<Node> {
    let text = |item: &Node| {
        let [value, title, description] =
            ["const", "title", "description"].map(|key| item.get(key).and_then(Node::as_str));
        // A title that only repeats the value describes nothing.
        let title =
            title.filter(|title| value.is_none_or(|value| normalized(value) != normalized(title)));
        let parts = title.into_iter().chain(description);
        Node::string(&parts.collect::<Vec<_>>().join("\n\n"))
    };
    let descriptions: Vec<Node> = items.iter().map(text).collect();
    let has_text = |text: &Node| text.as_str().is_some_and(|text| !text.is_empty());
    descriptions
        .iter()
        .any(has_text)
        .then(|| NodeKind::Array(descriptions).into())
}

/// Returns the letters and digits of a string in lower case.
fn normalized(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Returns the value of a schema that is nothing but a constant string or integer.
fn plain_constant(schema: &Node) -> Option<Node> {
    const KEYWORDS: [&str; 6] = [
        "const",
        "title",
        "description",
        "type",
        "format",
        "deprecated",
    ];
    let object = schema.as_object()?;
    let is_plain = object.members.keys().all(|key| KEYWORDS.contains(&key));
    let value = object.members.get("const")?;
    let is_known = matches!(type_of(value), Some("string" | "integer"));
    (is_plain && is_known).then(|| value.clone())
}

/// Converts `examples` to `example`, which is the first of them.
// OAS 3.1.0, Schema Object: "example" is deprecated in favour of the "examples" of JSON Schema, a
// list.
pub(crate) fn convert_examples(object: &mut Object, conversion: &mut Conversion<'_>) {
    let Some(examples) = object.members.remove("examples") else {
        return;
    };
    let place = examples.location(conversion.at, "examples");
    match examples.kind {
        NodeKind::Array(list) if !object.members.contains_key("example") && !list.is_empty() => {
            if let Some(first) = list.into_iter().next() {
                let first = first.with_origin(&place.child(0));
                object.members.insert("example", first);
            }
        }
        NodeKind::Array(list) if list.is_empty() => {}
        _ => conversion.ignored.add("examples", place),
    }
}
