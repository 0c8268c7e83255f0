//! What a response proves, as a table that the document declares. How it is applied is `judge`'s.

use crate::runtime::Tolerance;

/// How responses of some statuses are read for what they prove. The first reading that fits is used.
#[derive(Clone, Copy, Debug)]
pub struct RuleSet {
    /// It fits these statuses
    pub statuses: &'static [u16],
    /// where all of this holds.
    pub when: &'static [Condition],
    /// Where the result code stands.
    pub code: Option<Code>,
    /// Where the message stands.
    pub message: Option<Member>,
    /// The first that holds decides; none: unknown.
    pub rules: &'static [Rule],
}

/// A member of the response's JSON object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// What is accepted beyond its schema.
    pub tolerance: Tolerance,
}

impl Member {
    /// A member.
    #[must_use]
    pub const fn new(name: &'static str, tolerance: Tolerance) -> Self {
        Self { name, tolerance }
    }
}

/// The member that holds the result code.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// The member.
    pub member: Member,
    /// The name of a code.
    pub label: fn(i64) -> Option<&'static str>,
}

/// A type of result codes that knows their names.
pub trait Label {
    /// The name of a code.
    fn label(code: i64) -> Option<&'static str>;
}

/// For codes without names.
#[must_use]
pub const fn no_label(_: i64) -> Option<&'static str> {
    None
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What it means,
    pub classification: Classification,
    /// where all of this holds
    pub when: &'static [Condition],
    /// and none of these members was in the request's JSON object.
    pub unless_sent: &'static [&'static str],
}

/// What a response proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Classification {
    /// The request was accepted.
    Accepted,
    /// It had been carried out before.
    AcceptedEarlier,
    /// It was refused.
    Refused,
}

/// What must hold of one member of the response.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    /// The member.
    pub member: Member,
    /// What must hold of it.
    pub is: Is,
}

/// What must hold of a member.
#[derive(Clone, Copy, Debug)]
pub enum Is {
    /// It is there and not null (and, where `empty` is tolerated, not `""`).
    Present,
    /// It is missing (or, where `empty` is tolerated, null or `""`).
    Absent,
    /// It is one of these.
    OneOf(&'static [Literal]),
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

/// What to do next after an error.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    /// For these statuses (empty: any),
    pub statuses: &'static [u16],
    /// where all of this holds of the response:
    pub when: &'static [Condition],
    /// a sentence.
    pub text: &'static str,
}
