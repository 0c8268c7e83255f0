//! Links of a page: to pages and tables of codes that the specs know, or to others.

use crate::docs::finding::{Finding, Kind};
use crate::docs::page::Page;
use crate::docs::spec::{SpecOperation, Specs};

/// Reports the links to what no `x-source` names.
pub(super) fn compare(
    specs: &Specs,
    page: &Page,
    operation: Option<&SpecOperation>,
    findings: &mut Vec<Finding>,
) {
    for link in &page.links {
        let url = link.value.as_str();
        if url.starts_with('#') || url.starts_with("mailto:") {
            continue;
        }
        let target = target(url);
        let is_known = specs.citations.iter().any(|citation| {
            let address = citation.address().is_some_and(|it| it == target);
            let name = citation.page().map(|it| it.trim_end_matches(".md"));
            let is_file = !url.contains("://") && name == target.rsplit('/').next();
            address || is_file
        });
        if !is_known {
            let text = format!("a link to `{target}`, which no `x-source` names");
            let finding = Finding::new(Kind::Link, &page.name, text).said(url, &link.at);
            findings.push(match operation {
                Some(operation) => finding.in_spec(&operation.facts.at),
                None => finding,
            });
        }
    }
}

/// Returns what a link leads to, as `x-source` writes it.
fn target(url: &str) -> String {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.split(['#', '?']).next().unwrap_or_default();
    let url = url.trim_end_matches('/');
    url.trim_end_matches(".md").to_owned()
}
