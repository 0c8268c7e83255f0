//! What is known of a component schema before it is lowered.

use crate::lower::facts::traits::Traits;
use crate::names::Ident;
use std::rc::Rc;

/// A component schema, as references to it need it.
#[derive(Clone, Debug)]
pub(crate) struct Component {
    pub(crate) name: Ident,
    pub(crate) file: Rc<Ident>,
    pub(crate) traits: Traits,
}
