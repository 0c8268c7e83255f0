//! URL templates with variables: the value of a variable must not redirect requests to another
//! server.

/// Replaces each variable by its value.
///
/// # Errors
///
/// If a value is not allowed in the place of its variable.
pub(crate) fn fill(template: &str, variables: &[(&'static str, &str)]) -> Result<String, String> {
    let mut url = template.to_owned();
    for (name, value) in variables {
        let placeholder = format!("{{{name}}}");
        let place = Place::in_template(template, &placeholder);
        if value.is_empty() || !value.chars().all(|letter| place.allows(letter)) {
            return Err(format!(
                "the base URL must have {} in place of its variable `{name}`",
                place.expected()
            ));
        }
        url = url.replace(&placeholder, value);
    }
    Ok(url)
}

/// Which part of a URL a variable is in.
#[derive(Clone, Copy)]
enum Place {
    /// The whole URL up to its path: the caller chooses all of it.
    Origin,
    Host,
    Path,
}

impl Place {
    /// Returns the part of the URL that a placeholder is in.
    fn in_template(template: &str, placeholder: &str) -> Self {
        let before = template.split(placeholder).next().unwrap_or_default();
        match before.split_once("://") {
            Some((_, rest)) if rest.contains('/') => Self::Path,
            Some(_) => Self::Host,
            None if before.contains('/') => Self::Path,
            None => Self::Origin,
        }
    }

    /// Returns whether a character is allowed there.
    // RFC 3986, 3.2: a slash, a question mark or a number sign ends the authority, and an at sign
    // ends the user information.
    fn allows(self, letter: char) -> bool {
        match self {
            Self::Origin => true,
            Self::Host => letter.is_ascii_alphanumeric() || "-._~:[]".contains(letter),
            Self::Path => {
                !"?#\\".contains(letter) && !letter.is_control() && !letter.is_whitespace()
            }
        }
    }

    /// Describes what is allowed there.
    const fn expected(self) -> &'static str {
        match self {
            Self::Origin => "a URL",
            Self::Host => "a part of a host",
            Self::Path => "a part of a path",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_value_cannot_leave_its_part_of_the_url() {
        let template = "https://{shop}.example.org:{port}/{base}";
        let fill = |shop, base| {
            fill(
                template,
                &[("shop", shop), ("port", "8443"), ("base", base)],
            )
        };
        assert_eq!(
            fill("a-1", "v1/x").as_deref(),
            Ok("https://a-1.example.org:8443/v1/x")
        );
        for shop in [
            "",
            "evil.org/",
            "evil.org#",
            "evil.org?",
            "me@evil.org",
            "a\\b",
            "a b",
            "ı",
        ] {
            assert!(fill(shop, "v1").is_err(), "{shop}");
        }
        for base in ["a?b", "a#b", "a\\b", "a b", "a\nb"] {
            assert!(fill("a", base).is_err(), "{base}");
        }
    }

    #[test]
    fn the_whole_origin_may_be_a_variable() {
        let filled = fill("{origin}/api/v1", &[("origin", "http://127.0.0.1:1")]);
        assert_eq!(filled.as_deref(), Ok("http://127.0.0.1:1/api/v1"));
    }
}
