//! How parameters and bodies other than JSON are written, and how forms are read. It is `#[inline]`:
//! a client whose document has no forms does not compile it.

pub(crate) mod escape;
pub(crate) mod media_type;
pub(crate) mod multipart;
pub(crate) mod plain;
pub(crate) mod style;
pub(crate) mod urlencoded;
