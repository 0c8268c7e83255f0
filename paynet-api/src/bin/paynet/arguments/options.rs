//! Options that several commands share, and the parts of the help that list codes and variables.

use clap::{Arg, ArgAction, Command};

use crate::language::Language;

/// Creates a command without what clap would write in English. Its help is [`help`].
pub(super) fn command_of(name: &'static str, language: Language) -> Command {
    let template = language.of_two(
        "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}",
        "{about}\n\nKullanım: {usage}\n\n{all-args}{after-help}",
    );
    Command::new(name)
        .help_template(template)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .next_help_heading(language.of_two("Options", "Seçenekler"))
        .subcommand_help_heading(language.of_two("Commands", "Komutlar"))
}

/// The option that prints the help. It is added last, so that it is the last one listed.
pub(super) fn help(language: Language) -> Arg {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    help.help(language.of_two("Print this help", "Bu yardımı yazdır"))
}

pub(super) fn version(language: Language) -> Arg {
    let version = Arg::new("version").short('V').long("version");
    let version = version.action(ArgAction::Version);
    version.help(language.of_two("Print the version", "Sürümü yazdır"))
}

/// An argument without a name in front of it, in a list of its own.
pub(super) fn positional(id: &'static str, name: &'static str, language: Language) -> Arg {
    let heading = language.of_two("Arguments", "Argümanlar");
    Arg::new(id).value_name(name).help_heading(heading)
}

pub(super) fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

pub(super) fn option(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value)
}

/// Adds the options that say which journal.
pub(super) fn common(command: Command, language: Language) -> Command {
    let environment = option("environment", language.of_two("ENVIRONMENT", "ORTAM"));
    let environment = environment.help(language.of_two(
        "production, sandbox, or the address of a server on this machine such as http://127.0.0.1:8080 [or PAYNET_ENVIRONMENT]",
        "production, sandbox veya bu makinedeki bir sunucunun adresi, örneğin http://127.0.0.1:8080 [ya da PAYNET_ENVIRONMENT]",
    ));
    command.arg(environment).arg(database(language))
}

pub(super) fn database(language: Language) -> Arg {
    option("database", language.of_two("DATABASE", "VERİTABANI")).help(language.of_two(
        "The journal: sqlite:FILE or postgres://USER@HOST/NAME [or PAYNET_DATABASE, where a password is safer]",
        "Kayıt defteri: sqlite:DOSYA veya postgres://KULLANICI@SUNUCU/AD [ya da PAYNET_DATABASE; parola orada daha güvende]",
    ))
}

pub(super) fn secret_key(language: Language) -> Arg {
    let secret_key = option("secret-key-file", language.of_two("FILE", "DOSYA"));
    secret_key.help(language.of_two(
        "A file with nothing but the secret key, sck_… [or the key in PAYNET_SECRET_KEY]",
        "Yalnızca gizli anahtarı, sck_…, içeren bir dosya [ya da PAYNET_SECRET_KEY içinde anahtar]",
    ))
}

pub(super) fn migrate(language: Language) -> Arg {
    flag("migrate").help(language.of_two(
        "Create or update the journal's tables first, as `paynet journal migrate` does",
        "Önce `paynet journal migrate` gibi kayıt defterinin tablolarını oluştur veya güncelle",
    ))
}

/// Returns the exit codes.
pub(super) const fn exit_codes(language: Language) -> &'static str {
    language.of_two(
        "Exit codes:
  0    done: every refund of the file was accepted, now or earlier; nothing needs anybody
  1    a file, the database or the client could not be used
  2    the command line is wrong
  3    the CSV file is wrong; nothing was sent
  4    nobody agreed; nothing was sent
  5    some refunds were refused or not sent, and none is in doubt
  6    the outcome of some refunds is not known: paynet resolve
  130  stopped by Ctrl-C, and none is in doubt; run it again to go on",
        "Çıkış kodları:
  0    tamam: dosyadaki her iade şimdi veya önce kabul edildi; yapılacak bir şey yok
  1    bir dosya, veritabanı veya istemci kullanılamadı
  2    komut satırı yanlış
  3    CSV dosyası yanlış; hiçbir şey gönderilmedi
  4    onaylanmadı; hiçbir şey gönderilmedi
  5    bazı iadeler reddedildi veya gönderilmedi, şüpheli olan yok
  6    bazı iadelerin sonucu bilinmiyor: paynet resolve
  130  Ctrl-C ile durduruldu, şüpheli olan yok; sürdürmek için yeniden çalıştırın",
    )
}
