//! Outcome rules: what a response proves, and what to do next.

use super::Tolerance;
use crate::source::Location;

/// The outcome rules for responses of some statuses.
#[derive(Clone, Debug)]
pub struct RuleSet {
    /// Its location in the document.
    pub at: Location,
    /// The statuses that the rules apply to.
    pub statuses: Vec<u16>,
    /// The conditions that must all hold for the rules to apply.
    pub when: Vec<Condition>,
    /// The member with the result code, and the Rust type that can name it.
    pub code: Option<(FieldRef, Option<String>)>,
    /// The member with the message.
    pub message: Option<FieldRef>,
    /// The first rule that holds decides. If none does, the outcome is unknown.
    pub rules: Vec<Rule>,
}

/// An outcome rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What the response proves.
    pub classification: Classification,
    /// The conditions that must all hold.
    pub when: Vec<Condition>,
    /// The members that must not have been sent in the request.
    pub unless_sent: Vec<String>,
}

/// What a response proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Classification {
    /// The request was accepted.
    Accepted,
    /// The request had been carried out before.
    AcceptedEarlier,
    /// The request was refused: nothing was done.
    Refused,
}

/// A condition on a member of the response.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The member.
    pub field: FieldRef,
    /// What must hold of it.
    pub is: Is,
}

/// A member of a response's top-level object, decoded with the tolerance of its schema.
#[derive(Clone, Debug)]
pub struct FieldRef {
    /// Its name on the wire.
    pub wire: String,
    /// What its schema accepts beyond its type.
    pub tolerance: Tolerance,
}

/// What must hold of a member.
#[derive(Clone, Debug)]
pub enum Is {
    /// It is present; with the tolerance `empty`, neither null nor `""`.
    Present,
    /// It is absent.
    Absent,
    /// It is one of these values.
    OneOf(Vec<Literal>),
    /// It is absent, or one of these.
    AbsentOr(Vec<Literal>),
    /// It is none of these; an absent member is none of them.
    NoneOf(Vec<Literal>),
}

/// A value that a condition compares with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Literal {
    /// An integer.
    Int(i64),
    /// A boolean.
    Bool(bool),
    /// A string.
    Text(String),
}

/// What to do next after an error.
#[derive(Clone, Debug)]
pub struct Advice {
    /// The statuses that it applies to; empty: any.
    pub statuses: Vec<u16>,
    /// The conditions on the body that must all hold.
    pub when: Vec<Condition>,
    /// A sentence in the chosen language.
    pub text: String,
}
