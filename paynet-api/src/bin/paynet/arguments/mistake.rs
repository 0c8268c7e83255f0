//! What is wrong with a command line. Values are not repeated: a secret may be among them.

use std::ffi::OsString;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::exit::Failure;
use crate::language::{Language, text};

/// Refuses a secret key among the arguments.
pub(super) fn refuse_secret_keys(
    arguments: &[OsString],
    language: Language,
) -> Result<(), Failure> {
    let is_key = |argument: &OsString| argument.to_string_lossy().contains("sck_");
    match arguments.iter().skip(1).any(is_key) {
        false => Ok(()),
        true => Err(Failure::usage(text!(
            language,
            "there is a secret key on the command line, where others on this machine can read it: write it into a file for --secret-key-file, or into PAYNET_SECRET_KEY",
            "komut satırında bir gizli anahtar var; orada bu makinedeki başkaları okuyabilir: --secret-key-file için bir dosyaya ya da PAYNET_SECRET_KEY değişkenine yazın",
        ))),
    }
}

/// Returns what to print if help was asked for.
///
/// # Errors
///
/// If something is wrong, which the text says.
pub(super) fn describe(error: &Error, language: Language) -> Result<String, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(error.to_string()),
        ErrorKind::MissingSubcommand | ErrorKind::InvalidSubcommand => Err(no_command(language)),
        kind => Err(Failure::usage(sentence(kind, argument(error), language))),
    }
}

/// Returns the argument that an error is about, as the help names it.
fn argument(error: &Error) -> &str {
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(name)) => name,
        Some(ContextValue::Strings(names)) => names.first().map_or("", String::as_str),
        _ => "",
    }
}

fn sentence(kind: ErrorKind, argument: &str, language: Language) -> String {
    // `--option <VALUE>`, and `--option=VALUE`.
    let name = argument.split([' ', '=']).next().unwrap_or_default();
    match kind {
        ErrorKind::UnknownArgument if name.starts_with('-') => text!(
            language,
            "there is no option `{name}`: --help lists them",
            "`{name}` diye bir seçenek yok: --help hepsini sıralar",
        ),
        ErrorKind::UnknownArgument => text!(
            language,
            "there is an argument too many: --help shows what is expected",
            "fazladan bir argüman var: --help ne beklendiğini gösterir",
        ),
        ErrorKind::InvalidValue => text!(
            language,
            "`{name}` needs a value: --help says which",
            "`{name}` bir değer ister: --help hangisi olduğunu söyler",
        ),
        ErrorKind::ArgumentConflict => text!(
            language,
            "`{name}` is there twice: remove one",
            "`{name}` iki kez var: birini silin",
        ),
        ErrorKind::MissingRequiredArgument => text!(
            language,
            "`{argument}` is missing: --help shows what is expected",
            "`{argument}` eksik: --help ne beklendiğini gösterir",
        ),
        _ => text!(
            language,
            "the command line is wrong: --help shows what is expected",
            "komut satırı yanlış: --help ne beklendiğini gösterir",
        ),
    }
}

pub(super) fn no_command(language: Language) -> Failure {
    Failure::usage(text!(
        language,
        "expected a command: refund, status, resolve, journal show, settle or migrate; --help says more",
        "bir komut bekleniyordu: refund, status, resolve, journal show, settle veya migrate; --help daha fazlasını söyler",
    ))
}
