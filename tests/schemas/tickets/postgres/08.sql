-- Attachments go to an object store; who may read what is a policy.
-- part attachments
CREATE TABLE attachments (
  id bigserial PRIMARY KEY,
  ticket_id int NOT NULL CONSTRAINT attachments_ticket REFERENCES tickets (id) ON DELETE CASCADE,
  file_name varchar(255) NOT NULL DEFAULT 'unnamed',
  bytes bigint NOT NULL DEFAULT 0 CONSTRAINT bytes_in_range CHECK (bytes BETWEEN 0 AND 1099511627776),
  sha256 bytea,
  bucket text NOT NULL DEFAULT 'local',
  object_key uuid DEFAULT gen_random_uuid()
);
CREATE INDEX attachments_sha ON attachments USING hash (sha256);
-- part comments
CREATE TABLE comments (
  id bigserial PRIMARY KEY,
  ticket_id int NOT NULL CONSTRAINT comments_ticket REFERENCES tickets (id) ON DELETE CASCADE,
  author_id int NOT NULL CONSTRAINT comments_author REFERENCES people (id),
  body text NOT NULL DEFAULT '',
  internal boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX comments_ticket ON comments (ticket_id, created_at DESC);
ALTER TABLE comments ENABLE ROW LEVEL SECURITY;
CREATE POLICY agents ON comments USING (EXISTS (SELECT 1 FROM people p WHERE p.login = CURRENT_USER AND p.is_agent));
CREATE POLICY others ON comments FOR SELECT TO PUBLIC USING (NOT internal);
