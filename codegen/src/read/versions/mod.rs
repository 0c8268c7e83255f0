//! Conversions to OpenAPI 3.0, one module per version that a document can be written in.

pub(crate) mod openapi_3_1;
pub(crate) mod openapi_3_2;
pub(crate) mod swagger_2_0;
