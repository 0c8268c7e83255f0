//! Checks objects whose keys are chosen by the author: maps, components and patterned objects.

use crate::diagnostic::{Expected, Found, GrammarProblem, JsonKind};
use crate::read::grammar::lookup::object_with_key;
use crate::read::grammar::table::{ComponentKind, PatternedTable, Retain, Shape};
use crate::read::grammar::tables::path::CALLBACK;
use crate::read::syntax::node::{Members, Node};
use crate::source::Location;

use super::{Checker, coerce, defaults};

impl Checker<'_> {
    /// Checks an object with any keys.
    pub(super) fn map(&mut self, value: Shape, node: &mut Node, at: &mut Location) -> Retain {
        self.members(node, at, |checker, _, member, at| {
            checker.nullable(value, member, at)
        })
    }

    /// Checks an object whose keys are names of components. A name with other characters than the
    /// standard allows is replaced when references are resolved.
    pub(super) fn component_map(
        &mut self,
        kind: ComponentKind,
        node: &mut Node,
        at: &mut Location,
    ) -> Retain {
        self.members(node, at, |checker, name, value, at| {
            let is_allowed = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
            if name.is_empty() || !name.chars().all(is_allowed) {
                checker.report(
                    at.key(),
                    GrammarProblem::InvalidComponentName(name.to_owned()),
                );
            }
            checker.nullable(Shape::Component(kind), value, at)
        })
    }

    /// Checks an object whose keys follow a pattern.
    pub(super) fn patterned(
        &mut self,
        table: &PatternedTable,
        node: &mut Node,
        at: &mut Location,
    ) -> Retain {
        let Some(object) = node.as_object_mut() else {
            return self.wrong_kind(Expected::OBJECT, node, at);
        };
        let mut kept = Members::default();
        for (key, mut value) in std::mem::take(&mut object.members) {
            let mut location = value.location(at, &key);
            if key.starts_with("x-") {
                // `openapiv3` takes every key of a callback for an expression.
                if table.name != CALLBACK.name {
                    kept.insert(key, value);
                }
                continue;
            }
            let repaired = self.patterned_key(table, &key, &kept, &location);
            if repaired.is_none() && object_with_key(table.shape, &key).is_some() {
                continue;
            }
            // The value of an invalid key is checked as well, so that all mistakes are reported.
            let retain = self.nullable(table.shape, &mut value, &mut location);
            if let (Some(repaired), Retain::Keep) = (repaired, retain) {
                if repaired != key {
                    value.origin.get_or_insert_with(|| location.into());
                }
                kept.or_insert(repaired, value);
            }
        }
        object.members = kept;
        Retain::Keep
    }

    /// Returns the key, repaired if necessary, or `None` if it is unclear which key was meant.
    fn patterned_key(
        &mut self,
        table: &PatternedTable,
        key: &str,
        kept: &Members,
        at: &Location,
    ) -> Option<String> {
        if (table.accepts)(key) {
            return Some(key.to_owned());
        }
        let below = object_with_key(table.shape, key);
        let repaired = (table.repair)(key).filter(|repaired| !kept.contains_key(repaired));
        let repaired = repaired.filter(|_| below.is_none());
        let object = table.name;
        let key = key.to_owned();
        let problem = match &repaired {
            Some(repaired) => GrammarProblem::RepairedKey {
                key,
                object,
                repaired: repaired.clone(),
            },
            None => GrammarProblem::InvalidKey {
                key,
                object,
                expected: table.expected,
                below,
            },
        };
        self.report(at.key(), problem);
        repaired
    }

    /// Checks the value of a key that the author chose. Null is read as an empty object or list.
    fn nullable(&mut self, shape: Shape, node: &mut Node, at: &mut Location) -> Retain {
        if let Some(expected) = coerce::coerce_null(shape, node) {
            let found = Found::Kind(JsonKind::Null);
            self.report(at.clone(), GrammarProblem::Converted { expected, found });
            defaults::complete_shape(shape, node);
        }
        self.shape(shape, node, at)
    }
}
