//! Why a field is `T`, `Option<T>` or `Maybe<T>`: the whole truth table, once.
//!
//! | in its type | tolerates empty | one way only | required | nullable | presence |
//! | --- | --- | --- | --- | --- | --- |
//! | yes | | | | | `InType`: the Rust type has a value for "left out" (a required property can't have it: that is a problem) |
//! | no | yes | | | | `Optional`: a value may be missing in many spellings, so none of them is told from another |
//! | no | no | yes | | no | `Optional`: it is required in one direction and absent in the other |
//! | no | no | yes | | yes | `OptionalNullable` |
//! | no | no | no | yes | no | `Required` |
//! | no | no | no | yes | yes | `Nullable` |
//! | no | no | no | no | no | `Optional` |
//! | no | no | no | no | yes | `OptionalNullable` |
//!
//! `default` is in no row: it says what the server does about an absent value. A client that sent it, or put it into a response,
//! would say something that nobody said; it stands in the documentation.

use crate::ir::Presence;

/// What a schema says about whether a property's value is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Facts {
    /// Its Rust type can say "left out" (`x-rust-type` with `absent: true`).
    pub(crate) in_type: bool,
    /// null and `""` mean that there is no value (`x-tolerate: [empty]`).
    pub(crate) empty: bool,
    /// `readOnly` or `writeOnly`, in a type that is both written and read.
    pub(crate) one_way: bool,
    /// It stands in the object's `required`.
    pub(crate) required: bool,
    /// null is a value.
    pub(crate) nullable: bool,
}

/// The table above.
pub(crate) fn presence(facts: Facts) -> Presence {
    let required = facts.required && !facts.one_way;
    match (facts.in_type, facts.empty, required, facts.nullable) {
        (true, ..) => Presence::InType,
        (false, true, ..) | (false, false, false, false) => Presence::Optional,
        (false, false, true, false) => Presence::Required,
        (false, false, true, true) => Presence::Nullable,
        (false, false, false, true) => Presence::OptionalNullable,
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, Presence, presence};

    /// In its type, tolerates empty, one way only, required, nullable.
    #[track_caller]
    fn check(row: [u8; 5], expected: Presence) {
        let [in_type, empty, one_way, required, nullable] = row.map(|cell| cell == 1);
        let facts = Facts {
            in_type,
            empty,
            one_way,
            required,
            nullable,
        };
        assert_eq!(presence(facts), expected);
    }

    #[test]
    fn the_table_holds() {
        check([1, 1, 1, 1, 1], Presence::InType);
        check([0, 1, 0, 1, 1], Presence::Optional);
        check([0, 0, 1, 1, 0], Presence::Optional);
        check([0, 0, 1, 1, 1], Presence::OptionalNullable);
        check([0, 0, 0, 1, 0], Presence::Required);
        check([0, 0, 0, 1, 1], Presence::Nullable);
        check([0, 0, 0, 0, 0], Presence::Optional);
        check([0, 0, 0, 0, 1], Presence::OptionalNullable);
    }
}
