=== bystanders/trigger-on-unrelated-table
ALTER TABLE `other` ADD COLUMN `b` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `other` DROP COLUMN `b`, ALGORITHM=INSTANT;
=== bystanders/view-nothing-to-do
nothing to do
=== bystanders/view-on-table-that-gains-a-column
ALTER TABLE `t` ADD COLUMN `b` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `a`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
=== bystanders/view-untouched
ALTER TABLE `other` ADD COLUMN `b` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `other` DROP COLUMN `b`, ALGORITHM=INSTANT;
=== checks/added-named
ALTER TABLE `t` ADD CONSTRAINT `t_a_positive` CHECK ((`a` > 0)), ALGORITHM=COPY;
-- medium table.copy check t.t_a_positive
-- low check.add check t.t_a_positive
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_a_positive`, ALGORITHM=INSTANT;
=== checks/added-unnamed
ALTER TABLE `t` ADD CONSTRAINT `t_chk_1` CHECK (((`a` >= 0) and (`a` < 1000))), ALGORITHM=COPY;
-- medium table.copy check t.t_chk_1
-- low check.add check t.t_chk_1
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_chk_1`, ALGORITHM=INSTANT;
=== checks/case-expression
ALTER TABLE `t` ADD CONSTRAINT `n_by_kind` CHECK (((case when (`kind` = _utf8mb4'a') then `n` else 1 end) > 0)), ALGORITHM=COPY;
-- medium table.copy check t.n_by_kind
-- low check.add check t.n_by_kind
-- undo R0
--   ALTER TABLE `t` DROP CHECK `n_by_kind`, ALGORITHM=INSTANT;
=== checks/dropped
ALTER TABLE `t` DROP CHECK `t_a`, ALGORITHM=INSTANT;
-- medium constraint.drop check t.t_a
-- undo R0
--   ALTER TABLE `t` ADD CONSTRAINT `t_a` CHECK ((`a` > 0)), ALGORITHM=COPY;
=== checks/expression-changed
ALTER TABLE `t` DROP CHECK `t_a`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `t_a` CHECK ((`a` > 1)), ALGORITHM=COPY;
-- medium table.copy check t.t_a
-- low check.add check t.t_a
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_a`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_a` CHECK ((`a` > 0)), ALGORITHM=COPY;
=== checks/length-and-pattern
nothing to do
=== checks/long-value-list
ALTER TABLE `t` DROP CHECK `t_c`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `t_c` CHECK ((`c` in (_utf8mb4'AAA',_utf8mb4'AAB',_utf8mb4'AAC',_utf8mb4'AAD',_utf8mb4'AAE',_utf8mb4'AAF',_utf8mb4'AAG',_utf8mb4'AAH',_utf8mb4'AAI',_utf8mb4'AAJ',_utf8mb4'ABA',_utf8mb4'ABB',_utf8mb4'ABC',_utf8mb4'ABD',_utf8mb4'ABE',_utf8mb4'ABF',_utf8mb4'ABG',_utf8mb4'ABH',_utf8mb4'ABI',_utf8mb4'ABJ',_utf8mb4'ACA',_utf8mb4'ACB',_utf8mb4'ACC',_utf8mb4'ACD',_utf8mb4'ACE',_utf8mb4'ACF',_utf8mb4'ACG',_utf8mb4'ACH',_utf8mb4'ACI',_utf8mb4'ACJ',_utf8mb4'ADA',_utf8mb4'ADB',_utf8mb4'ADC',_utf8mb4'ADD',_utf8mb4'ADE',_utf8mb4'ADF',_utf8mb4'ADG',_utf8mb4'ADH',_utf8mb4'ADI',_utf8mb4'ADJ',_utf8mb4'AEA'))), ALGORITHM=COPY;
-- medium table.copy check t.t_c
-- low check.add check t.t_c
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_c`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_c` CHECK ((`c` in (_utf8mb4'AAA',_utf8mb4'AAB',_utf8mb4'AAC',_utf8mb4'AAD',_utf8mb4'AAE',_utf8mb4'AAF',_utf8mb4'AAG',_utf8mb4'AAH',_utf8mb4'AAI',_utf8mb4'AAJ',_utf8mb4'ABA',_utf8mb4'ABB',_utf8mb4'ABC',_utf8mb4'ABD',_utf8mb4'ABE',_utf8mb4'ABF',_utf8mb4'ABG',_utf8mb4'ABH',_utf8mb4'ABI',_utf8mb4'ABJ',_utf8mb4'ACA',_utf8mb4'ACB',_utf8mb4'ACC',_utf8mb4'ACD',_utf8mb4'ACE',_utf8mb4'ACF',_utf8mb4'ACG',_utf8mb4'ACH',_utf8mb4'ACI',_utf8mb4'ACJ',_utf8mb4'ADA',_utf8mb4'ADB',_utf8mb4'ADC',_utf8mb4'ADD',_utf8mb4'ADE',_utf8mb4'ADF',_utf8mb4'ADG',_utf8mb4'ADH',_utf8mb4'ADI',_utf8mb4'ADJ'))), ALGORITHM=COPY;
=== checks/name-changed-only
ALTER TABLE `t` DROP CHECK `old_name`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `new_name` CHECK ((`a` > 0)), ALGORITHM=COPY;
-- medium table.copy check t.new_name
-- undo R0
--   ALTER TABLE `t` DROP CHECK `new_name`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `old_name` CHECK ((`a` > 0)), ALGORITHM=COPY;
=== checks/named-is-declared-without-name
nothing to do
=== checks/on-a-new-column
ALTER TABLE `t` ADD COLUMN `pct` int NOT NULL DEFAULT 50 AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `t_pct` CHECK ((`pct` between 0 and 100)), ALGORITHM=COPY;
-- high check.add check t.t_pct
-- medium table.copy check t.t_pct
-- undo R2
--   ALTER TABLE `t` DROP CHECK `t_pct`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `pct`, ALGORITHM=INSTANT;
=== checks/over-two-columns-one-of-them-wider
ALTER TABLE `t` MODIFY COLUMN `low` bigint NULL, ALGORITHM=COPY;
-- medium table.copy column t.low
-- low column.type column t.low
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `low` smallint NULL, ALGORITHM=COPY;
=== checks/quotes-inside
ALTER TABLE `t` ADD CONSTRAINT `t_s` CHECK (((`s` <> _utf8mb4'it\'s') and (`s` <> _utf8mb4'"') and (`s` <> _utf8mb4';'))), ALGORITHM=COPY;
-- low check.add check t.t_s
-- info table.copy check t.t_s
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_s`, ALGORITHM=INSTANT;
=== checks/rewritten-forms-nothing-to-do
nothing to do
=== checks/several-of-one-table-one-changes
ALTER TABLE `t` DROP CHECK `c2`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `c2` CHECK ((`b` > 1)), ALGORITHM=COPY;
-- medium table.copy check t.c2
-- low check.add check t.c2
-- undo R0
--   ALTER TABLE `t` DROP CHECK `c2`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `c2` CHECK ((`b` > 0)), ALGORITHM=COPY;
=== checks/two-unnamed-of-one-column
nothing to do
=== checks/unnamed-gets-a-name
ALTER TABLE `t` DROP CHECK `t_chk_1`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `a_positive` CHECK ((`a` > 0)), ALGORITHM=COPY;
-- medium table.copy check t.a_positive
-- undo R0
=== checks/value-list-grows
ALTER TABLE `t` DROP CHECK `t_state`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `t_state` CHECK ((`state` in (_utf8mb4'new',_utf8mb4'paid',_utf8mb4'sent'))), ALGORITHM=COPY;
-- medium table.copy check t.t_state
-- low check.add check t.t_state
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_state`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_state` CHECK ((`state` in (_utf8mb4'new',_utf8mb4'paid'))), ALGORITHM=COPY;
=== columns/add-not-null-with-default
ALTER TABLE `t` ADD COLUMN `state` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'new' AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `tries` int NOT NULL DEFAULT 0 AFTER `state`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `tries`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `state`, ALGORITHM=INSTANT;
=== columns/add-nullable-at-the-end
ALTER TABLE `t` ADD COLUMN `note` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `a`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `note`, ALGORITHM=INSTANT;
=== columns/add-nullable-in-the-middle
ALTER TABLE `t` ADD COLUMN `m` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `a`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `m`, ALGORITHM=INSTANT;
=== columns/add-required-to-empty-table
ALTER TABLE `t` ADD COLUMN `code` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL AFTER `id`, ALGORITHM=INSTANT;
-- low column.add.required column t.code
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `code`, ALGORITHM=INSTANT;
=== columns/add-several-at-once
ALTER TABLE `t` ADD COLUMN `a` int NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `b` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'b' AFTER `a`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `c` decimal(12,4) NOT NULL DEFAULT 1.5000 AFTER `b`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `d` date NULL AFTER `c`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `d`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
=== columns/added-to-three-tables
ALTER TABLE `a` ADD COLUMN `tenant` int NOT NULL DEFAULT 1 AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `b` ADD COLUMN `tenant` int NOT NULL DEFAULT 1 AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `c` ADD COLUMN `tenant` int NOT NULL DEFAULT 1 AFTER `updated`, ALGORITHM=INSTANT;
-- low steps.committed_singly table a
-- undo R2
--   ALTER TABLE `a` DROP COLUMN `tenant`, ALGORITHM=INSTANT;
--   ALTER TABLE `b` DROP COLUMN `tenant`, ALGORITHM=INSTANT;
--   ALTER TABLE `c` DROP COLUMN `tenant`, ALGORITHM=INSTANT;
=== columns/all-columns-replaced
ALTER TABLE `t` ADD COLUMN `c` date NULL FIRST, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `d` decimal(5,2) NULL AFTER `c`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `e` bigint NULL AFTER `d`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
-- critical column.drop column t.a
-- critical column.drop column t.b
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `a` int NULL FIRST, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `b` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `a`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `e`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `d`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
=== columns/char-to-varchar
ALTER TABLE `t` MODIFY COLUMN `v` varchar(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` char(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== columns/date-to-timestamp
ALTER TABLE `t` MODIFY COLUMN `v` datetime NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- low copy.zero_date table t
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` date NULL, ALGORITHM=COPY;
=== columns/decimal-loses-whole-digits
ALTER TABLE `t` MODIFY COLUMN `v` decimal(6,4) NOT NULL, ALGORITHM=COPY;
-- critical column.narrow column t.v
-- medium table.copy column t.v
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `v` decimal(6,2) NOT NULL, ALGORITHM=COPY;
=== columns/decimal-scale-grows-whole-digits-stay
ALTER TABLE `t` MODIFY COLUMN `v` decimal(7,4) NOT NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` decimal(5,2) NOT NULL, ALGORITHM=COPY;
=== columns/drop-all-null
ALTER TABLE `t` DROP COLUMN `never_used`, ALGORITHM=INSTANT;
-- medium column.drop column t.never_used
-- undo R0
--   ALTER TABLE `t` ADD COLUMN `never_used` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `a`, ALGORITHM=INSTANT;
=== columns/drop-and-add-look-alike
ALTER TABLE `t` ADD COLUMN `price` decimal(10,2) NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `price_text`, ALGORITHM=INSTANT;
-- critical column.drop column t.price_text
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `price_text` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `price`, ALGORITHM=INSTANT;
=== columns/drop-from-the-middle
ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
-- critical column.drop column t.b
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `b` int NOT NULL AFTER `a`, ALGORITHM=INSTANT;
=== columns/drop-one-of-a-composite-index
ALTER TABLE `t` DROP INDEX `t_ab`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD KEY `t_ab` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
-- critical column.drop column t.b
-- undo R1
--   ALTER TABLE `t` DROP INDEX `t_ab`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD COLUMN `b` int NULL AFTER `a`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD KEY `t_ab` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
=== columns/drop-two-keep-one
ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
-- critical column.drop column t.a
-- critical column.drop column t.c
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `c` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `b`, ALGORITHM=INSTANT;
=== columns/drop-with-check
ALTER TABLE `t` DROP CHECK `t_order`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `high`, ALGORITHM=INSTANT;
-- critical column.drop column t.high
-- medium constraint.drop check t.t_order
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `high` int NULL AFTER `low`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_order` CHECK ((`low` <= `high`)), ALGORITHM=COPY;
=== columns/drop-with-foreign-key
ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` DROP COLUMN `p_id`, ALGORITHM=INSTANT;
-- critical column.drop column c.p_id
-- high foreign_key.drop foreign key c.c_p
-- undo R1
--   ALTER TABLE `c` ADD COLUMN `p_id` int NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
=== columns/drop-with-index
ALTER TABLE `t` DROP INDEX `t_b`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
-- critical column.drop column t.b
-- medium index.drop index t.t_b
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `b` int NULL AFTER `a`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD KEY `t_b` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
=== columns/drop-with-unique
ALTER TABLE `t` DROP INDEX `t_slug`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP COLUMN `slug`, ALGORITHM=INSTANT;
-- critical column.drop column t.slug
-- medium constraint.drop unique t.t_slug
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `slug` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD UNIQUE KEY `t_slug` (`slug`), ALGORITHM=INPLACE, LOCK=NONE;
=== columns/drop-with-values
ALTER TABLE `t` DROP COLUMN `secret`, ALGORITHM=INSTANT;
-- critical column.drop column t.secret
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `secret` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `a`, ALGORITHM=INSTANT;
=== columns/dropped-from-everything-it-is-in
ALTER TABLE `t` DROP CHECK `t_a_check`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `t_a_b`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD KEY `t_b` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
-- critical column.drop column t.a
-- medium constraint.drop check t.t_a_check
-- medium index.drop index t.t_a_b
-- medium constraint.drop unique t.t_a
-- undo R1
--   ALTER TABLE `t` DROP INDEX `t_b`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD COLUMN `a` int NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_a_check` CHECK ((`a` > 0)), ALGORITHM=COPY;
--   ALTER TABLE `t` ADD UNIQUE KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_a_b` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
=== columns/eighty-columns-half-change
ALTER TABLE `wide` MODIFY COLUMN `c01` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c03` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c05` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c07` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c09` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c11` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c13` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c15` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c17` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c19` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c21` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c23` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c25` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c27` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c29` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c31` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c33` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c35` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c37` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c39` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c41` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c43` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c45` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c47` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c49` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c51` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c53` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c55` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c57` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c59` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c61` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c63` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c65` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c67` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c69` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c71` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c73` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c75` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c77` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `wide` MODIFY COLUMN `c79` bigint NULL, ALGORITHM=COPY;
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
-- info table.copy column wide.c01
-- info table.copy column wide.c03
-- info table.copy column wide.c05
-- info table.copy column wide.c07
-- info table.copy column wide.c09
-- info table.copy column wide.c11
-- info table.copy column wide.c13
-- info table.copy column wide.c15
-- info table.copy column wide.c17
-- info table.copy column wide.c19
-- info table.copy column wide.c21
-- info table.copy column wide.c23
-- info table.copy column wide.c25
-- info table.copy column wide.c27
-- info table.copy column wide.c29
-- info table.copy column wide.c31
-- info table.copy column wide.c33
-- info table.copy column wide.c35
-- info table.copy column wide.c37
-- info table.copy column wide.c39
-- info table.copy column wide.c41
-- info table.copy column wide.c43
-- info table.copy column wide.c45
-- info table.copy column wide.c47
-- info table.copy column wide.c49
-- info table.copy column wide.c51
-- info table.copy column wide.c53
-- info table.copy column wide.c55
-- info table.copy column wide.c57
-- info table.copy column wide.c59
-- info table.copy column wide.c61
-- info table.copy column wide.c63
-- info table.copy column wide.c65
-- info table.copy column wide.c67
-- info table.copy column wide.c69
-- info table.copy column wide.c71
-- info table.copy column wide.c73
-- info table.copy column wide.c75
-- info table.copy column wide.c77
-- info table.copy column wide.c79
-- undo R2
--   ALTER TABLE `wide` MODIFY COLUMN `c01` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c03` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c05` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c07` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c09` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c11` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c13` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c15` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c17` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c19` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c21` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c23` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c25` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c27` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c29` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c31` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c33` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c35` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c37` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c39` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c41` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c43` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c45` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c47` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c49` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c51` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c53` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c55` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c57` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c59` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c61` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c63` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c65` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c67` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c69` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c71` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c73` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c75` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c77` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `wide` MODIFY COLUMN `c79` int NULL, ALGORITHM=COPY;
=== columns/every-change-at-once
ALTER TABLE `t` ADD COLUMN `fresh` decimal(8,3) NOT NULL DEFAULT 1.500 AFTER `stays`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `wide` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `must` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `may` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP COLUMN `gone`, ALGORITHM=INSTANT;
-- critical column.drop column t.gone
-- medium table.copy column t.wide
-- low column.nullable column t.may
-- low column.not_null column t.must
-- low column.type column t.wide
-- low copy.zero_date table t
-- info table.rebuild.online column t.may
-- info table.rebuild.online column t.must
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `gone` int NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `wide` smallint NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `must` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `may` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP COLUMN `fresh`, ALGORITHM=INSTANT;
=== columns/float-to-double
ALTER TABLE `t` MODIFY COLUMN `v` double NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` float NULL, ALGORITHM=COPY;
=== columns/integer-narrowed-that-fits
ALTER TABLE `t` MODIFY COLUMN `v` smallint NULL, ALGORITHM=COPY;
-- critical column.narrow column t.v
-- medium table.copy column t.v
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `v` int NULL, ALGORITHM=COPY;
=== columns/integer-to-decimal
ALTER TABLE `t` MODIFY COLUMN `v` decimal(12,2) NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` int NULL, ALGORITHM=COPY;
=== columns/narrow-bigint-fits
ALTER TABLE `t` MODIFY COLUMN `n` int NULL, ALGORITHM=COPY;
-- critical column.narrow column t.n
-- medium table.copy column t.n
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `n` bigint NULL, ALGORITHM=COPY;
=== columns/narrow-decimal-scale-fits
ALTER TABLE `t` MODIFY COLUMN `n` decimal(10,2) NULL, ALGORITHM=COPY;
-- critical column.narrow column t.n
-- medium table.copy column t.n
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `n` decimal(10,4) NULL, ALGORITHM=COPY;
=== columns/narrow-varchar-fits
ALTER TABLE `t` MODIFY COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- medium table.copy column t.a
-- low column.narrow column t.a
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== columns/not-null-and-default-together
ALTER TABLE `t` MODIFY COLUMN `a` int NOT NULL DEFAULT 3, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.not_null column t.a
-- info table.rebuild.online column t.a
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=INPLACE, LOCK=NONE;
=== columns/not-null-to-nullable
ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'x', ALGORITHM=INPLACE, LOCK=NONE;
-- low column.nullable column t.a
-- info table.rebuild.online column t.a
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'x', ALGORITHM=INPLACE, LOCK=NONE;
=== columns/nullable-to-not-null-backfilled
ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.not_null column t.a
-- info table.rebuild.online column t.a
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
=== columns/nullable-to-required-with-default-and-nulls-filled
ALTER TABLE `t` MODIFY COLUMN `n` bigint NOT NULL DEFAULT 1, ALGORITHM=COPY;
-- medium table.copy column t.n
-- low column.not_null column t.n
-- low column.type column t.n
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `n` smallint NULL, ALGORITHM=COPY;
=== columns/required-with-default-dropped-and-another-added
ALTER TABLE `t` ADD COLUMN `state` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'new' AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `flag`, ALGORITHM=INSTANT;
-- critical column.drop column t.flag
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `flag` smallint NOT NULL DEFAULT 0 AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `state`, ALGORITHM=INSTANT;
=== columns/ten-dropped-of-twelve
ALTER TABLE `t` DROP COLUMN `k`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `j`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `i`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `h`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `g`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `e`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `d`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
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
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `a` int NULL FIRST, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `b` int NULL AFTER `a`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `c` int NULL AFTER `b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `d` int NULL AFTER `c`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `e` int NULL AFTER `d`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `g` int NULL AFTER `f`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `h` int NULL AFTER `g`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `i` int NULL AFTER `h`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `j` int NULL AFTER `i`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `k` int NULL AFTER `j`, ALGORITHM=INSTANT;
=== columns/text-without-limit-to-limited
ALTER TABLE `t` MODIFY COLUMN `v` varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.narrow column t.v
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `v` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== columns/type-default-and-null-together
ALTER TABLE `t` MODIFY COLUMN `a` bigint NOT NULL DEFAULT 2, ALGORITHM=COPY;
-- medium table.copy column t.a
-- low column.not_null column t.a
-- low column.type column t.a
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` smallint NULL DEFAULT 1, ALGORITHM=COPY;
=== columns/widen-decimal-precision
ALTER TABLE `t` MODIFY COLUMN `n` decimal(12,2) NULL, ALGORITHM=COPY;
-- medium table.copy column t.n
-- low column.type column t.n
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `n` decimal(6,2) NULL, ALGORITHM=COPY;
=== columns/widen-int-to-bigint
ALTER TABLE `t` MODIFY COLUMN `n` bigint NULL, ALGORITHM=COPY;
-- medium table.copy column t.n
-- low column.type column t.n
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `n` int NULL, ALGORITHM=COPY;
=== columns/widen-smallint-to-int-with-default
ALTER TABLE `t` MODIFY COLUMN `n` int NOT NULL DEFAULT 7, ALGORITHM=COPY;
-- medium table.copy column t.n
-- low column.type column t.n
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `n` smallint NOT NULL DEFAULT 7, ALGORITHM=COPY;
=== columns/widen-varchar
ALTER TABLE `t` MODIFY COLUMN `a` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
-- medium table.copy column t.a
-- low column.type column t.a
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
=== columns/widen-varchar-to-text
ALTER TABLE `t` MODIFY COLUMN `a` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- medium table.copy column t.a
-- low column.type column t.a
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== combined/constraint-names-move-between-tables
ALTER TABLE `a` DROP FOREIGN KEY `ref_1`, DROP INDEX `ref_1`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `a` DROP CHECK `rule_1`, ALGORITHM=INSTANT;
ALTER TABLE `b` ADD CONSTRAINT `rule_1` CHECK ((`v` > 0)), ALGORITHM=COPY;
ALTER TABLE `b` ADD CONSTRAINT `ref_1` FOREIGN KEY (`v`) REFERENCES `p` (`id`), ALGORITHM=COPY;
-- high foreign_key.drop foreign key a.ref_1
-- medium constraint.drop check a.rule_1
-- medium table.copy check b.rule_1
-- medium table.copy foreign key b.ref_1
-- low check.add check b.rule_1
-- low foreign_key.add foreign key b.ref_1
-- low steps.committed_singly table a
-- undo R0
--   ALTER TABLE `b` DROP FOREIGN KEY `ref_1`, DROP INDEX `ref_1`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `b` DROP CHECK `rule_1`, ALGORITHM=INSTANT;
--   ALTER TABLE `a` ADD CONSTRAINT `rule_1` CHECK ((`v` > 0)), ALGORITHM=COPY;
--   ALTER TABLE `a` ADD CONSTRAINT `ref_1` FOREIGN KEY (`v`) REFERENCES `p` (`id`), ALGORITHM=COPY;
=== combined/earlier-plan-got-half-way
CREATE TABLE `second_half` (
  `id` int NOT NULL,
  `t_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `t` MODIFY COLUMN `b` int NULL DEFAULT 0, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `second_half` ADD CONSTRAINT `second_t` FOREIGN KEY (`t_id`) REFERENCES `t` (`id`);
-- low steps.committed_singly table second_half
-- undo R2
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `second_half`;
--   ALTER TABLE `t` MODIFY COLUMN `b` int NULL, ALGORITHM=INSTANT;
=== combined/everything-on-one-table
ALTER TABLE `t` DROP CHECK `t_b`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `t_gone`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `t_b_i`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD COLUMN `fresh` date NULL AFTER `p_id`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `a` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `b` bigint NOT NULL DEFAULT 2, ALGORITHM=COPY;
ALTER TABLE `t` DROP COLUMN `gone`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `t_b` CHECK ((`b` >= 0)), ALGORITHM=COPY;
ALTER TABLE `t` ADD UNIQUE KEY `t_ab` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_b_i` (`b`, `fresh`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD CONSTRAINT `t_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
-- critical column.drop column t.gone
-- medium table.copy check t.t_b
-- medium table.copy column t.b
-- medium table.copy foreign key t.t_p
-- medium index.drop index t.t_gone
-- medium constraint.drop unique t.t_a
-- low check.add check t.t_b
-- low column.type column t.a
-- low column.type column t.b
-- low foreign_key.add foreign key t.t_p
-- low unique.add unique t.t_ab
-- advice style.nullable_unique unique t.t_ab
-- undo R1
--   ALTER TABLE `t` DROP FOREIGN KEY `t_p`, DROP INDEX `t_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP CHECK `t_b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP INDEX `t_ab`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `t_b_i`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD COLUMN `gone` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` int NOT NULL DEFAULT 1, ALGORITHM=COPY;
--   ALTER TABLE `t` DROP COLUMN `fresh`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_b` CHECK ((`b` > 0)), ALGORITHM=COPY;
--   ALTER TABLE `t` ADD UNIQUE KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_b_i` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_gone` (`gone`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
=== combined/fifty-tables-created-backwards
CREATE TABLE `t01` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t02` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t03` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t04` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t05` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t06` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t07` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t08` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t09` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t10` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t11` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t12` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t13` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t14` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t15` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t16` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t17` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t18` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t19` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t20` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t21` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t22` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t23` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t24` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t25` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t26` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t27` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t28` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t29` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t30` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t31` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t32` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t33` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t34` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t35` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t36` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t37` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t38` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t39` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t40` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t41` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t42` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t43` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t44` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t45` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t46` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t47` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t48` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t49` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `t50` (
  `id` int NOT NULL,
  `name` varchar(40) NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `t02` ADD CONSTRAINT `t02_parent` FOREIGN KEY (`parent_id`) REFERENCES `t01` (`id`);
ALTER TABLE `t03` ADD CONSTRAINT `t03_parent` FOREIGN KEY (`parent_id`) REFERENCES `t01` (`id`);
ALTER TABLE `t04` ADD CONSTRAINT `t04_parent` FOREIGN KEY (`parent_id`) REFERENCES `t02` (`id`);
ALTER TABLE `t05` ADD CONSTRAINT `t05_parent` FOREIGN KEY (`parent_id`) REFERENCES `t02` (`id`);
ALTER TABLE `t06` ADD CONSTRAINT `t06_parent` FOREIGN KEY (`parent_id`) REFERENCES `t03` (`id`);
ALTER TABLE `t07` ADD CONSTRAINT `t07_parent` FOREIGN KEY (`parent_id`) REFERENCES `t03` (`id`);
ALTER TABLE `t08` ADD CONSTRAINT `t08_parent` FOREIGN KEY (`parent_id`) REFERENCES `t04` (`id`);
ALTER TABLE `t09` ADD CONSTRAINT `t09_parent` FOREIGN KEY (`parent_id`) REFERENCES `t04` (`id`);
ALTER TABLE `t10` ADD CONSTRAINT `t10_parent` FOREIGN KEY (`parent_id`) REFERENCES `t05` (`id`);
ALTER TABLE `t11` ADD CONSTRAINT `t11_parent` FOREIGN KEY (`parent_id`) REFERENCES `t05` (`id`);
ALTER TABLE `t12` ADD CONSTRAINT `t12_parent` FOREIGN KEY (`parent_id`) REFERENCES `t06` (`id`);
ALTER TABLE `t13` ADD CONSTRAINT `t13_parent` FOREIGN KEY (`parent_id`) REFERENCES `t06` (`id`);
ALTER TABLE `t14` ADD CONSTRAINT `t14_parent` FOREIGN KEY (`parent_id`) REFERENCES `t07` (`id`);
ALTER TABLE `t15` ADD CONSTRAINT `t15_parent` FOREIGN KEY (`parent_id`) REFERENCES `t07` (`id`);
ALTER TABLE `t16` ADD CONSTRAINT `t16_parent` FOREIGN KEY (`parent_id`) REFERENCES `t08` (`id`);
ALTER TABLE `t17` ADD CONSTRAINT `t17_parent` FOREIGN KEY (`parent_id`) REFERENCES `t08` (`id`);
ALTER TABLE `t18` ADD CONSTRAINT `t18_parent` FOREIGN KEY (`parent_id`) REFERENCES `t09` (`id`);
ALTER TABLE `t19` ADD CONSTRAINT `t19_parent` FOREIGN KEY (`parent_id`) REFERENCES `t09` (`id`);
ALTER TABLE `t20` ADD CONSTRAINT `t20_parent` FOREIGN KEY (`parent_id`) REFERENCES `t10` (`id`);
ALTER TABLE `t21` ADD CONSTRAINT `t21_parent` FOREIGN KEY (`parent_id`) REFERENCES `t10` (`id`);
ALTER TABLE `t22` ADD CONSTRAINT `t22_parent` FOREIGN KEY (`parent_id`) REFERENCES `t11` (`id`);
ALTER TABLE `t23` ADD CONSTRAINT `t23_parent` FOREIGN KEY (`parent_id`) REFERENCES `t11` (`id`);
ALTER TABLE `t24` ADD CONSTRAINT `t24_parent` FOREIGN KEY (`parent_id`) REFERENCES `t12` (`id`);
ALTER TABLE `t25` ADD CONSTRAINT `t25_parent` FOREIGN KEY (`parent_id`) REFERENCES `t12` (`id`);
ALTER TABLE `t26` ADD CONSTRAINT `t26_parent` FOREIGN KEY (`parent_id`) REFERENCES `t13` (`id`);
ALTER TABLE `t27` ADD CONSTRAINT `t27_parent` FOREIGN KEY (`parent_id`) REFERENCES `t13` (`id`);
ALTER TABLE `t28` ADD CONSTRAINT `t28_parent` FOREIGN KEY (`parent_id`) REFERENCES `t14` (`id`);
ALTER TABLE `t29` ADD CONSTRAINT `t29_parent` FOREIGN KEY (`parent_id`) REFERENCES `t14` (`id`);
ALTER TABLE `t30` ADD CONSTRAINT `t30_parent` FOREIGN KEY (`parent_id`) REFERENCES `t15` (`id`);
ALTER TABLE `t31` ADD CONSTRAINT `t31_parent` FOREIGN KEY (`parent_id`) REFERENCES `t15` (`id`);
ALTER TABLE `t32` ADD CONSTRAINT `t32_parent` FOREIGN KEY (`parent_id`) REFERENCES `t16` (`id`);
ALTER TABLE `t33` ADD CONSTRAINT `t33_parent` FOREIGN KEY (`parent_id`) REFERENCES `t16` (`id`);
ALTER TABLE `t34` ADD CONSTRAINT `t34_parent` FOREIGN KEY (`parent_id`) REFERENCES `t17` (`id`);
ALTER TABLE `t35` ADD CONSTRAINT `t35_parent` FOREIGN KEY (`parent_id`) REFERENCES `t17` (`id`);
ALTER TABLE `t36` ADD CONSTRAINT `t36_parent` FOREIGN KEY (`parent_id`) REFERENCES `t18` (`id`);
ALTER TABLE `t37` ADD CONSTRAINT `t37_parent` FOREIGN KEY (`parent_id`) REFERENCES `t18` (`id`);
ALTER TABLE `t38` ADD CONSTRAINT `t38_parent` FOREIGN KEY (`parent_id`) REFERENCES `t19` (`id`);
ALTER TABLE `t39` ADD CONSTRAINT `t39_parent` FOREIGN KEY (`parent_id`) REFERENCES `t19` (`id`);
ALTER TABLE `t40` ADD CONSTRAINT `t40_parent` FOREIGN KEY (`parent_id`) REFERENCES `t20` (`id`);
ALTER TABLE `t41` ADD CONSTRAINT `t41_parent` FOREIGN KEY (`parent_id`) REFERENCES `t20` (`id`);
ALTER TABLE `t42` ADD CONSTRAINT `t42_parent` FOREIGN KEY (`parent_id`) REFERENCES `t21` (`id`);
ALTER TABLE `t43` ADD CONSTRAINT `t43_parent` FOREIGN KEY (`parent_id`) REFERENCES `t21` (`id`);
ALTER TABLE `t44` ADD CONSTRAINT `t44_parent` FOREIGN KEY (`parent_id`) REFERENCES `t22` (`id`);
ALTER TABLE `t45` ADD CONSTRAINT `t45_parent` FOREIGN KEY (`parent_id`) REFERENCES `t22` (`id`);
ALTER TABLE `t46` ADD CONSTRAINT `t46_parent` FOREIGN KEY (`parent_id`) REFERENCES `t23` (`id`);
ALTER TABLE `t47` ADD CONSTRAINT `t47_parent` FOREIGN KEY (`parent_id`) REFERENCES `t23` (`id`);
ALTER TABLE `t48` ADD CONSTRAINT `t48_parent` FOREIGN KEY (`parent_id`) REFERENCES `t24` (`id`);
ALTER TABLE `t49` ADD CONSTRAINT `t49_parent` FOREIGN KEY (`parent_id`) REFERENCES `t24` (`id`);
ALTER TABLE `t50` ADD CONSTRAINT `t50_parent` FOREIGN KEY (`parent_id`) REFERENCES `t25` (`id`);
-- low steps.committed_singly table t01
-- undo R2
--   ALTER TABLE `t02` DROP FOREIGN KEY `t02_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t03` DROP FOREIGN KEY `t03_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t04` DROP FOREIGN KEY `t04_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t05` DROP FOREIGN KEY `t05_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t06` DROP FOREIGN KEY `t06_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t07` DROP FOREIGN KEY `t07_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t08` DROP FOREIGN KEY `t08_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t09` DROP FOREIGN KEY `t09_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t10` DROP FOREIGN KEY `t10_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t11` DROP FOREIGN KEY `t11_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t12` DROP FOREIGN KEY `t12_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t13` DROP FOREIGN KEY `t13_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t14` DROP FOREIGN KEY `t14_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t15` DROP FOREIGN KEY `t15_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t16` DROP FOREIGN KEY `t16_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t17` DROP FOREIGN KEY `t17_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t18` DROP FOREIGN KEY `t18_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t19` DROP FOREIGN KEY `t19_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t20` DROP FOREIGN KEY `t20_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t21` DROP FOREIGN KEY `t21_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t22` DROP FOREIGN KEY `t22_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t23` DROP FOREIGN KEY `t23_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t24` DROP FOREIGN KEY `t24_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t25` DROP FOREIGN KEY `t25_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t26` DROP FOREIGN KEY `t26_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t27` DROP FOREIGN KEY `t27_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t28` DROP FOREIGN KEY `t28_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t29` DROP FOREIGN KEY `t29_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t30` DROP FOREIGN KEY `t30_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t31` DROP FOREIGN KEY `t31_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t32` DROP FOREIGN KEY `t32_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t33` DROP FOREIGN KEY `t33_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t34` DROP FOREIGN KEY `t34_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t35` DROP FOREIGN KEY `t35_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t36` DROP FOREIGN KEY `t36_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t37` DROP FOREIGN KEY `t37_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t38` DROP FOREIGN KEY `t38_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t39` DROP FOREIGN KEY `t39_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t40` DROP FOREIGN KEY `t40_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t41` DROP FOREIGN KEY `t41_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t42` DROP FOREIGN KEY `t42_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t43` DROP FOREIGN KEY `t43_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t44` DROP FOREIGN KEY `t44_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t45` DROP FOREIGN KEY `t45_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t46` DROP FOREIGN KEY `t46_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t47` DROP FOREIGN KEY `t47_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t48` DROP FOREIGN KEY `t48_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t49` DROP FOREIGN KEY `t49_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t50` DROP FOREIGN KEY `t50_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `t01`;
--   DROP TABLE `t02`;
--   DROP TABLE `t03`;
--   DROP TABLE `t04`;
--   DROP TABLE `t05`;
--   DROP TABLE `t06`;
--   DROP TABLE `t07`;
--   DROP TABLE `t08`;
--   DROP TABLE `t09`;
--   DROP TABLE `t10`;
--   DROP TABLE `t11`;
--   DROP TABLE `t12`;
--   DROP TABLE `t13`;
--   DROP TABLE `t14`;
--   DROP TABLE `t15`;
--   DROP TABLE `t16`;
--   DROP TABLE `t17`;
--   DROP TABLE `t18`;
--   DROP TABLE `t19`;
--   DROP TABLE `t20`;
--   DROP TABLE `t21`;
--   DROP TABLE `t22`;
--   DROP TABLE `t23`;
--   DROP TABLE `t24`;
--   DROP TABLE `t25`;
--   DROP TABLE `t26`;
--   DROP TABLE `t27`;
--   DROP TABLE `t28`;
--   DROP TABLE `t29`;
--   DROP TABLE `t30`;
--   DROP TABLE `t31`;
--   DROP TABLE `t32`;
--   DROP TABLE `t33`;
--   DROP TABLE `t34`;
--   DROP TABLE `t35`;
--   DROP TABLE `t36`;
--   DROP TABLE `t37`;
--   DROP TABLE `t38`;
--   DROP TABLE `t39`;
--   DROP TABLE `t40`;
--   DROP TABLE `t41`;
--   DROP TABLE `t42`;
--   DROP TABLE `t43`;
--   DROP TABLE `t44`;
--   DROP TABLE `t45`;
--   DROP TABLE `t46`;
--   DROP TABLE `t47`;
--   DROP TABLE `t48`;
--   DROP TABLE `t49`;
--   DROP TABLE `t50`;
=== combined/fifty-tables-nothing-to-do
nothing to do
=== combined/fifty-tables-three-change
ALTER TABLE `t07` ADD COLUMN `note` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `parent_id`, ALGORITHM=INSTANT;
ALTER TABLE `t23` ADD COLUMN `note` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `parent_id`, ALGORITHM=INSTANT;
ALTER TABLE `t50` ADD COLUMN `note` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `parent_id`, ALGORITHM=INSTANT;
-- low steps.committed_singly table t07
-- undo R2
--   ALTER TABLE `t07` DROP COLUMN `note`, ALGORITHM=INSTANT;
--   ALTER TABLE `t23` DROP COLUMN `note`, ALGORITHM=INSTANT;
--   ALTER TABLE `t50` DROP COLUMN `note`, ALGORITHM=INSTANT;
=== combined/name-of-a-dropped-index-taken
ALTER TABLE `a` DROP INDEX `by_v`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `b` ADD KEY `by_v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index a.by_v
-- low steps.committed_singly table a
-- undo R0
--   ALTER TABLE `b` DROP INDEX `by_v`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `a` ADD KEY `by_v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
=== combined/several-tables
ALTER TABLE `b` DROP FOREIGN KEY `b_a`, DROP INDEX `b_a`, ALGORITHM=INPLACE, LOCK=NONE;
DROP TABLE `a`;
CREATE TABLE `c` (
  `id` int NOT NULL,
  `title` varchar(40) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `b` ADD CONSTRAINT `b_c` FOREIGN KEY (`c_id`) REFERENCES `c` (`id`), ALGORITHM=COPY;
-- critical table.drop table a
-- high foreign_key.drop foreign key b.b_a
-- high foreign_key.add foreign key b.b_c
-- medium table.copy foreign key b.b_c
-- low steps.committed_singly table c
-- undo R1
--   ALTER TABLE `b` DROP FOREIGN KEY `b_c`, DROP INDEX `b_c`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `c`;
--   CREATE TABLE `a` (
--     `id` int NOT NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `b` ADD CONSTRAINT `b_a` FOREIGN KEY (`a_id`) REFERENCES `a` (`id`), ALGORITHM=COPY;
=== combined/shop-structured-second-release
ALTER TABLE `purchase` DROP FOREIGN KEY `purchase_sku`, DROP INDEX `purchase_sku`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `purchase` DROP CHECK `purchase_qty`, ALGORITHM=INSTANT;
RENAME TABLE `article` TO `product`;
ALTER TABLE `product` RENAME COLUMN `label` TO `title`, ALGORITHM=INSTANT;
ALTER TABLE `product` MODIFY COLUMN `title` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `purchase` RENAME COLUMN `qty` TO `quantity`, ALGORITHM=INSTANT;
ALTER TABLE `purchase` MODIFY COLUMN `quantity` int NOT NULL DEFAULT 1, ALGORITHM=COPY;
ALTER TABLE `purchase` ADD CONSTRAINT `purchase_qty` CHECK ((`quantity` > 0)), ALGORITHM=COPY;
ALTER TABLE `purchase` ADD KEY `purchase_by_sku` (`sku`, `id` DESC), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `purchase` ADD CONSTRAINT `purchase_sku` FOREIGN KEY (`sku`) REFERENCES `product` (`sku`) ON DELETE CASCADE, ALGORITHM=COPY;
-- critical column.rename column product.title
-- critical column.rename column purchase.quantity
-- critical table.rename table product
-- high foreign_key.add foreign key purchase.purchase_sku
-- medium table.copy check purchase.purchase_qty
-- medium table.copy column purchase.quantity
-- medium table.copy foreign key purchase.purchase_sku
-- low column.type column product.title
-- low column.type column purchase.quantity
-- low steps.committed_singly table product
-- undo R2
--   ALTER TABLE `purchase` DROP FOREIGN KEY `purchase_sku`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `purchase` DROP INDEX `purchase_by_sku`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `purchase` DROP CHECK `purchase_qty`, ALGORITHM=INSTANT;
--   RENAME TABLE `product` TO `article`;
--   ALTER TABLE `article` RENAME COLUMN `title` TO `label`, ALGORITHM=INSTANT;
--   ALTER TABLE `article` MODIFY COLUMN `label` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `purchase` RENAME COLUMN `quantity` TO `qty`, ALGORITHM=INSTANT;
--   ALTER TABLE `purchase` MODIFY COLUMN `qty` smallint NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `purchase` ADD CONSTRAINT `purchase_qty` CHECK ((`qty` > 0)), ALGORITHM=COPY;
--   ALTER TABLE `purchase` ADD CONSTRAINT `purchase_sku` FOREIGN KEY (`sku`) REFERENCES `article` (`sku`), ALGORITHM=COPY;
=== combined/split-one-table-into-two
CREATE TABLE `address` (
  `person_id` int NOT NULL,
  `street` varchar(40) NULL,
  `town` varchar(40) NULL,
  PRIMARY KEY (`person_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `person` DROP COLUMN `town`, ALGORITHM=INSTANT;
ALTER TABLE `person` DROP COLUMN `street`, ALGORITHM=INSTANT;
ALTER TABLE `address` ADD CONSTRAINT `address_person` FOREIGN KEY (`person_id`) REFERENCES `person` (`id`) ON DELETE CASCADE;
-- critical column.drop column person.street
-- medium column.drop column person.town
-- low steps.committed_singly table address
-- undo R1
--   DROP TABLE `address`;
--   ALTER TABLE `person` ADD COLUMN `street` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `name`, ALGORITHM=INSTANT;
--   ALTER TABLE `person` ADD COLUMN `town` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `street`, ALGORITHM=INSTANT;
=== combined/structured-equals-sql
nothing to do
=== combined/structured-shop
CREATE TABLE `order_line` (
  `order_id` int NOT NULL,
  `line_no` int NOT NULL,
  `sku` varchar(20) NOT NULL,
  `quantity` int NOT NULL DEFAULT 1,
  `price` decimal(10,2) NOT NULL,
  PRIMARY KEY (`order_id`, `line_no`),
  CONSTRAINT `line_quantity` CHECK ((`quantity` > 0))
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `orders` (
  `id` int NOT NULL,
  `made` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `note` text NULL,
  PRIMARY KEY (`id`),
  KEY `orders_made` (`made`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `product` (
  `sku` varchar(20) NOT NULL,
  `title` varchar(200) NOT NULL,
  `ean` varchar(13) NULL,
  PRIMARY KEY (`sku`),
  UNIQUE KEY `product_ean` (`ean`),
  UNIQUE KEY `product_title` (`title`, `sku`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `order_line` ADD CONSTRAINT `line_order` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE CASCADE;
ALTER TABLE `order_line` ADD KEY `sku` (`sku`), ADD CONSTRAINT `order_line_ibfk_1` FOREIGN KEY (`sku`) REFERENCES `product` (`sku`);
-- low steps.committed_singly table order_line
-- advice style.nullable_unique unique product.product_ean
-- undo R2
--   DROP TABLE `order_line`;
--   DROP TABLE `orders`;
--   DROP TABLE `product`;
=== combined/swap-constraint-names
ALTER TABLE `t` DROP CHECK `k1`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP CHECK `k2`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `k1` CHECK ((`a` < 9)), ALGORITHM=COPY;
ALTER TABLE `t` ADD CONSTRAINT `k2` CHECK ((`a` > 0)), ALGORITHM=COPY;
-- medium table.copy check t.k1
-- medium table.copy check t.k2
-- low check.add check t.k1
-- low check.add check t.k2
-- undo R0
--   ALTER TABLE `t` DROP CHECK `k1`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP CHECK `k2`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `k1` CHECK ((`a` > 0)), ALGORITHM=COPY;
--   ALTER TABLE `t` ADD CONSTRAINT `k2` CHECK ((`a` < 9)), ALGORITHM=COPY;
=== combined/swap-index-names
ALTER TABLE `t` DROP INDEX `i1`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `i2`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `i1` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `i2` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `i1`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `i2`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `i1` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `i2` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
=== combined/table-becomes-what-another-was
ALTER TABLE `a` ADD COLUMN `y` decimal(5,2) NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `a` DROP COLUMN `x`, ALGORITHM=INSTANT;
ALTER TABLE `b` ADD COLUMN `x` date NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `b` DROP COLUMN `y`, ALGORITHM=INSTANT;
-- medium column.drop column a.x
-- medium column.drop column b.y
-- low steps.committed_singly table a
-- undo R2
--   ALTER TABLE `a` ADD COLUMN `x` date NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `a` DROP COLUMN `y`, ALGORITHM=INSTANT;
--   ALTER TABLE `b` ADD COLUMN `y` decimal(5,2) NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `b` DROP COLUMN `x`, ALGORITHM=INSTANT;
=== combined/ticket-system-second-release
ALTER TABLE `ticket` DROP FOREIGN KEY `ticket_project`, DROP INDEX `ticket_project`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `ticket` DROP INDEX `ticket_state`, ALGORITHM=INPLACE, LOCK=NONE;
CREATE TABLE `membership` (
  `project_id` bigint NOT NULL,
  `member_id` int NOT NULL,
  `role` varchar(10) NOT NULL DEFAULT 'user',
  PRIMARY KEY (`project_id`, `member_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `remark` (
  `id` int NOT NULL,
  `ticket_id` int NOT NULL,
  `parent_id` int NULL,
  `body` text NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `member` MODIFY COLUMN `mail` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `member` DROP COLUMN `nick`, ALGORITHM=INSTANT;
ALTER TABLE `project` ADD COLUMN `archived` smallint NOT NULL DEFAULT 0 AFTER `code`, ALGORITHM=INSTANT;
ALTER TABLE `project` MODIFY COLUMN `id` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `project` MODIFY COLUMN `code` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `ticket` ADD COLUMN `assignee_id` int NULL AFTER `state`, ALGORITHM=INSTANT;
ALTER TABLE `ticket` MODIFY COLUMN `project_id` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `ticket` MODIFY COLUMN `title` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `ticket` MODIFY COLUMN `state` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'open', ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `ticket` DROP COLUMN `assignee_mail`, ALGORITHM=INSTANT;
ALTER TABLE `member` ADD UNIQUE KEY `member_mail` (`mail`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `ticket` ADD CONSTRAINT `ticket_title` CHECK ((`title` <> _utf8mb4'none')), ALGORITHM=COPY;
ALTER TABLE `ticket` ADD KEY `ticket_state` (`project_id`, `state`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `membership` ADD CONSTRAINT `membership_member` FOREIGN KEY (`member_id`) REFERENCES `member` (`id`) ON DELETE CASCADE;
ALTER TABLE `membership` ADD CONSTRAINT `membership_project` FOREIGN KEY (`project_id`) REFERENCES `project` (`id`) ON DELETE CASCADE;
ALTER TABLE `remark` ADD CONSTRAINT `remark_parent` FOREIGN KEY (`parent_id`) REFERENCES `remark` (`id`);
ALTER TABLE `remark` ADD CONSTRAINT `remark_ticket` FOREIGN KEY (`ticket_id`) REFERENCES `ticket` (`id`) ON DELETE CASCADE;
ALTER TABLE `ticket` ADD CONSTRAINT `ticket_project` FOREIGN KEY (`project_id`) REFERENCES `project` (`id`) ON DELETE CASCADE, ALGORITHM=COPY;
ALTER TABLE `ticket` ADD CONSTRAINT `ticket_assignee` FOREIGN KEY (`assignee_id`) REFERENCES `member` (`id`) ON DELETE SET NULL, ALGORITHM=COPY;
-- medium table.copy check ticket.ticket_title
-- medium column.drop column member.nick
-- medium table.copy column project.id
-- medium column.drop column ticket.assignee_mail
-- medium table.copy column ticket.project_id
-- medium table.copy foreign key ticket.ticket_assignee
-- medium table.copy foreign key ticket.ticket_project
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
-- low steps.committed_singly table membership
-- low unique.add unique member.member_mail
-- info table.rebuild.online column member.mail
-- info table.rebuild.online column ticket.title
-- undo R2
--   ALTER TABLE `ticket` DROP FOREIGN KEY `ticket_assignee`, DROP INDEX `ticket_assignee`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `ticket` DROP FOREIGN KEY `ticket_project`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `member` DROP INDEX `member_mail`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `ticket` DROP CHECK `ticket_title`, ALGORITHM=INSTANT;
--   ALTER TABLE `ticket` DROP INDEX `ticket_state`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `membership`;
--   DROP TABLE `remark`;
--   ALTER TABLE `member` ADD COLUMN `nick` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `mail`, ALGORITHM=INSTANT;
--   ALTER TABLE `member` MODIFY COLUMN `mail` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `project` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `project` MODIFY COLUMN `code` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `project` DROP COLUMN `archived`, ALGORITHM=INSTANT;
--   ALTER TABLE `ticket` ADD COLUMN `assignee_mail` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `state`, ALGORITHM=INSTANT;
--   ALTER TABLE `ticket` MODIFY COLUMN `project_id` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `ticket` MODIFY COLUMN `title` varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `ticket` MODIFY COLUMN `state` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'new', ALGORITHM=COPY;
--   ALTER TABLE `ticket` DROP COLUMN `assignee_id`, ALGORITHM=INSTANT;
--   ALTER TABLE `ticket` ADD KEY `ticket_state` (`state`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `ticket` ADD CONSTRAINT `ticket_project` FOREIGN KEY (`project_id`) REFERENCES `project` (`id`), ALGORITHM=COPY;
=== defaults/add-column-default-now-with-rows
ALTER TABLE `event` ADD COLUMN `made` timestamp NULL DEFAULT CURRENT_TIMESTAMP AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `event` DROP COLUMN `made`, ALGORITHM=INSTANT;
=== defaults/added
ALTER TABLE `t` MODIFY COLUMN `a` int NULL DEFAULT 5, ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=INSTANT;
=== defaults/boolean
nothing to do
=== defaults/changed
ALTER TABLE `t` MODIFY COLUMN `a` int NULL DEFAULT -6, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `b` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'y''s', ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL DEFAULT 5, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `b` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'x', ALGORITHM=INSTANT;
=== defaults/current-date-and-time
nothing to do
=== defaults/current-timestamp
CREATE TABLE `event` (
  `id` int NOT NULL,
  `made` timestamp NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `event`;
=== defaults/current-timestamp-nothing-to-do
nothing to do
=== defaults/dates-as-defaults
nothing to do
=== defaults/dropped
ALTER TABLE `t` MODIFY COLUMN `a` int NOT NULL, ALGORITHM=INSTANT;
-- medium column.default.drop column t.a
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` int NOT NULL DEFAULT 5, ALGORITHM=INSTANT;
=== defaults/dropped-from-nullable
ALTER TABLE `t` MODIFY COLUMN `v` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `v` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'x', ALGORITHM=INSTANT;
=== defaults/empty-string-vs-none
ALTER TABLE `t` MODIFY COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT '', ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INSTANT;
=== defaults/expression
ALTER TABLE `t` ADD COLUMN `a` int NULL DEFAULT ((1 + 2)) AFTER `id`, ALGORITHM=COPY;
ALTER TABLE `t` ADD COLUMN `b` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT (upper(_utf8mb4'abc')) AFTER `a`, ALGORITHM=COPY;
-- info table.copy column t.a
-- info table.copy column t.b
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
=== defaults/literal-becomes-expression
ALTER TABLE `t` MODIFY COLUMN `a` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT (upper(_utf8mb4'abc')), ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'ABC', ALGORITHM=INSTANT;
=== defaults/literals-nothing-to-do
nothing to do
=== defaults/long-text
ALTER TABLE `t` ADD COLUMN `v` varchar(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiiijjjjjjjjjjkkkkkkkkkkllllllllllmmmmmmmmmmnnnnnnnnnnooooooooooppppppppppqqqqqqqqqqrrrrrrrrrrsssssssssstttttttttt' AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== defaults/negative-and-zero
nothing to do
=== defaults/null-equals-none
nothing to do
=== defaults/number-on-number-quoted
nothing to do
=== defaults/quoted-number-changes
ALTER TABLE `t` MODIFY COLUMN `a` int NOT NULL DEFAULT 10, ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` int NOT NULL DEFAULT 1, ALGORITHM=INSTANT;
=== defaults/string-current-timestamp-is-text
ALTER TABLE `t` MODIFY COLUMN `a` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'CURRENT_TIMESTAMP', ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'x', ALGORITHM=INSTANT;
=== defaults/string-null-is-not-null
ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'NULL', ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INSTANT;
=== defaults/text-that-looks-like-sql
ALTER TABLE `t` ADD COLUMN `a` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'now()' AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `b` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'NULL' AFTER `a`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `c` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT '(1+1)' AFTER `b`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `d` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT ');--' AFTER `c`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `e` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT '/* */' AFTER `d`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `f` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'a''b"c`d' AFTER `e`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `f`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `e`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `d`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
=== defaults/with-backslash-and-quotes
ALTER TABLE `t` ADD COLUMN `a` varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'say "hi" it''s 100% -- not a comment; /* nor this */' AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
=== foreign-keys/added-named
ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
-- medium table.copy foreign key c.c_p
-- low foreign_key.add foreign key c.c_p
-- undo R0
--   ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
=== foreign-keys/added-unnamed
ALTER TABLE `c` ADD KEY `p_id` (`p_id`), ADD CONSTRAINT `c_ibfk_1` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
-- low foreign_key.add foreign key c.c_ibfk_1
-- info table.copy foreign key c.c_ibfk_1
-- undo R0
--   ALTER TABLE `c` DROP FOREIGN KEY `c_ibfk_1`, DROP INDEX `p_id`, ALGORITHM=INPLACE, LOCK=NONE;
=== foreign-keys/child-dropped-parent-stays
DROP TABLE `child`;
ALTER TABLE `parent` ADD COLUMN `w` int NULL AFTER `v`, ALGORITHM=INSTANT;
ALTER TABLE `parent` MODIFY COLUMN `v` bigint NULL, ALGORITHM=COPY;
-- critical table.drop table child
-- medium table.copy column parent.v
-- low column.type column parent.v
-- low steps.committed_singly table parent
-- undo R1
--   CREATE TABLE `child` (
--     `id` int NOT NULL,
--     `p` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `parent` MODIFY COLUMN `v` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `parent` DROP COLUMN `w`, ALGORITHM=INSTANT;
--   ALTER TABLE `child` ADD CONSTRAINT `child_p` FOREIGN KEY (`p`) REFERENCES `parent` (`id`) ON DELETE CASCADE;
=== foreign-keys/column-and-key-added-together
ALTER TABLE `child` ADD COLUMN `parent_id` int NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`), ALGORITHM=COPY;
-- medium table.copy foreign key child.child_parent
-- low foreign_key.add foreign key child.child_parent
-- undo R2
--   ALTER TABLE `child` DROP FOREIGN KEY `child_parent`, DROP INDEX `child_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `child` DROP COLUMN `parent_id`, ALGORITHM=INSTANT;
=== foreign-keys/composite
ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`x`, `y`) REFERENCES `p` (`a`, `b`), ALGORITHM=COPY;
-- medium table.copy foreign key c.c_p
-- low foreign_key.add foreign key c.c_p
-- undo R0
--   ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
=== foreign-keys/composite-columns-reordered
ALTER TABLE `child` DROP FOREIGN KEY `child_parent`, DROP INDEX `child_parent`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`x`, `y`) REFERENCES `parent` (`b`, `a`), ALGORITHM=COPY;
-- medium table.copy foreign key child.child_parent
-- low foreign_key.add foreign key child.child_parent
-- undo R0
--   ALTER TABLE `child` DROP FOREIGN KEY `child_parent`, DROP INDEX `child_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`x`, `y`) REFERENCES `parent` (`a`, `b`), ALGORITHM=COPY;
=== foreign-keys/cyclic-created
CREATE TABLE `house` (
  `id` int NOT NULL,
  `owner_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `person` (
  `id` int NOT NULL,
  `house_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `house` ADD CONSTRAINT `house_owner` FOREIGN KEY (`owner_id`) REFERENCES `person` (`id`);
ALTER TABLE `person` ADD CONSTRAINT `person_house` FOREIGN KEY (`house_id`) REFERENCES `house` (`id`);
-- low steps.committed_singly table house
-- undo R2
--   ALTER TABLE `person` DROP FOREIGN KEY `person_house`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `house`;
--   DROP TABLE `person`;
=== foreign-keys/cyclic-dropped
ALTER TABLE `person` DROP FOREIGN KEY `person_house`, ALGORITHM=INPLACE, LOCK=NONE;
DROP TABLE `house`;
DROP TABLE `person`;
-- critical table.drop table house
-- critical table.drop table person
-- low steps.committed_singly table house
-- undo R1
--   CREATE TABLE `house` (
--     `id` int NOT NULL,
--     `owner_id` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `person` (
--     `id` int NOT NULL,
--     `house_id` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `house` ADD CONSTRAINT `house_owner` FOREIGN KEY (`owner_id`) REFERENCES `person` (`id`);
--   ALTER TABLE `person` ADD CONSTRAINT `person_house` FOREIGN KEY (`house_id`) REFERENCES `house` (`id`);
=== foreign-keys/drop-parent-and-column
ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
DROP TABLE `p`;
ALTER TABLE `c` DROP COLUMN `p_id`, ALGORITHM=INSTANT;
-- critical column.drop column c.p_id
-- critical table.drop table p
-- high foreign_key.drop foreign key c.c_p
-- low steps.committed_singly table c
-- undo R1
--   CREATE TABLE `p` (
--     `id` int NOT NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `c` ADD COLUMN `p_id` int NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
=== foreign-keys/dropped
ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
-- high foreign_key.drop foreign key c.c_p
-- undo R0
--   ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
=== foreign-keys/dropped-with-its-column-and-parent-renamed
ALTER TABLE `visit` DROP FOREIGN KEY `visit_shop`, DROP INDEX `visit_shop`, ALGORITHM=INPLACE, LOCK=NONE;
RENAME TABLE `shop` TO `branch`;
ALTER TABLE `visit` DROP COLUMN `shop_id`, ALGORITHM=INSTANT;
-- critical column.drop column visit.shop_id
-- critical table.rename table branch
-- high foreign_key.drop foreign key visit.visit_shop
-- low steps.committed_singly table branch
-- undo R1
--   RENAME TABLE `branch` TO `shop`;
--   ALTER TABLE `visit` ADD COLUMN `shop_id` int NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `visit` ADD CONSTRAINT `visit_shop` FOREIGN KEY (`shop_id`) REFERENCES `shop` (`id`), ALGORITHM=COPY;
=== foreign-keys/every-action-equals-itself
nothing to do
=== foreign-keys/four-tables-in-a-ring
CREATE TABLE `a` (
  `id` int NOT NULL,
  `next_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `b` (
  `id` int NOT NULL,
  `next_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `c` (
  `id` int NOT NULL,
  `next_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `d` (
  `id` int NOT NULL,
  `next_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `a` ADD CONSTRAINT `a_next` FOREIGN KEY (`next_id`) REFERENCES `b` (`id`);
ALTER TABLE `b` ADD CONSTRAINT `b_next` FOREIGN KEY (`next_id`) REFERENCES `c` (`id`);
ALTER TABLE `c` ADD CONSTRAINT `c_next` FOREIGN KEY (`next_id`) REFERENCES `d` (`id`);
ALTER TABLE `d` ADD CONSTRAINT `d_next` FOREIGN KEY (`next_id`) REFERENCES `a` (`id`);
-- low steps.committed_singly table a
-- undo R2
--   ALTER TABLE `d` DROP FOREIGN KEY `d_next`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `a`;
--   DROP TABLE `b`;
--   DROP TABLE `c`;
--   DROP TABLE `d`;
=== foreign-keys/index-for-the-key-declared
ALTER TABLE `c` DROP INDEX `c_p`, ADD KEY `c_p_a` (`p_id`, `a`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `c` DROP INDEX `c_p_a`, ADD KEY `c_p` (`p_id`), ALGORITHM=INPLACE, LOCK=NONE;
=== foreign-keys/key-name-changed-only
ALTER TABLE `child` DROP FOREIGN KEY `fk_old`, DROP INDEX `fk_old`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `child` ADD CONSTRAINT `fk_new` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`), ALGORITHM=COPY;
-- medium table.copy foreign key child.fk_new
-- undo R0
--   ALTER TABLE `child` DROP FOREIGN KEY `fk_new`, DROP INDEX `fk_new`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `child` ADD CONSTRAINT `fk_old` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`), ALGORITHM=COPY;
=== foreign-keys/many-to-many-join-table
CREATE TABLE `course` (
  `id` int NOT NULL,
  `title` varchar(80) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `enrolment` (
  `student_id` int NOT NULL,
  `course_id` int NOT NULL,
  `since` date NULL,
  PRIMARY KEY (`student_id`, `course_id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `enrolment` ADD CONSTRAINT `enrolment_course` FOREIGN KEY (`course_id`) REFERENCES `course` (`id`) ON DELETE CASCADE;
ALTER TABLE `enrolment` ADD CONSTRAINT `enrolment_student` FOREIGN KEY (`student_id`) REFERENCES `student` (`id`) ON DELETE CASCADE;
-- low steps.committed_singly table course
-- undo R2
--   ALTER TABLE `enrolment` DROP FOREIGN KEY `enrolment_course`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `course`;
--   DROP TABLE `enrolment`;
=== foreign-keys/middle-of-a-chain-dropped
ALTER TABLE `town` DROP FOREIGN KEY `town_region`, DROP INDEX `town_region`, ALGORITHM=INPLACE, LOCK=NONE;
DROP TABLE `region`;
ALTER TABLE `town` ADD COLUMN `country_id` int NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `town` DROP COLUMN `region_id`, ALGORITHM=INSTANT;
ALTER TABLE `town` ADD CONSTRAINT `town_country` FOREIGN KEY (`country_id`) REFERENCES `country` (`id`), ALGORITHM=COPY;
-- critical table.drop table region
-- high foreign_key.drop foreign key town.town_region
-- medium column.drop column town.region_id
-- medium table.copy foreign key town.town_country
-- low foreign_key.add foreign key town.town_country
-- low steps.committed_singly table town
-- info rename.undeclared column town.region_id
-- undo R1
--   ALTER TABLE `town` DROP FOREIGN KEY `town_country`, DROP INDEX `town_country`, ALGORITHM=INPLACE, LOCK=NONE;
--   CREATE TABLE `region` (
--     `id` int NOT NULL,
--     `country_id` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `town` ADD COLUMN `region_id` int NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `town` DROP COLUMN `country_id`, ALGORITHM=INSTANT;
--   ALTER TABLE `region` ADD CONSTRAINT `region_country` FOREIGN KEY (`country_id`) REFERENCES `country` (`id`);
--   ALTER TABLE `town` ADD CONSTRAINT `town_region` FOREIGN KEY (`region_id`) REFERENCES `region` (`id`), ALGORITHM=COPY;
=== foreign-keys/no-action-is-the-default
nothing to do
=== foreign-keys/on-delete-cascade
ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`) ON DELETE CASCADE, ALGORITHM=COPY;
-- medium table.copy foreign key c.c_p
-- low foreign_key.add foreign key c.c_p
-- undo R0
--   ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
=== foreign-keys/on-update-cascade
ALTER TABLE `child` ADD CONSTRAINT `child_code` FOREIGN KEY (`code`) REFERENCES `parent` (`code`) ON DELETE SET NULL ON UPDATE CASCADE, ALGORITHM=COPY;
-- medium table.copy foreign key child.child_code
-- low foreign_key.add foreign key child.child_code
-- undo R0
--   ALTER TABLE `child` DROP FOREIGN KEY `child_code`, DROP INDEX `child_code`, ALGORITHM=INPLACE, LOCK=NONE;
=== foreign-keys/parent-changes-children-stay
ALTER TABLE `p` DROP INDEX `p_code`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `p` MODIFY COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `p` DROP COLUMN `code`, ALGORITHM=INSTANT;
-- critical column.drop column p.code
-- medium constraint.drop unique p.p_code
-- low column.not_null column p.a
-- info table.rebuild.online column p.a
-- undo R1
--   ALTER TABLE `p` ADD COLUMN `code` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL AFTER `a`, ALGORITHM=INSTANT;
--   ALTER TABLE `p` MODIFY COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `p` ADD UNIQUE KEY `p_code` (`code`), ALGORITHM=INPLACE, LOCK=NONE;
=== foreign-keys/parent-key-and-child-widened
ALTER TABLE `c1` DROP FOREIGN KEY `c1_p`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c2` DROP FOREIGN KEY `c2_p`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c1` MODIFY COLUMN `p` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `c2` MODIFY COLUMN `p` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `parent` MODIFY COLUMN `id` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `c1` ADD CONSTRAINT `c1_p` FOREIGN KEY (`p`) REFERENCES `parent` (`id`) ON DELETE CASCADE, ALGORITHM=COPY;
ALTER TABLE `c2` ADD CONSTRAINT `c2_p` FOREIGN KEY (`p`) REFERENCES `parent` (`id`) ON DELETE SET NULL, ALGORITHM=COPY;
-- medium table.copy column c1.p
-- medium table.copy column c2.p
-- medium table.copy column parent.id
-- medium table.copy foreign key c1.c1_p
-- medium table.copy foreign key c2.c2_p
-- low column.type column c1.p
-- low column.type column c2.p
-- low column.type column parent.id
-- low steps.committed_singly table c1
-- undo R2
--   ALTER TABLE `c1` DROP FOREIGN KEY `c1_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c2` DROP FOREIGN KEY `c2_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c1` MODIFY COLUMN `p` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `c2` MODIFY COLUMN `p` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `parent` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `c1` ADD CONSTRAINT `c1_p` FOREIGN KEY (`p`) REFERENCES `parent` (`id`) ON DELETE CASCADE, ALGORITHM=COPY;
--   ALTER TABLE `c2` ADD CONSTRAINT `c2_p` FOREIGN KEY (`p`) REFERENCES `parent` (`id`) ON DELETE SET NULL, ALGORITHM=COPY;
=== foreign-keys/parent-replaced-by-a-new-table
ALTER TABLE `c1` DROP FOREIGN KEY `c1_p`, DROP INDEX `c1_p`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c2` DROP FOREIGN KEY `c2_p`, DROP INDEX `c2_p`, ALGORITHM=INPLACE, LOCK=NONE;
DROP TABLE `old_parent`;
CREATE TABLE `new_parent` (
  `id` int NOT NULL,
  `name` varchar(20) NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `c1` ADD CONSTRAINT `c1_p` FOREIGN KEY (`p`) REFERENCES `new_parent` (`id`), ALGORITHM=COPY;
ALTER TABLE `c2` ADD CONSTRAINT `c2_p` FOREIGN KEY (`p`) REFERENCES `new_parent` (`id`), ALGORITHM=COPY;
-- critical table.drop table old_parent
-- high foreign_key.add foreign key c1.c1_p
-- high foreign_key.add foreign key c2.c2_p
-- medium table.copy foreign key c1.c1_p
-- low steps.committed_singly table new_parent
-- info table.copy foreign key c2.c2_p
-- undo R1
--   ALTER TABLE `c1` DROP FOREIGN KEY `c1_p`, DROP INDEX `c1_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c2` DROP FOREIGN KEY `c2_p`, DROP INDEX `c2_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `new_parent`;
--   CREATE TABLE `old_parent` (
--     `id` int NOT NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `c1` ADD CONSTRAINT `c1_p` FOREIGN KEY (`p`) REFERENCES `old_parent` (`id`), ALGORITHM=COPY;
--   ALTER TABLE `c2` ADD CONSTRAINT `c2_p` FOREIGN KEY (`p`) REFERENCES `old_parent` (`id`), ALGORITHM=COPY;
=== foreign-keys/primary-key-is-the-reference
ALTER TABLE `employee` ADD CONSTRAINT `employee_person` FOREIGN KEY (`id`) REFERENCES `person` (`id`) ON DELETE CASCADE, ALGORITHM=COPY;
-- medium table.copy foreign key employee.employee_person
-- low foreign_key.add foreign key employee.employee_person
-- undo R0
--   ALTER TABLE `employee` DROP FOREIGN KEY `employee_person`, ALGORITHM=INPLACE, LOCK=NONE;
=== foreign-keys/references-unique-key
ALTER TABLE `country` ADD UNIQUE KEY `country_iso` (`iso`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `city` ADD CONSTRAINT `city_country` FOREIGN KEY (`iso`) REFERENCES `country` (`iso`), ALGORITHM=COPY;
-- medium table.copy foreign key city.city_country
-- low foreign_key.add foreign key city.city_country
-- low steps.committed_singly table city
-- low unique.add unique country.country_iso
-- undo R0
--   ALTER TABLE `city` DROP FOREIGN KEY `city_country`, DROP INDEX `city_country`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `country` DROP INDEX `country_iso`, ALGORITHM=INPLACE, LOCK=NONE;
=== foreign-keys/retargeted
ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p2` (`id`), ALGORITHM=COPY;
-- medium table.copy foreign key c.c_p
-- low foreign_key.add foreign key c.c_p
-- undo R0
--   ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p1` (`id`), ALGORITHM=COPY;
=== foreign-keys/ring-loses-one-table
ALTER TABLE `a` DROP FOREIGN KEY `a_next`, DROP INDEX `a_next`, ALGORITHM=INPLACE, LOCK=NONE;
DROP TABLE `b`;
ALTER TABLE `a` ADD CONSTRAINT `a_next` FOREIGN KEY (`next_id`) REFERENCES `c` (`id`), ALGORITHM=COPY;
-- critical table.drop table b
-- medium table.copy foreign key a.a_next
-- low foreign_key.add foreign key a.a_next
-- low steps.committed_singly table a
-- undo R1
--   ALTER TABLE `a` DROP FOREIGN KEY `a_next`, DROP INDEX `a_next`, ALGORITHM=INPLACE, LOCK=NONE;
--   CREATE TABLE `b` (
--     `id` int NOT NULL,
--     `next_id` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `b` ADD CONSTRAINT `b_next` FOREIGN KEY (`next_id`) REFERENCES `c` (`id`);
--   ALTER TABLE `a` ADD CONSTRAINT `a_next` FOREIGN KEY (`next_id`) REFERENCES `b` (`id`), ALGORITHM=COPY;
=== foreign-keys/self-reference
ALTER TABLE `node` ADD COLUMN `label` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT '' AFTER `parent_id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `node` DROP COLUMN `label`, ALGORITHM=INSTANT;
=== foreign-keys/self-reference-created
CREATE TABLE `node` (
  `id` int NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `node` ADD CONSTRAINT `node_parent` FOREIGN KEY (`parent_id`) REFERENCES `node` (`id`);
-- undo R2
--   DROP TABLE `node`;
=== foreign-keys/set-null-and-cascade-nothing-to-do
nothing to do
=== foreign-keys/set-null-to-restrict
ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
-- medium table.copy foreign key c.c_p
-- low foreign_key.add foreign key c.c_p
-- undo R0
--   ALTER TABLE `c` DROP FOREIGN KEY `c_p`, DROP INDEX `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`) ON DELETE SET NULL, ALGORITHM=COPY;
=== foreign-keys/two-to-one-table
nothing to do
=== identifiers/blank-and-dot-inside-names
ALTER TABLE `my table` DROP INDEX `my index`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `my table` ADD COLUMN `x;y` int NULL AFTER `100%`, ALGORITHM=INSTANT;
ALTER TABLE `my table` MODIFY COLUMN `c d` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `my table` DROP COLUMN `e-f`, ALGORITHM=INSTANT;
ALTER TABLE `my table` ADD KEY `my index` (`c d`, `100%`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column my table.c d
-- medium column.drop column my table.e-f
-- low column.not_null column my table.c d
-- low column.type column my table.c d
-- info rename.undeclared column my table.e-f
-- undo R2
--   ALTER TABLE `my table` DROP INDEX `my index`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `my table` ADD COLUMN `e-f` int NULL AFTER `c d`, ALGORITHM=INSTANT;
--   ALTER TABLE `my table` MODIFY COLUMN `c d` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `my table` DROP COLUMN `x;y`, ALGORITHM=INSTANT;
--   ALTER TABLE `my table` ADD KEY `my index` (`c d`), ALGORITHM=INPLACE, LOCK=NONE;
=== identifiers/embedded-quotes
CREATE TABLE `a"b``c` (
  `id` int NOT NULL,
  `it's` int NULL,
  `x"; DROP TABLE y; --` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `a"b``c`;
=== identifiers/keywords
ALTER TABLE `order` ADD COLUMN `from` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'x' AFTER `group`, ALGORITHM=INSTANT;
ALTER TABLE `order` MODIFY COLUMN `group` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `order` ADD KEY `index` (`group`, `from`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column order.group
-- low column.type column order.group
-- advice style.reserved_word column order.from
-- advice style.reserved_word index order.index
-- undo R2
--   ALTER TABLE `order` DROP INDEX `index`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `order` MODIFY COLUMN `group` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `order` DROP COLUMN `from`, ALGORITHM=INSTANT;
=== identifiers/keywords-as-columns-change
ALTER TABLE `order` DROP CHECK `check`, ALGORITHM=INSTANT;
ALTER TABLE `order` DROP INDEX `index`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `order` ADD COLUMN `table` int NULL AFTER `group`, ALGORITHM=INSTANT;
ALTER TABLE `order` MODIFY COLUMN `select` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `order` MODIFY COLUMN `from` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'where', ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `order` ADD UNIQUE KEY `unique` (`table`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium constraint.drop check order.check
-- medium table.copy column order.select
-- medium index.drop index order.index
-- low column.not_null column order.from
-- low column.type column order.from
-- low column.type column order.select
-- info table.rebuild.online column order.from
-- advice style.reserved_word column order.table
-- advice style.nullable_unique unique order.unique
-- advice style.reserved_word unique order.unique
-- undo R2
--   ALTER TABLE `order` DROP INDEX `unique`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `order` MODIFY COLUMN `select` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `order` MODIFY COLUMN `from` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `order` DROP COLUMN `table`, ALGORITHM=INSTANT;
--   ALTER TABLE `order` ADD CONSTRAINT `check` CHECK ((`group` > 0)), ALGORITHM=COPY;
--   ALTER TABLE `order` ADD KEY `index` (`from`), ALGORITHM=INPLACE, LOCK=NONE;
=== identifiers/keywords-in-foreign-keys
CREATE TABLE `grant` (
  `id` int NOT NULL,
  `references` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `user` (
  `key` int NOT NULL,
  PRIMARY KEY (`key`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `grant` ADD CONSTRAINT `foreign` FOREIGN KEY (`references`) REFERENCES `user` (`key`) ON DELETE CASCADE;
-- low steps.committed_singly table grant
-- advice style.reserved_word column grant.references
-- advice style.reserved_word column user.key
-- advice style.reserved_word foreign key grant.foreign
-- advice style.reserved_word table grant
-- undo R2
--   DROP TABLE `grant`;
--   DROP TABLE `user`;
=== identifiers/long-names-unnamed-constraints
nothing to do
=== identifiers/longest-name
ALTER TABLE `tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1` ADD COLUMN `cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1` int NULL AFTER `a`, ALGORITHM=INSTANT;
ALTER TABLE `tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1` MODIFY COLUMN `a` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1` ADD KEY `iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii1` (`cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.a
-- low column.not_null column tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.a
-- low column.type column tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.a
-- advice style.long_name column tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1
-- advice style.long_name index tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1.iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii1
-- undo R2
--   ALTER TABLE `tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1` DROP INDEX `iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii1`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1` MODIFY COLUMN `a` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt1` DROP COLUMN `cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc1`, ALGORITHM=INSTANT;
=== identifiers/longest-names-of-everything
CREATE TABLE `table_with_a_name_of_exactly_sixty_three_characters_a_long_long` (
  `id` int NOT NULL,
  `column_with_a_name_of_exactly_sixty_three_characters_a_long_lng` int NULL,
  PRIMARY KEY (`id`),
  KEY `index_with_a_name_of_exactly_sixty_three_characters_a_long_long` (`column_with_a_name_of_exactly_sixty_three_characters_a_long_lng`),
  CONSTRAINT `check_with_a_name_of_exactly_sixty_three_characters_a_long_long` CHECK ((`column_with_a_name_of_exactly_sixty_three_characters_a_long_lng` > 0))
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- advice style.long_name column table_with_a_name_of_exactly_sixty_three_characters_a_long_long.column_with_a_name_of_exactly_sixty_three_characters_a_long_lng
-- advice style.long_name index table_with_a_name_of_exactly_sixty_three_characters_a_long_long.index_with_a_name_of_exactly_sixty_three_characters_a_long_long
-- advice style.long_name table table_with_a_name_of_exactly_sixty_three_characters_a_long_long
-- undo R2
--   DROP TABLE `table_with_a_name_of_exactly_sixty_three_characters_a_long_long`;
=== identifiers/mixed-case-table
ALTER TABLE `UserAccount` ADD COLUMN `lastName` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `firstName`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `UserAccount` DROP COLUMN `lastName`, ALGORITHM=INSTANT;
=== identifiers/odd-characters
CREATE TABLE `2nd table.of-many` (
  `the id` int NOT NULL,
  `a.b` int NULL,
  `c-d` varchar(20) NULL,
  PRIMARY KEY (`the id`),
  KEY `idx of a.b` (`a.b`),
  CONSTRAINT `chk-1` CHECK ((1 = 1))
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `2nd table.of-many`;
=== identifiers/quoted-equals-bare
nothing to do
=== identifiers/same-column-names-in-many-tables
ALTER TABLE `b` DROP CHECK `b_chk_1`, ALGORITHM=INSTANT;
ALTER TABLE `c` DROP CHECK `c_chk_1`, ALGORITHM=INSTANT;
ALTER TABLE `a` ADD UNIQUE KEY `v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `b` ADD CONSTRAINT `b_chk_1` CHECK ((`v` > 5)), ALGORITHM=COPY;
ALTER TABLE `b` ADD UNIQUE KEY `v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` ADD UNIQUE KEY `v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium constraint.drop check b.b_chk_1
-- medium table.copy check b.b_chk_1
-- medium constraint.drop check c.c_chk_1
-- low check.add check b.b_chk_1
-- low steps.committed_singly table a
-- low unique.add unique a.v
-- low unique.add unique b.v
-- low unique.add unique c.v
-- advice style.nullable_unique unique a.v
-- advice style.nullable_unique unique b.v
-- advice style.nullable_unique unique c.v
-- undo R0
--   ALTER TABLE `a` DROP INDEX `v`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `b` DROP CHECK `b_chk_1`, ALGORITHM=INSTANT;
--   ALTER TABLE `b` DROP INDEX `v`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` DROP INDEX `v`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `b` ADD CONSTRAINT `b_chk_1` CHECK ((`v` > 0)), ALGORITHM=COPY;
--   ALTER TABLE `c` ADD CONSTRAINT `c_chk_1` CHECK ((`v` > 0)), ALGORITHM=COPY;
=== identifiers/text-layout
nothing to do
=== identifiers/unicode
CREATE TABLE `größe_größer` (
  `номер` int NOT NULL,
  `名前` varchar(40) NULL,
  PRIMARY KEY (`номер`),
  KEY `índice_名前` (`名前`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `größe_größer`;
=== identifiers/unicode-changes
ALTER TABLE `заказ` DROP INDEX `индекс`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `заказ` ADD COLUMN `日付` date NULL AFTER `名前`, ALGORITHM=INSTANT;
ALTER TABLE `заказ` MODIFY COLUMN `größe` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `заказ` MODIFY COLUMN `名前` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `заказ` ADD CONSTRAINT `проверка` CHECK ((`größe` > 0)), ALGORITHM=COPY;
-- medium table.copy check заказ.проверка
-- medium table.copy column заказ.größe
-- medium index.drop index заказ.индекс
-- low check.add check заказ.проверка
-- low column.type column заказ.größe
-- low column.type column заказ.名前
-- undo R2
--   ALTER TABLE `заказ` DROP CHECK `проверка`, ALGORITHM=INSTANT;
--   ALTER TABLE `заказ` MODIFY COLUMN `größe` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `заказ` MODIFY COLUMN `名前` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `заказ` DROP COLUMN `日付`, ALGORITHM=INSTANT;
--   ALTER TABLE `заказ` ADD KEY `индекс` (`größe`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/added
ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/ascending-is-the-default
nothing to do
=== indexes/column-order-matters
ALTER TABLE `t` DROP INDEX `t_i`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_i` (`b`, `a`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_i`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_i` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/columns-replaced
ALTER TABLE `t` DROP INDEX `t_i`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_i` (`b`, `a`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_i`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_i` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/descending
ALTER TABLE `t` ADD KEY `t_ab` (`a`, `b` DESC), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_ab`, ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/direction-changed
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_a` (`a` DESC), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/dropped
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index t.t_a
-- undo R0
--   ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/duplicate-shapes
ALTER TABLE `t` DROP INDEX `t_a_1`, ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index t.t_a_1
-- undo R0
--   ALTER TABLE `t` ADD KEY `t_a_1` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/five-on-one-table
nothing to do
=== indexes/mixed-directions
nothing to do
=== indexes/name-changed-only
ALTER TABLE `t` RENAME INDEX `old_name` TO `new_name`, ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` RENAME INDEX `new_name` TO `old_name`, ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/on-a-column-that-gets-wider
ALTER TABLE `t` MODIFY COLUMN `a` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column t.a
-- low column.type column t.a
-- low column.type column t.b
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== indexes/on-a-new-column
ALTER TABLE `t` ADD COLUMN `a` int NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_a_id` (`a`, `id`), ALGORITHM=INPLACE, LOCK=NONE;
-- advice style.redundant_index index t.t_a
-- undo R2
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `t_a_id`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
=== indexes/plain-becomes-unique
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD UNIQUE KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index t.t_a
-- low unique.add unique t.t_a
-- advice style.nullable_unique unique t.t_a
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/same-columns-two-names
ALTER TABLE `t` DROP INDEX `first_one`, ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index t.first_one
-- undo R0
--   ALTER TABLE `t` ADD KEY `first_one` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/twelve-replaced-by-twelve
ALTER TABLE `t` DROP INDEX `i5`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `i1`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `i2`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `i3`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` RENAME INDEX `i4` TO `j4`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD UNIQUE KEY `i5` (`a`, `b`, `c`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `i1` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `i2` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `i3` (`c`, `d`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index t.i5
-- low unique.add unique t.i5
-- advice style.redundant_index index t.i1
-- advice style.redundant_index index t.i2
-- advice style.nullable_unique unique t.i5
-- undo R0
--   ALTER TABLE `t` DROP INDEX `i1`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `i2`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `i3`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `i5`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` RENAME INDEX `j4` TO `i4`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `i1` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `i2` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `i3` (`c`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `i5` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/unique-becomes-plain
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium constraint.drop unique t.t_a
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD UNIQUE KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/unique-index-added
ALTER TABLE `t` ADD UNIQUE KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add unique t.t_a
-- advice style.nullable_unique unique t.t_a
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
=== indexes/unique-index-next-to-unique-constraint
nothing to do
=== keys/composite-primary-key
ALTER TABLE `seat` ADD COLUMN `taken_by` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `seat_no`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `seat` DROP COLUMN `taken_by`, ALGORITHM=INSTANT;
=== keys/counted-column-becomes-the-key
CREATE TABLE `new_feature` (
  `id` int NOT NULL AUTO_INCREMENT,
  `name` varchar(255) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `new_feature`;
=== keys/five-column-key
nothing to do
=== keys/inline-equals-table-level
nothing to do
=== keys/key-column-becomes-text
ALTER TABLE `t` MODIFY COLUMN `id` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
-- critical column.recast column t.id
-- medium table.copy column t.id
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
=== keys/key-to-new-column
ALTER TABLE `t` ADD COLUMN `id` bigint NOT NULL FIRST, ADD PRIMARY KEY (`id`), ALGORITHM=INPLACE, LOCK=NONE;
-- low column.add.required column t.id
-- info table.rebuild.online primary key t.PRIMARY
-- undo R0
--   ALTER TABLE `t` DROP COLUMN `id`, DROP PRIMARY KEY, ALGORITHM=COPY;
=== keys/primary-key-added
ALTER TABLE `t` ADD PRIMARY KEY (`id`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add primary key t.PRIMARY
-- info table.rebuild.online primary key t.PRIMARY
-- undo R0
--   ALTER TABLE `t` DROP PRIMARY KEY, ALGORITHM=COPY;
=== keys/primary-key-and-unique-swap
ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`code`), DROP INDEX `t_other`, ADD UNIQUE KEY `t_other` (`id`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add primary key t.PRIMARY
-- low unique.add unique t.t_other
-- info table.rebuild.online primary key t.PRIMARY
-- undo R0
--   ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), DROP INDEX `t_other`, ADD UNIQUE KEY `t_other` (`code`), ALGORITHM=INPLACE, LOCK=NONE;
=== keys/primary-key-column-order
ALTER TABLE `seat` DROP PRIMARY KEY, ADD PRIMARY KEY (`seat_no`, `row_no`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add primary key seat.PRIMARY
-- info table.rebuild.online primary key seat.PRIMARY
-- undo R0
--   ALTER TABLE `seat` DROP PRIMARY KEY, ADD PRIMARY KEY (`row_no`, `seat_no`), ALGORITHM=INPLACE, LOCK=NONE;
=== keys/primary-key-dropped
ALTER TABLE `t` DROP PRIMARY KEY, ALGORITHM=COPY;
-- medium constraint.drop primary key t.PRIMARY
-- medium table.copy primary key t.PRIMARY
-- advice style.primary_key table t
-- undo R0
--   ALTER TABLE `t` ADD PRIMARY KEY (`id`), ALGORITHM=INPLACE, LOCK=NONE;
=== keys/primary-key-extended
ALTER TABLE `price` DROP PRIMARY KEY, ADD PRIMARY KEY (`sku`, `valid_from`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add primary key price.PRIMARY
-- info table.rebuild.online primary key price.PRIMARY
-- undo R0
--   ALTER TABLE `price` DROP PRIMARY KEY, ADD PRIMARY KEY (`sku`), ALGORITHM=INPLACE, LOCK=NONE;
=== keys/primary-key-moves-to-another-column
ALTER TABLE `account` DROP PRIMARY KEY, ADD PRIMARY KEY (`login`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add primary key account.PRIMARY
-- info table.rebuild.online primary key account.PRIMARY
-- undo R0
--   ALTER TABLE `account` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), ALGORITHM=INPLACE, LOCK=NONE;
=== keys/three-uniques-one-stays
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `t_c`, ALGORITHM=INPLACE, LOCK=NONE;
-- medium constraint.drop unique t.t_a
-- medium constraint.drop unique t.t_c
-- undo R0
--   ALTER TABLE `t` ADD UNIQUE KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD UNIQUE KEY `t_c` (`c`), ALGORITHM=INPLACE, LOCK=NONE;
=== keys/unique-added
ALTER TABLE `t` ADD UNIQUE KEY `t_code` (`code`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add unique t.t_code
-- advice style.nullable_unique unique t.t_code
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_code`, ALGORITHM=INPLACE, LOCK=NONE;
=== keys/unique-columns-replaced
ALTER TABLE `t` DROP INDEX `t_u`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD UNIQUE KEY `t_u` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add unique t.t_u
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_u`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD UNIQUE KEY `t_u` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== keys/unique-composite-with-null
ALTER TABLE `t` ADD UNIQUE KEY `t_ab` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add unique t.t_ab
-- advice style.nullable_unique unique t.t_ab
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_ab`, ALGORITHM=INPLACE, LOCK=NONE;
=== keys/unique-dropped
ALTER TABLE `t` DROP INDEX `t_code`, ALGORITHM=INPLACE, LOCK=NONE;
-- medium constraint.drop unique t.t_code
-- undo R0
--   ALTER TABLE `t` ADD UNIQUE KEY `t_code` (`code`), ALGORITHM=INPLACE, LOCK=NONE;
=== keys/unique-key-gains-a-column
ALTER TABLE `t` DROP INDEX `t_key`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD COLUMN `tenant` int NOT NULL DEFAULT 0 AFTER `a`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD UNIQUE KEY `t_key` (`tenant`, `a`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R2
--   ALTER TABLE `t` DROP INDEX `t_key`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP COLUMN `tenant`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD UNIQUE KEY `t_key` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== keys/unique-name-changed-only
ALTER TABLE `t` RENAME INDEX `old_name` TO `new_name`, ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` RENAME INDEX `new_name` TO `old_name`, ALGORITHM=INPLACE, LOCK=NONE;
=== keys/unique-over-nullable-columns-widened
ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column t.a
-- low column.type column t.a
-- low column.type column t.b
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` smallint NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== keys/unique-unnamed-added
ALTER TABLE `t` ADD UNIQUE KEY `a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add unique t.a
-- advice style.nullable_unique unique t.a
-- undo R0
--   ALTER TABLE `t` DROP INDEX `a`, ALGORITHM=INPLACE, LOCK=NONE;
=== keys/unique-unnamed-nothing-to-do
nothing to do
=== mysql/auto-increment-added
ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
-- medium identity.add column t.id
-- medium table.copy column t.id
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
=== mysql/auto-increment-key-moves
ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`code`), ADD UNIQUE KEY `t_id` (`id`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add primary key t.PRIMARY
-- low unique.add unique t.t_id
-- info table.rebuild.online primary key t.PRIMARY
-- undo R0
--   ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), DROP INDEX `t_id`, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/auto-increment-key-widened
ALTER TABLE `t` MODIFY COLUMN `id` bigint unsigned NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
-- critical column.narrow column t.id
-- medium table.copy column t.id
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
=== mysql/auto-increment-nothing-to-do
nothing to do
=== mysql/auto-increment-removed
ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
-- medium column.default.drop column t.id
-- medium identity.drop column t.id
-- medium table.copy column t.id
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
=== mysql/binary-and-ascii-columns
ALTER TABLE `t` ADD COLUMN `a` char(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'de' AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `b` varchar(10) CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL AFTER `a`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `c` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL AFTER `b`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `d` varbinary(10) NULL AFTER `c`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `e` text CHARACTER SET latin1 COLLATE latin1_german2_ci NULL AFTER `d`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `e`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `d`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
=== mysql/binary-defaults
nothing to do
=== mysql/bit-and-hex-defaults
nothing to do
=== mysql/bit-columns-change
ALTER TABLE `t` MODIFY COLUMN `a` bit(4) NULL DEFAULT b'11', ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` bit(16) NOT NULL DEFAULT b'111', ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `c` bit(64) NULL DEFAULT b'1', ALGORITHM=INSTANT;
-- medium table.copy column t.a
-- medium table.copy column t.b
-- low column.type column t.a
-- low column.type column t.b
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` bit(1) NULL DEFAULT b'0', ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` bit(8) NOT NULL DEFAULT b'101', ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `c` bit(64) NULL, ALGORITHM=INSTANT;
=== mysql/check-inline-equals-table-level
nothing to do
=== mysql/check-not-enforced
ALTER TABLE `t` DROP CHECK `t_a`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `t_a` CHECK ((`a` > 0)) NOT ENFORCED, ALGORITHM=INSTANT;
-- low check.add check t.t_a
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_a`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_a` CHECK ((`a` > 0)), ALGORITHM=COPY;
=== mysql/check-over-an-ascii-column
ALTER TABLE `t` ADD COLUMN `v` int NULL AFTER `locale`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== mysql/check-with-a-negative-number
ALTER TABLE `t` DROP INDEX `t_g`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD COLUMN `h` int NOT NULL DEFAULT -1 AFTER `g`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `h_low` CHECK ((`h` > -5.5)), ALGORITHM=COPY;
-- high check.add check t.h_low
-- medium table.copy check t.h_low
-- medium index.drop index t.t_g
-- undo R2
--   ALTER TABLE `t` DROP CHECK `h_low`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `h`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD KEY `t_g` (`g`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/column-charset-converted
ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- critical charset.convert column t.a
-- medium table.copy column t.a
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL, ALGORITHM=COPY;
=== mysql/column-charset-default-spelt-out
nothing to do
=== mysql/column-collation-in-unique-key
ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL, ALGORITHM=COPY;
-- high collation.key column t.a
-- medium table.copy column t.a
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, ALGORITHM=COPY;
=== mysql/column-format-and-storage
ALTER TABLE `other` ADD COLUMN `v` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `other` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== mysql/column-name-case
nothing to do
=== mysql/comment-changed-and-dropped
ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT COMMENT 'new', ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `a` timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, ALGORITHM=INSTANT;
ALTER TABLE `t` COMMENT='new', ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT COMMENT 'old', ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `a` timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP COMMENT 'goes', ALGORITHM=INSTANT;
--   ALTER TABLE `t` COMMENT='old', ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/comments
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL COMMENT 'the key', ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `a` int NOT NULL DEFAULT 3 COMMENT 'it''s "quoted", größer, 漢字 ? \\ end', ALGORITHM=INSTANT;
ALTER TABLE `t` COMMENT='the ledger; -- not a comment', ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_a` (`a`) COMMENT 'for lookups', ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `a` int NOT NULL DEFAULT 3, ALGORITHM=INSTANT;
--   ALTER TABLE `t` COMMENT='', ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/comments-with-everything
ALTER TABLE `t` DROP INDEX `a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `a` int NULL COMMENT 'it''s "new" `name` \\ ?\nline 2', ALGORITHM=INSTANT;
ALTER TABLE `t` COMMENT='größer /* not a comment */', ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `a` (`a`) COMMENT 'for ''queries''; -- really', ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index t.a
-- undo R0
--   ALTER TABLE `t` DROP INDEX `a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL COMMENT 'old', ALGORITHM=INSTANT;
--   ALTER TABLE `t` COMMENT='old', ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/computed-over-converted-columns
ALTER TABLE `t` MODIFY COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT '', ALGORITHM=COPY;
ALTER TABLE `t` ADD COLUMN `s` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci GENERATED ALWAYS AS (coalesce(`a`,`b`)) STORED AFTER `a`, ALGORITHM=COPY;
ALTER TABLE `t` ADD COLUMN `c` int NULL AFTER `s`, ALGORITHM=INSTANT;
ALTER TABLE `t` DEFAULT CHARACTER SET=utf8mb4, COLLATE=utf8mb4_0900_ai_ci, ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column t.a
-- medium table.copy column t.b
-- medium table.copy column t.s
-- medium charset.convert table t
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(10) CHARACTER SET latin1 COLLATE latin1_german1_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` varchar(10) CHARACTER SET latin1 COLLATE latin1_german1_ci NOT NULL DEFAULT '', ALGORITHM=COPY;
--   ALTER TABLE `t` DROP COLUMN `s`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DEFAULT CHARACTER SET=latin1, COLLATE=latin1_german1_ci, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/database-with-another-charset
CREATE TABLE `u` (
  `id` int NOT NULL,
  `a` varchar(20) NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=latin1 COLLATE=latin1_german1_ci;
ALTER TABLE `t` ADD COLUMN `b` varchar(20) CHARACTER SET latin1 COLLATE latin1_german1_ci NULL AFTER `e`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `c` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `b`, ALGORITHM=INSTANT;
-- low steps.committed_singly table u
-- undo R2
--   DROP TABLE `u`;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
=== mysql/database-with-another-charset-nothing-to-do
nothing to do
=== mysql/decimal-forms
nothing to do
=== mysql/default-collation-of-a-charset
nothing to do
=== mysql/default-spellings
nothing to do
=== mysql/drop-of-a-column-called-as-a-keyword
ALTER TABLE `t` MODIFY COLUMN `from` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `t` DROP COLUMN `select`, ALGORITHM=INSTANT;
-- critical column.drop column t.select
-- medium table.copy column t.from
-- low column.type column t.from
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `select` int NULL AFTER `a`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `from` int NULL, ALGORITHM=COPY;
=== mysql/drop-under-a-view
refused Unsupported: column t.a
=== mysql/dump-as-declaration
ALTER TABLE `child` ADD COLUMN `note` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `parent_id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `child` DROP COLUMN `note`, ALGORITHM=INSTANT;
=== mysql/engine-changed
ALTER TABLE `t` ENGINE=InnoDB, ALGORITHM=COPY;
-- critical engine.change table t
-- medium table.copy table t
-- undo R0
--   ALTER TABLE `t` ENGINE=MyISAM, ALGORITHM=COPY;
=== mysql/engine-default-spelt-out
nothing to do
=== mysql/enum-and-set-with-charset
ALTER TABLE `t` MODIFY COLUMN `e` enum('x','ö','b') CHARACTER SET latin1 COLLATE latin1_german1_ci NULL DEFAULT 'ö', ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `s` set('x','y','z') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.not_null column t.s
-- info table.rebuild.online column t.s
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `e` enum('x','ö') CHARACTER SET latin1 COLLATE latin1_german1_ci NULL DEFAULT 'ö', ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `s` set('x','y') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL, ALGORITHM=COPY;
=== mysql/enum-quotes
ALTER TABLE `t` ADD COLUMN `s` enum('it''s','a,b','"q"','größer','语','(x)') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'a,b' AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `v` set('read','write','it''s') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'read,write' AFTER `s`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `s`, ALGORITHM=INSTANT;
=== mysql/enum-to-varchar-and-back
ALTER TABLE `t` MODIFY COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'new', ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` enum('x','y','z') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'x', ALGORITHM=COPY;
-- critical column.recast column t.a
-- critical column.recast column t.b
-- medium table.copy column t.a
-- medium table.copy column t.b
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `a` enum('new','old') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'new', ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'x', ALGORITHM=COPY;
=== mysql/enum-value-appended
ALTER TABLE `t` MODIFY COLUMN `s` enum('new','paid','sent') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'new', ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `s` enum('new','paid') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'new', ALGORITHM=COPY;
=== mysql/enum-value-inserted
ALTER TABLE `t` MODIFY COLUMN `s` enum('new','paid','sent') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- critical enum.reorder column t.s
-- medium table.copy column t.s
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `s` enum('new','sent') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== mysql/enum-value-removed-unused
ALTER TABLE `t` MODIFY COLUMN `s` enum('new','paid') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- critical enum.value.remove column t.s
-- medium table.copy column t.s
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `s` enum('new','paid','lost') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INSTANT;
=== mysql/every-geometry-type
CREATE TABLE `t` (
  `id` int NOT NULL,
  `a` geometry NULL,
  `b` point NULL,
  `c` linestring NULL,
  `d` polygon NULL,
  `e` multipoint NULL,
  `f` multilinestring NULL,
  `g` multipolygon NULL,
  `h` geomcollection NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `t`;
=== mysql/every-integer-widens
ALTER TABLE `t` MODIFY COLUMN `a` smallint NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` mediumint NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `c` int NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `d` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `e` smallint NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `f` bigint NULL, ALGORITHM=COPY;
-- medium table.copy column t.a
-- medium table.copy column t.b
-- medium table.copy column t.c
-- medium table.copy column t.d
-- medium table.copy column t.e
-- medium table.copy column t.f
-- low column.type column t.a
-- low column.type column t.b
-- low column.type column t.c
-- low column.type column t.d
-- low column.type column t.e
-- low column.type column t.f
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` tinyint NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` smallint NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `c` mediumint NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `d` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `e` tinyint unsigned NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `f` int unsigned NULL, ALGORITHM=COPY;
=== mysql/every-scalar-type
CREATE TABLE `zoo` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `c_ti` tinyint NULL,
  `c_tiu` tinyint unsigned NULL,
  `c_si` smallint NULL,
  `c_mi` mediumint unsigned NULL,
  `c_in` int NULL,
  `c_bi` bigint NULL,
  `c_bool` tinyint(1) NULL,
  `c_dec` decimal(20,6) NULL,
  `c_fl` float NULL,
  `c_do` double NULL,
  `c_bit` bit(7) NULL,
  `c_bit1` bit(1) NULL,
  `c_da` date NULL,
  `c_ti2` time NULL,
  `c_ti3` time(3) NULL,
  `c_dt` datetime NULL,
  `c_dt6` datetime(6) NULL,
  `c_ts` timestamp NULL,
  `c_ts3` timestamp(3) NULL,
  `c_ye` year NULL,
  `c_ch` char(10) NULL,
  `c_vc` varchar(100) NULL,
  `c_bn` binary(16) NULL,
  `c_vb` varbinary(200) NULL,
  `c_tt` tinytext NULL,
  `c_te` text NULL,
  `c_mt` mediumtext NULL,
  `c_lt` longtext NULL,
  `c_tb` tinyblob NULL,
  `c_bl` blob NULL,
  `c_mb` mediumblob NULL,
  `c_lb` longblob NULL,
  `c_en` enum('a','b','c') NULL,
  `c_se` set('x','y','z') NULL,
  `c_js` json NULL,
  `c_ge` geometry NULL,
  `c_po` point NULL,
  `c_ls` linestring NULL,
  `c_pg` polygon NULL,
  `c_mp` multipoint NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `zoo`;
=== mysql/every-text-size-widens
ALTER TABLE `t` MODIFY COLUMN `a` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `d` blob NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `e` mediumblob NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `f` varchar(256) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `g` varbinary(300) NULL, ALGORITHM=COPY;
-- medium table.copy column t.a
-- medium table.copy column t.b
-- medium table.copy column t.c
-- medium table.copy column t.d
-- medium table.copy column t.e
-- medium table.copy column t.g
-- low column.type column t.a
-- low column.type column t.b
-- low column.type column t.c
-- low column.type column t.d
-- low column.type column t.e
-- low column.type column t.f
-- low column.type column t.g
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` tinytext CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `c` mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `d` tinyblob NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `e` blob NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `f` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `g` varbinary(10) NULL, ALGORITHM=COPY;
=== mysql/expression-default-on-text
ALTER TABLE `t` ADD COLUMN `c` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT (concat(_utf8mb4'a',_utf8mb4'b')) AFTER `b`, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `a` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT (_utf8mb4'none'), ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `b` json NULL DEFAULT (json_object(_utf8mb4'k',1)), ALGORITHM=INSTANT;
-- medium table.copy column t.c
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `b` json NULL, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
=== mysql/foreign-key-beside-an-index-that-descends
ALTER TABLE `c` ADD KEY `down` (`p` DESC, `a`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` DROP INDEX `c_q`, ADD KEY `up` (`q`, `a` DESC), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `c` DROP INDEX `down`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` DROP INDEX `up`, ADD KEY `c_q` (`q`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-key-between-charsets
ALTER TABLE `c` DROP FOREIGN KEY `c_code`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` MODIFY COLUMN `code` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
ALTER TABLE `p` MODIFY COLUMN `code` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
ALTER TABLE `c` ADD CONSTRAINT `c_code` FOREIGN KEY (`code`) REFERENCES `p` (`code`), ALGORITHM=COPY;
-- critical charset.convert column c.code
-- critical charset.convert column p.code
-- high collation.key column p.code
-- medium table.copy column c.code
-- medium table.copy column p.code
-- medium table.copy foreign key c.c_code
-- low steps.committed_singly table c
-- undo R0
--   ALTER TABLE `c` DROP FOREIGN KEY `c_code`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` MODIFY COLUMN `code` varchar(10) CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `p` MODIFY COLUMN `code` varchar(10) CHARACTER SET latin1 COLLATE latin1_swedish_ci NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `c` ADD CONSTRAINT `c_code` FOREIGN KEY (`code`) REFERENCES `p` (`code`), ALGORITHM=COPY;
=== mysql/foreign-key-index-becomes-unique
ALTER TABLE `c` DROP INDEX `k`, ADD UNIQUE KEY `k` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` DROP INDEX `k2`, ADD UNIQUE KEY `k2` (`q`, `id`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index c.k2
-- low unique.add unique c.k
-- low unique.add unique c.k2
-- advice style.nullable_unique unique c.k
-- advice style.nullable_unique unique c.k2
-- undo R0
--   ALTER TABLE `c` DROP INDEX `k2`, ADD KEY `k2` (`q`, `id`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` DROP INDEX `k`, ADD KEY `k` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-key-index-dropped-from-text
nothing to do
=== mysql/foreign-key-index-gets-other-columns
ALTER TABLE `c` RENAME INDEX `k` TO `c_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` DROP INDEX `k2`, ADD KEY `c_b` (`b`), ADD KEY `k2` (`x`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` ADD KEY `k` (`x`), ALGORITHM=INPLACE, LOCK=NONE;
-- advice style.redundant_index index c.k
-- undo R0
--   ALTER TABLE `c` DROP INDEX `k`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` DROP INDEX `k2`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` RENAME INDEX `c_a` TO `k`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` DROP INDEX `c_b`, ADD KEY `k2` (`b`, `x`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-key-index-named
ALTER TABLE `c` RENAME INDEX `c_p` TO `by_p`, RENAME INDEX `by_r` TO `by_s`, RENAME INDEX `by_s` TO `by_r`, ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `c` RENAME INDEX `by_p` TO `c_p`, RENAME INDEX `by_s` TO `by_r`, RENAME INDEX `by_r` TO `by_s`, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-key-leans-on-an-index-that-descends
ALTER TABLE `c` DROP INDEX `down`, ADD KEY `c_p` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index c.down
-- undo R0
--   ALTER TABLE `c` ADD KEY `down` (`p` DESC, `a`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-key-longer-comes
ALTER TABLE `e` DROP FOREIGN KEY `e_pa`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` DROP INDEX `c_p`, ADD CONSTRAINT `c_pb` FOREIGN KEY (`p`, `b`) REFERENCES `p` (`id`, `b`), ALGORITHM=COPY;
ALTER TABLE `d` DROP INDEX `mine`, ADD CONSTRAINT `a_pb` FOREIGN KEY (`p`, `b`) REFERENCES `p` (`id`, `b`), ALGORITHM=COPY;
ALTER TABLE `d` ADD CONSTRAINT `b_pi` FOREIGN KEY (`p`, `id`) REFERENCES `p` (`id`, `b`), ALGORITHM=COPY;
ALTER TABLE `e` DROP INDEX `e_pa`, ADD CONSTRAINT `e_pb` FOREIGN KEY (`p`, `b`) REFERENCES `p` (`id`, `b`), ALGORITHM=COPY;
-- high foreign_key.drop foreign key e.e_pa
-- medium table.copy foreign key c.c_pb
-- medium table.copy foreign key d.a_pb
-- medium table.copy foreign key d.b_pi
-- medium table.copy foreign key e.e_pb
-- low foreign_key.add foreign key c.c_pb
-- low foreign_key.add foreign key d.a_pb
-- low foreign_key.add foreign key d.b_pi
-- low foreign_key.add foreign key e.e_pb
-- low steps.committed_singly table c
-- undo R0
--   ALTER TABLE `c` DROP FOREIGN KEY `c_pb`, DROP INDEX `c_pb`, ADD KEY `c_p` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `d` DROP FOREIGN KEY `a_pb`, DROP INDEX `a_pb`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `d` DROP FOREIGN KEY `b_pi`, DROP INDEX `b_pi`, ADD KEY `mine` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `e` DROP FOREIGN KEY `e_pb`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `e` DROP INDEX `e_pb`, ADD CONSTRAINT `e_pa` FOREIGN KEY (`p`, `a`) REFERENCES `p` (`id`, `b`), ALGORITHM=COPY;
=== mysql/foreign-key-parent-type-changed
ALTER TABLE `c` DROP FOREIGN KEY `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` MODIFY COLUMN `p_id` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `p` MODIFY COLUMN `id` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
-- medium table.copy column c.p_id
-- medium table.copy column p.id
-- medium table.copy foreign key c.c_p
-- low column.type column c.p_id
-- low column.type column p.id
-- low steps.committed_singly table c
-- undo R2
--   ALTER TABLE `c` DROP FOREIGN KEY `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` MODIFY COLUMN `p_id` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `p` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
=== mysql/foreign-key-primary-key-replaced
ALTER TABLE `c` DROP PRIMARY KEY, ADD PRIMARY KEY (`b`, `a`), ADD KEY `c_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `p` DROP PRIMARY KEY, ADD PRIMARY KEY (`n`), ADD UNIQUE KEY `by_id` (`id`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add primary key c.PRIMARY
-- low unique.add primary key p.PRIMARY
-- low steps.committed_singly table c
-- low unique.add unique p.by_id
-- info table.rebuild.online primary key c.PRIMARY
-- info table.rebuild.online primary key p.PRIMARY
-- undo R0
--   ALTER TABLE `c` DROP PRIMARY KEY, ADD PRIMARY KEY (`a`, `b`), DROP INDEX `c_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `p` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), DROP INDEX `by_id`, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-key-referenced-index-changes
ALTER TABLE `p` RENAME INDEX `j` TO `by_y`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `p` DROP INDEX `k`, ADD UNIQUE KEY `k` (`x`) COMMENT 'by x', ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add unique p.k
-- undo R0
--   ALTER TABLE `p` RENAME INDEX `by_y` TO `j`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `p` DROP INDEX `k`, ADD UNIQUE KEY `k` (`x`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-key-restrict-is-no-action
nothing to do
=== mysql/foreign-key-served-by-a-longer-one-that-goes
ALTER TABLE `c` DROP FOREIGN KEY `c_pb`, DROP INDEX `c_pb`, ADD KEY `c_p` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
-- high foreign_key.drop foreign key c.c_pb
-- undo R0
--   ALTER TABLE `c` DROP INDEX `c_p`, ADD CONSTRAINT `c_pb` FOREIGN KEY (`p`, `b`) REFERENCES `p` (`id`, `b`), ALGORITHM=COPY;
=== mysql/foreign-key-served-by-primary-key
CREATE TABLE `c` (
  `p_id` int NOT NULL,
  `line` int NOT NULL,
  PRIMARY KEY (`p_id`, `line`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`) ON DELETE CASCADE;
-- undo R2
--   DROP TABLE `c`;
=== mysql/foreign-key-unique-becomes-index
ALTER TABLE `c` DROP INDEX `k2`, ADD KEY `k2` (`q`, `id`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` DROP INDEX `k`, ADD KEY `k` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium constraint.drop unique c.k
-- medium constraint.drop unique c.k2
-- undo R0
--   ALTER TABLE `c` DROP INDEX `k`, ADD UNIQUE KEY `k` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` DROP INDEX `k2`, ADD UNIQUE KEY `k2` (`q`, `id`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-key-unique-gives-way-to-one-that-descends
ALTER TABLE `c` ADD KEY `down` (`p` DESC, `a`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` DROP INDEX `one`, ADD KEY `c_p` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium constraint.drop unique c.one
-- undo R0
--   ALTER TABLE `c` DROP INDEX `down`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` DROP INDEX `c_p`, ADD UNIQUE KEY `one` (`p`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-keys-longer-go-at-once
ALTER TABLE `c` DROP FOREIGN KEY `a_pi`, DROP INDEX `a_pi`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` DROP FOREIGN KEY `B_pb`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `c` DROP INDEX `B_pb`, ADD KEY `later` (`p`, `id`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
-- high foreign_key.drop foreign key c.B_pb
-- high foreign_key.drop foreign key c.a_pi
-- undo R0
--   ALTER TABLE `c` ADD KEY `a_pi` (`p`, `id`), ADD CONSTRAINT `a_pi` FOREIGN KEY (`p`, `id`) REFERENCES `p` (`id`, `b`), ALGORITHM=COPY;
--   ALTER TABLE `c` ADD KEY `B_pb` (`p`, `b`), ADD CONSTRAINT `B_pb` FOREIGN KEY (`p`, `b`) REFERENCES `p` (`id`, `b`), ALGORITHM=COPY;
--   ALTER TABLE `c` DROP INDEX `later`, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/foreign-keys-with-a-first-column-in-common
CREATE TABLE `d` (
  `id` int NOT NULL,
  `p` int NULL,
  `b` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `e` (
  `id` int NOT NULL,
  `p` int NULL,
  `b` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `d` ADD CONSTRAINT `b_pb` FOREIGN KEY (`p`, `b`) REFERENCES `p` (`id`, `b`);
ALTER TABLE `d` ADD CONSTRAINT `d_p` FOREIGN KEY (`p`) REFERENCES `p` (`id`);
ALTER TABLE `e` ADD CONSTRAINT `e_p` FOREIGN KEY (`p`) REFERENCES `p` (`id`);
ALTER TABLE `e` ADD CONSTRAINT `f_pb` FOREIGN KEY (`p`, `b`) REFERENCES `p` (`id`, `b`);
ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p`) REFERENCES `p` (`id`), ALGORITHM=COPY;
ALTER TABLE `c` ADD CONSTRAINT `c_pb` FOREIGN KEY (`p`, `b`) REFERENCES `p` (`id`, `b`), ALGORITHM=COPY;
-- medium table.copy foreign key c.c_p
-- medium table.copy foreign key c.c_pb
-- low foreign_key.add foreign key c.c_p
-- low foreign_key.add foreign key c.c_pb
-- low steps.committed_singly table d
-- undo R2
--   ALTER TABLE `c` DROP FOREIGN KEY `c_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `c` DROP FOREIGN KEY `c_pb`, DROP INDEX `c_pb`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `d`;
--   DROP TABLE `e`;
=== mysql/fractional-seconds
ALTER TABLE `t` MODIFY COLUMN `a` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` time(3) NULL, ALGORITHM=COPY;
-- medium table.copy column t.a
-- medium table.copy column t.b
-- low column.type column t.a
-- low column.type column t.b
-- low copy.zero_date table t
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` time NULL, ALGORITHM=COPY;
=== mysql/fulltext-dropped
ALTER TABLE `t` DROP INDEX `t_f`, ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index t.t_f
-- undo R0
--   ALTER TABLE `t` ADD FULLTEXT KEY `t_f` (`title`), ALGORITHM=INPLACE, LOCK=SHARED;
=== mysql/fulltext-index
ALTER TABLE `t` ADD FULLTEXT KEY `t_both` (`title`, `body`), ALGORITHM=INPLACE, LOCK=SHARED;
ALTER TABLE `t` ADD FULLTEXT KEY `t_title` (`title`), ALGORITHM=INPLACE, LOCK=SHARED;
-- info table.held index t.t_both
-- info table.held index t.t_title
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_both`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `t_title`, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/functional-index
ALTER TABLE `t` ADD UNIQUE KEY `t_n` (((`n` * 2)), `id`), ALGORITHM=COPY;
ALTER TABLE `t` ADD KEY `t_email` ((lower(`email`))), ALGORITHM=COPY;
-- medium table.copy index t.t_email
-- medium table.copy unique t.t_n
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_n`, ALGORITHM=COPY;
--   ALTER TABLE `t` DROP INDEX `t_email`, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/functional-index-changes
ALTER TABLE `t` DROP INDEX `f1`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `f1` ((upper(`a`)) DESC), ALGORITHM=COPY;
ALTER TABLE `t` ADD KEY `f3` ((concat(`a`,_utf8mb4'größer'))), ALGORITHM=INPLACE, LOCK=SHARED;
-- medium table.copy index t.f1
-- info table.held index t.f3
-- undo R0
--   ALTER TABLE `t` DROP INDEX `f3`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `f1`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `f1` ((lower(`a`))), ALGORITHM=COPY;
=== mysql/functional-index-nothing-to-do
nothing to do
=== mysql/generated-column-becomes-plain
ALTER TABLE `t` MODIFY COLUMN `b` int NULL, ALGORITHM=COPY;
-- medium table.copy column t.b
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `b` int GENERATED ALWAYS AS ((`a` * 2)) STORED, ALGORITHM=COPY;
=== mysql/generated-expression-changed
ALTER TABLE `t` MODIFY COLUMN `a` int GENERATED ALWAYS AS ((`w` + 2)) STORED, ALGORITHM=COPY;
-- medium table.copy column t.a
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` int GENERATED ALWAYS AS ((`w` + 1)) STORED, ALGORITHM=COPY;
=== mysql/generated-not-null-and-comment
ALTER TABLE `t` ADD COLUMN `b` int GENERATED ALWAYS AS ((`a` * 2)) STORED NOT NULL COMMENT 'twice' AFTER `a`, ALGORITHM=COPY;
ALTER TABLE `t` ADD COLUMN `c` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci GENERATED ALWAYS AS (concat(`a`,_utf8mb4'x')) VIRTUAL COMMENT 'text' AFTER `b`, ALGORITHM=INSTANT;
-- medium table.copy column t.b
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
=== mysql/generated-on-a-column-that-widens
ALTER TABLE `t` MODIFY COLUMN `a` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `v` bigint GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `s` bigint GENERATED ALWAYS AS ((`a` + 2)) STORED, ALGORITHM=COPY;
-- medium table.copy column t.a
-- medium table.copy column t.s
-- medium table.copy column t.v
-- low column.type column t.a
-- low column.type column t.s
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `v` int GENERATED ALWAYS AS ((`a` + 1)) VIRTUAL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `s` int GENERATED ALWAYS AS ((`a` + 2)) STORED, ALGORITHM=COPY;
=== mysql/generated-spellings
nothing to do
=== mysql/generated-virtual-and-stored
ALTER TABLE `t` ADD COLUMN `area` int GENERATED ALWAYS AS ((`w` * `h`)) STORED AFTER `name`, ALGORITHM=COPY;
ALTER TABLE `t` ADD COLUMN `label` varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci GENERATED ALWAYS AS (concat(upper(`name`),_utf8mb4' it\'s ',`w`)) VIRTUAL AFTER `area`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD KEY `t_area` (`area`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column t.area
-- undo R2
--   ALTER TABLE `t` DROP INDEX `t_area`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP COLUMN `label`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `area`, ALGORITHM=INSTANT;
=== mysql/generated-virtual-to-stored
ALTER TABLE `t` DROP COLUMN `a`, ADD COLUMN `a` int GENERATED ALWAYS AS ((`w` + 1)) STORED AFTER `w`, ALGORITHM=COPY;
-- medium table.copy column t.a
-- undo R0
--   ALTER TABLE `t` DROP COLUMN `a`, ADD COLUMN `a` int GENERATED ALWAYS AS ((`w` + 1)) VIRTUAL AFTER `w`, ALGORITHM=INSTANT;
=== mysql/hibernate-ddl-as-declaration
CREATE TABLE `book` (
  `active` bit(1) NOT NULL,
  `kind` tinyint NULL,
  `price` decimal(38,2) NULL,
  `published` datetime(6) NULL,
  `author_id` bigint NULL,
  `id` bigint NOT NULL AUTO_INCREMENT,
  `isbn` varchar(255) NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `UKehpdfjpu1jm3hijhj4mm0hx9h` (`isbn`),
  CONSTRAINT `book_chk_1` CHECK ((`kind` between 0 and 2))
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `book` ADD CONSTRAINT `FKklnrv3weler2ftkweewlky958` FOREIGN KEY (`author_id`) REFERENCES `author` (`id`);
-- advice style.nullable_unique unique book.UKehpdfjpu1jm3hijhj4mm0hx9h
-- undo R2
--   DROP TABLE `book`;
=== mysql/index-inside-or-outside
nothing to do
=== mysql/index-options-change
ALTER TABLE `t` DROP INDEX `k3`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `k1`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `k2`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `k4`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD UNIQUE KEY `k3` (`a` DESC, `b`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `k1` (`a`) INVISIBLE, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `k2` (`b`) COMMENT 'new', ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `k4` (`b`, `a`) COMMENT 'x' INVISIBLE, ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add unique t.k3
-- advice style.nullable_unique unique t.k3
-- undo R0
--   ALTER TABLE `t` DROP INDEX `k3`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `k1`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `k2`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `k4`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD UNIQUE KEY `k3` (`a`, `b`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `k1` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `k2` (`b`) COMMENT 'old', ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `k4` (`b`, `a`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/index-prefix
ALTER TABLE `t` ADD KEY `t_a` (`a`(20)), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_b` (`b`(10), `id`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `t_b`, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/index-prefix-changed
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_a` (`a`(20)), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_a` (`a`(10)), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/index-prefix-of-full-length
nothing to do
=== mysql/index-using-btree
nothing to do
=== mysql/inline-reference
CREATE TABLE `child` (
  `id` int NOT NULL,
  `parent_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `child` ADD KEY `parent_id` (`parent_id`), ADD CONSTRAINT `child_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`);
-- undo R2
--   DROP TABLE `child`;
=== mysql/instant-columns-are-no-difference
nothing to do
=== mysql/instant-columns-then-a-copy
ALTER TABLE `t` ADD COLUMN `c` int NULL AFTER `a`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `id` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `t` ADD KEY `a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column t.id
-- low column.type column t.id
-- undo R2
--   ALTER TABLE `t` DROP INDEX `a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
=== mysql/integer-display-width
nothing to do
=== mysql/introducers-and-concatenation
ALTER TABLE `t` DROP CHECK `c2`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `a` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD CONSTRAINT `c2` CHECK ((`a` not in (_utf8mb4'ä',_utf8mb4'日本',_utf8mb4'语'))), ALGORITHM=COPY;
-- medium table.copy check t.c2
-- low check.add check t.c2
-- low column.type column t.a
-- undo R2
--   ALTER TABLE `t` DROP CHECK `c2`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` ADD CONSTRAINT `c2` CHECK ((`a` not in (_utf8mb4'ä',_utf8mb4'日本'))), ALGORITHM=COPY;
=== mysql/invisible-becomes-visible
ALTER TABLE `t` MODIFY COLUMN `a` int NULL DEFAULT 3, ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL DEFAULT 3 INVISIBLE, ALGORITHM=INSTANT;
=== mysql/invisible-column
ALTER TABLE `t` ADD COLUMN `hidden` int NULL DEFAULT 7 INVISIBLE AFTER `a`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `hidden`, ALGORITHM=INSTANT;
=== mysql/invisible-columns-change
ALTER TABLE `t` ADD COLUMN `d` int NULL INVISIBLE AFTER `c`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `b` int NULL INVISIBLE, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `c` bigint NOT NULL DEFAULT 5 INVISIBLE, ALGORITHM=COPY;
-- medium table.copy column t.c
-- low column.type column t.c
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL INVISIBLE, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `b` int NULL, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `c` int NOT NULL DEFAULT 5 INVISIBLE, ALGORITHM=COPY;
--   ALTER TABLE `t` DROP COLUMN `d`, ALGORITHM=INSTANT;
=== mysql/invisible-index
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_a` (`a`) INVISIBLE, ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/json-column-added
ALTER TABLE `t` ADD COLUMN `doc` json NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `must` json NOT NULL AFTER `doc`, ALGORITHM=INSTANT;
-- low column.add.required column t.must
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `must`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `doc`, ALGORITHM=INSTANT;
=== mysql/json-columns-change
ALTER TABLE `t` ADD COLUMN `c` json NULL AFTER `b`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `a` json NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `b` json NULL DEFAULT (json_array()), ALGORITHM=INSTANT;
-- low column.not_null column t.a
-- info table.rebuild.online column t.a
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` json NULL, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `b` json NULL, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
=== mysql/key-block-size-and-statistics
ALTER TABLE `t` STATS_SAMPLE_PAGES=DEFAULT, MAX_ROWS=5000, STATS_AUTO_RECALC=1, STATS_PERSISTENT=0, ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` STATS_AUTO_RECALC=DEFAULT, MAX_ROWS=1000, STATS_PERSISTENT=1, STATS_SAMPLE_PAGES=32, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/keys-in-another-order
nothing to do
=== mysql/left-overs-of-online-tools
ALTER TABLE `t` ADD COLUMN `v` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== mysql/long-comments
ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL COMMENT 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', ALGORITHM=INSTANT;
ALTER TABLE `t` COMMENT='tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt', ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=INSTANT;
--   ALTER TABLE `t` COMMENT='', ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/multi-valued-index
ALTER TABLE `t` ADD KEY `t_zip` ((cast(json_extract(`doc`,_utf8mb4'$.zip') as unsigned array))), ALGORITHM=INPLACE, LOCK=SHARED;
-- info table.held index t.t_zip
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_zip`, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/negative-and-decimal-defaults
nothing to do
=== mysql/no-key-at-all-changes
ALTER TABLE `log` ADD COLUMN `level` tinyint NOT NULL DEFAULT 0 AFTER `line`, ALGORITHM=INSTANT;
ALTER TABLE `log` MODIFY COLUMN `at` datetime(3) NOT NULL, ALGORITHM=COPY;
ALTER TABLE `log` MODIFY COLUMN `line` varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column log.at
-- low column.type column log.at
-- low column.type column log.line
-- low copy.zero_date table log
-- undo R2
--   ALTER TABLE `log` MODIFY COLUMN `at` datetime NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `log` MODIFY COLUMN `line` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `log` DROP COLUMN `level`, ALGORITHM=INSTANT;
=== mysql/no-primary-key-but-unique
ALTER TABLE `t` MODIFY COLUMN `v` varchar(15) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== mysql/on-update-current-timestamp
ALTER TABLE `t` ADD COLUMN `changed` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `seen` datetime(6) NULL ON UPDATE CURRENT_TIMESTAMP(6) AFTER `changed`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `seen`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `changed`, ALGORITHM=INSTANT;
=== mysql/on-update-removed
ALTER TABLE `t` MODIFY COLUMN `changed` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP, ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `changed` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, ALGORITHM=INSTANT;
=== mysql/partitioned-bystander
ALTER TABLE `other` ADD COLUMN `v` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `other` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== mysql/partitioned-undeclared
ALTER TABLE `other` ADD COLUMN `v` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `other` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== mysql/phpmyadmin-export-as-declaration
CREATE TABLE `wp_posts` (
  `ID` bigint unsigned NOT NULL,
  `post_author` bigint unsigned NOT NULL DEFAULT 0,
  `post_title` text NOT NULL,
  `post_status` varchar(20) NOT NULL DEFAULT 'publish',
  PRIMARY KEY (`ID`),
  KEY `post_author` (`post_author`),
  KEY `status_author` (`post_status`, `post_author`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
-- undo R2
--   DROP TABLE `wp_posts`;
=== mysql/prefix-key-and-column-shrink
ALTER TABLE `t` DROP INDEX `a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `a` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
ALTER TABLE `t` ADD KEY `a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column t.a
-- medium index.drop index t.a
-- low column.narrow column t.a
-- undo R1
--   ALTER TABLE `t` DROP INDEX `a`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` ADD KEY `a` (`a`(50)), ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/question-mark-in-a-default
ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'why?', ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'x', ALGORITHM=INSTANT;
=== mysql/rails-tables-as-declaration
CREATE TABLE `posts` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `user_id` bigint NOT NULL,
  `body` text NULL,
  `score` float NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `users` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `email` varchar(255) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `admin` tinyint(1) NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE KEY `index_users_on_email` (`email`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `posts` ADD KEY `index_posts_on_user_id` (`user_id`), ADD CONSTRAINT `fk_rails_5b5ddfd518` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`);
-- low steps.committed_singly table posts
-- undo R2
--   DROP TABLE `posts`;
--   DROP TABLE `users`;
=== mysql/rename-under-a-trigger
refused Unsupported: column t.a
=== mysql/routines-triggers-events-bystanders
ALTER TABLE `log` ADD COLUMN `at` datetime NULL DEFAULT CURRENT_TIMESTAMP AFTER `line`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `b` int NULL AFTER `a`, ALGORITHM=INSTANT;
-- low steps.committed_singly table log
-- undo R2
--   ALTER TABLE `log` DROP COLUMN `at`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
=== mysql/row-format
ALTER TABLE `t` ROW_FORMAT=COMPRESSED, ALGORITHM=INPLACE, LOCK=NONE;
-- info table.rebuild.online table t
-- undo R0
--   ALTER TABLE `t` ROW_FORMAT=DEFAULT, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/serial-alias
nothing to do
=== mysql/set-default-action
CREATE TABLE `child` (
  `id` int NOT NULL,
  `parent_id` int NULL DEFAULT 1,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `child` ADD CONSTRAINT `c` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE SET DEFAULT;
-- undo R2
--   DROP TABLE `child`;
=== mysql/set-value-appended
ALTER TABLE `t` MODIFY COLUMN `s` set('a','b','c') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `s` set('a','b') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== mysql/show-create-as-declaration
nothing to do
=== mysql/spatial-index
CREATE TABLE `place` (
  `id` int NOT NULL,
  `pos` point NOT NULL SRID 4326,
  PRIMARY KEY (`id`),
  SPATIAL KEY `place_pos` (`pos`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `place`;
=== mysql/spatial-index-and-srid-change
ALTER TABLE `t` ADD COLUMN `q` geometry NULL SRID 4326 AFTER `p`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD SPATIAL KEY `t_p` (`p`), ALGORITHM=INPLACE, LOCK=SHARED;
-- info table.held index t.t_p
-- undo R2
--   ALTER TABLE `t` DROP INDEX `t_p`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP COLUMN `q`, ALGORITHM=INSTANT;
=== mysql/structured-extra
CREATE TABLE `t` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `changed` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `note` varchar(50) NULL COMMENT 'it''s "quoted" – größer',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='the ledger';
-- undo R2
--   DROP TABLE `t`;
=== mysql/table-charset-with-columns
ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
ALTER TABLE `t` DEFAULT CHARACTER SET=utf8mb4, COLLATE=utf8mb4_0900_ai_ci, ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column t.a
-- medium table.copy column t.b
-- medium charset.convert table t
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` text CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` DEFAULT CHARACTER SET=latin1, COLLATE=latin1_swedish_ci, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/table-default-charset-changed
ALTER TABLE `t` DEFAULT CHARACTER SET=utf8mb4, COLLATE=utf8mb4_bin, ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DEFAULT CHARACTER SET=utf8mb4, COLLATE=utf8mb4_general_ci, ALGORITHM=INPLACE, LOCK=NONE;
=== mysql/table-names-in-two-cases
ALTER TABLE `Orders` MODIFY COLUMN `v` bigint NULL, ALGORITHM=COPY;
ALTER TABLE `orders` ADD COLUMN `w` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- medium table.copy column Orders.v
-- low column.type column Orders.v
-- low steps.committed_singly table Orders
-- undo R2
--   ALTER TABLE `Orders` MODIFY COLUMN `v` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `orders` DROP COLUMN `w`, ALGORITHM=INSTANT;
=== mysql/text-column-defaults
ALTER TABLE `t` ADD COLUMN `b` text CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT (_utf8mb4'it\'s') AFTER `a`, ALGORITHM=COPY;
ALTER TABLE `t` ADD COLUMN `c` blob NULL DEFAULT (0x00ff) AFTER `b`, ALGORITHM=COPY;
ALTER TABLE `t` ADD COLUMN `d` int NULL DEFAULT ((`a` + 1)) AFTER `c`, ALGORITHM=COPY;
ALTER TABLE `t` ADD COLUMN `e` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT (concat(_utf8mb4'x',_utf8mb4'ä')) AFTER `d`, ALGORITHM=COPY;
ALTER TABLE `t` ADD COLUMN `f` date NULL DEFAULT ((curdate() + interval 1 year)) AFTER `e`, ALGORITHM=COPY;
-- medium table.copy column t.b
-- medium table.copy column t.c
-- medium table.copy column t.d
-- medium table.copy column t.e
-- medium table.copy column t.f
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `f`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `e`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `d`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
=== mysql/text-picked-by-length
nothing to do
=== mysql/timestamp-columns-change
ALTER TABLE `t` MODIFY COLUMN `a` timestamp NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `b` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `c` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` MODIFY COLUMN `d` timestamp(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), ALGORITHM=COPY;
-- medium table.copy column t.d
-- low column.nullable column t.a
-- low column.not_null column t.b
-- low column.not_null column t.c
-- low column.nullable column t.d
-- low column.type column t.d
-- low copy.zero_date table t
-- info table.rebuild.online column t.a
-- info table.rebuild.online column t.b
-- info table.rebuild.online column t.c
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `b` timestamp NULL, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `c` timestamp NULL DEFAULT CURRENT_TIMESTAMP, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `d` timestamp(3) NOT NULL DEFAULT '2000-01-01 00:00:00.000', ALGORITHM=COPY;
=== mysql/timestamps-without-default
nothing to do
=== mysql/tinyint-one-is-boolean
nothing to do
=== mysql/trigger-bystander-between
DROP TRIGGER `z`;
ALTER TABLE `t` ADD COLUMN `w` int NULL AFTER `v`, ALGORITHM=INSTANT;
CREATE TRIGGER `z` AFTER UPDATE ON `t` FOR EACH ROW PRECEDES `other` SET @x = 11;
-- low steps.committed_singly table t
-- undo R2
--   DROP TRIGGER `other`;
--   DROP TRIGGER `z`;
--   ALTER TABLE `t` DROP COLUMN `w`, ALGORITHM=INSTANT;
--   CREATE TRIGGER `z` AFTER UPDATE ON `t` FOR EACH ROW PRECEDES `b` SET @x = 1;
--   CREATE TRIGGER `other` AFTER UPDATE ON `t` FOR EACH ROW PRECEDES `b` SET @x = 9;
=== mysql/trigger-in-the-middle-replaced
DROP TRIGGER `m`;
DROP TRIGGER `a`;
DROP TRIGGER `z`;
CREATE TRIGGER `a` BEFORE INSERT ON `t` FOR EACH ROW PRECEDES `l` SET NEW.v = concat(NEW.v, 'A');
CREATE TRIGGER `m` BEFORE INSERT ON `t` FOR EACH ROW PRECEDES `l` SET NEW.v = concat(NEW.v, 'M');
CREATE TRIGGER `on t for each row b` BEFORE INSERT ON `t` FOR EACH ROW PRECEDES `l` SET NEW.v = concat(NEW.v, 'b');
-- advice style.trigger trigger t.on t for each row b
-- undo R0
--   DROP TRIGGER `m`;
--   DROP TRIGGER `a`;
--   DROP TRIGGER `on t for each row b`;
--   CREATE TRIGGER `a` BEFORE INSERT ON `t` FOR EACH ROW PRECEDES `l` SET NEW.v = concat(NEW.v, 'a');
--   CREATE TRIGGER `z` BEFORE INSERT ON `t` FOR EACH ROW PRECEDES `l` SET NEW.v = concat(NEW.v, 'z');
--   CREATE TRIGGER `m` BEFORE INSERT ON `t` FOR EACH ROW PRECEDES `l` SET NEW.v = concat(NEW.v, 'm');
=== mysql/trigger-numbers-move
nothing to do
=== mysql/trigger-order-changes
DROP TRIGGER `c`;
CREATE TRIGGER `c` AFTER UPDATE ON `t` FOR EACH ROW PRECEDES `a` SET @x = 3;
-- undo R0
--   DROP TRIGGER `b`;
--   DROP TRIGGER `a`;
--   CREATE TRIGGER `a` AFTER UPDATE ON `t` FOR EACH ROW PRECEDES `c` SET @x = 1;
--   CREATE TRIGGER `b` AFTER UPDATE ON `t` FOR EACH ROW PRECEDES `c` SET @x = 2;
=== mysql/type-aliases
nothing to do
=== mysql/unsigned-added
ALTER TABLE `t` MODIFY COLUMN `a` int unsigned NULL, ALGORITHM=COPY;
-- critical column.narrow column t.a
-- medium table.copy column t.a
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=COPY;
=== mysql/unsigned-dropped-that-fits
ALTER TABLE `t` MODIFY COLUMN `a` int NOT NULL, ALGORITHM=COPY;
-- critical column.narrow column t.a
-- medium table.copy column t.a
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `a` int unsigned NOT NULL, ALGORITHM=COPY;
=== mysql/utf8-is-utf8mb3
nothing to do
=== mysql/uuid-default
ALTER TABLE `t` ADD COLUMN `token` varchar(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL AFTER `id`;
UPDATE `t` SET `token` = (uuid());
ALTER TABLE `t` ALTER COLUMN `token` SET DEFAULT (uuid());
-- medium table.rewrite column t.token
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `token`, ALGORITHM=INSTANT;
=== mysql/varchar-to-enum
ALTER TABLE `t` MODIFY COLUMN `s` enum('new','paid') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- critical column.recast column t.s
-- medium table.copy column t.s
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `s` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== mysql/view-algorithm
CREATE OR REPLACE ALGORITHM=MERGE VIEW `changes` AS select `t`.`id` AS `id` from `t`;
CREATE OR REPLACE ALGORITHM=TEMPTABLE VIEW `gains` AS select `t`.`id` AS `id`,`t`.`a` AS `a` from `t`;
CREATE OR REPLACE VIEW `loses` AS select `t`.`id` AS `id` from `t`;
-- undo R0
--   CREATE OR REPLACE ALGORITHM=TEMPTABLE VIEW `changes` AS select `t`.`id` AS `id` from `t`;
--   CREATE OR REPLACE VIEW `gains` AS select `t`.`id` AS `id`,`t`.`a` AS `a` from `t`;
--   CREATE OR REPLACE ALGORITHM=MERGE VIEW `loses` AS select `t`.`id` AS `id` from `t`;
=== mysql/view-algorithm-stays
nothing to do
=== mysql/view-list-spelt-otherwise
nothing to do
=== mysql/views-bystanders
ALTER TABLE `t` ADD COLUMN `b` int NULL AFTER `a`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
=== mysql/wordpress-tables-equal-themselves
nothing to do
=== mysql/year-width
nothing to do
=== mysql/zerofill
nothing to do
=== mysql/zerofill-width-changed
ALTER TABLE `t` MODIFY COLUMN `a` int(8) unsigned zerofill NULL, ALGORITHM=INSTANT;
-- low column.type column t.a
-- advice style.zerofill column t.a
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` int(6) unsigned zerofill NULL, ALGORITHM=INSTANT;
=== objects/column-goes-with-its-view
DROP VIEW `v`;
ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
CREATE VIEW `v` AS select `t`.`id` AS `id`,`t`.`a` AS `b` from `t`;
-- critical column.drop column t.b
-- low steps.committed_singly table t
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `b` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `a`, ALGORITHM=INSTANT;
--   CREATE OR REPLACE VIEW `v` AS select `t`.`id` AS `id`,`t`.`b` AS `b` from `t`;
=== objects/mysql-event-changes
DROP EVENT `e`;
CREATE EVENT `e` ON SCHEDULE EVERY '2' DAY STARTS '2037-01-01 00:00:00' ON COMPLETION NOT PRESERVE DISABLE DO DELETE FROM t;
-- undo R0
--   DROP EVENT `e`;
--   CREATE EVENT `e` ON SCHEDULE EVERY '1' DAY STARTS '2037-01-01 00:00:00' ON COMPLETION NOT PRESERVE DISABLE DO DELETE FROM t;
=== objects/mysql-function-changes
DROP FUNCTION `f`;
CREATE FUNCTION `f`(`x` int) RETURNS int DETERMINISTIC CONTAINS SQL RETURN x + 2;
-- undo R0
--   DROP FUNCTION `f`;
--   CREATE FUNCTION `f`(`x` int) RETURNS int DETERMINISTIC CONTAINS SQL RETURN x + 1;
=== objects/mysql-function-under-a-view
CREATE FUNCTION `f`(`x` int) RETURNS int DETERMINISTIC CONTAINS SQL RETURN x + 1;
CREATE VIEW `v` AS select `f`(`t`.`a`) AS `c` from `t`;
-- advice style.definer function f
-- advice style.definer view v
-- undo R0
--   DROP VIEW `v`;
--   DROP FUNCTION `f`;
=== objects/mysql-procedure-goes
DROP PROCEDURE `p`;
-- high interface.change procedure p
-- undo R0
--   CREATE PROCEDURE `p`() CONTAINS SQL DELETE FROM t;
=== objects/mysql-table-renamed-under-a-trigger
DROP TRIGGER `r`;
RENAME TABLE `t` TO `u`;
CREATE TRIGGER `r` BEFORE INSERT ON `u` FOR EACH ROW SET NEW.a = 1;
-- critical table.rename table u
-- low steps.committed_singly table u
-- undo R0
--   DROP TRIGGER `r`;
--   RENAME TABLE `u` TO `t`;
--   CREATE TRIGGER `r` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1;
=== objects/mysql-view-options
CREATE OR REPLACE SQL SECURITY INVOKER VIEW `v` AS select `t`.`id` AS `id`,`t`.`a` AS `a` from `t` where (`t`.`a` > 1) WITH LOCAL CHECK OPTION;
-- medium view.security view v
-- undo R0
--   CREATE OR REPLACE VIEW `v` AS select `t`.`id` AS `id`,`t`.`a` AS `a` from `t` where (`t`.`a` > 1);
=== objects/table-goes-with-its-trigger
DROP TABLE `t`;
-- critical table.drop table t
-- low steps.committed_singly table t
-- undo R1
--   CREATE TABLE `t` (
--     `id` int NOT NULL,
--     `a` int NULL,
--     `b` varchar(20) NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TRIGGER `r` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1;
=== objects/table-goes-with-its-view
DROP VIEW `v`;
DROP TABLE `t`;
-- critical table.drop table t
-- high interface.change view v
-- low steps.committed_singly table t
-- undo R1
--   CREATE TABLE `t` (
--     `id` int NOT NULL,
--     `a` int NULL,
--     `b` varchar(20) NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE VIEW `v` AS select `t`.`id` AS `id` from `t`;
=== objects/trigger-changes
DROP TRIGGER `r`;
CREATE TRIGGER `r` BEFORE UPDATE ON `t` FOR EACH ROW SET NEW.a = 2;
-- undo R0
--   DROP TRIGGER `r`;
--   CREATE TRIGGER `r` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1;
=== objects/trigger-comes
CREATE TRIGGER `r` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1;
-- advice style.trigger trigger t.r
-- undo R0
--   DROP TRIGGER `r`;
=== objects/trigger-goes
DROP TRIGGER `r`;
-- undo R0
--   CREATE TRIGGER `r` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1;
=== objects/trigger-on-a-rebuilt-table
ALTER TABLE `t` MODIFY COLUMN `a` int NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.not_null column t.a
-- info table.rebuild.online column t.a
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=INPLACE, LOCK=NONE;
=== objects/type-changes-under-a-view
ALTER TABLE `t` MODIFY COLUMN `b` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.type column t.b
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `b` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== objects/undeclared-view-blocks-a-drop
refused Unsupported: column t.b
=== objects/undeclared-view-stays
ALTER TABLE `t` ADD COLUMN `c` int NULL AFTER `b`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
=== objects/view-becomes-a-table
DROP VIEW `v`;
CREATE TABLE `v` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- high interface.change view v
-- low steps.committed_singly table v
-- undo R2
--   DROP TABLE `v`;
--   CREATE VIEW `v` AS select `t`.`id` AS `id` from `t`;
=== objects/view-changes
CREATE OR REPLACE VIEW `v` AS select `t`.`id` AS `id`,`t`.`a` AS `a` from `t` where (`t`.`a` > 2);
-- undo R0
--   CREATE OR REPLACE VIEW `v` AS select `t`.`id` AS `id`,`t`.`a` AS `a` from `t` where (`t`.`a` > 1);
=== objects/view-comes
CREATE VIEW `v` AS select `t`.`id` AS `id`,`t`.`a` AS `a` from `t`;
-- advice style.definer view v
-- undo R0
--   DROP VIEW `v`;
=== objects/view-gains-a-column
CREATE OR REPLACE VIEW `v` AS select `t`.`id` AS `id`,`t`.`b` AS `b` from `t`;
-- undo R0
--   CREATE OR REPLACE VIEW `v` AS select `t`.`id` AS `id` from `t`;
=== objects/view-goes
DROP VIEW `v`;
-- high interface.change view v
-- undo R0
--   CREATE VIEW `v` AS select `t`.`id` AS `id`,`t`.`a` AS `a` from `t`;
=== objects/view-loses-a-column
CREATE OR REPLACE VIEW `v` AS select `t`.`id` AS `id` from `t`;
-- undo R0
--   CREATE OR REPLACE VIEW `v` AS select `t`.`id` AS `id`,`t`.`b` AS `b` from `t`;
=== objects/view-on-view-changes
CREATE OR REPLACE VIEW `base` AS select `t`.`id` AS `id`,`t`.`b` AS `b` from `t`;
-- undo R0
--   CREATE OR REPLACE VIEW `base` AS select `t`.`id` AS `id`,`t`.`a` AS `a`,`t`.`b` AS `b` from `t`;
=== objects/view-on-what-is-not-there
refused InvalidSchema: desired
=== objects/view-same
nothing to do
=== objects/view-with-a-list-of-columns
CREATE OR REPLACE VIEW `v` (`x`,`z`) AS select `t`.`a` AS `a`,(`t`.`a` + 1) AS `a + 1` from `t`;
CREATE VIEW `w` (`x`,`z`,`b`) AS select `v`.`x` AS `x`,`v`.`z` AS `z`,(`v`.`x` + `v`.`z`) AS `x + z` from `v`;
-- advice style.definer view w
-- undo R0
--   DROP VIEW `w`;
--   CREATE OR REPLACE VIEW `v` (`x`,`y`) AS select `t`.`a` AS `a`,(`t`.`a` + 1) AS `a + 1` from `t`;
=== objects/views-against-the-alphabet
CREATE VIEW `c_base` AS select `t`.`id` AS `id`,`t`.`a` AS `a`,`t`.`b` AS `b` from `t`;
CREATE VIEW `b_mid` AS select `c_base`.`id` AS `id`,`c_base`.`a` AS `a` from `c_base`;
CREATE VIEW `a_top` AS select `b_mid`.`id` AS `id` from `b_mid`;
-- advice style.definer view a_top
-- advice style.definer view b_mid
-- advice style.definer view c_base
-- undo R0
--   DROP VIEW `a_top`;
--   DROP VIEW `b_mid`;
--   DROP VIEW `c_base`;
=== online/column-at-once-mysql
ALTER TABLE `t` ADD COLUMN `w` varchar(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `w`, ALGORITHM=INSTANT;
=== online/counting-column-mysql
ALTER TABLE `t` ADD COLUMN `n` int NOT NULL AUTO_INCREMENT AFTER `v`, ADD UNIQUE KEY `n` (`n`), ALGORITHM=INPLACE, LOCK=SHARED;
-- info table.held column t.n
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `n`, DROP INDEX `n`, ALGORITHM=INPLACE, LOCK=NONE;
=== online/full-text-index-mysql
ALTER TABLE `t` ADD FULLTEXT KEY `t_v` (`v`), ALGORITHM=INPLACE, LOCK=SHARED;
-- info table.held index t.t_v
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_v`, ALGORITHM=INPLACE, LOCK=NONE;
=== online/index-beside-writers-mysql
ALTER TABLE `t` ADD KEY `t_v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_v`, ALGORITHM=INPLACE, LOCK=NONE;
=== online/new-table-mysql
CREATE TABLE `t` (
  `id` int NOT NULL,
  `p` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `t` ADD KEY `p` (`p`), ADD CONSTRAINT `t_p` FOREIGN KEY (`p`) REFERENCES `p` (`id`);
-- undo R2
--   DROP TABLE `t`;
=== online/no-demand-mysql
ALTER TABLE `t` ADD COLUMN `w` varchar(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`;
ALTER TABLE `t` MODIFY COLUMN `v` bigint NULL;
-- medium table.copy column t.v
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` int NULL;
--   ALTER TABLE `t` DROP COLUMN `w`;
=== online/storage-that-only-copies-mysql
ALTER TABLE `t` ADD COLUMN `w` varchar(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `v`, ALGORITHM=COPY;
-- medium table.copy column t.w
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `w`, ALGORITHM=COPY;
=== online/type-by-a-copy-mysql
ALTER TABLE `t` MODIFY COLUMN `v` bigint NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` int NULL, ALGORITHM=COPY;
=== partitions/mysql-as-declared-already
nothing to do
=== partitions/mysql-column-of-the-key-widens
ALTER TABLE `h` MODIFY COLUMN `id` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `l` MODIFY COLUMN `k` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `r` MODIFY COLUMN `y` bigint NOT NULL, ALGORITHM=COPY;
-- medium table.copy column h.id
-- medium table.copy column r.y
-- low column.type column h.id
-- low column.type column l.k
-- low column.type column r.y
-- low steps.committed_singly table h
-- undo R2
--   ALTER TABLE `h` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `l` MODIFY COLUMN `k` varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `r` MODIFY COLUMN `y` int NOT NULL, ALGORITHM=COPY;
=== partitions/mysql-dump-as-declaration
nothing to do
=== partitions/mysql-dump-with-versioned-comment
nothing to do
=== partitions/mysql-hash-grows
ALTER TABLE `h` ADD PARTITION PARTITIONS 3;
-- info table.held partition h.p2
-- undo R0
--   ALTER TABLE `h` COALESCE PARTITION 3;
=== partitions/mysql-hash-with-names-grows
ALTER TABLE `h` ADD PARTITION (PARTITION `c` COMMENT = 'third');
-- info table.held partition h.c
-- undo R0
--   ALTER TABLE `h` COALESCE PARTITION 1;
=== partitions/mysql-key-shrinks
ALTER TABLE `h` COALESCE PARTITION 3;
-- info table.held partition h.p2
-- undo R0
--   ALTER TABLE `h` ADD PARTITION PARTITIONS 3;
=== partitions/mysql-list-added
ALTER TABLE `l` ADD PARTITION (PARTITION `c` VALUES IN ('w'));
-- undo R2
--   ALTER TABLE `l` DROP PARTITION `c`;
=== partitions/mysql-list-dropped
ALTER TABLE `l` DROP PARTITION `a`;
-- critical table.drop partition l.a
-- undo R1
--   ALTER TABLE `l` REORGANIZE PARTITION `b` INTO (PARTITION `a` VALUES IN ('x','y'),
--     PARTITION `b` VALUES IN ('z',NULL));
=== partitions/mysql-made
CREATE TABLE `h` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
PARTITION BY HASH (`id`) (
  PARTITION `a` COMMENT = 'first',
  PARTITION `b`
);
CREATE TABLE `k` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
PARTITION BY LINEAR KEY (`id`) PARTITIONS 3;
CREATE TABLE `lc` (
  `k` varchar(20) NULL,
  `at` date NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
PARTITION BY LIST COLUMNS (`k`) (
  PARTITION `a` VALUES IN ('x','back\\slash','ö'),
  PARTITION `b` VALUES IN (NULL)
);
CREATE TABLE `r` (
  `id` int NOT NULL,
  `at` datetime NOT NULL,
  PRIMARY KEY (`id`, `at`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
PARTITION BY RANGE (to_days(`at`)) SUBPARTITION BY HASH (`id`) SUBPARTITIONS 2 (
  PARTITION `p0` VALUES LESS THAN (739251) COMMENT = 'it''s',
  PARTITION `p1` VALUES LESS THAN (MAXVALUE)
);
CREATE TABLE `rc` (
  `a` int NOT NULL,
  `b` varchar(20) NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
PARTITION BY RANGE COLUMNS (`a`,`b`) (
  PARTITION `p0` VALUES LESS THAN (5,'a''b'),
  PARTITION `p1` VALUES LESS THAN (MAXVALUE,MAXVALUE)
);
CREATE TABLE `s` (
  `id` int NOT NULL,
  `y` int NOT NULL,
  PRIMARY KEY (`id`, `y`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
PARTITION BY LIST (`y`) SUBPARTITION BY KEY (`id`) (
  PARTITION `p0` VALUES IN (10) (SUBPARTITION `s0`, SUBPARTITION `s1`),
  PARTITION `p1` VALUES IN (20) (SUBPARTITION `s2`, SUBPARTITION `s3`)
);
CREATE TABLE `t` (
  `at` timestamp NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
PARTITION BY RANGE (unix_timestamp(`at`)) (
  PARTITION `p0` VALUES LESS THAN (1577836800),
  PARTITION `p1` VALUES LESS THAN (MAXVALUE)
);
-- low steps.committed_singly table h
-- advice style.primary_key table lc
-- advice style.primary_key table rc
-- advice style.primary_key table t
-- undo R2
--   DROP TABLE `h`;
--   DROP TABLE `k`;
--   DROP TABLE `lc`;
--   DROP TABLE `r`;
--   DROP TABLE `rc`;
--   DROP TABLE `s`;
--   DROP TABLE `t`;
=== partitions/mysql-other-changes
ALTER TABLE `m` ADD COLUMN `w` int NULL AFTER `v`, ALGORITHM=INSTANT;
ALTER TABLE `m` MODIFY COLUMN `id` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `m` MODIFY COLUMN `v` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT '', ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `m` COMMENT='changed', ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `m` ADD KEY `by_v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column m.id
-- low column.type column m.id
-- low column.not_null column m.v
-- low column.type column m.v
-- low copy.zero_date table m
-- info table.rebuild.online column m.v
-- undo R2
--   ALTER TABLE `m` DROP INDEX `by_v`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `m` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `m` MODIFY COLUMN `v` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
--   ALTER TABLE `m` DROP COLUMN `w`, ALGORITHM=INSTANT;
--   ALTER TABLE `m` COMMENT='', ALGORITHM=INPLACE, LOCK=NONE;
=== partitions/mysql-range-added-at-the-end
ALTER TABLE `m` ADD PARTITION (PARTITION `p2025` VALUES LESS THAN (2026));
-- undo R2
--   ALTER TABLE `m` DROP PARTITION `p2025`;
=== partitions/mysql-range-dropped
ALTER TABLE `m` DROP PARTITION `p2023`;
-- critical table.drop partition m.p2023
-- undo R1
--   ALTER TABLE `m` REORGANIZE PARTITION `p2024` INTO (PARTITION `p2023` VALUES LESS THAN (2024),
--     PARTITION `p2024` VALUES LESS THAN (2025));
=== partitions/mysql-range-dropped-empty
ALTER TABLE `m` DROP PARTITION `p2025`;
-- low table.drop partition m.p2025
-- undo R0
--   ALTER TABLE `m` ADD PARTITION (PARTITION `p2025` VALUES LESS THAN (2026));
=== partitions/mysql-range-renamed
ALTER TABLE `m` REORGANIZE PARTITION `p2024` INTO (PARTITION `y2024` VALUES LESS THAN (2025));
-- info table.held partition m.p2024
-- undo R0
--   ALTER TABLE `m` REORGANIZE PARTITION `y2024` INTO (PARTITION `p2024` VALUES LESS THAN (2025));
=== partitions/mysql-range-rolls-on
ALTER TABLE `m` DROP PARTITION `p2023`;
ALTER TABLE `m` ADD PARTITION (PARTITION `p2025` VALUES LESS THAN (2026));
-- critical table.drop partition m.p2023
-- undo R1
--   ALTER TABLE `m` DROP PARTITION `p2025`;
--   ALTER TABLE `m` REORGANIZE PARTITION `p2024` INTO (PARTITION `p2023` VALUES LESS THAN (2024),
--     PARTITION `p2024` VALUES LESS THAN (2025));
=== partitions/mysql-range-split-of-maxvalue
ALTER TABLE `m` REORGANIZE PARTITION `rest` INTO (PARTITION `p2024` VALUES LESS THAN (2025),
  PARTITION `p2025` VALUES LESS THAN (2026),
  PARTITION `rest` VALUES LESS THAN (MAXVALUE));
-- info table.held partition m.p2024
-- undo R0
--   ALTER TABLE `m` REORGANIZE PARTITION `p2024`, `p2025`, `rest` INTO (PARTITION `rest` VALUES LESS THAN (MAXVALUE));
=== partitions/mysql-refused-column-of-the-key-dropped
refused Unsupported: column m.at
refused Unsupported: table m
=== partitions/mysql-refused-column-of-the-key-renamed
refused Unsupported: column m.at
=== partitions/mysql-refused-comment-changes
refused Unsupported: partition m.p2023
=== partitions/mysql-refused-list-values-move
refused Unsupported: partition l.a
refused Unsupported: partition l.b
=== partitions/mysql-refused-method-changes
refused Unsupported: table m
=== partitions/mysql-refused-range-bound-moves
refused Unsupported: partition m.p2024
=== partitions/mysql-refused-range-replaced
refused Unsupported: partition m.rest
=== partitions/mysql-refused-structured
refused InvalidSchema: tables[m].partitionBy
refused InvalidSchema: tables[m].partitions[a].values
=== partitions/mysql-structured
ALTER TABLE `h` ADD PARTITION PARTITIONS 1;
ALTER TABLE `m` ADD PARTITION (PARTITION `p2025` VALUES LESS THAN (2026));
-- low steps.committed_singly table h
-- info table.held partition h.p2
-- undo R2
--   ALTER TABLE `h` COALESCE PARTITION 1;
--   ALTER TABLE `m` DROP PARTITION `p2025`;
=== partitions/mysql-subpartitions-come-along
ALTER TABLE `s` DROP PARTITION `p0`;
ALTER TABLE `s` ADD PARTITION (PARTITION `p2` VALUES LESS THAN (30) (SUBPARTITION `s4`, SUBPARTITION `s5`));
ALTER TABLE `u` ADD PARTITION (PARTITION `p2` VALUES LESS THAN (30));
-- critical table.drop partition s.p0
-- low steps.committed_singly table s
-- undo R1
--   ALTER TABLE `s` DROP PARTITION `p2`;
--   ALTER TABLE `s` REORGANIZE PARTITION `p1` INTO (PARTITION `p0` VALUES LESS THAN (10) (SUBPARTITION `s0`, SUBPARTITION `s1`),
--     PARTITION `p1` VALUES LESS THAN (20) (SUBPARTITION `s2`, SUBPARTITION `s3`));
--   ALTER TABLE `u` DROP PARTITION `p2`;
=== partitions/mysql-table-becomes-partitioned
ALTER TABLE `m` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `at`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `m` PARTITION BY RANGE (year(`at`)) (
  PARTITION `p2023` VALUES LESS THAN (2024),
  PARTITION `p2024` VALUES LESS THAN (2025),
  PARTITION `rest` VALUES LESS THAN (MAXVALUE)
);
-- medium table.copy table m
-- low unique.add primary key m.PRIMARY
-- low copy.zero_date table m
-- info table.rebuild.online primary key m.PRIMARY
-- undo R0
--   ALTER TABLE `m` REMOVE PARTITIONING;
--   ALTER TABLE `m` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), ALGORITHM=INPLACE, LOCK=NONE;
=== partitions/mysql-table-ceases-to-be-partitioned
ALTER TABLE `m` REMOVE PARTITIONING;
ALTER TABLE `m` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy table m
-- low unique.add primary key m.PRIMARY
-- low copy.zero_date table m
-- info table.rebuild.online primary key m.PRIMARY
-- undo R0
--   ALTER TABLE `m` DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `at`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `m` PARTITION BY RANGE (year(`at`)) (
--     PARTITION `p2023` VALUES LESS THAN (2024),
--     PARTITION `p2024` VALUES LESS THAN (2025),
--     PARTITION `rest` VALUES LESS THAN (MAXVALUE)
--   );
=== partitions/mysql-table-dropped
DROP TABLE `m`;
-- critical table.drop table m
-- undo R1
--   CREATE TABLE `m` (
--     `id` int NOT NULL,
--     `at` date NOT NULL,
--     `v` varchar(20) NULL,
--     PRIMARY KEY (`id`, `at`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
--   PARTITION BY RANGE (year(`at`)) (
--     PARTITION `p2023` VALUES LESS THAN (2024),
--     PARTITION `p2024` VALUES LESS THAN (2025),
--     PARTITION `rest` VALUES LESS THAN (MAXVALUE)
--   );
=== partitions/mysql-undeclared-list-stays
ALTER TABLE `l` REORGANIZE PARTITION `z` INTO (PARTITION `last` VALUES IN ('z'));
-- info table.held partition l.z
-- undo R0
--   ALTER TABLE `l` REORGANIZE PARTITION `last` INTO (PARTITION `z` VALUES IN ('z'));
=== partitions/mysql-undeclared-stay
ALTER TABLE `m` ADD PARTITION (PARTITION `p2026` VALUES LESS THAN (2027));
-- undo R2
--   ALTER TABLE `m` DROP PARTITION `p2026`;
=== refused/alter-that-changes
refused InvalidSchema: desired
=== refused/column-declared-twice
refused InvalidSchema: spec.schema.tables[t].columns[a]
=== refused/constraint-declared-twice
refused InvalidSchema: desired
=== refused/create-or-replace-table
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
=== refused/wide-characters-not-shown
refused Unsupported: column t.a
refused Unsupported: column t.e
=== renames/already-done
nothing to do
=== renames/column
ALTER TABLE `t` RENAME COLUMN `cost` TO `price`, ALGORITHM=INSTANT;
-- critical column.rename column t.price
-- undo R0
--   ALTER TABLE `t` RENAME COLUMN `price` TO `cost`, ALGORITHM=INSTANT;
=== renames/column-and-default
ALTER TABLE `t` RENAME COLUMN `state` TO `phase`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `phase` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'open', ALGORITHM=INSTANT;
-- critical column.rename column t.phase
-- undo R0
--   ALTER TABLE `t` RENAME COLUMN `phase` TO `state`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `state` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'new', ALGORITHM=INSTANT;
=== renames/column-and-its-index
ALTER TABLE `t` RENAME COLUMN `mail` TO `email`, ALGORITHM=INSTANT;
ALTER TABLE `t` RENAME INDEX `t_mail` TO `t_email`, ALGORITHM=INPLACE, LOCK=NONE;
-- critical column.rename column t.email
-- undo R0
--   ALTER TABLE `t` RENAME COLUMN `email` TO `mail`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` RENAME INDEX `t_email` TO `t_mail`, ALGORITHM=INPLACE, LOCK=NONE;
=== renames/column-and-type
ALTER TABLE `t` RENAME COLUMN `cost` TO `price`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `price` bigint NOT NULL DEFAULT 0, ALGORITHM=COPY;
-- critical column.rename column t.price
-- medium table.copy column t.price
-- low column.type column t.price
-- undo R2
--   ALTER TABLE `t` RENAME COLUMN `price` TO `cost`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `cost` int NOT NULL, ALGORITHM=COPY;
=== renames/column-becomes-required
ALTER TABLE `t` RENAME COLUMN `note` TO `remark`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `remark` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- critical column.rename column t.remark
-- low column.not_null column t.remark
-- info table.rebuild.online column t.remark
-- undo R0
--   ALTER TABLE `t` RENAME COLUMN `remark` TO `note`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` MODIFY COLUMN `note` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
=== renames/column-in-keys
ALTER TABLE `t` RENAME COLUMN `k` TO `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` RENAME COLUMN `a` TO `slug`, ALGORITHM=INSTANT;
-- critical column.rename column t.id
-- critical column.rename column t.slug
-- undo R0
--   ALTER TABLE `t` RENAME COLUMN `id` TO `k`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` RENAME COLUMN `slug` TO `a`, ALGORITHM=INSTANT;
=== renames/column-name-taken-by-a-new-column
refused AmbiguousRename: t.amount_cents
=== renames/column-named-in-check
ALTER TABLE `t` DROP CHECK `t_span`, ALGORITHM=INSTANT;
ALTER TABLE `t` RENAME COLUMN `low` TO `lower_end`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `t_span` CHECK ((`lower_end` < `high`)), ALGORITHM=COPY;
-- critical column.rename column t.lower_end
-- medium table.copy check t.t_span
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_span`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` RENAME COLUMN `lower_end` TO `low`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_span` CHECK ((`low` < `high`)), ALGORITHM=COPY;
=== renames/column-referenced-by-child
ALTER TABLE `p` RENAME COLUMN `pid` TO `id`, ALGORITHM=INPLACE, LOCK=NONE;
-- critical column.rename column p.id
-- undo R0
--   ALTER TABLE `p` RENAME COLUMN `id` TO `pid`, ALGORITHM=INPLACE, LOCK=NONE;
=== renames/columns-swap
refused AmbiguousRename: t.a
refused AmbiguousRename: t.b
=== renames/into-fresh-database
CREATE TABLE `customer` (
  `id` int NOT NULL,
  `name` varchar(40) NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `customer`;
=== renames/key-column-of-composite-key
ALTER TABLE `parent` RENAME COLUMN `b` TO `position`, ALGORITHM=INPLACE, LOCK=NONE;
-- critical column.rename column parent.position
-- undo R0
--   ALTER TABLE `parent` RENAME COLUMN `position` TO `b`, ALGORITHM=INPLACE, LOCK=NONE;
=== renames/key-column-with-self-reference
ALTER TABLE `node` RENAME COLUMN `id` TO `node_id`, ALGORITHM=INPLACE, LOCK=NONE;
-- critical column.rename column node.node_id
-- undo R0
--   ALTER TABLE `node` RENAME COLUMN `node_id` TO `id`, ALGORITHM=INPLACE, LOCK=NONE;
=== renames/name-taken-by-a-new-table
refused AmbiguousRename: orders_archive
=== renames/old-and-new-both-exist
refused AmbiguousRename: t.price
=== renames/parent-and-child-tables
RENAME TABLE `book` TO `title`;
RENAME TABLE `author` TO `writer`;
-- critical table.rename table title
-- critical table.rename table writer
-- low steps.committed_singly table title
-- undo R0
--   RENAME TABLE `writer` TO `author`;
--   RENAME TABLE `title` TO `book`;
=== renames/table
RENAME TABLE `client` TO `customer`;
-- critical table.rename table customer
-- undo R0
--   RENAME TABLE `customer` TO `client`;
=== renames/table-and-column
RENAME TABLE `client` TO `customer`;
ALTER TABLE `customer` RENAME COLUMN `nick` TO `name`, ALGORITHM=INSTANT;
ALTER TABLE `customer` ADD COLUMN `city` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `name`, ALGORITHM=INSTANT;
-- critical column.rename column customer.name
-- critical table.rename table customer
-- undo R2
--   RENAME TABLE `customer` TO `client`;
--   ALTER TABLE `client` RENAME COLUMN `name` TO `nick`, ALGORITHM=INSTANT;
--   ALTER TABLE `client` DROP COLUMN `city`, ALGORITHM=INSTANT;
=== renames/table-and-new-child
RENAME TABLE `person` TO `customer`;
CREATE TABLE `invoice` (
  `id` int NOT NULL,
  `customer_id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `customer` ADD COLUMN `name` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `invoice` ADD CONSTRAINT `invoice_customer` FOREIGN KEY (`customer_id`) REFERENCES `customer` (`id`);
-- critical table.rename table customer
-- low steps.committed_singly table invoice
-- undo R2
--   RENAME TABLE `customer` TO `person`;
--   DROP TABLE `invoice`;
--   ALTER TABLE `person` DROP COLUMN `name`, ALGORITHM=INSTANT;
=== renames/table-with-children-and-index
RENAME TABLE `client` TO `customer`;
-- critical table.rename table customer
-- undo R0
--   RENAME TABLE `customer` TO `client`;
=== renames/table-with-self-reference
RENAME TABLE `node` TO `vertex`;
-- critical table.rename table vertex
-- undo R0
--   RENAME TABLE `vertex` TO `node`;
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
ALTER TABLE `t` RENAME COLUMN `b` TO `total`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `note` varchar(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `total`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD COLUMN `day` date NULL AFTER `note`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `a`, ALGORITHM=INSTANT;
-- critical column.drop column t.a
-- critical column.drop column t.c
-- critical column.rename column t.total
-- undo R1
--   ALTER TABLE `t` RENAME COLUMN `total` TO `b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `a` int NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `c` int NULL AFTER `b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `day`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `note`, ALGORITHM=INSTANT;
=== risk/auto-increment-with-rows
ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
-- medium identity.add column t.id
-- medium table.copy column t.id
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
=== risk/charset-not-converted
ALTER TABLE `t` MODIFY COLUMN `v` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- info table.rebuild.online column t.v
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `v` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
=== risk/charset-of-a-column
ALTER TABLE `t` MODIFY COLUMN `v` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- critical charset.convert column t.v
-- medium table.copy column t.v
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `v` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci NULL, ALGORITHM=COPY;
=== risk/check-added-to-rows-that-pass
ALTER TABLE `t` ADD CONSTRAINT `t_n` CHECK ((`n` > 0)), ALGORITHM=COPY;
-- medium table.copy check t.t_n
-- low check.add check t.t_n
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_n`, ALGORITHM=INSTANT;
=== risk/check-dropped
ALTER TABLE `t` DROP CHECK `t_n`, ALGORITHM=INSTANT;
-- medium constraint.drop check t.t_n
-- undo R0
--   ALTER TABLE `t` ADD CONSTRAINT `t_n` CHECK ((`n` > 0)), ALGORITHM=COPY;
=== risk/check-replaced
ALTER TABLE `t` DROP CHECK `t_n`, ALGORITHM=INSTANT;
ALTER TABLE `t` ADD CONSTRAINT `t_n` CHECK ((`n` > 5)), ALGORITHM=COPY;
-- medium table.copy check t.t_n
-- low check.add check t.t_n
-- undo R0
--   ALTER TABLE `t` DROP CHECK `t_n`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_n` CHECK ((`n` > 0)), ALGORITHM=COPY;
=== risk/collation-of-a-key-column
ALTER TABLE `t` MODIFY COLUMN `code` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL, ALGORITHM=COPY;
-- high collation.key column t.code
-- medium table.copy column t.code
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `code` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, ALGORITHM=COPY;
=== risk/column-drop-of-empty-table
ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
-- medium column.drop column t.v
-- undo R0
--   ALTER TABLE `t` ADD COLUMN `v` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
=== risk/column-drop-when-renamed
ALTER TABLE `t` RENAME COLUMN `was` TO `is_now`, ALGORITHM=INSTANT;
-- critical column.rename column t.is_now
-- undo R0
--   ALTER TABLE `t` RENAME COLUMN `is_now` TO `was`, ALGORITHM=INSTANT;
=== risk/copy-by-two-length-bytes
ALTER TABLE `t` MODIFY COLUMN `v` varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` varchar(63) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== risk/copy-by-wider-number
ALTER TABLE `t` MODIFY COLUMN `n` bigint NULL, ALGORITHM=COPY;
-- medium table.copy column t.n
-- low column.type column t.n
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `n` int NULL, ALGORITHM=COPY;
=== risk/copy-of-dates-under-a-strict-mode
ALTER TABLE `t` MODIFY COLUMN `v` bigint NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- low copy.zero_date table t
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` int NULL, ALGORITHM=COPY;
=== risk/copy-without-dates
ALTER TABLE `t` MODIFY COLUMN `v` bigint NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` int NULL, ALGORITHM=COPY;
=== risk/counter-gets-more-room
ALTER TABLE `t` MODIFY COLUMN `id` bigint NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
-- medium table.copy column t.id
-- low column.type column t.id
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
=== risk/counter-nearly-at-its-end
ALTER TABLE `t` ADD COLUMN `v` int NULL AFTER `small`, ALGORITHM=INSTANT;
-- medium counter.headroom column t.id
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== risk/counting-column-stops
ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
-- medium column.default.drop column t.id
-- medium identity.drop column t.id
-- medium table.copy column t.id
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT, ALGORITHM=COPY;
=== risk/default-dropped
ALTER TABLE `t` MODIFY COLUMN `v` int NOT NULL, ALGORITHM=INSTANT;
-- medium column.default.drop column t.v
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `v` int NOT NULL DEFAULT 1, ALGORITHM=INSTANT;
=== risk/engine-changed-to-innodb
ALTER TABLE `t` ENGINE=InnoDB, ALGORITHM=COPY;
-- critical engine.change table t
-- medium table.copy table t
-- undo R0
--   ALTER TABLE `t` ENGINE=MyISAM, ALGORITHM=COPY;
=== risk/enum-member-appended
ALTER TABLE `t` MODIFY COLUMN `s` enum('low','mid','high') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `f` set('a','b','c') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `s` enum('low','mid') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `f` set('a','b') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== risk/enum-member-removed
ALTER TABLE `t` MODIFY COLUMN `s` enum('new','closed') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
-- critical enum.value.remove column t.s
-- medium table.copy column t.s
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `s` enum('new','open','closed') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
=== risk/enum-members-reordered
ALTER TABLE `t` MODIFY COLUMN `s` enum('low','mid','high') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
-- critical enum.reorder column t.s
-- medium table.copy column t.s
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `s` enum('low','high','mid') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
=== risk/foreign-key-dropped
ALTER TABLE `child` DROP FOREIGN KEY `child_parent`, DROP INDEX `child_parent`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `child` ADD KEY `child_parent` (`parent_id`), ALGORITHM=INPLACE, LOCK=NONE;
-- high foreign_key.drop foreign key child.child_parent
-- undo R0
--   ALTER TABLE `child` DROP INDEX `child_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`), ALGORITHM=COPY;
=== risk/foreign-key-replaced
ALTER TABLE `child` DROP FOREIGN KEY `child_parent`, DROP INDEX `child_parent`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`) ON DELETE CASCADE, ALGORITHM=COPY;
-- medium table.copy foreign key child.child_parent
-- low foreign_key.add foreign key child.child_parent
-- undo R0
--   ALTER TABLE `child` DROP FOREIGN KEY `child_parent`, DROP INDEX `child_parent`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`), ALGORITHM=COPY;
=== risk/foreign-key-with-parents
ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`), ALGORITHM=COPY;
-- medium table.copy foreign key child.child_parent
-- low foreign_key.add foreign key child.child_parent
-- undo R0
--   ALTER TABLE `child` DROP FOREIGN KEY `child_parent`, DROP INDEX `child_parent`, ALGORITHM=INPLACE, LOCK=NONE;
=== risk/identity-in-a-new-table
CREATE TABLE `t` (
  `id` int NOT NULL AUTO_INCREMENT,
  `v` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `t`;
=== risk/index-dropped
ALTER TABLE `t` DROP INDEX `t_v`, ALGORITHM=INPLACE, LOCK=NONE;
-- medium index.drop index t.t_v
-- undo R0
--   ALTER TABLE `t` ADD KEY `t_v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
=== risk/index-of-a-new-table
CREATE TABLE `t` (
  `id` int NOT NULL,
  `v` int NULL,
  PRIMARY KEY (`id`),
  KEY `t_v` (`v`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `t`;
=== risk/index-of-full-text
ALTER TABLE `t` ADD FULLTEXT KEY `t_body` (`body`);
-- info table.held index t.t_body
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_body`;
=== risk/index-replaced
ALTER TABLE `t` DROP INDEX `t_v`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_v` (`v`, `w`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_v`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
=== risk/instant-changes-left
ALTER TABLE `t` ADD COLUMN `v` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== risk/instant-changes-nearly-used-up
ALTER TABLE `t` ADD COLUMN `v` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- medium instant.limit table t
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== risk/narrow-not-when-wider
ALTER TABLE `t` MODIFY COLUMN `v` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
=== risk/narrow-text
ALTER TABLE `t` MODIFY COLUMN `v` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.narrow column t.v
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `v` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
=== risk/no-copy-by-longer-text
ALTER TABLE `t` MODIFY COLUMN `v` varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== risk/not-null-dropped
ALTER TABLE `t` MODIFY COLUMN `v` int NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.nullable column t.v
-- info table.rebuild.online column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` int NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
=== risk/not-null-with-full-rows
ALTER TABLE `t` MODIFY COLUMN `v` int NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.not_null column t.v
-- info table.rebuild.online column t.v
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `v` int NULL, ALGORITHM=INPLACE, LOCK=NONE;
=== risk/nullable-stays-while-default-changes
ALTER TABLE `t` MODIFY COLUMN `v` int NULL DEFAULT 2, ALGORITHM=INSTANT;
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `v` int NULL DEFAULT 1, ALGORITHM=INSTANT;
=== risk/one-change-committed
ALTER TABLE `a` ADD COLUMN `v` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `a` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== risk/one-table-locked-elsewhere
ALTER TABLE `a` ADD COLUMN `w` int NULL AFTER `v`, ALGORITHM=INSTANT;
ALTER TABLE `a` MODIFY COLUMN `v` int NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.not_null column a.v
-- info table.rebuild.online column a.v
-- undo R2
--   ALTER TABLE `a` MODIFY COLUMN `v` int NULL, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `a` DROP COLUMN `w`, ALGORITHM=INSTANT;
=== risk/plain-index-on-duplicates
ALTER TABLE `t` ADD KEY `t_v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_v`, ALGORITHM=INPLACE, LOCK=NONE;
=== risk/rebuild-in-place
ALTER TABLE `t` MODIFY COLUMN `n` int NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;
-- low column.not_null column t.n
-- info table.rebuild.online column t.n
-- undo R0
--   ALTER TABLE `t` MODIFY COLUMN `n` int NULL, ALGORITHM=INPLACE, LOCK=NONE;
=== risk/recast-not-when-wider
ALTER TABLE `t` MODIFY COLUMN `v` bigint NOT NULL, ALGORITHM=COPY;
-- medium table.copy column t.v
-- low column.type column t.v
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `v` smallint NOT NULL, ALGORITHM=COPY;
=== risk/recast-number-to-text
ALTER TABLE `t` MODIFY COLUMN `v` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
-- critical column.recast column t.v
-- medium table.copy column t.v
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `v` int NOT NULL, ALGORITHM=COPY;
=== risk/rename-undeclared-empty
ALTER TABLE `t` ADD COLUMN `client_name` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `customer_name`, ALGORITHM=INSTANT;
-- medium column.drop column t.customer_name
-- info rename.undeclared column t.customer_name
-- undo R2
--   ALTER TABLE `t` ADD COLUMN `customer_name` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `client_name`, ALGORITHM=INSTANT;
=== risk/rename-undeclared-other-type
ALTER TABLE `t` ADD COLUMN `nickname` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `born`, ALGORITHM=INSTANT;
-- medium column.drop column t.born
-- undo R2
--   ALTER TABLE `t` ADD COLUMN `born` date NULL AFTER `id`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` DROP COLUMN `nickname`, ALGORITHM=INSTANT;
=== risk/required-column-on-empty-table
ALTER TABLE `t` ADD COLUMN `v` int NOT NULL AFTER `id`, ALGORITHM=INSTANT;
-- low column.add.required column t.v
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== risk/required-column-with-default
ALTER TABLE `t` ADD COLUMN `v` int NOT NULL DEFAULT 7 AFTER `id`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== risk/rewrite-by-a-volatile-default
ALTER TABLE `t` ADD COLUMN `token` varchar(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`;
UPDATE `t` SET `token` = (uuid());
ALTER TABLE `t` ALTER COLUMN `token` SET DEFAULT (uuid());
-- medium table.rewrite column t.token
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `token`, ALGORITHM=INSTANT;
=== risk/set-member-removed
ALTER TABLE `t` MODIFY COLUMN `f` set('read','write') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=COPY;
-- critical enum.value.remove column t.f
-- medium table.copy column t.f
-- undo R1
--   ALTER TABLE `t` MODIFY COLUMN `f` set('read','write','admin') CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL, ALGORITHM=INSTANT;
=== risk/steps-committed-singly
ALTER TABLE `a` ADD COLUMN `v` int NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `b` ADD COLUMN `v` int NULL AFTER `id`, ALGORITHM=INSTANT;
-- low steps.committed_singly table a
-- undo R2
--   ALTER TABLE `a` DROP COLUMN `v`, ALGORITHM=INSTANT;
--   ALTER TABLE `b` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== risk/storage-of-rows-stays
ALTER TABLE `t` ROW_FORMAT=DYNAMIC, ALGORITHM=INPLACE, LOCK=NONE;
-- info table.rebuild.online table t
-- undo R0
--   ALTER TABLE `t` ROW_FORMAT=COMPACT, ALGORITHM=INPLACE, LOCK=NONE;
=== risk/table-drop-when-renamed
RENAME TABLE `gone` TO `kept`;
-- critical table.rename table kept
-- undo R0
--   RENAME TABLE `kept` TO `gone`;
=== risk/table-drop-with-rows
DROP TABLE `gone`;
-- critical table.drop table gone
-- undo R1
--   CREATE TABLE `gone` (
--     `id` int NOT NULL,
--     `v` varchar(20) NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
=== risk/text-names-what-goes
DROP TABLE `Odd one`;
ALTER TABLE `kept` DROP COLUMN `w`, ALGORITHM=INSTANT;
-- high text.names procedure by_text
-- high text.names procedure columns
-- medium column.drop column kept.w
-- low table.drop table Odd one
-- low steps.committed_singly table kept
-- undo R0
--   CREATE TABLE `Odd one` (
--     `id` int NOT NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `kept` ADD COLUMN `w` int NULL AFTER `v`, ALGORITHM=INSTANT;
=== risk/text-that-names-others
DROP TABLE `gone`;
ALTER TABLE `kept` DROP COLUMN `w`, ALGORITHM=INSTANT;
-- medium column.drop column kept.w
-- low table.drop table gone
-- low steps.committed_singly table kept
-- undo R0
--   CREATE TABLE `gone` (
--     `id` int NOT NULL,
--     `w` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `kept` ADD COLUMN `w` int NULL AFTER `v`, ALGORITHM=INSTANT;
=== risk/type-spelt-otherwise
ALTER TABLE `t` ADD COLUMN `w` int NULL AFTER `v`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `t` DROP COLUMN `w`, ALGORITHM=INSTANT;
=== risk/unique-constraint-dropped
ALTER TABLE `t` DROP INDEX `t_n`, ALGORITHM=INPLACE, LOCK=NONE;
-- medium constraint.drop unique t.t_n
-- undo R0
--   ALTER TABLE `t` ADD UNIQUE KEY `t_n` (`n`), ALGORITHM=INPLACE, LOCK=NONE;
=== risk/unique-index-on-distinct-rows
ALTER TABLE `t` ADD UNIQUE KEY `t_v` (`v`), ALGORITHM=INPLACE, LOCK=NONE;
-- low unique.add unique t.t_v
-- advice style.nullable_unique unique t.t_v
-- undo R0
--   ALTER TABLE `t` DROP INDEX `t_v`, ALGORITHM=INPLACE, LOCK=NONE;
=== risk/unique-of-a-new-table
CREATE TABLE `child` (
  `id` int NOT NULL,
  `parent_id` int NULL,
  `n` int NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `child_n` (`n`),
  CONSTRAINT `child_n_positive` CHECK ((`n` > 0))
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`parent_id`) REFERENCES `parent` (`id`);
-- advice style.nullable_unique unique child.child_n
-- undo R2
--   DROP TABLE `child`;
=== style/as-it-should-be
CREATE TABLE `child` (
  `id` bigint NOT NULL,
  `at` datetime NOT NULL,
  `parent` bigint NOT NULL,
  `price` decimal(10,2) NULL,
  `latitude` double NULL,
  `done` tinyint(1) NOT NULL DEFAULT 0,
  `code` char(4) NOT NULL,
  `user_name` varchar(50) NULL,
  `n` int unsigned NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `child_code` (`code`),
  KEY `child_parent_at` (`parent`, `at`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `parent` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`parent`) REFERENCES `parent` (`id`);
-- low steps.committed_singly table child
-- undo R2
--   DROP TABLE `child`;
--   DROP TABLE `parent`;
=== style/code
CREATE TRIGGER `r` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.v = 1;
-- advice style.trigger trigger t.r
-- undo R0
--   DROP TRIGGER `r`;
=== style/names
CREATE TABLE `Mixed` (
  `id` int NOT NULL,
  `order` int NULL,
  PRIMARY KEY (`id`),
  KEY `an_index_whose_name_says_all_there_is_to_say_of_orders` (`order`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- advice style.reserved_word column Mixed.order
-- advice style.long_name index Mixed.an_index_whose_name_says_all_there_is_to_say_of_orders
-- advice style.mixed_case table Mixed
-- undo R2
--   DROP TABLE `Mixed`;
=== style/names-of-servers
CREATE TABLE `Mixed` (
  `id` int NOT NULL,
  `v` int NULL,
  PRIMARY KEY (`id`),
  KEY `an_index_whose_name_says_all_there_is_to_say_of_values` (`v`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- advice style.long_name index Mixed.an_index_whose_name_says_all_there_is_to_say_of_values
-- advice style.mixed_case table Mixed
-- undo R2
--   DROP TABLE `Mixed`;
=== style/rights-of-the-caller
CREATE PROCEDURE `p`() CONTAINS SQL SQL SECURITY INVOKER SELECT id FROM t;
CREATE SQL SECURITY INVOKER VIEW `v` AS select `t`.`id` AS `id` from `t`;
-- undo R0
--   DROP VIEW `v`;
--   DROP PROCEDURE `p`;
=== style/rights-of-the-maker
CREATE PROCEDURE `p`() CONTAINS SQL SELECT id FROM t;
CREATE VIEW `v` AS select `t`.`id` AS `id` from `t`;
-- advice style.definer procedure p
-- advice style.definer view v
-- undo R0
--   DROP VIEW `v`;
--   DROP PROCEDURE `p`;
=== style/tables-and-indexes
CREATE TABLE `child` (
  `a` int NOT NULL,
  `b` int NOT NULL,
  `parent` int NULL,
  `email` varchar(50) NULL,
  UNIQUE KEY `child_email` (`email`),
  KEY `child_a` (`a`),
  KEY `child_a_b` (`a`, `b`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `parent` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `child` ADD CONSTRAINT `child_parent` FOREIGN KEY (`parent`) REFERENCES `parent` (`id`);
-- low steps.committed_singly table child
-- advice style.redundant_index index child.child_a
-- advice style.primary_key table child
-- advice style.nullable_unique unique child.child_email
-- undo R2
--   DROP TABLE `child`;
--   DROP TABLE `parent`;
=== style/types-mysql
CREATE TABLE `old_engine` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=MyISAM DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `old_rows` (
  `id` int NOT NULL,
  `n` int(5) unsigned zerofill NULL,
  `price` float NULL,
  `name` varchar(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci ROW_FORMAT=COMPACT;
CREATE TABLE `old_words` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb3 COLLATE=utf8mb3_general_ci;
-- low steps.committed_singly table old_engine
-- advice style.zerofill column old_rows.n
-- advice style.utf8mb3 column old_rows.name
-- advice style.float_money column old_rows.price
-- advice style.myisam table old_engine
-- advice style.row_format table old_rows
-- advice style.utf8mb3 table old_words
-- undo R2
--   DROP TABLE `old_engine`;
--   DROP TABLE `old_rows`;
--   DROP TABLE `old_words`;
=== style/what-stays-is-not-judged
ALTER TABLE `Mixed` ADD COLUMN `v` int NULL AFTER `order`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `Mixed` DROP COLUMN `v`, ALGORITHM=INSTANT;
=== tables/chain-dropped-in-order-of-references
ALTER TABLE `t12` DROP FOREIGN KEY `f12`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t09` DROP FOREIGN KEY `f09`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t10` DROP FOREIGN KEY `f10`, ALGORITHM=INPLACE, LOCK=NONE;
DROP TABLE `t01`;
DROP TABLE `t02`;
DROP TABLE `t03`;
DROP TABLE `t04`;
DROP TABLE `t09`;
DROP TABLE `t10`;
DROP TABLE `t11`;
DROP TABLE `t12`;
-- critical table.drop table t11
-- low steps.committed_singly table t01
-- low table.drop table t01
-- low table.drop table t02
-- low table.drop table t03
-- low table.drop table t04
-- low table.drop table t09
-- low table.drop table t10
-- low table.drop table t12
-- undo R1
--   CREATE TABLE `t01` (
--     `id` int NOT NULL,
--     `r` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `t02` (
--     `id` int NOT NULL,
--     `r` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `t03` (
--     `id` int NOT NULL,
--     `r` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `t04` (
--     `id` int NOT NULL,
--     `r` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `t09` (
--     `id` int NOT NULL,
--     `r` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `t10` (
--     `id` int NOT NULL,
--     `r` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `t11` (
--     `id` int NOT NULL,
--     `r` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `t12` (
--     `id` int NOT NULL,
--     `r` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `t01` ADD CONSTRAINT `f01` FOREIGN KEY (`r`) REFERENCES `t09` (`id`);
--   ALTER TABLE `t02` ADD CONSTRAINT `f02` FOREIGN KEY (`r`) REFERENCES `t11` (`id`);
--   ALTER TABLE `t03` ADD CONSTRAINT `f03` FOREIGN KEY (`r`) REFERENCES `t12` (`id`);
--   ALTER TABLE `t04` ADD CONSTRAINT `f04` FOREIGN KEY (`r`) REFERENCES `t10` (`id`);
--   ALTER TABLE `t09` ADD CONSTRAINT `f09` FOREIGN KEY (`r`) REFERENCES `t02` (`id`);
--   ALTER TABLE `t10` ADD CONSTRAINT `f10` FOREIGN KEY (`r`) REFERENCES `t03` (`id`);
--   ALTER TABLE `t11` ADD CONSTRAINT `f11` FOREIGN KEY (`r`) REFERENCES `t05` (`id`);
--   ALTER TABLE `t12` ADD CONSTRAINT `f12` FOREIGN KEY (`r`) REFERENCES `t01` (`id`);
=== tables/child-declared-before-parent
CREATE TABLE `line` (
  `id` int NOT NULL,
  `order_id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `orders` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `line` ADD CONSTRAINT `line_order` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`);
-- low steps.committed_singly table line
-- undo R2
--   DROP TABLE `line`;
--   DROP TABLE `orders`;
=== tables/create-in-empty
CREATE TABLE `customer` (
  `id` int NOT NULL,
  `name` varchar(80) NOT NULL,
  `email` varchar(120) NULL,
  PRIMARY KEY (`id`),
  KEY `customer_name` (`name`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- undo R2
--   DROP TABLE `customer`;
=== tables/drop-empty
DROP TABLE `unused`;
-- low table.drop table unused
-- undo R0
--   CREATE TABLE `unused` (
--     `id` int NOT NULL,
--     `a` varchar(20) NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
=== tables/drop-everything
ALTER TABLE `g` DROP FOREIGN KEY `g_c`, ALGORITHM=INPLACE, LOCK=NONE;
DROP TABLE `c`;
DROP TABLE `g`;
DROP TABLE `p`;
-- critical table.drop table c
-- critical table.drop table g
-- critical table.drop table p
-- low steps.committed_singly table c
-- undo R1
--   CREATE TABLE `c` (
--     `id` int NOT NULL,
--     `p_id` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `g` (
--     `id` int NOT NULL,
--     `c_id` int NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   CREATE TABLE `p` (
--     `id` int NOT NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
--   ALTER TABLE `c` ADD CONSTRAINT `c_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`);
--   ALTER TABLE `g` ADD CONSTRAINT `g_c` FOREIGN KEY (`c_id`) REFERENCES `c` (`id`);
=== tables/drop-with-rows
DROP TABLE `legacy_order`;
-- critical table.drop table legacy_order
-- undo R1
--   CREATE TABLE `legacy_order` (
--     `id` int NOT NULL,
--     `total` decimal(10,2) NOT NULL,
--     `note` varchar(100) NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
=== tables/empty-on-both-sides
nothing to do
=== tables/gains-two-tables-and-links-old
CREATE TABLE `bank` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `payer` (
  `id` int NOT NULL,
  `bank_id` int NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `invoice` ADD COLUMN `payer_id` int NULL AFTER `id`, ALGORITHM=INSTANT;
ALTER TABLE `payer` ADD CONSTRAINT `payer_bank` FOREIGN KEY (`bank_id`) REFERENCES `bank` (`id`);
ALTER TABLE `invoice` ADD CONSTRAINT `invoice_payer` FOREIGN KEY (`payer_id`) REFERENCES `payer` (`id`), ALGORITHM=COPY;
-- medium table.copy foreign key invoice.invoice_payer
-- low foreign_key.add foreign key invoice.invoice_payer
-- low steps.committed_singly table bank
-- undo R2
--   ALTER TABLE `invoice` DROP FOREIGN KEY `invoice_payer`, DROP INDEX `invoice_payer`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `payer` DROP FOREIGN KEY `payer_bank`, ALGORITHM=INPLACE, LOCK=NONE;
--   DROP TABLE `bank`;
--   DROP TABLE `payer`;
--   ALTER TABLE `invoice` DROP COLUMN `payer_id`, ALGORITHM=INSTANT;
=== tables/many-columns
ALTER TABLE `wide` ADD COLUMN `d01` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `c39`, ALGORITHM=INSTANT;
ALTER TABLE `wide` ADD COLUMN `d02` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL DEFAULT 'x' AFTER `d01`, ALGORITHM=INSTANT;
ALTER TABLE `wide` DROP COLUMN `c20`, ALGORITHM=INSTANT;
-- critical column.drop column wide.c20
-- undo R1
--   ALTER TABLE `wide` ADD COLUMN `c20` int NULL AFTER `c19`, ALGORITHM=INSTANT;
--   ALTER TABLE `wide` DROP COLUMN `d02`, ALGORITHM=INSTANT;
--   ALTER TABLE `wide` DROP COLUMN `d01`, ALGORITHM=INSTANT;
=== tables/nothing-to-do
nothing to do
=== tables/prune-exact-drops-all-kinds
ALTER TABLE `t` DROP FOREIGN KEY `t_p`, DROP INDEX `t_p`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP CHECK `t_c`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP INDEX `t_b`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP INDEX `t_a`, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` DROP COLUMN `p_id`, ALGORITHM=INSTANT;
ALTER TABLE `t` DROP COLUMN `b`, ALGORITHM=INSTANT;
-- critical column.drop column t.b
-- critical column.drop column t.p_id
-- high foreign_key.drop foreign key t.t_p
-- medium constraint.drop check t.t_c
-- medium index.drop index t.t_a
-- medium constraint.drop unique t.t_b
-- undo R1
--   ALTER TABLE `t` ADD COLUMN `b` int NULL AFTER `a`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD COLUMN `p_id` int NULL AFTER `b`, ALGORITHM=INSTANT;
--   ALTER TABLE `t` ADD CONSTRAINT `t_c` CHECK ((`a` > 0)), ALGORITHM=COPY;
--   ALTER TABLE `t` ADD UNIQUE KEY `t_b` (`b`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD KEY `t_a` (`a`), ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` ADD CONSTRAINT `t_p` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`), ALGORITHM=COPY;
=== tables/prune-keep-columns-and-indexes
ALTER TABLE `t` ADD COLUMN `c` int NULL AFTER `a`, ALGORITHM=INSTANT;
ALTER TABLE `t` MODIFY COLUMN `a` bigint NULL, ALGORITHM=COPY;
-- medium table.copy column t.a
-- low column.type column t.a
-- undo R2
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` DROP COLUMN `c`, ALGORITHM=INSTANT;
=== tables/prune-keep-leaves-undeclared
nothing to do
=== tables/prune-keep-still-adds
CREATE TABLE `fresh` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `declared` ADD COLUMN `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `id`, ALGORITHM=INSTANT;
-- low steps.committed_singly table fresh
-- undo R2
--   DROP TABLE `fresh`;
--   ALTER TABLE `declared` DROP COLUMN `a`, ALGORITHM=INSTANT;
=== tables/prune-owned-leaves-never-declared
nothing to do
=== tables/replace-one-by-another
DROP TABLE `old_log`;
CREATE TABLE `metric` (
  `host` varchar(60) NOT NULL,
  `value` double NULL,
  PRIMARY KEY (`host`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- critical table.drop table old_log
-- low steps.committed_singly table metric
-- undo R1
--   DROP TABLE `metric`;
--   CREATE TABLE `old_log` (
--     `id` int NOT NULL,
--     `line` varchar(200) NULL,
--     PRIMARY KEY (`id`)
--   ) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
=== tables/three-level-chain-reversed
CREATE TABLE `a_city` (
  `id` int NOT NULL,
  `region_id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `b_region` (
  `id` int NOT NULL,
  `country_id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `c_country` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
ALTER TABLE `a_city` ADD CONSTRAINT `city_region` FOREIGN KEY (`region_id`) REFERENCES `b_region` (`id`);
ALTER TABLE `b_region` ADD CONSTRAINT `region_country` FOREIGN KEY (`country_id`) REFERENCES `c_country` (`id`);
-- low steps.committed_singly table a_city
-- undo R2
--   DROP TABLE `a_city`;
--   DROP TABLE `b_region`;
--   DROP TABLE `c_country`;
=== tables/two-thousand-rows-through-five-changes
ALTER TABLE `t` MODIFY COLUMN `id` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `a` bigint NOT NULL, ALGORITHM=COPY;
ALTER TABLE `t` MODIFY COLUMN `b` varchar(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NOT NULL DEFAULT 'x', ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD UNIQUE KEY `t_ab` (`id`, `a`), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE `t` ADD KEY `t_b` (`b`, `a`), ALGORITHM=INPLACE, LOCK=NONE;
-- medium table.copy column t.a
-- medium table.copy column t.id
-- low column.not_null column t.a
-- low column.type column t.a
-- low column.not_null column t.b
-- low column.type column t.b
-- low column.type column t.id
-- low unique.add unique t.t_ab
-- info table.rebuild.online column t.b
-- undo R2
--   ALTER TABLE `t` DROP INDEX `t_ab`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` DROP INDEX `t_b`, ALGORITHM=INPLACE, LOCK=NONE;
--   ALTER TABLE `t` MODIFY COLUMN `id` int NOT NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `a` int NULL, ALGORITHM=COPY;
--   ALTER TABLE `t` MODIFY COLUMN `b` varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL, ALGORITHM=COPY;
=== tables/without-key
ALTER TABLE `reading` ADD COLUMN `unit` varchar(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci NULL AFTER `value`, ALGORITHM=INSTANT;
-- undo R2
--   ALTER TABLE `reading` DROP COLUMN `unit`, ALGORITHM=INSTANT;
