//! How an inline type is named: for where it stands, never for what else is in the document.
//!
//! | where it stands | is called |
//! | --- | --- |
//! | property `status` of `RefundResponse` | `RefundResponseStatus` |
//! | what a list `items` of `Order` holds | `OrderItemsItem` |
//! | what a map `limits` of `Order` holds | `OrderLimitsValue` |
//! | request body of `listOrders` | `ListOrdersBody` |
//! | its response 200, 404, 4XX, default | `ListOrdersOk`, `ListOrders404`, `ListOrders4xx`, `ListOrdersDefault` |
//! | its parameter `sort` | `ListOrdersSort` |
//! | `components/responses/NotFound` | `NotFoundResponse` |
//! | `components/requestBodies/Order` | `OrderBody` |
//! | `components/parameters/Sort` | `SortParameter` |
//! | the object of `Pet`, which others extend | `PetObject` |
//! | body of the callback `decided` | `DecidedBody` |
//!
//! Where that name is taken, what stands there is added, whatever took it: `RefundResponseStatusProperty`, `OrderItemsItemElement`,
//! `OrderLimitsValueEntry`, `ListOrdersBodyContent`, `ListOrders404Response`, `ListOrdersSortParameter`, `PetDogVariant`.
//! What stands inside such a type is named after that name.

use std::rc::Rc;

use crate::names::{Case, Ident};

/// The name that a place gives to a type that has none. Most places need none: it is put together when it is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    steps: Rc<Steps>,
    /// What stands there: a part of the name that it gives where the first one is taken.
    what: &'static str,
    /// The file that the type is written to.
    pub(crate) file: Rc<Ident>,
}

/// The way to a place.
#[derive(Debug)]
enum Steps {
    Root(String),
    Below(Rc<Self>, String),
}

impl Slot {
    /// The place that a name stands for: a component's, an operation's.
    pub(crate) fn root(name: &str, file: &Rc<Ident>) -> Self {
        Self {
            steps: Rc::new(Steps::Root(name.to_owned())),
            what: "Schema",
            file: Rc::clone(file),
        }
    }

    /// A place of its own file.
    pub(crate) fn own_file(words: &str) -> Self {
        Self::root(words, &Case::Snake.ident(words).into())
    }

    /// A place below.
    pub(crate) fn child(&self, step: &str) -> Self {
        Self {
            steps: Rc::new(Steps::Below(Rc::clone(&self.steps), step.to_owned())),
            what: "Property",
            file: Rc::clone(&self.file),
        }
    }

    /// The same place, where what stands there is no property.
    pub(crate) fn of(self, what: &'static str) -> Self {
        Self { what, ..self }
    }

    /// The name that the place gives.
    pub(crate) fn words(&self) -> String {
        self.steps.words()
    }

    /// The name that it gives where that one is taken.
    pub(crate) fn otherwise(&self) -> String {
        format!("{} {}", self.words(), self.what)
    }
}

impl Steps {
    fn words(&self) -> String {
        match self {
            Self::Root(name) => name.clone(),
            Self::Below(above, step) => format!("{} {}", above.words(), word(step)),
        }
    }
}

/// Each step is cut into words on its own, so that `+1` below something is still `Plus1`; a status keeps its digits.
fn word(step: &str) -> String {
    let is_number = step.starts_with(|first: char| first.is_ascii_digit())
        && step.chars().all(char::is_alphanumeric);
    if is_number {
        step.to_owned()
    } else {
        Case::Variant.ident(step).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{Ident, Slot};

    #[track_caller]
    fn check(root: &str, steps: &[&str], expected: &str) {
        let root = Slot::root(root, &Ident::module(root).into());
        let slot = steps.iter().fold(root, |slot, step| slot.child(step));
        assert_eq!(Ident::type_name(&slot.words()).as_str(), expected);
    }

    #[test]
    fn the_table_holds() {
        check("RefundResponse", &["status"], "RefundResponseStatus");
        check("Order", &["items", "Item"], "OrderItemsItem");
        check("Order", &["limits", "Value"], "OrderLimitsValue");
        check("ListOrders", &["404"], "ListOrders404");
        check("ListOrders", &["4xx"], "ListOrders4xx");
        check("Reactions", &["+1"], "ReactionsPlus1");
    }
}
