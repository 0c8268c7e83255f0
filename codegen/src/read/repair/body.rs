//! Bodies of requests as Swagger 2.0 has them, and those that say nothing.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::tables::path::METHODS;
use crate::read::syntax::node::{Node, NodeKind};
use crate::read::versions::swagger_2_0::{is_content, request_body, words, written};
use crate::source::Location;

/// Parameters `in: body` and `in: formData` become the body of the request: OpenAPI 3 has no such parameters. A body without a
/// media type is told. Before all is counted.
pub(crate) fn bodies(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    for (owner, place) in operations(root, at) {
        let moved = moved(root, &owner, &place, diagnostics);
        let Some(operation) = root.find_mut(owner.pointer()) else {
            continue;
        };
        if !moved.is_empty() {
            let consumes = operation.take("consumes");
            let consumes = consumes.as_ref().map(words).unwrap_or_default();
            if let Some(body) = request_body(moved, &consumes) {
                operation.add("requestBody", body);
            }
        }
        if let Some(body) = operation.get("requestBody").filter(|body| is_empty(body)) {
            diagnostics.report(
                body.location(&place, "requestBody"),
                RepairProblem::MissingMediaType,
            );
        }
    }
    // Whoever refers to them has them by now.
    let shared = root
        .find_mut("/components/parameters")
        .and_then(Node::as_object_mut);
    if let Some(shared) = shared {
        shared.members.retain(|_, one| !is_content(one));
    }
}

/// Each operation, and where it was written.
fn operations(root: &Node, at: &Location) -> Vec<(Location, Location)> {
    let paths = root.get("paths").and_then(Node::as_object);
    let (own, written) = (Location::root(at.file()).child("paths"), at.child("paths"));
    let items = paths.into_iter().flat_map(|paths| paths.members.iter());
    let each = items.flat_map(|(path, item)| {
        let (own, place) = (own.child(path), item.location(&written, path));
        METHODS.iter().filter_map(move |method| {
            let operation = item.get(method)?;
            Some((own.child(method), operation.location(&place, method)))
        })
    });
    each.collect()
}

/// Takes out the parameters that are content.
fn moved(
    root: &mut Node,
    owner: &Location,
    at: &Location,
    diagnostics: &mut Diagnostics,
) -> Vec<Node> {
    let owner = owner.child("parameters");
    let list = root.find(owner.pointer());
    let at = list.map_or_else(|| at.clone(), |list| list.location(at, "parameters"));
    let list = list.and_then(Node::as_array).unwrap_or_default();
    let is_moved = |one: &Node| root.follow(one).is_some_and(is_content);
    if !list.iter().any(is_moved) {
        return Vec::new();
    }
    let mut moved = Vec::new();
    let mut kept = Vec::new();
    for (index, one) in list.iter().enumerate() {
        let place = one.location(&at, index);
        match root.follow(one).filter(|it| is_content(it)) {
            Some(content) => {
                let word = content.get("in").and_then(Node::as_str).unwrap_or_default();
                let problem = RepairProblem::BodyParameter(word.to_owned());
                diagnostics.report(place.clone(), problem);
                moved.push(content.with_origin(&written(one, &place)));
            }
            None => kept.push(one.with_origin(&place)),
        }
    }
    if let (false, Some(list)) = (moved.is_empty(), root.find_mut(owner.pointer())) {
        list.kind = NodeKind::Array(kept);
    }
    moved
}

fn is_empty(body: &Node) -> bool {
    let content = body.get("content").and_then(Node::as_object);
    content.is_some_and(|content| content.members.is_empty())
}
