//! Paths whose parameters are marked as another language marks them.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::tables::path::METHODS;
use crate::read::syntax::node::{Members, Node};
use crate::source::Location;

/// `{{id}}` of Postman, `:id` of many routers, `<id>` and `<int:id>` of some, and `{?q,page}` of RFC 6570: each becomes what
/// OpenAPI has for it, where a parameter of that name is declared or nothing else can be meant.
pub(crate) fn path_spelling(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let Some(paths) = root.get("paths").and_then(Node::as_object) else {
        return;
    };
    let at = match root.get("paths") {
        Some(paths) => paths.location(at, "paths"),
        None => return,
    };
    let mended: Vec<Option<String>> = paths
        .members
        .iter()
        .map(|(path, item)| {
            let mended = mended(
                path,
                &declared(root, item, "path"),
                &declared(root, item, "query"),
            );
            mended.filter(|mended| mended != path && !paths.members.contains_key(mended))
        })
        .collect();
    if mended.iter().all(Option::is_none) {
        return;
    }
    let Some(paths) = root.find_mut("/paths").and_then(Node::as_object_mut) else {
        return;
    };
    let mut members = Members::default();
    for ((path, mut item), mended) in std::mem::take(&mut paths.members).into_iter().zip(mended) {
        let Some(mended) = mended.filter(|mended| !members.contains_key(mended)) else {
            members.insert(path, item);
            continue;
        };
        let place = item.location(&at, &path);
        let problem = RepairProblem::PathSyntax(mended.clone());
        diagnostics.report(place.key(), problem);
        item.origin.get_or_insert_with(|| place.into());
        members.insert(mended, item);
    }
    paths.members = members;
}

/// The names of the parameters in a place, of the path and of its operations.
fn declared(root: &Node, item: &Node, place: &str) -> BTreeSet<String> {
    let operations = METHODS.iter().filter_map(|method| item.get(method));
    let lists = std::iter::once(item)
        .chain(operations)
        .filter_map(|owner| owner.get("parameters")?.as_array());
    lists
        .flatten()
        .filter_map(|parameter| {
            let parameter = root.follow(parameter)?;
            let is_there = parameter.get("in")?.as_str()? == place;
            let name = parameter.get("name")?.as_str()?;
            is_there.then(|| name.to_owned())
        })
        .collect()
}

fn mended(path: &str, in_path: &BTreeSet<String>, in_query: &BTreeSet<String>) -> Option<String> {
    if path.starts_with("x-") {
        return None;
    }
    let path = without_query(path, in_query);
    let path = single_braces(&path);
    let segments = path.split('/').map(|segment| marked(segment, in_path));
    Some(segments.collect::<Vec<_>>().join("/"))
}

/// RFC 6570, 3.2.8 and 3.2.9: `{?a,b}` and `{&a,b}` are what the query consists of, which parameters say here.
fn without_query(path: &str, in_query: &BTreeSet<String>) -> String {
    let Some(start) = path.find("{?").or_else(|| path.find("{&")) else {
        return path.to_owned();
    };
    let (before, expression) = path.split_at(start);
    let Some(names) = expression.get(2..).and_then(|rest| rest.strip_suffix('}')) else {
        return path.to_owned();
    };
    let is_declared = |name: &str| in_query.contains(name.trim_end_matches('*'));
    match names.split(',').any(is_declared) {
        true => before.to_owned(),
        false => path.to_owned(),
    }
}

/// A variable in front is the address of the server, which a client has from elsewhere.
fn single_braces(path: &str) -> String {
    if !path.contains("{{") {
        return path.to_owned();
    }
    let server = path.strip_prefix("{{").or_else(|| path.strip_prefix("/{{"));
    let path = match server.and_then(|rest| rest.split_once("}}")) {
        Some((_, rest)) if rest.starts_with('/') => rest,
        _ => path,
    };
    path.replace("{{", "{").replace("}}", "}")
}

/// `:id`, `<id>` or `<int:id>`, where a path parameter has that name.
fn marked(segment: &str, in_path: &BTreeSet<String>) -> String {
    let brackets = segment
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'))
        .map(|inner| inner.rsplit(':').next().unwrap_or(inner));
    match segment.strip_prefix(':').or(brackets) {
        Some(name) if in_path.contains(name) => format!("{{{name}}}"),
        _ => segment.to_owned(),
    }
}
