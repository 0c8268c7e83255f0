//! How an inline type is named: after its place, never after what else is in the document.
//!
//! | its place | its name |
//! | --- | --- |
//! | property `status` of `RefundResponse` | `RefundResponseStatus` |
//! | an item of the list `items` of `Order` | `OrderItemsItem` |
//! | a value of the map `limits` of `Order` | `OrderLimitsValue` |
//! | request body of `listOrders` | `ListOrdersBody` |
//! | its response 200, 404, 4XX, default | `ListOrdersOk`, `ListOrders404`, `ListOrders4xx`, `ListOrdersDefault` |
//! | its parameter `sort` | `ListOrdersSort` |
//! | `components/responses/NotFound` | `NotFoundResponse` |
//! | `components/requestBodies/Order` | `OrderBody` |
//! | `components/parameters/Sort` | `SortParameter` |
//! | the object of `Pet`, which others extend | `PetObject` |
//! | body of the callback `decided` | `DecidedBody` |
//!
//! If something else has that name, the kind of the place is added, whatever has it:
//! `RefundResponseStatusProperty`, `OrderItemsItemElement`, `OrderLimitsValueEntry`,
//! `ListOrdersBodyContent`, `ListOrders404Response`, `ListOrdersSortParameter`, `PetDogVariant`.
//! Types inside such a type are named after that name.

use std::rc::Rc;

use crate::names::{Case, Ident};

/// The path of words that names an inline type after its place. Most places need no name: it is put
/// together on request.
#[derive(Clone, Debug)]
pub(crate) struct NamePath {
    steps: Rc<Steps>,
    /// The kind of the place, which is added to the name if something else has it.
    kind: &'static str,
    /// The file that the type is written to.
    pub(crate) file: Rc<Ident>,
}

/// The words on the way to a place.
#[derive(Debug)]
enum Steps {
    Root(String),
    Below(Rc<Self>, String),
}

impl NamePath {
    /// Starts a path with the name of a component or of an operation.
    pub(crate) fn root(name: &str, file: &Rc<Ident>) -> Self {
        Self {
            steps: Rc::new(Steps::Root(name.to_owned())),
            kind: "Schema",
            file: Rc::clone(file),
        }
    }

    /// Starts a path whose types are written to a file of their own.
    pub(crate) fn own_file(words: &str) -> Self {
        Self::root(words, &Case::Snake.ident(words).into())
    }

    /// Returns the path of a property, or of another part below.
    pub(crate) fn child(&self, step: &str) -> Self {
        Self {
            steps: Rc::new(Steps::Below(Rc::clone(&self.steps), step.to_owned())),
            kind: "Property",
            file: Rc::clone(&self.file),
        }
    }

    /// Returns the same path for a place that is not a property.
    pub(crate) fn of(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }

    /// Returns the words of the name that is the first choice.
    pub(crate) fn words(&self) -> String {
        self.steps.words()
    }

    /// Returns the words of the name that is the second choice.
    pub(crate) fn second(&self) -> String {
        format!("{} {}", self.words(), self.kind)
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

/// Splits each step into words by itself, so that `+1` below something is still `Plus1`. A status
/// keeps its digits.
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
    use super::{Ident, NamePath};

    #[track_caller]
    fn check(root: &str, steps: &[&str], expected: &str) {
        let root = NamePath::root(root, &Ident::module(root).into());
        let path = steps.iter().fold(root, |path, step| path.child(step));
        assert_eq!(Ident::type_name(&path.words()).as_str(), expected);
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
