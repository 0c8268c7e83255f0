//! `specs/docs.lock`: what the specs were written from. Each page with the day on which it was
//! recorded, its digest, and the digest of each of its sections.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_yaml::Value;
use sha2::{Digest as _, Sha256};

use super::page::Page;

/// What was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock {
    pub(crate) pages: BTreeMap<String, LockedPage>,
}

/// A page as it was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LockedPage {
    /// The day on which it was recorded.
    pub(crate) recorded: String,
    pub(crate) digest: String,
    /// The sections by name, in the order of the page, each with its digest.
    pub(crate) sections: Vec<(String, String)>,
}

/// How many digits of a section's digest are kept: enough to notice a change.
const SHORT: usize = 16;

impl Lock {
    /// Parses a lock.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let value: Value = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
        let pages = value.get("pages").and_then(Value::as_mapping);
        let mut lock = Self::default();
        for (name, page) in pages.ok_or("expected `pages`")? {
            let name = name.as_str().ok_or("expected the name of a page")?;
            let page = parse_page(page).ok_or_else(|| {
                format!("expected `recorded`, `sha256` and `sections` of `{name}`")
            })?;
            lock.pages.insert(name.to_owned(), page);
        }
        Ok(lock)
    }

    /// Records a page as it is now. The day stays if the page has not changed.
    pub(crate) fn record(&mut self, page: &Page, today: &str) {
        let mut new = LockedPage::of(page, today);
        if let Some(old) = self.pages.get(&page.name)
            && old.digest == new.digest
        {
            new.recorded.clone_from(&old.recorded);
        }
        self.pages.insert(page.name.clone(), new);
    }

    /// Returns the text of the lock.
    pub(crate) fn text(&self) -> String {
        let mut text = "# Written by `cargo xtask docs --lock`: the pages that the specs were written from.\npages:\n".to_owned();
        for (name, page) in &self.pages {
            // Writing to a string never fails.
            let _ = writeln!(text, "  {name}:");
            let _ = writeln!(text, "    recorded: {}", quoted(&page.recorded));
            let _ = writeln!(text, "    sha256: {}", quoted(&page.digest));
            let _ = writeln!(text, "    sections:");
            for (section, digest) in &page.sections {
                let _ = writeln!(text, "      {}: {}", quoted(section), quoted(digest));
            }
        }
        text
    }
}

impl LockedPage {
    fn of(page: &Page, today: &str) -> Self {
        let sections = page.sections.iter();
        Self {
            recorded: today.to_owned(),
            digest: digest(&page.text.text),
            sections: sections
                .map(|(name, section)| (name.to_owned(), short(&section.text)))
                .collect(),
        }
    }

    /// Returns whether a section was recorded.
    pub(crate) fn has(&self, section: &str) -> bool {
        self.sections.iter().any(|(name, _)| name == section)
    }

    /// Returns whether a page is the one that was recorded, byte for byte.
    pub(crate) fn is(&self, page: &Page) -> bool {
        self.digest == digest(&page.text.text)
    }

    /// Returns the sections that are new, gone or different, in the order of the page.
    pub(crate) fn changed_sections(&self, page: &Page) -> Vec<String> {
        let now = Self::of(page, "");
        let changed = now.sections.iter().filter(|it| !self.sections.contains(it));
        let gone = self.sections.iter().filter(|(name, _)| !now.has(name));
        changed.chain(gone).map(|(name, _)| name.clone()).collect()
    }
}

fn parse_page(page: &Value) -> Option<LockedPage> {
    let text = |key: &str| page.get(key)?.as_str().map(str::to_owned);
    let sections = page.get("sections")?.as_mapping()?.iter();
    let pair = |(name, digest): (&Value, &Value)| {
        Some((name.as_str()?.to_owned(), digest.as_str()?.to_owned()))
    };
    Some(LockedPage {
        recorded: text("recorded")?,
        digest: text("sha256")?,
        sections: sections.map(pair).collect::<Option<_>>()?,
    })
}

/// Returns a text as a YAML string: JSON strings are.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Returns the SHA-256 of a text in hexadecimal digits.
fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn short(text: &str) -> String {
    digest(text).chars().take(SHORT).collect()
}

/// Returns today's date in UTC: `2026-11-28`.
pub(crate) fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    date(since.map_or(0, |since| since.as_secs() / 86_400))
}

/// Returns the date that is so many days after 1970-01-01.
fn date(mut days: u64) -> String {
    let is_leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in months {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(date(0), "1970-01-01");
        assert_eq!(date(11_016), "2000-02-29");
        assert_eq!(date(20_785), "2026-11-28");
        assert_eq!(date(20_818), "2026-12-31");
    }

    #[test]
    fn a_lock_is_read_as_it_was_written() {
        let page = LockedPage {
            recorded: "2026-11-28".to_owned(),
            digest: "1e5".to_owned(),
            sections: vec![("table \"Request: #1\"".to_owned(), "0123".to_owned())],
        };
        let mut lock = Lock::default();
        lock.pages.insert("orders.md".to_owned(), page);
        assert_eq!(Lock::parse(&lock.text()), Ok(lock));
    }
}
