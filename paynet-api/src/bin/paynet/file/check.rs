//! Reads a file from the disk, and prints what is wrong with it.

use std::fs;
use std::path::Path;

use super::BatchFile;
use super::problem::Problem;
use crate::exit::{Exit, Failure};
use crate::language::{Language, text};
use crate::print;

/// Reads the file of a batch, and prints what is wrong with it.
///
/// # Errors
///
/// If something is. Nothing is sent then.
pub(crate) fn check(path: &Path, language: Language) -> Result<BatchFile, Failure> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| {
        Failure::new(text!(
            language,
            "{name} cannot be read: {error}",
            "{name} okunamıyor: {error}",
        ))
    })?;
    let problems = match super::read(&bytes) {
        Ok(batch) => return Ok(batch),
        Err(problems) => problems,
    };
    for problem in &problems {
        print::aside(&problem.describe(&name, language));
    }
    if problems.iter().any(Problem::is_comma) {
        print::aside(language.of_two(
            "In Excel: format the column as text, so that 10.50 stays as you write it.",
            "Excel'de: sütunu metin olarak biçimlendirin; 10.50 yazdığınız gibi kalır.",
        ));
    }
    Err(wrong_file(&name, problems.len(), language))
}

/// Returns the failure of a file, after its problems were printed.
pub(crate) fn wrong_file(name: &str, count: usize, language: Language) -> Failure {
    Failure {
        exit: Exit::WrongFile,
        text: text!(
            language,
            "{name} is wrong in the places above ({count}); nothing was sent",
            "{name} yukarıdaki yerlerde yanlış ({count}); hiçbir şey gönderilmedi",
        ),
    }
}
