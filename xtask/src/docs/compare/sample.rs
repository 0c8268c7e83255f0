//! Compares samples with the schemas of their operation, and with the spec's examples of them.

use super::diff::diff;
use super::schema::refusals;
use crate::docs::finding::{Finding, Kind, NOTHING};
use crate::docs::page::{Page, Sample};
use crate::docs::spec::{Example, OpenApi, SpecOperation, Specs};

/// Compares the samples of a page.
pub(super) fn compare(
    specs: &Specs,
    page: &Page,
    operation: &SpecOperation,
    findings: &mut Vec<Finding>,
) {
    for sample in &page.samples {
        let cited = format!("{}, example \"{}\"", page.name, sample.title);
        let mut examples = operation.examples.iter();
        let example =
            examples.find(|it| it.direction == sample.direction && it.cited.contains(&cited));
        repairs(page, sample, operation, example, findings);
        against_schema(specs, page, sample, operation, findings);
        if let Some(example) = example {
            against_example(page, sample, example, findings);
        }
    }
}

/// Reports what had to be repaired.
fn repairs(
    page: &Page,
    sample: &Sample,
    operation: &SpecOperation,
    example: Option<&Example>,
    findings: &mut Vec<Finding>,
) {
    let at = example.map_or(&operation.facts.at, |example| &example.at);
    for repair in &sample.repairs {
        let words = repair.slip.words(repair.count);
        let text = format!(
            "the sample \"{}\" is not JSON and was repaired: {words}",
            sample.title
        );
        findings.push(
            Finding::new(Kind::Syntax, &page.name, text)
                .said(words, &repair.at)
                .in_spec(at),
        );
    }
}

fn against_schema(
    specs: &Specs,
    page: &Page,
    sample: &Sample,
    operation: &SpecOperation,
    findings: &mut Vec<Finding>,
) {
    let mut documents = specs.documents.iter();
    let Some(document) = documents.find(|it| *it.file() == operation.file) else {
        return;
    };
    let place = |pointer: &str| document.place(pointer);
    let api = OpenApi {
        value: document.value(),
        place: &place,
    };
    let Some(schema) = operation.schema(sample.direction) else {
        let direction = sample.direction.name();
        let text =
            format!("the page has a sample of a {direction}, and the spec no {direction} body");
        findings.push(
            Finding::new(Kind::Sample, &page.name, text)
                .said("a sample", &sample.at)
                .in_spec(&operation.facts.at),
        );
        return;
    };
    for refusal in refusals(api, schema, &sample.value) {
        let text = format!("the sample \"{}\" has {}", sample.title, refusal.text);
        let says = match sample.value.pointer(&refusal.value) {
            Some(value) if !value.is_object() => value.to_string(),
            _ => NOTHING.to_owned(),
        };
        findings.push(
            Finding::new(Kind::Sample, &page.name, text)
                .said(says, sample.place(&refusal.value))
                .in_spec(&document.place(&refusal.schema)),
        );
    }
}

fn against_example(page: &Page, sample: &Sample, example: &Example, findings: &mut Vec<Finding>) {
    for difference in diff(&sample.value, &example.value) {
        let member = difference.name();
        let (says, text) = match (difference.left, difference.right) {
            (Some(left), Some(right)) => (
                left.to_string(),
                format!(
                    "`{member}` is {left} in the sample \"{}\", and {right} in the spec's example of it",
                    sample.title
                ),
            ),
            (Some(left), None) => (
                left.to_string(),
                format!(
                    "`{member}` is in the sample \"{}\" and not in the spec's example of it",
                    sample.title
                ),
            ),
            (None, _) => (
                NOTHING.to_owned(),
                format!(
                    "`{member}` is in the spec's example and not in the sample \"{}\"",
                    sample.title
                ),
            ),
        };
        findings.push(
            Finding::new(Kind::Example, &page.name, text)
                .said(says, sample.place(&difference.pointer))
                .in_spec(&example.at),
        );
    }
}
