//! Operations.

use super::log::Log;
use super::parts::{self, Of};
use super::{Rust, RustName, Wire, pairs, spelled};
use crate::ir::{Advice, Group, Module, Operation, Repeat};

/// An operation and the handle that has its method.
struct Handled<'a> {
    module: &'a Module,
    group: &'a Group,
    operation: &'a Operation,
}

pub(super) fn compare(log: &mut Log, before: &Module, after: &Module) {
    groups(log, before, after);
    let (before, after) = (handled(before), handled(after));
    let pairs = pairs::by(&before, &after, |it| it.operation.id.clone());
    // Another id for the same request is a new name.
    let (removed, added) = (&pairs.removed, &pairs.added);
    let route = |it: &&&Handled<'_>| (it.operation.verb, it.operation.path.clone());
    let renamed: Vec<_> = removed
        .iter()
        .filter_map(|old| {
            let new = added.iter().find(|new| route(new) == route(&old))?;
            Some((*old, *new))
        })
        .collect();
    let is_renamed = |it: &Operation| {
        let mut all = renamed.iter();
        all.any(|(old, new)| old.operation.at == it.at || new.operation.at == it.at)
    };
    for it in removed.iter().filter(|it| !is_renamed(it.operation)) {
        log.files([it.file()]);
        let what = format!("{} was removed", it.name());
        log.removed(&it.operation.at, what, it.rust_names());
    }
    for (before, after) in &renamed {
        log.files([before.file(), after.file()]);
        let what = format!("{} is now named `{}`", before.name(), after.operation.id);
        let at = (Some(&before.operation.at), Some(&after.operation.at));
        log.breaks(at, what, Wire::NONE, before.rust_names());
    }
    for (before, after) in pairs.both.iter().copied().chain(renamed.iter().copied()) {
        log.files([before.file(), after.file()]);
        operation(log, before, after);
    }
    for it in added.iter().filter(|it| !is_renamed(it.operation)) {
        log.files([it.file()]);
        log.added(&it.operation.at, format!("{} was added", it.name()));
    }
}

/// Compares the handles, which have a method per operation. Those that are gone, or new, are reported
/// by their operations.
fn groups(log: &mut Log, before: &Module, after: &Module) {
    let pairs = pairs::by(&before.groups, &after.groups, |it| it.handle.to_string());
    for (old, new) in pairs.both {
        log.files([before.operations_file(old), after.operations_file(new)]);
        let name = format!("tag `{}`", new.handle);
        if old.method != new.method {
            let what = format!("{name} is reached with `{}`", new.method);
            let method = RustName::method("Client", &old.method);
            log.breaks((Some(&old.at), Some(&new.at)), what, Wire::NONE, [method]);
        }
        log.docs(&name, (&old.at, &old.doc), (&new.at, &new.doc));
    }
}

fn handled(module: &Module) -> Vec<Handled<'_>> {
    let all = module.groups.iter().flat_map(|group| {
        let operations = group.operations.iter();
        operations.map(move |operation| Handled {
            module,
            group,
            operation,
        })
    });
    all.collect()
}

impl Handled<'_> {
    fn name(&self) -> String {
        format!("operation `{}`", self.operation.id)
    }

    fn file(&self) -> String {
        self.module.operations_file(self.group)
    }

    /// Returns the names that callers write.
    fn rust_names(&self) -> [RustName; 2] {
        let method = RustName::method(&self.group.handle, &self.operation.method);
        [method, RustName::item(&self.operation.value)]
    }
}

fn operation(log: &mut Log, before: &Handled<'_>, after: &Handled<'_>) {
    let name = after.name();
    let is_same_id = before.operation.id == after.operation.id;
    let (old, new) = (before.operation, after.operation);
    let at = (Some(&old.at), Some(&new.at));
    let names = after.rust_names();
    if is_same_id && before.rust_names() != names {
        let what = format!("{name} is now {}", names[0]);
        log.breaks(at, what, Wire::NONE, before.rust_names());
    }
    sent(log, &name, old, new);
    let of = Of {
        name: &name,
        names,
        operation: (old, new),
    };
    parts::parameters(log, &of);
    parts::body(log, &of);
    parts::responses(log, &of);
    repeat(log, &name, old, new);
    outcome(log, &name, old, new);
    log.docs(&name, (&old.at, &old.doc), (&new.at, &new.doc));
}

/// Compares where a request is sent, and what it is sent with besides its parts.
fn sent(log: &mut Log, name: &str, old: &Operation, new: &Operation) {
    let at = (Some(&old.at), Some(&new.at));
    if (old.verb, &old.path) != (new.verb, &new.path) {
        let what = format!(
            "{name} is sent to {} and no longer to {}",
            request_line(new),
            request_line(old)
        );
        log.push(at, what, Rust::Patch, Wire::REQUESTS);
    }
    for (what, differs) in [
        ("needs other credentials", old.security != new.security),
        ("has another server", old.server != new.server),
        ("accepts other media types", old.accept != new.accept),
    ] {
        if differs {
            log.push(at, format!("{name} {what}"), Rust::Patch, Wire::REQUESTS);
        }
    }
}

/// Returns the method and path of an operation: `POST /orders`.
fn request_line(operation: &Operation) -> String {
    let verb = format!("{:?}", operation.verb).to_uppercase();
    format!("{verb} {}", operation.path)
}

/// Compares what a response proves, and what is said to do then.
fn outcome(log: &mut Log, name: &str, old: &Operation, new: &Operation) {
    let at = (Some(&old.at), Some(&new.at));
    if spelled::rules(&old.rule_sets) != spelled::rules(&new.rule_sets) {
        let what = format!("{name}: a response proves something else (`x-outcome`)");
        log.push(at, what, Rust::Patch, Wire::OUTCOMES);
    }
    if advice(&old.advice) != advice(&new.advice) {
        let what = format!("{name}: an error advises something else (`x-advice`)");
        log.push(at, what, Rust::Patch, Wire::ERRORS);
    }
    if old.examples != new.examples {
        log.push(
            at,
            format!("{name}: other examples"),
            Rust::Patch,
            Wire::NONE,
        );
    }
}

/// Compares whether a call may be sent again: what changes nothing is sent again by itself. All other
/// answers are for whoever handles an error, and differ in what it says.
fn repeat(log: &mut Log, name: &str, old: &Operation, new: &Operation) {
    let (before, after) = (repeated(old), repeated(new));
    if before == after {
        return;
    }
    let is_safe = |it: &Operation| it.repeat == Some(Repeat::Safe);
    let wire = Wire {
        requests: is_safe(old) != is_safe(new),
        ..Wire::ERRORS
    };
    let what = format!("{name}: a call is {after}, and was {before} (`x-repeat`)");
    log.push((Some(&old.at), Some(&new.at)), what, Rust::Patch, wire);
}

/// Returns whether a call may be sent again, in words.
fn repeated(operation: &Operation) -> String {
    match &operation.repeat {
        None => "as repeatable as its method".to_owned(),
        Some(Repeat::Safe) => "safe to send again".to_owned(),
        Some(Repeat::Idempotent) => "idempotent".to_owned(),
        Some(Repeat::IdempotentBy(fields)) => format!("idempotent by {}", fields.join(", ")),
        Some(Repeat::Never) => "never to be sent again".to_owned(),
        Some(Repeat::ResolveWith(lookups)) => {
            let ids: Vec<&str> = lookups.iter().map(|lookup| lookup.id.as_str()).collect();
            format!("to be resolved with {}", ids.join(", "))
        }
    }
}

fn advice(advice: &[Advice]) -> Vec<String> {
    let each = advice.iter().map(|it| {
        let when = spelled::conditions(&it.when);
        format!("{:?} {when} {}", it.statuses, it.text)
    });
    each.collect()
}
