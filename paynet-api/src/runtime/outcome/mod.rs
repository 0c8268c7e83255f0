//! What a response proves: the documented responses, the outcome rules, and the classification of a
//! response by them.

pub(crate) mod classify;
pub(crate) mod documented;
pub(crate) mod evidence;
pub(crate) mod response_body;
pub(crate) mod rules;
pub(crate) mod statuses;
