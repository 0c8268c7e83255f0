//! A request while an operation writes it, without a server and credentials: parameters and body.

mod parameters;

use std::borrow::Cow;

use zeroize::Zeroizing;

use crate::runtime::wire::escape::Escape;
use crate::runtime::wire::multipart::multipart;
use crate::runtime::wire::plain::{Value, Written};
use crate::runtime::wire::style;
use crate::runtime::wire::style::Styles;
use crate::runtime::{Encode, Output, Secret, Style};

/// A request while an operation writes it.
///
/// What cannot be sent, such as an empty path parameter, is noted; the call then fails before
/// anything is sent.
///
/// # Examples
///
/// ```
/// use paynet_api::runtime::{Encode, Request, Style};
///
/// fn write(id: &str, tags: &Vec<String>, body: &impl Encode, request: &mut Request) {
///     request.path("id", &id.to_owned());
///     request.query_as("tags", tags, Style::Form { explode: false });
///     request.json(body);
/// }
/// ```
#[derive(Default)]
pub struct Request {
    pub(crate) path: Vec<(&'static str, String)>,
    /// Names and values, escaped.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: Vec<(&'static str, Zeroizing<String>, bool)>,
    /// Pairs, escaped.
    pub(crate) cookies: Vec<Zeroizing<String>>,
    pub(crate) body: Option<Content>,
    /// The accepted media types, unless it is JSON alone.
    pub(crate) accept: Option<&'static str>,
    /// What error texts must not print.
    pub(crate) sensitive: Vec<Secret>,
    /// What the request is about, for logs.
    pub(crate) subject: Option<String>,
    pub(crate) problem: Option<String>,
}

/// A body that can be sent in several media types.
pub trait Contents {
    /// Writes the body.
    fn write(&self, request: &mut Request);
}

/// A body and its media type.
pub(crate) struct Content {
    pub(crate) media: Cow<'static, str>,
    pub(crate) bytes: Zeroizing<Vec<u8>>,
}

/// The media type of JSON, in `Content-Type` and `Accept`.
pub(crate) const JSON: &str = "application/json; charset=UTF-8";

impl Request {
    /// Writes a JSON body.
    pub fn json(&mut self, body: &impl Encode) {
        let mut out = Output::new();
        body.encode(&mut out);
        self.sensitive.append(&mut out.secrets);
        self.sensitive.append(&mut out.concealed);
        self.subject = out.subject.take();
        self.content(JSON, out.into_bytes());
    }

    /// Writes a form body: one pair per member, `a=1&b=2`. Members without a style in `styles` have
    /// the style `form` with `explode`.
    // OAS 3.0.3, Encoding Object, "style": "The behavior follows the same values as query
    // parameters, including default values".
    pub fn form(&mut self, body: &impl Encode, styles: Styles<'_>) {
        let written = self.written(body);
        let mut form = Zeroizing::new(String::new());
        if let Value::Object(members) = written.plain().value {
            for (name, member) in &members {
                let style = style::of(styles, name).unwrap_or(Style::Form { explode: true });
                for (name, value) in style::pairs(style, name, member, Escape::Form) {
                    let value = Zeroizing::new(value);
                    let and = if form.is_empty() { "" } else { "&" };
                    form.extend([and, &name, "=", &value]);
                }
            }
            self.content(
                "application/x-www-form-urlencoded",
                form.as_bytes().to_vec(),
            );
        } else {
            self.refuse("the form must be an object".to_owned());
        }
    }

    /// Writes a multipart form. `media_types` and `styles` are those of the document.
    pub fn multipart(
        &mut self,
        body: &impl Encode,
        media_types: &[(&str, &str)],
        styles: Styles<'_>,
    ) {
        let written = Written::with_files(body);
        self.sensitive.extend(written.sensitive().cloned());
        let Value::Object(members) = written.plain().value else {
            return self.refuse("the form must be an object".to_owned());
        };
        match multipart(&members, media_types, styles) {
            Ok(parts) => {
                self.body = Some(Content {
                    media: format!("multipart/form-data; boundary={}", parts.boundary).into(),
                    bytes: parts.bytes,
                });
            }
            Err(problem) => self.refuse(problem),
        }
    }

    /// Writes a body of text.
    pub fn text(&mut self, body: &str) {
        self.content("text/plain; charset=UTF-8", body.into());
    }

    /// Writes a body of bytes.
    pub fn bytes(&mut self, body: &[u8]) {
        self.content("application/octet-stream", body.into());
    }

    /// Writes a body in one of several media types.
    pub fn contents(&mut self, body: &impl Contents) {
        body.write(self);
    }

    /// Replaces the body's media type; the boundary of a multipart form is kept.
    pub fn media_type(&mut self, media: &'static str) {
        if let Some(body) = &mut self.body {
            let boundary = body.media.split_once("; boundary=");
            body.media = match boundary {
                Some((_, boundary)) => format!("{media}; boundary={boundary}").into(),
                None => media.into(),
            };
        }
    }

    /// Sets the accepted media types.
    pub fn accept(&mut self, media_types: &'static str) {
        self.accept = Some(media_types);
    }

    /// Sets the body.
    fn content(&mut self, media: &'static str, bytes: Vec<u8>) {
        self.body = Some(Content {
            media: media.into(),
            bytes: Zeroizing::new(bytes),
        });
    }

    /// Writes a value, and notes what error texts must not print.
    fn written(&mut self, value: &impl Encode) -> Written {
        let written = Written::of(value);
        self.sensitive.extend(written.sensitive().cloned());
        written
    }

    /// Notes why the request cannot be sent. The first reason counts.
    fn refuse(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }
}
