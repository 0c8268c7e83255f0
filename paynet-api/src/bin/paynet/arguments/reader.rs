//! Reads the options of a command.

use std::path::PathBuf;

use clap::ArgMatches;

use super::values::{self, Database, Server};
use super::{RefundTask, Resolve, SecretKey, Settle, Show, Target, Task};
use crate::exit::Failure;
use crate::language::{Language, text};

/// Reads the options of a command, and the variables that may stand for them.
pub(super) struct Reader<V> {
    pub(super) variable: V,
    pub(super) language: Language,
}

impl<V: Fn(&str) -> Option<String>> Reader<V> {
    pub(super) fn refund(&self, matches: &ArgMatches) -> Result<Task, Failure> {
        let file: PathBuf = one(matches, "file").unwrap_or_default().into();
        let rate = one(matches, "rate").unwrap_or_else(|| "5/s".to_owned());
        let at_once = one(matches, "at-once").unwrap_or_else(|| "4".to_owned());
        let result = one(matches, "result").map(PathBuf::from);
        let task = RefundTask {
            result: result.unwrap_or_else(|| file.with_extension("result.csv")),
            file,
            is_dry_run: matches.get_flag("dry-run"),
            is_agreed: matches.get_flag("yes"),
            interval: values::rate(&rate, self.language).map_err(Failure::usage)?,
            at_once: values::at_once(&at_once, self.language).map_err(Failure::usage)?,
            by: self.by(matches),
        };
        let mut target = self.target(matches)?;
        target.migrates = matches.get_flag("migrate");
        target.worker = one(matches, "worker");
        if !task.is_dry_run {
            target.secret_key = secret_key(matches);
        }
        Ok(Task::Refund(target, task))
    }

    pub(super) fn resolve(&self, matches: &ArgMatches) -> Result<Task, Failure> {
        let mut target = self.target(matches)?;
        target.secret_key = secret_key(matches);
        if let Some(within) = one(matches, "within") {
            target.look_for = values::seconds(&within, self.language).map_err(Failure::usage)?;
        }
        let key = one(matches, "key");
        Ok(Task::Resolve(target, Resolve { key }))
    }

    pub(super) fn show(&self, matches: &ArgMatches) -> Result<Task, Failure> {
        let key = one(matches, "key").unwrap_or_default();
        Ok(Task::Show(self.target(matches)?, Show { key }))
    }

    pub(super) fn settle(&self, matches: &ArgMatches) -> Result<Task, Failure> {
        let decision = one(matches, "decision").unwrap_or_default();
        let task = Settle {
            key: one(matches, "key").unwrap_or_default(),
            is_done: values::is_done(&decision, self.language).map_err(Failure::usage)?,
            reason: one(matches, "reason").unwrap_or_default(),
            by: self.by(matches).ok_or_else(|| {
                Failure::usage(text!(
                    self.language,
                    "--by is missing: say who settles it",
                    "--by eksik: kimin sonuca bağladığını yazın",
                ))
            })?,
        };
        Ok(Task::Settle(self.target(matches)?, task))
    }

    /// Reads what all commands have that look into the journal.
    pub(super) fn target(&self, matches: &ArgMatches) -> Result<Target, Failure> {
        let server = self.needed(matches, "environment", "PAYNET_ENVIRONMENT")?;
        Ok(Target {
            server: Server::read(&server, self.language).map_err(Failure::usage)?,
            database: self.database(matches)?,
            migrates: false,
            secret_key: SecretKey::NotNeeded,
            worker: None,
            look_for: values::LOOK_FOR,
        })
    }

    pub(super) fn database(&self, matches: &ArgMatches) -> Result<Database, Failure> {
        let database = self.needed(matches, "database", "PAYNET_DATABASE")?;
        Database::read(&database, self.language).map_err(Failure::usage)
    }

    /// Who does it: by default, whom the system knows.
    fn by(&self, matches: &ArgMatches) -> Option<String> {
        let user = || (self.variable)("USER").filter(|it| !it.is_empty());
        one(matches, "by").or_else(user)
    }

    /// Returns the value of an option, or of the variable that may stand for it.
    fn needed(&self, matches: &ArgMatches, option: &str, name: &str) -> Result<String, Failure> {
        let set = || (self.variable)(name).filter(|it| !it.is_empty());
        one(matches, option).or_else(set).ok_or_else(|| {
            Failure::usage(text!(
                self.language,
                "--{option} is missing: add it, or set {name}",
                "--{option} eksik: ekleyin ya da {name} değişkenini ayarlayın",
            ))
        })
    }
}

fn secret_key(matches: &ArgMatches) -> SecretKey {
    let file = one(matches, "secret-key-file").map(PathBuf::from);
    file.map_or(SecretKey::Variable, SecretKey::File)
}

fn one(matches: &ArgMatches, name: &str) -> Option<String> {
    matches.get_one::<String>(name).cloned()
}
