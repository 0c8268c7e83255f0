//! What a reply proves: readings, rules, conditions, and advice, all of them data.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::contract::{
    ADVICE, CODE, CONDITION, LABEL, LITERAL, MEANING, MEMBER, NO_LABEL, READING, RULE, TOLERANCE,
};
use super::ident::verbatim;
use super::structs::tolerance;
use crate::ir::{Advice, Condition, FieldRef, Is, Literal, Meaning, Reading, Rule};

/// A reading.
pub(super) fn reading(reading: &Reading) -> TokenStream {
    let statuses = statuses(&reading.statuses);
    let when = conditions(&reading.when);
    let code = option(reading.code.as_ref().map(code));
    let message = option(reading.message.as_ref().map(member));
    let rules = reading.rules.iter().map(rule);
    quote! {
        #READING {
            statuses: #statuses,
            when: #when,
            code: #code,
            message: #message,
            rules: &[#(#rules),*],
        }
    }
}

/// A piece of advice.
pub(super) fn advice(advice: &Advice) -> TokenStream {
    let statuses = statuses(&advice.statuses);
    let when = conditions(&advice.when);
    let text = &advice.text;
    quote!(#ADVICE { statuses: #statuses, when: #when, text: #text })
}

fn rule(rule: &Rule) -> TokenStream {
    let meaning = match rule.meaning {
        Meaning::Accepted => quote!(#MEANING::Accepted),
        Meaning::DoneBefore => quote!(#MEANING::DoneBefore),
        Meaning::Refused => quote!(#MEANING::Refused),
    };
    let when = conditions(&rule.when);
    let unless_sent = &rule.unless_sent;
    quote!(#RULE { meaning: #meaning, when: #when, unless_sent: &[#(#unless_sent),*] })
}

fn code((field, ty): &(FieldRef, Option<String>)) -> TokenStream {
    let member = member(field);
    let label = match ty {
        Some(path) => {
            let path = verbatim(path);
            quote!(<#path as #LABEL>::label)
        }
        None => quote!(#NO_LABEL),
    };
    quote!(#CODE { member: #member, label: #label })
}

fn member(field: &FieldRef) -> TokenStream {
    let arguments = arguments(field);
    quote!(#MEMBER::new(#arguments))
}

fn arguments(field: &FieldRef) -> TokenStream {
    let name = &field.wire;
    let tolerance = tolerance(field.tolerance);
    quote!(#name, #TOLERANCE::#tolerance)
}

fn conditions(conditions: &[Condition]) -> TokenStream {
    let conditions = conditions.iter().map(condition);
    quote!(&[#(#conditions),*])
}

fn condition(condition: &Condition) -> TokenStream {
    let arguments = arguments(&condition.field);
    match &condition.is {
        Is::Present => quote!(#CONDITION::present(#arguments)),
        Is::Absent => quote!(#CONDITION::absent(#arguments)),
        Is::OneOf(values) => {
            let literals = literals(values);
            quote!(#CONDITION::one_of(#arguments, &[#(#literals),*]))
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
                quote!(#LITERAL::Ints(#first, #last))
            }
            single => single.iter().map(literal).collect(),
        })
        .collect()
}

fn literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Int(value) => {
            let value = integer(*value);
            quote!(#LITERAL::Int(#value))
        }
        Literal::Bool(value) => quote!(#LITERAL::Bool(#value)),
        Literal::Text(value) => quote!(#LITERAL::Text(#value)),
    }
}

fn integer(value: i64) -> Token {
    Token::i64_unsuffixed(value)
}

fn statuses(statuses: &[u16]) -> TokenStream {
    let statuses = statuses.iter().map(|status| Token::u16_unsuffixed(*status));
    quote!(&[#(#statuses),*])
}

fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}
