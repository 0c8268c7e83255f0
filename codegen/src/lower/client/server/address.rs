//! The URL of a server, and its name.
//!
//! | description | URL | name |
//! | --- | --- | --- |
//! | `Production` | `https://api.example.com/` | `Production` |
//! | `Test server (no real money)` | | `TestServer` |
//! | none | `https://api.example.com/v1` | `ApiExampleCom` |
//! | none | `https://{region}.example.com` | `RegionExampleCom` |
//! | none | `/v1` | `V1` |
//!
//! The second choice has the address in it: `ProductionApiExampleComV2`.

use std::borrow::Cow;

use openapiv3::Server;

/// The URL of a server, without a slash at its end.
#[derive(Clone, Debug)]
pub(crate) struct Address<'d> {
    pub(crate) url: Cow<'d, str>,
    server: &'d Server,
}

impl<'d> Address<'d> {
    /// Normalizes the URL of a server.
    pub(crate) fn of(server: &'d Server) -> Self {
        let url = server.url.trim().trim_end_matches('/');
        // RFC 3986, 4.2: two slashes start an absolute reference without a scheme.
        let url = match url.strip_prefix("//") {
            Some(rest) => format!("https://{rest}").into(),
            None => url.into(),
        };
        Self { url, server }
    }

    /// Returns whether it is empty.
    // OAS 3.0.3, OpenAPI Object: without "servers" there is one "with a url value of /".
    pub(crate) fn is_nowhere(&self) -> bool {
        self.url.is_empty()
    }

    /// Returns whether it is relative to the location of the document.
    pub(crate) fn is_relative(&self) -> bool {
        !self.url.contains("://") && !self.url.starts_with('{')
    }

    /// Returns the names of its variables, in their order.
    pub(crate) fn variables(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for part in self.url.split('{').skip(1) {
            if let Some((name, _)) = part.split_once('}')
                && !names.contains(&name)
            {
                names.push(name);
            }
        }
        names
    }

    /// Returns the default value of a variable.
    pub(crate) fn default(&self, variable: &str) -> Option<&'d str> {
        let known = self.server.variables.as_ref()?.get(variable)?;
        Some(known.default.as_str())
    }

    /// Returns the absolute URL with the default of every variable.
    pub(crate) fn published(&self) -> Option<String> {
        let mut url = self.url.to_string();
        for name in self.variables() {
            url = url.replace(&format!("{{{name}}}"), self.default(name)?);
        }
        let url = url.trim_end_matches('/');
        host(url).is_some().then(|| url.to_owned())
    }

    /// Returns the host, or the URL if it has none.
    pub(crate) fn host(&self) -> &str {
        host(&self.url).unwrap_or(&self.url)
    }

    /// Returns the URL without the scheme, which distinguishes servers with one name.
    pub(crate) fn without_scheme(&self) -> &str {
        after_scheme(&self.url)
    }

    /// Returns the words of the server's name, from the document's own text: it is the same in every
    /// language.
    pub(crate) fn name(&self) -> String {
        name(self.server.description.as_deref(), &self.url)
    }
}

/// Returns the host of an absolute HTTP URL.
fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let is_http = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next()?;
    (is_http && !host.is_empty()).then_some(host)
}

/// Returns the first words of the description, or else the host.
fn name(description: Option<&str>, url: &str) -> String {
    const WORDS: usize = 3;
    let described = description.and_then(|text| {
        let ends = |letter: char| !letter.is_alphanumeric() && !" -_'’".contains(letter);
        let phrase = text.split(ends).next()?;
        let words: Vec<&str> = phrase.split_whitespace().take(WORDS).collect();
        (!words.is_empty()).then(|| words.join(" "))
    });
    described.unwrap_or_else(|| host(url).unwrap_or_else(|| after_scheme(url)).to_owned())
}

fn after_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::names::Case;

    #[track_caller]
    fn check(description: Option<&str>, url: &str, expected: &str) {
        let variant = Case::Variant.ident(&name(description, url));
        assert_eq!(variant.as_str(), expected);
    }

    #[test]
    fn the_table_holds() {
        let url = "https://api.example.com/v1";
        check(Some("Production"), url, "Production");
        check(Some("Test server (no real money)"), url, "TestServer");
        check(Some("The one that all of us use"), url, "TheOneThat");
        check(Some("(none)"), url, "ApiExampleCom");
        check(None, url, "ApiExampleCom");
        check(None, "https://{region}.example.com", "RegionExampleCom");
        check(None, "/v1", "V1");
    }
}
