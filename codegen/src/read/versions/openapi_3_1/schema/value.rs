//! Constants and examples.

use crate::read::syntax::node::{Node, NodeKind, Object};

use super::Rewriting;

// JSON Schema 2020-12 Validation, 6.1.3: "const" is functionally equivalent to an "enum" with a single value.
pub(crate) fn constant(object: &mut Object) {
    let Some(value) = object.members.remove("const") else {
        return;
    };
    if let (Some(word), false) = (type_of(&value), object.members.contains_key("type")) {
        object.members.insert("type", Node::string(word));
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

// OAS 3.1.0, Schema Object: enumerations with a description per value are written as a list of constants. For what may
// be sent and received an "enum" says the same.
pub(crate) fn constants(object: &mut Object, rewriting: &Rewriting<'_>) {
    for key in ["oneOf", "anyOf"] {
        let Some(list) = object.members.get(key) else {
            continue;
        };
        let at = list.location(rewriting.at, key);
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
        match texts(items).map(|texts| texts.with_origin(&at)) {
            Some(texts) if word == "string" => {
                object.members.insert(DESCRIPTIONS.to_owned(), texts);
            }
            Some(texts) => describe(object, &values, &texts),
            None => {}
        }
        object.members.remove(key);
        object.members.or_insert("type", Node::string(word));
        let values = Node::from(NodeKind::Array(values)).with_origin(&at);
        object.members.insert("enum", values);
    }
}

/// A number has no place of its own for what it means: a list in the description has it.
fn describe(object: &mut Object, values: &[Node], texts: &Node) {
    let texts = texts.as_array().unwrap_or_default().iter();
    let lines = std::iter::zip(values, texts).map(|(value, text)| {
        let text = text.as_str().unwrap_or_default().replace("\n\n", ": ");
        format!("- `{}`: {text}", value.to_json())
    });
    let own = object.members.get("description").and_then(Node::as_str);
    let own = own.map(|own| format!("{own}\n"));
    let all: Vec<String> = own.into_iter().chain(lines).collect();
    let description = Node::string(&all.join("\n"));
    object.members.insert("description", description);
}

/// The de facto extension for what the values of an `enum` mean.
const DESCRIPTIONS: &str = "x-enum-descriptions";

/// What each constant means, where one of them says it.
fn texts(items: &[Node]) -> Option<Node> {
    let text = |item: &Node| {
        let [value, title, description] =
            ["const", "title", "description"].map(|key| item.get(key).and_then(Node::as_str));
        // A title that is the value in other letters says nothing.
        let title = title.filter(|title| value.is_none_or(|value| plain(value) != plain(title)));
        let words = title.into_iter().chain(description);
        Node::string(&words.collect::<Vec<_>>().join("\n\n"))
    };
    let texts: Vec<Node> = items.iter().map(text).collect();
    let says = |text: &Node| text.as_str().is_some_and(|text| !text.is_empty());
    texts
        .iter()
        .any(says)
        .then(|| NodeKind::Array(texts).into())
}

fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The text or the integer, where a schema says nothing else than that it is the value.
fn plain_constant(schema: &Node) -> Option<Node> {
    const WORDS: [&str; 6] = [
        "const",
        "title",
        "description",
        "type",
        "format",
        "deprecated",
    ];
    let object = schema.as_object()?;
    let is_plain = object.members.keys().all(|key| WORDS.contains(&key));
    let value = object.members.get("const")?;
    let is_known = matches!(type_of(value), Some("string" | "integer"));
    (is_plain && is_known).then(|| value.clone())
}

// OAS 3.1.0, Schema Object: "example" is deprecated in favour of the "examples" of JSON Schema, a list.
pub(crate) fn examples(object: &mut Object, rewriting: &mut Rewriting<'_>) {
    let Some(examples) = object.members.remove("examples") else {
        return;
    };
    let place = examples.location(rewriting.at, "examples");
    match examples.kind {
        NodeKind::Array(list) if !object.members.contains_key("example") && !list.is_empty() => {
            if let Some(first) = list.into_iter().next() {
                let first = first.with_origin(&place.child(0));
                object.members.insert("example", first);
            }
        }
        NodeKind::Array(list) if list.is_empty() => {}
        _ => rewriting.lost.note("examples", place),
    }
}
