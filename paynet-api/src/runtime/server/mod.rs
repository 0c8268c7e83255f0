//! The server's side of the same operations: recognizing a request as one of them, reading it into
//! the operation's value, and writing responses. For stand-ins of the API, such as a sandbox.
//!
//! | module | content |
//! | --- | --- |
//! | `request` | [`ServerRequest`]: a request as a web server received it |
//! | `route` | which operation a request is, and [`Recognized`]: the operation's value |
//! | `path` | matching of path templates |
//! | `credentials` | the credentials of a request |
//! | `multipart` | reading of multipart forms |
//! | `reader` | [`Reader`]: the parts of a request, each decoded as the operation has it |
//! | `rejection` | [`Rejection`]: why a request is not one of the document's |
//! | `response` | [`ServerResponse`]: a status, and a body |

mod credentials;
mod multipart;
mod path;
mod reader;
mod rejection;
mod request;
mod response;
mod route;

pub use credentials::GivenCredential;
pub use reader::{ReadBody, Reader, Served, ServedContents};
pub use rejection::{Rejection, RejectionReason};
pub use request::ServerRequest;
pub use response::ServerResponse;
pub use route::{Recognized, Route, Routes};

pub use super::macros::{routes, served};
