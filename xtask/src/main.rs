//! `cargo xtask`: the commands of this workspace. Parses the command line and calls the command.

mod changes;
mod check;
mod codegen;
mod conform;
mod corpus;
mod cost;
mod diff;
mod doc;
mod docs;
mod documents;
mod explain;
mod fuzz;
mod git;
mod output;
mod paths;
mod referred;
mod report;
mod schemathesis;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

/// A run makes many small allocations: this allocator saves a third of its time on a large
/// document.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The workspace's own commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Generate the client from specs/ and print what changed
    Codegen(codegen::Args),
    /// Compare the specs with those of a release: what breaks callers, what changes on the wire
    Changes(changes::Args),
    /// Build the client's documentation, in English or Turkish
    Doc(doc::Args),
    /// Compare the provider's documentation pages with specs/
    Docs(docs::Args),
    /// Explain a diagnostic's code with an example, or list all codes
    Explain(explain::Args),
    /// Generate and compile a client for every document of a folder, and print a line for each
    Corpus(corpus::Args),
    /// Send the requests of every operation to Prism, and decode the responses that it mocks
    Conform(conform::Args),
    /// Test the sandbox against our documents with schemathesis
    Schemathesis(schemathesis::Args),
    /// Measure what it costs to depend on the client, beside the same program on reqwest alone
    Cost(cost::Args),
    /// Run the generator on mutated documents, and look for panics, hangs and broken invariants
    Fuzz(fuzz::Args),
}

const EXAMPLES: &str = "Examples:
  cargo xtask codegen                              generate paynet-api/src/generated from specs/
  cargo xtask codegen --check                      write nothing; exit 1 and show a diff if anything would change
  cargo xtask changes --base HEAD                  what edited specs mean for callers and on the wire
  cargo xtask doc --lang tr                        the client's documentation in Turkish
  cargo xtask docs PAGES                           what documentation pages and specs/ disagree about
  cargo xtask codegen --print softpos              a document after its overlay, for any OpenAPI validator
  cargo xtask explain W0130                        what a diagnostic's code means, and how to fix it
  cargo xtask corpus DIR                           whether each document of a folder generates and compiles
  cargo xtask conform FILE                         whether Prism accepts what a document's client sends
  cargo xtask schemathesis                         whether the sandbox answers as our documents say
  cargo xtask cost --passes 3                      build time, crates and size of a program that depends on the client
  cargo xtask codegen --help                       every option";

fn main() -> ExitCode {
    let Some(command) = Cli::parse().command else {
        report::print(&Cli::command().render_help().to_string());
        return ExitCode::SUCCESS;
    };
    let result = match command {
        Command::Codegen(args) => codegen::run(&args),
        Command::Changes(args) => changes::run(&args),
        Command::Doc(args) => doc::run(&args),
        Command::Docs(args) => return docs::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Corpus(args) => corpus::run(&args),
        Command::Conform(args) => conform::run(&args),
        Command::Schemathesis(args) => schemathesis::run(&args),
        Command::Cost(args) => cost::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}
