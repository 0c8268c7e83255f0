//! Reports rules and rule sets that overlap with earlier ones.
//!
//! The first rule that holds decides, so a rule that overlaps with an earlier one holds for less
//! than it says, or never. One without conditions means "otherwise", and only has to be reachable.

use crate::diagnostic::OutcomeProblem;
use crate::ir::{Rule, RuleSet};
use crate::source::Location;

use super::region::{Region, Universe};
use crate::lower::context::Out;

const DECIDES: &str = "this one decides first";

/// The locations of a rule set and of its rules.
pub(super) struct Places {
    pub(super) set: Location,
    pub(super) rules: Vec<Location>,
}

/// Reports overlaps between the rule sets of an operation, and between the rules of each.
pub(super) fn report(out: &mut Out<'_>, rule_sets: &[RuleSet], places: &[Places]) {
    let mut universe = Universe::default();
    for rule_set in rule_sets {
        universe.add(&rule_set.when);
    }
    let sets: Vec<_> = std::iter::zip(rule_sets, places).collect();
    for (index, (rule_set, places)) in sets.iter().enumerate() {
        let region = universe.region(&rule_set.when, &[]);
        report_set(out, &universe, (rule_set, &places.set), &sets[..index]);
        if region.is_some() {
            report_rules(out, rule_set, &places.rules);
        }
    }
}

fn report_set(
    out: &mut Out<'_>,
    universe: &Universe,
    (rule_set, at): (&RuleSet, &Location),
    earlier: &[(&RuleSet, &Places)],
) {
    let Some(region) = universe.region(&rule_set.when, &[]) else {
        return;
    };
    let earlier: Vec<(&RuleSet, &Location, Region)> = earlier
        .iter()
        .filter_map(|(set, places)| Some((*set, &places.set, universe.region(&set.when, &[])?)))
        .filter(|(set, _, _)| shares_a_status(set, rule_set))
        .collect();
    let overlapping = earlier
        .iter()
        .find_map(|(_, at, other)| Some((*at, region.and(other)?)));
    let Some((first, both)) = overlapping else {
        return;
    };
    let covers = |status: &u16| {
        let same = earlier.iter();
        let same = same.filter(|(set, _, _)| set.statuses.contains(status));
        let same: Vec<&Region> = same.map(|(_, _, region)| region).collect();
        region.is_covered(&same)
    };
    let covered = rule_set.statuses.iter().find(|status| covers(status));
    if rule_set.statuses.iter().all(covers) {
        let also = (first, "this one takes its responses");
        out.report_both(at, OutcomeProblem::Unreachable, also);
    } else if covered.is_some() || !rule_set.when.is_empty() {
        let example = covered.map(|status| format!("status: {status}"));
        let example = example.unwrap_or_else(|| Universe::example(&both, &rule_set.when));
        let what = "rule set";
        let problem = OutcomeProblem::Overlap { what, example };
        out.report_both(at, problem, (first, DECIDES));
    }
}

fn shares_a_status(left: &RuleSet, right: &RuleSet) -> bool {
    left.statuses
        .iter()
        .any(|status| right.statuses.contains(status))
}

fn report_rules(out: &mut Out<'_>, rule_set: &RuleSet, places: &[Location]) {
    let mut universe = Universe::default();
    universe.add(&rule_set.when);
    for rule in &rule_set.rules {
        universe.add(&rule.when);
        universe.add_sent(&rule.unless_sent);
    }
    let Some(whole) = universe.region(&rule_set.when, &[]) else {
        return;
    };
    let mut earlier: Vec<(Region, &Location)> = Vec::new();
    for (rule, at) in std::iter::zip(&rule_set.rules, places) {
        let region = universe.region(&rule.when, &rule.unless_sent);
        let Some(region) = region.and_then(|region| region.and(&whole)) else {
            out.report(at, OutcomeProblem::NeverHolds);
            continue;
        };
        report_rule(out, (rule, at, &region), &earlier);
        earlier.push((region, at));
    }
}

fn report_rule(
    out: &mut Out<'_>,
    (rule, at, region): (&Rule, &Location, &Region),
    earlier: &[(Region, &Location)],
) {
    let overlapping = earlier
        .iter()
        .find_map(|(other, at)| Some((*at, region.and(other)?)));
    let Some((first, both)) = overlapping else {
        return;
    };
    let regions: Vec<&Region> = earlier.iter().map(|(region, _)| region).collect();
    if region.is_covered(&regions) {
        out.report_both(at, OutcomeProblem::NeverReached, (first, DECIDES));
    } else if !(rule.when.is_empty() && rule.unless_sent.is_empty()) {
        let what = "rule";
        let example = Universe::example(&both, &rule.when);
        let problem = OutcomeProblem::Overlap { what, example };
        out.report_both(at, problem, (first, DECIDES));
    }
}
