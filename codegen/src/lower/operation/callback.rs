//! What the API sends to us: a parsing function where JSON is posted, and a value of the whole request where there is more to it.

use std::rc::Rc;

use std::collections::BTreeSet;

use openapiv3::Callback as Source;

use crate::ir::{Body, Callback, Content, Incoming, Media, Type, Verb};
use crate::names::{Case, Ident, Scope};
use crate::read::{Located, Resolved};

use super::{Site, body, parameter, response};
use crate::lower::context::{Context, Out};
use crate::lower::facts::doc;
use crate::lower::facts::doc::Texts;
use crate::lower::facts::name_path::NamePath;
use crate::lower::operation;

/// What callbacks of one module must not share, and the callbacks.
#[derive(Debug, Default)]
pub(crate) struct Received {
    functions: Scope,
    values: Scope,
    /// Where those that are known were written.
    places: BTreeSet<(String, String)>,
    pub(crate) callbacks: Vec<Callback>,
}

/// Adds the callbacks of an operation.
pub(crate) fn lower(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name_path: &NamePath,
    received: &mut Received,
) {
    let at = site.operation.at.child("callbacks");
    for (key, value) in &site.operation.value.callbacks {
        let callback = Located {
            at: at.child(key),
            value,
        };
        for inner in sites(&callback) {
            let name = Name::of(&inner, key, &name_path.words());
            one(cx, out, &inner, &name, &name_path.file, received);
        }
    }
}

/// Adds the webhooks of a document: what is sent to us without an operation that asks for it.
pub(crate) fn webhooks(cx: &Context<'_>, out: &mut Out<'_>, received: &mut Received) {
    let webhooks = cx.document.webhooks();
    for (key, item) in webhooks.value {
        for site in operation::of_item(key, &webhooks.step(key, item)) {
            let name = Name::of(&site, key, "webhook");
            let file = NamePath::own_file(&name.own).file;
            one(cx, out, &site, &name, &file, received);
        }
    }
}

fn sites<'d>(callback: &Located<'d, Source>) -> Vec<Site<'d>> {
    let items = callback.value.iter();
    items
        .flat_map(|(expression, item)| {
            operation::of_item(expression, &callback.step(expression, item))
        })
        .collect()
}

/// What a callback is called: for what it is, and where another has that name, for where it stands.
struct Name {
    own: String,
    whole: String,
}

impl Name {
    fn of(site: &Site<'_>, key: &str, owner: &str) -> Self {
        let own = match (&site.operation.value.operation_id, site.verb) {
            (Some(id), _) => id.clone(),
            (None, Verb::Post) => key.to_owned(),
            (None, verb) => format!("{key} {verb:?}"),
        };
        let whole = format!("{owner} {own}");
        Self { own, whole }
    }

    fn take(&self, scope: &mut Scope, case: Case, text: impl Fn(&str) -> String) -> Ident {
        scope.take_or(case, &text(&self.own), &text(&self.whole))
    }
}

fn one(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name: &Name,
    file: &Rc<Ident>,
    received: &mut Received,
) {
    let at = out.origin(&site.operation.at);
    // One that several operations refer to is one.
    let place = (at.file().to_string(), at.pointer().to_owned());
    if !received.places.insert(place) {
        return;
    }
    let doc = operation::documentation(cx, out, &site.operation);
    responses(cx, out, site);
    let name_path = NamePath::root(&name.own, file);
    let parameters = parameter::lower(cx, out, site, &name_path);
    let body = body(cx, out, site, &name_path);
    let json = body.as_ref().and_then(json);
    let is_one = body.iter().all(|body| body.contents.len() == 1);
    let is_plain = site.verb == Verb::Post && parameters.is_empty() && json.is_some() && is_one;
    let function = json.map(|ty| {
        let text = |name: &str| format!("parse {name}");
        (name.take(&mut received.functions, Case::Snake, text), ty)
    });
    let value = (!is_plain).then(|| Incoming {
        name: name.take(&mut received.values, Case::Type, str::to_owned),
        verb: site.verb,
        parameters,
        body: body.map(|body| with_choice(body, &name_path, &mut received.values)),
    });
    received.callbacks.push(Callback {
        at,
        doc,
        function,
        value,
    });
}

fn with_choice(body: Body, name_path: &NamePath, values: &mut Scope) -> Body {
    let is_needed = body.contents.len() > 1;
    let choice = is_needed.then(|| body::choice(name_path, values));
    Body { choice, ..body }
}

fn body(
    cx: &Context<'_>,
    out: &mut Out<'_>,
    site: &Site<'_>,
    name_path: &NamePath,
) -> Option<Body> {
    let Resolved { item, component } = body::of_site(cx, site)?;
    let texts = Texts {
        summary: None,
        description: item.value.description.as_deref(),
        extensions: &item.value.extensions,
    };
    let doc = doc::doc(cx, out, &item.at, texts);
    let base = match component {
        Some(key) => NamePath::own_file(key),
        None => name_path.clone(),
    };
    let contents = body::contents(cx, out, &item, &base);
    let contents: Vec<Content> = contents.into_iter().map(as_received).collect();
    (!contents.is_empty()).then(|| Body {
        at: out.origin(&item.at),
        contents,
        choice: None,
        required: item.value.required,
        doc,
    })
}

/// A form in parts is left to the receiver's web server, which has to bound what it takes.
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

fn json(body: &Body) -> Option<Type> {
    let mut contents = body.contents.iter();
    let found = contents.find(|content| content.media == Media::Json);
    found.map(|content| content.ty.clone())
}

/// What is answered is the caller's own; what is said of it is documentation.
fn responses(cx: &Context<'_>, out: &mut Out<'_>, site: &Site<'_>) {
    for (_, resolved) in response::documented(cx, site) {
        let texts = Texts {
            summary: None,
            description: Some(&resolved.item.value.description),
            extensions: &resolved.item.value.extensions,
        };
        doc::doc(cx, out, &resolved.item.at, texts);
    }
}
