//! Exemptions for faults of Prism or of the documents. Each has a name and a reason, and is an
//! error once the document of `tests/documents` that shows it does not need it any more.
//!
//! Found in the source of Prism 5.14.2; paths are those of its package `@stoplight/prism-http`.

use std::collections::BTreeSet;

use codegen::ir::Style;
use serde_json::Value;

use super::plan::Case;
use super::prism::Opinion;

/// An exemption for requests.
struct Quirk {
    name: &'static str,
    /// A document that needs it, in `tests/documents` if one does.
    shown_by: &'static str,
    /// Returns whether a request has the traits that Prism mishandles.
    applies: fn(&Case) -> bool,
    /// Returns whether the quirk explains a violation.
    explains: fn(&str) -> bool,
}

/// Valid requests that Prism refuses.
const OF_REQUESTS: &[Quirk] = &[
    // `validator/validators/body`: each part is a string whatever its media type, so no part can be
    // an object or a list. Of several parts of one name, the last is used.
    Quirk {
        name: "parts-are-strings",
        shown_by: "bank_accounts.yaml",
        applies: |case| is(case, "multipart/form-data") && has_nested(case),
        explains: |refusal| refusal.contains("body"),
    },
    // The same file: of several pairs of one name, the last is used unless the member has an
    // `encoding`; the standard's default for `style` and `explode` is not applied. Nested members
    // are not decoded at all, and items of a list must be JSON.
    Quirk {
        name: "pairs-are-strings",
        shown_by: "telephony_with_path_suffixes.json",
        applies: |case| is(case, "application/x-www-form-urlencoded") && has_nested(case),
        explains: |refusal| refusal.contains("body") || refusal.contains("form data"),
    },
    // The same file: what is neither JSON nor a form is a string, whatever its schema says.
    Quirk {
        name: "other-bodies-are-strings",
        shown_by: "acquirer_with_xml.yaml",
        applies: |case| !is_understood(case) && has_structure(case),
        explains: |refusal| refusal.contains("ody must be "),
    },
    // `validator/utils/wildcardMediaTypeMatch`: `application/a+json` and `application/b+json` are
    // treated as one media type, and the first of them is used.
    Quirk {
        name: "suffixes-are-media-types",
        shown_by: "cloud_resources_by_version.json",
        applies: |case| shares_suffix(case),
        explains: |refusal| refusal.contains("body"),
    },
    // `validator/deserializers/style/deepObject`: an object is created from absent members.
    Quirk {
        name: "absent-deep-objects",
        shown_by: "billing_with_expansion_in_3_1.yaml",
        applies: |case| case.traits.absent.contains(&Style::DeepObject),
        explains: |refusal| refusal.contains("must have required property"),
    },
    // `validator/deserializers/style/delimited`: an absent list becomes an empty string, which
    // is not a list. Swagger 2.0 only.
    Quirk {
        name: "absent-lists",
        shown_by: "ledger_in_swagger_2.yaml",
        applies: |case| case.traits.absent.contains(&Style::Form { explode: false }),
        explains: |refusal| refusal.starts_with("body.") && refusal.ends_with("must be array"),
    },
    // `validator/deserializers`: the query is decoded before it is split at `%20`.
    Quirk {
        name: "space-delimited",
        shown_by: "go_comments.yaml",
        applies: |case| has_list(case, Style::SpaceDelimited),
        explains: |refusal| refusal.starts_with("request.query."),
    },
    // `validator/deserializers/style/label`: a list that is not exploded is split at commas, as in
    // RFC 6570 and OAS 3.0.4; the table of OAS 3.0.3 uses dots.
    Quirk {
        name: "label-lists",
        shown_by: "go_comments.yaml",
        applies: |case| has_list(case, Style::Label { explode: false }),
        explains: |refusal| refusal.starts_with("request.path."),
    },
    // `router/matchPath`: braces contain a plain name that matches one segment, and a fragment or a
    // query is a part of the path.
    Quirk {
        name: "paths-of-other-dialects",
        shown_by: "storage_by_path.yaml",
        applies: |case| case.call.contains(['#', '+', '=', '?', '*', ':']),
        explains: |refusal| refusal.starts_with("NO_PATH_MATCHED"),
    },
    // `validator/index`: names of path parameters are matched by `\w`.
    Quirk {
        name: "path-parameters-in-other-scripts",
        shown_by: "names_in_many_scripts.yaml",
        applies: |case| !case.call.is_ascii(),
        explains: |refusal| refusal.contains("Request path must have required property"),
    },
    // `validator/validators/utils`: parameters are coerced to the type of each schema, so that `1` is
    // both an integer and a string, and fits two alternatives where one is allowed.
    Quirk {
        name: "coerced-alternatives",
        shown_by: "github__api.github.com-1.1.4.json",
        applies: |case| {
            case.traits
                .parameters
                .iter()
                .any(|(.., value)| value.is_number())
        },
        explains: |refusal| {
            refusal.contains(" parameter ") && refusal.ends_with("exactly one schema in oneOf")
        },
    },
    // RFC 9110, 5.1: header field names are tokens, so this one can't be sent.
    Quirk {
        name: "impossible-header-names",
        shown_by: "names_in_many_scripts.yaml",
        applies: |case| {
            case.traits
                .parameters
                .iter()
                .any(|(name, ..)| !name.is_ascii())
        },
        explains: |refusal| refusal.contains("is not a valid header name"),
    },
    // Requests are made from the generator's model of the document, which ignores `if` and `then`.
    Quirk {
        name: "conditions",
        shown_by: "events_in_3_1.yaml",
        applies: |case| case.traits.has_conditions && case.traits.body.is_some(),
        explains: |refusal| refusal.contains("body"),
    },
    // The document's fault: objects of a `oneOf` have no required members, so that an object with the
    // members of one fits the others too. The sampler prefers a value that fits exactly one.
    Quirk {
        name: "overlapping-alternatives",
        shown_by: "terminals_with_cursors.json",
        applies: |case| case.traits.is_ambiguous,
        explains: |refusal| {
            refusal.contains("body") && refusal.ends_with("exactly one schema in oneOf")
        },
    },
    // The document's fault, which the generator repairs: `type: bearer`.
    Quirk {
        name: "schemes-of-no-standard",
        shown_by: "card_issuing_in_words_of_two_versions.yaml",
        applies: |case| case.traits.has_own_schemes,
        explains: |refusal| refusal.starts_with("UNAUTHORIZED"),
    },
];

/// Responses that do not match the document's schema, so that no client can decode them: Prism does
/// not validate examples and defaults, and ends cycles with empty objects.
const OF_RESPONSES: (&str, &str) = ("mock-contradicts-schema", "checkout_with_links.yaml");

/// The exemptions that were needed in one document.
#[derive(Default)]
pub(crate) struct Quirks(BTreeSet<&'static str>);

impl Quirks {
    /// Returns the exemption of a request, if exemptions explain all of its violations.
    pub(crate) fn of_request(&mut self, case: &Case, refusals: &[String]) -> Option<&'static str> {
        let applying = OF_REQUESTS.iter().filter(|quirk| (quirk.applies)(case));
        let applying: Vec<&Quirk> = applying.collect();
        let reason = |refusal: &String| applying.iter().find(|it| (it.explains)(refusal));
        let reasons: Option<Vec<_>> = refusals.iter().map(reason).collect();
        let names: Vec<&str> = reasons?.into_iter().map(|quirk| quirk.name).collect();
        self.0.extend(&names);
        names.first().copied()
    }

    /// Returns the exemption of a response that was not decoded.
    pub(crate) fn of_response(&mut self, opinion: &Opinion) -> Option<&'static str> {
        let (name, _) = OF_RESPONSES;
        let contradicts = !opinion.contradictions.is_empty();
        contradicts.then(|| {
            self.0.insert(name);
            name
        })
    }

    /// Exemptions that this document should need, but did not.
    pub(crate) fn unneeded(&self, document: &str) -> Vec<&'static str> {
        let of_requests = OF_REQUESTS.iter().map(|quirk| (quirk.name, quirk.shown_by));
        let all = of_requests.chain([OF_RESPONSES]);
        let shown = all.filter(|(name, shown_by)| *shown_by == document && !self.0.contains(name));
        shown.map(|(name, _)| name).collect()
    }
}

/// Returns whether the body has that media type.
fn is(case: &Case, media_type: &str) -> bool {
    let sent = case.traits.media_type.as_deref().unwrap_or_default();
    sent.split(';').next() == Some(media_type)
}

/// Returns whether Prism parses bodies of this media type.
fn is_understood(case: &Case) -> bool {
    let sent = case.traits.media_type.as_deref().unwrap_or_default();
    let essence = sent.split(';').next().unwrap_or_default();
    essence.ends_with("json")
        || is(case, "multipart/form-data")
        || is(case, "application/x-www-form-urlencoded")
}

/// Returns whether the operation takes another media type with the same last word.
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

/// Returns whether the body is an object or a list.
fn has_structure(case: &Case) -> bool {
    let body = case.traits.body.as_ref();
    body.is_some_and(|body| body.is_object() || body.is_array())
}

/// Returns whether a member of the body is an object or a list, or the body itself a list.
fn has_nested(case: &Case) -> bool {
    let is_nested = |value: &Value| value.is_object() || value.is_array();
    match &case.traits.body {
        Some(Value::Object(members)) => members.values().any(is_nested),
        Some(body) => body.is_array(),
        None => false,
    }
}

/// Returns whether a list of several items is encoded in that style.
fn has_list(case: &Case, style: Style) -> bool {
    let parameters = &case.traits.parameters;
    parameters.iter().any(|(_, of, value)| {
        let several = value.as_array().is_some_and(|items| items.len() > 1);
        *of == style && several
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Case, Quirks};

    #[test]
    fn an_exemption_that_its_document_does_not_need_is_named() {
        let mut case = Case::default();
        case.traits.media_type = Some("multipart/form-data; charset=utf-8".to_owned());
        case.traits.body = Some(json!({ "list": [1] }));
        let mut quirks = Quirks::default();
        assert_eq!(
            quirks.of_request(&case, &["request.path.x: is wrong".to_owned()]),
            None
        );
        assert_eq!(quirks.unneeded("bank_accounts.yaml"), ["parts-are-strings"]);
        assert!(quirks.unneeded("pets.yaml").is_empty());
        let refusal = "request.body.list: must be array".to_owned();
        assert_eq!(
            quirks.of_request(&case, &[refusal]),
            Some("parts-are-strings")
        );
        assert!(quirks.unneeded("bank_accounts.yaml").is_empty());
    }
}
