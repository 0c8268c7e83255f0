//! Named types, their members, and the types of values.

use super::Doc;
use crate::names::{Ident, Name};
use crate::source::Location;

/// A named type.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Its location in the document.
    pub at: Location,
    /// The file it is written to, `refund_response`: a component's inline types share the component's file.
    pub file: Ident,
    /// Its name, unique in its module.
    pub name: Ident,
    /// Its documentation.
    pub doc: Doc,
    /// Its definition.
    pub shape: Shape,
    /// Whether it is encoded, decoded or both.
    pub uses: Uses,
}

/// Whether a type is encoded, decoded or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// It is encoded into requests.
    pub encoded: bool,
    /// It is decoded from responses and callbacks.
    pub decoded: bool,
}

/// The definition of a named type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A JSON object with known members.
    Struct(Struct),
    /// A string with known values. Any other value is kept.
    OpenEnum(OpenEnum),
    /// One of several types. Any other value is kept.
    Union(Union),
    /// Another name for a type.
    Alias(Type),
}

/// One of several types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Union {
    /// The member that distinguishes the alternatives, if there is one.
    pub tag: Option<String>,
    /// The types, in the document's order.
    pub alternatives: Vec<Alternative>,
    /// The variant that keeps any other value, `Other`.
    pub other: Ident,
    /// Which standard traits can be derived beyond `Clone` and `Debug`.
    pub derives: Derives,
}

/// One of the types of a union.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Alternative {
    /// The variant that holds it.
    pub name: Ident,
    /// The type itself.
    pub ty: Type,
    /// The values of the tag that mean it; empty: its members decide.
    pub tags: Vec<String>,
    /// The tag that is encoded beside its members, if it has no member for it.
    pub added: Option<String>,
}

/// A JSON object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Struct {
    /// Its members, in the document's order.
    pub fields: Vec<Field>,
    /// The field for additional properties, if the schema has a type for them: its name and that type.
    pub rest: Option<(Ident, Type)>,
    /// Types that share the object's members (a `oneOf` inside an `allOf`), each with its field's name.
    pub flat: Vec<(Ident, Type)>,
    /// Which standard traits can be derived beyond `Clone` and `Debug`.
    pub derives: Derives,
}

/// Which standard traits a type can derive beyond `Clone` and `Debug`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Derives {
    /// `PartialEq`.
    pub partial_eq: bool,
    /// `Eq`.
    pub eq: bool,
    /// `Default`: no field is required.
    pub default: bool,
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its location in the document.
    pub at: Location,
    /// Its name on the wire and in Rust.
    pub name: Name,
    /// Its documentation.
    pub doc: Doc,
    /// The type of its value.
    pub ty: Type,
    /// Whether it has a value.
    pub presence: Presence,
    /// What is accepted beyond the schema (`x-tolerate`).
    pub tolerance: Tolerance,
    /// The only string that it can be. `new` fills it in.
    pub fixed: Option<String>,
}

impl Field {
    /// Returns whether it is an argument of `new`: it is always present, and its value is not fixed.
    #[must_use]
    pub fn is_argument(&self) -> bool {
        self.fixed.is_none() && self.is_always_present()
    }

    /// Returns whether it has a value in every object of the type.
    #[must_use]
    pub fn is_always_present(&self) -> bool {
        matches!(self.presence, Presence::Required | Presence::InType)
    }
}

/// Whether a member has a value: `T`, `Option<T>` or `Maybe<T>` in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// `T`: always present and never null.
    Required,
    /// `Option<T>`: may be absent; null is an error.
    Optional,
    /// `Option<T>`: always present; `None` is null.
    Nullable,
    /// `Maybe<T>`: absent, null or a value.
    OptionalNullable,
    /// `T`, whose own value for absence is not sent (`x-rust-type` with `absent: true`).
    InType,
}

/// What is accepted beyond the schema when decoding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tolerance {
    /// A number or a boolean may be sent as a string, and a string as a number.
    pub text: bool,
    /// Null and `""` mean that there is no value.
    pub empty: bool,
}

/// A string with known values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OpenEnum {
    /// The known values, in the document's order.
    pub variants: Vec<Variant>,
    /// The variant that keeps any other value, `Other`. `None` if there are too many values for an
    /// enum: the type is a string with a constant for each.
    pub other: Option<Ident>,
}

/// A known value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Variant {
    /// Its value on the wire and its name in Rust.
    pub name: Name,
    /// Its documentation.
    pub doc: Doc,
}

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// `bool`
    Bool,
    /// `i32` and its like
    Int(Width),
    /// The runtime's integer of any size: keeps its digits
    Integer,
    /// `f64`, for `format: float` and `double`
    F64,
    /// The runtime's exact decimal: keeps every digit
    Decimal,
    /// `String`
    String,
    /// The runtime's base64 (`format: byte`), kept as received
    Base64,
    /// The runtime's date, kept as received
    Date,
    /// The runtime's date and time, kept as received
    DateTime,
    /// The runtime's decimal in a string, kept as received
    DecimalText,
    /// The runtime's string that never prints
    Secret,
    /// The runtime's untyped JSON, kept as received
    Json,
    /// Raw bytes, as a whole body only
    Bytes,
    /// The runtime's file: a part of a form
    File,
    /// The runtime's wrapper whose `Debug` is redacted
    Personal(Box<Self>),
    /// `Vec<T>`
    Vec(Box<Self>),
    /// `BTreeMap<String, T>`
    Map(Box<Self>),
    /// `Option<T>` where null is a value: in lists, in maps, and as a whole body. Members have a
    /// `Presence`
    Option(Box<Self>),
    /// `Box<T>`, to break a cycle or because `T` is large
    Box(Box<Self>),
    /// A `TypeDef` of the same module
    Named(Ident),
    /// A type of the caller (`x-rust-type`), by its path
    Custom(String),
}

/// An integer type of Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are Rust's own")]
pub enum Width {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
}
