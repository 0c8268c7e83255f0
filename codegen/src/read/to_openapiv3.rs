//! Converts a tree to the `openapiv3` value.

use std::thread::{self, Scope, ScopedJoinHandle};

use indexmap::IndexMap;
use openapiv3::{Callback, Components, OpenAPI, PathItem, ReferenceOr, Schema};
use serde::de::DeserializeOwned;

use super::syntax::node::{Node, NodeKind};

/// `openapiv3` deserializes schemas with many large stack frames: the deepest document that is
/// accepted takes several times the stack of a test's thread.
const STACK_SIZE: usize = 64 << 20;

/// A value, or the reason why the library rejects it.
type Result<T> = std::result::Result<T, String>;

/// Returns the document and its webhooks, which `openapiv3` doesn't have, or the reason why the
/// library rejects them.
pub(crate) fn convert(mut tree: Node) -> Result<(OpenAPI, Callback)> {
    let schemas = tree
        .find_mut("/components")
        .and_then(|components| components.take("schemas"));
    // Most of the time is spent here: the two large parts are deserialized in parallel.
    let (schemas, others) = thread::scope(|scope| {
        let schemas = spawn(scope, || deserialize_map::<ReferenceOr<Schema>>(schemas));
        let others = spawn(scope, || convert_others(tree));
        (join(schemas), join(others))
    });
    let (mut api, webhooks) = others?;
    let schemas = schemas?;
    if !schemas.is_empty() {
        api.components.get_or_insert_default().schemas = schemas;
    }
    Ok((api, webhooks))
}

/// Converts everything except the schemas in `components`.
fn convert_others(mut tree: Node) -> Result<(OpenAPI, Callback)> {
    let webhooks = tree.take("webhooks");
    let webhooks = webhooks.map(|node| deserialize(&node)).transpose()?;
    let components = tree.take("components");
    let components: Option<Components> = components.map(|node| deserialize(&node)).transpose()?;
    let paths = tree.take("paths").map(without_extensions);
    let paths = deserialize_map::<ReferenceOr<PathItem>>(paths)?;
    tree.add("paths", Node::empty_object());
    let mut api: OpenAPI = deserialize(&tree)?;
    api.components = components;
    api.paths.paths = paths;
    Ok((api, webhooks.unwrap_or_default()))
}

/// Removes the extensions of the Paths Object, which nothing uses.
fn without_extensions(mut paths: Node) -> Node {
    if let Some(object) = paths.as_object_mut() {
        object.members.retain(|key, _| !key.starts_with("x-"));
    }
    paths
}

/// Deserializes the members of a large object. Each member is freed once it is deserialized, and
/// the map, whose entries have up to nine thousand bytes, never grows.
fn deserialize_map<T: DeserializeOwned>(node: Option<Node>) -> Result<IndexMap<String, T>> {
    let Some(NodeKind::Object(object)) = node.map(|node| node.kind) else {
        return Ok(IndexMap::new());
    };
    let mut map = IndexMap::with_capacity(object.members.len());
    for (key, node) in object.members {
        map.insert(key.into(), deserialize(&node)?);
    }
    Ok(map)
}

fn deserialize<T: DeserializeOwned>(node: &Node) -> Result<T> {
    T::deserialize(node).map_err(|error| error.to_string())
}

/// Spawns a thread with a stack that is large enough.
fn spawn<'s, T: Send + 's>(
    scope: &'s Scope<'s, '_>,
    work: impl FnOnce() -> Result<T> + Send + 's,
) -> ScopedJoinHandle<'s, Result<T>> {
    let thread = thread::Builder::new().stack_size(STACK_SIZE);
    thread
        .spawn_scoped(scope, work)
        .unwrap_or_else(|error| scope.spawn(move || Err(format!("no thread to read it: {error}"))))
}

fn join<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    let joined = thread.join();
    joined.unwrap_or_else(|_| Err("the library panicked".to_owned()))
}
