//! Addresses with variables in them: what stands for a variable must not lead to another server than it seems to.

/// Puts something in the place of each variable.
///
/// # Errors
///
/// What stands for a variable cannot stand there.
pub(crate) fn fill(template: &str, variables: &[(&'static str, &str)]) -> Result<String, String> {
    let mut url = template.to_owned();
    for (name, value) in variables {
        let placeholder = format!("{{{name}}}");
        let place = Place::of(template, &placeholder);
        if value.is_empty() || !value.chars().all(|letter| place.takes(letter)) {
            return Err(format!(
                "the base URL must have {} in the place of its variable `{name}`",
                place.expected()
            ));
        }
        url = url.replace(&placeholder, value);
    }
    Ok(url)
}

/// What a variable is a part of.
#[derive(Clone, Copy)]
enum Place {
    /// The whole address up to its path: the caller says all of it.
    Origin,
    Host,
    Path,
}

impl Place {
    fn of(template: &str, placeholder: &str) -> Self {
        let before = template.split(placeholder).next().unwrap_or_default();
        match before.split_once("://") {
            Some((_, rest)) if rest.contains('/') => Self::Path,
            Some(_) => Self::Host,
            None if before.contains('/') => Self::Path,
            None => Self::Origin,
        }
    }

    // RFC 3986, 3.2: a slash, a question mark or a number sign ends the authority, and what stands before an at sign is a user.
    fn takes(self, letter: char) -> bool {
        match self {
            Self::Origin => true,
            Self::Host => letter.is_ascii_alphanumeric() || "-._~:[]".contains(letter),
            Self::Path => {
                !"?#\\".contains(letter) && !letter.is_control() && !letter.is_whitespace()
            }
        }
    }

    const fn expected(self) -> &'static str {
        match self {
            Self::Origin => "an address",
            Self::Host => "a part of a host",
            Self::Path => "a part of a path",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_variable_stays_in_its_place() {
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
    fn the_caller_may_say_the_whole_origin() {
        let filled = fill("{origin}/api/v1", &[("origin", "http://127.0.0.1:1")]);
        assert_eq!(filled.as_deref(), Ok("http://127.0.0.1:1/api/v1"));
    }
}
