//! Lists what a document describes before anything is removed from it, so that the report accounts
//! for all of it.
//!
//! Nothing is reported here, and nothing depends on Rust.

mod cursor;

use std::sync::Arc;

use indexmap::IndexMap;

use crate::source::Location;

use self::cursor::Cursor;
use super::grammar::tables::path::{METHODS, PATHS, RESPONSES};
use super::references::{Chains, decode};
use super::syntax::node::Node;

/// An object of a document that users may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The kind of the item.
    pub kind: ItemKind,
    /// The document that contains the item.
    pub document: Arc<str>,
    /// A name that is unique among the document's items of this kind: `GET /orders`,
    /// `GET /orders query limit`, `GET /orders 200`, `Order`.
    pub name: String,
    /// Where the item was written; for a reference, where its target was written.
    pub at: Location,
    /// Where the item is used; for a reference, where the reference was written.
    pub used: Location,
}

/// The kinds of items that the report counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A method of a path.
    Operation,
    /// A parameter of an operation, including those of its path.
    Parameter,
    /// The request body of an operation.
    Body,
    /// A documented response of an operation.
    Response,
    /// A media type of a body or a response that has several.
    Content,
    /// A request that the API sends to the user.
    Callback,
    /// A schema in `components`.
    Schema,
}

/// Adds the items of a document to a list.
pub(crate) fn add(root: &Node, at: &Location, items: &mut Vec<Item>) {
    let mut inventory = Inventory {
        root,
        at,
        items,
        chains: Chains::default(),
    };
    let root = Cursor {
        node: root,
        at: at.clone(),
    };
    if let Some(paths) = root.step("paths") {
        for (path, item) in paths.members() {
            inventory.path(path, &item);
        }
    }
    // OAS 3.1.0, OpenAPI Object: "webhooks" are path items by name.
    let webhooks = root.step("webhooks");
    for (name, item) in webhooks.iter().flat_map(Cursor::members) {
        inventory.received("webhook", name, &item);
    }
    let components = root.step("components");
    if let Some(schemas) = components.and_then(|components| components.step("schemas")) {
        for (name, schema) in schemas.members() {
            inventory.push(ItemKind::Schema, name.to_owned(), &schema, &schema);
        }
    }
}

/// The inventory of one document while its items are listed.
struct Inventory<'n, 'i> {
    root: &'n Node,
    at: &'n Location,
    items: &'i mut Vec<Item>,
    chains: Chains,
}

impl<'n> Inventory<'n, '_> {
    /// Follows a reference to its target in the document. A node that is no reference, a reference
    /// to another document and one of a cycle stay as they are.
    fn resolve(&mut self, cursor: &Cursor<'n>) -> Cursor<'n> {
        let reference = cursor.str("$ref");
        let pointer = reference.and_then(|reference| reference.strip_prefix('#'));
        let end = pointer.and_then(|pointer| self.chains.end(self.root, &decode(pointer)));
        let target = end.and_then(|end| Some((self.root.find(&end)?, end)));
        match target {
            Some((node, end)) => Cursor {
                node,
                at: self.root.origin_of(&end, self.at),
            },
            None => cursor.clone(),
        }
    }

    /// Adds an item.
    fn push(&mut self, kind: ItemKind, name: String, used: &Cursor<'n>, target: &Cursor<'n>) {
        self.items.push(Item {
            kind,
            document: Arc::clone(self.at.file()),
            name,
            at: target.at.clone(),
            used: used.at.clone(),
        });
    }

    /// Lists the operations of a path.
    fn path(&mut self, path: &str, used: &Cursor<'n>) {
        let item = self.resolve(used);
        let path = PATHS.repaired_key(path);
        for method in METHODS {
            if let Some(operation) = item.step(method) {
                let name = format!("{} {path}", method.to_uppercase());
                let mut used_operation = operation.clone();
                if item.at != used.at {
                    used_operation.at = used.at.child(method);
                }
                self.push(
                    ItemKind::Operation,
                    name.clone(),
                    &used_operation,
                    &operation,
                );
                self.operation(&name, &item, &operation);
            }
        }
        // OAS 3.2.0, Path Item Object: "query" is a method, and "additionalOperations" has others
        // by their names.
        let query = item.step("query").map(|operation| ("QUERY", operation));
        let others = item.step("additionalOperations");
        let others = others.iter().flat_map(Cursor::members);
        for (method, operation) in query.into_iter().chain(others) {
            let name = format!("{method} {path}");
            self.push(ItemKind::Operation, name, &operation, &operation);
        }
    }

    /// Lists the parameters, body, responses and callbacks of an operation.
    fn operation(&mut self, name: &str, item: &Cursor<'n>, operation: &Cursor<'n>) {
        self.parameters(name, item, operation);
        if let Some(body) = operation.step("requestBody") {
            let target = self.resolve(&body);
            self.push(ItemKind::Body, name.to_owned(), &body, &target);
            self.contents(name, &target);
        }
        let responses = operation.step("responses");
        for (status, response) in responses.iter().flat_map(Cursor::members) {
            let target = self.resolve(&response);
            let status = RESPONSES.repaired_key(status);
            let name = format!("{name} {status}");
            self.push(ItemKind::Response, name.clone(), &response, &target);
            self.contents(&name, &target);
        }
        let callbacks = operation.step("callbacks");
        for (_, callback) in callbacks.iter().flat_map(Cursor::members) {
            for (expression, item) in self.resolve(&callback).members() {
                self.received(name, expression, &item);
            }
        }
    }

    /// Lists the media types of a body or a response that has several. A single one has no more to
    /// say than its owner.
    fn contents(&mut self, owner: &str, body: &Cursor<'n>) {
        let content = body.step("content");
        let contents = content.map_or_else(Vec::new, |content| content.members());
        if contents.len() > 1 {
            for (key, content) in contents {
                let name = format!("{owner} {key}");
                self.push(ItemKind::Content, name, &content, &content);
            }
        }
    }

    /// Lists the parameters of an operation and its path (OAS 3.0.3, Operation Object: its own
    /// parameters override those of the path with the same name and location).
    fn parameters(&mut self, name: &str, item: &Cursor<'n>, operation: &Cursor<'n>) {
        let mut known: IndexMap<String, (String, Cursor<'n>, Cursor<'n>)> = IndexMap::new();
        for list in [item.step("parameters"), operation.step("parameters")] {
            // Within one list, the first of several equal parameters counts.
            let mut here = IndexMap::new();
            for used in list.iter().flat_map(Cursor::items) {
                let target = self.resolve(&used);
                let name = parameter_name(name, &target);
                let key = match target.str("in") {
                    Some("header") => name.to_ascii_lowercase(),
                    _ => name.clone(),
                };
                here.entry(key).or_insert((name, used, target));
            }
            known.extend(here);
        }
        for (name, used, target) in known.into_values() {
            self.push(ItemKind::Parameter, name, &used, &target);
        }
    }

    /// Lists the operations of a callback or a webhook.
    fn received(&mut self, owner: &str, key: &str, item: &Cursor<'n>) {
        let item = self.resolve(item);
        for method in METHODS {
            if let Some(operation) = item.step(method) {
                let name = format!("{owner} {} {key}", method.to_uppercase());
                self.push(ItemKind::Callback, name, &operation, &operation);
            }
        }
    }
}

/// Returns a parameter's name in the inventory: `GET /orders query limit`.
fn parameter_name(operation: &str, parameter: &Cursor<'_>) -> String {
    let place = match parameter.str("in").unwrap_or("unknown") {
        // OAS 3.2.0, Parameter Object: its form becomes parameters of the query.
        "querystring" => "query",
        place => place,
    };
    let name = parameter.str("name").or_else(|| parameter.str("$ref"));
    format!("{operation} {place} {}", name.unwrap_or("unnamed"))
}
