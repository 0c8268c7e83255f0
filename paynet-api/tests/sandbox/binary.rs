//! The binary, for programs in other languages: what it prints, and its commands.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::merchant::post;

/// A process that serves the sandbox.
struct Process {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Process {
    fn start() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_paynet-sandbox"));
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        Self {
            input: child.stdin.take().unwrap(),
            output: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// Returns what follows this in the next line that has it.
    fn after(&mut self, text: &str) -> String {
        loop {
            let line = self.line();
            if let Some((_, rest)) = line.split_once(text) {
                return rest.to_owned();
            }
        }
    }

    fn command(&mut self, command: &str) -> String {
        writeln!(self.input, "{command}").unwrap();
        self.line()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[tokio::test]
async fn it_says_how_to_call_it_and_takes_commands() {
    let mut process = Process::start();
    let address = process.after("listens on http://");
    let address = address.trim_end_matches('.').to_owned();
    let key = process.after("secret key         ");
    process.after("Type `help`");

    let sale = process.command("sale 15.00 order-1");
    assert_eq!(process.command("fault code=10"), "for the next request");
    let body = format!(r#"{{"xact_id":"{sale}"}}"#);
    let authorization = format!("Authorization: Basic {key}\r\n");
    let request = post("/v1/transaction/reversed_request", &authorization, &body);
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    assert!(response.contains(r#""code":10"#), "{response}");

    assert_eq!(
        process.command("ledger"),
        "request 0: /v1/transaction/reversed_request: 0 (successful)"
    );
    let refunded = "Refund of 15.00 TL: xk_";
    process.after(refunded);
    let of_refund = process.command("fault cut unprocessed refund");
    assert_eq!(of_refund, "for the next refund");
    let error = "error: a fault is `unprocessed`, or of a `refund`";
    assert_eq!(process.command("fault cut sale"), error);
    let error = "error: unknown command, `help` lists them";
    assert_eq!(process.command("unknown"), error);
    assert!(
        process
            .command("sale 15")
            .starts_with("error: the amount must")
    );
    writeln!(process.input, "quit").unwrap();
    assert!(process.child.wait().unwrap().success());
}

#[test]
fn other_arguments_are_answered_with_the_usage() {
    let run = |argument| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_paynet-sandbox"));
        command.arg(argument).output().unwrap()
    };
    let help = run("--help");
    assert!(help.status.success());
    assert!(String::from_utf8_lossy(&help.stdout).contains("Usage: paynet-sandbox"));
    let wrong = run("eighty");
    assert!(!wrong.status.success());
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("Usage: paynet-sandbox"));
}
