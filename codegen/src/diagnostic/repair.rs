//! What was mended in a document so that it can be read.

/// Raised for each repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RepairProblem {
    /// A response without description got an empty one.
    ResponseDescription,
    /// What stood beside a schema's reference was kept, as `allOf`.
    SchemaSibling(String),
    /// A path parameter got the name that its path has for it.
    PathParameterName(String, String),
    /// The same, and the path says that the value may be several segments.
    PathSegments(String, String),
    /// A type as another language calls it.
    TypeWord {
        /// As it is written.
        word: &'static str,
        /// The type of OpenAPI.
        meant: &'static str,
        /// The format that the word says.
        format: Option<&'static str>,
    },
    /// What a value is stands one level too high: the word, and below which it belongs.
    Above(&'static str, &'static str),
    /// A parameter that is the content of the request, by its place.
    BodyParameter(String),
    /// A body of a request without a media type.
    NoContent,
    /// A security scheme whose type is the scheme of HTTP.
    HttpScheme(&'static str),
    /// A part of a form is XML, by its name.
    XmlPart(String),
    /// An alternative says only that the value may be null.
    NullObject,
    /// A path whose parameters are marked otherwise got braces.
    PathSpelling(String),
    /// A schema is the name of a type alone.
    SchemaOfOneWord(String),
}

impl RepairProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::ResponseDescription => "W0180",
            Self::SchemaSibling(_) => "W0181",
            Self::PathParameterName(..) | Self::PathSegments(..) => "W0182",
            Self::TypeWord { .. } => "W0183",
            Self::HttpScheme(_) => "W0184",
            Self::BodyParameter(_) => "W0187",
            Self::NoContent => "W0188",
            Self::Above(..) => "W0189",
            Self::SchemaOfOneWord(_) => "W0185",
            Self::PathSpelling(_) => "W0186",
            Self::NullObject => "W0196",
            Self::XmlPart(_) => "W0197",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::ResponseDescription => "this response has no description".into(),
            Self::SchemaSibling(key) => format!("`{key}` stands beside `$ref`"),
            Self::PathParameterName(name, to) | Self::PathSegments(name, to) => {
                format!("the path parameter `{name}` is called `{to}` in the path")
            }
            Self::TypeWord { word, .. } => format!("`{word}` is no type of OpenAPI"),
            Self::HttpScheme(word) => {
                format!("this security scheme is HTTP's `{word}`, said otherwise")
            }
            Self::XmlPart(name) => format!("the part `{name}` is XML, which is not written"),
            Self::NullObject => "this alternative says only that the value may be null".into(),
            Self::PathSpelling(_) => {
                "this path's parameters don't stand in braces of OpenAPI".into()
            }
            Self::BodyParameter(place) => format!("OpenAPI 3 has no parameters `in: {place}`"),
            Self::NoContent => "this body has no content".into(),
            Self::Above(key, below) => format!("`{key}` stands where `{below}` should stand"),
            Self::SchemaOfOneWord(word) => {
                format!("a schema must stand here, and not the word `{word}`")
            }
        }
    }

    pub(super) fn help(&self) -> String {
        match self {
            Self::PathParameterName(_, to) => {
                format!("let the two agree. It is read as `{to}`: what is sent is the same")
            }
            Self::TypeWord { meant, format, .. } => match format {
                Some(format) => {
                    format!("write `type: {meant}` and `format: {format}`, as which it is read")
                }
                None => format!("write `type: {meant}`, as which it is read"),
            },
            Self::Above("$ref", _) => {
                "write it below `content`, `application/json` and `schema`, as which it is read"
                    .into()
            }
            Self::Above(_, below) => {
                format!("Swagger 2.0 has it so: write it below `{below}`, as which it is read")
            }
            Self::HttpScheme(word) => {
                format!("write `type: http` and `scheme: {word}`, as which it is read")
            }
            Self::PathSpelling(mended) => format!("write `{mended}`, as which it is read"),
            Self::SchemaOfOneWord(word) => {
                format!("write `{{type: {word}}}`, as which it is read")
            }
            other => other.advice().into(),
        }
    }

    /// The help that says the same wherever it is given.
    fn advice(&self) -> &'static str {
        match self {
            Self::ResponseDescription => {
                "OpenAPI 3.0 requires one: add `description`, in an overlay if the document isn't yours. It is read as an empty one"
            }
            Self::PathSegments(..) => {
                "OpenAPI has no such expressions. It is read as where they come from: a `/` in its value is sent as it is"
            }
            Self::BodyParameter(_) => {
                "Swagger 2.0 has them: write `requestBody` beside `parameters`, as which it is read"
            }
            Self::NoContent => "name a media type below `content`. Until then nothing is sent",
            Self::NullObject => {
                "write `nullable: true` beside the others, as which it is read: any object would be of this alternative"
            }
            Self::SchemaSibling(_) => {
                "OpenAPI 3.0 ignores it. It is read as if the reference stood in an `allOf` beside it: write it so"
            }
            Self::XmlPart(_) => "the caller gives its text",
            _ => "write it as OpenAPI has it",
        }
    }
}
