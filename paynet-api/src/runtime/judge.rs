//! From a reply to what it proves: a pure function of the reply, the table that the document declares, and what was sent.
//!
//! It never concludes more than the table does: what does not fit is unknown.

use super::documented::Read;
use super::evidence::Evidence;
use super::{
    Advice, Documented, ErrorBody, ErrorKind, Info, Meaning, Outcome, Raw, Reading, Rule, Standing,
    Statuses, Unreadable,
};

/// What a reply proves, and what it says.
pub(super) struct Verdict<R> {
    pub(super) conclusion: Conclusion<R>,
    pub(super) says: Says,
}

/// What a reply proves.
pub(super) enum Conclusion<R> {
    Accepted(Standing, R),
    Denied(Denial),
}

/// A reply that proves no success.
pub(super) struct Denial {
    pub(super) outcome: Outcome,
    pub(super) kind: ErrorKind,
    /// The documented body, where it could be read.
    pub(super) body: Option<ErrorBody>,
    /// Why it could not be.
    pub(super) unreadable: Option<Unreadable>,
}

/// What a reply says, whatever it proves.
pub(super) struct Says {
    pub(super) code: Option<i64>,
    pub(super) label: Option<&'static str>,
    pub(super) message: Option<String>,
    pub(super) advice: Option<&'static str>,
}

/// A documented body that could be read.
enum Body<R> {
    Reply(R),
    Error(ErrorBody),
}

/// Reads a reply for what it proves.
pub(super) fn judge<R: Send + Sync + 'static>(
    info: &Info,
    replies: &'static [Documented<R>],
    raw: &Raw,
    sent: &[u8],
) -> Verdict<R> {
    let evidence = Evidence::of(raw.body());
    let fits =
        |reading: &&Reading| reading.statuses.contains(&raw.status()) && evidence.all(reading.when);
    let reading = info.readings.iter().find(fits);
    let meaning = |documented| match (info.readings, reading) {
        ([], _) => by_status(raw.status(), documented),
        (_, Some(reading)) => by_rule(reading, &evidence, sent),
        (_, None) => None,
    };
    Verdict {
        conclusion: conclude(replies, raw, meaning),
        says: says(info, reading, raw.status(), &evidence),
    }
}

fn conclude<R: Send + Sync + 'static>(
    replies: &'static [Documented<R>],
    raw: &Raw,
    meaning: impl FnOnce(Statuses) -> Option<Meaning>,
) -> Conclusion<R> {
    let unknown = |kind, body, unreadable| Denial {
        outcome: Outcome::Unknown,
        kind,
        body,
        unreadable,
    };
    let Some(documented) = Documented::describing(replies, raw) else {
        return Conclusion::Denied(unknown(ErrorKind::Undocumented, None, None));
    };
    let body = match read(documented, raw) {
        Ok(body) => body,
        Err(error) => return Conclusion::Denied(unknown(ErrorKind::Unreadable, None, Some(error))),
    };
    match (meaning(documented.statuses()), body) {
        (Some(Meaning::Accepted), Body::Reply(reply)) => {
            Conclusion::Accepted(Standing::Accepted, reply)
        }
        (Some(Meaning::DoneBefore), Body::Reply(reply)) => {
            Conclusion::Accepted(Standing::DoneBefore, reply)
        }
        (Some(Meaning::Refused), body) => {
            let refused = Denial {
                outcome: Outcome::Refused,
                kind: ErrorKind::Refused,
                body: None,
                unreadable: None,
            };
            Conclusion::Denied(Denial {
                body: Some(body.erased()),
                ..refused
            })
        }
        (_, body) => Conclusion::Denied(unknown(ErrorKind::Undecided, Some(body.erased()), None)),
    }
}

impl<R: Send + Sync + 'static> Body<R> {
    fn erased(self) -> ErrorBody {
        match self {
            Self::Reply(reply) => ErrorBody::new(reply),
            Self::Error(body) => body,
        }
    }
}

fn says(info: &Info, reading: Option<&Reading>, status: u16, evidence: &Evidence<'_>) -> Says {
    let code = reading.and_then(|reading| reading.code);
    let number = code.and_then(|code| evidence.integer(code.member));
    Says {
        code: number,
        label: code
            .zip(number)
            .and_then(|(code, number)| (code.label)(number)),
        message: reading
            .and_then(|reading| reading.message)
            .and_then(|member| evidence.text(member)),
        advice: advice(info, status, evidence),
    }
}

fn read<R>(documented: &Documented<R>, raw: &Raw) -> Result<Body<R>, Unreadable> {
    match documented.read() {
        Read::Success(read) => read(raw).map(Body::Reply),
        Read::Error(read) => read(raw).map(Body::Error),
    }
}

fn by_rule(reading: &Reading, evidence: &Evidence<'_>, sent: &[u8]) -> Option<Meaning> {
    let sent = Evidence::of(sent);
    let decides = |rule: &&Rule| {
        evidence.all(rule.when) && !rule.unless_sent.iter().any(|name| sent.names(name))
    };
    reading.rules.iter().find(decides).map(|rule| rule.meaning)
}

/// What a status alone proves, where the document declares no more.
fn by_status(status: u16, documented: Statuses) -> Option<Meaning> {
    match status {
        200..300 => Some(Meaning::Accepted),
        // RFC 9110, 15.5.9: somebody on the way gave up waiting. A catch-all does not make that a refusal.
        408 if documented != Statuses::Exact(408) => None,
        400..500 => Some(Meaning::Refused),
        _ => None,
    }
}

fn advice(info: &Info, status: u16, evidence: &Evidence<'_>) -> Option<&'static str> {
    let fits = |advice: &&Advice| {
        (advice.statuses.is_empty() || advice.statuses.contains(&status))
            && evidence.all(advice.when)
    };
    info.advice.iter().find(fits).map(|advice| advice.text)
}

#[cfg(test)]
mod tests;
