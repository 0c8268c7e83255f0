//! Named types and their members.

use super::item::Item;
use super::log::Log;
use super::{Rust, RustName, Wire, object, pairs, spelled};
use crate::ir::{Module, OpenEnum, Shape, Union, Variant};

pub(super) fn compare(log: &mut Log, before: &Module, after: &Module) {
    let pairs = pairs::by(&before.types, &after.types, |it| it.name.to_string());
    for it in pairs.removed {
        log.files([before.type_file(it)]);
        let what = format!("type `{}` was removed", it.name);
        log.removed(&it.at, what, [RustName::item(&it.name)]);
    }
    for (old, new) in pairs.both {
        log.files([before.type_file(old), after.type_file(new)]);
        let name = format!("type `{}`", new.name);
        let item = Item {
            name: &name,
            rust: new.name.as_str(),
            at: (Some(&old.at), Some(&new.at)),
            uses: (old.uses, new.uses),
        };
        shapes(log, &item, &old.shape, &new.shape);
        log.docs(&name, (&old.at, &old.doc), (&new.at, &new.doc));
    }
    for it in pairs.added {
        log.files([after.type_file(it)]);
        log.added(&it.at, format!("type `{}` was added", it.name));
    }
}

fn shapes(log: &mut Log, item: &Item<'_>, before: &Shape, after: &Shape) {
    match (before, after) {
        (Shape::Struct(before), Shape::Struct(after)) => object::compare(log, item, before, after),
        (Shape::OpenEnum(before), Shape::OpenEnum(after)) => enums(log, item, before, after),
        (Shape::Union(before), Shape::Union(after)) => unions(log, item, before, after),
        (Shape::Alias(before), Shape::Alias(after)) => {
            let (old, new) = (spelled::ty(before), spelled::ty(after));
            if old != new {
                let what = format!("{} is `{new}` and no longer `{old}`", item.name);
                log.breaks(item.at, what, item.wire(), [item.itself()]);
            }
        }
        _ => {
            let what = format!("{} is another kind of type", item.name);
            log.breaks(item.at, what, item.wire(), [item.itself()]);
        }
    }
}

fn enums(log: &mut Log, item: &Item<'_>, before: &OpenEnum, after: &OpenEnum) {
    let pairs = pairs::by_either(
        &before.variants,
        &after.variants,
        |it| it.name.wire.clone(),
        |it| it.name.rust.to_string(),
    );
    let named = |it: &Variant| format!("{}: value `{}`", item.name, it.name.wire);
    for it in pairs.removed {
        let what = format!("{} was removed", named(it));
        let name = item.associated(&it.name.rust);
        log.breaks(item.at, what, item.read(), [name]);
    }
    for (before, after) in pairs.both {
        value(log, item, &named(after), before, after);
    }
    for it in pairs.added {
        let what = format!("{} was added", named(it));
        log.push(item.at, what, Rust::Addition, item.read());
    }
    if before.other != after.other {
        let what = format!("{} keeps other values in another way", item.name);
        log.breaks(item.at, what, Wire::NONE, [item.itself()]);
    }
}

/// Compares a value that both states have.
fn value(log: &mut Log, item: &Item<'_>, name: &str, before: &Variant, after: &Variant) {
    if before.name.rust != after.name.rust {
        let what = format!(
            "{} is the variant `{}` and no longer `{}`",
            name, after.name.rust, before.name.rust
        );
        let variant = item.associated(&before.name.rust);
        log.breaks(item.at, what, Wire::NONE, [variant]);
    }
    if before.name.wire != after.name.wire {
        let what = format!("{} was spelt `{}`", name, before.name.wire);
        log.push(item.at, what, Rust::Patch, item.wire());
    }
    let (Some(old), Some(new)) = item.at else {
        return;
    };
    log.docs(name, (old, &before.doc), (new, &after.doc));
}

fn unions(log: &mut Log, item: &Item<'_>, before: &Union, after: &Union) {
    let pairs = pairs::by(&before.alternatives, &after.alternatives, |it| {
        it.name.to_string()
    });
    let named = |it: &crate::ir::Alternative| format!("{}: variant `{}`", item.name, it.name);
    for it in pairs.removed {
        let what = format!("{} was removed", named(it));
        let name = item.associated(&it.name);
        log.breaks(item.at, what, item.wire(), [name]);
    }
    for (before, after) in pairs.both {
        let (old, new) = (spelled::ty(&before.ty), spelled::ty(&after.ty));
        if old != new {
            let what = format!("{} holds `{new}` and no longer `{old}`", named(after));
            let name = item.associated(&after.name);
            log.breaks(item.at, what, item.wire(), [name]);
        }
        if (&before.tags, &before.added) != (&after.tags, &after.added) {
            let what = format!("{} has other tags", named(after));
            log.push(item.at, what, Rust::Patch, item.wire());
        }
    }
    for it in pairs.added {
        let what = format!("{} was added", named(it));
        log.push(item.at, what, Rust::Addition, item.read());
    }
    if before.tag != after.tag {
        let what = format!("{} is distinguished by another member", item.name);
        log.push(item.at, what, Rust::Patch, item.wire());
    }
    if before.other != after.other {
        let what = format!("{} keeps other values in another variant", item.name);
        log.breaks(item.at, what, Wire::NONE, [item.itself()]);
    }
    item.derives(log, before.derives, after.derives);
}
