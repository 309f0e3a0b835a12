-- One dialect for H2 (PostgreSQL mode) and PostgreSQL. H2 commits after each statement here, so each
-- must do no harm when it runs again: a migration that was killed begins anew.
-- seq is the sequence of the audit event that a row was made with.

CREATE TABLE IF NOT EXISTS audit_head (
  id INTEGER PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash VARCHAR(64) NOT NULL
);
INSERT INTO audit_head (id, seq, hash)
  VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000')
  ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS audit_event (
  seq BIGINT PRIMARY KEY,
  occurred_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  actor VARCHAR(200) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  submission_id VARCHAR(200),
  facts TEXT NOT NULL,
  previous_hash VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL
);
CREATE INDEX IF NOT EXISTS audit_event_submission ON audit_event (submission_id, seq);

CREATE TABLE IF NOT EXISTS question (
  id VARCHAR(200) PRIMARY KEY,
  place BIGINT NOT NULL UNIQUE
);

CREATE TABLE IF NOT EXISTS question_revision (
  question_id VARCHAR(200) NOT NULL REFERENCES question,
  revision_no INTEGER NOT NULL,
  revision VARCHAR(64) NOT NULL,
  content TEXT NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  actor VARCHAR(200) NOT NULL,
  redacted BOOLEAN NOT NULL,
  PRIMARY KEY (question_id, revision_no)
);
CREATE INDEX IF NOT EXISTS question_revision_content ON question_revision (question_id, revision);

CREATE TABLE IF NOT EXISTS screening (
  id VARCHAR(200) PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  title VARCHAR(200) NOT NULL,
  purpose VARCHAR(20) NOT NULL,
  review_policy TEXT NOT NULL,
  blind_review BOOLEAN NOT NULL,
  retention_days INTEGER NOT NULL,
  resubmission VARCHAR(20) NOT NULL,
  state VARCHAR(20) NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS screening_question (
  screening_id VARCHAR(200) NOT NULL REFERENCES screening,
  place INTEGER NOT NULL,
  question_id VARCHAR(200) NOT NULL REFERENCES question,
  weight DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (screening_id, place)
);

CREATE TABLE IF NOT EXISTS screening_band (
  screening_id VARCHAR(200) NOT NULL REFERENCES screening,
  place INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  lowest DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (screening_id, place)
);

CREATE TABLE IF NOT EXISTS candidate (
  id VARCHAR(200) PRIMARY KEY,
  ref VARCHAR(250) NOT NULL UNIQUE,
  label VARCHAR(200),
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  erased_at TIMESTAMP(6) WITH TIME ZONE
);

CREATE TABLE IF NOT EXISTS submission (
  id VARCHAR(200) PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  screening_id VARCHAR(200) NOT NULL REFERENCES screening,
  candidate_id VARCHAR(200) NOT NULL REFERENCES candidate,
  question_id VARCHAR(200) NOT NULL REFERENCES question,
  attempt VARCHAR(250) NOT NULL,
  answer TEXT,
  salt VARCHAR(100),
  text_hash VARCHAR(64) NOT NULL,
  submitted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  UNIQUE (screening_id, candidate_id, question_id, attempt)
);
CREATE INDEX IF NOT EXISTS submission_screening ON submission (screening_id, seq);
CREATE INDEX IF NOT EXISTS submission_candidate ON submission (candidate_id, seq);

CREATE TABLE IF NOT EXISTS kept_answer (
  question_id VARCHAR(200) NOT NULL REFERENCES question,
  submission_id VARCHAR(200) NOT NULL REFERENCES submission,
  PRIMARY KEY (submission_id, question_id)
);

CREATE TABLE IF NOT EXISTS review_policy (
  version VARCHAR(100) PRIMARY KEY,
  content TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS grade (
  id VARCHAR(200) PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  submission_id VARCHAR(200) NOT NULL REFERENCES submission,
  question_id VARCHAR(200) NOT NULL REFERENCES question,
  service VARCHAR(200) NOT NULL,
  scorer VARCHAR(200) NOT NULL,
  revision VARCHAR(64) NOT NULL,
  encoder VARCHAR(200),
  review_policy VARCHAR(100) NOT NULL,
  status VARCHAR(20) NOT NULL,
  score DOUBLE PRECISION,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
  doubt DOUBLE PRECISION,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  wire TEXT,
  wire_hash VARCHAR(64) NOT NULL
);
CREATE INDEX IF NOT EXISTS grade_submission ON grade (submission_id, seq);

CREATE TABLE IF NOT EXISTS review_case (
  id VARCHAR(200) PRIMARY KEY,
  seq BIGINT NOT NULL,
  screening_id VARCHAR(200) NOT NULL REFERENCES screening,
  submission_id VARCHAR(200) NOT NULL REFERENCES submission,
  question_id VARCHAR(200) NOT NULL REFERENCES question,
  kind VARCHAR(20) NOT NULL,
  doubt DOUBLE PRECISION NOT NULL,
  state VARCHAR(20) NOT NULL,
  claimed_by VARCHAR(200),
  claimed_until TIMESTAMP(6) WITH TIME ZONE,
  blind_mark DOUBLE PRECISION,
  opened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  reason TEXT,
  version BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS review_case_queue ON review_case (screening_id, state, doubt);
CREATE INDEX IF NOT EXISTS review_case_submission ON review_case (submission_id, state);

CREATE TABLE IF NOT EXISTS human_mark (
  id VARCHAR(200) PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  submission_id VARCHAR(200) NOT NULL REFERENCES submission,
  grade_id VARCHAR(200) REFERENCES grade,
  kind VARCHAR(20) NOT NULL,
  actor VARCHAR(200) NOT NULL,
  mark DOUBLE PRECISION NOT NULL,
  blind_mark DOUBLE PRECISION,
  reason TEXT,
  given_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX IF NOT EXISTS human_mark_submission ON human_mark (submission_id, seq);

CREATE TABLE IF NOT EXISTS percentiles (
  id VARCHAR(200) PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  screening_id VARCHAR(200) NOT NULL REFERENCES screening,
  taken_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE IF NOT EXISTS percentile (
  percentiles_id VARCHAR(200) NOT NULL REFERENCES percentiles,
  candidate_id VARCHAR(200) NOT NULL REFERENCES candidate,
  percent DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (percentiles_id, candidate_id)
);

CREATE TABLE IF NOT EXISTS job (
  id VARCHAR(200) PRIMARY KEY,
  place BIGINT NOT NULL UNIQUE,
  kind VARCHAR(20) NOT NULL,
  screening_id VARCHAR(200) NOT NULL REFERENCES screening,
  state VARCHAR(20) NOT NULL,
  total INTEGER NOT NULL,
  actor VARCHAR(200) NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  problem VARCHAR(400),
  version BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS job_part (
  job_id VARCHAR(200) NOT NULL REFERENCES job,
  part_no INTEGER NOT NULL,
  first_item BIGINT NOT NULL,
  end_item BIGINT NOT NULL,
  next_item BIGINT NOT NULL,
  done INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  PRIMARY KEY (job_id, part_no)
);

CREATE TABLE IF NOT EXISTS job_row (
  job_id VARCHAR(200) NOT NULL REFERENCES job,
  row_no BIGINT NOT NULL,
  candidate_ref VARCHAR(200),
  label VARCHAR(200),
  question_id VARCHAR(200),
  attempt VARCHAR(200),
  answer TEXT,
  code VARCHAR(100),
  message VARCHAR(1000),
  PRIMARY KEY (job_id, row_no)
);
CREATE INDEX IF NOT EXISTS job_row_candidate ON job_row (candidate_ref);

-- the table of db-scheduler, which hands out parts of jobs
CREATE TABLE IF NOT EXISTS scheduled_tasks (
  task_name VARCHAR(100) NOT NULL,
  task_instance VARCHAR(250) NOT NULL,
  task_data BYTEA,
  execution_time TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(250),
  last_success TIMESTAMP(6) WITH TIME ZONE,
  last_failure TIMESTAMP(6) WITH TIME ZONE,
  consecutive_failures INTEGER,
  last_heartbeat TIMESTAMP(6) WITH TIME ZONE,
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX IF NOT EXISTS scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX IF NOT EXISTS scheduled_tasks_alive ON scheduled_tasks (last_heartbeat);
