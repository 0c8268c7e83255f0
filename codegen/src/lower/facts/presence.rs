//! Decides whether the field of a property is `T`, `Option<T>` or `Maybe<T>`.
//!
//! `schema/object.rs` decides it for each property, and `types/uses.rs` again once it is known in
//! which directions the type is used. Optional parameters and bodies are decided elsewhere, by
//! `required` alone. `Optional` and `Nullable` are `Option<T>`, `OptionalNullable` is `Maybe<T>`, the
//! others are `T`: `emit/types/paths.rs` writes them.
//!
//! | in its type | tolerates empty | one direction | required | nullable | presence |
//! | --- | --- | --- | --- | --- | --- |
//! | yes | | | | | `InType`: the Rust type has a value for absence (`object.rs` reports it for a required property, and ignores it) |
//! | no | yes | | | | `Optional`: absence has several spellings, which are not distinguished |
//! | no | no | yes | | no | `Optional`: it is required in one direction and absent in the other |
//! | no | no | yes | | yes | `OptionalNullable` |
//! | no | no | no | yes | no | `Required` |
//! | no | no | no | yes | yes | `Nullable` |
//! | no | no | no | no | no | `Optional` |
//! | no | no | no | no | yes | `OptionalNullable` |
//!
//! `default` has no column: it says how the server treats an absent value. It is documented, but
//! neither sent nor filled into responses.

use crate::ir::Presence;

/// The facts that decide the presence of a property.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct PresenceFacts {
    /// Whether its Rust type has a value for absence (`x-rust-type` with `absent: true`).
    pub(crate) in_type: bool,
    /// Whether null and `""` mean that there is no value (`x-tolerate: [empty]`).
    pub(crate) empty: bool,
    /// Whether it is `readOnly` or `writeOnly` in a type that is both encoded and decoded.
    pub(crate) one_direction: bool,
    /// Whether the object's `required` lists it.
    pub(crate) required: bool,
    /// Whether null is a value.
    pub(crate) nullable: bool,
}

/// Returns the presence by the table above.
pub(crate) fn presence(facts: PresenceFacts) -> Presence {
    let required = facts.required && !facts.one_direction;
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
    use super::{Presence, PresenceFacts, presence};

    /// In its type, tolerates empty, one direction, required, nullable.
    #[track_caller]
    fn check(row: [u8; 5], expected: Presence) {
        let [in_type, empty, one_direction, required, nullable] = row.map(|cell| cell == 1);
        let facts = PresenceFacts {
            in_type,
            empty,
            one_direction,
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
