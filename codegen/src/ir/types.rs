//! Types with names of their own, their members, and the types of values.

use super::Doc;
use crate::names::{Ident, Name};
use crate::source::Location;

/// A type with a name of its own.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Where it came from.
    pub at: Location,
    /// The file it is written to, `refund_response`: a component's inline types share the component's file.
    pub file: Ident,
    /// Its name, unique in its module.
    pub name: Ident,
    /// Its documentation.
    pub doc: Doc,
    /// What it is.
    pub shape: Shape,
    /// Which directions are needed.
    pub uses: Uses,
}

/// Which directions of a type are needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// It is written into requests.
    pub written: bool,
    /// It is read from responses and callbacks.
    pub read: bool,
}

/// What a named type is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A JSON object with known members.
    Struct(Struct),
    /// A string of which some values are known; any other is kept.
    OpenEnum(OpenEnum),
    /// One of several types; anything else is kept as it came.
    Union(Union),
    /// Another name for a type.
    Alias(Type),
}

/// One of several types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Union {
    /// The member that says which, where there is one.
    pub tag: Option<String>,
    /// In the document's order.
    pub alternatives: Vec<Alternative>,
    /// The variant that keeps any other value, `Other`.
    pub other: Ident,
    /// Which standard traits can be derived beyond `Clone` and `Debug`.
    pub derives: Derives,
}

/// One of the types of a union.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Alternative {
    /// The variant.
    pub name: Ident,
    /// What it holds.
    pub ty: Type,
    /// The tags that stand for it; empty: its shape alone decides.
    pub tags: Vec<String>,
    /// The tag that is written beside its members, where it has no member for it.
    pub added: Option<String>,
}

/// A JSON object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Struct {
    /// Its members, in the document's order.
    pub fields: Vec<Field>,
    /// The type of members that are not named, where the schema gives one (`additionalProperties`), and the field's name.
    pub rest: Option<(Ident, Type)>,
    /// Types that share the object's members (`allOf` with a `oneOf` in it), each with its field's name.
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
    /// Where it came from.
    pub at: Location,
    /// Its name on the wire and in Rust.
    pub name: Name,
    /// Its documentation.
    pub doc: Doc,
    /// The type of its value, where there is one.
    pub ty: Type,
    /// Whether there is one.
    pub presence: Presence,
    /// What is accepted beyond the schema when reading (`x-tolerate`).
    pub tolerance: Tolerance,
    /// The only text that it can have: a new value has it already.
    pub fixed: Option<String>,
}

/// Whether a value is there: `T`, `Option<T>` or `Maybe<T>` in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// `T`: always there and never null.
    Required,
    /// `Option<T>`: may be absent; null is an error.
    Optional,
    /// `Option<T>`: always there; `None` is null.
    Nullable,
    /// `Maybe<T>`: absent, null or a value.
    OptionalNullable,
    /// `T`, whose own value for absence is left out on the wire (`x-rust-type` with `absent: true`).
    InType,
}

/// What is accepted beyond the schema when reading, each declared in the spec.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tolerance {
    /// A number or a boolean may come as a string that holds it, a string as a number.
    pub text: bool,
    /// null and `""` mean that there is no value.
    pub empty: bool,
}

/// A string of which some values are known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OpenEnum {
    /// In the document's order.
    pub variants: Vec<Variant>,
    /// The variant that keeps any other value, `Other`. `None`: there are too many values for an enum, and it is a text with a
    /// constant for each.
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
    /// The runtime's base64, `format: byte`: the text as it came
    Base64,
    /// The runtime's day: the text as it came
    Date,
    /// The runtime's date and time: the text as it came
    DateTime,
    /// The runtime's decimal in a text: the text as it came
    DecimalText,
    /// The runtime's string that never prints
    Secret,
    /// The runtime's untyped JSON: kept as it came
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
    /// `Option<T>`, where null is a value: in lists and maps, and as a whole body. A member's is its `Presence`
    Option(Box<Self>),
    /// `Box<T>`, to break a cycle
    Box(Box<Self>),
    /// A `TypeDef` of the same module
    Named(Ident),
    /// A type that the spec names (`x-rust-type`), its path verbatim
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
