//! Classifies a response: a pure function of the response, the outcome rules, and the request.
//!
//! It never concludes more than the rules do: a response that matches no rule is an unknown
//! outcome.

#[cfg(test)]
mod tests;

use super::documented::{Documented, ErrorBody, Read, Statuses};
use super::evidence::Evidence;
use super::rules::{Advice, Classification, Rule, RuleSet};
use crate::runtime::{Acceptance, DecodeError, ErrorKind, Outcome, Raw};

/// What the document says about the responses of an operation.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    /// If empty, the status decides.
    pub(crate) rule_sets: &'static [RuleSet],
    pub(crate) advice: &'static [Advice],
}

/// A classified response.
pub(crate) struct Classified<R> {
    pub(crate) result: Result<(Acceptance, R), NotAccepted>,
    pub(crate) details: Details,
}

/// What a response proves that does not prove acceptance.
pub(crate) struct NotAccepted {
    pub(crate) outcome: Outcome,
    pub(crate) kind: ErrorKind,
    /// The documented body, if it was decoded.
    pub(crate) body: Option<ErrorBody>,
    /// Why it was not decoded.
    pub(crate) decode_error: Option<DecodeError>,
}

/// What a response contains, whatever it proves.
pub(crate) struct Details {
    pub(crate) code: Option<i64>,
    pub(crate) label: Option<&'static str>,
    pub(crate) message: Option<String>,
    pub(crate) advice: Option<&'static str>,
}

/// A decoded documented body.
enum Body<R> {
    Response(R),
    Error(ErrorBody),
}

/// Classifies a response. `sent` is the body of the request.
pub(crate) fn classify<R: Send + Sync + 'static>(
    rules: Rules,
    responses: &'static [Documented<R>],
    raw: &Raw,
    sent: &[u8],
) -> Classified<R> {
    let evidence = Evidence::of(raw.body());
    let applies = |rule_set: &&RuleSet| {
        rule_set.statuses.contains(&raw.status())
            && evidence.tolerating(rule_set.tolerate).all(rule_set.when)
    };
    let rule_set = rules.rule_sets.iter().find(applies);
    let classification = |documented| match (rules.rule_sets, rule_set) {
        ([], _) => by_status(raw.status(), documented),
        (_, Some(rule_set)) => by_rule(rule_set, &evidence, sent),
        (_, None) => None,
    };
    Classified {
        result: result(responses, raw, classification),
        details: details(rules.advice, rule_set, raw.status(), &evidence),
    }
}

/// Decodes the body, and combines it with the classification: both must prove acceptance.
fn result<R: Send + Sync + 'static>(
    responses: &'static [Documented<R>],
    raw: &Raw,
    classification: impl FnOnce(Statuses) -> Option<Classification>,
) -> Result<(Acceptance, R), NotAccepted> {
    let unknown = |kind, body, decode_error| NotAccepted {
        outcome: Outcome::Unknown,
        kind,
        body,
        decode_error,
    };
    let documented = Documented::describing(responses, raw)
        .ok_or_else(|| unknown(ErrorKind::Undocumented, None, None))?;
    let body = decode(documented, raw)
        .map_err(|error| unknown(ErrorKind::Undecodable, None, Some(error)))?;
    match (classification(documented.statuses()), body) {
        (Some(Classification::Accepted), Body::Response(response)) => {
            Ok((Acceptance::New, response))
        }
        (Some(Classification::AcceptedEarlier), Body::Response(response)) => {
            Ok((Acceptance::Earlier, response))
        }
        (Some(Classification::Refused), body) => Err(NotAccepted {
            outcome: Outcome::Refused,
            ..unknown(ErrorKind::Refused, Some(body.erased()), None)
        }),
        (_, body) => Err(unknown(ErrorKind::Undecided, Some(body.erased()), None)),
    }
}

impl<R: Send + Sync + 'static> Body<R> {
    /// Erases the type.
    fn erased(self) -> ErrorBody {
        match self {
            Self::Response(response) => ErrorBody::new(response),
            Self::Error(body) => body,
        }
    }
}

/// Returns the code, its name, the message and the advice.
fn details(
    advice: &[Advice],
    rule_set: Option<&RuleSet>,
    status: u16,
    evidence: &Evidence<'_>,
) -> Details {
    let view = rule_set.map(|rule_set| evidence.tolerating(rule_set.tolerate));
    let code = rule_set.and_then(|rule_set| rule_set.code);
    let number = view
        .zip(code)
        .and_then(|(view, code)| view.integer(code.member));
    Details {
        code: number,
        label: code
            .zip(number)
            .and_then(|(code, number)| (code.label)(number)),
        message: view
            .zip(rule_set.and_then(|rule_set| rule_set.message))
            .and_then(|(view, member)| view.text(member)),
        advice: first_advice(advice, status, evidence),
    }
}

/// Decodes the body as documented.
fn decode<R>(documented: &Documented<R>, raw: &Raw) -> Result<Body<R>, DecodeError> {
    match documented.read() {
        Read::Success(decode) => decode(raw).map(Body::Response),
        Read::Error(decode) => decode(raw).map(Body::Error),
    }
}

/// Returns the classification of the first rule that holds.
fn by_rule(rule_set: &RuleSet, evidence: &Evidence<'_>, sent: &[u8]) -> Option<Classification> {
    let sent = Evidence::of(sent);
    let view = evidence.tolerating(rule_set.tolerate);
    let holds = |rule: &&Rule| {
        view.all(rule.when) && !rule.unless_sent.iter().any(|name| sent.has_member(name))
    };
    rule_set
        .rules
        .iter()
        .find(holds)
        .map(|rule| rule.classification)
}

/// Returns what the status alone proves, for documents without outcome rules.
fn by_status(status: u16, documented: Statuses) -> Option<Classification> {
    match status {
        200..300 => Some(Classification::Accepted),
        // RFC 9110, 15.5.9: a server or an intermediary stopped waiting. A catch-all in the
        // document does not make that a refusal.
        408 if documented != Statuses::Exact(408) => None,
        400..500 => Some(Classification::Refused),
        _ => None,
    }
}

/// Returns the first advice that applies.
fn first_advice(advice: &[Advice], status: u16, evidence: &Evidence<'_>) -> Option<&'static str> {
    let applies = |advice: &&Advice| {
        (advice.statuses.is_empty() || advice.statuses.contains(&status))
            && evidence.tolerating(advice.tolerate).all(advice.when)
    };
    advice.iter().find(applies).map(|advice| advice.text)
}
