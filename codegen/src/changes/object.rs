//! Objects: their members, and the constructor that takes what is required.

use super::item::Item;
use super::log::Log;
use super::{Rust, RustName, Wire, pairs, spelled};
use crate::ir::{Field, Struct, Uses};

pub(super) fn compare(log: &mut Log, item: &Item<'_>, before: &Struct, after: &Struct) {
    // What has the same name in Rust is the same for callers.
    let pairs = pairs::by_either(
        &before.fields,
        &after.fields,
        |it| it.name.wire.clone(),
        |it| it.name.rust.to_string(),
    );
    let named = |it: &Field| format!("{}: member `{}`", item.name, it.name.wire);
    for it in &pairs.removed {
        let what = format!("{} was removed", named(it));
        let at = (Some(&it.at), None);
        log.breaks(at, what, item.wire(), [item.field(&it.name.rust)]);
    }
    for (before, after) in &pairs.both {
        field(log, item, &named(after), before, after);
    }
    for it in &pairs.added {
        let what = format!("{} was added", named(it));
        let at = (None, Some(&it.at));
        match (it.is_argument(), &it.fixed) {
            // `new` has another argument.
            (true, _) if item.is_encoded() => {
                log.breaks(at, what, item.wire(), [item.associated("new")])
            }
            (false, Some(_)) => log.push(at, what, Rust::Addition, item.wire()),
            _ => log.push(at, what, Rust::Addition, item.read()),
        }
        let all = RustName::Fields(item.rust.to_owned());
        log.concerns(match it.is_argument() && item.is_encoded() {
            true => vec![item.associated("new"), all],
            false => vec![all],
        });
    }
    order(log, item, &before.fields, &after.fields);
    others(log, item, before, after);
    constructor(log, item, before, after);
    item.derives(log, before.derives, after.derives);
}

/// Members are encoded in the document's order, and `new` takes them in it.
fn order(log: &mut Log, item: &Item<'_>, before: &[Field], after: &[Field]) {
    if !item.is_encoded() {
        return;
    }
    let names = |fields: &[Field], only: fn(&Field) -> bool| {
        let fields = fields.iter().filter(|it| only(it));
        fields.map(|it| it.name.wire.clone()).collect::<Vec<_>>()
    };
    let moved = |only: fn(&Field) -> bool| {
        pairs::reordered(&names(before, only), &names(after, only), String::clone)
    };
    if moved(|_| true) {
        let what = format!("{}: the members are in another order", item.name);
        if moved(Field::is_argument) {
            log.breaks(item.at, what, Wire::REQUESTS, [item.associated("new")]);
        } else {
            log.push(item.at, what, Rust::Patch, Wire::REQUESTS);
        }
    }
}

fn field(log: &mut Log, item: &Item<'_>, name: &str, before: &Field, after: &Field) {
    let at = (Some(&before.at), Some(&after.at));
    let rust = |it: &Field| spelled::field(it.presence, &it.ty);
    let (old, new) = (rust(before), rust(after));
    let names = [item.field(&before.name.rust), item.associated("new")];
    if old != new {
        let what = format!("{name} is `{new}` and no longer `{old}`");
        log.breaks(at, what, item.wire(), names);
        if !before.is_argument() && !after.is_argument() {
            log.concerns([item.field(&before.name.rust)]);
        }
    } else if before.is_argument() != after.is_argument() {
        let what = format!("{name} is present in another way");
        log.breaks(at, what, item.wire(), names);
    } else if before.presence != after.presence || before.fixed != after.fixed {
        let what = format!("{name} is present in another way");
        log.push(at, what, Rust::Patch, item.wire());
    }
    if before.name.wire != after.name.wire {
        let what = format!("{name} was spelt `{}`", before.name.wire);
        log.push(at, what, Rust::Patch, item.wire());
    }
    if before.name.rust != after.name.rust {
        let what = format!(
            "{name} is the field `{}` and no longer `{}`",
            after.name.rust, before.name.rust
        );
        log.breaks(at, what, Wire::NONE, [item.field(&before.name.rust)]);
    }
    if before.tolerance != after.tolerance {
        let what = format!("{name}: other values are tolerated");
        log.push(at, what, Rust::Patch, Wire::RESPONSES);
    }
    log.docs(name, (&before.at, &before.doc), (&after.at, &after.doc));
}

/// Compares what is beside the members.
fn others(log: &mut Log, item: &Item<'_>, before: &Struct, after: &Struct) {
    let rest = pairs::by(
        before.rest.as_slice(),
        after.rest.as_slice(),
        |(name, _)| name.to_string(),
    );
    let flat = pairs::by(&before.flat, &after.flat, |(name, _)| name.to_string());
    let what = || format!("{}: other additional properties", item.name);
    let removed = rest.removed.iter().chain(&flat.removed);
    let changed = rest.both.iter().chain(&flat.both);
    let changed = changed.filter(|(old, new)| spelled::ty(&old.1) != spelled::ty(&new.1));
    for (name, _) in removed.copied().chain(changed.map(|(old, _)| *old)) {
        log.breaks(item.at, what(), item.wire(), [item.field(name)]);
    }
    for _ in &rest.added {
        log.push(item.at, what(), Rust::Addition, item.wire());
        log.concerns([RustName::Fields(item.rust.to_owned())]);
    }
    for _ in &flat.added {
        log.breaks(item.at, what(), item.wire(), [item.associated("new")]);
    }
}

/// Compares whether there is a `new`: what is sent and has something required has it.
fn constructor(log: &mut Log, item: &Item<'_>, before: &Struct, after: &Struct) {
    let has_new = |uses: Uses, it: &Struct| uses.encoded && !it.derives.default;
    match (has_new(item.uses.0, before), has_new(item.uses.1, after)) {
        (true, false) => {
            let what = format!("{} has no `new` any more", item.name);
            log.breaks(item.at, what, Wire::NONE, [item.associated("new")]);
        }
        (false, true) => {
            let what = format!("{} has `new`", item.name);
            log.push(item.at, what, Rust::Addition, Wire::NONE);
        }
        _ => {}
    }
}
