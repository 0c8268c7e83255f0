//! The commands of the command's README, run as they are there.

use std::fs;
use std::io::{BufRead as _, BufReader, Lines, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::bench::{Bench, Ended};

/// A process that serves the sandbox.
struct Served {
    child: Child,
    input: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Served {
    fn start() -> Self {
        let mut sandbox = Command::new(env!("CARGO_BIN_EXE_paynet-sandbox"));
        let sandbox = sandbox.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = sandbox.spawn().unwrap();
        Self {
            input: child.stdin.take().unwrap(),
            lines: BufReader::new(child.stdout.take().unwrap()).lines(),
            child,
        }
    }

    /// Types a command, and returns what is printed up to this line.
    fn command(&mut self, command: &str, last: &str) -> Vec<String> {
        writeln!(self.input, "{command}").unwrap();
        let lines = self.lines.by_ref().map(Result::unwrap);
        lines.take_while(|line| line != last).collect()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A shell with the README's commands.
struct Shell {
    bench: Bench,
    commands: Vec<String>,
}

impl Shell {
    /// Reads the blocks of commands of the section, for the sandbox at an address.
    async fn new(address: &str) -> Self {
        let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/paynet/README.md");
        let readme = fs::read_to_string(readme).unwrap();
        let (_, section) = readme.split_once("In another terminal:\n").unwrap();
        let (section, _) = section.split_once("\n## ").unwrap();
        let blocks = section.split("```sh\n").skip(1);
        let commands = blocks.map(|block| {
            let (commands, _) = block.split_once("```").unwrap();
            // The port is the README's; any free one does.
            commands.replace("127.0.0.1:8080", address)
        });
        Self {
            commands: commands.collect(),
            bench: Bench::without_journal().await,
        }
    }

    /// Runs the commands of a block, after those that set variables.
    fn run(&self, block: usize) -> Ended {
        let programs = Path::new(env!("CARGO_BIN_EXE_paynet")).parent().unwrap();
        let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
        let exports = self.commands[0]
            .lines()
            .filter(|it| it.starts_with("export "));
        let exports: Vec<&str> = exports.collect();
        let commands = format!("{}\n{}", exports.join("\n"), self.commands[block]);
        let mut shell = Command::new("sh");
        shell
            .args(["-e", "-c", &commands])
            .current_dir(&self.bench.folder);
        shell.env_clear().env("PATH", path).output().unwrap().into()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn its_commands_do_what_it_says() {
    let mut served = Served::start();
    let first = served.lines.next().unwrap().unwrap();
    let (_, address) = first.split_once("http://").unwrap();
    let shell = Shell::new(address.trim_end_matches('.')).await;

    shell.run(0).expect(
        0,
        &[
            "to be sent",
            "accepted: 2 (0 in full, the others 7.50 TL)",
            "5.00,order-1001,accepted",
            "accepted before: 2",
            "        2  accepted",
            "order-1001: 5.00 TL of",
        ],
    );
    served.command("fault cut refund", "for the next refund");
    shell.run(1).expect(
        0,
        &[
            "unknown: 1",
            "exit code 6",
            "order-1003: 1.00 TL of",
            "one more reversal than before",
            "settled: done",
            "accepted before: 1",
        ],
    );
    // What follows the ledger says that it has ended.
    let ledger = served.command("ledger\nnext-day", "a day later");
    let refunds = ledger.iter().filter(|line| line.starts_with("Refund of"));
    assert_eq!(refunds.count(), 3);
}
