//! What is the judge's or the document's own fault: each exemption has a name and a reason, and is
//! an error when nothing needs it any more.
//!
//! Found in the source of Prism 5.14.2; paths are those of its package `@stoplight/prism-http`.

use std::collections::BTreeMap;

use codegen::ir::Style;
use serde_json::Value;

use super::judge::Opinion;
use super::plan::Case;

/// An exemption of requests.
struct Quirk {
    name: &'static str,
    /// Whether a request has what the judge trips over.
    applies: fn(&Case) -> bool,
    /// Whether this is what the judge says then.
    explains: fn(&str) -> bool,
}

/// Requests that Prism refuses though they are valid.
const OF_REQUESTS: &[Quirk] = &[
    // `validator/validators/body`: each part is taken as a string, of several parts of one name the
    // last, and its media type is not looked at, so no part can be an object or a list.
    Quirk {
        name: "parts-are-strings",
        applies: |case| is(case, "multipart/form-data") && has_nested(case),
        explains: |refusal| refusal.contains("body"),
    },
    // The same file: of several pairs of one name the last is taken, unless the member has an
    // `encoding`; the standard's default for `style` and `explode` is not applied. Nested members
    // are not read at all, and items of a list must be JSON.
    Quirk {
        name: "pairs-are-strings",
        applies: |case| is(case, "application/x-www-form-urlencoded") && has_nested(case),
        explains: |refusal| refusal.contains("body") || refusal.contains("form data"),
    },
    // The same file: what is neither JSON nor a form is a string, whatever its schema says.
    Quirk {
        name: "other-bodies-are-strings",
        applies: |case| !is_understood(case) && has_structure(case),
        explains: |refusal| refusal.contains("ody must be "),
    },
    // `validator/utils/wildcardMediaTypeMatch`: `application/a+json` and `application/b+json` are
    // taken for one media type, and the first of them counts.
    Quirk {
        name: "suffixes-are-media-types",
        applies: |case| shares_suffix(case),
        explains: |refusal| refusal.contains("body"),
    },
    // `validator/deserializers/style/deepObject`: an object is made of members that are not there.
    Quirk {
        name: "absent-deep-objects",
        applies: |case| case.traits.lacks_deep_object,
        explains: |refusal| refusal.contains("must have required property"),
    },
    // `validator/deserializers`: the query is decoded first, and split at `%20` then.
    Quirk {
        name: "space-delimited",
        applies: |case| has_list(case, Style::SpaceDelimited),
        explains: |refusal| refusal.starts_with("request.query."),
    },
    // `validator/deserializers/style/label`: a list that is not exploded is split at commas, as RFC
    // 6570 and OAS 3.0.4 have it; the table of OAS 3.0.3 has points.
    Quirk {
        name: "label-lists",
        applies: |case| has_list(case, Style::Label { explode: false }),
        explains: |refusal| refusal.starts_with("request.path."),
    },
    // `router/matchPath`: what stands in the braces is one segment with a plain name, and a
    // fragment or a query in a path is a part of it.
    Quirk {
        name: "paths-of-other-dialects",
        applies: |case| case.call.contains(['#', '+', '=', '?', '*', ':']),
        explains: |refusal| refusal.starts_with("NO_PATH_MATCHED"),
    },
    // `validator/index`: names of path parameters are looked for with `\w`.
    Quirk {
        name: "path-parameters-in-other-scripts",
        applies: |case| !case.call.is_ascii(),
        explains: |refusal| refusal.contains("Request path must have required property"),
    },
];

/// Responses that are not what the document's schema says, so no client can decode them: Prism
/// takes examples and defaults as they are, and ends cycles with empty objects.
const CONTRADICTION: &str = "mock-contradicts-schema";

/// The exemptions, and how often each was met and needed.
#[derive(Default)]
pub(crate) struct Quirks {
    met: BTreeMap<&'static str, usize>,
    needed: BTreeMap<&'static str, usize>,
}

impl Quirks {
    /// The exemption that explains everything that the judge has against a request.
    pub(crate) fn of_request(&mut self, case: &Case, opinion: &Opinion) -> Option<&'static str> {
        let mut found = None;
        for quirk in OF_REQUESTS.iter().filter(|quirk| (quirk.applies)(case)) {
            *self.met.entry(quirk.name).or_default() += 1;
            let refusals = &opinion.refusals;
            if !refusals.is_empty() && refusals.iter().all(|it| (quirk.explains)(it)) {
                *self.needed.entry(quirk.name).or_default() += 1;
                found = Some(quirk.name);
            }
        }
        found
    }

    /// The exemption of a response that was not decoded.
    pub(crate) fn of_response(&self, opinion: &Opinion) -> Option<&'static str> {
        (!opinion.contradictions.is_empty()).then_some(CONTRADICTION)
    }

    /// Exemptions that were met in this run, and that nothing needed.
    pub(crate) fn unneeded(&self) -> Vec<&'static str> {
        let met = self.met.keys();
        met.filter(|name| !self.needed.contains_key(*name))
            .copied()
            .collect()
    }
}

/// Whether the body has that media type.
fn is(case: &Case, media_type: &str) -> bool {
    let sent = case.traits.media_type.as_deref().unwrap_or_default();
    sent.split(';').next() == Some(media_type)
}

/// Whether Prism parses bodies of this media type.
fn is_understood(case: &Case) -> bool {
    let sent = case.traits.media_type.as_deref().unwrap_or_default();
    let essence = sent.split(';').next().unwrap_or_default();
    essence.ends_with("json")
        || is(case, "multipart/form-data")
        || is(case, "application/x-www-form-urlencoded")
}

/// Whether the operation takes another media type with the same last word.
fn shares_suffix(case: &Case) -> bool {
    let Some(sent) = &case.traits.media_type else {
        return false;
    };
    let last = |it: &str| it.rsplit(['+', '/']).next().map(str::to_owned);
    let media_types = &case.traits.media_types;
    media_types
        .iter()
        .any(|it| it != sent && last(it) == last(sent))
}

/// Whether the body is an object or a list.
fn has_structure(case: &Case) -> bool {
    let body = case.traits.body.as_ref();
    body.is_some_and(|body| body.is_object() || body.is_array())
}

/// Whether a member of the body is an object or a list, or the body a list.
fn has_nested(case: &Case) -> bool {
    let is_nested = |value: &Value| value.is_object() || value.is_array();
    match &case.traits.body {
        Some(Value::Object(members)) => members.values().any(is_nested),
        Some(body) => body.is_array(),
        None => false,
    }
}

/// Whether a list of several items is written in that style.
fn has_list(case: &Case, style: Style) -> bool {
    let parameters = &case.traits.parameters;
    parameters.iter().any(|(of, value)| {
        let several = value.as_array().is_some_and(|items| items.len() > 1);
        *of == style && several
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Case, Opinion, Quirks};

    #[test]
    fn an_exemption_that_nothing_needs_is_named() {
        let mut case = Case::default();
        case.traits.media_type = Some("multipart/form-data; charset=utf-8".to_owned());
        case.traits.body = Some(json!({ "list": [1] }));
        let refused = Opinion {
            refusals: vec!["request.body.list: must be array".to_owned()],
            ..Opinion::default()
        };
        let mut quirks = Quirks::default();
        assert_eq!(quirks.of_request(&case, &Opinion::default()), None);
        assert_eq!(quirks.unneeded(), ["parts-are-strings"]);
        assert_eq!(
            quirks.of_request(&case, &refused),
            Some("parts-are-strings")
        );
        assert!(quirks.unneeded().is_empty());
    }
}
