//! Compares fields: which there are, of which type, and whether they are required.

use codegen::source::Location;

use crate::docs::facts::{Direction, Field, Fields, Operation};
use crate::docs::finding::{Finding, Kind, NOTHING};
use crate::docs::page::Page;

/// Who says what.
#[derive(Clone, Copy)]
pub(super) enum Sides<'s> {
    /// A page and the spec.
    Spec { page: &'s str },
    /// Two pages in different languages, and the operation of both.
    Languages {
        page: &'s str,
        names: [&'static str; 2],
        operation: &'s Location,
    },
}

impl Sides<'_> {
    /// Returns a finding that has a place on both sides.
    pub(super) fn finding(
        self,
        kind: Kind,
        text: String,
        says: &str,
        (left, right): (&Location, &Location),
    ) -> Finding {
        match self {
            Self::Spec { page } => Finding::new(kind, page, text)
                .said(says, left)
                .in_spec(right),
            Self::Languages {
                page,
                names,
                operation,
            } => {
                let mut finding = Finding::new(Kind::Languages, page, text).said(says, left);
                let label = format!("on the {} page", names[1]);
                finding.also.push((right.clone(), label));
                finding.in_spec(operation)
            }
        }
    }

    /// Returns both sides in words: `on the page` and `in the spec`.
    pub(super) fn words(self) -> [String; 2] {
        match self {
            Self::Spec { .. } => ["on the page".to_owned(), "in the spec".to_owned()],
            Self::Languages { names, .. } => names.map(|name| format!("on the {name} page")),
        }
    }
}

/// Compares the bodies of a page's tables with those of an operation.
pub(super) fn bodies(page: &Page, spec: &Operation, findings: &mut Vec<Finding>) {
    let sides = Sides::Spec { page: &page.name };
    for direction in [Direction::Request, Direction::Response] {
        let name = direction.name();
        match (page.operation.body(direction), spec.body(direction)) {
            (Some(found), Some(expected)) => {
                let parameters = spec.parameters.as_ref();
                let parameters = parameters.filter(|_| direction == Direction::Request);
                compare(sides, found, expected, parameters, findings);
            }
            (Some(found), None) => {
                let text = format!(
                    "the page has a table of {name} parameters, and the spec no {name} body"
                );
                findings.push(sides.finding(Kind::Field, text, "a table", (&found.at, &spec.at)));
            }
            (None, Some(expected)) if expected.list.iter().any(|it| is_from(it, &page.name)) => {
                let text = format!("the page has no table of {name} parameters");
                let at = page.text.at(0);
                findings.push(sides.finding(Kind::Field, text, NOTHING, (&at, &expected.at)));
            }
            (None, _) => {}
        }
    }
}

/// Compares fields. A field of a page can also be one of the `parameters` of the operation.
pub(super) fn compare(
    sides: Sides<'_>,
    left: &Fields,
    right: &Fields,
    parameters: Option<&Fields>,
    findings: &mut Vec<Finding>,
) {
    let [on_left, in_right] = sides.words();
    for found in &left.list {
        let parameter = || parameters.and_then(|it| it.find(&found.name));
        match right.find(&found.name).or_else(parameter) {
            Some(expected) => field(sides, found, expected, findings),
            None => {
                let text = format!("`{}` is {on_left} alone", found.name);
                let places = (&found.at, &right.at);
                findings.push(sides.finding(Kind::Field, text, &found.name, places));
            }
        }
    }
    for expected in &right.list {
        let is_claimed = match sides {
            Sides::Spec { page } => is_from(expected, page),
            Sides::Languages { .. } => true,
        };
        if left.find(&expected.name).is_none() && is_claimed {
            let text = format!("`{}` is {in_right} alone", expected.name);
            let places = (&left.at, &expected.at);
            findings.push(sides.finding(Kind::Field, text, NOTHING, places));
        }
    }
}

/// Returns whether a field of a spec is from a page, or doesn't say what it is from.
fn is_from(field: &Field, page: &str) -> bool {
    let pages = field.pages.as_ref();
    pages.is_none_or(|pages| pages.iter().any(|it| it == page))
}

/// Compares two fields of one name.
fn field(sides: Sides<'_>, found: &Field, expected: &Field, findings: &mut Vec<Finding>) {
    let [on_left, in_right] = sides.words();
    let name = &found.name;
    if let (Some(left), Some(right)) = (&found.field_type, &expected.field_type)
        && left.value.json != right.value.json
    {
        let [left_type, right_type] = [left, right].map(|it| it.value.json.with_article());
        let word = &left.value.word;
        let as_written = match left_type.ends_with(word.as_str()) {
            true => String::new(),
            false => format!(" (`{word}`)"),
        };
        let text =
            format!("`{name}` is {left_type}{as_written} {on_left}, and {right_type} {in_right}");
        findings.push(sides.finding(Kind::Type, text, word, (&left.at, &right.at)));
    }
    if let (Some(left), Some(right)) = (&found.required, &expected.required)
        && left.value != right.value
    {
        let word = |is_required| if is_required { "required" } else { "optional" };
        let [left_word, right_word] = [left, right].map(|it| word(it.value));
        let text = format!("`{name}` is {left_word} {on_left}, and {right_word} {in_right}");
        findings.push(sides.finding(Kind::Required, text, left_word, (&left.at, &right.at)));
    }
}
