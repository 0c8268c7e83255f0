//! The command line in both languages: commands, options and their help.

use clap::{Arg, Command};

use super::journal;
use super::options::{
    command_of, common, exit_codes, flag, help, migrate, option, positional, secret_key, version,
};
use crate::language::Language;

/// Describes the command line. Values are read in `values`, and not by clap, which speaks
/// English alone.
pub(super) fn command(language: Language) -> Command {
    let about = language.of_two(
        "Refunds sales at Paynet, none twice: each refund is in a journal before it is sent.",
        "Paynet satışlarını iade eder, hiçbirini iki kez değil: her iade gönderilmeden önce kayıt defterine yazılır.",
    );
    let commands = [
        refund(language),
        status(language),
        resolve(language),
        journal::command(language),
    ];
    command_of("paynet", language)
        .about(about)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .override_usage(language.of_two("paynet COMMAND [OPTIONS]", "paynet KOMUT [SEÇENEKLER]"))
        .subcommand_required(true)
        .subcommands(commands)
        .args([help(language), version(language)])
        .after_help(exit_codes(language))
}

fn refund(language: Language) -> Command {
    let about = language.of_two(
        "Sends the refunds of a CSV file; run it again to go on after a stop",
        "Bir CSV dosyasındaki iadeleri gönderir; durduktan sonra sürdürmek için yeniden çalıştırın",
    );
    let usage = language.of_two(
        "paynet refund FILE.csv --environment ENVIRONMENT --database DATABASE [OPTIONS]",
        "paynet refund DOSYA.csv --environment ORTAM --database VERİTABANI [SEÇENEKLER]",
    );
    let file = positional("file", language.of_two("FILE.csv", "DOSYA.csv"), language);
    let file = file.required(true).help(language.of_two(
        "Columns: transaction, amount (`10.50` or `full`), key (your own number of the refund), and if you like total (of the sale); others are copied to the result file",
        "Sütunlar: transaction (işlem), amount (tutar: `10.50` veya tamamı için `full`), key (iadenin kendi numaranız), isterseniz total (satışın toplamı); diğerleri sonuç dosyasına kopyalanır",
    ));
    let command = command_of("refund", language);
    let command = command.about(about).override_usage(usage).arg(file);
    let command = common(command, language)
        .arg(secret_key(language))
        .arg(migrate(language));
    command
        .args(refund_options(language))
        .arg(help(language))
        .after_help(exit_codes(language))
}

fn refund_options(language: Language) -> [Arg; 7] {
    let number = language.of_two("N", "SAYI");
    [
        flag("dry-run").help(language.of_two(
            "Check the file and show the totals; send nothing",
            "Dosyayı denetle ve toplamları göster; hiçbir şey gönderme",
        )),
        flag("yes").help(language.of_two(
            "Send without asking, as scripts must",
            "Sormadan gönder; betikler için gereklidir",
        )),
        option("rate", language.of_two("RATE", "HIZ")).help(language.of_two(
            "Refunds begun per time: 5/s (the default), 100/min, 1000/h. Paynet documents no limit",
            "Birim zamanda başlanan iade: 5/s (varsayılan), 100/min, 1000/h. Paynet bir sınır belirtmiyor",
        )),
        option("at-once", number).help(language.of_two(
            "Calls under way at once: 1 to 64, 4 by default; one at most per transaction",
            "Aynı anda süren çağrı: 1 ile 64 arası, varsayılan 4; işlem başına en çok bir",
        )),
        option("result", language.of_two("FILE", "DOSYA")).help(language.of_two(
            "Where the result is written, by default FILE.result.csv",
            "Sonucun yazılacağı yer, varsayılan DOSYA.result.csv",
        )),
        option("worker", language.of_two("NAME", "AD")).help(language.of_two(
            "A name for this run that no other running one has: if a run of the name was killed, what it was sending is unknown at once, and not after 30 seconds",
            "Bu çalıştırmanın, süren başka hiçbirinde olmayan adı: aynı adlı bir çalıştırma öldürüldüyse gönderdiklerinin sonucu 30 saniye sonra değil, hemen bilinmiyor sayılır",
        )),
        option("by", language.of_two("NAME", "AD")).help(language.of_two(
            "Who sends them, for the history [or USER]",
            "Gönderenin adı, geçmiş için [ya da USER]",
        )),
    ]
}

fn status(language: Language) -> Command {
    let command = command_of("status", language);
    let command = command
        .about(language.of_two(
            "Counts the refunds of the journal by state, and lists those that need somebody",
            "Kayıt defterindeki iadeleri duruma göre sayar, ilgilenilmesi gerekenleri sıralar",
        ))
        .override_usage(language.of_two(
            "paynet status --environment ENVIRONMENT --database DATABASE",
            "paynet status --environment ORTAM --database VERİTABANI",
        ));
    common(command, language).arg(help(language))
}

fn resolve(language: Language) -> Command {
    let key = positional("key", language.of_two("KEY", "ANAHTAR"), language);
    let key = key.help(language.of_two("Of this refund alone", "Yalnızca bu iade için"));
    let command = command_of("resolve", language);
    let command = command
        .about(language.of_two(
            "Looks up at Paynet what became of refunds with an unknown outcome; sends nothing",
            "Sonucu bilinmeyen iadelerin ne olduğunu Paynet'e sorar; hiçbir şey göndermez",
        ))
        .override_usage(language.of_two(
            "paynet resolve [KEY] --environment ENVIRONMENT --database DATABASE [OPTIONS]",
            "paynet resolve [ANAHTAR] --environment ORTAM --database VERİTABANI [SEÇENEKLER]",
        ))
        .arg(key);
    let within = option("within", language.of_two("SECONDS", "SANİYE"));
    let within = within.help(language.of_two(
        "How long to look at each, by default 10: what Paynet shows may lag behind",
        "Her birine ne kadar bakılacağı, varsayılan 10: Paynet'te görünmesi gecikebilir",
    ));
    let command = common(command, language).arg(secret_key(language));
    command.args([within, help(language)])
}
