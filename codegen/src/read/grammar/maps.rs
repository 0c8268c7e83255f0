//! Objects whose keys the author chooses.

use crate::diagnostic::GrammarProblem;
use crate::read::syntax::node::NodeKind;
use crate::read::syntax::node::{Members, Node};
use crate::source::Location;

use super::check::complete_all;
use super::coerce;
use super::lookup::object_with_key;
use super::table::Check;
use super::table::{ComponentKind, PatternedTable, Retain, Shape};
use super::tables::path::CALLBACK;

impl Check<'_> {
    /// Any keys.
    pub(crate) fn map(&mut self, value: Shape, node: &mut Node, at: &mut Location) -> Retain {
        self.members(node, at, |check, _, member, at| {
            check.filled(value, member, at)
        })
    }

    /// Null where an object or a list should stand is an empty one.
    fn filled(&mut self, shape: Shape, node: &mut Node, at: &mut Location) -> Retain {
        if let Some(expected) = coerce::coerce_null(shape, node) {
            let found = "null";
            self.report(at.clone(), GrammarProblem::Converted { expected, found });
            complete_all(shape, node);
        }
        self.shape(shape, node, at)
    }

    /// Names of components. One that is no name is mended where references are followed.
    pub(crate) fn names(
        &mut self,
        kind: ComponentKind,
        node: &mut Node,
        at: &mut Location,
    ) -> Retain {
        self.members(node, at, |check, name, value, at| {
            let allowed = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
            if name.is_empty() || !name.chars().all(allowed) {
                check.report(at.key(), GrammarProblem::ComponentName(name.to_owned()));
            }
            check.filled(Shape::Component(kind), value, at)
        })
    }

    /// Keys of a pattern.
    pub(crate) fn keyed(
        &mut self,
        keyed: &PatternedTable,
        node: &mut Node,
        at: &mut Location,
    ) -> Retain {
        let Some(object) = node.as_object_mut() else {
            return self.must(false, "an object", node, at);
        };
        let members = std::mem::take(&mut object.members);
        let mut kept = Members::default();
        for (key, mut value) in members {
            let mut place = value.location(at, &key);
            if key.starts_with("x-") {
                // `openapiv3` takes each key of a callback for an address.
                if keyed.name != CALLBACK.name {
                    kept.insert(key, value);
                }
                continue;
            }
            let mended = self.key(keyed, &key, &kept, &place);
            if mended.is_none() && object_with_key(keyed.shape, &key).is_some() {
                continue;
            }
            // What stands below a wrong key is looked at too, so that all mistakes are seen at once.
            let verdict = self.filled(keyed.shape, &mut value, &mut place);
            if let (Some(mended), Retain::Keep) = (mended, verdict) {
                if mended != key {
                    value.origin.get_or_insert_with(|| place.into());
                }
                kept.or_insert(mended, value);
            }
        }
        if let NodeKind::Object(object) = &mut node.kind {
            object.members = kept;
        }
        Retain::Keep
    }

    /// The key as it should be; `None` where that isn't clear.
    fn key(
        &mut self,
        keyed: &PatternedTable,
        key: &str,
        kept: &Members,
        place: &Location,
    ) -> Option<String> {
        if (keyed.accepts)(key) {
            return Some(key.to_owned());
        }
        let below = object_with_key(keyed.shape, key);
        let mended = (keyed.mend)(key).filter(|mended| !kept.contains_key(mended));
        let mended = mended.filter(|_| below.is_none());
        let object = keyed.name;
        let key = key.to_owned();
        let problem = match &mended {
            Some(mended) => GrammarProblem::MendedKey {
                key,
                object,
                mended: mended.clone(),
            },
            None => GrammarProblem::WrongKey {
                key,
                object,
                expected: keyed.keys,
                below,
            },
        };
        self.report(place.key(), problem);
        mended
    }
}
