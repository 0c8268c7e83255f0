//! Every operation of the specs is tested in `tests/wire`, and nothing else is.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::{files, fixture, generated_from_specs, read};

#[test]
fn every_operation_has_its_wire_tests() {
    let documented = documented();
    let tested = tested();
    let untested: Vec<_> = documented.difference(&tested).collect();
    assert!(
        untested.is_empty(),
        "these are in no file of tests/wire: {untested:?}. Write the file, and its arm in tests/support/calls.rs"
    );
    let unknown: Vec<_> = tested.difference(&documented).collect();
    assert!(
        unknown.is_empty(),
        "these are in tests/wire and in no spec: {unknown:?}"
    );
    assert_eq!(
        documented.len(),
        generated(),
        "operations of the specs and of the client"
    );
    assert!(!documented.is_empty());
}

/// Lists the operations of the specs: `POST /v1/transaction/capture_reversal`.
fn documented() -> BTreeSet<String> {
    let specs = codegen::disk::read_specs(&fixture::root().join("specs"), "specs");
    let specs = specs.unwrap_or_else(|error| panic!("{error}"));
    let mut routes = BTreeSet::new();
    for name in codegen::read::names_of(&specs) {
        let (text, _) = codegen::read::print(&specs, &name);
        let document: Value = serde_yaml::from_str(&text.unwrap_or_default())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let paths = document.get("paths").and_then(Value::as_mapping);
        for (path, item) in paths.into_iter().flatten() {
            let methods = item.as_mapping().into_iter().flatten();
            let methods = methods.filter_map(|(method, _)| method.as_str());
            for method in
                methods.filter(|it| ["get", "put", "post", "delete", "patch"].contains(it))
            {
                let path = path.as_str().unwrap_or_default();
                routes.insert(format!("{} {path}", method.to_uppercase()));
            }
        }
    }
    routes
}

/// Lists the request lines of the files, without the version of HTTP.
fn tested() -> BTreeSet<String> {
    let texts = files("tests/wire", "http");
    let texts = texts.iter().map(|path| read(path));
    let lines = texts.filter_map(|text| {
        let (_, request) = text.split_once(">>>\n")?;
        let line = request.lines().next()?.strip_suffix(" HTTP/1.1")?;
        Some(line.to_owned())
    });
    lines.collect()
}

/// Counts the operations of the client.
fn generated() -> usize {
    let files = generated_from_specs();
    let items = files.iter().flat_map(|(_, code)| {
        let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{error}"));
        file.items
    });
    let operations = items.filter(|item| {
        let syn::Item::Impl(item) = item else {
            return false;
        };
        let of = item.trait_.as_ref();
        of.is_some_and(|(path, _)| {
            path.segments
                .last()
                .is_some_and(|it| it.ident == "Operation")
        })
    });
    operations.count()
}
