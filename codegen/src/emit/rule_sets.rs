//! What responses prove, and what to do next, as constants of the file: equal ones are one, named after the first operation that has it.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::contract::{ADVICE, RULE_SETS};
use super::lines::Lines;
use super::outcome;
use crate::ir::{Group, Operation};

/// The constants of a tag's file.
#[derive(Default)]
pub(super) struct RuleSets {
    rule_sets: Vec<Constant>,
    advice: Vec<Constant>,
}

struct Constant {
    name: Ident,
    value: Value,
}

/// What stands behind a name, and in braces.
struct Value {
    head: TokenStream,
    body: Vec<TokenStream>,
    /// All of it, by which equal ones are found.
    text: String,
}

impl RuleSets {
    /// Of all operations of a tag.
    pub(super) fn of(group: &Group) -> Self {
        let mut constants = Self::default();
        for operation in &group.operations {
            let name = operation.method.as_str().trim_start_matches("r#");
            let name = name.to_uppercase();
            add(
                &mut constants.rule_sets,
                rule_sets(operation),
                &format!("{name}_READING"),
            );
            add(
                &mut constants.advice,
                advice(operation),
                &format!("{name}_ADVICE"),
            );
        }
        constants
    }

    /// Their declarations.
    pub(super) fn declarations(&self) -> Lines {
        let mut lines = Lines::default();
        declare(&RULE_SETS, &self.rule_sets, &mut lines);
        declare(&ADVICE, &self.advice, &mut lines);
        lines
    }

    /// Which of them an operation has.
    pub(super) fn lines(&self, operation: &Operation) -> Lines {
        let mut lines = Lines::default();
        let rule_sets = names(&self.rule_sets, rule_sets(operation));
        if !rule_sets.is_empty() {
            lines.code(quote!(rule_sets [#(#rule_sets),*];));
        }
        let advice = names(&self.advice, advice(operation));
        if !advice.is_empty() {
            lines.code(quote!(advice [#(#advice),*];));
        }
        lines
    }
}

impl Value {
    fn new(head: TokenStream, body: Vec<TokenStream>) -> Self {
        let parts = std::iter::once(&head).chain(&body);
        let text = parts.map(|part| format!("{part}\n")).collect();
        Self { head, body, text }
    }
}

fn rule_sets(operation: &Operation) -> impl Iterator<Item = Value> {
    let rule_sets = operation.rule_sets.iter();
    rule_sets.map(|rule_set| Value::new(outcome::rule_set(rule_set), outcome::rules(rule_set)))
}

fn advice(operation: &Operation) -> impl Iterator<Item = Value> {
    let advice = operation.advice.iter();
    advice.map(|advice| Value::new(outcome::advice(advice), outcome::sentence(advice)))
}

fn add(constants: &mut Vec<Constant>, values: impl Iterator<Item = Value>, name: &str) {
    for (index, value) in values.enumerate() {
        if name_of(constants, &value).is_none() {
            let name = format_ident!("{name}_{}", index + 1);
            constants.push(Constant { name, value });
        }
    }
}

fn names(constants: &[Constant], values: impl Iterator<Item = Value>) -> Vec<&Ident> {
    values
        .filter_map(|value| name_of(constants, &value))
        .collect()
}

fn name_of<'c>(constants: &'c [Constant], value: &Value) -> Option<&'c Ident> {
    let mut constants = constants.iter();
    let known = constants.find(|known| known.value.text == value.text)?;
    Some(&known.name)
}

fn declare(table: &impl ToTokens, constants: &[Constant], lines: &mut Lines) {
    if constants.is_empty() {
        return;
    }
    lines.blank();
    lines.open(quote!(#table!));
    for (index, Constant { name, value }) in constants.iter().enumerate() {
        if index > 0 {
            lines.blank();
        }
        let head = &value.head;
        lines.open(quote!(#name #head));
        value.body.iter().cloned().for_each(|line| lines.code(line));
        lines.close();
    }
    lines.close();
}
