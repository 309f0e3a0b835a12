-- A job knows how far it is: adding up thousands of parts at each step took longer than the step.
-- Like all migrations, each statement does no harm when it runs again.

ALTER TABLE job ADD COLUMN IF NOT EXISTS done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN IF NOT EXISTS failed INTEGER NOT NULL DEFAULT 0;

UPDATE job SET
  done = (SELECT COALESCE(SUM(p.done), 0) FROM job_part p WHERE p.job_id = job.id),
  failed = (SELECT COALESCE(SUM(p.failed), 0) FROM job_part p WHERE p.job_id = job.id);
