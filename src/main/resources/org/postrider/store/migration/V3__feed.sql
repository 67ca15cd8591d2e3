-- The feed documents that are served.
CREATE TABLE feed_document (
  path TEXT PRIMARY KEY,
  content_type TEXT NOT NULL,
  bytes ${blob} NOT NULL,
  changed_at BIGINT NOT NULL
);

-- One row: grows by one with each change of any document, so that every process sees cheaply
-- whether it must read them again.
CREATE TABLE feed_version (
  version BIGINT NOT NULL
);
INSERT INTO feed_version (version) VALUES (0);
