//! Why a part isn't wholly typed: each diagnostic that tells of a loss belongs to the innermost part around its place.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics, Level};
use crate::read::{Item, ItemKind};
use crate::source::Location;

use super::{Exception, Reason, State};

/// The reasons that are known, by place.
pub(super) struct Reasons {
    /// By file and pointer of the part that they belong to.
    by_place: BTreeMap<(String, String), Vec<Reason>>,
    /// Those that belong to no part, each with whether a part is missing because of it.
    rest: Vec<(Reason, bool)>,
}

impl Reasons {
    pub(super) fn of(
        items: &[Item],
        remarks: &[(Location, String)],
        diagnostics: &Diagnostics,
    ) -> Self {
        let places = items
            .iter()
            .flat_map(|item| [(key(&item.at), item.kind), (key(&item.used), item.kind)])
            .collect();
        let mut reasons = Self {
            by_place: BTreeMap::new(),
            rest: Vec::new(),
        };
        for diagnostic in diagnostics
            .iter()
            .filter(|diagnostic| tells(diagnostic.problem.code()))
        {
            let code = Some(diagnostic.problem.code());
            let text = diagnostic.problem.message();
            let at = diagnostic.at.clone();
            reasons.add(&places, Reason { code, text, at });
        }
        for (at, text) in remarks {
            let text = text.clone();
            reasons.add(
                &places,
                Reason {
                    code: None,
                    text,
                    at: at.clone(),
                },
            );
        }
        reasons
    }

    /// To the innermost part around it; what is said of a content is said of what has it too.
    fn add(&mut self, places: &BTreeMap<(String, String), ItemKind>, reason: Reason) {
        let mut place = Some(reason.at.clone());
        while let Some(at) = place {
            if let Some(part) = places.get(&key(&at)) {
                let known = self.by_place.entry(key(&at)).or_default();
                known.push(reason.clone());
                if *part != ItemKind::Content {
                    return;
                }
            }
            place = at.parent();
        }
        self.rest.push((reason, false));
    }

    /// Those of a part; where it isn't typed and nothing is known, the reason that is left.
    pub(super) fn take(&mut self, item: &Item, state: State) -> Vec<Reason> {
        let mut found = self.known(&item.at);
        if item.used != item.at {
            found.extend(self.known(&item.used));
        }
        if found.is_empty() && state == State::NotGenerated {
            found.extend(self.above(&item.at));
        }
        if found.is_empty() && state != State::Typed {
            let text = match state {
                State::NotGenerated => "what it belongs to is not generated",
                _ => "its schema says nothing about the value, or refers to one that doesn't",
            };
            found.push(Reason {
                code: None,
                text: text.to_owned(),
                at: item.at.clone(),
            });
        }
        found
    }

    /// What is told of something around a part that is no part: of a path.
    fn above(&mut self, at: &Location) -> Option<Reason> {
        let is_above = |reason: &Reason| {
            let rest = at.pointer().strip_prefix(reason.at.pointer());
            reason.at.file() == at.file() && rest.is_some_and(|rest| rest.starts_with('/'))
        };
        let (reason, is_told) = self.rest.iter_mut().find(|(reason, _)| is_above(reason))?;
        *is_told = true;
        Some(reason.clone())
    }

    fn known(&self, at: &Location) -> Vec<Reason> {
        self.by_place.get(&key(at)).cloned().unwrap_or_default()
    }

    /// What belongs to no part.
    pub(super) fn rest(self) -> impl Iterator<Item = Exception> {
        let rest = self.rest.into_iter().filter(|(_, is_told)| !is_told);
        rest.map(|(reason, _)| Exception {
            kind: None,
            name: reason.text.clone(),
            state: State::Typed,
            at: reason.at.clone(),
            uses: 1,
            on_purpose: false,
            reasons: vec![reason],
        })
    }
}

/// Whether the only reasons are the standard's own.
pub(super) fn on_purpose(reasons: &[Reason]) -> bool {
    let ignored = |reason: &Reason| reason.code.map(Code::level) == Some(Level::Ignored);
    !reasons.is_empty() && reasons.iter().all(ignored)
}

fn tells(code: Code) -> bool {
    code.is_loss() || code.level() == Level::Ignored
}

fn key(at: &Location) -> (String, String) {
    (at.file().to_string(), at.pointer().to_owned())
}
