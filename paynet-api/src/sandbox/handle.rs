//! The handle of a sandbox: what a test does with it.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::{Duration, SystemTime};

use super::clock::Clock;
use super::faults::Fault;
use super::ledger::{AppError, Card, Ledger, Payment};
use super::rules::Rules;
use super::server::{self, Server};
use crate::{Amount, BaseUrl, BuildError, Paynet, Secret, XactId};

/// An in-process stand-in of Paynet, which runs until it is dropped. See the [module](super).
///
/// Its methods can be called while requests are under way, from several threads too.
#[derive(Debug)]
pub struct Sandbox {
    server: Server,
    base_url: BaseUrl,
}

/// The secret key that the sandbox accepts. It has the characters of Paynet's sample keys.
const SECRET_KEY: &str = "sck_SANDBOX/invented+key";

impl Sandbox {
    /// Starts a sandbox on a free port of 127.0.0.1.
    ///
    /// # Errors
    ///
    /// If there is no free port.
    ///
    /// # Panics
    ///
    /// If not called within a Tokio runtime with the I/O and time drivers enabled.
    pub async fn start() -> io::Result<Self> {
        Self::start_on((Ipv4Addr::LOCALHOST, 0).into()).await
    }

    /// Starts a sandbox on an address. Everybody who reaches it can use it.
    ///
    /// # Errors
    ///
    /// If nobody can listen there.
    ///
    /// # Panics
    ///
    /// If not called within a Tokio runtime with the I/O and time drivers enabled.
    pub async fn start_on(address: SocketAddr) -> io::Result<Self> {
        let ledger = Ledger::new(SECRET_KEY.into(), SystemTime::now());
        let server = Server::start(address, ledger).await?;
        let reached = match server.address.ip().is_unspecified() {
            true => IpAddr::from(Ipv4Addr::LOCALHOST),
            false => server.address.ip(),
        };
        let reached = SocketAddr::new(reached, server.address.port());
        let base_url = BaseUrl::danger_plain_http_for_tests(&format!("http://{reached}"));
        let base_url = base_url.map_err(io::Error::other)?;
        Ok(Self { server, base_url })
    }

    /// Returns the address that the sandbox listens on.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.server.address
    }

    /// Returns the address for clients: [`Paynet::builder`] takes it.
    #[must_use]
    pub fn base_url(&self) -> BaseUrl {
        self.base_url.clone()
    }

    /// Returns the secret key that the sandbox accepts.
    #[must_use]
    pub fn secret_key(&self) -> Secret {
        SECRET_KEY.into()
    }

    /// Builds a client for the sandbox, with its secret key.
    ///
    /// # Errors
    ///
    /// If the HTTP client cannot be set up.
    pub fn client(&self) -> Result<Paynet, BuildError> {
        let builder = Paynet::builder(self.base_url());
        builder.secret_key(self.secret_key()).build()
    }

    /// Adds a sale, made now on the sandbox's clock.
    pub fn sale(&self, amount: Amount) -> XactId {
        self.add(Payment::sale(amount))
    }

    /// Adds a pre-authorization, made now on the sandbox's clock.
    pub fn preauth(&self, amount: Amount) -> XactId {
        self.add(Payment::preauth(amount))
    }

    /// Adds a payment, made now on the sandbox's clock.
    pub fn add(&self, payment: Payment) -> XactId {
        self.server.state.ledger().start_from(payment)
    }

    /// Creates a session key without a request.
    pub fn session_key(&self) -> Secret {
        self.server.state.ledger().new_session()
    }

    /// Presents a card in a session of the PayPOS app, as if somebody had opened its link. The
    /// session is named by its link or its `payment_session_id`. Returns the number of the
    /// transaction.
    ///
    /// # Errors
    ///
    /// If there is no such session, or nothing can be done in it.
    pub fn present_card(&self, session: &str, card: Card) -> Result<XactId, AppError> {
        self.server.state.ledger().present(session, card)
    }

    /// Returns the refunds that wait for a decision: see [`Approval::Held`](super::Approval::Held).
    #[must_use]
    pub fn undecided(&self) -> Vec<XactId> {
        self.server.state.ledger().undecided()
    }

    /// Approves a refund that waits for a decision. Returns whether there is one of this number,
    /// which is the refund's own.
    pub fn approve(&self, refund: &XactId) -> bool {
        self.decide(refund, true)
    }

    /// Does not approve a refund that waits for a decision. Returns whether there is one of this
    /// number, which is the refund's own.
    pub fn disapprove(&self, refund: &XactId) -> bool {
        self.decide(refund, false)
    }

    fn decide(&self, refund: &XactId, approved: bool) -> bool {
        let waited = self.server.state.ledger().decide(refund, approved);
        server::post_decisions(&self.server.state);
        waited
    }

    /// Waits until no notification is under way.
    pub async fn notifications_posted(&self) {
        self.server.notifications_posted().await;
    }

    /// Lets something go wrong with the next request.
    pub fn inject(&self, fault: Fault) {
        self.server.state.faults().inject(fault);
    }

    /// Removes the faults that are still to be applied.
    pub fn clear_faults(&self) {
        self.server.state.faults().clear();
    }

    /// Changes the rules, from the next request on.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// use paynet_api::sandbox::{SameDay, Sandbox};
    ///
    /// let sandbox = Sandbox::start().await?;
    /// sandbox.rules(|rules| rules.same_day = SameDay::CancelsWhole);
    /// # Ok(())
    /// # }
    /// ```
    pub fn rules(&self, change: impl FnOnce(&mut Rules)) {
        change(&mut self.server.state.ledger().rules);
    }

    /// Returns the time on the sandbox's clock.
    #[must_use]
    pub fn now(&self) -> SystemTime {
        self.server.state.ledger().clock.now().0
    }

    /// Sets the clock, which then stands still.
    pub fn set_time(&self, time: SystemTime) {
        self.server.state.ledger().clock = Clock::Still(time);
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        self.server.state.ledger().clock.advance(by);
    }

    /// Lets the clock run with the system's.
    pub fn run_clock(&self) {
        self.server.state.ledger().clock = Clock::Running(Duration::ZERO);
    }

    /// Returns what really happened so far.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        self.server.state.ledger().clone()
    }
}
