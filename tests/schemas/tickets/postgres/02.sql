-- An urgent priority, at the end; and how fast each must be answered.
-- part types
CREATE TYPE public.priority AS ENUM ('low', 'normal', 'high', 'urgent');
CREATE TYPE public.ticket_state AS ENUM ('open', 'waiting', 'closed');
CREATE DOMAIN public.slug AS varchar(40) CHECK (VALUE ~ '^[a-z0-9-]*$');
COMMENT ON DOMAIN public.slug IS 'part of an address';
-- part promises
CREATE TABLE promises (
  project_id int NOT NULL CONSTRAINT promises_project REFERENCES projects (id) ON DELETE CASCADE,
  priority priority NOT NULL,
  answer_within interval NOT NULL DEFAULT '8 hours',
  solve_within interval CONSTRAINT solved_after_answered CHECK (solve_within >= answer_within),
  PRIMARY KEY (project_id, priority)
);
