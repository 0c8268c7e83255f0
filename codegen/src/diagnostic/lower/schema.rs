//! What can be wrong with schemas and the types made of them.

use super::meant;
use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;

/// About a schema.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SchemaProblem {
    /// A `oneOf` or `anyOf` of nothing that a type could be made of.
    Union(&'static str),
    /// `oneOf`, `anyOf` or `not` beside a type, which it only narrows.
    Narrowing(&'static str),
    /// An inline type's name is taken in its module.
    NameTaken {
        /// The name that its place gives it.
        wanted: String,
        /// The name it has now.
        given: String,
        /// Its second name is taken too: what else is in the document decides the number behind it.
        is_numbered: bool,
    },
    /// No value of a discriminator means a schema that extends the one that declares it.
    Untold(String, String),
    /// Two members of an `allOf` say different things about one property.
    Conflict(String),
    /// That many alternatives of an `anyOf` have the same members.
    Alike(usize),
    /// An `allOf` of objects and of something else.
    AllOfMixed,
    /// An `allOf` that contains itself.
    AllOfCycle,
    /// An `allOf` of more layers than any type has.
    AllOfDepth(usize),
    /// A list or map that contains itself with no object in between.
    EndlessList(String),
    /// `required` names a property that is nowhere described; perhaps that one was meant.
    RequiredUnknown(String, Option<String>),
    /// A list type for something that is no list, or an array without `items`.
    NoItems,
    /// `readOnly` and `writeOnly` on one property.
    NeitherWay,
}

impl Describe for SchemaProblem {
    fn code(&self) -> Code {
        match self {
            Self::Union(_) | Self::AllOfMixed => Code::W0201,
            Self::NameTaken { .. } => Code::W0202,
            Self::Narrowing(_) => Code::W0190,
            Self::Untold(..) => Code::W0214,
            Self::Conflict(_) => Code::W0203,
            Self::Alike(_) => Code::W0213,
            Self::AllOfCycle => Code::W0205,
            Self::AllOfDepth(_) => Code::W0104,
            Self::EndlessList(_) => Code::W0162,
            Self::RequiredUnknown(..) => Code::W0160,
            Self::NoItems => Code::W0131,
            Self::NeitherWay => Code::W0210,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Union(keyword) => {
                format!("no alternative of this `{keyword}` has a type")
            }
            Self::Narrowing(keyword) => format!("`{keyword}` is not checked"),
            Self::NameTaken { wanted, given, .. } => {
                format!("the name `{wanted}` is taken; this type is named `{given}`")
            }
            Self::Untold(property, name) => {
                format!("no value of `{property}` selects `{name}`")
            }
            Self::Conflict(name) => {
                format!("conflicting definitions of `{name}` in `allOf`")
            }
            Self::Alike(count) => format!("these {count} alternatives have the same properties"),
            Self::AllOfMixed => "the parts of this `allOf` have different types".into(),
            Self::AllOfCycle => "cyclic `allOf`".into(),
            Self::AllOfDepth(most) => format!("this `allOf` has more than {most} layers"),
            Self::EndlessList(name) => {
                format!("`{name}` contains itself without an object in between")
            }
            Self::RequiredUnknown(name, _) => {
                format!("required property `{name}` is not defined")
            }
            Self::NoItems => "missing `items` in this array".into(),
            Self::NeitherWay => "property is both `readOnly` and `writeOnly`".into(),
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::Union(_) => "give an alternative a type; the value is untyped JSON until then",
            Self::Narrowing(_) => "nothing to do; the type beside it is used",
            Self::NameTaken { is_numbered, .. } => taken(*is_numbered),
            Self::Untold(..) => {
                "add a `mapping` from a value to the schema; its name is used, which the property's `enum` lacks"
            }
            Self::Conflict(_) => {
                "describe the property in one part only; the later definition is used, or untyped JSON if no value fits both"
            }
            Self::Alike(_) => {
                "merge them; they are generated as one object with the common required properties"
            }
            Self::AllOfMixed => "describe it by one schema; the value is untyped JSON until then",
            Self::AllOfCycle => "remove the reference that closes the cycle; no value can match it",
            Self::AllOfDepth(_) => "use fewer parts; deeper ones are ignored",
            Self::EndlessList(_) => {
                "move the list into an object; its content is untyped JSON until then"
            }
            Self::RequiredUnknown(_, similar) => {
                let otherwise = "add it to `properties`, or remove it from `required`";
                return meant(similar.as_ref(), otherwise);
            }
            Self::NoItems => "add `items`; the items are untyped JSON until then",
            Self::NeitherWay => {
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
