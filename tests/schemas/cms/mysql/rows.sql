INSERT INTO cms_users (ID, user_login, user_mail, display_name, role) VALUES (10, 'root', 'root@example.org', 'Jörg Müßig', 'admin'), (11, 'eva', '', NULL, 'editor');
INSERT INTO cms_sites (id, domain, title) VALUES (10, 'example.org', 'Beispiel – groß'), (11, 'www.example.org', '');
INSERT INTO cms_pages (id, site_id, parent_id, slug, title, body, status, author, hits) VALUES
  (10, 10, NULL, '', 'Über uns', 'Straße', 'published', 10, 16777215), (11, 10, 10, 'kontakt', 'Kontakt', NULL, 'draft', 11, 0);
INSERT INTO cms_options VALUES ('siteurl', 'https://example.org', 'yes'), ('theme', NULL, 'no');
INSERT INTO cms_terms (id, name) VALUES (10, 'Neues'), (11, 'Älteres');
INSERT INTO cms_page_terms VALUES (10, 10), (10, 11);
INSERT INTO cms_comments (id, page_id, author_name, ip, body, approved) VALUES (10, 10, 'Gast', '10.0.0.1', '👍 ☃', 1);
INSERT INTO cms_media (id, path, width, height, thumb) VALUES (10, '/a/b.png', 65535, 2, x'00ff10'), (11, '/c', NULL, NULL, NULL);
