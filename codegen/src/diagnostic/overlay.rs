//! What can be wrong with an overlay.

use super::Code;
use super::describe::Describe;

/// Raised while an overlay is applied.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum OverlayProblem {
    /// It doesn't say that it is one.
    NotAnOverlay,
    /// An overlay of another version.
    Version(String),
    /// No document has its name.
    NoDocument(String),
    /// It says that it is for another document.
    Extends { given: String, applied_to: String },
    /// It does nothing.
    NoActions,
    /// An action that does nothing.
    EmptyAction,
    /// A target that is no JSONPath.
    Path { reason: String, position: usize },
    /// A target that selects nothing.
    NothingSelected(String),
    /// An update that changes nothing.
    NoChange,
    /// A target that can't be updated.
    TargetKind(&'static str),
    /// An update that can't be merged.
    UpdateKind(&'static str),
    /// An update that is ignored.
    UpdateBesideRemove,
    /// The whole document is removed.
    RemovesAll,
}

impl Describe for OverlayProblem {
    fn code(&self) -> Code {
        match self {
            Self::NotAnOverlay | Self::Version(_) => Code::E0110,
            Self::NoDocument(_) | Self::Extends { .. } => Code::E0112,
            Self::NoActions
            | Self::EmptyAction
            | Self::NothingSelected(_)
            | Self::NoChange
            | Self::UpdateBesideRemove => Code::E0114,
            Self::Path { .. } | Self::TargetKind(_) | Self::UpdateKind(_) | Self::RemovesAll => {
                Code::E0116
            }
        }
    }

    fn message(&self) -> String {
        match self {
            Self::NotAnOverlay => "missing `overlay: 1.0.0` in this overlay".into(),
            Self::Version(version) => format!("unsupported Overlay version `{version}`"),
            Self::NoDocument(name) => format!("unknown document `{name}`"),
            Self::Extends { given, applied_to } => {
                format!("this overlay extends `{given}`, but its name applies it to `{applied_to}`")
            }
            Self::NoActions => "this overlay has no actions".into(),
            Self::EmptyAction => "this action neither updates nor removes".into(),
            Self::Path { reason, position } => {
                let from = position + 1;
                format!("invalid JSONPath at character {from}: {reason}")
            }
            Self::NothingSelected(_) => "this target selects nothing".into(),
            Self::NoChange => "this update changes nothing".into(),
            Self::TargetKind(kind) => format!("this target selects {kind}, which can't be updated"),
            Self::UpdateKind(kind) => format!("{kind} can't be merged into an object"),
            Self::UpdateBesideRemove => "`update` beside `remove: true` has no effect".into(),
            Self::RemovesAll => "this target selects the whole document".into(),
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::NotAnOverlay | Self::Version(_) => "write `overlay: 1.0.0` at the top",
            Self::NoDocument(_) => {
                "rename it: `name.overlay.yaml` belongs to `name.json` or `name.yaml` beside it"
            }
            Self::Extends { .. } => "make the two agree, or remove `extends`",
            Self::NoActions | Self::EmptyAction => "add `update` or `remove: true`, or remove it",
            Self::Path { .. } => "write the target as in RFC 9535: `$.paths['/a'].get`",
            Self::NothingSelected(_) => {
                "fix the target, or remove the action if the document no longer has this part"
            }
            Self::NoChange => "remove the action; the document already has these values",
            Self::TargetKind(_) => "select the object around it and name the key in `update`",
            Self::UpdateKind(_) => "write an object with the keys to change",
            Self::UpdateBesideRemove => "keep one of the two",
            Self::RemovesAll => "select the part to remove",
        };
        help.into()
    }
}
