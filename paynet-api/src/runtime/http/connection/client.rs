//! The HTTP client: HTTP/1.1, no redirects, no retries, one connection per call.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::header::{CONNECTION, HeaderMap, HeaderValue};

use super::tls;
use super::transport::Transport;
use crate::runtime::Secret;
use crate::runtime::errors::build_error::BuildError;
use crate::runtime::http::server::own_server::Servers;

/// Builds the HTTP client.
///
/// # Errors
///
/// If TLS or the proxy cannot be set up.
pub(crate) fn build(
    servers: &Servers,
    transport: &Transport,
) -> Result<reqwest::Client, BuildError> {
    let tls = match servers.need_tls() {
        true => tls::verified(transport.roots.clone(), transport.identity.as_deref())?,
        false => tls::trusting_nobody()?,
    };
    let mut builder = fixed_settings()
        .tls_backend_preconfigured(tls)
        .https_only(servers.none_plain());
    if let Some(url) = &transport.proxy {
        let loopback = ["localhost", "127.0.0.0/8", "::1"];
        let direct: Vec<&str> = loopback.into_iter().chain(servers.local_hosts()).collect();
        let direct = reqwest::NoProxy::from_string(&direct.join(","));
        builder = builder.proxy(proxy(url)?.no_proxy(direct));
    }
    if let Some(address) = transport.local_address {
        builder = builder.local_address(address);
    }
    builder.build().map_err(|error| {
        BuildError::new("the HTTP client cannot be set up").because(error.without_url())
    })
}

/// Returns the settings that are the same for all clients.
fn fixed_settings() -> reqwest::ClientBuilder {
    let localhost = [
        SocketAddr::new(Ipv4Addr::LOCALHOST.into(), 0),
        SocketAddr::new(Ipv6Addr::LOCALHOST.into(), 0),
    ];
    let builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .http1_only()
        // Another crate of the same program may enable these features of reqwest.
        .no_gzip()
        .no_brotli()
        .no_zstd()
        .no_deflate()
        .no_hickory_dns()
        // A connection is used once. Otherwise a server that closes an idle connection causes an
        // unknown outcome, and surplus bytes are taken for the response to the next call.
        .pool_max_idle_per_host(0)
        // RFC 9112, 9.6. Whichever side closes a connection first keeps its socket in TIME_WAIT, and
        // a client runs out of ports sooner than a server.
        .default_headers(HeaderMap::from_iter([(
            CONNECTION,
            HeaderValue::from_static("close"),
        )]))
        // By default, reqwest probes an idle connection after 15 seconds and gives it up after a
        // minute, or half of one if sent bytes are not acknowledged. A connection that serves one
        // call is given up at the call's deadline.
        .tcp_keepalive(None)
        .tcp_keepalive_interval(None)
        .tcp_keepalive_retries(None)
        .resolve_to_addrs("localhost", &localhost)
        .no_proxy();
    #[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
    let builder = builder.tcp_user_timeout(None);
    builder
}

/// Builds the proxy. The error has no source: it would print the URL, which may contain a password.
fn proxy(url: &Secret) -> Result<reqwest::Proxy, BuildError> {
    let http = ["http://", "https://"]
        .iter()
        .any(|scheme| url.expose().starts_with(scheme));
    let proxy = http
        .then(|| reqwest::Proxy::all(url.expose()).ok())
        .flatten();
    proxy.ok_or_else(|| {
        BuildError::new("the proxy must be a URL such as http://proxy.example.com:3128")
    })
}
