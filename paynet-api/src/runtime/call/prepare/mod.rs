//! Prepares an operation's request for sending: adds the server, the credentials, and the client's
//! headers.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use bytes::Bytes;
use reqwest::header::{
    ACCEPT, AUTHORIZATION, CONNECTION, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue,
};
use reqwest::{Method as HttpMethod, Url};

use super::request::JSON;
use crate::runtime::http::credential::Credential;
use crate::runtime::http::exchange::Prepared;
use crate::runtime::wire::escape::Escape;
use crate::runtime::{Info, Method, Request, Scheme, SchemePlace};

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
    for credential in choose(info, credentials)? {
        add(credential, &mut headers, &mut request.query)?;
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
        headers.insert(header_name(name)?, header_value(name, value, *sensitive)?);
    }
    if !request.cookies.is_empty() {
        // RFC 6265, 5.4: one Cookie header for all cookies.
        let cookies: Vec<&str> = request
            .cookies
            .iter()
            .map(|cookie| cookie.as_str())
            .collect();
        headers.insert(COOKIE, header_value("Cookie", &cookies.join("; "), true)?);
    }
    // By default, reqwest sends `*/*` and so leaves the choice of the format to the server.
    let accept = request.accept.unwrap_or(JSON);
    headers.insert(ACCEPT, media_type("Accept", accept)?);
    if let Some(body) = &request.body {
        headers.insert(CONTENT_TYPE, media_type("Content-Type", &body.media)?);
    }
    // RFC 9112, 9.6. A connection serves one call; whichever side closes it first keeps the socket
    // in TIME_WAIT, and a client runs out of ports sooner than a server.
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    Ok(headers)
}

/// Returns the first set of credentials that is complete. The empty set is chosen last.
fn choose<'c>(info: &Info, credentials: &'c [Credential]) -> Result<Vec<&'c Credential>, String> {
    let given = |scheme: &&'static Scheme| {
        credentials
            .iter()
            .find(|credential| credential.scheme == *scheme)
    };
    let is_optional = info.security.iter().any(|set| set.is_empty());
    let mut sets = info
        .security
        .iter()
        .filter(|set| !set.is_empty())
        .map(|set| set.iter().map(given).collect::<Option<Vec<_>>>());
    match (info.security, sets.find_map(|set| set)) {
        (_, Some(set)) => Ok(set),
        (_, None) if is_optional => Ok(Vec::new()),
        ([], None) => Ok(Vec::new()),
        ([set, ..], None) => {
            let methods: Vec<_> = set
                .iter()
                .map(|scheme| format!("`.{}(…)`", scheme.method))
                .collect();
            let methods = methods.join(" and ");
            Err(format!(
                "the client has no credential for this operation: pass it to the builder with {methods}"
            ))
        }
    }
}

/// Adds a credential to the headers or the query.
fn add(
    credential: &Credential,
    headers: &mut HeaderMap,
    query: &mut Vec<(String, String)>,
) -> Result<(), String> {
    let value = credential.value.expose();
    let (name, value) = match credential.scheme.place {
        SchemePlace::Header { name, .. } => (header_name(name)?, header_value(name, value, true)?),
        SchemePlace::Basic | SchemePlace::Bearer => {
            (AUTHORIZATION, header_value("Authorization", value, true)?)
        }
        SchemePlace::Cookie(name) => {
            let earlier = headers
                .get(COOKIE)
                .and_then(|earlier| earlier.to_str().ok());
            let earlier = earlier.map_or(String::new(), |earlier| format!("{earlier}; "));
            (
                COOKIE,
                header_value("Cookie", &format!("{earlier}{name}={value}"), true)?,
            )
        }
        SchemePlace::Query(name) => {
            query.push((Escape::Percent.value(name), Escape::Percent.value(value)));
            return Ok(());
        }
    };
    headers.insert(name, value);
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
    // RFC 3986, 5.2.4: these segments are removed, and what remains is another path.
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
    let mut value: HeaderValue = value.parse().map_err(|_| {
        format!("the header `{name}` must be visible ASCII, without white space around it")
    })?;
    value.set_sensitive(sensitive);
    Ok(value)
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
