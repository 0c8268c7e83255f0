//! Which hosts are this machine, and which cannot be public.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Top-level domains that are never delegated.
// RFC 6761 (test, localhost), RFC 6762 (local), ICANN resolution 2024.07.29.06 (internal).
const PRIVATE: [&str; 4] = [".test", ".localhost", ".local", ".internal"];

/// Returns whether a host is this machine.
pub(super) fn is_loopback(host: &str) -> bool {
    host == "localhost" || address(host).is_some_and(|address| address.is_loopback())
}

/// Returns whether a host cannot be public: a name without a dot, a name in a private domain, or a
/// private address.
pub(super) fn is_private(host: &str) -> bool {
    match address(host) {
        Some(IpAddr::V4(address)) => Ipv4Addr::is_private(&address),
        Some(IpAddr::V6(address)) => Ipv6Addr::is_unique_local(&address),
        None => !host.contains('.') || PRIVATE.iter().any(|domain| host.ends_with(domain)),
    }
}

/// Returns the IP address that a host is written as.
fn address(host: &str) -> Option<IpAddr> {
    let address = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    address.unwrap_or(host).parse().ok()
}
