//! The parts of operations: parameters, bodies, responses.

use super::change::{Log, Places, Rust, Wire};
use super::pairs;
use super::spelled;
use crate::ir::{Body, Operation, Parameter, Presence, Success};

pub(super) fn parameters(log: &mut Log, of: &str, before: &[Parameter], after: &[Parameter]) {
    let key = |it: &Parameter| format!("{:?} {}", it.place, it.name.wire);
    let pairs = pairs::by(before, after, key);
    let named = |it: &Parameter| format!("{of}: parameter `{}`", it.name.wire);
    for it in pairs.removed {
        let what = format!("{} was removed", named(it));
        log.push((Some(&it.at), None), what, Rust::Breaking, Wire::REQUESTS);
    }
    for (before, after) in pairs.both {
        parameter(log, &named(after), before, after);
    }
    for it in pairs.added {
        let what = format!("{} was added", named(it));
        let (rust, wire) = match (is_argument(it), &it.fixed) {
            (true, _) => (Rust::Breaking, Wire::REQUESTS),
            (false, Some(_)) => (Rust::Addition, Wire::REQUESTS),
            (false, None) => (Rust::Addition, Wire::NONE),
        };
        log.push((None, Some(&it.at)), what, rust, wire);
    }
    let arguments = |list: &[Parameter]| {
        let arguments = list.iter().filter(|it| is_argument(it)).map(key);
        arguments.collect::<Vec<String>>()
    };
    if pairs::reordered(&arguments(before), &arguments(after), String::clone) {
        let at = after.first().map(|it| &it.at);
        let what = format!("{of}: the arguments are in another order");
        log.push((None, at), what, Rust::Breaking, Wire::NONE);
    }
}

/// Returns whether the method has an argument for it.
fn is_argument(parameter: &Parameter) -> bool {
    parameter.required && parameter.fixed.is_none()
}

fn parameter(log: &mut Log, name: &str, before: &Parameter, after: &Parameter) {
    let at = (Some(&before.at), Some(&after.at));
    let presence = |it: &Parameter| match it.required {
        true => Presence::Required,
        false => Presence::Optional,
    };
    let rust = |it: &Parameter| spelled::field(presence(it), &it.ty);
    let (old, new) = (rust(before), rust(after));
    if old != new {
        let what = format!("{name} is `{new}` and no longer `{old}`");
        log.push(at, what, Rust::Breaking, Wire::REQUESTS);
    } else if is_argument(before) != is_argument(after) || before.name.rust != after.name.rust {
        let what = format!("{name} is passed in another way");
        log.push(at, what, Rust::Breaking, Wire::REQUESTS);
    }
    let written = |it: &Parameter| (it.style, it.reserved, it.fixed.clone());
    if written(before) != written(after) {
        let what = format!("{name} is serialized in another way");
        log.push(at, what, Rust::Patch, Wire::REQUESTS);
    }
    log.docs(name, (&before.at, &before.doc), (&after.at, &after.doc));
}

pub(super) fn body(
    log: &mut Log,
    of: &str,
    at: Places<'_>,
    before: Option<&Body>,
    after: Option<&Body>,
) {
    let (old, new) = match (before, after) {
        (None, None) => return,
        (Some(old), Some(new)) => (old, new),
        (None, Some(_)) => {
            let what = format!("{of} has a body");
            return log.push(at, what, Rust::Breaking, Wire::REQUESTS);
        }
        (Some(_), None) => {
            let what = format!("{of} has no body any more");
            return log.push(at, what, Rust::Breaking, Wire::REQUESTS);
        }
    };
    let at = (Some(&old.at), Some(&new.at));
    let types = |body: &Body| {
        let types = body.contents.iter().map(|it| spelled::ty(&it.ty));
        (body.required, types.collect::<Vec<_>>())
    };
    if types(old) != types(new) {
        let what = format!("{of}: the body has another type");
        log.push(at, what, Rust::Breaking, Wire::REQUESTS);
    }
    let written = |body: &Body| {
        let contents = body.contents.iter();
        let contents = contents.map(|it| format!("{:?} {:?} {:?}", it.sent, it.styles, it.parts));
        contents.collect::<Vec<_>>()
    };
    if written(old) != written(new) {
        let what = format!("{of}: the body is serialized in another way");
        log.push(at, what, Rust::Patch, Wire::REQUESTS);
    }
    let name = format!("{of}: the body");
    log.docs(&name, (&old.at, &old.doc), (&new.at, &new.doc));
}

pub(super) fn responses(log: &mut Log, of: &str, before: &Operation, after: &Operation) {
    let at = (Some(&before.at), Some(&after.at));
    let success = |it: &Operation| match &it.success {
        Success::Empty => "()".to_owned(),
        Success::One(ty) => spelled::ty(ty),
        Success::Many(name) => name.to_string(),
    };
    let (old, new) = (success(before), success(after));
    if old != new {
        let what = format!("{of} returns `{new}` and no longer `{old}`");
        log.push(at, what, Rust::Breaking, Wire::RESPONSES);
    }
    let pairs = pairs::by(&before.responses, &after.responses, |it| {
        format!("{:?} {:?}", it.statuses, it.media_types)
    });
    for it in pairs.removed {
        let what = format!("{of}: the response {:?} was removed", it.statuses);
        log.push((Some(&it.at), None), what, Rust::Patch, Wire::RESPONSES);
    }
    for (old, new) in pairs.both {
        let content = |it: &crate::ir::Response| {
            let content = it.content.as_ref();
            content.map(|(media, ty)| format!("{media:?} {}", spelled::ty(ty)))
        };
        let name = format!("{of}: the response {:?}", new.statuses);
        let at = (Some(&old.at), Some(&new.at));
        // The type of a success was compared with that of the others.
        if content(old) != content(new) && !(old.success && new.success) {
            let what = format!("{name} has another type");
            log.push(at, what, Rust::Patch, Wire::RESPONSES);
        }
        log.docs(&name, (&old.at, &old.doc), (&new.at, &new.doc));
    }
    for it in pairs.added {
        let what = format!("{of}: the response {:?} was added", it.statuses);
        log.push((None, Some(&it.at)), what, Rust::Patch, Wire::RESPONSES);
    }
}
