-- The journal of reversals: an entry per environment and key, and its history.
-- Times are UTC in ISO 8601 with milliseconds, so that they sort as text. Amounts are in kurus.

CREATE TABLE paynet_reversals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL CHECK (revision > 0),
    environment TEXT NOT NULL CHECK (environment <> ''),
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    operation TEXT NOT NULL CHECK (operation IN ('refund', 'cancel_capture', 'cancel_preauth')),
    xact_id TEXT NOT NULL CHECK (xact_id <> ''),
    -- NULL is the whole transaction.
    amount INTEGER CHECK (amount > 0),
    total INTEGER CHECK (total > 0),
    request TEXT NOT NULL CHECK (json_valid(request)),
    snapshot TEXT CHECK (json_valid(snapshot)),
    state TEXT NOT NULL CHECK (state IN (
        'planned', 'sending', 'accepted', 'refused', 'not_sent', 'unknown', 'still_unknown',
        'not_seen_yet', 'one_more', 'reversed', 'settled_done', 'settled_not_done'
    )),
    code INTEGER,
    worker TEXT NOT NULL CHECK (worker <> ''),
    attempt INTEGER NOT NULL CHECK (attempt > 0),
    lease_until TEXT,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    -- What is under way has a lease, and nothing else has one.
    CHECK ((lease_until IS NOT NULL) = (state IN ('planned', 'sending'))),
    CHECK (operation = 'refund' OR amount IS NULL)
) STRICT;

CREATE UNIQUE INDEX paynet_reversals_key ON paynet_reversals (environment, key);

-- One reversal under way per transaction.
CREATE UNIQUE INDEX paynet_reversals_under_way ON paynet_reversals (environment, xact_id)
WHERE state IN ('planned', 'sending');

CREATE INDEX paynet_reversals_transaction ON paynet_reversals (environment, xact_id);
CREATE INDEX paynet_reversals_state ON paynet_reversals (environment, state);

CREATE TABLE paynet_reversal_history (
    reversal_id INTEGER NOT NULL REFERENCES paynet_reversals (id),
    revision INTEGER NOT NULL CHECK (revision > 0),
    at TEXT NOT NULL,
    worker TEXT NOT NULL,
    person TEXT,
    from_state TEXT,
    to_state TEXT NOT NULL,
    proof TEXT NOT NULL,
    PRIMARY KEY (reversal_id, revision),
    CHECK ((from_state IS NULL) = (revision = 1))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER paynet_reversal_history_is_not_changed BEFORE UPDATE ON paynet_reversal_history
BEGIN
    SELECT RAISE(ABORT, 'the history of reversals is append-only');
END;

CREATE TRIGGER paynet_reversal_history_is_not_removed BEFORE DELETE ON paynet_reversal_history
BEGIN
    SELECT RAISE(ABORT, 'the history of reversals is append-only');
END;

-- What was requested does not change.
CREATE TRIGGER paynet_reversals_request_is_not_changed
BEFORE UPDATE OF id, environment, key, operation, xact_id, amount, request, created_at
ON paynet_reversals
BEGIN
    SELECT RAISE(ABORT, 'what was requested does not change');
END;

-- An entry changes by steps. What may have been sent is never planned again.
CREATE TRIGGER paynet_reversals_steps BEFORE UPDATE OF state, revision ON paynet_reversals
WHEN new.revision <> old.revision + 1
    OR (new.state = 'planned' AND old.state NOT IN ('planned', 'not_sent'))
    OR (new.state = 'sending' AND old.state <> 'planned')
    OR (old.state IN ('accepted', 'refused'))
BEGIN
    SELECT RAISE(ABORT, 'no such step of a reversal');
END;
