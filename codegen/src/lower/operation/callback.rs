//! Callbacks and webhooks: a parsing function for JSON that is posted, and a value of the whole
//! request if it is more than that.

use std::collections::BTreeSet;
use std::rc::Rc;

use openapiv3::Callback as Source;

use crate::ir::{Body, Callback, Content, Incoming, Media, Type, Verb};
use crate::names::{Case, Ident, Scope};
use crate::read::Located;

use super::{Site, body, callback_url, parameter, response};
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::facts::naming::name_path::NamePath;
use crate::lower::operation;

/// The callbacks of one module, and the names that they must not share.
#[derive(Debug, Default)]
pub(crate) struct Callbacks {
    functions: Scope,
    values: Scope,
    /// Where each was written.
    locations: BTreeSet<(String, String)>,
    pub(crate) list: Vec<Callback>,
}

/// Adds the callbacks of an operation.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name_path: &NamePath,
    callbacks: &mut Callbacks,
) {
    let at = site.operation.at.child("callbacks");
    for (key, value) in &site.operation.value.callbacks {
        let callback = Located {
            at: at.child(key),
            value,
        };
        callback_url::check(cx, out, site, &callback);
        for inner in sites(&callback) {
            let name = Name::of(&inner, key, &name_path.words());
            one(cx, out, &inner, &name, &name_path.file, callbacks);
        }
    }
}

/// Adds the webhooks of a document: requests that no operation asks for.
pub(crate) fn webhooks(cx: &Context<'_>, out: &mut Out<'_>, callbacks: &mut Callbacks) {
    let webhooks = cx.document.webhooks();
    for (key, item) in webhooks.value {
        for site in operation::of_item(key, &webhooks.step(key, item)) {
            let name = Name::of(&site, key, "webhook");
            let file = NamePath::own_file(&name.own).file;
            one(cx, out, &site, &name, &file, callbacks);
        }
    }
}

/// Returns the requests of a callback.
fn sites<'d>(callback: &Located<'d, Source>) -> Vec<Site<'d>> {
    let items = callback.value.iter();
    items
        .flat_map(|(expression, item)| {
            operation::of_item(expression, &callback.step(expression, item))
        })
        .collect()
}

/// The name of a callback: its own, or else the one with the name of its operation.
struct Name {
    own: String,
    second: String,
}

impl Name {
    fn of(site: &Site<'_>, key: &str, owner: &str) -> Self {
        let own = match (&site.operation.value.operation_id, site.verb) {
            (Some(id), _) => id.clone(),
            (None, Verb::Post) => key.to_owned(),
            (None, verb) => format!("{key} {verb:?}"),
        };
        let second = format!("{owner} {own}");
        Self { own, second }
    }

    /// Takes the name in a scope. `text` makes the words of it.
    fn take(&self, scope: &mut Scope, case: Case, text: impl Fn(&str) -> String) -> Ident {
        scope.take_or(case, &text(&self.own), &text(&self.second))
    }
}

/// Adds one request.
fn one(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name: &Name,
    file: &Rc<Ident>,
    callbacks: &mut Callbacks,
) {
    let at = out.origin(&site.operation.at);
    // Several operations may refer to one callback.
    let location = (at.file().to_string(), at.pointer().to_owned());
    if !callbacks.locations.insert(location) {
        return;
    }
    let doc = operation::documentation(cx, out, &site.operation);
    check_responses(cx, out, site);
    let name_path = NamePath::root(&name.own, file);
    let parameters = parameter::lower(cx, out, site, &name_path);
    let body = body(cx, out, site, &name_path);
    let json = body.as_ref().and_then(json);
    let is_one = body.iter().all(|body| body.contents.len() == 1);
    let is_plain = site.verb == Verb::Post && parameters.is_empty() && json.is_some() && is_one;
    let function = json.map(|ty| {
        let text = |name: &str| format!("parse {name}");
        (name.take(&mut callbacks.functions, Case::Snake, text), ty)
    });
    let value = (!is_plain).then(|| Incoming {
        name: name.take(&mut callbacks.values, Case::Type, str::to_owned),
        verb: site.verb,
        parameters,
        body: body.map(|body| body::with_choice(body, &name_path, &mut callbacks.values)),
    });
    callbacks.list.push(Callback {
        at,
        doc,
        function,
        value,
    });
}

/// Lowers the body as it is received.
fn body(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name_path: &NamePath,
) -> Option<Body> {
    let body = body::documented(cx, out, &body::of_site(cx, site)?, name_path)?;
    let contents = body.contents.into_iter().map(as_received).collect();
    Some(Body { contents, ..body })
}

/// Returns the content as it is received. The receiver's web server parses multipart bodies, because
/// it has to limit their size.
fn as_received(content: Content) -> Content {
    match content.media {
        Media::Multipart => Content {
            media: Media::Bytes,
            ty: Type::Bytes,
            ..content
        },
        _ => content,
    }
}

/// Returns the type of the body's JSON content.
fn json(body: &Body) -> Option<Type> {
    let mut contents = body.contents.iter();
    let found = contents.find(|content| content.media == Media::Json);
    found.map(|content| content.ty.clone())
}

/// Checks the texts of the responses for translations. The caller's server answers, so they are not
/// generated.
fn check_responses(cx: &Context<'_>, out: &mut Out<'_>, site: &Site<'_>) {
    for (_, resolved) in response::documented(cx, site) {
        let texts = Texts::of(
            Some(&resolved.item.value.description),
            &resolved.item.value.extensions,
        );
        doc::doc(cx, out, &resolved.item.at, texts);
    }
}
