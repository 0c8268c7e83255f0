//! From a tree that the grammar accepts to the `openapiv3` value.

use openapiv3::OpenAPI;

use super::node::Node;

/// `openapiv3` reads schemas with many large frames: several times what a test's thread has for the deepest document
/// that is accepted.
const STACK: usize = 64 << 20;

/// The value, or the library's reason against it.
pub(crate) fn hold(tree: &Node) -> Result<OpenAPI, String> {
    let read = || serde_json::from_value(tree.to_json()).map_err(|error| error.to_string());
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        match thread.spawn_scoped(scope, read) {
            Ok(reading) => reading
                .join()
                .unwrap_or_else(|_| Err("the library panicked".to_owned())),
            Err(error) => Err(format!("no thread to read it: {error}")),
        }
    })
}
