//! `cargo xtask cost`: what it costs to depend on `paynet-api`, beside the same minimal program on
//! `reqwest` alone.

mod program;
mod table;

use std::collections::BTreeSet;

use self::program::Program;
use self::table::Row;
use crate::report;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How often each program is built; the programs take turns, and the median counts
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    passes: u32,
}

/// Runs the command: prints a line per program, and the crates that only ours needs.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let programs = Program::all();
    let mut rows = Vec::new();
    for program in &programs {
        program.create()?;
        rows.push(Row::of(program.name, program.crates()?));
    }
    for _ in 0..args.passes {
        for (program, row) in programs.iter().zip(&mut rows) {
            row.builds.push(program.build()?);
        }
    }
    report::print(&table::heading(args.passes));
    let Some((bare, ours)) = rows.split_first() else {
        return Ok(());
    };
    report::print(&table::line(bare, bare));
    for row in ours {
        report::print(&table::line(row, bare));
    }
    for row in ours {
        let more: BTreeSet<_> = row.crates.difference(&bare.crates).collect();
        let more: Vec<&str> = more.into_iter().map(String::as_str).collect();
        report::print(&format!("{} adds: {}", row.name, more.join(", ")));
    }
    Ok(())
}
