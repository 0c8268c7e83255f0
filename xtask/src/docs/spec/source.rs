//! `x-source`: what each fact of the specs is from.

use codegen::source::Location;
use serde_json::Value;

use super::document::{Document, walk};

/// An entry of an `x-source`.
#[derive(Clone, Debug)]
pub(crate) struct Citation {
    /// As it is written.
    pub(crate) text: String,
    /// The entry's place.
    pub(crate) at: Location,
    /// The place of the `x-source`.
    pub(crate) key: Location,
}

impl Citation {
    /// Returns the page that is cited, if it is one of ours: `refund.md`.
    pub(crate) fn page(&self) -> Option<&str> {
        page(&self.text)
    }

    /// Returns the section that is cited, without a row of it and without a remark.
    pub(crate) fn section(&self) -> Option<String> {
        let parts = self.parts();
        let parts: Vec<&str> = parts.filter(|part| !part.starts_with("row ")).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Returns the row that is cited.
    pub(crate) fn row(&self) -> Option<&str> {
        let row = self.parts().find_map(|part| part.strip_prefix("row "))?;
        Some(row.trim_matches('"'))
    }

    /// Returns the address that is cited, without its scheme.
    pub(crate) fn address(&self) -> Option<&str> {
        let address = self.text.split([' ', ',']).next()?;
        (self.page().is_none() && address.contains('/')).then(|| address.trim_end_matches('/'))
    }

    fn parts(&self) -> impl Iterator<Item = &str> {
        let text = without_remark(&self.text);
        text.split(", ").skip(1)
    }
}

fn page(text: &str) -> Option<&str> {
    let page = without_remark(text).split(", ").next()?;
    (page.ends_with(".md") && !page.contains(['/', ' '])).then_some(page)
}

/// Returns an entry without what it adds in brackets.
fn without_remark(text: &str) -> &str {
    text.split_once(" (").map_or(text, |(text, _)| text).trim()
}

/// Returns the entries of an object's `x-source`.
fn entries(value: &Value) -> Vec<&str> {
    match value.get("x-source") {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Returns the pages that an object is from; `None` if it has no `x-source`.
pub(super) fn pages(value: &Value) -> Option<Vec<String>> {
    value.get("x-source")?;
    let entries = entries(value).into_iter();
    Some(entries.filter_map(page).map(str::to_owned).collect())
}

/// Returns whether an object cites a section of a page.
pub(super) fn cited(value: &Value) -> Vec<String> {
    entries(value)
        .into_iter()
        .map(without_remark)
        .map(str::to_owned)
        .collect()
}

/// Lists every entry of a document.
pub(super) fn citations(document: &Document) -> Vec<Citation> {
    let mut citations = Vec::new();
    walk(document.value(), "", &mut |value, pointer| {
        let is_list = value.get("x-source").is_some_and(Value::is_array);
        for (index, text) in entries(value).into_iter().enumerate() {
            let at = match is_list {
                true => format!("{pointer}/x-source/{index}"),
                false => format!("{pointer}/x-source"),
            };
            citations.push(Citation {
                text: text.to_owned(),
                at: document.place(&at),
                key: document.place(&format!("{pointer}/x-source")).key(),
            });
        }
    });
    citations
}

#[cfg(test)]
mod tests {
    use super::*;

    fn citation(text: &str) -> Citation {
        let at = Location::root(&"a".into());
        Citation {
            text: text.to_owned(),
            key: at.clone(),
            at,
        }
    }

    #[test]
    fn a_citation_has_a_page_a_section_and_a_row() {
        let cited =
            citation("orders.md, section \"Posted\", table \"Fields\", row \"code\" (a string)");
        assert_eq!(cited.page(), Some("orders.md"));
        assert_eq!(
            cited.section().as_deref(),
            Some("section \"Posted\", table \"Fields\"")
        );
        assert_eq!(cited.row(), Some("code"));
        assert_eq!(citation("orders.md").section(), None);
    }

    #[test]
    fn other_sources_are_addresses_or_words() {
        let cited = citation("docs.example.com/codes (result codes)");
        assert_eq!(
            (cited.page(), cited.address()),
            (None, Some("docs.example.com/codes"))
        );
        assert_eq!(citation("the helper Class.php").address(), None);
    }
}
