PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE parent (id INTEGER PRIMARY KEY);
CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id REFERENCES parent(id));
CREATE INDEX child_parent ON child(parent_id);
COMMIT;
