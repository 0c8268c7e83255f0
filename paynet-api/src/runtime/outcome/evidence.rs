//! The members of a response, and of a request, as evidence for the conditions of outcome rules.

use super::rules::{Condition, Is, Literal, Tolerated};
use crate::runtime::json::decode::member::Member;
use crate::runtime::json::decode::parsed::Parsed;
use crate::runtime::{Input, Tolerance};

/// The top-level members of a JSON object. Anything else is no evidence: no condition holds for it.
#[derive(Clone, Copy)]
pub(crate) struct Evidence<'a>(Option<&'a Parsed<'a>>);

/// Evidence whose members are read as tolerantly as a rule set or an advice says.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    evidence: Evidence<'a>,
    tolerate: Tolerated,
}

impl<'a> Evidence<'a> {
    /// The members of a text. One that is not JSON, such as a form, has none.
    pub(crate) fn of(json: Option<&'a Parsed<'a>>) -> Self {
        Self(json.filter(|json| json.is_object()))
    }

    /// Returns whether there is a member of that name.
    pub(crate) fn has_member(self, name: &str) -> bool {
        // A repeated member is present.
        self.0
            .is_some_and(|json| !matches!(Member::of(json, name), Member::Absent))
    }

    /// Returns whether one of these members occurs more than once.
    pub(crate) fn repeats_any(self, is_one: impl Fn(&str) -> bool) -> bool {
        self.0.is_some_and(|json| {
            let mut names = json.names().filter(|name| is_one(name));
            names.any(|name| matches!(Member::of(json, name), Member::Repeated))
        })
    }

    /// Returns the evidence with these members read more tolerantly.
    pub(crate) const fn tolerating(self, tolerate: Tolerated) -> View<'a> {
        View {
            evidence: self,
            tolerate,
        }
    }
}

impl<'a> View<'a> {
    /// Returns whether all conditions hold.
    pub(crate) fn all(self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| self.holds(condition))
    }

    /// Returns the integer in a member.
    pub(crate) fn integer(self, member: &str) -> Option<i64> {
        self.value(member)?.integer().ok()
    }

    /// Returns the string in a member.
    pub(crate) fn text(self, member: &str) -> Option<String> {
        Some(self.value(member)?.text().ok()?.into_owned())
    }

    /// Returns whether a condition holds. None does for a member that occurs more than once.
    fn holds(self, condition: &Condition) -> bool {
        match (condition.is, self.member(condition.member)) {
            (Is::Present, Member::Once(value)) => !value.is_null(),
            (Is::Absent | Is::AbsentOr(_) | Is::NoneOf(_), Member::Absent) => true,
            (Is::OneOf(literals) | Is::AbsentOr(literals), Member::Once(value)) => {
                is_one_of(value, literals)
            }
            (Is::NoneOf(literals), Member::Once(value)) => !is_one_of(value, literals),
            _ => false,
        }
    }

    /// Returns the value of a member, if the member occurs once and is not empty.
    fn value(self, member: &str) -> Option<Input<'a>> {
        match self.member(member) {
            Member::Once(value) => Some(value),
            Member::Absent | Member::Repeated => None,
        }
    }

    /// Returns a member. It is absent if it is empty and that means that there is no value. In what
    /// is no object, every member contradicts every condition, as a repeated one does.
    fn member(self, name: &str) -> Member<'a> {
        match self.evidence.0.map(|json| Member::of(json, name)) {
            None => Member::Repeated,
            Some(Member::Once(value)) => match value.tolerating(self.tolerance(name)) {
                value if is_empty(value) => Member::Absent,
                value => Member::Once(value),
            },
            Some(other) => other,
        }
    }

    /// Returns how tolerantly a member is read.
    fn tolerance(self, member: &str) -> Tolerance {
        let mut rows = self.tolerate.iter();
        let row = rows.find(|(tolerated, _)| *tolerated == member);
        row.map_or(Tolerance::NONE, |(_, tolerance)| *tolerance)
    }
}

/// Returns whether a value equals one of the literals.
fn is_one_of(value: Input<'_>, literals: &[Literal]) -> bool {
    literals.iter().any(|literal| is_equal(value, *literal))
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
    use super::{Condition, Evidence, Input, Is, Literal, Parsed, is_equal};
    use crate::runtime::Tolerance;

    /// Returns which of `Present`, `Absent`, `OneOf`, `AbsentOr` and `NoneOf` hold for `m`, by their
    /// first letters; the values are `true` and "no".
    fn holding(body: &str) -> String {
        const VALUES: &[Literal] = &[Literal::Bool(true), Literal::Text("no")];
        let json = Parsed::of(body).ok();
        let evidence = Evidence::of(json.as_ref());
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
