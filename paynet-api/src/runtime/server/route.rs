//! Which operation a request is.

use super::credentials::{self, GivenCredential};
use super::path::{PathParameters, matched, shape};
use super::reader::{Reader, Served};
use super::{Rejection, RejectionReason, ServerRequest};
use crate::runtime::json::decode::issues::Issues;
use crate::runtime::{DecodeIssue, Info, Received, ServerPlace};

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

impl<R> Route<R> {
    /// Matches the path and the query of a request. Returns the parameters in the path.
    fn matched(&self, request: &ServerRequest) -> Option<PathParameters> {
        let mut path = request.path();
        if let Some(ServerPlace::Relative(own)) = self.info.server.map(|own| &own.place) {
            path = path
                .strip_prefix('/')?
                .strip_prefix(own.trim_matches('/'))?;
        }
        matched(self.info.path, self.spanning, path, request.query())
    }
}

impl ServerRequest {
    /// Recognizes the request as one of several operations, and reads it.
    ///
    /// # Errors
    ///
    /// If it is none of them, lacks a credential, or does not match the document.
    pub fn recognize<R: Routes>(&self) -> Result<Recognized<R>, Rejection> {
        let matches = R::ROUTES.iter();
        let matches = matches.filter_map(|route| Some((route, route.matched(self)?)));
        let matches: Vec<(&Route<R>, PathParameters)> = matches.collect();
        let Some((first, _)) = matches.first() else {
            return Err(Rejection::new(RejectionReason::UnknownPath));
        };
        // OAS 3.0.3, Paths Object: "When matching URLs, concrete (non-templated) paths would be
        // matched before their templated counterparts."
        let path = shape(first.info.path);
        let of_path = matches.iter().filter(|(it, _)| shape(it.info.path) == path);
        let mut rejection = None;
        let mut methods = Vec::new();
        for (route, parameters) in of_path {
            if route.info.method.name() != self.method() {
                methods.push(route.info.method);
                continue;
            }
            match self.follow(route, parameters) {
                Err(other) if other.is_of_another_operation() => {
                    rejection.get_or_insert(other.of_operation(route.info.id));
                }
                read => return read.map_err(|it| it.of_operation(route.info.id)),
            }
        }
        let unknown = RejectionReason::UnknownMethod(methods);
        Err(rejection.unwrap_or_else(|| Rejection::new(unknown)))
    }

    /// Reads the request as one operation.
    ///
    /// # Errors
    ///
    /// If it is another, lacks a credential, or does not match the document.
    pub fn read<O: Served>(&self) -> Result<Recognized<O>, Rejection> {
        let route = Route::of(|operation: O| operation, O::read);
        let Some(parameters) = route.matched(self) else {
            return Err(Rejection::new(RejectionReason::UnknownPath));
        };
        if route.info.method.name() != self.method() {
            let known = vec![route.info.method];
            return Err(Rejection::new(RejectionReason::UnknownMethod(known)));
        }
        let read = self.follow(&route, &parameters);
        read.map_err(|rejection| rejection.of_operation(route.info.id))
    }

    /// Reads the request as the operation of a route.
    fn follow<R>(
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
        let request = (route.read)(&Reader::new(received, self))?;
        Ok(Recognized {
            request,
            credentials,
            unknown_members: unknown.take(),
        })
    }
}
