//! What can be wrong with schemas and the types that are derived from them.

use super::did_you_mean;
use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// Reported for a schema.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SchemaProblem {
    /// A `oneOf` or `anyOf` without a typed alternative.
    UntypedUnion(&'static str),
    /// `oneOf`, `anyOf` or `not` that only narrows the type beside it.
    NotChecked(&'static str),
    /// A type whose name is taken in its module.
    NameTaken {
        /// The name that its location gives it.
        wanted: String,
        /// The name that it has.
        given: String,
        /// Whether a number follows, which depends on the rest of the document.
        is_numbered: bool,
    },
    /// A schema that no value of the discriminator selects: the property, and the schema.
    NoDiscriminatorValue(String, String),
    /// Two parts of an `allOf` define a property differently.
    ConflictingProperty(String),
    /// Alternatives with the same properties, by their number.
    EqualAlternatives(usize),
    /// An `allOf` of objects and other types.
    AllOfMixed,
    /// An `allOf` that contains itself.
    AllOfCycle,
    /// An `allOf` of more layers than are read.
    AllOfDepth(usize),
    /// A schema inside of more others than are lowered, through the parts of `allOf`.
    Nested(usize),
    /// A list or map that contains itself without an object in between.
    CyclicList(String),
    /// `required` names an undefined property; and a similar one.
    UnknownRequired(String, Option<String>),
    /// An array without `items`.
    MissingItems,
    /// A property that is both `readOnly` and `writeOnly`.
    ReadOnlyAndWriteOnly,
}

impl Describe for SchemaProblem {
    fn code(&self) -> Code {
        match self {
            Self::UntypedUnion(_) | Self::AllOfMixed => Code::W0201,
            Self::NameTaken { .. } => Code::W0202,
            Self::NotChecked(_) => Code::W0190,
            Self::NoDiscriminatorValue(..) => Code::W0214,
            Self::ConflictingProperty(_) => Code::W0203,
            Self::EqualAlternatives(_) => Code::W0213,
            Self::AllOfCycle => Code::W0205,
            Self::AllOfDepth(_) | Self::Nested(_) => Code::W0104,
            Self::CyclicList(_) => Code::W0162,
            Self::UnknownRequired(..) => Code::W0160,
            Self::MissingItems => Code::W0131,
            Self::ReadOnlyAndWriteOnly => Code::W0210,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::UntypedUnion(keyword) => {
                format!("no alternative of this `{keyword}` has a type")
            }
            Self::NotChecked(keyword) => format!("`{keyword}` is not checked"),
            Self::NameTaken { wanted, given, .. } => {
                format!("the name `{wanted}` is taken; this type is named `{given}`")
            }
            Self::NoDiscriminatorValue(property, name) => {
                format!("no value of `{property}` selects `{name}`")
            }
            Self::ConflictingProperty(name) => {
                format!("conflicting definitions of `{name}` in `allOf`")
            }
            Self::EqualAlternatives(count) => {
                format!("these {count} alternatives have the same properties")
            }
            Self::AllOfMixed => "the parts of this `allOf` have different types".into(),
            Self::AllOfCycle => "cyclic `allOf`".into(),
            Self::AllOfDepth(most) => format!("this `allOf` has more than {most} layers"),
            Self::Nested(most) => {
                format!("nested in more than {most} schemas through the parts of `allOf`")
            }
            Self::CyclicList(name) => {
                format!("`{name}` contains itself without an object in between")
            }
            Self::UnknownRequired(name, _) => {
                format!("required property `{name}` is not defined")
            }
            Self::MissingItems => "missing `items` in this array".into(),
            Self::ReadOnlyAndWriteOnly => "property is both `readOnly` and `writeOnly`".into(),
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::UntypedUnion(_) => {
                "give an alternative a type; the value is untyped JSON until then"
            }
            Self::NotChecked(_) => "nothing to do; the type beside it is used",
            Self::NameTaken { is_numbered, .. } => taken(*is_numbered),
            Self::NoDiscriminatorValue(..) => {
                "add a `mapping` from a value to the schema; its name is used, which the property's `enum` lacks"
            }
            Self::ConflictingProperty(_) => {
                "describe the property in one part only; the later definition is used, or untyped JSON if no value fits both"
            }
            Self::EqualAlternatives(_) => {
                "merge them; they are generated as one object with the common required properties"
            }
            Self::AllOfMixed => "describe it by one schema; the value is untyped JSON until then",
            Self::AllOfCycle => "remove the reference that closes the cycle; no value can match it",
            Self::AllOfDepth(_) => "use fewer parts; deeper ones are ignored",
            Self::Nested(_) => {
                "move the schema to `components` and refer to it; its content is ignored until then"
            }
            Self::CyclicList(_) => {
                "move the list into an object; its content is untyped JSON until then"
            }
            Self::UnknownRequired(_, similar) => {
                let otherwise = "add it to `properties`, or remove it from `required`";
                return did_you_mean(similar.as_ref(), otherwise);
            }
            Self::MissingItems => "add `items`; the items are untyped JSON until then",
            Self::ReadOnlyAndWriteOnly => {
                "keep one of the two; the property would be neither sent nor received"
            }
        };
        help.into()
    }
}

fn taken(is_numbered: bool) -> &'static str {
    if is_numbered {
        "rename one of them, or move the inline type to `components/schemas`; the number may change with the document"
    } else {
        "rename one of the two, or move the inline type to `components/schemas`; inline types are named after their location"
    }
}
