//! Repairs paths with the template syntax of other tools.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::tables::path::METHODS;
use crate::read::syntax::node::{Members, Node};
use crate::source::Location;

/// Converts `{{id}}` of Postman, `:id`, `<id>` and `<int:id>` of routers, and `{?q,page}` of RFC
/// 6570 to OpenAPI syntax, if a parameter of that name is declared or there is no other meaning.
pub(crate) fn convert(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    let Some(paths) = root.get("paths").and_then(Node::as_object) else {
        return;
    };
    let at = match root.get("paths") {
        Some(paths) => paths.location(at, "paths"),
        None => return,
    };
    let converted: Vec<Option<String>> = paths
        .members
        .iter()
        .map(|(path, item)| {
            let converted = converted(
                path,
                &declared(root, item, "path"),
                &declared(root, item, "query"),
            );
            converted.filter(|new| new != path && !paths.members.contains_key(new))
        })
        .collect();
    if converted.iter().all(Option::is_none) {
        return;
    }
    let Some(paths) = root.find_mut("/paths").and_then(Node::as_object_mut) else {
        return;
    };
    let mut members = Members::default();
    let all = std::mem::take(&mut paths.members).into_iter();
    for ((path, mut item), converted) in all.zip(converted) {
        let Some(converted) = converted.filter(|new| !members.contains_key(new)) else {
            members.insert(path, item);
            continue;
        };
        let place = item.location(&at, &path);
        diagnostics.report(place.key(), RepairProblem::PathSyntax(converted.clone()));
        item.origin.get_or_insert_with(|| place.into());
        members.insert(converted, item);
    }
    paths.members = members;
}

/// Returns the names of the parameters of a path and its operations, by the value of their `in`.
fn declared(root: &Node, item: &Node, location: &str) -> BTreeSet<String> {
    let operations = METHODS.iter().filter_map(|method| item.get(method));
    let lists = std::iter::once(item)
        .chain(operations)
        .filter_map(|owner| owner.get("parameters")?.as_array());
    lists
        .flatten()
        .filter_map(|parameter| {
            let parameter = root.follow(parameter)?;
            let is_there = parameter.get("in")?.as_str()? == location;
            let name = parameter.get("name")?.as_str()?;
            is_there.then(|| name.to_owned())
        })
        .collect()
}

/// Returns a path in OpenAPI syntax, or `None` for an extension.
fn converted(
    path: &str,
    in_path: &BTreeSet<String>,
    in_query: &BTreeSet<String>,
) -> Option<String> {
    if path.starts_with("x-") {
        return None;
    }
    let path = without_query(path, in_query);
    let path = single_braces(&path);
    let segments = path
        .split('/')
        .map(|segment| converted_segment(segment, in_path));
    Some(segments.collect::<Vec<_>>().join("/"))
}

/// Removes a query expression, if one of its parameters is declared.
// RFC 6570, 3.2.8 and 3.2.9: `{?a,b}` and `{&a,b}` list query parameters.
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

/// Converts double braces to single ones. A leading variable is the URL of the server, and removed.
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

/// Converts `:id`, `<id>` or `<int:id>`, if a path parameter has that name.
fn converted_segment(segment: &str, in_path: &BTreeSet<String>) -> String {
    let brackets = segment
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'))
        .map(|inner| inner.rsplit(':').next().unwrap_or(inner));
    match segment.strip_prefix(':').or(brackets) {
        Some(name) if in_path.contains(name) => format!("{{{name}}}"),
        _ => segment.to_owned(),
    }
}
