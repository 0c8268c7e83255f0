//! `cargo xtask schemathesis`: a property-based tester, which knows nothing but our documents, sends
//! requests to the sandbox and judges the responses.
//!
//! The documents are those that `cargo xtask codegen --print` prints. The tester is given values that
//! the sandbox knows, because random numbers name no transaction.

mod document;
mod known;
mod sandbox;
mod tester;

use std::collections::BTreeMap;
use std::fs;

use self::sandbox::Sandbox;
pub(crate) use self::tester::Args;
use self::tester::Tester;
use crate::{paths, report};

/// The documents. Session keys end where the last one says so.
const DOCUMENTS: [&str; 3] = ["transaction", "softpos", "agent"];

/// Runs the command: prints what the tester says of each document, and which results the responses had.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let tester = Tester::find()?;
    let mut sandbox = Sandbox::start()?;
    let known = known::values(&mut sandbox)?;
    let mut failed = Vec::new();
    for name in DOCUMENTS {
        let document = document::with_known_values(name, &known)?;
        let path = paths::schemathesis().join(format!("{name}.json"));
        fs::write(&path, document.to_string())
            .map_err(|error| format!("could not write {}: {error}", path.display()))?;
        if !tester.run(&path, &sandbox, args)? {
            failed.push(name);
        }
    }
    for (check, reason) in tester::EXEMPTIONS {
        report::print(&format!("not checked: {check}: {reason}"));
    }
    let unreached = results(&sandbox.ledger()?);
    match (failed.as_slice(), unreached.as_slice()) {
        ([], []) => Ok(()),
        ([], unreached) => Err(format!("never accepted: {}", unreached.join(", "))),
        (failed, _) => Err(format!("the tester found failures: {}", failed.join(", "))),
    }
}

/// Prints which results the requests of each operation had. Returns the operations that never had a
/// success, whose responses were not judged.
fn results(ledger: &str) -> Vec<String> {
    let mut operations: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for line in ledger.lines().filter(|line| line.starts_with("request ")) {
        let mut parts = line.splitn(3, ": ").skip(1);
        if let (Some(operation), Some(result)) = (parts.next(), parts.next()) {
            let results = operations.entry(operation).or_default();
            *results.entry(result).or_default() += 1;
        }
    }
    operations.remove("unknown");
    for (operation, results) in &operations {
        let counts = results
            .iter()
            .map(|(result, count)| format!("{result}: {count}"));
        let counts: Vec<String> = counts.collect();
        report::print(&format!("{operation}  {}", counts.join(", ")));
    }
    let is_unreached =
        |results: &BTreeMap<&str, usize>| !SUCCESSES.iter().any(|code| results.contains_key(code));
    let unreached = operations
        .iter()
        .filter(|(_, results)| is_unreached(results));
    unreached
        .map(|(operation, _)| (*operation).to_owned())
        .collect()
}

/// How the sandbox prints the result code of a success; lists have none.
const SUCCESSES: [&str; 2] = ["0 (successful)", ""];

#[cfg(test)]
mod tests {
    use super::results;

    #[test]
    fn an_operation_without_a_success_is_unreached() {
        let ledger = "request 0: /a: 0 (successful)\nrequest 1: /b: 12 (nodata)\nrequest 4: /c: \n\
                      request 2: unknown: 12 (nodata)\nrequest 3: /a: 12 (nodata)\nSale of 1 TL: xk_";
        assert_eq!(results(ledger), ["/b"]);
    }
}
