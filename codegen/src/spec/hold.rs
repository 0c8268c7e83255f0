//! From a tree that the grammar accepts to the `openapiv3` value.

use openapiv3::{Callback, OpenAPI};
use serde::de::DeserializeOwned;

use super::node::Node;

/// `openapiv3` reads schemas with many large frames: several times what a test's thread has for the deepest document
/// that is accepted.
const STACK: usize = 64 << 20;

/// The document and its webhooks, which `openapiv3` has no place for; or the library's reason against it.
pub(crate) fn hold(tree: &Node) -> Result<(OpenAPI, Callback), String> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        match thread.spawn_scoped(scope, || both(tree)) {
            Ok(reading) => reading
                .join()
                .unwrap_or_else(|_| Err("the library panicked".to_owned())),
            Err(error) => Err(format!("no thread to read it: {error}")),
        }
    })
}

fn both(tree: &Node) -> Result<(OpenAPI, Callback), String> {
    let webhooks = match tree.get("webhooks") {
        Some(webhooks) => read(webhooks)?,
        None => Callback::default(),
    };
    Ok((read(tree)?, webhooks))
}

fn read<T: DeserializeOwned>(node: &Node) -> Result<T, String> {
    serde_json::from_value(node.to_json()).map_err(|error| error.to_string())
}
