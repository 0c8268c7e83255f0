//! From a tree that the grammar accepts to the `openapiv3` value.

use std::thread::{self, Scope, ScopedJoinHandle};

use indexmap::IndexMap;
use openapiv3::{Callback, Components, OpenAPI, PathItem, ReferenceOr, Schema};
use serde::de::DeserializeOwned;

use super::syntax::node::{Node, NodeKind, Object};

/// `openapiv3` reads schemas with many large frames: several times what a test's thread has for the deepest document
/// that is accepted.
const STACK: usize = 64 << 20;

/// The document and its webhooks, which `openapiv3` has no place for; or the library's reason against it.
pub(crate) fn convert(mut tree: Node) -> Result<(OpenAPI, Callback), String> {
    let schemas = tree
        .find_mut("/components")
        .and_then(|components| components.take("schemas"));
    // The two large parts are read at the same time: most of the work on a document is here.
    let (schemas, others) = thread::scope(|scope| {
        let schemas = spawn(scope, || each::<ReferenceOr<Schema>>(schemas));
        let others = spawn(scope, || others(tree));
        (held(schemas.join()), held(others.join()))
    });
    let (mut api, webhooks) = others?;
    let schemas = schemas?;
    if !schemas.is_empty() {
        api.components.get_or_insert_default().schemas = schemas;
    }
    Ok((api, webhooks))
}

/// All but the schemas of the components.
fn others(mut tree: Node) -> Result<(OpenAPI, Callback), String> {
    let webhooks = tree.take("webhooks").map(|node| read(&node)).transpose()?;
    let components = tree.take("components");
    let components: Option<Components> = components.map(|node| read(&node)).transpose()?;
    let paths = tree.take("paths").map(without_extensions);
    let paths = each::<ReferenceOr<PathItem>>(paths)?;
    if let Some(object) = tree.as_object_mut() {
        let none = NodeKind::Object(Object::default());
        object.members.insert("paths", none.into());
    }
    let mut api: OpenAPI = read(&tree)?;
    api.components = components;
    api.paths.paths = paths;
    Ok((api, webhooks.unwrap_or_default()))
}

/// Nobody asks for those beside paths.
fn without_extensions(mut paths: Node) -> Node {
    if let Some(object) = paths.as_object_mut() {
        object.members.retain(|key, _| !key.starts_with("x-"));
    }
    paths
}

/// The members of a large object: each goes from the tree once it is read, and their list, whose entries have up to nine thousand
/// bytes, never has to grow.
fn each<T: DeserializeOwned>(node: Option<Node>) -> Result<IndexMap<String, T>, String> {
    let Some(NodeKind::Object(object)) = node.map(|node| node.kind) else {
        return Ok(IndexMap::new());
    };
    let mut all = IndexMap::with_capacity(object.members.len());
    for (key, node) in object.members {
        all.insert(key.into(), read(&node)?);
    }
    Ok(all)
}

fn read<T: DeserializeOwned>(node: &Node) -> Result<T, String> {
    T::deserialize(node).map_err(|error| error.to_string())
}

/// What a part comes to, or the library's reason against it.
type Held<T> = Result<T, String>;

fn spawn<'s, T: Send + 's>(
    scope: &'s Scope<'s, '_>,
    read: impl FnOnce() -> Held<T> + Send + 's,
) -> ScopedJoinHandle<'s, Held<T>> {
    let thread = thread::Builder::new().stack_size(STACK);
    thread
        .spawn_scoped(scope, read)
        .unwrap_or_else(|error| scope.spawn(move || Err(format!("no thread to read it: {error}"))))
}

fn held<T>(read: thread::Result<Held<T>>) -> Held<T> {
    read.unwrap_or_else(|_| Err("the library panicked".to_owned()))
}
