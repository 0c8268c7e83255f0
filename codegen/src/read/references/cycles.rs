//! Which references lead back to themselves. All are looked at in one go, however long the ways
//! are.

use std::collections::{BTreeMap, BTreeSet};

/// References by text, with those that stand inside what each leads to.
pub(crate) type Inside = BTreeMap<String, Vec<String>>;

/// Those that stand inside what they lead to, at whatever depth: the circles of Kosaraju's
/// algorithm, without recursion.
pub(crate) fn circles(inside: &Inside) -> BTreeSet<String> {
    let texts: Vec<&String> = inside.keys().collect();
    let numbers: BTreeMap<&String, usize> = std::iter::zip(texts.iter().copied(), 0..).collect();
    let forth: Vec<Vec<usize>> = inside
        .values()
        .map(|inner| inner.iter().filter_map(|text| numbers.get(text).copied()))
        .map(Iterator::collect)
        .collect();
    let mut back = vec![Vec::new(); forth.len()];
    for (from, all) in forth.iter().enumerate() {
        for to in all {
            back[*to].push(from);
        }
    }
    let mut seen = vec![false; forth.len()];
    let mut found = BTreeSet::new();
    for start in finished(&forth).into_iter().rev() {
        let circle = reached(&back, start, &mut seen);
        if circle.len() > 1 || forth[start].contains(&start) {
            found.extend(circle.into_iter().map(|number| texts[number].clone()));
        }
    }
    found
}

/// All numbers, each after those that it leads to, as far as that can be.
fn finished(forth: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::new();
    let mut seen = vec![false; forth.len()];
    for start in 0..forth.len() {
        let mut open = Vec::new();
        if !std::mem::replace(&mut seen[start], true) {
            open.push((start, 0));
        }
        while let Some((number, step)) = open.last_mut() {
            match forth[*number].get(*step) {
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

/// What can be reached from a number and was not seen before.
fn reached(back: &[Vec<usize>], start: usize, seen: &mut [bool]) -> Vec<usize> {
    let mut reached = Vec::new();
    let mut open = vec![start];
    while let Some(number) = open.pop() {
        if !std::mem::replace(&mut seen[number], true) {
            reached.push(number);
            open.extend(&back[number]);
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::{Inside, circles};

    #[test]
    fn ways_are_told_from_circles() {
        let inside = |pairs: &[(&str, &[&str])]| -> Inside {
            let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
            let pair = |(text, all): &(&str, &[&str])| ((*text).to_owned(), texts(all));
            pairs.iter().map(pair).collect()
        };
        let shown = |inside| Vec::from_iter(circles(&inside)).join(" ");
        assert_eq!(
            shown(inside(&[("a", &["b"]), ("b", &["c"]), ("c", &[])])),
            ""
        );
        // Between two circles there is no circle.
        let two = inside(&[
            ("a", &["a", "b"]),
            ("b", &["c"]),
            ("c", &["d"]),
            ("d", &["c"]),
        ]);
        assert_eq!(shown(two), "a c d");
    }
}
