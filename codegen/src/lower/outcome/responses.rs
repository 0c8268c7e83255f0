//! The members of an operation's documented responses.

use crate::diagnostic::OutcomeProblem;
use crate::diagnostic::similar::similar;
use crate::ir::{FieldRef, Media, Statuses, Tolerance};
use crate::source::Location;

use crate::lower::context::{Context, Out};
use crate::lower::facts::members::properties;
use crate::lower::facts::members::properties::Properties;
use crate::lower::facts::traits::Traits;
use crate::lower::operation::{Site, media, response};

/// The members of each documented response, the most specific statuses first.
pub(crate) struct Responses<'d> {
    documented: Vec<(Statuses, Properties<'d>)>,
}

impl<'d> Responses<'d> {
    pub(crate) fn of(cx: &Context<'d>, site: &Site<'d>) -> Self {
        let documented = response::documented(cx, site).into_iter();
        Self {
            documented: documented
                .map(|(statuses, resolved)| {
                    let at = resolved.item.at.child("content");
                    let members = match media::preferred(cx, &at, &resolved.item.value.content) {
                        Some(entry) if entry.media == Media::Json => entry
                            .schema
                            .map(|schema| properties::of(cx.document, &schema))
                            .unwrap_or_default(),
                        _ => Properties::new(),
                    };
                    (statuses, members)
                })
                .collect(),
        }
    }

    /// Returns the members of the response that documents a status.
    pub(crate) fn members(&self, status: u16) -> Option<&Properties<'d>> {
        let fits = |statuses: Statuses| match statuses {
            Statuses::Exact(exact) => exact == status,
            Statuses::Range(digit) => u16::from(digit) == status / 100,
            Statuses::Default => true,
        };
        let mut documented = self.documented.iter();
        let found = documented.find(|(statuses, _)| fits(*statuses));
        found.map(|(_, members)| members)
    }

    /// Returns whether the responses of all these statuses have a member of that name.
    pub(crate) fn have(&self, statuses: &[u16], name: &str) -> bool {
        let found = self.found(statuses, name);
        !found.is_empty() && found.iter().all(|(_, traits)| traits.is_some())
    }

    /// Returns a member that the responses of all these statuses have; without statuses, one that
    /// any response has. Reports if there is none.
    ///
    /// A tolerance applies only if all of the responses have it: strict decoding can prove less
    /// than intended, but never too much.
    pub(crate) fn field(
        &self,
        out: &mut Out<'_>,
        at: &Location,
        statuses: &[u16],
        name: &str,
    ) -> Option<(FieldRef, &Traits)> {
        let found = self.found(statuses, name);
        let missing = found.iter().find(|(_, traits)| traits.is_none());
        let mut traits = found.iter().filter_map(|(_, traits)| *traits);
        let Some(first) = traits.next().filter(|_| missing.is_none()) else {
            let status = missing.and_then(|(status, _)| *status);
            let problem = OutcomeProblem::UnknownResponseProperty {
                property: name.to_owned(),
                status,
                similar: self.similar(status, name),
            };
            out.report(at, problem);
            return None;
        };
        let tolerance = traits.fold(first.tolerance, |all, other| Tolerance {
            text: all.text && other.tolerance.text,
            empty: all.empty && other.tolerance.empty,
        });
        let wire = name.to_owned();
        Some((FieldRef { wire, tolerance }, first))
    }

    /// Returns the similar name of a member of that status' response; without a status, of any.
    fn similar(&self, status: Option<u16>, name: &str) -> Option<String> {
        let all = self
            .documented
            .iter()
            .flat_map(|(_, members)| members.keys());
        match status {
            Some(status) => similar(name, self.members(status)?.keys().copied()),
            None => similar(name, all.copied()),
        }
    }

    /// Returns the member in the response of each status, `None` where it is missing; without
    /// statuses, the member in each response that has it.
    fn found(&self, statuses: &[u16], name: &str) -> Vec<(Option<u16>, Option<&Traits>)> {
        if statuses.is_empty() {
            let documented = self.documented.iter();
            let having = documented.filter_map(|(_, members)| members.get(name));
            return having.map(|traits| (None, Some(traits))).collect();
        }
        let by_status = statuses.iter().map(|&status| {
            let members = self.members(status);
            (Some(status), members.and_then(|members| members.get(name)))
        });
        by_status.collect()
    }
}
