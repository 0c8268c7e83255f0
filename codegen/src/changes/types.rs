//! Named types and their members.

use super::change::{Log, Places, Rust, Wire};
use super::{pairs, spelled};
use crate::ir::{Derives, Field, OpenEnum, Presence, Shape, Struct, TypeDef, Union, Uses, Variant};

pub(super) fn compare(log: &mut Log, before: &[TypeDef], after: &[TypeDef]) {
    let pairs = pairs::by(before, after, |it| it.name.to_string());
    for it in pairs.removed {
        log.removed(&it.at, format!("type `{}` was removed", it.name));
    }
    for (before, after) in pairs.both {
        let name = format!("type `{}`", after.name);
        let item = Item {
            name: &name,
            at: (Some(&before.at), Some(&after.at)),
            wire: wire(after.uses),
            encoded: after.uses.encoded,
        };
        shapes(log, &item, &before.shape, &after.shape);
        log.docs(&name, (&before.at, &before.doc), (&after.at, &after.doc));
    }
    for it in pairs.added {
        log.added(&it.at, format!("type `{}` was added", it.name));
    }
}

/// A type that both states have.
struct Item<'a> {
    name: &'a str,
    at: Places<'a>,
    /// Where it is on the wire.
    wire: Wire,
    encoded: bool,
}

const fn wire(uses: Uses) -> Wire {
    Wire {
        requests: uses.encoded,
        responses: uses.decoded,
        outcomes: false,
    }
}

fn shapes(log: &mut Log, item: &Item<'_>, before: &Shape, after: &Shape) {
    match (before, after) {
        (Shape::Struct(before), Shape::Struct(after)) => structs(log, item, before, after),
        (Shape::OpenEnum(before), Shape::OpenEnum(after)) => enums(log, item, before, after),
        (Shape::Union(before), Shape::Union(after)) => unions(log, item, before, after),
        (Shape::Alias(before), Shape::Alias(after)) => {
            let (old, new) = (spelled::ty(before), spelled::ty(after));
            if old != new {
                let what = format!("{} is `{new}` and no longer `{old}`", item.name);
                log.push(item.at, what, Rust::Breaking, item.wire);
            }
        }
        _ => {
            let what = format!("{} is another kind of type", item.name);
            log.push(item.at, what, Rust::Breaking, item.wire);
        }
    }
}

fn structs(log: &mut Log, item: &Item<'_>, before: &Struct, after: &Struct) {
    let pairs = pairs::by(&before.fields, &after.fields, |it| it.name.wire.clone());
    let named = |it: &Field| format!("{}: member `{}`", item.name, it.name.wire);
    for it in &pairs.removed {
        let what = format!("{} was removed", named(it));
        log.push((Some(&it.at), None), what, Rust::Breaking, item.wire);
    }
    for (before, after) in &pairs.both {
        field(log, item, &named(after), before, after);
    }
    for it in &pairs.added {
        let what = format!("{} was added", named(it));
        let (rust, wire) = match (is_argument(it), &it.fixed) {
            // `new` has another argument.
            (true, _) if item.encoded => (Rust::Breaking, item.wire),
            (false, Some(_)) => (Rust::Addition, item.wire),
            _ => (
                Rust::Addition,
                Wire {
                    requests: false,
                    ..item.wire
                },
            ),
        };
        log.push((None, Some(&it.at)), what, rust, wire);
    }
    order(log, item, &before.fields, &after.fields);
    others(log, item, before, after);
    derives(log, item, before.derives, after.derives);
}

/// Returns whether `new` has an argument for it.
fn is_argument(field: &Field) -> bool {
    let is_given = matches!(
        field.presence,
        Presence::Required | Presence::Nullable | Presence::InType
    );
    is_given && field.fixed.is_none()
}

/// Members are encoded in the document's order, and `new` takes them in it.
fn order(log: &mut Log, item: &Item<'_>, before: &[Field], after: &[Field]) {
    if !item.encoded {
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
        let rust = match moved(is_argument) {
            true => Rust::Breaking,
            false => Rust::Patch,
        };
        let what = format!("{}: the members are in another order", item.name);
        log.push(item.at, what, rust, Wire::REQUESTS);
    }
}

fn field(log: &mut Log, item: &Item<'_>, name: &str, before: &Field, after: &Field) {
    let at = (Some(&before.at), Some(&after.at));
    let rust = |it: &Field| spelled::field(it.presence, &it.ty);
    let (old, new) = (rust(before), rust(after));
    if old != new {
        let what = format!("{name} is `{new}` and no longer `{old}`");
        log.push(at, what, Rust::Breaking, item.wire);
    } else if before.presence != after.presence || before.fixed != after.fixed {
        let rust = match is_argument(before) == is_argument(after) {
            true => Rust::Patch,
            false => Rust::Breaking,
        };
        let what = format!("{name} is present in another way");
        log.push(at, what, rust, item.wire);
    }
    if before.name.rust != after.name.rust {
        let what = format!(
            "{name} is the field `{}` and no longer `{}`",
            after.name.rust, before.name.rust
        );
        log.push(at, what, Rust::Breaking, Wire::NONE);
    }
    if before.tolerance != after.tolerance {
        let what = format!("{name}: other values are tolerated");
        log.push(at, what, Rust::Patch, Wire::RESPONSES);
    }
    log.docs(name, (&before.at, &before.doc), (&after.at, &after.doc));
}

/// Compares what is beside the members.
fn others(log: &mut Log, item: &Item<'_>, before: &Struct, after: &Struct) {
    let spell = |it: &Struct| {
        let all = it.rest.iter().chain(&it.flat);
        let all = all.map(|(name, ty)| format!("{name}: {}", spelled::ty(ty)));
        all.collect::<Vec<_>>()
    };
    let (old, new) = (spell(before), spell(after));
    let is_removed = old.iter().any(|it| !new.contains(it));
    if old != new {
        let rust = if is_removed {
            Rust::Breaking
        } else {
            Rust::Addition
        };
        let what = format!("{}: other additional properties", item.name);
        log.push(item.at, what, rust, item.wire);
    }
}

fn derives(log: &mut Log, item: &Item<'_>, before: Derives, after: Derives) {
    for (name, before, after) in [
        ("PartialEq", before.partial_eq, after.partial_eq),
        ("Eq", before.eq, after.eq),
        ("Default", before.default, after.default),
    ] {
        let (rust, what) = match (before, after) {
            (true, false) => (Rust::Breaking, format!("{} lost `{name}`", item.name)),
            (false, true) => (Rust::Addition, format!("{} has `{name}`", item.name)),
            _ => continue,
        };
        log.push(item.at, what, rust, Wire::NONE);
    }
}

fn enums(log: &mut Log, item: &Item<'_>, before: &OpenEnum, after: &OpenEnum) {
    let pairs = pairs::by(&before.variants, &after.variants, |it| it.name.wire.clone());
    let named = |it: &Variant| format!("{}: value `{}`", item.name, it.name.wire);
    for it in pairs.removed {
        let what = format!("{} was removed", named(it));
        log.push(item.at, what, Rust::Breaking, Wire::NONE);
    }
    for (before, after) in pairs.both {
        if before.name.rust != after.name.rust {
            let what = format!(
                "{} is the variant `{}` and no longer `{}`",
                named(after),
                after.name.rust,
                before.name.rust
            );
            log.push(item.at, what, Rust::Breaking, Wire::NONE);
        }
    }
    for it in pairs.added {
        let what = format!("{} was added", named(it));
        log.push(item.at, what, Rust::Addition, Wire::NONE);
    }
    if before.other != after.other {
        let what = format!("{} keeps other values in another way", item.name);
        log.push(item.at, what, Rust::Breaking, Wire::NONE);
    }
}

fn unions(log: &mut Log, item: &Item<'_>, before: &Union, after: &Union) {
    let pairs = pairs::by(&before.alternatives, &after.alternatives, |it| {
        it.name.to_string()
    });
    let named = |it: &crate::ir::Alternative| format!("{}: variant `{}`", item.name, it.name);
    for it in pairs.removed {
        let what = format!("{} was removed", named(it));
        log.push(item.at, what, Rust::Breaking, item.wire);
    }
    for (before, after) in pairs.both {
        let (old, new) = (spelled::ty(&before.ty), spelled::ty(&after.ty));
        if old != new {
            let what = format!("{} holds `{new}` and no longer `{old}`", named(after));
            log.push(item.at, what, Rust::Breaking, item.wire);
        }
        if (&before.tags, &before.added) != (&after.tags, &after.added) {
            let what = format!("{} has other tags", named(after));
            log.push(item.at, what, Rust::Patch, item.wire);
        }
    }
    for it in pairs.added {
        let what = format!("{} was added", named(it));
        log.push(item.at, what, Rust::Addition, item.wire);
    }
    if before.tag != after.tag {
        let what = format!("{} is distinguished by another member", item.name);
        log.push(item.at, what, Rust::Patch, item.wire);
    }
    if before.other != after.other {
        let what = format!("{} keeps other values in another variant", item.name);
        log.push(item.at, what, Rust::Breaking, Wire::NONE);
    }
    derives(log, item, before.derives, after.derives);
}
