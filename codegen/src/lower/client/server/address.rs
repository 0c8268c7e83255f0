//! A server's URL, and what a server is called.
//!
//! | description | URL | is called |
//! | --- | --- | --- |
//! | `Production` | `https://api.example.com/` | `Production` |
//! | `Test server (no real money)` | | `TestServer` |
//! | none | `https://api.example.com/v1` | `ApiExampleCom` |
//! | none | `https://{region}.example.com` | `RegionExampleCom` |
//! | none | `/v1` | `V1` |
//!
//! One whose name is taken is called by its address too: `ProductionApiExampleComV2`.

use std::borrow::Cow;

use openapiv3::Server;

/// The URL of a server, as the document has it but for a slash at its end.
#[derive(Clone, Debug)]
pub(crate) struct Address<'d> {
    pub(crate) url: Cow<'d, str>,
    server: &'d Server,
}

impl<'d> Address<'d> {
    pub(crate) fn of(server: &'d Server) -> Self {
        let url = server.url.trim().trim_end_matches('/');
        // RFC 3986, 4.2: two slashes begin an address that is whole but for its scheme, which nobody wants to be http.
        let url = match url.strip_prefix("//") {
            Some(rest) => format!("https://{rest}").into(),
            None => url.into(),
        };
        Self { url, server }
    }

    /// Whether it says nothing.
    // OAS 3.0.3, OpenAPI Object: without "servers" there is one "with a url value of /".
    pub(crate) fn is_nowhere(&self) -> bool {
        self.url.is_empty()
    }

    /// Whether it is relative to where the document was published.
    pub(crate) fn is_relative(&self) -> bool {
        !self.url.contains("://") && !self.url.starts_with('{')
    }

    /// The names of its variables, in their order.
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

    /// What a variable is where nobody says otherwise.
    pub(crate) fn default(&self, variable: &str) -> Option<&'d str> {
        let known = self.server.variables.as_ref()?.get(variable)?;
        Some(known.default.as_str())
    }

    /// The absolute URL with all variables as they are where nobody says otherwise.
    pub(crate) fn published(&self) -> Option<String> {
        let mut url = self.url.to_string();
        for name in self.variables() {
            url = url.replace(&format!("{{{name}}}"), self.default(name)?);
        }
        let url = url.trim_end_matches('/');
        host(url).is_some().then(|| url.to_owned())
    }

    /// The host, or what there is of an address without one.
    pub(crate) fn host(&self) -> &str {
        host(&self.url).unwrap_or(&self.url)
    }

    /// The address without the scheme, which tells servers apart that are called alike.
    pub(crate) fn place(&self) -> &str {
        behind(&self.url)
    }

    /// What the server is called: by the document's own text, so that it is the same in every language.
    pub(crate) fn name(&self) -> String {
        name(self.server.description.as_deref(), &self.url)
    }
}

fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let is_http = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next()?;
    (is_http && !host.is_empty()).then_some(host)
}

fn name(description: Option<&str>, url: &str) -> String {
    const WORDS: usize = 3;
    let described = description.and_then(|text| {
        let ends = |letter: char| !letter.is_alphanumeric() && !" -_'’".contains(letter);
        let phrase = text.split(ends).next()?;
        let words: Vec<&str> = phrase.split_whitespace().take(WORDS).collect();
        (!words.is_empty()).then(|| words.join(" "))
    });
    described.unwrap_or_else(|| host(url).unwrap_or_else(|| behind(url)).to_owned())
}

fn behind(url: &str) -> &str {
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
