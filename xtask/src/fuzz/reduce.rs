//! Reduces an input that breaks an invariant: removes the parts that do not matter.

use serde_json::Value;

use super::{Input, invariants, tree};

/// The most tries.
const TRIES: usize = 1_500;

/// Returns the smallest input found that breaks the same invariant.
pub(crate) fn reduce(mut input: Input, problem: &str) -> Input {
    let without = Input {
        overlay: None,
        ..input.clone()
    };
    if breaks(&without, problem) {
        input = without;
    }
    let Ok(mut smallest) = serde_json::from_str::<Value>(&input.text) else {
        return input;
    };
    let mut tries = 0;
    let mut shrunk = true;
    while shrunk && tries < TRIES {
        shrunk = false;
        for place in tree::pointers(&smallest) {
            let mut smaller = smallest.clone();
            tree::remove(&mut smaller, &place);
            let next = Input {
                text: format!("{smaller:#}"),
                ..input.clone()
            };
            tries += 1;
            if smaller != smallest && breaks(&next, problem) {
                smallest = smaller;
                input = next;
                shrunk = true;
            }
        }
    }
    input
}

fn breaks(input: &Input, problem: &str) -> bool {
    let kind = |text: &str| text.split([':', '`']).next().unwrap_or_default().to_owned();
    invariants::check(&input.sources()).is_err_and(|found| kind(&found) == kind(problem))
}
