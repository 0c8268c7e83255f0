//! Opens the journal, and hands it to what is to be done with it.

use std::path::Path;
use std::time::Duration;

use paynet_api::Paynet;
use paynet_api::journal::{
    Journal, JournalError, JournalErrorKind, Postgres, Sqlite, Store, StoreError,
};

use crate::arguments::{Database, Target};
use crate::exit::{Exit, Failure};
use crate::language::{Language, text};
use crate::{print, secret_key};

/// How long a process that was killed holds its refunds. It is renewed while a call is under way.
const LEASE: Duration = Duration::from_secs(30);

/// What is done with the journal, whatever its database is.
pub(crate) trait Work {
    async fn run<S: Store + 'static>(
        self,
        journal: Journal<S>,
        language: Language,
    ) -> Result<Exit, Failure>;
}

/// The journal's database, open.
enum Opened {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// Opens the journal, and does the work with it.
pub(crate) async fn run(
    target: &Target,
    work: impl Work,
    language: Language,
) -> Result<Exit, Failure> {
    let paynet = client(target, language)?;
    match open(&target.database, target.migrates, language).await? {
        Opened::Sqlite(store) => work.run(journal(target, paynet, store), language).await,
        Opened::Postgres(store) => work.run(journal(target, paynet, store), language).await,
    }
}

/// Creates the tables, or brings them up to date.
pub(crate) async fn migrate(database: &Database, language: Language) -> Result<Exit, Failure> {
    open(database, true, language).await?;
    let name = database.name();
    print::line(&text!(
        language,
        "the journal {name} is ready",
        "kayıt defteri {name} hazır",
    ));
    Ok(Exit::Done)
}

fn client(target: &Target, language: Language) -> Result<Paynet, Failure> {
    let mut builder = Paynet::builder(target.server.clone());
    if let Some(key) = secret_key::read(&target.secret_key, language)? {
        builder = builder.secret_key(key);
    }
    builder.build().map_err(|error| {
        Failure::new(text!(
            language,
            "the client cannot be set up: {error}",
            "istemci kurulamıyor: {error}",
        ))
    })
}

fn journal<S: Store + 'static>(target: &Target, paynet: Paynet, store: S) -> Journal<S> {
    let builder = Journal::builder(paynet, store).lease(LEASE);
    // An empty name is none.
    let worker = target.worker.as_deref().unwrap_or_default();
    builder.worker(worker).look_for(target.look_for).build()
}

async fn open(database: &Database, migrates: bool, language: Language) -> Result<Opened, Failure> {
    let failed = |error| failure(&error, language);
    match database {
        Database::Sqlite(file) => {
            refuse_missing(file, migrates, language)?;
            let store = Sqlite::open(file).await.map_err(failed)?;
            if migrates {
                store.migrate().await.map_err(failed)?;
            }
            Ok(Opened::Sqlite(store))
        }
        Database::Postgres { url, .. } => {
            let store = Postgres::connect(url.clone()).await.map_err(failed)?;
            if migrates {
                store.migrate().await.map_err(failed)?;
            }
            Ok(Opened::Postgres(store))
        }
    }
}

/// Only a migration creates a file: with a new journal, in a place that was misspelt, what was sent
/// before would not be known.
fn refuse_missing(file: &Path, migrates: bool, language: Language) -> Result<(), Failure> {
    if migrates || file.exists() {
        return Ok(());
    }
    let name = file.display();
    Err(Failure::new(text!(
        language,
        "there is no journal {name}: name the right one, because a new one does not know what was sent before; `paynet journal migrate` creates one",
        "{name} diye bir kayıt defteri yok: doğrusunu yazın, çünkü yenisi daha önce gönderilenleri bilmez; `paynet journal migrate` oluşturur",
    )))
}

/// Returns the failure of a journal that is open and cannot be read.
pub(crate) fn unreadable(error: &JournalError, language: Language) -> Failure {
    match error.kind() {
        JournalErrorKind::Store(error) => Failure::new(text!(
            language,
            "{error} (at first, and after an update of the program: `paynet journal migrate`)",
            "kayıt defterinin veritabanı: {error} (ilk kez veya program güncellendiyse: `paynet journal migrate`)",
        )),
        _ => Failure::new(error.to_string()),
    }
}

fn failure(error: &StoreError, language: Language) -> Failure {
    Failure::new(text!(
        language,
        "{error}",
        "kayıt defterinin veritabanı: {error}",
    ))
}
