//! Where workers are killed.

use std::time::Duration;

use crate::database::Database;
use crate::harness::{Kill, Measured, Plan, measure};
use crate::is_all;

/// Returns the plans; `None` if there is no such database here.
pub(super) async fn plans<D: Database>() -> Option<Vec<Plan>> {
    let measured = measure::<D>().await?;
    println!("{}, without a kill: {measured:?}", D::NAME);
    let mut plans = systematic(&measured);
    plans.extend(random(&measured));
    Some(plans)
}

/// Returns a run for each place at which a worker can be killed.
fn systematic(measured: &Measured) -> Vec<Plan> {
    let mut plans = Vec::new();
    for point in spread(measured.points, 20) {
        plans.push(plan("each statement", [Kill::Point(point)]));
    }
    for moment in spread(measured.moments, 8) {
        plans.push(plan(
            "each byte of a call that matters",
            [Kill::Paynet(moment)],
        ));
    }
    for moment in spread(measured.database, 12) {
        plans.push(plan(
            "each byte of a statement that matters",
            [Kill::Database(moment)],
        ));
    }
    plans
}

/// Returns runs in which workers are killed somewhere.
fn random(measured: &Measured) -> Vec<Plan> {
    let (mut random, mut plans) = (Random(0x9E37_79B9_7F4A_7C15), Vec::new());
    let point = |random: &mut Random| Kill::Point(random.below(measured.points) + 1);
    let micros = u64::try_from(measured.time.as_micros()).unwrap() * 3 / 4;
    for _ in 0..some(150, 4) {
        let time = Duration::from_micros(random.below(micros));
        plans.push(plan("any time", [Kill::Time(time)]));
    }
    for _ in 0..some(100, 3) {
        let twice = [point(&mut random), point(&mut random)];
        plans.push(plan("two statements, one after the other", twice));
    }
    for _ in 0..some(80, 3) {
        let mut plan = plan("a statement, four calls at a time", [point(&mut random)]);
        plan.at_once = 4;
        plans.push(plan);
    }
    for _ in 0..some(60, 2) {
        let mut plan = plan("a statement, another takes over", [point(&mut random)]);
        plan.takes_over = true;
        plans.push(plan);
    }
    plans
}

fn plan<const N: usize>(name: &'static str, kills: [Kill; N]) -> Plan {
    Plan {
        name,
        kills: kills.to_vec(),
        at_once: 1,
        takes_over: false,
    }
}

/// Returns all numbers up to the last one; or some, spread over them.
fn spread(last: u64, few: u64) -> Vec<u64> {
    match is_all() {
        true => (1..=last).collect(),
        false if last == 0 => Vec::new(),
        false => (1..=few).map(|it| it * last / (few + 1)).collect(),
    }
}

fn some(all: usize, few: usize) -> usize {
    if is_all() { all } else { few }
}

/// Numbers that are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        // Marsaglia, Xorshift RNGs, 2003.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}
