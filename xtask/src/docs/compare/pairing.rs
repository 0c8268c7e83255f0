//! Which operations a page describes.

use crate::docs::facts::Placed;
use crate::docs::finding::{Finding, Kind, NOTHING};
use crate::docs::page::Page;
use crate::docs::spec::{OpenApi, SpecOperation, Specs, operations as operations_of};

/// Returns the paths that a page names, in its own words and in its documents.
pub(super) fn paths(page: &Page) -> Vec<Placed<String>> {
    let mut paths = page.operation.paths.clone();
    for embedded in &page.documents {
        let place = |pointer: &str| embedded.place(pointer);
        let api = OpenApi {
            value: &embedded.value,
            place: &place,
        };
        let operations = operations_of(api, &page.text.file).into_iter();
        paths.extend(operations.flat_map(|operation| operation.facts.paths));
    }
    paths
}

/// Returns the operations that a page describes: those whose address it names, or else the one that
/// cites it. What only one side has is reported.
pub(super) fn operations<'s>(
    specs: &'s Specs,
    page: &Page,
    findings: &mut Vec<Finding>,
) -> Vec<&'s SpecOperation> {
    let paths = paths(page);
    let is_named = |operation: &&SpecOperation| paths.iter().any(|it| it.value == operation.path);
    let named: Vec<_> = specs.operations.iter().filter(is_named).collect();
    let cites = |operation: &&SpecOperation| operation.pages.contains(&page.name);
    let citing = specs.operations.iter().filter(cites);
    let citing: Vec<_> = citing.filter(|it| !is_named(it)).collect();
    match citing.as_slice() {
        [] if named.is_empty() => {
            findings.extend(paths.first().map(|path| unknown(specs, page, path)));
        }
        // Its address is another one, on one of the sides.
        [only] if named.is_empty() => return vec![only],
        citing => findings.extend(citing.iter().map(|it| without_address(page, it))),
    }
    named
}

/// Reports an operation that cites a page which describes another.
fn without_address(page: &Page, operation: &SpecOperation) -> Finding {
    let text = format!(
        "`{}` cites the page, which doesn't have its address",
        operation.path
    );
    let at = page.text.at(0);
    Finding::new(Kind::Address, &page.name, text)
        .said(NOTHING, &at)
        .in_spec(&operation.facts.at)
}

/// Reports an address that no operation has, at the paths of the first document.
fn unknown(specs: &Specs, page: &Page, path: &Placed<String>) -> Finding {
    let text = format!("no operation of the specs has the address `{}`", path.value);
    let finding = Finding::new(Kind::Address, &page.name, text).said(&path.value, &path.at);
    match specs.documents.first() {
        Some(document) => finding.in_spec(&document.place("/paths")),
        None => finding,
    }
    .advise("add the operation to a document in specs/, or leave the page out")
}
