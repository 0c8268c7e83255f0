//! Operations: what they send is a parameter in Swagger 2.0, and media types stand beside it.

use crate::read::grammar::tables::path::METHODS;
use crate::read::syntax::node::{Node, NodeKind};
use crate::source::Location;

use super::{body, parameter, response, words};

/// What holds for all operations.
struct Common<'r> {
    /// The document, whose components stand where they were.
    root: &'r Node,
    consumes: Vec<String>,
    produces: Vec<String>,
}

/// Rewrites the operations, and the responses among the components, which have the media types of the document.
pub(crate) fn all(root: &mut Node, at: &Location) {
    let [consumes, produces] = ["consumes", "produces"].map(|key| {
        let list = root.take(key);
        list.as_ref().map(words).unwrap_or_default()
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
        common.item(item, &place);
    }
    let responses = root.find_mut("/responses").and_then(Node::as_object_mut);
    let at_responses = at.child("responses");
    for (name, one) in responses.into_iter().flat_map(|all| all.members.iter_mut()) {
        let place = one.location(&at_responses, name);
        response::content(one, &place, &common.produces);
    }
}

impl Common<'_> {
    fn item(&self, item: &mut Node, at: &Location) {
        let shared = self.split(item, at);
        for method in METHODS {
            if let Some(operation) = item.find_mut(&format!("/{method}")) {
                let place = operation.location(at, method);
                self.operation(operation, &place, &shared);
            }
        }
    }

    fn operation(&self, operation: &mut Node, at: &Location, shared: &[Node]) {
        let mut take = |key, all: &[String]| {
            let own = operation.take(key);
            own.as_ref().map_or_else(|| all.to_vec(), words)
        };
        let consumes = take("consumes", &self.consumes);
        let produces = take("produces", &self.produces);
        operation.take("schemes");
        let mut parts = self.split(operation, at);
        // Swagger 2.0, Path Item Object: what an operation says overrides what its path does.
        if parts.is_empty() {
            parts = shared.to_vec();
        }
        if let Some(body) = body::request_body(parts, &consumes) {
            operation.add("requestBody", body);
        }
        let at = at.child("responses");
        let responses = operation
            .find_mut("/responses")
            .and_then(Node::as_object_mut);
        for (status, one) in responses.into_iter().flat_map(|all| all.members.iter_mut()) {
            if !status.starts_with("x-") {
                let place = one.location(&at, status);
                response::in_words_of_3(one, &place);
                response::content(one, &place, &produces);
            }
        }
    }

    /// Takes out the parameters that are content; the others are described below `schema`.
    fn split(&self, owner: &mut Node, at: &Location) -> Vec<Node> {
        let Some(list) = owner.find_mut("/parameters") else {
            return Vec::new();
        };
        let at = list.location(at, "parameters");
        let NodeKind::Array(list) = &mut list.kind else {
            return Vec::new();
        };
        let mut parts = Vec::new();
        let mut others = Vec::new();
        for (index, mut one) in std::mem::take(list).into_iter().enumerate() {
            let place = one.location(&at, index);
            one.origin.get_or_insert_with(|| place.clone().into());
            match self
                .root
                .follow(&one)
                .filter(|it| crate::read::versions::swagger_2_0::is_content(it))
            {
                Some(content) => parts.push(content.with_origin(&written(&one, &place))),
                None => {
                    parameter::parameter(&mut one, &place);
                    others.push(one);
                }
            }
        }
        *list = others;
        parts
    }
}

/// Where what a reference leads to was written.
pub(crate) fn written(parameter: &Node, at: &Location) -> Location {
    let reference = parameter.get("$ref").and_then(Node::as_str);
    match reference.and_then(|text| text.strip_prefix('#')) {
        Some(pointer) => Location::new(at.file(), pointer),
        None => at.clone(),
    }
}
