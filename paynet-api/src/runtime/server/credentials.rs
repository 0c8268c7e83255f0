//! The credentials of a request: whether a set that the operation needs is there, and their values.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::{Rejection, RejectionReason, ServerRequest};
use crate::runtime::wire::urlencoded::decode;
use crate::runtime::{Info, Scheme, SchemePlace, Secret};

/// A credential that a request has. Whether it is a valid one is the server's decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenCredential {
    /// The security scheme.
    pub scheme: &'static Scheme,
    /// The credential without its prefix: the key or the token; `user:password` for HTTP Basic.
    pub value: Secret,
}

/// Returns the first set of the operation's credentials that is complete. The empty set is chosen
/// last.
///
/// # Errors
///
/// If no set is complete.
pub(super) fn given(
    info: &Info,
    request: &ServerRequest,
) -> Result<Vec<GivenCredential>, Rejection> {
    let sets = info.security.iter().filter(|set| !set.is_empty());
    let complete = sets.filter_map(|set| set.iter().map(|scheme| find(scheme, request)).collect());
    let first = complete.into_iter().next();
    let is_optional = info.security.iter().any(|set| set.is_empty());
    match (first, info.security) {
        (Some(set), _) => Ok(set),
        (None, []) => Ok(Vec::new()),
        (None, _) if is_optional => Ok(Vec::new()),
        (None, [first, ..]) => Err(Rejection::new(RejectionReason::MissingCredential(first))),
    }
}

/// Returns the credential of a scheme.
fn find(scheme: &&'static Scheme, request: &ServerRequest) -> Option<GivenCredential> {
    let header = |name: &str| std::str::from_utf8(request.header(name)?).ok();
    let value = match scheme.place {
        SchemePlace::Header { name, prefix } => behind(prefix, header(name)?)?.to_owned(),
        SchemePlace::Bearer => behind("Bearer ", header("Authorization")?)?.to_owned(),
        SchemePlace::Basic => {
            let encoded = behind("Basic ", header("Authorization")?)?;
            let decoded = BASE64_STANDARD.decode(encoded.trim()).ok()?;
            String::from_utf8(decoded).ok()?
        }
        SchemePlace::Query(name) => {
            let pairs = request.query().split('&');
            let mut pairs = pairs.filter_map(|pair| pair.split_once('='));
            let is_named = |known: &str| decode(known).is_ok_and(|known| *known == name);
            let (_, value) = pairs.find(|(known, _)| is_named(known))?;
            decode(value).ok()?.to_string()
        }
        SchemePlace::Cookie(name) => {
            let cookies = header("Cookie")?.split(';');
            let mut pairs = cookies.filter_map(|pair| pair.trim().split_once('='));
            pairs.find(|(known, _)| *known == name)?.1.to_owned()
        }
    };
    (!value.is_empty()).then(|| GivenCredential {
        scheme,
        value: Secret::new(value),
    })
}

/// Returns what follows a prefix.
// RFC 9110, 11.1: the name of an authentication scheme is case-insensitive.
fn behind<'v>(prefix: &str, value: &'v str) -> Option<&'v str> {
    let (head, rest) = value.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}
