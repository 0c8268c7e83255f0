//! A file: a part of a form.

use std::fmt;

use bytes::Bytes;

/// A file to be sent as a part of a form, with the name and the media type that the server is told.
///
/// `Debug` prints its length only.
///
/// ```
/// use paynet_api::runtime::File;
///
/// let receipt = File::new(*b"%PDF-1.7").name("receipt.pdf").media_type("application/pdf");
/// assert_eq!(receipt.bytes(), b"%PDF-1.7");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct File {
    bytes: Bytes,
    name: Option<String>,
    media_type: Option<String>,
    headers: Vec<(String, String)>,
}

impl File {
    /// A file without a name.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            bytes: Bytes::from(bytes.into()),
            ..Self::default()
        }
    }

    /// With the name that the server is told.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// With the media type that the server is told.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// With a header of its part (OAS 3.0.3, Encoding Object, "headers").
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Its content.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn file_name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    pub(crate) fn content_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    pub(crate) fn headers(&self) -> &[(String, String)] {
        &self.headers
    }
}

impl<B: Into<Vec<u8>>> From<B> for File {
    fn from(bytes: B) -> Self {
        Self::new(bytes)
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "File({} bytes)", self.bytes.len())
    }
}
