//! Outcome rules: what a response proves, as a table that the document declares. `classify` applies
//! them.

use crate::runtime::Tolerance;

/// The outcome rules for responses of some statuses. The first set that applies is used.
#[derive(Clone, Copy, Debug)]
pub struct RuleSet {
    /// It applies to these statuses,
    pub statuses: &'static [u16],
    /// if all of these conditions hold.
    pub when: &'static [Condition],
    /// The members that are read more tolerantly than their schema says.
    pub tolerate: Tolerated,
    /// The member that contains the result code.
    pub code: Option<Code>,
    /// The member that contains the message.
    pub message: Option<&'static str>,
    /// The first rule that holds decides. If none does, the outcome is unknown.
    pub rules: &'static [Rule],
}

/// Members by name, each with what is accepted beyond its schema.
pub type Tolerated = &'static [(&'static str, Tolerance)];

/// The member that contains the result code.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// The member's name.
    pub member: &'static str,
    /// Returns the name of a code.
    pub label: fn(i64) -> Option<&'static str>,
}

impl Code {
    /// A result code whose values have no names.
    #[must_use]
    pub const fn new(member: &'static str) -> Self {
        Self {
            member,
            label: |_| None,
        }
    }

    /// A result code whose values `L` names.
    #[must_use]
    pub const fn labeled<L: Label>(member: &'static str) -> Self {
        Self {
            member,
            label: L::label,
        }
    }
}

/// A type of result codes that names them.
pub trait Label {
    /// Returns the name of a code.
    fn label(code: i64) -> Option<&'static str>;
}

/// One outcome rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What the response proves,
    pub classification: Classification,
    /// if all of these conditions hold
    pub when: &'static [Condition],
    /// and the request's JSON object has none of these members.
    pub unless_sent: &'static [&'static str],
}

/// What a response proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Classification {
    /// The request was accepted.
    Accepted,
    /// The request had been accepted earlier.
    AcceptedEarlier,
    /// The request was refused.
    Refused,
}

/// A condition on one member of the response's JSON object.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    /// The member's name.
    pub member: &'static str,
    /// What must hold for its value.
    pub is: Is,
}

/// What must hold for a member.
#[derive(Clone, Copy, Debug)]
pub enum Is {
    /// It is present and not null (nor a blank string, where `Tolerance::EMPTY` is accepted).
    Present,
    /// It is missing (or null or a blank string, where `Tolerance::EMPTY` is accepted).
    Absent,
    /// It is one of these.
    OneOf(&'static [Literal]),
    /// It is missing, as for `Absent`, or one of these.
    AbsentOr(&'static [Literal]),
    /// It is none of these. A missing member is none of them; a repeated one proves nothing.
    NoneOf(&'static [Literal]),
}

/// A value that a member is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Literal {
    /// Every integer from the first to the second, both included.
    Ints(i64, i64),
    /// A boolean.
    Bool(bool),
    /// A string.
    Text(&'static str),
}

impl Literal {
    /// Builds a value from a Rust literal: its value as a string, and how the literal and the last
    /// one of a range are spelled.
    ///
    /// # Panics
    ///
    /// If the literal is neither a string, a boolean nor an integer. Constants are evaluated when
    /// the crate is compiled, so this is a compile error.
    #[must_use]
    pub const fn parse(value: &'static str, last: &str, spelled: &str) -> Self {
        match spelled.as_bytes() {
            [b'"', ..] => Self::Text(value),
            b"true" => Self::Bool(true),
            b"false" => Self::Bool(false),
            _ => Self::Ints(integer(spelled), integer(last)),
        }
    }
}

const fn integer(digits: &str) -> i64 {
    match i64::from_str_radix(digits, 10) {
        Ok(number) => number,
        Err(_) => panic!("expected a string, a boolean or an integer"),
    }
}

/// What to do next after an error.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    /// It applies to these statuses (empty: to all),
    pub statuses: &'static [u16],
    /// if all of these conditions hold for the response.
    pub when: &'static [Condition],
    /// The members that are read more tolerantly than their schema says.
    pub tolerate: Tolerated,
    /// One sentence.
    pub text: &'static str,
}

#[cfg(test)]
mod tests {
    use super::{Is, Literal};
    use crate::runtime::{conditions, rule};

    #[test]
    fn literals_are_what_they_are_spelled_as() {
        let conditions = conditions!("a" in [0, 1 to 4, -5, true, "true", "6\"0"]);
        let Is::OneOf(values) = conditions[0].is else {
            panic!("expected a list, found {conditions:?}");
        };
        let expected = [
            Literal::Ints(0, 0),
            Literal::Ints(1, 4),
            Literal::Ints(-5, -5),
            Literal::Bool(true),
            Literal::Text("true"),
            Literal::Text("6\"0"),
        ];
        assert_eq!(values, expected);
    }

    #[test]
    fn a_rule_has_its_conditions_and_exceptions() {
        let rule = rule!(
            Accepted if "a" present, "b" in [1], "e" absent_or in [true], "f" not in ["x"]
            unless sent("c", "d")
        );
        assert_eq!(rule.when.len(), 4);
        assert!(matches!(rule.when[0].is, Is::Present));
        assert!(matches!(rule.when[2].is, Is::AbsentOr([_])));
        assert!(matches!(rule.when[3].is, Is::NoneOf([_])));
        assert_eq!(rule.unless_sent, ["c", "d"]);
    }
}
