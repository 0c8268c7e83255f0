//! Compares two states of the documents by meaning: what each change is for those who compile
//! against the client, and what it changes on the wire.
//!
//! | module | compares |
//! | --- | --- |
//! | `client` | servers and credentials |
//! | `operations`, `parts` | operations; their parameters, bodies and responses |
//! | `types`, `item`, `object` | named types and their members |
//! | `change`, `name` | what a change is, its two classes, and the Rust names that it concerns |
//! | `release` | the version that follows |
//! | `log` | collects the changes |
//! | `pairs` | finds what two lists have in common |
//! | `spelled`, `words` | types, rules and classes in words |
//!
//! Things are recognized by their names: an operation by its id, a type by its Rust name, a member
//! by its name on the wire. What is renamed there is one thing less and one more, unless the rest
//! shows that it is the same.

mod change;
mod client;
mod item;
mod log;
mod name;
mod object;
mod operations;
mod pairs;
mod parts;
mod release;
mod spelled;
mod types;
mod words;

pub use change::{Change, Rust, Wire};
pub use name::RustName;
pub use release::Release;
pub use words::classes;

use crate::ir::{Api, CLIENT_FILE, Callback, Module};

use self::log::Log;

/// Returns what changed from one state to the other, in the order of the later documents.
#[must_use]
pub fn between(before: &Api, after: &Api) -> Vec<Change> {
    let mut log = Log::default();
    log.files([CLIENT_FILE.to_owned()]);
    client::compare(&mut log, &before.client, &after.client);
    let pairs = pairs::by(&before.modules, &after.modules, |module| {
        module.name.to_string()
    });
    for module in pairs.removed {
        log.files([module.file("mod")]);
        let name = module.name.to_string();
        let what = format!("the document `{name}` was removed");
        log.removed(&module.at, what, [RustName::Module(name)]);
    }
    for (before, after) in pairs.both {
        self::module(&mut log, before, after);
    }
    for module in pairs.added {
        log.files([module.file("mod")]);
        let what = format!("the document `{}` was added", module.name);
        log.added(&module.at, what);
    }
    log.changes
}

fn module(log: &mut Log, before: &Module, after: &Module) {
    let name = format!("document `{}`", after.name);
    log.files([after.file("mod")]);
    log.docs(&name, (&before.at, &before.doc), (&after.at, &after.doc));
    operations::compare(log, before, after);
    types::compare(log, before, after);
    log.files([after.callbacks_file()]);
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
        let what = format!("{} was removed", named(callback));
        log.removed(&callback.at, what, []);
        log.concerns(rust_names(callback));
    }
    for (before, after) in pairs.both {
        let name = named(after);
        log.docs(&name, (&before.at, &before.doc), (&after.at, &after.doc));
        let parsed = |callback: &Callback| callback.function.as_ref().map(|it| spelled::ty(&it.1));
        if parsed(before) != parsed(after) {
            let at = (Some(&before.at), Some(&after.at));
            let what = format!("{name} returns another type");
            log.breaks(at, what, Wire::RESPONSES, []);
            log.concerns(rust_names(after));
        }
    }
    for callback in pairs.added {
        log.added(&callback.at, format!("{} was added", named(callback)));
    }
}

fn rust_names(callback: &Callback) -> Vec<RustName> {
    let function = callback.function.iter().map(|(name, _)| name);
    let value = callback.value.iter().map(|value| &value.name);
    function.chain(value).map(RustName::item).collect()
}

fn named(callback: &Callback) -> String {
    let function = callback.function.as_ref().map(|(name, _)| name);
    let value = callback.value.as_ref().map(|value| &value.name);
    match function.or(value) {
        Some(name) => format!("callback `{name}`"),
        None => "a callback".to_owned(),
    }
}
