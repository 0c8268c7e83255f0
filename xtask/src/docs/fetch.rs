//! Fetches a page with `curl`, which every machine of a maintainer has: an HTTP client of our own
//! would bring TLS and a dozen crates into a tool that needs them once a week.

use std::io::Read as _;
use std::process::{Child, Command, Stdio};

/// The largest page that is read, in bytes.
pub(crate) const LARGEST: usize = 2_000_000;

/// How many redirects are followed, all on one host.
const REDIRECTS: usize = 3;

/// Returns the text of a page.
pub(crate) fn fetch(url: &str) -> Result<String, String> {
    let mut url = url.to_owned();
    for _ in 0..=REDIRECTS {
        match follow(&url, get(&url)?)? {
            Step::Text(text) => return Ok(text),
            Step::Redirect(next) => url = next,
        }
    }
    Err(format!("more than {REDIRECTS} redirects"))
}

/// A response: its status, where it redirects, and its body.
struct Response {
    status: u16,
    redirect: String,
    body: Vec<u8>,
}

#[derive(Debug, PartialEq, Eq)]
enum Step {
    Text(String),
    Redirect(String),
}

/// Decides what to do with a response.
fn follow(url: &str, response: Response) -> Result<Step, String> {
    match response.status {
        200 => match String::from_utf8(response.body) {
            Ok(text) => Ok(Step::Text(text)),
            Err(_) => Err("the page is not UTF-8".to_owned()),
        },
        300..=399 if host(&response.redirect).is_some() => {
            if host(&response.redirect) == host(url) {
                Ok(Step::Redirect(response.redirect))
            } else {
                Err(format!(
                    "it redirects to another host, {}",
                    response.redirect
                ))
            }
        }
        status => Err(format!("the server answered with status {status}")),
    }
}

/// Returns the host of an `https` address.
fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    (!host.is_empty()).then_some(host)
}

/// What curl is always told: to use TLS, to end soon, to follow no redirect, and to leave out the
/// settings of whoever runs it.
const OPTIONS: &[&str] = &[
    "--disable",
    "--silent",
    "--show-error",
    "--proto",
    "=https",
    "--connect-timeout",
    "10",
    "--max-time",
    "30",
    "--no-location",
    "--user-agent",
    "cargo-xtask-docs",
    "--header",
    "accept: text/markdown, text/plain",
    "--write-out",
    "%{stderr}\n%{http_code} %{redirect_url}",
];

/// Sends one request, and follows no redirect.
fn get(url: &str) -> Result<Response, String> {
    if host(url).is_none() {
        return Err("expected an `https` address".to_owned());
    }
    let mut child = Command::new("curl")
        .args(OPTIONS)
        .args(["--max-filesize", &LARGEST.to_string(), "--", url])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("could not run curl: {error}"))?;
    let body = body(&mut child);
    if body.is_err() {
        // It would wait for somebody to read the rest.
        let _ = child.kill();
    }
    let output = child.wait_with_output();
    let output = output.map_err(|error| error.to_string())?;
    response(body?, output.status.success(), &output.stderr)
}

/// Returns the response of a body and of what curl wrote about it.
fn response(body: Vec<u8>, is_success: bool, report: &[u8]) -> Result<Response, String> {
    let report = String::from_utf8_lossy(report);
    let report = report.trim_end();
    let (problems, last) = report.rsplit_once('\n').unwrap_or(("", report));
    if !is_success {
        return Err(problems.trim().to_owned());
    }
    let (status, redirect) = last.split_once(' ').unwrap_or((last, ""));
    Ok(Response {
        status: status
            .trim()
            .parse()
            .map_err(|_| "curl reported no status")?,
        redirect: redirect.trim().to_owned(),
        body,
    })
}

/// Reads the body, up to the limit.
fn body(child: &mut Child) -> Result<Vec<u8>, String> {
    let mut body = Vec::new();
    let Some(pipe) = child.stdout.take() else {
        return Err("curl has no output".to_owned());
    };
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    let read = pipe.take(limit).read_to_end(&mut body);
    match read {
        Ok(_) if body.len() > LARGEST => Err(format!("larger than {LARGEST} bytes")),
        Ok(_) => Ok(body),
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(status: u16, redirect: &str) -> Result<Step, String> {
        let response = Response {
            status,
            redirect: redirect.to_owned(),
            body: b"# Page".to_vec(),
        };
        follow("https://docs.example.com/a", response)
    }

    #[test]
    fn redirects_are_followed_on_one_host() {
        let there = "https://docs.example.com/b";
        assert_eq!(step(302, there), Ok(Step::Redirect(there.to_owned())));
        for other in [
            "https://example.com/a",
            "https://docs.example.com.evil.org/",
            "https://docs.example.com:8443/",
            "https://docs.example.com@evil.org/",
            "http://docs.example.com/b",
            "",
        ] {
            assert!(step(302, other).is_err(), "{other}");
        }
    }

    #[test]
    fn only_a_success_is_a_page() {
        assert_eq!(step(200, ""), Ok(Step::Text("# Page".to_owned())));
        for status in [204, 304, 404, 500] {
            assert!(step(status, "").is_err(), "{status}");
        }
        assert!(get("http://docs.example.com/").is_err(), "without TLS");
        assert!(get("file:///etc/hosts").is_err());
    }
}
