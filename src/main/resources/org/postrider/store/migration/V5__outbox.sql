-- Letters prepared for all their readers.
CREATE TABLE edition (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  -- The essay's id in feeds; empty for letters about subscriptions.
  post TEXT NOT NULL,
  subject TEXT NOT NULL,
  letter ${blob} NOT NULL,
  -- Of letters about subscriptions, which are shared when they are equal; NULL for essays.
  fingerprint TEXT UNIQUE,
  created BIGINT NOT NULL,
  not_before BIGINT NOT NULL,
  -- OPEN, or HELD: its letters stay until it is released.
  state TEXT NOT NULL
);

-- An essay is mailed once.
CREATE UNIQUE INDEX edition_of_essay ON edition (post) WHERE kind = 'ESSAY';

-- One row per letter: an edition, a reader, and what became of it.
CREATE TABLE ledger (
  edition_id TEXT NOT NULL REFERENCES edition (id),
  reader_id BIGINT NOT NULL,
  -- Tells letters of one edition to one reader apart; empty for essays.
  occasion TEXT NOT NULL,
  -- Empty when the reader was forgotten.
  address TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  next_attempt BIGINT NOT NULL,
  -- When it may have reached a mail server first; NULL: never yet.
  first_attempt BIGINT,
  -- The Date in its header, from the first claim on.
  date BIGINT,
  -- The process that has it in flight; empty: none.
  claimed_by TEXT NOT NULL,
  reply TEXT NOT NULL,
  -- 1: it is not to be tried again.
  stopped BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  PRIMARY KEY (edition_id, reader_id, occasion)
);

-- Each letter stands in one of these three, so that neither claims nor books read the table through.
CREATE INDEX ledger_due ON ledger (edition_id, next_attempt, state)
  WHERE state IN ('WAITING', 'DEFERRED');

CREATE INDEX ledger_in_flight ON ledger (edition_id) WHERE state = 'IN_FLIGHT';

CREATE INDEX ledger_settled ON ledger (edition_id, state)
  WHERE state IN ('SENT', 'FAILED', 'CANCELLED', 'UNKNOWN');
