//! Matching of a path and a query against a template, such as `/orders/{id}`.
//!
//! A parameter is one segment or a part of one, and not empty. One that spans segments may contain
//! slashes. A template may have a query of its own, `/orders?state=open`, and a fragment, which is
//! never sent.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::runtime::wire::urlencoded::decode;

/// The parameters in a path by name, decoded.
pub(super) type PathParameters = Vec<(&'static str, String)>;

/// Matches a path and a query. Returns the parameters in the path, or `None` if it is another path.
pub(super) fn matched(
    template: &'static str,
    spanning: &[&str],
    path: &str,
    query: &str,
) -> Option<PathParameters> {
    let (template, own_query) = parts(template);
    let mut own_pairs = own_query.split('&').filter(|pair| !pair.is_empty());
    if !own_pairs.all(|pair| has_pair(query, pair)) {
        return None;
    }
    let path: Option<Vec<Cow<'_, str>>> = path.split('/').map(decoded).collect();
    let mut parameters = Vec::new();
    let template: Vec<&str> = split(template);
    segments(&template, spanning, &path?, &mut parameters).then_some(parameters)
}

/// Splits a template into its path and its query, without a fragment.
fn parts(template: &'static str) -> (&'static str, &'static str) {
    let template = template.split('#').next().unwrap_or_default();
    template.split_once('?').unwrap_or((template, ""))
}

/// Returns whether a query has a pair, in any encoding.
fn has_pair(query: &str, pair: &str) -> bool {
    let read = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((decode(name).ok()?, decode(value).ok()?))
    };
    let wanted = read(pair);
    query.split('&').any(|sent| read(sent) == wanted)
}

/// Returns the path of a template without the names of its parameters: equal for operations on one
/// path.
pub(super) fn shape(template: &'static str) -> String {
    let mut shape = String::new();
    let (mut rest, _) = parts(template);
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
    parameters: &mut PathParameters,
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
fn segment(template: &'static str, text: &str, parameters: &mut PathParameters) -> bool {
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

#[cfg(test)]
mod tests {
    use super::{matched, shape};

    /// Returns the parameters of a path, `name=value` each.
    fn parameters(template: &'static str, spanning: &[&str], target: &str) -> Option<Vec<String>> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let found = matched(template, spanning, path, query)?;
        let shown = found.iter().map(|(name, value)| format!("{name}={value}"));
        Some(shown.collect())
    }

    fn strings(expected: Option<&[&str]>) -> Option<Vec<String>> {
        expected.map(|it| it.iter().map(|it| (*it).to_owned()).collect())
    }

    #[test]
    fn paths_are_matched_by_segments() {
        for (template, path, expected) in [
            ("/a/{id}", "/a/1", Some(&["id=1"][..])),
            ("/a/{id}", "/a/x%2Fy%20z", Some(&["id=x/y z"])),
            ("/a/{id}", "/a/", None),
            ("/a/{id}", "/a/1/", None),
            ("/a/{id}", "/a/%ff", None),
            ("/a/{id}.json", "/a/b.c.json", Some(&["id=b.c"])),
            ("/{a}-{b}", "/1-2-3", Some(&["a=1", "b=2-3"])),
            ("/{a}{b}", "/12", Some(&["a=1", "b=2"])),
            ("/{n:[0-9]+}", "/7", Some(&["n:[0-9]+=7"])),
            ("/a b/%C3%BC", "/a%20b/ü", Some(&[])),
            ("/", "/", Some(&[])),
            ("/", "", None),
            ("/a#b", "/a", Some(&[])),
        ] {
            let found = parameters(template, &[], path);
            assert_eq!(found, strings(expected), "{template} {path}");
        }
    }

    #[test]
    fn spanning_parameters_take_what_the_rest_leaves() {
        let spanning = ["key+", "name=x/*"];
        for (template, path, expected) in [
            (
                "/{b}/{key+}",
                "/1/2/3%2F4",
                Some(&["b=1", "key+=2/3/4"][..]),
            ),
            ("/{key+}/end", "/a/end/end", Some(&["key+=a/end"])),
            (
                "/v/{name=x/*}:check",
                "/v/x/1:check",
                Some(&["name=x/*=x/1"]),
            ),
            ("/{b}/{key+}", "/1/", None),
            ("/{b}/{key+}", "/1", None),
        ] {
            let found = parameters(template, &spanning, path);
            assert_eq!(found, strings(expected), "{path}");
        }
    }

    #[test]
    fn a_query_in_the_template_must_be_sent() {
        let is_match = |target| parameters("/a?kind=b+c&x", &[], target).is_some();
        assert!(is_match("/a?y=1&x=&kind=b%20c"));
        assert!(!is_match("/a?kind=b+c") && !is_match("/a?x&kind=b"));
    }

    #[test]
    fn the_names_of_parameters_do_not_distinguish_paths() {
        assert_eq!(shape("/{a/b}/x{c}?d#e"), shape("/{f}/x{g}"));
    }
}
