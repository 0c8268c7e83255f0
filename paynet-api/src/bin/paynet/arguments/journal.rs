//! The commands of `paynet journal` and their help.

use clap::Command;

use super::options::{command_of, common, database, help, option, positional};
use crate::language::Language;

/// Describes `paynet journal`.
pub(super) fn command(language: Language) -> Command {
    let commands = [show(language), settle(language), migrate(language)];
    command_of("journal", language)
        .about(language.of_two(
            "Shows, settles or prepares what is in the journal",
            "Kayıt defterindekileri gösterir, sonuca bağlar veya defteri hazırlar",
        ))
        .override_usage(language.of_two("paynet journal COMMAND", "paynet journal KOMUT"))
        .subcommand_required(true)
        .subcommands(commands)
        .arg(help(language))
}

fn show(language: Language) -> Command {
    let about = language.of_two(
        "Shows a refund of the journal, and its history",
        "Kayıt defterindeki bir iadeyi ve geçmişini gösterir",
    );
    let usage = language.of_two(
        "paynet journal show KEY --environment ENVIRONMENT --database DATABASE",
        "paynet journal show ANAHTAR --environment ORTAM --database VERİTABANI",
    );
    let command = command_of("show", language)
        .about(about)
        .override_usage(usage);
    common(command.arg(key(language)), language).arg(help(language))
}

fn settle(language: Language) -> Command {
    let about = language.of_two(
        "Records what Paynet said of a refund that the resolver cannot find out about",
        "Çözümlenemeyen bir iade için Paynet'in verdiği yanıtı kaydeder",
    );
    let usage = language.of_two(
        "paynet journal settle KEY done|not-done REASON --environment ENVIRONMENT --database DATABASE",
        "paynet journal settle ANAHTAR done|not-done GEREKÇE --environment ORTAM --database VERİTABANI",
    );
    let decision = positional("decision", language.of_two("DECISION", "KARAR"), language);
    let decision = decision.required(true).help(language.of_two(
        "`done` or `not-done`: whether the money was refunded. Neither sends anything",
        "`done` (iade yapıldı) veya `not-done` (yapılmadı). İkisi de bir şey göndermez",
    ));
    let reason = positional("reason", language.of_two("REASON", "GEREKÇE"), language);
    let reason = reason.required(true).help(language.of_two(
        "Who said so, and when, in quotes; it is kept in the history",
        "Kimin ne zaman söylediği, tırnak içinde; geçmişte saklanır",
    ));
    let by = option("by", language.of_two("NAME", "AD"));
    let by = by.help(language.of_two(
        "Who settles it [or USER]",
        "Sonuca bağlayanın adı [ya da USER]",
    ));
    let command = command_of("settle", language)
        .about(about)
        .override_usage(usage);
    // Without an order they are listed by their names.
    let arguments = [key(language), decision, reason].into_iter().zip(0..);
    let command = command.args(arguments.map(|(argument, order)| argument.display_order(order)));
    common(command, language).args([by, help(language)])
}

fn migrate(language: Language) -> Command {
    let about = language.of_two(
        "Creates or updates the journal's tables; running it again does nothing",
        "Kayıt defterinin tablolarını oluşturur veya günceller; yeniden çalıştırmak bir şey yapmaz",
    );
    let usage = language.of_two(
        "paynet journal migrate --database DATABASE",
        "paynet journal migrate --database VERİTABANI",
    );
    let command = command_of("migrate", language)
        .about(about)
        .override_usage(usage);
    command.args([database(language), help(language)])
}

fn key(language: Language) -> clap::Arg {
    let key = positional("key", language.of_two("KEY", "ANAHTAR"), language);
    let key = key.required(true);
    key.help(language.of_two("The refund's key", "İadenin anahtarı"))
}
