//! The parts of operations: parameters, bodies, responses.

use super::log::{Log, Places};
use super::{Rust, RustName, Wire, pairs, spelled};
use crate::ir::{Body, Operation, Parameter, Presence, Response, Success};

/// The operation whose parts are compared.
pub(super) struct Of<'a> {
    pub(super) name: &'a str,
    /// Its method, and its own type.
    pub(super) names: [RustName; 2],
    /// It before and after.
    pub(super) operation: (&'a Operation, &'a Operation),
}

impl Of<'_> {
    fn at(&self) -> Places<'_> {
        (Some(&self.operation.0.at), Some(&self.operation.1.at))
    }

    fn method(&self) -> RustName {
        self.names[0].clone()
    }

    /// Returns the name of a field of the operation's own type.
    fn field(&self, name: impl std::fmt::Display) -> RustName {
        RustName::field(&self.operation.1.value, name)
    }
}

pub(super) fn parameters(log: &mut Log, of: &Of<'_>) {
    let (before, after) = (&of.operation.0.parameters, &of.operation.1.parameters);
    let key = |it: &Parameter| format!("{:?} {}", it.place, it.name.wire);
    // What has the same name in Rust is the same for callers.
    let pairs = pairs::by_either(before, after, key, |it| it.name.rust.to_string());
    let named = |it: &Parameter| format!("{}: parameter `{}`", of.name, it.name.wire);
    for it in pairs.removed {
        let what = format!("{} was removed", named(it));
        let at = (Some(&it.at), None);
        log.breaks(at, what, Wire::REQUESTS, [of.field(&it.name.rust)]);
        concerns_method(log, of, it);
    }
    for (before, after) in pairs.both {
        parameter(log, of, &named(after), before, after);
    }
    for it in pairs.added {
        let what = format!("{} was added", named(it));
        let at = (None, Some(&it.at));
        match (is_argument(it), &it.fixed) {
            (true, _) => log.breaks(at, what, Wire::REQUESTS, [of.method()]),
            (false, Some(_)) => log.push(at, what, Rust::Addition, Wire::REQUESTS),
            (false, None) => log.push(at, what, Rust::Addition, Wire::NONE),
        }
    }
    let arguments = |list: &[Parameter]| {
        let arguments = list.iter().filter(|it| is_argument(it)).map(key);
        arguments.collect::<Vec<String>>()
    };
    if pairs::reordered(&arguments(before), &arguments(after), String::clone) {
        let what = format!("{}: the arguments are in another order", of.name);
        log.breaks(of.at(), what, Wire::NONE, [of.method()]);
    }
}

/// Returns whether the method has an argument for it.
fn is_argument(parameter: &Parameter) -> bool {
    parameter.required && parameter.fixed.is_none()
}

/// Adds the method to the names of the last change, if the parameter was an argument of it.
fn concerns_method(log: &mut Log, of: &Of<'_>, before: &Parameter) {
    if is_argument(before) {
        log.concerns([of.field(&before.name.rust), of.method()]);
    }
}

fn parameter(log: &mut Log, of: &Of<'_>, name: &str, before: &Parameter, after: &Parameter) {
    let at = (Some(&before.at), Some(&after.at));
    let presence = |it: &Parameter| match it.required {
        true => Presence::Required,
        false => Presence::Optional,
    };
    let rust = |it: &Parameter| spelled::field(presence(it), &it.ty);
    let (old, new) = (rust(before), rust(after));
    let names = [of.field(&before.name.rust), of.method()];
    if old != new {
        let what = format!("{name} is `{new}` and no longer `{old}`");
        log.breaks(at, what, Wire::REQUESTS, names);
        if !is_argument(before) && !is_argument(after) {
            log.concerns([of.field(&before.name.rust)]);
        }
    } else if is_argument(before) != is_argument(after) || before.name.rust != after.name.rust {
        let what = format!("{name} is passed in another way");
        log.breaks(at, what, Wire::REQUESTS, names);
    }
    serialized(log, name, before, after);
    log.docs(name, (&before.at, &before.doc), (&after.at, &after.doc));
}

/// Compares how a parameter is written.
fn serialized(log: &mut Log, name: &str, before: &Parameter, after: &Parameter) {
    let at = (Some(&before.at), Some(&after.at));
    let sent = |it: &Parameter| {
        let place = format!("{:?}", it.place).to_lowercase();
        format!("`{}` in the {place}", it.name.wire)
    };
    let (old, new) = (sent(before), sent(after));
    let written = |it: &Parameter| (it.style, it.reserved, it.fixed.clone());
    let what = if old != new {
        format!("{name} is sent as {new} and no longer as {old}")
    } else if written(before) != written(after) {
        format!("{name} is serialized in another way")
    } else {
        return;
    };
    log.push(at, what, Rust::Patch, Wire::REQUESTS);
}

pub(super) fn body(log: &mut Log, of: &Of<'_>) {
    let names = [of.field("body"), of.method()];
    let (before, after) = (&of.operation.0.body, &of.operation.1.body);
    let (old, new) = match (before, after) {
        (None, None) => return,
        (Some(old), Some(new)) => (old, new),
        (None, Some(_)) => {
            let what = format!("{} has a body", of.name);
            return log.breaks(of.at(), what, Wire::REQUESTS, [of.method()]);
        }
        (Some(_), None) => {
            let what = format!("{} has no body any more", of.name);
            return log.breaks(of.at(), what, Wire::REQUESTS, names);
        }
    };
    let at = (Some(&old.at), Some(&new.at));
    if old.required != new.required {
        let presence = if new.required { "required" } else { "optional" };
        let what = format!("{}: the body is {presence}", of.name);
        log.breaks(at, what, Wire::REQUESTS, names.clone());
    }
    if has_other_type(old, new) {
        let what = format!("{}: the body has another type", of.name);
        log.breaks(at, what, Wire::REQUESTS, names);
    }
    if written(old) != written(new) {
        let what = format!("{}: the body is serialized in another way", of.name);
        log.push(at, what, Rust::Patch, Wire::REQUESTS);
    }
    let name = format!("{}: the body", of.name);
    log.docs(&name, (&old.at, &old.doc), (&new.at, &new.doc));
}

fn has_other_type(old: &Body, new: &Body) -> bool {
    // One media type alone has no variant.
    if let ([old], [new]) = (old.contents.as_slice(), new.contents.as_slice()) {
        return spelled::ty(&old.ty) != spelled::ty(&new.ty);
    }
    let types = |body: &Body| {
        let types = body.contents.iter();
        let types = types.map(|it| format!("{} {}", it.variant, spelled::ty(&it.ty)));
        (body.choice.clone(), types.collect::<Vec<_>>())
    };
    types(old) != types(new)
}

/// Returns how a body is written.
fn written(body: &Body) -> Vec<String> {
    let contents = body.contents.iter();
    let contents = contents.map(|it| {
        format!(
            "{:?} {:?} {:?} {:?}",
            it.media, it.sent, it.styles, it.parts
        )
    });
    contents.collect()
}

pub(super) fn responses(log: &mut Log, of: &Of<'_>) {
    let (before, after) = of.operation;
    let success = |it: &Operation| match &it.success {
        Success::Empty => "()".to_owned(),
        Success::One(ty) => spelled::ty(ty),
        Success::Many(name) => name.to_string(),
    };
    let (old, new) = (success(before), success(after));
    if old != new {
        let what = format!("{} returns `{new}` and no longer `{old}`", of.name);
        log.breaks(of.at(), what, Wire::RESPONSES, [of.method()]);
    }
    let pairs = pairs::by(&before.responses, &after.responses, |it| {
        format!("{:?} {:?}", it.statuses, it.media_types)
    });
    for it in pairs.removed {
        let what = format!("{}: the response {} was removed", of.name, it.statuses);
        let at = (Some(&it.at), None);
        match variant(before, it) {
            Some(name) => log.breaks(at, what, Wire::RESPONSES, [name]),
            None => log.push(at, what, Rust::Patch, Wire::RESPONSES),
        }
    }
    for (old, new) in pairs.both {
        response(log, of, old, new);
    }
    for it in pairs.added {
        let what = format!("{}: the response {} was added", of.name, it.statuses);
        let rust = match variant(after, it) {
            Some(_) => Rust::Addition,
            None => Rust::Patch,
        };
        log.push((None, Some(&it.at)), what, rust, Wire::RESPONSES);
    }
}

/// Returns the variant of a successful response, if several are documented.
fn variant(operation: &Operation, response: &Response) -> Option<RustName> {
    match (&operation.success, &response.variant) {
        (Success::Many(name), Some(variant)) => Some(RustName::associated(name, variant)),
        _ => None,
    }
}

fn response(log: &mut Log, of: &Of<'_>, old: &Response, new: &Response) {
    let content = |it: &Response| {
        let content = it.content.as_ref();
        content.map(|(media, ty)| format!("{media:?} {}", spelled::ty(ty)))
    };
    let name = format!("{}: the response {}", of.name, new.statuses);
    let at = (Some(&old.at), Some(&new.at));
    let (before, after) = (variant(of.operation.0, old), variant(of.operation.1, new));
    // Others are documented nowhere.
    if before.is_some() && after.is_some() {
        log.docs(&name, (&old.at, &old.doc), (&new.at, &new.doc));
    }
    let differs = content(old) != content(new);
    let what = format!("{name} has another type");
    match (before, after) {
        (Some(before), Some(after)) if differs || before != after => {
            log.breaks(at, what, Wire::RESPONSES, [before]);
        }
        // The type of the only success was compared.
        _ if differs && !(old.success && new.success) => {
            log.push(at, what, Rust::Patch, Wire::RESPONSES);
        }
        _ => {}
    }
    if old.success != new.success {
        let what = match new.success {
            true => format!("{name} is a success"),
            false => format!("{name} is no success any more"),
        };
        log.push(at, what, Rust::Patch, Wire::OUTCOMES);
    }
}
