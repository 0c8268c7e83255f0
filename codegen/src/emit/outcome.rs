//! What a response proves, and what to do next, as they stand in the tables.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::ident::verbatim;
use super::structs::tolerance;
use crate::ir::{
    Advice, Classification, Condition, FieldRef, Is, Literal, Rule, RuleSet, Tolerance,
};

/// For what a reading is, behind its name.
pub(super) fn rule_set(rule_set: &RuleSet) -> TokenStream {
    let statuses = statuses(&rule_set.statuses);
    let when = when(&rule_set.when);
    quote!(#statuses #when)
}

/// Where the code and the message stand, and what is proved, a line each.
pub(super) fn rules(rule_set: &RuleSet) -> Vec<TokenStream> {
    let code = rule_set.code.as_ref().map(|(field, label)| {
        let member = member(field);
        let label = label.as_deref().map(verbatim);
        let label = label.map(|path| quote!(as #path));
        quote!(code #member #label;)
    });
    let message = rule_set.message.as_ref().map(|field| {
        let member = member(field);
        quote!(message #member;)
    });
    let rules = rule_set.rules.iter().map(rule);
    code.into_iter().chain(message).chain(rules).collect()
}

/// After what a piece of advice is given, behind its name.
pub(super) fn advice(advice: &Advice) -> TokenStream {
    let statuses = statuses(&advice.statuses);
    let when = when(&advice.when);
    quote!(#statuses #when)
}

/// What it says.
pub(super) fn sentence(advice: &Advice) -> Vec<TokenStream> {
    let text = &advice.text;
    vec![quote!(#text;)]
}

fn rule(rule: &Rule) -> TokenStream {
    let classification = match rule.classification {
        Classification::Accepted => quote!(Accepted),
        Classification::AcceptedEarlier => quote!(AcceptedEarlier),
        Classification::Refused => quote!(Refused),
    };
    let conditions = conditions(&rule.when);
    let unless_sent = match rule.unless_sent.as_slice() {
        [] => TokenStream::new(),
        members => quote!(unless_sent [#(#members),*]),
    };
    quote!(#conditions => #classification #unless_sent;)
}

fn member(field: &FieldRef) -> TokenStream {
    let name = &field.wire;
    if field.tolerance == Tolerance::default() {
        return quote!(#name);
    }
    let tolerance = tolerance(field.tolerance);
    quote!(#name(#tolerance))
}

fn when(all: &[Condition]) -> TokenStream {
    if all.is_empty() {
        return TokenStream::new();
    }
    let conditions = conditions(all);
    quote!(when #conditions)
}

fn conditions(conditions: &[Condition]) -> TokenStream {
    let conditions = conditions.iter().map(condition);
    quote!([#(#conditions),*])
}

fn condition(condition: &Condition) -> TokenStream {
    let member = member(&condition.field);
    match &condition.is {
        Is::Present => quote!(#member present),
        Is::Absent => quote!(#member absent),
        Is::OneOf(values) => {
            let literals = literals(values);
            quote!(#member one_of [#(#literals),*])
        }
    }
}

/// The values in their order, neighbouring integers as one.
fn literals(values: &[Literal]) -> Vec<TokenStream> {
    values
        .chunk_by(|left, right| match (left, right) {
            (Literal::Int(left), Literal::Int(right)) => left.checked_add(1) == Some(*right),
            _ => false,
        })
        .map(|run| match run {
            [Literal::Int(first), .., Literal::Int(last)] => {
                let (first, last) = (integer(*first), integer(*last));
                quote!(#first..=#last)
            }
            single => single.iter().map(literal).collect(),
        })
        .collect()
}

fn literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Int(value) => {
            let value = integer(*value);
            quote!(#value)
        }
        Literal::Bool(value) => quote!(Bool(#value)),
        Literal::Text(value) => quote!(Text(#value)),
    }
}

fn integer(value: i64) -> Token {
    Token::i64_unsuffixed(value)
}

fn statuses(statuses: &[u16]) -> TokenStream {
    if statuses.is_empty() {
        return TokenStream::new();
    }
    let statuses = statuses.iter().map(|status| Token::u16_unsuffixed(*status));
    quote!(for #(#statuses),*)
}
