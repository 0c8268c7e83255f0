//! Component schemas as references see them.

use crate::lower::facts::traits::Traits;
use crate::names::Ident;
use std::rc::Rc;

/// What a reference to a component schema needs to know of it.
#[derive(Clone, Debug)]
pub(crate) struct Component {
    pub(crate) name: Ident,
    pub(crate) file: Rc<Ident>,
    pub(crate) traits: Traits,
}
