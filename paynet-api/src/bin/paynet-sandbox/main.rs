//! Serves the sandbox on a port, for programs in any language: `paynet-sandbox 8080`.
//!
//! It prints how to call it with curl, and reads commands from the standard input: `help` lists
//! them. Without an input it serves until it is stopped.

mod command;

use std::error::Error;
use std::io::{self, BufRead as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use paynet_api::Amount;
use paynet_api::sandbox::{Operation, Sandbox};
use tokio::runtime::Builder;

fn main() -> ExitCode {
    let argument = std::env::args().nth(1);
    let argument = argument.as_deref().unwrap_or("0");
    if matches!(argument, "-h" | "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let Some(address) = address(argument) else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    match run(address) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("paynet-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Serves the sandbox until there is a command to quit.
fn run(address: SocketAddr) -> Result<(), Box<dyn Error>> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let sandbox = runtime.block_on(Sandbox::start_on(address))?;
    let server = thread::spawn(move || runtime.block_on(std::future::pending::<()>()));
    introduce(&sandbox)?;
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line.trim() == "quit" {
            return Ok(());
        }
        match command::carry_out(&sandbox, &line) {
            Ok(text) => println!("{text}"),
            Err(error) => println!("error: {error}"),
        }
    }
    server.join().map_err(|_| "the server ended".into())
}

const USAGE: &str = "Serves an in-process stand-in of Paynet, for tests.

Usage: paynet-sandbox [PORT | ADDRESS:PORT]

Without a port, any free one is taken. Without an address it is 127.0.0.1.
On another address, everybody who reaches it can use it.";

/// Returns where to listen; `None` if the argument does not say so.
fn address(argument: &str) -> Option<SocketAddr> {
    let on_loopback = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let port = argument.parse().map(on_loopback);
    port.or_else(|_| argument.parse()).ok()
}

/// Adds payments to start from, and prints how to call the sandbox.
fn introduce(sandbox: &Sandbox) -> Result<(), Box<dyn Error>> {
    sandbox.set_time(sandbox.now() - Duration::from_secs(24 * 60 * 60));
    let sale = sandbox.sale(Amount::from_kurus(1500)?);
    let preauth = sandbox.preauth(Amount::from_kurus(1500)?);
    sandbox.run_clock();
    let url = sandbox.base_url();
    let (url, path) = (url.as_str(), Operation::Refund.path());
    let key = sandbox.secret_key();
    let key = key.expose();
    println!(
        "A stand-in of Paynet for tests listens on {url}.
All names, cards and numbers are invented.

secret key         {key}
sale               {sale} (15.00 TL, of yesterday)
pre-authorization  {preauth} (15.00 TL, of yesterday)

Refund 5.00 TL of the sale:

curl {url}{path} \\
  -H 'Authorization: Basic {key}' \\
  -H 'Content-Type: application/json; charset=UTF-8' \\
  -d '{{\"xact_id\":\"{sale}\",\"amount\":\"500\"}}'

The services:"
    );
    for operation in Operation::ALL {
        println!("  POST {url}{operation}");
    }
    println!("\nType `help` for what else can be done.");
    Ok(())
}
