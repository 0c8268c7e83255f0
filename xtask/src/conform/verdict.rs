//! `Verdict`: the results of Prism and the client for one request.

use serde_json::Value;

use super::compare;
use super::driver::Outcome;
use super::plan::Case;
use super::plan::described::Described;
use super::prism::{self, Opinion};
use super::prism_file::What;
use super::quirks::Quirks;
use super::schema::Schemas;
use super::subject::Subject;

/// The results for a document.
#[derive(Default)]
pub(crate) struct Results {
    /// The number of operations of the client.
    pub(crate) operations: usize,
    /// One verdict per request.
    pub(crate) verdicts: Vec<Verdict>,
    /// Exemptions that this document should need, but did not.
    pub(crate) unneeded: Vec<&'static str>,
    /// Operations whose bodies Prism does not validate.
    pub(crate) blind: Vec<String>,
}

/// The results for one request.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    /// The operation, and the name of the case.
    what: String,
    /// The result for the request.
    pub(crate) request: Request,
    /// The result for the response.
    pub(crate) response: Response,
}

/// The result for a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// Prism accepted the request.
    Accepted,
    /// Prism reported the request as invalid: the violations.
    Refused(String),
    /// Prism reported it as invalid because of a quirk: the quirk's name, and the violations.
    Exempt(&'static str, String),
    /// Prism crashed: its error.
    Unchecked(String),
    /// The request could not be built, or the client refused to send it: the error.
    Unsent(String),
}

/// The result for a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Response {
    /// The response was decoded, and encoding and decoding it again gives the same value.
    Decoded,
    /// The response was not decoded, or to another value: the error.
    Undecoded(String),
    /// The same because of a quirk: the quirk's name, and the error.
    Exempt(&'static str, String),
    /// Prism mocked no response: its reason.
    Unmocked(String),
    /// No response was expected, because the request was not accepted.
    None,
}

/// Decides on one request.
pub(crate) fn of(
    subject: &Subject,
    case: &Case,
    outcome: &Outcome,
    quirks: &mut Quirks,
) -> Verdict {
    let mut opinion = prism::of(outcome);
    opinion
        .contradictions
        .extend(contradiction(subject, case, outcome));
    let request = request(case, outcome, &opinion, quirks);
    let response = match request {
        Request::Accepted if subject.what == What::All => {
            response(subject, outcome, &opinion, quirks)
        }
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
        return Request::Unchecked(problem.clone());
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
            Some(problem) => format!("encoding the decoded value gives another value: {problem}"),
            None => return Response::Decoded,
        },
        (None, None) => return Response::Decoded,
    };
    match quirks.of_response(opinion) {
        Some(quirk) => Response::Exempt(quirk, problem),
        None => Response::Undecoded(problem),
    }
}

/// Returns why a mocked response does not match the document's schema. Prism reports it too, unless
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

/// Returns the difference between the response that was sent and its decoded value.
fn changed(subject: &Subject, outcome: &Outcome, encoded: &str) -> Option<String> {
    let sent: Value = serde_json::from_str(outcome.body.as_deref()?).ok()?;
    let encoded: Value = serde_json::from_str(encoded).ok()?;
    compare::difference(&sent, &encoded, &subject.declared)
}

impl Results {
    /// Returns a line per failure; with `all`, also per exemption and per response without a mock.
    pub(crate) fn findings(&self, all: bool) -> Vec<String> {
        let verdicts = self.verdicts.iter();
        let findings = verdicts.flat_map(|verdict| [verdict.of_request(), verdict.of_response()]);
        let wanted = findings.flatten().filter(|(is_wrong, _)| all || *is_wrong);
        let unneeded = self.unneeded.iter();
        let unneeded = unneeded.map(|name| format!("the exemption {name} is no longer needed"));
        let mut lines: Vec<String> = unneeded.chain(wanted.map(|(_, line)| line)).collect();
        if all {
            let blind = self.blind.iter();
            lines.extend(blind.map(|call| format!("blind: Prism accepts any body: {call}")));
        }
        let hidden = lines.len().saturating_sub(SHOWN);
        if !all && hidden > 0 {
            lines.truncate(SHOWN);
            lines.push(format!("and {hidden} more: --verbose lists them"));
        }
        lines
    }
}

/// The number of findings that are shown of a document.
const SHOWN: usize = 3;

impl Verdict {
    fn of_request(&self) -> Option<(bool, String)> {
        let what = &self.what;
        match &self.request {
            Request::Accepted => None,
            Request::Refused(reason) => Some((true, format!("refused: {what}: {reason}"))),
            Request::Unsent(reason) => Some((true, format!("unsent: {what}: {reason}"))),
            Request::Unchecked(reason) => {
                Some((false, format!("unchecked: {what}: Prism crashed: {reason}")))
            }
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
            Response::Unmocked(reason) => Some((false, format!("unchecked: {what}: {reason}"))),
            Response::Exempt(quirk, reason) => {
                Some((false, format!("exempt, {quirk}: {what}: {reason}")))
            }
        }
    }
}
