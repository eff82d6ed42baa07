-- The auditors ask: who changed what is kept with a user, checks are stricter, comments are written.
-- part audit
CREATE TABLE core.audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  company text NOT NULL,
  what text NOT NULL,
  before jsonb,
  after jsonb,
  who text NOT NULL DEFAULT CURRENT_USER
);
CREATE INDEX audit_what ON core.audit (company, what, at DESC);
COMMENT ON TABLE core.audit IS 'kept for ten years';
CREATE FUNCTION core.audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = core AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) = to_jsonb(NEW) THEN
    RETURN NULL;
  END IF;
  INSERT INTO core.audit (company, what, before, after)
  VALUES (TG_TABLE_SCHEMA, TG_TABLE_NAME, to_jsonb(OLD), to_jsonb(NEW));
  RETURN NULL;
END $$;
COMMENT ON FUNCTION core.audited() IS 'writes core.audit';
CREATE FUNCTION core.stamped() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed_at := now(); RETURN NEW; END $$;
-- part entry_line
CREATE TABLE {company}.entry_line (
  entry_id bigint NOT NULL CONSTRAINT line_entry REFERENCES {company}.entry (id) ON DELETE RESTRICT,
  position int NOT NULL,
  account_id int NOT NULL CONSTRAINT line_account REFERENCES {company}.account (id),
  debit core.amount NOT NULL DEFAULT 0,
  credit core.amount NOT NULL DEFAULT 0,
  currency char(3) CONSTRAINT line_currency REFERENCES core.currency (code),
  text varchar(200),
  PRIMARY KEY (entry_id, position),
  CONSTRAINT one_side CHECK (debit = 0 OR credit = 0 OR text IS NOT NULL)
);
CREATE INDEX line_account ON {company}.entry_line (account_id, entry_id) INCLUDE (debit, credit);
COMMENT ON COLUMN {company}.entry_line.debit IS 'left';
COMMENT ON COLUMN {company}.entry_line.credit IS 'right';
