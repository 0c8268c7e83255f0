//! What can be wrong with a text before it is a tree.

use super::Code;
use super::describe::Describe;

/// Raised while a text is read as JSON or YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxProblem {
    /// The parser gave up.
    Unreadable {
        /// `JSON` or `YAML`.
        format: &'static str,
        /// The parser's words.
        reason: String,
        /// What was probably done, where the text tells.
        slip: Option<Slip>,
    },
    /// It is something else than a document of OpenAPI.
    NoDocument(Instead),
    /// A key stands twice in one object.
    DuplicateKey(String),
    /// The library that holds documents doesn't take it, though the grammar found nothing wrong.
    NotOpenApi(String),
    /// More levels than are followed.
    TooDeep(usize),
    /// Longer keys than are kept.
    LongPlace(usize),
    /// Two documents would become the same module.
    SameName(String, String),
}

/// What is often done wrong in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A tab where YAML wants spaces.
    Tab,
    /// A sign with a meaning of its own at the start of an unquoted text.
    Sign(char),
    /// A colon in an unquoted text, or a line that is indented too far.
    Colon,
    /// A line that is indented like none above it, or a quote inside of quotes.
    Indentation,
    /// Something that was opened is not closed.
    Open,
    /// `---` and another document behind it.
    SeveralDocuments,
    /// A comma with nothing behind it.
    TrailingComma,
    /// A comment in JSON.
    Comment,
    /// Single quotes in JSON.
    SingleQuotes,
    /// The text ends in the middle.
    CutOff,
}

impl Slip {
    fn help(self) -> String {
        match self {
            Self::Tab => "indent with spaces; YAML does not allow tabs".into(),
            Self::Sign(sign) => {
                format!("quote the string; unquoted, it can't start with `{sign}`")
            }
            Self::Colon => {
                "quote the string if it contains `: `; otherwise check the indentation".into()
            }
            Self::Indentation => {
                "align this line with its siblings; in a single-quoted string, write `''` for a quote".into()
            }
            Self::Open => "close the brace, bracket or quote that is opened here or above".into(),
            Self::SeveralDocuments => "move each document to its own file; `---` starts another document".into(),
            Self::TrailingComma => "remove the comma; in JSON an element must follow it".into(),
            Self::Comment => "remove the comment; JSON has none, and YAML starts them with `#`".into(),
            Self::SingleQuotes => "write `\"` around keys and strings; JSON has no other quotes".into(),
            Self::CutOff => "save or download the whole file; the text ends too early".into(),
        }
    }
}

/// What a text is instead of a document of OpenAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Nothing at all.
    Nothing,
    /// HTML or XML.
    Markup,
    /// In two bytes a letter.
    Utf16,
    /// AsyncAPI.
    Messages,
    /// An overlay whose name doesn't say so.
    Overlay,
    /// A JSON Schema.
    Schema,
    /// A collection of requests.
    Collection,
    /// A text, a list and the like.
    Value(&'static str),
    /// An object of which nothing is known.
    Unknown,
}

impl Instead {
    fn message(self) -> String {
        match self {
            Self::Nothing => "this document is empty".into(),
            Self::Markup => "expected an OpenAPI document, found HTML or XML".into(),
            Self::Utf16 => "this file is not UTF-8".into(),
            Self::Messages => "expected an OpenAPI document, found an AsyncAPI document".into(),
            Self::Overlay => "expected an OpenAPI document, found an overlay".into(),
            Self::Schema => "expected an OpenAPI document, found a JSON Schema".into(),
            Self::Collection => "expected an OpenAPI document, found a Postman collection".into(),
            Self::Value(what) => format!("expected an OpenAPI document, found {what}"),
            Self::Unknown => {
                "expected an OpenAPI document, found an object without `openapi` and `paths`".into()
            }
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::Nothing | Self::Unknown | Self::Value(_) => {
                "start the document with `openapi: 3.0.3`, and add `info` and `paths`"
            }
            Self::Markup => "download the document that the page shows, not the page",
            Self::Utf16 => "save it as UTF-8; it looks like UTF-16",
            Self::Messages => {
                "nothing can be generated from it: it describes messages and not requests"
            }
            Self::Overlay => {
                "rename it: `orders.overlay.yaml` is applied to `orders.yaml` beside it"
            }
            Self::Schema => {
                "move it to `components/schemas` of a document, or refer to it with `$ref`"
            }
            Self::Collection => "convert it to OpenAPI 3.0 first",
        }
    }
}

impl Describe for SyntaxProblem {
    fn code(&self) -> Code {
        match self {
            Self::Unreadable { .. } => Code::E0100,
            Self::DuplicateKey(_) => Code::W0101,
            Self::SameName(..) => Code::W0102,
            Self::NotOpenApi(_) => Code::E0900,
            Self::TooDeep(_) | Self::LongPlace(_) => Code::W0104,
            Self::NoDocument(_) => Code::E0105,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Unreadable { format, reason, .. } => {
                format!("this is not valid {format}: {reason}")
            }
            Self::NoDocument(instead) => instead.message(),
            Self::DuplicateKey(key) => format!("duplicate key `{key}`"),
            Self::TooDeep(most) => format!("nested more than {most} levels deep"),
            Self::LongPlace(most) => {
                format!("the path of keys to this location has more than {most} characters")
            }
            Self::NotOpenApi(reason) => format!("rejected by `openapiv3`: {reason}"),
            Self::SameName(name, _) => format!("duplicate document name `{name}`"),
        }
    }

    fn help(&self) -> String {
        match self {
            Self::Unreadable { slip, .. } => {
                let slip = slip.map_or_else(|| "fix the syntax here".to_owned(), Slip::help);
                format!("{slip}; the rest of this file is not checked until then")
            }
            Self::NoDocument(instead) => instead.help().into(),
            Self::DuplicateKey(_) => {
                "keep one of the two; the last one is used, as in most parsers".into()
            }
            Self::TooDeep(_) => "move inner schemas to `components` and refer to them".into(),
            Self::LongPlace(_) => {
                "shorten the names; a location this long can't be reported".into()
            }
            Self::NotOpenApi(_) => {
                "report this document as a bug: the generator should have found the fault itself"
                    .into()
            }
            Self::SameName(_, instead) => format!(
                "rename one of the two; the generated module is named after the file, and this one is named `{instead}` until then"
            ),
        }
    }
}
