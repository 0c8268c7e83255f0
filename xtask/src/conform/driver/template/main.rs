//! Sends requests through a generated client, and prints what became of each: a line of JSON each.
//! Written by `cargo xtask conform`.

mod api;
mod case;

use std::error::Error;

use serde_json::Value;

use crate::api::operations_of_all as operations;

/// Values of types with many members in each other, as Stripe's, take a megabyte each.
const STACK: usize = 512 * 1024 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let builder = std::thread::Builder::new().stack_size(STACK);
    let sending = builder.spawn(|| send().map_err(|error| error.to_string()))?;
    Ok(sending.join().map_err(|_| "a request panicked")??)
}

/// Sends the requests of the file that the arguments name.
fn send() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let server = arguments.next().ok_or("no server")?;
    let cases = std::fs::read_to_string(arguments.next().ok_or("no cases")?)?;
    let cases: Vec<Value> = serde_json::from_str(&cases)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let core = operations::core(&server)?;
    for case in cases {
        let case = case::Case::new(&core, case);
        let outcome = match case.operation(operations::ALL) {
            Ok(sending) => runtime.block_on(sending),
            Err(problem) => case::unsent(&format!("could not be built: {problem}")),
        };
        println!("{outcome}");
        if outcome.get("lost").is_some() {
            break;
        }
    }
    Ok(())
}
