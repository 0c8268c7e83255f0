//! Runs calls one after the other, each on a connection with a fault, and waits until nothing of a
//! run is left.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paynet_api::sandbox::{Ledger, Operation, ReceivedRequest, Sandbox};
use paynet_api::{BaseUrl, Paynet, ResultCode};

use crate::front::{Authority, VERSIONS, config, lead, trusting};
use crate::operations::{Send, Subject, Told, visit};
use crate::proxy::{Fault, Plan, Proxy, Seen, Side};
use crate::{is_all, lira};

/// Where the faults are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Link {
    /// Between client and server, without TLS.
    Plain,
    /// In what TLS has encrypted, its handshake included.
    Encrypted,
    /// In what the server's TLS has decrypted, or will encrypt.
    Decrypted,
}

pub(crate) const LINKS: [Link; 3] = [Link::Plain, Link::Encrypted, Link::Decrypted];

/// How long after its deadline a call may end, on a machine that is busy.
const SLACK: Duration = Duration::from_secs(20);

/// A ledger is cloned for each run, so it must not grow for ever.
const RUNS_OF_A_SANDBOX: usize = 40;

/// How many listeners there are on the way. One that was connected to and has not noticed it has no
/// task yet.
const HOPS: u32 = 4;

/// A client, a sandbox, and what is between them. Alone on its runtime, so that all tasks are its.
pub(crate) struct Worker {
    link: Link,
    sandbox: Sandbox,
    runs: usize,
    proxy: Proxy,
    /// Sees what the server sends, where the proxy sees what is encrypted.
    witness: Option<Proxy>,
    plan: Arc<Mutex<Option<Plan>>>,
    paynet: Paynet,
    /// Of request and response, by the path.
    lengths: BTreeMap<&'static str, [usize; 2]>,
    /// How many tasks there are between two runs.
    tasks: usize,
}

/// What came of one call.
#[derive(Debug)]
pub(crate) struct Run {
    /// `None`: the call outlived its deadline.
    pub(crate) told: Option<Told>,
    pub(crate) seen: Seen,
    pub(crate) truth: Truth,
    /// The body of the last response of the sandbox.
    pub(crate) answered: Vec<u8>,
    /// How many tasks were left.
    pub(crate) left: usize,
}

/// What really happened.
#[derive(Debug)]
pub(crate) struct Truth {
    /// How many requests arrived, whatever they said.
    pub(crate) arrived: usize,
    /// How many of them were carried out.
    pub(crate) accepted: usize,
    /// How often money was moved.
    pub(crate) moved: usize,
    /// The requests, for whoever reads that something is wrong.
    #[expect(dead_code, reason = "it is printed")]
    pub(crate) requests: Vec<ReceivedRequest>,
}

impl Worker {
    pub(crate) async fn start(link: Link) -> Self {
        let sandbox = own_sandbox().await;
        let plan = Arc::new(Mutex::new(None));
        let first = Arc::clone(&plan);
        let faulty = move |number| match number {
            0 => *first.lock().unwrap(),
            _ => None,
        };
        let tls = || config(&Authority::trusted().sign(|_| {}), VERSIONS);
        let (mut to, mut witness) = (sandbox.address(), None);
        if link == Link::Encrypted {
            let direct = Proxy::start(to, |_| None).await;
            to = lead(tls(), direct.address).await;
            witness = Some(direct);
        }
        let proxy = Proxy::start(to, faulty).await;
        let port = match link {
            Link::Decrypted => lead(tls(), proxy.address).await.port(),
            _ => proxy.address.port(),
        };
        let paynet = client(link, port, &sandbox);
        Self {
            link,
            sandbox,
            runs: 0,
            proxy,
            witness,
            plan,
            paynet,
            lengths: BTreeMap::new(),
            tasks: alive(),
        }
    }

    /// Returns how many bytes a direction of an operation has without a fault.
    pub(crate) async fn length(&mut self, operation: Operation, side: Side) -> usize {
        if !self.lengths.contains_key(&operation.path()) {
            let whole = self.run(operation, None, deadline(None)).await.seen;
            let lengths = [whole.request.sent.len(), whole.response.sent.len()];
            assert!(
                lengths.iter().all(|it| *it > 100),
                "{operation:?}: {lengths:?}"
            );
            self.lengths.insert(operation.path(), lengths);
        }
        self.lengths[operation.path()][side as usize]
    }

    /// Makes one call, on a connection with this fault.
    pub(crate) async fn run(
        &mut self,
        operation: Operation,
        plan: Option<Plan>,
        deadline: Duration,
    ) -> Run {
        self.runs += 1;
        if self.runs % RUNS_OF_A_SANDBOX == 0 {
            self.renew().await;
        }
        let subject = Subject::create(&self.sandbox, operation, lira(100)).await;
        self.quiet().await;
        let before = self.sandbox.ledger();
        *self.plan.lock().unwrap() = plan;
        drop(self.proxy.take());
        let call = visit(&self.paynet, operation, &subject, Send(deadline));
        let told = tokio::time::timeout(deadline + SLACK, call).await.ok();
        let left = self.quiet().await;
        let seen = self.proxy.take();
        let witness = self.witness.as_ref().map(Proxy::take);
        let answered = witness
            .as_ref()
            .map_or(&seen, |it| it)
            .response
            .sent
            .clone();
        Run {
            told,
            seen,
            truth: Truth::since(&before, &self.sandbox.ledger()),
            answered: body(&answered).to_vec(),
            left,
        }
    }

    /// Begins with a new sandbox.
    pub(crate) async fn renew(&mut self) {
        self.sandbox = own_sandbox().await;
        let to = self.sandbox.address();
        match (self.link, &self.witness) {
            (Link::Encrypted, Some(witness)) => witness.lead_to(to),
            _ => self.proxy.lead_to(to),
        }
        self.quiet().await;
    }

    /// Waits until only the tasks that were there before are left, and returns how many others are.
    async fn quiet(&self) -> usize {
        let mut quiet = 0;
        for round in 0..4_000_u32 {
            quiet = if alive() > self.tasks { 0 } else { quiet + 1 };
            match round {
                _ if quiet > 5 * HOPS => return 0,
                0..100 => tokio::task::yield_now().await,
                _ => tokio::time::sleep(Duration::from_millis(5)).await,
            }
        }
        alive() - self.tasks
    }
}

impl Truth {
    /// Returns what happened between two looks at a ledger.
    fn since(before: &Ledger, after: &Ledger) -> Self {
        let requests = &after.requests()[before.requests().len()..];
        // Lists have no code.
        let accepted = |code| {
            matches!(
                code,
                None | Some(ResultCode::SUCCESSFUL | ResultCode::OLD_SUCCESSFUL)
            )
        };
        let carried_out = requests
            .iter()
            .filter(|it| it.status == Some(200) && accepted(it.code));
        Self {
            arrived: requests.len(),
            accepted: carried_out.count(),
            moved: after.movements().len() - before.movements().len(),
            requests: requests.to_vec(),
        }
    }
}

/// Starts a sandbox at a loopback address that other processes don't use, if the system has more than
/// one: a test of theirs that calls a port that was just closed would arrive here.
async fn own_sandbox() -> Sandbox {
    let [.., high, low] = std::process::id().to_be_bytes();
    let own = Ipv4Addr::new(127, 77, high, low);
    match Sandbox::start_on((own, 0).into()).await {
        Ok(sandbox) => sandbox,
        Err(_) => Sandbox::start().await.unwrap(),
    }
}

fn client(link: Link, port: u16, sandbox: &Sandbox) -> Paynet {
    let base = match link {
        Link::Plain => format!("http://127.0.0.1:{port}"),
        Link::Encrypted | Link::Decrypted => format!("https://localhost:{port}"),
    };
    let base: BaseUrl = base.parse().unwrap();
    // Each resend has a pause.
    let resends = u32::from(is_all() || link == Link::Plain);
    let transport = trusting().read_resends(resends);
    let builder = Paynet::builder(base).secret_key(sandbox.secret_key());
    builder.transport(transport).build().unwrap()
}

fn alive() -> usize {
    tokio::runtime::Handle::current()
        .metrics()
        .num_alive_tasks()
}

/// Returns the body of the first response on a connection.
fn body(responses: &[u8]) -> &[u8] {
    let Some(head) = responses.windows(4).position(|it| it == b"\r\n\r\n") else {
        return &[];
    };
    let (head, rest) = responses.split_at(head + 4);
    let head = String::from_utf8_lossy(head).to_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"));
    let length = length.map_or(0, |length| length.trim().parse().unwrap());
    &rest[..rest.len().min(length)]
}

/// Returns how long a call with this fault may take: those that wait for ever do so for all of it.
pub(crate) const fn deadline(fault: Option<Fault>) -> Duration {
    Duration::from_millis(match fault {
        None | Some(Fault::Delay | Fault::Replay) => 60_000,
        Some(Fault::Withhold) => 40,
        Some(Fault::Cut | Fault::Double | Fault::Flip(_)) => 700,
    })
}
