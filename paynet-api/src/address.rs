//! What [`NotifyUrl`](crate::NotifyUrl) and [`ReturnUrl`](crate::ReturnUrl) have in common: each is
//! absolute, is sent as it is, and is redacted when Paynet repeats it.

use reqwest::Url;

use crate::Invalid;
use crate::runtime::Output;

/// Checks an address.
///
/// # Errors
///
/// If it is not absolute, has white space around it, contains control characters, or is not
/// accepted.
pub(crate) fn check(
    text: String,
    accepts: impl FnOnce(&Url) -> bool,
    problem: Invalid,
) -> Result<Box<str>, Invalid> {
    let is_bare = text.trim() == text && !text.chars().any(char::is_control);
    let url = Url::parse(&text).ok().filter(|_| is_bare);
    match url.is_some_and(|url| accepts(&url)) {
        true => Ok(text.into()),
        false => Err(problem),
    }
}

/// Implements what both types have besides `new`; `$shown` is what `Debug` prints.
macro_rules! address {
    ($name:ident, $shown:path) => {
        impl $name {
            /// Returns the address.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Invalid;

            fn from_str(url: &str) -> Result<Self, $crate::Invalid> {
                Self::new(url)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), $shown(&self.0))
            }
        }

        impl $crate::runtime::Encode for $name {
            fn encode(&self, out: &mut $crate::runtime::Output) {
                $crate::address::encode(&self.0, out);
            }
        }

        #[cfg(feature = "sandbox")]
        impl $crate::runtime::Decode for $name {
            fn decode(input: $crate::runtime::Input<'_>) -> Result<Self, $crate::DecodeError> {
                Self::new(input.text()?).map_err(|_| input.expected("an absolute address"))
            }
        }
    };
}

pub(crate) use address;

/// Writes the address as it is, and redacts it in error texts: the whole, its query and fragment,
/// its user and password, and the long segments of its path.
pub(crate) fn encode(url: &str, out: &mut Output) {
    out.text(url);
    out.conceal(url);
    let (_, rest) = url.split_once("//").unwrap_or(("", url));
    let (place, query) = rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()));
    let (server, path) = place.split_at(place.find('/').unwrap_or(place.len()));
    if let Some((user, _)) = server.rsplit_once('@') {
        user.split(':').for_each(|part| conceal(part, SHORT, out));
    }
    path.split('/').for_each(|part| conceal(part, LONG, out));
    for part in query.split(['?', '#', '&']) {
        let value = part.split_once('=').map_or(part, |(_, value)| value);
        conceal(value, SHORT, out);
    }
}

/// A shorter value reveals nothing.
const SHORT: usize = 3;

/// A shorter segment of a path may be a word.
const LONG: usize = 12;

/// Redacts a part of an address, unless it is too short.
fn conceal(part: &str, shortest: usize, out: &mut Output) {
    if part.len() >= shortest {
        out.conceal(part);
    }
}
