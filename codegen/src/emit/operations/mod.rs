//! The file of one tag: the handle with a method per operation, then each operation's own items.

mod body;
mod fields;
mod outcome;
mod responses;
mod value;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, FnArg, ImplItem, Item, Lifetime, Stmt};

use self::fields::{Field, Source};
use super::contract::{CALL, CORE, import};
use super::syntax::{self, Function, ident};
use super::types::{TypePaths, option};
use super::{Context, Items, docs};
use crate::ir::{Group, Operation};

pub(super) use self::body::styles;
pub(super) use self::fields::{BODY, SentAs, fields};

/// Emits the handle and each of its operations, and returns the imports.
pub(super) fn emit(context: &Context, group: &Group, items: Items<'_>) -> TokenStream {
    let paths = TypePaths::user();
    items(Item::Verbatim(handle(context, group)));
    items(methods(context, &paths, group));
    for operation in &group.operations {
        value::emit(context, &paths, group, operation, items);
        if let Some(contents) = body::contents(context, &paths, group, operation) {
            items(Item::Verbatim(contents));
        }
        if let Some(choice) = responses::choice(context, &paths, group, operation) {
            items(Item::Verbatim(choice));
        }
    }
    let names_client = |it: &Operation| {
        it.server.is_some() || it.security.iter().any(|schemes| !schemes.is_empty())
    };
    let runtime = import(context);
    let client = group.operations.iter().any(names_client).then(|| {
        quote!(
            use super::super::super::client;
        )
    });
    let types = paths.is_used().then(|| {
        quote!(
            use super::super::types;
        )
    });
    quote!(#runtime #client #types)
}

fn handle(context: &Context, group: &Group) -> TokenStream {
    let doc = docs::item(context, &group.doc);
    let handle = &group.handle;
    quote! {
        #doc
        #[derive(Clone, Copy, Debug)]
        pub struct #handle<'c> {
            core: &'c #CORE,
        }
    }
}

/// The handle's `impl`, with a method per operation.
fn methods(context: &Context, paths: &TypePaths, group: &Group) -> Item {
    let new = quote! {
        pub(crate) fn new(core: &'c #CORE) -> Self {
            Self { core }
        }
    };
    let mut members = vec![ImplItem::Verbatim(new)];
    members.extend(group.operations.iter().map(|it| method(context, paths, it)));
    syntax::inherent_impl_of(&group.handle, syntax::lifetime("'c"), members)
}

/// The handle's method: it takes what is required, and the body where there is one, such as
/// `pub fn refund(&self, body: &types::Refund) -> runtime::Call<RefundOperation, types::Refunded>`.
fn method(context: &Context, paths: &TypePaths, operation: &Operation) -> ImplItem {
    // An argument that is `impl Into<Option<&T>>` needs a named lifetime.
    let borrows = |it: Field<'_>| matches!(it.source, Source::OptionalArgument) && !it.is_copied();
    let mut arguments = vec![syntax::shared_receiver()];
    arguments.extend(fields(operation).filter_map(|field| argument(paths, &field)));
    let response = responses::ty(paths, operation);
    let function = Function {
        attributes: docs::operation(context, operation).into(),
        name: (&operation.method).into(),
        lifetime: fields(operation).any(borrows).then(body_lifetime),
        arguments,
        output: syntax::generic(CALL, [syntax::named(&operation.value), response]),
        body: body(operation),
    };
    function.into_member()
}

/// `let operation = RefundOperation { body: body.to_owned() }; self.core.call(operation)`
fn body(operation: &Operation) -> Vec<Stmt> {
    let values = fields(operation).map(|field| ((&field.name.rust).into(), initial(&field)));
    let value = syntax::record(&operation.value, values);
    let core = syntax::field_of(syntax::variable(ident("self")), ident("core"));
    let variable = syntax::variable(ident("operation"));
    vec![
        syntax::local(ident("operation"), value),
        Stmt::Expr(syntax::method_call(core, ident("call"), [variable]), None),
    ]
}

fn body_lifetime() -> Lifetime {
    syntax::lifetime("'b")
}

/// The method's argument for a field. Optional parameters have none: callers set their fields.
fn argument(paths: &TypePaths, field: &Field<'_>) -> Option<FnArg> {
    let ty = match field.source {
        Source::Argument => field.borrowed(paths, None),
        Source::OptionalArgument => {
            let ty = field.borrowed(paths, Some(body_lifetime()));
            syntax::impl_into(option(ty))
        }
        Source::Fixed(_) | Source::Unset => return None,
    };
    Some(syntax::argument(&field.name.rust, ty))
}

/// The field in the struct literal of the operation; `None` for that of its argument as it is.
fn initial(field: &Field<'_>) -> Option<Expr> {
    let argument = || syntax::variable(&field.name.rust);
    let call = |receiver, method| syntax::method_call(receiver, ident(method), []);
    match field.source {
        Source::Argument if field.is_copied() => None,
        Source::Argument => Some(call(argument(), "to_owned")),
        Source::OptionalArgument if field.is_copied() => Some(call(argument(), "into")),
        Source::OptionalArgument => {
            let to_owned = syntax::variable(syntax::path(["ToOwned", "to_owned"].map(ident)));
            let option = call(argument(), "into");
            Some(syntax::method_call(option, ident("map"), [to_owned]))
        }
        Source::Fixed(only) => Some(call(syntax::string(only), "to_owned")),
        Source::Unset => Some(syntax::variable(ident("None"))),
    }
}
