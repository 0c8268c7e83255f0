//! Credentials: checked when a client is built, put into requests by scheme.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::runtime::wire::escape::Escape;
use crate::runtime::{BuildError, Scheme, SchemePlace, Secret};

/// A credential, ready to be sent.
pub(crate) struct Credential {
    /// The scheme it is for.
    pub(crate) scheme: &'static Scheme,
    /// What is sent, prefix and all.
    pub(crate) value: Secret,
    /// What must not be seen of it, in each form in which it could be.
    pub(crate) secrets: Vec<Secret>,
}

impl Credential {
    /// A key or token, sent as it is behind its scheme's prefix.
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
        // RFC 6265, 4.1.1: these end a cookie's value.
        if matches!(scheme.place, SchemePlace::Cookie(_))
            && key.expose().contains(['"', ',', ';', '\\'])
        {
            let problem = "holds a character that cannot stand in a cookie: pass the key exactly as the provider gave it to you";
            return Err(BuildError::new(format!(
                "the credential of `.{}(…)` {problem}",
                scheme.method
            )));
        }
        // In a query it stands in its escaped form, and whoever repeats the address repeats that.
        let escaped = Secret::new(Escape::Percent.value(key.expose()));
        Ok(Self {
            scheme,
            value: Secret::new(format!("{prefix}{}", key.expose())),
            secrets: vec![key, escaped],
        })
    }

    /// A user and a password, sent in base64.
    // RFC 7617, section 2: "a user-id containing a colon character is invalid".
    pub(crate) fn basic(
        scheme: &'static Scheme,
        user: &str,
        password: Secret,
    ) -> Result<Self, BuildError> {
        let control = |text: &str| text.chars().any(char::is_control);
        if user.contains(':') || control(user) || control(password.expose()) {
            let problem = "takes a user without a colon, and neither it nor the password has control characters";
            return Err(BuildError::new(format!(
                "the credential of `.{}(…)` {problem}",
                scheme.method
            )));
        }
        let pair = Secret::new(format!("{user}:{}", password.expose()));
        let encoded = Secret::new(STANDARD.encode(pair.expose()));
        let value = Secret::new(format!("Basic {}", encoded.expose()));
        Ok(Self {
            scheme,
            value,
            secrets: vec![encoded, password],
        })
    }
}

fn check(method: &str, prefix: &str, key: &str) -> Result<(), BuildError> {
    let word = prefix.trim_end();
    let prefixed = |text: &str| {
        let head = text.trim_start().get(..prefix.len());
        !word.is_empty() && head.is_some_and(|head| head.eq_ignore_ascii_case(prefix))
    };
    let problem = if key.is_empty() {
        "is empty: pass the key that the provider gave you".to_owned()
    } else if prefixed(key) {
        format!("begins with `{word}`: pass the key alone, the client puts `{word}` in front")
    } else if key.chars().any(|c| c.is_whitespace() || c.is_control()) {
        "holds blanks, line ends or control characters: pass the key alone, without anything around it".to_owned()
    } else if !key.is_ascii() {
        "holds characters beyond ASCII: pass the key exactly as the provider gave it to you"
            .to_owned()
    } else {
        return Ok(());
    };
    Err(BuildError::new(format!(
        "the credential of `.{method}(…)` {problem}"
    )))
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
    fn a_key_that_cannot_be_one_is_told_and_not_shown() {
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
