-- Who gets letters. Nothing else may refer to a reader by foreign key: he can be erased at any time.
CREATE TABLE reader (
  id BIGINT PRIMARY KEY,
  address TEXT NOT NULL,
  address_key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  language TEXT NOT NULL,
  frequency TEXT NOT NULL,
  joined BIGINT NOT NULL,
  confirmed BIGINT,
  -- Confirmation letters since the last click.
  confirmations_sent INTEGER NOT NULL DEFAULT 0,
  last_confirmation BIGINT
);

CREATE INDEX reader_by_state ON reader (state, last_confirmation);

-- A reader without a row here wants every topic.
CREATE TABLE reader_topic (
  reader_id BIGINT NOT NULL REFERENCES reader (id) ON DELETE CASCADE,
  topic_key TEXT NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (reader_id, topic_key)
);

-- The proof of consent: what a reader agreed to or withdrew, when and by which way.
CREATE TABLE consent (
  reader_id BIGINT NOT NULL REFERENCES reader (id) ON DELETE CASCADE,
  at BIGINT NOT NULL,
  act TEXT NOT NULL,
  source TEXT NOT NULL
);

CREATE INDEX consent_by_reader ON consent (reader_id, at);

-- Addresses are kept as keyed hashes only.
CREATE TABLE suppression (
  address_hash TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  at BIGINT NOT NULL
);
