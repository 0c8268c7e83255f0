//! Classifies a response: a pure function of the response, the outcome rules, and the request.
//!
//! The status and the members that the rules name decide. Nothing else in the response can change
//! the outcome, and it never concludes more than the rules do: a response that matches no rule is
//! an unknown outcome.

#[cfg(test)]
mod tests;

use std::cell::LazyCell;

use super::documented::{Documented, ErrorBody, Read};
use super::evidence::Evidence;
use super::response_body::{ResponseBody, Text};
use super::rules::{Advice, Classification, Rule, RuleSet};
use super::statuses::Statuses;
use crate::runtime::json::decode::parsed::Parsed;
use crate::runtime::{Acceptance, DecodeError, DecodeIssue, ErrorKind, Outcome, Raw, Secret};

/// What the document says about the responses of an operation.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    /// If empty, the status decides.
    pub(crate) rule_sets: &'static [RuleSet],
    pub(crate) advice: &'static [Advice],
}

/// A classified response.
pub(crate) struct Classified<R> {
    pub(crate) result: Result<(Acceptance, R), (Failed, Details)>,
    /// What could not be decoded, and was skipped.
    pub(crate) issues: Vec<DecodeIssue>,
    /// The sensitive values in the response.
    pub(crate) sensitive: Vec<Secret>,
}

/// Everything but a decoded success: what the response proves, and why it was not decoded.
pub(crate) struct Failed {
    pub(crate) outcome: Outcome,
    /// Given if the outcome is [`Outcome::Accepted`].
    pub(crate) acceptance: Option<Acceptance>,
    pub(crate) kind: ErrorKind,
    /// The documented body, if it was decoded.
    pub(crate) body: Option<ErrorBody>,
    /// Why it was not decoded.
    pub(crate) decode_error: Option<DecodeError>,
}

/// What an error says of a response, whatever it proves.
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
    let text = Text::of(raw);
    let json = text.parse();
    let body = ResponseBody::of(raw, &text, &json);
    let evidence = body.evidence();
    let applies = |rule_set: &&RuleSet| {
        rule_set.statuses.contains(&raw.status())
            && evidence.tolerating(rule_set.tolerate).all(rule_set.when)
    };
    let rule_set = rules.rule_sets.iter().find(applies);
    let classification = |documented| match (rules.rule_sets, rule_set) {
        ([], _) => by_status(raw.status(), documented),
        (_, Some(rule_set)) => by_rule(rule_set, evidence, sent),
        (_, None) => None,
    };
    let result = match Documented::describing(responses, raw) {
        Some(documented) => result(
            classification(documented.statuses()),
            decode(documented, &body),
        ),
        None => Err(Failed::unknown(ErrorKind::Undocumented)),
    };
    let result = result.map_err(|failed| {
        let details = details(rules.advice, rule_set, raw.status(), evidence);
        (failed, details)
    });
    let (issues, sensitive) = body.noticed();
    Classified {
        result,
        issues,
        sensitive,
    }
}

/// Combines what a response proves with its decoded body. What is proven stays proven if the body
/// cannot be decoded, unless it has another syntax altogether: then something else than the API may
/// have answered, such as a proxy with a page of its own.
fn result<R: Send + Sync + 'static>(
    classification: Option<Classification>,
    body: Result<Body<R>, DecodeError>,
) -> Result<(Acceptance, R), Failed> {
    let classification =
        classification.filter(|_| !body.as_ref().is_err_and(DecodeError::is_syntax));
    let acceptance = match classification {
        Some(Classification::Accepted) => Some(Acceptance::New),
        Some(Classification::AcceptedEarlier) => Some(Acceptance::Earlier),
        Some(Classification::Refused) => return Err(Failed::refused(body)),
        None => None,
    };
    match (acceptance, body) {
        (Some(acceptance), Ok(Body::Response(response))) => Ok((acceptance, response)),
        (Some(acceptance), Err(error)) => Err(Failed::accepted(acceptance, error)),
        (None, Err(error)) => Err(Failed {
            decode_error: Some(error),
            ..Failed::unknown(ErrorKind::Undecodable)
        }),
        // The document describes the status as an error's: that contradicts an acceptance.
        (_, Ok(body)) => Err(Failed {
            body: Some(body.erased()),
            ..Failed::unknown(ErrorKind::Undecided)
        }),
    }
}

impl Failed {
    /// Nothing is proven.
    const fn unknown(kind: ErrorKind) -> Self {
        Self {
            outcome: Outcome::Unknown,
            acceptance: None,
            kind,
            body: None,
            decode_error: None,
        }
    }

    /// The request was accepted, and its response could not be decoded.
    fn accepted(acceptance: Acceptance, error: DecodeError) -> Self {
        Self {
            outcome: Outcome::Accepted,
            acceptance: Some(acceptance),
            decode_error: Some(error),
            ..Self::unknown(ErrorKind::Undecodable)
        }
    }

    /// The request was refused, with or without a decodable body.
    fn refused<R: Send + Sync + 'static>(body: Result<Body<R>, DecodeError>) -> Self {
        let (body, decode_error) = match body {
            Ok(body) => (Some(body.erased()), None),
            Err(error) => (None, Some(error)),
        };
        Self {
            outcome: Outcome::Refused,
            body,
            decode_error,
            ..Self::unknown(ErrorKind::Refused)
        }
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
    evidence: Evidence<'_>,
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
fn decode<R>(documented: &Documented<R>, body: &ResponseBody<'_>) -> Result<Body<R>, DecodeError> {
    match documented.read() {
        Read::Success(decode) => decode(body).map(Body::Response),
        Read::Error(decode) => decode(body).map(Body::Error),
    }
}

/// Returns the classification of the first rule that holds. None does if a member that decides
/// occurs more than once: the response contradicts itself.
fn by_rule(rule_set: &RuleSet, evidence: Evidence<'_>, sent: &[u8]) -> Option<Classification> {
    if evidence.repeats_any(|name| decides(rule_set, name)) {
        return None;
    }
    // Few rules look at the request.
    let sent = LazyCell::new(|| Parsed::of(std::str::from_utf8(sent).ok()?).ok());
    let was_sent = |name: &&str| Evidence::of(sent.as_ref()).has_member(name);
    let view = evidence.tolerating(rule_set.tolerate);
    let holds = |rule: &&Rule| view.all(rule.when) && !rule.unless_sent.iter().any(was_sent);
    rule_set
        .rules
        .iter()
        .find(holds)
        .map(|rule| rule.classification)
}

/// Returns whether a rule looks at a member.
fn decides(rule_set: &RuleSet, name: &str) -> bool {
    let mut conditions = rule_set.rules.iter().flat_map(|rule| rule.when);
    conditions.any(|condition| condition.member == name)
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
fn first_advice(advice: &[Advice], status: u16, evidence: Evidence<'_>) -> Option<&'static str> {
    let applies = |advice: &&Advice| {
        (advice.statuses.is_empty() || advice.statuses.contains(&status))
            && evidence.tolerating(advice.tolerate).all(advice.when)
    };
    advice.iter().find(applies).map(|advice| advice.text)
}
