-- Rows that somebody sends to be marked beside all screenings, and replies to requests that may come
-- again. Like all migrations, each statement does no harm when it runs again.

ALTER TABLE job ALTER COLUMN screening_id DROP NOT NULL;
ALTER TABLE job ADD COLUMN IF NOT EXISTS changed_at TIMESTAMP(6) WITH TIME ZONE;
UPDATE job SET changed_at = created_at WHERE changed_at IS NULL;

CREATE TABLE IF NOT EXISTS grading_row (
  job_id VARCHAR(200) NOT NULL REFERENCES job,
  row_no BIGINT NOT NULL,
  line_no BIGINT NOT NULL,
  candidate_hash VARCHAR(64),
  sent TEXT,
  result TEXT,
  forgotten BOOLEAN NOT NULL,
  PRIMARY KEY (job_id, row_no)
);
CREATE INDEX IF NOT EXISTS grading_row_candidate ON grading_row (candidate_hash);

CREATE TABLE IF NOT EXISTS kept_reply (
  caller VARCHAR(200) NOT NULL,
  key_hash VARCHAR(64) NOT NULL,
  token VARCHAR(200) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  state VARCHAR(20) NOT NULL,
  acted BOOLEAN NOT NULL,
  location VARCHAR(400),
  claimed_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  status INTEGER,
  headers TEXT,
  body TEXT,
  PRIMARY KEY (caller, key_hash)
);
CREATE INDEX IF NOT EXISTS kept_reply_age ON kept_reply (created_at);
