//! The runtime expression that a callback has for a key: whether the member of the request body that it leads to is there.

use openapiv3::Callback as Source;

use crate::diagnostic::OperationProblem;
use crate::diagnostic::similar::similar;
use crate::lower::context::{Context, Out};
use crate::lower::facts::members::properties;
use crate::read::Located;
use crate::source::Location;

use super::{Site, body, media};

/// Reports the expressions of a callback that lead to no member of what its operation sends.
pub(crate) fn check(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    callback: &Located<'_, Source>,
) {
    for (key, item) in callback.value {
        let at = callback.step(key, item).at;
        for pointer in pointers(key) {
            follow(cx, out, site, &at, pointer);
        }
    }
}

// OAS 3.0.3, Runtime Expressions: `{$request.body#/url}`, anywhere in the key.
fn pointers(key: &str) -> impl Iterator<Item = &str> {
    let expressions = key.split("{$request.body#/").skip(1);
    expressions.filter_map(|rest| Some(rest.split_once('}')?.0))
}

fn follow(cx: &Context<'_>, out: &mut Out<'_>, site: &Site<'_>, at: &Location, pointer: &str) {
    let schema = body::of_site(cx, site).and_then(|resolved| {
        let at = resolved.item.at.child("content");
        media::preferred(cx, &at, &resolved.item.value.content)?.schema
    });
    let mut schema = schema;
    for step in pointer.split('/') {
        let Some(current) = schema else { return };
        let members = properties::schemas(cx.document, &current);
        // Of what has no members by name nothing is known: an array, a map, alternatives.
        if members.is_empty() {
            return;
        }
        // RFC 6901, section 4: `~1` is a slash, `~0` a tilde.
        let name = step.replace("~1", "/").replace("~0", "~");
        schema = members.get(name.as_str()).cloned();
        if schema.is_none() {
            let similar = similar(&name, members.keys().copied());
            let problem = OperationProblem::UnknownCallbackProperty(name, similar);
            let also = (current.at(), "these are the properties");
            return out.report_both(&at.key(), problem, also);
        }
    }
}
