//! Types and rules in words, to compare and to print.

use crate::ir::{Condition, Presence, RuleSet, Type};

/// Returns a type as Rust, without paths.
pub(super) fn ty(ty: &Type) -> String {
    match ty {
        Type::Bool => "bool".to_owned(),
        Type::Int(width) => format!("{width:?}").to_lowercase(),
        Type::F64 => "f64".to_owned(),
        Type::Json => "AnyJson".to_owned(),
        Type::Bytes => "Vec<u8>".to_owned(),
        Type::Personal(inner) => format!("Personal<{}>", self::ty(inner)),
        Type::Vec(inner) => format!("Vec<{}>", self::ty(inner)),
        Type::Map(inner) => format!("BTreeMap<String, {}>", self::ty(inner)),
        Type::Option(inner) => format!("Option<{}>", self::ty(inner)),
        Type::Box(inner) => format!("Box<{}>", self::ty(inner)),
        Type::Named(name) => name.to_string(),
        Type::Custom(path) => path.clone(),
        // The names of the runtime's types.
        Type::Integer
        | Type::Decimal
        | Type::String
        | Type::Base64
        | Type::Date
        | Type::DateTime
        | Type::DecimalText
        | Type::Secret
        | Type::File => format!("{ty:?}"),
    }
}

/// Returns the type of a field as Rust.
pub(super) fn field(presence: Presence, ty: &Type) -> String {
    let value = self::ty(ty);
    match presence {
        Presence::Required | Presence::InType => value,
        Presence::Optional | Presence::Nullable => format!("Option<{value}>"),
        Presence::OptionalNullable => format!("Maybe<{value}>"),
    }
}

/// Returns what rules decide by, without their places.
pub(super) fn rules(sets: &[RuleSet]) -> String {
    let sets = sets.iter().map(|set| {
        let (code, message) = (&set.code, &set.message);
        let rules = set.rules.iter().map(|rule| {
            let (when, unless) = (conditions(&rule.when), &rule.unless_sent);
            format!("{:?} if {when} unless {unless:?}", rule.classification)
        });
        // No two rules hold for one response, or the document would be refused.
        let mut rules: Vec<String> = rules.collect();
        rules.sort();
        let when = conditions(&set.when);
        format!("{:?} {when} {code:?} {message:?} {rules:?}", set.statuses)
    });
    sets.collect::<Vec<String>>().join("\n")
}

/// Returns conditions, whose order does not matter.
pub(super) fn conditions(conditions: &[Condition]) -> String {
    let mut all: Vec<String> = conditions.iter().map(|it| format!("{it:?}")).collect();
    all.sort();
    all.join(" and ")
}
