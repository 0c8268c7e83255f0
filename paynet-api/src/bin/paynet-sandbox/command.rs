//! The commands: a line of words each, for people and for programs that drive the sandbox.

use std::error::Error;
use std::fmt::Write as _;
use std::time::Duration;

use paynet_api::XactId;
use paynet_api::sandbox::{
    Approval, Card, Fault, Ledger, Operation, Payment, Repeated, Rules, SameDay, Sandbox,
};

const HELP: &str = "\
sale AMOUNT [REFERENCE]     adds a sale, and prints its number: sale 15.00
preauth AMOUNT [REFERENCE]  adds a pre-authorization
next-day                    moves the clock by 24 hours
card SESSION [declined]     presents a card in a PayPOS session, by its link or number
undecided                   lists the refunds that wait for a decision, see `rule held`
approve REFUND              approves one of them
disapprove REFUND           does not
rule NAME                   changes a rule: same-day-refuses, same-day-cancels, repeated-earlier,
                            repeated-accepted, repeated-refused, approved, not-approved, held,
                            notify-never, notify-once, notify-twice, bank-declines, unregistered
fault NAME [unprocessed] [refund]
                            lets something go wrong with the next request, or the next refund: cut,
                            cut-at=40, garbage, huge=2000000, html=502, status=503, code=10,
                            contradiction, wrong-type=code, delay-before=60, delay-after=60 (seconds)
ledger                      prints what really happened
quit                        ends";

/// Carries a command out, and returns what to print.
///
/// # Errors
///
/// If it is not one, or cannot be carried out.
pub(crate) fn carry_out(sandbox: &Sandbox, line: &str) -> Result<String, Box<dyn Error>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        [] => Ok(String::new()),
        ["help"] => Ok(HELP.to_owned()),
        ["sale", amount, reference @ ..] => {
            let payment = Payment::sale(amount.parse()?);
            Ok(add(sandbox, payment, reference))
        }
        ["preauth", amount, reference @ ..] => {
            let payment = Payment::preauth(amount.parse()?);
            Ok(add(sandbox, payment, reference))
        }
        ["next-day"] => {
            sandbox.advance(Duration::from_secs(24 * 60 * 60));
            Ok("a day later".to_owned())
        }
        ["card", session] => Ok(sandbox.present_card(session, Card::Approved)?.to_string()),
        ["card", session, "declined"] => {
            Ok(sandbox.present_card(session, Card::Declined)?.to_string())
        }
        ["ledger"] => Ok(ledger(&sandbox.ledger())),
        ["rule", name] => rule(sandbox, name),
        ["fault", name, options @ ..] => inject(sandbox, fault(name)?, options),
        other => decide(sandbox, other),
    }
}

fn add(sandbox: &Sandbox, payment: Payment, reference: &[&str]) -> String {
    let payment = match reference.first() {
        Some(reference) => payment.reference_no(*reference),
        None => payment,
    };
    sandbox.add(payment).to_string()
}

fn inject(sandbox: &Sandbox, mut fault: Fault, options: &[&str]) -> Result<String, Box<dyn Error>> {
    for option in options {
        fault = match *option {
            "unprocessed" => fault.unprocessed(),
            "refund" => fault.only(Operation::Refund),
            _ => return Err("a fault is `unprocessed`, or of a `refund`".into()),
        };
    }
    sandbox.inject(fault);
    let next = if options.contains(&"refund") {
        "refund"
    } else {
        "request"
    };
    Ok(format!("for the next {next}"))
}

fn decide(sandbox: &Sandbox, words: &[&str]) -> Result<String, Box<dyn Error>> {
    let found = match words {
        ["undecided"] => {
            let numbers = sandbox.undecided();
            let numbers: Vec<_> = numbers.iter().map(XactId::as_str).collect();
            return Ok(numbers.join("\n"));
        }
        ["approve", refund] => sandbox.approve(&XactId::new(*refund)?),
        ["disapprove", refund] => sandbox.disapprove(&XactId::new(*refund)?),
        _ => return Err("unknown command, `help` lists them".into()),
    };
    match found {
        true => Ok("decided".to_owned()),
        false => Err("no refund of this number waits for a decision".into()),
    }
}

fn rule(sandbox: &Sandbox, name: &str) -> Result<String, Box<dyn Error>> {
    let change: fn(&mut Rules) = match name {
        "same-day-refuses" => |it| it.same_day = SameDay::Refuses,
        "same-day-cancels" => |it| it.same_day = SameDay::CancelsWhole,
        "repeated-earlier" => |it| it.repeated = Repeated::AcceptedEarlier,
        "repeated-accepted" => |it| it.repeated = Repeated::Accepted,
        "repeated-refused" => |it| it.repeated = Repeated::Code(6.into()),
        "approved" => |it| it.approval = Approval::Approved,
        "not-approved" => |it| it.approval = Approval::NotApproved,
        "held" => |it| it.approval = Approval::Held,
        "notify-never" => |it| it.notifications = 0,
        "notify-once" => |it| it.notifications = 1,
        "notify-twice" => |it| it.notifications = 2,
        "bank-declines" => |it| it.bank_approves = false,
        "unregistered" => |it| it.address_registered = false,
        _ => return Err("unknown rule, `help` lists them".into()),
    };
    sandbox.rules(change);
    Ok("from the next request on".to_owned())
}

fn fault(name: &str) -> Result<Fault, Box<dyn Error>> {
    let (name, value) = name.split_once('=').unwrap_or((name, ""));
    let seconds = || value.parse().map(Duration::from_secs);
    Ok(match name {
        "cut" => Fault::cut(),
        "cut-at" => Fault::cut_at(value.parse()?),
        "garbage" => Fault::garbage(),
        "huge" => Fault::huge(value.parse()?),
        "html" => Fault::html(value.parse()?),
        "status" => Fault::status(value.parse()?),
        "code" => Fault::code(value.parse::<i64>()?.into()),
        "contradiction" => Fault::contradiction(),
        "wrong-type" => Fault::wrong_type(value),
        "delay-before" => Fault::delay_before(seconds()?),
        "delay-after" => Fault::delay_after(seconds()?),
        _ => return Err("unknown fault, `help` lists them".into()),
    })
}

/// Describes what really happened.
fn ledger(ledger: &Ledger) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    for (index, request) in ledger.requests().iter().enumerate() {
        let operation = request.operation.map(|it| it.path()).unwrap_or("unknown");
        let code = request.code.map(|it| it.to_string()).unwrap_or_default();
        let done = if request.processed {
            code
        } else {
            "not processed".to_owned()
        };
        let _ = writeln!(text, "request {index}: {operation}: {done}");
    }
    for movement in ledger.movements() {
        let (kind, amount, number) = (movement.kind, movement.amount, &movement.xact_id);
        let _ = writeln!(text, "{kind:?} of {amount} TL: {number}");
    }
    text.trim_end().to_owned()
}
