INSERT INTO teams (id, name) VALUES (10, 'Plattform'), (11, 'Support');
INSERT INTO people (id, team_id, login, full_name, mail, is_agent) VALUES
  (10, 10, 'ada', 'Ada Lovelace', 'ada@example.org', true), (11, 11, 'grace', 'Grace Hopper', NULL, true), (12, NULL, 'kunde', 'Jürgen Groß', '', false);
UPDATE teams SET lead = 10 WHERE id = 10;
INSERT INTO projects (id, key, title, owner_id) VALUES (10, 'core', 'Kern', 10), (11, 'web-2', '', 11);
INSERT INTO tickets (id, project_id, number, title, body, state, priority, reporter_id, assignee_id, parent_id) VALUES
  (100, 10, 1, 'Login fails', 'since monday', 'open', 'high', 12, 10, NULL),
  (101, 10, 2, 'Login fails on mobile', NULL, 'waiting', 'normal', 12, NULL, 100),
  (102, 11, 1, 'Großes ß in titles', '', 'closed', 'low', 11, 11, NULL);
INSERT INTO comments (id, ticket_id, author_id, body) VALUES (100, 100, 10, 'seen'), (101, 100, 12, 'thank you'), (102, 102, 11, '');
INSERT INTO labels (id, name, color) VALUES (10, 'bug', 'ff0000'), (11, 'wish', '00ff00');
INSERT INTO ticket_labels VALUES (100, 10), (101, 10), (102, 11);
INSERT INTO attachments (id, ticket_id, file_name, bytes, sha256) VALUES (10, 100, 'log.txt', 9999999999, '\x00ff'), (11, 100, '', 0, NULL);
