//! Applies the acknowledgements: what is known is settled, and what nothing needs is reported.

use super::finding::{Finding, Kind};
use super::page::Page;
use super::spec::{Acknowledgement, Specs};

/// The findings that are left, and those that are settled.
#[derive(Debug, Default)]
pub(crate) struct Settled {
    pub(crate) open: Vec<Finding>,
    pub(crate) settled: Vec<(Finding, Acknowledgement)>,
}

/// Applies the acknowledgements of the specs.
pub(crate) fn settle(specs: &Specs, pages: &[Page], findings: Vec<Finding>) -> Settled {
    let mut result = Settled::default();
    let mut needed = vec![false; specs.acknowledgements.len()];
    for finding in findings {
        let settling = |it: &Acknowledgement| it.settles(&finding);
        match specs.acknowledgements.iter().position(settling) {
            Some(index) => {
                needed[index] = true;
                let acknowledgement = specs.acknowledgements[index].clone();
                result.settled.push((finding, acknowledgement));
            }
            None => result.open.push(finding),
        }
    }
    for (acknowledgement, is_needed) in std::iter::zip(&specs.acknowledgements, needed) {
        // What a page says that isn't there, or can't be read, is not known.
        let page = pages.iter().find(|page| page.name == acknowledgement.page);
        let is_read = page.is_some_and(|page| page.faults.is_empty());
        if is_read && !is_needed {
            result.open.push(stale(acknowledgement, &result.open));
        }
    }
    result
}

/// Reports an acknowledgement that nothing needs. If the page says something else now, that is
/// named.
fn stale(acknowledgement: &Acknowledgement, open: &[Finding]) -> Finding {
    let Acknowledgement {
        page,
        what,
        page_says,
        ..
    } = acknowledgement;
    let text = format!("`{page}` does not differ here any more: {what} `{page_says}`");
    let finding = Finding::new(Kind::Acknowledgement, page, text).in_spec(&acknowledgement.at);
    let now = open.iter().find(|it| {
        it.kind == *what && it.page == *page && it.spec_at.as_ref() == Some(&acknowledgement.on)
    });
    match now {
        Some(now) => finding.advise(format!("the page says `{}` now", now.page_says)),
        None => finding.advise("remove it from the spec"),
    }
}
