//! Multipart forms: `multipart/form-data`, RFC 7578.
//!
//! | member | part |
//! | --- | --- |
//! | a file | its bytes, with its own media type, the document's, or `application/octet-stream` |
//! | a scalar | its text without a media type: RFC 7578, 4.4 defaults to `text/plain` |
//! | an object | its JSON text as `application/json` |
//! | a list | one part per item, all with that name (RFC 7578, 4.3) |
//! | anything with a JSON media type in the document | its JSON text |
//! | an object with the style `deepObject` | one part per scalar in it, with its name in brackets |

use std::borrow::Cow;

use zeroize::Zeroizing;

use super::escape::Escape;
use super::plain::{Plain, Value};
use super::style;
use super::style::Styles;
use crate::runtime::File;

/// A multipart body, and the boundary between its parts.
pub(crate) struct Multipart {
    pub(crate) boundary: String,
    pub(crate) bytes: Zeroizing<Vec<u8>>,
}

/// Writes a multipart body. `media_types` and `styles` are those of the document.
///
/// # Errors
///
/// If a header of a file cannot be sent.
#[inline]
pub(crate) fn multipart(
    members: &[(Zeroizing<String>, Plain<'_>)],
    media_types: &[(&str, &str)],
    styles: Styles<'_>,
) -> Result<Multipart, String> {
    let mut parts = Vec::new();
    for (name, member) in members {
        if let Some(style) = style::of(styles, name) {
            let pairs = style::pairs(style, name, member, Escape::Nothing);
            parts.extend(pairs.into_iter().map(|(name, value)| Part {
                head: disposition(&name),
                body: Cow::Owned(value.into_bytes()),
            }));
            continue;
        }
        let known = media_types
            .iter()
            .find(|(known, _)| *known == name.as_str());
        // OAS 3.0.3, Encoding Object, "contentType": several may be allowed; a range cannot be
        // sent.
        let mut allowed = known
            .map_or("", |(_, media)| *media)
            .split(',')
            .map(str::trim);
        let media = allowed.find(|media| !media.is_empty() && !media.contains('*'));
        add(&mut parts, name, member, media)?;
    }
    let boundary = boundary(&parts);
    let mut bytes = Zeroizing::new(Vec::new());
    for Part { head, body } in &parts {
        let head = format!("--{boundary}\r\n{head}\r\n\r\n");
        bytes.extend_from_slice(head.as_bytes());
        bytes.extend_from_slice(body);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    Ok(Multipart { boundary, bytes })
}

/// One part: its headers and its body.
struct Part<'p> {
    head: String,
    body: Cow<'p, [u8]>,
}

/// Adds the parts of a member.
#[inline]
fn add<'p>(
    parts: &mut Vec<Part<'p>>,
    name: &str,
    plain: &'p Plain<'_>,
    media: Option<&str>,
) -> Result<(), String> {
    let is_json = media.is_some_and(|media| media.to_ascii_lowercase().contains("json"));
    match &plain.value {
        Value::Null => {}
        Value::File(file) => parts.push(Part {
            head: file_head(name, file, media)?,
            body: Cow::Borrowed(file.bytes()),
        }),
        _ if is_json => parts.push(text(name, media, plain.json)),
        Value::Scalar(scalar) => parts.push(text(name, media, scalar)),
        Value::Object(_) => parts.push(text(name, media.or(Some("application/json")), plain.json)),
        Value::List(items) => {
            for item in items {
                add(parts, name, item, media)?;
            }
        }
    }
    Ok(())
}

/// Creates a part of text.
#[inline]
fn text<'p>(name: &str, media: Option<&str>, body: &'p str) -> Part<'p> {
    let mut head = disposition(name);
    if let Some(media) = media {
        head.push_str(&format!("\r\nContent-Type: {media}"));
    }
    Part {
        head,
        body: Cow::Borrowed(body.as_bytes()),
    }
}

/// Returns the headers of a file's part.
///
/// # Errors
///
/// If a header cannot be sent.
#[inline]
fn file_head(name: &str, file: &File, media: Option<&str>) -> Result<String, String> {
    let mut head = disposition(name);
    if let Some(name) = file.file_name() {
        head.push_str(&format!("; filename=\"{}\"", quoted(name)));
    }
    let media = file.content_type().or(media);
    let media = media.unwrap_or("application/octet-stream");
    let own = file.headers().iter();
    let own = own.map(|(name, value)| (name.as_str(), value.as_str()));
    for (name, value) in [("Content-Type", media)].into_iter().chain(own) {
        let is_token = |text: &str| {
            text.bytes()
                .all(|byte| byte.is_ascii_graphic() && byte != b':')
        };
        if name.is_empty() || !is_token(name) || value.chars().any(char::is_control) {
            return Err(format!("a header of the file `{name}` cannot be sent"));
        }
        head.push_str(&format!("\r\n{name}: {value}"));
    }
    Ok(head)
}

/// Returns the `Content-Disposition` header of a part.
#[inline]
fn disposition(name: &str) -> String {
    format!("Content-Disposition: form-data; name=\"{}\"", quoted(name))
}

/// Escapes a name.
// HTML, "Multipart form data": only these three characters are escaped in names.
#[inline]
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Returns a boundary that occurs in no part.
// RFC 2046, 5.1.1: the boundary must not appear in any part. It is searched for instead of being
// random, so the same parts are always the same bytes.
#[inline]
fn boundary(parts: &[Part<'_>]) -> String {
    let mut number = 0_usize;
    loop {
        let boundary = format!("part-boundary-{number:08}");
        let is_in = |part: &Part<'_>| {
            let mut windows = part.body.windows(boundary.len());
            windows.any(|window| window == boundary.as_bytes())
        };
        if !parts.iter().any(is_in) {
            return boundary;
        }
        number += 1;
    }
}
