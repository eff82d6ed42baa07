SELECT c.TABLE_NAME AS `table_name`, c.COLUMN_NAME AS `name`, c.COLUMN_TYPE AS `type`,
       c.IS_NULLABLE AS `nullable`, c.COLUMN_DEFAULT AS `value`, c.EXTRA AS `extra`,
       c.GENERATION_EXPRESSION AS `expression`, c.CHARACTER_SET_NAME AS `charset`,
       c.COLLATION_NAME AS `collation`, c.COLUMN_COMMENT AS `comment`, c.SRS_ID AS `srid`
FROM information_schema.COLUMNS c
WHERE c.TABLE_SCHEMA = DATABASE()
ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION
