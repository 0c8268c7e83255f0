//! `paynet status`: how many refunds are in which state, and which need somebody.

use std::collections::BTreeMap;

use paynet_api::Outcome;
use paynet_api::journal::{Entry, Journal, JournalError, Page, State, Store};

use crate::exit::{Exit, Failure};
use crate::language::{Language, text};
use crate::open::{Work, unreadable};
use crate::{print, words};

/// `paynet status`.
pub(crate) struct Status;

impl Work for Status {
    async fn run<S: Store + 'static>(
        self,
        journal: Journal<S>,
        language: Language,
    ) -> Result<Exit, Failure> {
        let entries = in_states(&journal, &State::ALL).await;
        let entries = entries.map_err(|error| unreadable(&error, language))?;
        let environment = journal.environment();
        print::line(&text!(
            language,
            "environment: {environment}",
            "ortam: {environment}"
        ));
        print_counts(&entries, language);
        Ok(print_open(&entries, language))
    }
}

fn print_counts(entries: &[Entry], language: Language) {
    let mut counts: BTreeMap<State, usize> = BTreeMap::new();
    for entry in entries {
        *counts.entry(entry.state).or_default() += 1;
    }
    for (state, count) in counts {
        print::line(&format!("{count:>9}  {}", words::state(state, language)));
    }
}

fn print_open(entries: &[Entry], language: Language) -> Exit {
    let open: Vec<&Entry> = entries.iter().filter(|it| needs_somebody(it)).collect();
    if open.is_empty() {
        print::line(language.of_two("None needs anybody.", "İlgilenilmesi gereken yok."));
        return Exit::Done;
    }
    print::line(language.of_two(
        "These need somebody: `paynet resolve`, and if it cannot tell, ask Paynet and `paynet journal settle`.",
        "Bunlarla ilgilenilmeli: `paynet resolve`; o bulamazsa Paynet'e sorun ve `paynet journal settle`.",
    ));
    for entry in open {
        print::line(&words::entry(entry, language));
    }
    Exit::Unknown
}

/// Returns whether the outcome of an entry is in doubt, and nobody is at work on it.
pub(crate) fn needs_somebody(entry: &Entry) -> bool {
    match entry.state {
        State::Planned => false,
        State::Sending => entry.lease_over,
        state => state.outcome() == Outcome::Unknown,
    }
}

/// Returns all entries in these states.
pub(crate) async fn in_states<S: Store + 'static>(
    journal: &Journal<S>,
    states: &[State],
) -> Result<Vec<Entry>, JournalError> {
    let mut all = Vec::new();
    let mut next = Some(Page::FIRST);
    while let Some(page) = next {
        let entries = journal.in_states(states, page).await?;
        next = page.next(&entries);
        all.extend(entries);
    }
    Ok(all)
}
