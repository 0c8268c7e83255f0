//! The sink that all stages report to.

use std::collections::HashSet;
use std::sync::Arc;

use super::follow::Field;
use super::{Code, Diagnostic, Problem, Severity};
use crate::source::Location;

/// The diagnostics of a run, in the order in which they were reported.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// The location, code and message of each, to find repetitions; never iterated.
    known: HashSet<(Location, Code, String)>,
    /// Fields that seem to be missing because of a reported problem; never iterated.
    hidden: HashSet<Field>,
    /// Files in which a loss is an error; never iterated.
    strict: HashSet<Arc<str>>,
    /// Files in which an error is a warning, because nobody asked for them; never iterated.
    referred: HashSet<Arc<str>>,
}

impl Diagnostics {
    /// Reports a problem at a location. The same problem at the same location is kept once, and one
    /// that follows from another is not kept.
    pub fn report(&mut self, at: Location, problem: impl Into<Problem>) {
        self.report_with(at, problem, Vec::new());
    }

    /// Reports a problem that has several locations.
    pub fn report_with(
        &mut self,
        at: Location,
        problem: impl Into<Problem>,
        also: Vec<(Location, String)>,
    ) {
        let problem = problem.into();
        let misses = problem.misses(&at);
        if misses.is_some_and(|field| self.hidden.contains(&field)) {
            return;
        }
        self.hidden.extend(problem.hides(&at));
        let known = (at.clone(), problem.code(), problem.message());
        if self.known.insert(known) {
            let severity = self.severity(&problem, &at);
            self.list.push(Diagnostic {
                problem,
                severity,
                at,
                also,
            });
        }
    }

    /// Makes every loss in a file an error, including those that were reported before.
    pub(crate) fn deny_losses(&mut self, file: &Arc<str>) {
        self.strict.insert(Arc::clone(file));
        let in_file = |diagnostic: &&mut Diagnostic| diagnostic.at.file() == file;
        for diagnostic in self.list.iter_mut().filter(in_file) {
            if diagnostic.problem.code().is_loss() {
                diagnostic.severity = Severity::Error;
            }
        }
    }

    /// From now on, an error in that file is a warning: the file is only referred to, and a reference
    /// that leads nowhere because of it is reported itself.
    pub(crate) fn allow_errors(&mut self, file: &Arc<str>) {
        self.referred.insert(Arc::clone(file));
    }

    fn severity(&self, problem: &Problem, at: &Location) -> Severity {
        if problem.code().is_loss() && self.strict.contains(at.file()) {
            return Severity::Error;
        }
        match self.referred.contains(at.file()) {
            true => Severity::Warning,
            false => problem.code().level().severity(),
        }
    }

    /// Returns whether there is an error, so that nothing may be written.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Returns how many diagnostics have a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// Returns whether there are no diagnostics.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Iterates in the order of reporting.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }
}

/// Diagnostics are equal if they have the same problems in the same order.
impl PartialEq for Diagnostics {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl Eq for Diagnostics {}
