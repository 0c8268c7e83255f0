//! Facts: what a page or a spec says about an operation, in one form for both.

use codegen::source::Location;

/// A value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) at: Location,
}

impl<T> Placed<T> {
    pub(crate) fn new(value: T, at: Location) -> Self {
        Self { value, at }
    }
}

/// The JSON type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonType {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

impl JsonType {
    /// Returns the type with its article.
    pub(crate) fn with_article(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::Boolean => "a boolean",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }

    /// Returns the type of a schema's `type`.
    pub(crate) fn of_schema(name: &str) -> Option<Self> {
        Some(match name {
            "string" => Self::String,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "boolean" => Self::Boolean,
            "array" => Self::Array,
            "object" => Self::Object,
            _ => return None,
        })
    }
}

/// A type as it is written, and what it means in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldType {
    pub(crate) word: String,
    pub(crate) json: JsonType,
}

/// A field of a body, or a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) at: Location,
    /// `None` if its type is not said.
    pub(crate) field_type: Option<Placed<FieldType>>,
    /// `None` if it is not said whether it is required.
    pub(crate) required: Option<Placed<bool>>,
    /// The pages that the field is from; `None` if that is not said.
    pub(crate) pages: Option<Vec<String>>,
}

/// The fields of a table, or of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) at: Location,
    pub(crate) list: Vec<Field>,
}

impl Fields {
    /// Returns the field of that name.
    pub(crate) fn find(&self, name: &str) -> Option<&Field> {
        self.list.iter().find(|field| field.name == name)
    }
}

/// An environment of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Environment {
    Production,
    Sandbox,
}

impl Environment {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Sandbox => "sandbox",
        }
    }
}

/// An address: `https://api.example.com/v1/orders`, or a server's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// `None` if the page doesn't say which.
    pub(crate) environment: Option<Environment>,
    /// `https://api.example.com`.
    pub(crate) origin: String,
    /// `/v1/orders`.
    pub(crate) path: String,
}

/// What the API sends by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notification {
    /// On a page the title of its section; in a spec the field that holds the address.
    pub(crate) title: String,
    pub(crate) at: Location,
    pub(crate) fields: Option<Fields>,
}

/// Whether something is sent or received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Request,
    Response,
}

impl Direction {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }
}

/// An operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) at: Location,
    /// In a spec one, without an origin; on a page every mention.
    pub(crate) paths: Vec<Placed<String>>,
    pub(crate) method: Option<Placed<String>>,
    pub(crate) addresses: Vec<Placed<Address>>,
    /// Parameters of the header, the path and the query.
    pub(crate) parameters: Option<Fields>,
    pub(crate) request: Option<Fields>,
    pub(crate) response: Option<Fields>,
    pub(crate) notifications: Vec<Notification>,
}

impl Operation {
    /// Creates an operation of which nothing is known.
    pub(crate) fn at(at: Location) -> Self {
        Self {
            at,
            paths: Vec::new(),
            method: None,
            addresses: Vec::new(),
            parameters: None,
            request: None,
            response: None,
            notifications: Vec::new(),
        }
    }

    /// Returns the fields of one direction's body.
    pub(crate) fn body(&self, direction: Direction) -> Option<&Fields> {
        match direction {
            Direction::Request => self.request.as_ref(),
            Direction::Response => self.response.as_ref(),
        }
    }
}
