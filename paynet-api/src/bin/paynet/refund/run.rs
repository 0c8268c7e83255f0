//! One run: starts the workers, follows them, and stops them.

use std::collections::BTreeSet;
use std::sync::Arc;

use paynet_api::journal::Store;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;

use super::interrupt;
use super::progress::Progress;
use super::report::{Fate, Report, Trouble};
use super::send::{Batch, Message};
use crate::exit::Failure;
use crate::language::{Language, text};

/// So many refunds in a row without a clear answer of Paynet's end the run: whatever is the matter,
/// more of them would only have to be resolved, too.
const IN_A_ROW: usize = 5;

/// Why a run ended before the last refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stopped {
    ByCtrlC,
    /// By a second Ctrl-C: calls that were under way were given up.
    AtOnce,
    ByTrouble(Trouble),
}

/// What a run has done.
pub(super) struct Run {
    /// By place in the file, `None` where nothing was begun.
    pub(super) reports: Vec<Option<Report>>,
    /// What was begun and has not ended.
    pub(super) given_up: BTreeSet<usize>,
    pub(super) stopped: Option<Stopped>,
}

/// Sends a batch, with so many calls at once.
pub(super) async fn run<S: Store + 'static>(
    batch: Batch<S>,
    at_once: usize,
    rows: usize,
    progress: Progress,
    language: Language,
) -> Result<Run, Failure> {
    let (sender, receiver) = unbounded_channel();
    let signals = interrupt::watch(&sender.downgrade()).map_err(|error| {
        Failure::new(text!(
            language,
            "Ctrl-C cannot be watched for: {error}; nothing was sent",
            "Ctrl-C izlenemiyor: {error}; hiçbir şey gönderilmedi",
        ))
    })?;
    let batch = Arc::new(batch);
    let mut workers = JoinSet::new();
    for _ in 0..at_once {
        workers.spawn(Arc::clone(&batch).work(sender.clone()));
    }
    // The workers have the only senders, so the last one ends the run.
    drop(sender);
    let mut following = Following {
        run: Run {
            reports: vec![None; rows],
            given_up: BTreeSet::new(),
            stopped: None,
        },
        in_a_row: 0,
        batch,
        progress,
        language,
    };
    following.follow(receiver).await;
    // Dropping them ends calls that are under way; there are some only if everything is to stop.
    workers.shutdown().await;
    drop(signals);
    following.progress.finish();
    Ok(following.run)
}

/// Follows a run.
struct Following<S> {
    run: Run,
    in_a_row: usize,
    batch: Arc<Batch<S>>,
    progress: Progress,
    language: Language,
}

impl<S: Store + 'static> Following<S> {
    /// Follows the run until its end.
    async fn follow(&mut self, mut messages: UnboundedReceiver<Message>) {
        while let Some(message) = messages.recv().await {
            match message {
                Message::Begun(place) => {
                    self.run.given_up.insert(place);
                }
                Message::Ended(place, report) => self.ended(place, report),
                Message::Interrupt if self.run.stopped.is_none() => {
                    let under_way = self.run.given_up.len();
                    self.stop(Stopped::ByCtrlC, &first_interrupt(under_way, self.language));
                }
                Message::Interrupt => {
                    self.run.stopped = Some(Stopped::AtOnce);
                    return;
                }
            }
        }
    }

    fn ended(&mut self, place: usize, report: Report) {
        self.run.given_up.remove(&place);
        self.progress.ended(report.fate);
        self.in_a_row = match (report.trouble, report.fate) {
            (Some(_), _) => self.in_a_row + 1,
            (None, Fate::Accepted | Fate::AcceptedBefore | Fate::Refused) => 0,
            (None, _) => self.in_a_row,
        };
        let trouble = report.trouble;
        self.run.reports[place] = Some(report);
        if let Some(trouble) = trouble
            && self.run.stopped.is_none()
            && (trouble == Trouble::Database || self.in_a_row >= IN_A_ROW)
        {
            self.stop(
                Stopped::ByTrouble(trouble),
                &of_trouble(trouble, self.language),
            );
        }
    }

    fn stop(&mut self, why: Stopped, say: &str) {
        self.batch.stop();
        self.run.stopped = Some(why);
        self.progress.say(say);
    }
}

fn first_interrupt(under_way: usize, language: Language) -> String {
    text!(
        language,
        "Stopping: nothing more is begun; the end of what is under way ({under_way}) is awaited, some \
         30 seconds at most. Ctrl-C again gives up at once: these refunds are unknown then, and need \
         `paynet resolve`.",
        "Duruyor: yenisi başlatılmıyor; sürenlerin ({under_way}) bitmesi bekleniyor, en çok 30 saniye \
         kadar. Ctrl-C'ye yeniden basarsanız hemen vazgeçilir: o zaman bu iadelerin sonucu bilinmez ve \
         `paynet resolve` gerekir.",
    )
}

fn of_trouble(trouble: Trouble, language: Language) -> String {
    match trouble {
        Trouble::Database => text!(
            language,
            "Stopping: the journal's database failed, and nothing is sent without it.",
            "Duruyor: kayıt defterinin veritabanında hata oldu; onsuz hiçbir şey gönderilmez.",
        ),
        Trouble::Paynet => text!(
            language,
            "Stopping: {IN_A_ROW} refunds in a row were not sent or not answered clearly. Is Paynet \
             reachable, is the secret key right, is this machine's address registered?",
            "Duruyor: art arda {IN_A_ROW} iade gönderilemedi veya açık bir yanıt alınamadı. Paynet'e \
             erişiliyor mu, gizli anahtar doğru mu, bu makinenin adresi kayıtlı mı?",
        ),
    }
}
