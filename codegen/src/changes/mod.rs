//! Compares two states of the documents by meaning: what each change is for those who compile
//! against the client, and what it changes on the wire.
//!
//! | module | compares |
//! | --- | --- |
//! | `client` | servers and credentials |
//! | `operations`, `parts` | operations; their parameters, bodies and responses |
//! | `types` | named types and their members |
//! | `change` | what a change is, and its two classes |
//! | `pairs` | finds what two lists have in common |
//! | `spelled` | types and rules in words |
//!
//! Things are recognized by their names: an operation by its id, a type by its Rust name, a member
//! by its name on the wire. What is renamed there is one thing less and one more, unless the rest
//! shows that it is the same.

mod change;
mod client;
mod operations;
mod pairs;
mod parts;
mod spelled;
mod types;

pub use change::{Change, Release, Rust, Wire};

use crate::ir::{Api, Callback, Module};

use self::change::Log;

/// Returns what changed from one state to the other, in the order of the later documents.
#[must_use]
pub fn between(before: &Api, after: &Api) -> Vec<Change> {
    let mut log = Log::default();
    client::compare(&mut log, &before.client, &after.client);
    let pairs = pairs::by(&before.modules, &after.modules, |module| {
        module.name.to_string()
    });
    for module in pairs.removed {
        let what = format!("the document `{}` was removed", module.name);
        log.removed(&module.at, what);
    }
    for (before, after) in pairs.both {
        self::module(&mut log, before, after);
    }
    for module in pairs.added {
        let what = format!("the document `{}` was added", module.name);
        log.added(&module.at, what);
    }
    log.changes
}

fn module(log: &mut Log, before: &Module, after: &Module) {
    let name = format!("document `{}`", after.name);
    log.docs(&name, (&before.at, &before.doc), (&after.at, &after.doc));
    operations::compare(log, &before.groups, &after.groups);
    types::compare(log, &before.types, &after.types);
    callbacks(log, &before.callbacks, &after.callbacks);
}

/// Compares what the API sends.
fn callbacks(log: &mut Log, before: &[Callback], after: &[Callback]) {
    let pairs = pairs::by(before, after, |callback| {
        let function = callback.function.as_ref().map(|(name, _)| name);
        let value = callback.value.as_ref().map(|value| &value.name);
        format!("{function:?} {value:?}")
    });
    for callback in pairs.removed {
        log.removed(&callback.at, format!("{} was removed", named(callback)));
    }
    for (before, after) in pairs.both {
        let name = named(after);
        log.docs(&name, (&before.at, &before.doc), (&after.at, &after.doc));
        let parsed = |callback: &Callback| callback.function.as_ref().map(|it| spelled::ty(&it.1));
        if parsed(before) != parsed(after) {
            let at = (Some(&before.at), Some(&after.at));
            let what = format!("{name} returns another type");
            log.push(at, what, Rust::Breaking, Wire::RESPONSES);
        }
    }
    for callback in pairs.added {
        log.added(&callback.at, format!("{} was added", named(callback)));
    }
}

fn named(callback: &Callback) -> String {
    let function = callback.function.as_ref().map(|(name, _)| name);
    let value = callback.value.as_ref().map(|value| &value.name);
    match function.or(value) {
        Some(name) => format!("callback `{name}`"),
        None => "a callback".to_owned(),
    }
}
