//! Where the secret key comes from: a file, or a variable of the environment. Never the command
//! line, which others on the machine can read.

use std::fs;
use std::path::Path;

use paynet_api::Secret;

use crate::arguments::SecretKey;
use crate::exit::Failure;
use crate::language::{Language, text};

const VARIABLE: &str = "PAYNET_SECRET_KEY";

/// Reads the key; `None` if it is not needed.
///
/// # Errors
///
/// If there is none. The text never has a part of it.
pub(crate) fn read(place: &SecretKey, language: Language) -> Result<Option<Secret>, Failure> {
    match place {
        SecretKey::NotNeeded => Ok(None),
        SecretKey::Variable => of_variable(language).map(Some),
        SecretKey::File(file) => of_file(file, language).map(Some),
    }
}

fn of_variable(language: Language) -> Result<Secret, Failure> {
    let key = std::env::var(VARIABLE).map(Secret::new);
    let key = key.ok().filter(|key| !key.expose().is_empty());
    key.ok_or_else(|| {
        Failure::usage(text!(
            language,
            "the secret key is missing: set {VARIABLE}, or name a file with it by --secret-key-file",
            "gizli anahtar eksik: {VARIABLE} değişkenini ayarlayın ya da --secret-key-file ile bir dosya gösterin",
        ))
    })
}

fn of_file(file: &Path, language: Language) -> Result<Secret, Failure> {
    let name = file.display();
    let text = fs::read_to_string(file).map(Secret::new).map_err(|error| {
        Failure::new(text!(
            language,
            "the secret key cannot be read from {name}: {error}",
            "gizli anahtar {name} dosyasından okunamıyor: {error}",
        ))
    })?;
    // Editors end a file with a line break.
    match text.expose().trim() {
        "" => Err(Failure::new(text!(
            language,
            "{name} is empty: write the secret key into it",
            "{name} boş: gizli anahtarı içine yazın",
        ))),
        key => Ok(key.into()),
    }
}
