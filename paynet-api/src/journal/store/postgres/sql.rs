//! The statements for PostgreSQL. `now()` is the time at which the transaction began, so that a wait
//! for a lock never makes a lease seem over that was renewed meanwhile.

/// The time that is so many milliseconds from now; NULL if the parameter is.
macro_rules! from_now {
    ($parameter:literal) => {
        concat!(
            "now() + ",
            $parameter,
            "::bigint * interval '1 millisecond'"
        )
    };
}

/// Milliseconds since 1970.
macro_rules! milliseconds {
    ($column:literal) => {
        concat!(
            "(extract(epoch FROM ",
            $column,
            ") * 1000)::bigint AS ",
            $column
        )
    };
}

/// The columns of an entry.
macro_rules! entry {
    () => {
        concat!(
            "id, revision, environment, key, operation, xact_id, amount, total, request, snapshot, state, code, worker, attempt, ",
            "coalesce(lease_until <= now(), false) AS lease_over, ",
            milliseconds!("created_at"), ", ", milliseconds!("changed_at")
        )
    };
}

pub(super) const PLAN: &str = concat!(
    "INSERT INTO paynet_reversals (revision, environment, key, operation, xact_id, amount, total, request, state, worker, attempt, ",
    "lease_until, created_at, changed_at) ",
    "VALUES (1, $1, $2, $3, $4, $5, $6, $7, 'planned', $8, 1, ",
    from_now!("$9"),
    ", now(), now()) ",
    "ON CONFLICT DO NOTHING RETURNING ",
    entry!()
);

pub(super) const STEP: &str = concat!(
    "UPDATE paynet_reversals SET revision = revision + 1, state = $3, lease_until = ",
    from_now!("$4"),
    ", ",
    "attempt = attempt + $5, worker = CASE WHEN $5 = 1 THEN $6 ELSE worker END, ",
    "total = coalesce($7, total), snapshot = coalesce($8, snapshot), code = coalesce($9, code), changed_at = now() ",
    "WHERE id = $1 AND revision = $2 AND (NOT $10 OR lease_until <= now()) RETURNING ",
    entry!()
);

/// The line of history of the revision that an entry has by now.
pub(super) const RECORD: &str = "INSERT INTO paynet_reversal_history (reversal_id, revision, at, worker, person, from_state, to_state, proof) \
     SELECT id, revision, changed_at, $2, $3, $4, state, $5 FROM paynet_reversals WHERE id = $1";

pub(super) const RENEW: &str = concat!(
    "UPDATE paynet_reversals SET lease_until = ",
    from_now!("$3"),
    " ",
    "WHERE id = $1 AND attempt = $2 AND state IN ('planned', 'sending')"
);

pub(super) const FIND: &str = concat!(
    "SELECT ",
    entry!(),
    " FROM paynet_reversals WHERE environment = $1 AND key = $2"
);

pub(super) const OF_TRANSACTION: &str = concat!(
    "SELECT ",
    entry!(),
    " FROM paynet_reversals WHERE environment = $1 AND xact_id = $2 AND id > $3 ORDER BY id LIMIT $4"
);

/// The states are a JSON array.
pub(super) const IN_STATES: &str = concat!(
    "SELECT ",
    entry!(),
    " FROM paynet_reversals WHERE environment = $1 ",
    "AND state IN (SELECT jsonb_array_elements_text($2::jsonb)) AND id > $3 ORDER BY id LIMIT $4"
);

pub(super) const HISTORY: &str = concat!(
    "SELECT revision, ",
    milliseconds!("at"),
    ", worker, person, from_state, to_state, proof ",
    "FROM paynet_reversal_history WHERE reversal_id = $1 ORDER BY revision"
);
