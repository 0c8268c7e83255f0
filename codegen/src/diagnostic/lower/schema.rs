//! What can be wrong with schemas and the types made of them.

use super::meant;

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

impl SchemaProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Union(_) => "W0201",
            Self::NameTaken { .. } => "W0202",
            Self::Narrowing(_) => "W0211",
            Self::Untold(..) => "W0214",
            Self::Conflict(_) => "W0203",
            Self::Alike(_) => "W0213",
            Self::AllOfMixed => "W0204",
            Self::AllOfCycle => "E0205",
            Self::AllOfDepth(_) => "E0212",
            Self::EndlessList(_) => "W0206",
            Self::RequiredUnknown(..) => "W0207",
            Self::NoItems => "W0208",
            Self::NeitherWay => "W0210",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::Union(keyword) => {
                format!("no alternative of this `{keyword}` says what the value is")
            }
            Self::Narrowing(keyword) => format!("`{keyword}` is not checked"),
            Self::NameTaken { wanted, given, .. } => {
                format!("the name `{wanted}` is taken, so this type is called `{given}`")
            }
            Self::Untold(property, name) => {
                format!("no value of `{property}` means `{name}`")
            }
            Self::Conflict(name) => {
                format!("the parts of `allOf` contradict each other about `{name}`")
            }
            Self::Alike(count) => format!("these {count} alternatives have the same members"),
            Self::AllOfMixed => "the parts of this `allOf` are of different types".into(),
            Self::AllOfCycle => "this `allOf` contains itself".into(),
            Self::AllOfDepth(most) => format!("this `allOf` has more than {most} layers"),
            Self::EndlessList(name) => {
                format!("`{name}` contains itself with no object in between")
            }
            Self::RequiredUnknown(name, _) => {
                format!("`{name}` is required, but not among the properties")
            }
            Self::NoItems => "this array does not say what it holds".into(),
            Self::NeitherWay => "a property can't be both `readOnly` and `writeOnly`".into(),
        }
    }

    pub(super) fn help(&self) -> String {
        let help = match self {
            Self::Union(_) => "the value is generated as untyped JSON",
            Self::Narrowing(_) => "the value has the type that stands beside it",
            Self::NameTaken { is_numbered, .. } => taken(*is_numbered),
            Self::Untold(..) => {
                "it is told by its name, which the property's `enum` leaves out: add a `mapping` from a value to the schema"
            }
            Self::Conflict(_) => {
                "the later description is used, or untyped JSON where no value fits both: describe the property the same way in each part, or in one of them only"
            }
            Self::Alike(_) => {
                "they are generated as one object, which requires what all of them require"
            }
            Self::AllOfMixed => {
                "the value is generated as untyped JSON; describe it by one schema instead"
            }
            Self::AllOfCycle => {
                "no value could ever fit it: take the reference that leads back out of the `allOf`"
            }
            Self::AllOfDepth(_) => {
                "what lies deeper is left out: describe the object in fewer parts"
            }
            Self::EndlessList(_) => {
                "what it contains is generated as untyped JSON; put the list into an object"
            }
            Self::RequiredUnknown(_, similar) => {
                let otherwise = "add it to `properties`, or take it out of `required`";
                return meant(similar.as_ref(), otherwise);
            }
            Self::NoItems => "its items are generated as untyped JSON; add `items`",
            Self::NeitherWay => "it would be neither sent nor received: keep the one that is meant",
        };
        help.into()
    }
}

fn taken(is_numbered: bool) -> &'static str {
    if is_numbered {
        "the number may be another one when something is added to the document: rename one of them, or give an inline type a name of its own in `components/schemas`"
    } else {
        "types are named for where they stand, operations by their `operationId`: rename one of the two, or give an inline type a name of its own in `components/schemas`"
    }
}
