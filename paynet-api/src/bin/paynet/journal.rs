//! `paynet journal show` and `paynet journal settle`.

use paynet_api::journal::{Decision, Journal, JournalErrorKind, Store};

use crate::arguments::{Settle, Show};
use crate::exit::{Exit, Failure};
use crate::language::{Language, text};
use crate::open::{Work, unreadable};
use crate::resolve::find;
use crate::{print, words};

impl Work for Show {
    /// Prints an entry and its history, whose proofs are as they are stored.
    async fn run<S: Store + 'static>(
        self,
        journal: Journal<S>,
        language: Language,
    ) -> Result<Exit, Failure> {
        let entry = find(&journal, &self.key, language).await?;
        print::line(&words::entry(&entry, language));
        let history = journal.history(&entry).await;
        for line in history.map_err(|error| unreadable(&error, language))? {
            let (at, state) = (words::instant(line.at), words::state(line.to, language));
            let person = line.person.map(|it| format!(", {it}")).unwrap_or_default();
            print::line(&format!(
                "  {at}  {state}: {} ({}{person})",
                line.proof, line.worker
            ));
        }
        Ok(Exit::Done)
    }
}

impl Work for Settle {
    /// Records what somebody found out.
    async fn run<S: Store + 'static>(
        self,
        journal: Journal<S>,
        language: Language,
    ) -> Result<Exit, Failure> {
        let key = self.key.as_str();
        find(&journal, key, language).await?;
        let decision = match self.is_done {
            true => Decision::Done,
            false => Decision::NotDone,
        };
        let decided = journal.decide(key, decision, &self.by, &self.reason).await;
        let entry = decided.map_err(|error| match error.kind() {
            JournalErrorKind::NotOpen(entry) | JournalErrorKind::Busy(entry) => {
                let entry = words::entry(entry, language);
                Failure::new(text!(
                    language,
                    "nothing can be settled about {entry}",
                    "sonuca bağlanacak bir şey yok: {entry}",
                ))
            }
            _ => unreadable(&error, language),
        })?;
        print::line(&words::entry(&entry, language));
        Ok(Exit::Done)
    }
}
