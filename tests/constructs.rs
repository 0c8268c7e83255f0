//! The table of `specs/OPENAPI.md` covers every field of OpenAPI 3.0.3 and agrees with the
//! generator.
//!
//! Each row names a case that contains the field. Removing an understood field from the case
//! changes the generated code; removing an ignored one changes nothing; a refused one is reported
//! with the code of the row.

use std::collections::BTreeSet;
use std::fs;

use codegen::read::constructs::{Construct, Edit, constructs, edited, used};
use codegen::{Diagnostics, Options, OutputFiles, Sources, generate};
use tests::fixture;

/// A row of the table.
#[derive(Clone, Debug)]
struct Row {
    construct: Construct,
    effect: Effect,
    /// The case, relative to this folder.
    case: String,
}

#[derive(Clone, Debug)]
enum Effect {
    Understood,
    Ignored,
    /// Reported with this code.
    Refused(String),
}

#[test]
fn every_field_of_the_standard_has_one_row() {
    let mut listed = BTreeSet::new();
    for row in rows() {
        let Construct { object, field } = row.construct;
        assert!(
            listed.insert(row.construct),
            "{object}: `{field}` has two rows"
        );
    }
    let missing: Vec<_> = constructs().difference(&listed).copied().collect();
    assert!(missing.is_empty(), "these have no row: {missing:#?}");
}

/// The fields of every object in OAS 3.0.3 and the two that 3.1 added, written independently of the
/// generator's tables.
const STANDARD: &[(&str, &str)] = &[
    (
        "OpenAPI Object",
        "openapi info servers paths components security tags externalDocs webhooks",
    ),
    (
        "Info Object",
        "title description termsOfService contact license version",
    ),
    ("Contact Object", "name url email"),
    ("License Object", "name url"),
    ("Server Object", "url description variables"),
    ("Server Variable Object", "enum default description"),
    (
        "Components Object",
        "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems",
    ),
    ("Paths Object", "/{path}"),
    (
        "Path Item Object",
        "$ref summary description get put post delete options head patch trace servers parameters",
    ),
    (
        "Operation Object",
        "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers",
    ),
    ("External Documentation Object", "description url"),
    (
        "Parameter Object",
        "name in description required deprecated allowEmptyValue style explode allowReserved schema example examples content",
    ),
    ("Request Body Object", "description content required"),
    ("Media Type Object", "schema example examples encoding"),
    (
        "Encoding Object",
        "contentType headers style explode allowReserved",
    ),
    ("Responses Object", "default HTTP-Status-Code"),
    ("Response Object", "description headers content links"),
    ("Callback Object", "{expression}"),
    ("Example Object", "summary description value externalValue"),
    (
        "Link Object",
        "operationRef operationId parameters requestBody description server",
    ),
    (
        "Header Object",
        "description required deprecated allowEmptyValue style explode allowReserved schema example examples content",
    ),
    ("Tag Object", "name description externalDocs"),
    ("Reference Object", "$ref"),
    (
        "Schema Object",
        "title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties minProperties required enum type allOf oneOf anyOf not items properties additionalProperties description format default nullable discriminator readOnly writeOnly xml externalDocs example deprecated",
    ),
    ("Discriminator Object", "propertyName mapping"),
    ("XML Object", "name namespace prefix attribute wrapped"),
    (
        "Security Scheme Object",
        "type description name in scheme bearerFormat flows openIdConnectUrl",
    ),
    (
        "OAuth Flows Object",
        "implicit password clientCredentials authorizationCode",
    ),
    (
        "OAuth Flow Object",
        "authorizationUrl tokenUrl refreshUrl scopes",
    ),
    ("Security Requirement Object", "{name}"),
    ("Specification Extensions", "^x-"),
];

#[test]
fn the_generator_knows_the_standards_own_list() {
    let known: BTreeSet<(String, String)> = constructs()
        .into_iter()
        .map(|it| (it.object.to_string(), it.field.replace(' ', "-")))
        .collect();
    let listed: BTreeSet<(String, String)> = STANDARD
        .iter()
        .flat_map(|(object, fields)| {
            fields
                .split(' ')
                .map(|field| ((*object).to_owned(), field.to_owned()))
        })
        .collect();
    let differing: Vec<_> = known.symmetric_difference(&listed).collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn every_row_names_a_case_that_proves_it() {
    let faults: Vec<String> = rows().iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(
        rows().len(),
        constructs().len(),
        "rows of the table and fields of the standard"
    );
}

/// Returns what is wrong with a row, if anything.
fn fault(row: &Row) -> Option<String> {
    let Construct { object, field } = row.construct;
    let path = fixture::root().join("tests").join(&row.case);
    let say = |fault: String| Some(format!("{object}, `{field}`, {}: {fault}", row.case));
    let Ok(text) = fs::read_to_string(path) else {
        return say("there is no such case".to_owned());
    };
    if !used(&text).contains(&row.construct) {
        return say("the case doesn't contain it".to_owned());
    }
    let with = outcome(&row.case, &text);
    let is_same = with.0 == without(row, &text).0;
    match &row.effect {
        Effect::Understood if is_same => say("without it the same is generated".to_owned()),
        Effect::Ignored if !is_same => say("without it something else is generated".to_owned()),
        Effect::Refused(code) if !is_reported(&with.1, code) => say(format!("{code} is not told")),
        _ => None,
    }
}

/// Generates without the construct, or with another value if it is required.
fn without(row: &Row, text: &str) -> (Option<OutputFiles>, Diagnostics) {
    let [removed, replaced] =
        [Edit::Remove, Edit::Replace].map(|edit| edited(text, row.construct, edit));
    match outcome(&row.case, &removed) {
        (None, _) => outcome(&row.case, &replaced),
        without => without,
    }
}

fn outcome(name: &str, text: &str) -> (Option<OutputFiles>, Diagnostics) {
    let mut sources = Sources::default();
    sources.insert(name, text);
    generate(&sources, &Options::default())
}

fn is_reported(diagnostics: &Diagnostics, code: &str) -> bool {
    diagnostics
        .iter()
        .any(|it| it.problem.code().as_str() == code)
}

/// The heading of the table, the last of its file.
const TABLE: &str = "# Every field of OpenAPI, and what becomes of it\n";

/// Parses the rows of the table, each below the heading of its object.
fn rows() -> Vec<Row> {
    let path = fixture::root().join("specs/OPENAPI.md");
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (_, text) = text.split_once(TABLE).unwrap_or_default();
    let all = constructs();
    let mut object = "";
    let mut rows = Vec::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            object = heading;
        } else if line.starts_with("| `") {
            rows.push(row(object, line, &all));
        }
    }
    rows
}

fn row(object: &str, line: &str, all: &BTreeSet<Construct>) -> Row {
    let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
    let [field, effect, case] = cells[..] else {
        panic!("a row has three cells: {line}");
    };
    let field = field.trim_matches('`');
    let found = all
        .iter()
        .find(|it| it.object == object && it.field == field);
    Row {
        construct: *found.unwrap_or_else(|| panic!("{object} has no field `{field}`")),
        effect: effect_in(effect),
        case: between(case, "](../tests/", ")").to_owned(),
    }
}

fn effect_in(cell: &str) -> Effect {
    if cell.starts_with("understood") {
        Effect::Understood
    } else if cell.starts_with("ignored on purpose: ") {
        Effect::Ignored
    } else if cell.starts_with("refused (") {
        Effect::Refused(between(cell, "refused (", ")").to_owned())
    } else {
        panic!(
            "neither understood, nor ignored on purpose with a reason, nor refused with a code: {cell}"
        )
    }
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let (_, rest) = text.split_once(before).unwrap_or_default();
    rest.split_once(after).map_or(rest, |(found, _)| found)
}
