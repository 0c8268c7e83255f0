//! What Prism's response says: about the request, and about the response that it made up.
//!
//! Violations are in the header `sl-violations`. Where the document has no response for an invalid
//! request, Prism's own error is the body, as `application/problem+json`.

use serde_json::Value;

use crate::conform::driver::Outcome;

/// The type of every error of Prism's own begins so.
const OWN: &str = "https://stoplight.io/prism/errors#";

/// Its errors that are about the request; the others are about its own response.
const REFUSALS: [&str; 6] = [
    "UNPROCESSABLE_ENTITY",
    "UNAUTHORIZED",
    "INVALID_CONTENT_TYPE",
    "NO_PATH_MATCHED_ERROR",
    "NO_METHOD_MATCHED_ERROR",
    "NO_SERVER_MATCHED_ERROR",
];

/// What the judge says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opinion {
    /// What is wrong with the request, a line each; empty: nothing.
    pub(crate) refusals: Vec<String>,
    /// Why there is no mocked response.
    pub(crate) unmocked: Option<String>,
    /// What is wrong with the mocked response by the document's own schema.
    pub(crate) contradictions: Vec<String>,
}

/// Reads what the judge says.
pub(crate) fn of(outcome: &Outcome) -> Opinion {
    let mut opinion = Opinion::default();
    let violations = outcome.violations.as_deref().unwrap_or_default();
    match serde_json::from_str::<Vec<Value>>(violations) {
        Ok(list) => list.iter().for_each(|it| opinion.violation(it)),
        // Prism cuts a list that is longer than a header may be.
        Err(_) if !violations.is_empty() => opinion.cut(violations),
        Err(_) => {}
    }
    // Its parser's answer, which is no JSON.
    if outcome.status == Some(400) && outcome.body.as_deref() == Some("Invalid JSON") {
        opinion.refusals.push("the body is not JSON".to_owned());
    }
    if let Some((kind, problem)) = own_error(outcome) {
        opinion.error(&kind, &problem);
    }
    opinion
}

/// The error of Prism's own that is the response, and its type.
fn own_error(outcome: &Outcome) -> Option<(String, Value)> {
    let is_problem = |media: &str| media.starts_with("application/problem+json");
    outcome
        .content_type
        .as_deref()
        .filter(|it| is_problem(it))?;
    let problem: Value = serde_json::from_str(outcome.body.as_deref()?).ok()?;
    let kind = problem.get("type")?.as_str()?;
    let own = kind.strip_prefix(OWN).map(str::to_owned);
    // Errors that it did not foresee have no type of their own.
    let unknown = || {
        kind.starts_with("https://stoplight.io/prism/")
            .then(|| "UNKNOWN".to_owned())
    };
    Some((own.or_else(unknown)?, problem))
}

impl Opinion {
    fn violation(&mut self, violation: &Value) {
        if violation["severity"] != "Error" {
            return;
        }
        let text = described(violation);
        match violation["location"][0].as_str() {
            Some("response") => self.contradictions.push(text),
            _ => self.refusals.push(text),
        }
    }

    fn cut(&mut self, violations: &str) {
        let first: String = violations.chars().take(200).collect();
        match violations.contains("[\"request\"") {
            true => self.refusals.push(first),
            false => self.contradictions.push(first),
        }
    }

    fn error(&mut self, kind: &str, problem: &Value) {
        let detail = problem["detail"].as_str().unwrap_or_default();
        let is_refusal = REFUSALS.contains(&kind);
        match problem["validation"].as_array() {
            Some(list) if is_refusal => self.refusals.extend(list.iter().map(described)),
            _ if is_refusal => self.refusals.push(format!("{kind}: {detail}")),
            _ => self.unmocked = Some(format!("{kind}: {detail}")),
        }
    }
}

/// `body.items.0: must be string`
fn described(violation: &Value) -> String {
    let steps = violation["location"].as_array().into_iter().flatten();
    let steps: Vec<&str> = steps.filter_map(Value::as_str).collect();
    let message = violation["message"].as_str().unwrap_or_default();
    format!("{}: {message}", steps.join("."))
}

#[cfg(test)]
mod tests {
    use super::{Opinion, Outcome, of};

    fn opinion(content_type: &str, violations: &str, body: &str) -> Opinion {
        of(&Outcome {
            unsent: None,
            lost: None,
            status: Some(422),
            content_type: Some(content_type.to_owned()),
            violations: Some(violations.to_owned()),
            body: Some(body.to_owned()),
            undecoded: None,
            again: None,
        })
    }

    #[test]
    fn violations_are_of_the_request_or_of_the_response() {
        let violation = |place: &str| {
            format!(r#"{{"location":["{place}","body","x"],"severity":"Error","message":"m"}}"#)
        };
        let both = format!("[{},{}]", violation("request"), violation("response"));
        let opinion = opinion("application/json", &both, "{}");
        assert_eq!(opinion.refusals, ["request.body.x: m"]);
        assert_eq!(opinion.contradictions, ["response.body.x: m"]);
    }

    #[test]
    fn an_error_of_its_own_is_a_refusal_and_one_of_the_document_is_not() {
        let problem = |kind: &str| format!(r#"{{"type":"{kind}","detail":"d"}}"#);
        let own = problem("https://stoplight.io/prism/errors#UNAUTHORIZED");
        let media_type = "application/problem+json";
        assert_eq!(opinion(media_type, "", &own).refusals, ["UNAUTHORIZED: d"]);
        let mocked = opinion(
            media_type,
            "",
            &problem("https://shop.example/errors#UNAUTHORIZED"),
        );
        assert!(mocked.refusals.is_empty() && mocked.unmocked.is_none());
        let broken = problem("https://stoplight.io/prism/errors#NOT_ACCEPTABLE");
        let broken = opinion(media_type, "", &broken);
        assert_eq!(broken.unmocked.as_deref(), Some("NOT_ACCEPTABLE: d"));
    }
}
