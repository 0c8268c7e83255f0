//! The examples of an explanation: blocks of YAML, `wrong` and `fixed` in turn.
//!
//! An example is a part of a document from its root: `openapi`, `info` and `paths` are added where
//! they are missing, unless the block is marked `whole`. A wrong one may be marked `with W0193`,
//! another code that it can't avoid. A comment that is a file name, such as
//! `# orders.overlay.yaml`, starts that file, for what takes several.

use std::collections::BTreeSet;

use codegen::diagnostic::Code;
use codegen::{Options, Sources, generate};

/// One block.
pub(crate) struct Example {
    code: Code,
    /// Which of the blocks of the explanation it is, from 1.
    number: usize,
    kind: Kind,
    is_whole: bool,
    /// Another code that a wrong one can't avoid.
    also: Option<Code>,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Wrong,
    Fixed,
}

/// Returns the examples of a code's explanation.
pub(crate) fn of(code: Code) -> Vec<Example> {
    let blocks = code.explanation().split("\n```yaml ").skip(1);
    let examples: Vec<_> = blocks
        .zip(1..)
        .map(|(block, number)| Example::new(code, number, block))
        .collect();
    for pair in examples.chunks(2) {
        let kinds: Vec<_> = pair.iter().map(|example| example.kind).collect();
        assert_eq!(kinds, [Kind::Wrong, Kind::Fixed], "{code}: blocks in turn");
    }
    let fences = code.explanation().matches("```").count();
    assert_eq!(
        fences,
        2 * examples.len(),
        "{code}: a block of another form"
    );
    examples
}

impl Example {
    fn new(code: Code, number: usize, block: &str) -> Self {
        let (marks, text) = block.split_once('\n').unwrap_or_default();
        let (text, _) = text.split_once("\n```").unwrap_or_default();
        let (marks, also) = match marks.split_once(" with ") {
            Some((marks, also)) => (marks, Some(also)),
            None => (marks, None),
        };
        let (kind, is_whole) = match marks {
            "wrong" => (Kind::Wrong, false),
            "wrong whole" => (Kind::Wrong, true),
            "fixed" => (Kind::Fixed, false),
            "fixed whole" => (Kind::Fixed, true),
            _ => panic!("{code}: a block is marked `{marks}`"),
        };
        let also = also.map(|name| {
            Code::find(name).unwrap_or_else(|| panic!("{code}: unknown code `{name}`"))
        });
        Self {
            code,
            number,
            kind,
            is_whole,
            also,
            text: text.to_owned(),
        }
    }

    /// Returns what is not true of it.
    pub(crate) fn fault(&self) -> Option<String> {
        let sources = self.sources();
        let (_, diagnostics) = generate(&sources, &Options::default());
        let reported: BTreeSet<_> = diagnostics.iter().map(|it| it.problem.code()).collect();
        let expected = match self.kind {
            Kind::Wrong => [self.code].into_iter().chain(self.also).collect(),
            Kind::Fixed => BTreeSet::new(),
        };
        (reported != expected).then(|| {
            let Self {
                code, number, kind, ..
            } = self;
            let found = diagnostics.render(&sources);
            format!("{code}, example {number} ({kind:?}): expected {expected:?}, found\n{found}")
        })
    }

    fn sources(&self) -> Sources {
        let mut files = vec![("example.yaml".to_owned(), String::new())];
        for line in self.text.lines() {
            match (file_name(line), files.last_mut()) {
                (Some(name), _) => files.push((name.to_owned(), String::new())),
                (None, Some((_, text))) => *text += &format!("{line}\n"),
                (None, None) => {}
            }
        }
        let mut sources = Sources::default();
        for (name, text) in files.iter().filter(|(_, text)| !text.is_empty()) {
            let is_part = !self.is_whole && name.ends_with(".yaml") && !name.contains(".overlay.");
            let root = if is_part {
                missing_fields(text)
            } else {
                String::new()
            };
            sources.insert(name, &(root + text));
        }
        sources
    }
}

/// Returns the name of the file that a comment starts.
fn file_name(line: &str) -> Option<&str> {
    let name = line.strip_prefix("# ")?;
    (name.ends_with(".yaml") || name.ends_with(".json")).then_some(name)
}

/// Returns the fields that each document has and that a part of one lacks.
fn missing_fields(text: &str) -> String {
    let has = |key: &str| text.lines().any(|line| line.starts_with(key));
    let mut fields = String::new();
    if !has("openapi:") && !has("swagger:") {
        fields += "openapi: 3.0.3\n";
    }
    if !has("info:") {
        fields += "info: {title: Example, version: '1'}\n";
    }
    if !has("paths:") {
        fields += "paths: {}\n";
    }
    fields
}
