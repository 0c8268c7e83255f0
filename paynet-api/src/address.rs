//! What the addresses that we hand over have in common: each is absolute, and much of it must not be seen when Paynet repeats
//! it: the whole, what stands in its query and fragment, a user and a password, and long parts of its path.

use reqwest::Url;

use crate::runtime::Output;

/// An absolute address with nothing around it.
pub(crate) fn absolute(text: &str) -> Option<Url> {
    let is_bare = text.trim() == text && !text.chars().any(char::is_control);
    Url::parse(text).ok().filter(|_| is_bare)
}

/// Writes the address as it is.
pub(crate) fn encode(url: &str, out: &mut Output) {
    out.text(url);
    conceal(url, out);
}

/// A shorter part of a path may be a word.
const LONG: usize = 12;

/// Has the address redacted in what an error says.
fn conceal(url: &str, out: &mut Output) {
    out.conceal(url);
    let (_, rest) = url.split_once("//").unwrap_or(("", url));
    let (place, query) = rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()));
    let (server, path) = place.split_at(place.find('/').unwrap_or(place.len()));
    if let Some((user, _)) = server.rsplit_once('@') {
        user.split(':').for_each(|part| some(part, 3, out));
    }
    path.split('/').for_each(|part| some(part, LONG, out));
    for part in query.split(['?', '#', '&']) {
        let value = part.split_once('=').map_or(part, |(_, value)| value);
        some(value, 3, out);
    }
}

fn some(part: &str, shortest: usize, out: &mut Output) {
    if part.len() >= shortest {
        out.conceal(part);
    }
}
