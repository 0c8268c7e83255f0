//! Which operation a request is.

use super::credentials::{self, GivenCredential};
use super::path::{matched, shape};
use super::reader::{Reader, Served};
use super::{Rejection, RejectionReason, ServerRequest};
use crate::runtime::json::decode::issues::Issues;
use crate::runtime::{DecodeIssue, Info, Received};

/// A request, recognized as one of the document's.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Recognized<R> {
    /// The operation's value.
    pub request: R,
    /// The credentials, which were not judged: a set that the operation needs.
    pub credentials: Vec<GivenCredential>,
    /// The members of the body that the document does not have: no field of the request has them.
    /// At most 100 are kept.
    pub unknown_members: Vec<DecodeIssue>,
}

/// A type with a variant for each operation.
pub trait Routes: Sized + 'static {
    /// The operations. Of those whose paths match, the first counts: more specific ones come first.
    const ROUTES: &'static [Route<Self>];
}

/// One operation of several.
pub struct Route<R> {
    info: &'static Info,
    spanning: &'static [&'static str],
    read: fn(&Reader<'_>) -> Result<R, Rejection>,
}

impl<R> Route<R> {
    /// Creates the route of the operation in a variant, from how it is read.
    #[must_use]
    pub const fn of<O: Served>(
        _variant: fn(O) -> R,
        read: fn(&Reader<'_>) -> Result<R, Rejection>,
    ) -> Self {
        Self {
            info: &O::INFO,
            spanning: O::SPANNING,
            read,
        }
    }
}

/// The parameters in a path, by name.
type PathParameters = Vec<(&'static str, String)>;

impl ServerRequest {
    /// Recognizes the request as one of several operations, and reads it.
    ///
    /// # Errors
    ///
    /// If it is none of them, lacks a credential, or does not match the document.
    pub fn recognize<R: Routes>(&self) -> Result<Recognized<R>, Rejection> {
        let matches = R::ROUTES.iter().filter_map(|route| {
            let parameters = matched(route.info.path, route.spanning, self.path())?;
            Some((route, parameters))
        });
        let matches: Vec<(&Route<R>, PathParameters)> = matches.collect();
        let Some((first, _)) = matches.first() else {
            return Err(Rejection::new(RejectionReason::UnknownPath));
        };
        // OAS 3.0.3, Paths Object: "When matching URLs, concrete (non-templated) paths would be
        // matched before their templated counterparts."
        let path = shape(first.info.path);
        let of_path = matches.iter().filter(|(it, _)| shape(it.info.path) == path);
        let of_path: Vec<&(&Route<R>, PathParameters)> = of_path.collect();
        let mut found = of_path.iter();
        match found.find(|(route, _)| route.info.method.name() == self.method()) {
            Some((route, parameters)) => self
                .read(route, parameters)
                .map_err(|rejection| rejection.of_operation(route.info.id)),
            None => {
                let methods = of_path.iter().map(|(route, _)| route.info.method);
                Err(Rejection::new(RejectionReason::UnknownMethod(
                    methods.collect(),
                )))
            }
        }
    }

    /// Reads the request as an operation.
    fn read<R>(
        &self,
        route: &Route<R>,
        parameters: &[(&'static str, String)],
    ) -> Result<Recognized<R>, Rejection> {
        let credentials = credentials::given(route.info, self)?;
        let unknown = Issues::of_unknown_members();
        let mut received = Received::new(self.headers(), self.body()).with_query(self.query());
        received.issues = Some(&unknown);
        for (name, value) in parameters {
            received = received.with_path(name, value);
        }
        let content_type = self.header("Content-Type");
        let content_type = content_type.and_then(|it| std::str::from_utf8(it).ok());
        let content_type = content_type.unwrap_or_default();
        let request = (route.read)(&Reader::new(received, content_type, self.body()))?;
        Ok(Recognized {
            request,
            credentials,
            unknown_members: unknown.take(),
        })
    }
}
