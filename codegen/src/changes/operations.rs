//! Operations.

use super::change::{Log, Rust, Wire};
use super::{pairs, parts, spelled};
use crate::ir::{Advice, Group, Operation, Repeat};

/// An operation and the handle that has its method.
struct Handled<'a> {
    group: &'a Group,
    operation: &'a Operation,
}

pub(super) fn compare(log: &mut Log, before: &[Group], after: &[Group]) {
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
        log.removed(&it.operation.at, format!("{} was removed", it.name()));
    }
    for (before, after) in &renamed {
        let what = format!("{} is now named `{}`", before.name(), after.operation.id);
        let at = (Some(&before.operation.at), Some(&after.operation.at));
        log.push(at, what, Rust::Breaking, Wire::NONE);
    }
    for (before, after) in pairs.both.iter().copied().chain(renamed.iter().copied()) {
        operation(log, before, after);
    }
    for it in added.iter().filter(|it| !is_renamed(it.operation)) {
        log.added(&it.operation.at, format!("{} was added", it.name()));
    }
}

fn handled(groups: &[Group]) -> Vec<Handled<'_>> {
    let all = groups.iter().flat_map(|group| {
        let operations = group.operations.iter();
        operations.map(move |operation| Handled { group, operation })
    });
    all.collect()
}

impl Handled<'_> {
    fn name(&self) -> String {
        format!("operation `{}`", self.operation.id)
    }

    /// Returns the names that callers write.
    fn names(&self) -> (String, String) {
        let operation = self.operation;
        let method = format!("{}::{}", self.group.handle, operation.method);
        (method, operation.value.to_string())
    }
}

fn operation(log: &mut Log, before: &Handled<'_>, after: &Handled<'_>) {
    let name = after.name();
    let is_same_id = before.operation.id == after.operation.id;
    let (old, new) = (before.operation, after.operation);
    let at = (Some(&old.at), Some(&new.at));
    if is_same_id && before.names() != after.names() {
        let what = format!("{name} is now `{}`", after.names().0);
        log.push(at, what, Rust::Breaking, Wire::NONE);
    }
    if (old.verb, &old.path) != (new.verb, &new.path) {
        let what = format!(
            "{name} is sent to {:?} {} and no longer to {:?} {}",
            new.verb, new.path, old.verb, old.path
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
    parts::parameters(log, &name, &old.parameters, &new.parameters);
    parts::body(log, &name, at, old.body.as_ref(), new.body.as_ref());
    parts::responses(log, &name, old, new);
    repeat(log, &name, old, new);
    if spelled::rules(&old.rule_sets) != spelled::rules(&new.rule_sets) {
        let what = format!("{name}: a response proves something else (`x-outcome`)");
        log.push(at, what, Rust::Patch, Wire::OUTCOMES);
    }
    if advice(&old.advice) != advice(&new.advice) || old.examples != new.examples {
        let what = format!("{name}: other advice or examples");
        log.push(at, what, Rust::Patch, Wire::NONE);
    }
    log.docs(&name, (&old.at, &old.doc), (&new.at, &new.doc));
}

/// Compares whether a call may be sent again. What changes nothing is sent again by itself.
fn repeat(log: &mut Log, name: &str, old: &Operation, new: &Operation) {
    let names = |repeat: &Option<Repeat>| match repeat {
        Some(Repeat::ResolveWith(lookups)) => {
            let ids: Vec<&str> = lookups.iter().map(|lookup| lookup.id.as_str()).collect();
            format!("resolve with {}", ids.join(", "))
        }
        other => format!("{other:?}"),
    };
    if names(&old.repeat) == names(&new.repeat) {
        return;
    }
    let is_safe = |it: &Operation| it.repeat == Some(Repeat::Safe);
    let wire = match is_safe(old) == is_safe(new) {
        true => Wire::NONE,
        false => Wire::REQUESTS,
    };
    let what = format!("{name}: whether it may be sent again is answered differently (`x-repeat`)");
    log.push((Some(&old.at), Some(&new.at)), what, Rust::Patch, wire);
}

fn advice(advice: &[Advice]) -> Vec<String> {
    let each = advice.iter().map(|it| {
        let when = spelled::conditions(&it.when);
        format!("{:?} {when} {}", it.statuses, it.text)
    });
    each.collect()
}
