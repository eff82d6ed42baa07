-- Nobody comments any more: the table goes with its event.
-- part comments gone
-- part nightly gone
-- part published
CREATE VIEW cms_published AS
  SELECT p.id, s.domain, p.slug, p.title, u.shown AS author, p.published_at, p.hits
  FROM cms_pages p JOIN cms_sites s ON s.id = p.site_id JOIN cms_users u ON u.ID = p.author
  WHERE p.status IN ('published', 'archived');
CREATE VIEW cms_recent AS SELECT id, domain, title FROM cms_published WHERE published_at > '2024-01-01';
