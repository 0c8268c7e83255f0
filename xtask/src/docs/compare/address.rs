//! Compares addresses: path, method and the host of each environment.

use super::pairing::paths;
use crate::docs::facts::{Address, Environment, Operation, Placed};
use crate::docs::finding::{Finding, Kind, NOTHING};
use crate::docs::page::Page;
use crate::docs::spec::SpecOperation;

/// Compares the addresses of a page with those of an operation that it describes. `others` are all
/// that it describes.
pub(super) fn compare(
    page: &Page,
    operation: &SpecOperation,
    others: &[&SpecOperation],
    findings: &mut Vec<Finding>,
) {
    let (spec, path) = (&operation.facts, &operation.path);
    for found in paths(page) {
        if !others.iter().any(|other| other.path == found.value) {
            let text = format!(
                "the page has the address `{}`, and the spec `{path}`",
                found.value
            );
            findings.push(
                Finding::new(Kind::Address, &page.name, text)
                    .said(&found.value, &found.at)
                    .in_spec(&spec.at),
            );
        }
    }
    if let (Some(found), Some(expected)) = (&page.operation.method, &spec.method)
        && found.value != expected.value
    {
        let [found_word, expected_word] = [found, expected].map(|it| it.value.to_uppercase());
        let text = format!("the page has the method {found_word}, and the spec {expected_word}");
        findings.push(
            Finding::new(Kind::Method, &page.name, text)
                .said(&found.value, &found.at)
                .in_spec(&expected.at),
        );
    }
    hosts(page, &page.operation.addresses, spec, findings);
}

/// Compares hosts. A page that names no environment means production.
pub(super) fn hosts(
    page: &Page,
    addresses: &[Placed<Address>],
    spec: &Operation,
    findings: &mut Vec<Finding>,
) {
    for found in addresses {
        let environment = found.value.environment.unwrap_or(Environment::Production);
        match server(spec, environment) {
            Some(server) if server.value.origin == found.value.origin => {}
            Some(server) => findings.push(differs(page, environment, found, server)),
            None => findings.push(alone(page, environment, found, spec)),
        }
    }
    // A page without a table of environments leaves them open.
    let Some(named) = addresses.iter().find(|it| it.value.environment.is_some()) else {
        return;
    };
    for environment in [Environment::Production, Environment::Sandbox] {
        let is_it = |it: &&Placed<Address>| it.value.environment == Some(environment);
        if let Some(server) = server(spec, environment)
            && !addresses.iter().any(|it| is_it(&it))
        {
            let name = environment.name();
            let text = format!("the {name} address is in the spec alone");
            findings.push(
                Finding::new(Kind::Environment, &page.name, text)
                    .said(NOTHING, &named.at)
                    .in_spec(&server.at),
            );
        }
    }
}

fn server(spec: &Operation, environment: Environment) -> Option<&Placed<Address>> {
    let mut servers = spec.addresses.iter();
    servers.find(|server| server.value.environment == Some(environment))
}

fn differs(
    page: &Page,
    environment: Environment,
    found: &Placed<Address>,
    server: &Placed<Address>,
) -> Finding {
    let name = environment.name();
    let (on_page, in_spec) = (&found.value.origin, &server.value.origin);
    let text =
        format!("the {name} address is `{on_page}` on the page, and `{in_spec}` in the spec");
    Finding::new(Kind::Environment, &page.name, text)
        .said(on_page, &found.at)
        .in_spec(&server.at)
}

fn alone(
    page: &Page,
    environment: Environment,
    found: &Placed<Address>,
    spec: &Operation,
) -> Finding {
    let text = format!("the {} address is on the page alone", environment.name());
    Finding::new(Kind::Environment, &page.name, text)
        .said(&found.value.origin, &found.at)
        .in_spec(&spec.at)
}
