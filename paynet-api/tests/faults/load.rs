//! Many calls at once, a tenth of them with faults: each is accounted for, in the ledger and in
//! the result of its caller.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use paynet_api::sandbox::{Fault as Injected, Ledger, Operation, Sandbox};
use paynet_api::{BaseUrl, Outcome, Paynet, ResultCode, XactId};

use crate::operations::{Send, Subject, Told, visit};
use crate::proxy::{Fault, Plan, Proxy, Side};
use crate::{is_all, lira};

/// The operations that move money, and one that looks.
const OPERATIONS: [Operation; 5] = [
    Operation::Refund,
    Operation::CancelPreauth,
    Operation::Capture,
    Operation::CancelCapture,
    Operation::Detail,
];

/// One call in this many has a fault on its connection, and another one a fault in the sandbox.
const ONE_IN: usize = 20;

/// What is called, and what its caller receives.
struct Called {
    operation: Operation,
    subject: Subject,
    told: Option<Told>,
}

#[test]
fn every_call_is_accounted_for() {
    let (calls, at_once, deadline) = match is_all() {
        true => (10_000, 500, Duration::from_secs(10)),
        false => (500, 50, Duration::from_secs(2)),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = { runtime }.worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async move {
        let sandbox = Arc::new(Sandbox::start().await.unwrap());
        let proxy = Proxy::start(sandbox.address(), plan).await;
        let base = format!("http://{}", proxy.address);
        let builder = Paynet::builder(base.parse::<BaseUrl>().unwrap());
        let paynet = builder.secret_key(sandbox.secret_key()).build().unwrap();
        let mut subjects = Vec::new();
        for number in 0..calls {
            let operation = OPERATIONS[number % OPERATIONS.len()];
            let amount = lira(100 + i64::try_from(number).unwrap());
            subjects.push((
                operation,
                Subject::create(&sandbox, operation, amount).await,
            ));
        }
        let before = sandbox.ledger();
        let tasks = alive();
        let called = call_all(&sandbox, &paynet, subjects, at_once, deadline).await;
        while alive() > tasks {
            tokio::task::yield_now().await;
        }
        let sums = account(&called, &before, &sandbox.ledger());
        println!(
            "{calls} calls, {at_once} at a time, {} faults on connections: {sums}",
            proxy.take().applied
        );
    });
}

fn alive() -> usize {
    tokio::runtime::Handle::current()
        .metrics()
        .num_alive_tasks()
}

/// Makes all calls, so many at once.
async fn call_all(
    sandbox: &Arc<Sandbox>,
    paynet: &Paynet,
    subjects: Vec<(Operation, Subject)>,
    at_once: usize,
    deadline: Duration,
) -> Vec<Called> {
    let (subjects, next) = (Arc::new(subjects), Arc::new(AtomicUsize::new(0)));
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..at_once {
        let (subjects, next) = (Arc::clone(&subjects), Arc::clone(&next));
        let (sandbox, paynet) = (Arc::clone(sandbox), paynet.clone());
        workers.spawn(async move {
            let mut told = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some((operation, subject)) = subjects.get(index) else {
                    return told;
                };
                if index % ONE_IN == 0 {
                    sandbox.inject(injected(index / ONE_IN));
                }
                let call = visit(&paynet, *operation, subject, Send(deadline));
                told.push((index, call.await));
            }
        });
    }
    let mut told: BTreeMap<usize, Told> = workers.join_all().await.into_iter().flatten().collect();
    let subjects = Arc::into_inner(subjects).unwrap().into_iter().enumerate();
    let called = subjects.map(|(index, (operation, subject))| Called {
        operation,
        subject,
        told: told.remove(&index),
    });
    called.collect()
}

/// Returns the fault on a connection, if it has one. The same in each run.
fn plan(connection: usize) -> Option<Plan> {
    let random = |salt: usize| {
        let mut bits = (connection * 3 + salt).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        bits ^= bits >> 29;
        bits = bits.wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits >> 32
    };
    (random(0) % ONE_IN == 0).then(|| Plan {
        side: [Side::Request, Side::Response][random(1) % 2],
        fault: [Fault::Cut, Fault::Delay, Fault::Cut, Fault::Withhold][random(1) / 2 % 4],
        at: random(2) % 200,
    })
}

/// Returns a fault of the sandbox, for one of the operations that move money.
fn injected(number: usize) -> Injected {
    let fault = match number % 12 {
        0 | 4 | 8 => Injected::refusal(ResultCode::AGENT_BLOCKED),
        1 | 5 | 9 => Injected::cut().unprocessed(),
        2 => Injected::cut(),
        3 => Injected::cut_at(number % 200),
        6 => Injected::garbage(),
        7 => Injected::html([502, 200][number / 12 % 2]),
        10 => Injected::contradiction(),
        _ => match number / 12 % 4 {
            0 => Injected::code(ResultCode::TIMEOUT),
            1 => Injected::wrong_type("code"),
            2 => Injected::status(500),
            _ => Injected::delay_after(Duration::from_millis(5)),
        },
    };
    fault.only(OPERATIONS[number % 4])
}

/// The calls and their kuruş, by outcome.
#[derive(Default)]
struct Sums {
    accepted: (usize, i64),
    refused: (usize, i64),
    not_sent: (usize, i64),
    unknown: (usize, i64),
    /// The unknown ones that the ledger has.
    carried_out: (usize, i64),
    looks: usize,
    ledger: i64,
}

/// The requests that arrived, as indices of the ledger's, by operation and transaction.
type Arrived<'l> = BTreeMap<(Option<&'static str>, Option<&'l XactId>), Vec<usize>>;

/// Compares the result of each caller with the ledger, and the sums.
fn account(called: &[Called], before: &Ledger, after: &Ledger) -> Sums {
    let mut sums = Sums::default();
    let old = before.requests().len();
    let mut arrived = Arrived::new();
    for (index, request) in after.requests().iter().enumerate().skip(old) {
        let name = (
            request.operation.map(Operation::path),
            request.xact_id.as_ref(),
        );
        arrived.entry(name).or_default().push(index);
    }
    for call in called {
        let name = (Some(call.operation.path()), Some(&call.subject.xact_id));
        sums.account_for(call, &arrived.remove(&name).unwrap_or_default(), after);
    }
    assert!(arrived.is_empty(), "nobody sent {arrived:?}");
    let moved = after
        .movements()
        .iter()
        .filter(|it| it.request.is_some_and(|it| it >= old));
    sums.ledger = moved.map(|it| it.amount.kurus()).sum();
    sums.check(called.len());
    sums
}

impl Sums {
    /// Compares the result of one caller with the requests that arrived, and adds it.
    fn account_for(&mut self, call: &Called, arrived: &[usize], ledger: &Ledger) {
        let told = call.told.as_ref().unwrap();
        assert!(
            arrived.len() <= told.attempts as usize,
            "{told:?}: {arrived:?}"
        );
        if call.operation == Operation::Detail {
            self.looks += 1;
            return;
        }
        assert_eq!(told.attempts, 1, "{told:?}");
        let because = |request: Option<usize>| request.is_some_and(|it| arrived.contains(&it));
        let moved = ledger.movements().iter().filter(|it| because(it.request));
        let moved: Vec<i64> = moved.map(|it| it.amount.kurus()).collect();
        let kurus = call.subject.amount.kurus();
        let fits = match told.outcome {
            Outcome::Accepted => moved == [kurus],
            Outcome::Refused => moved.is_empty() && arrived.len() == 1,
            Outcome::NotSent => arrived.is_empty(),
            Outcome::Unknown => moved.is_empty() || moved == [kurus],
        };
        assert!(
            fits,
            "{:?} of {kurus}: {told:?}, but {moved:?} of {arrived:?}",
            call.operation
        );
        self.add(told.outcome, kurus, !moved.is_empty());
    }

    fn add(&mut self, outcome: Outcome, kurus: i64, moved: bool) {
        let add = |sum: &mut (usize, i64)| *sum = (sum.0 + 1, sum.1 + kurus);
        match outcome {
            Outcome::Accepted => add(&mut self.accepted),
            Outcome::Refused => add(&mut self.refused),
            Outcome::NotSent => add(&mut self.not_sent),
            Outcome::Unknown => add(&mut self.unknown),
        }
        if outcome == Outcome::Unknown && moved {
            add(&mut self.carried_out);
        }
    }

    /// The callers' sums are those of the ledger, and none of them is trivial.
    fn check(&self, calls: usize) {
        assert_eq!(self.ledger, self.accepted.1 + self.carried_out.1);
        let (accepted, refused, unknown) = (self.accepted.0, self.refused.0, self.unknown.0);
        assert_eq!(
            accepted + refused + self.not_sent.0 + unknown + self.looks,
            calls
        );
        assert!(accepted > calls / 2 && refused > 0, "{self}");
        let open = unknown - self.carried_out.0;
        assert!(self.carried_out.0 > 0 && open > 0, "{self}");
    }
}

impl fmt::Display for Sums {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = [
            ("accepted", self.accepted),
            ("refused", self.refused),
            ("not sent", self.not_sent),
            ("unknown", self.unknown),
            ("unknown and carried out", self.carried_out),
        ];
        for (name, (count, kurus)) in rows {
            write!(f, "\n  {name:<24} {count:>6} calls {kurus:>12} kuruş")?;
        }
        write!(f, "\n  {:<24} {:>6} calls", "looks", self.looks)?;
        write!(f, "\n  {:<24} {:>25} kuruş", "ledger", self.ledger)
    }
}
