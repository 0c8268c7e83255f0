//! Asks whether to send.

use std::io::{self, BufRead, IsTerminal as _, Write};

use super::totals::Totals;
use crate::exit::{Exit, Failure};
use crate::language::{Language, text};
use crate::words;

/// Asks on the terminal.
///
/// # Errors
///
/// If there is no terminal, or the answer is no.
pub(super) fn ask(totals: Totals, environment: &str, language: Language) -> Result<(), Failure> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(not_confirmed(text!(
            language,
            "there is no terminal to ask on: add --yes to send them; nothing was sent",
            "sorulacak bir uçbirim yok: göndermek için --yes ekleyin; hiçbir şey gönderilmedi",
        )));
    }
    let question = question(totals, environment, language);
    match is_agreed(&question, &mut io::stdin().lock(), &mut io::stderr()) {
        Ok(true) => Ok(()),
        Ok(false) | Err(_) => Err(not_confirmed(text!(
            language,
            "nothing was sent",
            "hiçbir şey gönderilmedi",
        ))),
    }
}

const fn not_confirmed(text: String) -> Failure {
    Failure {
        exit: Exit::NotConfirmed,
        text,
    }
}

fn question(totals: Totals, environment: &str, language: Language) -> String {
    let Totals { count, full, kurus } = totals;
    let sum = words::lira(kurus);
    text!(
        language,
        "Send {count} to {environment}: {sum}, and {full} in full? Write yes: ",
        "{environment} ortamına {count} iade gönderilsin mi: {sum} ve {full} tam iade? evet yazın: ",
    )
}

/// Asks, and reads one line. The whole word is needed, in either language.
fn is_agreed(
    question: &str,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> io::Result<bool> {
    write!(output, "{question}")?;
    output.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    Ok(["yes", "evet"].contains(&answer.trim().to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::{Language, Totals, is_agreed, question};

    #[test]
    fn only_the_whole_word_agrees() {
        for (answer, expected) in [
            ("yes\n", true),
            ("Evet\r\n", true),
            ("y\n", false),
            ("\n", false),
            ("", false),
            ("yes please\n", false),
            ("no\nyes\n", false),
        ] {
            let mut shown = Vec::new();
            let agreed = is_agreed("Send?", &mut answer.as_bytes(), &mut shown).unwrap();
            assert_eq!(
                (agreed, shown.as_slice()),
                (expected, &b"Send?"[..]),
                "{answer:?}"
            );
        }
    }

    #[test]
    fn the_question_has_the_totals_and_the_environment() {
        let totals = Totals {
            count: 3,
            full: 1,
            kurus: 1_050,
        };
        let english = question(totals, "production", Language::English);
        assert_eq!(
            english,
            "Send 3 to production: 10.50 TL, and 1 in full? Write yes: "
        );
        let turkish = question(totals, "production", Language::Turkish);
        for part in ["3 iade", "production", "10.50 TL", "1 tam iade", "evet"] {
            assert!(turkish.contains(part), "{turkish}");
        }
    }
}
