-- What is known of each post: who it is, its last good form, and whether it is news.
CREATE TABLE known_post (
  number BIGINT PRIMARY KEY,
  path TEXT NOT NULL,
  feed_id TEXT NOT NULL,
  standing TEXT NOT NULL,
  -- The file as last observed.
  seen_hash TEXT NOT NULL,
  present BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  first_seen BIGINT NOT NULL,
  -- When it became news; null: never.
  news_at BIGINT,
  news_by_rule BIGINT NOT NULL,
  -- What commands and pages say of it.
  state TEXT NOT NULL,
  why TEXT NOT NULL,
  problem TEXT NOT NULL
);

CREATE UNIQUE INDEX known_post_feed_id ON known_post (feed_id) WHERE feed_id <> '';

-- The last good settled form of a post, with the bytes it was read from.
CREATE TABLE post_version (
  number BIGINT PRIMARY KEY REFERENCES known_post (number) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  path TEXT NOT NULL,
  url TEXT NOT NULL,
  first_url TEXT NOT NULL,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  -- All that it ever had, as a JSON list.
  titles TEXT NOT NULL,
  language TEXT NOT NULL,
  published BIGINT NOT NULL,
  updated BIGINT NOT NULL,
  categories TEXT NOT NULL,
  tags TEXT NOT NULL,
  text_print BIGINT NOT NULL,
  source ${blob} NOT NULL
);
