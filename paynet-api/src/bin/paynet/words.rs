//! Values in words, in both languages: states, instants, amounts.

use std::time::SystemTime;

use paynet_api::journal::{Entry, State};
use paynet_api::{DateTime, RefundAmount};

use crate::language::{Language, text};

/// Returns the name of a state.
pub(crate) const fn state(state: State, language: Language) -> &'static str {
    match state {
        State::Planned => language.of_two("planned", "planlandı"),
        State::Sending => language.of_two("sending", "gönderiliyor"),
        State::Accepted => language.of_two("accepted", "kabul edildi"),
        State::Refused => language.of_two("refused", "reddedildi"),
        State::NotSent => language.of_two("not sent", "gönderilmedi"),
        State::Unknown => language.of_two("unknown", "bilinmiyor"),
        State::StillUnknown => language.of_two("still unknown", "hâlâ bilinmiyor"),
        State::NotSeenYet => language.of_two("not seen yet", "henüz görünmüyor"),
        State::OneMore => language.of_two(
            "one more reversal than before",
            "öncekinden bir fazla iade var",
        ),
        State::Reversed => language.of_two("reversed", "iade edilmiş görünüyor"),
        State::SettledDone => language.of_two("settled: done", "sonuca bağlandı: yapıldı"),
        State::SettledNotDone => language.of_two("settled: not done", "sonuca bağlandı: yapılmadı"),
    }
}

/// Returns an instant in UTC, to the second.
pub(crate) fn instant(instant: SystemTime) -> String {
    let since = instant.duration_since(SystemTime::UNIX_EPOCH);
    let seconds = i64::try_from(since.unwrap_or_default().as_secs()).unwrap_or(i64::MAX);
    let instant = DateTime::from_unix(seconds, 0);
    instant.map_or_else(|_| String::new(), |it| it.as_str().to_owned())
}

/// Returns a sum of kuruş in lira.
pub(crate) fn lira(kurus: i128) -> String {
    format!("{}.{:02} TL", kurus / 100, kurus % 100)
}

/// Returns how much is refunded.
pub(crate) fn amount(amount: RefundAmount, language: Language) -> String {
    match amount {
        RefundAmount::Partial(amount) => format!("{amount} TL"),
        RefundAmount::Full => language.of_two("the whole", "tamamı").to_owned(),
    }
}

/// Describes an entry in one line.
pub(crate) fn entry(entry: &Entry, language: Language) -> String {
    let whole = RefundAmount::Full;
    let amount = amount(entry.amount.map_or(whole, RefundAmount::Partial), language);
    let (key, transaction) = (&entry.key, &entry.xact_id);
    let (state, since) = (state(entry.state, language), instant(entry.changed_at));
    let code = entry
        .code
        .map(|code| format!(" ({code})"))
        .unwrap_or_default();
    text!(
        language,
        "{key}: {amount} of {transaction}: {state}{code}, since {since}",
        "{key}: {transaction} işleminden {amount}: {state}{code}, {since} tarihinden beri",
    )
}
