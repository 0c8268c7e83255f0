//! The commands of the command's README, run as they are there.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::bench::{Bench, Ended};

/// A process that serves the sandbox.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn its_commands_do_what_it_says() {
    let bench = Bench::without_journal().await;
    let mut sandbox = Command::new(env!("CARGO_BIN_EXE_paynet-sandbox"));
    let sandbox = sandbox.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut served = Served(sandbox.spawn().unwrap());
    let mut lines = BufReader::new(served.0.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    let url = first.split_once("http://").unwrap().1.trim_end_matches('.');

    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/paynet/README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let section = readme
        .split_once("In another terminal:\n\n```sh\n")
        .unwrap()
        .1;
    let commands = section.split_once("```").unwrap().0;
    // The port is the README's; any free one does.
    let commands = commands.replace("127.0.0.1:8080", url);
    let programs = Path::new(env!("CARGO_BIN_EXE_paynet")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell
        .args(["-e", "-c", &commands])
        .current_dir(&bench.folder);
    let shell = shell.env_clear().env("PATH", path);
    Ended::from(shell.output().unwrap()).expect(
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
}
