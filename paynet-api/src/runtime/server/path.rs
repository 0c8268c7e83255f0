//! Matching of a path against a template, such as `/orders/{id}`.
//!
//! A parameter is one segment or a part of one, and not empty. One that spans segments may contain
//! slashes.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// Matches a path. Returns the parameters by name, decoded, or `None` if it is another path.
pub(super) fn matched(
    template: &'static str,
    spanning: &[&str],
    path: &str,
) -> Option<Vec<(&'static str, String)>> {
    // Some documents distinguish operations on one path by a fragment, or begin the query in it.
    let template = template.split(['#', '?']).next().unwrap_or_default();
    let path: Option<Vec<Cow<'_, str>>> = path.split('/').map(decoded).collect();
    let mut parameters = Vec::new();
    let template: Vec<&str> = split(template);
    segments(&template, spanning, &path?, &mut parameters).then_some(parameters)
}

/// Returns the template without the names of its parameters: equal for operations on one path.
pub(super) fn shape(template: &str) -> String {
    let template = template.split(['#', '?']).next().unwrap_or_default();
    let mut shape = String::new();
    let mut rest = template;
    while let Some((literal, _, after)) = parameter(rest) {
        shape.push_str(literal);
        shape.push_str("{}");
        rest = after;
    }
    shape + rest
}

/// Decodes a segment, unless it is not UTF-8.
fn decoded(segment: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(segment).decode_utf8().ok()
}

/// Splits a template at the slashes outside of its parameters.
fn split(template: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let separator = |letter: char| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == '/' && depth == 0
    };
    template.split(separator).collect()
}

/// Matches the segments of a path, and adds the parameters.
fn segments(
    template: &[&'static str],
    spanning: &[&str],
    path: &[Cow<'_, str>],
    parameters: &mut Vec<(&'static str, String)>,
) -> bool {
    let Some((first, template)) = template.split_first() else {
        return path.is_empty();
    };
    let spans = parameter(first).is_some_and(|(_, name, _)| spanning.contains(&name));
    let most = if spans { path.len() } else { path.len().min(1) };
    // As many segments as the rest of the template leaves over.
    (1..=most).rev().any(|count| {
        let (taken, rest) = path.split_at(count);
        let known = parameters.len();
        let is_match = segment(first, &taken.join("/"), parameters)
            && segments(template, spanning, rest, parameters);
        if !is_match {
            parameters.truncate(known);
        }
        is_match
    })
}

/// Matches one segment, and adds its parameters: each is as short as the rest allows.
fn segment(
    template: &'static str,
    text: &str,
    parameters: &mut Vec<(&'static str, String)>,
) -> bool {
    let Some((literal, name, after)) = parameter(template) else {
        return decoded(template).is_some_and(|template| template == text);
    };
    let Some(text) = text.strip_prefix(literal) else {
        return false;
    };
    let ends = text
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    ends.into_iter().any(|end| {
        let known = parameters.len();
        parameters.push((name, text[..end].to_owned()));
        let is_match = segment(after, &text[end..], parameters);
        if !is_match {
            parameters.truncate(known);
        }
        is_match
    })
}

/// Splits a template at its first parameter: what is before it, its name, and what follows.
fn parameter(template: &str) -> Option<(&str, &str, &str)> {
    let (literal, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((literal, name, after))
}
