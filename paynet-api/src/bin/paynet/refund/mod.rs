//! `paynet refund`: sends the refunds of a CSV file, once, however often it is run.
//!
//! | module | content |
//! | --- | --- |
//! | `plan` | what the journal knows of each refund |
//! | `totals` | the table that somebody agrees to |
//! | `confirm` | asks |
//! | `send` | the workers |
//! | `pace` | when each refund may begin |
//! | `interrupt` | Ctrl-C |
//! | `run` | starts, follows and stops the workers |
//! | `progress` | the progress bar |
//! | `collect` | what became of each refund, after the run |
//! | `report` | what became of a refund |
//! | `result_file` | the result file |
//! | `summary` | the last words, and the exit code |

mod collect;
mod confirm;
mod interrupt;
mod pace;
mod plan;
mod progress;
mod report;
mod result_file;
mod run;
mod send;
mod summary;
mod totals;

use std::sync::Arc;

use paynet_api::journal::{Journal, Store};

use crate::arguments::{RefundTask, Target};
use crate::exit::{Exit, Failure};
use crate::file::{BatchFile, Row};
use crate::language::{Language, text};
use crate::open::{Work, unreadable};
use crate::print;
use plan::{Known, places};
use progress::Progress;
use report::Report;
use result_file::ResultFile;
use run::{Run, Stopped};
use send::Batch;
use totals::Totals;

/// `paynet refund`, after its file was read.
pub(crate) struct Refunds<'a> {
    pub(crate) target: &'a Target,
    pub(crate) task: RefundTask,
    pub(crate) batch: BatchFile,
}

impl Work for Refunds<'_> {
    async fn run<S: Store + 'static>(
        self,
        journal: Journal<S>,
        language: Language,
    ) -> Result<Exit, Failure> {
        let Self { task, batch, .. } = &self;
        let failed = |error| unreadable(&error, language);
        if !task.is_dry_run {
            // What an earlier run left behind is in doubt from now on, and not under way.
            journal.recover().await.map_err(failed)?;
        }
        let plan = plan::plan(&journal, &batch.rows).await.map_err(failed)?;
        plan::refuse_conflicts(&task.file, &batch.rows, &plan, language)?;
        let overview = self.overview(&plan, language);
        if task.is_dry_run {
            print::line(&overview);
            return Ok(Exit::Done);
        }
        print::aside(&overview);
        self.confirm(&plan, language)?;
        let result = ResultFile::prepare(&task.result, &task.file, language)?;
        let run = self.send(&journal, &plan, language).await?;
        let stopped = run.stopped;
        let reports = collect::reports(&journal, &batch.rows, &plan, run).await;
        finish(task, batch, &reports, stopped, result, language)
    }
}

impl Refunds<'_> {
    /// Describes what is about to happen.
    fn overview(&self, plan: &[Known], language: Language) -> String {
        let Self {
            target,
            task,
            batch,
        } = self;
        let (file, environment) = (task.file.display(), target.server.name());
        let database = target.database.name();
        let table = totals::table(&batch.rows, plan, language);
        let mut overview = text!(
            language,
            "file: {file}\nenvironment: {environment}\njournal: {database}\n\n{table}",
            "dosya: {file}\nortam: {environment}\nkayıt defteri: {database}\n\n{table}",
        );
        let repeated = totals::repeated_transactions(&batch.rows);
        if repeated > 0 {
            overview += &text!(
                language,
                "transactions with several refunds in the file: {repeated}\n",
                "dosyada birden çok iadesi olan işlem: {repeated}\n",
            );
        }
        if !batch.not_read.is_empty() {
            let columns = batch.not_read.join(", ");
            overview += &text!(
                language,
                "columns that are copied and not read: {columns}\n",
                "okunmadan kopyalanan sütunlar: {columns}\n",
            );
        }
        overview
    }

    /// Asks, unless there is nothing to send, or somebody has agreed already.
    fn confirm(&self, plan: &[Known], language: Language) -> Result<(), Failure> {
        let totals = Totals::of(places(plan).map(|place| &self.batch.rows[place]));
        match self.task.is_agreed || totals.count == 0 {
            true => Ok(()),
            false => confirm::ask(totals, self.target.server.name(), language),
        }
    }

    async fn send<S: Store + 'static>(
        &self,
        journal: &Journal<S>,
        plan: &[Known],
        language: Language,
    ) -> Result<Run, Failure> {
        let Self { task, batch, .. } = self;
        let rows: Arc<[Row]> = batch.rows.clone().into();
        let (count, by) = (places(plan).count(), task.by.clone());
        let progress = Progress::new(count, language);
        let batch = Batch::new(journal.clone(), rows, places(plan), task.interval, by);
        run::run(batch, task.at_once, plan.len(), progress, language).await
    }
}

/// Writes the result file, and says what was done.
fn finish(
    task: &RefundTask,
    batch: &BatchFile,
    reports: &[Report],
    stopped: Option<Stopped>,
    result: ResultFile,
    language: Language,
) -> Result<Exit, Failure> {
    let name = task.result.display();
    let written = result.write(batch, reports);
    print::line(&summary::describe(
        &task.file,
        &batch.rows,
        reports,
        language,
    ));
    for advice in summary::advice(reports, language) {
        print::aside(advice);
    }
    let exit = summary::exit(reports, stopped);
    match written {
        Ok(()) => {
            print::line(&text!(language, "result: {name}", "sonuç: {name}"));
            Ok(exit)
        }
        // What is in doubt matters more than the file, which the next run writes.
        Err(error) => Err(Failure {
            exit: if exit == Exit::Unknown {
                exit
            } else {
                Exit::Failed
            },
            text: text!(
                language,
                "the result could not be written to {name}: {error}; the journal has it, run the command again",
                "sonuç {name} dosyasına yazılamadı: {error}; kayıt defterinde var, komutu yeniden çalıştırın",
            ),
        }),
    }
}
