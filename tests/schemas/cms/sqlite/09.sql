-- Revisions grew too big: the table goes with its trigger; the stamp is set otherwise.
-- part revisions gone
-- part kept gone
-- part stamps
CREATE TRIGGER page_published AFTER UPDATE OF status ON pages
WHEN NEW.status = 'published' AND OLD.status <> 'published'
BEGIN
  UPDATE pages SET published_at = coalesce(published_at, strftime('%Y-%m-%d', 'now')) WHERE id = NEW.id;
END;
CREATE TRIGGER page_unpublished AFTER UPDATE OF status ON pages WHEN NEW.status = 'draft'
BEGIN UPDATE pages SET published_at = NULL WHERE id = NEW.id; END;
