//! The report for programs: one JSON object per finding. Its fields are stable.

use codegen::source::Location;
use serde_json::{Map, Value, json};

use super::contents::Report;
use super::lines::Places;
use crate::docs::finding::Finding;

/// Returns a JSON object per finding, each on its own line.
pub(crate) fn json(report: &Report<'_>) -> String {
    let places = report.places();
    let open = report
        .settled
        .open
        .iter()
        .map(|it| object(it, None, &places));
    let settled = report.settled.settled.iter();
    let settled = settled.filter(|_| report.shows_settled);
    let settled = settled.map(|(it, known)| object(it, Some(known.why.as_str()), &places));
    let lines: Vec<String> = open.chain(settled).map(|it| it.to_string()).collect();
    lines.join("\n")
}

fn object(finding: &Finding, why: Option<&str>, places: &Places<'_>) -> Value {
    let place = |at: &Location| place(at, places);
    let also = finding.also.iter().map(|(at, label)| {
        let mut place = place(at);
        place.insert("label".to_owned(), label.as_str().into());
        Value::Object(place)
    });
    json!({
        "kind": finding.kind.name(),
        "message": finding.text,
        "help": finding.help(),
        "acknowledged": why,
        "page_name": finding.page,
        "page_says": finding.page_says,
        "page": finding.page_at.as_ref().map(place),
        "spec": finding.spec_at.as_ref().map(place),
        "also": also.collect::<Vec<_>>(),
        "cited_by": finding.cited_by.iter().map(place).collect::<Vec<_>>(),
    })
}

fn place(at: &Location, places: &Places<'_>) -> Map<String, Value> {
    let (file, line, column) = places.position(at);
    let mut place = Map::new();
    place.insert("file".to_owned(), file.into());
    place.insert("line".to_owned(), line.into());
    place.insert("column".to_owned(), column.into());
    place
}
