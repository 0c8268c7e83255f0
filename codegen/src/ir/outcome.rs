//! What a response proves, as the spec declares it, and what to do next.

use super::Tolerance;
use crate::source::Location;

/// How responses of some statuses are read for what they prove.
#[derive(Clone, Debug)]
pub struct RuleSet {
    /// Where it came from.
    pub at: Location,
    /// For these statuses,
    pub statuses: Vec<u16>,
    /// and where all of this holds.
    pub when: Vec<Condition>,
    /// Where the result code stands, and the Rust type that can name it.
    pub code: Option<(FieldRef, Option<String>)>,
    /// Where the message stands.
    pub message: Option<FieldRef>,
    /// The first that holds decides; none: unknown.
    pub rules: Vec<Rule>,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What it means,
    pub classification: Classification,
    /// where all of this holds
    pub when: Vec<Condition>,
    /// and none of these members was sent.
    pub unless_sent: Vec<String>,
}

/// What a response proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Classification {
    /// The request was accepted.
    Accepted,
    /// It had been carried out before.
    AcceptedEarlier,
    /// It was refused: nothing was done.
    Refused,
}

/// What must hold of one member of the response.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The member.
    pub field: FieldRef,
    /// What must hold.
    pub is: Is,
}

/// A member of a response's top-level object, read as tolerantly as its schema says.
#[derive(Clone, Debug)]
pub struct FieldRef {
    /// Its name on the wire.
    pub wire: String,
    /// From its schema.
    pub tolerance: Tolerance,
}

/// What must hold of a member.
#[derive(Clone, Debug)]
pub enum Is {
    /// It is there (under `empty`: and neither null nor `""`).
    Present,
    /// It is not.
    Absent,
    /// It is one of these.
    OneOf(Vec<Literal>),
    /// It is absent, or one of these.
    AbsentOr(Vec<Literal>),
    /// It is none of these; an absent member is none of them.
    NoneOf(Vec<Literal>),
}

/// A value that a spec compares with.
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
    /// For these statuses (empty: any),
    pub statuses: Vec<u16>,
    /// and where all of this holds of the body:
    pub when: Vec<Condition>,
    /// a sentence in the chosen language.
    pub text: String,
}
