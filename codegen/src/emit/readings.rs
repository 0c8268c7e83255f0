//! What replies prove, and what to do next, as constants of the file: equal ones are one, named after the first operation that has it.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::contract::{ADVICE, READING};
use super::lines::Lines;
use super::outcome;
use crate::ir::{Group, Operation};

/// The constants of a tag's file.
#[derive(Default)]
pub(super) struct Readings {
    readings: Vec<Constant>,
    advice: Vec<Constant>,
}

struct Constant {
    name: Ident,
    value: TokenStream,
    /// The value as text, by which equal ones are found.
    text: String,
}

impl Readings {
    /// Of all operations of a tag.
    pub(super) fn of(group: &Group) -> Self {
        let mut constants = Self::default();
        for operation in &group.operations {
            let name = operation.method.as_str().trim_start_matches("r#");
            let name = name.to_uppercase();
            let readings = operation.readings.iter().map(outcome::reading);
            add(
                &mut constants.readings,
                readings,
                &format!("{name}_READING"),
            );
            let advice = operation.advice.iter().map(outcome::advice);
            add(&mut constants.advice, advice, &format!("{name}_ADVICE"));
        }
        constants
    }

    /// Their declarations.
    pub(super) fn items(&self) -> TokenStream {
        let readings = declarations(&self.readings, &READING);
        let advice = declarations(&self.advice, &ADVICE);
        quote!(#readings #advice)
    }

    /// Which of them an operation has.
    pub(super) fn lines(&self, operation: &Operation) -> Lines {
        let mut lines = Lines::default();
        let readings = operation.readings.iter().map(outcome::reading);
        let readings = names(&self.readings, readings);
        if !readings.is_empty() {
            lines.code(quote!(readings [#(#readings),*];));
        }
        let advice = names(&self.advice, operation.advice.iter().map(outcome::advice));
        if !advice.is_empty() {
            lines.code(quote!(advice [#(#advice),*];));
        }
        lines
    }
}

fn add(constants: &mut Vec<Constant>, values: impl Iterator<Item = TokenStream>, name: &str) {
    for (index, value) in values.enumerate() {
        let text = value.to_string();
        if !constants.iter().any(|known| known.text == text) {
            let name = format_ident!("{name}_{}", index + 1);
            constants.push(Constant { name, value, text });
        }
    }
}

fn names(constants: &[Constant], values: impl Iterator<Item = TokenStream>) -> Vec<&Ident> {
    let texts = values.map(|value| value.to_string());
    let found = texts.filter_map(|text| constants.iter().find(|known| known.text == text));
    found.map(|constant| &constant.name).collect()
}

fn declarations(constants: &[Constant], ty: &impl ToTokens) -> TokenStream {
    let items = constants
        .iter()
        .map(|Constant { name, value, .. }| quote!(const #name: #ty = #value;));
    items.collect()
}
