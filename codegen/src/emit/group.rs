//! The file of one tag: the handle and its operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::contract::OPERATIONS;
use super::ident::mentions;
use super::lines::{Lines, Part};
use super::rule_sets::RuleSets;
use super::type_file::import;
use super::types::Scope;
use super::{Context, body, docs, operation, success};
use crate::ir::Group;

/// The handle and its operations.
pub(super) fn emit(context: &Context, group: &Group) -> Vec<Part> {
    let scope = Scope::user();
    let rule_sets = RuleSets::of(group);
    let mut lines = Lines::default();
    table(context, &scope, group, &rule_sets, &mut lines);
    for operation in &group.operations {
        body::emit(context, &scope, group, operation, &mut lines);
    }
    let outcomes = group
        .operations
        .iter()
        .filter_map(|operation| success::emit(context, &scope, group, operation));
    let outcomes = quote!(#(#outcomes)*);
    let imports = imports(context, &lines, &outcomes);
    vec![
        Part::Lines(imports),
        Part::Lines(rule_sets.declarations()),
        Part::Lines(lines),
        Part::Items(outcomes),
    ]
}

fn imports(context: &Context, lines: &Lines, outcomes: &TokenStream) -> Lines {
    let is_mentioned = |module| lines.mention(module) || mentions(outcomes, module);
    let mut imports = Lines::default();
    imports.blank();
    imports.code(import(context));
    if is_mentioned("client") {
        imports.code(quote!(
            use super::super::super::client;
        ));
    }
    if is_mentioned("types") {
        imports.code(quote!(
            use super::super::types;
        ));
    }
    imports
}

fn table(context: &Context, scope: &Scope, group: &Group, rule_sets: &RuleSets, lines: &mut Lines) {
    lines.blank();
    lines.open(quote!(#OPERATIONS!));
    lines.docs(docs::item(context, &group.doc));
    let handle = &group.handle;
    lines.code(quote!(handle #handle, pub(in super::super::super) new;));
    for operation in &group.operations {
        lines.blank();
        operation::emit(context, scope, group, operation, rule_sets, lines);
    }
    lines.close();
}
