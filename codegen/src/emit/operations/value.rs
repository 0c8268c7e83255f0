//! An operation: a struct with what it sends, and its facts.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Expr, ImplItem, Item};

use super::fields::{SentAs, fields};
use super::{body, outcome, responses};
use crate::emit::contract::{self, INFO, OPERATION, REPEAT, REQUEST_PARTS};
use crate::emit::syntax::{self, ident};
use crate::emit::types::{TypePaths, option};
use crate::emit::{Context, Items, docs};
use crate::ir::{Group, Operation, Parameter, Repeat, Style};
use crate::names;

/// Emits the struct and the impl of `Operation`.
pub(super) fn emit(
    context: &Context,
    paths: &TypePaths,
    group: &Group,
    operation: &Operation,
    items: Items<'_>,
) {
    items(item(context, paths, group, operation));
    let response = responses::ty(paths, operation);
    let mut members = vec![
        syntax::associated_type(ident("Response"), response),
        info(operation),
    ];
    members.extend(outcome::rules(context, &operation.rule_sets).map(ImplItem::Verbatim));
    members.extend(outcome::advice(context, &operation.advice).map(ImplItem::Verbatim));
    members.push(responses::table(paths, operation));
    members.extend(request(operation));
    items(syntax::trait_impl(OPERATION, &operation.value, members));
}

fn item(context: &Context, paths: &TypePaths, group: &Group, operation: &Operation) -> Item {
    let call = docs::call_path(group, operation);
    let doc = (context.boilerplate.operation)(&call, &docs::request_line(operation));
    let attributes = docs::boilerplate(&doc).and([
        syntax::attribute_list("derive", quote!(Clone, Debug)),
        syntax::attribute("non_exhaustive"),
    ]);
    let fields = fields(operation).map(|field| {
        let doc = docs::part(context, field.doc, &operation.doc);
        let ty = field.value(paths);
        let ty = if field.required { ty } else { option(ty) };
        syntax::field(doc, &field.name.rust, ty)
    });
    syntax::structure(attributes, &operation.value, fields)
}

/// Emits `const INFO`: only what differs from the default is written out.
fn info(operation: &Operation) -> ImplItem {
    let arguments = [&operation.path, &operation.id].map(|it| syntax::string(it));
    let new = syntax::call(contract::info(operation.verb), arguments);
    let facts = facts(operation);
    let value = match facts.is_empty() {
        true => new,
        false => syntax::struct_update(INFO, facts, new),
    };
    syntax::constant(ident("INFO"), syntax::named(INFO), value)
}

/// Lists the fields of `Info` that differ, such as `security: &[&[&client::SECRET_KEY]]`.
fn facts(operation: &Operation) -> Vec<(Ident, Option<Expr>)> {
    let client = |name: &names::Ident| {
        let path = syntax::path([ident("client"), name.into()]);
        syntax::reference(syntax::variable(path))
    };
    let mut facts = Vec::new();
    if !operation.security.is_empty() {
        let sets = operation.security.iter();
        let sets = sets.map(|schemes| syntax::slice(schemes.iter().map(client)));
        facts.push((ident("security"), Some(syntax::slice(sets))));
    }
    if let Some(server) = &operation.server {
        let server = syntax::call(ident("Some"), [client(server)]);
        facts.push((ident("server"), Some(server)));
    }
    if let Some(repeat) = operation.repeat.as_ref().map(repeat) {
        facts.push((ident("repeat"), Some(repeat)));
    }
    facts
}

/// Emits the value of `Repeat`, such as `runtime::Repeat::ResolveWith(&["list_orders"])`.
fn repeat(repeat: &Repeat) -> Expr {
    let constant = |name| syntax::variable(REPEAT.member(name));
    match repeat {
        Repeat::Safe => constant("Safe"),
        Repeat::Idempotent => constant("Idempotent"),
        Repeat::IdempotentBy(names) => {
            let names = names.iter().map(|name| syntax::string(name));
            syntax::call(REPEAT.member("IdempotentBy"), [syntax::slice(names)])
        }
        Repeat::ResolveWith(lookups) => {
            let methods = lookups.iter().filter_map(|lookup| lookup.method.as_ref());
            let methods = methods.map(|(_, method)| syntax::string(method.as_str()));
            syntax::call(REPEAT.member("ResolveWith"), [syntax::slice(methods)])
        }
        Repeat::Never => constant("Never"),
    }
}

/// Emits the macro call that writes the request, where there is something to write: how each field
/// is sent, then its name.
fn request(operation: &Operation) -> Option<ImplItem> {
    let parts = fields(operation).map(|field| match field.sent_as {
        SentAs::Parameter(it) => parameter(it),
        SentAs::Body(it) => body::part(it),
    });
    let accept = operation.accept.iter();
    let accept = accept.map(|media_types| quote!(accept(#media_types)));
    let parts: Vec<TokenStream> = parts.chain(accept).collect();
    (!parts.is_empty()).then(|| syntax::macro_member(REQUEST_PARTS, quote!(#(#parts),*)))
}

/// Emits how a parameter is sent, such as `query_as(filter, runtime::Style::DeepObject)`. The
/// default style of a place has the short method.
fn parameter(parameter: &Parameter) -> TokenStream {
    let (place, default) = contract::parameter(parameter.place);
    let name = &parameter.name.rust;
    let wire = contract::wire(&parameter.name);
    let call = if !parameter.reserved && parameter.style == default {
        let method = contract::ident(place);
        quote!(#method(#name #wire))
    } else {
        let suffix = if parameter.reserved { "reserved" } else { "as" };
        let method = contract::ident(&format!("{place}_{suffix}"));
        let style = contract::style(parameter.style);
        quote!(#method(#name #wire, #style))
    };
    // `None` writes nothing; as JSON it would be `null`.
    let is_optional = !parameter.required && parameter.style == Style::Json;
    match is_optional {
        true => quote!(optional(#call)),
        false => call,
    }
}
