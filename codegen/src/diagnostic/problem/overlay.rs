//! What can be wrong with an overlay.

use crate::diagnostic::Code;
use crate::diagnostic::describe::Describe;
use crate::diagnostic::kinds::JsonKind;

/// Reported while an overlay is applied.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the words of the messages")]
pub enum OverlayProblem {
    /// An overlay without `overlay: 1.0.0`.
    MissingVersion,
    /// An overlay of another version.
    UnsupportedVersion(String),
    /// An overlay without a document of its name.
    UnknownDocument(String),
    /// An overlay whose `extends` names another document than its file name.
    ExtendsMismatch { given: String, applied_to: String },
    /// An overlay without actions.
    NoActions,
    /// An action that neither updates nor removes.
    EmptyAction,
    /// A target that is not a JSONPath.
    InvalidPath { reason: String, position: usize },
    /// A target that selects nothing.
    NothingSelected,
    /// An update that changes nothing.
    NoChange,
    /// A target that can't be updated.
    TargetKind(JsonKind),
    /// An update that can't be merged.
    UpdateKind(JsonKind),
    /// An update that is ignored.
    UpdateBesideRemove,
    /// An action that removes the whole document.
    RemovesAll,
}

impl Describe for OverlayProblem {
    fn code(&self) -> Code {
        match self {
            Self::MissingVersion | Self::UnsupportedVersion(_) => Code::E0110,
            Self::UnknownDocument(_) | Self::ExtendsMismatch { .. } => Code::E0112,
            Self::NoActions
            | Self::EmptyAction
            | Self::NothingSelected
            | Self::NoChange
            | Self::UpdateBesideRemove => Code::E0114,
            Self::InvalidPath { .. }
            | Self::TargetKind(_)
            | Self::UpdateKind(_)
            | Self::RemovesAll => Code::E0116,
        }
    }

    fn message(&self) -> String {
        match self {
            Self::MissingVersion => "missing `overlay: 1.0.0` in this overlay".into(),
            Self::UnsupportedVersion(version) => format!("unsupported Overlay version `{version}`"),
            Self::UnknownDocument(name) => format!("unknown document `{name}`"),
            Self::ExtendsMismatch { given, applied_to } => {
                format!("this overlay extends `{given}`, but its name applies it to `{applied_to}`")
            }
            Self::NoActions => "this overlay has no actions".into(),
            Self::EmptyAction => "this action neither updates nor removes".into(),
            Self::InvalidPath { reason, position } => {
                let from = position + 1;
                format!("invalid JSONPath at character {from}: {reason}")
            }
            Self::NothingSelected => "this target selects nothing".into(),
            Self::NoChange => "this update changes nothing".into(),
            Self::TargetKind(kind) => format!("this target selects {kind}, which can't be updated"),
            Self::UpdateKind(kind) => format!("{kind} can't be merged into an object"),
            Self::UpdateBesideRemove => "`update` beside `remove: true` has no effect".into(),
            Self::RemovesAll => "this target selects the whole document".into(),
        }
    }

    fn help(&self) -> String {
        let help = match self {
            Self::MissingVersion | Self::UnsupportedVersion(_) => {
                "write `overlay: 1.0.0` at the top"
            }
            Self::UnknownDocument(_) => {
                "rename it: `name.overlay.yaml` belongs to `name.json` or `name.yaml` beside it"
            }
            Self::ExtendsMismatch { .. } => "make the two agree, or remove `extends`",
            Self::NoActions | Self::EmptyAction => "add `update` or `remove: true`, or remove it",
            Self::InvalidPath { .. } => "write the target as in RFC 9535: `$.paths['/a'].get`",
            Self::NothingSelected => {
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
