//! The totals that somebody agrees to: how many refunds, how much, and what is left as it is.

use std::collections::BTreeMap;

use paynet_api::{Outcome, RefundAmount};

use super::plan::Known;
use crate::file::Row;
use crate::language::Language;
use crate::words;

/// Counts refunds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals {
    pub(super) count: usize,
    /// How many are of the whole amount, which the file does not say.
    pub(super) full: usize,
    /// The sum of the parts.
    pub(super) kurus: i128,
}

impl Totals {
    pub(super) fn add(&mut self, amount: RefundAmount) {
        self.count += 1;
        match amount {
            RefundAmount::Full => self.full += 1,
            RefundAmount::Partial(amount) => self.kurus += i128::from(amount.kurus()),
        }
    }

    pub(super) fn of<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Self {
        let mut totals = Self::default();
        for row in rows {
            totals.add(row.amount);
        }
        totals
    }
}

/// What is done with a refund of the file, in the order of the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    New,
    NotSent,
    Accepted,
    Refused,
    Unknown,
}

impl Group {
    const ALL: [Self; 5] = [
        Self::New,
        Self::NotSent,
        Self::Accepted,
        Self::Refused,
        Self::Unknown,
    ];

    fn of(known: &Known) -> Self {
        match known {
            Known::New => Self::New,
            Known::NotSent => Self::NotSent,
            Known::Recorded(entry) | Known::Conflict(entry) => match entry.state.outcome() {
                Outcome::Accepted => Self::Accepted,
                Outcome::Refused => Self::Refused,
                Outcome::NotSent | Outcome::Unknown => Self::Unknown,
            },
        }
    }

    const fn label(self, language: Language) -> &'static str {
        match self {
            Self::New => language.of_two("  new", "  yeni"),
            Self::NotSent => language.of_two(
                "  not sent before, proven: are sent now",
                "  daha önce gönderilmediği kanıtlı: şimdi gönderilir",
            ),
            Self::Accepted => language.of_two(
                "  accepted before: are not sent again",
                "  daha önce kabul edilmiş: yeniden gönderilmez",
            ),
            Self::Refused => language.of_two(
                "  refused before: are not sent again",
                "  daha önce reddedilmiş: yeniden gönderilmez",
            ),
            Self::Unknown => language.of_two(
                "  in doubt or under way: are not sent again",
                "  şüpheli veya sürüyor: yeniden gönderilmez",
            ),
        }
    }
}

/// Returns the table: what the file has, what becomes of it, and what is sent.
pub(super) fn table(rows: &[Row], plan: &[Known], language: Language) -> String {
    let group = |group| {
        let chosen = rows.iter().zip(plan);
        let chosen = chosen.filter(move |(_, known)| Group::of(known) == group);
        Totals::of(chosen.map(|(row, _)| row))
    };
    let groups = Group::ALL.map(|it| (it.label(language), group(it)));
    let sent = rows
        .iter()
        .zip(plan)
        .filter(|(_, known)| known.is_to_be_sent());
    let of_file = language.of_two("in the file", "dosyada");
    let to_be_sent = language.of_two("to be sent", "gönderilecek");
    let mut lines = vec![(of_file, Totals::of(rows))];
    lines.extend(groups.into_iter().filter(|(_, totals)| totals.count > 0));
    lines.push((to_be_sent, Totals::of(sent.map(|(row, _)| row))));
    columns(&lines, language)
}

fn columns(lines: &[(&str, Totals)], language: Language) -> String {
    let [refunds, full, parts] = [
        language.of_two("refunds", "iade"),
        language.of_two("in full", "tam iade"),
        language.of_two("sum of the others", "diğerlerinin toplamı"),
    ];
    let longest = lines.iter().map(|(label, _)| label.chars().count()).max();
    let width = longest.unwrap_or_default();
    let mut text = format!("{:width$}{refunds:>9}{full:>12}{parts:>24}\n", "");
    for (label, Totals { count, full, kurus }) in lines {
        let sum = words::lira(*kurus);
        text += &format!("{label:width$}{count:>9}{full:>12}{sum:>24}\n");
    }
    text
}

/// Returns how many transactions have several refunds in the file.
pub(super) fn repeated_transactions(rows: &[Row]) -> usize {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(&row.transaction).or_insert(0_usize) += 1;
    }
    counts.values().filter(|count| **count > 1).count()
}

#[cfg(test)]
mod tests {
    use super::{Language, Totals, columns};

    #[test]
    fn columns_are_aligned_in_both_languages() {
        let totals = Totals {
            count: 7,
            full: 2,
            kurus: 1_234_567_890_150,
        };
        for language in [Language::English, Language::Turkish] {
            let table = columns(&[("dosyada", totals), ("gönderileceği", totals)], language);
            let widths: Vec<usize> = table.lines().map(|line| line.chars().count()).collect();
            assert_eq!(widths, [58; 3], "{table}");
        }
        let english = columns(&[("sum", totals)], Language::English);
        assert!(
            english.ends_with("sum        7           2       12345678901.50 TL\n"),
            "{english}"
        );
    }
}
