//! What can be wrong with the syntax of a file, and with its size.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;
use crate::diagnostic::kinds::JsonKind;

/// Reported while a file is parsed as JSON or YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxProblem {
    /// Invalid JSON or YAML.
    Invalid {
        /// `JSON` or `YAML`.
        format: &'static str,
        /// The parser's message.
        reason: String,
        /// The probable cause.
        hint: Option<SyntaxHint>,
    },
    /// The file is something else than an OpenAPI document.
    OtherDocument(OtherDocument),
    /// An object has the same key twice.
    DuplicateKey(String),
    /// `openapiv3` rejects the document, although the grammar accepted it.
    RejectedByOpenapiv3(String),
    /// More levels of nesting than are read.
    TooDeep(usize),
    /// Longer keys than are stored.
    LongLocation(usize),
    /// Two documents would be the same module.
    DuplicateDocumentName(String, String),
}

/// A common cause of a syntax error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxHint {
    /// A tab where YAML needs spaces.
    Tab,
    /// A YAML indicator at the start of an unquoted string.
    Indicator(char),
    /// A colon in an unquoted string, or a line that is indented too far.
    Colon,
    /// A line that is indented like none above it, or a quote inside quotes.
    Indentation,
    /// A brace, a bracket or a quote that is not closed.
    Unclosed,
    /// `---`, and another document after it.
    SeveralDocuments,
    /// A comma with nothing after it.
    TrailingComma,
    /// A comment in JSON.
    Comment,
    /// Single quotes in JSON.
    SingleQuotes,
    /// A file that ends too early.
    Truncated,
}

impl SyntaxHint {
    fn help(self) -> String {
        match self {
            Self::Tab => "indent with spaces; YAML does not allow tabs".into(),
            Self::Indicator(indicator) => {
                format!("quote the string; unquoted, it can't start with `{indicator}`")
            }
            Self::Colon => {
                "quote the string if it contains `: `; otherwise check the indentation".into()
            }
            Self::Indentation => {
                "align this line with its siblings; in a single-quoted string, write `''` for a quote".into()
            }
            Self::Unclosed => "close the brace, bracket or quote that is opened here or above".into(),
            Self::SeveralDocuments => "move each document to its own file; `---` starts another document".into(),
            Self::TrailingComma => "remove the comma; in JSON an element must follow it".into(),
            Self::Comment => "remove the comment; JSON has none, and YAML starts them with `#`".into(),
            Self::SingleQuotes => "write `\"` around keys and strings; JSON has no other quotes".into(),
            Self::Truncated => "save or download the whole file; the text ends too early".into(),
        }
    }
}

/// What a file is, if not an OpenAPI document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherDocument {
    /// An empty file.
    Empty,
    /// HTML or XML.
    Markup,
    /// UTF-16.
    Utf16,
    /// An AsyncAPI document.
    AsyncApi,
    /// An overlay whose file name doesn't say so.
    Overlay,
    /// A JSON Schema.
    JsonSchema,
    /// A Postman collection.
    Postman,
    /// A string, a list and the like.
    Value(JsonKind),
    /// An object without the fields of an OpenAPI document.
    Unknown,
}

impl OtherDocument {
    fn message(self) -> String {
        match self {
            Self::Empty => "this document is empty".into(),
            Self::Markup => "expected an OpenAPI document, found HTML or XML".into(),
            Self::Utf16 => "this file is not UTF-8".into(),
            Self::AsyncApi => "expected an OpenAPI document, found an AsyncAPI document".into(),
            Self::Overlay => "expected an OpenAPI document, found an overlay".into(),
            Self::JsonSchema => "expected an OpenAPI document, found a JSON Schema".into(),
            Self::Postman => "expected an OpenAPI document, found a Postman collection".into(),
            Self::Value(what) => format!("expected an OpenAPI document, found {what}"),
            Self::Unknown => {
                "expected an OpenAPI document, found an object without `openapi` and `paths`".into()
            }
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::Empty | Self::Unknown | Self::Value(_) => {
                "start the document with `openapi: 3.0.3`, and add `info` and `paths`"
            }
            Self::Markup => "download the document that the page shows, not the page",
            Self::Utf16 => "save it as UTF-8; it looks like UTF-16",
            Self::AsyncApi => {
                "nothing can be generated from it: it describes messages and not requests"
            }
            Self::Overlay => {
                "rename it: `orders.overlay.yaml` is applied to `orders.yaml` beside it"
            }
            Self::JsonSchema => {
                "move it to `components/schemas` of a document, or refer to it with `$ref`"
            }
            Self::Postman => "convert it to OpenAPI 3.0 first",
        }
    }
}

impl Describe for SyntaxProblem {
    fn code(&self) -> Code {
        match self {
            Self::Invalid { .. } => Code::E0100,
            Self::DuplicateKey(_) => Code::W0101,
            Self::DuplicateDocumentName(..) => Code::W0102,
            Self::RejectedByOpenapiv3(_) => Code::E0900,
            Self::TooDeep(_) | Self::LongLocation(_) => Code::W0104,
            Self::OtherDocument(_) => Code::E0105,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Invalid { format, reason, .. } => {
                format!("this is not valid {format}: {reason}")
            }
            Self::OtherDocument(other) => other.message(),
            Self::DuplicateKey(key) => format!("duplicate key `{key}`"),
            Self::TooDeep(most) => format!("nested more than {most} levels deep"),
            Self::LongLocation(most) => {
                format!("the path of keys to this location has more than {most} characters")
            }
            Self::RejectedByOpenapiv3(reason) => format!("rejected by `openapiv3`: {reason}"),
            Self::DuplicateDocumentName(name, _) => format!("duplicate document name `{name}`"),
        }
    }

    fn help(&self) -> String {
        match self {
            Self::Invalid { hint, .. } => {
                let hint = hint.map_or_else(|| "fix the syntax here".to_owned(), SyntaxHint::help);
                format!("{hint}; the rest of this file is not checked until then")
            }
            Self::OtherDocument(other) => other.help().into(),
            Self::DuplicateKey(_) => {
                "keep one of the two; the last one is used, as in most parsers".into()
            }
            Self::TooDeep(_) => "move inner schemas to `components` and refer to them".into(),
            Self::LongLocation(_) => {
                "shorten the names; a location this long can't be reported".into()
            }
            Self::RejectedByOpenapiv3(_) => {
                "report this document as a bug: the generator should have found the fault itself"
                    .into()
            }
            Self::DuplicateDocumentName(_, instead) => format!(
                "rename one of the two; the generated module is named after the file, and this one is named `{instead}` until then"
            ),
        }
    }
}
