//! The report for a pull request, in Markdown.

use std::fmt::Write as _;

use super::contents::Report;
use super::summary::summary;

/// Returns the report for a pull request.
pub(crate) fn markdown(report: &Report<'_>) -> String {
    let places = report.places();
    let mut text = format!("### Documentation against specs\n\n{}\n", summary(report));
    let open = &report.settled.open;
    if !open.is_empty() {
        text.push_str("\n| what | difference | page | spec |\n| --- | --- | --- | --- |\n");
    }
    for finding in open {
        let place = |at: &Option<_>| {
            let at = at.as_ref().map(|at| places.name(at));
            at.map_or_else(|| "–".to_owned(), |at| format!("`{}`", cell(&at)))
        };
        let (page, spec) = (place(&finding.page_at), place(&finding.spec_at));
        // Writing to a string never fails.
        let _ = writeln!(
            text,
            "| {} | {} | {page} | {spec} |",
            finding.kind,
            cell(&finding.text)
        );
    }
    for finding in open.iter().filter(|it| !it.cited_by.is_empty()) {
        let lines = places.lines(&finding.cited_by);
        let _ = write!(text, "\n`{}` is cited by {lines}\n", finding.page);
    }
    if report.shows_settled && !report.settled.settled.is_empty() {
        text.push_str("\n| acknowledged | difference | why |\n| --- | --- | --- |\n");
        for (finding, known) in &report.settled.settled {
            let [said, why] = [&finding.text, &known.why].map(|it| cell(it));
            let _ = writeln!(text, "| {} | {said} | {why} |", finding.kind);
        }
    }
    text
}

/// Returns a text for a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
