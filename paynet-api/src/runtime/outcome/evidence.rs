//! The members of a response, and of a request, as evidence for the conditions of outcome rules.

use super::rules::{Condition, Is, Literal, Tolerated};
use crate::runtime::{Fields, Input, Tolerance};

/// The top-level members of a JSON object. Anything else is no evidence: no condition holds for it.
pub(crate) struct Evidence<'a>(Option<Fields<'a>>);

/// Evidence whose members are read as tolerantly as a rule set or an advice says.
#[derive(Clone, Copy)]
pub(crate) struct View<'e, 'a> {
    evidence: &'e Evidence<'a>,
    tolerate: Tolerated,
}

impl<'a> Evidence<'a> {
    /// No evidence.
    pub(crate) const NONE: Self = Self(None);

    /// Reads the members of a JSON text.
    pub(crate) fn of(json: Input<'a>) -> Self {
        Self(json.object().ok())
    }

    /// Reads the members of a body. One that is not JSON, such as a form, has none.
    pub(crate) fn of_body(body: &'a [u8]) -> Self {
        Input::parse(body).map_or(Self::NONE, Self::of)
    }

    /// Returns whether there is a member of that name.
    pub(crate) fn has_member(&self, name: &str) -> bool {
        // A repeated member is present.
        self.0
            .as_ref()
            .is_some_and(|fields| !matches!(fields.find(name), Ok(None)))
    }

    /// Returns whether one of these members occurs more than once.
    pub(crate) fn repeats_any(&self, is_one: impl Fn(&str) -> bool) -> bool {
        self.0.as_ref().is_some_and(|fields| {
            let mut names = fields.names().filter(|name| is_one(name));
            names.any(|name| fields.find(name).is_err())
        })
    }

    /// Returns the evidence with these members read more tolerantly.
    pub(crate) fn tolerating(&self, tolerate: Tolerated) -> View<'_, 'a> {
        View {
            evidence: self,
            tolerate,
        }
    }
}

impl<'a> View<'_, 'a> {
    /// Returns whether all conditions hold.
    pub(crate) fn all(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| self.holds(condition))
    }

    /// Returns the integer in a member.
    pub(crate) fn integer(&self, member: &str) -> Option<i64> {
        self.value(member)?.integer().ok()
    }

    /// Returns the string in a member.
    pub(crate) fn text(&self, member: &str) -> Option<String> {
        Some(self.value(member)?.text().ok()?.into_owned())
    }

    /// Returns whether a condition holds.
    fn holds(&self, condition: &Condition) -> bool {
        match condition.is {
            Is::Present => self
                .value(condition.member)
                .is_some_and(|value| !value.is_null()),
            Is::Absent => self.is_absent(condition.member),
            Is::OneOf(literals) => self.is_one_of(condition.member, literals),
            Is::AbsentOr(literals) => {
                self.is_absent(condition.member) || self.is_one_of(condition.member, literals)
            }
            Is::NoneOf(literals) => {
                !self.is_repeated(condition.member) && !self.is_one_of(condition.member, literals)
            }
        }
    }

    /// Returns whether a member has one of these values.
    fn is_one_of(&self, member: &str, literals: &[Literal]) -> bool {
        let equal = |value: Input<'_>| literals.iter().any(|literal| is_equal(value, *literal));
        self.value(member).is_some_and(equal)
    }

    /// Returns whether a member occurs more than once, or in no object, so that it has no value to
    /// compare.
    fn is_repeated(&self, member: &str) -> bool {
        let found = self.evidence.0.as_ref().map(|fields| fields.find(member));
        !matches!(found, Some(Ok(_)))
    }

    /// Returns the value of a member, if the member occurs once and is not empty.
    fn value(&self, member: &str) -> Option<Input<'a>> {
        let found = self
            .evidence
            .0
            .as_ref()?
            .find(member)
            .ok()??
            .tolerating(self.tolerance(member));
        (!is_empty(found)).then_some(found)
    }

    /// Returns how tolerantly a member is read.
    fn tolerance(&self, member: &str) -> Tolerance {
        let mut rows = self.tolerate.iter();
        let row = rows.find(|(tolerated, _)| *tolerated == member);
        row.map_or(Tolerance::NONE, |(_, tolerance)| *tolerance)
    }

    /// Returns whether a member is absent, or empty where that means absent.
    fn is_absent(&self, member: &str) -> bool {
        match self.evidence.0.as_ref().map(|fields| fields.find(member)) {
            Some(Ok(None)) => true,
            Some(Ok(Some(found))) => is_empty(found.tolerating(self.tolerance(member))),
            Some(Err(_)) | None => false,
        }
    }
}

/// Returns whether a value stands for no value: where `""` does, a blank string does too.
fn is_empty(value: Input<'_>) -> bool {
    let is_blank = || value.text().is_ok_and(|text| text.trim().is_empty());
    value.tolerates_empty() && (value.is_empty() || is_blank())
}

/// Returns whether a value equals a literal.
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
    use super::{Condition, Evidence, Input, Is, Literal, is_equal};
    use crate::runtime::Tolerance;

    /// Returns which of `Present`, `Absent`, `OneOf`, `AbsentOr` and `NoneOf` hold for `m`, by their
    /// first letters; the values are `true` and "no".
    fn holding(body: &str) -> String {
        const VALUES: &[Literal] = &[Literal::Bool(true), Literal::Text("no")];
        let evidence = Evidence::of_body(body.as_bytes());
        let view = evidence.tolerating(&[("m", Tolerance::EMPTY)]);
        let all = [
            ('p', Is::Present),
            ('a', Is::Absent),
            ('o', Is::OneOf(VALUES)),
            ('A', Is::AbsentOr(VALUES)),
            ('N', Is::NoneOf(VALUES)),
        ];
        let holds = |is| view.holds(&Condition { member: "m", is });
        let holding = all.into_iter().filter(|(_, is)| holds(*is));
        holding.map(|(letter, _)| letter).collect()
    }

    #[test]
    fn no_condition_holds_for_a_repeated_member() {
        for (body, expected) in [
            (r"{}", "aAN"),
            (r#"{"m":null}"#, "aAN"),
            (r#"{"m":" \t"}"#, "aAN"),
            (r#"{"m":true}"#, "poA"),
            (r#"{"m":"no"}"#, "poA"),
            (r#"{"m":false}"#, "pN"),
            (r#"{"m":{"m":true}}"#, "pN"),
            (r#"{"m":true,"m":true}"#, ""),
            (r#"{"m":null,"m":null}"#, ""),
            (r#"[{"m":true}]"#, ""),
            ("", ""),
        ] {
            assert_eq!(holding(body), expected, "{body}");
        }
    }

    #[test]
    fn a_range_of_integers_includes_both_ends() {
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
