-- Ids outgrow int: a key, all that refer to it, and what reads them.
-- part tickets
CREATE TABLE tickets (
  id bigserial PRIMARY KEY,
  project_id int NOT NULL CONSTRAINT tickets_project REFERENCES projects (id) ON DELETE RESTRICT,
  number int NOT NULL,
  title varchar(300) NOT NULL,
  body text,
  state ticket_state NOT NULL DEFAULT 'open',
  priority priority NOT NULL DEFAULT 'low',
  reporter_id int NOT NULL CONSTRAINT tickets_reporter REFERENCES people (id),
  assignee_id int CONSTRAINT tickets_assignee REFERENCES people (id) ON DELETE SET NULL,
  parent_id bigint CONSTRAINT tickets_parent REFERENCES tickets (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  due_on date,
  estimate numeric(8,2) NOT NULL DEFAULT 0,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', title || ' ' || coalesce(body, ''))) STORED,
  CONSTRAINT tickets_number UNIQUE (project_id, number),
  CONSTRAINT not_its_own_parent CHECK (parent_id <> id),
  CONSTRAINT estimate_in_range CHECK (estimate BETWEEN 0 AND 10000)
);
CREATE INDEX tickets_assignee ON tickets (assignee_id, state) INCLUDE (priority);
CREATE INDEX tickets_due ON tickets (due_on) WHERE state <> 'closed';
CREATE INDEX tickets_words ON tickets USING gin (words);
COMMENT ON TABLE tickets IS 'what has to be done';
COMMENT ON COLUMN tickets.words IS 'for the search';
-- part comments
CREATE TABLE comments (
  id bigserial PRIMARY KEY,
  ticket_id bigint NOT NULL CONSTRAINT comments_ticket REFERENCES tickets (id) ON DELETE CASCADE,
  author_id int NOT NULL CONSTRAINT comments_author REFERENCES people (id),
  body text NOT NULL DEFAULT '',
  internal boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX comments_ticket ON comments (ticket_id, created_at DESC);
ALTER TABLE comments ENABLE ROW LEVEL SECURITY;
CREATE POLICY agents ON comments USING (EXISTS (SELECT 1 FROM people p WHERE p.login = CURRENT_USER AND p.is_agent));
CREATE POLICY others ON comments FOR SELECT TO PUBLIC USING (NOT internal);
