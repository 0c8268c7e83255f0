//! The progress bar, on the standard error. Nothing is drawn where that is no terminal.

use indicatif::{ProgressBar, ProgressStyle};

use super::report::Fate;
use crate::language::{Language, text};
use crate::print;

/// The progress of a run.
pub(super) struct Progress {
    bar: ProgressBar,
    language: Language,
    refused: usize,
    not_sent: usize,
    unknown: usize,
}

impl Progress {
    pub(super) fn new(count: usize, language: Language) -> Self {
        let bar = ProgressBar::new(count.try_into().unwrap_or(u64::MAX));
        // The bar itself needs no words.
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {elapsed} {msg}") {
            bar.set_style(style);
        }
        bar.tick();
        Self {
            bar,
            language,
            refused: 0,
            not_sent: 0,
            unknown: 0,
        }
    }

    pub(super) fn ended(&mut self, fate: Fate) {
        match fate {
            Fate::Refused => self.refused += 1,
            Fate::NotSent => self.not_sent += 1,
            Fate::Unknown => self.unknown += 1,
            Fate::Accepted | Fate::AcceptedBefore | Fate::NotBegun => {}
        }
        let (refused, not_sent, unknown) = (self.refused, self.not_sent, self.unknown);
        if refused + not_sent + unknown > 0 {
            self.bar.set_message(text!(
                self.language,
                "refused {refused}, not sent {not_sent}, unknown {unknown}",
                "reddedilen {refused}, gönderilmeyen {not_sent}, bilinmeyen {unknown}",
            ));
        }
        self.bar.inc(1);
    }

    /// Prints a line above the bar.
    pub(super) fn say(&self, line: &str) {
        self.bar.suspend(|| print::aside(line));
    }

    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
