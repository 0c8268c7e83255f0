//! Converts operations, which have body parameters and lists of media types in Swagger 2.0.

use crate::read::grammar::tables::path::METHODS;
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

use super::{body, parameter, response, strings};

/// What all operations share.
struct Common<'r> {
    /// The document before the conversion.
    root: &'r Node,
    consumes: Vec<String>,
    produces: Vec<String>,
}

/// Converts the operations, and the contents of shared responses.
pub(crate) fn convert_all(root: &mut Node, at: &Location) {
    let [consumes, produces] = ["consumes", "produces"].map(|key| {
        let list = root.take(key);
        list.as_ref().map(strings).unwrap_or_default()
    });
    let before = root.clone();
    let common = Common {
        root: &before,
        consumes,
        produces,
    };
    let paths = root.find_mut("/paths").and_then(Node::as_object_mut);
    let at_paths = at.child("paths");
    for (path, item) in paths.into_iter().flat_map(|paths| paths.members.iter_mut()) {
        let place = item.location(&at_paths, path);
        common.convert_path_item(item, &place);
    }
    let responses = root.find_mut("/responses").and_then(Node::as_object_mut);
    let at_responses = at.child("responses");
    for (name, one) in responses.into_iter().flat_map(|all| all.members.iter_mut()) {
        let place = one.location(&at_responses, name);
        response::move_schema(one, &place, &common.produces);
    }
}

impl Common<'_> {
    fn convert_path_item(&self, item: &mut Node, at: &Location) {
        let shared = self.take_body_parameters(item, at);
        for method in METHODS {
            if let Some(operation) = item.find_mut(&format!("/{method}")) {
                let place = operation.location(at, method);
                self.convert_operation(operation, &place, &shared);
            }
        }
    }

    fn convert_operation(&self, operation: &mut Node, at: &Location, shared: &[Node]) {
        let mut take = |key, all: &[String]| {
            let own = operation.take(key);
            own.as_ref().map_or_else(|| all.to_vec(), strings)
        };
        let consumes = take("consumes", &self.consumes);
        let produces = take("produces", &self.produces);
        operation.take("schemes");
        let mut body_parameters = self.take_body_parameters(operation, at);
        // Swagger 2.0, Path Item Object: the parameters of an operation override those of its path.
        if body_parameters.is_empty() {
            body_parameters = shared.to_vec();
        }
        if let Some(body) = body::request_body(body_parameters, &consumes) {
            operation.add("requestBody", body);
        }
        let at = at.child("responses");
        let responses = operation
            .find_mut("/responses")
            .and_then(Node::as_object_mut);
        for (status, one) in responses.into_iter().flat_map(|all| all.members.iter_mut()) {
            if !status.starts_with("x-") {
                let place = one.location(&at, status);
                response::convert_headers(one, &place);
                response::move_schema(one, &place, &produces);
            }
        }
    }

    /// Removes and returns the body parameters, and converts the others.
    fn take_body_parameters(&self, owner: &mut Node, at: &Location) -> Vec<Node> {
        let Some(list) = owner.find_mut("/parameters") else {
            return Vec::new();
        };
        let at = list.location(at, "parameters");
        let NodeKind::Array(list) = &mut list.kind else {
            return Vec::new();
        };
        let mut body_parameters = Vec::new();
        let mut others = Vec::new();
        for (index, mut one) in std::mem::take(list).into_iter().enumerate() {
            let place = one.location(&at, index);
            one.origin.get_or_insert_with(|| place.clone().into());
            match self
                .root
                .follow(&one)
                .filter(|it| body::is_body_parameter(it))
            {
                Some(target) => {
                    body_parameters.push(target.with_origin(&target_location(&one, &place)));
                }
                None => {
                    parameter::convert(&mut one, &place);
                    others.push(one);
                }
            }
        }
        *list = others;
        body_parameters
    }
}

/// Returns the location of the target of a parameter that is a reference, or `at` for any other.
pub(crate) fn target_location(parameter: &Node, at: &Location) -> Location {
    let reference = parameter.get("$ref").and_then(Node::as_str);
    match reference.and_then(|text| text.strip_prefix('#')) {
        Some(pointer) => Location::new(at.file(), pointer),
        None => at.clone(),
    }
}
