//! What the judge and the client made of one request.

use serde_json::Value;

use super::compare;
use super::driver::Outcome;
use super::judge::{self, Opinion};
use super::plan::Case;
use super::plan::described::Described;
use super::quirks::Quirks;
use super::schema::Schemas;
use super::subject::Subject;

/// A document after all of its requests.
#[derive(Default)]
pub(crate) struct Judged {
    /// How many operations the client has.
    pub(crate) operations: usize,
    /// One for each request.
    pub(crate) verdicts: Vec<Verdict>,
    /// Exemptions that this document is here to show, and did not need.
    pub(crate) unneeded: Vec<&'static str>,
    /// Operations whose bodies the judge does not look at.
    pub(crate) blind: Vec<String>,
}

/// What became of one request.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    /// The operation and what was sent.
    what: String,
    /// What became of the request.
    pub(crate) request: Request,
    /// What became of the response.
    pub(crate) response: Response,
}

/// What became of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// The judge has nothing against it.
    Accepted,
    /// The judge says that it is invalid.
    Refused(String),
    /// It says so, and a quirk is the reason: its name, and what it says.
    Exempt(&'static str, String),
    /// The judge crashed.
    Unjudged(String),
    /// It could not be built, or the client refused to send it.
    Unsent(String),
}

/// What became of the response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Response {
    /// It was decoded, and what was decoded is encoded and decoded to the same.
    Decoded,
    /// It was not.
    Undecoded(String),
    /// It was not, and a quirk is the reason: its name, and why.
    Exempt(&'static str, String),
    /// The judge made up none.
    Unmocked(String),
    /// None was expected: the request was not accepted.
    None,
}

/// Judges one request.
pub(crate) fn of(
    subject: &Subject,
    case: &Case,
    outcome: &Outcome,
    quirks: &mut Quirks,
) -> Verdict {
    let mut opinion = judge::of(outcome);
    opinion
        .contradictions
        .extend(contradiction(subject, case, outcome));
    let request = request(case, outcome, &opinion, quirks);
    let response = match request {
        Request::Accepted => response(subject, outcome, &opinion, quirks),
        _ => Response::None,
    };
    Verdict {
        what: format!("{} ({})", case.call, case.name),
        request,
        response,
    }
}

fn request(case: &Case, outcome: &Outcome, opinion: &Opinion, quirks: &mut Quirks) -> Request {
    if let Some(problem) = &outcome.unsent {
        return match quirks.of_request(case, std::slice::from_ref(problem)) {
            Some(quirk) => Request::Exempt(quirk, problem.clone()),
            None => Request::Unsent(problem.clone()),
        };
    }
    if let Some(problem) = &outcome.lost {
        return Request::Unjudged(problem.clone());
    }
    if opinion.refusals.is_empty() {
        return Request::Accepted;
    }
    let refusal = opinion.refusals.join("; ");
    match quirks.of_request(case, &opinion.refusals) {
        Some(quirk) => Request::Exempt(quirk, refusal),
        None => Request::Refused(refusal),
    }
}

fn response(
    subject: &Subject,
    outcome: &Outcome,
    opinion: &Opinion,
    quirks: &mut Quirks,
) -> Response {
    if let Some(reason) = &opinion.unmocked {
        return Response::Unmocked(reason.clone());
    }
    let problem = match (&outcome.undecoded, &outcome.again) {
        (Some(problem), _) => problem.clone(),
        (None, Some(Err(problem))) => problem.clone(),
        (None, Some(Ok(encoded))) => match changed(subject, outcome, encoded) {
            Some(problem) => format!("decoded and encoded it is another value: {problem}"),
            None => return Response::Decoded,
        },
        (None, None) => return Response::Decoded,
    };
    match quirks.of_response(opinion) {
        Some(quirk) => Response::Exempt(quirk, problem),
        None => Response::Undecoded(problem),
    }
}

/// What the document's own schema has against a mocked response. Prism says so too, but not where
/// its validator cannot compile the schema.
fn contradiction(subject: &Subject, case: &Case, outcome: &Outcome) -> Option<String> {
    let (_, operation) = subject.operations().nth(case.operation)?;
    let body: Value = serde_json::from_str(outcome.body.as_deref()?).ok()?;
    let described = Described::of(&subject.document, operation);
    let media_type = outcome.content_type.as_deref().unwrap_or_default();
    let schema = described.response(outcome.status?, media_type)?;
    let schemas = Schemas::of(&subject.document).of_responses();
    (!schemas.fits(schema, &body)).then(|| "it does not fit the schema".to_owned())
}

/// How what was decoded differs from what was sent.
fn changed(subject: &Subject, outcome: &Outcome, encoded: &str) -> Option<String> {
    let sent: Value = serde_json::from_str(outcome.body.as_deref()?).ok()?;
    let encoded: Value = serde_json::from_str(encoded).ok()?;
    compare::difference(&sent, &encoded, &subject.declared)
}

impl Judged {
    /// What is wrong, a line each; with `all`, what is exempt and unmocked too.
    pub(crate) fn findings(&self, all: bool) -> Vec<String> {
        let verdicts = self.verdicts.iter();
        let findings = verdicts.flat_map(|verdict| [verdict.of_request(), verdict.of_response()]);
        let wanted = findings.flatten().filter(|(is_wrong, _)| all || *is_wrong);
        let unneeded = self.unneeded.iter();
        let unneeded = unneeded.map(|name| format!("the exemption {name} is no longer needed"));
        let mut lines: Vec<String> = unneeded.chain(wanted.map(|(_, line)| line)).collect();
        if all {
            let blind = self.blind.iter();
            lines.extend(blind.map(|call| format!("blind: the judge accepts any body: {call}")));
        }
        let hidden = lines.len().saturating_sub(SHOWN);
        if !all && hidden > 0 {
            lines.truncate(SHOWN);
            lines.push(format!("and {hidden} more: --verbose lists them"));
        }
        lines
    }
}

/// How many findings are shown of a document.
const SHOWN: usize = 3;

impl Verdict {
    fn of_request(&self) -> Option<(bool, String)> {
        let what = &self.what;
        match &self.request {
            Request::Accepted => None,
            Request::Refused(reason) => Some((true, format!("refused: {what}: {reason}"))),
            Request::Unsent(reason) => Some((true, format!("unsent: {what}: {reason}"))),
            Request::Unjudged(reason) => Some((
                false,
                format!("unjudged: {what}: the judge crashed: {reason}"),
            )),
            Request::Exempt(quirk, reason) => {
                Some((false, format!("exempt, {quirk}: {what}: {reason}")))
            }
        }
    }

    fn of_response(&self) -> Option<(bool, String)> {
        let what = &self.what;
        match &self.response {
            Response::Decoded | Response::None => None,
            Response::Undecoded(reason) => Some((true, format!("undecoded: {what}: {reason}"))),
            Response::Unmocked(reason) => Some((false, format!("unjudged: {what}: {reason}"))),
            Response::Exempt(quirk, reason) => {
                Some((false, format!("exempt, {quirk}: {what}: {reason}")))
            }
        }
    }
}
