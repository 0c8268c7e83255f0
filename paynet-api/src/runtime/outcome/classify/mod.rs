//! From a response to what it proves: a pure function of the response, the table that the document declares, and what was sent.
//!
//! It never concludes more than the table does: what does not fit is unknown.

#[cfg(test)]
mod tests;

use super::documented::Read;
use super::evidence::Evidence;
use crate::runtime::{
    Acceptance, Advice, Classification, DecodeError, Documented, ErrorBody, ErrorKind, Info,
    Outcome, Raw, Rule, RuleSet, Statuses,
};

/// What a response proves, and what it says.
pub(crate) struct Verdict<R> {
    pub(crate) conclusion: Conclusion<R>,
    pub(crate) says: Says,
}

/// What a response proves.
pub(crate) enum Conclusion<R> {
    Accepted(Acceptance, R),
    Denied(Denial),
}

/// A response that proves no success.
pub(crate) struct Denial {
    pub(crate) outcome: Outcome,
    pub(crate) kind: ErrorKind,
    /// The documented body, where it could be read.
    pub(crate) body: Option<ErrorBody>,
    /// Why it could not be.
    pub(crate) decode_error: Option<DecodeError>,
}

/// What a response says, whatever it proves.
pub(crate) struct Says {
    pub(crate) code: Option<i64>,
    pub(crate) label: Option<&'static str>,
    pub(crate) message: Option<String>,
    pub(crate) advice: Option<&'static str>,
}

/// A documented body that could be read.
enum Body<R> {
    Response(R),
    Error(ErrorBody),
}

/// Reads a response for what it proves.
pub(crate) fn judge<R: Send + Sync + 'static>(
    info: &Info,
    responses: &'static [Documented<R>],
    raw: &Raw,
    sent: &[u8],
) -> Verdict<R> {
    let evidence = Evidence::of(raw.body());
    let fits = |rule_set: &&RuleSet| {
        rule_set.statuses.contains(&raw.status())
            && evidence.tolerating(rule_set.tolerate).all(rule_set.when)
    };
    let rule_set = info.rule_sets.iter().find(fits);
    let classification = |documented| match (info.rule_sets, rule_set) {
        ([], _) => by_status(raw.status(), documented),
        (_, Some(rule_set)) => by_rule(rule_set, &evidence, sent),
        (_, None) => None,
    };
    Verdict {
        conclusion: conclude(responses, raw, classification),
        says: says(info, rule_set, raw.status(), &evidence),
    }
}

fn conclude<R: Send + Sync + 'static>(
    responses: &'static [Documented<R>],
    raw: &Raw,
    classification: impl FnOnce(Statuses) -> Option<Classification>,
) -> Conclusion<R> {
    let unknown = |kind, body, decode_error| Denial {
        outcome: Outcome::Unknown,
        kind,
        body,
        decode_error,
    };
    let Some(documented) = Documented::describing(responses, raw) else {
        return Conclusion::Denied(unknown(ErrorKind::Undocumented, None, None));
    };
    let body = match read(documented, raw) {
        Ok(body) => body,
        Err(error) => {
            return Conclusion::Denied(unknown(ErrorKind::Undecodable, None, Some(error)));
        }
    };
    match (classification(documented.statuses()), body) {
        (Some(Classification::Accepted), Body::Response(response)) => {
            Conclusion::Accepted(Acceptance::New, response)
        }
        (Some(Classification::AcceptedEarlier), Body::Response(response)) => {
            Conclusion::Accepted(Acceptance::Earlier, response)
        }
        (Some(Classification::Refused), body) => Conclusion::Denied(Denial {
            outcome: Outcome::Refused,
            ..unknown(ErrorKind::Refused, Some(body.erased()), None)
        }),
        (_, body) => Conclusion::Denied(unknown(ErrorKind::Undecided, Some(body.erased()), None)),
    }
}

impl<R: Send + Sync + 'static> Body<R> {
    fn erased(self) -> ErrorBody {
        match self {
            Self::Response(response) => ErrorBody::new(response),
            Self::Error(body) => body,
        }
    }
}

fn says(info: &Info, rule_set: Option<&RuleSet>, status: u16, evidence: &Evidence<'_>) -> Says {
    let view = rule_set.map(|rule_set| evidence.tolerating(rule_set.tolerate));
    let code = rule_set.and_then(|rule_set| rule_set.code);
    let number = view
        .zip(code)
        .and_then(|(view, code)| view.integer(code.member));
    Says {
        code: number,
        label: code
            .zip(number)
            .and_then(|(code, number)| (code.label)(number)),
        message: view
            .zip(rule_set.and_then(|rule_set| rule_set.message))
            .and_then(|(view, member)| view.text(member)),
        advice: advice(info, status, evidence),
    }
}

fn read<R>(documented: &Documented<R>, raw: &Raw) -> Result<Body<R>, DecodeError> {
    match documented.read() {
        Read::Success(read) => read(raw).map(Body::Response),
        Read::Error(read) => read(raw).map(Body::Error),
    }
}

fn by_rule(rule_set: &RuleSet, evidence: &Evidence<'_>, sent: &[u8]) -> Option<Classification> {
    let sent = Evidence::of(sent);
    let view = evidence.tolerating(rule_set.tolerate);
    let decides =
        |rule: &&Rule| view.all(rule.when) && !rule.unless_sent.iter().any(|name| sent.names(name));
    rule_set
        .rules
        .iter()
        .find(decides)
        .map(|rule| rule.classification)
}

/// What a status alone proves, where the document declares no more.
fn by_status(status: u16, documented: Statuses) -> Option<Classification> {
    match status {
        200..300 => Some(Classification::Accepted),
        // RFC 9110, 15.5.9: somebody on the way gave up waiting. A catch-all does not make that a refusal.
        408 if documented != Statuses::Exact(408) => None,
        400..500 => Some(Classification::Refused),
        _ => None,
    }
}

fn advice(info: &Info, status: u16, evidence: &Evidence<'_>) -> Option<&'static str> {
    let fits = |advice: &&Advice| {
        (advice.statuses.is_empty() || advice.statuses.contains(&status))
            && evidence.tolerating(advice.tolerate).all(advice.when)
    };
    info.advice.iter().find(fits).map(|advice| advice.text)
}
