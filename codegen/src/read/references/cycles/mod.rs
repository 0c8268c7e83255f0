//! Finds cycles among all references at once.

pub(super) mod components;

use std::collections::{BTreeMap, BTreeSet};

/// References by text, each with the references inside of its target.
pub(crate) type Edges = BTreeMap<String, Vec<String>>;

/// Returns the references that are inside of their own target, at any depth.
///
/// They form the strongly connected components of Kosaraju's algorithm, here without recursion.
pub(crate) fn find_cycles(edges: &Edges) -> BTreeSet<String> {
    let texts: Vec<&String> = edges.keys().collect();
    let numbers: BTreeMap<&String, usize> = std::iter::zip(texts.iter().copied(), 0..).collect();
    let forward: Vec<Vec<usize>> = edges
        .values()
        .map(|inner| inner.iter().filter_map(|text| numbers.get(text).copied()))
        .map(Iterator::collect)
        .collect();
    let mut backward = vec![Vec::new(); forward.len()];
    for (from, all) in forward.iter().enumerate() {
        for to in all {
            backward[*to].push(from);
        }
    }
    let mut seen = vec![false; forward.len()];
    let mut found = BTreeSet::new();
    for start in post_order(&forward).into_iter().rev() {
        let cycle = reached(&backward, start, &mut seen);
        if cycle.len() > 1 || forward[start].contains(&start) {
            found.extend(cycle.into_iter().map(|number| texts[number].clone()));
        }
    }
    found
}

/// Returns all nodes in the post-order of a depth-first search.
fn post_order(forward: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::new();
    let mut seen = vec![false; forward.len()];
    for start in 0..forward.len() {
        let mut open = Vec::new();
        if !std::mem::replace(&mut seen[start], true) {
            open.push((start, 0));
        }
        while let Some((number, step)) = open.last_mut() {
            match forward[*number].get(*step) {
                Some(&to) => {
                    *step += 1;
                    if !std::mem::replace(&mut seen[to], true) {
                        open.push((to, 0));
                    }
                }
                None => {
                    order.push(*number);
                    open.pop();
                }
            }
        }
    }
    order
}

/// Returns the nodes that can be reached from one and were not seen before.
fn reached(backward: &[Vec<usize>], start: usize, seen: &mut [bool]) -> Vec<usize> {
    let mut reached = Vec::new();
    let mut open = vec![start];
    while let Some(number) = open.pop() {
        if !std::mem::replace(&mut seen[number], true) {
            reached.push(number);
            open.extend(&backward[number]);
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::{Edges, find_cycles};

    #[test]
    fn paths_are_no_cycles() {
        let edges = |pairs: &[(&str, &[&str])]| -> Edges {
            let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
            let pair = |(text, all): &(&str, &[&str])| ((*text).to_owned(), texts(all));
            pairs.iter().map(pair).collect()
        };
        let cycles = |edges| Vec::from_iter(find_cycles(&edges)).join(" ");
        assert_eq!(
            cycles(edges(&[("a", &["b"]), ("b", &["c"]), ("c", &[])])),
            ""
        );
        // `b` is between two cycles.
        let two = edges(&[
            ("a", &["a", "b"]),
            ("b", &["c"]),
            ("c", &["d"]),
            ("d", &["c"]),
        ]);
        assert_eq!(cycles(two), "a c d");
    }
}
