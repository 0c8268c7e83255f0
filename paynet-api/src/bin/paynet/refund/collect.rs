//! What became of each refund of the file, after a run.

use paynet_api::journal::{Entry, Journal, Store};

use super::plan::Known;
use super::report::Report;
use super::run::{Run, Stopped};
use super::send::evidence;
use crate::file::Row;

/// Returns what became of each refund of the file.
pub(super) async fn reports<S: Store>(
    journal: &Journal<S>,
    rows: &[Row],
    plan: &[Known],
    run: Run,
) -> Vec<Report> {
    if run.stopped == Some(Stopped::AtOnce) {
        // This process sends nothing any more: what it was sending is unknown from now on. If the
        // database fails, that is so when the lease is over.
        let _ = journal.recover().await;
    }
    let mut reports = Vec::with_capacity(rows.len());
    for (place, (row, known)) in rows.iter().zip(plan).enumerate() {
        let report = match (run.reports.get(place).cloned().flatten(), known) {
            (Some(report), _) => report,
            (None, Known::Recorded(entry)) => recorded(journal, entry).await,
            (None, _) if run.given_up.contains(&place) => given_up(journal, row).await,
            (None, _) => Report::not_begun(),
        };
        reports.push(report);
    }
    reports
}

/// Returns what the journal says about a refund whose call was given up.
async fn given_up<S: Store>(journal: &Journal<S>, row: &Row) -> Report {
    match journal.entry(&row.key).await {
        Ok(Some(entry)) => recorded(journal, &entry).await,
        Ok(None) => Report::not_begun(),
        Err(error) => Report::in_doubt(&error),
    }
}

async fn recorded<S: Store>(journal: &Journal<S>, entry: &Entry) -> Report {
    let mut report = Report::recorded(entry);
    report.evidence = evidence(journal, Some(entry)).await;
    report
}
