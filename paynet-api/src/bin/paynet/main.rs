//! `paynet`: refunds from the command line, none sent twice.
//!
//! | module | content |
//! | --- | --- |
//! | `arguments` | the command line |
//! | `file` | the CSV file of a batch |
//! | `refund` | `paynet refund` |
//! | `status` | `paynet status` |
//! | `resolve` | `paynet resolve` |
//! | `journal` | `paynet journal show` and `settle` |
//! | `open` | opens the journal |
//! | `secret_key` | where the key comes from |
//! | `language`, `words` | English and Turkish, side by side |
//! | `print` | printing |
//! | `exit` | exit codes |

mod arguments;
mod exit;
mod file;
mod journal;
mod language;
mod open;
mod print;
mod refund;
mod resolve;
mod secret_key;
mod status;
mod words;

use std::process::ExitCode;

use arguments::Task;
use exit::{Exit, Failure};
use language::Language;
use tokio::runtime::Builder;

fn main() -> ExitCode {
    let language = Language::of_environment();
    let variable = |name: &str| std::env::var(name).ok();
    let task = arguments::read(std::env::args_os(), variable, language);
    match task.and_then(|task| run(task, language)) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            print::aside(&format!("paynet: {}", failure.text));
            failure.exit.into()
        }
    }
}

fn run(task: Task, language: Language) -> Result<Exit, Failure> {
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(error.to_string()))?;
    runtime.block_on(async {
        match task {
            Task::Print(text) => {
                print::line(text.trim_end());
                Ok(Exit::Done)
            }
            Task::Migrate(database) => open::migrate(&database, language).await,
            Task::Status(target) => open::run(&target, status::Status, language).await,
            Task::Resolve(target, task) => open::run(&target, task, language).await,
            Task::Show(target, task) => open::run(&target, task, language).await,
            Task::Settle(target, task) => open::run(&target, task, language).await,
            Task::Refund(target, task) => {
                // Whatever else may be wrong, the file is looked at first.
                let batch = file::check(&task.file, language)?;
                let refunds = refund::Refunds {
                    task,
                    batch,
                    target: &target,
                };
                open::run(&target, refunds, language).await
            }
        }
    })
}
