//! Names do not change when something else is added to the document: each fixture is generated
//! again with a copy of everything in it in front, under other names.

use std::collections::BTreeSet;
use std::fs;

use codegen::{Options, Sources, generate};
use serde_yaml::{Mapping, Value};
use tests::fixture;

#[test]
fn names_stay_when_something_else_is_added() {
    let (mut compared, mut documents) = (0, 0);
    for folder in ["cases", "documents"] {
        for path in fixture::inputs(folder).expect("the folder is readable") {
            let text = fs::read_to_string(&path).expect("the fixture is readable");
            let mut document: Value = serde_yaml::from_str(&text).expect("it is a document");
            let before = names(&text);
            add(&mut document);
            let after = names(&serde_yaml::to_string(&document).expect("it can be written"));
            let gone: Vec<_> = before.difference(&after).collect();
            assert!(gone.is_empty(), "{}: {gone:?} changed", path.display());
            assert!(!before.is_empty(), "{} has no names", path.display());
            compared += before.len();
            documents += 1;
        }
    }
    assert!(
        compared > 20 * documents,
        "{compared} names in {documents} documents"
    );
}

/// The public names of a client: types, constants, functions and methods. An alias is another name
/// for a type, and may become the type itself.
fn names(document: &str) -> BTreeSet<String> {
    let mut sources = Sources::default();
    sources.insert("api.yaml", document);
    let (files, diagnostics) = generate(&sources, &Options::default());
    let files = files.unwrap_or_else(|| panic!("{}", diagnostics.render(&sources)));
    let mut names = BTreeSet::new();
    for (path, code) in files.iter() {
        let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{path}: {error}"));
        file.items
            .iter()
            .for_each(|item| add_names(item, &mut names));
    }
    names
}

fn add_names(item: &syn::Item, names: &mut BTreeSet<String>) {
    let name = match item {
        syn::Item::Struct(it) => it.ident.to_string(),
        syn::Item::Enum(it) => it.ident.to_string(),
        syn::Item::Type(it) => it.ident.to_string(),
        syn::Item::Static(it) => it.ident.to_string(),
        syn::Item::Fn(it) => format!("{}()", it.sig.ident),
        syn::Item::Impl(it) if it.trait_.is_none() => {
            let methods = it.items.iter().filter_map(|member| match member {
                syn::ImplItem::Fn(it) => Some(format!("{}()", it.sig.ident)),
                _ => None,
            });
            return names.extend(methods);
        }
        _ => return,
    };
    names.insert(name);
}

/// Adds a copy of each component schema, security scheme and path in front of all others.
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

/// Gives the operations of a copy their own `operationId`.
fn rename(item: &mut Value) {
    for (_, operation) in item.as_mapping_mut().into_iter().flatten() {
        let id = operation.get_mut("operationId");
        if let Some(id) = id {
            *id = Value::from(format!("added {}", id.as_str().unwrap_or_default()));
        }
    }
}
