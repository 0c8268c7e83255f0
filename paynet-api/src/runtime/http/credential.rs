//! Credentials, checked when a client is built.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use reqwest::header::{HeaderName, HeaderValue};

use super::header;
use crate::runtime::wire::escape::Escape;
use crate::runtime::{BuildError, Scheme, SchemePlace, Secret};

/// A credential, ready to be sent.
pub(crate) struct Credential {
    /// The security scheme.
    pub(crate) scheme: &'static Scheme,
    /// What is sent.
    pub(crate) sent: Sent,
    /// What must not be printed, in each form in which it may occur.
    pub(crate) secrets: Vec<Secret>,
}

/// What is sent of a credential.
pub(crate) enum Sent {
    /// Wiped from memory when the last clone is dropped.
    Header(HeaderName, HeaderValue),
    /// The name and the value, with `=` between them.
    Cookie(Secret),
    /// The name and the value, escaped.
    Query(String, Secret),
}

impl Credential {
    /// Creates a credential from a key or a token, which is sent as it is after its scheme's
    /// prefix.
    ///
    /// # Errors
    ///
    /// If it cannot be sent, or is evidently not the key alone.
    pub(crate) fn key(scheme: &'static Scheme, key: Secret) -> Result<Self, BuildError> {
        // A query contains the escaped form, and whoever repeats the URL repeats that.
        let escaped = Secret::new(Escape::Percent.value(key.expose()));
        let sent = match scheme.place {
            SchemePlace::Header { name, prefix } => Sent::key_in_header(name, prefix, key.expose()),
            SchemePlace::Bearer => Sent::key_in_header("authorization", "Bearer ", key.expose()),
            SchemePlace::Basic => Err("needs a user and a password".to_owned()),
            SchemePlace::Cookie(name) => Sent::key_in_cookie(name, key.expose()),
            SchemePlace::Query(name) => Sent::key_in_query(name, key.expose(), &escaped),
        };
        Ok(Self {
            scheme,
            sent: sent.map_err(|problem| invalid(scheme, &problem))?,
            secrets: vec![key, escaped],
        })
    }

    /// Creates a credential from a user and a password, which are sent in base64.
    ///
    /// # Errors
    ///
    /// If the user contains a colon, either contains control characters, or they are longer than
    /// 8 kB.
    // RFC 7617, section 2: "a user-id containing a colon character is invalid".
    pub(crate) fn basic(
        scheme: &'static Scheme,
        user: &str,
        password: Secret,
    ) -> Result<Self, BuildError> {
        let control = |text: &str| text.chars().any(char::is_control);
        let is_long = user.len() + password.expose().len() > LONGEST;
        if is_long || user.contains(':') || control(user) || control(password.expose()) {
            let problem =
                "must have a user without a colon, no control characters, and at most 8 kB";
            return Err(invalid(scheme, problem));
        }
        let pair = Secret::new(format!("{user}:{}", password.expose()));
        let encoded = Secret::new(BASE64_STANDARD.encode(pair.expose()));
        let sent = Sent::header("authorization", "Basic ", encoded.expose());
        Ok(Self {
            scheme,
            sent: sent.map_err(|problem| invalid(scheme, &problem))?,
            secrets: vec![encoded, password],
        })
    }
}

// An error is the end of a sentence about the credential.
impl Sent {
    fn key_in_header(name: &str, prefix: &str, key: &str) -> Result<Self, String> {
        check(prefix, key)?;
        Self::header(name, prefix, key)
    }

    fn key_in_cookie(name: &str, key: &str) -> Result<Self, String> {
        check("", key)?;
        // RFC 6265, 4.1.1: these characters end the value of a cookie.
        if key.contains(['"', ',', ';', '\\']) {
            return Err("contains a character that a cookie cannot contain: pass the key exactly as the provider gave it to you".to_owned());
        }
        match header::secret(&[name, "=", key]) {
            Some(_) => Ok(Self::Cookie(Secret::new([name, "=", key].concat()))),
            None => Err(format!("has the name `{name}`, which is not visible ASCII")),
        }
    }

    fn key_in_query(name: &str, key: &str, escaped: &Secret) -> Result<Self, String> {
        check("", key)?;
        Ok(Self::Query(Escape::Percent.value(name), escaped.clone()))
    }

    /// `secret` is visible ASCII.
    fn header(name: &str, prefix: &str, secret: &str) -> Result<Self, String> {
        let header = name
            .parse()
            .map_err(|_| format!("has the header `{name}`, which is not a valid name"))?;
        match header::secret(&[prefix, secret]) {
            Some(value) => Ok(Self::Header(header, value)),
            None => Err(format!(
                "has the prefix `{prefix}`, which is not visible ASCII"
            )),
        }
    }
}

/// Returns the error of a credential: `problem` is the end of a sentence about it.
fn invalid(scheme: &Scheme, problem: &str) -> BuildError {
    let method = scheme.method;
    BuildError::new(format!("the credential of `.{method}(…)` {problem}"))
}

/// Checks that a key is evidently nothing but the key.
///
/// # Errors
///
/// If it is not: the end of a sentence about it.
fn check(prefix: &str, key: &str) -> Result<(), String> {
    let word = prefix.trim_end();
    let head = key.trim_start().get(..prefix.len());
    let is_prefixed =
        !word.is_empty() && head.is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    if is_prefixed {
        return Err(format!(
            "begins with `{word}`: pass the key alone, the client adds `{word}`"
        ));
    }
    problem_of_key(key).map_or(Ok(()), |problem| Err(problem.to_owned()))
}

/// How many bytes a credential may have. Web servers limit all headers together to 8 or 16 kB.
const LONGEST: usize = 8 * 1024;

/// Returns why a text is evidently not a key alone: the end of a sentence about it.
pub(crate) fn problem_of_key(key: &str) -> Option<&'static str> {
    if key.is_empty() {
        Some("is empty: pass the key that the provider gave you")
    } else if key.len() > LONGEST {
        Some("is longer than 8 kB: pass the key alone, and not the text that contains it")
    } else if key.chars().any(|c| c.is_whitespace() || c.is_control()) {
        Some(
            "contains white space or control characters: pass the key alone, with nothing around it",
        )
    } else if !key.is_ascii() {
        Some("contains non-ASCII characters: pass the key exactly as the provider gave it to you")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Credential, Scheme, SchemePlace, Secret, Sent};

    const KEY: Scheme = Scheme {
        name: "SecretKey",
        method: "secret_key",
        place: SchemePlace::Header {
            name: "Authorization",
            prefix: "Basic ",
        },
    };

    #[test]
    fn a_key_is_sent_as_it_is() {
        let credential = Credential::key(&KEY, Secret::new("sck_a+b/c=")).unwrap();
        let Sent::Header(name, value) = credential.sent else {
            panic!("expected a header");
        };
        assert_eq!(
            (name.as_str(), value.to_str().unwrap()),
            ("authorization", "Basic sck_a+b/c=")
        );
        assert_eq!(format!("{value:?}"), "Sensitive");
    }

    #[test]
    fn an_invalid_key_is_an_error_that_does_not_print_it() {
        for key in [
            "",
            " ",
            "sck_x ",
            "sck x",
            "Basic sck_x",
            "basic sck_x",
            " Basic sck_x",
            "sck_x\n",
            "sck_\u{a0}x",
            "sck_ş",
            &"sck_".repeat(3000),
        ] {
            let error = Credential::key(&KEY, Secret::new(key))
                .err()
                .unwrap()
                .to_string();
            assert!(
                error.contains("pass the key") && !error.contains("sck_"),
                "{error}"
            );
        }
    }
}
