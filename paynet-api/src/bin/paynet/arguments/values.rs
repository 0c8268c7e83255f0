//! The values of options: what is not one says what to write.

use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use paynet_api::{BaseUrl, Environment, Secret};
use url::Url;

use crate::language::{Language, text};

/// Where refunds are sent to. There is no default: production is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Server {
    Published(Environment),
    /// A stand-in on this machine.
    Local(BaseUrl),
}

impl Server {
    /// Reads `production`, `sandbox`, or an address of this machine. Another address is refused: the
    /// secret key would be sent there.
    pub(super) fn read(value: &str, language: Language) -> Result<Self, String> {
        let local = || {
            BaseUrl::parse(value)
                .ok()
                .filter(|it| it.as_str().starts_with("http://"))
        };
        match value {
            "production" => Ok(Self::Published(Environment::Production)),
            "sandbox" => Ok(Self::Published(Environment::Sandbox)),
            _ => local().map(Self::Local).ok_or_else(|| {
                text!(
                    language,
                    "--environment: write production, sandbox, or the address of a server on this machine such as http://127.0.0.1:8080",
                    "--environment: production, sandbox ya da bu makinedeki bir sunucunun adresini yazın, örneğin http://127.0.0.1:8080",
                )
            }),
        }
    }

    /// Returns the name to print.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Published(Environment::Production) => "production",
            Self::Published(Environment::Sandbox) => "sandbox",
            Self::Published(_) => "published",
            Self::Local(url) => url.as_str(),
        }
    }
}

impl From<Server> for BaseUrl {
    fn from(server: Server) -> Self {
        match server {
            Server::Published(environment) => environment.into(),
            Server::Local(url) => url,
        }
    }
}

/// The database of the journal. `Debug` and `name` show no password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Database {
    Sqlite(PathBuf),
    Postgres {
        url: Secret,
        /// The address without user, password and parameters.
        name: String,
    },
}

impl Database {
    /// Reads `sqlite:FILE` or `postgres://…`.
    pub(super) fn read(value: &str, language: Language) -> Result<Self, String> {
        let file = value.strip_prefix("sqlite:");
        let file = file.map(|path| path.strip_prefix("//").unwrap_or(path));
        let is_postgres = ["postgres://", "postgresql://"].map(|it| value.starts_with(it));
        let url = Url::parse(value)
            .ok()
            .filter(|_| is_postgres.contains(&true));
        match (file, url) {
            (Some(file), _) if !file.is_empty() => Ok(Self::Sqlite(file.into())),
            (_, Some(url)) => Ok(Self::Postgres {
                url: value.into(),
                name: without_password(&url),
            }),
            // The value is not repeated: it may hold a password.
            _ => Err(text!(
                language,
                "--database: write sqlite:FILE or postgres://USER@HOST/NAME",
                "--database: sqlite:DOSYA ya da postgres://KULLANICI@SUNUCU/AD yazın",
            )),
        }
    }

    /// Returns the address to print.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Sqlite(path) => format!("sqlite:{}", path.display()),
            Self::Postgres { name, .. } => name.clone(),
        }
    }
}

fn without_password(url: &Url) -> String {
    let (host, path) = (url.host_str().unwrap_or_default(), url.path());
    let port = url.port().map(|it| format!(":{it}")).unwrap_or_default();
    format!("postgres://{host}{port}{path}")
}

/// How long from one refund to the next.
pub(super) fn rate(value: &str, language: Language) -> Result<Duration, String> {
    let interval = value.split_once('/').and_then(|(count, unit)| {
        let count: NonZeroU32 = count.parse().ok()?;
        let seconds = match unit {
            "s" => 1,
            "min" => 60,
            "h" => 60 * 60,
            _ => return None,
        };
        Some(Duration::from_secs(seconds) / count.get())
    });
    interval.ok_or_else(|| {
        text!(
            language,
            "--rate: write how many per s, min or h, such as 5/s or 100/min",
            "--rate: s, min veya h başına kaç tane olduğunu yazın, örneğin 5/s veya 100/min",
        )
    })
}

/// How long the resolver looks at a refund, if nobody says so.
pub(super) const LOOK_FOR: Duration = Duration::from_secs(10);

/// How long the resolver looks at a refund.
pub(super) fn seconds(value: &str, language: Language) -> Result<Duration, String> {
    let seconds = value.parse().ok().filter(|it| (1..=3600).contains(it));
    seconds.map(Duration::from_secs).ok_or_else(|| {
        text!(
            language,
            "--within: write seconds, from 1 to 3600",
            "--within: saniye yazın, 1 ile 3600 arası",
        )
    })
}

/// Whether a refund that is settled was done.
pub(super) fn is_done(value: &str, language: Language) -> Result<bool, String> {
    match value {
        "done" => Ok(true),
        "not-done" => Ok(false),
        _ => Err(text!(
            language,
            "the decision: write `done` or `not-done`",
            "karar: `done` (yapıldı) ya da `not-done` (yapılmadı) yazın",
        )),
    }
}

/// How many calls are under way at once.
pub(super) fn at_once(value: &str, language: Language) -> Result<usize, String> {
    let number = value.parse().ok().filter(|it| (1..=64).contains(it));
    number.ok_or_else(|| {
        text!(
            language,
            "--at-once: write a number from 1 to 64",
            "--at-once: 1 ile 64 arasında bir sayı yazın",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Language = Language::English;

    #[test]
    fn only_this_machine_gets_the_key_besides_paynet() {
        let name = |value| Server::read(value, EN).map(|it| it.name().to_owned());
        for value in [
            "production",
            "sandbox",
            "http://127.0.0.1:8080",
            "http://localhost:1",
        ] {
            assert_eq!(name(value), Ok(value.to_owned()));
        }
        for value in [
            "",
            "Production",
            "https://api.example.com",
            "http://10.0.0.1",
            "https://127.0.0.1",
        ] {
            assert!(name(value).is_err(), "{value}");
        }
    }

    #[test]
    fn a_database_is_shown_without_user_and_password() {
        let name = |value| Database::read(value, EN).map(|it| it.name());
        for (value, shown) in [
            ("sqlite:a b.db", "sqlite:a b.db"),
            ("sqlite:///var/p.db", "sqlite:/var/p.db"),
            (
                "postgres://u:pa%40ss@db:5433/paynet?password=pass",
                "postgres://db:5433/paynet",
            ),
            ("postgresql:///paynet?host=/run/p@ss", "postgres:///paynet"),
        ] {
            assert_eq!(name(value), Ok(shown.to_owned()), "{value}");
            let debug = format!("{:?}", Database::read(value, EN));
            assert!(!debug.contains("ss@") && !debug.contains("pass"), "{debug}");
        }
        for value in [
            "",
            "paynet.db",
            "sqlite:",
            "mysql://pass@h/d",
            "postgres://u:pass@:x/d",
        ] {
            let error = name(value).unwrap_err();
            assert!(!error.contains("pass"), "{error}");
        }
    }

    #[test]
    fn a_rate_is_a_number_per_time() {
        for (value, interval) in [
            ("5/s", 200),
            ("100/min", 600),
            ("3600/h", 1000),
            ("1/s", 1000),
        ] {
            assert_eq!(
                rate(value, EN),
                Ok(Duration::from_millis(interval)),
                "{value}"
            );
        }
        for value in ["", "5", "0/s", "-1/s", "5/sec", "5 /s", "0.5/s", "/s"] {
            assert!(rate(value, EN).is_err(), "{value}");
        }
        assert!(at_once("0", EN).is_err() && at_once("65", EN).is_err());
        assert_eq!(at_once("64", EN), Ok(64));
    }
}
