//! Rewrites references, and what they refer to, until each refers to a component by its name.

pub(crate) mod component_name;
pub(super) mod hoist;
pub(super) mod inline;
pub(super) mod rename;
mod substitute;

pub(crate) use substitute::substitute;
