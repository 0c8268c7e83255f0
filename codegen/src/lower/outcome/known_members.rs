//! The members that a rule set or an advice can name: those of the responses' schemas, and those
//! that the rule set itself declares because no schema has them (`undeclared`).

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnostic::OutcomeProblem;
use crate::ir::{FieldRef, Tolerance};
use crate::read::schema_view::JsonType;
use crate::source::Location;

use super::responses::Responses;
use crate::lower::context::Out;
use crate::lower::facts::extension::{wrong_value, wrong_word};
use crate::lower::facts::traits::Traits;

const KEY: &str = "undeclared";
const EXPECTED: &str = "an object of members, each with `string`, `integer`, `number` or `boolean`";

/// The members that one rule set or advice can name.
pub(super) struct KnownMembers<'r, 'd> {
    responses: &'r Responses<'d>,
    statuses: &'r [u16],
    undeclared: BTreeMap<String, Traits>,
}

impl<'r, 'd> KnownMembers<'r, 'd> {
    /// Creates the members of the responses of these statuses; without statuses, of any response.
    pub(super) fn of(responses: &'r Responses<'d>, statuses: &'r [u16]) -> Self {
        Self {
            responses,
            statuses,
            undeclared: BTreeMap::new(),
        }
    }

    /// Adds the members of `undeclared`.
    pub(super) fn and_undeclared(
        mut self,
        out: &mut Out<'_>,
        at: &Location,
        value: Option<&Value>,
    ) -> Self {
        let at = at.child(KEY);
        let object = match value.map(Value::as_object) {
            None => return self,
            Some(Some(object)) => object,
            Some(None) => {
                wrong_value(out, &at, KEY, EXPECTED);
                return self;
            }
        };
        for (name, word) in object {
            let at = at.child(name);
            let Some(kind) = word.as_str().and_then(scalar) else {
                wrong_word(out, &at, KEY, EXPECTED, word.as_str());
                continue;
            };
            if self.responses.have(self.statuses, name) {
                out.report(&at.key(), OutcomeProblem::Declared(name.clone()));
            }
            self.undeclared.insert(name.clone(), traits(kind));
        }
        self
    }

    /// Returns the member of that name, and reports if there is none.
    pub(super) fn field(
        &self,
        out: &mut Out<'_>,
        at: &Location,
        name: &str,
    ) -> Option<(FieldRef, &Traits)> {
        match self.undeclared.get(name) {
            Some(traits) => {
                let (wire, tolerance) = (name.to_owned(), traits.tolerance);
                Some((FieldRef { wire, tolerance }, traits))
            }
            None => self.responses.field(out, at, self.statuses, name),
        }
    }
}

fn scalar(word: &str) -> Option<JsonType> {
    match word {
        "string" => Some(JsonType::String),
        "integer" => Some(JsonType::Integer),
        "number" => Some(JsonType::Number),
        "boolean" => Some(JsonType::Boolean),
        _ => None,
    }
}

/// Returns the traits of an undeclared member: no schema says how it is written, so every form is
/// tolerated.
fn traits(kind: JsonType) -> Traits {
    Traits {
        kind: Some(kind),
        tolerance: Tolerance {
            text: true,
            empty: true,
        },
        ..Traits::default()
    }
}
