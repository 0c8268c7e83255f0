//! A renamed operation changes its own lines alone: operations of each fixture are given another
//! `operationId`, and everything that is not named after them stays as it was.

#![expect(
    clippy::expect_used,
    reason = "a fixture that cannot be read has nothing to say"
)]

use std::collections::BTreeMap;
use std::fs;

use codegen::{Options, Sources, generate};
use quote::ToTokens;
use serde_yaml::Value;
use syn::{ImplItem, Item};
use tests::fixture;

/// What names would be shared with is at the beginning of a document.
const FIRST: usize = 1;

/// Fixtures in which operations compete for a name, if one gives it up, another has it; or in which two
/// paths share one.
const COMPETING: [&str; 3] = [
    "components_of_every_kind",
    "names_in_a_script_without_capitals",
    "names_in_many_scripts",
];

#[test]
fn a_renamed_operation_changes_nothing_else() {
    let (mut renamed, mut compared) = (0, 0);
    for folder in ["cases", "documents"] {
        let paths = fixture::inputs(folder).expect("the folder is readable");
        let compete = |name: &str| COMPETING.contains(&name);
        for path in paths.iter().filter(|path| !compete(&fixture::stem(path))) {
            let text = fs::read_to_string(path).expect("the fixture is readable");
            let document: Value = serde_yaml::from_str(&text).expect("it is a document");
            let before = items(&document);
            for (route, method) in operations(&document).into_iter().take(FIRST) {
                let mut document = document.clone();
                rename(&mut document, &route, &method);
                compared += compare(
                    &before,
                    &items(&document),
                    &format!("{method} {route} of {path:?}"),
                );
                renamed += 1;
            }
        }
    }
    assert!(renamed > 60, "{renamed} operations");
    assert!(compared > 1_000, "{compared} items");
}

/// Compares the items that kept their names, and returns how many there are.
fn compare(before: &Items, after: &Items, renamed: &str) -> usize {
    let mut count = 0;
    for (name, text) in before {
        if let Some(now) = after.get(name) {
            assert_eq!(text, now, "{name}, when {renamed} is renamed");
            count += 1;
        }
    }
    count
}

/// The items of a client by name.
type Items = BTreeMap<String, String>;

/// Lists the operations whose id no other has.
fn operations(document: &Value) -> Vec<(String, String)> {
    let paths = document.get("paths").and_then(Value::as_mapping);
    let mut found: Vec<(String, String, &Value)> = Vec::new();
    for (route, path) in paths.into_iter().flatten() {
        for (method, operation) in path.as_mapping().into_iter().flatten() {
            let name = |it: &Value| it.as_str().unwrap_or_default().to_owned();
            if let Some(id) = operation.get("operationId") {
                found.push((name(route), name(method), id));
            }
        }
    }
    let is_unique = |id: &Value| found.iter().filter(|it| it.2 == id).count() == 1;
    let unique = found.iter().filter(|it| is_unique(it.2));
    unique.map(|it| (it.0.clone(), it.1.clone())).collect()
}

/// Gives an operation another id, wherever it is named.
fn rename(document: &mut Value, route: &str, method: &str) {
    let id = &mut document["paths"][route][method]["operationId"];
    let old = id.clone();
    let new = Value::from(format!("{}Renamed", old.as_str().unwrap_or_default()));
    *id = new.clone();
    replace(document, &old, &new);
}

/// Replaces an id in `resolve-with` and `links`.
fn replace(value: &mut Value, old: &Value, new: &Value) {
    match value {
        Value::Mapping(map) => {
            for (key, value) in map.iter_mut() {
                let list = value.as_sequence_mut().filter(|_| key == "resolve-with");
                for id in list.into_iter().flatten().filter(|id| *id == old) {
                    *id = new.clone();
                }
                replace(value, old, new);
            }
        }
        Value::Sequence(list) => list.iter_mut().for_each(|it| replace(it, old, new)),
        _ => {}
    }
}

/// Lists the items without their documentation and the operations that show an outcome, which name
/// others. An alias names the type that it stands for, and is not compared.
fn items(document: &Value) -> Items {
    let text = serde_yaml::to_string(document).expect("it can be written");
    let mut sources = Sources::default();
    sources.insert("api.yaml", &text);
    let (files, diagnostics) = generate(&sources, &Options::default());
    let files = files.unwrap_or_else(|| panic!("{}", diagnostics.render(&sources)));
    let mut items = Items::new();
    for (path, code) in files.iter() {
        let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{path}: {error}"));
        for item in file.items {
            add(path, item, &mut items);
        }
    }
    items
}

fn add(path: &str, item: Item, items: &mut Items) {
    let (name, text) = match item {
        Item::Impl(it) => return add_members(path, it, items),
        Item::Struct(mut it) => {
            it.attrs.clear();
            it.fields.iter_mut().for_each(|it| it.attrs.clear());
            (it.ident.to_string(), it.to_token_stream())
        }
        Item::Enum(mut it) => {
            it.attrs.clear();
            it.variants.iter_mut().for_each(|it| it.attrs.clear());
            (it.ident.to_string(), it.to_token_stream())
        }
        Item::Static(mut it) => {
            it.attrs.clear();
            (it.ident.to_string(), it.to_token_stream())
        }
        _ => return,
    };
    items.insert(format!("{path}: {name}"), text.to_string());
}

fn add_members(path: &str, item: syn::ItemImpl, items: &mut Items) {
    let of = item.self_ty.to_token_stream();
    for member in item.items {
        let (name, text) = match member {
            ImplItem::Fn(mut it) => {
                it.attrs.clear();
                (it.sig.ident.to_string(), it.to_token_stream())
            }
            ImplItem::Const(it) => (it.ident.to_string(), it.expr.to_token_stream()),
            ImplItem::Type(it) => (it.ident.to_string(), it.ty.to_token_stream()),
            _ => continue,
        };
        let text = text.to_string();
        let text = match text.split_once("ResolveWith") {
            Some((start, _)) => start.to_owned(),
            None => text,
        };
        items.insert(format!("{path}: {of}::{name}"), text);
    }
}
