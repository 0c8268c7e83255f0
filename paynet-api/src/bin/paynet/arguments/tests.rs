//! Whole command lines in both languages.

use super::{Failure, Language, RefundTask, SecretKey, Target, Task, read};
use crate::exit::Exit;

fn task(line: &str, language: Language) -> Result<Task, Failure> {
    let words = line.split_whitespace().map(Into::into);
    let variable = |name: &str| (name == "PAYNET_DATABASE").then(|| "sqlite:env.db".to_owned());
    read(words, variable, language)
}

fn refund(line: &str) -> (Target, RefundTask) {
    match task(line, Language::English).unwrap() {
        Task::Refund(target, task) => (target, task),
        other => panic!("{other:?}"),
    }
}

fn wrong(line: &str, language: Language) -> String {
    let failure = task(line, language).unwrap_err();
    assert_eq!(failure.exit, Exit::Usage);
    failure.text
}

fn printed(line: &str, language: Language) -> String {
    match task(line, language).unwrap() {
        Task::Print(text) => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn options_and_variables_are_read() {
    let line = "paynet refund a.csv --environment sandbox --rate 1/min --at-once 2 --yes";
    let (target, task) = refund(line);
    assert_eq!(target.server.name(), "sandbox");
    assert_eq!(target.database.name(), "sqlite:env.db");
    assert!(matches!(target.secret_key, SecretKey::Variable) && !target.migrates);
    assert_eq!((task.interval.as_secs(), task.at_once), (60, 2));
    assert_eq!(task.result.to_str(), Some("a.result.csv"));
    assert!(task.is_agreed && !task.is_dry_run);

    let line = "paynet refund a.csv --environment sandbox --database sqlite:b.db --dry-run";
    let (target, task) = refund(line);
    assert_eq!(target.database.name(), "sqlite:b.db");
    assert!(matches!(target.secret_key, SecretKey::NotNeeded));
    assert!(task.is_dry_run && !task.is_agreed);
    assert_eq!((task.interval.as_millis(), task.at_once), (200, 4));
}

/// Wrong command lines, and how the sentence about each begins.
const WRONG: &[(&str, &str)] = &[
    ("", "expected a command"),
    ("refnd", "expected a command"),
    ("journal", "expected a command"),
    ("refund", "`<FILE.csv>` is missing"),
    (
        "refund a.csv",
        "--environment is missing: add it, or set PAYNET_ENVIRONMENT",
    ),
    (
        "refund a.csv --environment prod",
        "--environment: write production",
    ),
    (
        "refund a.csv --environment sandbox --rate 5",
        "--rate: write",
    ),
    (
        "refund a.csv --environment sandbox --at-once 0",
        "--at-once: write",
    ),
    ("refund a.csv --key=abc", "there is no option `--key`"),
    ("refund a.csv --rate", "`--rate` needs a value"),
    ("refund a.csv --yes --yes", "`--yes` is there twice"),
    ("refund a.csv abc", "there is an argument too many"),
    (
        "journal settle k abc because --environment sandbox",
        "the decision: write",
    ),
    (
        "journal settle k done because --environment sandbox",
        "--by is missing",
    ),
    (
        "resolve --environment sandbox --within 1m",
        "--within: write seconds",
    ),
    (
        "status --environment sandbox --database abc",
        "--database: write",
    ),
];

#[test]
fn a_wrong_command_line_says_what_to_write() {
    for (arguments, expected) in WRONG {
        let line = format!("paynet {arguments}");
        let text = wrong(&line, Language::English);
        assert!(text.starts_with(expected), "{line}: {text}");
        assert!(!text.contains("abc"), "{line}: {text}");
        assert_ne!(text, wrong(&line, Language::Turkish), "{line}");
    }
}

#[test]
fn a_secret_key_on_the_command_line_is_refused_and_not_repeated() {
    for line in [
        "paynet refund sck_abc",
        "paynet --secret-key=sck_abc",
        "paynet status sck_abc",
    ] {
        for language in [Language::English, Language::Turkish] {
            let text = wrong(line, language);
            assert!(
                text.contains("PAYNET_SECRET_KEY") && !text.contains("abc"),
                "{text}"
            );
        }
    }
}

#[test]
fn help_is_all_of_one_language() {
    let commands = [
        "",
        "refund",
        "status",
        "resolve",
        "journal",
        "journal show",
        "journal settle",
        "journal migrate",
    ];
    for command in commands {
        let line = format!("paynet {command} --help");
        let english = printed(&line, Language::English);
        assert!(english.contains("Usage: paynet") && english.contains("Print this help"));
        let turkish = printed(&line, Language::Turkish);
        assert!(turkish.contains("Kullanım: paynet") && turkish.contains("Bu yardımı yazdır"));
        for word in [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "Print",
            "possible",
            "default",
        ] {
            assert!(!turkish.contains(word), "{word} in {turkish}");
        }
        for word in ["Kullanım", "Seçenekler", "Komutlar", "Argümanlar"] {
            assert!(!english.contains(word), "{word} in {english}");
        }
    }
    assert!(printed("paynet --version", Language::Turkish).starts_with("paynet 0."));
}
