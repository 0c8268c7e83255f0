//! Names don't change when something else is added to the document: each fixture is generated again with a copy of everything
//! in it put in front, under names of its own. So whatever is equal to something else now comes later, and keeps its name.

use std::collections::BTreeSet;
use std::fs;

use codegen::{Options, Sources, generate};
use serde_yaml::{Mapping, Value};
use tests::fixture;

#[test]
fn names_stay_when_something_else_is_added() {
    let mut compared = 0;
    for folder in ["cases", "documents"] {
        for path in fixture::inputs(folder).expect("the folder is readable") {
            let text = fs::read_to_string(&path).expect("the fixture is readable");
            let mut document: Value = serde_yaml::from_str(&text).expect("it is a document");
            let before = names(&text);
            add(&mut document);
            let after = names(&serde_yaml::to_string(&document).expect("it can be written"));
            let gone: Vec<_> = before.difference(&after).collect();
            assert!(gone.is_empty(), "{}: {gone:?} changed", path.display());
            compared += before.len();
        }
    }
    assert!(compared > 1000, "{compared} names");
}

/// The names of types and operations, of their functions, and of the client's. What stands for a type, be it another name, is none of this
/// test's business.
fn names(document: &str) -> BTreeSet<String> {
    let mut sources = Sources::default();
    sources.insert("api.yaml", document);
    let (tree, diagnostics) = generate(&sources, &Options::default());
    let tree = tree.unwrap_or_else(|| panic!("{}", diagnostics.render(&sources)));
    let statements = tree.iter().flat_map(|(_, code)| code.split(';'));
    let lines = tree.iter().filter(|(path, _)| *path == "client.rs");
    let lines = lines.flat_map(|(_, code)| code.lines());
    statements
        .flat_map(named)
        .chain(lines.filter_map(of_client))
        .collect()
}

/// What a line of the client names: `pub fn secret_key(`, `pub(in super) static SECRET_KEY: …`.
fn of_client(line: &str) -> Option<String> {
    let (before, name) = ["fn ", "const ", "static "]
        .iter()
        .find_map(|word| line.split_once(word))?;
    let end = name.find(|letter: char| !letter.is_alphanumeric() && letter != '_')?;
    let is_public = before.trim_start().starts_with("pub");
    is_public.then(|| format!("client {}", &name[..end]))
}

/// What a statement names: `pub use order::{Order, OrderMood};`, `fn get_order(id: &str) -> types::Order;`.
fn named(statement: &str) -> Vec<String> {
    if let Some((_, function)) = statement.rsplit_once("\n        fn ") {
        let name = function.split('(').next();
        return name.map(|name| format!("{name}()")).into_iter().collect();
    }
    let used = statement
        .split_once("pub use ")
        .map_or("", |(_, used)| used);
    let list = used.split_once("::").map_or("", |(_, list)| list);
    let names = list.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let names = names.filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

/// A copy of each component schema, of each security scheme and of each path, in front of all others.
fn add(document: &mut Value) {
    let map = |value: Option<&mut Value>, name: fn(&str) -> String| {
        if let Some(map) = value.and_then(Value::as_mapping_mut) {
            in_front(map, name);
        }
    };
    for kind in ["schemas", "securitySchemes"] {
        let components = document.get_mut("components");
        map(components.and_then(|it| it.get_mut(kind)), |key| {
            format!("Added{key}")
        });
    }
    map(document.get_mut("paths"), |path| format!("/added{path}"));
}

fn in_front(map: &mut Mapping, name: fn(&str) -> String) {
    let mut all = Mapping::new();
    for (key, value) in map.iter() {
        let mut copy = value.clone();
        rename(&mut copy);
        all.insert(name(key.as_str().unwrap_or_default()).into(), copy);
    }
    all.extend(std::mem::take(map));
    *map = all;
}

/// Operations of a copy have their own `operationId`.
fn rename(item: &mut Value) {
    for (_, operation) in item.as_mapping_mut().into_iter().flatten() {
        let id = operation.get_mut("operationId");
        if let Some(id) = id {
            *id = Value::from(format!("added {}", id.as_str().unwrap_or_default()));
        }
    }
}
