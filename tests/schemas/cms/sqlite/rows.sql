INSERT INTO users (id, login, mail, role) VALUES (10, 'root', 'root@example.org', 'admin'), (11, 'Eva', '', 'editor');
INSERT INTO pages (id, parent_id, slug, title, body, status, author) VALUES (10, NULL, '', 'Über uns', 'Straße', 'published', 10), (11, 10, 'kontakt', 'Kontakt', NULL, 'draft', 11);
INSERT INTO options VALUES ('theme', 'dark'), ('width', 80), ('ratio', 1.5), ('logo', x'00ff'), ('none', NULL);
INSERT INTO tags (id, name) VALUES (10, 'Neues'), (11, 'altes');
INSERT INTO page_tags VALUES (10, 10), (10, 11);
INSERT INTO media (id, path, width, height, thumb) VALUES (10, '/a/b.png', 4000000000, 2, x'00ff10'), (11, '/c', NULL, NULL, NULL);
