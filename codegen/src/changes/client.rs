//! Servers and credentials.

use super::log::Log;
use super::{Rust, RustName, Wire, pairs};
use crate::ir::{Client, Environment, OwnServer, Scheme, SchemeKind, ServerTemplate};

/// Generated types that all of it belongs to.
const ENVIRONMENT: &str = "Environment";
const BUILDER: &str = "ClientBuilder";

pub(super) fn compare(log: &mut Log, before: &Client, after: &Client) {
    environments(log, &before.environments, &after.environments);
    templates(log, &before.templates, &after.templates);
    own_servers(log, &before.own_servers, &after.own_servers);
    schemes(log, &before.schemes, &after.schemes);
}

fn environments(log: &mut Log, before: &[Environment], after: &[Environment]) {
    let pairs = pairs::by(before, after, |it| it.variant.to_string());
    for it in pairs.removed {
        let what = format!("environment `{}` was removed", it.variant);
        let name = RustName::associated(ENVIRONMENT, &it.variant);
        log.removed(&it.at, what, [name]);
    }
    for (before, after) in pairs.both {
        let name = format!("environment `{}`", after.variant);
        if before.url != after.url {
            let what = format!("{name} is at {} and no longer at {}", after.url, before.url);
            let at = (Some(&before.at), Some(&after.at));
            log.push(at, what, Rust::Patch, Wire::REQUESTS);
        }
        log.docs(&name, (&before.at, &before.doc), (&after.at, &after.doc));
    }
    for it in pairs.added {
        log.added(&it.at, format!("environment `{}` was added", it.variant));
    }
}

fn templates(log: &mut Log, before: &[ServerTemplate], after: &[ServerTemplate]) {
    let pairs = pairs::by(before, after, |it| it.name.to_string());
    for it in pairs.removed {
        let what = format!("server `{}` was removed", it.name);
        log.removed(&it.at, what, [RustName::item(&it.name)]);
    }
    for (before, after) in pairs.both {
        let at = (Some(&before.at), Some(&after.at));
        let name = format!("server `{}`", after.name);
        let variables = |it: &ServerTemplate| {
            let names = it.variables.iter().map(|variable| {
                let is_required = variable.default.is_none();
                (variable.name.rust.to_string(), is_required)
            });
            names.collect::<Vec<_>>()
        };
        if variables(before) != variables(after) {
            let what = format!("{name} has other variables");
            log.breaks(at, what, Wire::REQUESTS, [RustName::item(&after.name)]);
        } else if (&before.template, &before.published) != (&after.template, &after.published) {
            let what = format!("{name} has another URL");
            log.push(at, what, Rust::Patch, Wire::REQUESTS);
        }
        log.docs(&name, (&before.at, &before.doc), (&after.at, &after.doc));
        for (old, new) in before.variables.iter().zip(&after.variables) {
            let name = format!("{name}: variable `{}`", new.name.wire);
            log.docs(&name, (&before.at, &old.doc), (&after.at, &new.doc));
        }
    }
    for it in pairs.added {
        log.added(&it.at, format!("server `{}` was added", it.name));
    }
}

fn own_servers(log: &mut Log, before: &[OwnServer], after: &[OwnServer]) {
    let pairs = pairs::by(before, after, |it| it.method.to_string());
    for it in pairs.removed {
        let what = format!("server method `{}` was removed", it.method);
        log.removed(&it.at, what, [RustName::method(BUILDER, &it.method)]);
    }
    for (before, after) in pairs.both {
        if before.place != after.place {
            let what = format!("server method `{}` replaces another URL", after.method);
            let at = (Some(&before.at), Some(&after.at));
            log.push(at, what, Rust::Patch, Wire::REQUESTS);
        }
    }
    for it in pairs.added {
        log.added(&it.at, format!("server method `{}` was added", it.method));
    }
}

fn schemes(log: &mut Log, before: &[Scheme], after: &[Scheme]) {
    let pairs = pairs::by(before, after, |it| it.method.to_string());
    for it in pairs.removed {
        let what = format!("credential `{}` was removed", it.method);
        log.removed(&it.at, what, [RustName::method(BUILDER, &it.method)]);
    }
    for (before, after) in pairs.both {
        let name = format!("credential `{}`", after.method);
        if before.kind != after.kind {
            let at = (Some(&before.at), Some(&after.at));
            let what = format!("{name} is sent in another way");
            // A user and a password are two arguments.
            let is_basic = |it: &Scheme| it.kind == SchemeKind::Basic;
            if is_basic(before) == is_basic(after) {
                log.push(at, what, Rust::Patch, Wire::REQUESTS);
            } else {
                let method = RustName::method(BUILDER, &after.method);
                log.breaks(at, what, Wire::REQUESTS, [method]);
            }
        }
        log.docs(&name, (&before.at, &before.doc), (&after.at, &after.doc));
    }
    for it in pairs.added {
        log.added(&it.at, format!("credential `{}` was added", it.method));
    }
}
