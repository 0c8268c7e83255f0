//! What a document says there is, before anything is taken out of it: so that nothing can disappear from the report.
//!
//! No faults are reported here, and no Rust is thought of.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::source::Location;

use super::grammar::tables::path::{METHODS, PATHS, RESPONSES};
use super::references::{Chains, decode};
use super::syntax::node::Node;

/// A part of the API that somebody may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// The document that says so.
    pub document: Arc<str>,
    /// Unique among the document's parts of its sort: `GET /orders`, `GET /orders query limit`, `GET /orders 200`, `Order`.
    pub name: String,
    /// Where it was written; for a reference, where that leads.
    pub at: Location,
    /// Where it is used.
    pub used: Location,
}

/// The sorts of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A method of a path.
    Operation,
    /// A parameter of an operation, its path's included.
    Parameter,
    /// The request body of an operation.
    Body,
    /// A documented response of an operation.
    Response,
    /// A media type of a body or a response that has several.
    Content,
    /// A request that the API sends to us.
    Callback,
    /// A schema in `components`.
    Schema,
}

/// Adds the parts of a document.
pub(crate) fn add(root: &Node, at: &Location, items: &mut Vec<Item>) {
    let mut list = List {
        root,
        at,
        items,
        chains: Chains::default(),
    };
    if let Some(paths) = list.spot().step("paths") {
        for (path, item) in paths.members() {
            list.path(path, &item);
        }
    }
    // OAS 3.1.0, OpenAPI Object: "webhooks" are path items by name.
    let webhooks = list.spot().step("webhooks");
    for (name, item) in webhooks.iter().flat_map(Spot::members) {
        list.received("webhook", name, &item);
    }
    let components = list.spot().step("components");
    if let Some(schemas) = components.and_then(|spot| spot.step("schemas")) {
        for (name, schema) in schemas.members() {
            list.push(ItemKind::Schema, name.to_owned(), &schema, &schema);
        }
    }
}

/// A node in its place.
#[derive(Clone)]
struct Spot<'n> {
    node: &'n Node,
    at: Location,
}

impl<'n> Spot<'n> {
    fn step(&self, step: &str) -> Option<Self> {
        let node = self.node.step(step)?;
        let at = node.location(&self.at, step);
        Some(Self { node, at })
    }

    /// The members of an object, without extensions.
    fn members(&self) -> Vec<(&'n str, Self)> {
        let members = self
            .node
            .as_object()
            .into_iter()
            .flat_map(|object| object.members.iter());
        let real = members.filter(|(key, _)| !key.starts_with("x-"));
        real.map(|(key, node)| {
            let at = node.location(&self.at, key);
            (key, Self { node, at })
        })
        .collect()
    }

    fn items(&self) -> Vec<Self> {
        let items = self.node.as_array().unwrap_or_default().iter().enumerate();
        items
            .map(|(index, node)| Self {
                node,
                at: node.location(&self.at, index),
            })
            .collect()
    }

    fn word(&self, key: &str) -> Option<&'n str> {
        self.node.get(key)?.as_str()
    }
}

struct List<'n, 'i> {
    root: &'n Node,
    at: &'n Location,
    items: &'i mut Vec<Item>,
    chains: Chains,
}

impl<'n> List<'n, '_> {
    fn spot(&self) -> Spot<'n> {
        Spot {
            node: self.root,
            at: self.at.clone(),
        }
    }

    /// Where references inside the document lead; the last place reached, where one leads out of it. One that goes round in a
    /// circle stands for itself.
    fn resolve(&mut self, spot: &Spot<'n>) -> Spot<'n> {
        let target = spot
            .word("$ref")
            .and_then(|reference| reference.strip_prefix('#'));
        let end = target.and_then(|target| self.chains.end(self.root, &decode(target)));
        let found = end.and_then(|end| Some((self.root.find(&end)?, end)));
        match found {
            Some((node, end)) => Spot {
                node,
                at: self.root.origin_of(&end, self.at),
            },
            None => spot.clone(),
        }
    }

    fn push(&mut self, kind: ItemKind, name: String, used: &Spot<'n>, found: &Spot<'n>) {
        self.items.push(Item {
            kind,
            document: Arc::clone(self.at.file()),
            name,
            at: found.at.clone(),
            used: used.at.clone(),
        });
    }

    fn path(&mut self, path: &str, item: &Spot<'n>) {
        let item = self.resolve(item);
        let path = PATHS.repaired_key(path);
        for method in METHODS {
            if let Some(operation) = item.step(method) {
                let name = format!("{} {path}", method.to_uppercase());
                self.operation(&name, &item, &operation);
            }
        }
        // OAS 3.2.0, Path Item Object: "query" is a method, and "additionalOperations" has others by their own names.
        let query = item.step("query").map(|operation| ("QUERY", operation));
        let others = item.step("additionalOperations");
        let others = others.iter().flat_map(Spot::members);
        for (method, operation) in query.into_iter().chain(others) {
            self.push(
                ItemKind::Operation,
                format!("{method} {path}"),
                &operation,
                &operation,
            );
        }
    }

    fn operation(&mut self, name: &str, item: &Spot<'n>, operation: &Spot<'n>) {
        self.push(ItemKind::Operation, name.to_owned(), operation, operation);
        self.parameters(name, item, operation);
        if let Some(body) = operation.step("requestBody") {
            let found = self.resolve(&body);
            self.push(ItemKind::Body, name.to_owned(), &body, &found);
            self.contents(name, &found);
        }
        let responses = operation.step("responses");
        for (status, response) in responses.iter().flat_map(Spot::members) {
            let found = self.resolve(&response);
            let status = RESPONSES.repaired_key(status);
            let name = format!("{name} {status}");
            self.push(ItemKind::Response, name.clone(), &response, &found);
            self.contents(&name, &found);
        }
        let callbacks = operation.step("callbacks");
        for (_, callback) in callbacks.iter().flat_map(Spot::members) {
            let found = self.resolve(&callback);
            self.callback(name, &found);
        }
    }

    /// Of one there is nothing to say that isn't said of what has it.
    fn contents(&mut self, owner: &str, body: &Spot<'n>) {
        let contents = body
            .step("content")
            .map_or_else(Vec::new, |content| content.members());
        if contents.len() > 1 {
            for (key, content) in contents {
                self.push(
                    ItemKind::Content,
                    format!("{owner} {key}"),
                    &content,
                    &content,
                );
            }
        }
    }

    /// OAS 3.0.3, Operation Object: its own parameters replace those of the path of the same name and place.
    fn parameters(&mut self, name: &str, item: &Spot<'n>, operation: &Spot<'n>) {
        let mut known: IndexMap<String, (String, Spot<'n>, Spot<'n>)> = IndexMap::new();
        for list in [item.step("parameters"), operation.step("parameters")] {
            // In one list the first of equals counts.
            let mut here = IndexMap::new();
            for used in list.iter().flat_map(Spot::items) {
                let found = self.resolve(&used);
                let place = match found.word("in").unwrap_or("unknown") {
                    // A form there is a parameter of the query.
                    "querystring" => "query",
                    place => place,
                };
                let own = found.word("name").or_else(|| found.word("$ref"));
                let shown = format!("{name} {place} {}", own.unwrap_or("unnamed"));
                let key = match place {
                    "header" => shown.to_ascii_lowercase(),
                    _ => shown.clone(),
                };
                here.entry(key).or_insert((shown, used, found));
            }
            known.extend(here);
        }
        for (shown, used, found) in known.into_values() {
            self.push(ItemKind::Parameter, shown, &used, &found);
        }
    }

    fn callback(&mut self, name: &str, callback: &Spot<'n>) {
        for (expression, item) in callback.members() {
            self.received(name, expression, &item);
        }
    }

    fn received(&mut self, owner: &str, key: &str, item: &Spot<'n>) {
        let item = self.resolve(item);
        for method in METHODS {
            if let Some(operation) = item.step(method) {
                let name = format!("{owner} {} {key}", method.to_uppercase());
                self.push(ItemKind::Callback, name, &operation, &operation);
            }
        }
    }
}
