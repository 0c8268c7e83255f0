//! The server of the comparison, in a process of its own: this program again, with another argument.

use std::io::{self, BufRead as _, BufReader};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use rcgen::generate_simple_self_signed;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::{Instant, sleep, sleep_until};
use tokio_rustls::TlsAcceptor;

/// How the server is reached.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wire {
    Plain,
    TlsOver30Ms,
}

/// Half a round trip.
const ONE_WAY: Duration = Duration::from_millis(15);

const ARGUMENT: &str = "--serve-";

impl Wire {
    /// Returns the wire that this process is to serve, if it is the server.
    pub(crate) fn asked_for() -> Option<Self> {
        let name = std::env::args().find_map(|it| it.strip_prefix(ARGUMENT).map(str::to_owned))?;
        [Self::Plain, Self::TlsOver30Ms]
            .into_iter()
            .find(|wire| wire.name() == name)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::TlsOver30Ms => "tls",
        }
    }

    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Plain => "Plain HTTP on loopback",
            Self::TlsOver30Ms => "TLS 1.3, a round trip of 30 ms",
        }
    }
}

/// The server's process. Dropping it ends the process.
pub(crate) struct Server {
    child: Child,
    port: u16,
    pub(crate) certificate: Option<String>,
}

impl Server {
    pub(crate) fn start(wire: Wire) -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg(format!("{ARGUMENT}{}", wire.name()))
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let mut lines = BufReader::new(output).lines();
        let port = lines.next().ok_or(io::ErrorKind::UnexpectedEof)??;
        let port = port.parse().map_err(io::Error::other)?;
        let lines: io::Result<Vec<String>> = lines
            .take_while(|it| !matches!(it, Ok(it) if it.is_empty()))
            .collect();
        let pem = lines?.join("\n");
        Ok(Self {
            child,
            port,
            certificate: (!pem.is_empty()).then_some(pem),
        })
    }

    /// Returns the addresses of localhost. The server is at the first.
    pub(crate) const fn addresses(&self) -> [SocketAddr; 2] {
        [
            SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), self.port),
            SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), self.port),
        ]
    }

    pub(crate) fn url(&self) -> String {
        let scheme = if self.certificate.is_some() {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://localhost:{}", self.port)
    }

    /// Returns a TLS configuration like that of this client.
    pub(crate) fn client_tls(&self) -> io::Result<ClientConfig> {
        let mut roots = RootCertStore::empty();
        if let Some(pem) = &self.certificate {
            let certificate = CertificateDer::from_pem_slice(pem.as_bytes());
            roots
                .add(certificate.map_err(io::Error::other)?)
                .map_err(io::Error::other)?;
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider);
        let config = config
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?;
        Ok(config.with_root_certificates(roots).with_no_client_auth())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Serves until the process is ended. Prints the port, and the certificate if there is one.
pub(crate) fn run(wire: Wire) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let socket = TcpSocket::new_v4()?;
        socket.bind((Ipv4Addr::LOCALHOST, 0).into())?;
        // All connections of a pass may come at once; one that is dropped comes again after a second.
        let listener = socket.listen(4_096)?;
        println!("{}", listener.local_addr()?.port());
        let tls = match wire {
            Wire::Plain => None,
            Wire::TlsOver30Ms => Some(tls()?),
        };
        println!();
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            let tls = tls.clone();
            tokio::spawn(async move {
                match tls {
                    None => answer(stream).await,
                    Some(tls) => answer(tls.accept(delayed(stream)).await?).await,
                }
            });
        }
    })
}

/// Prints a certificate for localhost, and returns its configuration.
fn tls() -> io::Result<TlsAcceptor> {
    let certificate =
        generate_simple_self_signed(["localhost".to_owned()]).map_err(io::Error::other)?;
    print!("{}", certificate.cert.pem());
    let key = PrivateKeyDer::Pkcs8(certificate.signing_key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider);
    let config = config
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?;
    let config = config.with_no_client_auth();
    let config = config.with_single_cert(vec![certificate.cert.der().clone()], key);
    Ok(TlsAcceptor::from(Arc::new(
        config.map_err(io::Error::other)?,
    )))
}

/// Puts a relay in front of a connection: whatever is sent takes half a round trip, and the
/// connection begins a whole one late.
fn delayed(stream: TcpStream) -> tokio::io::DuplexStream {
    let (ours, theirs) = tokio::io::duplex(64 * 1024);
    tokio::spawn(async move {
        sleep(2 * ONE_WAY).await;
        let (from_client, to_client) = stream.into_split();
        let (from_server, to_server) = tokio::io::split(theirs);
        tokio::join!(relay(from_client, to_server), relay(from_server, to_client))
    });
    ours
}

/// Passes bytes on, each chunk half a round trip after it was read.
async fn relay(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
) -> io::Result<()> {
    let (sender, mut chunks) = tokio::sync::mpsc::unbounded_channel::<(Instant, Vec<u8>)>();
    let read = async {
        let mut buffer = vec![0; 16 * 1024];
        loop {
            let count = from.read(&mut buffer).await.unwrap_or(0);
            if count == 0
                || sender
                    .send((Instant::now() + ONE_WAY, buffer[..count].to_vec()))
                    .is_err()
            {
                drop(sender);
                return;
            }
        }
    };
    let write = async {
        while let Some((at, chunk)) = chunks.recv().await {
            sleep_until(at).await;
            to.write_all(&chunk).await?;
        }
        to.shutdown().await
    };
    tokio::join!(read, write).1
}

const RESPONSE: &str =
    r#"{"object_name":"transaction_reversed_request","code":0,"message":"Invented"}"#;

/// Answers the requests of a connection until it is closed.
async fn answer(mut stream: impl AsyncRead + AsyncWrite + Unpin) -> io::Result<()> {
    let mut buffer = vec![0; 4096];
    let mut request = Vec::new();
    loop {
        request.clear();
        // The body is the only JSON object, and has no other in it.
        while !request.ends_with(b"}") {
            match stream.read(&mut buffer).await? {
                0 => return Ok(()),
                count => request.extend_from_slice(&buffer[..count]),
            }
        }
        let head = String::from_utf8_lossy(&request).to_ascii_lowercase();
        let closes = head.contains("connection: close");
        let connection = if closes { "connection: close\r\n" } else { "" };
        let length = RESPONSE.len();
        let response = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n{connection}content-length: {length}\r\n\r\n{RESPONSE}"
        );
        stream.write_all(response.as_bytes()).await?;
        if closes {
            return stream.shutdown().await;
        }
    }
}
