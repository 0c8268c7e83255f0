//! Prepares an operation's request for sending: adds the server, the credentials, and the client's
//! headers.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use bytes::Bytes;
use reqwest::header::{
    ACCEPT, CONNECTION, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue,
};
use reqwest::{Method as HttpMethod, Url};
use zeroize::Zeroizing;

use super::request::JSON;
use crate::runtime::http::credential::{Credential, Sent};
use crate::runtime::http::exchange::Prepared;
use crate::runtime::http::header;
use crate::runtime::{Info, Method, Request, Scheme};

/// Prepares a request for sending.
///
/// # Errors
///
/// If it cannot be sent: the error says why.
pub(crate) fn prepare(
    info: &Info,
    base: &Url,
    credentials: &[Credential],
    mut request: Request,
) -> Result<Prepared, String> {
    if let Some(problem) = request.problem.take() {
        return Err(problem);
    }
    let mut headers = headers(&request)?;
    for scheme in choose(info, credentials)? {
        let credential = given(credentials, scheme).ok_or_else(|| missing(&[scheme]))?;
        add(&credential.sent, &mut headers, &mut request.query)?;
    }
    let url = url(info, base.clone(), &request)?;
    let bytes = request.body.map(|content| Bytes::from_owner(content.bytes));
    Ok(Prepared {
        method: method(info.method),
        url,
        headers,
        subject: request.subject,
        body: bytes.filter(|bytes| !bytes.is_empty()),
    })
}

/// Returns the headers without those of credentials.
fn headers(request: &Request) -> Result<HeaderMap, String> {
    let mut headers = HeaderMap::new();
    for (name, value, sensitive) in &request.headers {
        let value = header_value(name, value, *sensitive)?;
        match header_name(name)? {
            // It is the client that closes it.
            CONNECTION => {}
            name => drop(headers.insert(name, value)),
        }
    }
    if !request.cookies.is_empty() {
        // RFC 6265, 5.4: one Cookie header for all cookies.
        let cookies: Vec<&str> = request
            .cookies
            .iter()
            .map(|cookie| cookie.as_str())
            .collect();
        let cookies = Zeroizing::new(cookies.join("; "));
        headers.insert(COOKIE, header_value("Cookie", &cookies, true)?);
    }
    // By default, reqwest sends `*/*` and so leaves the choice of the format to the server.
    let accept = request.accept.unwrap_or(JSON);
    headers.insert(ACCEPT, media_type("Accept", accept)?);
    if let Some(body) = &request.body {
        headers.insert(CONTENT_TYPE, media_type("Content-Type", &body.media)?);
    }
    Ok(headers)
}

/// Returns the first set of schemes for which there are all credentials. The empty set is chosen
/// last.
fn choose(info: &Info, credentials: &[Credential]) -> Result<&'static [&'static Scheme], String> {
    let is_given = |scheme: &&Scheme| given(credentials, scheme).is_some();
    let mut sets = info.security.iter().filter(|set| !set.is_empty());
    if let Some(set) = sets.find(|set| set.iter().all(is_given)) {
        return Ok(set);
    }
    match info.security {
        [first, ..] if info.security.iter().all(|set| !set.is_empty()) => Err(missing(first)),
        _ => Ok(&[]),
    }
}

/// Says which credentials are missing.
fn missing(schemes: &[&Scheme]) -> String {
    let methods = schemes
        .iter()
        .map(|scheme| format!("`.{}(…)`", scheme.method));
    let methods = methods.collect::<Vec<_>>().join(" and ");
    format!(
        "the client has no credential for this operation: pass it to the builder with {methods}"
    )
}

/// Returns the credential of a scheme.
fn given<'c>(credentials: &'c [Credential], scheme: &Scheme) -> Option<&'c Credential> {
    credentials
        .iter()
        .find(|credential| credential.scheme == scheme)
}

/// Adds a credential to the headers or the query.
fn add(
    sent: &Sent,
    headers: &mut HeaderMap,
    query: &mut Vec<(String, String)>,
) -> Result<(), String> {
    match sent {
        Sent::Header(name, value) => drop(headers.insert(name.clone(), value.clone())),
        Sent::Cookie(pair) => {
            let cookies = match headers.get(COOKIE).map(HeaderValue::to_str) {
                Some(Ok(earlier)) => header::secret(&[earlier, "; ", pair.expose()]),
                _ => header::secret(&[pair.expose()]),
            };
            headers.insert(COOKIE, cookies.ok_or_else(|| not_visible("Cookie"))?);
        }
        Sent::Query(name, value) => query.push((name.clone(), value.expose().to_owned())),
    }
    Ok(())
}

/// Adds the path and the query of a request to the base URL. Neither can change the host.
fn url(info: &Info, base: Url, request: &Request) -> Result<Url, String> {
    // Some documents distinguish operations on one path by a fragment, or begin the query in the
    // path.
    let path = info.path.split('#').next().unwrap_or_default();
    let mut path = Cow::Borrowed(path);
    for (name, value) in &request.path {
        path = path.replace(&format!("{{{name}}}"), value).into();
    }
    // RFC 3986, 5.2.4: these segments are removed, and what remains is another path. The generator
    // reports those of the document (W0135).
    let mut segments = path.split('/');
    if !request.path.is_empty() && segments.any(|segment| matches!(segment, "." | "..")) {
        return Err("a path parameter must not make a segment `.` or `..`".into());
    }
    let (path, begun) = match path.split_once('?') {
        Some((path, query)) => (path, query),
        None => (&*path, ""),
    };
    let mut url = base;
    url.set_path(&[url.path().trim_end_matches('/'), path].concat());
    let mut query = begun.to_owned();
    for (name, value) in &request.query {
        let and = if query.is_empty() { "" } else { "&" };
        query.extend([and, name, "=", value]);
    }
    if !query.is_empty() {
        url.set_query(Some(&query));
    }
    Ok(url)
}

/// Checks the name of a header.
fn header_name(name: &str) -> Result<HeaderName, String> {
    name.parse()
        .map_err(|_| format!("`{name}` is not a valid header name"))
}

/// Checks the value of a header.
fn header_value(name: &str, value: &str, sensitive: bool) -> Result<HeaderValue, String> {
    let value = match sensitive {
        true => header::secret(&[value]),
        false => value.parse().ok(),
    };
    value.ok_or_else(|| not_visible(name))
}

fn not_visible(name: &str) -> String {
    format!("the header `{name}` must be visible ASCII, without white space around it")
}

/// Checks a media type in a header. Nearly all are JSON, which needs no copy.
fn media_type(name: &str, value: &str) -> Result<HeaderValue, String> {
    match value {
        JSON => Ok(HeaderValue::from_static(JSON)),
        other => header_value(name, other, false),
    }
}

/// Converts an HTTP method.
const fn method(method: Method) -> HttpMethod {
    match method {
        Method::Get => HttpMethod::GET,
        Method::Put => HttpMethod::PUT,
        Method::Post => HttpMethod::POST,
        Method::Delete => HttpMethod::DELETE,
        Method::Options => HttpMethod::OPTIONS,
        Method::Head => HttpMethod::HEAD,
        Method::Patch => HttpMethod::PATCH,
        Method::Trace => HttpMethod::TRACE,
    }
}
