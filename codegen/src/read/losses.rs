//! Decides in which files a loss is an error instead of a warning.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::source::Sources;

use super::extensions::has_own_extension;
use super::input::overlays;
use super::references::documents::Library;

/// Makes losses errors in documents with extensions of this generator, in their overlays, and in
/// all files that documents refer to: whoever wrote such a document can fix it.
pub(crate) fn deny(
    sources: &Sources,
    library: &Library,
    referred: &BTreeSet<Arc<str>>,
    diagnostics: &mut Diagnostics,
) {
    let own = library.iter().filter(|(_, tree)| has_own_extension(tree));
    let own: Vec<&Arc<str>> = own.map(|(file, _)| file).collect();
    if own.is_empty() {
        return;
    }
    for file in referred {
        diagnostics.deny_losses(file);
    }
    for document in own {
        diagnostics.deny_losses(document);
        for (overlay, _) in overlays(sources, document) {
            diagnostics.deny_losses(overlay);
        }
    }
}
