//! A proxy in the environment never sees what goes to loopback, whichever variable names it.

use std::process::Command;

use paynet_api::sandbox::{Operation, Sandbox};
use paynet_api::{BaseUrl, NotifyUrl, Outcome, Paynet};

use crate::front::{Authority, VERSIONS, config, lead, trusting};
use crate::lira;
use crate::operations::{Send, Subject, visit};
use crate::trap::Trap;
use crate::worker::deadline;

const VARIABLES: [&str; 3] = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];

/// Runs a test of this program in a process of its own.
pub(crate) fn child(test: &str) -> Command {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", test, "--ignored", "--nocapture"]);
    child
}

/// Runs a test of this program to its end, and returns what it printed.
pub(crate) fn passes(mut child: Command) -> String {
    let output = child.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}{errors}"
    );
    text.into_owned()
}

#[test]
fn its_proxy_never_sees_loopback() {
    let trap = Trap::set();
    // A running program must not change its environment.
    let mut calls = child("environment::calls_to_loopback");
    let proxy = format!("http://127.0.0.1:{}", trap.port());
    for variable in VARIABLES {
        calls
            .env(variable, &proxy)
            .env(variable.to_lowercase(), &proxy);
    }
    // With it, `HTTP_PROXY` is ignored: it may be a header of a CGI request.
    calls.env_remove("REQUEST_METHOD");
    calls.env_remove("NO_PROXY").env_remove("no_proxy");
    passes(calls);
    assert!(trap.is_empty(), "the proxy saw a connection");
}

#[tokio::test]
#[ignore = "`its_proxy_never_sees_loopback` runs it with an environment of its own"]
async fn calls_to_loopback() {
    assert!(std::env::var_os("HTTP_PROXY").is_some() && std::env::var_os("NO_PROXY").is_none());
    let sandbox = Sandbox::start().await.unwrap();
    let merchant = Trap::set();
    let tls = config(&Authority::trusted().sign(|_| {}), VERSIONS);
    let tls = lead(tls, sandbox.address()).await.port();
    let plain = sandbox.address().port();
    for base in [
        format!("http://127.0.0.1:{plain}"),
        format!("http://localhost:{plain}"),
        format!("https://localhost:{tls}"),
    ] {
        let builder = Paynet::builder(base.parse::<BaseUrl>().unwrap());
        let builder = builder.secret_key(sandbox.secret_key());
        let paynet = builder.transport(trusting()).build().unwrap();
        for operation in Operation::ALL {
            let mut subject = Subject::create(&sandbox, *operation, lira(100)).await;
            let notify = format!("http://127.0.0.1:{}/", merchant.port());
            subject.notify = Some(NotifyUrl::new(notify).unwrap());
            let told = visit(&paynet, *operation, &subject, Send(deadline(None))).await;
            assert_eq!(told.outcome, Outcome::Accepted, "{base}: {operation:?}");
        }
    }
    // The sandbox posts its notifications past the proxy, too.
    while merchant.is_empty() {
        tokio::task::yield_now().await;
    }
}
