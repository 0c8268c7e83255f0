//! What must hold in every run, whatever was done to its connection.
//!
//! One thing no client can detect: without TLS, a response of which a byte was changed may say
//! anything. There the claim is that the client says what the changed text says.

use std::time::Duration;

use paynet_api::Outcome;
use paynet_api::sandbox::Operation;
use serde_json::Value;

use crate::operations::{Told, is_safe};
use crate::proxy::{Fault, Plan, Side};
use crate::worker::{Link, Run};

/// A run: what was called, and what was done to its connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    pub(crate) operation: Operation,
    pub(crate) link: Link,
    pub(crate) plan: Plan,
}

/// What a run shows if nothing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The result of the caller agrees with the ledger.
    True,
    /// A changed text says what did not happen, and the client has no way to know.
    Forged,
}

/// Judges a run. The error says what is wrong.
pub(crate) fn judge(case: &Case, run: &Run, deadline: Duration) -> Result<Verdict, &'static str> {
    let told = run.told.as_ref().ok_or("the call outlived its deadline")?;
    if told.elapsed > deadline + Duration::from_secs(10) {
        return Err("the call ended long after its deadline");
    }
    if run.left > 0 {
        return Err("tasks are left behind");
    }
    sent_once(case, run, told)?;
    expected(case, run, told)?;
    agrees(case, run, told)
}

/// What is not safe is sent once by us, and arrives once unless the proxy delivers it again.
fn sent_once(case: &Case, run: &Run, told: &Told) -> Result<(), &'static str> {
    let Case {
        operation,
        link,
        plan,
    } = *case;
    let attempts = told.attempts as usize;
    if !is_safe(operation) && attempts > 1 {
        return Err("it was tried more than once");
    }
    if run.seen.connections > attempts {
        return Err("there were more connections than attempts");
    }
    // A record of TLS is worth nothing on another connection.
    let replayed =
        plan.fault == Fault::Replay && plan.side == Side::Request && link != Link::Encrypted;
    let most = attempts + usize::from(replayed);
    if run.truth.arrived > most || run.truth.moved > most {
        return Err("it arrived more often than it was sent");
    }
    Ok(())
}

/// What the fault alone decides.
fn expected(case: &Case, run: &Run, told: &Told) -> Result<(), &'static str> {
    let Plan { fault, side, .. } = case.plan;
    let resent = told.attempts > 1;
    match fault {
        Fault::Delay | Fault::Replay if told.outcome != Outcome::Accepted => {
            Err("a delay or a repetition must change nothing")
        }
        // Of what is encrypted, the last bytes come after the response.
        Fault::Cut if side == Side::Request && !resent && case.link != Link::Encrypted => {
            match told.outcome {
                _ if run.seen.applied == 0 => Ok(()),
                Outcome::NotSent | Outcome::Unknown => Ok(()),
                Outcome::Accepted | Outcome::Refused => Err("there was no response"),
            }
        }
        _ => Ok(()),
    }
}

/// The result of the caller is what happened, or what a changed text says.
fn agrees(case: &Case, run: &Run, told: &Told) -> Result<Verdict, &'static str> {
    let Plan { fault, side, .. } = case.plan;
    let truth = match told.outcome {
        Outcome::NotSent if run.truth.arrived > 0 => return Err("it was sent"),
        Outcome::NotSent | Outcome::Unknown => return Ok(Verdict::True),
        Outcome::Accepted => run.truth.accepted > 0,
        Outcome::Refused => run.truth.accepted == 0 && run.truth.moved == 0,
    };
    let may_be_forged = fault.forges() && side == Side::Response && case.link != Link::Encrypted;
    if !may_be_forged && told.body != run.answered {
        return Err("the response is not what the server sent");
    }
    let says = says(told);
    match (truth, may_be_forged) {
        _ if says.is_some_and(|it| it != told.outcome) => Err("the response says something else"),
        (true, _) => Ok(Verdict::True),
        (false, true) if says == Some(told.outcome) => Ok(Verdict::Forged),
        (false, _) => Err("the ledger says something else"),
    }
}

/// Reads a response with another JSON library, as far as one can say without the outcome rules what
/// it says.
fn says(told: &Told) -> Option<Outcome> {
    let text = String::from_utf8_lossy(&told.body);
    let body: Value = serde_json::from_str(&text).ok()?;
    let number = |member: &str| {
        let value = &body[member];
        value
            .as_i64()
            .or_else(|| value.as_str()?.trim().parse().ok())
    };
    match (told.status, number("code"), body["is_succeed"].as_bool()) {
        (Some(400..), ..) => Some(Outcome::Refused),
        (_, Some(0 | 100), Some(true) | None) => Some(Outcome::Accepted),
        (_, Some(_), Some(false) | None) => Some(Outcome::Refused),
        (_, None, Some(true)) => Some(Outcome::Accepted),
        (_, None, Some(false)) => Some(Outcome::Refused),
        (_, None, None) => body.get("Data").map(|_| Outcome::Accepted),
        // It contradicts itself.
        (_, Some(_), _) => None,
    }
}
