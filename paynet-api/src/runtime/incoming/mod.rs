//! Requests that the API sends: callbacks, webhooks, notifications.

pub(crate) mod received;
pub(crate) mod unsigned;
