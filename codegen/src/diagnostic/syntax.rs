//! What can be wrong with a text before it is a tree.

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
    SameName(String),
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
            Self::Tab => "YAML is indented with spaces: put some in the place of the tab".into(),
            Self::Sign(sign) => {
                format!("put the text in quotes: without them it can't start with `{sign}`")
            }
            Self::Colon => {
                "a text that holds `: ` needs quotes around it; if it holds none, a line is indented wrongly".into()
            }
            Self::Indentation => {
                "let this line begin below one that it belongs to; in a text in single quotes write `''` for one of them".into()
            }
            Self::Open => "a brace, a bracket or a quote is opened here or above, and not closed".into(),
            Self::SeveralDocuments => "give each document a file of its own: `---` begins another".into(),
            Self::TrailingComma => "take the comma out: in JSON something must follow it".into(),
            Self::Comment => "take the comment out: JSON has none, and YAML begins them with `#`".into(),
            Self::SingleQuotes => "write `\"` around keys and texts: JSON knows no other quotes".into(),
            Self::CutOff => "the text ends too early: save or download the file as a whole".into(),
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
            Self::Markup => "this is a page of HTML or XML, and no OpenAPI document".into(),
            Self::Utf16 => "this text is not in UTF-8".into(),
            Self::Messages => "this is an AsyncAPI document, and no OpenAPI document".into(),
            Self::Overlay => "this is an overlay, and its name says that it is a document".into(),
            Self::Schema => "this is a JSON Schema, and no OpenAPI document".into(),
            Self::Collection => "this is a Postman collection, and no OpenAPI document".into(),
            Self::Value(what) => format!("this is no OpenAPI document, but {what}"),
            Self::Unknown => {
                "this is no OpenAPI document: it has neither `openapi` nor `paths`".into()
            }
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::Nothing | Self::Unknown | Self::Value(_) => {
                "a document begins with `openapi: 3.0.3`, and has `info` and `paths`"
            }
            Self::Markup => {
                "it may be a page that was downloaded: get the document that the page shows"
            }
            Self::Utf16 => "it looks like UTF-16: save it as UTF-8",
            Self::Messages => {
                "it is about messages and not about requests: nothing can be generated from it"
            }
            Self::Overlay => {
                "`orders.overlay.yaml` is applied to `orders.yaml` beside it: call it so"
            }
            Self::Schema => {
                "put it under `components/schemas` of a document, or refer to it from one by `$ref`"
            }
            Self::Collection => "convert it to OpenAPI 3.0 first",
        }
    }
}

impl SyntaxProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "E0100",
            Self::DuplicateKey(_) => "W0101",
            Self::SameName(_) => "E0102",
            Self::NotOpenApi(_) => "E0103",
            Self::TooDeep(_) => "E0104",
            Self::NoDocument(_) => "E0105",
            Self::LongPlace(_) => "E0106",
        }
    }

    pub(super) fn message(&self) -> String {
        match self {
            Self::Unreadable { format, reason, .. } => {
                format!("this is not valid {format}: {reason}")
            }
            Self::NoDocument(instead) => instead.message(),
            Self::DuplicateKey(key) => format!("`{key}` stands twice in this object"),
            Self::TooDeep(most) => format!("this is nested more than {most} levels deep"),
            Self::LongPlace(most) => {
                format!("the keys that lead here have more than {most} characters together")
            }
            Self::NotOpenApi(reason) => format!("this document can't be held: {reason}"),
            Self::SameName(name) => format!("a second document is named `{name}`"),
        }
    }

    pub(super) fn help(&self) -> String {
        match self {
            Self::Unreadable { slip, .. } => {
                let slip = slip.map_or_else(|| "mend the text here".to_owned(), Slip::help);
                format!("{slip}. Nothing else of this file was looked at")
            }
            Self::NoDocument(instead) => instead.help().into(),
            Self::DuplicateKey(_) => {
                "keep one of the two: readers differ in which they take. The last counts here, as with most of them".into()
            }
            Self::TooDeep(_) => "give inner schemas names under `components` and refer to them".into(),
            Self::LongPlace(_) => {
                "shorten the names: a place that is longer than any text about it can't be told".into()
            }
            Self::NotOpenApi(_) => {
                "the generator should have said what is wrong: please report this document".into()
            }
            Self::SameName(_) => {
                "the file's name without its ending names the generated module: rename one of the two".into()
            }
        }
    }
}
