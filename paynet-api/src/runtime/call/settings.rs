//! What a builder gathers, and the client that is made of it.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::runtime::http::credential::Credential;
use crate::runtime::http::own_server::Servers;
use crate::runtime::http::tls;
use crate::runtime::{BaseUrl, BuildError, Core, OwnServer, Scheme, Secret, Transport};

/// What a builder gathers.
#[derive(Debug)]
pub struct Settings {
    server: BaseUrl,
    own: Vec<(&'static OwnServer, BaseUrl)>,
    given: Vec<Given>,
    transport: Transport,
}

#[derive(Debug)]
struct Given {
    scheme: &'static Scheme,
    user: Option<Secret>,
    secret: Secret,
}

impl Settings {
    /// Nothing but the server.
    #[must_use]
    pub const fn new(server: BaseUrl) -> Self {
        Self {
            server,
            own: Vec::new(),
            given: Vec::new(),
            transport: Transport::new(),
        }
    }

    /// Another server in the place of one that some operations have of their own.
    pub fn own_server(&mut self, own: &'static OwnServer, server: BaseUrl) {
        self.own.push((own, server));
    }

    /// A key or token.
    pub fn credential(&mut self, scheme: &'static Scheme, value: Secret) {
        self.given.push(Given {
            scheme,
            user: None,
            secret: value,
        });
    }

    /// A user and a password.
    pub fn basic(&mut self, scheme: &'static Scheme, user: String, password: Secret) {
        self.given.push(Given {
            scheme,
            user: Some(user.into()),
            secret: password,
        });
    }

    /// How requests travel.
    pub fn transport(&mut self, transport: Transport) {
        self.transport = transport;
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// The server's address, a credential, the proxy's address or a root certificate cannot be used, or the platform
    /// has no certificates to verify the server with.
    pub fn build(self) -> Result<Core, BuildError> {
        let servers = Servers {
            main: self.server.server()?,
            // The one given last counts.
            given: self
                .own
                .iter()
                .rev()
                .map(|(own, server)| Ok((*own, server.server()?)))
                .collect::<Result<_, BuildError>>()?,
        };
        let mut credentials: Vec<Credential> = Vec::new();
        for given in self.given {
            let credential = match given.user {
                Some(user) => Credential::basic(given.scheme, user.expose(), given.secret)?,
                None => Credential::key(given.scheme, given.secret)?,
            };
            // The one given last counts.
            credentials.retain(|earlier| earlier.scheme != given.scheme);
            credentials.push(credential);
        }
        let http = http(&servers, &self.transport)?;
        Ok(Core::new(http, servers, credentials, &self.transport))
    }
}

fn http(servers: &Servers, transport: &Transport) -> Result<reqwest::Client, BuildError> {
    let tls = match servers.need_tls() {
        true => tls::verified(transport.roots.clone(), transport.identity.as_deref())?,
        false => tls::unused()?,
    };
    let localhost = [
        SocketAddr::new(Ipv4Addr::LOCALHOST.into(), 0),
        SocketAddr::new(Ipv6Addr::LOCALHOST.into(), 0),
    ];
    let mut builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .https_only(servers.none_plain())
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .http1_only()
        // Another crate of the same program may switch these features of reqwest on.
        .no_gzip()
        .no_brotli()
        .no_zstd()
        .no_deflate()
        .no_hickory_dns()
        // A connection is used once. Otherwise a server that closes an idle one makes an unknown outcome, and whatever it
        // sends too much is taken for the answer to the next call.
        .pool_max_idle_per_host(0)
        .resolve_to_addrs("localhost", &localhost)
        .no_proxy();
    if let (Some(url), false) = (&transport.proxy, servers.all_loopback()) {
        let loopback = reqwest::NoProxy::from_string("localhost,127.0.0.0/8,::1");
        builder = builder.proxy(proxy(url)?.no_proxy(loopback));
    }
    if let Some(address) = transport.local_address {
        builder = builder.local_address(address);
    }
    builder.build().map_err(|error| {
        BuildError::new("the HTTP client cannot be set up").because(error.without_url())
    })
}

/// The error has no source: it would show the URL, which may hold a password.
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
