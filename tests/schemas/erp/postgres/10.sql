-- The old project text of time goes, times get zones, and loans are no longer given.
-- part loan gone
-- part time_entry
CREATE TABLE {company}.time_entry (
  id bigserial PRIMARY KEY,
  employee_id int NOT NULL CONSTRAINT worked_by REFERENCES {company}.employee (id) ON DELETE CASCADE,
  came timestamptz NOT NULL,
  went timestamptz,
  minutes int CONSTRAINT a_day_at_most CHECK (minutes BETWEEN 0 AND 1440),
  project_id int CONSTRAINT worked_for REFERENCES {company}.project (id),
  CONSTRAINT went_later CHECK (went >= came)
);
CREATE INDEX time_open ON {company}.time_entry (employee_id, came) WHERE went IS NULL;
CREATE INDEX time_project ON {company}.time_entry (project_id) WHERE project_id IS NOT NULL;
-- part job
CREATE TABLE core.job (
  id bigserial PRIMARY KEY,
  kind text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  run_at timestamptz NOT NULL DEFAULT now(),
  attempts smallint NOT NULL DEFAULT 0,
  failed_with text,
  locked_by uuid
);
CREATE INDEX job_due ON core.job (run_at) WHERE failed_with IS NULL AND locked_by IS NULL;
CREATE INDEX job_payload ON core.job USING gin (payload jsonb_path_ops);
