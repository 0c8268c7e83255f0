//! `Region`: the responses and requests for which conditions hold, as sets of values per member.
//!
//! Regions show whether two rules can hold together, and whether earlier rules cover a later one.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Condition, Is, Literal};

/// The most pieces into which a region is split. Beyond it, the region counts as not covered.
const PIECES: usize = 256;

/// A value of a member. All values that no condition distinguishes are `Other`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Is(Literal),
    Absent,
    Other,
    Null,
    /// The member occurs more than once. No condition holds for it.
    Repeated,
}

/// A member of the response, or of the request.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Member {
    Received(String),
    Sent(String),
}

type Values = BTreeMap<Member, BTreeSet<Value>>;

/// The members that the rules of one operation name, each with all values that they distinguish.
#[derive(Debug, Default)]
pub(super) struct Universe(Values);

/// The responses and requests for which a rule holds: the possible values of each member of the
/// universe.
#[derive(Clone, Debug)]
pub(super) struct Region(Values);

impl Universe {
    /// Adds the members and values of conditions.
    pub(super) fn add(&mut self, conditions: &[Condition]) {
        for condition in conditions {
            let values = self.0.entry(received(condition)).or_insert_with(|| {
                [Value::Absent, Value::Other, Value::Null, Value::Repeated].into()
            });
            match &condition.is {
                Is::Present | Is::Absent => {}
                Is::OneOf(list) | Is::AbsentOr(list) | Is::NoneOf(list) => {
                    values.extend(list.iter().cloned().map(Value::Is));
                }
            }
        }
    }

    /// Adds members of the request.
    pub(super) fn add_sent(&mut self, members: &[String]) {
        let members = members.iter().cloned().map(Member::Sent);
        self.0
            .extend(members.map(|member| (member, [Value::Absent, Value::Other].into())));
    }

    /// Returns the region where all of these conditions hold and none of these members was sent, or
    /// `None` if it is empty.
    pub(super) fn region(&self, conditions: &[Condition], unsent: &[String]) -> Option<Region> {
        let mut values = self.0.clone();
        for condition in conditions {
            if let Some(allowed) = values.get_mut(&received(condition)) {
                allowed.retain(|value| holds(&condition.is, value));
            }
        }
        for member in unsent {
            values.insert(Member::Sent(member.clone()), [Value::Absent].into());
        }
        Region::of(values)
    }

    /// Describes a response in a region by the members of these conditions.
    pub(super) fn example(region: &Region, conditions: &[Condition]) -> String {
        let named = conditions.iter().filter_map(|condition| {
            let values = region.0.get(&received(condition))?;
            Some(format!("{}: {}", condition.field.wire, sample(values)))
        });
        named.collect::<Vec<_>>().join(", ")
    }
}

fn received(condition: &Condition) -> Member {
    Member::Received(condition.field.wire.clone())
}

fn holds(is: &Is, value: &Value) -> bool {
    let among = |list: &[Literal]| matches!(value, Value::Is(literal) if list.contains(literal));
    match is {
        Is::Present => matches!(value, Value::Is(_) | Value::Other),
        Is::Absent => *value == Value::Absent,
        Is::OneOf(list) => among(list),
        Is::AbsentOr(list) => *value == Value::Absent || among(list),
        Is::NoneOf(list) => *value != Value::Repeated && !among(list),
    }
}

/// Describes the first of some values.
fn sample(values: &BTreeSet<Value>) -> String {
    match values.first() {
        Some(Value::Is(Literal::Int(number))) => number.to_string(),
        Some(Value::Is(Literal::Bool(boolean))) => boolean.to_string(),
        Some(Value::Is(Literal::Text(text))) => format!("{text:?}"),
        Some(Value::Absent) => "absent".to_owned(),
        Some(Value::Null) => "null".to_owned(),
        _ => "present".to_owned(),
    }
}

impl Region {
    fn of(values: Values) -> Option<Self> {
        let is_possible = values.values().all(|values| !values.is_empty());
        is_possible.then_some(Self(values))
    }

    /// Returns the intersection with another region, or `None` if it is empty.
    pub(super) fn and(&self, other: &Self) -> Option<Self> {
        let mut both = self.0.clone();
        for (member, values) in &mut both {
            if let Some(others) = other.0.get(member) {
                values.retain(|value| others.contains(value));
            }
        }
        Self::of(both)
    }

    /// Returns whether the union of other regions contains this one.
    pub(super) fn is_covered(&self, others: &[&Self]) -> bool {
        let mut pieces = vec![self.clone()];
        for other in others {
            pieces = pieces.iter().flat_map(|piece| piece.minus(other)).collect();
            if pieces.len() > PIECES {
                return false;
            }
        }
        pieces.is_empty()
    }

    /// Returns the difference to another region, as disjoint pieces.
    fn minus(&self, other: &Self) -> Vec<Self> {
        if self.and(other).is_none() {
            return vec![self.clone()];
        }
        let mut pieces = Vec::new();
        let mut rest = self.0.clone();
        for (member, values) in &other.0 {
            let Some(own) = rest.get_mut(member) else {
                continue;
            };
            let outside: BTreeSet<Value> = own.difference(values).cloned().collect();
            own.retain(|value| values.contains(value));
            let mut piece = rest.clone();
            piece.insert(member.clone(), outside);
            pieces.extend(Self::of(piece));
        }
        pieces
    }
}
