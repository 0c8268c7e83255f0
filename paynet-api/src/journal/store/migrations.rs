//! Applies the SQL files of `migrations/`: idempotent, and forward only.

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// Which migrations were applied. A program's own migrations by sqlx are recorded in sqlx's default
/// table, which must not be shared.
const TABLE: &str = "paynet_journal_migrations";

/// Returns what applies these files, in their order.
pub(super) fn migrator(files: &[(&'static str, &'static str)]) -> Migrator {
    let migrations = files.iter().zip(1..).map(|((name, sql), version)| {
        let kind = MigrationType::Simple;
        Migration::new(version, (*name).into(), kind, sql.into_sql_str(), false)
    });
    let mut migrator = Migrator::with_migrations(migrations.collect());
    migrator.dangerous_set_table_name(TABLE);
    migrator
}
