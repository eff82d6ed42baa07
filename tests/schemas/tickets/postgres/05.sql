-- What happens to a ticket is written down, by a function with another body and a second trigger.
-- part events before closing
CREATE TABLE events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ticket_id int NOT NULL CONSTRAINT events_ticket REFERENCES tickets (id) ON DELETE CASCADE,
  what text NOT NULL CONSTRAINT what_known CHECK (what IN ('created', 'state', 'priority')),
  before jsonb,
  after jsonb,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX events_ticket ON events (ticket_id, at);
CREATE INDEX events_after ON events USING gin (after);
-- part closing
CREATE FUNCTION closing() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  NEW.closed_at := CASE WHEN NEW.state = 'closed' THEN coalesce(NEW.closed_at, now()) END;
  RETURN NEW;
END
$body$;
COMMENT ON FUNCTION closing() IS 'closed_at follows state';
CREATE TRIGGER closing BEFORE INSERT OR UPDATE OF state, closed_at ON tickets FOR EACH ROW EXECUTE FUNCTION closing();
CREATE FUNCTION recorded() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO events (ticket_id, what, before, after)
  SELECT n.id, 'state', to_jsonb(o.state), to_jsonb(n.state)
  FROM after_rows n JOIN before_rows o ON o.id = n.id WHERE o.state <> n.state;
  RETURN NULL;
END
$body$;
CREATE TRIGGER recorded AFTER UPDATE ON tickets
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION recorded();
