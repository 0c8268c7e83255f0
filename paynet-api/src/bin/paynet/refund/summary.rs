//! What a run has done, for whoever started it, and the exit code for scripts.

use std::path::Path;

use super::report::{Fate, Report, Trouble};
use super::run::Stopped;
use super::totals::Totals;
use crate::exit::Exit;
use crate::file::Row;
use crate::language::{Language, text};
use crate::words;

/// So many refunds that were not accepted are listed; the result file has all.
const LISTED: usize = 20;

const FATES: [Fate; 6] = [
    Fate::Accepted,
    Fate::AcceptedBefore,
    Fate::Refused,
    Fate::NotSent,
    Fate::Unknown,
    Fate::NotBegun,
];

/// Describes what a run has done.
pub(super) fn describe(
    file: &Path,
    rows: &[Row],
    reports: &[Report],
    language: Language,
) -> String {
    let mut lines = not_accepted(file, rows, reports, language);
    for fate in FATES {
        let of_fate = rows.iter().zip(reports).filter(|(_, it)| it.fate == fate);
        let Totals { count, full, kurus } = Totals::of(of_fate.map(|(row, _)| row));
        if count > 0 {
            let (name, sum) = (name(fate, language), words::lira(kurus));
            lines.push(text!(
                language,
                "{name}: {count} ({full} in full, the others {sum})",
                "{name}: {count} ({full} tam iade, diğerleri {sum})",
            ));
        }
    }
    lines.join("\n")
}

/// Lists the first refunds that were not accepted.
fn not_accepted(file: &Path, rows: &[Row], reports: &[Report], language: Language) -> Vec<String> {
    let listed = [Fate::Refused, Fate::NotSent, Fate::Unknown];
    let all = rows.iter().zip(reports);
    let all = all.filter(|(_, report)| listed.contains(&report.fate));
    let file = file.display();
    let first = all.clone().take(LISTED).map(|(row, report)| {
        let (line, key, fate) = (row.line, &row.key, name(report.fate, language));
        format!("{file}:{line}: {key}: {fate} ({})", report.evidence)
    });
    let mut lines: Vec<String> = first.collect();
    let more = all.count().saturating_sub(LISTED);
    if more > 0 {
        lines.push(text!(
            language,
            "… and {more} more: the result file has all",
            "… ve {more} tane daha: hepsi sonuç dosyasında",
        ));
    }
    lines
}

/// Says what to do about what is in doubt or left.
pub(super) fn advice(reports: &[Report], language: Language) -> Vec<&'static str> {
    let has = |fate| reports.iter().any(|report| report.fate == fate);
    let mut advice = Vec::new();
    if has(Fate::Unknown) {
        advice.push(language.of_two(
            "Some outcomes are not known: `paynet resolve` looks them up. Refund none of them by other means before.",
            "Bazı sonuçlar bilinmiyor: `paynet resolve` sorar. Önce başka yoldan iade etmeyin.",
        ));
    }
    if has(Fate::NotSent) || has(Fate::NotBegun) {
        advice.push(language.of_two(
            "Run the same command again to try what was not sent; nothing is sent twice.",
            "Gönderilmeyenleri yeniden denemek için aynı komutu bir daha çalıştırın; hiçbiri iki kez gönderilmez.",
        ));
    }
    advice
}

/// Returns how the command ends.
pub(super) fn exit(reports: &[Report], stopped: Option<Stopped>) -> Exit {
    let worst = reports.iter().map(|report| report.fate);
    let has = |fate| worst.clone().any(|it| it == fate);
    if has(Fate::Unknown) {
        Exit::Unknown
    } else if stopped == Some(Stopped::ByTrouble(Trouble::Database)) {
        Exit::Failed
    } else if has(Fate::NotBegun) && !matches!(stopped, Some(Stopped::ByTrouble(_))) {
        Exit::Stopped
    } else if has(Fate::Refused) || has(Fate::NotSent) || has(Fate::NotBegun) {
        Exit::Incomplete
    } else {
        Exit::Done
    }
}

const fn name(fate: Fate, language: Language) -> &'static str {
    match fate {
        Fate::Accepted => language.of_two("accepted", "kabul edildi"),
        Fate::AcceptedBefore => language.of_two("accepted before", "daha önce kabul edilmiş"),
        Fate::Refused => language.of_two("refused", "reddedildi"),
        Fate::NotSent => language.of_two("not sent", "gönderilmedi"),
        Fate::Unknown => language.of_two("unknown", "bilinmiyor"),
        Fate::NotBegun => language.of_two("not begun", "başlanmadı"),
    }
}
