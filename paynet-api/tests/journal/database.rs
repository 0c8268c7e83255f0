//! What the databases themselves refuse, and their migrations.

use std::collections::BTreeSet;

use paynet_api::journal::{Journal, State};
use paynet_api::sandbox::Fault;

use crate::support::{Bench, Database, every_database, part};

every_database! {
    migrations_are_applied_once,
    several_processes_migrate_at_once,
    what_is_recorded_is_there_after_a_restart,
    history_is_append_only,
    the_database_refuses_nonsense,
    constraints_decide_what_may_be_added,
    steps_that_do_not_exist_are_refused,
    missing_tables_are_named,
}

async fn migrations_are_applied_once<S: Database>(bench: Bench<S>) {
    bench
        .journal
        .refund("1", &part(&bench.sale(), 5))
        .await
        .unwrap();
    let again = S::again(&bench.place).await;
    tokio::join!(bench.store.migrate(), again.migrate());
    again.migrate().await;
    assert_eq!(bench.states("1").await.len(), 3);
}

async fn several_processes_migrate_at_once<S: Database>(bench: Bench<S>) {
    for table in [
        "paynet_reversal_history",
        "paynet_reversals",
        "paynet_journal_migrations",
    ] {
        S::execute(&bench.place, format!("DROP TABLE {table}"))
            .await
            .unwrap();
    }
    // SQLite has no functions.
    let functions = "DROP FUNCTION paynet_reversal_history_is_append_only, paynet_reversals_steps";
    let _ = S::execute(&bench.place, functions.to_owned()).await;
    let stores = (0..4).map(|_| S::again(&bench.place));
    let mut started = Vec::new();
    for store in stores.collect::<Vec<_>>() {
        let store = store.await;
        started.push(tokio::spawn(async move { store.migrate().await }));
    }
    for migrated in started {
        migrated.await.unwrap();
    }
    bench
        .journal
        .refund("1", &part(&bench.sale(), 5))
        .await
        .unwrap();
}

async fn what_is_recorded_is_there_after_a_restart<S: Database>(bench: Bench<S>) {
    let refund = part(&bench.sale(), 5);
    let receipt = bench.journal.refund("1", &refund).await.unwrap();
    let later = Journal::new(
        bench.sandbox.client().unwrap(),
        S::again(&bench.place).await,
    );
    assert_eq!(
        later.entry("1").await.unwrap().as_ref(),
        Some(receipt.entry())
    );
    assert!(
        later
            .refund("1", &refund)
            .await
            .unwrap()
            .response()
            .is_none()
    );
}

/// Asserts that a statement is refused, with these words.
async fn refused<S: Database>(bench: &Bench<S>, sql: &str, words: &str) {
    let error = S::execute(&bench.place, sql.to_owned()).await.unwrap_err();
    let error = error.to_lowercase();
    assert!(error.contains(words), "{sql}: {error}");
}

async fn history_is_append_only<S: Database>(bench: Bench<S>) {
    bench
        .journal
        .refund("1", &part(&bench.sale(), 5))
        .await
        .unwrap();
    for sql in [
        "UPDATE paynet_reversal_history SET proof = 'forged'",
        "UPDATE paynet_reversal_history SET revision = revision + 10",
        "DELETE FROM paynet_reversal_history",
    ] {
        refused(&bench, sql, "append-only").await;
    }
    refused(&bench, "DELETE FROM paynet_reversals", "foreign key").await;
    assert_eq!(bench.states("1").await.len(), 3);
}

async fn the_database_refuses_nonsense<S: Database>(bench: Bench<S>) {
    bench
        .left_behind("1", &part(&bench.sale(), 5), State::Sending)
        .await;
    for (column, value) in [
        ("state", "'sent'"),
        ("state", "NULL"),
        ("total", "0"),
        ("total", "-1"),
        ("snapshot", "'{'"),
        ("attempt", "0"),
        ("worker", "''"),
        ("lease_until", "NULL"),
    ] {
        let sql =
            format!("UPDATE paynet_reversals SET revision = revision + 1, {column} = {value}");
        let error = S::execute(&bench.place, sql.clone()).await.unwrap_err();
        assert!(!error.contains("syntax error"), "{sql}: {error}");
    }
    for column in ["key", "environment", "xact_id", "operation", "request"] {
        let sql = format!("UPDATE paynet_reversals SET {column} = '\"a\"'");
        refused(&bench, &sql, "what was requested does not change").await;
    }
}

async fn constraints_decide_what_may_be_added<S: Database>(bench: Bench<S>) {
    bench
        .left_behind("1", &part(&bench.sale(), 5), State::Sending)
        .await;
    for change in [
        // A second entry of this key, one under way of this transaction, and no amount.
        "'2' AS key, 'accepted' AS state, NULL AS lease_until, 0 AS amount",
        "'2' AS key, 'planned' AS state, lease_until, amount",
        "key, 'accepted' AS state, NULL AS lease_until, amount",
        "'' AS key, 'accepted' AS state, NULL AS lease_until, amount",
        "'3' AS key, 'accepted' AS state, lease_until, amount",
    ] {
        let sql = insert(change);
        let error = S::execute(&bench.place, sql.clone())
            .await
            .unwrap_err()
            .to_lowercase();
        assert!(error.contains("constraint"), "{sql}: {error}");
    }
    // The control: this statement is refused for nothing but its values.
    let good = insert("'2' AS key, 'accepted' AS state, NULL AS lease_until, amount");
    S::execute(&bench.place, good).await.unwrap();
}

/// Returns a statement that inserts the entry once more, with some changes.
fn insert(change: &str) -> String {
    let change = change.replace(
        "NULL AS lease_until",
        "CASE WHEN 1 = 0 THEN lease_until END AS lease_until",
    );
    format!(
        "INSERT INTO paynet_reversals (revision, environment, operation, xact_id, request, worker, \
         attempt, created_at, changed_at, key, state, lease_until, amount) \
         SELECT revision, environment, operation, xact_id, request, worker, attempt, created_at, \
         changed_at, {change} FROM paynet_reversals WHERE key = '1'"
    )
}

async fn steps_that_do_not_exist_are_refused<S: Database>(bench: Bench<S>) {
    let sale = bench.sale();
    bench
        .journal
        .refund("accepted", &part(&sale, 1))
        .await
        .unwrap();
    bench
        .sandbox
        .inject(Fault::cut().only(paynet_api::sandbox::Operation::Refund));
    bench
        .journal
        .refund("unknown", &part(&sale, 1))
        .await
        .unwrap_err();
    let states: BTreeSet<State> = State::ALL.into_iter().collect();
    for key in ["accepted", "unknown"] {
        for to in states
            .iter()
            .filter(|state| key == "accepted" || state.is_under_way())
        {
            let lease = if to.is_under_way() {
                "created_at"
            } else {
                "lease_until"
            };
            let sql = format!(
                "UPDATE paynet_reversals SET revision = revision + 1, state = '{}', lease_until = {lease} \
                 WHERE key = '{key}'",
                to.as_str()
            );
            refused(&bench, &sql, "no such step").await;
        }
    }
    let skip = "UPDATE paynet_reversals SET revision = revision + 2, state = 'reversed' WHERE key = 'unknown'";
    refused(&bench, skip, "no such step").await;
    let found = skip.replace("+ 2", "+ 1");
    S::execute(&bench.place, found).await.unwrap();
}

async fn missing_tables_are_named<S: Database>(bench: Bench<S>) {
    let xact_id = bench.sale();
    for table in ["paynet_reversal_history", "paynet_reversals"] {
        S::execute(&bench.place, format!("DROP TABLE {table}"))
            .await
            .unwrap();
        let error = bench
            .journal
            .refund("1", &part(&xact_id, 1))
            .await
            .unwrap_err();
        assert!(
            error.to_string().contains("call `migrate` first"),
            "{error}"
        );
    }
    let key = paynet_api::journal::Key::new("1").unwrap();
    let error = bench.store.find("sandbox", &key).await.unwrap_err();
    assert!(
        error.to_string().contains("call `migrate` first"),
        "{error}"
    );
}
