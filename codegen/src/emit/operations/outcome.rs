//! Outcome rules and advice, as tables that can be read without the runtime's source.

use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use crate::emit::contract::{self, ADVICE, CODE, CONDITIONS, RULE, RULE_SET, TOLERANCE};
use crate::emit::ident::verbatim;
use crate::emit::{Context, docs};
use crate::ir::{
    Advice, Classification, Condition, FieldRef, Is, Literal, Rule, RuleSet, Tolerance,
};

/// Emits `const OUTCOME_RULES`, where there are some.
pub(super) fn rules(context: &Context, rule_sets: &[RuleSet]) -> Option<TokenStream> {
    if rule_sets.is_empty() {
        return None;
    }
    let doc = docs::boilerplate(context.boilerplate.outcome_rules);
    let rule_sets = rule_sets.iter().map(rule_set);
    Some(quote! {
        #doc
        const OUTCOME_RULES: &'static [#RULE_SET] = &[#(#rule_sets),*];
    })
}

fn rule_set(set: &RuleSet) -> TokenStream {
    let statuses = statuses(&set.statuses);
    let when = conditions(&set.when);
    let tolerate = tolerate(set);
    let code = match &set.code {
        Some((field, Some(labels))) => {
            let (member, labels) = (&field.wire, verbatim(labels));
            quote!(Some(#CODE::labeled::<#labels>(#member)))
        }
        Some((field, None)) => {
            let member = &field.wire;
            quote!(Some(#CODE::new(#member)))
        }
        None => quote!(None),
    };
    let message = match &set.message {
        Some(field) => {
            let member = &field.wire;
            quote!(Some(#member))
        }
        None => quote!(None),
    };
    let rules = set.rules.iter().map(rule);
    quote! {
        #RULE_SET {
            statuses: #statuses,
            when: #when,
            tolerate: #tolerate,
            code: #code,
            message: #message,
            rules: &[#(#rules),*],
        }
    }
}

/// The members that are read more tolerantly than the schema says, each once.
fn tolerate(set: &RuleSet) -> TokenStream {
    let rules = set.rules.iter().flat_map(|rule| &rule.when);
    let conditions = set.when.iter().chain(rules);
    let code = set.code.iter().map(|(field, _)| field);
    let fields = code.chain(&set.message);
    let fields = fields.chain(conditions.map(|condition| &condition.field));
    tolerances(fields)
}

fn tolerances<'a>(fields: impl Iterator<Item = &'a FieldRef>) -> TokenStream {
    let mut tolerated: Vec<(&str, Tolerance)> = Vec::new();
    for field in fields {
        if !tolerated.iter().any(|(known, _)| *known == field.wire) {
            tolerated.push((&field.wire, field.tolerance));
        }
    }
    let rows = tolerated.into_iter().filter_map(|(member, tolerance)| {
        let tolerance = contract::tolerance(tolerance)?;
        Some(quote!((#member, #TOLERANCE::#tolerance)))
    });
    quote!(&[#(#rows),*])
}

fn rule(rule: &Rule) -> TokenStream {
    let classification = contract::ident(match rule.classification {
        Classification::Accepted => "Accepted",
        Classification::AcceptedEarlier => "AcceptedEarlier",
        Classification::Refused => "Refused",
    });
    let conditions = rule.when.iter().map(condition);
    let unless = match rule.unless_sent.as_slice() {
        [] => TokenStream::new(),
        members => quote!(unless sent(#(#members),*)),
    };
    match rule.when.is_empty() && rule.unless_sent.is_empty() {
        true => quote!(#RULE!(#classification always)),
        false => quote!(#RULE!(#classification if #(#conditions),* #unless)),
    }
}

fn conditions(all: &[Condition]) -> TokenStream {
    if all.is_empty() {
        return quote!(&[]);
    }
    let all = all.iter().map(condition);
    quote!(#CONDITIONS!(#(#all),*))
}

fn condition(condition: &Condition) -> TokenStream {
    let member = &condition.field.wire;
    match &condition.is {
        Is::Present => quote!(#member present),
        Is::Absent => quote!(#member absent),
        Is::OneOf(values) => {
            let literals = literals(values);
            quote!(#member in [#(#literals),*])
        }
        Is::AbsentOr(values) => {
            let literals = literals(values);
            quote!(#member absent_or in [#(#literals),*])
        }
        Is::NoneOf(values) => {
            let literals = literals(values);
            quote!(#member not in [#(#literals),*])
        }
    }
}

/// The values in their order; three and more consecutive integers are a range.
fn literals(values: &[Literal]) -> Vec<TokenStream> {
    values
        .chunk_by(|left, right| match (left, right) {
            (Literal::Int(left), Literal::Int(right)) => left.checked_add(1) == Some(*right),
            _ => false,
        })
        .flat_map(|run| match run {
            [Literal::Int(first), _, .., Literal::Int(last)] => {
                let (first, last) = (integer(*first), integer(*last));
                vec![quote!(#first to #last)]
            }
            few => few.iter().map(literal).collect(),
        })
        .collect()
}

fn literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Int(value) => {
            let value = integer(*value);
            quote!(#value)
        }
        Literal::Bool(value) => quote!(#value),
        Literal::Text(value) => quote!(#value),
    }
}

fn integer(value: i64) -> Token {
    Token::i64_unsuffixed(value)
}

fn statuses(statuses: &[u16]) -> TokenStream {
    let statuses = statuses.iter().map(|status| Token::u16_unsuffixed(*status));
    quote!(&[#(#statuses),*])
}

/// Emits `const ADVICE`, where there is some.
pub(super) fn advice(context: &Context, advice: &[Advice]) -> Option<TokenStream> {
    if advice.is_empty() {
        return None;
    }
    let rows = advice.iter().map(|advice| {
        let statuses = statuses(&advice.statuses);
        let when = conditions(&advice.when);
        let tolerate = tolerances(advice.when.iter().map(|condition| &condition.field));
        let text = &advice.text;
        quote! {
            #ADVICE {
                statuses: #statuses,
                when: #when,
                tolerate: #tolerate,
                text: #text,
            }
        }
    });
    let doc = docs::boilerplate(context.boilerplate.advice);
    Some(quote! {
        #doc
        const ADVICE: &'static [#ADVICE] = &[#(#rows),*];
    })
}
