//! The parts of a YAML text, by the events of a parser.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser, Span};

use super::build::Build;

/// Those of a text that can't be read to the end are those before the fault.
pub(super) fn spots(text: &str) -> Build<'_> {
    let mut build = Build::default();
    let mut anchors: BTreeMap<usize, usize> = BTreeMap::new();
    let options = granit_parser::options! {
        emit_comments: false,
        simple_key_max_lookahead: usize::MAX,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        let Ok((event, span)) = event else { break };
        let range = bytes(&span);
        let (anchor, spot) = match event {
            Event::Scalar(value, ..) if build.wants_key() => {
                build.key(value, range);
                continue;
            }
            Event::Alias(_) if build.wants_key() => {
                build.key(Cow::Borrowed(""), range);
                continue;
            }
            Event::Alias(anchor) => {
                build.alias(range, anchors.get(&anchor).copied());
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => {
                build.leave(range.end);
                continue;
            }
            Event::Scalar(_, _, anchor, _) => (anchor, build.value(range)),
            Event::MappingStart(_, anchor, _) => (anchor, build.enter(range, true)),
            Event::SequenceStart(_, anchor, _) => (anchor, build.enter(range, false)),
            Event::DocumentEnd => break,
            _ => continue,
        };
        if anchor != 0 {
            anchors.insert(anchor, spot);
        }
    }
    build
}

fn bytes(span: &Span) -> Range<usize> {
    let start = span.start.byte_offset().unwrap_or_default();
    start..span.end.byte_offset().unwrap_or(start)
}
