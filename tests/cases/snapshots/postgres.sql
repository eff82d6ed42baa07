=== bystanders/trigger-on-unrelated-table
ALTER TABLE "public"."other" ADD COLUMN "b" integer;
-- info plans.cached table public.other
-- undo R2
--   ALTER TABLE "public"."other" DROP COLUMN "b";
=== bystanders/view-nothing-to-do
nothing to do
=== bystanders/view-on-table-that-gains-a-column
ALTER TABLE "public"."t" ADD COLUMN "b" character varying(10);
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "b";
=== bystanders/view-untouched
ALTER TABLE "public"."other" ADD COLUMN "b" integer;
-- info plans.cached table public.other
-- undo R2
--   ALTER TABLE "public"."other" DROP COLUMN "b";
=== checks/added-named
ALTER TABLE "public"."t" ADD CONSTRAINT "t_a_positive" CHECK ((a > 0)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_a_positive";
-- low check.add check public.t.t_a_positive
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_positive";
=== checks/added-unnamed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_a_check" CHECK (((a >= 0) AND (a < 1000))) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_a_check";
-- low check.add check public.t.t_a_check
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_check";
=== checks/case-expression
ALTER TABLE "public"."t" ADD CONSTRAINT "n_by_kind" CHECK ((
CASE
    WHEN ((kind)::text = 'a'::text) THEN n
    ELSE 1
END > 0)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "n_by_kind";
-- low check.add check public.t.n_by_kind
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "n_by_kind";
=== checks/dropped
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a";
-- medium constraint.drop check public.t.t_a
-- undo R0
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_a" CHECK ((a > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_a";
=== checks/expression-changed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a", ADD CONSTRAINT "t_a" CHECK ((a > 1)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_a";
-- low check.add check public.t.t_a
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_a", ADD CONSTRAINT "t_a" CHECK ((a > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_a";
=== checks/length-and-pattern
nothing to do
=== checks/long-value-list
ALTER TABLE "public"."t" DROP CONSTRAINT "t_c", ADD CONSTRAINT "t_c" CHECK (((c)::text = ANY (ARRAY[('AAA'::character varying)::text, ('AAB'::character varying)::text, ('AAC'::character varying)::text, ('AAD'::character varying)::text, ('AAE'::character varying)::text, ('AAF'::character varying)::text, ('AAG'::character varying)::text, ('AAH'::character varying)::text, ('AAI'::character varying)::text, ('AAJ'::character varying)::text, ('ABA'::character varying)::text, ('ABB'::character varying)::text, ('ABC'::character varying)::text, ('ABD'::character varying)::text, ('ABE'::character varying)::text, ('ABF'::character varying)::text, ('ABG'::character varying)::text, ('ABH'::character varying)::text, ('ABI'::character varying)::text, ('ABJ'::character varying)::text, ('ACA'::character varying)::text, ('ACB'::character varying)::text, ('ACC'::character varying)::text, ('ACD'::character varying)::text, ('ACE'::character varying)::text, ('ACF'::character varying)::text, ('ACG'::character varying)::text, ('ACH'::character varying)::text, ('ACI'::character varying)::text, ('ACJ'::character varying)::text, ('ADA'::character varying)::text, ('ADB'::character varying)::text, ('ADC'::character varying)::text, ('ADD'::character varying)::text, ('ADE'::character varying)::text, ('ADF'::character varying)::text, ('ADG'::character varying)::text, ('ADH'::character varying)::text, ('ADI'::character varying)::text, ('ADJ'::character varying)::text, ('AEA'::character varying)::text]))) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_c";
-- low check.add check public.t.t_c
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_c", ADD CONSTRAINT "t_c" CHECK (((c)::text = ANY (ARRAY[('AAA'::character varying)::text, ('AAB'::character varying)::text, ('AAC'::character varying)::text, ('AAD'::character varying)::text, ('AAE'::character varying)::text, ('AAF'::character varying)::text, ('AAG'::character varying)::text, ('AAH'::character varying)::text, ('AAI'::character varying)::text, ('AAJ'::character varying)::text, ('ABA'::character varying)::text, ('ABB'::character varying)::text, ('ABC'::character varying)::text, ('ABD'::character varying)::text, ('ABE'::character varying)::text, ('ABF'::character varying)::text, ('ABG'::character varying)::text, ('ABH'::character varying)::text, ('ABI'::character varying)::text, ('ABJ'::character varying)::text, ('ACA'::character varying)::text, ('ACB'::character varying)::text, ('ACC'::character varying)::text, ('ACD'::character varying)::text, ('ACE'::character varying)::text, ('ACF'::character varying)::text, ('ACG'::character varying)::text, ('ACH'::character varying)::text, ('ACI'::character varying)::text, ('ACJ'::character varying)::text, ('ADA'::character varying)::text, ('ADB'::character varying)::text, ('ADC'::character varying)::text, ('ADD'::character varying)::text, ('ADE'::character varying)::text, ('ADF'::character varying)::text, ('ADG'::character varying)::text, ('ADH'::character varying)::text, ('ADI'::character varying)::text, ('ADJ'::character varying)::text]))) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_c";
=== checks/name-changed-only
ALTER TABLE "public"."t" RENAME CONSTRAINT "old_name" TO "new_name";
-- undo R0
--   ALTER TABLE "public"."t" RENAME CONSTRAINT "new_name" TO "old_name";
=== checks/named-is-declared-without-name
nothing to do
=== checks/on-a-new-column
ALTER TABLE "public"."t" ADD COLUMN "pct" integer DEFAULT 50 NOT NULL;
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pct" CHECK (((pct >= 0) AND (pct <= 100))) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_pct";
-- high check.add check public.t.t_pct
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pct";
--   ALTER TABLE "public"."t" DROP COLUMN "pct";
=== checks/over-two-columns-one-of-them-wider
ALTER TABLE "public"."t" ALTER COLUMN "low" TYPE bigint;
-- medium table.rewrite column public.t.low
-- low column.type column public.t.low
-- low statistics.lost column public.t.low
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "low" TYPE smallint;
=== checks/quotes-inside
ALTER TABLE "public"."t" ADD CONSTRAINT "t_s" CHECK ((((s)::text <> 'it''s'::text) AND ((s)::text <> '"'::text) AND ((s)::text <> ';'::text)));
-- low check.add check public.t.t_s
-- info constraint.scan check public.t.t_s
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_s";
=== checks/rewritten-forms-nothing-to-do
nothing to do
=== checks/several-of-one-table-one-changes
ALTER TABLE "public"."t" DROP CONSTRAINT "c2", ADD CONSTRAINT "c2" CHECK ((b > 1)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "c2";
-- low check.add check public.t.c2
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "c2", ADD CONSTRAINT "c2" CHECK ((b > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "c2";
=== checks/two-unnamed-of-one-column
nothing to do
=== checks/unnamed-gets-a-name
ALTER TABLE "public"."t" RENAME CONSTRAINT "t_a_check" TO "a_positive";
-- undo R0
=== checks/value-list-grows
ALTER TABLE "public"."t" DROP CONSTRAINT "t_state", ADD CONSTRAINT "t_state" CHECK (((state)::text = ANY (ARRAY[('new'::character varying)::text, ('paid'::character varying)::text, ('sent'::character varying)::text]))) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_state";
-- low check.add check public.t.t_state
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_state", ADD CONSTRAINT "t_state" CHECK (((state)::text = ANY (ARRAY[('new'::character varying)::text, ('paid'::character varying)::text]))) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_state";
=== columns/add-not-null-with-default
ALTER TABLE "public"."t" ADD COLUMN "state" character varying(20) DEFAULT 'new'::character varying NOT NULL;
ALTER TABLE "public"."t" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "state";
--   ALTER TABLE "public"."t" DROP COLUMN "tries";
=== columns/add-nullable-at-the-end
ALTER TABLE "public"."t" ADD COLUMN "note" character varying(200);
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "note";
=== columns/add-nullable-in-the-middle
ALTER TABLE "public"."t" ADD COLUMN "m" character varying(30);
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "m";
=== columns/add-required-to-empty-table
ALTER TABLE "public"."t" ADD COLUMN "code" character varying(20) NOT NULL;
-- low column.add.required column public.t.code
-- info constraint.scan column public.t.code
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "code";
=== columns/add-several-at-once
ALTER TABLE "public"."t" ADD COLUMN "a" integer;
ALTER TABLE "public"."t" ADD COLUMN "b" character varying(20) DEFAULT 'b'::character varying;
ALTER TABLE "public"."t" ADD COLUMN "c" numeric(12,4) DEFAULT 1.5 NOT NULL;
ALTER TABLE "public"."t" ADD COLUMN "d" date;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "a";
--   ALTER TABLE "public"."t" DROP COLUMN "b";
--   ALTER TABLE "public"."t" DROP COLUMN "c";
--   ALTER TABLE "public"."t" DROP COLUMN "d";
=== columns/added-to-three-tables
ALTER TABLE "public"."a" ADD COLUMN "tenant" integer DEFAULT 1 NOT NULL;
ALTER TABLE "public"."b" ADD COLUMN "tenant" integer DEFAULT 1 NOT NULL;
ALTER TABLE "public"."c" ADD COLUMN "tenant" integer DEFAULT 1 NOT NULL;
-- medium locks.several table public.a
-- info plans.cached table public.a
-- info plans.cached table public.b
-- info plans.cached table public.c
-- undo R2
--   ALTER TABLE "public"."a" DROP COLUMN "tenant";
--   ALTER TABLE "public"."b" DROP COLUMN "tenant";
--   ALTER TABLE "public"."c" DROP COLUMN "tenant";
=== columns/all-columns-replaced
ALTER TABLE "public"."t" DROP COLUMN "a";
ALTER TABLE "public"."t" DROP COLUMN "b";
ALTER TABLE "public"."t" ADD COLUMN "c" date;
ALTER TABLE "public"."t" ADD COLUMN "d" numeric(5,2);
ALTER TABLE "public"."t" ADD COLUMN "e" bigint;
-- critical column.drop column public.t.a
-- critical column.drop column public.t.b
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" DROP COLUMN "c";
--   ALTER TABLE "public"."t" DROP COLUMN "d";
--   ALTER TABLE "public"."t" DROP COLUMN "e";
--   ALTER TABLE "public"."t" ADD COLUMN "a" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "b" character varying(10);
=== columns/char-to-varchar
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(8);
-- medium table.rewrite column public.t.v
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character(8);
=== columns/date-to-timestamp
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE timestamp without time zone;
-- medium table.rewrite column public.t.v
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- advice style.timestamp column public.t.v
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE date;
=== columns/decimal-loses-whole-digits
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE numeric(6,4);
-- critical column.narrow column public.t.v
-- medium table.rewrite column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE numeric(6,2);
=== columns/decimal-scale-grows-whole-digits-stay
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE numeric(7,4);
-- medium table.rewrite column public.t.v
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE numeric(5,2);
=== columns/drop-all-null
ALTER TABLE "public"."t" DROP COLUMN "never_used";
-- medium column.drop column public.t.never_used
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" ADD COLUMN "never_used" character varying(40);
=== columns/drop-and-add-look-alike
ALTER TABLE "public"."t" DROP COLUMN "price_text";
ALTER TABLE "public"."t" ADD COLUMN "price" numeric(10,2);
-- critical column.drop column public.t.price_text
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" DROP COLUMN "price";
--   ALTER TABLE "public"."t" ADD COLUMN "price_text" character varying(20);
=== columns/drop-from-the-middle
ALTER TABLE "public"."t" DROP COLUMN "b";
-- critical column.drop column public.t.b
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "b" integer NOT NULL;
=== columns/drop-one-of-a-composite-index
DROP INDEX CONCURRENTLY "public"."t_ab";
-- committed
ALTER TABLE "public"."t" DROP COLUMN "b";
-- committed
CREATE INDEX CONCURRENTLY "t_ab" ON "public"."t" USING btree ("a");
-- critical column.drop column public.t.b
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "b" integer;
--   CREATE INDEX CONCURRENTLY "driftless_15f98b4c" ON "public"."t" USING btree ("a", "b");
--   DROP INDEX "public"."t_ab";
--   ALTER INDEX "public"."driftless_15f98b4c" RENAME TO "t_ab";
=== columns/drop-two-keep-one
ALTER TABLE "public"."t" DROP COLUMN "a";
ALTER TABLE "public"."t" DROP COLUMN "c";
-- critical column.drop column public.t.a
-- critical column.drop column public.t.c
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "a" character varying(10);
--   ALTER TABLE "public"."t" ADD COLUMN "c" character varying(10);
=== columns/drop-with-check
ALTER TABLE "public"."t" DROP CONSTRAINT "t_order";
ALTER TABLE "public"."t" DROP COLUMN "high";
-- critical column.drop column public.t.high
-- medium constraint.drop check public.t.t_order
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "high" integer;
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_order" CHECK ((low <= high)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_order";
=== columns/drop-with-foreign-key
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
ALTER TABLE "public"."c" DROP COLUMN "p_id";
-- critical column.drop column public.c.p_id
-- high foreign_key.drop foreign key public.c.c_p
-- info plans.cached table public.c
-- undo R1
--   ALTER TABLE "public"."c" ADD COLUMN "p_id" integer;
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
=== columns/drop-with-index
DROP INDEX CONCURRENTLY "public"."t_b";
-- committed
ALTER TABLE "public"."t" DROP COLUMN "b";
-- critical column.drop column public.t.b
-- medium index.drop index public.t.t_b
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "b" integer;
--   CREATE INDEX CONCURRENTLY "t_b" ON "public"."t" USING btree ("b");
=== columns/drop-with-unique
ALTER TABLE "public"."t" DROP CONSTRAINT "t_slug";
ALTER TABLE "public"."t" DROP COLUMN "slug";
-- critical column.drop column public.t.slug
-- medium constraint.drop unique public.t.t_slug
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "slug" character varying(40);
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_b11ca0bc" ON "public"."t" USING btree ("slug");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_slug" UNIQUE USING INDEX "driftless_b11ca0bc";
=== columns/drop-with-values
ALTER TABLE "public"."t" DROP COLUMN "secret";
-- critical column.drop column public.t.secret
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "secret" character varying(40);
=== columns/dropped-from-everything-it-is-in
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_check";
-- committed
DROP INDEX CONCURRENTLY "public"."t_a_b";
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a";
ALTER TABLE "public"."t" DROP COLUMN "a";
-- committed
CREATE INDEX CONCURRENTLY "t_b" ON "public"."t" USING btree ("b");
-- critical column.drop column public.t.a
-- medium constraint.drop check public.t.t_a_check
-- medium index.drop index public.t.t_a_b
-- medium constraint.drop unique public.t.t_a
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R1
--   DROP INDEX CONCURRENTLY "public"."t_b";
--   ALTER TABLE "public"."t" ADD COLUMN "a" integer;
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_a_check" CHECK ((a > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_a_check";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_a" UNIQUE USING INDEX "driftless_35678766";
--   CREATE INDEX CONCURRENTLY "t_a_b" ON "public"."t" USING btree ("a", "b");
=== columns/eighty-columns-half-change
ALTER TABLE "public"."wide" ALTER COLUMN "c01" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c03" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c05" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c07" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c09" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c11" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c13" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c15" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c17" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c19" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c21" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c23" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c25" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c27" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c29" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c31" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c33" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c35" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c37" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c39" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c41" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c43" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c45" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c47" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c49" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c51" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c53" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c55" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c57" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c59" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c61" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c63" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c65" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c67" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c69" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c71" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c73" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c75" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c77" TYPE bigint;
ALTER TABLE "public"."wide" ALTER COLUMN "c79" TYPE bigint;
-- low column.type column public.wide.c01
-- low column.type column public.wide.c03
-- low column.type column public.wide.c05
-- low column.type column public.wide.c07
-- low column.type column public.wide.c09
-- low column.type column public.wide.c11
-- low column.type column public.wide.c13
-- low column.type column public.wide.c15
-- low column.type column public.wide.c17
-- low column.type column public.wide.c19
-- low column.type column public.wide.c21
-- low column.type column public.wide.c23
-- low column.type column public.wide.c25
-- low column.type column public.wide.c27
-- low column.type column public.wide.c29
-- low column.type column public.wide.c31
-- low column.type column public.wide.c33
-- low column.type column public.wide.c35
-- low column.type column public.wide.c37
-- low column.type column public.wide.c39
-- low column.type column public.wide.c41
-- low column.type column public.wide.c43
-- low column.type column public.wide.c45
-- low column.type column public.wide.c47
-- low column.type column public.wide.c49
-- low column.type column public.wide.c51
-- low column.type column public.wide.c53
-- low column.type column public.wide.c55
-- low column.type column public.wide.c57
-- low column.type column public.wide.c59
-- low column.type column public.wide.c61
-- low column.type column public.wide.c63
-- low column.type column public.wide.c65
-- low column.type column public.wide.c67
-- low column.type column public.wide.c69
-- low column.type column public.wide.c71
-- low column.type column public.wide.c73
-- low column.type column public.wide.c75
-- low column.type column public.wide.c77
-- low column.type column public.wide.c79
-- info statistics.lost column public.wide.c01
-- info table.rewrite column public.wide.c01
-- info statistics.lost column public.wide.c03
-- info table.rewrite column public.wide.c03
-- info statistics.lost column public.wide.c05
-- info table.rewrite column public.wide.c05
-- info statistics.lost column public.wide.c07
-- info table.rewrite column public.wide.c07
-- info statistics.lost column public.wide.c09
-- info table.rewrite column public.wide.c09
-- info statistics.lost column public.wide.c11
-- info table.rewrite column public.wide.c11
-- info statistics.lost column public.wide.c13
-- info table.rewrite column public.wide.c13
-- info statistics.lost column public.wide.c15
-- info table.rewrite column public.wide.c15
-- info statistics.lost column public.wide.c17
-- info table.rewrite column public.wide.c17
-- info statistics.lost column public.wide.c19
-- info table.rewrite column public.wide.c19
-- info statistics.lost column public.wide.c21
-- info table.rewrite column public.wide.c21
-- info statistics.lost column public.wide.c23
-- info table.rewrite column public.wide.c23
-- info statistics.lost column public.wide.c25
-- info table.rewrite column public.wide.c25
-- info statistics.lost column public.wide.c27
-- info table.rewrite column public.wide.c27
-- info statistics.lost column public.wide.c29
-- info table.rewrite column public.wide.c29
-- info statistics.lost column public.wide.c31
-- info table.rewrite column public.wide.c31
-- info statistics.lost column public.wide.c33
-- info table.rewrite column public.wide.c33
-- info statistics.lost column public.wide.c35
-- info table.rewrite column public.wide.c35
-- info statistics.lost column public.wide.c37
-- info table.rewrite column public.wide.c37
-- info statistics.lost column public.wide.c39
-- info table.rewrite column public.wide.c39
-- info statistics.lost column public.wide.c41
-- info table.rewrite column public.wide.c41
-- info statistics.lost column public.wide.c43
-- info table.rewrite column public.wide.c43
-- info statistics.lost column public.wide.c45
-- info table.rewrite column public.wide.c45
-- info statistics.lost column public.wide.c47
-- info table.rewrite column public.wide.c47
-- info statistics.lost column public.wide.c49
-- info table.rewrite column public.wide.c49
-- info statistics.lost column public.wide.c51
-- info table.rewrite column public.wide.c51
-- info statistics.lost column public.wide.c53
-- info table.rewrite column public.wide.c53
-- info statistics.lost column public.wide.c55
-- info table.rewrite column public.wide.c55
-- info statistics.lost column public.wide.c57
-- info table.rewrite column public.wide.c57
-- info statistics.lost column public.wide.c59
-- info table.rewrite column public.wide.c59
-- info statistics.lost column public.wide.c61
-- info table.rewrite column public.wide.c61
-- info statistics.lost column public.wide.c63
-- info table.rewrite column public.wide.c63
-- info statistics.lost column public.wide.c65
-- info table.rewrite column public.wide.c65
-- info statistics.lost column public.wide.c67
-- info table.rewrite column public.wide.c67
-- info statistics.lost column public.wide.c69
-- info table.rewrite column public.wide.c69
-- info statistics.lost column public.wide.c71
-- info table.rewrite column public.wide.c71
-- info statistics.lost column public.wide.c73
-- info table.rewrite column public.wide.c73
-- info statistics.lost column public.wide.c75
-- info table.rewrite column public.wide.c75
-- info statistics.lost column public.wide.c77
-- info table.rewrite column public.wide.c77
-- info statistics.lost column public.wide.c79
-- info table.rewrite column public.wide.c79
-- info plans.cached table public.wide
-- undo R2
--   ALTER TABLE "public"."wide" ALTER COLUMN "c01" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c03" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c05" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c07" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c09" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c11" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c13" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c15" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c17" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c19" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c21" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c23" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c25" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c27" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c29" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c31" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c33" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c35" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c37" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c39" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c41" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c43" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c45" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c47" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c49" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c51" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c53" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c55" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c57" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c59" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c61" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c63" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c65" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c67" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c69" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c71" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c73" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c75" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c77" TYPE integer;
--   ALTER TABLE "public"."wide" ALTER COLUMN "c79" TYPE integer;
=== columns/every-change-at-once
ALTER TABLE "public"."t" DROP COLUMN "gone";
ALTER TABLE "public"."t" ALTER COLUMN "wide" TYPE bigint;
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_70495c13" CHECK ("must" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_70495c13";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "must" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_70495c13";
ALTER TABLE "public"."t" ALTER COLUMN "may" DROP NOT NULL;
ALTER TABLE "public"."t" ADD COLUMN "fresh" numeric(8,3) DEFAULT 1.5 NOT NULL;
-- critical column.drop column public.t.gone
-- medium table.rewrite column public.t.wide
-- low column.nullable column public.t.may
-- low column.not_null column public.t.must
-- low column.type column public.t.wide
-- low statistics.lost column public.t.wide
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" DROP COLUMN "fresh";
--   ALTER TABLE "public"."t" ALTER COLUMN "wide" TYPE smallint;
--   ALTER TABLE "public"."t" ALTER COLUMN "must" DROP NOT NULL;
--   ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_8191dde3" CHECK ("may" IS NOT NULL) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_8191dde3";
--   ALTER TABLE "public"."t" ALTER COLUMN "may" SET NOT NULL;
--   ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_8191dde3";
--   ALTER TABLE "public"."t" ADD COLUMN "gone" integer;
=== columns/float-to-double
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE double precision;
-- medium table.rewrite column public.t.v
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE real;
=== columns/integer-narrowed-that-fits
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE smallint;
-- critical column.narrow column public.t.v
-- medium table.rewrite column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE integer;
=== columns/integer-to-decimal
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE numeric(12,2);
-- medium table.rewrite column public.t.v
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE integer;
=== columns/narrow-bigint-fits
ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE integer;
-- critical column.narrow column public.t.n
-- medium table.rewrite column public.t.n
-- low statistics.lost column public.t.n
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE bigint;
=== columns/narrow-decimal-scale-fits
ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE numeric(10,2);
-- critical column.narrow column public.t.n
-- medium table.rewrite column public.t.n
-- low statistics.lost column public.t.n
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE numeric(10,4);
=== columns/narrow-varchar-fits
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(10);
-- medium table.rewrite column public.t.a
-- low column.narrow column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(100);
=== columns/not-null-and-default-together
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 3;
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_200c839d" CHECK ("a" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_200c839d";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_200c839d";
-- low column.not_null column public.t.a
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
=== columns/not-null-to-nullable
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
-- low column.nullable column public.t.a
-- undo R2
--   ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_200c839d" CHECK ("a" IS NOT NULL) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_200c839d";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
--   ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_200c839d";
=== columns/nullable-to-not-null-backfilled
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_200c839d" CHECK ("a" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_200c839d";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_200c839d";
-- low column.not_null column public.t.a
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
=== columns/nullable-to-required-with-default-and-nulls-filled
ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE bigint;
ALTER TABLE "public"."t" ALTER COLUMN "n" SET DEFAULT 1;
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_110c6c00" CHECK ("n" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_110c6c00";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "n" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_110c6c00";
-- medium table.rewrite column public.t.n
-- low column.not_null column public.t.n
-- low column.type column public.t.n
-- low statistics.lost column public.t.n
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "n" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE smallint;
--   ALTER TABLE "public"."t" ALTER COLUMN "n" DROP NOT NULL;
=== columns/order-differs-only
nothing to do
=== columns/required-with-default-dropped-and-another-added
ALTER TABLE "public"."t" DROP COLUMN "flag";
ALTER TABLE "public"."t" ADD COLUMN "state" character varying(10) DEFAULT 'new'::character varying NOT NULL;
-- critical column.drop column public.t.flag
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" DROP COLUMN "state";
--   ALTER TABLE "public"."t" ADD COLUMN "flag" smallint DEFAULT 0 NOT NULL;
=== columns/ten-dropped-of-twelve
ALTER TABLE "public"."t" DROP COLUMN "a";
ALTER TABLE "public"."t" DROP COLUMN "b";
ALTER TABLE "public"."t" DROP COLUMN "c";
ALTER TABLE "public"."t" DROP COLUMN "d";
ALTER TABLE "public"."t" DROP COLUMN "e";
ALTER TABLE "public"."t" DROP COLUMN "g";
ALTER TABLE "public"."t" DROP COLUMN "h";
ALTER TABLE "public"."t" DROP COLUMN "i";
ALTER TABLE "public"."t" DROP COLUMN "j";
ALTER TABLE "public"."t" DROP COLUMN "k";
-- critical column.drop column public.t.a
-- critical column.drop column public.t.b
-- critical column.drop column public.t.c
-- critical column.drop column public.t.d
-- critical column.drop column public.t.e
-- critical column.drop column public.t.g
-- critical column.drop column public.t.h
-- critical column.drop column public.t.i
-- critical column.drop column public.t.j
-- critical column.drop column public.t.k
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "a" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "b" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "c" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "d" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "e" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "g" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "h" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "i" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "j" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "k" integer;
=== columns/text-without-limit-to-limited
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(5);
-- medium table.rewrite column public.t.v
-- low column.narrow column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE text;
=== columns/type-default-and-null-together
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 2;
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_200c839d" CHECK ("a" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_200c839d";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_200c839d";
-- medium table.rewrite column public.t.a
-- low column.not_null column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE smallint;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 1;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
=== columns/widen-decimal-precision
ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE numeric(12,2);
-- low column.type column public.t.n
-- low statistics.lost column public.t.n
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE numeric(6,2);
=== columns/widen-int-to-bigint
ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE bigint;
-- medium table.rewrite column public.t.n
-- low column.type column public.t.n
-- low statistics.lost column public.t.n
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE integer;
=== columns/widen-smallint-to-int-with-default
ALTER TABLE "public"."t" ALTER COLUMN "n" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE integer;
ALTER TABLE "public"."t" ALTER COLUMN "n" SET DEFAULT 7;
-- medium table.rewrite column public.t.n
-- low column.type column public.t.n
-- low statistics.lost column public.t.n
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "n" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE smallint;
--   ALTER TABLE "public"."t" ALTER COLUMN "n" SET DEFAULT 7;
=== columns/widen-varchar
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(200);
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(20);
=== columns/widen-varchar-to-text
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text;
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(20);
=== combined/constraint-names-move-between-tables
ALTER TABLE "public"."a" DROP CONSTRAINT "ref_1";
ALTER TABLE "public"."a" DROP CONSTRAINT "rule_1";
-- committed
ALTER TABLE "public"."b" ADD CONSTRAINT "rule_1" CHECK ((v > 0)) NOT VALID;
-- committed
ALTER TABLE "public"."b" VALIDATE CONSTRAINT "rule_1";
-- committed
ALTER TABLE "public"."b" ADD CONSTRAINT "ref_1" FOREIGN KEY ("v") REFERENCES "public"."p" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."b" VALIDATE CONSTRAINT "ref_1";
-- high foreign_key.drop foreign key public.a.ref_1
-- medium constraint.drop check public.a.rule_1
-- low check.add check public.b.rule_1
-- low foreign_key.add foreign key public.b.ref_1
-- low foreign_key.parent foreign key public.b.ref_1
-- low steps.committed_singly table public.a
-- advice style.foreign_key_index foreign key public.b.ref_1
-- undo R0
--   ALTER TABLE "public"."b" DROP CONSTRAINT "ref_1";
--   ALTER TABLE "public"."b" DROP CONSTRAINT "rule_1";
--   ALTER TABLE "public"."a" ADD CONSTRAINT "rule_1" CHECK ((v > 0)) NOT VALID;
--   ALTER TABLE "public"."a" VALIDATE CONSTRAINT "rule_1";
--   ALTER TABLE "public"."a" ADD CONSTRAINT "ref_1" FOREIGN KEY ("v") REFERENCES "public"."p" ("id") NOT VALID;
--   ALTER TABLE "public"."a" VALIDATE CONSTRAINT "ref_1";
=== combined/earlier-plan-got-half-way
CREATE TABLE "public"."second_half" (
  "id" integer NOT NULL,
  "t_id" integer,
  CONSTRAINT "second_half_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 0;
-- committed
CREATE INDEX CONCURRENTLY "t_a" ON "public"."t" USING btree ("a");
-- committed
ALTER TABLE "public"."second_half" ADD CONSTRAINT "second_t" FOREIGN KEY ("t_id") REFERENCES "public"."t" ("id");
-- low foreign_key.parent foreign key public.second_half.second_t
-- low steps.committed_singly table public.second_half
-- advice style.foreign_key_index foreign key public.second_half.second_t
-- undo R2
--   ALTER TABLE "public"."second_half" DROP CONSTRAINT "second_t";
--   DROP INDEX CONCURRENTLY "public"."t_a";
--   DROP TABLE "public"."second_half";
--   ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT;
=== combined/everything-on-one-table
ALTER TABLE "public"."t" DROP CONSTRAINT "t_b";
-- committed
DROP INDEX CONCURRENTLY "public"."t_gone";
-- committed
DROP INDEX CONCURRENTLY "public"."t_b_i";
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a";
ALTER TABLE "public"."t" DROP COLUMN "gone";
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(40);
ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE bigint;
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 2;
ALTER TABLE "public"."t" ADD COLUMN "fresh" date;
ALTER TABLE "public"."t" ADD CONSTRAINT "t_b" CHECK ((b >= 0)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_b";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_15f98b4c" ON "public"."t" USING btree ("a", "b");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_ab" UNIQUE USING INDEX "driftless_15f98b4c";
-- committed
CREATE INDEX CONCURRENTLY "t_b_i" ON "public"."t" USING btree ("b", "fresh");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_p";
-- critical column.drop column public.t.gone
-- medium table.rewrite column public.t.b
-- medium index.drop index public.t.t_gone
-- medium constraint.drop unique public.t.t_a
-- low check.add check public.t.t_b
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- low foreign_key.add foreign key public.t.t_p
-- low foreign_key.parent foreign key public.t.t_p
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_ab
-- info plans.cached table public.t
-- advice style.foreign_key_index foreign key public.t.t_p
-- advice style.nullable_unique unique public.t.t_ab
-- undo R1
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_p";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_b";
--   DROP INDEX CONCURRENTLY "public"."t_b_i";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_ab";
--   ALTER TABLE "public"."t" DROP COLUMN "fresh";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(10);
--   ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE integer;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 1;
--   ALTER TABLE "public"."t" ADD COLUMN "gone" character varying(20);
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_b" CHECK ((b > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_b";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_a" UNIQUE USING INDEX "driftless_35678766";
--   CREATE INDEX CONCURRENTLY "t_b_i" ON "public"."t" USING btree ("b");
--   CREATE INDEX CONCURRENTLY "t_gone" ON "public"."t" USING btree ("gone", "b");
=== combined/fifty-tables-created-backwards
CREATE TABLE "public"."t01" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  CONSTRAINT "t01_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t02" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t02_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t03" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t03_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t04" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t04_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t05" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t05_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t06" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t06_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t07" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t07_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t08" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t08_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t09" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t09_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t10" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t10_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t11" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t11_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t12" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t12_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t13" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t13_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t14" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t14_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t15" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t15_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t16" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t16_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t17" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t17_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t18" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t18_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t19" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t19_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t20" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t20_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t21" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t21_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t22" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t22_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t23" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t23_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t24" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t24_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t25" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t25_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t26" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t26_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t27" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t27_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t28" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t28_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t29" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t29_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t30" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t30_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t31" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t31_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t32" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t32_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t33" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t33_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t34" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t34_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t35" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t35_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t36" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t36_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t37" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t37_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t38" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t38_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t39" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t39_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t40" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t40_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t41" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t41_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t42" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t42_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t43" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t43_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t44" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t44_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t45" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t45_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t46" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t46_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t47" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t47_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t48" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t48_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t49" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t49_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."t50" (
  "id" integer NOT NULL,
  "name" character varying(40) NOT NULL,
  "parent_id" integer,
  CONSTRAINT "t50_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."t02" ADD CONSTRAINT "t02_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t01" ("id");
ALTER TABLE "public"."t03" ADD CONSTRAINT "t03_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t01" ("id");
ALTER TABLE "public"."t04" ADD CONSTRAINT "t04_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t02" ("id");
ALTER TABLE "public"."t05" ADD CONSTRAINT "t05_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t02" ("id");
ALTER TABLE "public"."t06" ADD CONSTRAINT "t06_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t03" ("id");
ALTER TABLE "public"."t07" ADD CONSTRAINT "t07_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t03" ("id");
ALTER TABLE "public"."t08" ADD CONSTRAINT "t08_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t04" ("id");
ALTER TABLE "public"."t09" ADD CONSTRAINT "t09_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t04" ("id");
ALTER TABLE "public"."t10" ADD CONSTRAINT "t10_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t05" ("id");
ALTER TABLE "public"."t11" ADD CONSTRAINT "t11_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t05" ("id");
ALTER TABLE "public"."t12" ADD CONSTRAINT "t12_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t06" ("id");
ALTER TABLE "public"."t13" ADD CONSTRAINT "t13_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t06" ("id");
ALTER TABLE "public"."t14" ADD CONSTRAINT "t14_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t07" ("id");
ALTER TABLE "public"."t15" ADD CONSTRAINT "t15_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t07" ("id");
ALTER TABLE "public"."t16" ADD CONSTRAINT "t16_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t08" ("id");
ALTER TABLE "public"."t17" ADD CONSTRAINT "t17_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t08" ("id");
ALTER TABLE "public"."t18" ADD CONSTRAINT "t18_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t09" ("id");
ALTER TABLE "public"."t19" ADD CONSTRAINT "t19_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t09" ("id");
ALTER TABLE "public"."t20" ADD CONSTRAINT "t20_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t10" ("id");
ALTER TABLE "public"."t21" ADD CONSTRAINT "t21_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t10" ("id");
ALTER TABLE "public"."t22" ADD CONSTRAINT "t22_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t11" ("id");
ALTER TABLE "public"."t23" ADD CONSTRAINT "t23_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t11" ("id");
ALTER TABLE "public"."t24" ADD CONSTRAINT "t24_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t12" ("id");
ALTER TABLE "public"."t25" ADD CONSTRAINT "t25_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t12" ("id");
ALTER TABLE "public"."t26" ADD CONSTRAINT "t26_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t13" ("id");
ALTER TABLE "public"."t27" ADD CONSTRAINT "t27_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t13" ("id");
ALTER TABLE "public"."t28" ADD CONSTRAINT "t28_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t14" ("id");
ALTER TABLE "public"."t29" ADD CONSTRAINT "t29_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t14" ("id");
ALTER TABLE "public"."t30" ADD CONSTRAINT "t30_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t15" ("id");
ALTER TABLE "public"."t31" ADD CONSTRAINT "t31_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t15" ("id");
ALTER TABLE "public"."t32" ADD CONSTRAINT "t32_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t16" ("id");
ALTER TABLE "public"."t33" ADD CONSTRAINT "t33_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t16" ("id");
ALTER TABLE "public"."t34" ADD CONSTRAINT "t34_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t17" ("id");
ALTER TABLE "public"."t35" ADD CONSTRAINT "t35_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t17" ("id");
ALTER TABLE "public"."t36" ADD CONSTRAINT "t36_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t18" ("id");
ALTER TABLE "public"."t37" ADD CONSTRAINT "t37_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t18" ("id");
ALTER TABLE "public"."t38" ADD CONSTRAINT "t38_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t19" ("id");
ALTER TABLE "public"."t39" ADD CONSTRAINT "t39_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t19" ("id");
ALTER TABLE "public"."t40" ADD CONSTRAINT "t40_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t20" ("id");
ALTER TABLE "public"."t41" ADD CONSTRAINT "t41_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t20" ("id");
ALTER TABLE "public"."t42" ADD CONSTRAINT "t42_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t21" ("id");
ALTER TABLE "public"."t43" ADD CONSTRAINT "t43_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t21" ("id");
ALTER TABLE "public"."t44" ADD CONSTRAINT "t44_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t22" ("id");
ALTER TABLE "public"."t45" ADD CONSTRAINT "t45_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t22" ("id");
ALTER TABLE "public"."t46" ADD CONSTRAINT "t46_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t23" ("id");
ALTER TABLE "public"."t47" ADD CONSTRAINT "t47_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t23" ("id");
ALTER TABLE "public"."t48" ADD CONSTRAINT "t48_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t24" ("id");
ALTER TABLE "public"."t49" ADD CONSTRAINT "t49_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t24" ("id");
ALTER TABLE "public"."t50" ADD CONSTRAINT "t50_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."t25" ("id");
-- advice style.foreign_key_index foreign key public.t02.t02_parent
-- advice style.foreign_key_index foreign key public.t03.t03_parent
-- advice style.foreign_key_index foreign key public.t04.t04_parent
-- advice style.foreign_key_index foreign key public.t05.t05_parent
-- advice style.foreign_key_index foreign key public.t06.t06_parent
-- advice style.foreign_key_index foreign key public.t07.t07_parent
-- advice style.foreign_key_index foreign key public.t08.t08_parent
-- advice style.foreign_key_index foreign key public.t09.t09_parent
-- advice style.foreign_key_index foreign key public.t10.t10_parent
-- advice style.foreign_key_index foreign key public.t11.t11_parent
-- advice style.foreign_key_index foreign key public.t12.t12_parent
-- advice style.foreign_key_index foreign key public.t13.t13_parent
-- advice style.foreign_key_index foreign key public.t14.t14_parent
-- advice style.foreign_key_index foreign key public.t15.t15_parent
-- advice style.foreign_key_index foreign key public.t16.t16_parent
-- advice style.foreign_key_index foreign key public.t17.t17_parent
-- advice style.foreign_key_index foreign key public.t18.t18_parent
-- advice style.foreign_key_index foreign key public.t19.t19_parent
-- advice style.foreign_key_index foreign key public.t20.t20_parent
-- advice style.foreign_key_index foreign key public.t21.t21_parent
-- advice style.foreign_key_index foreign key public.t22.t22_parent
-- advice style.foreign_key_index foreign key public.t23.t23_parent
-- advice style.foreign_key_index foreign key public.t24.t24_parent
-- advice style.foreign_key_index foreign key public.t25.t25_parent
-- advice style.foreign_key_index foreign key public.t26.t26_parent
-- advice style.foreign_key_index foreign key public.t27.t27_parent
-- advice style.foreign_key_index foreign key public.t28.t28_parent
-- advice style.foreign_key_index foreign key public.t29.t29_parent
-- advice style.foreign_key_index foreign key public.t30.t30_parent
-- advice style.foreign_key_index foreign key public.t31.t31_parent
-- advice style.foreign_key_index foreign key public.t32.t32_parent
-- advice style.foreign_key_index foreign key public.t33.t33_parent
-- advice style.foreign_key_index foreign key public.t34.t34_parent
-- advice style.foreign_key_index foreign key public.t35.t35_parent
-- advice style.foreign_key_index foreign key public.t36.t36_parent
-- advice style.foreign_key_index foreign key public.t37.t37_parent
-- advice style.foreign_key_index foreign key public.t38.t38_parent
-- advice style.foreign_key_index foreign key public.t39.t39_parent
-- advice style.foreign_key_index foreign key public.t40.t40_parent
-- advice style.foreign_key_index foreign key public.t41.t41_parent
-- advice style.foreign_key_index foreign key public.t42.t42_parent
-- advice style.foreign_key_index foreign key public.t43.t43_parent
-- advice style.foreign_key_index foreign key public.t44.t44_parent
-- advice style.foreign_key_index foreign key public.t45.t45_parent
-- advice style.foreign_key_index foreign key public.t46.t46_parent
-- advice style.foreign_key_index foreign key public.t47.t47_parent
-- advice style.foreign_key_index foreign key public.t48.t48_parent
-- advice style.foreign_key_index foreign key public.t49.t49_parent
-- advice style.foreign_key_index foreign key public.t50.t50_parent
-- undo R2
--   ALTER TABLE "public"."t02" DROP CONSTRAINT "t02_parent";
--   ALTER TABLE "public"."t03" DROP CONSTRAINT "t03_parent";
--   ALTER TABLE "public"."t04" DROP CONSTRAINT "t04_parent";
--   ALTER TABLE "public"."t05" DROP CONSTRAINT "t05_parent";
--   ALTER TABLE "public"."t06" DROP CONSTRAINT "t06_parent";
--   ALTER TABLE "public"."t07" DROP CONSTRAINT "t07_parent";
--   ALTER TABLE "public"."t08" DROP CONSTRAINT "t08_parent";
--   ALTER TABLE "public"."t09" DROP CONSTRAINT "t09_parent";
--   ALTER TABLE "public"."t10" DROP CONSTRAINT "t10_parent";
--   ALTER TABLE "public"."t11" DROP CONSTRAINT "t11_parent";
--   ALTER TABLE "public"."t12" DROP CONSTRAINT "t12_parent";
--   ALTER TABLE "public"."t13" DROP CONSTRAINT "t13_parent";
--   ALTER TABLE "public"."t14" DROP CONSTRAINT "t14_parent";
--   ALTER TABLE "public"."t15" DROP CONSTRAINT "t15_parent";
--   ALTER TABLE "public"."t16" DROP CONSTRAINT "t16_parent";
--   ALTER TABLE "public"."t17" DROP CONSTRAINT "t17_parent";
--   ALTER TABLE "public"."t18" DROP CONSTRAINT "t18_parent";
--   ALTER TABLE "public"."t19" DROP CONSTRAINT "t19_parent";
--   ALTER TABLE "public"."t20" DROP CONSTRAINT "t20_parent";
--   ALTER TABLE "public"."t21" DROP CONSTRAINT "t21_parent";
--   ALTER TABLE "public"."t22" DROP CONSTRAINT "t22_parent";
--   ALTER TABLE "public"."t23" DROP CONSTRAINT "t23_parent";
--   ALTER TABLE "public"."t24" DROP CONSTRAINT "t24_parent";
--   ALTER TABLE "public"."t25" DROP CONSTRAINT "t25_parent";
--   ALTER TABLE "public"."t26" DROP CONSTRAINT "t26_parent";
--   ALTER TABLE "public"."t27" DROP CONSTRAINT "t27_parent";
--   ALTER TABLE "public"."t28" DROP CONSTRAINT "t28_parent";
--   ALTER TABLE "public"."t29" DROP CONSTRAINT "t29_parent";
--   ALTER TABLE "public"."t30" DROP CONSTRAINT "t30_parent";
--   ALTER TABLE "public"."t31" DROP CONSTRAINT "t31_parent";
--   ALTER TABLE "public"."t32" DROP CONSTRAINT "t32_parent";
--   ALTER TABLE "public"."t33" DROP CONSTRAINT "t33_parent";
--   ALTER TABLE "public"."t34" DROP CONSTRAINT "t34_parent";
--   ALTER TABLE "public"."t35" DROP CONSTRAINT "t35_parent";
--   ALTER TABLE "public"."t36" DROP CONSTRAINT "t36_parent";
--   ALTER TABLE "public"."t37" DROP CONSTRAINT "t37_parent";
--   ALTER TABLE "public"."t38" DROP CONSTRAINT "t38_parent";
--   ALTER TABLE "public"."t39" DROP CONSTRAINT "t39_parent";
--   ALTER TABLE "public"."t40" DROP CONSTRAINT "t40_parent";
--   ALTER TABLE "public"."t41" DROP CONSTRAINT "t41_parent";
--   ALTER TABLE "public"."t42" DROP CONSTRAINT "t42_parent";
--   ALTER TABLE "public"."t43" DROP CONSTRAINT "t43_parent";
--   ALTER TABLE "public"."t44" DROP CONSTRAINT "t44_parent";
--   ALTER TABLE "public"."t45" DROP CONSTRAINT "t45_parent";
--   ALTER TABLE "public"."t46" DROP CONSTRAINT "t46_parent";
--   ALTER TABLE "public"."t47" DROP CONSTRAINT "t47_parent";
--   ALTER TABLE "public"."t48" DROP CONSTRAINT "t48_parent";
--   ALTER TABLE "public"."t49" DROP CONSTRAINT "t49_parent";
--   ALTER TABLE "public"."t50" DROP CONSTRAINT "t50_parent";
--   DROP TABLE "public"."t01";
--   DROP TABLE "public"."t02";
--   DROP TABLE "public"."t03";
--   DROP TABLE "public"."t04";
--   DROP TABLE "public"."t05";
--   DROP TABLE "public"."t06";
--   DROP TABLE "public"."t07";
--   DROP TABLE "public"."t08";
--   DROP TABLE "public"."t09";
--   DROP TABLE "public"."t10";
--   DROP TABLE "public"."t11";
--   DROP TABLE "public"."t12";
--   DROP TABLE "public"."t13";
--   DROP TABLE "public"."t14";
--   DROP TABLE "public"."t15";
--   DROP TABLE "public"."t16";
--   DROP TABLE "public"."t17";
--   DROP TABLE "public"."t18";
--   DROP TABLE "public"."t19";
--   DROP TABLE "public"."t20";
--   DROP TABLE "public"."t21";
--   DROP TABLE "public"."t22";
--   DROP TABLE "public"."t23";
--   DROP TABLE "public"."t24";
--   DROP TABLE "public"."t25";
--   DROP TABLE "public"."t26";
--   DROP TABLE "public"."t27";
--   DROP TABLE "public"."t28";
--   DROP TABLE "public"."t29";
--   DROP TABLE "public"."t30";
--   DROP TABLE "public"."t31";
--   DROP TABLE "public"."t32";
--   DROP TABLE "public"."t33";
--   DROP TABLE "public"."t34";
--   DROP TABLE "public"."t35";
--   DROP TABLE "public"."t36";
--   DROP TABLE "public"."t37";
--   DROP TABLE "public"."t38";
--   DROP TABLE "public"."t39";
--   DROP TABLE "public"."t40";
--   DROP TABLE "public"."t41";
--   DROP TABLE "public"."t42";
--   DROP TABLE "public"."t43";
--   DROP TABLE "public"."t44";
--   DROP TABLE "public"."t45";
--   DROP TABLE "public"."t46";
--   DROP TABLE "public"."t47";
--   DROP TABLE "public"."t48";
--   DROP TABLE "public"."t49";
--   DROP TABLE "public"."t50";
=== combined/fifty-tables-nothing-to-do
nothing to do
=== combined/fifty-tables-three-change
ALTER TABLE "public"."t07" ADD COLUMN "note" character varying(20);
ALTER TABLE "public"."t23" ADD COLUMN "note" character varying(20);
ALTER TABLE "public"."t50" ADD COLUMN "note" character varying(20);
-- medium locks.several table public.t07
-- info plans.cached table public.t07
-- info plans.cached table public.t23
-- info plans.cached table public.t50
-- undo R2
--   ALTER TABLE "public"."t07" DROP COLUMN "note";
--   ALTER TABLE "public"."t23" DROP COLUMN "note";
--   ALTER TABLE "public"."t50" DROP COLUMN "note";
=== combined/name-of-a-dropped-index-taken
DROP INDEX CONCURRENTLY "public"."by_v";
-- committed
CREATE INDEX CONCURRENTLY "by_v" ON "public"."b" USING btree ("v");
-- medium index.drop index public.a.by_v
-- low steps.committed_singly table public.a
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."by_v";
--   CREATE INDEX CONCURRENTLY "by_v" ON "public"."a" USING btree ("v");
=== combined/several-tables
ALTER TABLE "public"."b" DROP CONSTRAINT "b_a";
-- committed
DROP TABLE "public"."a";
CREATE TABLE "public"."c" (
  "id" integer NOT NULL,
  "title" character varying(40) NOT NULL,
  CONSTRAINT "c_pkey" PRIMARY KEY ("id")
);
-- committed
ALTER TABLE "public"."b" ADD CONSTRAINT "b_c" FOREIGN KEY ("c_id") REFERENCES "public"."c" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."b" VALIDATE CONSTRAINT "b_c";
-- critical table.drop table public.a
-- high foreign_key.drop foreign key public.b.b_a
-- high foreign_key.add foreign key public.b.b_c
-- low steps.committed_singly table public.c
-- advice style.foreign_key_index foreign key public.b.b_c
-- undo R1
--   ALTER TABLE "public"."b" DROP CONSTRAINT "b_c";
--   DROP TABLE "public"."c";
--   CREATE TABLE "public"."a" (
--     "id" integer NOT NULL,
--     CONSTRAINT "a_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."b" ADD CONSTRAINT "b_a" FOREIGN KEY ("a_id") REFERENCES "public"."a" ("id") NOT VALID;
--   ALTER TABLE "public"."b" VALIDATE CONSTRAINT "b_a";
=== combined/shop-structured-second-release
ALTER TABLE "public"."purchase" DROP CONSTRAINT "purchase_sku";
ALTER TABLE "public"."article" RENAME TO "product";
ALTER TABLE "public"."product" RENAME COLUMN "label" TO "title";
ALTER TABLE "public"."product" ALTER COLUMN "title" TYPE character varying(200);
-- committed
ALTER TABLE "public"."purchase" RENAME COLUMN "qty" TO "quantity";
ALTER TABLE "public"."purchase" ALTER COLUMN "quantity" TYPE integer;
ALTER TABLE "public"."purchase" ALTER COLUMN "quantity" SET DEFAULT 1;
-- committed
CREATE INDEX CONCURRENTLY "purchase_by_sku" ON "public"."purchase" USING btree ("sku", "id" DESC);
-- committed
ALTER TABLE "public"."purchase" ADD CONSTRAINT "purchase_sku" FOREIGN KEY ("sku") REFERENCES "public"."product" ("sku") ON DELETE CASCADE NOT VALID;
-- committed
ALTER TABLE "public"."purchase" VALIDATE CONSTRAINT "purchase_sku";
-- critical column.rename column public.product.title
-- critical column.rename column public.purchase.quantity
-- critical table.rename table public.product
-- high foreign_key.add foreign key public.purchase.purchase_sku
-- medium table.rewrite column public.purchase.quantity
-- medium locks.several table public.article
-- low column.type column public.product.title
-- low statistics.lost column public.product.title
-- low column.type column public.purchase.quantity
-- low statistics.lost column public.purchase.quantity
-- low foreign_key.parent foreign key public.purchase.purchase_sku
-- low steps.committed_singly table public.product
-- info plans.cached table public.product
-- info plans.cached table public.purchase
-- undo R2
--   ALTER TABLE "public"."purchase" DROP CONSTRAINT "purchase_sku";
--   DROP INDEX CONCURRENTLY "public"."purchase_by_sku";
--   ALTER TABLE "public"."product" RENAME TO "article";
--   ALTER TABLE "public"."article" RENAME COLUMN "title" TO "label";
--   ALTER TABLE "public"."article" ALTER COLUMN "label" TYPE character varying(100);
--   ALTER TABLE "public"."purchase" RENAME COLUMN "quantity" TO "qty";
--   ALTER TABLE "public"."purchase" ALTER COLUMN "qty" DROP DEFAULT;
--   ALTER TABLE "public"."purchase" ALTER COLUMN "qty" TYPE smallint;
--   ALTER TABLE "public"."purchase" ADD CONSTRAINT "purchase_sku" FOREIGN KEY ("sku") REFERENCES "public"."article" ("sku") NOT VALID;
--   ALTER TABLE "public"."purchase" VALIDATE CONSTRAINT "purchase_sku";
=== combined/split-one-table-into-two
CREATE TABLE "public"."address" (
  "person_id" integer NOT NULL,
  "street" character varying(40),
  "town" character varying(40),
  CONSTRAINT "address_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE "public"."person" DROP COLUMN "street";
ALTER TABLE "public"."person" DROP COLUMN "town";
ALTER TABLE "public"."address" ADD CONSTRAINT "address_person" FOREIGN KEY ("person_id") REFERENCES "public"."person" ("id") ON DELETE CASCADE;
-- critical column.drop column public.person.street
-- medium column.drop column public.person.town
-- low foreign_key.parent foreign key public.address.address_person
-- info plans.cached table public.person
-- undo R1
--   ALTER TABLE "public"."address" DROP CONSTRAINT "address_person";
--   DROP TABLE "public"."address";
--   ALTER TABLE "public"."person" ADD COLUMN "street" character varying(40);
--   ALTER TABLE "public"."person" ADD COLUMN "town" character varying(40);
=== combined/structured-equals-sql
nothing to do
=== combined/structured-shop
CREATE TABLE "public"."order_line" (
  "order_id" integer NOT NULL,
  "line_no" integer NOT NULL,
  "sku" character varying(20) NOT NULL,
  "quantity" integer DEFAULT 1 NOT NULL,
  "price" numeric(10,2) NOT NULL,
  CONSTRAINT "order_line_pkey" PRIMARY KEY ("order_id", "line_no"),
  CONSTRAINT "line_quantity" CHECK ((quantity > 0))
);
CREATE TABLE "public"."orders" (
  "id" integer NOT NULL,
  "made" timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "note" text,
  CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."product" (
  "sku" character varying(20) NOT NULL,
  "title" character varying(200) NOT NULL,
  "ean" character varying(13),
  CONSTRAINT "product_pkey" PRIMARY KEY ("sku"),
  CONSTRAINT "product_ean" UNIQUE ("ean")
);
CREATE INDEX "orders_made" ON "public"."orders" USING btree ("made");
CREATE UNIQUE INDEX "product_title" ON "public"."product" USING btree ("title", "sku");
ALTER TABLE "public"."order_line" ADD CONSTRAINT "line_order" FOREIGN KEY ("order_id") REFERENCES "public"."orders" ("id") ON DELETE CASCADE;
ALTER TABLE "public"."order_line" ADD CONSTRAINT "order_line_sku_fkey" FOREIGN KEY ("sku") REFERENCES "public"."product" ("sku");
-- advice style.timestamp column public.orders.made
-- advice style.foreign_key_index foreign key public.order_line.order_line_sku_fkey
-- advice style.nullable_unique unique public.product.product_ean
-- undo R2
--   ALTER TABLE "public"."order_line" DROP CONSTRAINT "line_order";
--   ALTER TABLE "public"."order_line" DROP CONSTRAINT "order_line_sku_fkey";
--   DROP TABLE "public"."order_line";
--   DROP TABLE "public"."orders";
--   DROP TABLE "public"."product";
=== combined/swap-constraint-names
ALTER TABLE "public"."t" DROP CONSTRAINT "k1", ADD CONSTRAINT "k1" CHECK ((a < 9)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "k1";
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "k2", ADD CONSTRAINT "k2" CHECK ((a > 0)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "k2";
-- low check.add check public.t.k1
-- low check.add check public.t.k2
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "k1", ADD CONSTRAINT "k1" CHECK ((a > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "k1";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "k2", ADD CONSTRAINT "k2" CHECK ((a < 9)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "k2";
=== combined/swap-index-names
DROP INDEX "public"."i1";
DROP INDEX "public"."i2";
CREATE INDEX "i1" ON "public"."t" USING btree ("b");
CREATE INDEX "i2" ON "public"."t" USING btree ("a");
-- info index.create.blocking index public.t.i1
-- info index.drop.blocking index public.t.i1
-- info index.create.blocking index public.t.i2
-- info index.drop.blocking index public.t.i2
-- undo R0
--   DROP INDEX "public"."i1";
--   DROP INDEX "public"."i2";
--   CREATE INDEX "i1" ON "public"."t" USING btree ("a");
--   CREATE INDEX "i2" ON "public"."t" USING btree ("b");
=== combined/table-becomes-what-another-was
ALTER TABLE "public"."a" DROP COLUMN "x";
ALTER TABLE "public"."a" ADD COLUMN "y" numeric(5,2);
ALTER TABLE "public"."b" DROP COLUMN "y";
ALTER TABLE "public"."b" ADD COLUMN "x" date;
-- medium column.drop column public.a.x
-- medium column.drop column public.b.y
-- medium locks.several table public.a
-- info plans.cached table public.a
-- info plans.cached table public.b
-- undo R2
--   ALTER TABLE "public"."a" DROP COLUMN "y";
--   ALTER TABLE "public"."a" ADD COLUMN "x" date;
--   ALTER TABLE "public"."b" DROP COLUMN "x";
--   ALTER TABLE "public"."b" ADD COLUMN "y" numeric(5,2);
=== combined/ticket-system-second-release
ALTER TABLE "public"."ticket" DROP CONSTRAINT "ticket_project";
-- committed
DROP INDEX CONCURRENTLY "public"."ticket_state";
-- committed
CREATE TABLE "public"."membership" (
  "project_id" bigint NOT NULL,
  "member_id" integer NOT NULL,
  "role" character varying(10) DEFAULT 'user'::character varying NOT NULL,
  CONSTRAINT "membership_pkey" PRIMARY KEY ("project_id", "member_id")
);
CREATE TABLE "public"."remark" (
  "id" integer NOT NULL,
  "ticket_id" integer NOT NULL,
  "parent_id" integer,
  "body" text,
  CONSTRAINT "remark_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."member" DROP COLUMN "nick";
ALTER TABLE "public"."member" ALTER COLUMN "mail" TYPE character varying(200);
ALTER TABLE "public"."member" ADD CONSTRAINT "driftless_ab84ff33" CHECK ("mail" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."member" VALIDATE CONSTRAINT "driftless_ab84ff33";
-- committed
ALTER TABLE "public"."member" ALTER COLUMN "mail" SET NOT NULL;
ALTER TABLE "public"."member" DROP CONSTRAINT "driftless_ab84ff33";
-- committed
ALTER TABLE "public"."project" ALTER COLUMN "id" TYPE bigint;
ALTER TABLE "public"."project" ALTER COLUMN "code" TYPE character varying(20);
ALTER TABLE "public"."project" ADD COLUMN "archived" smallint DEFAULT 0 NOT NULL;
-- committed
ALTER TABLE "public"."ticket" DROP COLUMN "assignee_mail";
ALTER TABLE "public"."ticket" ALTER COLUMN "project_id" TYPE bigint;
ALTER TABLE "public"."ticket" ALTER COLUMN "title" TYPE character varying(200);
ALTER TABLE "public"."ticket" ADD CONSTRAINT "driftless_593039ec" CHECK ("title" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."ticket" VALIDATE CONSTRAINT "driftless_593039ec";
-- committed
ALTER TABLE "public"."ticket" ALTER COLUMN "title" SET NOT NULL;
ALTER TABLE "public"."ticket" DROP CONSTRAINT "driftless_593039ec";
ALTER TABLE "public"."ticket" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "public"."ticket" ALTER COLUMN "state" TYPE character varying(20);
ALTER TABLE "public"."ticket" ALTER COLUMN "state" SET DEFAULT 'open'::character varying;
ALTER TABLE "public"."ticket" ADD COLUMN "assignee_id" integer;
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_1be5367c" ON "public"."member" USING btree ("mail");
-- committed
ALTER TABLE "public"."member" ADD CONSTRAINT "member_mail" UNIQUE USING INDEX "driftless_1be5367c";
-- committed
ALTER TABLE "public"."ticket" ADD CONSTRAINT "ticket_title" CHECK (((title)::text <> 'none'::text)) NOT VALID;
-- committed
ALTER TABLE "public"."ticket" VALIDATE CONSTRAINT "ticket_title";
-- committed
CREATE INDEX CONCURRENTLY "ticket_state" ON "public"."ticket" USING btree ("project_id", "state");
-- committed
ALTER TABLE "public"."membership" ADD CONSTRAINT "membership_member" FOREIGN KEY ("member_id") REFERENCES "public"."member" ("id") ON DELETE CASCADE;
ALTER TABLE "public"."membership" ADD CONSTRAINT "membership_project" FOREIGN KEY ("project_id") REFERENCES "public"."project" ("id") ON DELETE CASCADE;
ALTER TABLE "public"."remark" ADD CONSTRAINT "remark_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."remark" ("id");
-- committed
ALTER TABLE "public"."remark" ADD CONSTRAINT "remark_ticket" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket" ("id") ON DELETE CASCADE;
-- committed
ALTER TABLE "public"."ticket" ADD CONSTRAINT "ticket_project" FOREIGN KEY ("project_id") REFERENCES "public"."project" ("id") ON DELETE CASCADE NOT VALID;
-- committed
ALTER TABLE "public"."ticket" VALIDATE CONSTRAINT "ticket_project";
-- committed
ALTER TABLE "public"."ticket" ADD CONSTRAINT "ticket_assignee" FOREIGN KEY ("assignee_id") REFERENCES "public"."member" ("id") ON DELETE SET NULL NOT VALID;
-- committed
ALTER TABLE "public"."ticket" VALIDATE CONSTRAINT "ticket_assignee";
-- medium column.drop column public.member.nick
-- medium table.rewrite column public.project.id
-- medium column.drop column public.ticket.assignee_mail
-- medium table.rewrite column public.ticket.project_id
-- low check.add check public.ticket.ticket_title
-- low column.not_null column public.member.mail
-- low column.type column public.member.mail
-- low statistics.lost column public.member.mail
-- low column.type column public.project.code
-- low statistics.lost column public.project.code
-- low column.type column public.project.id
-- low statistics.lost column public.project.id
-- low column.type column public.ticket.project_id
-- low statistics.lost column public.ticket.project_id
-- low column.type column public.ticket.state
-- low statistics.lost column public.ticket.state
-- low column.not_null column public.ticket.title
-- low column.type column public.ticket.title
-- low statistics.lost column public.ticket.title
-- low foreign_key.parent foreign key public.membership.membership_member
-- low foreign_key.parent foreign key public.membership.membership_project
-- low foreign_key.parent foreign key public.remark.remark_ticket
-- low foreign_key.add foreign key public.ticket.ticket_assignee
-- low foreign_key.parent foreign key public.ticket.ticket_assignee
-- low foreign_key.add foreign key public.ticket.ticket_project
-- low foreign_key.parent foreign key public.ticket.ticket_project
-- low steps.committed_singly table public.membership
-- low unique.add unique public.member.member_mail
-- info plans.cached table public.member
-- info plans.cached table public.project
-- info plans.cached table public.ticket
-- advice style.foreign_key_index foreign key public.membership.membership_member
-- advice style.foreign_key_index foreign key public.remark.remark_parent
-- advice style.foreign_key_index foreign key public.remark.remark_ticket
-- advice style.foreign_key_index foreign key public.ticket.ticket_assignee
-- undo R2
--   ALTER TABLE "public"."ticket" DROP CONSTRAINT "ticket_assignee";
--   ALTER TABLE "public"."ticket" DROP CONSTRAINT "ticket_project";
--   ALTER TABLE "public"."membership" DROP CONSTRAINT "membership_member";
--   ALTER TABLE "public"."membership" DROP CONSTRAINT "membership_project";
--   ALTER TABLE "public"."remark" DROP CONSTRAINT "remark_ticket";
--   ALTER TABLE "public"."member" DROP CONSTRAINT "member_mail";
--   ALTER TABLE "public"."ticket" DROP CONSTRAINT "ticket_title";
--   DROP INDEX CONCURRENTLY "public"."ticket_state";
--   DROP TABLE "public"."membership";
--   DROP TABLE "public"."remark";
--   ALTER TABLE "public"."member" ALTER COLUMN "mail" TYPE character varying(100);
--   ALTER TABLE "public"."member" ALTER COLUMN "mail" DROP NOT NULL;
--   ALTER TABLE "public"."member" ADD COLUMN "nick" character varying(20);
--   ALTER TABLE "public"."project" DROP COLUMN "archived";
--   ALTER TABLE "public"."project" ALTER COLUMN "id" TYPE integer;
--   ALTER TABLE "public"."project" ALTER COLUMN "code" TYPE character varying(10);
--   ALTER TABLE "public"."ticket" DROP COLUMN "assignee_id";
--   ALTER TABLE "public"."ticket" ALTER COLUMN "project_id" TYPE integer;
--   ALTER TABLE "public"."ticket" ALTER COLUMN "title" TYPE character varying(80);
--   ALTER TABLE "public"."ticket" ALTER COLUMN "title" DROP NOT NULL;
--   ALTER TABLE "public"."ticket" ALTER COLUMN "state" DROP DEFAULT;
--   ALTER TABLE "public"."ticket" ALTER COLUMN "state" TYPE character varying(10);
--   ALTER TABLE "public"."ticket" ALTER COLUMN "state" SET DEFAULT 'new'::character varying;
--   ALTER TABLE "public"."ticket" ADD COLUMN "assignee_mail" character varying(100);
--   CREATE INDEX CONCURRENTLY "ticket_state" ON "public"."ticket" USING btree ("state");
--   ALTER TABLE "public"."ticket" ADD CONSTRAINT "ticket_project" FOREIGN KEY ("project_id") REFERENCES "public"."project" ("id") NOT VALID;
--   ALTER TABLE "public"."ticket" VALIDATE CONSTRAINT "ticket_project";
=== defaults/add-column-default-now-with-rows
ALTER TABLE "public"."event" ADD COLUMN "made" timestamp without time zone DEFAULT CURRENT_TIMESTAMP;
-- info plans.cached table public.event
-- advice style.timestamp column public.event.made
-- undo R2
--   ALTER TABLE "public"."event" DROP COLUMN "made";
=== defaults/added
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 5;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
=== defaults/boolean
nothing to do
=== defaults/changed
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT '-6'::integer;
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 'y''s'::character varying;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 5;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 'x'::character varying;
=== defaults/current-date-and-time
nothing to do
=== defaults/current-timestamp
CREATE TABLE "public"."event" (
  "id" integer NOT NULL,
  "made" timestamp without time zone DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);
-- advice style.timestamp column public.event.made
-- undo R2
--   DROP TABLE "public"."event";
=== defaults/current-timestamp-nothing-to-do
nothing to do
=== defaults/dates-as-defaults
nothing to do
=== defaults/dropped
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
-- medium column.default.drop column public.t.a
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 5;
=== defaults/dropped-from-nullable
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "v" SET DEFAULT 'x'::character varying;
=== defaults/empty-string-vs-none
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT ''::character varying;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
=== defaults/expression
ALTER TABLE "public"."t" ADD COLUMN "a" integer DEFAULT (1 + 2);
ALTER TABLE "public"."t" ADD COLUMN "b" character varying(40) DEFAULT upper('abc'::text);
-- info table.rewrite column public.t.b
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "a";
--   ALTER TABLE "public"."t" DROP COLUMN "b";
=== defaults/literal-becomes-expression
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT upper('abc'::text);
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 'ABC'::character varying;
=== defaults/literals-nothing-to-do
nothing to do
=== defaults/long-text
ALTER TABLE "public"."t" ADD COLUMN "v" character varying(250) DEFAULT 'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijjjjjjjjjjkkkkkkkkkkllllllllllmmmmmmmmmmnnnnnnnnnnooooooooooppppppppppqqqqqqqqqqrrrrrrrrrrsssssssssstttttttttt'::character varying NOT NULL;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "v";
=== defaults/negative-and-zero
nothing to do
=== defaults/null-equals-none
nothing to do
=== defaults/quoted-number-changes
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 10;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 1;
=== defaults/string-current-timestamp-is-text
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 'CURRENT_TIMESTAMP'::character varying;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 'x'::character varying;
=== defaults/string-null-is-not-null
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 'NULL'::character varying;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
=== defaults/text-that-looks-like-sql
ALTER TABLE "public"."t" ADD COLUMN "a" character varying(40) DEFAULT 'now()'::character varying;
ALTER TABLE "public"."t" ADD COLUMN "b" character varying(40) DEFAULT 'NULL'::character varying;
ALTER TABLE "public"."t" ADD COLUMN "c" character varying(40) DEFAULT '(1+1)'::character varying;
ALTER TABLE "public"."t" ADD COLUMN "d" character varying(40) DEFAULT ');--'::character varying;
ALTER TABLE "public"."t" ADD COLUMN "e" character varying(40) DEFAULT '/* */'::character varying;
ALTER TABLE "public"."t" ADD COLUMN "f" character varying(40) DEFAULT 'a''b"c`d'::character varying;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "a";
--   ALTER TABLE "public"."t" DROP COLUMN "b";
--   ALTER TABLE "public"."t" DROP COLUMN "c";
--   ALTER TABLE "public"."t" DROP COLUMN "d";
--   ALTER TABLE "public"."t" DROP COLUMN "e";
--   ALTER TABLE "public"."t" DROP COLUMN "f";
=== defaults/unicode-literal
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 'é漢🦀'::character varying;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 'x'::character varying;
=== defaults/with-backslash-and-quotes
ALTER TABLE "public"."t" ADD COLUMN "a" character varying(60) DEFAULT 'say "hi" it''s 100% -- not a comment; /* nor this */'::character varying;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "a";
=== foreign-keys/added-named
ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- low steps.committed_singly table public.c
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
=== foreign-keys/added-unnamed
ALTER TABLE "public"."c" ADD CONSTRAINT "c_p_id_fkey" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id");
-- low foreign_key.add foreign key public.c.c_p_id_fkey
-- low foreign_key.parent foreign key public.c.c_p_id_fkey
-- info constraint.scan foreign key public.c.c_p_id_fkey
-- advice style.foreign_key_index foreign key public.c.c_p_id_fkey
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p_id_fkey";
=== foreign-keys/both-ends-get-another-type
CREATE TYPE public.new_kind AS ENUM ('b', 'a');
ALTER TABLE "public"."c" DROP CONSTRAINT "c_k";
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
ALTER TABLE "public"."c" ALTER COLUMN "p" TYPE integer USING "p"::integer;
ALTER TABLE "public"."c" ALTER COLUMN "k" TYPE public.new_kind USING "k"::text::public.new_kind;
-- committed
ALTER TABLE "public"."p" ALTER COLUMN "id" TYPE integer USING "id"::integer;
ALTER TABLE "public"."p" ALTER COLUMN "k" TYPE public.new_kind USING "k"::text::public.new_kind;
-- committed
ALTER TABLE "public"."c" ADD CONSTRAINT "c_k" FOREIGN KEY ("k") REFERENCES "public"."p" ("k") ON DELETE SET NULL NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_k";
-- committed
ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p") REFERENCES "public"."p" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
-- committed
DROP TYPE "public"."old_kind";
-- critical column.recast column public.c.k
-- critical column.recast column public.c.p
-- critical column.recast column public.p.id
-- critical column.recast column public.p.k
-- medium table.rewrite column public.c.k
-- medium table.rewrite column public.c.p
-- medium table.rewrite column public.p.id
-- medium table.rewrite column public.p.k
-- low statistics.lost column public.c.k
-- low statistics.lost column public.c.p
-- low statistics.lost column public.p.id
-- low statistics.lost column public.p.k
-- low steps.committed_singly table public.c
-- info plans.cached table public.c
-- info plans.cached table public.p
-- undo R1
--   CREATE TYPE public.old_kind AS ENUM ('a', 'b');
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_k";
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
--   ALTER TABLE "public"."c" ALTER COLUMN "p" TYPE text;
--   ALTER TABLE "public"."c" ALTER COLUMN "k" TYPE public.old_kind USING "k"::text::public.old_kind;
--   ALTER TABLE "public"."p" ALTER COLUMN "id" TYPE text;
--   ALTER TABLE "public"."p" ALTER COLUMN "k" TYPE public.old_kind USING "k"::text::public.old_kind;
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_k" FOREIGN KEY ("k") REFERENCES "public"."p" ("k") ON DELETE SET NULL NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_k";
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p") REFERENCES "public"."p" ("id") NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
--   DROP TYPE "public"."new_kind";
=== foreign-keys/child-dropped-parent-stays
ALTER TABLE "public"."child" DROP CONSTRAINT "child_p";
DROP TABLE "public"."child";
ALTER TABLE "public"."parent" ALTER COLUMN "v" TYPE bigint;
ALTER TABLE "public"."parent" ADD COLUMN "w" integer;
-- critical table.drop table public.child
-- medium table.rewrite column public.parent.v
-- low column.type column public.parent.v
-- low statistics.lost column public.parent.v
-- info plans.cached table public.parent
-- undo R1
--   CREATE TABLE "public"."child" (
--     "id" integer NOT NULL,
--     "p" integer,
--     CONSTRAINT "child_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."parent" DROP COLUMN "w";
--   ALTER TABLE "public"."parent" ALTER COLUMN "v" TYPE integer;
--   ALTER TABLE "public"."child" ADD CONSTRAINT "child_p" FOREIGN KEY ("p") REFERENCES "public"."parent" ("id") ON DELETE CASCADE;
=== foreign-keys/column-and-key-added-together
ALTER TABLE "public"."child" ADD COLUMN "parent_id" integer;
ALTER TABLE "public"."child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."parent" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."child" VALIDATE CONSTRAINT "child_parent";
-- low foreign_key.add foreign key public.child.child_parent
-- low foreign_key.parent foreign key public.child.child_parent
-- low steps.committed_singly table public.child
-- info plans.cached table public.child
-- advice style.foreign_key_index foreign key public.child.child_parent
-- undo R2
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent";
--   ALTER TABLE "public"."child" DROP COLUMN "parent_id";
=== foreign-keys/composite
ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("x", "y") REFERENCES "public"."p" ("a", "b") NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- low steps.committed_singly table public.c
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
=== foreign-keys/composite-columns-reordered
ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent", ADD CONSTRAINT "child_parent" FOREIGN KEY ("x", "y") REFERENCES "public"."parent" ("b", "a") NOT VALID;
-- committed
ALTER TABLE "public"."child" VALIDATE CONSTRAINT "child_parent";
-- low foreign_key.add foreign key public.child.child_parent
-- low foreign_key.parent foreign key public.child.child_parent
-- low steps.committed_singly table public.child
-- advice style.foreign_key_index foreign key public.child.child_parent
-- undo R0
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent", ADD CONSTRAINT "child_parent" FOREIGN KEY ("x", "y") REFERENCES "public"."parent" ("a", "b") NOT VALID;
--   ALTER TABLE "public"."child" VALIDATE CONSTRAINT "child_parent";
=== foreign-keys/cyclic-created
CREATE TABLE "public"."house" (
  "id" integer NOT NULL,
  "owner_id" integer,
  CONSTRAINT "house_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "house_id" integer,
  CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."house" ADD CONSTRAINT "house_owner" FOREIGN KEY ("owner_id") REFERENCES "public"."person" ("id");
ALTER TABLE "public"."person" ADD CONSTRAINT "person_house" FOREIGN KEY ("house_id") REFERENCES "public"."house" ("id");
-- advice style.foreign_key_index foreign key public.house.house_owner
-- advice style.foreign_key_index foreign key public.person.person_house
-- undo R2
--   ALTER TABLE "public"."house" DROP CONSTRAINT "house_owner";
--   ALTER TABLE "public"."person" DROP CONSTRAINT "person_house";
--   DROP TABLE "public"."house";
--   DROP TABLE "public"."person";
=== foreign-keys/cyclic-dropped
ALTER TABLE "public"."house" DROP CONSTRAINT "house_owner";
ALTER TABLE "public"."person" DROP CONSTRAINT "person_house";
DROP TABLE "public"."house";
DROP TABLE "public"."person";
-- critical table.drop table public.house
-- critical table.drop table public.person
-- undo R1
--   CREATE TABLE "public"."house" (
--     "id" integer NOT NULL,
--     "owner_id" integer,
--     CONSTRAINT "house_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."person" (
--     "id" integer NOT NULL,
--     "house_id" integer,
--     CONSTRAINT "person_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."house" ADD CONSTRAINT "house_owner" FOREIGN KEY ("owner_id") REFERENCES "public"."person" ("id");
--   ALTER TABLE "public"."person" ADD CONSTRAINT "person_house" FOREIGN KEY ("house_id") REFERENCES "public"."house" ("id");
=== foreign-keys/drop-parent-and-column
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
DROP TABLE "public"."p";
ALTER TABLE "public"."c" DROP COLUMN "p_id";
-- critical column.drop column public.c.p_id
-- critical table.drop table public.p
-- high foreign_key.drop foreign key public.c.c_p
-- info plans.cached table public.c
-- undo R1
--   CREATE TABLE "public"."p" (
--     "id" integer NOT NULL,
--     CONSTRAINT "p_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."c" ADD COLUMN "p_id" integer;
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
=== foreign-keys/dropped
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
-- high foreign_key.drop foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
=== foreign-keys/dropped-with-its-column-and-parent-renamed
ALTER TABLE "public"."visit" DROP CONSTRAINT "visit_shop";
ALTER TABLE "public"."shop" RENAME TO "branch";
ALTER TABLE "public"."visit" DROP COLUMN "shop_id";
-- critical column.drop column public.visit.shop_id
-- critical table.rename table public.branch
-- high foreign_key.drop foreign key public.visit.visit_shop
-- medium locks.several table public.shop
-- info plans.cached table public.visit
-- undo R1
--   ALTER TABLE "public"."branch" RENAME TO "shop";
--   ALTER TABLE "public"."visit" ADD COLUMN "shop_id" integer;
--   ALTER TABLE "public"."visit" ADD CONSTRAINT "visit_shop" FOREIGN KEY ("shop_id") REFERENCES "public"."shop" ("id") NOT VALID;
--   ALTER TABLE "public"."visit" VALIDATE CONSTRAINT "visit_shop";
=== foreign-keys/every-action-equals-itself
nothing to do
=== foreign-keys/four-tables-in-a-ring
CREATE TABLE "public"."a" (
  "id" integer NOT NULL,
  "next_id" integer,
  CONSTRAINT "a_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."b" (
  "id" integer NOT NULL,
  "next_id" integer,
  CONSTRAINT "b_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."c" (
  "id" integer NOT NULL,
  "next_id" integer,
  CONSTRAINT "c_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."d" (
  "id" integer NOT NULL,
  "next_id" integer,
  CONSTRAINT "d_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."a" ADD CONSTRAINT "a_next" FOREIGN KEY ("next_id") REFERENCES "public"."b" ("id");
ALTER TABLE "public"."b" ADD CONSTRAINT "b_next" FOREIGN KEY ("next_id") REFERENCES "public"."c" ("id");
ALTER TABLE "public"."c" ADD CONSTRAINT "c_next" FOREIGN KEY ("next_id") REFERENCES "public"."d" ("id");
ALTER TABLE "public"."d" ADD CONSTRAINT "d_next" FOREIGN KEY ("next_id") REFERENCES "public"."a" ("id");
-- advice style.foreign_key_index foreign key public.a.a_next
-- advice style.foreign_key_index foreign key public.b.b_next
-- advice style.foreign_key_index foreign key public.c.c_next
-- advice style.foreign_key_index foreign key public.d.d_next
-- undo R2
--   ALTER TABLE "public"."a" DROP CONSTRAINT "a_next";
--   ALTER TABLE "public"."b" DROP CONSTRAINT "b_next";
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_next";
--   ALTER TABLE "public"."d" DROP CONSTRAINT "d_next";
--   DROP TABLE "public"."a";
--   DROP TABLE "public"."b";
--   DROP TABLE "public"."c";
--   DROP TABLE "public"."d";
=== foreign-keys/index-for-the-key-declared
CREATE INDEX CONCURRENTLY "c_p_a" ON "public"."c" USING btree ("p_id", "a");
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."c_p_a";
=== foreign-keys/key-name-changed-only
ALTER TABLE "public"."child" RENAME CONSTRAINT "fk_old" TO "fk_new";
-- undo R0
--   ALTER TABLE "public"."child" RENAME CONSTRAINT "fk_new" TO "fk_old";
=== foreign-keys/many-to-many-join-table
CREATE TABLE "public"."course" (
  "id" integer NOT NULL,
  "title" character varying(80) NOT NULL,
  CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."enrolment" (
  "student_id" integer NOT NULL,
  "course_id" integer NOT NULL,
  "since" date,
  CONSTRAINT "enrolment_pkey" PRIMARY KEY ("student_id", "course_id")
);
ALTER TABLE "public"."enrolment" ADD CONSTRAINT "enrolment_course" FOREIGN KEY ("course_id") REFERENCES "public"."course" ("id") ON DELETE CASCADE;
ALTER TABLE "public"."enrolment" ADD CONSTRAINT "enrolment_student" FOREIGN KEY ("student_id") REFERENCES "public"."student" ("id") ON DELETE CASCADE;
-- low foreign_key.parent foreign key public.enrolment.enrolment_student
-- advice style.foreign_key_index foreign key public.enrolment.enrolment_course
-- undo R2
--   ALTER TABLE "public"."enrolment" DROP CONSTRAINT "enrolment_course";
--   ALTER TABLE "public"."enrolment" DROP CONSTRAINT "enrolment_student";
--   DROP TABLE "public"."course";
--   DROP TABLE "public"."enrolment";
=== foreign-keys/middle-of-a-chain-dropped
ALTER TABLE "public"."town" DROP CONSTRAINT "town_region";
-- committed
ALTER TABLE "public"."region" DROP CONSTRAINT "region_country";
DROP TABLE "public"."region";
-- committed
ALTER TABLE "public"."town" DROP COLUMN "region_id";
ALTER TABLE "public"."town" ADD COLUMN "country_id" integer;
ALTER TABLE "public"."town" ADD CONSTRAINT "town_country" FOREIGN KEY ("country_id") REFERENCES "public"."country" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."town" VALIDATE CONSTRAINT "town_country";
-- critical table.drop table public.region
-- high foreign_key.drop foreign key public.town.town_region
-- medium column.drop column public.town.region_id
-- low foreign_key.add foreign key public.town.town_country
-- low foreign_key.parent foreign key public.town.town_country
-- low steps.committed_singly table public.town
-- info rename.undeclared column public.town.region_id
-- info plans.cached table public.town
-- advice style.foreign_key_index foreign key public.town.town_country
-- undo R1
--   ALTER TABLE "public"."town" DROP CONSTRAINT "town_country";
--   CREATE TABLE "public"."region" (
--     "id" integer NOT NULL,
--     "country_id" integer,
--     CONSTRAINT "region_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."town" DROP COLUMN "country_id";
--   ALTER TABLE "public"."town" ADD COLUMN "region_id" integer;
--   ALTER TABLE "public"."region" ADD CONSTRAINT "region_country" FOREIGN KEY ("country_id") REFERENCES "public"."country" ("id");
--   ALTER TABLE "public"."town" ADD CONSTRAINT "town_region" FOREIGN KEY ("region_id") REFERENCES "public"."region" ("id") NOT VALID;
--   ALTER TABLE "public"."town" VALIDATE CONSTRAINT "town_region";
=== foreign-keys/no-action-is-the-default
nothing to do
=== foreign-keys/on-delete-cascade
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p", ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") ON DELETE CASCADE NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- low steps.committed_singly table public.c
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p", ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
=== foreign-keys/on-update-cascade
ALTER TABLE "public"."child" ADD CONSTRAINT "child_code" FOREIGN KEY ("code") REFERENCES "public"."parent" ("code") ON UPDATE CASCADE ON DELETE SET NULL NOT VALID;
-- committed
ALTER TABLE "public"."child" VALIDATE CONSTRAINT "child_code";
-- low foreign_key.add foreign key public.child.child_code
-- low foreign_key.parent foreign key public.child.child_code
-- low steps.committed_singly table public.child
-- advice style.foreign_key_index foreign key public.child.child_code
-- undo R0
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_code";
=== foreign-keys/parent-changes-children-stay
ALTER TABLE "public"."p" DROP CONSTRAINT "p_code";
ALTER TABLE "public"."p" DROP COLUMN "code";
ALTER TABLE "public"."p" ADD CONSTRAINT "driftless_64721b31" CHECK ("a" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."p" VALIDATE CONSTRAINT "driftless_64721b31";
-- committed
ALTER TABLE "public"."p" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "public"."p" DROP CONSTRAINT "driftless_64721b31";
-- critical column.drop column public.p.code
-- medium constraint.drop unique public.p.p_code
-- low column.not_null column public.p.a
-- low steps.committed_singly table public.p
-- info plans.cached table public.p
-- undo R1
--   ALTER TABLE "public"."p" ALTER COLUMN "a" DROP NOT NULL;
--   ALTER TABLE "public"."p" ADD COLUMN "code" character varying(10) NOT NULL;
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_ad71ccba" ON "public"."p" USING btree ("code");
--   ALTER TABLE "public"."p" ADD CONSTRAINT "p_code" UNIQUE USING INDEX "driftless_ad71ccba";
=== foreign-keys/parent-key-and-child-widened
ALTER TABLE "public"."c1" ALTER COLUMN "p" TYPE bigint;
ALTER TABLE "public"."c2" ALTER COLUMN "p" TYPE bigint;
ALTER TABLE "public"."parent" ALTER COLUMN "id" TYPE bigint;
-- medium table.rewrite column public.c1.p
-- medium table.rewrite column public.c2.p
-- medium table.rewrite column public.parent.id
-- medium locks.several table public.c1
-- low column.type column public.c1.p
-- low statistics.lost column public.c1.p
-- low column.type column public.c2.p
-- low statistics.lost column public.c2.p
-- low column.type column public.parent.id
-- low statistics.lost column public.parent.id
-- info plans.cached table public.c1
-- info plans.cached table public.c2
-- info plans.cached table public.parent
-- undo R2
--   ALTER TABLE "public"."c1" ALTER COLUMN "p" TYPE integer;
--   ALTER TABLE "public"."c2" ALTER COLUMN "p" TYPE integer;
--   ALTER TABLE "public"."parent" ALTER COLUMN "id" TYPE integer;
=== foreign-keys/parent-replaced-by-a-new-table
ALTER TABLE "public"."c1" DROP CONSTRAINT "c1_p";
-- committed
ALTER TABLE "public"."c2" DROP CONSTRAINT "c2_p";
-- committed
DROP TABLE "public"."old_parent";
CREATE TABLE "public"."new_parent" (
  "id" integer NOT NULL,
  "name" character varying(20),
  CONSTRAINT "new_parent_pkey" PRIMARY KEY ("id")
);
-- committed
ALTER TABLE "public"."c1" ADD CONSTRAINT "c1_p" FOREIGN KEY ("p") REFERENCES "public"."new_parent" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."c1" VALIDATE CONSTRAINT "c1_p";
-- committed
ALTER TABLE "public"."c2" ADD CONSTRAINT "c2_p" FOREIGN KEY ("p") REFERENCES "public"."new_parent" ("id");
-- critical table.drop table public.old_parent
-- high foreign_key.add foreign key public.c1.c1_p
-- high foreign_key.add foreign key public.c2.c2_p
-- low steps.committed_singly table public.new_parent
-- info constraint.scan foreign key public.c2.c2_p
-- advice style.foreign_key_index foreign key public.c1.c1_p
-- advice style.foreign_key_index foreign key public.c2.c2_p
-- undo R1
--   ALTER TABLE "public"."c1" DROP CONSTRAINT "c1_p";
--   ALTER TABLE "public"."c2" DROP CONSTRAINT "c2_p";
--   DROP TABLE "public"."new_parent";
--   CREATE TABLE "public"."old_parent" (
--     "id" integer NOT NULL,
--     CONSTRAINT "old_parent_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."c1" ADD CONSTRAINT "c1_p" FOREIGN KEY ("p") REFERENCES "public"."old_parent" ("id") NOT VALID;
--   ALTER TABLE "public"."c1" VALIDATE CONSTRAINT "c1_p";
--   ALTER TABLE "public"."c2" ADD CONSTRAINT "c2_p" FOREIGN KEY ("p") REFERENCES "public"."old_parent" ("id");
=== foreign-keys/primary-key-is-the-reference
ALTER TABLE "public"."employee" ADD CONSTRAINT "employee_person" FOREIGN KEY ("id") REFERENCES "public"."person" ("id") ON DELETE CASCADE NOT VALID;
-- committed
ALTER TABLE "public"."employee" VALIDATE CONSTRAINT "employee_person";
-- low foreign_key.add foreign key public.employee.employee_person
-- low foreign_key.parent foreign key public.employee.employee_person
-- low steps.committed_singly table public.employee
-- undo R0
--   ALTER TABLE "public"."employee" DROP CONSTRAINT "employee_person";
=== foreign-keys/references-unique-key
CREATE UNIQUE INDEX CONCURRENTLY "driftless_a5b222b4" ON "public"."country" USING btree ("iso");
-- committed
ALTER TABLE "public"."country" ADD CONSTRAINT "country_iso" UNIQUE USING INDEX "driftless_a5b222b4";
-- committed
ALTER TABLE "public"."city" ADD CONSTRAINT "city_country" FOREIGN KEY ("iso") REFERENCES "public"."country" ("iso") NOT VALID;
-- committed
ALTER TABLE "public"."city" VALIDATE CONSTRAINT "city_country";
-- low foreign_key.add foreign key public.city.city_country
-- low foreign_key.parent foreign key public.city.city_country
-- low steps.committed_singly table public.city
-- low unique.add unique public.country.country_iso
-- advice style.foreign_key_index foreign key public.city.city_country
-- undo R0
--   ALTER TABLE "public"."city" DROP CONSTRAINT "city_country";
--   ALTER TABLE "public"."country" DROP CONSTRAINT "country_iso";
=== foreign-keys/retargeted
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p", ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p2" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- low steps.committed_singly table public.c
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p", ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p1" ("id") NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
=== foreign-keys/ring-loses-one-table
ALTER TABLE "public"."a" DROP CONSTRAINT "a_next";
-- committed
ALTER TABLE "public"."b" DROP CONSTRAINT "b_next";
DROP TABLE "public"."b";
-- committed
ALTER TABLE "public"."a" ADD CONSTRAINT "a_next" FOREIGN KEY ("next_id") REFERENCES "public"."c" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."a" VALIDATE CONSTRAINT "a_next";
-- critical table.drop table public.b
-- low foreign_key.add foreign key public.a.a_next
-- low foreign_key.parent foreign key public.a.a_next
-- low steps.committed_singly table public.a
-- advice style.foreign_key_index foreign key public.a.a_next
-- undo R1
--   CREATE TABLE "public"."b" (
--     "id" integer NOT NULL,
--     "next_id" integer,
--     CONSTRAINT "b_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."b" ADD CONSTRAINT "b_next" FOREIGN KEY ("next_id") REFERENCES "public"."c" ("id");
--   ALTER TABLE "public"."a" DROP CONSTRAINT "a_next", ADD CONSTRAINT "a_next" FOREIGN KEY ("next_id") REFERENCES "public"."b" ("id") NOT VALID;
--   ALTER TABLE "public"."a" VALIDATE CONSTRAINT "a_next";
=== foreign-keys/self-reference
ALTER TABLE "public"."node" ADD COLUMN "label" character varying(40) DEFAULT ''::character varying NOT NULL;
-- info plans.cached table public.node
-- undo R2
--   ALTER TABLE "public"."node" DROP COLUMN "label";
=== foreign-keys/self-reference-created
CREATE TABLE "public"."node" (
  "id" integer NOT NULL,
  "parent_id" integer,
  CONSTRAINT "node_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."node" ADD CONSTRAINT "node_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."node" ("id");
-- advice style.foreign_key_index foreign key public.node.node_parent
-- undo R2
--   DROP TABLE "public"."node";
=== foreign-keys/set-null-and-cascade-nothing-to-do
nothing to do
=== foreign-keys/set-null-to-restrict
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p", ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") ON DELETE RESTRICT NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- low steps.committed_singly table public.c
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p", ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") ON DELETE SET NULL NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
=== foreign-keys/two-to-one-table
nothing to do
=== identifiers/blank-and-dot-inside-names
DROP INDEX CONCURRENTLY "public"."my index";
-- committed
ALTER TABLE "public"."my table" DROP COLUMN "e-f";
ALTER TABLE "public"."my table" ALTER COLUMN "c d" TYPE bigint;
ALTER TABLE "public"."my table" ADD CONSTRAINT "driftless_593b657d" CHECK ("c d" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."my table" VALIDATE CONSTRAINT "driftless_593b657d";
-- committed
ALTER TABLE "public"."my table" ALTER COLUMN "c d" SET NOT NULL;
ALTER TABLE "public"."my table" DROP CONSTRAINT "driftless_593b657d";
ALTER TABLE "public"."my table" ADD COLUMN "x;y" integer;
-- committed
CREATE INDEX CONCURRENTLY "my index" ON "public"."my table" USING btree ("c d", "100%");
-- medium table.rewrite column public.my table.c d
-- medium column.drop column public.my table.e-f
-- low column.not_null column public.my table.c d
-- low column.type column public.my table.c d
-- low statistics.lost column public.my table.c d
-- low steps.committed_singly table public.my table
-- info rename.undeclared column public.my table.e-f
-- info plans.cached table public.my table
-- undo R2
--   DROP INDEX CONCURRENTLY "public"."my index";
--   ALTER TABLE "public"."my table" DROP COLUMN "x;y";
--   ALTER TABLE "public"."my table" ALTER COLUMN "c d" TYPE integer;
--   ALTER TABLE "public"."my table" ALTER COLUMN "c d" DROP NOT NULL;
--   ALTER TABLE "public"."my table" ADD COLUMN "e-f" integer;
--   CREATE INDEX CONCURRENTLY "my index" ON "public"."my table" USING btree ("c d");
=== identifiers/embedded-quotes
CREATE TABLE "public"."a""b`c" (
  "id" integer NOT NULL,
  "it's" integer,
  "x""; DROP TABLE y; --" integer,
  CONSTRAINT "a""b`c_pkey" PRIMARY KEY ("id")
);
-- advice style.mixed_case column public.a"b`c.x"; DROP TABLE y; --
-- undo R2
--   DROP TABLE "public"."a""b`c";
=== identifiers/keywords
ALTER TABLE "public"."order" ALTER COLUMN "group" TYPE bigint;
ALTER TABLE "public"."order" ADD COLUMN "from" character varying(10) DEFAULT 'x'::character varying;
-- committed
CREATE INDEX CONCURRENTLY "index" ON "public"."order" USING btree ("group", "from");
-- medium table.rewrite column public.order.group
-- low column.type column public.order.group
-- low statistics.lost column public.order.group
-- low steps.committed_singly table public.order
-- info plans.cached table public.order
-- advice style.reserved_word column public.order.from
-- undo R2
--   DROP INDEX CONCURRENTLY "public"."index";
--   ALTER TABLE "public"."order" DROP COLUMN "from";
--   ALTER TABLE "public"."order" ALTER COLUMN "group" TYPE integer;
=== identifiers/keywords-as-columns-change
ALTER TABLE "public"."order" DROP CONSTRAINT "check";
-- committed
DROP INDEX CONCURRENTLY "public"."index";
-- committed
ALTER TABLE "public"."order" ALTER COLUMN "select" TYPE bigint;
ALTER TABLE "public"."order" ALTER COLUMN "from" TYPE character varying(20);
ALTER TABLE "public"."order" ALTER COLUMN "from" SET DEFAULT 'where'::character varying;
ALTER TABLE "public"."order" ADD CONSTRAINT "driftless_ecdfffa2" CHECK ("from" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "driftless_ecdfffa2";
-- committed
ALTER TABLE "public"."order" ALTER COLUMN "from" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "driftless_ecdfffa2";
ALTER TABLE "public"."order" ADD COLUMN "table" integer;
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "unique" ON "public"."order" USING btree ("table");
-- medium constraint.drop check public.order.check
-- medium table.rewrite column public.order.select
-- medium index.drop index public.order.index
-- low column.not_null column public.order.from
-- low column.type column public.order.from
-- low statistics.lost column public.order.from
-- low column.type column public.order.select
-- low statistics.lost column public.order.select
-- low steps.committed_singly table public.order
-- info plans.cached table public.order
-- advice style.reserved_word column public.order.table
-- advice style.nullable_unique index public.order.unique
-- advice style.reserved_word index public.order.unique
-- undo R2
--   DROP INDEX CONCURRENTLY "public"."unique";
--   ALTER TABLE "public"."order" DROP COLUMN "table";
--   ALTER TABLE "public"."order" ALTER COLUMN "select" TYPE integer;
--   ALTER TABLE "public"."order" ALTER COLUMN "from" DROP DEFAULT;
--   ALTER TABLE "public"."order" ALTER COLUMN "from" TYPE character varying(10);
--   ALTER TABLE "public"."order" ALTER COLUMN "from" DROP NOT NULL;
--   ALTER TABLE "public"."order" ADD CONSTRAINT "check" CHECK (("group" > 0)) NOT VALID;
--   ALTER TABLE "public"."order" VALIDATE CONSTRAINT "check";
--   CREATE INDEX CONCURRENTLY "index" ON "public"."order" USING btree ("from");
=== identifiers/keywords-in-foreign-keys
CREATE TABLE "public"."grant" (
  "id" integer NOT NULL,
  "references" integer,
  CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."user" (
  "key" integer NOT NULL,
  CONSTRAINT "user_pkey" PRIMARY KEY ("key")
);
ALTER TABLE "public"."grant" ADD CONSTRAINT "foreign" FOREIGN KEY ("references") REFERENCES "public"."user" ("key") ON DELETE CASCADE;
-- advice style.reserved_word column public.grant.references
-- advice style.foreign_key_index foreign key public.grant.foreign
-- advice style.reserved_word foreign key public.grant.foreign
-- advice style.reserved_word table public.grant
-- advice style.reserved_word table public.user
-- undo R2
--   ALTER TABLE "public"."grant" DROP CONSTRAINT "foreign";
--   DROP TABLE "public"."grant";
--   DROP TABLE "public"."user";
=== identifiers/long-names-unnamed-constraints
nothing to do
=== identifiers/longest-name
ALTER TABLE "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" ALTER COLUMN "a" TYPE bigint;
ALTER TABLE "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" ADD CONSTRAINT "driftless_b028eeb6" CHECK ("a" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" VALIDATE CONSTRAINT "driftless_b028eeb6";
-- committed
ALTER TABLE "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" DROP CONSTRAINT "driftless_b028eeb6";
ALTER TABLE "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" ADD COLUMN "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1" integer;
-- committed
CREATE INDEX CONCURRENTLY "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii1" ON "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" USING btree ("cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1");
-- medium table.rewrite column public.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.a
-- low column.not_null column public.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.a
-- low column.type column public.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.a
-- low statistics.lost column public.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.a
-- low steps.committed_singly table public.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1
-- info plans.cached table public.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1
-- advice style.long_name column public.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1
-- advice style.long_name index public.tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii1
-- undo R2
--   DROP INDEX CONCURRENTLY "public"."iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii1";
--   ALTER TABLE "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" DROP COLUMN "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1";
--   ALTER TABLE "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" ALTER COLUMN "a" TYPE integer;
--   ALTER TABLE "public"."tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1" ALTER COLUMN "a" DROP NOT NULL;
=== identifiers/longest-names-of-everything
CREATE TABLE "public"."table_with_a_name_of_exactly_sixty_three_characters_a_long_long" (
  "id" integer NOT NULL,
  "column_with_a_name_of_exactly_sixty_three_characters_a_long_lng" integer,
  CONSTRAINT "table_with_a_name_of_exactly_sixty_three_characters_a_long_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "check_with_a_name_of_exactly_sixty_three_characters_a_long_long" CHECK ((column_with_a_name_of_exactly_sixty_three_characters_a_long_lng > 0))
);
CREATE INDEX "index_with_a_name_of_exactly_sixty_three_characters_a_long_long" ON "public"."table_with_a_name_of_exactly_sixty_three_characters_a_long_long" USING btree ("column_with_a_name_of_exactly_sixty_three_characters_a_long_lng");
-- advice style.long_name column public.table_with_a_name_of_exactly_sixty_three_characters_a_long_long.column_with_a_name_of_exactly_sixty_three_characters_a_long_lng
-- advice style.long_name index public.table_with_a_name_of_exactly_sixty_three_characters_a_long_long.index_with_a_name_of_exactly_sixty_three_characters_a_long_long
-- advice style.long_name table public.table_with_a_name_of_exactly_sixty_three_characters_a_long_long
-- undo R2
--   DROP TABLE "public"."table_with_a_name_of_exactly_sixty_three_characters_a_long_long";
=== identifiers/mixed-case-table
ALTER TABLE "public"."UserAccount" ADD COLUMN "lastName" character varying(40);
-- info plans.cached table public.UserAccount
-- advice style.mixed_case column public.UserAccount.lastName
-- undo R2
--   ALTER TABLE "public"."UserAccount" DROP COLUMN "lastName";
=== identifiers/odd-characters
CREATE TABLE "public"."2nd table.of-many" (
  "the id" integer NOT NULL,
  "a.b" integer,
  "c-d" character varying(20),
  CONSTRAINT "2nd table.of-many_pkey" PRIMARY KEY ("the id"),
  CONSTRAINT "chk-1" CHECK ((1 = 1))
);
CREATE INDEX "idx of a.b" ON "public"."2nd table.of-many" USING btree ("a.b");
-- undo R2
--   DROP TABLE "public"."2nd table.of-many";
=== identifiers/quoted-equals-bare
nothing to do
=== identifiers/same-column-names-in-many-tables
ALTER TABLE "public"."b" DROP CONSTRAINT "b_v_check";
-- committed
ALTER TABLE "public"."c" DROP CONSTRAINT "c_v_check";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_c4fbb027" ON "public"."a" USING btree ("v");
-- committed
ALTER TABLE "public"."a" ADD CONSTRAINT "a_v_key" UNIQUE USING INDEX "driftless_c4fbb027";
-- committed
ALTER TABLE "public"."b" ADD CONSTRAINT "b_v_check" CHECK ((v > 5)) NOT VALID;
-- committed
ALTER TABLE "public"."b" VALIDATE CONSTRAINT "b_v_check";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_9662f6df" ON "public"."b" USING btree ("v");
-- committed
ALTER TABLE "public"."b" ADD CONSTRAINT "b_v_key" UNIQUE USING INDEX "driftless_9662f6df";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_455c9377" ON "public"."c" USING btree ("v");
-- committed
ALTER TABLE "public"."c" ADD CONSTRAINT "c_v_key" UNIQUE USING INDEX "driftless_455c9377";
-- medium constraint.drop check public.b.b_v_check
-- medium constraint.drop check public.c.c_v_check
-- low check.add check public.b.b_v_check
-- low steps.committed_singly table public.a
-- low unique.add unique public.a.a_v_key
-- low unique.add unique public.b.b_v_key
-- low unique.add unique public.c.c_v_key
-- advice style.nullable_unique unique public.a.a_v_key
-- advice style.nullable_unique unique public.b.b_v_key
-- advice style.nullable_unique unique public.c.c_v_key
-- undo R0
--   ALTER TABLE "public"."a" DROP CONSTRAINT "a_v_key";
--   ALTER TABLE "public"."b" DROP CONSTRAINT "b_v_check";
--   ALTER TABLE "public"."b" DROP CONSTRAINT "b_v_key";
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_v_key";
--   ALTER TABLE "public"."b" ADD CONSTRAINT "b_v_check" CHECK ((v > 0)) NOT VALID;
--   ALTER TABLE "public"."b" VALIDATE CONSTRAINT "b_v_check";
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_v_check" CHECK ((v > 0)) NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_v_check";
=== identifiers/text-layout
nothing to do
=== identifiers/unicode
CREATE TABLE "public"."größe_größer" (
  "номер" integer NOT NULL,
  "名前" character varying(40),
  CONSTRAINT "größe_größer_pkey" PRIMARY KEY ("номер")
);
CREATE INDEX "índice_名前" ON "public"."größe_größer" USING btree ("名前");
-- undo R2
--   DROP TABLE "public"."größe_größer";
=== identifiers/unicode-changes
DROP INDEX CONCURRENTLY "public"."индекс";
-- committed
ALTER TABLE "public"."заказ" ALTER COLUMN "größe" TYPE bigint;
ALTER TABLE "public"."заказ" ALTER COLUMN "名前" TYPE character varying(20);
ALTER TABLE "public"."заказ" ADD COLUMN "日付" date;
ALTER TABLE "public"."заказ" ADD CONSTRAINT "проверка" CHECK (("größe" > 0)) NOT VALID;
-- committed
ALTER TABLE "public"."заказ" VALIDATE CONSTRAINT "проверка";
-- medium table.rewrite column public.заказ.größe
-- medium index.drop index public.заказ.индекс
-- low check.add check public.заказ.проверка
-- low column.type column public.заказ.größe
-- low statistics.lost column public.заказ.größe
-- low column.type column public.заказ.名前
-- low statistics.lost column public.заказ.名前
-- low steps.committed_singly table public.заказ
-- info plans.cached table public.заказ
-- undo R2
--   ALTER TABLE "public"."заказ" DROP CONSTRAINT "проверка";
--   ALTER TABLE "public"."заказ" DROP COLUMN "日付";
--   ALTER TABLE "public"."заказ" ALTER COLUMN "größe" TYPE integer;
--   ALTER TABLE "public"."заказ" ALTER COLUMN "名前" TYPE character varying(10);
--   CREATE INDEX CONCURRENTLY "индекс" ON "public"."заказ" USING btree ("größe");
=== indexes/added
CREATE INDEX CONCURRENTLY "t_a" ON "public"."t" USING btree ("a");
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."t_a";
=== indexes/ascending-is-the-default
nothing to do
=== indexes/column-order-matters
DROP INDEX "public"."t_i";
CREATE INDEX "t_i" ON "public"."t" USING btree ("b", "a");
-- info index.create.blocking index public.t.t_i
-- info index.drop.blocking index public.t.t_i
-- undo R0
--   DROP INDEX "public"."t_i";
--   CREATE INDEX "t_i" ON "public"."t" USING btree ("a", "b");
=== indexes/columns-replaced
CREATE INDEX CONCURRENTLY "driftless_3d6793fe" ON "public"."t" USING btree ("b", "a");
-- committed
DROP INDEX "public"."t_i";
ALTER INDEX "public"."driftless_3d6793fe" RENAME TO "t_i";
-- low steps.committed_singly table public.t
-- undo R0
--   CREATE INDEX CONCURRENTLY "driftless_3d6793fe" ON "public"."t" USING btree ("a");
--   DROP INDEX "public"."t_i";
--   ALTER INDEX "public"."driftless_3d6793fe" RENAME TO "t_i";
=== indexes/descending
CREATE INDEX CONCURRENTLY "t_ab" ON "public"."t" USING btree ("a", "b" DESC);
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."t_ab";
=== indexes/direction-changed
DROP INDEX "public"."t_a";
CREATE INDEX "t_a" ON "public"."t" USING btree ("a" DESC);
-- info index.create.blocking index public.t.t_a
-- info index.drop.blocking index public.t.t_a
-- undo R0
--   DROP INDEX "public"."t_a";
--   CREATE INDEX "t_a" ON "public"."t" USING btree ("a");
=== indexes/dropped
DROP INDEX CONCURRENTLY "public"."t_a";
-- medium index.drop index public.t.t_a
-- undo R0
--   CREATE INDEX CONCURRENTLY "t_a" ON "public"."t" USING btree ("a");
=== indexes/duplicate-shapes
DROP INDEX "public"."t_a_1";
-- medium index.drop index public.t.t_a_1
-- info index.drop.blocking index public.t.t_a_1
-- undo R0
--   CREATE INDEX "t_a_1" ON "public"."t" USING btree ("a");
=== indexes/five-on-one-table
nothing to do
=== indexes/mixed-directions
nothing to do
=== indexes/name-changed-only
ALTER INDEX "public"."old_name" RENAME TO "new_name";
-- undo R0
--   ALTER INDEX "public"."new_name" RENAME TO "old_name";
=== indexes/on-a-column-that-gets-wider
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(30);
-- medium table.rewrite column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(10);
=== indexes/on-a-new-column
ALTER TABLE "public"."t" ADD COLUMN "a" integer;
-- committed
CREATE INDEX CONCURRENTLY "t_a" ON "public"."t" USING btree ("a");
-- committed
CREATE INDEX CONCURRENTLY "t_a_id" ON "public"."t" USING btree ("a", "id");
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- advice style.redundant_index index public.t.t_a
-- undo R2
--   DROP INDEX CONCURRENTLY "public"."t_a";
--   DROP INDEX CONCURRENTLY "public"."t_a_id";
--   ALTER TABLE "public"."t" DROP COLUMN "a";
=== indexes/plain-becomes-unique
CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
-- committed
DROP INDEX "public"."t_a";
ALTER INDEX "public"."driftless_35678766" RENAME TO "t_a";
-- low unique.add index public.t.t_a
-- low steps.committed_singly table public.t
-- advice style.nullable_unique index public.t.t_a
-- undo R0
--   CREATE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
--   DROP INDEX "public"."t_a";
--   ALTER INDEX "public"."driftless_35678766" RENAME TO "t_a";
=== indexes/same-columns-two-names
DROP INDEX CONCURRENTLY "public"."first_one";
-- medium index.drop index public.t.first_one
-- undo R0
--   CREATE INDEX CONCURRENTLY "first_one" ON "public"."t" USING btree ("a");
=== indexes/twelve-replaced-by-twelve
ALTER INDEX "public"."i4" RENAME TO "j4";
-- committed
CREATE INDEX CONCURRENTLY "driftless_0f9fa6dc" ON "public"."t" USING btree ("b");
-- committed
DROP INDEX "public"."i1";
ALTER INDEX "public"."driftless_0f9fa6dc" RENAME TO "i1";
-- committed
CREATE INDEX CONCURRENTLY "driftless_129fab95" ON "public"."t" USING btree ("a");
-- committed
DROP INDEX "public"."i2";
ALTER INDEX "public"."driftless_129fab95" RENAME TO "i2";
-- committed
CREATE INDEX CONCURRENTLY "driftless_119faa02" ON "public"."t" USING btree ("c", "d");
-- committed
DROP INDEX "public"."i3";
ALTER INDEX "public"."driftless_119faa02" RENAME TO "i3";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_0b9fa090" ON "public"."t" USING btree ("a", "b", "c");
-- committed
DROP INDEX "public"."i5";
ALTER INDEX "public"."driftless_0b9fa090" RENAME TO "i5";
-- low unique.add index public.t.i5
-- low steps.committed_singly table public.t
-- advice style.redundant_index index public.t.i1
-- advice style.redundant_index index public.t.i2
-- advice style.nullable_unique index public.t.i5
-- undo R0
--   ALTER INDEX "public"."j4" RENAME TO "i4";
--   CREATE INDEX CONCURRENTLY "driftless_0f9fa6dc" ON "public"."t" USING btree ("a");
--   DROP INDEX "public"."i1";
--   ALTER INDEX "public"."driftless_0f9fa6dc" RENAME TO "i1";
--   CREATE INDEX CONCURRENTLY "driftless_129fab95" ON "public"."t" USING btree ("b");
--   DROP INDEX "public"."i2";
--   ALTER INDEX "public"."driftless_129fab95" RENAME TO "i2";
--   CREATE INDEX CONCURRENTLY "driftless_119faa02" ON "public"."t" USING btree ("c");
--   DROP INDEX "public"."i3";
--   ALTER INDEX "public"."driftless_119faa02" RENAME TO "i3";
--   CREATE INDEX CONCURRENTLY "driftless_0b9fa090" ON "public"."t" USING btree ("a", "b");
--   DROP INDEX "public"."i5";
--   ALTER INDEX "public"."driftless_0b9fa090" RENAME TO "i5";
=== indexes/unique-becomes-plain
CREATE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
-- committed
DROP INDEX "public"."t_a";
ALTER INDEX "public"."driftless_35678766" RENAME TO "t_a";
-- low steps.committed_singly table public.t
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
--   DROP INDEX "public"."t_a";
--   ALTER INDEX "public"."driftless_35678766" RENAME TO "t_a";
=== indexes/unique-index-added
CREATE UNIQUE INDEX CONCURRENTLY "t_a" ON "public"."t" USING btree ("a");
-- low unique.add index public.t.t_a
-- advice style.nullable_unique index public.t.t_a
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."t_a";
=== indexes/unique-index-next-to-unique-constraint
nothing to do
=== keys/composite-primary-key
ALTER TABLE "public"."seat" ADD COLUMN "taken_by" character varying(40);
-- info plans.cached table public.seat
-- undo R2
--   ALTER TABLE "public"."seat" DROP COLUMN "taken_by";
=== keys/counted-column-becomes-the-key
CREATE TABLE "public"."new_feature" (
  "id" integer GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  "name" character varying(255) NOT NULL,
  CONSTRAINT "new_feature_pkey" PRIMARY KEY ("id")
);
-- undo R2
--   DROP TABLE "public"."new_feature";
=== keys/five-column-key
nothing to do
=== keys/inline-equals-table-level
nothing to do
=== keys/key-column-becomes-text
ALTER TABLE "public"."t" ALTER COLUMN "id" TYPE character varying(20);
-- critical column.recast column public.t.id
-- medium table.rewrite column public.t.id
-- low statistics.lost column public.t.id
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "id" TYPE integer USING "id"::integer;
=== keys/key-to-new-column
ALTER TABLE "public"."t" ADD COLUMN "id" bigint NOT NULL;
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY ("id");
-- low column.add.required column public.t.id
-- info constraint.scan column public.t.id
-- info index.create.blocking primary key public.t.t_pkey
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
--   ALTER TABLE "public"."t" DROP COLUMN "id";
=== keys/primary-key-added
CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("id");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
-- low unique.add primary key public.t.t_pkey
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
=== keys/primary-key-and-unique-swap
CREATE UNIQUE INDEX CONCURRENTLY "driftless_e24ce2bf" ON "public"."t" USING btree ("id");
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_other", ADD CONSTRAINT "t_other" UNIQUE USING INDEX "driftless_e24ce2bf";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("code");
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey", ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
-- low unique.add primary key public.t.t_pkey
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_other
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_e24ce2bf" ON "public"."t" USING btree ("code");
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_other", ADD CONSTRAINT "t_other" UNIQUE USING INDEX "driftless_e24ce2bf";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("id");
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey", ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
=== keys/primary-key-column-order
CREATE UNIQUE INDEX CONCURRENTLY "driftless_9409621e" ON "public"."seat" USING btree ("seat_no", "row_no");
-- committed
ALTER TABLE "public"."seat" DROP CONSTRAINT "seat_pkey", ADD CONSTRAINT "seat_pkey" PRIMARY KEY USING INDEX "driftless_9409621e";
-- low unique.add primary key public.seat.seat_pkey
-- low steps.committed_singly table public.seat
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_9409621e" ON "public"."seat" USING btree ("row_no", "seat_no");
--   ALTER TABLE "public"."seat" DROP CONSTRAINT "seat_pkey", ADD CONSTRAINT "seat_pkey" PRIMARY KEY USING INDEX "driftless_9409621e";
=== keys/primary-key-dropped
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
-- medium constraint.drop primary key public.t.t_pkey
-- advice style.primary_key table public.t
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("id");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
=== keys/primary-key-extended
CREATE UNIQUE INDEX CONCURRENTLY "driftless_24937928" ON "public"."price" USING btree ("sku", "valid_from");
-- committed
ALTER TABLE "public"."price" DROP CONSTRAINT "price_pkey", ADD CONSTRAINT "price_pkey" PRIMARY KEY USING INDEX "driftless_24937928";
-- low unique.add primary key public.price.price_pkey
-- low steps.committed_singly table public.price
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_24937928" ON "public"."price" USING btree ("sku");
--   ALTER TABLE "public"."price" DROP CONSTRAINT "price_pkey", ADD CONSTRAINT "price_pkey" PRIMARY KEY USING INDEX "driftless_24937928";
=== keys/primary-key-moves-to-another-column
CREATE UNIQUE INDEX CONCURRENTLY "driftless_06afd444" ON "public"."account" USING btree ("login");
-- committed
ALTER TABLE "public"."account" DROP CONSTRAINT "account_pkey", ADD CONSTRAINT "account_pkey" PRIMARY KEY USING INDEX "driftless_06afd444";
-- low unique.add primary key public.account.account_pkey
-- low steps.committed_singly table public.account
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_06afd444" ON "public"."account" USING btree ("id");
--   ALTER TABLE "public"."account" DROP CONSTRAINT "account_pkey", ADD CONSTRAINT "account_pkey" PRIMARY KEY USING INDEX "driftless_06afd444";
=== keys/primary-key-widened-with-child
ALTER TABLE "public"."c" ALTER COLUMN "p_id" TYPE bigint;
ALTER TABLE "public"."p" ALTER COLUMN "id" TYPE bigint;
-- medium table.rewrite column public.c.p_id
-- medium table.rewrite column public.p.id
-- medium locks.several table public.c
-- low column.type column public.c.p_id
-- low statistics.lost column public.c.p_id
-- low column.type column public.p.id
-- low statistics.lost column public.p.id
-- info plans.cached table public.c
-- info plans.cached table public.p
-- undo R2
--   ALTER TABLE "public"."c" ALTER COLUMN "p_id" TYPE integer;
--   ALTER TABLE "public"."p" ALTER COLUMN "id" TYPE integer;
=== keys/three-uniques-one-stays
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a";
ALTER TABLE "public"."t" DROP CONSTRAINT "t_c";
-- medium constraint.drop unique public.t.t_a
-- medium constraint.drop unique public.t.t_c
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_a" UNIQUE USING INDEX "driftless_35678766";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_33678440" ON "public"."t" USING btree ("c");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_c" UNIQUE USING INDEX "driftless_33678440";
=== keys/unique-added
CREATE UNIQUE INDEX CONCURRENTLY "driftless_9f02981a" ON "public"."t" USING btree ("code");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_code" UNIQUE USING INDEX "driftless_9f02981a";
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_code
-- advice style.nullable_unique unique public.t.t_code
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_code";
=== keys/unique-columns-replaced
CREATE UNIQUE INDEX CONCURRENTLY "driftless_4967a6e2" ON "public"."t" USING btree ("a", "b");
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_u", ADD CONSTRAINT "t_u" UNIQUE USING INDEX "driftless_4967a6e2";
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_u
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_4967a6e2" ON "public"."t" USING btree ("a");
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_u", ADD CONSTRAINT "t_u" UNIQUE USING INDEX "driftless_4967a6e2";
=== keys/unique-composite-with-null
CREATE UNIQUE INDEX CONCURRENTLY "driftless_15f98b4c" ON "public"."t" USING btree ("a", "b");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_ab" UNIQUE USING INDEX "driftless_15f98b4c";
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_ab
-- advice style.nullable_unique unique public.t.t_ab
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_ab";
=== keys/unique-dropped
ALTER TABLE "public"."t" DROP CONSTRAINT "t_code";
-- medium constraint.drop unique public.t.t_code
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_9f02981a" ON "public"."t" USING btree ("code");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_code" UNIQUE USING INDEX "driftless_9f02981a";
=== keys/unique-key-gains-a-column
ALTER TABLE "public"."t" ADD COLUMN "tenant" integer DEFAULT 0 NOT NULL;
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_5eef2ada" ON "public"."t" USING btree ("tenant", "a");
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_key", ADD CONSTRAINT "t_key" UNIQUE USING INDEX "driftless_5eef2ada";
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_key";
--   ALTER TABLE "public"."t" DROP COLUMN "tenant";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_5eef2ada" ON "public"."t" USING btree ("a");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_key" UNIQUE USING INDEX "driftless_5eef2ada";
=== keys/unique-name-changed-only
ALTER TABLE "public"."t" RENAME CONSTRAINT "old_name" TO "new_name";
-- undo R0
--   ALTER TABLE "public"."t" RENAME CONSTRAINT "new_name" TO "old_name";
=== keys/unique-over-nullable-columns-widened
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(40);
-- medium table.rewrite column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE smallint;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(10);
=== keys/unique-over-the-primary-key
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE bigint;
ALTER TABLE "public"."t" ADD COLUMN "w" text;
-- low column.type column public.t.v
-- info statistics.lost column public.t.v
-- info table.rewrite column public.t.v
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "w";
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE integer;
=== keys/unique-unnamed-added
CREATE UNIQUE INDEX CONCURRENTLY "driftless_20fed5c2" ON "public"."t" USING btree ("a");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_a_key" UNIQUE USING INDEX "driftless_20fed5c2";
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_a_key
-- advice style.nullable_unique unique public.t.t_a_key
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_a_key";
=== keys/unique-unnamed-nothing-to-do
nothing to do
=== objects/column-goes-with-its-view
DROP VIEW "public"."v";
ALTER TABLE "public"."t" DROP COLUMN "b";
CREATE VIEW public.v AS
 SELECT t.id,
    t.a AS b
   FROM public.t;
-- critical column.drop column public.t.b
-- high interface.change view public.v
-- info plans.cached table public.t
-- undo R1
--   DROP VIEW "public"."v";
--   ALTER TABLE "public"."t" ADD COLUMN "b" character varying(20);
--   CREATE VIEW public.v AS
--    SELECT t.id,
--       t.b
--      FROM public.t;
=== objects/postgres-call-that-was-ambiguous
DROP FUNCTION "public"."f"(integer, integer);
CREATE VIEW public.v AS
 SELECT public.f(t.id) AS n
   FROM public.t;
-- high interface.change function public.f(integer, integer)
-- undo R0
--   DROP VIEW "public"."v";
--   CREATE OR REPLACE FUNCTION public.f(x integer, y integer DEFAULT 0)
--    RETURNS integer
--    LANGUAGE sql
--    IMMUTABLE
--   AS $function$SELECT x + y$function$
--   ;
=== objects/postgres-circle-changed
CREATE OR REPLACE VIEW "public"."tree" AS SELECT NULL::integer AS a, NULL::bigint AS below;
DROP FUNCTION "public"."below"(integer);
DROP VIEW "public"."tree";
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
CREATE VIEW "public"."tree" AS SELECT NULL::bigint AS a, NULL::bigint AS below;
CREATE OR REPLACE FUNCTION public.below(x bigint)
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.tree
   WHERE (tree.a > below.x);
END
;
CREATE OR REPLACE VIEW public.tree AS
 SELECT t.a,
        CASE
            WHEN (t.a < 0) THEN public.below(t.a)
            ELSE (0)::bigint
        END AS below
   FROM public.t;
-- high interface.change function public.below(integer)
-- medium table.rewrite column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   CREATE OR REPLACE VIEW "public"."tree" AS SELECT NULL::bigint AS a, NULL::bigint AS below;
--   DROP FUNCTION "public"."below"(bigint);
--   DROP VIEW "public"."tree";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
--   CREATE VIEW "public"."tree" AS SELECT NULL::integer AS a, NULL::bigint AS below;
--   CREATE OR REPLACE FUNCTION public.below(x integer)
--    RETURNS bigint
--    LANGUAGE sql
--   BEGIN ATOMIC
--    SELECT count(*) AS count
--       FROM public.tree
--      WHERE (tree.a > below.x);
--   END
--   ;
--   CREATE OR REPLACE VIEW public.tree AS
--    SELECT t.a,
--           CASE
--               WHEN (t.a < 0) THEN public.below(t.a)
--               ELSE (0)::bigint
--           END AS below
--      FROM public.t;
=== objects/postgres-circle-of-view-and-function
CREATE VIEW "public"."tree" AS SELECT NULL::integer AS a, NULL::bigint AS below;
CREATE OR REPLACE FUNCTION public.below(x integer)
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.tree
   WHERE (tree.a > below.x);
END
;
CREATE OR REPLACE VIEW public.tree AS
 SELECT t.a,
        CASE
            WHEN (t.up IS NULL) THEN (0)::bigint
            ELSE public.below(t.a)
        END AS below
   FROM public.t;
-- undo R0
--   CREATE OR REPLACE VIEW "public"."tree" AS SELECT NULL::integer AS a, NULL::bigint AS below;
--   DROP FUNCTION "public"."below"(integer);
--   DROP VIEW "public"."tree";
=== objects/postgres-circle-of-views
CREATE VIEW "public"."one" AS SELECT NULL::integer AS a;
CREATE VIEW public.two AS
 SELECT one.a
   FROM public.one;
CREATE OR REPLACE VIEW public.one AS
 SELECT two.a
   FROM public.two;
-- undo R0
--   CREATE OR REPLACE VIEW "public"."two" AS SELECT NULL::integer AS a;
--   CREATE OR REPLACE VIEW "public"."two" AS SELECT NULL::integer AS a;
--   DROP VIEW "public"."one";
--   DROP VIEW "public"."two";
=== objects/postgres-closure-keeps-grants
DROP VIEW "public"."v";
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
CREATE VIEW public.v AS
 SELECT t.id,
    t.a
   FROM public.t;
REVOKE ALL ON TABLE public.v FROM PUBLIC;
GRANT SELECT ON TABLE public.v TO PUBLIC;
GRANT SELECT (id) ON TABLE public.v TO pg_monitor WITH GRANT OPTION;
-- medium table.rewrite column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   DROP VIEW "public"."v";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
--   CREATE VIEW public.v AS
--    SELECT t.id,
--       t.a
--      FROM public.t;
--   REVOKE ALL ON TABLE public.v FROM PUBLIC;
--   GRANT SELECT ON TABLE public.v TO PUBLIC;
--   GRANT SELECT (id) ON TABLE public.v TO pg_monitor WITH GRANT OPTION;
=== objects/postgres-closure-of-a-type-change
DROP TRIGGER "r" ON "public"."t";
DROP POLICY "p" ON "public"."t";
DROP RULE "ru" ON "public"."t";
DROP MATERIALIZED VIEW "public"."m";
DROP VIEW "public"."w";
DROP VIEW "public"."v";
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
CREATE VIEW public.v AS
 SELECT t.id,
    t.a
   FROM public.t;
CREATE VIEW public.w AS
 SELECT v.a
   FROM public.v
  WHERE (v.a > 0);
CREATE MATERIALIZED VIEW public.m AS
 SELECT w.a,
    count(*) AS n
   FROM public.w
  GROUP BY w.a;
CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
CREATE RULE ru AS
    ON DELETE TO public.t
   WHERE (old.a > 5) DO INSTEAD NOTHING;
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));
CREATE TRIGGER r BEFORE UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
-- medium table.rewrite column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   DROP TRIGGER "r" ON "public"."t";
--   DROP POLICY "p" ON "public"."t";
--   DROP RULE "ru" ON "public"."t";
--   DROP MATERIALIZED VIEW "public"."m";
--   DROP VIEW "public"."w";
--   DROP VIEW "public"."v";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
--   CREATE VIEW public.v AS
--    SELECT t.id,
--       t.a
--      FROM public.t;
--   CREATE VIEW public.w AS
--    SELECT v.a
--      FROM public.v
--     WHERE (v.a > 0);
--   CREATE MATERIALIZED VIEW public.m AS
--    SELECT w.a,
--       count(*) AS n
--      FROM public.w
--     GROUP BY w.a;
--   CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
--   CREATE RULE ru AS
--       ON DELETE TO public.t
--      WHERE (old.a > 5) DO INSTEAD NOTHING;
--   CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));
--   CREATE TRIGGER r BEFORE UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
=== objects/postgres-collation-comes
CREATE COLLATION public.german (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
CREATE TABLE "public"."u" (
  "name" text COLLATE public.german
);
-- advice style.primary_key table public.u
-- undo R2
--   DROP TABLE "public"."u";
--   DROP COLLATION "public"."german";
=== objects/postgres-composite-array-changes-its-fields
refused Unsupported: column public.t.p
=== objects/postgres-composite-changes
ALTER TYPE "public"."pair" ALTER ATTRIBUTE x TYPE bigint, DROP ATTRIBUTE y, ADD ATTRIBUTE z text;
-- undo R0
--   ALTER TYPE "public"."pair" ALTER ATTRIBUTE x TYPE integer, DROP ATTRIBUTE z, ADD ATTRIBUTE y integer;
=== objects/postgres-composite-in-use-changes-a-field
DROP FUNCTION "public"."total"(public.pair);
ALTER TYPE "public"."pair" RENAME TO "driftless_43c21e77";
CREATE TYPE public.pair AS (x bigint, "the y" text);
CREATE OR REPLACE FUNCTION public.total(a public.pair)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT 1 $function$
;
ALTER TABLE "public"."t" ALTER COLUMN "p" TYPE public.pair USING "p"::text::public.pair;
ALTER TABLE "public"."t" ALTER COLUMN "more" TYPE public.pair[] USING "more"::text[]::public.pair[];
DROP TYPE "public"."driftless_43c21e77";
-- medium table.rewrite column public.t.more
-- medium table.rewrite column public.t.p
-- low column.type column public.t.more
-- low statistics.lost column public.t.more
-- low column.type column public.t.p
-- low statistics.lost column public.t.p
-- info plans.cached table public.t
-- undo R2
--   DROP FUNCTION "public"."total"(public.pair);
--   ALTER TYPE "public"."pair" RENAME TO "driftless_43c21e77";
--   CREATE TYPE public.pair AS (x integer, "the y" character varying(10));
--   CREATE OR REPLACE FUNCTION public.total(a public.pair)
--    RETURNS integer
--    LANGUAGE sql
--   AS $function$ SELECT 1 $function$
--   ;
--   ALTER TABLE "public"."t" ALTER COLUMN "p" TYPE public.pair USING "p"::text::public.pair;
--   ALTER TABLE "public"."t" ALTER COLUMN "more" TYPE public.pair[] USING "more"::text[]::public.pair[];
--   DROP TYPE "public"."driftless_43c21e77";
=== objects/postgres-composite-in-use-changes-its-fields
ALTER TYPE "public"."pair" RENAME TO "driftless_43c21e77";
CREATE TYPE public.pair AS (y text, "between" date, x bigint);
ALTER TABLE "public"."t" ALTER COLUMN "p" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "p" TYPE public.pair USING CASE WHEN "p" IS DISTINCT FROM NULL THEN ROW(("p").y, NULL, ("p").x::bigint)::public.pair END;
ALTER TABLE "public"."t" ALTER COLUMN "p" SET DEFAULT '(a,,1)'::public.pair;
DROP TYPE "public"."driftless_43c21e77";
-- medium table.rewrite column public.t.p
-- low column.type column public.t.p
-- low statistics.lost column public.t.p
-- info plans.cached table public.t
-- undo R3
-- not undone: column public.t.p: field x gets another type while others come, go or change places; change the type in steps, each in a release of its own
=== objects/postgres-composite-in-use-gains-and-loses-fields
ALTER TYPE "public"."pair" DROP ATTRIBUTE y, ADD ATTRIBUTE z text;
-- critical column.narrow column public.t.p
-- undo R1
--   ALTER TYPE "public"."pair" DROP ATTRIBUTE z, ADD ATTRIBUTE y integer;
=== objects/postgres-constraint-trigger
CREATE OR REPLACE FUNCTION public.cf()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NULL; END $function$
;
CREATE CONSTRAINT TRIGGER r AFTER INSERT ON public.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.cf();
CREATE TRIGGER s AFTER UPDATE ON public.t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.cf();
-- advice style.trigger trigger public.t.r
-- advice style.trigger trigger public.t.s
-- undo R0
--   DROP TRIGGER "s" ON "public"."t";
--   DROP TRIGGER "r" ON "public"."t";
--   DROP FUNCTION "public"."cf"();
=== objects/postgres-dependent-on-remade-generated-column
DROP VIEW "public"."v";
ALTER TABLE "public"."t" DROP COLUMN "g";
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
ALTER TABLE "public"."t" ADD COLUMN "g" bigint GENERATED ALWAYS AS ((a + 1)) STORED;
CREATE VIEW public.v AS
 SELECT t.id,
    t.g
   FROM public.t;
-- medium table.rewrite column public.t.a
-- medium table.rewrite column public.t.g
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.g
-- low statistics.lost column public.t.g
-- info plans.cached table public.t
-- undo R2
--   DROP VIEW "public"."v";
--   ALTER TABLE "public"."t" DROP COLUMN "g";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
--   ALTER TABLE "public"."t" ADD COLUMN "g" integer GENERATED ALWAYS AS ((a + 1)) STORED;
--   CREATE VIEW public.v AS
--    SELECT t.id,
--       t.g
--      FROM public.t;
=== objects/postgres-domain-changes
ALTER DOMAIN "public"."d" DROP CONSTRAINT "pos";
ALTER DOMAIN "public"."d" SET DEFAULT 5;
ALTER DOMAIN "public"."d" SET NOT NULL;
ALTER DOMAIN public.d ADD CONSTRAINT pos CHECK ((VALUE > 1));
ALTER DOMAIN public.d ADD CONSTRAINT top CHECK ((VALUE < 100));
-- low check.add column public.t.a
-- low column.not_null column public.t.a
-- info domain.scan domain public.d
-- info domain.scan domain constraint public.d.pos
-- info domain.scan domain constraint public.d.top
-- undo R0
--   ALTER DOMAIN "public"."d" DROP CONSTRAINT "pos";
--   ALTER DOMAIN "public"."d" DROP DEFAULT;
--   ALTER DOMAIN "public"."d" DROP NOT NULL;
--   ALTER DOMAIN public.d ADD CONSTRAINT pos CHECK ((VALUE > 0));
--   ALTER DOMAIN "public"."d" DROP CONSTRAINT "top";
=== objects/postgres-domain-gets-shorter
ALTER DOMAIN "public"."code" RENAME TO "driftless_244ef5f1";
CREATE DOMAIN public.code AS character varying(5);
ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE public.code;
DROP DOMAIN "public"."driftless_244ef5f1";
-- critical column.narrow column public.t.c
-- medium table.rewrite column public.t.c
-- low statistics.lost column public.t.c
-- info plans.cached table public.t
-- undo R1
--   ALTER DOMAIN "public"."code" RENAME TO "driftless_244ef5f1";
--   CREATE DOMAIN public.code AS character varying(20);
--   ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE public.code;
--   DROP DOMAIN "public"."driftless_244ef5f1";
=== objects/postgres-domain-gets-stricter
ALTER DOMAIN "public"."d" SET NOT NULL;
ALTER DOMAIN public.d ADD CONSTRAINT long CHECK ((VALUE <> 'VALUE'::text));
-- low check.add column public.t.a
-- low column.not_null column public.t.a
-- info domain.scan domain public.d
-- info domain.scan domain constraint public.d.long
-- undo R0
--   ALTER DOMAIN "public"."d" DROP NOT NULL;
--   ALTER DOMAIN "public"."d" DROP CONSTRAINT "long";
=== objects/postgres-domain-gets-stricter-inside-others
ALTER DOMAIN "public"."e" RENAME TO "driftless_aa91f5cb";
CREATE DOMAIN public.e AS integer;
ALTER TYPE "public"."pair" RENAME TO "driftless_43c21e77";
CREATE TYPE public.pair AS (x public.e, y text);
ALTER DOMAIN "public"."d" RENAME TO "driftless_ae8efde2";
CREATE DOMAIN public.d AS text NOT NULL;
ALTER DOMAIN public.e ADD CONSTRAINT pos CHECK ((VALUE > 1));
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE public.d USING "a"::text::public.d;
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE public.d[] USING "b"::text[]::public.d[];
ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE public.pair USING "c"::text::public.pair;
DROP DOMAIN "public"."driftless_ae8efde2";
DROP TYPE "public"."driftless_43c21e77";
DROP DOMAIN "public"."driftless_aa91f5cb";
-- high column.not_null column public.t.b
-- medium table.rewrite column public.t.a
-- medium table.rewrite column public.t.b
-- medium table.rewrite column public.t.c
-- low column.not_null column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- low column.type column public.t.c
-- low statistics.lost column public.t.c
-- info domain.scan domain public.d
-- info plans.cached table public.t
-- undo R2
--   ALTER DOMAIN "public"."e" RENAME TO "driftless_aa91f5cb";
--   CREATE DOMAIN public.e AS integer;
--   ALTER TYPE "public"."pair" RENAME TO "driftless_43c21e77";
--   CREATE TYPE public.pair AS (x public.e, y text);
--   ALTER DOMAIN "public"."d" DROP NOT NULL;
--   ALTER DOMAIN public.e ADD CONSTRAINT pos CHECK ((VALUE > 0));
--   ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE public.pair USING "c"::text::public.pair;
--   DROP TYPE "public"."driftless_43c21e77";
--   DROP DOMAIN "public"."driftless_aa91f5cb";
=== objects/postgres-domain-made-of-another-type
DROP VIEW "public"."v";
ALTER DOMAIN "public"."amount" RENAME TO "driftless_520b45b6";
CREATE DOMAIN public.amount AS bigint;
ALTER DOMAIN "public"."code" RENAME TO "driftless_244ef5f1";
CREATE DOMAIN public.code AS integer DEFAULT 7 NOT NULL;
ALTER DOMAIN public.amount ADD CONSTRAINT pos CHECK ((VALUE > 0));
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE public.amount;
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 5;
ALTER TABLE "public"."t" ALTER COLUMN "more" TYPE public.amount[] USING "more"::text[]::public.amount[];
ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE public.code USING "c"::text::integer::public.code;
CREATE VIEW public.v AS
 SELECT t.a,
    t.c
   FROM public.t;
DROP DOMAIN "public"."driftless_244ef5f1";
DROP DOMAIN "public"."driftless_520b45b6";
-- critical column.recast column public.t.c
-- medium table.rewrite column public.t.a
-- medium table.rewrite column public.t.c
-- medium table.rewrite column public.t.more
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low statistics.lost column public.t.c
-- low column.type column public.t.more
-- low statistics.lost column public.t.more
-- info plans.cached table public.t
-- undo R1
--   DROP VIEW "public"."v";
--   ALTER DOMAIN "public"."amount" RENAME TO "driftless_520b45b6";
--   CREATE DOMAIN public.amount AS integer;
--   ALTER DOMAIN "public"."code" RENAME TO "driftless_244ef5f1";
--   CREATE DOMAIN public.code AS text DEFAULT '7'::text NOT NULL;
--   ALTER DOMAIN public.amount ADD CONSTRAINT pos CHECK ((VALUE > 0));
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE public.amount;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 5;
--   ALTER TABLE "public"."t" ALTER COLUMN "more" TYPE public.amount[] USING "more"::text[]::public.amount[];
--   ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE public.code;
--   CREATE VIEW public.v AS
--    SELECT t.a,
--       t.c
--      FROM public.t;
--   DROP DOMAIN "public"."driftless_244ef5f1";
--   DROP DOMAIN "public"."driftless_520b45b6";
=== objects/postgres-domain-swapped-keeps-storage
ALTER DOMAIN "public"."d" RENAME TO "driftless_ae8efde2";
CREATE DOMAIN public.d AS character varying(7);
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE public.d;
ALTER TABLE "public"."t" ALTER COLUMN "a" SET STORAGE EXTERNAL;
DROP DOMAIN "public"."driftless_ae8efde2";
-- medium table.rewrite column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   ALTER DOMAIN "public"."d" RENAME TO "driftless_ae8efde2";
--   CREATE DOMAIN public.d AS character varying(5);
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE public.d;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET STORAGE EXTERNAL;
--   DROP DOMAIN "public"."driftless_ae8efde2";
=== objects/postgres-dropped-view-comes-back-with-its-grants
DROP VIEW "public"."v";
-- high interface.change view public.v
-- undo R0
--   CREATE VIEW public.v AS
--    SELECT t.id,
--       t.a
--      FROM public.t;
--   REVOKE ALL ON TABLE public.v FROM PUBLIC;
--   GRANT SELECT ON TABLE public.v TO pg_monitor;
=== objects/postgres-enum-comes-with-its-table
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
CREATE TABLE "public"."u" (
  "id" integer NOT NULL,
  "m" public.mood DEFAULT 'sad'::public.mood NOT NULL,
  CONSTRAINT "u_pkey" PRIMARY KEY ("id")
);
-- undo R2
--   DROP TABLE "public"."u";
--   DROP TYPE "public"."mood";
=== objects/postgres-enum-gains-a-label-beside-other-changes
ALTER TYPE "public"."mood" ADD VALUE 'happy' AFTER 'sad';
ALTER TABLE "public"."t" ADD COLUMN "note" text DEFAULT 'sad'::text;
-- info plans.cached table public.t
-- undo R2
--   ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
--   CREATE TYPE public.mood AS ENUM ('sad');
--   ALTER TABLE "public"."t" DROP COLUMN "note";
--   ALTER TABLE "public"."t" ALTER COLUMN "m" TYPE public.mood USING "m"::text::public.mood;
--   DROP TYPE "public"."driftless_578eb966";
=== objects/postgres-enum-gains-a-label-in-use
ALTER TYPE "public"."mood" ADD VALUE 'it''s ok' AFTER 'sad';
-- committed
ALTER TYPE "public"."mood" ADD VALUE 'great' AFTER 'happy';
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DEFAULT 'it''s ok'::public.mood;
ALTER TABLE "public"."t" ADD CONSTRAINT "c" CHECK (((m <> 'great'::public.mood) OR (id > 5))) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "c";
-- committed
CREATE INDEX CONCURRENTLY "i" ON "public"."t" USING btree ("id") WHERE (m = 'great'::public.mood);
-- committed
CREATE OR REPLACE VIEW public.v AS
 SELECT t.id
   FROM public.t
  WHERE (t.m = 'it''s ok'::public.mood);
-- high check.add check public.t.c
-- low steps.committed_singly table public.t
-- undo R2
--   DROP VIEW "public"."v";
--   ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
--   CREATE TYPE public.mood AS ENUM ('sad', 'happy');
--   ALTER TABLE "public"."t" DROP CONSTRAINT "c";
--   DROP INDEX "public"."i";
--   ALTER TABLE "public"."t" ALTER COLUMN "m" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "m" TYPE public.mood USING "m"::text::public.mood;
--   ALTER TABLE "public"."t" ALTER COLUMN "m" SET DEFAULT 'sad'::public.mood;
--   CREATE VIEW public.v AS
--    SELECT t.id
--      FROM public.t
--     WHERE (t.m = 'sad'::public.mood);
--   DROP TYPE "public"."driftless_578eb966";
=== objects/postgres-enum-gains-labels
ALTER TYPE "public"."mood" ADD VALUE 'awful' BEFORE 'sad';
ALTER TYPE "public"."mood" ADD VALUE 'ok' AFTER 'sad';
ALTER TYPE "public"."mood" ADD VALUE 'great' AFTER 'happy';
-- undo R2
--   ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
--   CREATE TYPE public.mood AS ENUM ('sad', 'happy');
--   ALTER TABLE "public"."t" ALTER COLUMN "m" TYPE public.mood USING "m"::text::public.mood;
--   DROP TYPE "public"."driftless_578eb966";
=== objects/postgres-enum-goes-with-its-column
ALTER TABLE "public"."t" DROP COLUMN "m";
DROP TYPE "public"."mood";
-- critical column.drop column public.t.m
-- info plans.cached table public.t
-- undo R1
--   CREATE TYPE public.mood AS ENUM ('sad', 'happy');
--   ALTER TABLE "public"."t" ADD COLUMN "m" public.mood;
=== objects/postgres-enum-held-by-an-inheriting-table
refused Unsupported: enum public.mood
=== objects/postgres-enum-in-a-called-signature
refused Unsupported: function public.rank_of(public.mood)
=== objects/postgres-enum-in-use-becomes-a-domain
refused Unsupported: enum public.x
=== objects/postgres-enum-inside-other-types
DROP DOMAIN "public"."spare";
ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
ALTER TYPE "public"."pair" RENAME TO "driftless_43c21e77";
CREATE TYPE public.pair AS (n integer, m public.mood, more public.mood[]);
ALTER DOMAIN "public"."d" RENAME TO "driftless_ae8efde2";
CREATE DOMAIN public.d AS public.mood DEFAULT 'sad'::public.mood;
CREATE DOMAIN public.spare AS public.mood;
ALTER DOMAIN public.d ADD CONSTRAINT no_a CHECK ((VALUE <> 'happy'::public.mood));
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE public.d USING "a"::text::public.d;
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE public.pair USING "b"::text::public.pair;
ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE public.pair[] USING "c"::text[]::public.pair[];
ALTER TABLE "public"."t" ALTER COLUMN "e" TYPE public.mood USING "e"::text::public.mood;
DROP DOMAIN "public"."driftless_ae8efde2";
DROP TYPE "public"."driftless_43c21e77";
DROP TYPE "public"."driftless_578eb966";
-- high enum.value.remove column public.t.b
-- high enum.value.remove column public.t.c
-- medium table.rewrite column public.t.a
-- medium table.rewrite column public.t.b
-- medium table.rewrite column public.t.c
-- medium table.rewrite column public.t.e
-- low column.type column public.t.a
-- low enum.value.remove column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- low column.type column public.t.c
-- low statistics.lost column public.t.c
-- low column.type column public.t.e
-- low enum.value.remove column public.t.e
-- low statistics.lost column public.t.e
-- info plans.cached table public.t
-- undo R2
--   ALTER TYPE "public"."mood" ADD VALUE 'awful' BEFORE 'sad';
=== objects/postgres-enum-left-by-an-interrupted-swap
ALTER TABLE "public"."u" ALTER COLUMN "m" DROP DEFAULT;
ALTER TABLE "public"."u" ALTER COLUMN "m" TYPE public.mood USING "m"::text::public.mood;
ALTER TABLE "public"."u" ALTER COLUMN "m" SET DEFAULT 'sad'::public.mood;
DROP TYPE "public"."driftless_01234567";
-- medium table.rewrite column public.u.m
-- low column.type column public.u.m
-- low enum.value.remove column public.u.m
-- low statistics.lost column public.u.m
-- info plans.cached table public.u
-- undo R2
--   CREATE TYPE public.driftless_01234567 AS ENUM ('awful', 'sad', 'happy');
--   ALTER TABLE "public"."u" ALTER COLUMN "m" DROP DEFAULT;
--   ALTER TABLE "public"."u" ALTER COLUMN "m" TYPE public.driftless_01234567 USING "m"::text::public.driftless_01234567;
--   ALTER TABLE "public"."u" ALTER COLUMN "m" SET DEFAULT 'sad'::public.driftless_01234567;
=== objects/postgres-enum-loses-a-label
ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
COMMENT ON TYPE "public"."mood" IS 'how it goes';
ALTER TABLE "public"."t" ALTER COLUMN "m" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "m" TYPE public.mood USING "m"::text::public.mood;
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DEFAULT 'ok'::public.mood;
ALTER TABLE "public"."t" ALTER COLUMN "past" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "past" TYPE public.mood[] USING "past"::text[]::public.mood[];
ALTER TABLE "public"."t" ALTER COLUMN "past" SET DEFAULT '{sad,ok}'::public.mood[];
ALTER TABLE "public"."u" ALTER COLUMN "m" TYPE public.mood USING "m"::text::public.mood;
DROP TYPE "public"."driftless_578eb966";
-- medium table.rewrite column public.t.m
-- medium table.rewrite column public.t.past
-- medium table.rewrite column public.u.m
-- medium locks.several table public.t
-- low column.type column public.t.m
-- low enum.value.remove column public.t.m
-- low statistics.lost column public.t.m
-- low column.type column public.t.past
-- low enum.value.remove column public.t.past
-- low statistics.lost column public.t.past
-- low column.type column public.u.m
-- low enum.value.remove column public.u.m
-- low statistics.lost column public.u.m
-- info plans.cached table public.t
-- info plans.cached table public.u
-- undo R2
--   ALTER TYPE "public"."mood" ADD VALUE 'awful' BEFORE 'sad';
=== objects/postgres-enum-not-held
DROP FUNCTION "public"."f"(public.mood);
DROP TYPE "public"."mood";
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
CREATE OR REPLACE FUNCTION public.f(a public.mood)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT 1 $function$
;
-- undo R0
--   ALTER TYPE "public"."mood" ADD VALUE 'awful' BEFORE 'sad';
=== objects/postgres-enum-of-a-partitioned-table
ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
ALTER TABLE "public"."parts" ALTER COLUMN "m" DROP DEFAULT;
ALTER TABLE "public"."parts" ALTER COLUMN "m" TYPE public.mood USING "m"::text::public.mood;
ALTER TABLE "public"."parts" ALTER COLUMN "m" SET DEFAULT 'sad'::public.mood;
DROP TYPE "public"."driftless_578eb966";
-- medium table.rewrite column public.parts.m
-- low column.type column public.parts.m
-- low enum.value.remove column public.parts.m
-- low statistics.lost column public.parts.m
-- info plans.cached table public.parts
-- undo R2
--   ALTER TYPE "public"."mood" ADD VALUE 'awful' BEFORE 'sad';
=== objects/postgres-enum-reordered
DROP VIEW "public"."v";
ALTER TYPE "public"."Size of it" RENAME TO "driftless_b8642aa2";
CREATE TYPE public."Size of it" AS ENUM ('small', 'it''s', 'middle', 'large');
ALTER TABLE "public"."t" ALTER COLUMN "s" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "s" TYPE public."Size of it" USING "s"::text::public."Size of it";
ALTER TABLE "public"."t" ALTER COLUMN "s" SET DEFAULT 'it''s'::public."Size of it";
ALTER TABLE "public"."t" ALTER COLUMN "more" TYPE public."Size of it"[] USING "more"::text[]::public."Size of it"[];
CREATE VIEW public.v AS
 SELECT t.id
   FROM public.t
  WHERE (t.s > 'large'::public."Size of it");
DROP TYPE "public"."driftless_b8642aa2";
-- medium column.type column public.t.more
-- medium table.rewrite column public.t.more
-- medium column.type column public.t.s
-- medium table.rewrite column public.t.s
-- low statistics.lost column public.t.more
-- low statistics.lost column public.t.s
-- info plans.cached table public.t
-- undo R2
--   DROP VIEW "public"."v";
--   ALTER TYPE "public"."Size of it" RENAME TO "driftless_b8642aa2";
--   CREATE TYPE public."Size of it" AS ENUM ('large', 'small', 'it''s');
--   ALTER TABLE "public"."t" ALTER COLUMN "s" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "s" TYPE public."Size of it" USING "s"::text::public."Size of it";
--   ALTER TABLE "public"."t" ALTER COLUMN "s" SET DEFAULT 'it''s'::public."Size of it";
--   ALTER TABLE "public"."t" ALTER COLUMN "more" TYPE public."Size of it"[] USING "more"::text[]::public."Size of it"[];
--   CREATE VIEW public.v AS
--    SELECT t.id
--      FROM public.t
--     WHERE (t.s > 'large'::public."Size of it");
--   DROP TYPE "public"."driftless_b8642aa2";
=== objects/postgres-enum-swapped-under-everything
DROP TRIGGER "r" ON "public"."t";
DROP POLICY "p" ON "public"."t";
DROP RULE "ru" ON "public"."t";
ALTER TABLE "public"."t" DROP CONSTRAINT "one_happy";
DROP MATERIALIZED VIEW "public"."mv";
DROP VIEW "public"."w";
DROP VIEW "public"."v";
DROP VIEW "public"."casts";
DROP FUNCTION "public"."worst"();
DROP FUNCTION "public"."label_of"(public.mood);
ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
CREATE OR REPLACE FUNCTION public.label_of(a public.mood)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ SELECT a::text $function$
;
CREATE OR REPLACE FUNCTION public.worst()
 RETURNS public.mood
 LANGUAGE sql
AS $function$ SELECT 'sad'::mood $function$
;
ALTER TABLE "public"."t" DROP CONSTRAINT "no_code";
DROP INDEX "public"."t_sad";
ALTER TABLE "public"."t" DROP COLUMN "good";
ALTER TABLE "public"."t" DROP COLUMN "as_mood";
ALTER TABLE "public"."t" ALTER COLUMN "m" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "m" TYPE public.mood USING "m"::text::public.mood;
ALTER TABLE "public"."t" ALTER COLUMN "m" SET DEFAULT 'sad'::public.mood;
ALTER TABLE "public"."t" ADD COLUMN "good" boolean GENERATED ALWAYS AS ((m = 'happy'::public.mood)) STORED;
ALTER TABLE "public"."t" ADD COLUMN "as_mood" public.mood GENERATED ALWAYS AS (
CASE
    WHEN (id > 5) THEN 'sad'::public.mood
    ELSE NULL::public.mood
END) STORED;
ALTER TABLE "public"."t" ADD CONSTRAINT "no_code" CHECK (((m <> 'happy'::public.mood) OR (code IS NOT NULL)));
CREATE INDEX "t_sad" ON "public"."t" USING btree ("id") WHERE (m = 'sad'::public.mood);
CREATE INDEX "t_good" ON "public"."t" USING btree ("good");
CREATE VIEW public.casts AS
 SELECT 'sad'::public.mood AS fixed;
CREATE VIEW public.v AS
 SELECT t.id,
    t.m
   FROM public.t
  WHERE (t.m > 'sad'::public.mood);
CREATE VIEW public.w AS
 SELECT v.m,
    public.label_of(v.m) AS label
   FROM public.v;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT t.m,
    count(*) AS n
   FROM public.t
  GROUP BY t.m;
CREATE UNIQUE INDEX mv_m ON public.mv USING btree (m);
ALTER TABLE "public"."t" ADD CONSTRAINT "one_happy" EXCLUDE USING btree (m WITH =) WHERE ((m = 'happy'::public.mood));
CREATE RULE ru AS
    ON DELETE TO public.t
   WHERE (old.m = 'happy'::public.mood) DO INSTEAD NOTHING;
CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((m <> 'happy'::public.mood));
CREATE TRIGGER r BEFORE UPDATE OF m ON public.t FOR EACH ROW WHEN ((new.m = 'sad'::public.mood)) EXECUTE FUNCTION public.tf();
DROP TYPE "public"."driftless_578eb966";
-- medium table.rewrite column public.t.as_mood
-- medium table.rewrite column public.t.good
-- medium table.rewrite column public.t.m
-- low check.add check public.t.no_code
-- low column.type column public.t.as_mood
-- low enum.value.remove column public.t.as_mood
-- low statistics.lost column public.t.as_mood
-- low column.type column public.t.m
-- low enum.value.remove column public.t.m
-- low statistics.lost column public.t.m
-- info constraint.scan check public.t.no_code
-- info index.create.blocking exclusion constraint public.t.one_happy
-- info index.create.blocking index public.t.t_good
-- info index.create.blocking index public.t.t_sad
-- info index.drop.blocking index public.t.t_sad
-- info plans.cached table public.t
-- undo R2
--   ALTER TYPE "public"."mood" ADD VALUE 'awful' BEFORE 'sad';
=== objects/postgres-enum-swapped-while-a-foreign-key-comes
ALTER TYPE "public"."kind" RENAME TO "driftless_274842a1";
CREATE TYPE public.kind AS ENUM ('a', 'b');
ALTER TABLE "public"."c" ALTER COLUMN "k" TYPE public.kind USING "k"::text::public.kind;
ALTER TABLE "public"."p" ALTER COLUMN "k" TYPE public.kind USING "k"::text::public.kind;
ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("k", "n") REFERENCES "public"."p" ("k", "n");
DROP TYPE "public"."driftless_274842a1";
-- medium table.rewrite column public.c.k
-- medium table.rewrite column public.p.k
-- medium locks.several table public.c
-- low column.type column public.c.k
-- low enum.value.remove column public.c.k
-- low statistics.lost column public.c.k
-- low column.type column public.p.k
-- low enum.value.remove column public.p.k
-- low statistics.lost column public.p.k
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- info constraint.scan foreign key public.c.c_p
-- info plans.cached table public.c
-- info plans.cached table public.p
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R2
--   ALTER TYPE "public"."kind" ADD VALUE 'c' AFTER 'b';
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
=== objects/postgres-enum-swapped-while-columns-change
ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
CREATE TABLE "public"."u" (
  "id" integer NOT NULL,
  "m" public.mood DEFAULT 'sad'::public.mood NOT NULL,
  CONSTRAINT "u_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."t" DROP COLUMN "gone";
ALTER TABLE "public"."t" ALTER COLUMN "as_text" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "as_text" TYPE text;
ALTER TABLE "public"."t" ALTER COLUMN "as_text" SET DEFAULT 'sad'::text;
ALTER TABLE "public"."t" ALTER COLUMN "stays" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "stays" TYPE public.mood USING "stays"::text::public.mood;
ALTER TABLE "public"."t" ALTER COLUMN "stays" SET DEFAULT 'happy'::public.mood;
DROP TYPE "public"."driftless_578eb966";
-- critical column.recast column public.t.as_text
-- critical column.drop column public.t.gone
-- medium table.rewrite column public.t.as_text
-- medium table.rewrite column public.t.stays
-- low statistics.lost column public.t.as_text
-- low column.type column public.t.stays
-- low enum.value.remove column public.t.stays
-- low statistics.lost column public.t.stays
-- info plans.cached table public.t
-- undo R1
--   ALTER TYPE "public"."mood" ADD VALUE 'awful' BEFORE 'sad';
--   DROP TABLE "public"."u";
--   ALTER TABLE "public"."t" ALTER COLUMN "as_text" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "as_text" TYPE public.mood USING "as_text"::public.mood;
--   ALTER TABLE "public"."t" ALTER COLUMN "as_text" SET DEFAULT 'sad'::public.mood;
--   ALTER TABLE "public"."t" ALTER COLUMN "stays" SET DEFAULT 'sad'::public.mood;
--   ALTER TABLE "public"."t" ADD COLUMN "gone" public.mood DEFAULT 'awful'::public.mood;
=== objects/postgres-enum-swapped-with-a-foreign-key
ALTER TYPE "public"."kind" RENAME TO "driftless_274842a1";
CREATE TYPE public.kind AS ENUM ('a', 'b');
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
ALTER TABLE "public"."c" ALTER COLUMN "k" TYPE public.kind USING "k"::text::public.kind;
ALTER TABLE "public"."p" ALTER COLUMN "k" TYPE public.kind USING "k"::text::public.kind;
ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("k", "n") REFERENCES "public"."p" ("k", "n");
DROP TYPE "public"."driftless_274842a1";
-- medium table.rewrite column public.c.k
-- medium table.rewrite column public.p.k
-- medium locks.several table public.c
-- low column.type column public.c.k
-- low enum.value.remove column public.c.k
-- low statistics.lost column public.c.k
-- low column.type column public.p.k
-- low enum.value.remove column public.p.k
-- low statistics.lost column public.p.k
-- info constraint.scan foreign key public.c.c_p
-- info plans.cached table public.c
-- info plans.cached table public.p
-- undo R2
--   ALTER TYPE "public"."kind" ADD VALUE 'c' AFTER 'b';
=== objects/postgres-enum-swapped-with-undeclared-objects
DROP VIEW "public"."v";
DROP FUNCTION "public"."f"(public.mood);
ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
CREATE OR REPLACE FUNCTION public.f(a public.mood)
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT 1 $function$
;
REVOKE ALL ON FUNCTION public.f(public.mood) FROM PUBLIC;
ALTER TABLE "public"."t" ALTER COLUMN "m" TYPE public.mood USING "m"::text::public.mood;
CREATE VIEW public.v AS
 SELECT t.id,
    t.m
   FROM public.t;
REVOKE ALL ON TABLE public.v FROM PUBLIC;
GRANT SELECT ON TABLE public.v TO pg_monitor;
DROP TYPE "public"."driftless_578eb966";
-- medium table.rewrite column public.t.m
-- low column.type column public.t.m
-- low enum.value.remove column public.t.m
-- low statistics.lost column public.t.m
-- info plans.cached table public.t
-- undo R2
--   ALTER TYPE "public"."mood" ADD VALUE 'awful' BEFORE 'sad';
=== objects/postgres-exclusion-comes
ALTER TABLE "public"."t" DROP CONSTRAINT "one";
ALTER TABLE "public"."t" ADD CONSTRAINT "two" EXCLUDE USING gist (during WITH &&, room WITH &&);
-- medium exclusion.add exclusion constraint public.t.two
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "two";
--   ALTER TABLE "public"."t" ADD CONSTRAINT "one" EXCLUDE USING gist (during WITH &&);
=== objects/postgres-extension-stays
CREATE TABLE "public"."u" (
  "x" integer
);
-- advice style.primary_key table public.u
-- undo R2
--   DROP TABLE "public"."u";
=== objects/postgres-function-body
CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT x + 2$function$
;
-- undo R0
--   CREATE OR REPLACE FUNCTION public.f(x integer)
--    RETURNS integer
--    LANGUAGE sql
--    IMMUTABLE
--   AS $function$SELECT x + 1$function$
--   ;
=== objects/postgres-function-names-a-new-table
SET check_function_bodies = off;
CREATE OR REPLACE FUNCTION public.fits(x integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$SELECT x <= (SELECT max(most) FROM limits)$function$
;
SET check_function_bodies = on;
CREATE TABLE "public"."limits" (
  "most" integer
);
CREATE TABLE "public"."u" (
  "id" integer NOT NULL,
  "n" integer,
  CONSTRAINT "u_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "u_n_check" CHECK (public.fits(n))
);
-- advice style.primary_key table public.limits
-- undo R2
--   DROP TABLE "public"."limits";
--   DROP TABLE "public"."u";
--   DROP FUNCTION "public"."fits"(integer);
=== objects/postgres-function-overloads
DROP FUNCTION "public"."f"(text);
-- high interface.change function public.f(text)
-- undo R0
--   CREATE OR REPLACE FUNCTION public.f(x text)
--    RETURNS text
--    LANGUAGE sql
--   AS $function$SELECT x$function$
--   ;
=== objects/postgres-function-reads-a-view
CREATE TABLE "public"."t" (
  "a" integer
);
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
CREATE OR REPLACE FUNCTION public.counted()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.v;
END
;
CREATE VIEW public.w AS
 SELECT public.counted() AS n;
-- advice style.primary_key table public.t
-- undo R2
--   DROP VIEW "public"."w";
--   DROP FUNCTION "public"."counted"();
--   DROP VIEW "public"."v";
--   DROP TABLE "public"."t";
=== objects/postgres-function-result
DROP VIEW "public"."v";
DROP FUNCTION "public"."f"(integer);
CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT x::bigint + 1$function$
;
CREATE VIEW public.v AS
 SELECT public.f(t.a) AS c
   FROM public.t;
-- high interface.change function public.f(integer)
-- undo R0
--   DROP VIEW "public"."v";
--   DROP FUNCTION "public"."f"(integer);
--   CREATE OR REPLACE FUNCTION public.f(x integer)
--    RETURNS integer
--    LANGUAGE sql
--   AS $function$SELECT x + 1$function$
--   ;
--   CREATE VIEW public.v AS
--    SELECT public.f(t.a) AS c
--      FROM public.t;
=== objects/postgres-grants-changed
REVOKE SELECT ("b") ON TABLE "public"."t" FROM pg_signal_backend;
GRANT EXECUTE ON FUNCTION "public"."f"() TO PUBLIC;
REVOKE DELETE, UPDATE ON TABLE "public"."t" FROM pg_monitor;
GRANT TRUNCATE ON TABLE "public"."t" TO pg_monitor WITH GRANT OPTION;
REVOKE GRANT OPTION FOR INSERT ON TABLE "public"."t" FROM pg_signal_backend;
-- high grant.change grant public.f().PUBLIC
-- medium grant.change grant public.t.pg_monitor
-- medium grant.change grant public.t.pg_signal_backend
-- medium grant.change grant public.t.pg_signal_backend (b)
-- low grant.change grant public.t.pg_monitor
-- undo R0
--   REVOKE EXECUTE ON FUNCTION "public"."f"() FROM PUBLIC;
--   REVOKE TRUNCATE ON TABLE "public"."t" FROM pg_monitor;
--   GRANT DELETE, UPDATE ON TABLE "public"."t" TO pg_monitor;
--   GRANT INSERT ON TABLE "public"."t" TO pg_signal_backend WITH GRANT OPTION;
--   GRANT SELECT ("b") ON TABLE "public"."t" TO pg_signal_backend;
=== objects/postgres-grants-counted
DO 'BEGIN EXECUTE pg_catalog.format(''REVOKE USAGE ON SEQUENCE %s FROM pg_monitor'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''b'')); END';
DO 'BEGIN EXECUTE pg_catalog.format(''REVOKE USAGE ON SEQUENCE %s FROM pg_monitor'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''a'')); END';
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
DO 'BEGIN EXECUTE pg_catalog.format(''DROP SEQUENCE %s'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''a'')); END';
ALTER TABLE "public"."t" ALTER COLUMN "a" ADD GENERATED BY DEFAULT AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'a')::regclass, last) FROM (SELECT max("a")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT;
DO 'BEGIN EXECUTE pg_catalog.format(''DROP SEQUENCE %s'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''b'')); END';
DO 'BEGIN EXECUTE pg_catalog.format(''GRANT USAGE ON SEQUENCE %s TO pg_monitor'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''a'')); END';
-- medium column.default.drop column public.t.b
-- medium identity.drop column public.t.b
-- medium grant.change grant public.t.pg_monitor on sequence (b)
-- info constraint.scan column public.t.a
-- undo R0
--   DO 'BEGIN EXECUTE pg_catalog.format(''REVOKE USAGE ON SEQUENCE %s FROM pg_monitor'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''a'')); END';
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP IDENTITY;
--   CREATE SEQUENCE "public"."t_a_seq" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE OWNED BY "public"."t"."a";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT nextval('"public"."t_a_seq"'::regclass);
--   SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'a')::regclass, last) FROM (SELECT max("a")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
--   CREATE SEQUENCE "public"."t_b_seq" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE OWNED BY "public"."t"."b";
--   ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT nextval('"public"."t_b_seq"'::regclass);
--   SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'b')::regclass, last) FROM (SELECT max("b")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
--   DO 'BEGIN EXECUTE pg_catalog.format(''GRANT USAGE ON SEQUENCE %s TO pg_monitor'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''a'')); END';
--   DO 'BEGIN EXECUTE pg_catalog.format(''GRANT USAGE ON SEQUENCE %s TO pg_monitor'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''b'')); END';
=== objects/postgres-grants-everything
refused InvalidSchema: desired
=== objects/postgres-grants-ignored
refused InvalidSchema: desired
=== objects/postgres-grants-kept
ALTER TABLE "public"."t" RENAME TO "u";
ALTER TABLE "public"."u" RENAME COLUMN "b" TO "d";
ALTER TABLE "public"."u" ALTER COLUMN "c" TYPE bigint;
ALTER TABLE "public"."u" ADD CONSTRAINT "u_pkey" PRIMARY KEY ("a");
-- critical column.rename column public.u.d
-- critical table.rename table public.u
-- low column.type column public.u.c
-- low unique.add primary key public.u.u_pkey
-- info statistics.lost column public.u.c
-- info table.rewrite column public.u.c
-- info index.create.blocking primary key public.u.u_pkey
-- info plans.cached table public.u
-- undo R2
--   ALTER TABLE "public"."u" DROP CONSTRAINT "u_pkey";
--   ALTER TABLE "public"."u" RENAME TO "t";
--   ALTER TABLE "public"."t" RENAME COLUMN "d" TO "b";
--   ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE integer;
=== objects/postgres-grants-lost
DO 'BEGIN EXECUTE pg_catalog.format(''REVOKE USAGE ON SEQUENCE %s FROM pg_monitor'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''b'')); END';
REVOKE UPDATE ("b") ON TABLE "public"."t" FROM pg_monitor;
REVOKE EXECUTE ON FUNCTION "public"."f"() FROM pg_monitor;
DROP VIEW "public"."v";
DROP TABLE "public"."u";
ALTER TABLE "public"."t" DROP COLUMN "b";
DROP FUNCTION "public"."f"();
-- high interface.change function public.f()
-- high interface.change view public.v
-- medium column.drop column public.t.b
-- medium grant.change grant public.f().pg_monitor
-- medium grant.change grant public.t.pg_monitor (b)
-- medium grant.change grant public.t.pg_monitor on sequence (b)
-- medium grant.change grant public.u.pg_monitor
-- medium grant.change grant public.v.pg_monitor
-- low table.drop table public.u
-- info plans.cached table public.t
-- undo R0
--   CREATE OR REPLACE FUNCTION public.f()
--    RETURNS integer
--    LANGUAGE sql
--   AS $function$SELECT 1$function$
--   ;
--   CREATE TABLE "public"."u" (
--     "a" integer
--   );
--   ALTER TABLE "public"."t" ADD COLUMN "b" serial NOT NULL;
--   CREATE VIEW public.v AS
--    SELECT 1 AS one;
--   GRANT EXECUTE ON FUNCTION "public"."f"() TO pg_monitor;
--   GRANT UPDATE ("b") ON TABLE "public"."t" TO pg_monitor;
--   DO 'BEGIN EXECUTE pg_catalog.format(''GRANT USAGE ON SEQUENCE %s TO pg_monitor'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''b'')); END';
--   GRANT SELECT ON TABLE "public"."u" TO pg_monitor;
--   GRANT SELECT ON TABLE "public"."v" TO pg_monitor;
=== objects/postgres-grants-made
GRANT USAGE ON SCHEMA "shop" TO pg_monitor;
REVOKE USAGE ON TYPE "shop"."mood" FROM PUBLIC;
REVOKE EXECUTE ON PROCEDURE "shop"."nothing"() FROM PUBLIC;
GRANT SELECT ON SEQUENCE "shop"."numbers" TO pg_monitor;
GRANT INSERT, SELECT ON TABLE "shop"."orders" TO pg_monitor;
GRANT UPDATE ("mood") ON TABLE "shop"."orders" TO pg_monitor;
GRANT UPDATE ("note") ON TABLE "shop"."orders" TO pg_monitor;
DO 'BEGIN EXECUTE pg_catalog.format(''GRANT USAGE ON SEQUENCE %s TO pg_monitor'', pg_catalog.pg_get_serial_sequence(''"shop"."orders"'', ''id'')); END';
DO 'BEGIN EXECUTE pg_catalog.format(''GRANT USAGE ON SEQUENCE %s TO pg_monitor'', pg_catalog.pg_get_serial_sequence(''"shop"."orders"'', ''n'')); END';
GRANT UPDATE ("mood") ON TABLE "shop"."orders" TO pg_signal_backend;
GRANT UPDATE ("note") ON TABLE "shop"."orders" TO pg_signal_backend;
REVOKE EXECUTE ON FUNCTION "shop"."plus_one"(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "shop"."plus_one"(integer) TO pg_monitor;
GRANT SELECT ON TABLE "shop"."seen" TO pg_monitor;
GRANT USAGE ON DOMAIN "shop"."short" TO pg_monitor WITH GRANT OPTION;
-- medium grant.change grant shop.mood.PUBLIC
-- medium grant.change grant shop.nothing().PUBLIC
-- medium grant.change grant shop.plus_one(integer).PUBLIC
-- low grant.change grant shop.pg_monitor
-- low grant.change grant shop.numbers.pg_monitor
-- low grant.change grant shop.orders.pg_monitor
-- low grant.change grant shop.orders.pg_monitor (mood)
-- low grant.change grant shop.orders.pg_monitor (note)
-- low grant.change grant shop.orders.pg_monitor on sequence (id)
-- low grant.change grant shop.orders.pg_monitor on sequence (n)
-- low grant.change grant shop.orders.pg_signal_backend (mood)
-- low grant.change grant shop.orders.pg_signal_backend (note)
-- low grant.change grant shop.plus_one(integer).pg_monitor
-- low grant.change grant shop.seen.pg_monitor
-- low grant.change grant shop.short.pg_monitor
-- undo R0
--   REVOKE USAGE ON DOMAIN "shop"."short" FROM pg_monitor;
--   REVOKE SELECT ON TABLE "shop"."seen" FROM pg_monitor;
--   REVOKE EXECUTE ON FUNCTION "shop"."plus_one"(integer) FROM pg_monitor;
--   GRANT EXECUTE ON FUNCTION "shop"."plus_one"(integer) TO PUBLIC;
--   REVOKE UPDATE ("note") ON TABLE "shop"."orders" FROM pg_signal_backend;
--   REVOKE UPDATE ("mood") ON TABLE "shop"."orders" FROM pg_signal_backend;
--   DO 'BEGIN EXECUTE pg_catalog.format(''REVOKE USAGE ON SEQUENCE %s FROM pg_monitor'', pg_catalog.pg_get_serial_sequence(''"shop"."orders"'', ''n'')); END';
--   DO 'BEGIN EXECUTE pg_catalog.format(''REVOKE USAGE ON SEQUENCE %s FROM pg_monitor'', pg_catalog.pg_get_serial_sequence(''"shop"."orders"'', ''id'')); END';
--   REVOKE UPDATE ("note") ON TABLE "shop"."orders" FROM pg_monitor;
--   REVOKE UPDATE ("mood") ON TABLE "shop"."orders" FROM pg_monitor;
--   REVOKE INSERT, SELECT ON TABLE "shop"."orders" FROM pg_monitor;
--   REVOKE SELECT ON SEQUENCE "shop"."numbers" FROM pg_monitor;
--   GRANT EXECUTE ON PROCEDURE "shop"."nothing"() TO PUBLIC;
--   GRANT USAGE ON TYPE "shop"."mood" TO PUBLIC;
--   REVOKE USAGE ON SCHEMA "shop" FROM pg_monitor;
=== objects/postgres-grants-own
refused Unsupported: grant public.t.owner
=== objects/postgres-grants-public
GRANT SELECT ON TABLE "public"."t" TO PUBLIC;
-- high grant.change grant public.t.PUBLIC
-- undo R0
--   REVOKE SELECT ON TABLE "public"."t" FROM PUBLIC;
=== objects/postgres-grants-remade
REVOKE SELECT ("g") ON TABLE "public"."t" FROM pg_monitor;
REVOKE EXECUTE ON FUNCTION "public"."f"(integer) FROM pg_monitor;
GRANT EXECUTE ON FUNCTION "public"."f"(integer) TO PUBLIC;
DROP VIEW "public"."v";
CREATE OR REPLACE FUNCTION public.f(x bigint)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$
;
ALTER TABLE "public"."t" DROP COLUMN "g";
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
ALTER TABLE "public"."t" ADD COLUMN "g" integer GENERATED ALWAYS AS ((a + 1)) STORED;
DROP FUNCTION "public"."f"(integer);
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
REVOKE EXECUTE ON FUNCTION "public"."f"(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "public"."f"(bigint) TO pg_monitor;
GRANT SELECT ("g") ON TABLE "public"."t" TO pg_monitor;
GRANT SELECT, UPDATE ON TABLE "public"."v" TO pg_monitor;
GRANT INSERT ON TABLE "public"."v" TO pg_signal_backend;
-- high interface.change function public.f(integer)
-- high grant.change grant public.f(integer).PUBLIC
-- medium grant.change grant public.f(bigint).PUBLIC
-- medium grant.change grant public.f(integer).pg_monitor
-- low column.type column public.t.a
-- low grant.change grant public.f(bigint).pg_monitor
-- low grant.change grant public.v.pg_monitor
-- info statistics.lost column public.t.a
-- info table.rewrite column public.t.a
-- info table.rewrite column public.t.g
-- info plans.cached table public.t
-- undo R2
--   REVOKE SELECT ("g") ON TABLE "public"."t" FROM pg_monitor;
--   REVOKE EXECUTE ON FUNCTION "public"."f"(bigint) FROM pg_monitor;
--   GRANT EXECUTE ON FUNCTION "public"."f"(bigint) TO PUBLIC;
--   DROP VIEW "public"."v";
--   CREATE OR REPLACE FUNCTION public.f(x integer)
--    RETURNS integer
--    LANGUAGE sql
--   AS $function$SELECT 1$function$
--   ;
--   ALTER TABLE "public"."t" DROP COLUMN "g";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
--   ALTER TABLE "public"."t" ADD COLUMN "g" integer GENERATED ALWAYS AS ((a + 1)) STORED;
--   DROP FUNCTION "public"."f"(bigint);
--   CREATE VIEW public.v AS
--    SELECT t.a
--      FROM public.t;
--   REVOKE EXECUTE ON FUNCTION "public"."f"(integer) FROM PUBLIC;
--   GRANT EXECUTE ON FUNCTION "public"."f"(integer) TO pg_monitor;
--   GRANT SELECT ("g") ON TABLE "public"."t" TO pg_monitor;
--   GRANT SELECT ON TABLE "public"."v" TO pg_monitor;
--   GRANT INSERT ON TABLE "public"."v" TO pg_signal_backend;
=== objects/postgres-grants-spelled
nothing to do
=== objects/postgres-grants-undeclared-table
GRANT SELECT ON TABLE "public"."t" TO pg_monitor;
-- low grant.change grant public.t.pg_monitor
-- undo R0
--   REVOKE SELECT ON TABLE "public"."t" FROM pg_monitor;
=== objects/postgres-materialized-view-changes
DROP MATERIALIZED VIEW "public"."m";
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.a,
    count(*) AS n,
    max((t.b)::text) AS top
   FROM public.t
  GROUP BY t.a;
CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
CREATE INDEX m_n ON public.m USING btree (n DESC);
-- medium view.fill materialized view public.m
-- undo R0
--   DROP MATERIALIZED VIEW "public"."m";
--   CREATE MATERIALIZED VIEW public.m AS
--    SELECT t.a,
--       count(*) AS n
--      FROM public.t
--     GROUP BY t.a;
--   CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
--   CREATE INDEX m_n ON public.m USING btree (n);
=== objects/postgres-materialized-view-index-comes
CREATE UNIQUE INDEX m_a ON public.m USING btree (a);
-- undo R0
--   DROP INDEX "public"."m_a";
=== objects/postgres-names-change-hands
DROP VIEW "public"."d";
DROP SEQUENCE "public"."a";
DROP TYPE "public"."b";
DROP TYPE "public"."c";
CREATE DOMAIN public.c AS text;
CREATE TABLE "public"."a" (
  "x" integer
);
CREATE TABLE "public"."b" (
  "x" integer
);
CREATE TABLE "public"."d" (
  "x" public.c
);
-- high interface.change view public.d
-- advice style.primary_key table public.a
-- advice style.primary_key table public.b
-- advice style.primary_key table public.d
-- undo R3
-- not undone: domain public.c: it cannot be made anew while column public.d.x is of it; declare a new one under another name, and change the column to it
=== objects/postgres-overload-gives-way
DROP VIEW "public"."v";
CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT x$function$
;
DROP FUNCTION "public"."f"(integer, integer);
CREATE VIEW public.v AS
 SELECT public.f(t.id) AS n
   FROM public.t;
-- high interface.change function public.f(integer, integer)
-- undo R0
--   DROP VIEW "public"."v";
--   CREATE OR REPLACE FUNCTION public.f(x integer, y integer DEFAULT 0)
--    RETURNS integer
--    LANGUAGE sql
--    IMMUTABLE
--   AS $function$SELECT x + y$function$
--   ;
--   DROP FUNCTION "public"."f"(integer);
--   CREATE VIEW public.v AS
--    SELECT public.f(t.id) AS n
--      FROM public.t;
=== objects/postgres-policy-changes
DROP POLICY "p" ON "public"."t";
CREATE POLICY p ON public.t AS PERMISSIVE FOR SELECT TO pg_monitor USING ((a > 1));
CREATE POLICY q ON public.t AS RESTRICTIVE FOR UPDATE TO PUBLIC USING ((a > 0)) WITH CHECK ((a < 100));
ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY;
-- medium row_security.off policy public.t.p
-- undo R0
--   DROP POLICY "q" ON "public"."t";
--   DROP POLICY "p" ON "public"."t";
--   CREATE POLICY p ON public.t AS PERMISSIVE FOR SELECT TO PUBLIC USING ((a > 0));
--   ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
=== objects/postgres-procedure
SET check_function_bodies = off;
CREATE OR REPLACE PROCEDURE public.p()
 LANGUAGE sql
AS $procedure$DELETE FROM t WHERE a IS NULL$procedure$
;
SET check_function_bodies = on;
-- undo R0
--   SET check_function_bodies = off;
--   CREATE OR REPLACE PROCEDURE public.p()
--    LANGUAGE sql
--   AS $procedure$DELETE FROM t$procedure$
--   ;
--   SET check_function_bodies = on;
=== objects/postgres-range-type-changes-in-use
refused Unsupported: range type public.span
=== objects/postgres-range-type-comes
CREATE TYPE public.span AS RANGE (subtype = double precision, subtype_diff = float8mi, multirange_type_name = public.span_multirange);
CREATE TABLE "public"."u" (
  "s" public.span
);
-- advice style.primary_key table public.u
-- undo R2
--   DROP TABLE "public"."u";
--   DROP TYPE "public"."span";
=== objects/postgres-routine-argument-renamed
DROP VIEW "public"."v";
DROP FUNCTION "public"."f"(integer);
CREATE OR REPLACE FUNCTION public.f(b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT b$function$
;
COMMENT ON FUNCTION "public"."f"(integer) IS 'said';
CREATE VIEW public.v AS
 SELECT public.f(1) AS x;
-- high interface.change function public.f(integer)
-- undo R0
--   DROP VIEW "public"."v";
--   DROP FUNCTION "public"."f"(integer);
--   CREATE OR REPLACE FUNCTION public.f(a integer)
--    RETURNS integer
--    LANGUAGE sql
--   AS $function$SELECT a$function$
--   ;
--   COMMENT ON FUNCTION "public"."f"(integer) IS 'said';
--   CREATE VIEW public.v AS
--    SELECT public.f(1) AS x;
=== objects/postgres-routine-becomes-a-procedure
DROP FUNCTION "public"."f"(integer);
CREATE OR REPLACE PROCEDURE public.f(IN a integer)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$
;
-- high interface.change function public.f(integer)
-- high text.names procedure public.f(integer)
-- undo R0
--   DROP PROCEDURE "public"."f"(integer);
--   CREATE OR REPLACE FUNCTION public.f(a integer)
--    RETURNS void
--    LANGUAGE sql
--   AS $function$SELECT 1$function$
--   ;
=== objects/postgres-routine-called-by-a-table-is-remade
refused Unsupported: function public.f(integer)
=== objects/postgres-rule-changes
DROP RULE "ru" ON "public"."t";
CREATE RULE ru AS
    ON DELETE TO public.t
   WHERE (old.a > 6) DO INSTEAD NOTHING;
-- undo R0
--   DROP RULE "ru" ON "public"."t";
--   CREATE RULE ru AS
--       ON DELETE TO public.t
--      WHERE (old.a > 5) DO INSTEAD NOTHING;
=== objects/postgres-schema-with-its-own-types
nothing to do
=== objects/postgres-sequence-as-a-default
CREATE SEQUENCE public.numbers AS bigint START WITH 100 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT nextval('public.numbers'::regclass);
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
--   DROP SEQUENCE "public"."numbers";
=== objects/postgres-sequence-changes
ALTER SEQUENCE "public"."s" AS bigint START WITH 1 INCREMENT BY 10 MINVALUE 1 MAXVALUE 100000 CACHE 5 CYCLE;
-- undo R0
--   ALTER SEQUENCE "public"."s" AS bigint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;
=== objects/postgres-sequence-owned
ALTER SEQUENCE "public"."s" OWNED BY public.t.a;
-- undo R0
--   ALTER SEQUENCE "public"."s" OWNED BY NONE;
=== objects/postgres-statistics-change
DROP STATISTICS "public"."s";
CREATE STATISTICS public.s (ndistinct) ON a, b FROM public.t;
-- undo R0
--   DROP STATISTICS "public"."s";
--   CREATE STATISTICS public.s (dependencies) ON a, b FROM public.t;
=== objects/postgres-table-renamed-with-its-objects
DROP TRIGGER "r" ON "public"."t";
DROP POLICY "p" ON "public"."t";
ALTER TABLE "public"."t" RENAME TO "u";
CREATE OR REPLACE VIEW public.v AS
 SELECT u.id,
    u.a
   FROM public.u;
CREATE POLICY p ON public.u AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));
CREATE TRIGGER r BEFORE INSERT ON public.u FOR EACH ROW EXECUTE FUNCTION public.tf();
-- critical table.rename table public.u
-- medium row_security.off policy public.u.p
-- undo R0
--   DROP TRIGGER "r" ON "public"."u";
--   DROP POLICY "p" ON "public"."u";
--   ALTER TABLE "public"."u" RENAME TO "t";
--   CREATE OR REPLACE VIEW public.v AS
--    SELECT t.id,
--       t.a
--      FROM public.t;
--   CREATE POLICY p ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING ((a > 0));
--   CREATE TRIGGER r BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
=== objects/postgres-text-becomes-an-enum-that-gains-a-label
ALTER TYPE "public"."mood" ADD VALUE 'happy' AFTER 'sad';
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "m" TYPE public.mood USING "m"::public.mood;
-- critical column.recast column public.t.m
-- medium table.rewrite column public.t.m
-- low statistics.lost column public.t.m
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R1
--   ALTER TYPE "public"."mood" RENAME TO "driftless_578eb966";
--   CREATE TYPE public.mood AS ENUM ('sad');
--   ALTER TABLE "public"."t" ALTER COLUMN "m" TYPE text;
--   DROP TYPE "public"."driftless_578eb966";
=== objects/postgres-trigger-changes
DROP TRIGGER "r" ON "public"."t";
CREATE TRIGGER r BEFORE INSERT OR UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a IS NOT NULL)) EXECUTE FUNCTION public.tf();
-- undo R0
--   DROP TRIGGER "r" ON "public"."t";
--   CREATE TRIGGER r BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
=== objects/postgres-trigger-columns-retyped
DROP TRIGGER "r" ON "public"."t";
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
CREATE TRIGGER r BEFORE UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
-- medium table.rewrite column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   DROP TRIGGER "r" ON "public"."t";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
--   CREATE TRIGGER r BEFORE UPDATE OF a ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
=== objects/postgres-trigger-comes
CREATE OR REPLACE FUNCTION public.tf()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.a := 1; RETURN NEW; END $function$
;
CREATE TRIGGER r BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
-- advice style.trigger trigger public.t.r
-- undo R0
--   DROP TRIGGER "r" ON "public"."t";
--   DROP FUNCTION "public"."tf"();
=== objects/postgres-trigger-disabled
ALTER TABLE "public"."t" DISABLE TRIGGER "r";
-- undo R0
--   ALTER TABLE "public"."t" ENABLE TRIGGER "r";
=== objects/postgres-trigger-function-body
CREATE OR REPLACE FUNCTION public.tf()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.a := 2; RETURN NEW; END $function$
;
-- undo R0
--   CREATE OR REPLACE FUNCTION public.tf()
--    RETURNS trigger
--    LANGUAGE plpgsql
--   AS $function$ BEGIN NEW.a := 1; RETURN NEW; END $function$
--   ;
=== objects/postgres-type-in-a-new-namespace
CREATE SCHEMA "app";
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE DOMAIN app.short AS character varying(5);
CREATE OR REPLACE FUNCTION app.one()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$
;
CREATE TABLE "app"."t" (
  "id" integer DEFAULT app.one() NOT NULL,
  "m" app.mood,
  "s" app.short,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
-- undo R2
--   DROP TABLE "app"."t";
--   DROP FUNCTION "app"."one"();
--   DROP DOMAIN "app"."short";
--   DROP TYPE "app"."mood";
--   DROP SCHEMA "app";
=== objects/postgres-undeclared-function-blocks-a-rename
refused Unsupported: table public.t
=== objects/postgres-undeclared-view-steps-aside
DROP VIEW "public"."v";
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
CREATE VIEW public.v AS
 SELECT t.id,
    t.a
   FROM public.t;
-- medium table.rewrite column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   DROP VIEW "public"."v";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
--   CREATE VIEW public.v AS
--    SELECT t.id,
--       t.a
--      FROM public.t;
=== objects/postgres-view-options-and-comments
CREATE OR REPLACE VIEW public.v WITH (check_option=local, security_barrier=true) AS
 SELECT t.id,
    t.a
   FROM public.t
  WHERE (t.a > 1);
COMMENT ON VIEW "public"."v" IS 'large ones';
COMMENT ON COLUMN "public"."v"."a" IS 'it''s a number';
-- medium view.security view public.v
-- undo R0
--   CREATE OR REPLACE VIEW public.v AS
--    SELECT t.id,
--       t.a
--      FROM public.t
--     WHERE (t.a > 1);
--   COMMENT ON VIEW "public"."v" IS NULL;
--   COMMENT ON COLUMN "public"."v"."a" IS NULL;
=== objects/postgres-view-replaced-in-place
CREATE OR REPLACE VIEW public.v AS
 SELECT t.id,
    (t.a + 1) AS next
   FROM public.t;
-- undo R0
--   DROP VIEW "public"."w";
--   DROP VIEW "public"."v";
--   CREATE VIEW public.v AS
--    SELECT t.id
--      FROM public.t;
--   CREATE VIEW public.w AS
--    SELECT v.id
--      FROM public.v;
=== objects/table-goes-with-its-view
DROP VIEW "public"."v";
DROP TABLE "public"."t";
-- critical table.drop table public.t
-- high interface.change view public.v
-- undo R1
--   CREATE TABLE "public"."t" (
--     "id" integer NOT NULL,
--     "a" integer,
--     "b" character varying(20),
--     CONSTRAINT "t_pkey" PRIMARY KEY ("id")
--   );
--   CREATE VIEW public.v AS
--    SELECT t.id
--      FROM public.t;
=== objects/type-changes-under-a-view
DROP VIEW "public"."v";
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(40);
CREATE VIEW public.v AS
 SELECT t.id,
    t.b
   FROM public.t;
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- info plans.cached table public.t
-- undo R2
--   DROP VIEW "public"."v";
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(20);
--   CREATE VIEW public.v AS
--    SELECT t.id,
--       t.b
--      FROM public.t;
=== objects/undeclared-view-blocks-a-drop
refused Unsupported: column public.t.b
=== objects/undeclared-view-stays
ALTER TABLE "public"."t" ADD COLUMN "c" integer;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "c";
=== objects/view-becomes-a-table
DROP VIEW "public"."v";
CREATE TABLE "public"."v" (
  "id" integer NOT NULL,
  CONSTRAINT "v_pkey" PRIMARY KEY ("id")
);
-- high interface.change view public.v
-- undo R2
--   DROP TABLE "public"."v";
--   CREATE VIEW public.v AS
--    SELECT t.id
--      FROM public.t;
=== objects/view-changes
CREATE OR REPLACE VIEW public.v AS
 SELECT t.id,
    t.a
   FROM public.t
  WHERE (t.a > 2);
-- undo R0
--   CREATE OR REPLACE VIEW public.v AS
--    SELECT t.id,
--       t.a
--      FROM public.t
--     WHERE (t.a > 1);
=== objects/view-comes
CREATE VIEW public.v AS
 SELECT t.id,
    t.a
   FROM public.t;
-- undo R0
--   DROP VIEW "public"."v";
=== objects/view-gains-a-column
CREATE OR REPLACE VIEW public.v AS
 SELECT t.id,
    t.b
   FROM public.t;
-- undo R0
--   DROP VIEW "public"."v";
--   CREATE VIEW public.v AS
--    SELECT t.id
--      FROM public.t;
=== objects/view-goes
DROP VIEW "public"."v";
-- high interface.change view public.v
-- undo R0
--   CREATE VIEW public.v AS
--    SELECT t.id,
--       t.a
--      FROM public.t;
=== objects/view-loses-a-column
DROP VIEW "public"."v";
CREATE VIEW public.v AS
 SELECT t.id
   FROM public.t;
-- high interface.change view public.v
-- undo R0
--   CREATE OR REPLACE VIEW public.v AS
--    SELECT t.id,
--       t.b
--      FROM public.t;
=== objects/view-on-view-changes
DROP VIEW "public"."top";
DROP VIEW "public"."base";
CREATE VIEW public.base AS
 SELECT t.id,
    t.b
   FROM public.t;
CREATE VIEW public.top AS
 SELECT base.id
   FROM public.base;
-- high interface.change view public.base
-- undo R0
--   DROP VIEW "public"."top";
--   DROP VIEW "public"."base";
--   CREATE VIEW public.base AS
--    SELECT t.id,
--       t.a,
--       t.b
--      FROM public.t;
--   CREATE VIEW public.top AS
--    SELECT base.id
--      FROM public.base;
=== objects/view-on-what-is-not-there
refused InvalidSchema: desired
=== objects/view-same
nothing to do
=== objects/view-with-a-list-of-columns
DROP VIEW "public"."v";
CREATE VIEW public.v AS
 SELECT t.a AS x,
    (t.a + 1) AS z
   FROM public.t;
CREATE VIEW public.w AS
 SELECT v.x,
    v.z,
    (v.x + v.z) AS b
   FROM public.v;
-- high interface.change view public.v
-- undo R0
--   DROP VIEW "public"."w";
--   DROP VIEW "public"."v";
--   CREATE VIEW public.v AS
--    SELECT t.a AS x,
--       (t.a + 1) AS y
--      FROM public.t;
=== objects/views-against-the-alphabet
CREATE VIEW public.c_base AS
 SELECT t.id,
    t.a,
    t.b
   FROM public.t;
CREATE VIEW public.b_mid AS
 SELECT c_base.id,
    c_base.a
   FROM public.c_base;
CREATE VIEW public.a_top AS
 SELECT b_mid.id
   FROM public.b_mid;
-- undo R0
--   DROP VIEW "public"."a_top";
--   DROP VIEW "public"."b_mid";
--   DROP VIEW "public"."c_base";
=== online/check-declared-not-valid
ALTER TABLE "public"."t" ADD CONSTRAINT "t_n" CHECK ((n > 0)) NOT VALID;
-- low check.add check public.t.t_n
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_n";
=== online/check-trusted-first
ALTER TABLE "public"."t" DROP CONSTRAINT "t_m", ADD CONSTRAINT "t_m" CHECK ((m >= 0)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_m";
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_n" CHECK ((n > 0)) NO INHERIT NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_n";
-- low check.add check public.t.t_m
-- low check.add check public.t.t_n
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_n";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_m", ADD CONSTRAINT "t_m" CHECK ((m > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_m";
=== online/foreign-key-of-a-table-without-rows
ALTER TABLE "public"."t" ADD CONSTRAINT "t_p_fkey" FOREIGN KEY ("p") REFERENCES "public"."p" ("id");
-- low foreign_key.add foreign key public.t.t_p_fkey
-- low foreign_key.parent foreign key public.t.t_p_fkey
-- info constraint.scan foreign key public.t.t_p_fkey
-- advice style.foreign_key_index foreign key public.t.t_p_fkey
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_p_fkey";
=== online/foreign-key-replaced-without-a-gap
ALTER TABLE "public"."t" DROP CONSTRAINT "t_p", ADD CONSTRAINT "t_p" FOREIGN KEY ("p") REFERENCES "public"."p" ("id") ON DELETE SET NULL NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_p";
-- low foreign_key.add foreign key public.t.t_p
-- low foreign_key.parent foreign key public.t.t_p
-- low steps.committed_singly table public.t
-- advice style.foreign_key_index foreign key public.t.t_p
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_p", ADD CONSTRAINT "t_p" FOREIGN KEY ("p") REFERENCES "public"."p" ("id") NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_p";
=== online/foreign-key-trusted-first
ALTER TABLE "public"."t" ADD CONSTRAINT "t_p" FOREIGN KEY ("p") REFERENCES "public"."p" ("id") ON DELETE CASCADE DEFERRABLE NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_p";
-- committed
COMMENT ON CONSTRAINT "t_p" ON "public"."t" IS 'said';
-- low foreign_key.add foreign key public.t.t_p
-- low foreign_key.parent foreign key public.t.t_p
-- low steps.committed_singly table public.t
-- advice style.foreign_key_index foreign key public.t.t_p
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_p";
=== online/index-built-beside-writers
CREATE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v");
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."t_v";
=== online/index-dropped-beside-readers
DROP INDEX "public"."e_v";
-- committed
DROP INDEX CONCURRENTLY "public"."t_v";
-- medium index.drop index public.e.e_v
-- medium index.drop index public.t.t_v
-- low steps.committed_singly table public.e
-- info index.drop.blocking index public.e.e_v
-- undo R0
--   CREATE INDEX "e_v" ON "public"."e" USING btree ("v");
--   CREATE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v");
=== online/index-on-a-new-table
CREATE TABLE "public"."u" (
  "id" integer NOT NULL,
  "v" text,
  "t" integer,
  CONSTRAINT "u_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "u_v_key" UNIQUE ("v"),
  CONSTRAINT "u_id_check" CHECK ((id > 0))
);
CREATE INDEX "u_v" ON "public"."u" USING btree ("v");
ALTER TABLE "public"."u" ADD CONSTRAINT "u_t_fkey" FOREIGN KEY ("t") REFERENCES "public"."t" ("id");
-- low foreign_key.parent foreign key public.u.u_t_fkey
-- advice style.foreign_key_index foreign key public.u.u_t_fkey
-- advice style.redundant_index index public.u.u_v
-- advice style.nullable_unique unique public.u.u_v_key
-- undo R2
--   ALTER TABLE "public"."u" DROP CONSTRAINT "u_t_fkey";
--   DROP TABLE "public"."u";
=== online/index-on-a-table-without-rows
ALTER TABLE "public"."t" ADD COLUMN "w" text;
CREATE INDEX "t_v" ON "public"."t" USING btree ("v");
-- info index.create.blocking index public.t.t_v
-- info plans.cached table public.t
-- undo R2
--   DROP INDEX "public"."t_v";
--   ALTER TABLE "public"."t" DROP COLUMN "w";
=== online/index-replaced-with-its-column
DROP INDEX CONCURRENTLY "public"."t_v";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(20);
-- committed
CREATE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v", "w");
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   DROP INDEX CONCURRENTLY "public"."t_v";
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(10);
--   CREATE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v");
=== online/index-replaced-without-a-gap
CREATE INDEX CONCURRENTLY "driftless_4867a54f" ON "public"."t" USING btree ("v", "w") WHERE (w IS NOT NULL);
-- committed
DROP INDEX "public"."t_v";
ALTER INDEX "public"."driftless_4867a54f" RENAME TO "t_v";
COMMENT ON INDEX "public"."t_v" IS 'by v and w';
-- low steps.committed_singly table public.t
-- undo R0
--   CREATE INDEX CONCURRENTLY "driftless_4867a54f" ON "public"."t" USING btree ("v");
--   DROP INDEX "public"."t_v";
--   ALTER INDEX "public"."driftless_4867a54f" RENAME TO "t_v";
--   COMMENT ON INDEX "public"."t_v" IS 'by v';
=== online/indexes-swap-names
CREATE UNIQUE INDEX CONCURRENTLY "driftless_987d7486" ON "public"."t" USING btree ("w");
-- committed
DROP INDEX "public"."one";
ALTER INDEX "public"."driftless_987d7486" RENAME TO "one";
-- committed
CREATE INDEX CONCURRENTLY "driftless_5f2b9f5c" ON "public"."t" USING btree ("v");
-- committed
DROP INDEX "public"."two";
ALTER INDEX "public"."driftless_5f2b9f5c" RENAME TO "two";
-- low unique.add index public.t.one
-- low steps.committed_singly table public.t
-- advice style.nullable_unique index public.t.one
-- undo R0
--   CREATE INDEX CONCURRENTLY "driftless_987d7486" ON "public"."t" USING btree ("v");
--   DROP INDEX "public"."one";
--   ALTER INDEX "public"."driftless_987d7486" RENAME TO "one";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_5f2b9f5c" ON "public"."t" USING btree ("w");
--   DROP INDEX "public"."two";
--   ALTER INDEX "public"."driftless_5f2b9f5c" RENAME TO "two";
=== online/never
ALTER TABLE "public"."t" ALTER COLUMN "id" SET NOT NULL;
ALTER TABLE "public"."t" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."t" ADD CONSTRAINT "t_id_check" CHECK ((id > 0));
ALTER TABLE "public"."t" ADD CONSTRAINT "t_v_key" UNIQUE ("v");
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY ("id");
CREATE INDEX "t_p" ON "public"."t" USING btree ("p");
ALTER TABLE "public"."t" ADD CONSTRAINT "t_p_fkey" FOREIGN KEY ("p") REFERENCES "public"."p" ("id");
-- low check.add check public.t.t_id_check
-- low column.not_null column public.t.id
-- low column.not_null column public.t.v
-- low foreign_key.add foreign key public.t.t_p_fkey
-- low foreign_key.parent foreign key public.t.t_p_fkey
-- low unique.add primary key public.t.t_pkey
-- low unique.add unique public.t.t_v_key
-- info constraint.scan check public.t.t_id_check
-- info constraint.scan column public.t.id
-- info constraint.scan column public.t.v
-- info constraint.scan foreign key public.t.t_p_fkey
-- info index.create.blocking index public.t.t_p
-- info index.create.blocking primary key public.t.t_pkey
-- info index.create.blocking unique public.t.t_v_key
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_p_fkey";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_id_check";
--   DROP INDEX "public"."t_p";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_v_key";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
--   ALTER TABLE "public"."t" ALTER COLUMN "id" DROP NOT NULL;
--   ALTER TABLE "public"."t" ALTER COLUMN "v" DROP NOT NULL;
=== online/primary-key-by-an-index
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_3c9fedb3" CHECK ("id" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_3c9fedb3";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "id" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_3c9fedb3";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("id");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
-- low column.not_null column public.t.id
-- low unique.add primary key public.t.t_pkey
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
--   ALTER TABLE "public"."t" ALTER COLUMN "id" DROP NOT NULL;
=== online/primary-key-replaced
ALTER TABLE "public"."c" DROP CONSTRAINT "c_t_fkey";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_56d5d95a" ON "public"."t" USING btree ("id");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_id_key" UNIQUE USING INDEX "driftless_56d5d95a";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("v", "id");
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey", ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
-- committed
ALTER TABLE "public"."c" ADD CONSTRAINT "c_t_fkey" FOREIGN KEY ("t") REFERENCES "public"."t" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_t_fkey";
-- low unique.add primary key public.t.t_pkey
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_id_key
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_t_fkey";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_id_key";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("id");
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey", ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_t_fkey" FOREIGN KEY ("t") REFERENCES "public"."t" ("id") NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_t_fkey";
=== online/required-by-a-check-first
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DEFAULT ''::text;
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_290c91c8" CHECK ("v" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_290c91c8";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_290c91c8";
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_140c70b9" CHECK ("m" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_140c70b9";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "m" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_140c70b9";
ALTER TABLE "public"."t" ALTER COLUMN "p" SET NOT NULL;
-- low column.not_null column public.t.m
-- low column.not_null column public.t.p
-- low column.not_null column public.t.v
-- low steps.committed_singly table public.t
-- info constraint.scan column public.t.p
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "v" DROP NOT NULL;
--   ALTER TABLE "public"."t" ALTER COLUMN "m" DROP NOT NULL;
--   ALTER TABLE "public"."t" ALTER COLUMN "p" DROP NOT NULL;
=== online/required-on-a-table-without-rows
ALTER TABLE "public"."t" ALTER COLUMN "v" SET NOT NULL;
-- low column.not_null column public.t.v
-- info constraint.scan column public.t.v
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "v" DROP NOT NULL;
=== online/several-tables-in-groups
ALTER TABLE "public"."a" ADD CONSTRAINT "driftless_068bea0f" CHECK ("v" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."a" VALIDATE CONSTRAINT "driftless_068bea0f";
-- committed
ALTER TABLE "public"."a" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."a" DROP CONSTRAINT "driftless_068bea0f";
-- committed
ALTER TABLE "public"."b" ADD CONSTRAINT "driftless_cdd89ffa" CHECK ("v" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."b" VALIDATE CONSTRAINT "driftless_cdd89ffa";
-- committed
ALTER TABLE "public"."b" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."b" DROP CONSTRAINT "driftless_cdd89ffa";
-- low column.not_null column public.a.v
-- low column.not_null column public.b.v
-- low steps.committed_singly table public.a
-- undo R0
--   ALTER TABLE "public"."a" ALTER COLUMN "v" DROP NOT NULL;
--   ALTER TABLE "public"."b" ALTER COLUMN "v" DROP NOT NULL;
=== online/table-renamed-and-indexed
DROP INDEX CONCURRENTLY "public"."t_w";
-- committed
DROP INDEX CONCURRENTLY "public"."t_v";
-- committed
ALTER TABLE "public"."t" RENAME TO "u";
ALTER TABLE "public"."u" ADD CONSTRAINT "driftless_8892db33" CHECK ("v" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."u" VALIDATE CONSTRAINT "driftless_8892db33";
-- committed
ALTER TABLE "public"."u" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."u" DROP CONSTRAINT "driftless_8892db33";
-- committed
CREATE INDEX CONCURRENTLY "t_v" ON "public"."u" USING btree ("v", "w");
-- committed
CREATE INDEX CONCURRENTLY "u_w" ON "public"."u" USING btree ("w", "id");
-- critical table.rename table public.u
-- medium index.drop index public.u.t_w
-- low column.not_null column public.u.v
-- low steps.committed_singly table public.u
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."u_w";
--   DROP INDEX CONCURRENTLY "public"."t_v";
--   ALTER TABLE "public"."u" RENAME TO "t";
--   ALTER TABLE "public"."t" ALTER COLUMN "v" DROP NOT NULL;
--   CREATE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v");
--   CREATE INDEX CONCURRENTLY "t_w" ON "public"."t" USING btree ("w");
=== online/unique-by-an-index
CREATE UNIQUE INDEX CONCURRENTLY "driftless_576a0c9d" ON "public"."t" USING btree ("v", "id") INCLUDE (w) NULLS NOT DISTINCT WITH (fillfactor=70);
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "every" UNIQUE USING INDEX "driftless_576a0c9d" DEFERRABLE INITIALLY DEFERRED;
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_1ab9664f" ON "public"."t" USING btree ("v");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_v_key" UNIQUE USING INDEX "driftless_1ab9664f";
COMMENT ON CONSTRAINT "every" ON "public"."t" IS 'said';
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.every
-- low unique.add unique public.t.t_v_key
-- advice style.nullable_unique unique public.t.t_v_key
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "every";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_v_key";
=== online/unique-on-a-table-without-rows
ALTER TABLE "public"."t" ADD CONSTRAINT "t_v_key" UNIQUE ("v");
-- low unique.add unique public.t.t_v_key
-- info index.create.blocking unique public.t.t_v_key
-- advice style.nullable_unique unique public.t.t_v_key
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_v_key";
=== partitions/add-beside-default
CREATE TABLE "public"."m_2025" PARTITION OF "public"."m" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- low partition.bound table public.m_rest
-- undo R2
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025";
--   DROP TABLE "public"."m_2025";
=== partitions/add-partition
CREATE TABLE "public"."m_2025" PARTITION OF "public"."m" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- undo R2
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025" CONCURRENTLY;
--   DROP TABLE "public"."m_2025";
=== partitions/as-declared-already
nothing to do
=== partitions/attach-after-changes
ALTER TABLE "public"."m_2025" DROP CONSTRAINT "stray_check";
ALTER TABLE "public"."m_2025" DROP COLUMN "stray";
ALTER TABLE "public"."m_2025" ALTER COLUMN "at" SET NOT NULL;
ALTER TABLE "public"."m_2025" ADD COLUMN "site" integer NOT NULL;
ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2025" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- medium constraint.drop check public.m_2025.stray_check
-- medium column.drop column public.m_2025.stray
-- low column.not_null column public.m_2025.at
-- low column.add.required column public.m_2025.site
-- low partition.bound table public.m_2025
-- info constraint.scan column public.m_2025.at
-- info constraint.scan column public.m_2025.site
-- info rename.undeclared column public.m_2025.stray
-- info constraint.scan table public.m_2025
-- info plans.cached table public.m_2025
-- undo R2
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025";
--   ALTER TABLE "public"."m_2025" DROP COLUMN "site";
--   ALTER TABLE "public"."m_2025" ALTER COLUMN "at" DROP NOT NULL;
--   ALTER TABLE "public"."m_2025" ADD COLUMN "stray" integer;
--   ALTER TABLE "public"."m_2025" ADD CONSTRAINT "stray_check" CHECK ((stray > 0));
=== partitions/attach-table
ALTER TABLE "public"."m_2025" ADD CONSTRAINT "m_v" CHECK ((v > (0)::numeric)) NOT VALID;
-- committed
ALTER TABLE "public"."m_2025" VALIDATE CONSTRAINT "m_v";
-- committed
ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2025" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- low partition.bound table public.m_2025
-- low steps.committed_singly table public.m_2025
-- info index.create.blocking table public.m_2025
-- undo R0
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025";
--   ALTER TABLE "public"."m_2025" DROP CONSTRAINT "m_v";
--   ALTER TABLE "public"."m_2025" DROP CONSTRAINT "m_2025_pkey";
=== partitions/attach-table-with-a-check-not-valid
ALTER TABLE "public"."m_2025" VALIDATE CONSTRAINT "m_v";
ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2025" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- low partition.bound table public.m_2025
-- info constraint.scan table public.m_2025
-- undo R0
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025";
--   ALTER TABLE "public"."m_2025" DROP CONSTRAINT "m_v";
--   ALTER TABLE "public"."m_2025" ADD CONSTRAINT "m_v" CHECK ((v > (0)::numeric)) NOT VALID;
=== partitions/bound-changes
ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025";
ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2025" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- low partition.bound table public.m_2025
-- info constraint.scan table public.m_2025
-- undo R0
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025";
--   ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2025" FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');
=== partitions/bounds-exchange
ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2024";
ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025";
ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2024" FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');
ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2025" FOR VALUES FROM ('2024-07-01') TO ('2026-01-01');
-- medium locks.several table public.m_2024
-- low partition.bound table public.m_2024
-- low partition.bound table public.m_2025
-- info constraint.scan table public.m_2024
-- info constraint.scan table public.m_2025
-- undo R0
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2024";
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025";
--   ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2024" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
--   ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2025" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
=== partitions/check-on-parent
ALTER TABLE "public"."m" ADD CONSTRAINT "positive" CHECK ((v > (0)::numeric)) NOT VALID;
-- committed
ALTER TABLE "public"."m" VALIDATE CONSTRAINT "positive";
-- low check.add check public.m.positive
-- low steps.committed_singly table public.m
-- undo R0
--   ALTER TABLE "public"."m" DROP CONSTRAINT "positive";
--   ALTER TABLE "public"."m_2024" ADD CONSTRAINT "positive" CHECK ((v > (0)::numeric)) NOT VALID;
--   ALTER TABLE "public"."m_2024" VALIDATE CONSTRAINT "positive";
=== partitions/column-added-to-parent
ALTER TABLE "public"."h" ADD COLUMN "flag" boolean DEFAULT false NOT NULL;
-- info plans.cached table public.h
-- undo R2
--   ALTER TABLE "public"."h" DROP COLUMN "flag";
=== partitions/column-dropped-from-parent
ALTER TABLE "public"."h" DROP COLUMN "n";
-- critical column.drop column public.h.n
-- info plans.cached table public.h
-- undo R1
--   ALTER TABLE "public"."h" ADD COLUMN "n" integer;
--   CREATE INDEX CONCURRENTLY "own" ON "public"."h_eu_1" USING btree ("n");
=== partitions/column-renamed
ALTER TABLE "public"."m" RENAME COLUMN "at" TO "day";
ALTER TABLE "public"."m" RENAME COLUMN "site" TO "place";
-- critical column.rename column public.m.day
-- critical column.rename column public.m.place
-- info plans.cached table public.m
-- undo R0
--   ALTER TABLE "public"."m" RENAME COLUMN "day" TO "at";
--   ALTER TABLE "public"."m" RENAME COLUMN "place" TO "site";
=== partitions/detach-and-change
ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2024";
ALTER TABLE "public"."m_2024" DROP CONSTRAINT "m_v";
ALTER TABLE "public"."m_2024" DROP CONSTRAINT "m_2024_pkey";
ALTER TABLE "public"."m_2024" ALTER COLUMN "v" TYPE text;
-- committed
CREATE INDEX CONCURRENTLY "m_2024_at" ON "public"."m_2024" USING btree ("at");
-- critical column.recast column public.m_2024.v
-- high partition.detach table public.m_2024
-- medium constraint.drop check public.m_2024.m_v
-- medium table.rewrite column public.m_2024.v
-- medium constraint.drop primary key public.m_2024.m_2024_pkey
-- low statistics.lost column public.m_2024.v
-- low steps.committed_singly table public.m_2024
-- info plans.cached table public.m_2024
-- advice style.primary_key table public.m_2024
-- undo R1
--   DROP INDEX CONCURRENTLY "public"."m_2024_at";
--   ALTER TABLE "public"."m_2024" ALTER COLUMN "v" TYPE numeric USING "v"::numeric;
--   ALTER TABLE "public"."m_2024" ADD CONSTRAINT "m_v" CHECK ((v > (0)::numeric)) NOT VALID;
--   ALTER TABLE "public"."m_2024" VALIDATE CONSTRAINT "m_v";
--   ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2024" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
=== partitions/detach-partition
ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2024";
-- high partition.detach table public.m_2024
-- undo R0
--   ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2024" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
=== partitions/drop-all
DROP TABLE "public"."a_1";
DROP TABLE "public"."a";
DROP TABLE "public"."m_2025";
DROP TABLE "public"."m";
-- critical table.drop table public.a
-- critical table.drop table public.a_1
-- critical table.drop table public.m
-- critical table.drop table public.m_2025
-- undo R1
--   CREATE TABLE "public"."m" (
--     "at" date NOT NULL,
--     "site" integer NOT NULL,
--     "v" numeric
--   ) PARTITION BY RANGE (at);
--   CREATE TABLE "public"."a" PARTITION OF "public"."m" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (site);
--   CREATE TABLE "public"."m_2025" PARTITION OF "public"."m" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
--   CREATE TABLE "public"."a_1" PARTITION OF "public"."a" FOR VALUES IN (1, 2, NULL);
=== partitions/drop-default
ALTER TABLE "public"."m" DETACH PARTITION "public"."m_rest";
DROP TABLE "public"."m_rest";
-- critical table.drop table public.m_rest
-- undo R1
--   CREATE TABLE "public"."m_rest" PARTITION OF "public"."m" DEFAULT;
=== partitions/drop-partition
ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2024" CONCURRENTLY;
-- committed
DROP TABLE "public"."m_2024";
-- critical table.drop table public.m_2024
-- low steps.committed_singly table public.m_2024
-- undo R1
--   CREATE TABLE "public"."m_2024" PARTITION OF "public"."m" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
=== partitions/drop-partition-beside-default
ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2024";
DROP TABLE "public"."m_2024";
-- critical table.drop table public.m_2024
-- undo R1
--   CREATE TABLE "public"."m_2024" PARTITION OF "public"."m" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
=== partitions/drop-referenced-partition
ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2024" CONCURRENTLY;
-- committed
DROP TABLE "public"."m_2024";
-- critical table.drop table public.m_2024
-- low steps.committed_singly table public.m_2024
-- undo R1
--   CREATE TABLE "public"."m_2024" PARTITION OF "public"."m" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
=== partitions/foreign-and-inherited-stay
ALTER TABLE "public"."other" ADD COLUMN "v" integer;
-- info plans.cached table public.other
-- undo R2
--   ALTER TABLE "public"."other" DROP COLUMN "v";
=== partitions/foreign-key-from-parent
ALTER TABLE "public"."m" ADD CONSTRAINT "m_s" FOREIGN KEY ("site") REFERENCES "public"."s" ("id");
-- low foreign_key.add foreign key public.m.m_s
-- low foreign_key.parent foreign key public.m.m_s
-- info constraint.scan foreign key public.m.m_s
-- advice style.foreign_key_index foreign key public.m.m_s
-- undo R0
--   ALTER TABLE "public"."m" DROP CONSTRAINT "m_s";
=== partitions/foreign-key-to-parent
ALTER TABLE "public"."r" DROP CONSTRAINT "r_gone";
ALTER TABLE "public"."r" ADD CONSTRAINT "r_m" FOREIGN KEY ("at", "site") REFERENCES "public"."m" ("at", "site") ON DELETE CASCADE NOT VALID;
-- committed
ALTER TABLE "public"."r" VALIDATE CONSTRAINT "r_m";
-- high foreign_key.drop foreign key public.r.r_gone
-- low foreign_key.add foreign key public.r.r_m
-- low foreign_key.parent foreign key public.r.r_m
-- low steps.committed_singly table public.r
-- advice style.foreign_key_index foreign key public.r.r_m
-- undo R0
--   ALTER TABLE "public"."r" DROP CONSTRAINT "r_m";
--   ALTER TABLE "public"."r" ADD CONSTRAINT "r_gone" FOREIGN KEY ("at2", "site") REFERENCES "public"."m" ("at", "site") NOT VALID;
--   ALTER TABLE "public"."r" VALIDATE CONSTRAINT "r_gone";
=== partitions/identity-of-its-own
ALTER TABLE "public"."m" ADD COLUMN "n" integer;
-- info plans.cached table public.m
-- undo R2
--   ALTER TABLE "public"."m" DROP COLUMN "n";
=== partitions/index-of-a-partition-joins
CREATE INDEX "m_site" ON "public"."m" USING btree ("site");
-- info index.create.blocking index public.m.m_site
-- undo R0
--   DROP INDEX "public"."m_site";
--   CREATE INDEX CONCURRENTLY "mine" ON "public"."m_2024" USING btree ("site");
=== partitions/index-on-parent
CREATE INDEX "h_n" ON "public"."h" USING btree ("n");
-- info index.create.blocking index public.h.h_n
-- undo R0
--   DROP INDEX "public"."h_n";
=== partitions/index-replaced-on-parent
DROP INDEX "public"."m_site";
CREATE INDEX "m_site" ON "public"."m" USING btree ("site", "v");
-- info index.create.blocking index public.m.m_site
-- info index.drop.blocking index public.m.m_site
-- undo R0
--   DROP INDEX "public"."m_site";
--   CREATE INDEX "m_site" ON "public"."m" USING btree ("site");
=== partitions/keys-on-parent
ALTER TABLE "public"."m" ADD CONSTRAINT "m_u" UNIQUE ("site", "at");
ALTER TABLE "public"."m" ADD CONSTRAINT "m_pkey" PRIMARY KEY ("at", "site");
-- low unique.add primary key public.m.m_pkey
-- low unique.add unique public.m.m_u
-- info index.create.blocking primary key public.m.m_pkey
-- info index.create.blocking unique public.m.m_u
-- undo R0
--   ALTER TABLE "public"."m" DROP CONSTRAINT "m_u";
--   ALTER TABLE "public"."m" DROP CONSTRAINT "m_pkey";
=== partitions/list-and-expression-key
nothing to do
=== partitions/made-with-own-parts
CREATE TABLE "public"."m" (
  "at" date NOT NULL,
  "site" integer NOT NULL,
  "v" numeric DEFAULT 1
) PARTITION BY RANGE (at);
CREATE TABLE "public"."m_2024" PARTITION OF "public"."m" (
  "v" DEFAULT 7,
  CONSTRAINT "low" CHECK ((v < (100)::numeric))
) FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE "public"."m_2025" PARTITION OF "public"."m" (
  "v" NOT NULL,
  CONSTRAINT "m_2025_site_key" UNIQUE ("site")
) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE "public"."m_2025" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "public"."m_2025" ALTER COLUMN "v" SET STATISTICS 50;
COMMENT ON COLUMN "public"."m_2024"."v" IS 'here alone';
ALTER TABLE "public"."m_2024" ENABLE ROW LEVEL SECURITY;
-- advice style.primary_key table public.m
-- undo R2
--   DROP TABLE "public"."m_2024";
--   DROP TABLE "public"."m_2025";
--   DROP TABLE "public"."m";
=== partitions/make-with-partitions
CREATE TABLE "public"."z" (
  "at" date NOT NULL,
  "site" integer NOT NULL,
  "v" numeric DEFAULT 1,
  CONSTRAINT "z_pkey" PRIMARY KEY ("at", "site"),
  CONSTRAINT "z_v_check" CHECK ((v > (0)::numeric))
) PARTITION BY RANGE (at);
CREATE TABLE "public"."a" PARTITION OF "public"."z" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE "public"."b" PARTITION OF "public"."z" (
  CONSTRAINT "small" CHECK ((site < 100))
) FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE "public"."c" PARTITION OF "public"."z" DEFAULT;
CREATE INDEX "z_site" ON "public"."z" USING btree ("site");
CREATE INDEX "a_v" ON "public"."a" USING btree ("v");
-- undo R2
--   DROP TABLE "public"."a";
--   DROP TABLE "public"."b";
--   DROP TABLE "public"."c";
--   DROP TABLE "public"."z";
=== partitions/not-null-on-parent
ALTER TABLE "public"."h" ADD CONSTRAINT "driftless_47d0f594" CHECK ("n" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."h" VALIDATE CONSTRAINT "driftless_47d0f594";
-- committed
ALTER TABLE "public"."h" ALTER COLUMN "n" SET NOT NULL;
ALTER TABLE "public"."h" DROP CONSTRAINT "driftless_47d0f594";
-- low column.not_null column public.h.n
-- low steps.committed_singly table public.h
-- undo R0
--   ALTER TABLE "public"."h" ALTER COLUMN "n" DROP NOT NULL;
=== partitions/own-index
CREATE INDEX CONCURRENTLY "mine" ON "public"."m_2024" USING btree ("site");
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."mine";
=== partitions/own-parts
ALTER TABLE "public"."m_2024" ALTER COLUMN "v" SET DEFAULT 7;
ALTER TABLE "public"."m_2024" SET (fillfactor=70);
-- committed
ALTER TABLE "public"."m_2025" ADD CONSTRAINT "driftless_ba2c33e3" CHECK ("v" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."m_2025" VALIDATE CONSTRAINT "driftless_ba2c33e3";
-- committed
ALTER TABLE "public"."m_2025" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."m_2025" DROP CONSTRAINT "driftless_ba2c33e3";
-- committed
ALTER TABLE "public"."m_2024" ADD CONSTRAINT "low" CHECK ((v < (100)::numeric)) NOT VALID;
-- committed
ALTER TABLE "public"."m_2024" VALIDATE CONSTRAINT "low";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_23b6d92e" ON "public"."m_2025" USING btree ("site");
-- committed
ALTER TABLE "public"."m_2025" ADD CONSTRAINT "m_2025_site_key" UNIQUE USING INDEX "driftless_23b6d92e";
COMMENT ON COLUMN "public"."m_2024"."v" IS 'here alone';
COMMENT ON TABLE "public"."m_2024" IS 'a year';
-- low check.add check public.m_2024.low
-- low column.not_null column public.m_2025.v
-- low steps.committed_singly table public.m_2024
-- low unique.add unique public.m_2025.m_2025_site_key
-- undo R0
--   ALTER TABLE "public"."m_2024" DROP CONSTRAINT "low";
--   ALTER TABLE "public"."m_2025" DROP CONSTRAINT "m_2025_site_key";
--   ALTER TABLE "public"."m_2024" ALTER COLUMN "v" DROP DEFAULT;
--   ALTER TABLE "public"."m_2024" RESET (fillfactor);
--   ALTER TABLE "public"."m_2025" ALTER COLUMN "v" DROP NOT NULL;
--   COMMENT ON COLUMN "public"."m_2024"."v" IS NULL;
--   COMMENT ON TABLE "public"."m_2024" IS NULL;
=== partitions/parent-renamed
ALTER TABLE "public"."old" RENAME TO "m";
-- critical table.rename table public.m
-- undo R0
--   ALTER TABLE "public"."m" RENAME TO "old";
=== partitions/plain-tables-become-partitions
CREATE TABLE "public"."m" (
  "at" date NOT NULL,
  "site" integer NOT NULL,
  "v" numeric
) PARTITION BY RANGE (at);
ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2024" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- low partition.bound table public.m_2024
-- info constraint.scan table public.m_2024
-- advice style.primary_key table public.m
-- undo R2
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2024";
--   DROP TABLE "public"."m";
=== partitions/refused-half-detached
refused Unsupported: table public.m_2024
=== partitions/refused-key-change
refused Unsupported: table public.m
=== partitions/refused-other-parent
refused Unsupported: table public.m_2024
=== partitions/refused-parent-goes
refused Unsupported: table public.m
=== partitions/refused-partitioned-to-plain
refused Unsupported: table public.m
=== partitions/refused-plain-to-partitioned
refused Unsupported: table public.m
=== partitions/serial-on-parent
nothing to do
=== partitions/serial-partition-comes
CREATE TABLE "public"."m_2025" PARTITION OF "public"."m" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- undo R2
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025" CONCURRENTLY;
--   DROP TABLE "public"."m_2025";
=== partitions/sub-partitions
CREATE TABLE "public"."a" PARTITION OF "public"."m" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY HASH (site);
CREATE TABLE "public"."a_0" PARTITION OF "public"."a" FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE "public"."a_1" PARTITION OF "public"."a" FOR VALUES WITH (modulus 2, remainder 1);
-- undo R2
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."a" CONCURRENTLY;
--   DROP TABLE "public"."a_0";
--   DROP TABLE "public"."a_1";
--   DROP TABLE "public"."a";
=== partitions/trigger-and-policy
CREATE POLICY p ON public.m AS PERMISSIVE FOR ALL TO PUBLIC USING ((site > 0));
CREATE TRIGGER second BEFORE INSERT ON public.m FOR EACH ROW EXECUTE FUNCTION public.touch();
COMMENT ON TABLE "public"."m" IS 'all of them';
ALTER TABLE "public"."m" ENABLE ROW LEVEL SECURITY;
-- advice style.trigger trigger public.m.second
-- undo R0
--   DROP TRIGGER "second" ON "public"."m";
--   DROP POLICY "p" ON "public"."m";
--   COMMENT ON TABLE "public"."m" IS NULL;
--   ALTER TABLE "public"."m" DISABLE ROW LEVEL SECURITY;
=== partitions/type-of-parent
ALTER TABLE "public"."h" ALTER COLUMN "n" TYPE bigint;
-- medium table.rewrite column public.h.n
-- low column.type column public.h.n
-- low statistics.lost column public.h.n
-- info plans.cached table public.h
-- undo R2
--   ALTER TABLE "public"."h" ALTER COLUMN "n" TYPE integer;
=== partitions/type-widened-under-an-index-of-one
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(40);
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(40);
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- info index.create.blocking column public.t.a
-- info constraint.scan column public.t.b
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(20);
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(20);
=== partitions/undeclared-parent
CREATE TABLE "public"."m_2025" PARTITION OF "public"."m" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- undo R2
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025" CONCURRENTLY;
--   DROP TABLE "public"."m_2025";
=== partitions/undeclared-partitions-owned
CREATE INDEX "h_n" ON "public"."h" USING btree ("n");
-- info index.create.blocking index public.h.h_n
-- undo R0
--   DROP INDEX "public"."h_n";
=== partitions/undeclared-partitions-stay
ALTER TABLE "public"."h" DROP COLUMN "n";
ALTER TABLE "public"."h" ADD COLUMN "extra" text DEFAULT 'x'::text;
-- critical column.drop column public.h.n
-- info plans.cached table public.h
-- undo R1
--   ALTER TABLE "public"."h" DROP COLUMN "extra";
--   ALTER TABLE "public"."h" ADD COLUMN "n" integer;
--   CREATE INDEX CONCURRENTLY "own" ON "public"."h_eu_1" USING btree ("n");
=== partitions/view-on-a-partition
DROP VIEW "public"."w";
ALTER TABLE "public"."m" ALTER COLUMN "site" TYPE bigint;
CREATE VIEW public.w AS
 SELECT m_2024.site,
    m_2024.v
   FROM public.m_2024;
-- medium table.rewrite column public.m.site
-- low column.type column public.m.site
-- low statistics.lost column public.m.site
-- info plans.cached table public.m
-- undo R2
--   DROP VIEW "public"."w";
--   ALTER TABLE "public"."m" ALTER COLUMN "site" TYPE integer;
--   CREATE VIEW public.w AS
--    SELECT m_2024.site,
--       m_2024.v
--      FROM public.m_2024;
=== postgres/arrays
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DEFAULT (ARRAY[]::character varying[])::character varying(20)[];
ALTER TABLE "public"."t" ADD COLUMN "d" numeric(6,2)[] DEFAULT '{}'::numeric[] NOT NULL;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "d";
--   ALTER TABLE "public"."t" ALTER COLUMN "c" SET DEFAULT '{}'::character varying[];
=== postgres/arrays-change
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint[];
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT '{1,2}'::bigint[];
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE text[];
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DEFAULT '{}'::integer[];
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_1e0c8077" CHECK ("c" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_1e0c8077";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "c" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_1e0c8077";
-- medium table.rewrite column public.t.a
-- medium table.rewrite column public.t.b
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- low column.not_null column public.t.c
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer[];
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT '{1,2}'::integer[];
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(5)[];
--   ALTER TABLE "public"."t" ALTER COLUMN "c" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "c" DROP NOT NULL;
=== postgres/boolean-conversions
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE boolean USING "a"::boolean;
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT false;
ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE integer USING "b"::integer;
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 1;
ALTER TABLE "public"."t" ALTER COLUMN "c" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE boolean USING "c"::boolean;
ALTER TABLE "public"."t" ALTER COLUMN "c" SET DEFAULT false;
-- critical column.recast column public.t.a
-- critical column.recast column public.t.b
-- critical column.recast column public.t.c
-- medium table.rewrite column public.t.a
-- medium table.rewrite column public.t.b
-- medium table.rewrite column public.t.c
-- low statistics.lost column public.t.a
-- low statistics.lost column public.t.b
-- low statistics.lost column public.t.c
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer USING "a"::integer;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 0;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE boolean USING "b"::boolean;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT true;
--   ALTER TABLE "public"."t" ALTER COLUMN "c" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE text;
--   ALTER TABLE "public"."t" ALTER COLUMN "c" SET DEFAULT 'no'::text;
=== postgres/check-no-inherit
ALTER TABLE "public"."t" DROP CONSTRAINT "c", ADD CONSTRAINT "c" CHECK ((a > 0)) NO INHERIT NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "c";
-- low check.add check public.t.c
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "c", ADD CONSTRAINT "c" CHECK ((a > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "c";
=== postgres/check-not-valid-observed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_a";
-- low check.add check public.t.t_a
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_a";
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_a" CHECK ((a > 0)) NOT VALID;
=== postgres/check-rewrites
nothing to do
=== postgres/check-varchar-array-casts
nothing to do
=== postgres/check-with-regular-expression
nothing to do
=== postgres/collation-nondeterministic
ALTER TABLE "public"."t" ADD COLUMN "b" text COLLATE pg_catalog."C";
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "b";
=== postgres/column-collation
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text COLLATE pg_catalog."C";
-- info index.create.blocking column public.t.a
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text;
=== postgres/column-options-survive-a-type-change
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text;
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE bigint;
-- medium table.rewrite column public.t.b
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(10);
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE integer;
=== postgres/column-storage-compression-statistics
ALTER TABLE "public"."t" ALTER COLUMN "a" SET STORAGE EXTERNAL;
ALTER TABLE "public"."t" ALTER COLUMN "b" SET COMPRESSION pglz;
ALTER TABLE "public"."t" ALTER COLUMN "c" SET STATISTICS 500;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET STORAGE EXTENDED;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" SET COMPRESSION DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "c" SET STATISTICS -1;
=== postgres/comment-follows-a-rename
ALTER TABLE "public"."t" RENAME TO "u";
ALTER TABLE "public"."u" RENAME COLUMN "a" TO "b";
-- critical column.rename column public.u.b
-- critical table.rename table public.u
-- info plans.cached table public.u
-- undo R0
--   ALTER TABLE "public"."u" RENAME TO "t";
--   ALTER TABLE "public"."t" RENAME COLUMN "b" TO "a";
=== postgres/comment-survives-replaced-index
DROP INDEX "public"."t_i";
CREATE INDEX "t_i" ON "public"."t" USING btree ("a", "b");
COMMENT ON INDEX "public"."t_i" IS 'keep me';
-- info index.create.blocking index public.t.t_i
-- info index.drop.blocking index public.t.t_i
-- undo R0
--   DROP INDEX "public"."t_i";
--   CREATE INDEX "t_i" ON "public"."t" USING btree ("a");
--   COMMENT ON INDEX "public"."t_i" IS 'keep me';
=== postgres/comments
COMMENT ON CONSTRAINT "t_a" ON "public"."t" IS 'positive';
COMMENT ON INDEX "public"."t_a_i" IS 'for lookups';
COMMENT ON COLUMN "public"."t"."a" IS 'two
lines; -- and a dash';
COMMENT ON TABLE "public"."t" IS 'it''s the "ledger" – größer, 漢字, 🦀';
-- low check.add check public.t.t_a
-- undo R0
--   COMMENT ON CONSTRAINT "t_a" ON "public"."t" IS NULL;
--   COMMENT ON INDEX "public"."t_a_i" IS NULL;
--   COMMENT ON COLUMN "public"."t"."a" IS NULL;
--   COMMENT ON TABLE "public"."t" IS NULL;
=== postgres/comments-changed-and-dropped
COMMENT ON COLUMN "public"."t"."a" IS NULL;
COMMENT ON TABLE "public"."t" IS 'new';
-- undo R0
--   COMMENT ON COLUMN "public"."t"."a" IS 'goes';
--   COMMENT ON TABLE "public"."t" IS 'old';
=== postgres/comments-on-everything
COMMENT ON CONSTRAINT "a_positive" ON "public"."t" IS 'größer als 0';
COMMENT ON INDEX "public"."t_i" IS 'index';
COMMENT ON CONSTRAINT "t_a" ON "public"."t" IS '🦀';
COMMENT ON CONSTRAINT "t_pkey" ON "public"."t" IS 'key';
COMMENT ON COLUMN "public"."t"."a" IS 'line 1
line 2';
COMMENT ON TABLE "public"."t" IS 'it''s "ours"; not theirs -- really';
-- low check.add check public.t.a_positive
-- low unique.add primary key public.t.t_pkey
-- low unique.add unique public.t.t_a
-- advice style.nullable_unique unique public.t.t_a
-- undo R0
--   COMMENT ON CONSTRAINT "a_positive" ON "public"."t" IS NULL;
--   COMMENT ON INDEX "public"."t_i" IS NULL;
--   COMMENT ON CONSTRAINT "t_a" ON "public"."t" IS NULL;
--   COMMENT ON CONSTRAINT "t_pkey" ON "public"."t" IS NULL;
--   COMMENT ON COLUMN "public"."t"."a" IS NULL;
--   COMMENT ON TABLE "public"."t" IS NULL;
=== postgres/composite-column-bystander
ALTER TABLE "public"."person" ADD COLUMN "work" public.address;
-- info plans.cached table public.person
-- undo R2
--   ALTER TABLE "public"."person" DROP COLUMN "work";
=== postgres/default-casts
nothing to do
=== postgres/default-from-function-and-sequence
ALTER TABLE "public"."t" ADD COLUMN "n" bigint DEFAULT nextval('public.ticket'::regclass);
ALTER TABLE "public"."t" ADD COLUMN "s" text DEFAULT public.token() NOT NULL;
-- medium table.rewrite column public.t.n
-- medium table.rewrite column public.t.s
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "n";
--   ALTER TABLE "public"."t" DROP COLUMN "s";
=== postgres/deferrable-primary-key
CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("id");
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey", ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0" DEFERRABLE INITIALLY DEFERRED;
-- low unique.add primary key public.t.t_pkey
-- low steps.committed_singly table public.t
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("id");
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey", ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
=== postgres/django-migration-as-declaration
CREATE TABLE "public"."auth_group" (
  "id" integer GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  "name" character varying(150) NOT NULL,
  CONSTRAINT "auth_group_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "auth_group_name_key" UNIQUE ("name")
);
CREATE TABLE "public"."auth_user_groups" (
  "id" bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  "user_id" integer NOT NULL,
  "group_id" integer NOT NULL,
  CONSTRAINT "auth_user_groups_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "auth_user_groups_user_id_group_id_94350c0c_uniq" UNIQUE ("user_id", "group_id")
);
ALTER TABLE "public"."auth_user" ADD COLUMN "password" character varying(128) DEFAULT ''::character varying NOT NULL;
ALTER TABLE "public"."auth_user" ADD COLUMN "last_login" timestamp with time zone;
CREATE INDEX "auth_group_name_a6ea08ec_like" ON "public"."auth_group" USING btree ("name" varchar_pattern_ops);
CREATE INDEX "auth_user_groups_group_id_97559544" ON "public"."auth_user_groups" USING btree ("group_id");
CREATE INDEX "auth_user_groups_user_id_6a12ed8b" ON "public"."auth_user_groups" USING btree ("user_id");
-- committed
CREATE INDEX CONCURRENTLY "auth_user_username_6821ab7c_like" ON "public"."auth_user" USING btree ("username" varchar_pattern_ops);
-- committed
ALTER TABLE "public"."auth_user_groups" ADD CONSTRAINT "auth_user_groups_group_id_97559544_fk_auth_group_id" FOREIGN KEY ("group_id") REFERENCES "public"."auth_group" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "public"."auth_user_groups" ADD CONSTRAINT "auth_user_groups_user_id_6a12ed8b_fk_auth_user_id" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user" ("id") DEFERRABLE INITIALLY DEFERRED;
-- low foreign_key.parent foreign key public.auth_user_groups.auth_user_groups_user_id_6a12ed8b_fk_auth_user_id
-- low steps.committed_singly table public.auth_group
-- info plans.cached table public.auth_user
-- advice style.long_name foreign key public.auth_user_groups.auth_user_groups_group_id_97559544_fk_auth_group_id
-- advice style.redundant_index index public.auth_user_groups.auth_user_groups_user_id_6a12ed8b
-- undo R2
--   ALTER TABLE "public"."auth_user_groups" DROP CONSTRAINT "auth_user_groups_group_id_97559544_fk_auth_group_id";
--   ALTER TABLE "public"."auth_user_groups" DROP CONSTRAINT "auth_user_groups_user_id_6a12ed8b_fk_auth_user_id";
--   DROP INDEX CONCURRENTLY "public"."auth_user_username_6821ab7c_like";
--   DROP TABLE "public"."auth_group";
--   DROP TABLE "public"."auth_user_groups";
--   ALTER TABLE "public"."auth_user" DROP COLUMN "password";
--   ALTER TABLE "public"."auth_user" DROP COLUMN "last_login";
=== postgres/domain-column-bystander
ALTER TABLE "public"."person" ALTER COLUMN "age" SET NOT NULL;
ALTER TABLE "public"."person" ADD COLUMN "score" public.positive;
-- medium table.rewrite column public.person.score
-- low column.not_null column public.person.age
-- info constraint.scan column public.person.age
-- info plans.cached table public.person
-- undo R2
--   ALTER TABLE "public"."person" DROP COLUMN "score";
--   ALTER TABLE "public"."person" ALTER COLUMN "age" DROP NOT NULL;
=== postgres/drop-under-a-view
refused Unsupported: column public.t.a
=== postgres/dump-as-declaration
nothing to do
=== postgres/enum-column-bystander
ALTER TABLE "public"."person" ALTER COLUMN "m" SET DEFAULT 'happy'::public.mood;
ALTER TABLE "public"."person" ADD COLUMN "next" public.mood;
ALTER TABLE "public"."person" ADD CONSTRAINT "not_sad" CHECK ((next <> 'sad'::public.mood)) NOT VALID;
-- committed
ALTER TABLE "public"."person" VALIDATE CONSTRAINT "not_sad";
-- high check.add check public.person.not_sad
-- low steps.committed_singly table public.person
-- info plans.cached table public.person
-- undo R2
--   ALTER TABLE "public"."person" DROP CONSTRAINT "not_sad";
--   ALTER TABLE "public"."person" DROP COLUMN "next";
--   ALTER TABLE "public"."person" ALTER COLUMN "m" SET DEFAULT 'ok'::public.mood;
=== postgres/every-alias-with-default
nothing to do
=== postgres/every-scalar-type
CREATE TABLE "public"."zoo" (
  "id" bigint NOT NULL,
  "c_smallint" smallint,
  "c_int" integer,
  "c_real" real,
  "c_double" double precision,
  "c_num" numeric,
  "c_num_p" numeric(7,0),
  "c_num_ps" numeric(12,4),
  "c_money" money,
  "c_bool" boolean,
  "c_text" text,
  "c_varchar" character varying,
  "c_varchar_n" character varying(33),
  "c_char" character(7),
  "c_bytea" bytea,
  "c_date" date,
  "c_time" time without time zone,
  "c_time_p" time(3) without time zone,
  "c_timetz" time with time zone,
  "c_ts" timestamp without time zone,
  "c_ts_p" timestamp(0) without time zone,
  "c_tstz" timestamp with time zone,
  "c_tstz_p" timestamp(3) with time zone,
  "c_interval" interval,
  "c_interval_f" interval day to second(2),
  "c_uuid" uuid,
  "c_json" json,
  "c_jsonb" jsonb,
  "c_xml" xml,
  "c_bit" bit(3),
  "c_varbit" bit varying(8),
  "c_inet" inet,
  "c_cidr" cidr,
  "c_mac" macaddr,
  "c_mac8" macaddr8,
  "c_point" point,
  "c_box" box,
  "c_path" path,
  "c_poly" polygon,
  "c_circle" circle,
  "c_line" line,
  "c_lseg" lseg,
  "c_tsv" tsvector,
  "c_tsq" tsquery,
  "c_int4range" int4range,
  "c_tstzrange" tstzrange,
  "c_multi" nummultirange,
  "c_oid" oid,
  "c_lsn" pg_lsn,
  CONSTRAINT "zoo_pkey" PRIMARY KEY ("id")
);
-- advice style.char column public.zoo.c_char
-- advice style.timestamp column public.zoo.c_ts
-- advice style.timestamp column public.zoo.c_ts_p
-- advice style.packing table public.zoo
-- undo R2
--   DROP TABLE "public"."zoo";
=== postgres/exclusion-constraint-beside-changes
ALTER TABLE "public"."booking" ALTER COLUMN "note" TYPE character varying(30);
ALTER TABLE "public"."booking" ADD COLUMN "guest" text;
-- low column.type column public.booking.note
-- low statistics.lost column public.booking.note
-- info plans.cached table public.booking
-- undo R2
--   ALTER TABLE "public"."booking" DROP COLUMN "guest";
--   ALTER TABLE "public"."booking" ALTER COLUMN "note" TYPE character varying(10);
=== postgres/exclusion-constraint-bystander
nothing to do
=== postgres/extension-bystander
ALTER TABLE "public"."person" ALTER COLUMN "extra" SET DEFAULT ''::public.hstore;
ALTER TABLE "public"."person" ALTER COLUMN "extra" SET NOT NULL;
ALTER TABLE "public"."person" ADD COLUMN "nick" public.citext;
-- committed
CREATE INDEX CONCURRENTLY "person_extra" ON "public"."person" USING "gin" ("extra");
-- low column.not_null column public.person.extra
-- low steps.committed_singly table public.person
-- info constraint.scan column public.person.extra
-- info plans.cached table public.person
-- undo R2
--   DROP INDEX CONCURRENTLY "public"."person_extra";
--   ALTER TABLE "public"."person" DROP COLUMN "nick";
--   ALTER TABLE "public"."person" ALTER COLUMN "extra" DROP DEFAULT;
--   ALTER TABLE "public"."person" ALTER COLUMN "extra" DROP NOT NULL;
=== postgres/extension-operator-class
nothing to do
=== postgres/extension-undeclared
ALTER TABLE "public"."t" ADD COLUMN "v" text;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "v";
=== postgres/fast-default-is-no-difference
nothing to do
=== postgres/float-precision-alias
nothing to do
=== postgres/foreign-key-becomes-deferrable
ALTER TABLE "public"."c" ALTER CONSTRAINT "c_p" DEFERRABLE INITIALLY DEFERRED;
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" ALTER CONSTRAINT "c_p" NOT DEFERRABLE;
=== postgres/foreign-key-deferrable-and-match
CREATE TABLE "public"."c" (
  "id" integer NOT NULL,
  "a" integer,
  "b" integer,
  "q" integer DEFAULT 0,
  CONSTRAINT "c_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."p" (
  "a" integer NOT NULL,
  "b" integer NOT NULL,
  CONSTRAINT "p_pkey" PRIMARY KEY ("a", "b")
);
CREATE TABLE "public"."q" (
  "id" integer NOT NULL,
  CONSTRAINT "q_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("a", "b") REFERENCES "public"."p" ("a", "b") MATCH FULL DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "public"."c" ADD CONSTRAINT "c_q" FOREIGN KEY ("q") REFERENCES "public"."q" ("id") ON UPDATE CASCADE ON DELETE SET DEFAULT DEFERRABLE;
-- advice style.foreign_key_index foreign key public.c.c_p
-- advice style.foreign_key_index foreign key public.c.c_q
-- undo R2
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_q";
--   DROP TABLE "public"."c";
--   DROP TABLE "public"."p";
--   DROP TABLE "public"."q";
=== postgres/foreign-key-implicit-target
nothing to do
=== postgres/foreign-key-restrict-is-not-no-action
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") ON DELETE RESTRICT;
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- info constraint.scan foreign key public.c.c_p
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id");
=== postgres/foreign-key-set-null-columns
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p", ADD CONSTRAINT "c_p" FOREIGN KEY ("tenant", "p_id") REFERENCES "public"."p" ("tenant", "id") ON DELETE SET NULL (p_id) NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- low steps.committed_singly table public.c
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p", ADD CONSTRAINT "c_p" FOREIGN KEY ("tenant", "p_id") REFERENCES "public"."p" ("tenant", "id") NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
=== postgres/foreign-table-bystander
ALTER TABLE "public"."t" ADD COLUMN "v" integer;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "v";
=== postgres/free-sequence-bystander
ALTER TABLE "public"."t" ADD COLUMN "v" integer;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "v";
=== postgres/functions-bystanders
ALTER TABLE "public"."t" ADD COLUMN "b" integer;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "b";
=== postgres/generated-column-becomes-plain
ALTER TABLE "public"."t" ALTER COLUMN "twice" DROP EXPRESSION;
-- undo R3
-- not undone: column public.t.twice: a plain column cannot become a generated one, its values would be lost; add the generated column under another name and drop the old one
=== postgres/generated-expression-changed
ALTER TABLE "public"."t" DROP COLUMN "size";
ALTER TABLE "public"."t" ADD COLUMN "size" integer GENERATED ALWAYS AS ((w + h)) STORED;
-- medium table.rewrite column public.t.size
-- undo R0
--   ALTER TABLE "public"."t" DROP COLUMN "size";
--   ALTER TABLE "public"."t" ADD COLUMN "size" integer GENERATED ALWAYS AS ((w * h)) STORED;
=== postgres/generated-source-widened
ALTER TABLE "public"."t" DROP COLUMN "doubled";
ALTER TABLE "public"."t" ALTER COLUMN "w" TYPE bigint;
ALTER TABLE "public"."t" ADD COLUMN "doubled" bigint GENERATED ALWAYS AS ((w * 2)) STORED;
-- medium table.rewrite column public.t.doubled
-- medium table.rewrite column public.t.w
-- low column.type column public.t.w
-- low statistics.lost column public.t.w
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "doubled";
--   ALTER TABLE "public"."t" ALTER COLUMN "w" TYPE integer;
--   ALTER TABLE "public"."t" ADD COLUMN "doubled" bigint GENERATED ALWAYS AS ((w * 2)) STORED;
=== postgres/generated-stored-added
ALTER TABLE "public"."t" ADD COLUMN "area" integer GENERATED ALWAYS AS ((w * h)) STORED;
-- medium table.rewrite column public.t.area
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "area";
=== postgres/generated-with-index-and-check
ALTER TABLE "public"."t" DROP COLUMN "s";
ALTER TABLE "public"."t" ADD COLUMN "s" integer GENERATED ALWAYS AS ((a + 2)) STORED;
ALTER TABLE "public"."t" ADD CONSTRAINT "s_positive" CHECK ((s > 0)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "s_positive";
-- committed
CREATE INDEX CONCURRENTLY "t_s" ON "public"."t" USING btree ("s");
-- medium table.rewrite column public.t.s
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP COLUMN "s";
--   ALTER TABLE "public"."t" ADD COLUMN "s" integer GENERATED ALWAYS AS ((a + 1)) STORED;
--   ALTER TABLE "public"."t" ADD CONSTRAINT "s_positive" CHECK ((s > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "s_positive";
--   CREATE INDEX CONCURRENTLY "t_s" ON "public"."t" USING btree ("s");
=== postgres/grants-survive
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_200c839d" CHECK ("a" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_200c839d";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_200c839d";
ALTER TABLE "public"."t" ADD COLUMN "b" integer;
-- low column.not_null column public.t.a
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "b";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
=== postgres/hibernate-ddl-as-declaration
CREATE TABLE "public"."book" (
  "price" numeric(38,2),
  "author_id" bigint,
  "id" bigint NOT NULL,
  "isbn" character varying(255),
  "status" character varying(255),
  "kind" smallint,
  CONSTRAINT "book_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "book_isbn_key" UNIQUE ("isbn"),
  CONSTRAINT "book_kind_check" CHECK (((kind >= 0) AND (kind <= 2))),
  CONSTRAINT "book_status_check" CHECK (((status)::text = ANY (ARRAY[('DRAFT'::character varying)::text, ('PUBLISHED'::character varying)::text])))
);
ALTER TABLE "public"."book" ADD CONSTRAINT "fkklnrv3weler2ftkweewlky958" FOREIGN KEY ("author_id") REFERENCES "public"."author" ("id");
-- low foreign_key.parent foreign key public.book.fkklnrv3weler2ftkweewlky958
-- advice style.foreign_key_index foreign key public.book.fkklnrv3weler2ftkweewlky958
-- advice style.nullable_unique unique public.book.book_isbn_key
-- undo R2
--   ALTER TABLE "public"."book" DROP CONSTRAINT "fkklnrv3weler2ftkweewlky958";
--   DROP TABLE "public"."book";
=== postgres/hostile-session-settings
nothing to do
=== postgres/identifiers-case
ALTER TABLE "public"."Account" ADD COLUMN "id" integer;
ALTER TABLE "public"."account" ADD COLUMN "b" integer;
-- medium locks.several table public.Account
-- info plans.cached table public.Account
-- info plans.cached table public.account
-- undo R2
--   ALTER TABLE "public"."Account" DROP COLUMN "id";
--   ALTER TABLE "public"."account" DROP COLUMN "b";
=== postgres/identity-always-to-by-default
ALTER TABLE "public"."t" ALTER COLUMN "id" SET GENERATED BY DEFAULT;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "id" SET GENERATED ALWAYS;
=== postgres/identity-becomes-plain
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP IDENTITY;
-- medium column.default.drop column public.t.id
-- medium identity.drop column public.t.id
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY;
--   SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'id')::regclass, last) FROM (SELECT max("id")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
=== postgres/identity-column-added-to-rows
ALTER TABLE "public"."t" ADD COLUMN "id" bigint GENERATED ALWAYS AS IDENTITY (INCREMENT BY 10 START WITH 100) NOT NULL;
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("id");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
-- medium table.rewrite column public.t.id
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
--   ALTER TABLE "public"."t" DROP COLUMN "id";
=== postgres/identity-nothing-to-do
nothing to do
=== postgres/identity-options
CREATE TABLE "public"."t" (
  "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  "a" integer GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 10 MINVALUE 100 MAXVALUE 9000 CYCLE) NOT NULL,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
-- undo R2
--   DROP TABLE "public"."t";
=== postgres/index-changes-of-every-kind
CREATE INDEX CONCURRENTLY "driftless_0f9fa6dc" ON "public"."t" USING "hash" ("a");
-- committed
DROP INDEX "public"."i1";
ALTER INDEX "public"."driftless_0f9fa6dc" RENAME TO "i1";
-- committed
CREATE INDEX CONCURRENTLY "driftless_129fab95" ON "public"."t" USING btree ("a") WHERE (n > 1);
-- committed
DROP INDEX "public"."i2";
ALTER INDEX "public"."driftless_129fab95" RENAME TO "i2";
-- committed
CREATE INDEX CONCURRENTLY "driftless_119faa02" ON "public"."t" USING btree ("a") INCLUDE (n);
-- committed
DROP INDEX "public"."i3";
ALTER INDEX "public"."driftless_119faa02" RENAME TO "i3";
-- committed
CREATE INDEX CONCURRENTLY "driftless_0c9fa223" ON "public"."t" USING "gin" ("j" jsonb_path_ops);
-- committed
DROP INDEX "public"."i4";
ALTER INDEX "public"."driftless_0c9fa223" RENAME TO "i4";
-- committed
CREATE INDEX CONCURRENTLY "driftless_0b9fa090" ON "public"."t" USING btree ("b" COLLATE pg_catalog."C" text_pattern_ops);
-- committed
DROP INDEX "public"."i5";
ALTER INDEX "public"."driftless_0b9fa090" RENAME TO "i5";
-- low steps.committed_singly table public.t
-- undo R0
--   CREATE INDEX CONCURRENTLY "driftless_0f9fa6dc" ON "public"."t" USING btree ("a");
--   DROP INDEX "public"."i1";
--   ALTER INDEX "public"."driftless_0f9fa6dc" RENAME TO "i1";
--   CREATE INDEX CONCURRENTLY "driftless_129fab95" ON "public"."t" USING btree ("a") WHERE (n > 0);
--   DROP INDEX "public"."i2";
--   ALTER INDEX "public"."driftless_129fab95" RENAME TO "i2";
--   CREATE INDEX CONCURRENTLY "driftless_119faa02" ON "public"."t" USING btree ("a") INCLUDE (b);
--   DROP INDEX "public"."i3";
--   ALTER INDEX "public"."driftless_119faa02" RENAME TO "i3";
--   CREATE INDEX CONCURRENTLY "driftless_0c9fa223" ON "public"."t" USING "gin" ("j");
--   DROP INDEX "public"."i4";
--   ALTER INDEX "public"."driftless_0c9fa223" RENAME TO "i4";
--   CREATE INDEX CONCURRENTLY "driftless_0b9fa090" ON "public"."t" USING btree ("b");
--   DROP INDEX "public"."i5";
--   ALTER INDEX "public"."driftless_0b9fa090" RENAME TO "i5";
=== postgres/index-expression
CREATE UNIQUE INDEX CONCURRENTLY "t_email" ON "public"."t" USING btree ((lower((email)::text)));
-- committed
CREATE INDEX CONCURRENTLY "t_k" ON "public"."t" USING btree ((((data ->> 'k'::text))), "id" DESC);
-- low steps.committed_singly table public.t
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."t_email";
--   DROP INDEX CONCURRENTLY "public"."t_k";
=== postgres/index-expressions-spelt-otherwise
nothing to do
=== postgres/index-include
DROP INDEX "public"."t_a";
CREATE INDEX "t_a" ON "public"."t" USING btree ("a") INCLUDE (b);
-- info index.create.blocking index public.t.t_a
-- info index.drop.blocking index public.t.t_a
-- undo R0
--   DROP INDEX "public"."t_a";
--   CREATE INDEX "t_a" ON "public"."t" USING btree ("a");
=== postgres/index-method-changed
CREATE INDEX CONCURRENTLY "driftless_3b6790d8" ON "public"."t" USING "hash" ("k");
-- committed
DROP INDEX "public"."t_k";
ALTER INDEX "public"."driftless_3b6790d8" RENAME TO "t_k";
-- low steps.committed_singly table public.t
-- undo R0
--   CREATE INDEX CONCURRENTLY "driftless_3b6790d8" ON "public"."t" USING btree ("k");
--   DROP INDEX "public"."t_k";
--   ALTER INDEX "public"."driftless_3b6790d8" RENAME TO "t_k";
=== postgres/index-methods
CREATE TABLE "public"."t" (
  "id" integer NOT NULL,
  "k" text,
  "doc" jsonb,
  "tags" text[],
  "words" tsvector,
  "span" int4range,
  "at" timestamp with time zone,
  "pos" point,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "t_brin" ON "public"."t" USING "brin" ("at") WITH (pages_per_range=32);
CREATE INDEX "t_gin" ON "public"."t" USING "gin" ("doc");
CREATE INDEX "t_gin_path" ON "public"."t" USING "gin" ("doc" jsonb_path_ops) WITH (fastupdate=off);
CREATE INDEX "t_gist" ON "public"."t" USING "gist" ("span");
CREATE INDEX "t_hash" ON "public"."t" USING "hash" ("k");
CREATE INDEX "t_sp" ON "public"."t" USING "spgist" ("pos");
CREATE INDEX "t_tags" ON "public"."t" USING "gin" ("tags");
CREATE INDEX "t_words" ON "public"."t" USING "gin" ("words");
-- undo R2
--   DROP TABLE "public"."t";
=== postgres/index-nulls-order
nothing to do
=== postgres/index-nulls-order-changed
DROP INDEX "public"."t_a";
CREATE INDEX "t_a" ON "public"."t" USING btree ("a" DESC NULLS LAST);
-- info index.create.blocking index public.t.t_a
-- info index.drop.blocking index public.t.t_a
-- undo R0
--   DROP INDEX "public"."t_a";
--   CREATE INDEX "t_a" ON "public"."t" USING btree ("a" DESC);
=== postgres/index-on-expression-of-dropped-column
DROP INDEX CONCURRENTLY "public"."t_v";
-- committed
DROP INDEX CONCURRENTLY "public"."t_name";
-- committed
ALTER TABLE "public"."t" DROP COLUMN "hidden";
-- committed
CREATE INDEX CONCURRENTLY "t_name" ON "public"."t" USING btree ((lower(name)));
-- critical column.drop column public.t.hidden
-- medium index.drop index public.t.t_v
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "hidden" boolean DEFAULT false;
--   CREATE INDEX CONCURRENTLY "driftless_7aae47e8" ON "public"."t" USING btree ((lower(name))) WHERE (NOT hidden);
--   DROP INDEX "public"."t_name";
--   ALTER INDEX "public"."driftless_7aae47e8" RENAME TO "t_name";
--   CREATE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v") WHERE hidden;
=== postgres/index-on-many-rows
CREATE INDEX CONCURRENTLY "t_a" ON "public"."t" USING btree ("a", "b");
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."t_a";
=== postgres/index-opclass-and-collation
DROP INDEX "public"."t_k";
CREATE INDEX "t_k" ON "public"."t" USING btree ("k" text_pattern_ops);
CREATE INDEX "t_v" ON "public"."t" USING btree ("v" COLLATE pg_catalog."C" varchar_pattern_ops DESC);
-- info index.create.blocking index public.t.t_k
-- info index.drop.blocking index public.t.t_k
-- info index.create.blocking index public.t.t_v
-- undo R0
--   DROP INDEX "public"."t_v";
--   DROP INDEX "public"."t_k";
--   CREATE INDEX "t_k" ON "public"."t" USING btree ("k");
=== postgres/index-partial
CREATE INDEX "job_open" ON "public"."job" USING btree ("due") WHERE ((state = ANY (ARRAY['new'::text, 'retry'::text])) AND (due IS NOT NULL));
-- info index.create.blocking index public.job.job_open
-- undo R0
--   DROP INDEX "public"."job_open";
=== postgres/index-predicate-changed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_b0bfa821" ON "public"."t" USING btree ("email") WHERE ((gone IS FALSE) AND (email IS NOT NULL));
-- committed
DROP INDEX "public"."t_email";
ALTER INDEX "public"."driftless_b0bfa821" RENAME TO "t_email";
-- low steps.committed_singly table public.t
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_b0bfa821" ON "public"."t" USING btree ("email") WHERE (NOT gone);
--   DROP INDEX "public"."t_email";
--   ALTER INDEX "public"."driftless_b0bfa821" RENAME TO "t_email";
=== postgres/index-storage-parameter
ALTER INDEX "public"."t_a" SET (fillfactor=70);
-- undo R0
--   ALTER INDEX "public"."t_a" RESET (fillfactor);
=== postgres/index-under-a-reference-replaced
ALTER TABLE "public"."c" DROP CONSTRAINT "c_code";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_ad71ccba" ON "public"."p" USING btree ("code") INCLUDE (id);
-- committed
ALTER TABLE "public"."p" DROP CONSTRAINT "p_code", ADD CONSTRAINT "p_code" UNIQUE USING INDEX "driftless_ad71ccba";
-- committed
ALTER TABLE "public"."c" ADD CONSTRAINT "c_code" FOREIGN KEY ("code") REFERENCES "public"."p" ("code") ON UPDATE CASCADE NOT VALID;
-- committed
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_code";
-- low steps.committed_singly table public.p
-- low unique.add unique public.p.p_code
-- advice style.nullable_unique unique public.p.p_code
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_code";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_ad71ccba" ON "public"."p" USING btree ("code");
--   ALTER TABLE "public"."p" DROP CONSTRAINT "p_code", ADD CONSTRAINT "p_code" UNIQUE USING INDEX "driftless_ad71ccba";
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_code" FOREIGN KEY ("code") REFERENCES "public"."p" ("code") ON UPDATE CASCADE NOT VALID;
--   ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_code";
=== postgres/index-unnamed
nothing to do
=== postgres/inheritance-bystander
ALTER TABLE "public"."other" ADD COLUMN "v" integer;
-- info plans.cached table public.other
-- undo R2
--   ALTER TABLE "public"."other" DROP COLUMN "v";
=== postgres/int-to-text
ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text;
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT '7'::text;
-- critical column.recast column public.t.a
-- medium table.rewrite column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer USING "a"::integer;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT 7;
=== postgres/json-to-jsonb
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE jsonb;
-- critical column.narrow column public.t.a
-- medium table.rewrite column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE json;
=== postgres/key-storage-parameter
nothing to do
=== postgres/names-of-schemas-inside-texts
ALTER TABLE "app"."t" ADD COLUMN "d" text DEFAULT 'pg_temp.t'::text;
-- info plans.cached table app.t
-- undo R2
--   ALTER TABLE "app"."t" DROP COLUMN "d";
=== postgres/not-enforced-unsaid-on-older
refused InvalidSchema: desired
=== postgres/not-null-with-check-first
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_200c839d" CHECK ("a" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_200c839d";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_200c839d";
-- low column.not_null column public.t.a
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
=== postgres/not-valid-key-is-validated
ALTER TABLE "public"."c" VALIDATE CONSTRAINT "c_p";
-- low foreign_key.add foreign key public.c.c_p
-- low foreign_key.parent foreign key public.c.c_p
-- advice style.foreign_key_index foreign key public.c.c_p
-- undo R0
--   ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") NOT VALID;
=== postgres/now-is-not-current-timestamp
ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT CURRENT_TIMESTAMP;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "a" SET DEFAULT now();
=== postgres/numeric-scale-and-unconstrained
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE numeric(10,2);
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE numeric;
ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE numeric(12,2);
ALTER TABLE "public"."t" ALTER COLUMN "d" TYPE numeric(6,3);
-- critical column.narrow column public.t.a
-- medium table.rewrite column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- low column.type column public.t.c
-- low statistics.lost column public.t.c
-- low column.type column public.t.d
-- low statistics.lost column public.t.d
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE numeric;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE numeric(10,0);
--   ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE numeric(10,2);
--   ALTER TABLE "public"."t" ALTER COLUMN "d" TYPE numeric(5,3);
=== postgres/numeric-to-unconstrained
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE numeric;
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE numeric(10,2);
=== postgres/operator-class-parameter-changed
CREATE INDEX CONCURRENTLY "driftless_cce9d4d8" ON "public"."doc" USING "gist" ("words" tsvector_ops (siglen=200));
-- committed
DROP INDEX "public"."doc_words";
ALTER INDEX "public"."driftless_cce9d4d8" RENAME TO "doc_words";
-- low steps.committed_singly table public.doc
-- undo R0
--   CREATE INDEX CONCURRENTLY "driftless_cce9d4d8" ON "public"."doc" USING "gist" ("words" tsvector_ops (siglen=100));
--   DROP INDEX "public"."doc_words";
--   ALTER INDEX "public"."driftless_cce9d4d8" RENAME TO "doc_words";
=== postgres/partitioned-table-bystander
ALTER TABLE "public"."other" ADD COLUMN "v" integer;
-- info plans.cached table public.other
-- undo R2
--   ALTER TABLE "public"."other" DROP COLUMN "v";
=== postgres/partitioned-table-undeclared
ALTER TABLE "public"."other" ADD COLUMN "v" integer;
-- info plans.cached table public.other
-- undo R2
--   ALTER TABLE "public"."other" DROP COLUMN "v";
=== postgres/plain-becomes-identity
ALTER TABLE "public"."t" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'id')::regclass, last) FROM (SELECT max("id")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
-- medium identity.add column public.t.id
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "id" DROP IDENTITY;
=== postgres/plain-column-becomes-generated
refused Unsupported: column public.t.twice
=== postgres/policy-under-a-type-change
refused InvalidSchema: desired
=== postgres/primary-key-include
CREATE TABLE "public"."t" (
  "id" integer NOT NULL,
  "a" integer,
  CONSTRAINT "t_pk" PRIMARY KEY ("id") INCLUDE (a)
);
-- undo R2
--   DROP TABLE "public"."t";
=== postgres/primary-key-named
ALTER TABLE "public"."t" RENAME CONSTRAINT "t_pkey" TO "t_key";
-- undo R0
=== postgres/prisma-migration-as-declaration
CREATE TABLE "public"."Post" (
  "id" serial NOT NULL,
  "authorId" text NOT NULL,
  CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."User" ADD COLUMN "createdAt" timestamp(3) without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL;
ALTER TABLE "public"."User" ADD COLUMN "roles" text[] DEFAULT ARRAY['USER'::text];
ALTER TABLE "public"."Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "public"."User" ("id") ON UPDATE CASCADE ON DELETE RESTRICT;
-- low foreign_key.parent foreign key public.Post.Post_authorId_fkey
-- info plans.cached table public.User
-- advice style.mixed_case column public.Post.authorId
-- advice style.serial column public.Post.id
-- advice style.mixed_case column public.User.createdAt
-- advice style.timestamp column public.User.createdAt
-- advice style.foreign_key_index foreign key public.Post.Post_authorId_fkey
-- advice style.mixed_case table public.Post
-- undo R2
--   ALTER TABLE "public"."Post" DROP CONSTRAINT "Post_authorId_fkey";
--   DROP TABLE "public"."Post";
--   ALTER TABLE "public"."User" DROP COLUMN "createdAt";
--   ALTER TABLE "public"."User" DROP COLUMN "roles";
=== postgres/prune-owned-in-schemas
ALTER TABLE "app"."mine" ADD COLUMN "v" integer;
-- info plans.cached table app.mine
-- undo R2
--   ALTER TABLE "app"."mine" DROP COLUMN "v";
=== postgres/public-spelt-out
nothing to do
=== postgres/publication-bystander
ALTER TABLE "public"."t" ADD COLUMN "b" text;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "b";
=== postgres/rails-structure-as-declaration
CREATE TABLE "public"."posts" (
  "id" bigserial NOT NULL,
  "title" character varying,
  "body" text,
  "published" boolean DEFAULT false,
  "tags" character varying[] DEFAULT '{}'::character varying[],
  "settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
  "created_at" timestamp(6) without time zone NOT NULL,
  CONSTRAINT "posts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "index_posts_on_lower_title" ON "public"."posts" USING btree ((lower((title)::text))) WHERE (published IS TRUE);
CREATE INDEX "index_posts_on_tags" ON "public"."posts" USING "gin" ("tags");
-- advice style.timestamp column public.posts.created_at
-- advice style.serial column public.posts.id
-- undo R2
--   DROP TABLE "public"."posts";
=== postgres/rare-types-created
CREATE TABLE "public"."t" (
  "id" integer NOT NULL,
  "a" inet DEFAULT '127.0.0.1'::inet,
  "b" cidr,
  "c" macaddr,
  "d" macaddr8,
  "e" point,
  "f" box,
  "g" polygon,
  "h" circle,
  "i" int4range DEFAULT '[1,2)'::int4range,
  "j" tstzrange,
  "k" nummultirange,
  "l" tsvector,
  "m" tsquery,
  "n" money DEFAULT 0,
  "o" xml,
  "p" uuid DEFAULT gen_random_uuid(),
  "q" bit(8) DEFAULT '00000001'::"bit",
  "r" interval DEFAULT '1 day'::interval,
  "s" interval day to second(3),
  "t" interval year to month,
  "u" oid,
  "v" regclass,
  "w" pg_lsn,
  "x" jsonpath,
  "y" bytea DEFAULT '\x00ff'::bytea,
  "z" numeric(1000,500),
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
-- undo R2
--   DROP TABLE "public"."t";
=== postgres/rename-under-a-view
ALTER TABLE "public"."t" RENAME COLUMN "old_name" TO "new_name";
-- critical column.rename column public.t.new_name
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" RENAME COLUMN "new_name" TO "old_name";
=== postgres/rename-with-serial-and-index
ALTER TABLE "public"."person" RENAME TO "customer";
ALTER TABLE "public"."customer" RENAME COLUMN "id" TO "customer_id";
-- critical column.rename column public.customer.customer_id
-- critical table.rename table public.customer
-- info plans.cached table public.customer
-- undo R0
--   ALTER TABLE "public"."customer" RENAME TO "person";
--   ALTER TABLE "public"."person" RENAME COLUMN "customer_id" TO "id";
=== postgres/replaced-unique-under-foreign-key
ALTER TABLE "public"."p" RENAME CONSTRAINT "p_code_old" TO "p_code_new";
-- undo R0
--   ALTER TABLE "public"."p" RENAME CONSTRAINT "p_code_new" TO "p_code_old";
=== postgres/replica-identity-full
ALTER TABLE "public"."t" REPLICA IDENTITY FULL;
-- medium replica_identity.change table public.t
-- undo R0
--   ALTER TABLE "public"."t" REPLICA IDENTITY DEFAULT;
=== postgres/replica-identity-index
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE bigint;
-- medium table.rewrite column public.t.v
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE integer;
=== postgres/row-security-and-policies-bystander
ALTER TABLE "public"."account" ADD COLUMN "note" text;
-- info plans.cached table public.account
-- undo R2
--   ALTER TABLE "public"."account" DROP COLUMN "note";
=== postgres/rule-bystander
ALTER TABLE "public"."t" ADD COLUMN "b" integer;
ALTER TABLE "public"."t_log" ADD COLUMN "b" integer;
-- medium locks.several table public.t
-- info plans.cached table public.t
-- info plans.cached table public.t_log
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "b";
--   ALTER TABLE "public"."t_log" DROP COLUMN "b";
=== postgres/schema-created-with-tables
CREATE SCHEMA "Audit Log";
CREATE TABLE "Audit Log"."detail" (
  "entry_id" bigint NOT NULL,
  "line" text
);
CREATE TABLE "Audit Log"."entry" (
  "id" bigserial NOT NULL,
  "at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "Audit Log"."detail" ADD CONSTRAINT "detail_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "Audit Log"."entry" ("id");
-- advice style.serial column Audit Log.entry.id
-- advice style.foreign_key_index foreign key Audit Log.detail.detail_entry_id_fkey
-- advice style.primary_key table Audit Log.detail
-- undo R2
--   ALTER TABLE "Audit Log"."detail" DROP CONSTRAINT "detail_entry_id_fkey";
--   DROP TABLE "Audit Log"."detail";
--   DROP TABLE "Audit Log"."entry";
--   DROP SCHEMA "Audit Log";
=== postgres/schema-with-odd-name
CREATE SCHEMA "My ""Schema""";
CREATE TABLE "My ""Schema"""."T" (
  "id" serial NOT NULL,
  "V" integer,
  CONSTRAINT "T_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "T_V_check" CHECK (("V" > 0))
);
CREATE INDEX "I" ON "My ""Schema"""."T" USING btree ("V");
-- advice style.mixed_case column My "Schema".T.V
-- advice style.serial column My "Schema".T.id
-- advice style.mixed_case index My "Schema".T.I
-- advice style.mixed_case table My "Schema".T
-- undo R2
--   DROP TABLE "My ""Schema"""."T";
--   DROP SCHEMA "My ""Schema""";
=== postgres/sequence-owned-later
nothing to do
=== postgres/serial-becomes-bigserial
ALTER TABLE "public"."c" ALTER COLUMN "t_id" TYPE bigint;
ALTER TABLE "public"."t" ALTER COLUMN "id" TYPE bigint;
DO 'BEGIN EXECUTE pg_catalog.format(''ALTER SEQUENCE %s AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''id'')); END';
-- medium table.rewrite column public.c.t_id
-- medium table.rewrite column public.t.id
-- medium locks.several table public.c
-- low column.type column public.c.t_id
-- low statistics.lost column public.c.t_id
-- low column.type column public.t.id
-- low statistics.lost column public.t.id
-- info plans.cached table public.c
-- info plans.cached table public.t
-- advice style.serial column public.t.id
-- undo R2
--   ALTER TABLE "public"."c" ALTER COLUMN "t_id" TYPE integer;
--   ALTER TABLE "public"."t" ALTER COLUMN "id" TYPE integer;
--   DO 'BEGIN EXECUTE pg_catalog.format(''ALTER SEQUENCE %s AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''id'')); END';
=== postgres/serial-becomes-identity
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
DO 'BEGIN EXECUTE pg_catalog.format(''DROP SEQUENCE %s'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''id'')); END';
ALTER TABLE "public"."t" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'id')::regclass, last) FROM (SELECT max("id")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "id" DROP IDENTITY;
--   CREATE SEQUENCE "public"."t_id_seq" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE OWNED BY "public"."t"."id";
--   ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT nextval('"public"."t_id_seq"'::regclass);
--   SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'id')::regclass, last) FROM (SELECT max("id")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
=== postgres/serial-becomes-plain
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP DEFAULT;
DO 'BEGIN EXECUTE pg_catalog.format(''DROP SEQUENCE %s'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''id'')); END';
-- medium column.default.drop column public.t.id
-- medium identity.drop column public.t.id
-- undo R0
--   CREATE SEQUENCE "public"."t_id_seq" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE OWNED BY "public"."t"."id";
--   ALTER TABLE "public"."t" ALTER COLUMN "id" SET DEFAULT nextval('"public"."t_id_seq"'::regclass);
--   SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'id')::regclass, last) FROM (SELECT max("id")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
=== postgres/serial-column-added-to-rows
ALTER TABLE "public"."t" ADD COLUMN "id" serial NOT NULL;
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_2e2763c0" ON "public"."t" USING btree ("id");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_pkey" PRIMARY KEY USING INDEX "driftless_2e2763c0";
-- medium table.rewrite column public.t.id
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- advice style.serial column public.t.id
-- undo R2
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pkey";
--   ALTER TABLE "public"."t" DROP COLUMN "id";
=== postgres/serial-created
CREATE TABLE "public"."t" (
  "id" bigserial NOT NULL,
  "n" serial NOT NULL,
  "a" text,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
-- advice style.serial column public.t.id
-- advice style.serial column public.t.n
-- undo R2
--   DROP TABLE "public"."t";
=== postgres/serial-nothing-to-do
nothing to do
=== postgres/storage-parameters-change
ALTER TABLE "public"."t" SET (autovacuum_enabled=false, fillfactor=80, parallel_workers=2);
ALTER TABLE "public"."t" RESET (autovacuum_vacuum_scale_factor);
-- undo R0
--   ALTER TABLE "public"."t" SET (autovacuum_vacuum_scale_factor=0.1, fillfactor=70);
--   ALTER TABLE "public"."t" RESET (autovacuum_enabled, parallel_workers);
=== postgres/table-drop-under-a-view
refused Unsupported: table public.t
=== postgres/table-of-a-schema-dropped
DROP TABLE "old"."t";
-- critical table.drop table old.t
-- undo R1
--   CREATE TABLE "old"."t" (
--     "id" integer NOT NULL,
--     CONSTRAINT "t_pkey" PRIMARY KEY ("id")
--   );
=== postgres/table-storage-parameters
ALTER TABLE "public"."t" SET (fillfactor=90);
-- undo R0
--   ALTER TABLE "public"."t" SET (fillfactor=80);
=== postgres/table-with-serial-dropped
DROP TABLE "public"."t";
-- critical table.drop table public.t
-- undo R1
--   CREATE TABLE "public"."t" (
--     "id" serial NOT NULL,
--     "a" text,
--     CONSTRAINT "t_pkey" PRIMARY KEY ("id")
--   );
=== postgres/text-becomes-enum
ALTER TABLE "public"."ticket" ALTER COLUMN "s" TYPE public.state USING "s"::public.state;
-- critical column.recast column public.ticket.s
-- medium table.rewrite column public.ticket.s
-- low statistics.lost column public.ticket.s
-- info plans.cached table public.ticket
-- undo R1
--   ALTER TABLE "public"."ticket" ALTER COLUMN "s" TYPE text;
=== postgres/text-to-integer
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer USING "a"::integer;
-- critical column.recast column public.t.a
-- medium table.rewrite column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text;
=== postgres/text-to-typed-values
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE date USING "a"::date;
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE numeric(5,2) USING "b"::numeric(5,2);
ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE uuid USING "c"::uuid;
ALTER TABLE "public"."t" ALTER COLUMN "d" TYPE jsonb USING "d"::jsonb;
ALTER TABLE "public"."t" ALTER COLUMN "e" TYPE inet USING "e"::inet;
-- critical column.recast column public.t.a
-- critical column.recast column public.t.b
-- critical column.recast column public.t.c
-- critical column.recast column public.t.d
-- critical column.recast column public.t.e
-- medium table.rewrite column public.t.a
-- medium table.rewrite column public.t.b
-- medium table.rewrite column public.t.c
-- medium table.rewrite column public.t.d
-- medium table.rewrite column public.t.e
-- low statistics.lost column public.t.a
-- low statistics.lost column public.t.b
-- low statistics.lost column public.t.c
-- low statistics.lost column public.t.d
-- low statistics.lost column public.t.e
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE text;
--   ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE text;
--   ALTER TABLE "public"."t" ALTER COLUMN "d" TYPE text;
--   ALTER TABLE "public"."t" ALTER COLUMN "e" TYPE text;
=== postgres/text-to-varchar-fits
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE character varying(5);
-- medium table.rewrite column public.t.a
-- low column.narrow column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text;
=== postgres/three-schemas-cross-references
ALTER TABLE "stock"."item" DROP CONSTRAINT "item_sales_id_fkey";
CREATE TABLE "public"."item" (
  "id" integer NOT NULL,
  "stock_id" integer,
  CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);
-- committed
ALTER TABLE "sales"."item" ADD COLUMN "v" text;
-- committed
ALTER TABLE "stock"."item" ADD COLUMN "n" integer;
ALTER TABLE "stock"."item" ADD CONSTRAINT "item_n_check" CHECK ((n > 0)) NOT VALID;
-- committed
ALTER TABLE "stock"."item" VALIDATE CONSTRAINT "item_n_check";
-- committed
CREATE INDEX CONCURRENTLY "item_n" ON "sales"."item" USING btree ("n");
-- committed
CREATE INDEX CONCURRENTLY "item_n" ON "stock"."item" USING btree ("n");
-- committed
ALTER TABLE "public"."item" ADD CONSTRAINT "item_stock_id_fkey" FOREIGN KEY ("stock_id") REFERENCES "stock"."item" ("id");
-- committed
ALTER TABLE "stock"."item" ADD CONSTRAINT "item_sales_id_fkey" FOREIGN KEY ("sales_id") REFERENCES "sales"."item" ("id") ON DELETE CASCADE NOT VALID;
-- committed
ALTER TABLE "stock"."item" VALIDATE CONSTRAINT "item_sales_id_fkey";
-- high check.add check stock.item.item_n_check
-- high foreign_key.drop foreign key stock.item.item_sales_id_fkey
-- low foreign_key.parent foreign key public.item.item_stock_id_fkey
-- low foreign_key.add foreign key stock.item.item_sales_id_fkey
-- low foreign_key.parent foreign key stock.item.item_sales_id_fkey
-- low steps.committed_singly table public.item
-- info plans.cached table sales.item
-- info plans.cached table stock.item
-- advice style.foreign_key_index foreign key public.item.item_stock_id_fkey
-- advice style.foreign_key_index foreign key stock.item.item_sales_id_fkey
-- undo R2
--   ALTER TABLE "stock"."item" DROP CONSTRAINT "item_sales_id_fkey";
--   ALTER TABLE "public"."item" DROP CONSTRAINT "item_stock_id_fkey";
--   DROP INDEX CONCURRENTLY "sales"."item_n";
--   ALTER TABLE "stock"."item" DROP CONSTRAINT "item_n_check";
--   DROP INDEX CONCURRENTLY "stock"."item_n";
--   DROP TABLE "public"."item";
--   ALTER TABLE "sales"."item" DROP COLUMN "v";
--   ALTER TABLE "stock"."item" DROP COLUMN "n";
--   ALTER TABLE "stock"."item" ADD CONSTRAINT "item_sales_id_fkey" FOREIGN KEY ("sales_id") REFERENCES "sales"."item" ("id") NOT VALID;
--   ALTER TABLE "stock"."item" VALIDATE CONSTRAINT "item_sales_id_fkey";
=== postgres/time-types-change
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE timestamp(6) without time zone;
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE timestamp with time zone;
ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE time(3) without time zone;
ALTER TABLE "public"."t" ALTER COLUMN "d" TYPE interval(0);
ALTER TABLE "public"."t" ALTER COLUMN "e" TYPE timestamp with time zone;
-- critical column.narrow column public.t.c
-- critical column.narrow column public.t.d
-- critical column.recast column public.t.e
-- medium table.rewrite column public.t.c
-- medium table.rewrite column public.t.d
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- low statistics.lost column public.t.c
-- low statistics.lost column public.t.d
-- low statistics.lost column public.t.e
-- info plans.cached table public.t
-- advice style.timestamp column public.t.a
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE timestamp(0) without time zone;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE timestamp(3) with time zone;
--   ALTER TABLE "public"."t" ALTER COLUMN "c" TYPE time without time zone;
--   ALTER TABLE "public"."t" ALTER COLUMN "d" TYPE interval;
--   ALTER TABLE "public"."t" ALTER COLUMN "e" TYPE timestamp without time zone;
=== postgres/time-zone-expressions
nothing to do
=== postgres/timestamp-precision
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE timestamp(6) without time zone;
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- advice style.timestamp column public.t.a
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE timestamp(3) without time zone;
=== postgres/timestamp-to-timestamptz
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE timestamp with time zone;
-- critical column.recast column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE timestamp without time zone;
=== postgres/timestamps-gain-a-zone-under-keys
ALTER TABLE "public"."t" ALTER COLUMN "at" TYPE timestamp with time zone;
ALTER TABLE "public"."u" ALTER COLUMN "at" TYPE timestamp with time zone;
ALTER TABLE "public"."x" ALTER COLUMN "at" TYPE timestamp with time zone;
ALTER TABLE "public"."x" ALTER COLUMN "v" TYPE character varying(20);
-- critical column.recast column public.t.at
-- critical column.recast column public.u.at
-- critical column.recast column public.x.at
-- medium locks.several table public.t
-- low statistics.lost column public.t.at
-- low statistics.lost column public.u.at
-- low statistics.lost column public.x.at
-- low column.type column public.x.v
-- low statistics.lost column public.x.v
-- info index.create.blocking column public.t.at
-- info index.create.blocking column public.u.at
-- info index.create.blocking column public.x.at
-- info index.create.blocking column public.x.v
-- info plans.cached table public.t
-- info plans.cached table public.u
-- info plans.cached table public.x
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "at" TYPE timestamp without time zone;
--   ALTER TABLE "public"."u" ALTER COLUMN "at" TYPE timestamp without time zone;
--   ALTER TABLE "public"."x" ALTER COLUMN "at" TYPE timestamp without time zone;
--   ALTER TABLE "public"."x" ALTER COLUMN "v" TYPE character varying(10);
=== postgres/toast-and-temporary-objects-ignored
nothing to do
=== postgres/triggers-bystanders
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_200c839d" CHECK ("a" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_200c839d";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_200c839d";
ALTER TABLE "public"."t" ADD COLUMN "b" integer;
-- low column.not_null column public.t.a
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "b";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
=== postgres/two-schemas
ALTER TABLE "public"."t" ADD COLUMN "b" integer;
-- committed
ALTER TABLE "sales"."t" ADD COLUMN "public_id" integer;
-- committed
CREATE INDEX CONCURRENTLY "t_a" ON "sales"."t" USING btree ("a");
-- committed
ALTER TABLE "sales"."t" ADD CONSTRAINT "t_public" FOREIGN KEY ("public_id") REFERENCES "public"."t" ("id") NOT VALID;
-- committed
ALTER TABLE "sales"."t" VALIDATE CONSTRAINT "t_public";
-- low foreign_key.add foreign key sales.t.t_public
-- low foreign_key.parent foreign key sales.t.t_public
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- info plans.cached table sales.t
-- advice style.foreign_key_index foreign key sales.t.t_public
-- undo R2
--   ALTER TABLE "sales"."t" DROP CONSTRAINT "t_public";
--   DROP INDEX CONCURRENTLY "sales"."t_a";
--   ALTER TABLE "public"."t" DROP COLUMN "b";
--   ALTER TABLE "sales"."t" DROP COLUMN "public_id";
=== postgres/two-serials-of-one-table
ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT;
DO 'BEGIN EXECUTE pg_catalog.format(''DROP SEQUENCE %s'', pg_catalog.pg_get_serial_sequence(''"public"."t"'', ''b'')); END';
-- medium column.default.drop column public.t.b
-- medium identity.drop column public.t.b
-- undo R0
--   CREATE SEQUENCE "public"."t_b_seq" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE OWNED BY "public"."t"."b";
--   ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT nextval('"public"."t_b_seq"'::regclass);
--   SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'b')::regclass, last) FROM (SELECT max("b")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 9223372036854775807;
=== postgres/type-aliases
nothing to do
=== postgres/type-widened-under-checks-and-indexes
ALTER TABLE "public"."expr" ALTER COLUMN "a" TYPE character varying(40);
ALTER TABLE "public"."later" ALTER COLUMN "a" TYPE character varying(40);
ALTER TABLE "public"."n" ALTER COLUMN "a" TYPE numeric(10,2);
ALTER TABLE "public"."part" ALTER COLUMN "a" TYPE character varying(40);
ALTER TABLE "public"."plain" ALTER COLUMN "a" TYPE character varying(40);
ALTER TABLE "public"."v" ALTER COLUMN "a" TYPE character varying(40);
-- medium locks.several table public.expr
-- low column.type column public.expr.a
-- low statistics.lost column public.expr.a
-- low column.type column public.later.a
-- low statistics.lost column public.later.a
-- low column.type column public.n.a
-- low statistics.lost column public.n.a
-- low column.type column public.part.a
-- low statistics.lost column public.part.a
-- low column.type column public.plain.a
-- low statistics.lost column public.plain.a
-- low column.type column public.v.a
-- low statistics.lost column public.v.a
-- info index.create.blocking column public.expr.a
-- info constraint.scan column public.n.a
-- info index.create.blocking column public.part.a
-- info constraint.scan column public.v.a
-- info plans.cached table public.expr
-- info plans.cached table public.later
-- info plans.cached table public.n
-- info plans.cached table public.part
-- info plans.cached table public.plain
-- info plans.cached table public.v
-- undo R2
--   ALTER TABLE "public"."expr" ALTER COLUMN "a" TYPE character varying(20);
--   ALTER TABLE "public"."later" ALTER COLUMN "a" TYPE character varying(20);
--   ALTER TABLE "public"."n" ALTER COLUMN "a" TYPE numeric(8,2);
--   ALTER TABLE "public"."part" ALTER COLUMN "a" TYPE character varying(20);
--   ALTER TABLE "public"."plain" ALTER COLUMN "a" TYPE character varying(20);
--   ALTER TABLE "public"."v" ALTER COLUMN "a" TYPE character varying(20);
=== postgres/typed-table-bystander
ALTER TABLE "public"."other" ADD COLUMN "v" integer;
-- info plans.cached table public.other
-- undo R2
--   ALTER TABLE "public"."other" DROP COLUMN "v";
=== postgres/unique-constraint-to-index
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "t_a" ON "public"."t" USING btree ("a");
-- medium constraint.drop unique public.t.t_a
-- low unique.add index public.t.t_a
-- low steps.committed_singly table public.t
-- advice style.nullable_unique index public.t.t_a
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."t_a";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_a" UNIQUE USING INDEX "driftless_35678766";
=== postgres/unique-deferrable
CREATE UNIQUE INDEX CONCURRENTLY "driftless_fb630253" ON "public"."t" USING btree ("pos");
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_pos", ADD CONSTRAINT "t_pos" UNIQUE USING INDEX "driftless_fb630253" DEFERRABLE INITIALLY DEFERRED;
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_pos
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_fb630253" ON "public"."t" USING btree ("pos");
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_pos", ADD CONSTRAINT "t_pos" UNIQUE USING INDEX "driftless_fb630253";
=== postgres/unique-nulls-changes
CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a") NULLS NOT DISTINCT;
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a", ADD CONSTRAINT "t_a" UNIQUE USING INDEX "driftless_35678766";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_346785d3" ON "public"."t" USING btree ("b") NULLS NOT DISTINCT;
-- committed
DROP INDEX "public"."t_b";
ALTER INDEX "public"."driftless_346785d3" RENAME TO "t_b";
-- low unique.add index public.t.t_b
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_a
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_a", ADD CONSTRAINT "t_a" UNIQUE USING INDEX "driftless_35678766";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_346785d3" ON "public"."t" USING btree ("b");
--   DROP INDEX "public"."t_b";
--   ALTER INDEX "public"."driftless_346785d3" RENAME TO "t_b";
=== postgres/unique-nulls-not-distinct
CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a") NULLS NOT DISTINCT;
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_a", ADD CONSTRAINT "t_a" UNIQUE USING INDEX "driftless_35678766";
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_a
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_35678766" ON "public"."t" USING btree ("a");
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_a", ADD CONSTRAINT "t_a" UNIQUE USING INDEX "driftless_35678766";
=== postgres/unlogged-becomes-logged
ALTER TABLE "public"."t" SET LOGGED;
-- critical engine.change table public.t
-- medium table.rewrite table public.t
-- undo R0
--   ALTER TABLE "public"."t" SET UNLOGGED;
=== postgres/unlogged-tables-become-logged-in-order
ALTER TABLE "public"."q" SET UNLOGGED;
ALTER TABLE "public"."p" SET UNLOGGED;
ALTER TABLE "public"."z" SET LOGGED;
ALTER TABLE "public"."b" SET LOGGED;
ALTER TABLE "public"."a" SET LOGGED;
-- critical engine.change table public.a
-- critical engine.change table public.b
-- critical engine.change table public.z
-- medium locks.several table public.a
-- medium table.rewrite table public.a
-- medium table.rewrite table public.b
-- medium table.rewrite table public.z
-- low engine.change table public.p
-- low engine.change table public.q
-- info table.rewrite table public.p
-- info table.rewrite table public.q
-- undo R0
--   ALTER TABLE "public"."a" SET UNLOGGED;
--   ALTER TABLE "public"."b" SET UNLOGGED;
--   ALTER TABLE "public"."z" SET UNLOGGED;
--   ALTER TABLE "public"."p" SET LOGGED;
--   ALTER TABLE "public"."q" SET LOGGED;
=== postgres/unlogged-with-serial-and-key
CREATE UNLOGGED TABLE "public"."cache" (
  "id" serial NOT NULL,
  "k" text,
  "v" jsonb,
  CONSTRAINT "cache_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "cache_k_key" UNIQUE ("k")
) WITH (autovacuum_enabled=false, fillfactor=50);
-- advice style.serial column public.cache.id
-- advice style.nullable_unique unique public.cache.cache_k_key
-- undo R2
--   DROP TABLE "public"."cache";
=== postgres/views-over-views-bystander
ALTER TABLE "public"."t" ADD COLUMN "b" integer;
-- committed
CREATE INDEX CONCURRENTLY "t_a" ON "public"."t" USING btree ("a");
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R2
--   DROP INDEX CONCURRENTLY "public"."t_a";
--   ALTER TABLE "public"."t" DROP COLUMN "b";
=== postgres/volatile-default-on-new-column
ALTER TABLE "public"."t" ADD COLUMN "token" uuid DEFAULT gen_random_uuid() NOT NULL;
ALTER TABLE "public"."t" ADD COLUMN "at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL;
-- medium table.rewrite column public.t.at
-- medium table.rewrite column public.t.token
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "token";
--   ALTER TABLE "public"."t" DROP COLUMN "at";
=== postgres/wide-schema-of-many-kinds
nothing to do
=== refused/alter-that-changes
refused InvalidSchema: desired
=== refused/column-declared-twice
refused InvalidSchema: spec.schema.tables[t].columns[a]
=== refused/constraint-declared-twice
refused InvalidSchema: desired
=== refused/create-table-as-select
refused InvalidSchema: desired
=== refused/data-statement
refused InvalidSchema: desired
=== refused/drop-statement
refused InvalidSchema: desired
=== refused/foreign-key-to-missing-column
refused InvalidSchema: tables
=== refused/foreign-key-to-nowhere
refused InvalidSchema: tables
=== refused/history-of-another-tool
refused Unsupported: table public.schema_migrations
=== refused/index-declared-twice
refused InvalidSchema: desired
=== refused/index-on-missing-column
refused InvalidSchema: spec.schema.tables[t].indexes[t_x]
=== refused/key-on-missing-column
refused InvalidSchema: spec.schema.tables[t]
=== refused/rename-from-a-table-that-is-declared
refused AmbiguousRename: public.b
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
=== renames/case-only
ALTER TABLE "public"."t" RENAME COLUMN "userName" TO "username";
-- critical column.rename column public.t.username
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" RENAME COLUMN "username" TO "userName";
=== renames/column
ALTER TABLE "public"."t" RENAME COLUMN "cost" TO "price";
-- critical column.rename column public.t.price
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" RENAME COLUMN "price" TO "cost";
=== renames/column-and-default
ALTER TABLE "public"."t" RENAME COLUMN "state" TO "phase";
ALTER TABLE "public"."t" ALTER COLUMN "phase" SET DEFAULT 'open'::character varying;
-- critical column.rename column public.t.phase
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" RENAME COLUMN "phase" TO "state";
--   ALTER TABLE "public"."t" ALTER COLUMN "state" SET DEFAULT 'new'::character varying;
=== renames/column-and-its-index
ALTER INDEX "public"."t_mail" RENAME TO "t_email";
ALTER TABLE "public"."t" RENAME COLUMN "mail" TO "email";
-- critical column.rename column public.t.email
-- info plans.cached table public.t
-- undo R0
--   ALTER INDEX "public"."t_email" RENAME TO "t_mail";
--   ALTER TABLE "public"."t" RENAME COLUMN "email" TO "mail";
=== renames/column-and-type
ALTER TABLE "public"."t" RENAME COLUMN "cost" TO "price";
ALTER TABLE "public"."t" ALTER COLUMN "price" TYPE bigint;
ALTER TABLE "public"."t" ALTER COLUMN "price" SET DEFAULT 0;
-- critical column.rename column public.t.price
-- medium table.rewrite column public.t.price
-- low column.type column public.t.price
-- low statistics.lost column public.t.price
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" RENAME COLUMN "price" TO "cost";
--   ALTER TABLE "public"."t" ALTER COLUMN "cost" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "cost" TYPE integer;
=== renames/column-becomes-required
ALTER TABLE "public"."t" RENAME COLUMN "note" TO "remark";
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_213f0216" CHECK ("remark" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_213f0216";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "remark" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_213f0216";
-- critical column.rename column public.t.remark
-- low column.not_null column public.t.remark
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" RENAME COLUMN "remark" TO "note";
--   ALTER TABLE "public"."t" ALTER COLUMN "note" DROP NOT NULL;
=== renames/column-in-keys
ALTER TABLE "public"."t" RENAME COLUMN "k" TO "id";
ALTER TABLE "public"."t" RENAME COLUMN "a" TO "slug";
-- critical column.rename column public.t.id
-- critical column.rename column public.t.slug
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" RENAME COLUMN "id" TO "k";
--   ALTER TABLE "public"."t" RENAME COLUMN "slug" TO "a";
=== renames/column-name-taken-by-a-new-column
refused AmbiguousRename: public.t.amount_cents
=== renames/column-named-in-check
ALTER TABLE "public"."t" RENAME COLUMN "low" TO "lower_end";
-- critical column.rename column public.t.lower_end
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" RENAME COLUMN "lower_end" TO "low";
=== renames/column-referenced-by-child
ALTER TABLE "public"."p" RENAME COLUMN "pid" TO "id";
-- critical column.rename column public.p.id
-- info plans.cached table public.p
-- undo R0
--   ALTER TABLE "public"."p" RENAME COLUMN "id" TO "pid";
=== renames/columns-swap
refused AmbiguousRename: public.t.a
refused AmbiguousRename: public.t.b
=== renames/into-fresh-database
CREATE TABLE "public"."customer" (
  "id" integer NOT NULL,
  "name" character varying(40),
  CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);
-- undo R2
--   DROP TABLE "public"."customer";
=== renames/key-column-of-composite-key
ALTER TABLE "public"."parent" RENAME COLUMN "b" TO "position";
-- critical column.rename column public.parent.position
-- info plans.cached table public.parent
-- undo R0
--   ALTER TABLE "public"."parent" RENAME COLUMN "position" TO "b";
=== renames/key-column-with-self-reference
ALTER TABLE "public"."node" RENAME COLUMN "id" TO "node_id";
-- critical column.rename column public.node.node_id
-- info plans.cached table public.node
-- undo R0
--   ALTER TABLE "public"."node" RENAME COLUMN "node_id" TO "id";
=== renames/name-taken-by-a-new-table
refused AmbiguousRename: public.orders_archive
=== renames/old-and-new-both-exist
refused AmbiguousRename: public.t.price
=== renames/parent-and-child-tables
ALTER TABLE "public"."book" RENAME TO "title";
ALTER TABLE "public"."author" RENAME TO "writer";
-- critical table.rename table public.title
-- critical table.rename table public.writer
-- medium locks.several table public.author
-- undo R0
--   ALTER TABLE "public"."writer" RENAME TO "author";
--   ALTER TABLE "public"."title" RENAME TO "book";
=== renames/table
ALTER TABLE "public"."client" RENAME TO "customer";
-- critical table.rename table public.customer
-- undo R0
--   ALTER TABLE "public"."customer" RENAME TO "client";
=== renames/table-and-column
ALTER TABLE "public"."client" RENAME TO "customer";
ALTER TABLE "public"."customer" RENAME COLUMN "nick" TO "name";
ALTER TABLE "public"."customer" ADD COLUMN "city" character varying(40);
-- critical column.rename column public.customer.name
-- critical table.rename table public.customer
-- info plans.cached table public.customer
-- undo R2
--   ALTER TABLE "public"."customer" RENAME TO "client";
--   ALTER TABLE "public"."client" DROP COLUMN "city";
--   ALTER TABLE "public"."client" RENAME COLUMN "name" TO "nick";
=== renames/table-and-new-child
ALTER TABLE "public"."person" RENAME TO "customer";
CREATE TABLE "public"."invoice" (
  "id" integer NOT NULL,
  "customer_id" integer NOT NULL,
  CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."customer" ADD COLUMN "name" character varying(30);
ALTER TABLE "public"."invoice" ADD CONSTRAINT "invoice_customer" FOREIGN KEY ("customer_id") REFERENCES "public"."customer" ("id");
-- critical table.rename table public.customer
-- low foreign_key.parent foreign key public.invoice.invoice_customer
-- info plans.cached table public.customer
-- advice style.foreign_key_index foreign key public.invoice.invoice_customer
-- undo R2
--   ALTER TABLE "public"."invoice" DROP CONSTRAINT "invoice_customer";
--   ALTER TABLE "public"."customer" RENAME TO "person";
--   DROP TABLE "public"."invoice";
--   ALTER TABLE "public"."person" DROP COLUMN "name";
=== renames/table-with-children-and-index
ALTER TABLE "public"."client" RENAME TO "customer";
-- critical table.rename table public.customer
-- undo R0
--   ALTER TABLE "public"."customer" RENAME TO "client";
=== renames/table-with-self-reference
ALTER TABLE "public"."node" RENAME TO "vertex";
-- critical table.rename table public.vertex
-- undo R0
--   ALTER TABLE "public"."vertex" RENAME TO "node";
=== renames/three-columns-shift
refused AmbiguousRename: public.t.b
refused AmbiguousRename: public.t.c
refused AmbiguousRename: public.t.d
=== renames/two-from-one
refused AmbiguousRename: public.t.c
=== renames/two-tables-from-one
refused AmbiguousRename: public.new_b
=== renames/two-tables-swap
refused AmbiguousRename: public.current_price
refused AmbiguousRename: public.next_price
=== renames/with-additions-and-drops
ALTER TABLE "public"."t" DROP COLUMN "a";
ALTER TABLE "public"."t" DROP COLUMN "c";
ALTER TABLE "public"."t" RENAME COLUMN "b" TO "total";
ALTER TABLE "public"."t" ADD COLUMN "note" character varying(30);
ALTER TABLE "public"."t" ADD COLUMN "day" date;
-- critical column.drop column public.t.a
-- critical column.drop column public.t.c
-- critical column.rename column public.t.total
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" DROP COLUMN "note";
--   ALTER TABLE "public"."t" DROP COLUMN "day";
--   ALTER TABLE "public"."t" RENAME COLUMN "total" TO "b";
--   ALTER TABLE "public"."t" ADD COLUMN "a" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "c" integer;
=== risk/check-added-to-rows-that-pass
ALTER TABLE "public"."t" ADD CONSTRAINT "t_n" CHECK ((n > 0)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_n";
-- low check.add check public.t.t_n
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_n";
=== risk/check-dropped
ALTER TABLE "public"."t" DROP CONSTRAINT "t_n";
-- medium constraint.drop check public.t.t_n
-- undo R0
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_n" CHECK ((n > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_n";
=== risk/check-replaced
ALTER TABLE "public"."t" DROP CONSTRAINT "t_n", ADD CONSTRAINT "t_n" CHECK ((n > 5)) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_n";
-- low check.add check public.t.t_n
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_n", ADD CONSTRAINT "t_n" CHECK ((n > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_n";
=== risk/collation-of-a-key-column-postgres
ALTER TABLE "public"."t" ALTER COLUMN "code" TYPE text COLLATE pg_catalog."C";
-- high collation.key column public.t.code
-- info index.create.blocking column public.t.code
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "code" TYPE text;
=== risk/collation-of-another-column
ALTER TABLE "public"."t" ALTER COLUMN "code" TYPE text COLLATE pg_catalog."C";
-- info index.create.blocking column public.t.code
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "code" TYPE text;
=== risk/column-drop-of-empty-table
ALTER TABLE "public"."t" DROP COLUMN "v";
-- medium column.drop column public.t.v
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" ADD COLUMN "v" character varying(20);
=== risk/column-drop-when-renamed
ALTER TABLE "public"."t" RENAME COLUMN "was" TO "is_now";
-- critical column.rename column public.t.is_now
-- info plans.cached table public.t
-- undo R0
--   ALTER TABLE "public"."t" RENAME COLUMN "is_now" TO "was";
=== risk/constraint-on-a-new-column
ALTER TABLE "public"."t" ADD COLUMN "v" text;
ALTER TABLE "public"."t" ADD COLUMN "w" integer DEFAULT 5;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "v";
--   ALTER TABLE "public"."t" DROP COLUMN "w";
=== risk/constraint-scans-rows
ALTER TABLE "public"."t" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."t" ADD CONSTRAINT "t_n" CHECK ((n > 0));
-- low check.add check public.t.t_n
-- low column.not_null column public.t.v
-- info constraint.scan check public.t.t_n
-- info constraint.scan column public.t.v
-- undo R0
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_n";
--   ALTER TABLE "public"."t" ALTER COLUMN "v" DROP NOT NULL;
=== risk/counter-gets-more-room
ALTER TABLE "public"."t" ALTER COLUMN "id" TYPE bigint;
-- low column.type column public.t.id
-- info statistics.lost column public.t.id
-- info table.rewrite column public.t.id
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "id" TYPE integer;
=== risk/counter-nearly-at-its-end
ALTER TABLE "public"."t" ADD COLUMN "v" integer;
-- high counter.headroom column public.t.small
-- medium counter.headroom column public.t.id
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "v";
=== risk/counting-column-stops
ALTER TABLE "public"."t" ALTER COLUMN "id" DROP IDENTITY;
-- medium column.default.drop column public.t.id
-- medium identity.drop column public.t.id
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY;
--   SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'id')::regclass, last) FROM (SELECT max("id")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
=== risk/default-dropped
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP DEFAULT;
-- medium column.default.drop column public.t.v
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "v" SET DEFAULT 1;
=== risk/domain-gets-a-check
ALTER DOMAIN public.amount ADD CONSTRAINT positive CHECK ((VALUE >= 0));
-- low check.add column public.a.v
-- low check.add column public.b.v
-- low check.add column public.b.w
-- info domain.scan domain constraint public.amount.positive
-- undo R0
--   ALTER DOMAIN "public"."amount" DROP CONSTRAINT "positive";
=== risk/domain-nobody-uses
ALTER DOMAIN public.alone ADD CONSTRAINT positive CHECK ((VALUE >= 0));
ALTER DOMAIN "public"."amount" DROP CONSTRAINT "positive";
-- undo R0
--   ALTER DOMAIN public.amount ADD CONSTRAINT positive CHECK ((VALUE >= 0));
--   ALTER DOMAIN "public"."alone" DROP CONSTRAINT "positive";
=== risk/extension-comes
CREATE EXTENSION hstore WITH SCHEMA public;
-- medium extension.change extension hstore
-- undo R0
--   DROP EXTENSION "hstore";
=== risk/foreign-key-dropped
ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent";
-- high foreign_key.drop foreign key public.child.child_parent
-- undo R0
--   ALTER TABLE "public"."child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."parent" ("id") NOT VALID;
--   ALTER TABLE "public"."child" VALIDATE CONSTRAINT "child_parent";
=== risk/foreign-key-replaced
ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent", ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."parent" ("id") ON DELETE CASCADE NOT VALID;
-- committed
ALTER TABLE "public"."child" VALIDATE CONSTRAINT "child_parent";
-- low foreign_key.add foreign key public.child.child_parent
-- low foreign_key.parent foreign key public.child.child_parent
-- low steps.committed_singly table public.child
-- advice style.foreign_key_index foreign key public.child.child_parent
-- undo R0
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent", ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."parent" ("id") NOT VALID;
--   ALTER TABLE "public"."child" VALIDATE CONSTRAINT "child_parent";
=== risk/foreign-key-with-parents
ALTER TABLE "public"."child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."parent" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."child" VALIDATE CONSTRAINT "child_parent";
-- low foreign_key.add foreign key public.child.child_parent
-- low foreign_key.parent foreign key public.child.child_parent
-- low steps.committed_singly table public.child
-- advice style.foreign_key_index foreign key public.child.child_parent
-- undo R0
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent";
=== risk/identity-added-with-rows
ALTER TABLE "public"."t" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('"public"."t"', 'id')::regclass, last) FROM (SELECT max("id")::bigint AS last FROM "public"."t") AS present WHERE last BETWEEN 1 AND 2147483647;
-- medium identity.add column public.t.id
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "id" DROP IDENTITY;
=== risk/identity-in-a-new-table
CREATE TABLE "public"."t" (
  "id" integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  "v" integer,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
-- undo R2
--   DROP TABLE "public"."t";
=== risk/index-built-on-rows
CREATE INDEX "t_v" ON "public"."t" USING btree ("v");
-- info index.create.blocking index public.t.t_v
-- undo R0
--   DROP INDEX "public"."t_v";
=== risk/index-dropped
DROP INDEX CONCURRENTLY "public"."t_v";
-- medium index.drop index public.t.t_v
-- undo R0
--   CREATE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v");
=== risk/index-dropped-concurrently
DROP INDEX CONCURRENTLY "public"."t_v";
-- medium index.drop index public.t.t_v
-- undo R0
--   CREATE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v");
=== risk/index-dropped-plainly
DROP INDEX "public"."t_v";
-- medium index.drop index public.t.t_v
-- info index.drop.blocking index public.t.t_v
-- undo R0
--   CREATE INDEX "t_v" ON "public"."t" USING btree ("v");
=== risk/index-of-a-new-table
CREATE TABLE "public"."t" (
  "id" integer NOT NULL,
  "v" integer,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "t_v" ON "public"."t" USING btree ("v");
-- undo R2
--   DROP TABLE "public"."t";
=== risk/index-replaced
CREATE INDEX CONCURRENTLY "driftless_4867a54f" ON "public"."t" USING btree ("v", "w");
-- committed
DROP INDEX "public"."t_v";
ALTER INDEX "public"."driftless_4867a54f" RENAME TO "t_v";
-- low steps.committed_singly table public.t
-- undo R0
--   CREATE INDEX CONCURRENTLY "driftless_4867a54f" ON "public"."t" USING btree ("v");
--   DROP INDEX "public"."t_v";
--   ALTER INDEX "public"."driftless_4867a54f" RENAME TO "t_v";
=== risk/logged-becomes-unlogged
ALTER TABLE "public"."t" SET UNLOGGED;
-- critical engine.change table public.t
-- medium table.rewrite table public.t
-- undo R0
--   ALTER TABLE "public"."t" SET LOGGED;
=== risk/narrow-not-when-wider
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(50);
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(10);
=== risk/narrow-text
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(10);
-- medium table.rewrite column public.t.v
-- low column.narrow column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(50);
=== risk/no-rewrite-by-longer-text
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(20);
ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE numeric(8,2);
ALTER TABLE "public"."t" ALTER COLUMN "w" TYPE text;
-- low column.type column public.t.n
-- low statistics.lost column public.t.n
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- low column.type column public.t.w
-- low statistics.lost column public.t.w
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(10);
--   ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE numeric(6,2);
--   ALTER TABLE "public"."t" ALTER COLUMN "w" TYPE character varying(30);
=== risk/not-null-dropped
ALTER TABLE "public"."t" ALTER COLUMN "v" DROP NOT NULL;
-- low column.nullable column public.t.v
-- undo R2
--   ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_290c91c8" CHECK ("v" IS NOT NULL) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_290c91c8";
--   ALTER TABLE "public"."t" ALTER COLUMN "v" SET NOT NULL;
--   ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_290c91c8";
=== risk/not-null-with-full-rows
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_290c91c8" CHECK ("v" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_290c91c8";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_290c91c8";
-- low column.not_null column public.t.v
-- low steps.committed_singly table public.t
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "v" DROP NOT NULL;
=== risk/nullable-stays-while-default-changes
ALTER TABLE "public"."t" ALTER COLUMN "v" SET DEFAULT 2;
-- undo R0
--   ALTER TABLE "public"."t" ALTER COLUMN "v" SET DEFAULT 1;
=== risk/one-table-locked
ALTER TABLE "public"."a" ADD CONSTRAINT "driftless_068bea0f" CHECK ("v" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."a" VALIDATE CONSTRAINT "driftless_068bea0f";
-- committed
ALTER TABLE "public"."a" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."a" DROP CONSTRAINT "driftless_068bea0f";
ALTER TABLE "public"."a" ADD COLUMN "w" integer;
ALTER TABLE "public"."a" ADD COLUMN "x" integer;
-- low column.not_null column public.a.v
-- low steps.committed_singly table public.a
-- info plans.cached table public.a
-- undo R2
--   ALTER TABLE "public"."a" DROP COLUMN "w";
--   ALTER TABLE "public"."a" DROP COLUMN "x";
--   ALTER TABLE "public"."a" ALTER COLUMN "v" DROP NOT NULL;
=== risk/parent-of-a-new-key
CREATE TABLE "public"."child" (
  "id" integer NOT NULL,
  "parent_id" integer,
  CONSTRAINT "child_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."parent" ("id");
-- low foreign_key.parent foreign key public.child.child_parent
-- advice style.foreign_key_index foreign key public.child.child_parent
-- undo R2
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent";
--   DROP TABLE "public"."child";
=== risk/parent-that-is-new-too
CREATE TABLE "public"."child" (
  "id" integer NOT NULL,
  "parent_id" integer,
  CONSTRAINT "child_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."parent" (
  "id" integer NOT NULL,
  CONSTRAINT "parent_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."parent" ("id");
ALTER TABLE "public"."node" ADD CONSTRAINT "node_up" FOREIGN KEY ("up") REFERENCES "public"."node" ("id");
-- low foreign_key.add foreign key public.node.node_up
-- info constraint.scan foreign key public.node.node_up
-- advice style.foreign_key_index foreign key public.child.child_parent
-- advice style.foreign_key_index foreign key public.node.node_up
-- undo R2
--   ALTER TABLE "public"."node" DROP CONSTRAINT "node_up";
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent";
--   DROP TABLE "public"."child";
--   DROP TABLE "public"."parent";
=== risk/partition-bound-holds-the-rows
ALTER TABLE "public"."h" ATTACH PARTITION "public"."h_0" FOR VALUES WITH (modulus 1, remainder 0);
ALTER TABLE "public"."l" ATTACH PARTITION "public"."l_a" FOR VALUES IN ('a,b', NULL);
ALTER TABLE "public"."m" ATTACH PARTITION "public"."m_2025" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- medium locks.several table public.h_0
-- low partition.bound table public.h_0
-- low partition.bound table public.l_a
-- low partition.bound table public.m_2025
-- low partition.bound table public.m_rest
-- info constraint.scan table public.h_0
-- info constraint.scan table public.l_a
-- info constraint.scan table public.m_2025
-- undo R0
--   ALTER TABLE "public"."h" DETACH PARTITION "public"."h_0";
--   ALTER TABLE "public"."l" DETACH PARTITION "public"."l_a";
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025";
=== risk/partition-made-beside-others
CREATE TABLE "public"."m_2025" PARTITION OF "public"."m" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- undo R2
--   ALTER TABLE "public"."m" DETACH PARTITION "public"."m_2025" CONCURRENTLY;
--   DROP TABLE "public"."m_2025";
=== risk/plain-index-on-duplicates
CREATE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v");
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."t_v";
=== risk/recast-not-when-wider
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE bigint;
-- medium table.rewrite column public.t.v
-- low column.type column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE smallint;
=== risk/recast-number-to-text
ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE character varying(20);
-- critical column.recast column public.t.v
-- medium table.rewrite column public.t.v
-- low statistics.lost column public.t.v
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ALTER COLUMN "v" TYPE integer USING "v"::integer;
=== risk/rename-undeclared-empty
ALTER TABLE "public"."t" DROP COLUMN "customer_name";
ALTER TABLE "public"."t" ADD COLUMN "client_name" character varying(40);
-- medium column.drop column public.t.customer_name
-- info rename.undeclared column public.t.customer_name
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "client_name";
--   ALTER TABLE "public"."t" ADD COLUMN "customer_name" character varying(40);
=== risk/rename-undeclared-other-type
ALTER TABLE "public"."t" DROP COLUMN "born";
ALTER TABLE "public"."t" ADD COLUMN "nickname" character varying(40);
-- medium column.drop column public.t.born
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "nickname";
--   ALTER TABLE "public"."t" ADD COLUMN "born" date;
=== risk/required-column-on-empty-table
ALTER TABLE "public"."t" ADD COLUMN "v" integer NOT NULL;
-- low column.add.required column public.t.v
-- info constraint.scan column public.t.v
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "v";
=== risk/required-column-with-default
ALTER TABLE "public"."t" ADD COLUMN "v" integer DEFAULT 7 NOT NULL;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "v";
=== risk/rewrite-by-wider-number
ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE bigint;
-- medium table.rewrite column public.t.n
-- low column.type column public.t.n
-- low statistics.lost column public.t.n
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" ALTER COLUMN "n" TYPE integer;
=== risk/routine-with-a-path-of-its-own
CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$SELECT x + 1$function$
;
-- undo R0
--   DROP FUNCTION "public"."f"(integer);
=== risk/routine-with-its-owners-rights
CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
AS $function$SELECT x + 1$function$
;
-- medium routine.definer function public.f(integer)
-- undo R0
--   DROP FUNCTION "public"."f"(integer);
=== risk/row-security-off
ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
-- high row_security.off table public.t
-- undo R0
--   ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY;
=== risk/row-security-with-policy
ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY;
-- undo R0
--   ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
=== risk/row-security-without-policy
ALTER TABLE "public"."t" ENABLE ROW LEVEL SECURITY;
-- high row_security.no_policy table public.t
-- undo R0
--   ALTER TABLE "public"."t" DISABLE ROW LEVEL SECURITY;
=== risk/several-tables-locked
ALTER TABLE "public"."a" ALTER COLUMN "v" SET NOT NULL;
ALTER TABLE "public"."b" ALTER COLUMN "v" SET NOT NULL;
-- medium locks.several table public.a
-- low column.not_null column public.a.v
-- low column.not_null column public.b.v
-- info constraint.scan column public.a.v
-- info constraint.scan column public.b.v
-- undo R0
--   ALTER TABLE "public"."a" ALTER COLUMN "v" DROP NOT NULL;
--   ALTER TABLE "public"."b" ALTER COLUMN "v" DROP NOT NULL;
=== risk/steps-in-one-transaction
ALTER TABLE "public"."a" ADD COLUMN "v" integer;
ALTER TABLE "public"."b" ADD COLUMN "v" integer;
-- medium locks.several table public.a
-- info plans.cached table public.a
-- info plans.cached table public.b
-- undo R2
--   ALTER TABLE "public"."a" DROP COLUMN "v";
--   ALTER TABLE "public"."b" DROP COLUMN "v";
=== risk/storage-parameters-are-no-storage
ALTER TABLE "public"."t" SET (fillfactor=70);
-- undo R0
--   ALTER TABLE "public"."t" RESET (fillfactor);
=== risk/table-drop-when-renamed
ALTER TABLE "public"."gone" RENAME TO "kept";
-- critical table.rename table public.kept
-- undo R0
--   ALTER TABLE "public"."kept" RENAME TO "gone";
=== risk/table-drop-with-rows
DROP TABLE "public"."gone";
-- critical table.drop table public.gone
-- undo R1
--   CREATE TABLE "public"."gone" (
--     "id" integer NOT NULL,
--     "v" character varying(20),
--     CONSTRAINT "gone_pkey" PRIMARY KEY ("id")
--   );
=== risk/text-names-what-goes
DROP TABLE "public"."Odd one";
ALTER TABLE "public"."kept" DROP COLUMN "w";
-- high text.names function public.by_text()
-- high text.names function public.put_together()
-- medium column.drop column public.kept.w
-- low table.drop table public.Odd one
-- info plans.cached table public.kept
-- undo R0
--   CREATE TABLE "public"."Odd one" (
--     "id" integer NOT NULL,
--     CONSTRAINT "Odd one_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."kept" ADD COLUMN "w" integer;
=== risk/text-that-names-others
DROP TABLE "public"."gone";
ALTER TABLE "public"."kept" DROP COLUMN "gone";
-- medium column.drop column public.kept.gone
-- low table.drop table public.gone
-- info plans.cached table public.kept
-- undo R0
--   CREATE TABLE "public"."gone" (
--     "id" integer NOT NULL,
--     "w" integer,
--     CONSTRAINT "gone_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."kept" ADD COLUMN "gone" integer;
=== risk/type-spelt-otherwise
ALTER TABLE "public"."t" ADD COLUMN "w" integer;
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "w";
=== risk/unique-constraint-dropped
ALTER TABLE "public"."t" DROP CONSTRAINT "t_n";
-- medium constraint.drop unique public.t.t_n
-- undo R0
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_406798b7" ON "public"."t" USING btree ("n");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_n" UNIQUE USING INDEX "driftless_406798b7";
=== risk/unique-index-on-distinct-rows
CREATE UNIQUE INDEX CONCURRENTLY "t_v" ON "public"."t" USING btree ("v");
-- low unique.add index public.t.t_v
-- advice style.nullable_unique index public.t.t_v
-- undo R0
--   DROP INDEX CONCURRENTLY "public"."t_v";
=== risk/unique-of-a-new-table
CREATE TABLE "public"."child" (
  "id" integer NOT NULL,
  "parent_id" integer,
  "n" integer,
  CONSTRAINT "child_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "child_n" UNIQUE ("n"),
  CONSTRAINT "child_n_positive" CHECK ((n > 0))
);
ALTER TABLE "public"."child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."parent" ("id");
-- low foreign_key.parent foreign key public.child.child_parent
-- advice style.foreign_key_index foreign key public.child.child_parent
-- advice style.nullable_unique unique public.child.child_n
-- undo R2
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent";
--   DROP TABLE "public"."child";
=== style/as-it-should-be
CREATE TABLE "public"."child" (
  "id" bigint NOT NULL,
  "at" timestamp with time zone NOT NULL,
  "parent" bigint NOT NULL,
  "price" numeric(10,2),
  "latitude" double precision,
  "done" boolean,
  "code" character varying(4) NOT NULL,
  "user_name" text,
  CONSTRAINT "child_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "child_code" UNIQUE ("code")
);
CREATE TABLE "public"."parent" (
  "id" bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
  CONSTRAINT "parent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "child_at" ON "public"."child" USING btree ("at") WHERE done;
CREATE INDEX "child_at_code" ON "public"."child" USING btree ("at", "code");
CREATE INDEX "child_parent_at" ON "public"."child" USING btree ("parent", "at");
ALTER TABLE "public"."child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent") REFERENCES "public"."parent" ("id");
-- undo R2
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent";
--   DROP TABLE "public"."child";
--   DROP TABLE "public"."parent";
=== style/code
CREATE OR REPLACE FUNCTION public.r()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$
;
CREATE TRIGGER r BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.r();
-- advice style.trigger trigger public.t.r
-- undo R0
--   DROP TRIGGER "r" ON "public"."t";
--   DROP FUNCTION "public"."r"();
=== style/foreign-key-without-an-index
ALTER TABLE "public"."child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent") REFERENCES "public"."parent" ("id");
-- low foreign_key.add foreign key public.child.child_parent
-- low foreign_key.parent foreign key public.child.child_parent
-- info constraint.scan foreign key public.child.child_parent
-- advice style.foreign_key_index foreign key public.child.child_parent
-- undo R0
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent";
=== style/names
CREATE TABLE "public"."Mixed" (
  "id" integer NOT NULL,
  "order" integer,
  CONSTRAINT "Mixed_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "an_index_whose_name_says_all_there_is_to_say_of_orders" ON "public"."Mixed" USING btree ("order");
-- advice style.reserved_word column public.Mixed.order
-- advice style.long_name index public.Mixed.an_index_whose_name_says_all_there_is_to_say_of_orders
-- advice style.mixed_case table public.Mixed
-- undo R2
--   DROP TABLE "public"."Mixed";
=== style/names-of-servers
CREATE TABLE "public"."Mixed" (
  "id" integer NOT NULL,
  "v" integer,
  CONSTRAINT "Mixed_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "an_index_whose_name_says_all_there_is_to_say_of_values" ON "public"."Mixed" USING btree ("v");
-- advice style.long_name index public.Mixed.an_index_whose_name_says_all_there_is_to_say_of_values
-- advice style.mixed_case table public.Mixed
-- undo R2
--   DROP TABLE "public"."Mixed";
=== style/tables-and-indexes
CREATE TABLE "public"."child" (
  "a" integer NOT NULL,
  "b" integer NOT NULL,
  "parent" integer,
  "email" character varying(50),
  CONSTRAINT "child_email" UNIQUE ("email")
);
CREATE TABLE "public"."parent" (
  "id" integer NOT NULL,
  CONSTRAINT "parent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "child_a" ON "public"."child" USING btree ("a");
CREATE INDEX "child_a_b" ON "public"."child" USING btree ("a", "b");
ALTER TABLE "public"."child" ADD CONSTRAINT "child_parent" FOREIGN KEY ("parent") REFERENCES "public"."parent" ("id");
-- advice style.foreign_key_index foreign key public.child.child_parent
-- advice style.redundant_index index public.child.child_a
-- advice style.primary_key table public.child
-- advice style.nullable_unique unique public.child.child_email
-- undo R2
--   ALTER TABLE "public"."child" DROP CONSTRAINT "child_parent";
--   DROP TABLE "public"."child";
--   DROP TABLE "public"."parent";
=== style/types-postgres
CREATE TABLE "public"."t" (
  "id" serial NOT NULL,
  "done" boolean,
  "at" timestamp with time zone,
  "seen" boolean,
  "due" timestamp with time zone,
  "code" character(3),
  "total_price" real,
  CONSTRAINT "t_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."known" ALTER COLUMN "at" TYPE timestamp(3) without time zone;
-- low column.type column public.known.at
-- info statistics.lost column public.known.at
-- info table.rewrite column public.known.at
-- info plans.cached table public.known
-- advice style.timestamp column public.known.at
-- advice style.char column public.t.code
-- advice style.serial column public.t.id
-- advice style.float_money column public.t.total_price
-- advice style.packing table public.t
-- undo R2
--   DROP TABLE "public"."t";
--   ALTER TABLE "public"."known" ALTER COLUMN "at" TYPE date;
=== style/what-stays-is-not-judged
ALTER TABLE "public"."Mixed" ADD COLUMN "v" integer;
-- info plans.cached table public.Mixed
-- undo R2
--   ALTER TABLE "public"."Mixed" DROP COLUMN "v";
=== tables/chain-dropped-in-order-of-references
ALTER TABLE "public"."t01" DROP CONSTRAINT "f01";
ALTER TABLE "public"."t02" DROP CONSTRAINT "f02";
ALTER TABLE "public"."t03" DROP CONSTRAINT "f03";
ALTER TABLE "public"."t04" DROP CONSTRAINT "f04";
ALTER TABLE "public"."t09" DROP CONSTRAINT "f09";
ALTER TABLE "public"."t10" DROP CONSTRAINT "f10";
ALTER TABLE "public"."t11" DROP CONSTRAINT "f11";
ALTER TABLE "public"."t12" DROP CONSTRAINT "f12";
DROP TABLE "public"."t01";
DROP TABLE "public"."t02";
DROP TABLE "public"."t03";
DROP TABLE "public"."t04";
DROP TABLE "public"."t09";
DROP TABLE "public"."t10";
DROP TABLE "public"."t11";
DROP TABLE "public"."t12";
-- critical table.drop table public.t11
-- low table.drop table public.t01
-- low table.drop table public.t02
-- low table.drop table public.t03
-- low table.drop table public.t04
-- low table.drop table public.t09
-- low table.drop table public.t10
-- low table.drop table public.t12
-- undo R1
--   CREATE TABLE "public"."t01" (
--     "id" integer NOT NULL,
--     "r" integer,
--     CONSTRAINT "t01_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."t02" (
--     "id" integer NOT NULL,
--     "r" integer,
--     CONSTRAINT "t02_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."t03" (
--     "id" integer NOT NULL,
--     "r" integer,
--     CONSTRAINT "t03_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."t04" (
--     "id" integer NOT NULL,
--     "r" integer,
--     CONSTRAINT "t04_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."t09" (
--     "id" integer NOT NULL,
--     "r" integer,
--     CONSTRAINT "t09_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."t10" (
--     "id" integer NOT NULL,
--     "r" integer,
--     CONSTRAINT "t10_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."t11" (
--     "id" integer NOT NULL,
--     "r" integer,
--     CONSTRAINT "t11_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."t12" (
--     "id" integer NOT NULL,
--     "r" integer,
--     CONSTRAINT "t12_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."t01" ADD CONSTRAINT "f01" FOREIGN KEY ("r") REFERENCES "public"."t09" ("id");
--   ALTER TABLE "public"."t02" ADD CONSTRAINT "f02" FOREIGN KEY ("r") REFERENCES "public"."t11" ("id");
--   ALTER TABLE "public"."t03" ADD CONSTRAINT "f03" FOREIGN KEY ("r") REFERENCES "public"."t12" ("id");
--   ALTER TABLE "public"."t04" ADD CONSTRAINT "f04" FOREIGN KEY ("r") REFERENCES "public"."t10" ("id");
--   ALTER TABLE "public"."t09" ADD CONSTRAINT "f09" FOREIGN KEY ("r") REFERENCES "public"."t02" ("id");
--   ALTER TABLE "public"."t10" ADD CONSTRAINT "f10" FOREIGN KEY ("r") REFERENCES "public"."t03" ("id");
--   ALTER TABLE "public"."t11" ADD CONSTRAINT "f11" FOREIGN KEY ("r") REFERENCES "public"."t05" ("id");
--   ALTER TABLE "public"."t12" ADD CONSTRAINT "f12" FOREIGN KEY ("r") REFERENCES "public"."t01" ("id");
=== tables/child-declared-before-parent
CREATE TABLE "public"."line" (
  "id" integer NOT NULL,
  "order_id" integer NOT NULL,
  CONSTRAINT "line_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."orders" (
  "id" integer NOT NULL,
  CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."line" ADD CONSTRAINT "line_order" FOREIGN KEY ("order_id") REFERENCES "public"."orders" ("id");
-- advice style.foreign_key_index foreign key public.line.line_order
-- undo R2
--   ALTER TABLE "public"."line" DROP CONSTRAINT "line_order";
--   DROP TABLE "public"."line";
--   DROP TABLE "public"."orders";
=== tables/create-in-empty
CREATE TABLE "public"."customer" (
  "id" integer NOT NULL,
  "name" character varying(80) NOT NULL,
  "email" character varying(120),
  CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "customer_name" ON "public"."customer" USING btree ("name");
-- undo R2
--   DROP TABLE "public"."customer";
=== tables/drop-empty
DROP TABLE "public"."unused";
-- low table.drop table public.unused
-- undo R0
--   CREATE TABLE "public"."unused" (
--     "id" integer NOT NULL,
--     "a" character varying(20),
--     CONSTRAINT "unused_pkey" PRIMARY KEY ("id")
--   );
=== tables/drop-everything
ALTER TABLE "public"."c" DROP CONSTRAINT "c_p";
ALTER TABLE "public"."g" DROP CONSTRAINT "g_c";
DROP TABLE "public"."c";
DROP TABLE "public"."g";
DROP TABLE "public"."p";
-- critical table.drop table public.c
-- critical table.drop table public.g
-- critical table.drop table public.p
-- undo R1
--   CREATE TABLE "public"."c" (
--     "id" integer NOT NULL,
--     "p_id" integer,
--     CONSTRAINT "c_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."g" (
--     "id" integer NOT NULL,
--     "c_id" integer,
--     CONSTRAINT "g_pkey" PRIMARY KEY ("id")
--   );
--   CREATE TABLE "public"."p" (
--     "id" integer NOT NULL,
--     CONSTRAINT "p_pkey" PRIMARY KEY ("id")
--   );
--   ALTER TABLE "public"."c" ADD CONSTRAINT "c_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id");
--   ALTER TABLE "public"."g" ADD CONSTRAINT "g_c" FOREIGN KEY ("c_id") REFERENCES "public"."c" ("id");
=== tables/drop-with-rows
DROP TABLE "public"."legacy_order";
-- critical table.drop table public.legacy_order
-- undo R1
--   CREATE TABLE "public"."legacy_order" (
--     "id" integer NOT NULL,
--     "total" numeric(10,2) NOT NULL,
--     "note" character varying(100),
--     CONSTRAINT "legacy_order_pkey" PRIMARY KEY ("id")
--   );
=== tables/empty-on-both-sides
nothing to do
=== tables/gains-two-tables-and-links-old
CREATE TABLE "public"."bank" (
  "id" integer NOT NULL,
  CONSTRAINT "bank_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."payer" (
  "id" integer NOT NULL,
  "bank_id" integer,
  CONSTRAINT "payer_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."invoice" ADD COLUMN "payer_id" integer;
ALTER TABLE "public"."payer" ADD CONSTRAINT "payer_bank" FOREIGN KEY ("bank_id") REFERENCES "public"."bank" ("id");
ALTER TABLE "public"."invoice" ADD CONSTRAINT "invoice_payer" FOREIGN KEY ("payer_id") REFERENCES "public"."payer" ("id") NOT VALID;
-- committed
ALTER TABLE "public"."invoice" VALIDATE CONSTRAINT "invoice_payer";
-- low foreign_key.add foreign key public.invoice.invoice_payer
-- low steps.committed_singly table public.bank
-- info plans.cached table public.invoice
-- advice style.foreign_key_index foreign key public.invoice.invoice_payer
-- advice style.foreign_key_index foreign key public.payer.payer_bank
-- undo R2
--   ALTER TABLE "public"."invoice" DROP CONSTRAINT "invoice_payer";
--   ALTER TABLE "public"."payer" DROP CONSTRAINT "payer_bank";
--   DROP TABLE "public"."bank";
--   DROP TABLE "public"."payer";
--   ALTER TABLE "public"."invoice" DROP COLUMN "payer_id";
=== tables/many-columns
ALTER TABLE "public"."wide" DROP COLUMN "c20";
ALTER TABLE "public"."wide" ADD COLUMN "d01" character varying(10);
ALTER TABLE "public"."wide" ADD COLUMN "d02" character varying(10) DEFAULT 'x'::character varying;
-- critical column.drop column public.wide.c20
-- info plans.cached table public.wide
-- undo R1
--   ALTER TABLE "public"."wide" DROP COLUMN "d01";
--   ALTER TABLE "public"."wide" DROP COLUMN "d02";
--   ALTER TABLE "public"."wide" ADD COLUMN "c20" integer;
=== tables/nothing-to-do
nothing to do
=== tables/prune-exact-drops-all-kinds
ALTER TABLE "public"."t" DROP CONSTRAINT "t_p";
ALTER TABLE "public"."t" DROP CONSTRAINT "t_c";
-- committed
DROP INDEX CONCURRENTLY "public"."t_a";
-- committed
ALTER TABLE "public"."t" DROP CONSTRAINT "t_b";
ALTER TABLE "public"."t" DROP COLUMN "b";
ALTER TABLE "public"."t" DROP COLUMN "p_id";
-- critical column.drop column public.t.b
-- critical column.drop column public.t.p_id
-- high foreign_key.drop foreign key public.t.t_p
-- medium constraint.drop check public.t.t_c
-- medium index.drop index public.t.t_a
-- medium constraint.drop unique public.t.t_b
-- low steps.committed_singly table public.t
-- info plans.cached table public.t
-- undo R1
--   ALTER TABLE "public"."t" ADD COLUMN "b" integer;
--   ALTER TABLE "public"."t" ADD COLUMN "p_id" integer;
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_c" CHECK ((a > 0)) NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_c";
--   CREATE UNIQUE INDEX CONCURRENTLY "driftless_346785d3" ON "public"."t" USING btree ("b");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_b" UNIQUE USING INDEX "driftless_346785d3";
--   CREATE INDEX CONCURRENTLY "t_a" ON "public"."t" USING btree ("a");
--   ALTER TABLE "public"."t" ADD CONSTRAINT "t_p" FOREIGN KEY ("p_id") REFERENCES "public"."p" ("id") NOT VALID;
--   ALTER TABLE "public"."t" VALIDATE CONSTRAINT "t_p";
=== tables/prune-keep-columns-and-indexes
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
ALTER TABLE "public"."t" ADD COLUMN "c" integer;
-- medium table.rewrite column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- info plans.cached table public.t
-- undo R2
--   ALTER TABLE "public"."t" DROP COLUMN "c";
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
=== tables/prune-keep-leaves-undeclared
nothing to do
=== tables/prune-keep-still-adds
CREATE TABLE "public"."fresh" (
  "id" integer NOT NULL,
  CONSTRAINT "fresh_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."declared" ADD COLUMN "a" character varying(10);
-- info plans.cached table public.declared
-- undo R2
--   DROP TABLE "public"."fresh";
--   ALTER TABLE "public"."declared" DROP COLUMN "a";
=== tables/prune-owned-leaves-never-declared
nothing to do
=== tables/replace-one-by-another
DROP TABLE "public"."old_log";
CREATE TABLE "public"."metric" (
  "host" character varying(60) NOT NULL,
  "value" double precision,
  CONSTRAINT "metric_pkey" PRIMARY KEY ("host")
);
-- critical table.drop table public.old_log
-- undo R1
--   DROP TABLE "public"."metric";
--   CREATE TABLE "public"."old_log" (
--     "id" integer NOT NULL,
--     "line" character varying(200),
--     CONSTRAINT "old_log_pkey" PRIMARY KEY ("id")
--   );
=== tables/three-level-chain-reversed
CREATE TABLE "public"."a_city" (
  "id" integer NOT NULL,
  "region_id" integer NOT NULL,
  CONSTRAINT "a_city_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."b_region" (
  "id" integer NOT NULL,
  "country_id" integer NOT NULL,
  CONSTRAINT "b_region_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."c_country" (
  "id" integer NOT NULL,
  CONSTRAINT "c_country_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."a_city" ADD CONSTRAINT "city_region" FOREIGN KEY ("region_id") REFERENCES "public"."b_region" ("id");
ALTER TABLE "public"."b_region" ADD CONSTRAINT "region_country" FOREIGN KEY ("country_id") REFERENCES "public"."c_country" ("id");
-- advice style.foreign_key_index foreign key public.a_city.city_region
-- advice style.foreign_key_index foreign key public.b_region.region_country
-- undo R2
--   ALTER TABLE "public"."a_city" DROP CONSTRAINT "city_region";
--   ALTER TABLE "public"."b_region" DROP CONSTRAINT "region_country";
--   DROP TABLE "public"."a_city";
--   DROP TABLE "public"."b_region";
--   DROP TABLE "public"."c_country";
=== tables/two-thousand-rows-through-five-changes
ALTER TABLE "public"."t" ALTER COLUMN "id" TYPE bigint;
ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE bigint;
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_200c839d" CHECK ("a" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_200c839d";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_200c839d";
ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(40);
ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT 'x'::character varying;
ALTER TABLE "public"."t" ADD CONSTRAINT "driftless_1d0c7ee4" CHECK ("b" IS NOT NULL) NOT VALID;
-- committed
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "driftless_1d0c7ee4";
-- committed
ALTER TABLE "public"."t" ALTER COLUMN "b" SET NOT NULL;
ALTER TABLE "public"."t" DROP CONSTRAINT "driftless_1d0c7ee4";
-- committed
CREATE UNIQUE INDEX CONCURRENTLY "driftless_15f98b4c" ON "public"."t" USING btree ("id", "a");
-- committed
ALTER TABLE "public"."t" ADD CONSTRAINT "t_ab" UNIQUE USING INDEX "driftless_15f98b4c";
-- committed
CREATE INDEX CONCURRENTLY "t_b" ON "public"."t" USING btree ("b", "a");
-- medium table.rewrite column public.t.a
-- medium table.rewrite column public.t.id
-- low column.not_null column public.t.a
-- low column.type column public.t.a
-- low statistics.lost column public.t.a
-- low column.not_null column public.t.b
-- low column.type column public.t.b
-- low statistics.lost column public.t.b
-- low column.type column public.t.id
-- low statistics.lost column public.t.id
-- low steps.committed_singly table public.t
-- low unique.add unique public.t.t_ab
-- info plans.cached table public.t
-- undo R2
--   DROP INDEX CONCURRENTLY "public"."t_b";
--   ALTER TABLE "public"."t" DROP CONSTRAINT "t_ab";
--   ALTER TABLE "public"."t" ALTER COLUMN "id" TYPE integer;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE integer;
--   ALTER TABLE "public"."t" ALTER COLUMN "a" DROP NOT NULL;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" DROP DEFAULT;
--   ALTER TABLE "public"."t" ALTER COLUMN "b" TYPE character varying(20);
--   ALTER TABLE "public"."t" ALTER COLUMN "b" DROP NOT NULL;
=== tables/without-key
ALTER TABLE "public"."reading" ADD COLUMN "unit" character varying(8);
-- info plans.cached table public.reading
-- undo R2
--   ALTER TABLE "public"."reading" DROP COLUMN "unit";
