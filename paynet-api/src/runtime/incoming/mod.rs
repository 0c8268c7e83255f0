//! Requests that the API sends: callbacks, webhooks and notifications.

pub(crate) mod received;
pub(crate) mod unsigned;
