//! Media types and ranges of them: which of several is meant by a Content-Type.

/// How well a Content-Type fits the best of some media types: not at all, as one of all, of its family, exactly.
pub(crate) fn fit(documented: &[&str], sent: &str) -> u8 {
    let sent = sent.split(';').next().unwrap_or_default().trim();
    let fits = documented.iter().map(|range| one(range, sent));
    fits.max().unwrap_or(0)
}

/// Whether a Content-Type says that every byte is a character of its own.
// RFC 9110, 8.3.2: the name of a charset has no case, and may be in quotes.
pub(crate) fn is_latin_1(sent: &str) -> bool {
    let mut parameters = sent.split(';').skip(1);
    let charset = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_charset = name.trim().eq_ignore_ascii_case("charset");
        is_charset.then(|| value.trim().trim_matches('"'))
    });
    charset.is_some_and(|charset| {
        charset.eq_ignore_ascii_case("iso-8859-1") || charset.eq_ignore_ascii_case("latin1")
    })
}

// RFC 9110, 8.3.1: type and subtype have no case.
fn one(range: &str, sent: &str) -> u8 {
    if range.eq_ignore_ascii_case(sent) {
        return 3;
    }
    let Some(family) = range.strip_suffix('*') else {
        return 0;
    };
    let head = sent.get(..family.len()).unwrap_or_default();
    match range {
        "*/*" => 1,
        _ if head.eq_ignore_ascii_case(family) => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn the_most_specific_fits_best() {
        for (documented, sent, expected) in [
            (&["text/csv"][..], "Text/CSV; charset=utf-8", 3),
            (&["image/png", "text/*"], "text/csv", 2),
            (&["*/*"], "text/csv", 1),
            (&["application/json"], "text/csv", 0),
            (&["application/json"], "", 0),
            (&[], "text/csv", 0),
        ] {
            assert_eq!(fit(documented, sent), expected, "{sent}");
        }
    }
}
