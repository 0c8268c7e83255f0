//! Media types and media type ranges: which of several a Content-Type matches.

/// Returns how well a Content-Type matches the best of some media type ranges: 0 not at all, 1 by
/// `*/*`, 2 by `type/*` or `type/*+suffix`, 3 exactly.
pub(crate) fn specificity(documented: &[&str], sent: &str) -> u8 {
    let sent = sent.split(';').next().unwrap_or_default().trim();
    let matches = documented.iter().map(|range| match_range(range, sent));
    matches.max().unwrap_or(0)
}

/// Returns whether a Content-Type names the charset ISO-8859-1.
// RFC 9110, 8.3.2: charset names are case-insensitive, and may be quoted.
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

/// Returns how well a media type matches one range.
// RFC 9110, 8.3.1: types and subtypes are case-insensitive.
fn match_range(range: &str, sent: &str) -> u8 {
    if range.eq_ignore_ascii_case(sent) {
        return 3;
    }
    let Some((family, suffix)) = range.split_once('*') else {
        return 0;
    };
    let head = sent.get(..family.len()).unwrap_or_default();
    let tail = sent.len().checked_sub(suffix.len());
    let tail = tail.and_then(|at| sent.get(at..)).unwrap_or_default();
    match range {
        "*/*" => 1,
        _ if head.eq_ignore_ascii_case(family) && tail.eq_ignore_ascii_case(suffix) => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::specificity;

    #[test]
    fn the_most_specific_range_matches_best() {
        for (documented, sent, expected) in [
            (&["text/csv"][..], "Text/CSV; charset=utf-8", 3),
            (&["image/png", "text/*"], "text/csv", 2),
            (&["application/*+json"], "application/hal+JSON; q=1", 2),
            (&["application/*+json"], "application/json", 0),
            (&["*/*"], "text/csv", 1),
            (&["application/json"], "text/csv", 0),
            (&["application/json"], "", 0),
            (&[], "text/csv", 0),
        ] {
            assert_eq!(specificity(documented, sent), expected, "{sent}");
        }
    }
}
