-- Search: a generated column with an index of its own kind, a function, and a view for the team.
-- part tickets
CREATE TABLE tickets (
  id serial PRIMARY KEY,
  project_id int NOT NULL CONSTRAINT tickets_project REFERENCES projects (id) ON DELETE CASCADE,
  number int NOT NULL,
  title varchar(300) NOT NULL,
  body text,
  state ticket_state NOT NULL DEFAULT 'open',
  priority priority NOT NULL DEFAULT 'normal',
  reporter_id int NOT NULL CONSTRAINT tickets_reporter REFERENCES people (id),
  assignee_id int CONSTRAINT tickets_assignee REFERENCES people (id) ON DELETE SET NULL,
  parent_id int CONSTRAINT tickets_parent REFERENCES tickets (id) ON DELETE SET NULL,
  created_at timestamp NOT NULL DEFAULT now(),
  closed_at timestamp,
  due_on date,
  estimate numeric(6,2) NOT NULL DEFAULT 0,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', title || ' ' || coalesce(body, ''))) STORED,
  CONSTRAINT tickets_number UNIQUE (project_id, number),
  CONSTRAINT not_its_own_parent CHECK (parent_id <> id),
  CONSTRAINT estimate_not_negative CHECK (estimate >= 0)
);
CREATE INDEX tickets_assignee ON tickets (assignee_id, state) INCLUDE (priority);
CREATE INDEX tickets_due ON tickets (due_on) WHERE state <> 'closed';
CREATE INDEX tickets_words ON tickets USING gin (words);
COMMENT ON TABLE tickets IS 'what has to be done';
COMMENT ON COLUMN tickets.words IS 'for the search';
-- part search
CREATE FUNCTION search(asked text) RETURNS SETOF tickets LANGUAGE sql STABLE
  AS $$ SELECT * FROM tickets WHERE words @@ plainto_tsquery('simple', asked) $$;
