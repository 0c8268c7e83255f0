//! `x-differs`: differences that are known and read differently on purpose.

use codegen::source::Location;
use serde_json::Value;

use super::document::{Document, walk};
use crate::docs::finding::{Finding, Kind};

/// An acknowledged difference.
#[derive(Clone, Debug)]
pub(crate) struct Acknowledgement {
    pub(crate) page: String,
    pub(crate) what: Kind,
    pub(crate) page_says: String,
    pub(crate) why: String,
    /// The entry's place.
    pub(crate) at: Location,
    /// The place of the object that differs.
    pub(crate) on: Location,
}

impl Acknowledgement {
    /// Returns whether it is about a finding.
    pub(crate) fn settles(&self, finding: &Finding) -> bool {
        self.what == finding.kind
            && self.page == finding.page
            && self.page_says == finding.page_says
            && finding.spec_at.as_ref() == Some(&self.on)
    }
}

/// Lists the acknowledgements of a document. One that can't be read is reported.
pub(super) fn all(document: &Document, faults: &mut Vec<Finding>) -> Vec<Acknowledgement> {
    let mut all = Vec::new();
    walk(document.value(), "", &mut |value, pointer| {
        let Some(list) = value.as_object().and_then(|it| it.get("x-differs")) else {
            return;
        };
        let entries = match list {
            Value::Array(entries) => entries.iter().collect(),
            other => vec![other],
        };
        for (index, entry) in entries.into_iter().enumerate() {
            let at = match list {
                Value::Array(_) => document.place(&format!("{pointer}/x-differs/{index}")),
                _ => document.place(&format!("{pointer}/x-differs")),
            };
            match parse(entry, &at, document.place(pointer)) {
                Ok(acknowledgement) => all.push(acknowledgement),
                Err(text) => {
                    let fault = Finding::new(Kind::Acknowledgement, "", text).in_spec(&at);
                    let example =
                        "write `{page: orders.md, what: type, page-says: string, why: …}`";
                    faults.push(fault.advise(example));
                }
            }
        }
    });
    all
}

fn parse(entry: &Value, at: &Location, on: Location) -> Result<Acknowledgement, String> {
    const KEYS: [&str; 4] = ["page", "what", "page-says", "why"];
    let members = entry
        .as_object()
        .ok_or("expected an object in `x-differs`")?;
    if let Some(key) = members.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(format!("unknown key `{key}` in `x-differs`"));
    }
    let text = |key: &str| match members.get(key).and_then(Value::as_str) {
        Some(text) if !text.trim().is_empty() => Ok(text.to_owned()),
        Some(_) => Err(format!("`{key}` of `x-differs` is empty")),
        None => Err(format!("expected a string as `{key}` of `x-differs`")),
    };
    let what = text("what")?;
    Ok(Acknowledgement {
        page: text("page")?,
        what: Kind::acknowledged(&what)
            .ok_or_else(|| format!("`{what}` is nothing that `x-differs` can acknowledge"))?,
        page_says: text("page-says")?,
        why: text("why")?,
        at: at.clone(),
        on,
    })
}
