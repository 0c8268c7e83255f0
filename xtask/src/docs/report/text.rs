//! The report for people: each finding with its lines, as the generator prints its diagnostics.

use std::fmt::Write as _;

use codegen::diagnostic::{Coloring, Message, Severity};
use codegen::source::Location;

use super::contents::Report;
use super::lines::{Places, count};
use super::summary::summary;
use crate::docs::finding::Finding;

/// Returns the report for people.
pub(crate) fn text(report: &Report<'_>, coloring: Coloring) -> String {
    let places = report.places();
    let mut text = String::new();
    for finding in &report.settled.open {
        // Writing to a string never fails.
        let _ = writeln!(text, "{}\n", rendered(finding, &places, coloring));
    }
    if report.shows_settled {
        for (finding, acknowledgement) in &report.settled.settled {
            let at = places.name(&acknowledgement.at);
            let Finding {
                kind, text: said, ..
            } = finding;
            let _ = writeln!(
                text,
                "known[{kind}]: {said}\n  {at}: {}\n",
                acknowledgement.why
            );
        }
    }
    text + &summary(report)
}

/// Renders a finding. Its first place is the page's, or else the spec's.
fn rendered(finding: &Finding, places: &Places<'_>, coloring: Coloring) -> String {
    let severity = match finding.kind.is_minor() {
        true => Severity::Warning,
        false => Severity::Error,
    };
    let spec = finding.spec_at.as_ref().map(|at| places.specs.origin(at));
    let mut also: Vec<(Location, String)> = finding.also.clone();
    let at = match (&finding.page_at, spec) {
        (Some(page), spec) => {
            also.extend(spec.map(|spec| (spec, "in the spec".to_owned())));
            page.clone()
        }
        (None, Some(spec)) => spec,
        (None, None) => {
            let help = finding.advice.iter().map(|it| format!("\n  = help: {it}"));
            let help: String = help.collect();
            return format!("error[{}]: {}{help}", finding.kind, finding.text);
        }
    };
    let note = (!finding.cited_by.is_empty()).then(|| {
        let facts = count(finding.cited_by.len(), "fact");
        format!("cited by {facts}: {}", places.lines(&finding.cited_by))
    });
    let message = Message {
        severity,
        code: finding.kind.name(),
        text: finding.text.clone(),
        at,
        also,
        note,
        help: finding.help(),
    };
    message.render(coloring, places.sources)
}
