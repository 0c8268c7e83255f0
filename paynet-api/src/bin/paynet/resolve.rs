//! `paynet resolve`: looks up what became of refunds in doubt. It changes nothing at Paynet, so it
//! can be stopped at any moment.

use paynet_api::journal::{Entry, Journal, JournalErrorKind, State, Store};

use crate::arguments::Resolve;
use crate::exit::{Exit, Failure};
use crate::language::{Language, text};
use crate::open::{Work, unreadable};
use crate::status::{in_states, needs_somebody};
use crate::{print, words};

impl Work for Resolve {
    async fn run<S: Store + 'static>(
        self,
        journal: Journal<S>,
        language: Language,
    ) -> Result<Exit, Failure> {
        let failed = |error| unreadable(&error, language);
        journal.recover().await.map_err(failed)?;
        let entries = match &self.key {
            Some(key) => vec![find(&journal, key, language).await?],
            None => {
                let mut all = in_states(&journal, &State::ALL).await.map_err(failed)?;
                all.retain(needs_somebody);
                all
            }
        };
        let mut open = 0;
        for entry in &entries {
            let resolved = look_up(&journal, entry, language).await?;
            print::line(&words::entry(&resolved, language));
            if needs_somebody(&resolved) || resolved.state.is_under_way() {
                open += 1;
            }
        }
        Ok(finish(open, language))
    }
}

fn finish(open: usize, language: Language) -> Exit {
    if open == 0 {
        print::line(language.of_two("None is in doubt.", "Şüpheli olan yok."));
        return Exit::Done;
    }
    print::line(&text!(
        language,
        "in doubt: {open}. Look again later, or ask Paynet and then `paynet journal settle`.",
        "şüpheli: {open}. Sonra yeniden bakın ya da Paynet'e sorup `paynet journal settle` ile sonuca bağlayın.",
    ));
    Exit::Unknown
}

/// Returns the entry with a key.
pub(crate) async fn find<S: Store + 'static>(
    journal: &Journal<S>,
    key: &str,
    language: Language,
) -> Result<Entry, Failure> {
    let found = journal.entry(key).await;
    let found = found.map_err(|error| unreadable(&error, language))?;
    let environment = journal.environment();
    found.ok_or_else(|| {
        Failure::new(text!(
            language,
            "the journal has no refund `{key}` in {environment}",
            "kayıt defterinde {environment} ortamında `{key}` diye bir iade yok",
        ))
    })
}

async fn look_up<S: Store + 'static>(
    journal: &Journal<S>,
    entry: &Entry,
    language: Language,
) -> Result<Entry, Failure> {
    match journal.resolve(&entry.key).await {
        Ok(resolved) => Ok(resolved),
        Err(error) => match error.kind() {
            // Nothing is in doubt about it, or nothing more can be found.
            JournalErrorKind::NotOpen(entry) | JournalErrorKind::Busy(entry) => Ok(entry.clone()),
            _ => Err(unreadable(&error, language)),
        },
    }
}
