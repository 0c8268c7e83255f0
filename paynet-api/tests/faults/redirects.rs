//! Redirects are not followed, so that secrets go nowhere: every status, for each operation, with
//! and without TLS.

use std::net::{Ipv4Addr, SocketAddr};

use paynet_api::sandbox::{Operation, Sandbox};
use paynet_api::{BaseUrl, Outcome, Paynet};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::front::{Authority, VERSIONS, config, lead, trusting};
use crate::lira;
use crate::operations::{Send, Subject, visit};
use crate::trap::Trap;
use crate::worker::deadline;

#[tokio::test]
async fn are_not_followed() {
    let sandbox = Sandbox::start().await.unwrap();
    for status in [300, 301, 302, 303, 304, 305, 307, 308] {
        let trap = Trap::set();
        let plain = redirecting(status, trap.port()).await;
        let tls = config(&Authority::trusted().sign(|_| {}), VERSIONS);
        let tls = lead(tls, plain).await.port();
        for base in [
            format!("http://{plain}"),
            format!("https://localhost:{tls}"),
        ] {
            let builder = Paynet::builder(base.parse::<BaseUrl>().unwrap());
            let builder = builder.secret_key(sandbox.secret_key());
            let paynet = builder.transport(trusting()).build().unwrap();
            for operation in Operation::ALL {
                let subject = Subject::create(&sandbox, *operation, lira(100)).await;
                let told = visit(&paynet, *operation, &subject, Send(deadline(None))).await;
                let expected = (Outcome::Unknown, Some(status), 1);
                assert_eq!(
                    (told.outcome, told.status, told.attempts),
                    expected,
                    "{base}: {operation:?}"
                );
            }
        }
        assert!(trap.is_empty(), "{status} was followed");
    }
}

/// Starts a server that sends everybody to a port.
async fn redirecting(status: u16, port: u16) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let response = format!(
        "HTTP/1.1 {status} Elsewhere\r\nlocation: http://127.0.0.1:{port}/\r\n\
         proxy: http://127.0.0.1:{port}\r\nrefresh: 0;url=http://127.0.0.1:{port}/\r\n\
         content-length: 0\r\nconnection: close\r\n\r\n"
    );
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            drop(client.read(&mut vec![0; 16 * 1024]).await);
            drop(client.write_all(response.as_bytes()).await);
            drop(client.shutdown().await);
            drop(client.read_to_end(&mut Vec::new()).await);
        }
    });
    address
}
