//! The members of a response, and of a request, as evidence: what the conditions of a reading are held against.

use crate::runtime::json::Fields;
use crate::runtime::outcome::rules::Tolerated;
use crate::runtime::{Condition, Input, Is, Literal, Tolerance};

/// The top-level members of a JSON object. Of anything else there is no evidence: no condition holds of it.
pub(crate) struct Evidence<'a>(Option<Fields<'a>>);

/// Evidence whose members are read as tolerantly as a rule set or an advice says.
#[derive(Clone, Copy)]
pub(crate) struct View<'e, 'a> {
    evidence: &'e Evidence<'a>,
    tolerate: Tolerated,
}

impl<'a> Evidence<'a> {
    pub(crate) fn of(body: &'a [u8]) -> Self {
        Self(Input::parse(body).and_then(Input::object).ok())
    }

    /// Whether there is a member of that name.
    pub(crate) fn names(&self, name: &str) -> bool {
        // Given twice is given.
        self.0
            .as_ref()
            .is_some_and(|fields| !matches!(fields.look(name), Ok(None)))
    }

    /// The evidence, with these members read more tolerantly.
    pub(crate) fn tolerating(&self, tolerate: Tolerated) -> View<'_, 'a> {
        View {
            evidence: self,
            tolerate,
        }
    }
}

impl<'a> View<'_, 'a> {
    /// Whether all conditions hold.
    pub(crate) fn all(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| self.holds(condition))
    }

    /// The integer that a member holds.
    pub(crate) fn integer(&self, member: &str) -> Option<i64> {
        self.value(member)?.integer().ok()
    }

    /// The text that a member holds.
    pub(crate) fn text(&self, member: &str) -> Option<String> {
        Some(self.value(member)?.text().ok()?.into_owned())
    }

    fn holds(&self, condition: &Condition) -> bool {
        match condition.is {
            Is::Present => self
                .value(condition.member)
                .is_some_and(|value| !value.is_null()),
            Is::Absent => self.is_absent(condition.member),
            Is::OneOf(literals) => {
                let equal =
                    |value: Input<'_>| literals.iter().any(|literal| is_equal(value, *literal));
                self.value(condition.member).is_some_and(equal)
            }
        }
    }

    /// The member, where it is there once and is no empty value.
    fn value(&self, member: &str) -> Option<Input<'a>> {
        let found = self
            .evidence
            .0
            .as_ref()?
            .look(member)
            .ok()??
            .tolerating(self.tolerance(member));
        (!found.is_no_value()).then_some(found)
    }

    fn tolerance(&self, member: &str) -> Tolerance {
        let mut rows = self.tolerate.iter();
        let row = rows.find(|(tolerated, _)| *tolerated == member);
        row.map_or(Tolerance::NONE, |(_, tolerance)| *tolerance)
    }

    fn is_absent(&self, member: &str) -> bool {
        match self.evidence.0.as_ref().map(|fields| fields.look(member)) {
            Some(Ok(None)) => true,
            Some(Ok(Some(found))) => found.tolerating(self.tolerance(member)).is_no_value(),
            Some(Err(_)) | None => false,
        }
    }
}

fn is_equal(value: Input<'_>, literal: Literal) -> bool {
    match literal {
        Literal::Ints(from, to) => value
            .integer()
            .is_ok_and(|found| (from..=to).contains(&found)),
        Literal::Bool(boolean) => value.boolean() == Ok(boolean),
        Literal::Text(text) => value.text().is_ok_and(|found| found == text),
    }
}

#[cfg(test)]
mod tests {
    use super::{Input, Literal, is_equal};

    #[test]
    fn a_range_of_integers_holds_both_ends_and_nothing_else() {
        let cases = [
            ("0", false),
            ("1", true),
            ("3", true),
            ("4", true),
            ("5", false),
            ("\"3\"", false),
            ("3.5", false),
            ("null", false),
        ];
        for (text, wanted) in cases {
            let value = Input::parse(text.as_bytes()).unwrap();
            assert_eq!(is_equal(value, Literal::Ints(1, 4)), wanted, "{text}");
        }
    }
}
