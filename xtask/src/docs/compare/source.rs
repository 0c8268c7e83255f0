//! Checks `x-source` against the lock and the pages, and pages against the lock.

use std::collections::BTreeMap;

use crate::docs::finding::{Finding, Kind};
use crate::docs::lock::{Lock, LockedPage};
use crate::docs::page::Page;
use crate::docs::spec::{Citation, Specs};

/// Reports every `x-source` that names a page or a section that does not exist.
pub(super) fn check(specs: &Specs, pages: &[Page], lock: &Lock, findings: &mut Vec<Finding>) {
    unknown_pages(specs, lock, findings);
    for acknowledgement in &specs.acknowledgements {
        let name = &acknowledgement.page;
        if !lock.pages.contains_key(name) {
            let text = format!("`{name}` of `x-differs` is not in the lock");
            let finding = Finding::new(Kind::Acknowledgement, name, text);
            findings.push(finding.in_spec(&acknowledgement.at));
        }
    }
    for citation in &specs.citations {
        let Some((name, locked)) = citation.page().and_then(|it| lock.pages.get_key_value(it))
        else {
            continue;
        };
        let page = pages.iter().find(|page| page.name == *name);
        let page = page.filter(|page| page.faults.is_empty());
        let text = problem(citation, page, (name, locked));
        findings.extend(text.map(|text| {
            let finding = Finding::new(Kind::Source, name, text).in_spec(&citation.at);
            finding.advise("name a page and a section that are in specs/docs.lock")
        }));
    }
}

/// Reports each page that is cited and not in the lock, once, with everything that cites it.
fn unknown_pages(specs: &Specs, lock: &Lock, findings: &mut Vec<Finding>) {
    let mut unknown: BTreeMap<&str, Vec<&Citation>> = BTreeMap::new();
    for citation in &specs.citations {
        if let Some(name) = citation.page().filter(|it| !lock.pages.contains_key(*it)) {
            unknown.entry(name).or_default().push(citation);
        }
    }
    for (name, citations) in unknown {
        let text = format!("`{name}` is cited and not in the lock");
        let mut finding = Finding::new(Kind::Source, name, text).in_spec(&citations[0].at);
        finding.cited_by = citations.iter().map(|it| it.key.clone()).collect();
        findings.push(finding.advise("record the page with `--lock`, or correct its name"));
    }
}

fn problem(
    citation: &Citation,
    page: Option<&Page>,
    (name, locked): (&str, &LockedPage),
) -> Option<String> {
    let section = citation.section()?;
    if !locked.has(&section) {
        return Some(format!("`{name}` had no {section} when it was recorded"));
    }
    // The lock has no rows: they are looked up where the page is there.
    let Some(on_page) = page?.sections.get(&section) else {
        return Some(format!("`{name}` has no {section} any more"));
    };
    let row = citation.row()?;
    let is_there = on_page.rows.iter().any(|it| it == row);
    (!is_there).then(|| format!("{section} of `{name}` has no row `{row}`"))
}

/// Returns a finding if a page is not what was recorded, with the facts that cite what changed.
pub(super) fn changed(specs: &Specs, page: &Page, lock: &Lock) -> Option<Finding> {
    let start = page.text.at(0);
    let Some(locked) = lock.pages.get(&page.name) else {
        let text = format!("`{}` is not in the lock", page.name);
        let finding = Finding::new(Kind::Changed, &page.name, text).said("", &start);
        return Some(finding.advise("record it with `--lock` when the specs agree with it"));
    };
    if locked.is(page) {
        return None;
    }
    let sections = locked.changed_sections(page);
    let text = match sections.as_slice() {
        [] => format!(
            "the layout of the page changed since {}, and no word of it",
            locked.recorded
        ),
        sections => format!(
            "the page changed since {}: {}",
            locked.recorded,
            sections.join("; ")
        ),
    };
    let first = sections.iter().find_map(|it| page.sections.get(it));
    let at = first.map_or(&start, |section| &section.at);
    let mut finding = Finding::new(Kind::Changed, &page.name, text).said("", at);
    let citing = specs.citations.iter().filter(|citation| {
        let is_of_page = citation.page() == Some(page.name.as_str());
        is_of_page && citation.section().is_none_or(|it| sections.contains(&it))
    });
    if !sections.is_empty() {
        finding.cited_by = citing.map(|citation| citation.key.clone()).collect();
        // A fact can cite several parts of the page.
        finding.cited_by.dedup();
    }
    Some(finding.advise(
        "read what changed, and record the page with `--lock` when the specs agree with it",
    ))
}
