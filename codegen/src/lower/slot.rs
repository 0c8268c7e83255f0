//! How an inline type is named: for where it stands, never for what else is in the document.
//!
//! | where it stands | is called |
//! | --- | --- |
//! | property `status` of `RefundReply` | `RefundReplyStatus` |
//! | what a list `items` of `Order` holds | `OrderItemsItem` |
//! | what a map `limits` of `Order` holds | `OrderLimitsValue` |
//! | request body of `listOrders` | `ListOrdersBody` |
//! | its reply 200, 404, 4XX, default | `ListOrdersOk`, `ListOrders404`, `ListOrders4xx`, `ListOrdersDefault` |
//! | its parameter `sort` | `ListOrdersSort` |
//! | `components/responses/NotFound` | `NotFoundReply` |
//! | `components/requestBodies/Order` | `OrderBody` |
//! | `components/parameters/Sort` | `SortParameter` |
//! | body of the callback `decided` | `DecidedBody` |
//!
//! Where that name is taken, what stands there is added, whatever took it: `RefundReplyStatusProperty`, `OrderItemsItemElement`,
//! `OrderLimitsValueEntry`, `ListOrdersBodyContent`, `ListOrders404Reply`, `ListOrdersSortParameter`, `PetDogVariant`.
//! What stands inside such a type is named after that name.

use crate::names::{Case, Ident};

/// The name that a place gives to a type that has none.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    words: String,
    /// What stands there: a part of the name that it gives where the first one is taken.
    what: &'static str,
    /// The file that the type is written to.
    pub(super) file: Ident,
}

impl Slot {
    /// The place that a name stands for: a component's, an operation's.
    pub(super) fn root(name: &str, file: &Ident) -> Self {
        Self {
            words: name.to_owned(),
            what: "Schema",
            file: file.clone(),
        }
    }

    /// A place of its own file.
    pub(super) fn own_file(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            what: "Schema",
            file: Case::Snake.ident(words),
        }
    }

    /// A place below.
    pub(super) fn child(&self, step: &str) -> Self {
        // Each step is cut into words on its own, so that `+1` below something is still `Plus1`; a status keeps its digits.
        let is_number = step.starts_with(|first: char| first.is_ascii_digit())
            && step.chars().all(char::is_alphanumeric);
        let step = if is_number {
            step.to_owned()
        } else {
            Case::Variant.ident(step).to_string()
        };
        Self {
            words: format!("{} {step}", self.words),
            what: "Property",
            file: self.file.clone(),
        }
    }

    /// The same place, where what stands there is no property.
    pub(super) fn of(self, what: &'static str) -> Self {
        Self { what, ..self }
    }

    /// The place of a type that got that name: what is inside is named after it.
    pub(super) fn named(&self, name: &Ident) -> Self {
        if Ident::type_name(&self.words) == *name {
            self.clone()
        } else {
            Self::root(name.as_str(), &self.file)
        }
    }

    /// The name that the place gives.
    pub(super) fn words(&self) -> &str {
        &self.words
    }

    /// The name that it gives where that one is taken.
    pub(super) fn otherwise(&self) -> String {
        format!("{} {}", self.words, self.what)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ident, Slot};

    #[track_caller]
    fn check(root: &str, steps: &[&str], expected: &str) {
        let root = Slot::root(root, &Ident::module(root));
        let slot = steps.iter().fold(root, |slot, step| slot.child(step));
        assert_eq!(Ident::type_name(slot.words()).as_str(), expected);
    }

    #[test]
    fn the_table_holds() {
        check("RefundReply", &["status"], "RefundReplyStatus");
        check("Order", &["items", "Item"], "OrderItemsItem");
        check("Order", &["limits", "Value"], "OrderLimitsValue");
        check("ListOrders", &["404"], "ListOrders404");
        check("ListOrders", &["4xx"], "ListOrders4xx");
        check("Reactions", &["+1"], "ReactionsPlus1");
    }
}
