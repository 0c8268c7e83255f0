-- The journal of reversals: an entry per environment and key, and its history.
-- Amounts are in kurus.

CREATE TABLE paynet_reversals (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    revision bigint NOT NULL CHECK (revision > 0),
    environment text NOT NULL CHECK (environment <> ''),
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    operation text NOT NULL CHECK (operation IN ('refund', 'cancel_capture', 'cancel_preauth')),
    xact_id text NOT NULL CHECK (xact_id <> ''),
    -- NULL is the whole transaction.
    amount bigint CHECK (amount > 0),
    total bigint CHECK (total > 0),
    -- JSON. As text it stays as it was written.
    request text NOT NULL CHECK (request::jsonb IS NOT NULL),
    snapshot text CHECK (snapshot IS NULL OR snapshot::jsonb IS NOT NULL),
    state text NOT NULL CHECK (state IN (
        'planned', 'sending', 'accepted', 'refused', 'not_sent', 'unknown', 'still_unknown',
        'not_seen_yet', 'one_more', 'reversed', 'settled_done', 'settled_not_done'
    )),
    code bigint,
    worker text NOT NULL CHECK (worker <> ''),
    attempt bigint NOT NULL CHECK (attempt > 0),
    lease_until timestamptz,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    -- What is under way has a lease, and nothing else has one.
    CHECK ((lease_until IS NOT NULL) = (state IN ('planned', 'sending'))),
    CHECK (operation = 'refund' OR amount IS NULL)
);

CREATE UNIQUE INDEX paynet_reversals_key ON paynet_reversals (environment, key);

-- One reversal under way per transaction.
CREATE UNIQUE INDEX paynet_reversals_under_way ON paynet_reversals (environment, xact_id)
WHERE state IN ('planned', 'sending');

CREATE INDEX paynet_reversals_transaction ON paynet_reversals (environment, xact_id);
CREATE INDEX paynet_reversals_state ON paynet_reversals (environment, state, id);

CREATE TABLE paynet_reversal_history (
    reversal_id bigint NOT NULL REFERENCES paynet_reversals (id),
    revision bigint NOT NULL CHECK (revision > 0),
    at timestamptz NOT NULL,
    worker text NOT NULL,
    person text,
    from_state text,
    to_state text NOT NULL,
    proof text NOT NULL,
    PRIMARY KEY (reversal_id, revision),
    CHECK ((from_state IS NULL) = (revision = 1))
);

CREATE FUNCTION paynet_reversal_history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of reversals is append-only';
END
$$;

CREATE TRIGGER paynet_reversal_history_is_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON paynet_reversal_history
FOR EACH STATEMENT EXECUTE FUNCTION paynet_reversal_history_is_append_only();

CREATE FUNCTION paynet_reversals_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- What was requested does not change.
    IF (new.id, new.environment, new.key, new.operation, new.xact_id, new.amount, new.request,
        new.created_at)
        IS DISTINCT FROM
        (old.id, old.environment, old.key, old.operation, old.xact_id, old.amount, old.request,
        old.created_at)
    THEN
        RAISE EXCEPTION 'what was requested does not change';
    END IF;
    -- The lease alone is renewed without a step.
    IF new.revision = old.revision AND new.state = old.state THEN
        RETURN new;
    END IF;
    -- An entry changes by steps. What may have been sent is never planned again.
    IF new.revision <> old.revision + 1
        OR (new.state = 'planned' AND old.state NOT IN ('planned', 'not_sent'))
        OR (new.state = 'sending' AND old.state <> 'planned')
        OR old.state IN ('accepted', 'refused')
    THEN
        RAISE EXCEPTION 'no such step of a reversal';
    END IF;
    RETURN new;
END
$$;

CREATE TRIGGER paynet_reversals_steps BEFORE UPDATE ON paynet_reversals
FOR EACH ROW EXECUTE FUNCTION paynet_reversals_steps();
