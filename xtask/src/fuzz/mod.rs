//! `cargo xtask fuzz`: runs the generator on documents that are mutated from a seed, on stable
//! Rust. `cargo fuzz` does the same with coverage.
//!
//! Each input is written to `target/fuzz/` before it is run, so that it survives the end of the
//! process.

mod input;
mod invariants;
mod random;
mod reduce;
mod seeds;
mod text;
mod tree;

pub(crate) use input::Input;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use self::random::Random;
use self::seeds::Seed;
use crate::{paths, report};

/// Options of the command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The first seed; the same seeds give the same inputs
    #[arg(long, value_name = "N", default_value = "1")]
    seed: u64,
    /// The number of inputs
    #[arg(long, value_name = "M", default_value = "1000")]
    iterations: u64,
    /// A folder of more documents to start from
    #[arg(long, value_name = "DIR")]
    corpus: Option<PathBuf>,
}

/// The stack of a thread by default: the generator may be called on any.
const STACK: usize = 2 << 20;

/// No input takes anywhere near as long.
const LIMIT: Duration = Duration::from_secs(30);

/// Runs the command.
///
/// # Errors
///
/// If anything was found.
pub(crate) fn run(args: &Args) -> Result<(), String> {
    let folder = paths::root().join("target").join("fuzz");
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let seeds = seeds::all(args.corpus.as_deref());
    std::panic::set_hook(Box::new(|_| {}));
    let (beat, beats) = channel();
    let watch = thread::spawn(move || watch(&beats));
    let (seed, iterations, place) = (args.seed, args.iterations, folder.clone());
    let work = thread::Builder::new().stack_size(STACK).spawn(move || {
        let mut found = BTreeSet::new();
        for iteration in seed..seed.saturating_add(iterations) {
            let _ = beat.send(iteration);
            one(&seeds, iteration, &place, &mut found);
        }
        found
    });
    let found = work.map_err(|error| error.to_string())?.join();
    let found = found.map_err(|_| "the fuzzer itself panicked".to_owned())?;
    let _ = watch.join();
    report::print(&format!(
        "{iterations} inputs from seed {seed}: {} findings",
        found.len()
    ));
    match found.len() {
        0 => Ok(()),
        _ => Err(format!("the findings are in {}", paths::name(&folder))),
    }
}

/// Ends the process when one input takes too long. Its files are named.
fn watch(beats: &Receiver<u64>) {
    loop {
        match beats.recv_timeout(LIMIT) {
            Ok(_) => {}
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                eprintln!("an input takes more than {LIMIT:?}: target/fuzz/current*");
                std::process::exit(2);
            }
        }
    }
}

fn one(seeds: &[Seed], iteration: u64, folder: &Path, found: &mut BTreeSet<String>) {
    let mut random = Random::new(iteration);
    let Some(input) = input(seeds, &mut random) else {
        return;
    };
    save(folder, "current", &input);
    let Err(problem) = invariants::check(&input.sources()) else {
        return;
    };
    let line = problem.lines().next().unwrap_or_default().to_owned();
    if found.insert(line.clone()) {
        let reduced = reduce::reduce(input, &line);
        save(folder, &format!("found-{iteration}"), &reduced);
        eprintln!("{iteration}: {problem}\n");
    }
}

fn input(seeds: &[Seed], random: &mut Random) -> Option<Input> {
    let seed = random.one_of(seeds)?;
    let other = random.one_of(seeds)?;
    let rounds = 1 + random.below(6);
    let ending = if seed.name.ends_with(".json") {
        ".json"
    } else {
        ".yaml"
    };
    let mut input = Input {
        ending,
        text: seed.text.clone(),
        overlay: seed
            .overlay
            .clone()
            .or_else(|| other.overlay.clone().filter(|_| random.below(4) == 0)),
    };
    if let Some(overlay) = input.overlay.as_mut().filter(|_| random.below(2) == 0) {
        *overlay = text::mutate(overlay, random);
    }
    match (&seed.tree, &other.tree) {
        (Some(tree), Some(other)) if random.below(4) > 0 => {
            input.text = mutated(tree.clone(), other, rounds, random);
            input.ending = ".json";
        }
        _ => (0..rounds).for_each(|_| input.text = text::mutate(&input.text, random)),
    }
    Some(input)
}

fn mutated(mut tree: Value, other: &Value, rounds: usize, random: &mut Random) -> String {
    for _ in 0..rounds {
        tree::mutate(&mut tree, other, random);
    }
    format!("{tree:#}")
}

fn save(folder: &Path, name: &str, input: &Input) {
    for old in [".json", ".yaml", ".overlay.yaml"] {
        let _ = fs::remove_file(folder.join(format!("{name}{old}")));
    }
    let _ = fs::write(folder.join(format!("{name}{}", input.ending)), &input.text);
    if let Some(overlay) = &input.overlay {
        let _ = fs::write(folder.join(format!("{name}.overlay.yaml")), overlay);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::thread;

    use super::{Random, STACK, input, invariants, seeds};

    #[test]
    fn mutated_documents_break_no_invariant() -> std::io::Result<()> {
        let work = || {
            let seeds = seeds::all(None);
            assert!(seeds.len() > 100, "only {} documents", seeds.len());
            let inputs = (0..300).filter_map(|seed| input(&seeds, &mut Random::new(seed)));
            let found = inputs.filter_map(|input| invariants::check(&input.sources()).err());
            let found: BTreeSet<String> = found.collect();
            assert!(found.is_empty(), "{found:#?}");
        };
        let work = thread::Builder::new().stack_size(STACK).spawn(work)?;
        assert!(work.join().is_ok(), "see above");
        Ok(())
    }
}
