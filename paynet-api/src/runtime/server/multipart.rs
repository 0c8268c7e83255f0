//! Reading of multipart forms, RFC 7578: the counterpart of `wire::multipart`.
//!
//! | part | becomes |
//! | --- | --- |
//! | with a JSON media type | its JSON |
//! | any other | a string: its text, or base64 if it is not UTF-8 |
//! | one of several with its name | an element of a list |
//!
//! Where a type expects a file, each part is one, with its bytes, its name and its headers.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use zeroize::Zeroizing;

use crate::runtime::json::decode::scope::{Parts, Strings};
use crate::runtime::wire::urlencoded::quote;
use crate::runtime::{Decode, DecodeError, File, Input};

/// A part of a form.
struct Part<'b> {
    name: String,
    /// The part as a file.
    file: File,
    is_json: bool,
    body: &'b [u8],
}

/// Decodes a form. `decode` adds what the value shares with others of its request.
///
/// # Errors
///
/// If it is not a multipart form, or not of that type.
pub(super) fn decode<T: Decode>(
    content_type: &str,
    body: &[u8],
    decode: impl FnOnce(Input<'_>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let parts = boundary(content_type).and_then(|boundary| parts(&boundary, body));
    let parts = parts.ok_or_else(|| DecodeError::expected("a multipart form"))?;
    let mut json = Zeroizing::new(String::from("{"));
    let mut files = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for part in &parts {
        if names.contains(&part.name.as_str()) {
            continue;
        }
        json.push_str(if names.is_empty() { "" } else { "," });
        names.push(&part.name);
        quote(&part.name, &mut json);
        json.push(':');
        let of_name: Vec<&Part<'_>> = parts.iter().filter(|it| it.name == part.name).collect();
        write(&of_name, &mut json, &mut files);
    }
    json.push('}');
    let files = Parts::new(&json, files);
    let input = Input::parse(json.as_bytes())?.strings(Strings::default());
    decode(input.parts(&files))
}

/// Writes the parts of one name: a value, or a list of several.
fn write(parts: &[&Part<'_>], json: &mut String, files: &mut Vec<(usize, File)>) {
    let is_list = parts.len() > 1;
    json.push_str(if is_list { "[" } else { "" });
    for (index, part) in parts.iter().enumerate() {
        json.push_str(if index > 0 { "," } else { "" });
        files.push((json.len(), part.file.clone()));
        match std::str::from_utf8(part.body) {
            // Text that is not JSON by itself must not become a part of the JSON around it.
            Ok(text) if part.is_json && Input::parse(text.as_bytes()).is_ok() => {
                json.push_str(text.trim());
            }
            Ok(text) => quote(text, json),
            Err(_) => quote(&BASE64_STANDARD.encode(part.body), json),
        }
    }
    json.push_str(if is_list { "]" } else { "" });
}

/// Returns the boundary that a Content-Type names.
fn boundary(content_type: &str) -> Option<String> {
    let mut parameters = content_type.split(';').skip(1);
    let found = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_boundary = name.trim().eq_ignore_ascii_case("boundary");
        is_boundary.then(|| value.trim().trim_matches('"').to_owned())
    });
    found.filter(|boundary| !boundary.is_empty())
}

/// Splits a body into its parts. What precedes the first and follows the last is ignored.
// RFC 2046, 5.1.1: a delimiter is the boundary at the beginning of a line, behind two hyphens; the
// line break before it belongs to it.
fn parts<'b>(boundary: &str, body: &'b [u8]) -> Option<Vec<Part<'b>>> {
    let first = format!("--{boundary}");
    let next = format!("\r\n--{boundary}");
    let mut rest = match body.strip_prefix(first.as_bytes()) {
        Some(rest) => rest,
        None => split(body, next.as_bytes())?.1,
    };
    let mut parts = Vec::new();
    while !rest.starts_with(b"--") {
        let (_, after) = split(rest, b"\r\n")?;
        let (part, after) = split(after, next.as_bytes())?;
        parts.push(self::part(part)?);
        rest = after;
    }
    Some(parts)
}

/// Splits bytes at the first occurrence of others.
fn split<'b>(bytes: &'b [u8], at: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let found = bytes.windows(at.len()).position(|window| window == at)?;
    Some((&bytes[..found], &bytes[found + at.len()..]))
}

/// Reads one part: its headers and its body.
fn part(bytes: &[u8]) -> Option<Part<'_>> {
    let (head, body) = split(bytes, b"\r\n\r\n")?;
    let mut name = None;
    let mut file = File::new(body);
    let mut is_json = false;
    for line in std::str::from_utf8(head).ok()?.split("\r\n") {
        let (header, value) = line.split_once(':')?;
        let value = value.trim();
        if header.eq_ignore_ascii_case("content-disposition") {
            name = parameter(value, "name");
            if let Some(of_file) = parameter(value, "filename") {
                file = file.name(of_file);
            }
        } else if header.eq_ignore_ascii_case("content-type") {
            is_json = value.to_ascii_lowercase().contains("json");
            file = file.media_type(value);
        } else {
            file = file.header(header, value);
        }
    }
    Some(Part {
        name: name?,
        file,
        is_json,
        body,
    })
}

/// Returns a parameter of a `Content-Disposition` header, in quotes.
// HTML, "Multipart form data": three characters are escaped in names.
fn parameter(header: &str, name: &str) -> Option<String> {
    let start = header.find(&format!("; {name}=\""))? + name.len() + 4;
    let (value, _) = header.get(start..)?.split_once('"')?;
    let value = value.replace("%0D", "\r").replace("%0A", "\n");
    Some(value.replace("%22", "\""))
}
