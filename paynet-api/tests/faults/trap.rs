//! Somebody who listens, and to whom nobody may come.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

/// A listener to which nobody may come.
pub(crate) struct Trap(TcpListener);

impl Trap {
    pub(crate) fn set() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        Self(listener)
    }

    pub(crate) fn port(&self) -> u16 {
        self.0.local_addr().unwrap().port()
    }

    /// Asserts that nobody came. The system accepts connections by itself, so none is too early.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self.0.accept(), Err(error) if error.kind() == ErrorKind::WouldBlock)
    }
}

#[test]
fn a_trap_notices_who_came() {
    let trap = Trap::set();
    assert!(trap.is_empty());
    drop(std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, trap.port())).unwrap());
    assert!(!trap.is_empty() && trap.is_empty());
}
