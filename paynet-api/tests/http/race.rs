//! Deadlines and drops at random moments, against a server that counts the complete requests that
//! it receives: no received request is reported as "not sent", and none is received twice.

use std::collections::BTreeMap;
use std::future::{Future, IntoFuture, poll_fn};
use std::task::Poll;
use std::time::Duration;

use paynet_api::runtime::{Call, Core, Outcome, Stage, Transport};

use crate::operation::{Pay, client, pay};
use crate::server::{Act, Server, response};

const CALLS: u64 = 600;
const WORKERS: u64 = 12;

/// Marsaglia's xorshift: the same moments in each run, as far as the clock allows.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_received_request_is_reported_as_not_sent_or_received_twice() {
    for act in [
        Act::ReadThenClose,
        Act::Answer(response("200 OK", "", "{\"code\":0}")),
        Act::AnswerEach(response("200 OK", "", "{\"code\":0}"), Vec::new()),
        Act::Answer(response("408 Request Timeout", "connection: close\r\n", "")),
        Act::Answer(response("421 Misdirected Request", "", "")),
        Act::Answer(response(
            "503 Service Unavailable",
            "retry-after: 0\r\n",
            "",
        )),
    ] {
        let mut server = Server::start(act).await;
        let client = client(&server.base(), Transport::new());
        let workers: Vec<_> = (0..WORKERS)
            .map(|worker| tokio::spawn(work(client.clone(), worker)))
            .collect();
        let mut not_sent = Vec::new();
        for worker in workers {
            not_sent.extend(worker.await.unwrap());
        }
        // After this call, the server has read everything that was written before.
        drop(client.call(named(u64::MAX)).await);
        let mut received = BTreeMap::<String, usize>::new();
        for request in server.requests() {
            let id = request.split([' ', '/']).nth(4).unwrap();
            *received.entry(id.to_owned()).or_default() += 1;
        }
        assert!(received.values().all(|times| *times == 1), "{received:?}");
        let lie = not_sent.iter().find(|id| received.contains_key(*id));
        assert_eq!(lie, None);
    }
}

/// Makes this worker's calls, and returns the names of those reported as not sent.
async fn work(client: Core, worker: u64) -> Vec<String> {
    let mut random = Random((worker + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let mut not_sent = Vec::new();
    for number in (worker..CALLS).step_by(12) {
        let call = client.call(named(number));
        if is_not_sent(call, &mut random).await {
            not_sent.push(number.to_string());
        }
    }
    not_sent
}

/// Makes one call, with a deadline or dropped at a random moment.
async fn is_not_sent(call: Call<Pay>, random: &mut Random) -> bool {
    let progress = call.progress();
    let moment = Duration::from_micros(random.below(4000));
    let call = match random.below(4) {
        0 => call.timeout(moment),
        1 => call.connect_timeout(moment),
        2 => {
            let task = tokio::spawn(call.into_future());
            tokio::time::sleep(moment).await;
            task.abort();
            return match task.await {
                Ok(result) => result.is_err_and(|error| error.outcome() == Outcome::NotSent),
                Err(_) => progress.stage() == Stage::NotSent,
            };
        }
        _ => {
            poll_and_drop(call.into_future(), random.below(4)).await;
            return progress.stage() == Stage::NotSent;
        }
    };
    call.await
        .is_err_and(|error| error.outcome() == Outcome::NotSent)
}

/// Polls a future a few times.
async fn poll_and_drop(mut future: impl Future + Unpin, times: u64) {
    for _ in 0..=times {
        let done = poll_fn(|context| {
            Poll::Ready(std::pin::Pin::new(&mut future).poll(context).is_ready())
        });
        if done.await {
            return;
        }
        tokio::task::yield_now().await;
    }
}

fn named(number: u64) -> Pay {
    Pay {
        id: number.to_string(),
        ..pay()
    }
}
