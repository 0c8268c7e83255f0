//! What a comparison found: one difference, with its place on the page and its place in the spec.

use std::fmt;

use codegen::source::Location;

/// What differs. The names of the kinds are what `x-differs` has as `what`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A page, or a part of one, that can't be understood.
    Unreadable,
    /// The address of an operation.
    Address,
    /// The HTTP method of an operation.
    Method,
    /// The host of an environment.
    Environment,
    /// A parameter or field that is on one side alone.
    Field,
    /// The type of a field.
    Type,
    /// Whether a field is required.
    Required,
    /// A notification that is on one side alone, or the field that it is named after.
    Notification,
    /// A sample that is not JSON and was repaired.
    Syntax,
    /// A sample that the schema refuses.
    Sample,
    /// A sample that is not the spec's example of it.
    Example,
    /// An embedded OpenAPI document.
    Structure,
    /// A text of an embedded OpenAPI document.
    Text,
    /// The English and the Turkish page.
    Languages,
    /// A link to a page that no `x-source` names.
    Link,
    /// An `x-source` that names a page or section that the lock doesn't have.
    Source,
    /// A page that is not what the lock recorded.
    Changed,
    /// An acknowledgement that is malformed, or that nothing needs any more.
    Acknowledgement,
}

/// The kinds that an acknowledgement can settle.
const ACKNOWLEDGED: [Kind; 14] = [
    Kind::Address,
    Kind::Method,
    Kind::Environment,
    Kind::Field,
    Kind::Type,
    Kind::Required,
    Kind::Notification,
    Kind::Syntax,
    Kind::Sample,
    Kind::Example,
    Kind::Structure,
    Kind::Text,
    Kind::Languages,
    Kind::Link,
];

impl Kind {
    /// Returns the kind of that name, if an acknowledgement can settle it.
    pub(crate) fn acknowledged(name: &str) -> Option<Self> {
        ACKNOWLEDGED.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the kind's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Address => "address",
            Self::Method => "method",
            Self::Environment => "environment",
            Self::Field => "field",
            Self::Type => "type",
            Self::Required => "required",
            Self::Notification => "notification",
            Self::Syntax => "syntax",
            Self::Sample => "sample",
            Self::Example => "example",
            Self::Structure => "structure",
            Self::Text => "text",
            Self::Languages => "languages",
            Self::Link => "link",
            Self::Source => "source",
            Self::Changed => "changed",
            Self::Acknowledgement => "acknowledgement",
        }
    }

    /// Returns whether it is a matter of texts and repairs, and not of what is sent or received.
    pub(crate) fn is_minor(self) -> bool {
        matches!(self, Self::Syntax | Self::Text | Self::Link | Self::Changed)
    }

    /// Returns whether an acknowledgement can settle it.
    pub(crate) fn can_be_acknowledged(self) -> bool {
        ACKNOWLEDGED.contains(&self)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a page says that doesn't have something.
pub(crate) const NOTHING: &str = "nothing";

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) kind: Kind,
    /// What differs, in one sentence.
    pub(crate) text: String,
    /// The page's name; empty if no page is concerned.
    pub(crate) page: String,
    /// What the page has, in a word: what an acknowledgement quotes.
    pub(crate) page_says: String,
    /// Where the page says it.
    pub(crate) page_at: Option<Location>,
    /// Where the spec says something else, or where it would belong.
    pub(crate) spec_at: Option<Location>,
    /// Other places, each with a label.
    pub(crate) also: Vec<(Location, String)>,
    /// The facts that cite what changed.
    pub(crate) cited_by: Vec<Location>,
    /// What to do, where it is not what [`Finding::help`] says anyway.
    pub(crate) advice: Option<String>,
}

impl Finding {
    /// Creates a finding without places.
    pub(crate) fn new(kind: Kind, page: &str, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            page: page.to_owned(),
            page_says: String::new(),
            page_at: None,
            spec_at: None,
            also: Vec::new(),
            cited_by: Vec::new(),
            advice: None,
        }
    }

    /// Adds what the page says, and where.
    pub(crate) fn said(mut self, says: impl Into<String>, at: &Location) -> Self {
        self.page_says = says.into();
        self.page_at = Some(at.clone());
        self
    }

    /// Adds the place in the spec.
    pub(crate) fn in_spec(mut self, at: &Location) -> Self {
        self.spec_at = Some(at.clone());
        self
    }

    /// Adds what to do.
    pub(crate) fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// Returns what to do about it.
    pub(crate) fn help(&self) -> Option<String> {
        if self.advice.is_some() || !self.kind.can_be_acknowledged() || self.spec_at.is_none() {
            return self.advice.clone();
        }
        let Self {
            page,
            kind,
            page_says,
            ..
        } = self;
        let says = serde_json::Value::from(page_says.as_str());
        Some(format!(
            "change the spec, or acknowledge it there: `x-differs: [{{page: {page}, what: {kind}, page-says: {says}, why: …}}]`"
        ))
    }
}
