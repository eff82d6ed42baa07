=== bystanders/trigger-on-unrelated-table
ALTER TABLE "other" ADD COLUMN "b" INT;
-- undo R2
--   ALTER TABLE "other" DROP COLUMN "b";
=== bystanders/view-nothing-to-do
nothing to do
=== bystanders/view-on-table-that-gains-a-column
ALTER TABLE "t" ADD COLUMN "b" VARCHAR(10);
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "b";
=== bystanders/view-untouched
ALTER TABLE "other" ADD COLUMN "b" INT;
-- undo R2
--   ALTER TABLE "other" DROP COLUMN "b";
=== checks/added-named
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  CONSTRAINT "t_a_positive" CHECK (a > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.t_a_positive
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/added-unnamed
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  CHECK (a >= 0 AND a < 1000)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/case-expression
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "kind" VARCHAR(10),
  "n" INT,
  CONSTRAINT "n_by_kind" CHECK (CASE WHEN kind = 'a' THEN n ELSE 1 END > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "kind", "n", rowid) SELECT "id", "kind", "n", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.n_by_kind
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "kind" VARCHAR(10),
--     "n" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "kind", "n", rowid) SELECT "id", "kind", "n", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/dropped
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium constraint.drop check t.t_a
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     CONSTRAINT "t_a" CHECK (a > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/expression-changed
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  CONSTRAINT "t_a" CHECK (a > 1)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.t_a
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     CONSTRAINT "t_a" CHECK (a > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/length-and-pattern
nothing to do
=== checks/long-value-list
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "c" VARCHAR(3),
  CONSTRAINT "t_c" CHECK (c IN ('AAA', 'AAB', 'AAC', 'AAD', 'AAE', 'AAF', 'AAG', 'AAH', 'AAI', 'AAJ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABE', 'ABF', 'ABG', 'ABH', 'ABI', 'ABJ', 'ACA', 'ACB', 'ACC', 'ACD', 'ACE', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ADA', 'ADB', 'ADC', 'ADD', 'ADE', 'ADF', 'ADG', 'ADH', 'ADI', 'ADJ', 'AEA'))
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "c", rowid) SELECT "id", "c", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.t_c
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "c" VARCHAR(3),
--     CONSTRAINT "t_c" CHECK (c IN ('AAA', 'AAB', 'AAC', 'AAD', 'AAE', 'AAF', 'AAG', 'AAH', 'AAI', 'AAJ', 'ABA', 'ABB', 'ABC', 'ABD', 'ABE', 'ABF', 'ABG', 'ABH', 'ABI', 'ABJ', 'ACA', 'ACB', 'ACC', 'ACD', 'ACE', 'ACF', 'ACG', 'ACH', 'ACI', 'ACJ', 'ADA', 'ADB', 'ADC', 'ADD', 'ADE', 'ADF', 'ADG', 'ADH', 'ADI', 'ADJ'))
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "c", rowid) SELECT "id", "c", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/name-changed-only
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  CONSTRAINT "new_name" CHECK (a > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     CONSTRAINT "old_name" CHECK (a > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/named-is-declared-without-name
nothing to do
=== checks/on-a-new-column
ALTER TABLE "t" ADD COLUMN "pct" INT NOT NULL DEFAULT 50 CONSTRAINT "t_pct" CHECK (pct BETWEEN 0 AND 100);
-- high check.add check t.t_pct
-- info constraint.scan column t.pct
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", rowid) SELECT "id", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/over-two-columns-one-of-them-wider
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "low" BIGINT,
  "high" INT,
  CONSTRAINT "t_span" CHECK (low <= high)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "low", "high", rowid) SELECT "id", "low", "high", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.low
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "low" SMALLINT,
--     "high" INT,
--     CONSTRAINT "t_span" CHECK (low <= high)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "low", "high", rowid) SELECT "id", "low", "high", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/quotes-inside
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "s" VARCHAR(20),
  CONSTRAINT "t_s" CHECK (s <> 'it''s' AND s <> '"' AND s <> ';')
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "s", rowid) SELECT "id", "s", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- low check.add check t.t_s
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "s" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "s", rowid) SELECT "id", "s", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/rewritten-forms-nothing-to-do
nothing to do
=== checks/several-of-one-table-one-changes
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  "b" INT,
  CONSTRAINT "c1" CHECK (a > 0),
  CONSTRAINT "c2" CHECK (b > 1),
  CONSTRAINT "c3" CHECK (a < b),
  CONSTRAINT "c4" CHECK (a <> 13)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.c2
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     "b" INT,
--     CONSTRAINT "c1" CHECK (a > 0),
--     CONSTRAINT "c2" CHECK (b > 0),
--     CONSTRAINT "c3" CHECK (a < b),
--     CONSTRAINT "c4" CHECK (a <> 13)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== checks/two-unnamed-of-one-column
nothing to do
=== checks/unnamed-gets-a-name
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  CONSTRAINT "a_positive" CHECK (a > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
=== checks/value-list-grows
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "state" VARCHAR(10) NOT NULL,
  CONSTRAINT "t_state" CHECK (state IN ('new', 'paid', 'sent'))
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "state", rowid) SELECT "id", "state", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.t_state
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "state" VARCHAR(10) NOT NULL,
--     CONSTRAINT "t_state" CHECK (state IN ('new', 'paid'))
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "state", rowid) SELECT "id", "state", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/add-not-null-with-default
ALTER TABLE "t" ADD COLUMN "state" VARCHAR(20) NOT NULL DEFAULT 'new';
ALTER TABLE "t" ADD COLUMN "tries" INT NOT NULL DEFAULT 0;
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "tries";
--   ALTER TABLE "t" DROP COLUMN "state";
=== columns/add-nullable-at-the-end
ALTER TABLE "t" ADD COLUMN "note" VARCHAR(200);
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "note";
=== columns/add-nullable-in-the-middle
ALTER TABLE "t" ADD COLUMN "m" VARCHAR(30);
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "m";
=== columns/add-required-to-empty-table
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "code" VARCHAR(20) NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", rowid) SELECT "id", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- low column.add.required column t.code
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "code";
=== columns/add-several-at-once
ALTER TABLE "t" ADD COLUMN "a" INT;
ALTER TABLE "t" ADD COLUMN "b" VARCHAR(20) DEFAULT 'b';
ALTER TABLE "t" ADD COLUMN "c" DECIMAL(12,4) NOT NULL DEFAULT 1.5;
ALTER TABLE "t" ADD COLUMN "d" DATE;
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "d";
--   ALTER TABLE "t" DROP COLUMN "c";
--   ALTER TABLE "t" DROP COLUMN "b";
--   ALTER TABLE "t" DROP COLUMN "a";
=== columns/added-to-three-tables
ALTER TABLE "a" ADD COLUMN "tenant" INT NOT NULL DEFAULT 1;
ALTER TABLE "b" ADD COLUMN "tenant" INT NOT NULL DEFAULT 1;
ALTER TABLE "c" ADD COLUMN "tenant" INT NOT NULL DEFAULT 1;
-- medium locks.several table a
-- undo R2
--   ALTER TABLE "a" DROP COLUMN "tenant";
--   ALTER TABLE "b" DROP COLUMN "tenant";
--   ALTER TABLE "c" DROP COLUMN "tenant";
=== columns/all-columns-replaced
CREATE TABLE "driftless_new_t" (
  "c" DATE,
  "d" DECIMAL(5,2),
  "e" BIGINT
);
INSERT OR ABORT INTO "driftless_new_t" (rowid) SELECT rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column t.a
-- critical column.drop column t.b
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "a" INT,
--     "b" VARCHAR(10)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" (rowid) SELECT rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/char-to-varchar
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" VARCHAR(8)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.v
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" CHAR(8)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/date-to-timestamp
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" TIMESTAMP
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.v
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" DATE
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/decimal-scale-grows-whole-digits-stay
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" DECIMAL(7,4) NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.v
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" DECIMAL(5,2) NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/drop-all-null
ALTER TABLE "t" DROP COLUMN "never_used";
-- medium column.drop column t.never_used
-- medium table.rewrite column t.never_used
-- undo R0
--   ALTER TABLE "t" ADD COLUMN "never_used" VARCHAR(40);
=== columns/drop-and-add-look-alike
ALTER TABLE "t" DROP COLUMN "price_text";
ALTER TABLE "t" ADD COLUMN "price" DECIMAL(10,2);
-- critical column.drop column t.price_text
-- medium table.rewrite column t.price_text
-- undo R1
--   ALTER TABLE "t" DROP COLUMN "price";
--   ALTER TABLE "t" ADD COLUMN "price_text" VARCHAR(20);
=== columns/drop-from-the-middle
ALTER TABLE "t" DROP COLUMN "b";
-- critical column.drop column t.b
-- medium table.rewrite column t.b
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     "b" INT NOT NULL,
--     "c" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "c", rowid) SELECT "id", "a", "c", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/drop-one-of-a-composite-index
DROP INDEX "t_ab";
ALTER TABLE "t" DROP COLUMN "b";
CREATE INDEX "t_ab" ON "t" ("a");
-- critical column.drop column t.b
-- medium table.rewrite column t.b
-- info index.create.blocking index t.t_ab
-- undo R1
--   DROP INDEX "t_ab";
--   ALTER TABLE "t" ADD COLUMN "b" INT;
--   CREATE INDEX "t_ab" ON "t" ("a", "b");
=== columns/drop-two-keep-one
ALTER TABLE "t" DROP COLUMN "c";
ALTER TABLE "t" DROP COLUMN "a";
-- critical column.drop column t.a
-- critical column.drop column t.c
-- medium table.rewrite column t.a
-- medium table.rewrite column t.c
-- undo R1
--   ALTER TABLE "t" ADD COLUMN "a" VARCHAR(10);
--   ALTER TABLE "t" ADD COLUMN "c" VARCHAR(10);
=== columns/drop-with-check
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "low" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "low", rowid) SELECT "id", "low", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column t.high
-- medium constraint.drop check t.t_order
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R1
--   ALTER TABLE "t" ADD COLUMN "high" INT CONSTRAINT "t_order" CHECK (low <= high);
=== columns/drop-with-foreign-key
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL
);
INSERT OR ABORT INTO "driftless_new_c" ("id", rowid) SELECT "id", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column c.p_id
-- high foreign_key.drop foreign key c.c_p
-- medium table.rebuild table c
-- info rebuild.text table c
-- undo R1
--   ALTER TABLE "c" ADD COLUMN "p_id" INT CONSTRAINT "c_p" REFERENCES "p" ("id");
=== columns/drop-with-index
DROP INDEX "t_b";
ALTER TABLE "t" DROP COLUMN "b";
-- critical column.drop column t.b
-- medium table.rewrite column t.b
-- medium index.drop index t.t_b
-- undo R1
--   ALTER TABLE "t" ADD COLUMN "b" INT;
--   CREATE INDEX "t_b" ON "t" ("b");
=== columns/drop-with-unique
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column t.slug
-- medium table.rebuild table t
-- medium constraint.drop unique t.t_slug
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "slug" VARCHAR(40),
--     "a" INT,
--     CONSTRAINT "t_slug" UNIQUE ("slug")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/drop-with-values
ALTER TABLE "t" DROP COLUMN "secret";
-- critical column.drop column t.secret
-- medium table.rewrite column t.secret
-- undo R1
--   ALTER TABLE "t" ADD COLUMN "secret" VARCHAR(40);
=== columns/dropped-from-everything-it-is-in
DROP INDEX "t_a_b";
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "b" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "b", rowid) SELECT "id", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "t_b" ON "t" ("b");
-- critical column.drop column t.a
-- medium constraint.drop check t.t_a_check
-- medium index.drop index t.t_a_b
-- medium table.rebuild table t
-- medium constraint.drop unique t.t_a
-- info index.create.blocking index t.t_b
-- info rebuild.text table t
-- undo R1
--   DROP INDEX "t_b";
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     "b" INT,
--     CONSTRAINT "t_a" UNIQUE ("a"),
--     CONSTRAINT "t_a_check" CHECK (a > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "b", rowid) SELECT "id", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "t_a_b" ON "t" ("a", "b");
=== columns/eighty-columns-half-change
CREATE TABLE "driftless_new_wide" (
  "id" INT PRIMARY KEY NOT NULL,
  "c01" BIGINT,
  "c02" VARCHAR(20),
  "c03" BIGINT,
  "c04" VARCHAR(20),
  "c05" BIGINT,
  "c06" VARCHAR(20),
  "c07" BIGINT,
  "c08" VARCHAR(20),
  "c09" BIGINT,
  "c10" VARCHAR(20),
  "c11" BIGINT,
  "c12" VARCHAR(20),
  "c13" BIGINT,
  "c14" VARCHAR(20),
  "c15" BIGINT,
  "c16" VARCHAR(20),
  "c17" BIGINT,
  "c18" VARCHAR(20),
  "c19" BIGINT,
  "c20" VARCHAR(20),
  "c21" BIGINT,
  "c22" VARCHAR(20),
  "c23" BIGINT,
  "c24" VARCHAR(20),
  "c25" BIGINT,
  "c26" VARCHAR(20),
  "c27" BIGINT,
  "c28" VARCHAR(20),
  "c29" BIGINT,
  "c30" VARCHAR(20),
  "c31" BIGINT,
  "c32" VARCHAR(20),
  "c33" BIGINT,
  "c34" VARCHAR(20),
  "c35" BIGINT,
  "c36" VARCHAR(20),
  "c37" BIGINT,
  "c38" VARCHAR(20),
  "c39" BIGINT,
  "c40" VARCHAR(20),
  "c41" BIGINT,
  "c42" VARCHAR(20),
  "c43" BIGINT,
  "c44" VARCHAR(20),
  "c45" BIGINT,
  "c46" VARCHAR(20),
  "c47" BIGINT,
  "c48" VARCHAR(20),
  "c49" BIGINT,
  "c50" VARCHAR(20),
  "c51" BIGINT,
  "c52" VARCHAR(20),
  "c53" BIGINT,
  "c54" VARCHAR(20),
  "c55" BIGINT,
  "c56" VARCHAR(20),
  "c57" BIGINT,
  "c58" VARCHAR(20),
  "c59" BIGINT,
  "c60" VARCHAR(20),
  "c61" BIGINT,
  "c62" VARCHAR(20),
  "c63" BIGINT,
  "c64" VARCHAR(20),
  "c65" BIGINT,
  "c66" VARCHAR(20),
  "c67" BIGINT,
  "c68" VARCHAR(20),
  "c69" BIGINT,
  "c70" VARCHAR(20),
  "c71" BIGINT,
  "c72" VARCHAR(20),
  "c73" BIGINT,
  "c74" VARCHAR(20),
  "c75" BIGINT,
  "c76" VARCHAR(20),
  "c77" BIGINT,
  "c78" VARCHAR(20),
  "c79" BIGINT,
  "c80" VARCHAR(20)
);
INSERT OR ABORT INTO "driftless_new_wide" ("id", "c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31", "c32", "c33", "c34", "c35", "c36", "c37", "c38", "c39", "c40", "c41", "c42", "c43", "c44", "c45", "c46", "c47", "c48", "c49", "c50", "c51", "c52", "c53", "c54", "c55", "c56", "c57", "c58", "c59", "c60", "c61", "c62", "c63", "c64", "c65", "c66", "c67", "c68", "c69", "c70", "c71", "c72", "c73", "c74", "c75", "c76", "c77", "c78", "c79", "c80", rowid) SELECT "id", "c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31", "c32", "c33", "c34", "c35", "c36", "c37", "c38", "c39", "c40", "c41", "c42", "c43", "c44", "c45", "c46", "c47", "c48", "c49", "c50", "c51", "c52", "c53", "c54", "c55", "c56", "c57", "c58", "c59", "c60", "c61", "c62", "c63", "c64", "c65", "c66", "c67", "c68", "c69", "c70", "c71", "c72", "c73", "c74", "c75", "c76", "c77", "c78", "c79", "c80", rowid FROM "wide";
DROP TABLE "wide";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_wide" RENAME TO "wide";
PRAGMA legacy_alter_table = OFF;
-- low column.type column wide.c01
-- low column.type column wide.c03
-- low column.type column wide.c05
-- low column.type column wide.c07
-- low column.type column wide.c09
-- low column.type column wide.c11
-- low column.type column wide.c13
-- low column.type column wide.c15
-- low column.type column wide.c17
-- low column.type column wide.c19
-- low column.type column wide.c21
-- low column.type column wide.c23
-- low column.type column wide.c25
-- low column.type column wide.c27
-- low column.type column wide.c29
-- low column.type column wide.c31
-- low column.type column wide.c33
-- low column.type column wide.c35
-- low column.type column wide.c37
-- low column.type column wide.c39
-- low column.type column wide.c41
-- low column.type column wide.c43
-- low column.type column wide.c45
-- low column.type column wide.c47
-- low column.type column wide.c49
-- low column.type column wide.c51
-- low column.type column wide.c53
-- low column.type column wide.c55
-- low column.type column wide.c57
-- low column.type column wide.c59
-- low column.type column wide.c61
-- low column.type column wide.c63
-- low column.type column wide.c65
-- low column.type column wide.c67
-- low column.type column wide.c69
-- low column.type column wide.c71
-- low column.type column wide.c73
-- low column.type column wide.c75
-- low column.type column wide.c77
-- low column.type column wide.c79
-- info rebuild.text table wide
-- info table.rebuild table wide
-- undo R2
--   CREATE TABLE "driftless_new_wide" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "c01" INT,
--     "c02" VARCHAR(20),
--     "c03" INT,
--     "c04" VARCHAR(20),
--     "c05" INT,
--     "c06" VARCHAR(20),
--     "c07" INT,
--     "c08" VARCHAR(20),
--     "c09" INT,
--     "c10" VARCHAR(20),
--     "c11" INT,
--     "c12" VARCHAR(20),
--     "c13" INT,
--     "c14" VARCHAR(20),
--     "c15" INT,
--     "c16" VARCHAR(20),
--     "c17" INT,
--     "c18" VARCHAR(20),
--     "c19" INT,
--     "c20" VARCHAR(20),
--     "c21" INT,
--     "c22" VARCHAR(20),
--     "c23" INT,
--     "c24" VARCHAR(20),
--     "c25" INT,
--     "c26" VARCHAR(20),
--     "c27" INT,
--     "c28" VARCHAR(20),
--     "c29" INT,
--     "c30" VARCHAR(20),
--     "c31" INT,
--     "c32" VARCHAR(20),
--     "c33" INT,
--     "c34" VARCHAR(20),
--     "c35" INT,
--     "c36" VARCHAR(20),
--     "c37" INT,
--     "c38" VARCHAR(20),
--     "c39" INT,
--     "c40" VARCHAR(20),
--     "c41" INT,
--     "c42" VARCHAR(20),
--     "c43" INT,
--     "c44" VARCHAR(20),
--     "c45" INT,
--     "c46" VARCHAR(20),
--     "c47" INT,
--     "c48" VARCHAR(20),
--     "c49" INT,
--     "c50" VARCHAR(20),
--     "c51" INT,
--     "c52" VARCHAR(20),
--     "c53" INT,
--     "c54" VARCHAR(20),
--     "c55" INT,
--     "c56" VARCHAR(20),
--     "c57" INT,
--     "c58" VARCHAR(20),
--     "c59" INT,
--     "c60" VARCHAR(20),
--     "c61" INT,
--     "c62" VARCHAR(20),
--     "c63" INT,
--     "c64" VARCHAR(20),
--     "c65" INT,
--     "c66" VARCHAR(20),
--     "c67" INT,
--     "c68" VARCHAR(20),
--     "c69" INT,
--     "c70" VARCHAR(20),
--     "c71" INT,
--     "c72" VARCHAR(20),
--     "c73" INT,
--     "c74" VARCHAR(20),
--     "c75" INT,
--     "c76" VARCHAR(20),
--     "c77" INT,
--     "c78" VARCHAR(20),
--     "c79" INT,
--     "c80" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_wide" ("id", "c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31", "c32", "c33", "c34", "c35", "c36", "c37", "c38", "c39", "c40", "c41", "c42", "c43", "c44", "c45", "c46", "c47", "c48", "c49", "c50", "c51", "c52", "c53", "c54", "c55", "c56", "c57", "c58", "c59", "c60", "c61", "c62", "c63", "c64", "c65", "c66", "c67", "c68", "c69", "c70", "c71", "c72", "c73", "c74", "c75", "c76", "c77", "c78", "c79", "c80", rowid) SELECT "id", "c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", "c21", "c22", "c23", "c24", "c25", "c26", "c27", "c28", "c29", "c30", "c31", "c32", "c33", "c34", "c35", "c36", "c37", "c38", "c39", "c40", "c41", "c42", "c43", "c44", "c45", "c46", "c47", "c48", "c49", "c50", "c51", "c52", "c53", "c54", "c55", "c56", "c57", "c58", "c59", "c60", "c61", "c62", "c63", "c64", "c65", "c66", "c67", "c68", "c69", "c70", "c71", "c72", "c73", "c74", "c75", "c76", "c77", "c78", "c79", "c80", rowid FROM "wide";
--   DROP TABLE "wide";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_wide" RENAME TO "wide";
--   PRAGMA legacy_alter_table = OFF;
=== columns/every-change-at-once
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "wide" BIGINT,
  "must" VARCHAR(20) NOT NULL,
  "may" VARCHAR(20),
  "stays" DATE,
  "fresh" DECIMAL(8,3) NOT NULL DEFAULT 1.5
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "wide", "must", "may", "stays", rowid) SELECT "id", "wide", "must", "may", "stays", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column t.gone
-- medium table.rebuild table t
-- low column.nullable column t.may
-- low column.not_null column t.must
-- low column.type column t.wide
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "gone" INT,
--     "wide" SMALLINT,
--     "must" VARCHAR(20),
--     "may" VARCHAR(20) NOT NULL,
--     "stays" DATE
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "wide", "must", "may", "stays", rowid) SELECT "id", "wide", "must", "may", "stays", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/float-to-double
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" DOUBLE PRECISION
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.v
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" FLOAT(24)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/integer-to-decimal
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" DECIMAL(12,2)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.v
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/not-null-and-default-together
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT NOT NULL DEFAULT 3
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.a
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/not-null-to-nullable
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(20) DEFAULT 'x'
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.nullable column t.a
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(20) NOT NULL DEFAULT 'x'
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/nullable-to-not-null-backfilled
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(20) NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.a
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/nullable-to-required-with-default-and-nulls-filled
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "n" BIGINT NOT NULL DEFAULT 1
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.n
-- low column.type column t.n
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "n" SMALLINT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/order-differs-only
nothing to do
=== columns/required-with-default-dropped-and-another-added
ALTER TABLE "t" DROP COLUMN "flag";
ALTER TABLE "t" ADD COLUMN "state" VARCHAR(10) NOT NULL DEFAULT 'new';
-- critical column.drop column t.flag
-- medium table.rewrite column t.flag
-- undo R1
--   ALTER TABLE "t" DROP COLUMN "state";
--   ALTER TABLE "t" ADD COLUMN "flag" SMALLINT NOT NULL DEFAULT 0;
=== columns/ten-dropped-of-twelve
ALTER TABLE "t" DROP COLUMN "k";
ALTER TABLE "t" DROP COLUMN "j";
ALTER TABLE "t" DROP COLUMN "i";
ALTER TABLE "t" DROP COLUMN "h";
ALTER TABLE "t" DROP COLUMN "g";
ALTER TABLE "t" DROP COLUMN "e";
ALTER TABLE "t" DROP COLUMN "d";
ALTER TABLE "t" DROP COLUMN "c";
ALTER TABLE "t" DROP COLUMN "b";
ALTER TABLE "t" DROP COLUMN "a";
-- critical column.drop column t.a
-- critical column.drop column t.b
-- critical column.drop column t.c
-- critical column.drop column t.d
-- critical column.drop column t.e
-- critical column.drop column t.g
-- critical column.drop column t.h
-- critical column.drop column t.i
-- critical column.drop column t.j
-- critical column.drop column t.k
-- medium table.rewrite column t.a
-- medium table.rewrite column t.b
-- medium table.rewrite column t.c
-- medium table.rewrite column t.d
-- medium table.rewrite column t.e
-- medium table.rewrite column t.g
-- medium table.rewrite column t.h
-- medium table.rewrite column t.i
-- medium table.rewrite column t.j
-- medium table.rewrite column t.k
-- undo R1
--   ALTER TABLE "t" ADD COLUMN "a" INT;
--   ALTER TABLE "t" ADD COLUMN "b" INT;
--   ALTER TABLE "t" ADD COLUMN "c" INT;
--   ALTER TABLE "t" ADD COLUMN "d" INT;
--   ALTER TABLE "t" ADD COLUMN "e" INT;
--   ALTER TABLE "t" ADD COLUMN "g" INT;
--   ALTER TABLE "t" ADD COLUMN "h" INT;
--   ALTER TABLE "t" ADD COLUMN "i" INT;
--   ALTER TABLE "t" ADD COLUMN "j" INT;
--   ALTER TABLE "t" ADD COLUMN "k" INT;
=== columns/type-default-and-null-together
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" BIGINT NOT NULL DEFAULT 2
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.a
-- low column.type column t.a
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" SMALLINT DEFAULT 1
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/widen-decimal-precision
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "n" DECIMAL(12,2)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.n
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "n" DECIMAL(6,2)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/widen-int-to-bigint
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "n" BIGINT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.n
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "n" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/widen-smallint-to-int-with-default
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "n" INT NOT NULL DEFAULT 7
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.n
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "n" SMALLINT NOT NULL DEFAULT 7
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/widen-varchar
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(200) NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.a
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(20) NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== columns/widen-varchar-to-text
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.a
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== combined/constraint-names-move-between-tables
CREATE TABLE "driftless_new_a" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT
);
INSERT OR ABORT INTO "driftless_new_a" ("id", "v", rowid) SELECT "id", "v", rowid FROM "a";
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_b" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT,
  CONSTRAINT "rule_1" CHECK (v > 0),
  CONSTRAINT "ref_1" FOREIGN KEY ("v") REFERENCES "p" ("id")
);
INSERT OR ABORT INTO "driftless_new_b" ("id", "v", rowid) SELECT "id", "v", rowid FROM "b";
DROP TABLE "b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;
-- high foreign_key.drop foreign key a.ref_1
-- medium constraint.drop check a.rule_1
-- medium locks.several table a
-- medium table.rebuild table a
-- medium table.rebuild table b
-- low check.add check b.rule_1
-- low foreign_key.add foreign key b.ref_1
-- info rebuild.text table a
-- info rebuild.text table b
-- advice style.foreign_key_index foreign key b.ref_1
-- undo R0
--   CREATE TABLE "driftless_new_a" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT,
--     CONSTRAINT "rule_1" CHECK (v > 0),
--     CONSTRAINT "ref_1" FOREIGN KEY ("v") REFERENCES "p" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_a" ("id", "v", rowid) SELECT "id", "v", rowid FROM "a";
--   DROP TABLE "a";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_a" RENAME TO "a";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_b" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_b" ("id", "v", rowid) SELECT "id", "v", rowid FROM "b";
--   DROP TABLE "b";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_b" RENAME TO "b";
--   PRAGMA legacy_alter_table = OFF;
=== combined/earlier-plan-got-half-way
CREATE TABLE "second_half" (
  "id" INT PRIMARY KEY NOT NULL,
  "t_id" INT,
  CONSTRAINT "second_t" FOREIGN KEY ("t_id") REFERENCES "t" ("id")
);
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" BIGINT,
  "b" INT DEFAULT 0
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "t_a" ON "t" ("a");
-- medium table.rebuild table t
-- info index.create.blocking index t.t_a
-- info rebuild.text table t
-- advice style.foreign_key_index foreign key second_half.second_t
-- undo R2
--   DROP INDEX "t_a";
--   DROP TABLE "second_half";
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" BIGINT,
--     "b" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== combined/everything-on-one-table
DROP INDEX "t_gone";
DROP INDEX "t_b_i";
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(40),
  "b" BIGINT NOT NULL DEFAULT 2,
  "p_id" INT,
  "fresh" DATE,
  CONSTRAINT "t_ab" UNIQUE ("a", "b"),
  CONSTRAINT "t_b" CHECK (b >= 0),
  CONSTRAINT "t_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "p_id", rowid) SELECT "id", "a", "b", "p_id", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "t_b_i" ON "t" ("b", "fresh");
-- critical column.drop column t.gone
-- medium index.drop index t.t_gone
-- medium table.rebuild table t
-- medium constraint.drop unique t.t_a
-- low check.add check t.t_b
-- low column.type column t.a
-- low column.type column t.b
-- low foreign_key.add foreign key t.t_p
-- low unique.add unique t.t_ab
-- info index.create.blocking index t.t_b_i
-- info rebuild.text table t
-- advice style.foreign_key_index foreign key t.t_p
-- advice style.nullable_unique unique t.t_ab
-- undo R1
--   DROP INDEX "t_b_i";
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(10),
--     "b" INT NOT NULL DEFAULT 1,
--     "gone" VARCHAR(20),
--     "p_id" INT,
--     CONSTRAINT "t_a" UNIQUE ("a"),
--     CONSTRAINT "t_b" CHECK (b > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "p_id", rowid) SELECT "id", "a", "b", "p_id", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "t_b_i" ON "t" ("b");
--   CREATE INDEX "t_gone" ON "t" ("gone", "b");
=== combined/fifty-tables-created-backwards
CREATE TABLE "t01" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL
);
CREATE TABLE "t02" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t02_parent" FOREIGN KEY ("parent_id") REFERENCES "t01" ("id")
);
CREATE TABLE "t03" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t03_parent" FOREIGN KEY ("parent_id") REFERENCES "t01" ("id")
);
CREATE TABLE "t04" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t04_parent" FOREIGN KEY ("parent_id") REFERENCES "t02" ("id")
);
CREATE TABLE "t05" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t05_parent" FOREIGN KEY ("parent_id") REFERENCES "t02" ("id")
);
CREATE TABLE "t06" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t06_parent" FOREIGN KEY ("parent_id") REFERENCES "t03" ("id")
);
CREATE TABLE "t07" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t07_parent" FOREIGN KEY ("parent_id") REFERENCES "t03" ("id")
);
CREATE TABLE "t08" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t08_parent" FOREIGN KEY ("parent_id") REFERENCES "t04" ("id")
);
CREATE TABLE "t09" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t09_parent" FOREIGN KEY ("parent_id") REFERENCES "t04" ("id")
);
CREATE TABLE "t10" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t10_parent" FOREIGN KEY ("parent_id") REFERENCES "t05" ("id")
);
CREATE TABLE "t11" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t11_parent" FOREIGN KEY ("parent_id") REFERENCES "t05" ("id")
);
CREATE TABLE "t12" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t12_parent" FOREIGN KEY ("parent_id") REFERENCES "t06" ("id")
);
CREATE TABLE "t13" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t13_parent" FOREIGN KEY ("parent_id") REFERENCES "t06" ("id")
);
CREATE TABLE "t14" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t14_parent" FOREIGN KEY ("parent_id") REFERENCES "t07" ("id")
);
CREATE TABLE "t15" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t15_parent" FOREIGN KEY ("parent_id") REFERENCES "t07" ("id")
);
CREATE TABLE "t16" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t16_parent" FOREIGN KEY ("parent_id") REFERENCES "t08" ("id")
);
CREATE TABLE "t17" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t17_parent" FOREIGN KEY ("parent_id") REFERENCES "t08" ("id")
);
CREATE TABLE "t18" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t18_parent" FOREIGN KEY ("parent_id") REFERENCES "t09" ("id")
);
CREATE TABLE "t19" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t19_parent" FOREIGN KEY ("parent_id") REFERENCES "t09" ("id")
);
CREATE TABLE "t20" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t20_parent" FOREIGN KEY ("parent_id") REFERENCES "t10" ("id")
);
CREATE TABLE "t21" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t21_parent" FOREIGN KEY ("parent_id") REFERENCES "t10" ("id")
);
CREATE TABLE "t22" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t22_parent" FOREIGN KEY ("parent_id") REFERENCES "t11" ("id")
);
CREATE TABLE "t23" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t23_parent" FOREIGN KEY ("parent_id") REFERENCES "t11" ("id")
);
CREATE TABLE "t24" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t24_parent" FOREIGN KEY ("parent_id") REFERENCES "t12" ("id")
);
CREATE TABLE "t25" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t25_parent" FOREIGN KEY ("parent_id") REFERENCES "t12" ("id")
);
CREATE TABLE "t26" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t26_parent" FOREIGN KEY ("parent_id") REFERENCES "t13" ("id")
);
CREATE TABLE "t27" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t27_parent" FOREIGN KEY ("parent_id") REFERENCES "t13" ("id")
);
CREATE TABLE "t28" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t28_parent" FOREIGN KEY ("parent_id") REFERENCES "t14" ("id")
);
CREATE TABLE "t29" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t29_parent" FOREIGN KEY ("parent_id") REFERENCES "t14" ("id")
);
CREATE TABLE "t30" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t30_parent" FOREIGN KEY ("parent_id") REFERENCES "t15" ("id")
);
CREATE TABLE "t31" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t31_parent" FOREIGN KEY ("parent_id") REFERENCES "t15" ("id")
);
CREATE TABLE "t32" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t32_parent" FOREIGN KEY ("parent_id") REFERENCES "t16" ("id")
);
CREATE TABLE "t33" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t33_parent" FOREIGN KEY ("parent_id") REFERENCES "t16" ("id")
);
CREATE TABLE "t34" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t34_parent" FOREIGN KEY ("parent_id") REFERENCES "t17" ("id")
);
CREATE TABLE "t35" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t35_parent" FOREIGN KEY ("parent_id") REFERENCES "t17" ("id")
);
CREATE TABLE "t36" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t36_parent" FOREIGN KEY ("parent_id") REFERENCES "t18" ("id")
);
CREATE TABLE "t37" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t37_parent" FOREIGN KEY ("parent_id") REFERENCES "t18" ("id")
);
CREATE TABLE "t38" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t38_parent" FOREIGN KEY ("parent_id") REFERENCES "t19" ("id")
);
CREATE TABLE "t39" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t39_parent" FOREIGN KEY ("parent_id") REFERENCES "t19" ("id")
);
CREATE TABLE "t40" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t40_parent" FOREIGN KEY ("parent_id") REFERENCES "t20" ("id")
);
CREATE TABLE "t41" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t41_parent" FOREIGN KEY ("parent_id") REFERENCES "t20" ("id")
);
CREATE TABLE "t42" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t42_parent" FOREIGN KEY ("parent_id") REFERENCES "t21" ("id")
);
CREATE TABLE "t43" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t43_parent" FOREIGN KEY ("parent_id") REFERENCES "t21" ("id")
);
CREATE TABLE "t44" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t44_parent" FOREIGN KEY ("parent_id") REFERENCES "t22" ("id")
);
CREATE TABLE "t45" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t45_parent" FOREIGN KEY ("parent_id") REFERENCES "t22" ("id")
);
CREATE TABLE "t46" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t46_parent" FOREIGN KEY ("parent_id") REFERENCES "t23" ("id")
);
CREATE TABLE "t47" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t47_parent" FOREIGN KEY ("parent_id") REFERENCES "t23" ("id")
);
CREATE TABLE "t48" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t48_parent" FOREIGN KEY ("parent_id") REFERENCES "t24" ("id")
);
CREATE TABLE "t49" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t49_parent" FOREIGN KEY ("parent_id") REFERENCES "t24" ("id")
);
CREATE TABLE "t50" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40) NOT NULL,
  "parent_id" INT,
  CONSTRAINT "t50_parent" FOREIGN KEY ("parent_id") REFERENCES "t25" ("id")
);
-- advice style.foreign_key_index foreign key t02.t02_parent
-- advice style.foreign_key_index foreign key t03.t03_parent
-- advice style.foreign_key_index foreign key t04.t04_parent
-- advice style.foreign_key_index foreign key t05.t05_parent
-- advice style.foreign_key_index foreign key t06.t06_parent
-- advice style.foreign_key_index foreign key t07.t07_parent
-- advice style.foreign_key_index foreign key t08.t08_parent
-- advice style.foreign_key_index foreign key t09.t09_parent
-- advice style.foreign_key_index foreign key t10.t10_parent
-- advice style.foreign_key_index foreign key t11.t11_parent
-- advice style.foreign_key_index foreign key t12.t12_parent
-- advice style.foreign_key_index foreign key t13.t13_parent
-- advice style.foreign_key_index foreign key t14.t14_parent
-- advice style.foreign_key_index foreign key t15.t15_parent
-- advice style.foreign_key_index foreign key t16.t16_parent
-- advice style.foreign_key_index foreign key t17.t17_parent
-- advice style.foreign_key_index foreign key t18.t18_parent
-- advice style.foreign_key_index foreign key t19.t19_parent
-- advice style.foreign_key_index foreign key t20.t20_parent
-- advice style.foreign_key_index foreign key t21.t21_parent
-- advice style.foreign_key_index foreign key t22.t22_parent
-- advice style.foreign_key_index foreign key t23.t23_parent
-- advice style.foreign_key_index foreign key t24.t24_parent
-- advice style.foreign_key_index foreign key t25.t25_parent
-- advice style.foreign_key_index foreign key t26.t26_parent
-- advice style.foreign_key_index foreign key t27.t27_parent
-- advice style.foreign_key_index foreign key t28.t28_parent
-- advice style.foreign_key_index foreign key t29.t29_parent
-- advice style.foreign_key_index foreign key t30.t30_parent
-- advice style.foreign_key_index foreign key t31.t31_parent
-- advice style.foreign_key_index foreign key t32.t32_parent
-- advice style.foreign_key_index foreign key t33.t33_parent
-- advice style.foreign_key_index foreign key t34.t34_parent
-- advice style.foreign_key_index foreign key t35.t35_parent
-- advice style.foreign_key_index foreign key t36.t36_parent
-- advice style.foreign_key_index foreign key t37.t37_parent
-- advice style.foreign_key_index foreign key t38.t38_parent
-- advice style.foreign_key_index foreign key t39.t39_parent
-- advice style.foreign_key_index foreign key t40.t40_parent
-- advice style.foreign_key_index foreign key t41.t41_parent
-- advice style.foreign_key_index foreign key t42.t42_parent
-- advice style.foreign_key_index foreign key t43.t43_parent
-- advice style.foreign_key_index foreign key t44.t44_parent
-- advice style.foreign_key_index foreign key t45.t45_parent
-- advice style.foreign_key_index foreign key t46.t46_parent
-- advice style.foreign_key_index foreign key t47.t47_parent
-- advice style.foreign_key_index foreign key t48.t48_parent
-- advice style.foreign_key_index foreign key t49.t49_parent
-- advice style.foreign_key_index foreign key t50.t50_parent
-- undo R2
--   DROP TABLE "t01";
--   DROP TABLE "t02";
--   DROP TABLE "t03";
--   DROP TABLE "t04";
--   DROP TABLE "t05";
--   DROP TABLE "t06";
--   DROP TABLE "t07";
--   DROP TABLE "t08";
--   DROP TABLE "t09";
--   DROP TABLE "t10";
--   DROP TABLE "t11";
--   DROP TABLE "t12";
--   DROP TABLE "t13";
--   DROP TABLE "t14";
--   DROP TABLE "t15";
--   DROP TABLE "t16";
--   DROP TABLE "t17";
--   DROP TABLE "t18";
--   DROP TABLE "t19";
--   DROP TABLE "t20";
--   DROP TABLE "t21";
--   DROP TABLE "t22";
--   DROP TABLE "t23";
--   DROP TABLE "t24";
--   DROP TABLE "t25";
--   DROP TABLE "t26";
--   DROP TABLE "t27";
--   DROP TABLE "t28";
--   DROP TABLE "t29";
--   DROP TABLE "t30";
--   DROP TABLE "t31";
--   DROP TABLE "t32";
--   DROP TABLE "t33";
--   DROP TABLE "t34";
--   DROP TABLE "t35";
--   DROP TABLE "t36";
--   DROP TABLE "t37";
--   DROP TABLE "t38";
--   DROP TABLE "t39";
--   DROP TABLE "t40";
--   DROP TABLE "t41";
--   DROP TABLE "t42";
--   DROP TABLE "t43";
--   DROP TABLE "t44";
--   DROP TABLE "t45";
--   DROP TABLE "t46";
--   DROP TABLE "t47";
--   DROP TABLE "t48";
--   DROP TABLE "t49";
--   DROP TABLE "t50";
=== combined/fifty-tables-nothing-to-do
nothing to do
=== combined/fifty-tables-three-change
ALTER TABLE "t07" ADD COLUMN "note" VARCHAR(20);
ALTER TABLE "t23" ADD COLUMN "note" VARCHAR(20);
ALTER TABLE "t50" ADD COLUMN "note" VARCHAR(20);
-- medium locks.several table t07
-- undo R2
--   ALTER TABLE "t07" DROP COLUMN "note";
--   ALTER TABLE "t23" DROP COLUMN "note";
--   ALTER TABLE "t50" DROP COLUMN "note";
=== combined/name-of-a-dropped-index-taken
DROP INDEX "by_v";
CREATE INDEX "by_v" ON "b" ("v");
-- medium index.drop index a.by_v
-- medium locks.several table a
-- info index.create.blocking index b.by_v
-- undo R0
--   DROP INDEX "by_v";
--   CREATE INDEX "by_v" ON "a" ("v");
=== combined/several-tables
DROP TABLE "a";
CREATE TABLE "c" (
  "id" INT PRIMARY KEY NOT NULL,
  "title" VARCHAR(40) NOT NULL
);
CREATE TABLE "driftless_new_b" (
  "id" INT PRIMARY KEY NOT NULL,
  "a_id" INT,
  "c_id" INT,
  CONSTRAINT "b_c" FOREIGN KEY ("c_id") REFERENCES "c" ("id")
);
INSERT OR ABORT INTO "driftless_new_b" ("id", "a_id", "c_id", rowid) SELECT "id", "a_id", "c_id", rowid FROM "b";
DROP TABLE "b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;
-- critical table.drop table a
-- high foreign_key.drop foreign key b.b_a
-- high foreign_key.add foreign key b.b_c
-- medium table.rebuild table b
-- info rebuild.text table b
-- advice style.foreign_key_index foreign key b.b_c
-- undo R1
--   DROP TABLE "c";
--   CREATE TABLE "a" (
--     "id" INT PRIMARY KEY NOT NULL
--   );
--   CREATE TABLE "driftless_new_b" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a_id" INT,
--     "c_id" INT,
--     CONSTRAINT "b_a" FOREIGN KEY ("a_id") REFERENCES "a" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_b" ("id", "a_id", "c_id", rowid) SELECT "id", "a_id", "c_id", rowid FROM "b";
--   DROP TABLE "b";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_b" RENAME TO "b";
--   PRAGMA legacy_alter_table = OFF;
=== combined/shop-structured-second-release
ALTER TABLE "article" RENAME TO "product";
ALTER TABLE "product" RENAME COLUMN "label" TO "title";
CREATE TABLE "driftless_new_product" (
  "sku" VARCHAR(20) PRIMARY KEY NOT NULL,
  "title" VARCHAR(200) NOT NULL
);
INSERT OR ABORT INTO "driftless_new_product" ("sku", "title", rowid) SELECT "sku", "title", rowid FROM "product";
DROP TABLE "product";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_product" RENAME TO "product";
PRAGMA legacy_alter_table = OFF;
ALTER TABLE "purchase" RENAME COLUMN "qty" TO "quantity";
CREATE TABLE "driftless_new_purchase" (
  "id" INT PRIMARY KEY NOT NULL,
  "sku" VARCHAR(20) NOT NULL,
  "quantity" INT NOT NULL DEFAULT 1,
  CONSTRAINT "purchase_qty" CHECK (quantity > 0),
  CONSTRAINT "purchase_sku" FOREIGN KEY ("sku") REFERENCES "product" ("sku") ON DELETE CASCADE
);
INSERT OR ABORT INTO "driftless_new_purchase" ("id", "sku", "quantity", rowid) SELECT "id", "sku", "quantity", rowid FROM "purchase";
DROP TABLE "purchase";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_purchase" RENAME TO "purchase";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "purchase_by_sku" ON "purchase" ("sku", "id" DESC);
-- critical column.rename column product.title
-- critical column.rename column purchase.quantity
-- critical table.rename table product
-- high foreign_key.add foreign key purchase.purchase_sku
-- medium locks.several table article
-- medium table.rebuild table product
-- medium table.rebuild table purchase
-- low column.type column product.title
-- low column.type column purchase.quantity
-- info index.create.blocking index purchase.purchase_by_sku
-- info rebuild.text table product
-- info rebuild.text table purchase
-- undo R2
--   DROP INDEX "purchase_by_sku";
--   ALTER TABLE "product" RENAME TO "article";
--   ALTER TABLE "article" RENAME COLUMN "title" TO "label";
--   CREATE TABLE "driftless_new_article" (
--     "sku" VARCHAR(20) PRIMARY KEY NOT NULL,
--     "label" VARCHAR(100) NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_article" ("sku", "label", rowid) SELECT "sku", "label", rowid FROM "article";
--   DROP TABLE "article";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_article" RENAME TO "article";
--   PRAGMA legacy_alter_table = OFF;
--   ALTER TABLE "purchase" RENAME COLUMN "quantity" TO "qty";
--   CREATE TABLE "driftless_new_purchase" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "sku" VARCHAR(20) NOT NULL,
--     "qty" SMALLINT NOT NULL,
--     CONSTRAINT "purchase_qty" CHECK (qty > 0),
--     CONSTRAINT "purchase_sku" FOREIGN KEY ("sku") REFERENCES "article" ("sku")
--   );
--   INSERT OR ABORT INTO "driftless_new_purchase" ("id", "sku", "qty", rowid) SELECT "id", "sku", "qty", rowid FROM "purchase";
--   DROP TABLE "purchase";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_purchase" RENAME TO "purchase";
--   PRAGMA legacy_alter_table = OFF;
=== combined/split-one-table-into-two
CREATE TABLE "address" (
  "person_id" INT PRIMARY KEY NOT NULL,
  "street" VARCHAR(40),
  "town" VARCHAR(40),
  CONSTRAINT "address_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);
ALTER TABLE "person" DROP COLUMN "town";
ALTER TABLE "person" DROP COLUMN "street";
-- critical column.drop column person.street
-- medium table.rewrite column person.street
-- medium column.drop column person.town
-- medium table.rewrite column person.town
-- undo R1
--   DROP TABLE "address";
--   ALTER TABLE "person" ADD COLUMN "street" VARCHAR(40);
--   ALTER TABLE "person" ADD COLUMN "town" VARCHAR(40);
=== combined/structured-equals-sql
nothing to do
=== combined/structured-shop
CREATE TABLE "order_line" (
  "order_id" INT NOT NULL,
  "line_no" INT NOT NULL,
  "sku" VARCHAR(20) NOT NULL,
  "quantity" INT NOT NULL DEFAULT 1,
  "price" DECIMAL(10,2) NOT NULL,
  PRIMARY KEY ("order_id", "line_no"),
  CONSTRAINT "line_quantity" CHECK (quantity > 0),
  CONSTRAINT "line_order" FOREIGN KEY ("order_id") REFERENCES "orders" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("sku") REFERENCES "product" ("sku")
);
CREATE TABLE "orders" (
  "id" INT PRIMARY KEY NOT NULL,
  "made" TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "note" TEXT
);
CREATE TABLE "product" (
  "sku" VARCHAR(20) PRIMARY KEY NOT NULL,
  "title" VARCHAR(200) NOT NULL,
  "ean" VARCHAR(13),
  CONSTRAINT "product_ean" UNIQUE ("ean")
);
CREATE INDEX "orders_made" ON "orders" ("made");
CREATE UNIQUE INDEX "product_title" ON "product" ("title", "sku");
-- advice style.foreign_key_index foreign key order_line.sku
-- advice style.nullable_unique unique product.product_ean
-- undo R2
--   DROP TABLE "order_line";
--   DROP TABLE "orders";
--   DROP TABLE "product";
=== combined/swap-constraint-names
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  CONSTRAINT "k2" CHECK (a > 0),
  CONSTRAINT "k1" CHECK (a < 9)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.k1
-- low check.add check t.k2
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     CONSTRAINT "k1" CHECK (a > 0),
--     CONSTRAINT "k2" CHECK (a < 9)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== combined/swap-index-names
DROP INDEX "i1";
DROP INDEX "i2";
CREATE INDEX "i1" ON "t" ("b");
CREATE INDEX "i2" ON "t" ("a");
-- info index.create.blocking index t.i1
-- info index.create.blocking index t.i2
-- undo R0
--   DROP INDEX "i1";
--   DROP INDEX "i2";
--   CREATE INDEX "i1" ON "t" ("a");
--   CREATE INDEX "i2" ON "t" ("b");
=== combined/table-becomes-what-another-was
ALTER TABLE "a" DROP COLUMN "x";
ALTER TABLE "a" ADD COLUMN "y" DECIMAL(5,2);
ALTER TABLE "b" DROP COLUMN "y";
ALTER TABLE "b" ADD COLUMN "x" DATE;
-- medium column.drop column a.x
-- medium table.rewrite column a.x
-- medium column.drop column b.y
-- medium table.rewrite column b.y
-- medium locks.several table a
-- undo R2
--   ALTER TABLE "a" DROP COLUMN "y";
--   ALTER TABLE "a" ADD COLUMN "x" DATE;
--   ALTER TABLE "b" DROP COLUMN "x";
--   ALTER TABLE "b" ADD COLUMN "y" DECIMAL(5,2);
=== combined/ticket-system-second-release
DROP INDEX "ticket_state";
CREATE TABLE "membership" (
  "project_id" BIGINT NOT NULL,
  "member_id" INT NOT NULL,
  "role" VARCHAR(10) NOT NULL DEFAULT 'user',
  PRIMARY KEY ("project_id", "member_id"),
  CONSTRAINT "membership_project" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE,
  CONSTRAINT "membership_member" FOREIGN KEY ("member_id") REFERENCES "member" ("id") ON DELETE CASCADE
);
CREATE TABLE "remark" (
  "id" INT PRIMARY KEY NOT NULL,
  "ticket_id" INT NOT NULL,
  "parent_id" INT,
  "body" TEXT,
  CONSTRAINT "remark_ticket" FOREIGN KEY ("ticket_id") REFERENCES "ticket" ("id") ON DELETE CASCADE,
  CONSTRAINT "remark_parent" FOREIGN KEY ("parent_id") REFERENCES "remark" ("id")
);
CREATE TABLE "driftless_new_member" (
  "id" INT PRIMARY KEY NOT NULL,
  "mail" VARCHAR(200) NOT NULL,
  CONSTRAINT "member_mail" UNIQUE ("mail")
);
INSERT OR ABORT INTO "driftless_new_member" ("id", "mail", rowid) SELECT "id", "mail", rowid FROM "member";
DROP TABLE "member";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_member" RENAME TO "member";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_project" (
  "id" BIGINT PRIMARY KEY NOT NULL,
  "code" VARCHAR(20) NOT NULL,
  "archived" SMALLINT NOT NULL DEFAULT 0,
  CONSTRAINT "project_code" UNIQUE ("code")
);
INSERT OR ABORT INTO "driftless_new_project" ("id", "code", rowid) SELECT "id", "code", rowid FROM "project";
DROP TABLE "project";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_project" RENAME TO "project";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_ticket" (
  "id" INT PRIMARY KEY NOT NULL,
  "project_id" BIGINT NOT NULL,
  "title" VARCHAR(200) NOT NULL,
  "state" VARCHAR(20) DEFAULT 'open',
  "assignee_id" INT,
  CONSTRAINT "ticket_title" CHECK (title <> 'none'),
  CONSTRAINT "ticket_project" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE,
  CONSTRAINT "ticket_assignee" FOREIGN KEY ("assignee_id") REFERENCES "member" ("id") ON DELETE SET NULL
);
INSERT OR ABORT INTO "driftless_new_ticket" ("id", "project_id", "title", "state", rowid) SELECT "id", "project_id", "title", "state", rowid FROM "ticket";
DROP TABLE "ticket";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_ticket" RENAME TO "ticket";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "ticket_state" ON "ticket" ("project_id", "state");
-- medium column.drop column member.nick
-- medium column.drop column ticket.assignee_mail
-- medium locks.several table member
-- medium table.rebuild table member
-- medium table.rebuild table project
-- medium table.rebuild table ticket
-- low check.add check ticket.ticket_title
-- low column.not_null column member.mail
-- low column.type column member.mail
-- low column.type column project.code
-- low column.type column project.id
-- low column.type column ticket.project_id
-- low column.type column ticket.state
-- low column.not_null column ticket.title
-- low column.type column ticket.title
-- low foreign_key.add foreign key ticket.ticket_assignee
-- low foreign_key.add foreign key ticket.ticket_project
-- low unique.add unique member.member_mail
-- info index.create.blocking index ticket.ticket_state
-- info rebuild.text table member
-- info rebuild.text table project
-- info rebuild.text table ticket
-- advice style.foreign_key_index foreign key membership.membership_member
-- advice style.foreign_key_index foreign key remark.remark_parent
-- advice style.foreign_key_index foreign key remark.remark_ticket
-- advice style.foreign_key_index foreign key ticket.ticket_assignee
-- undo R2
--   DROP INDEX "ticket_state";
--   DROP TABLE "membership";
--   DROP TABLE "remark";
--   CREATE TABLE "driftless_new_member" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "mail" VARCHAR(100),
--     "nick" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_member" ("id", "mail", rowid) SELECT "id", "mail", rowid FROM "member";
--   DROP TABLE "member";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_member" RENAME TO "member";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_project" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "code" VARCHAR(10) NOT NULL,
--     CONSTRAINT "project_code" UNIQUE ("code")
--   );
--   INSERT OR ABORT INTO "driftless_new_project" ("id", "code", rowid) SELECT "id", "code", rowid FROM "project";
--   DROP TABLE "project";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_project" RENAME TO "project";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_ticket" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "project_id" INT NOT NULL,
--     "title" VARCHAR(80),
--     "state" VARCHAR(10) DEFAULT 'new',
--     "assignee_mail" VARCHAR(100),
--     CONSTRAINT "ticket_project" FOREIGN KEY ("project_id") REFERENCES "project" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_ticket" ("id", "project_id", "title", "state", rowid) SELECT "id", "project_id", "title", "state", rowid FROM "ticket";
--   DROP TABLE "ticket";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_ticket" RENAME TO "ticket";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "ticket_state" ON "ticket" ("state");
=== defaults/add-column-default-now-with-rows
CREATE TABLE "driftless_new_event" (
  "id" INT PRIMARY KEY NOT NULL,
  "made" TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
INSERT OR ABORT INTO "driftless_new_event" ("id", rowid) SELECT "id", rowid FROM "event";
DROP TABLE "event";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_event" RENAME TO "event";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table event
-- info rebuild.text table event
-- undo R2
--   ALTER TABLE "event" DROP COLUMN "made";
=== defaults/added
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT DEFAULT 5
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/boolean
nothing to do
=== defaults/changed
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT DEFAULT -6,
  "b" VARCHAR(10) DEFAULT 'y''s'
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT DEFAULT 5,
--     "b" VARCHAR(10) DEFAULT 'x'
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/current-timestamp
CREATE TABLE "event" (
  "id" INT PRIMARY KEY NOT NULL,
  "made" TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
-- undo R2
--   DROP TABLE "event";
=== defaults/current-timestamp-nothing-to-do
nothing to do
=== defaults/dates-as-defaults
nothing to do
=== defaults/dropped
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium column.default.drop column t.a
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT NOT NULL DEFAULT 5
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/dropped-from-nullable
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" VARCHAR(10)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" VARCHAR(10) DEFAULT 'x'
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/empty-string-vs-none
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(10) DEFAULT ''
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(10)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/expression
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT DEFAULT (1 + 2),
  "b" VARCHAR(40) DEFAULT (upper('abc'))
);
INSERT OR ABORT INTO "driftless_new_t" ("id", rowid) SELECT "id", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "b";
--   ALTER TABLE "t" DROP COLUMN "a";
=== defaults/literal-becomes-expression
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(40) DEFAULT (upper('abc'))
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(40) DEFAULT 'ABC'
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/literals-nothing-to-do
nothing to do
=== defaults/long-text
ALTER TABLE "t" ADD COLUMN "v" VARCHAR(250) NOT NULL DEFAULT 'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijjjjjjjjjjkkkkkkkkkkllllllllllmmmmmmmmmmnnnnnnnnnnooooooooooppppppppppqqqqqqqqqqrrrrrrrrrrsssssssssstttttttttt';
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "v";
=== defaults/negative-and-zero
nothing to do
=== defaults/null-equals-none
nothing to do
=== defaults/quoted-number-changes
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT NOT NULL DEFAULT 10
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT NOT NULL DEFAULT 1
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/string-current-timestamp-is-text
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(30) DEFAULT 'CURRENT_TIMESTAMP'
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(30) DEFAULT 'x'
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/string-null-is-not-null
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(20) DEFAULT 'NULL'
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/text-that-looks-like-sql
ALTER TABLE "t" ADD COLUMN "a" VARCHAR(40) DEFAULT 'now()';
ALTER TABLE "t" ADD COLUMN "b" VARCHAR(40) DEFAULT 'NULL';
ALTER TABLE "t" ADD COLUMN "c" VARCHAR(40) DEFAULT '(1+1)';
ALTER TABLE "t" ADD COLUMN "d" VARCHAR(40) DEFAULT ');--';
ALTER TABLE "t" ADD COLUMN "e" VARCHAR(40) DEFAULT '/* */';
ALTER TABLE "t" ADD COLUMN "f" VARCHAR(40) DEFAULT 'a''b"c`d';
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "f";
--   ALTER TABLE "t" DROP COLUMN "e";
--   ALTER TABLE "t" DROP COLUMN "d";
--   ALTER TABLE "t" DROP COLUMN "c";
--   ALTER TABLE "t" DROP COLUMN "b";
--   ALTER TABLE "t" DROP COLUMN "a";
=== defaults/unicode-literal
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(20) DEFAULT 'é漢🦀'
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(20) DEFAULT 'x'
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== defaults/with-backslash-and-quotes
ALTER TABLE "t" ADD COLUMN "a" VARCHAR(60) DEFAULT 'say "hi" it''s 100% -- not a comment; /* nor this */';
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "a";
=== foreign-keys/added-named
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "p_id" INT,
  CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id")
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table c
-- low foreign_key.add foreign key c.c_p
-- info rebuild.text table c
-- advice style.foreign_key_index foreign key c.c_p
-- undo R0
--   CREATE TABLE "driftless_new_c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p_id" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/added-unnamed
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "p_id" INT,
  FOREIGN KEY ("p_id") REFERENCES "p" ("id")
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- low foreign_key.add foreign key c
-- info rebuild.text table c
-- info table.rebuild table c
-- advice style.foreign_key_index foreign key c.p_id
-- undo R0
--   CREATE TABLE "driftless_new_c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p_id" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/child-dropped-parent-stays
DROP TABLE "child";
CREATE TABLE "driftless_new_parent" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" BIGINT,
  "w" INT
);
INSERT OR ABORT INTO "driftless_new_parent" ("id", "v", rowid) SELECT "id", "v", rowid FROM "parent";
DROP TABLE "parent";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_parent" RENAME TO "parent";
PRAGMA legacy_alter_table = OFF;
-- critical table.drop table child
-- medium table.rebuild table parent
-- low column.type column parent.v
-- info rebuild.text table parent
-- undo R1
--   CREATE TABLE "child" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p" INT,
--     CONSTRAINT "child_p" FOREIGN KEY ("p") REFERENCES "parent" ("id") ON DELETE CASCADE
--   );
--   CREATE TABLE "driftless_new_parent" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_parent" ("id", "v", rowid) SELECT "id", "v", rowid FROM "parent";
--   DROP TABLE "parent";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_parent" RENAME TO "parent";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/column-and-key-added-together
ALTER TABLE "child" ADD COLUMN "parent_id" INT CONSTRAINT "child_parent" REFERENCES "parent" ("id");
-- low foreign_key.add foreign key child.child_parent
-- advice style.foreign_key_index foreign key child.child_parent
-- undo R2
--   CREATE TABLE "driftless_new_child" (
--     "id" INT PRIMARY KEY NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_child" ("id", rowid) SELECT "id", rowid FROM "child";
--   DROP TABLE "child";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_child" RENAME TO "child";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/composite
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "y" INT,
  "x" INT,
  CONSTRAINT "c_p" FOREIGN KEY ("x", "y") REFERENCES "p" ("a", "b")
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "y", "x", rowid) SELECT "id", "y", "x", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table c
-- low foreign_key.add foreign key c.c_p
-- info rebuild.text table c
-- advice style.foreign_key_index foreign key c.c_p
-- undo R0
--   CREATE TABLE "driftless_new_c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "y" INT,
--     "x" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "y", "x", rowid) SELECT "id", "y", "x", rowid FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/composite-columns-reordered
CREATE TABLE "driftless_new_child" (
  "id" INT PRIMARY KEY NOT NULL,
  "x" INT,
  "y" INT,
  CONSTRAINT "child_parent" FOREIGN KEY ("x", "y") REFERENCES "parent" ("b", "a")
);
INSERT OR ABORT INTO "driftless_new_child" ("id", "x", "y", rowid) SELECT "id", "x", "y", rowid FROM "child";
DROP TABLE "child";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_child" RENAME TO "child";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table child
-- low foreign_key.add foreign key child.child_parent
-- info rebuild.text table child
-- advice style.foreign_key_index foreign key child.child_parent
-- undo R0
--   CREATE TABLE "driftless_new_child" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "x" INT,
--     "y" INT,
--     CONSTRAINT "child_parent" FOREIGN KEY ("x", "y") REFERENCES "parent" ("a", "b")
--   );
--   INSERT OR ABORT INTO "driftless_new_child" ("id", "x", "y", rowid) SELECT "id", "x", "y", rowid FROM "child";
--   DROP TABLE "child";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_child" RENAME TO "child";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/cyclic-created
CREATE TABLE "house" (
  "id" INT PRIMARY KEY NOT NULL,
  "owner_id" INT,
  CONSTRAINT "house_owner" FOREIGN KEY ("owner_id") REFERENCES "person" ("id")
);
CREATE TABLE "person" (
  "id" INT PRIMARY KEY NOT NULL,
  "house_id" INT,
  CONSTRAINT "person_house" FOREIGN KEY ("house_id") REFERENCES "house" ("id")
);
-- advice style.foreign_key_index foreign key house.house_owner
-- advice style.foreign_key_index foreign key person.person_house
-- undo R2
--   DROP TABLE "house";
--   DROP TABLE "person";
=== foreign-keys/cyclic-dropped
DROP TABLE "house";
DROP TABLE "person";
-- critical table.drop table house
-- critical table.drop table person
-- undo R1
--   CREATE TABLE "house" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "owner_id" INT,
--     CONSTRAINT "house_owner" FOREIGN KEY ("owner_id") REFERENCES "person" ("id")
--   );
--   CREATE TABLE "person" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "house_id" INT,
--     CONSTRAINT "person_house" FOREIGN KEY ("house_id") REFERENCES "house" ("id")
--   );
=== foreign-keys/drop-parent-and-column
DROP TABLE "p";
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "a", rowid) SELECT "id", "a", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column c.p_id
-- critical table.drop table p
-- high foreign_key.drop foreign key c.c_p
-- medium table.rebuild table c
-- info rebuild.text table c
-- undo R1
--   CREATE TABLE "p" (
--     "id" INT PRIMARY KEY NOT NULL
--   );
--   ALTER TABLE "c" ADD COLUMN "p_id" INT CONSTRAINT "c_p" REFERENCES "p" ("id");
=== foreign-keys/dropped
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "p_id" INT
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- high foreign_key.drop foreign key c.c_p
-- medium table.rebuild table c
-- info rebuild.text table c
-- undo R0
--   CREATE TABLE "driftless_new_c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p_id" INT,
--     CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/dropped-with-its-column-and-parent-renamed
ALTER TABLE "shop" RENAME TO "branch";
CREATE TABLE "driftless_new_visit" (
  "id" INT PRIMARY KEY NOT NULL
);
INSERT OR ABORT INTO "driftless_new_visit" ("id", rowid) SELECT "id", rowid FROM "visit";
DROP TABLE "visit";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_visit" RENAME TO "visit";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column visit.shop_id
-- critical table.rename table branch
-- high foreign_key.drop foreign key visit.visit_shop
-- medium locks.several table shop
-- medium table.rebuild table visit
-- info rebuild.text table visit
-- undo R1
--   ALTER TABLE "branch" RENAME TO "shop";
--   ALTER TABLE "visit" ADD COLUMN "shop_id" INT CONSTRAINT "visit_shop" REFERENCES "shop" ("id");
=== foreign-keys/every-action-equals-itself
nothing to do
=== foreign-keys/four-tables-in-a-ring
CREATE TABLE "a" (
  "id" INT PRIMARY KEY NOT NULL,
  "next_id" INT,
  CONSTRAINT "a_next" FOREIGN KEY ("next_id") REFERENCES "b" ("id")
);
CREATE TABLE "b" (
  "id" INT PRIMARY KEY NOT NULL,
  "next_id" INT,
  CONSTRAINT "b_next" FOREIGN KEY ("next_id") REFERENCES "c" ("id")
);
CREATE TABLE "c" (
  "id" INT PRIMARY KEY NOT NULL,
  "next_id" INT,
  CONSTRAINT "c_next" FOREIGN KEY ("next_id") REFERENCES "d" ("id")
);
CREATE TABLE "d" (
  "id" INT PRIMARY KEY NOT NULL,
  "next_id" INT,
  CONSTRAINT "d_next" FOREIGN KEY ("next_id") REFERENCES "a" ("id")
);
-- advice style.foreign_key_index foreign key a.a_next
-- advice style.foreign_key_index foreign key b.b_next
-- advice style.foreign_key_index foreign key c.c_next
-- advice style.foreign_key_index foreign key d.d_next
-- undo R2
--   DROP TABLE "a";
--   DROP TABLE "b";
--   DROP TABLE "c";
--   DROP TABLE "d";
=== foreign-keys/index-for-the-key-declared
CREATE INDEX "c_p_a" ON "c" ("p_id", "a");
-- info index.create.blocking index c.c_p_a
-- undo R0
--   DROP INDEX "c_p_a";
=== foreign-keys/key-name-changed-only
CREATE TABLE "driftless_new_child" (
  "id" INT PRIMARY KEY NOT NULL,
  "parent_id" INT,
  CONSTRAINT "fk_new" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
);
INSERT OR ABORT INTO "driftless_new_child" ("id", "parent_id", rowid) SELECT "id", "parent_id", rowid FROM "child";
DROP TABLE "child";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_child" RENAME TO "child";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table child
-- info rebuild.text table child
-- undo R0
--   CREATE TABLE "driftless_new_child" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "parent_id" INT,
--     CONSTRAINT "fk_old" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_child" ("id", "parent_id", rowid) SELECT "id", "parent_id", rowid FROM "child";
--   DROP TABLE "child";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_child" RENAME TO "child";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/many-to-many-join-table
CREATE TABLE "course" (
  "id" INT PRIMARY KEY NOT NULL,
  "title" VARCHAR(80) NOT NULL
);
CREATE TABLE "enrolment" (
  "student_id" INT NOT NULL,
  "course_id" INT NOT NULL,
  "since" DATE,
  PRIMARY KEY ("student_id", "course_id"),
  CONSTRAINT "enrolment_student" FOREIGN KEY ("student_id") REFERENCES "student" ("id") ON DELETE CASCADE,
  CONSTRAINT "enrolment_course" FOREIGN KEY ("course_id") REFERENCES "course" ("id") ON DELETE CASCADE
);
-- advice style.foreign_key_index foreign key enrolment.enrolment_course
-- undo R2
--   DROP TABLE "course";
--   DROP TABLE "enrolment";
=== foreign-keys/middle-of-a-chain-dropped
DROP TABLE "region";
CREATE TABLE "driftless_new_town" (
  "id" INT PRIMARY KEY NOT NULL,
  "country_id" INT,
  CONSTRAINT "town_country" FOREIGN KEY ("country_id") REFERENCES "country" ("id")
);
INSERT OR ABORT INTO "driftless_new_town" ("id", rowid) SELECT "id", rowid FROM "town";
DROP TABLE "town";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_town" RENAME TO "town";
PRAGMA legacy_alter_table = OFF;
-- critical table.drop table region
-- high foreign_key.drop foreign key town.town_region
-- medium column.drop column town.region_id
-- medium table.rebuild table town
-- low foreign_key.add foreign key town.town_country
-- info rename.undeclared column town.region_id
-- info rebuild.text table town
-- advice style.foreign_key_index foreign key town.town_country
-- undo R1
--   CREATE TABLE "region" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "country_id" INT,
--     CONSTRAINT "region_country" FOREIGN KEY ("country_id") REFERENCES "country" ("id")
--   );
--   CREATE TABLE "driftless_new_town" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "region_id" INT,
--     CONSTRAINT "town_region" FOREIGN KEY ("region_id") REFERENCES "region" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_town" ("id", rowid) SELECT "id", rowid FROM "town";
--   DROP TABLE "town";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_town" RENAME TO "town";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/no-action-is-the-default
nothing to do
=== foreign-keys/on-delete-cascade
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "p_id" INT NOT NULL,
  CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id") ON DELETE CASCADE
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table c
-- low foreign_key.add foreign key c.c_p
-- info rebuild.text table c
-- advice style.foreign_key_index foreign key c.c_p
-- undo R0
--   CREATE TABLE "driftless_new_c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p_id" INT NOT NULL,
--     CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/on-update-cascade
CREATE TABLE "driftless_new_child" (
  "id" INT PRIMARY KEY NOT NULL,
  "code" VARCHAR(10),
  CONSTRAINT "child_code" FOREIGN KEY ("code") REFERENCES "parent" ("code") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT OR ABORT INTO "driftless_new_child" ("id", "code", rowid) SELECT "id", "code", rowid FROM "child";
DROP TABLE "child";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_child" RENAME TO "child";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table child
-- low foreign_key.add foreign key child.child_code
-- info rebuild.text table child
-- advice style.foreign_key_index foreign key child.child_code
-- undo R0
--   CREATE TABLE "driftless_new_child" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "code" VARCHAR(10)
--   );
--   INSERT OR ABORT INTO "driftless_new_child" ("id", "code", rowid) SELECT "id", "code", rowid FROM "child";
--   DROP TABLE "child";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_child" RENAME TO "child";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/parent-changes-children-stay
CREATE TABLE "driftless_new_p" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(10) NOT NULL
);
INSERT OR ABORT INTO "driftless_new_p" ("id", "a", rowid) SELECT "id", "a", rowid FROM "p";
DROP TABLE "p";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_p" RENAME TO "p";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column p.code
-- medium table.rebuild table p
-- medium constraint.drop unique p.p_code
-- low column.not_null column p.a
-- info rebuild.text table p
-- undo R1
--   CREATE TABLE "driftless_new_p" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(10),
--     "code" VARCHAR(10) NOT NULL,
--     CONSTRAINT "p_code" UNIQUE ("code")
--   );
--   INSERT OR ABORT INTO "driftless_new_p" ("id", "a", rowid) SELECT "id", "a", rowid FROM "p";
--   DROP TABLE "p";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_p" RENAME TO "p";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/parent-key-and-child-widened
CREATE TABLE "driftless_new_c1" (
  "id" INT PRIMARY KEY NOT NULL,
  "p" BIGINT NOT NULL,
  CONSTRAINT "c1_p" FOREIGN KEY ("p") REFERENCES "parent" ("id") ON DELETE CASCADE
);
INSERT OR ABORT INTO "driftless_new_c1" ("id", "p", rowid) SELECT "id", "p", rowid FROM "c1";
DROP TABLE "c1";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c1" RENAME TO "c1";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_c2" (
  "id" INT PRIMARY KEY NOT NULL,
  "p" BIGINT,
  CONSTRAINT "c2_p" FOREIGN KEY ("p") REFERENCES "parent" ("id") ON DELETE SET NULL
);
INSERT OR ABORT INTO "driftless_new_c2" ("id", "p", rowid) SELECT "id", "p", rowid FROM "c2";
DROP TABLE "c2";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c2" RENAME TO "c2";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_parent" (
  "id" BIGINT PRIMARY KEY NOT NULL,
  "v" VARCHAR(5)
);
INSERT OR ABORT INTO "driftless_new_parent" ("id", "v", rowid) SELECT "id", "v", rowid FROM "parent";
DROP TABLE "parent";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_parent" RENAME TO "parent";
PRAGMA legacy_alter_table = OFF;
-- medium locks.several table c1
-- medium table.rebuild table c1
-- medium table.rebuild table c2
-- medium table.rebuild table parent
-- low column.type column c1.p
-- low column.type column c2.p
-- low column.type column parent.id
-- info rebuild.text table c1
-- info rebuild.text table c2
-- info rebuild.text table parent
-- undo R2
--   CREATE TABLE "driftless_new_c1" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p" INT NOT NULL,
--     CONSTRAINT "c1_p" FOREIGN KEY ("p") REFERENCES "parent" ("id") ON DELETE CASCADE
--   );
--   INSERT OR ABORT INTO "driftless_new_c1" ("id", "p", rowid) SELECT "id", "p", rowid FROM "c1";
--   DROP TABLE "c1";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c1" RENAME TO "c1";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_c2" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p" INT,
--     CONSTRAINT "c2_p" FOREIGN KEY ("p") REFERENCES "parent" ("id") ON DELETE SET NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_c2" ("id", "p", rowid) SELECT "id", "p", rowid FROM "c2";
--   DROP TABLE "c2";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c2" RENAME TO "c2";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_parent" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" VARCHAR(5)
--   );
--   INSERT OR ABORT INTO "driftless_new_parent" ("id", "v", rowid) SELECT "id", "v", rowid FROM "parent";
--   DROP TABLE "parent";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_parent" RENAME TO "parent";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/parent-replaced-by-a-new-table
DROP TABLE "old_parent";
CREATE TABLE "new_parent" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(20)
);
CREATE TABLE "driftless_new_c1" (
  "id" INT PRIMARY KEY NOT NULL,
  "p" INT,
  CONSTRAINT "c1_p" FOREIGN KEY ("p") REFERENCES "new_parent" ("id")
);
INSERT OR ABORT INTO "driftless_new_c1" ("id", "p", rowid) SELECT "id", "p", rowid FROM "c1";
DROP TABLE "c1";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c1" RENAME TO "c1";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_c2" (
  "id" INT PRIMARY KEY NOT NULL,
  "p" INT,
  CONSTRAINT "c2_p" FOREIGN KEY ("p") REFERENCES "new_parent" ("id")
);
INSERT OR ABORT INTO "driftless_new_c2" ("id", "p", rowid) SELECT "id", "p", rowid FROM "c2";
DROP TABLE "c2";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c2" RENAME TO "c2";
PRAGMA legacy_alter_table = OFF;
-- critical table.drop table old_parent
-- high foreign_key.add foreign key c1.c1_p
-- high foreign_key.add foreign key c2.c2_p
-- medium locks.several table c1
-- medium table.rebuild table c1
-- info rebuild.text table c1
-- info rebuild.text table c2
-- info table.rebuild table c2
-- advice style.foreign_key_index foreign key c1.c1_p
-- advice style.foreign_key_index foreign key c2.c2_p
-- undo R1
--   DROP TABLE "new_parent";
--   CREATE TABLE "old_parent" (
--     "id" INT PRIMARY KEY NOT NULL
--   );
--   CREATE TABLE "driftless_new_c1" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p" INT,
--     CONSTRAINT "c1_p" FOREIGN KEY ("p") REFERENCES "old_parent" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_c1" ("id", "p", rowid) SELECT "id", "p", rowid FROM "c1";
--   DROP TABLE "c1";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c1" RENAME TO "c1";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_c2" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p" INT,
--     CONSTRAINT "c2_p" FOREIGN KEY ("p") REFERENCES "old_parent" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_c2" ("id", "p", rowid) SELECT "id", "p", rowid FROM "c2";
--   DROP TABLE "c2";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c2" RENAME TO "c2";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/primary-key-is-the-reference
CREATE TABLE "driftless_new_employee" (
  "id" INT PRIMARY KEY NOT NULL,
  "salary" INT,
  CONSTRAINT "employee_person" FOREIGN KEY ("id") REFERENCES "person" ("id") ON DELETE CASCADE
);
INSERT OR ABORT INTO "driftless_new_employee" ("id", "salary", rowid) SELECT "id", "salary", rowid FROM "employee";
DROP TABLE "employee";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_employee" RENAME TO "employee";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table employee
-- low foreign_key.add foreign key employee.employee_person
-- info rebuild.text table employee
-- undo R0
--   CREATE TABLE "driftless_new_employee" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "salary" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_employee" ("id", "salary", rowid) SELECT "id", "salary", rowid FROM "employee";
--   DROP TABLE "employee";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_employee" RENAME TO "employee";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/references-unique-key
CREATE TABLE "driftless_new_city" (
  "id" INT PRIMARY KEY NOT NULL,
  "iso" VARCHAR(2),
  CONSTRAINT "city_country" FOREIGN KEY ("iso") REFERENCES "country" ("iso")
);
INSERT OR ABORT INTO "driftless_new_city" ("id", "iso", rowid) SELECT "id", "iso", rowid FROM "city";
DROP TABLE "city";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_city" RENAME TO "city";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_country" (
  "id" INT PRIMARY KEY NOT NULL,
  "iso" VARCHAR(2) NOT NULL,
  CONSTRAINT "country_iso" UNIQUE ("iso")
);
INSERT OR ABORT INTO "driftless_new_country" ("id", "iso", rowid) SELECT "id", "iso", rowid FROM "country";
DROP TABLE "country";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_country" RENAME TO "country";
PRAGMA legacy_alter_table = OFF;
-- medium locks.several table city
-- medium table.rebuild table city
-- medium table.rebuild table country
-- low foreign_key.add foreign key city.city_country
-- low unique.add unique country.country_iso
-- info rebuild.text table city
-- info rebuild.text table country
-- advice style.foreign_key_index foreign key city.city_country
-- undo R0
--   CREATE TABLE "driftless_new_city" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "iso" VARCHAR(2)
--   );
--   INSERT OR ABORT INTO "driftless_new_city" ("id", "iso", rowid) SELECT "id", "iso", rowid FROM "city";
--   DROP TABLE "city";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_city" RENAME TO "city";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_country" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "iso" VARCHAR(2) NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_country" ("id", "iso", rowid) SELECT "id", "iso", rowid FROM "country";
--   DROP TABLE "country";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_country" RENAME TO "country";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/retargeted
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "p_id" INT,
  CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p2" ("id")
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table c
-- low foreign_key.add foreign key c.c_p
-- info rebuild.text table c
-- advice style.foreign_key_index foreign key c.c_p
-- undo R0
--   CREATE TABLE "driftless_new_c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p_id" INT,
--     CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p1" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/ring-loses-one-table
DROP TABLE "b";
CREATE TABLE "driftless_new_a" (
  "id" INT PRIMARY KEY NOT NULL,
  "next_id" INT,
  CONSTRAINT "a_next" FOREIGN KEY ("next_id") REFERENCES "c" ("id")
);
INSERT OR ABORT INTO "driftless_new_a" ("id", "next_id", rowid) SELECT "id", "next_id", rowid FROM "a";
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
-- critical table.drop table b
-- medium table.rebuild table a
-- low foreign_key.add foreign key a.a_next
-- info rebuild.text table a
-- advice style.foreign_key_index foreign key a.a_next
-- undo R1
--   CREATE TABLE "b" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "next_id" INT,
--     CONSTRAINT "b_next" FOREIGN KEY ("next_id") REFERENCES "c" ("id")
--   );
--   CREATE TABLE "driftless_new_a" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "next_id" INT,
--     CONSTRAINT "a_next" FOREIGN KEY ("next_id") REFERENCES "b" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_a" ("id", "next_id", rowid) SELECT "id", "next_id", rowid FROM "a";
--   DROP TABLE "a";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_a" RENAME TO "a";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/self-reference
ALTER TABLE "node" ADD COLUMN "label" VARCHAR(40) NOT NULL DEFAULT '';
-- undo R2
--   ALTER TABLE "node" DROP COLUMN "label";
=== foreign-keys/self-reference-created
CREATE TABLE "node" (
  "id" INT PRIMARY KEY NOT NULL,
  "parent_id" INT,
  CONSTRAINT "node_parent" FOREIGN KEY ("parent_id") REFERENCES "node" ("id")
);
-- advice style.foreign_key_index foreign key node.node_parent
-- undo R2
--   DROP TABLE "node";
=== foreign-keys/set-null-and-cascade-nothing-to-do
nothing to do
=== foreign-keys/set-null-to-restrict
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "p_id" INT,
  CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id") ON DELETE RESTRICT
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table c
-- low foreign_key.add foreign key c.c_p
-- info rebuild.text table c
-- advice style.foreign_key_index foreign key c.c_p
-- undo R0
--   CREATE TABLE "driftless_new_c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p_id" INT,
--     CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id") ON DELETE SET NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== foreign-keys/two-to-one-table
nothing to do
=== identifiers/blank-and-dot-inside-names
DROP INDEX "my index";
CREATE TABLE "driftless_new_my table" (
  "a.b" INT PRIMARY KEY NOT NULL,
  "c d" BIGINT NOT NULL,
  "100%" INT,
  "x;y" INT
);
INSERT OR ABORT INTO "driftless_new_my table" ("a.b", "c d", "100%", rowid) SELECT "a.b", "c d", "100%", rowid FROM "my table";
DROP TABLE "my table";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_my table" RENAME TO "my table";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "my index" ON "my table" ("c d", "100%");
-- medium column.drop column my table.e-f
-- medium table.rebuild table my table
-- low column.not_null column my table.c d
-- low column.type column my table.c d
-- info rename.undeclared column my table.e-f
-- info index.create.blocking index my table.my index
-- info rebuild.text table my table
-- undo R2
--   DROP INDEX "my index";
--   CREATE TABLE "driftless_new_my table" (
--     "a.b" INT PRIMARY KEY NOT NULL,
--     "c d" INT,
--     "e-f" INT,
--     "100%" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_my table" ("a.b", "c d", "100%", rowid) SELECT "a.b", "c d", "100%", rowid FROM "my table";
--   DROP TABLE "my table";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_my table" RENAME TO "my table";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "my index" ON "my table" ("c d");
=== identifiers/embedded-quotes
CREATE TABLE "a""b`c" (
  "id" INT PRIMARY KEY NOT NULL,
  "it's" INT,
  "x""; DROP TABLE y; --" INT
);
-- undo R2
--   DROP TABLE "a""b`c";
=== identifiers/keywords
CREATE TABLE "driftless_new_order" (
  "select" INT PRIMARY KEY NOT NULL,
  "group" BIGINT,
  "from" VARCHAR(10) DEFAULT 'x'
);
INSERT OR ABORT INTO "driftless_new_order" ("select", "group", rowid) SELECT "select", "group", rowid FROM "order";
DROP TABLE "order";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_order" RENAME TO "order";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "index" ON "order" ("group", "from");
-- medium table.rebuild table order
-- low column.type column order.group
-- info index.create.blocking index order.index
-- info rebuild.text table order
-- advice style.reserved_word column order.from
-- advice style.reserved_word index order.index
-- undo R2
--   DROP INDEX "index";
--   CREATE TABLE "driftless_new_order" (
--     "select" INT PRIMARY KEY NOT NULL,
--     "group" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_order" ("select", "group", rowid) SELECT "select", "group", rowid FROM "order";
--   DROP TABLE "order";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_order" RENAME TO "order";
--   PRAGMA legacy_alter_table = OFF;
=== identifiers/keywords-as-columns-change
DROP INDEX "index";
CREATE TABLE "driftless_new_order" (
  "select" BIGINT PRIMARY KEY NOT NULL,
  "from" VARCHAR(20) NOT NULL DEFAULT 'where',
  "group" INT,
  "table" INT
);
INSERT OR ABORT INTO "driftless_new_order" ("select", "from", "group", rowid) SELECT "select", "from", "group", rowid FROM "order";
DROP TABLE "order";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_order" RENAME TO "order";
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX "unique" ON "order" ("table");
-- medium constraint.drop check order.check
-- medium index.drop index order.index
-- medium table.rebuild table order
-- low column.not_null column order.from
-- low column.type column order.from
-- low column.type column order.select
-- info index.create.blocking index order.unique
-- info rebuild.text table order
-- advice style.reserved_word column order.table
-- advice style.nullable_unique index order.unique
-- advice style.reserved_word index order.unique
-- undo R2
--   DROP INDEX "unique";
--   CREATE TABLE "driftless_new_order" (
--     "select" INT PRIMARY KEY NOT NULL,
--     "from" VARCHAR(10),
--     "group" INT,
--     CONSTRAINT "check" CHECK ("group" > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_order" ("select", "from", "group", rowid) SELECT "select", "from", "group", rowid FROM "order";
--   DROP TABLE "order";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_order" RENAME TO "order";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "index" ON "order" ("from");
=== identifiers/keywords-in-foreign-keys
CREATE TABLE "grant" (
  "id" INT PRIMARY KEY NOT NULL,
  "references" INT,
  CONSTRAINT "foreign" FOREIGN KEY ("references") REFERENCES "user" ("key") ON DELETE CASCADE
);
CREATE TABLE "user" (
  "key" INT PRIMARY KEY NOT NULL
);
-- advice style.reserved_word column grant.references
-- advice style.foreign_key_index foreign key grant.foreign
-- advice style.reserved_word foreign key grant.foreign
-- undo R2
--   DROP TABLE "grant";
--   DROP TABLE "user";
=== identifiers/long-names-unnamed-constraints
nothing to do
=== identifiers/longest-name
CREATE TABLE "driftless_new_tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" BIGINT NOT NULL,
  "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1" INT
);
INSERT OR ABORT INTO "driftless_new_tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" ("id", "a", rowid) SELECT "id", "a", rowid FROM "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1";
DROP TABLE "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" RENAME TO "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii1" ON "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" ("cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1");
-- medium table.rebuild table tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1
-- low column.not_null column tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.a
-- low column.type column tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.a
-- info index.create.blocking index tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii1
-- info rebuild.text table tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1
-- undo R2
--   DROP INDEX "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii1";
--   CREATE TABLE "driftless_new_tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" ("id", "a", rowid) SELECT "id", "a", rowid FROM "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1";
--   DROP TABLE "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" RENAME TO "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1";
--   PRAGMA legacy_alter_table = OFF;
=== identifiers/longest-names-of-everything
CREATE TABLE "table_with_a_name_of_exactly_sixty_three_characters_a_long_long" (
  "id" INT PRIMARY KEY NOT NULL,
  "column_with_a_name_of_exactly_sixty_three_characters_a_long_lng" INT,
  CONSTRAINT "check_with_a_name_of_exactly_sixty_three_characters_a_long_long" CHECK (column_with_a_name_of_exactly_sixty_three_characters_a_long_lng > 0)
);
CREATE INDEX "index_with_a_name_of_exactly_sixty_three_characters_a_long_long" ON "table_with_a_name_of_exactly_sixty_three_characters_a_long_long" ("column_with_a_name_of_exactly_sixty_three_characters_a_long_lng");
-- undo R2
--   DROP TABLE "table_with_a_name_of_exactly_sixty_three_characters_a_long_long";
=== identifiers/mixed-case-table
ALTER TABLE "UserAccount" ADD COLUMN "lastName" VARCHAR(40);
-- undo R2
--   ALTER TABLE "UserAccount" DROP COLUMN "lastName";
=== identifiers/odd-characters
CREATE TABLE "2nd table.of-many" (
  "the id" INT PRIMARY KEY NOT NULL,
  "a.b" INT,
  "c-d" VARCHAR(20),
  CONSTRAINT "chk-1" CHECK (1 = 1)
);
CREATE INDEX "idx of a.b" ON "2nd table.of-many" ("a.b");
-- undo R2
--   DROP TABLE "2nd table.of-many";
=== identifiers/quoted-equals-bare
nothing to do
=== identifiers/same-column-names-in-many-tables
CREATE TABLE "driftless_new_a" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT,
  UNIQUE ("v"),
  CHECK (v > 0)
);
INSERT OR ABORT INTO "driftless_new_a" ("id", "v", rowid) SELECT "id", "v", rowid FROM "a";
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_b" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT,
  UNIQUE ("v"),
  CHECK (v > 5)
);
INSERT OR ABORT INTO "driftless_new_b" ("id", "v", rowid) SELECT "id", "v", rowid FROM "b";
DROP TABLE "b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT,
  UNIQUE ("v")
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "v", rowid) SELECT "id", "v", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- medium constraint.drop check b
-- medium constraint.drop check c
-- medium locks.several table a
-- medium table.rebuild table a
-- medium table.rebuild table b
-- medium table.rebuild table c
-- low check.add check b
-- low unique.add unique a
-- low unique.add unique b
-- low unique.add unique c
-- info rebuild.text table a
-- info rebuild.text table b
-- info rebuild.text table c
-- advice style.nullable_unique unique a
-- advice style.nullable_unique unique b
-- advice style.nullable_unique unique c
-- undo R0
--   CREATE TABLE "driftless_new_a" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT,
--     CHECK (v > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_a" ("id", "v", rowid) SELECT "id", "v", rowid FROM "a";
--   DROP TABLE "a";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_a" RENAME TO "a";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_b" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT,
--     CHECK (v > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_b" ("id", "v", rowid) SELECT "id", "v", rowid FROM "b";
--   DROP TABLE "b";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_b" RENAME TO "b";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT,
--     CHECK (v > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "v", rowid) SELECT "id", "v", rowid FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== identifiers/text-layout
nothing to do
=== identifiers/unicode
CREATE TABLE "größe_größer" (
  "номер" INT PRIMARY KEY NOT NULL,
  "名前" VARCHAR(40)
);
CREATE INDEX "índice_名前" ON "größe_größer" ("名前");
-- undo R2
--   DROP TABLE "größe_größer";
=== identifiers/unicode-changes
DROP INDEX "индекс";
CREATE TABLE "driftless_new_заказ" (
  "номер" INT PRIMARY KEY NOT NULL,
  "größe" BIGINT,
  "名前" VARCHAR(20),
  "日付" DATE,
  CONSTRAINT "проверка" CHECK ("größe" > 0)
);
INSERT OR ABORT INTO "driftless_new_заказ" ("номер", "größe", "名前", rowid) SELECT "номер", "größe", "名前", rowid FROM "заказ";
DROP TABLE "заказ";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_заказ" RENAME TO "заказ";
PRAGMA legacy_alter_table = OFF;
-- medium index.drop index заказ.индекс
-- medium table.rebuild table заказ
-- low check.add check заказ.проверка
-- low column.type column заказ.größe
-- low column.type column заказ.名前
-- info rebuild.text table заказ
-- undo R2
--   CREATE TABLE "driftless_new_заказ" (
--     "номер" INT PRIMARY KEY NOT NULL,
--     "größe" INT,
--     "名前" VARCHAR(10)
--   );
--   INSERT OR ABORT INTO "driftless_new_заказ" ("номер", "größe", "名前", rowid) SELECT "номер", "größe", "名前", rowid FROM "заказ";
--   DROP TABLE "заказ";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_заказ" RENAME TO "заказ";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "индекс" ON "заказ" ("größe");
=== indexes/added
CREATE INDEX "t_a" ON "t" ("a");
-- info index.create.blocking index t.t_a
-- undo R0
--   DROP INDEX "t_a";
=== indexes/ascending-is-the-default
nothing to do
=== indexes/column-order-matters
DROP INDEX "t_i";
CREATE INDEX "t_i" ON "t" ("b", "a");
-- info index.create.blocking index t.t_i
-- undo R0
--   DROP INDEX "t_i";
--   CREATE INDEX "t_i" ON "t" ("a", "b");
=== indexes/columns-replaced
DROP INDEX "t_i";
CREATE INDEX "t_i" ON "t" ("b", "a");
-- info index.create.blocking index t.t_i
-- undo R0
--   DROP INDEX "t_i";
--   CREATE INDEX "t_i" ON "t" ("a");
=== indexes/descending
CREATE INDEX "t_ab" ON "t" ("a", "b" DESC);
-- info index.create.blocking index t.t_ab
-- undo R0
--   DROP INDEX "t_ab";
=== indexes/direction-changed
DROP INDEX "t_a";
CREATE INDEX "t_a" ON "t" ("a" DESC);
-- info index.create.blocking index t.t_a
-- undo R0
--   DROP INDEX "t_a";
--   CREATE INDEX "t_a" ON "t" ("a");
=== indexes/dropped
DROP INDEX "t_a";
-- medium index.drop index t.t_a
-- undo R0
--   CREATE INDEX "t_a" ON "t" ("a");
=== indexes/duplicate-shapes
DROP INDEX "t_a_1";
-- medium index.drop index t.t_a_1
-- undo R0
--   CREATE INDEX "t_a_1" ON "t" ("a");
=== indexes/five-on-one-table
nothing to do
=== indexes/mixed-directions
nothing to do
=== indexes/name-changed-only
DROP INDEX "old_name";
CREATE INDEX "new_name" ON "t" ("a");
-- info index.create.blocking index t.new_name
-- undo R0
--   DROP INDEX "new_name";
--   CREATE INDEX "old_name" ON "t" ("a");
=== indexes/on-a-column-that-gets-wider
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" BIGINT,
  "b" VARCHAR(30)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "t_a" ON "t" ("a");
CREATE UNIQUE INDEX "t_b" ON "t" ("b");
-- medium table.rebuild table t
-- low column.type column t.a
-- low column.type column t.b
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     "b" VARCHAR(10)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "t_a" ON "t" ("a");
--   CREATE UNIQUE INDEX "t_b" ON "t" ("b");
=== indexes/on-a-new-column
ALTER TABLE "t" ADD COLUMN "a" INT;
CREATE INDEX "t_a" ON "t" ("a");
CREATE INDEX "t_a_id" ON "t" ("a", "id");
-- info index.create.blocking index t.t_a
-- info index.create.blocking index t.t_a_id
-- advice style.redundant_index index t.t_a
-- undo R2
--   DROP INDEX "t_a";
--   DROP INDEX "t_a_id";
--   ALTER TABLE "t" DROP COLUMN "a";
=== indexes/plain-becomes-unique
DROP INDEX "t_a";
CREATE UNIQUE INDEX "t_a" ON "t" ("a");
-- low unique.add index t.t_a
-- info index.create.blocking index t.t_a
-- advice style.nullable_unique index t.t_a
-- undo R0
--   DROP INDEX "t_a";
--   CREATE INDEX "t_a" ON "t" ("a");
=== indexes/same-columns-two-names
DROP INDEX "first_one";
-- medium index.drop index t.first_one
-- undo R0
--   CREATE INDEX "first_one" ON "t" ("a");
=== indexes/twelve-replaced-by-twelve
DROP INDEX "i1";
DROP INDEX "i2";
DROP INDEX "i3";
DROP INDEX "i5";
DROP INDEX "i4";
CREATE INDEX "i1" ON "t" ("b");
CREATE INDEX "i2" ON "t" ("a");
CREATE INDEX "i3" ON "t" ("c", "d");
CREATE UNIQUE INDEX "i5" ON "t" ("a", "b", "c");
CREATE INDEX "j4" ON "t" ("d");
-- low unique.add index t.i5
-- info index.create.blocking index t.i1
-- info index.create.blocking index t.i2
-- info index.create.blocking index t.i3
-- info index.create.blocking index t.i5
-- info index.create.blocking index t.j4
-- advice style.redundant_index index t.i1
-- advice style.redundant_index index t.i2
-- advice style.nullable_unique index t.i5
-- undo R0
--   DROP INDEX "i1";
--   DROP INDEX "i2";
--   DROP INDEX "i3";
--   DROP INDEX "i5";
--   DROP INDEX "j4";
--   CREATE INDEX "i1" ON "t" ("a");
--   CREATE INDEX "i2" ON "t" ("b");
--   CREATE INDEX "i3" ON "t" ("c");
--   CREATE INDEX "i5" ON "t" ("a", "b");
--   CREATE INDEX "i4" ON "t" ("d");
=== indexes/unique-becomes-plain
DROP INDEX "t_a";
CREATE INDEX "t_a" ON "t" ("a");
-- info index.create.blocking index t.t_a
-- undo R0
--   DROP INDEX "t_a";
--   CREATE UNIQUE INDEX "t_a" ON "t" ("a");
=== indexes/unique-index-added
CREATE UNIQUE INDEX "t_a" ON "t" ("a");
-- low unique.add index t.t_a
-- info index.create.blocking index t.t_a
-- advice style.nullable_unique index t.t_a
-- undo R0
--   DROP INDEX "t_a";
=== indexes/unique-index-next-to-unique-constraint
nothing to do
=== keys/composite-primary-key
ALTER TABLE "seat" ADD COLUMN "taken_by" VARCHAR(40);
-- undo R2
--   ALTER TABLE "seat" DROP COLUMN "taken_by";
=== keys/counted-column-becomes-the-key
CREATE TABLE "new_feature" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "name" VARCHAR(255) NOT NULL
);
-- undo R2
--   DROP TABLE "new_feature";
=== keys/five-column-key
nothing to do
=== keys/inline-equals-table-level
nothing to do
=== keys/key-column-becomes-text
CREATE TABLE "driftless_new_t" (
  "id" VARCHAR(20) PRIMARY KEY NOT NULL,
  "v" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.recast column t.id
-- medium table.rebuild table t
-- low copy.misfit column t.id
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/key-to-new-column
CREATE TABLE "driftless_new_t" (
  "id" BIGINT PRIMARY KEY NOT NULL,
  "name" VARCHAR(30)
);
INSERT OR ABORT INTO "driftless_new_t" ("name", rowid) SELECT "name", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- low column.add.required column t.id
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "name" VARCHAR(30)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("name", rowid) SELECT "name", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/primary-key-added
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(10)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low unique.add primary key t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT NOT NULL,
--     "a" VARCHAR(10)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/primary-key-and-unique-swap
CREATE TABLE "driftless_new_t" (
  "id" INT NOT NULL,
  "code" VARCHAR(10) PRIMARY KEY NOT NULL,
  CONSTRAINT "t_other" UNIQUE ("id")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "code", rowid) SELECT "id", "code", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low unique.add primary key t
-- low unique.add unique t.t_other
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "code" VARCHAR(10) NOT NULL,
--     CONSTRAINT "t_other" UNIQUE ("code")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "code", rowid) SELECT "id", "code", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/primary-key-column-order
CREATE TABLE "driftless_new_seat" (
  "row_no" INT NOT NULL,
  "seat_no" INT NOT NULL,
  PRIMARY KEY ("seat_no", "row_no")
);
INSERT OR ABORT INTO "driftless_new_seat" ("row_no", "seat_no", rowid) SELECT "row_no", "seat_no", rowid FROM "seat";
DROP TABLE "seat";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_seat" RENAME TO "seat";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table seat
-- low unique.add primary key seat
-- info rebuild.text table seat
-- undo R0
--   CREATE TABLE "driftless_new_seat" (
--     "row_no" INT NOT NULL,
--     "seat_no" INT NOT NULL,
--     PRIMARY KEY ("row_no", "seat_no")
--   );
--   INSERT OR ABORT INTO "driftless_new_seat" ("row_no", "seat_no", rowid) SELECT "row_no", "seat_no", rowid FROM "seat";
--   DROP TABLE "seat";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_seat" RENAME TO "seat";
--   PRAGMA legacy_alter_table = OFF;
=== keys/primary-key-dropped
CREATE TABLE "driftless_new_t" (
  "id" INT NOT NULL,
  "a" VARCHAR(10)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium constraint.drop primary key t
-- medium table.rebuild table t
-- info rebuild.text table t
-- advice style.primary_key table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(10)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/primary-key-extended
CREATE TABLE "driftless_new_price" (
  "sku" VARCHAR(20) NOT NULL,
  "valid_from" DATE NOT NULL,
  "cents" INT NOT NULL,
  PRIMARY KEY ("sku", "valid_from")
);
INSERT OR ABORT INTO "driftless_new_price" ("sku", "valid_from", "cents", rowid) SELECT "sku", "valid_from", "cents", rowid FROM "price";
DROP TABLE "price";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_price" RENAME TO "price";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table price
-- low unique.add primary key price
-- info rebuild.text table price
-- undo R0
--   CREATE TABLE "driftless_new_price" (
--     "sku" VARCHAR(20) PRIMARY KEY NOT NULL,
--     "valid_from" DATE NOT NULL,
--     "cents" INT NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_price" ("sku", "valid_from", "cents", rowid) SELECT "sku", "valid_from", "cents", rowid FROM "price";
--   DROP TABLE "price";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_price" RENAME TO "price";
--   PRAGMA legacy_alter_table = OFF;
=== keys/primary-key-moves-to-another-column
CREATE TABLE "driftless_new_account" (
  "id" INT NOT NULL,
  "login" VARCHAR(40) PRIMARY KEY NOT NULL
);
INSERT OR ABORT INTO "driftless_new_account" ("id", "login", rowid) SELECT "id", "login", rowid FROM "account";
DROP TABLE "account";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_account" RENAME TO "account";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table account
-- low unique.add primary key account
-- info rebuild.text table account
-- undo R0
--   CREATE TABLE "driftless_new_account" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "login" VARCHAR(40) NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_account" ("id", "login", rowid) SELECT "id", "login", rowid FROM "account";
--   DROP TABLE "account";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_account" RENAME TO "account";
--   PRAGMA legacy_alter_table = OFF;
=== keys/primary-key-widened-with-child
CREATE TABLE "driftless_new_c" (
  "id" INT PRIMARY KEY NOT NULL,
  "p_id" BIGINT,
  CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id")
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_p" (
  "id" BIGINT PRIMARY KEY NOT NULL
);
INSERT OR ABORT INTO "driftless_new_p" ("id", rowid) SELECT "id", rowid FROM "p";
DROP TABLE "p";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_p" RENAME TO "p";
PRAGMA legacy_alter_table = OFF;
-- medium locks.several table c
-- medium table.rebuild table c
-- medium table.rebuild table p
-- low column.type column c.p_id
-- low column.type column p.id
-- info rebuild.text table c
-- info rebuild.text table p
-- undo R2
--   CREATE TABLE "driftless_new_c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p_id" INT,
--     CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", rowid) SELECT "id", "p_id", rowid FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_p" (
--     "id" INT PRIMARY KEY NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_p" ("id", rowid) SELECT "id", rowid FROM "p";
--   DROP TABLE "p";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_p" RENAME TO "p";
--   PRAGMA legacy_alter_table = OFF;
=== keys/three-uniques-one-stays
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  "b" INT,
  "c" INT,
  CONSTRAINT "t_b" UNIQUE ("b")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "c", rowid) SELECT "id", "a", "b", "c", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- medium constraint.drop unique t.t_a
-- medium constraint.drop unique t.t_c
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     "b" INT,
--     "c" INT,
--     CONSTRAINT "t_a" UNIQUE ("a"),
--     CONSTRAINT "t_b" UNIQUE ("b"),
--     CONSTRAINT "t_c" UNIQUE ("c")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "c", rowid) SELECT "id", "a", "b", "c", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/unique-added
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "code" VARCHAR(20),
  CONSTRAINT "t_code" UNIQUE ("code")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "code", rowid) SELECT "id", "code", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low unique.add unique t.t_code
-- info rebuild.text table t
-- advice style.nullable_unique unique t.t_code
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "code" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "code", rowid) SELECT "id", "code", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/unique-columns-replaced
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT NOT NULL,
  "b" INT NOT NULL,
  CONSTRAINT "t_u" UNIQUE ("a", "b")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low unique.add unique t.t_u
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT NOT NULL,
--     "b" INT NOT NULL,
--     CONSTRAINT "t_u" UNIQUE ("a")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/unique-composite-with-null
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  "b" INT,
  CONSTRAINT "t_ab" UNIQUE ("a", "b")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low unique.add unique t.t_ab
-- info rebuild.text table t
-- advice style.nullable_unique unique t.t_ab
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     "b" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/unique-dropped
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "code" VARCHAR(20)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "code", rowid) SELECT "id", "code", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- medium constraint.drop unique t.t_code
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "code" VARCHAR(20),
--     CONSTRAINT "t_code" UNIQUE ("code")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "code", rowid) SELECT "id", "code", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/unique-key-gains-a-column
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT NOT NULL,
  "tenant" INT NOT NULL DEFAULT 0,
  CONSTRAINT "t_key" UNIQUE ("tenant", "a")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT NOT NULL,
--     CONSTRAINT "t_key" UNIQUE ("a")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/unique-name-changed-only
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  CONSTRAINT "new_name" UNIQUE ("a")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     CONSTRAINT "old_name" UNIQUE ("a")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/unique-over-nullable-columns-widened
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT,
  "b" VARCHAR(40),
  CONSTRAINT "t_ab" UNIQUE ("a", "b")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.a
-- low column.type column t.b
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" SMALLINT,
--     "b" VARCHAR(10),
--     CONSTRAINT "t_ab" UNIQUE ("a", "b")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/unique-unnamed-added
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" VARCHAR(20),
  UNIQUE ("a")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low unique.add unique t
-- info rebuild.text table t
-- advice style.nullable_unique unique t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== keys/unique-unnamed-nothing-to-do
nothing to do
=== objects/column-goes-with-its-view
DROP VIEW "v";
ALTER TABLE "t" DROP COLUMN "b";
CREATE VIEW v AS SELECT id, a AS b FROM t;
-- critical column.drop column t.b
-- medium table.rewrite column t.b
-- undo R1
--   DROP VIEW "v";
--   ALTER TABLE "t" ADD COLUMN "b" VARCHAR(20);
--   CREATE VIEW v AS SELECT id, b FROM t;
=== objects/instead-of-trigger
DROP VIEW "v";
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE TRIGGER v_ins INSTEAD OF INSERT ON v BEGIN INSERT INTO t (id, a) VALUES (NEW.id, NEW.a); END;
-- undo R0
--   DROP VIEW "v";
--   CREATE VIEW v AS SELECT id, a FROM t;
--   CREATE TRIGGER v_ins INSTEAD OF INSERT ON v BEGIN INSERT INTO t (id, a) VALUES (NEW.id, NEW.a); END;
=== objects/sqlite-circle-of-views
CREATE VIEW two AS SELECT a FROM one;
CREATE VIEW one AS SELECT a FROM two;
-- undo R0
--   DROP VIEW "one";
--   DROP VIEW "two";
=== objects/table-goes-with-its-trigger
DROP TABLE "t";
-- critical table.drop table t
-- undo R1
--   CREATE TABLE "t" (
--     "id" INT PRIMARY KEY,
--     "a" INT,
--     "b" VARCHAR(20)
--   );
--   CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE id = NEW.id; END;
=== objects/table-goes-with-its-view
DROP VIEW "v";
DROP TABLE "t";
-- critical table.drop table t
-- high interface.change view v
-- undo R1
--   CREATE TABLE "t" (
--     "id" INT PRIMARY KEY,
--     "a" INT,
--     "b" VARCHAR(20)
--   );
--   CREATE VIEW v AS SELECT id FROM t;
=== objects/trigger-changes
DROP TRIGGER "r";
CREATE TRIGGER r AFTER UPDATE ON t BEGIN UPDATE t SET a = 2 WHERE id = NEW.id; END;
-- undo R0
--   DROP TRIGGER "r";
--   CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE id = NEW.id; END;
=== objects/trigger-comes
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE id = NEW.id; END;
-- advice style.trigger trigger t.r
-- undo R0
--   DROP TRIGGER "r";
=== objects/trigger-goes
DROP TRIGGER "r";
-- undo R0
--   CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE id = NEW.id; END;
=== objects/trigger-on-a-rebuilt-table
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY,
  "a" INT NOT NULL,
  "b" VARCHAR(20)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE id = NEW.id; END;
-- medium table.rebuild table t
-- low column.not_null column t.a
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY,
--     "a" INT,
--     "b" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = 1 WHERE id = NEW.id; END;
=== objects/type-changes-under-a-view
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY,
  "a" INT,
  "b" VARCHAR(40)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.b
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY,
--     "a" INT,
--     "b" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== objects/undeclared-view-blocks-a-drop
refused Unsupported: column t.b
=== objects/undeclared-view-stays
ALTER TABLE "t" ADD COLUMN "c" INT;
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "c";
=== objects/view-becomes-a-table
DROP VIEW "v";
CREATE TABLE "v" (
  "id" INT PRIMARY KEY
);
-- high interface.change view v
-- undo R2
--   DROP TABLE "v";
--   CREATE VIEW v AS SELECT id FROM t;
=== objects/view-changes
DROP VIEW "v";
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 2;
-- undo R0
--   DROP VIEW "v";
--   CREATE VIEW v AS SELECT id, a FROM t WHERE a > 1;
=== objects/view-comes
CREATE VIEW v AS SELECT id, a FROM t;
-- undo R0
--   DROP VIEW "v";
=== objects/view-gains-a-column
DROP VIEW "v";
CREATE VIEW v AS SELECT id, b FROM t;
-- undo R0
--   DROP VIEW "v";
--   CREATE VIEW v AS SELECT id FROM t;
=== objects/view-goes
DROP VIEW "v";
-- high interface.change view v
-- undo R0
--   CREATE VIEW v AS SELECT id, a FROM t;
=== objects/view-loses-a-column
DROP VIEW "v";
CREATE VIEW v AS SELECT id FROM t;
-- undo R0
--   DROP VIEW "v";
--   CREATE VIEW v AS SELECT id, b FROM t;
=== objects/view-on-view-changes
DROP VIEW "top";
DROP VIEW "base";
CREATE VIEW base AS SELECT id, b FROM t;
CREATE VIEW top AS SELECT id FROM base;
-- undo R0
--   DROP VIEW "top";
--   DROP VIEW "base";
--   CREATE VIEW base AS SELECT id, a, b FROM t;
--   CREATE VIEW top AS SELECT id FROM base;
=== objects/view-same
nothing to do
=== objects/view-with-a-list-of-columns
DROP VIEW "v";
CREATE VIEW v (x, z) AS SELECT a, a + 1 FROM t;
CREATE VIEW w (x, z, b) AS SELECT x, z, x + z FROM v;
-- undo R0
--   DROP VIEW "v";
--   DROP VIEW "w";
--   CREATE VIEW v (x, y) AS SELECT a, a + 1 FROM t;
=== objects/views-against-the-alphabet
CREATE VIEW c_base AS SELECT id, a, b FROM t;
CREATE VIEW b_mid AS SELECT id, a FROM c_base;
CREATE VIEW a_top AS SELECT id FROM b_mid;
-- undo R0
--   DROP VIEW "a_top";
--   DROP VIEW "b_mid";
--   DROP VIEW "c_base";
=== refused/column-declared-twice
refused InvalidSchema: spec.schema.tables[t].columns[a]
=== refused/create-table-as-select
refused InvalidSchema: desired
=== refused/data-statement
refused InvalidSchema: desired
=== refused/drop-statement
refused InvalidSchema: desired
=== refused/foreign-key-to-missing-column
refused InvalidSchema: table c
=== refused/foreign-key-to-nowhere
refused InvalidSchema: table c
=== refused/history-of-another-tool
refused Unsupported: table schema_migrations
=== refused/index-declared-twice
refused InvalidSchema: desired
=== refused/index-on-missing-column
refused InvalidSchema: spec.schema.tables[t].indexes[t_x]
=== refused/key-on-missing-column
refused InvalidSchema: spec.schema.tables[t]
=== refused/rename-from-a-table-that-is-declared
refused AmbiguousRename: b
=== refused/syntax-error
refused InvalidSchema: desired
=== refused/table-declared-twice
refused InvalidSchema: spec.schema.tables[t]
=== refused/table-declared-twice-in-sql
refused InvalidSchema: desired
=== refused/table-without-columns
refused InvalidSchema: spec.schema.tables[t]
=== refused/temporary-table
refused InvalidSchema: desired
=== refused/unclosed-text
refused InvalidSchema: desired
=== renames/already-done
nothing to do
=== renames/column
ALTER TABLE "t" RENAME COLUMN "cost" TO "price";
-- critical column.rename column t.price
-- undo R0
--   ALTER TABLE "t" RENAME COLUMN "price" TO "cost";
=== renames/column-and-default
ALTER TABLE "t" RENAME COLUMN "state" TO "phase";
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "phase" VARCHAR(20) DEFAULT 'open'
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "phase", rowid) SELECT "id", "phase", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.rename column t.phase
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   ALTER TABLE "t" RENAME COLUMN "phase" TO "state";
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "state" VARCHAR(20) DEFAULT 'new'
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "state", rowid) SELECT "id", "state", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== renames/column-and-its-index
DROP INDEX "t_mail";
ALTER TABLE "t" RENAME COLUMN "mail" TO "email";
CREATE INDEX "t_email" ON "t" ("email");
-- critical column.rename column t.email
-- info index.create.blocking index t.t_email
-- undo R0
--   DROP INDEX "t_email";
--   ALTER TABLE "t" RENAME COLUMN "email" TO "mail";
--   CREATE INDEX "t_mail" ON "t" ("mail");
=== renames/column-and-type
ALTER TABLE "t" RENAME COLUMN "cost" TO "price";
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "price" BIGINT NOT NULL DEFAULT 0
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "price", rowid) SELECT "id", "price", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.rename column t.price
-- medium table.rebuild table t
-- low column.type column t.price
-- info rebuild.text table t
-- undo R2
--   ALTER TABLE "t" RENAME COLUMN "price" TO "cost";
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "cost" INT NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "cost", rowid) SELECT "id", "cost", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== renames/column-becomes-required
ALTER TABLE "t" RENAME COLUMN "note" TO "remark";
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "remark" VARCHAR(20) NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "remark", rowid) SELECT "id", "remark", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.rename column t.remark
-- medium table.rebuild table t
-- low column.not_null column t.remark
-- info rebuild.text table t
-- undo R0
--   ALTER TABLE "t" RENAME COLUMN "remark" TO "note";
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "note" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "note", rowid) SELECT "id", "note", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== renames/column-in-keys
ALTER TABLE "t" RENAME COLUMN "k" TO "id";
ALTER TABLE "t" RENAME COLUMN "a" TO "slug";
-- critical column.rename column t.id
-- critical column.rename column t.slug
-- undo R0
--   ALTER TABLE "t" RENAME COLUMN "id" TO "k";
--   ALTER TABLE "t" RENAME COLUMN "slug" TO "a";
=== renames/column-name-taken-by-a-new-column
refused AmbiguousRename: t.amount_cents
=== renames/column-named-in-check
ALTER TABLE "t" RENAME COLUMN "low" TO "lower_end";
-- critical column.rename column t.lower_end
-- undo R0
--   ALTER TABLE "t" RENAME COLUMN "lower_end" TO "low";
=== renames/column-referenced-by-child
ALTER TABLE "p" RENAME COLUMN "pid" TO "id";
-- critical column.rename column p.id
-- undo R0
--   ALTER TABLE "p" RENAME COLUMN "id" TO "pid";
=== renames/columns-swap
refused AmbiguousRename: t.a
refused AmbiguousRename: t.b
=== renames/into-fresh-database
CREATE TABLE "customer" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(40)
);
-- undo R2
--   DROP TABLE "customer";
=== renames/key-column-of-composite-key
ALTER TABLE "parent" RENAME COLUMN "b" TO "position";
-- critical column.rename column parent.position
-- undo R0
--   ALTER TABLE "parent" RENAME COLUMN "position" TO "b";
=== renames/key-column-with-self-reference
ALTER TABLE "node" RENAME COLUMN "id" TO "node_id";
-- critical column.rename column node.node_id
-- undo R0
--   ALTER TABLE "node" RENAME COLUMN "node_id" TO "id";
=== renames/name-taken-by-a-new-table
refused AmbiguousRename: orders_archive
=== renames/old-and-new-both-exist
refused AmbiguousRename: t.price
=== renames/parent-and-child-tables
ALTER TABLE "book" RENAME TO "title";
ALTER TABLE "author" RENAME TO "writer";
-- critical table.rename table title
-- critical table.rename table writer
-- medium locks.several table author
-- undo R0
--   ALTER TABLE "writer" RENAME TO "author";
--   ALTER TABLE "title" RENAME TO "book";
=== renames/table
ALTER TABLE "client" RENAME TO "customer";
-- critical table.rename table customer
-- undo R0
--   ALTER TABLE "customer" RENAME TO "client";
=== renames/table-and-column
ALTER TABLE "client" RENAME TO "customer";
ALTER TABLE "customer" RENAME COLUMN "nick" TO "name";
ALTER TABLE "customer" ADD COLUMN "city" VARCHAR(40);
-- critical column.rename column customer.name
-- critical table.rename table customer
-- undo R2
--   ALTER TABLE "customer" RENAME TO "client";
--   ALTER TABLE "client" DROP COLUMN "city";
--   ALTER TABLE "client" RENAME COLUMN "name" TO "nick";
=== renames/table-and-new-child
ALTER TABLE "person" RENAME TO "customer";
CREATE TABLE "invoice" (
  "id" INT PRIMARY KEY NOT NULL,
  "customer_id" INT NOT NULL,
  CONSTRAINT "invoice_customer" FOREIGN KEY ("customer_id") REFERENCES "customer" ("id")
);
ALTER TABLE "customer" ADD COLUMN "name" VARCHAR(30);
-- critical table.rename table customer
-- advice style.foreign_key_index foreign key invoice.invoice_customer
-- undo R2
--   ALTER TABLE "customer" RENAME TO "person";
--   DROP TABLE "invoice";
--   ALTER TABLE "person" DROP COLUMN "name";
=== renames/table-with-children-and-index
ALTER TABLE "client" RENAME TO "customer";
-- critical table.rename table customer
-- undo R0
--   ALTER TABLE "customer" RENAME TO "client";
=== renames/table-with-self-reference
ALTER TABLE "node" RENAME TO "vertex";
-- critical table.rename table vertex
-- undo R0
--   ALTER TABLE "vertex" RENAME TO "node";
=== renames/three-columns-shift
refused AmbiguousRename: t.b
refused AmbiguousRename: t.c
refused AmbiguousRename: t.d
=== renames/two-from-one
refused AmbiguousRename: t.c
=== renames/two-tables-from-one
refused AmbiguousRename: new_b
=== renames/two-tables-swap
refused AmbiguousRename: current_price
refused AmbiguousRename: next_price
=== renames/with-additions-and-drops
ALTER TABLE "t" DROP COLUMN "c";
ALTER TABLE "t" DROP COLUMN "a";
ALTER TABLE "t" RENAME COLUMN "b" TO "total";
ALTER TABLE "t" ADD COLUMN "note" VARCHAR(30);
ALTER TABLE "t" ADD COLUMN "day" DATE;
-- critical column.drop column t.a
-- critical column.drop column t.c
-- critical column.rename column t.total
-- medium table.rewrite column t.a
-- medium table.rewrite column t.c
-- undo R1
--   ALTER TABLE "t" DROP COLUMN "day";
--   ALTER TABLE "t" DROP COLUMN "note";
--   ALTER TABLE "t" RENAME COLUMN "total" TO "b";
--   ALTER TABLE "t" ADD COLUMN "a" INT;
--   ALTER TABLE "t" ADD COLUMN "c" INT;
=== risk/autoincrement-with-rows
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "v" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v") SELECT "id", "v" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium identity.add column t.id
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "v" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v") SELECT "id", "v" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/check-added-to-rows-that-pass
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "n" INT,
  CONSTRAINT "t_n" CHECK (n > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.t_n
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "n" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/check-dropped
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "n" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium constraint.drop check t.t_n
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "n" INT,
--     CONSTRAINT "t_n" CHECK (n > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/check-replaced
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "n" INT,
  CONSTRAINT "t_n" CHECK (n > 5)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.t_n
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "n" INT,
--     CONSTRAINT "t_n" CHECK (n > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/collation-of-a-key-column-sqlite
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT NOT NULL COLLATE "NOCASE",
  UNIQUE ("code")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "code") SELECT "id", "code" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- high collation.key column t.code
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "code" TEXT NOT NULL,
--     UNIQUE ("code")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "code") SELECT "id", "code" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/collation-of-another-column
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT NOT NULL COLLATE "NOCASE"
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "code") SELECT "id", "code" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "code" TEXT NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "code") SELECT "id", "code" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/column-drop-of-empty-table
ALTER TABLE "t" DROP COLUMN "v";
-- medium column.drop column t.v
-- info table.rewrite column t.v
-- undo R0
--   ALTER TABLE "t" ADD COLUMN "v" VARCHAR(20);
=== risk/column-drop-when-renamed
ALTER TABLE "t" RENAME COLUMN "was" TO "is_now";
-- critical column.rename column t.is_now
-- undo R0
--   ALTER TABLE "t" RENAME COLUMN "is_now" TO "was";
=== risk/default-dropped
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium column.default.drop column t.v
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT NOT NULL DEFAULT 1
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/foreign-key-dropped
CREATE TABLE "driftless_new_child" (
  "id" INT PRIMARY KEY NOT NULL,
  "parent_id" INT
);
INSERT OR ABORT INTO "driftless_new_child" ("id", "parent_id", rowid) SELECT "id", "parent_id", rowid FROM "child";
DROP TABLE "child";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_child" RENAME TO "child";
PRAGMA legacy_alter_table = OFF;
-- high foreign_key.drop foreign key child.child_parent
-- medium table.rebuild table child
-- info rebuild.text table child
-- undo R0
--   CREATE TABLE "driftless_new_child" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "parent_id" INT,
--     CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_child" ("id", "parent_id", rowid) SELECT "id", "parent_id", rowid FROM "child";
--   DROP TABLE "child";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_child" RENAME TO "child";
--   PRAGMA legacy_alter_table = OFF;
=== risk/foreign-key-replaced
CREATE TABLE "driftless_new_child" (
  "id" INT PRIMARY KEY NOT NULL,
  "parent_id" INT,
  CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE CASCADE
);
INSERT OR ABORT INTO "driftless_new_child" ("id", "parent_id", rowid) SELECT "id", "parent_id", rowid FROM "child";
DROP TABLE "child";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_child" RENAME TO "child";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table child
-- low foreign_key.add foreign key child.child_parent
-- info rebuild.text table child
-- advice style.foreign_key_index foreign key child.child_parent
-- undo R0
--   CREATE TABLE "driftless_new_child" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "parent_id" INT,
--     CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_child" ("id", "parent_id", rowid) SELECT "id", "parent_id", rowid FROM "child";
--   DROP TABLE "child";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_child" RENAME TO "child";
--   PRAGMA legacy_alter_table = OFF;
=== risk/foreign-key-with-parents
CREATE TABLE "driftless_new_child" (
  "id" INT PRIMARY KEY NOT NULL,
  "parent_id" INT,
  CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
);
INSERT OR ABORT INTO "driftless_new_child" ("id", "parent_id", rowid) SELECT "id", "parent_id", rowid FROM "child";
DROP TABLE "child";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_child" RENAME TO "child";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table child
-- low foreign_key.add foreign key child.child_parent
-- info rebuild.text table child
-- advice style.foreign_key_index foreign key child.child_parent
-- undo R0
--   CREATE TABLE "driftless_new_child" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "parent_id" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_child" ("id", "parent_id", rowid) SELECT "id", "parent_id", rowid FROM "child";
--   DROP TABLE "child";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_child" RENAME TO "child";
--   PRAGMA legacy_alter_table = OFF;
=== risk/identity-in-a-new-table
CREATE TABLE "t" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "v" INT
);
-- undo R2
--   DROP TABLE "t";
=== risk/index-built-on-rows-sqlite
CREATE INDEX "t_v" ON "t" ("v");
-- info index.create.blocking index t.t_v
-- undo R0
--   DROP INDEX "t_v";
=== risk/index-dropped
DROP INDEX "t_v";
-- medium index.drop index t.t_v
-- undo R0
--   CREATE INDEX "t_v" ON "t" ("v");
=== risk/index-of-a-new-table
CREATE TABLE "t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT
);
CREATE INDEX "t_v" ON "t" ("v");
-- undo R2
--   DROP TABLE "t";
=== risk/index-replaced
DROP INDEX "t_v";
CREATE INDEX "t_v" ON "t" ("v", "w");
-- info index.create.blocking index t.t_v
-- undo R0
--   DROP INDEX "t_v";
--   CREATE INDEX "t_v" ON "t" ("v");
=== risk/narrow-affinity
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "n" REAL NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.narrow column t.n
-- medium table.rebuild table t
-- low copy.misfit column t.n
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "n" INTEGER NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/narrow-not-when-wider
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" VARCHAR(50) NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.v
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" VARCHAR(10) NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/no-rebuild-by-a-column
ALTER TABLE "t" ADD COLUMN "v" TEXT DEFAULT 'x';
CREATE INDEX "t_v" ON "t" ("v");
-- info index.create.blocking index t.t_v
-- undo R2
--   DROP INDEX "t_v";
--   ALTER TABLE "t" DROP COLUMN "v";
=== risk/not-null-dropped
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.nullable column t.v
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/not-null-with-full-rows
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.v
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/nullable-stays-while-default-changes
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT DEFAULT 2
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT DEFAULT 1
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/one-table-locked-elsewhere
CREATE TABLE "driftless_new_a" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT NOT NULL,
  "w" INT
);
INSERT OR ABORT INTO "driftless_new_a" ("id", "v", rowid) SELECT "id", "v", rowid FROM "a";
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table a
-- low column.not_null column a.v
-- info rebuild.text table a
-- undo R2
--   CREATE TABLE "driftless_new_a" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_a" ("id", "v", rowid) SELECT "id", "v", rowid FROM "a";
--   DROP TABLE "a";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_a" RENAME TO "a";
--   PRAGMA legacy_alter_table = OFF;
=== risk/plain-index-on-duplicates
CREATE INDEX "t_v" ON "t" ("v");
-- info index.create.blocking index t.t_v
-- undo R0
--   DROP INDEX "t_v";
=== risk/rebuild-by-a-check
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "n" INT,
  CONSTRAINT "t_n" CHECK (n > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t.t_n
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "n" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/recast-not-when-wider
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" BIGINT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.v
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" SMALLINT NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/recast-number-to-text
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" VARCHAR(20) NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.recast column t.v
-- medium table.rebuild table t
-- low copy.misfit column t.v
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" INT NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", rowid) SELECT "id", "v", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/rename-undeclared-empty
ALTER TABLE "t" DROP COLUMN "customer_name";
ALTER TABLE "t" ADD COLUMN "client_name" VARCHAR(40);
-- medium column.drop column t.customer_name
-- info rename.undeclared column t.customer_name
-- info table.rewrite column t.customer_name
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "client_name";
--   ALTER TABLE "t" ADD COLUMN "customer_name" VARCHAR(40);
=== risk/rename-undeclared-other-type
ALTER TABLE "t" DROP COLUMN "born";
ALTER TABLE "t" ADD COLUMN "nickname" VARCHAR(40);
-- medium column.drop column t.born
-- info table.rewrite column t.born
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "nickname";
--   ALTER TABLE "t" ADD COLUMN "born" DATE;
=== risk/required-column-on-empty-table
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "v" INT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", rowid) SELECT "id", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- low column.add.required column t.v
-- info rebuild.text table t
-- info table.rebuild table t
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "v";
=== risk/required-column-with-default
ALTER TABLE "t" ADD COLUMN "v" INT NOT NULL DEFAULT 7;
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "v";
=== risk/rewrite-by-a-dropped-column
ALTER TABLE "t" DROP COLUMN "v";
-- critical column.drop column t.v
-- medium table.rewrite column t.v
-- undo R1
--   ALTER TABLE "t" ADD COLUMN "v" TEXT;
=== risk/rowid-alias-still-counts
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "v" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v") SELECT "id", "v" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium identity.drop column t.id
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY AUTOINCREMENT,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v") SELECT "id", "v" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/scan-for-a-checked-new-column
ALTER TABLE "t" ADD COLUMN "n" INT DEFAULT 1 CHECK (n > 0);
-- high check.add check t
-- info constraint.scan column t.n
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id") SELECT "id" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/several-tables-locked-sqlite
CREATE TABLE "driftless_new_a" (
  "id" INTEGER PRIMARY KEY,
  "v" INT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_a" ("id", "v") SELECT "id", "v" FROM "a";
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_b" (
  "id" INTEGER PRIMARY KEY,
  "v" INT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_b" ("id", "v") SELECT "id", "v" FROM "b";
DROP TABLE "b";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_b" RENAME TO "b";
PRAGMA legacy_alter_table = OFF;
-- medium locks.several table a
-- medium table.rebuild table a
-- medium table.rebuild table b
-- low column.not_null column a.v
-- low column.not_null column b.v
-- info rebuild.text table a
-- info rebuild.text table b
-- undo R0
--   CREATE TABLE "driftless_new_a" (
--     "id" INTEGER PRIMARY KEY,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_a" ("id", "v") SELECT "id", "v" FROM "a";
--   DROP TABLE "a";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_a" RENAME TO "a";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_b" (
--     "id" INTEGER PRIMARY KEY,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_b" ("id", "v") SELECT "id", "v" FROM "b";
--   DROP TABLE "b";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_b" RENAME TO "b";
--   PRAGMA legacy_alter_table = OFF;
=== risk/steps-in-one-transaction
ALTER TABLE "a" ADD COLUMN "v" INT;
ALTER TABLE "b" ADD COLUMN "v" INT;
-- medium locks.several table a
-- undo R2
--   ALTER TABLE "a" DROP COLUMN "v";
--   ALTER TABLE "b" DROP COLUMN "v";
=== risk/strict-no-longer
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "n" INT,
  "s" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", "s") SELECT "id", "n", "s" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "n" INT,
--     "s" TEXT
--   ) STRICT;
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", "s") SELECT "id", "n", "s" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/strict-takes-what-converts
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "n" INT,
  "r" REAL,
  "s" TEXT,
  "x" BLOB,
  "a" ANY
) STRICT;
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", "r", "s", "x", "a") SELECT "id", "n", "r", "s", "x", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low copy.misfit column t.id
-- low copy.misfit column t.n
-- low copy.misfit column t.r
-- low copy.misfit column t.s
-- low copy.misfit column t.x
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "n" INT,
--     "r" REAL,
--     "s" TEXT,
--     "x" BLOB,
--     "a" ANY
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", "r", "s", "x", "a") SELECT "id", "n", "r", "s", "x", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/table-drop-when-renamed
ALTER TABLE "gone" RENAME TO "kept";
-- critical table.rename table kept
-- undo R0
--   ALTER TABLE "kept" RENAME TO "gone";
=== risk/table-drop-with-rows
DROP TABLE "gone";
-- critical table.drop table gone
-- undo R1
--   CREATE TABLE "gone" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "v" VARCHAR(20)
--   );
=== risk/text-names-what-goes
DROP TRIGGER "by_text";
DROP TABLE "Odd one";
CREATE TRIGGER by_text AFTER DELETE ON kept BEGIN INSERT INTO [odd ONE] VALUES (OLD.id); END;
-- high text.names trigger kept.by_text
-- low table.drop table Odd one
-- undo R0
--   CREATE TABLE "Odd one" (
--     "id" INT
--   );
=== risk/text-that-names-others
DROP TABLE "gone";
-- low table.drop table gone
-- undo R0
--   CREATE TABLE "gone" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "w" INT
--   );
=== risk/type-spelt-otherwise
ALTER TABLE "t" ADD COLUMN "w" INT;
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "w";
=== risk/unique-constraint-dropped
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "n" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- medium constraint.drop unique t.t_n
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "n" INT,
--     CONSTRAINT "t_n" UNIQUE ("n")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", rowid) SELECT "id", "n", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== risk/unique-index-on-distinct-rows
CREATE UNIQUE INDEX "t_v" ON "t" ("v");
-- low unique.add index t.t_v
-- info index.create.blocking index t.t_v
-- advice style.nullable_unique index t.t_v
-- undo R0
--   DROP INDEX "t_v";
=== risk/unique-of-a-new-table
CREATE TABLE "child" (
  "id" INT PRIMARY KEY NOT NULL,
  "parent_id" INT,
  "n" INT,
  CONSTRAINT "child_n" UNIQUE ("n"),
  CONSTRAINT "child_n_positive" CHECK (n > 0),
  CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id")
);
-- advice style.foreign_key_index foreign key child.child_parent
-- advice style.nullable_unique unique child.child_n
-- undo R2
--   DROP TABLE "child";
=== sqlite/add-column-expression-default
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" INT DEFAULT (1 + 1)
);
INSERT OR ABORT INTO "driftless_new_t" ("id") SELECT "id" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "a";
=== sqlite/add-column-with-reference
ALTER TABLE "c" ADD COLUMN "p_id" INTEGER REFERENCES "p" ("id") ON DELETE CASCADE;
-- low foreign_key.add foreign key c
-- advice style.foreign_key_index foreign key c.p_id
-- undo R2
--   CREATE TABLE "driftless_new_c" (
--     "id" INTEGER PRIMARY KEY
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id") SELECT "id" FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/add-columns-of-every-hindrance
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" INT,
  "b" TEXT DEFAULT CURRENT_TIMESTAMP,
  "c" INT GENERATED ALWAYS AS (a + 1) STORED,
  "d" INT,
  "e" INT NOT NULL DEFAULT (1 + 1),
  "f" INT DEFAULT 7,
  UNIQUE ("d"),
  CHECK (f > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- high check.add check t
-- medium table.rebuild table t
-- info rebuild.text table t
-- advice style.nullable_unique unique t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/add-unique-column
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "code" TEXT,
  UNIQUE ("code")
);
INSERT OR ABORT INTO "driftless_new_t" ("id") SELECT "id" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- advice style.nullable_unique unique t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id") SELECT "id" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/affinity-changed
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "n" INTEGER
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.recast column t.n
-- medium table.rebuild table t
-- low copy.misfit column t.n
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "n" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/attached-and-temporary-ignored
nothing to do
=== sqlite/autoincrement-added
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "a" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium identity.add column t.id
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/autoincrement-beside-other-tables
CREATE TABLE "driftless_new_a" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "v" TEXT
);
INSERT OR ABORT INTO "driftless_new_a" ("id", "v") SELECT "id", "v" FROM "a";
DELETE FROM sqlite_sequence WHERE name = 'driftless_new_a' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'a' COLLATE NOCASE);
INSERT INTO sqlite_sequence (name, seq) SELECT 'driftless_new_a', seq FROM sqlite_sequence WHERE name = 'a' COLLATE NOCASE;
DROP TABLE "a";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_a" RENAME TO "a";
PRAGMA legacy_alter_table = OFF;
-- critical column.recast column a.v
-- medium table.rebuild table a
-- low copy.misfit column a.v
-- info rebuild.text table a
-- undo R1
--   CREATE TABLE "driftless_new_a" (
--     "id" INTEGER PRIMARY KEY AUTOINCREMENT,
--     "v" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_a" ("id", "v") SELECT "id", "v" FROM "a";
--   DELETE FROM sqlite_sequence WHERE name = 'driftless_new_a' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'a' COLLATE NOCASE);
--   INSERT INTO sqlite_sequence (name, seq) SELECT 'driftless_new_a', seq FROM sqlite_sequence WHERE name = 'a' COLLATE NOCASE;
--   DROP TABLE "a";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_a" RENAME TO "a";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/autoincrement-kept-by-rebuild
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "a" TEXT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DELETE FROM sqlite_sequence WHERE name = 'driftless_new_t' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 't' COLLATE NOCASE);
INSERT INTO sqlite_sequence (name, seq) SELECT 'driftless_new_t', seq FROM sqlite_sequence WHERE name = 't' COLLATE NOCASE;
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.a
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY AUTOINCREMENT,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DELETE FROM sqlite_sequence WHERE name = 'driftless_new_t' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 't' COLLATE NOCASE);
--   INSERT INTO sqlite_sequence (name, seq) SELECT 'driftless_new_t', seq FROM sqlite_sequence WHERE name = 't' COLLATE NOCASE;
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/autoincrement-removed
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium identity.drop column t.id
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY AUTOINCREMENT,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/check-inline-and-table
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT,
  "b" INT,
  CHECK (a <> ')' AND length(a) < 9),
  CHECK (b > 0 OR a = '--')
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium constraint.drop check t
-- medium table.rebuild table t
-- low check.add check t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT,
--     "b" INT,
--     CHECK (a <> ')' AND length(a) < 5),
--     CHECK (b > 0 OR a = '--')
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/collation-binary-is-default
nothing to do
=== sqlite/column-after-alter-equals-declared
nothing to do
=== sqlite/column-collation
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT COLLATE "NOCASE"
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "t_a" ON "t" ("a");
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "t_a" ON "t" ("a");
=== sqlite/column-without-type
ALTER TABLE "t" ADD COLUMN "a";
ALTER TABLE "t" ADD COLUMN "b" DEFAULT 5;
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "b";
--   ALTER TABLE "t" DROP COLUMN "a";
=== sqlite/comments-and-layout-everywhere
nothing to do
=== sqlite/comments-in-the-text
nothing to do
=== sqlite/composite-key-without-rowid
nothing to do
=== sqlite/conflict-clause-default
nothing to do
=== sqlite/conflict-clauses
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY ON CONFLICT REPLACE,
  "a" TEXT,
  "b" TEXT NOT NULL ON CONFLICT FAIL,
  UNIQUE ("a") ON CONFLICT IGNORE
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- medium constraint.drop unique t
-- low unique.add primary key t
-- low unique.add unique t
-- info rebuild.text table t
-- advice style.nullable_unique unique t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT,
--     "b" TEXT NOT NULL,
--     UNIQUE ("a")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/default-expressions
nothing to do
=== sqlite/default-kinds
CREATE TABLE "t" (
  "id" INTEGER PRIMARY KEY,
  "a" INT DEFAULT 0x1f,
  "b" BLOB DEFAULT x'cafe',
  "c" DATE DEFAULT CURRENT_DATE,
  "d" TIME DEFAULT CURRENT_TIME,
  "e" TEXT DEFAULT (datetime('now')),
  "f" INT DEFAULT TRUE,
  "g" REAL DEFAULT -1.5e3,
  "h" TEXT DEFAULT (lower(hex(randomblob(4))))
);
-- undo R2
--   DROP TABLE "t";
=== sqlite/default-spellings
nothing to do
=== sqlite/django-migration-as-declaration
CREATE TABLE "auth_group" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "name" VARCHAR(150) NOT NULL,
  UNIQUE ("name")
);
CREATE TABLE "auth_user_groups" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "user_id" INTEGER NOT NULL,
  "group_id" INTEGER NOT NULL,
  FOREIGN KEY ("user_id") REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY ("group_id") REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "feature" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "data" TEXT NOT NULL,
  "n" SMALLINT UNSIGNED NOT NULL,
  CHECK (json_valid(data) OR data IS NULL),
  CHECK (n >= 0)
);
ALTER TABLE "auth_user" ADD COLUMN "password" VARCHAR(128) NOT NULL DEFAULT '';
ALTER TABLE "auth_user" ADD COLUMN "last_login" DATETIME;
CREATE UNIQUE INDEX "auth_user_groups_user_id_group_id_94350c0c_uniq" ON "auth_user_groups" ("user_id", "group_id");
CREATE INDEX "auth_user_groups_user_id_6a12ed8b" ON "auth_user_groups" ("user_id");
-- advice style.foreign_key_index foreign key auth_user_groups.group_id
-- advice style.redundant_index index auth_user_groups.auth_user_groups_user_id_6a12ed8b
-- undo R2
--   DROP TABLE "auth_group";
--   DROP TABLE "auth_user_groups";
--   DROP TABLE "feature";
--   ALTER TABLE "auth_user" DROP COLUMN "last_login";
--   ALTER TABLE "auth_user" DROP COLUMN "password";
=== sqlite/double-quoted-default-spelt-as-text
nothing to do
=== sqlite/double-quoted-string-default
nothing to do
=== sqlite/drop-column-named-in-check
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "b" INT,
  CHECK (b > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "b") SELECT "id", "b" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column t.a
-- medium constraint.drop check t
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R1
--   ALTER TABLE "t" ADD COLUMN "a" INT CHECK (a > 0);
=== sqlite/drop-column-of-every-hindrance
DROP INDEX "t_f";
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "c" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "c") SELECT "id", "c" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column t.a
-- critical column.drop column t.e
-- critical column.drop column t.f
-- high foreign_key.drop foreign key t
-- medium constraint.drop check t
-- medium column.drop column t.b
-- medium column.drop column t.d
-- medium index.drop index t.t_f
-- medium table.rebuild table t
-- medium constraint.drop unique t
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT,
--     "b" INT,
--     "c" INT,
--     "d" INT GENERATED ALWAYS AS (c + 1) VIRTUAL,
--     "e" INT,
--     "f" INT,
--     UNIQUE ("a"),
--     CHECK (e > 0),
--     FOREIGN KEY ("b") REFERENCES "p" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "c") SELECT "id", "c" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "t_f" ON "t" ("f");
=== sqlite/drop-plain-column-without-rebuild
ALTER TABLE "t" DROP COLUMN "b";
-- critical column.drop column t.b
-- medium table.rewrite column t.b
-- undo R1
--   ALTER TABLE "t" ADD COLUMN "b" TEXT;
=== sqlite/drop-under-a-trigger
refused Unsupported: column t.a
=== sqlite/dump-as-declaration
ALTER TABLE "orders" ADD COLUMN "note" TEXT;
-- undo R2
--   ALTER TABLE "orders" DROP COLUMN "note";
=== sqlite/every-conflict-clause-changes
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY ON CONFLICT REPLACE,
  "a" INT NOT NULL ON CONFLICT FAIL,
  "b" INT,
  "c" INT,
  UNIQUE ("b") ON CONFLICT IGNORE,
  UNIQUE ("a", "c") ON CONFLICT ROLLBACK
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "c") SELECT "id", "a", "b", "c" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- medium constraint.drop unique t
-- low unique.add primary key t
-- low unique.add unique t
-- info rebuild.text table t
-- advice style.nullable_unique unique t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT NOT NULL ON CONFLICT IGNORE,
--     "b" INT,
--     "c" INT,
--     UNIQUE ("b") ON CONFLICT REPLACE,
--     UNIQUE ("a", "c") ON CONFLICT FAIL
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "c") SELECT "id", "a", "b", "c" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/foreign-key-actions-and-deferral
CREATE TABLE "driftless_new_c" (
  "id" INTEGER PRIMARY KEY,
  "a" INTEGER DEFAULT 0,
  "b" INTEGER,
  FOREIGN KEY ("a") REFERENCES "p" ("id") ON DELETE SET DEFAULT ON UPDATE CASCADE,
  CONSTRAINT "c_b" FOREIGN KEY ("b") REFERENCES "p" ("id") MATCH FULL DEFERRABLE INITIALLY DEFERRED
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "a", "b") SELECT "id", "a", "b" FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
-- high foreign_key.drop foreign key c
-- medium table.rebuild table c
-- low foreign_key.add foreign key c
-- low foreign_key.add foreign key c.c_b
-- info rebuild.text table c
-- advice style.foreign_key_index foreign key c.a
-- advice style.foreign_key_index foreign key c.c_b
-- undo R0
--   CREATE TABLE "driftless_new_c" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INTEGER DEFAULT 0,
--     "b" INTEGER,
--     FOREIGN KEY ("a") REFERENCES "p" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "a", "b") SELECT "id", "a", "b" FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/foreign-key-forms
nothing to do
=== sqlite/foreign-key-implicit-target
nothing to do
=== sqlite/full-text-bystander
CREATE TABLE "driftless_new_doc" (
  "id" INTEGER PRIMARY KEY,
  "body" TEXT NOT NULL,
  "title" TEXT
);
INSERT OR ABORT INTO "driftless_new_doc" ("id", "body") SELECT "id", "body" FROM "doc";
DROP TABLE "doc";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_doc" RENAME TO "doc";
PRAGMA legacy_alter_table = OFF;
CREATE TRIGGER doc_ai AFTER INSERT ON doc BEGIN INSERT INTO doc_fts (rowid, body) VALUES (NEW.id, NEW.body); END;
-- medium table.rebuild table doc
-- low column.not_null column doc.body
-- info rebuild.text table doc
-- undo R2
--   CREATE TABLE "driftless_new_doc" (
--     "id" INTEGER PRIMARY KEY,
--     "body" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_doc" ("id", "body") SELECT "id", "body" FROM "doc";
--   DROP TABLE "doc";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_doc" RENAME TO "doc";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TRIGGER doc_ai AFTER INSERT ON doc BEGIN INSERT INTO doc_fts (rowid, body) VALUES (NEW.id, NEW.body); END;
=== sqlite/generated-and-its-columns-dropped
ALTER TABLE "t" DROP COLUMN "abab";
ALTER TABLE "t" DROP COLUMN "ab";
ALTER TABLE "t" DROP COLUMN "b";
ALTER TABLE "t" DROP COLUMN "a";
-- critical column.drop column t.a
-- critical column.drop column t.b
-- medium table.rewrite column t.a
-- medium column.drop column t.ab
-- medium table.rewrite column t.ab
-- medium column.drop column t.abab
-- medium table.rewrite column t.abab
-- medium table.rewrite column t.b
-- undo R1
--   ALTER TABLE "t" ADD COLUMN "a" TEXT;
--   ALTER TABLE "t" ADD COLUMN "b" TEXT;
--   ALTER TABLE "t" ADD COLUMN "ab" TEXT GENERATED ALWAYS AS (a || b) VIRTUAL;
--   ALTER TABLE "t" ADD COLUMN "abab" TEXT GENERATED ALWAYS AS (ab || ab) VIRTUAL;
=== sqlite/generated-column-becomes-plain
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" INT,
  "b" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT,
--     "b" INT GENERATED ALWAYS AS (a * 2) STORED
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/generated-expression-changed
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "w" INT,
  "a" INT GENERATED ALWAYS AS (w + 2) STORED
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "w") SELECT "id", "w" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "w" INT,
--     "a" INT GENERATED ALWAYS AS (w + 1) STORED
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "w") SELECT "id", "w" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/generated-spellings
nothing to do
=== sqlite/generated-under-index-and-check
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" INT NOT NULL DEFAULT 1,
  "v" TEXT GENERATED ALWAYS AS (a || 'x') VIRTUAL,
  "s" INT GENERATED ALWAYS AS (a + 1) STORED,
  UNIQUE ("s"),
  CHECK (s > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "t_v" ON "t" ("v") WHERE s > 1;
-- medium table.rebuild table t
-- low column.not_null column t.a
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT,
--     "v" TEXT GENERATED ALWAYS AS (a || 'x') VIRTUAL,
--     "s" INT GENERATED ALWAYS AS (a + 1) STORED,
--     UNIQUE ("s"),
--     CHECK (s > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "t_v" ON "t" ("v") WHERE s > 1;
=== sqlite/generated-virtual-and-stored
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "w" INT,
  "h" INT,
  "area" INT GENERATED ALWAYS AS (w * h) STORED,
  "rim" INT GENERATED ALWAYS AS (2 * (w + h)) VIRTUAL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "w", "h") SELECT "id", "w", "h" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "rim";
--   ALTER TABLE "t" DROP COLUMN "area";
=== sqlite/index-collation-changed
DROP INDEX "t_a";
CREATE INDEX "t_a" ON "t" ("a" COLLATE "RTRIM");
-- info index.create.blocking index t.t_a
-- undo R0
--   DROP INDEX "t_a";
--   CREATE INDEX "t_a" ON "t" ("a");
=== sqlite/index-forms
CREATE UNIQUE INDEX "t_live" ON "t" ("a") WHERE gone = 0;
CREATE INDEX "t_lower" ON "t" ((lower(a)), "b" DESC);
CREATE INDEX "t_nocase" ON "t" ("a" COLLATE "NOCASE");
-- info index.create.blocking index t.t_live
-- info index.create.blocking index t.t_lower
-- info index.create.blocking index t.t_nocase
-- undo R0
--   DROP INDEX "t_live";
--   DROP INDEX "t_lower";
--   DROP INDEX "t_nocase";
=== sqlite/index-of-every-form-survives-a-rebuild
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT,
  "b" TEXT,
  "c" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "c") SELECT "id", "a", "b", "c" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "i1" ON "t" ("a" COLLATE "NOCASE" DESC, "b");
CREATE INDEX "i2" ON "t" ((lower(c)), (b + 1)) WHERE b IS NOT NULL AND c <> 'x';
CREATE UNIQUE INDEX "i3" ON "t" ("b", (length(a)));
CREATE INDEX "i4" ON "t" ((json_extract(c, '$.k')));
-- critical column.recast column t.b
-- medium table.rebuild table t
-- low copy.misfit column t.b
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT,
--     "b" INT,
--     "c" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "c") SELECT "id", "a", "b", "c" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "i1" ON "t" ("a" COLLATE "NOCASE" DESC, "b");
--   CREATE INDEX "i2" ON "t" ((lower(c)), (b + 1)) WHERE b IS NOT NULL AND c <> 'x';
--   CREATE UNIQUE INDEX "i3" ON "t" ("b", (length(a)));
--   CREATE INDEX "i4" ON "t" ((json_extract(c, '$.k')));
=== sqlite/index-predicate-changed
DROP INDEX "t_a";
CREATE INDEX "t_a" ON "t" ("a") WHERE b > 1;
-- info index.create.blocking index t.t_a
-- undo R0
--   DROP INDEX "t_a";
--   CREATE INDEX "t_a" ON "t" ("a") WHERE b > 0;
=== sqlite/index-text-layout
nothing to do
=== sqlite/indexes-survive-rebuild
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT NOT NULL,
  "b" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "t_a" ON "t" ("a");
CREATE UNIQUE INDEX "t_b" ON "t" ("b" DESC) WHERE b IS NOT NULL;
CREATE INDEX "t_x" ON "t" ((length(a)));
-- medium table.rebuild table t
-- low column.not_null column t.a
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT,
--     "b" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "t_a" ON "t" ("a");
--   CREATE UNIQUE INDEX "t_b" ON "t" ("b" DESC) WHERE b IS NOT NULL;
--   CREATE INDEX "t_x" ON "t" ((length(a)));
=== sqlite/instead-of-trigger-bystander
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" INT NOT NULL,
  CHECK (a > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low check.add check t
-- low column.not_null column t.a
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/key-direction-changed
CREATE TABLE "driftless_new_t" (
  "a" TEXT NOT NULL,
  "b" INT NOT NULL,
  PRIMARY KEY ("a", "b" DESC)
);
INSERT OR ABORT INTO "driftless_new_t" ("a", "b", rowid) SELECT "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low unique.add primary key t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "a" TEXT NOT NULL,
--     "b" INT NOT NULL,
--     PRIMARY KEY ("a", "b")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("a", "b", rowid) SELECT "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/missing-parent-table
refused InvalidSchema: table child
=== sqlite/name-case
nothing to do
=== sqlite/names-in-four-kinds-of-quotes
DROP INDEX "my index";
CREATE TABLE "driftless_new_my table" (
  "a""b" INT PRIMARY KEY,
  "c]d" TEXT,
  "e`f" INT,
  "g h" INT,
  "new" INT
);
INSERT OR ABORT INTO "driftless_new_my table" ("a""b", "c]d", "e`f", "g h", rowid) SELECT "a""b", "c]d", "e`f", "g h", rowid FROM "my table";
DROP TABLE "my table";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_my table" RENAME TO "my table";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "my index" ON "my table" ("c]d", "e`f");
-- critical column.recast column my table.c]d
-- medium table.rebuild table my table
-- low copy.misfit column my table.c]d
-- info index.create.blocking index my table.my index
-- info rebuild.text table my table
-- undo R1
--   DROP INDEX "my index";
--   CREATE TABLE "driftless_new_my table" (
--     "a""b" INT PRIMARY KEY,
--     "c]d" INT,
--     "e`f" INT,
--     "g h" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_my table" ("a""b", "c]d", "e`f", "g h", rowid) SELECT "a""b", "c]d", "e`f", "g h", rowid FROM "my table";
--   DROP TABLE "my table";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_my table" RENAME TO "my table";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "my index" ON "my table" ("c]d");
=== sqlite/nullable-primary-key
CREATE TABLE "driftless_new_t" (
  "code" TEXT PRIMARY KEY NOT NULL,
  "a" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("code", "a", rowid) SELECT "code", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.code
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "code" TEXT PRIMARY KEY,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("code", "a", rowid) SELECT "code", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/nullable-primary-key-with-null-rows
CREATE TABLE "driftless_new_t" (
  "code" TEXT PRIMARY KEY,
  "a" TEXT,
  "b" TEXT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("code", "a", "b", rowid) SELECT "code", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.b
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "code" TEXT PRIMARY KEY,
--     "a" TEXT,
--     "b" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("code", "a", "b", rowid) SELECT "code", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/parent-key-not-unique
ALTER TABLE "other" ADD COLUMN "v" INT;
-- undo R2
--   ALTER TABLE "other" DROP COLUMN "v";
=== sqlite/prisma-migration-as-declaration
CREATE TABLE "Post" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "authorId" TEXT NOT NULL,
  "price" REAL NOT NULL DEFAULT 1.5,
  CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE "driftless_new_User" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "email" TEXT NOT NULL,
  "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT OR ABORT INTO "driftless_new_User" ("id", "email", rowid) SELECT "id", "email", rowid FROM "User";
DROP TABLE "User";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_User" RENAME TO "User";
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX "User_email_key" ON "User" ("email");
-- medium table.rebuild table User
-- info rebuild.text table User
-- advice style.float_money column Post.price
-- advice style.foreign_key_index foreign key Post.Post_authorId_fkey
-- undo R2
--   DROP TABLE "Post";
--   ALTER TABLE "User" DROP COLUMN "createdAt";
=== sqlite/quoting-styles
CREATE TABLE "driftless_new_my table" (
  "order" INTEGER PRIMARY KEY,
  "a b" TEXT NOT NULL,
  "c" INT
);
INSERT OR ABORT INTO "driftless_new_my table" ("order", "a b", "c") SELECT "order", "a b", "c" FROM "my table";
DROP TABLE "my table";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_my table" RENAME TO "my table";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table my table
-- low column.not_null column my table.a b
-- info rebuild.text table my table
-- undo R0
--   CREATE TABLE "driftless_new_my table" (
--     "order" INTEGER PRIMARY KEY,
--     "a b" TEXT,
--     "c" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_my table" ("order", "a b", "c") SELECT "order", "a b", "c" FROM "my table";
--   DROP TABLE "my table";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_my table" RENAME TO "my table";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/rails-tables-as-declaration
CREATE TABLE "posts" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "user_id" INTEGER NOT NULL,
  "score" DECIMAL(10,2) DEFAULT 0.0,
  CONSTRAINT "fk_rails_5b5ddfd518" FOREIGN KEY ("user_id") REFERENCES "users" ("id")
);
CREATE TABLE "users" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "email" VARCHAR,
  "admin" BOOLEAN DEFAULT 0,
  "created_at" DATETIME(6) NOT NULL
);
CREATE UNIQUE INDEX "index_users_on_email" ON "users" ("email");
-- advice style.foreign_key_index foreign key posts.fk_rails_5b5ddfd518
-- advice style.nullable_unique index users.index_users_on_email
-- undo R2
--   DROP TABLE "posts";
--   DROP TABLE "users";
=== sqlite/rebuild-of-a-parent-with-set-null-children
CREATE TABLE "driftless_new_parent" (
  "id" INTEGER PRIMARY KEY,
  "v" INT,
  CHECK (v IS NULL OR v <> 5)
);
INSERT OR ABORT INTO "driftless_new_parent" ("id", "v") SELECT "id", "v" FROM "parent";
DROP TABLE "parent";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_parent" RENAME TO "parent";
PRAGMA legacy_alter_table = OFF;
-- critical column.recast column parent.v
-- medium copy.misfit column parent.v
-- medium table.rebuild table parent
-- low check.add check parent
-- info rebuild.text table parent
-- undo R1
--   CREATE TABLE "driftless_new_parent" (
--     "id" INTEGER PRIMARY KEY,
--     "v" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_parent" ("id", "v") SELECT "id", "v" FROM "parent";
--   DROP TABLE "parent";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_parent" RENAME TO "parent";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/rebuild-of-a-self-reference
CREATE TABLE "driftless_new_node" (
  "id" INTEGER PRIMARY KEY,
  "parent" INT,
  "v" TEXT,
  FOREIGN KEY ("parent") REFERENCES "node" ("id") ON DELETE CASCADE
);
INSERT OR ABORT INTO "driftless_new_node" ("id", "parent", "v") SELECT "id", "parent", "v" FROM "node";
DROP TABLE "node";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_node" RENAME TO "node";
PRAGMA legacy_alter_table = OFF;
-- critical column.recast column node.v
-- medium table.rebuild table node
-- low copy.misfit column node.v
-- info rebuild.text table node
-- undo R1
--   CREATE TABLE "driftless_new_node" (
--     "id" INTEGER PRIMARY KEY,
--     "parent" INT,
--     "v" INT,
--     FOREIGN KEY ("parent") REFERENCES "node" ("id") ON DELETE CASCADE
--   );
--   INSERT OR ABORT INTO "driftless_new_node" ("id", "parent", "v") SELECT "id", "parent", "v" FROM "node";
--   DROP TABLE "node";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_node" RENAME TO "node";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/rebuild-of-cascading-parent
CREATE TABLE "driftless_new_p" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT NOT NULL,
  CHECK (a <> '')
);
INSERT OR ABORT INTO "driftless_new_p" ("id", "a") SELECT "id", "a" FROM "p";
DROP TABLE "p";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_p" RENAME TO "p";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table p
-- low check.add check p
-- low column.not_null column p.a
-- info rebuild.text table p
-- undo R0
--   CREATE TABLE "driftless_new_p" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_p" ("id", "a") SELECT "id", "a" FROM "p";
--   DROP TABLE "p";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_p" RENAME TO "p";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/rebuild-parent-and-child-together
CREATE TABLE "driftless_new_c" (
  "id" INTEGER PRIMARY KEY,
  "p_id" INTEGER,
  "up" INTEGER,
  "b" TEXT NOT NULL,
  FOREIGN KEY ("p_id") REFERENCES "p" ("id"),
  FOREIGN KEY ("up") REFERENCES "c" ("id") ON DELETE CASCADE
);
INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", "up", "b") SELECT "id", "p_id", "up", "b" FROM "c";
DROP TABLE "c";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_c" RENAME TO "c";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE "driftless_new_p" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_p" ("id", "a") SELECT "id", "a" FROM "p";
DROP TABLE "p";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_p" RENAME TO "p";
PRAGMA legacy_alter_table = OFF;
-- medium locks.several table c
-- medium table.rebuild table c
-- medium table.rebuild table p
-- low column.not_null column c.b
-- low column.not_null column p.a
-- info rebuild.text table c
-- info rebuild.text table p
-- undo R0
--   CREATE TABLE "driftless_new_c" (
--     "id" INTEGER PRIMARY KEY,
--     "p_id" INTEGER,
--     "up" INTEGER,
--     "b" TEXT,
--     FOREIGN KEY ("p_id") REFERENCES "p" ("id"),
--     FOREIGN KEY ("up") REFERENCES "c" ("id") ON DELETE CASCADE
--   );
--   INSERT OR ABORT INTO "driftless_new_c" ("id", "p_id", "up", "b") SELECT "id", "p_id", "up", "b" FROM "c";
--   DROP TABLE "c";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_c" RENAME TO "c";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TABLE "driftless_new_p" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_p" ("id", "a") SELECT "id", "a" FROM "p";
--   DROP TABLE "p";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_p" RENAME TO "p";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/rename-under-triggers-and-views
ALTER TABLE "t" RENAME COLUMN "old_name" TO "new_name";
-- critical column.rename column t.new_name
-- high text.names trigger t.tr
-- undo R0
--   ALTER TABLE "t" RENAME COLUMN "new_name" TO "old_name";
=== sqlite/rowid-alias
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.id
-- low column.type column t.id
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", "id" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/rowid-alias-at-table-level
nothing to do
=== sqlite/rowid-alias-descending
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.id
-- low unique.add primary key t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY DESC,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", "id" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/rowids-kept-by-rebuild
CREATE TABLE "driftless_new_t" (
  "code" TEXT NOT NULL,
  "a" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("code", "a", rowid) SELECT "code", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.code
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "code" TEXT,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("code", "a", rowid) SELECT "code", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/several-triggers-of-the-rebuilt-table
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" INT DEFAULT 5,
  UNIQUE ("a")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE TRIGGER t1 BEFORE INSERT ON t BEGIN INSERT INTO log VALUES ('1'); END;
CREATE TRIGGER t2 AFTER UPDATE OF a ON t WHEN OLD.a <> NEW.a BEGIN INSERT INTO log SELECT CASE WHEN NEW.a > 0 THEN 'p' ELSE 'n' END; END;
CREATE TRIGGER t3 AFTER DELETE ON t BEGIN DELETE FROM log; INSERT INTO log VALUES ('x'); END;
-- medium table.rebuild table t
-- low unique.add unique t
-- info rebuild.text table t
-- advice style.nullable_unique unique t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TRIGGER t1 BEFORE INSERT ON t BEGIN INSERT INTO log VALUES ('1'); END;
--   CREATE TRIGGER t2 AFTER UPDATE OF a ON t WHEN OLD.a <> NEW.a BEGIN INSERT INTO log SELECT CASE WHEN NEW.a > 0 THEN 'p' ELSE 'n' END; END;
--   CREATE TRIGGER t3 AFTER DELETE ON t BEGIN DELETE FROM log; INSERT INTO log VALUES ('x'); END;
=== sqlite/spatial-tree-bystander
CREATE TABLE "driftless_new_place" (
  "name" TEXT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_place" ("name", rowid) SELECT "name", rowid FROM "place";
DROP TABLE "place";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_place" RENAME TO "place";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table place
-- low column.not_null column place.name
-- info rebuild.text table place
-- undo R0
--   CREATE TABLE "driftless_new_place" (
--     "name" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_place" ("name", rowid) SELECT "name", rowid FROM "place";
--   DROP TABLE "place";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_place" RENAME TO "place";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/statistics-tables-ignored
nothing to do
=== sqlite/strict-added
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "n" INTEGER,
  "r" REAL,
  "s" TEXT,
  "b" BLOB
) STRICT;
INSERT OR ABORT INTO "driftless_new_t" ("id", "n", "r", "s", "b") SELECT "id", "n", "r", "s", "b" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low copy.misfit column t.b
-- low copy.misfit column t.id
-- low copy.misfit column t.n
-- low copy.misfit column t.r
-- low copy.misfit column t.s
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "n" INTEGER,
--     "r" REAL,
--     "s" TEXT,
--     "b" BLOB
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n", "r", "s", "b") SELECT "id", "n", "r", "s", "b" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/strict-and-without-rowid
nothing to do
=== sqlite/strict-column-added
ALTER TABLE "t" ADD COLUMN "b" TEXT;
-- info constraint.scan column t.b
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "b";
=== sqlite/strict-removed
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" INT NOT NULL,
  "b" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT NOT NULL,
--     "b" TEXT
--   ) STRICT;
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/strict-types
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" INTEGER,
  "b" INT NOT NULL DEFAULT 0,
  "c" REAL,
  "d" TEXT,
  "e" BLOB,
  "f" ANY,
  "g" ANY DEFAULT 'x'
) STRICT;
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "c", "d", "e", "f") SELECT "id", "a", "b", "c", "d", "e", "f" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.a
-- low column.not_null column t.b
-- low column.type column t.b
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT,
--     "b" INTEGER,
--     "c" REAL,
--     "d" TEXT,
--     "e" BLOB,
--     "f" ANY
--   ) STRICT;
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", "c", "d", "e", "f") SELECT "id", "a", "b", "c", "d", "e", "f" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/text-after-alter
nothing to do
=== sqlite/thousand-rows-rebuilt
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" INT NOT NULL,
  "b" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.a
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT,
--     "b" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/trigger-and-view-survive-rebuild
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT,
  "b" INT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE TRIGGER t_del AFTER DELETE ON t BEGIN
  INSERT INTO log VALUES ('delete ' || OLD.id);
END;
CREATE TRIGGER t_ins AFTER INSERT ON t BEGIN
  INSERT INTO log VALUES ('insert ' || NEW.id);
END;
-- medium table.rebuild table t
-- low column.not_null column t.b
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT,
--     "b" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b") SELECT "id", "a", "b" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE TRIGGER t_del AFTER DELETE ON t BEGIN
--     INSERT INTO log VALUES ('delete ' || OLD.id);
--   END;
--   CREATE TRIGGER t_ins AFTER INSERT ON t BEGIN
--     INSERT INTO log VALUES ('insert ' || NEW.id);
--   END;
=== sqlite/trigger-on-other-table-names-rebuilt-one
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "n" INT NOT NULL DEFAULT 0
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.n
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "n" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/type-case
nothing to do
=== sqlite/type-changed-same-affinity
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "n" BIGINT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.n
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "n" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "n") SELECT "id", "n" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/unique-constraint-to-index
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX "t_a" ON "t" ("a");
-- medium table.rebuild table t
-- medium constraint.drop unique t
-- low unique.add index t.t_a
-- info index.create.blocking index t.t_a
-- info rebuild.text table t
-- advice style.nullable_unique index t.t_a
-- undo R0
--   DROP INDEX "t_a";
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" TEXT,
--     UNIQUE ("a")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/uniques-in-another-order
nothing to do
=== sqlite/user-version-is-not-schema
nothing to do
=== sqlite/values-keep-their-storage
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "v" TEXT NOT NULL DEFAULT '',
  "w",
  "n" NUMERIC
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", "w", "n") SELECT "id", "v", "w", "n" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.n
-- low column.not_null column t.v
-- low column.type column t.v
-- low column.type column t.w
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "v" VARCHAR(10),
--     "w" BLOB,
--     "n" DECIMAL(5,2)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", "w", "n") SELECT "id", "v", "w", "n" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/values-of-every-storage-class
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "v",
  "w" INT NOT NULL
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "v", "w") SELECT "id", "v", "w" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.not_null column t.w
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "v",
--     "w" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "v", "w") SELECT "id", "v", "w" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/views-over-views-of-the-rebuilt-table
CREATE TABLE "driftless_new_t" (
  "id" INTEGER PRIMARY KEY,
  "a" TEXT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.recast column t.a
-- medium table.rebuild table t
-- low copy.misfit column t.a
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INTEGER PRIMARY KEY,
--     "a" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a") SELECT "id", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/virtual-table-bystander
ALTER TABLE "t" ADD COLUMN "b" TEXT;
-- undo R2
--   ALTER TABLE "t" DROP COLUMN "b";
=== sqlite/without-rowid-added
CREATE TABLE "driftless_new_t" (
  "code" TEXT PRIMARY KEY NOT NULL,
  "a" TEXT
) WITHOUT ROWID;
INSERT OR ABORT INTO "driftless_new_t" ("code", "a") SELECT "code", "a" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "code" TEXT PRIMARY KEY NOT NULL,
--     "a" TEXT
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("code", "a") SELECT "code", "a" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/without-rowid-rebuilt
CREATE TABLE "driftless_new_t" (
  "a" TEXT NOT NULL,
  "b" INTEGER NOT NULL,
  "c" BLOB,
  PRIMARY KEY ("b", "a")
) WITHOUT ROWID;
INSERT OR ABORT INTO "driftless_new_t" ("a", "b", "c") SELECT "a", "b", "c" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- low column.type column t.c
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "a" TEXT NOT NULL,
--     "b" INTEGER NOT NULL,
--     "c" TEXT,
--     PRIMARY KEY ("b", "a")
--   ) WITHOUT ROWID;
--   INSERT OR ABORT INTO "driftless_new_t" ("a", "b", "c") SELECT "a", "b", "c" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== sqlite/without-rowid-removed
CREATE TABLE "driftless_new_t" (
  "k" TEXT PRIMARY KEY NOT NULL,
  "v" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("k", "v") SELECT "k", "v" FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- medium table.rebuild table t
-- info rebuild.text table t
-- undo R0
--   CREATE TABLE "driftless_new_t" (
--     "k" TEXT PRIMARY KEY NOT NULL,
--     "v" INT
--   ) WITHOUT ROWID;
--   INSERT OR ABORT INTO "driftless_new_t" ("k", "v") SELECT "k", "v" FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== style/as-it-should-be
CREATE TABLE "child" (
  "id" INTEGER PRIMARY KEY,
  "at" TEXT NOT NULL,
  "parent" INTEGER NOT NULL,
  "price" INTEGER,
  "latitude" REAL,
  "code" TEXT NOT NULL,
  "user_name" TEXT,
  UNIQUE ("code"),
  FOREIGN KEY ("parent") REFERENCES "parent" ("id")
);
CREATE TABLE "parent" (
  "id" INTEGER PRIMARY KEY
);
CREATE INDEX "child_parent" ON "child" ("parent", "at");
-- undo R2
--   DROP TABLE "child";
--   DROP TABLE "parent";
=== style/code
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET v = 1; END;
-- advice style.trigger trigger t.r
-- undo R0
--   DROP TRIGGER "r";
=== style/foreign-key-without-an-index
CREATE TABLE "driftless_new_child" (
  "id" INT PRIMARY KEY NOT NULL,
  "parent" INT,
  CONSTRAINT "child_parent" FOREIGN KEY ("parent") REFERENCES "parent" ("id")
);
INSERT OR ABORT INTO "driftless_new_child" ("id", "parent", rowid) SELECT "id", "parent", rowid FROM "child";
DROP TABLE "child";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_child" RENAME TO "child";
PRAGMA legacy_alter_table = OFF;
-- low foreign_key.add foreign key child.child_parent
-- info rebuild.text table child
-- info table.rebuild table child
-- advice style.foreign_key_index foreign key child.child_parent
-- undo R0
--   CREATE TABLE "driftless_new_child" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "parent" INT
--   );
--   INSERT OR ABORT INTO "driftless_new_child" ("id", "parent", rowid) SELECT "id", "parent", rowid FROM "child";
--   DROP TABLE "child";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_child" RENAME TO "child";
--   PRAGMA legacy_alter_table = OFF;
=== style/names
CREATE TABLE "Mixed" (
  "id" INTEGER PRIMARY KEY,
  "order" INT
);
CREATE INDEX "an_index_whose_name_says_all_there_is_to_say_of_orders" ON "Mixed" ("order");
-- advice style.reserved_word column Mixed.order
-- undo R2
--   DROP TABLE "Mixed";
=== style/tables-and-indexes
CREATE TABLE "child" (
  "a" INT NOT NULL,
  "b" INT NOT NULL,
  "parent" INT,
  "email" VARCHAR(50),
  CONSTRAINT "child_email" UNIQUE ("email"),
  CONSTRAINT "child_parent" FOREIGN KEY ("parent") REFERENCES "parent" ("id")
);
CREATE TABLE "parent" (
  "id" INT PRIMARY KEY NOT NULL
);
CREATE INDEX "child_a" ON "child" ("a");
CREATE INDEX "child_a_b" ON "child" ("a", "b");
-- advice style.foreign_key_index foreign key child.child_parent
-- advice style.redundant_index index child.child_a
-- advice style.primary_key table child
-- advice style.nullable_unique unique child.child_email
-- undo R2
--   DROP TABLE "child";
--   DROP TABLE "parent";
=== style/types-sqlite
CREATE TABLE "t" (
  "id" INTEGER PRIMARY KEY,
  "unitPrice" REAL
);
-- advice style.float_money column t.unitPrice
-- undo R2
--   DROP TABLE "t";
=== style/what-stays-is-not-judged
ALTER TABLE "Mixed" ADD COLUMN "v" INT;
-- undo R2
--   ALTER TABLE "Mixed" DROP COLUMN "v";
=== tables/chain-dropped-in-order-of-references
DROP TABLE "t01";
DROP TABLE "t02";
DROP TABLE "t03";
DROP TABLE "t04";
DROP TABLE "t09";
DROP TABLE "t10";
DROP TABLE "t11";
DROP TABLE "t12";
-- critical table.drop table t11
-- low table.drop table t01
-- low table.drop table t02
-- low table.drop table t03
-- low table.drop table t04
-- low table.drop table t09
-- low table.drop table t10
-- low table.drop table t12
-- undo R1
--   CREATE TABLE "t01" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "r" INT,
--     CONSTRAINT "f01" FOREIGN KEY ("r") REFERENCES "t09" ("id")
--   );
--   CREATE TABLE "t02" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "r" INT,
--     CONSTRAINT "f02" FOREIGN KEY ("r") REFERENCES "t11" ("id")
--   );
--   CREATE TABLE "t03" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "r" INT,
--     CONSTRAINT "f03" FOREIGN KEY ("r") REFERENCES "t12" ("id")
--   );
--   CREATE TABLE "t04" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "r" INT,
--     CONSTRAINT "f04" FOREIGN KEY ("r") REFERENCES "t10" ("id")
--   );
--   CREATE TABLE "t09" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "r" INT,
--     CONSTRAINT "f09" FOREIGN KEY ("r") REFERENCES "t02" ("id")
--   );
--   CREATE TABLE "t10" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "r" INT,
--     CONSTRAINT "f10" FOREIGN KEY ("r") REFERENCES "t03" ("id")
--   );
--   CREATE TABLE "t11" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "r" INT,
--     CONSTRAINT "f11" FOREIGN KEY ("r") REFERENCES "t05" ("id")
--   );
--   CREATE TABLE "t12" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "r" INT,
--     CONSTRAINT "f12" FOREIGN KEY ("r") REFERENCES "t01" ("id")
--   );
=== tables/child-declared-before-parent
CREATE TABLE "line" (
  "id" INT PRIMARY KEY NOT NULL,
  "order_id" INT NOT NULL,
  CONSTRAINT "line_order" FOREIGN KEY ("order_id") REFERENCES "orders" ("id")
);
CREATE TABLE "orders" (
  "id" INT PRIMARY KEY NOT NULL
);
-- advice style.foreign_key_index foreign key line.line_order
-- undo R2
--   DROP TABLE "line";
--   DROP TABLE "orders";
=== tables/create-in-empty
CREATE TABLE "customer" (
  "id" INT PRIMARY KEY NOT NULL,
  "name" VARCHAR(80) NOT NULL,
  "email" VARCHAR(120)
);
CREATE INDEX "customer_name" ON "customer" ("name");
-- undo R2
--   DROP TABLE "customer";
=== tables/drop-empty
DROP TABLE "unused";
-- low table.drop table unused
-- undo R0
--   CREATE TABLE "unused" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" VARCHAR(20)
--   );
=== tables/drop-everything
DROP TABLE "c";
DROP TABLE "g";
DROP TABLE "p";
-- critical table.drop table c
-- critical table.drop table g
-- critical table.drop table p
-- undo R1
--   CREATE TABLE "c" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "p_id" INT,
--     CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id")
--   );
--   CREATE TABLE "g" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "c_id" INT,
--     CONSTRAINT "g_c" FOREIGN KEY ("c_id") REFERENCES "c" ("id")
--   );
--   CREATE TABLE "p" (
--     "id" INT PRIMARY KEY NOT NULL
--   );
=== tables/drop-with-rows
DROP TABLE "legacy_order";
-- critical table.drop table legacy_order
-- undo R1
--   CREATE TABLE "legacy_order" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "total" DECIMAL(10,2) NOT NULL,
--     "note" VARCHAR(100)
--   );
=== tables/empty-on-both-sides
nothing to do
=== tables/gains-two-tables-and-links-old
CREATE TABLE "bank" (
  "id" INT PRIMARY KEY NOT NULL
);
CREATE TABLE "payer" (
  "id" INT PRIMARY KEY NOT NULL,
  "bank_id" INT,
  CONSTRAINT "payer_bank" FOREIGN KEY ("bank_id") REFERENCES "bank" ("id")
);
ALTER TABLE "invoice" ADD COLUMN "payer_id" INT CONSTRAINT "invoice_payer" REFERENCES "payer" ("id");
-- low foreign_key.add foreign key invoice.invoice_payer
-- advice style.foreign_key_index foreign key invoice.invoice_payer
-- advice style.foreign_key_index foreign key payer.payer_bank
-- undo R2
--   DROP TABLE "bank";
--   DROP TABLE "payer";
--   CREATE TABLE "driftless_new_invoice" (
--     "id" INT PRIMARY KEY NOT NULL
--   );
--   INSERT OR ABORT INTO "driftless_new_invoice" ("id", rowid) SELECT "id", rowid FROM "invoice";
--   DROP TABLE "invoice";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_invoice" RENAME TO "invoice";
--   PRAGMA legacy_alter_table = OFF;
=== tables/many-columns
ALTER TABLE "wide" DROP COLUMN "c20";
ALTER TABLE "wide" ADD COLUMN "d01" VARCHAR(10);
ALTER TABLE "wide" ADD COLUMN "d02" VARCHAR(10) DEFAULT 'x';
-- critical column.drop column wide.c20
-- medium table.rewrite column wide.c20
-- undo R1
--   ALTER TABLE "wide" DROP COLUMN "d02";
--   ALTER TABLE "wide" DROP COLUMN "d01";
--   ALTER TABLE "wide" ADD COLUMN "c20" INT;
=== tables/nothing-to-do
nothing to do
=== tables/prune-exact-drops-all-kinds
DROP INDEX "t_a";
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" INT
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
-- critical column.drop column t.b
-- critical column.drop column t.p_id
-- high foreign_key.drop foreign key t.t_p
-- medium constraint.drop check t.t_c
-- medium index.drop index t.t_a
-- medium table.rebuild table t
-- medium constraint.drop unique t.t_b
-- info rebuild.text table t
-- undo R1
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     "b" INT,
--     "p_id" INT,
--     CONSTRAINT "t_b" UNIQUE ("b"),
--     CONSTRAINT "t_c" CHECK (a > 0),
--     CONSTRAINT "t_p" FOREIGN KEY ("p_id") REFERENCES "p" ("id")
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", rowid) SELECT "id", "a", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "t_a" ON "t" ("a");
=== tables/prune-keep-columns-and-indexes
CREATE TABLE "driftless_new_t" (
  "id" INT PRIMARY KEY NOT NULL,
  "a" BIGINT,
  "c" INT,
  "b" INT,
  CONSTRAINT "t_b" UNIQUE ("b"),
  CONSTRAINT "t_c" CHECK (b > 0)
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "t_a" ON "t" ("a");
-- medium table.rebuild table t
-- low column.type column t.a
-- info rebuild.text table t
-- undo R2
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     "b" INT,
--     CONSTRAINT "t_b" UNIQUE ("b"),
--     CONSTRAINT "t_c" CHECK (b > 0)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
--   CREATE INDEX "t_a" ON "t" ("a");
=== tables/prune-keep-leaves-undeclared
nothing to do
=== tables/prune-keep-still-adds
CREATE TABLE "fresh" (
  "id" INT PRIMARY KEY NOT NULL
);
ALTER TABLE "declared" ADD COLUMN "a" VARCHAR(10);
-- undo R2
--   DROP TABLE "fresh";
--   ALTER TABLE "declared" DROP COLUMN "a";
=== tables/prune-owned-leaves-never-declared
nothing to do
=== tables/replace-one-by-another
DROP TABLE "old_log";
CREATE TABLE "metric" (
  "host" VARCHAR(60) PRIMARY KEY NOT NULL,
  "value" DOUBLE PRECISION
);
-- critical table.drop table old_log
-- undo R1
--   DROP TABLE "metric";
--   CREATE TABLE "old_log" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "line" VARCHAR(200)
--   );
=== tables/three-level-chain-reversed
CREATE TABLE "a_city" (
  "id" INT PRIMARY KEY NOT NULL,
  "region_id" INT NOT NULL,
  CONSTRAINT "city_region" FOREIGN KEY ("region_id") REFERENCES "b_region" ("id")
);
CREATE TABLE "b_region" (
  "id" INT PRIMARY KEY NOT NULL,
  "country_id" INT NOT NULL,
  CONSTRAINT "region_country" FOREIGN KEY ("country_id") REFERENCES "c_country" ("id")
);
CREATE TABLE "c_country" (
  "id" INT PRIMARY KEY NOT NULL
);
-- advice style.foreign_key_index foreign key a_city.city_region
-- advice style.foreign_key_index foreign key b_region.region_country
-- undo R2
--   DROP TABLE "a_city";
--   DROP TABLE "b_region";
--   DROP TABLE "c_country";
=== tables/two-thousand-rows-through-five-changes
CREATE TABLE "driftless_new_t" (
  "id" BIGINT PRIMARY KEY NOT NULL,
  "a" BIGINT NOT NULL,
  "b" VARCHAR(40) NOT NULL DEFAULT 'x',
  CONSTRAINT "t_ab" UNIQUE ("id", "a")
);
INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
DROP TABLE "t";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "driftless_new_t" RENAME TO "t";
PRAGMA legacy_alter_table = OFF;
CREATE INDEX "t_b" ON "t" ("b", "a");
-- medium table.rebuild table t
-- low column.not_null column t.a
-- low column.type column t.a
-- low column.not_null column t.b
-- low column.type column t.b
-- low column.type column t.id
-- low unique.add unique t.t_ab
-- info index.create.blocking index t.t_b
-- info rebuild.text table t
-- undo R2
--   DROP INDEX "t_b";
--   CREATE TABLE "driftless_new_t" (
--     "id" INT PRIMARY KEY NOT NULL,
--     "a" INT,
--     "b" VARCHAR(20)
--   );
--   INSERT OR ABORT INTO "driftless_new_t" ("id", "a", "b", rowid) SELECT "id", "a", "b", rowid FROM "t";
--   DROP TABLE "t";
--   PRAGMA legacy_alter_table = ON;
--   ALTER TABLE "driftless_new_t" RENAME TO "t";
--   PRAGMA legacy_alter_table = OFF;
=== tables/without-key
ALTER TABLE "reading" ADD COLUMN "unit" VARCHAR(8);
-- undo R2
--   ALTER TABLE "reading" DROP COLUMN "unit";
