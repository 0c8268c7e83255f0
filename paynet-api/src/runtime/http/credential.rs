//! Credentials, checked when a client is built.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::runtime::wire::escape::Escape;
use crate::runtime::{BuildError, Scheme, SchemePlace, Secret};

/// A credential, ready to be sent.
pub(crate) struct Credential {
    /// The security scheme.
    pub(crate) scheme: &'static Scheme,
    /// What is sent, including the prefix.
    pub(crate) value: Secret,
    /// What must not be printed, in each form in which it may occur.
    pub(crate) secrets: Vec<Secret>,
}

impl Credential {
    /// Creates a credential from a key or a token, which is sent as it is after its scheme's
    /// prefix.
    ///
    /// # Errors
    ///
    /// If it cannot be sent, or is evidently not the key alone.
    pub(crate) fn key(scheme: &'static Scheme, key: Secret) -> Result<Self, BuildError> {
        let prefix = match scheme.place {
            SchemePlace::Header { prefix, .. } => prefix,
            SchemePlace::Bearer => "Bearer ",
            SchemePlace::Basic => {
                return Err(BuildError::new(format!(
                    "the credential of `.{}(…)` needs a user and a password",
                    scheme.method
                )));
            }
            SchemePlace::Query(_) | SchemePlace::Cookie(_) => "",
        };
        check(scheme.method, prefix, key.expose())?;
        // RFC 6265, 4.1.1: these characters end the value of a cookie.
        if matches!(scheme.place, SchemePlace::Cookie(_))
            && key.expose().contains(['"', ',', ';', '\\'])
        {
            let problem = "contains a character that a cookie cannot contain: pass the key exactly as the provider gave it to you";
            return Err(BuildError::new(format!(
                "the credential of `.{}(…)` {problem}",
                scheme.method
            )));
        }
        // A query contains the escaped form, and whoever repeats the URL repeats that.
        let escaped = Secret::new(Escape::Percent.value(key.expose()));
        Ok(Self {
            scheme,
            value: Secret::new(format!("{prefix}{}", key.expose())),
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
            return Err(BuildError::new(format!(
                "the credential of `.{}(…)` {problem}",
                scheme.method
            )));
        }
        let pair = Secret::new(format!("{user}:{}", password.expose()));
        let encoded = Secret::new(BASE64_STANDARD.encode(pair.expose()));
        let value = Secret::new(format!("Basic {}", encoded.expose()));
        Ok(Self {
            scheme,
            value,
            secrets: vec![encoded, password],
        })
    }
}

/// Checks that a key is evidently nothing but the key.
fn check(method: &str, prefix: &str, key: &str) -> Result<(), BuildError> {
    let word = prefix.trim_end();
    let head = key.trim_start().get(..prefix.len());
    let is_prefixed =
        !word.is_empty() && head.is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    let problem = if is_prefixed {
        format!("begins with `{word}`: pass the key alone, the client adds `{word}`")
    } else if let Some(problem) = problem_of_key(key) {
        problem.to_owned()
    } else {
        return Ok(());
    };
    Err(BuildError::new(format!(
        "the credential of `.{method}(…)` {problem}"
    )))
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
    use super::{Credential, Scheme, SchemePlace, Secret};

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
        assert_eq!(credential.value.expose(), "Basic sck_a+b/c=");
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
