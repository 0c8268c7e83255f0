//! Why items aren't fully typed: each diagnostic about a loss belongs to the innermost item around
//! its location.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics, Level};
use crate::read::{Item, ItemKind};
use crate::source::Location;

use super::generated::key;
use super::{Exception, Reason, State};

/// The kinds of items by file and pointer.
type Items = BTreeMap<(String, String), ItemKind>;

/// All reasons of a run.
pub(super) struct Reasons {
    /// The reasons of items, by file and pointer of the item.
    by_location: BTreeMap<(String, String), Vec<Reason>>,
    /// The reasons outside of all items, and whether each was used for an item all the same.
    outside: Vec<(Reason, bool)>,
}

impl Reasons {
    /// Collects the reasons from diagnostics, and from remarks about what was generated.
    pub(super) fn of(
        items: &[Item],
        remarks: &[(Location, String)],
        diagnostics: &Diagnostics,
    ) -> Self {
        let keys = items
            .iter()
            .flat_map(|item| [(key(&item.at), item.kind), (key(&item.used), item.kind)]);
        let items = keys.collect();
        let mut reasons = Self {
            by_location: BTreeMap::new(),
            outside: Vec::new(),
        };
        let diagnostics = diagnostics.iter();
        for diagnostic in diagnostics.filter(|diagnostic| is_reason(diagnostic.problem.code())) {
            let reason = Reason {
                code: Some(diagnostic.problem.code()),
                text: diagnostic.problem.message(),
                at: diagnostic.at.clone(),
            };
            reasons.add(&items, reason);
        }
        for (at, text) in remarks {
            reasons.add(&items, without_code(text, at));
        }
        reasons
    }

    /// Adds a reason to the innermost item around it. A reason of a media type is one of the body
    /// or response as well.
    fn add(&mut self, items: &Items, reason: Reason) {
        let mut location = Some(reason.at.clone());
        while let Some(at) = location {
            if let Some(kind) = items.get(&key(&at)) {
                let known = self.by_location.entry(key(&at)).or_default();
                known.push(reason.clone());
                if *kind != ItemKind::Content {
                    return;
                }
            }
            location = at.parent();
        }
        self.outside.push((reason, false));
    }

    /// Returns the reasons of an item. An item that isn't typed has at least one.
    pub(super) fn of_item(&mut self, item: &Item, state: State) -> Vec<Reason> {
        let mut reasons = self.at(&item.at);
        if item.used != item.at {
            reasons.extend(self.at(&item.used));
        }
        if reasons.is_empty() && state == State::NotGenerated {
            let around = self.around(&item.at);
            reasons.extend(around.or_else(|| self.around(&item.used)));
        }
        if reasons.is_empty() && state != State::Typed {
            let text = match state {
                State::NotGenerated => "what contains it is not generated",
                _ => "its schema allows any value, or refers to a schema that does",
            };
            reasons.push(without_code(text, &item.at));
        }
        reasons
    }

    /// Returns the reason of something around an item that is no item itself, such as a path.
    fn around(&mut self, at: &Location) -> Option<Reason> {
        let is_around = |reason: &Reason| {
            let rest = at.pointer().strip_prefix(reason.at.pointer());
            reason.at.file() == at.file() && rest.is_some_and(|rest| rest.starts_with('/'))
        };
        let mut outside = self.outside.iter_mut();
        let (reason, is_used) = outside.find(|(reason, _)| is_around(reason))?;
        *is_used = true;
        Some(reason.clone())
    }

    /// Returns the reasons of the item at a location.
    fn at(&self, at: &Location) -> Vec<Reason> {
        self.by_location.get(&key(at)).cloned().unwrap_or_default()
    }

    /// Returns an exception for each reason that belongs to no item.
    pub(super) fn without_item(self) -> impl Iterator<Item = Exception> {
        let unused = self.outside.into_iter().filter(|(_, is_used)| !is_used);
        unused.map(|(reason, _)| Exception {
            kind: None,
            name: reason.text.clone(),
            state: State::Typed,
            at: reason.at.clone(),
            uses: 1,
            ignored_by_standard: false,
            reasons: vec![reason],
        })
    }
}

/// Creates a reason that no diagnostic reported.
fn without_code(text: &str, at: &Location) -> Reason {
    Reason {
        code: None,
        text: text.to_owned(),
        at: at.clone(),
    }
}

/// Returns whether all reasons are that the standard ignores something.
pub(super) fn are_ignored_by_standard(reasons: &[Reason]) -> bool {
    let is_ignored = |reason: &Reason| reason.code.map(Code::level) == Some(Level::Ignored);
    !reasons.is_empty() && reasons.iter().all(is_ignored)
}

/// Returns whether diagnostics with a code are reasons why something isn't typed.
fn is_reason(code: Code) -> bool {
    code.is_loss() || code.level() == Level::Ignored
}
