//! From a tree that the grammar accepts to the `openapiv3` value.

use std::thread::{Scope, ScopedJoinHandle};

use openapiv3::{Callback, Components, OpenAPI};
use serde::de::DeserializeOwned;

use super::node::Node;

/// `openapiv3` reads schemas with many large frames: several times what a test's thread has for the deepest document
/// that is accepted.
const STACK: usize = 64 << 20;

/// The document and its webhooks, which `openapiv3` has no place for; or the library's reason against it.
pub(crate) fn hold(mut tree: Node) -> Result<(OpenAPI, Callback), String> {
    let webhooks = tree.take("webhooks");
    let components = tree.take("components");
    // The two large parts are read at the same time: most of the work on a document is here.
    let (api, components, webhooks) = std::thread::scope(|scope| {
        let components = spawn::<Components>(scope, components.as_ref());
        let webhooks = spawn::<Callback>(scope, webhooks.as_ref());
        let api = spawn::<OpenAPI>(scope, Some(&tree));
        (api.join(), components.join(), webhooks.join())
    });
    let mut api = held(api)?.ok_or("there is no document")?;
    api.components = held(components)?;
    Ok((api, held(webhooks)?.unwrap_or_default()))
}

/// A part that is being read.
type Reading<'s, T> = ScopedJoinHandle<'s, Result<Option<T>, String>>;

/// What a part came to: its thread, the library, and whether it was there.
type Read<T> = std::thread::Result<Result<Option<T>, String>>;

fn spawn<'s, T: DeserializeOwned + Send + 's>(
    scope: &'s Scope<'s, '_>,
    node: Option<&'s Node>,
) -> Reading<'s, T> {
    let read = move || {
        let value = node.map(T::deserialize);
        value.transpose().map_err(|error| error.to_string())
    };
    let thread = std::thread::Builder::new().stack_size(STACK);
    thread
        .spawn_scoped(scope, read)
        .unwrap_or_else(|error| scope.spawn(move || Err(format!("no thread to read it: {error}"))))
}

fn held<T>(read: Read<T>) -> Result<Option<T>, String> {
    read.unwrap_or_else(|_| Err("the library panicked".to_owned()))
}
