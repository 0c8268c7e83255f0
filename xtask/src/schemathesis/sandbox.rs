//! `Sandbox`: the process that is tested.

use std::cell::Cell;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::paths;

/// A running `paynet-sandbox`, which is stopped when it is dropped.
pub(crate) struct Sandbox {
    child: Child,
    output: BufReader<ChildStdout>,
    pub(crate) url: String,
    pub(crate) secret_key: String,
    /// The session key of the calls. Empty until there is one.
    pub(crate) session_key: String,
    /// How many requests were sent by this program.
    own_requests: Cell<usize>,
}

impl Sandbox {
    /// Builds it, and starts it on a free port of loopback.
    pub(crate) fn start() -> Result<Self, String> {
        let mut child = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
            .args(["run", "--quiet", "--package", "paynet-api"])
            .args(["--features", "sandbox", "--bin", "paynet-sandbox"])
            .current_dir(paths::root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("could not start cargo: {error}"))?;
        let output = child.stdout.take().ok_or("the sandbox has no output")?;
        let mut sandbox = Self {
            child,
            output: BufReader::new(output),
            url: String::new(),
            secret_key: String::new(),
            session_key: String::new(),
            own_requests: Cell::new(0),
        };
        let url = sandbox.after("listens on ")?;
        url.trim_end_matches('.').clone_into(&mut sandbox.url);
        sandbox.secret_key = sandbox.after("secret key ")?.trim().to_owned();
        sandbox.after("Type `help`")?;
        Ok(sandbox)
    }

    /// Stops it, and returns what really happened. The requests of this program came first, and are
    /// skipped.
    pub(crate) fn ledger(mut self) -> Result<String, String> {
        let mut text = String::new();
        self.write("ledger\nquit\n").map_err(failed)?;
        self.output.read_to_string(&mut text).map_err(failed)?;
        let lines = text.lines().skip(self.own_requests.get());
        Ok(lines.collect::<Vec<_>>().join("\n"))
    }

    /// Creates a session key. It is not valid for a day.
    pub(crate) fn new_session_key(&self) -> Result<String, String> {
        let body = json!({"agent_id": "1234", "user_id": "username"});
        let session = self.post("/v1/agent/get_auth_key", &body)?;
        Ok(session["session_key"]
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// Sends a request with all headers that any operation asks for, and returns the response of
    /// status 200.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        let address = self.url.strip_prefix("http://").unwrap_or_default();
        let exchange = || -> io::Result<String> {
            let mut stream = TcpStream::connect(address)?;
            let body = body.to_string();
            write!(
                stream,
                "POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
                 Authorization: Basic {}\r\nSession-Key: {}\r\nPaynetMobile: 2\r\n\
                 Content-Type: application/json; charset=UTF-8\r\nContent-Length: {}\r\n\r\n{body}",
                self.secret_key,
                self.session_key,
                body.len()
            )?;
            let mut response = String::new();
            stream.read_to_string(&mut response)?;
            Ok(response)
        };
        self.own_requests.update(|count| count + 1);
        let response = exchange().map_err(failed)?;
        let done = response.split_once("\r\n\r\n");
        let done = done.filter(|(head, _)| head.starts_with("HTTP/1.1 200 "));
        let body = done.and_then(|(_, body)| serde_json::from_str(body).ok());
        body.ok_or_else(|| format!("the sandbox: {path}: {response}"))
    }

    /// Gives a command, and returns the line that it prints.
    pub(crate) fn command(&mut self, command: &str) -> Result<String, String> {
        self.write(&format!("{command}\n")).map_err(failed)?;
        let line = self.line()?;
        match line.strip_prefix("error: ") {
            None => Ok(line),
            Some(error) => Err(format!("the sandbox: {command}: {error}")),
        }
    }

    /// Returns what follows this in the next line that has it.
    fn after(&mut self, text: &str) -> Result<String, String> {
        loop {
            if let Some((_, rest)) = self.line()?.split_once(text) {
                return Ok(rest.to_owned());
            }
        }
    }

    fn line(&mut self) -> Result<String, String> {
        let mut line = String::new();
        match self.output.read_line(&mut line) {
            Ok(0) => Err("the sandbox ended".to_owned()),
            Ok(_) => Ok(line.trim_end().to_owned()),
            Err(error) => Err(failed(error)),
        }
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        let input = self.child.stdin.as_mut();
        input.map_or(Ok(()), |input| input.write_all(text.as_bytes()))
    }
}

fn failed(error: io::Error) -> String {
    format!("the sandbox: {error}")
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may have ended already. Killing cargo would leave it running.
        let _ = self.write("quit\n");
        let _ = self.child.wait();
    }
}
