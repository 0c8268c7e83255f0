//! A request being written, before it meets a server and credentials.

use zeroize::Zeroizing;

use super::param::ParamText;
use super::{Encode, Output, Param, Secret};

/// A request being written.
///
/// What cannot be sent (an empty path parameter, say) is noted, and the call then ends before anything is sent.
#[derive(Default)]
pub struct Request {
    pub(super) path: Vec<(&'static str, String)>,
    pub(super) query: Vec<(&'static str, String)>,
    pub(super) headers: Vec<(&'static str, Zeroizing<String>, bool)>,
    pub(super) body: Option<Content>,
    pub(super) secrets: Vec<Secret>,
    pub(super) problem: Option<String>,
}

/// A body and its media type.
pub(super) struct Content {
    pub(super) media: &'static str,
    pub(super) bytes: Zeroizing<Vec<u8>>,
}

/// The media type of JSON, as it is sent and asked for.
pub(super) const JSON: &str = "application/json; charset=UTF-8";

impl Request {
    /// A path parameter, percent-encoded.
    pub fn path(&mut self, name: &'static str, value: &impl Param) {
        let text = self.note(value);
        let value = text.items().join(",");
        // RFC 3986, 5.2.4: "." and ".." are resolved away, and an empty segment is another path.
        match value.as_str() {
            "" | "." | ".." => self.refuse(format!(
                "the path parameter `{name}` must not be empty, `.` or `..`"
            )),
            _ => self.path.push((name, percent_encoded(&value))),
        }
    }

    /// A query parameter, percent-encoded; a list is as many parameters, and what is empty is left out.
    pub fn query(&mut self, name: &'static str, value: &impl Param) {
        for item in self.note(value).items() {
            self.query.push((name, percent_encoded(item)));
        }
    }

    /// A header; a list is joined by commas, and what is empty is left out.
    pub fn header(&mut self, name: &'static str, value: &impl Param) {
        let text = self.note(value);
        if text.items().is_empty() {
            return;
        }
        let value = Zeroizing::new(text.items().join(","));
        if text.sensitive() && value.trim().is_empty() {
            self.refuse(format!("the header `{name}` must not be empty"));
        } else if value
            .bytes()
            .any(|byte| !matches!(byte, b' '..=b'~' | b'\t'))
            || value.trim() != *value
        {
            self.refuse(format!(
                "the header `{name}` takes visible ASCII, without blanks around it"
            ));
        } else {
            self.headers.push((name, value, text.sensitive()));
        }
    }

    /// A JSON body.
    pub fn json(&mut self, body: &impl Encode) {
        let mut out = Output::new();
        body.encode(&mut out);
        self.secrets.append(&mut out.secrets);
        self.content(JSON, out.into_bytes());
    }

    /// A body of text.
    pub fn text(&mut self, body: &str) {
        self.content("text/plain; charset=UTF-8", body.into());
    }

    /// A body of bytes.
    pub fn bytes(&mut self, body: &[u8]) {
        self.content("application/octet-stream", body.into());
    }

    fn content(&mut self, media: &'static str, bytes: Vec<u8>) {
        self.body = Some(Content {
            media,
            bytes: Zeroizing::new(bytes),
        });
    }

    fn note(&mut self, value: &impl Param) -> ParamText {
        let text = ParamText::of(value);
        if text.sensitive() {
            self.secrets
                .extend(text.items().iter().map(|item| Secret::new(item.as_str())));
        }
        text
    }

    fn refuse(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }
}

/// RFC 3986, 2.3: only unreserved characters stand for themselves.
pub(super) fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
