//! Repairs request bodies with Swagger 2.0 syntax, and reports those without a media type.

use crate::diagnostic::{Diagnostics, RepairProblem};
use crate::read::grammar::tables::path::METHODS;
use crate::read::syntax::node::{Node, NodeKind};
use crate::read::versions::swagger_2_0::{
    is_body_parameter, request_body, strings, target_location,
};
use crate::source::Location;

/// Converts parameters `in: body` and `in: formData`, which OpenAPI 3 doesn't have, to the request
/// body of their operation. Reports request bodies without a media type.
pub(crate) fn repair(root: &mut Node, at: &Location, diagnostics: &mut Diagnostics) {
    for (operation, at) in operations(root, at) {
        let parameters = take_body_parameters(root, &operation, &at, diagnostics);
        let Some(operation) = root.find_mut(operation.pointer()) else {
            continue;
        };
        if !parameters.is_empty() {
            let consumes = operation.take("consumes");
            let consumes = consumes.as_ref().map(strings).unwrap_or_default();
            if let Some(body) = request_body(parameters, &consumes) {
                operation.add("requestBody", body);
            }
        }
        if let Some(body) = operation.get("requestBody").filter(|body| is_empty(body)) {
            diagnostics.report(
                body.location(&at, "requestBody"),
                RepairProblem::MissingMediaType,
            );
        }
    }
    // The operations that refer to these have copies by now.
    let shared = root
        .find_mut("/components/parameters")
        .and_then(Node::as_object_mut);
    if let Some(shared) = shared {
        shared
            .members
            .retain(|_, parameter| !is_body_parameter(parameter));
    }
}

/// Returns the current location of each operation, and the original one.
fn operations(root: &Node, at: &Location) -> Vec<(Location, Location)> {
    let paths = root.get("paths").and_then(Node::as_object);
    let (current, original) = (Location::root(at.file()).child("paths"), at.child("paths"));
    let items = paths.into_iter().flat_map(|paths| paths.members.iter());
    let each = items.flat_map(|(path, item)| {
        let (current, original) = (current.child(path), item.location(&original, path));
        METHODS.iter().filter_map(move |method| {
            let operation = item.get(method)?;
            Some((current.child(method), operation.location(&original, method)))
        })
    });
    each.collect()
}

/// Removes the body parameters of an operation, and returns copies of their targets.
fn take_body_parameters(
    root: &mut Node,
    operation: &Location,
    at: &Location,
    diagnostics: &mut Diagnostics,
) -> Vec<Node> {
    let current = operation.child("parameters");
    let list = root.find(current.pointer());
    let at = list.map_or_else(|| at.clone(), |list| list.location(at, "parameters"));
    let list = list.and_then(Node::as_array).unwrap_or_default();
    let is_taken = |one: &Node| root.follow(one).is_some_and(is_body_parameter);
    if !list.iter().any(is_taken) {
        return Vec::new();
    }
    let mut taken = Vec::new();
    let mut kept = Vec::new();
    for (index, one) in list.iter().enumerate() {
        let place = one.location(&at, index);
        match root.follow(one).filter(|it| is_body_parameter(it)) {
            Some(target) => {
                let location = target.get("in").and_then(Node::as_str).unwrap_or_default();
                let problem = RepairProblem::BodyParameter(location.to_owned());
                diagnostics.report(place.clone(), problem);
                taken.push(target.with_origin(&target_location(one, &place)));
            }
            None => kept.push(one.with_origin(&place)),
        }
    }
    if let (false, Some(list)) = (taken.is_empty(), root.find_mut(current.pointer())) {
        list.kind = NodeKind::Array(kept);
    }
    taken
}

fn is_empty(body: &Node) -> bool {
    let content = body.get("content").and_then(Node::as_object);
    content.is_some_and(|content| content.members.is_empty())
}
