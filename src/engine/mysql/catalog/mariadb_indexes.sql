SELECT s.TABLE_NAME AS `table_name`, s.INDEX_NAME AS `name`, s.NON_UNIQUE AS `non_unique`,
       s.COLUMN_NAME AS `column_name`, NULL AS `expression`, s.COLLATION AS `direction`,
       s.SUB_PART AS `length`, s.INDEX_TYPE AS `type`, s.INDEX_COMMENT AS `comment`,
       s.IGNORED AS `hidden`
FROM information_schema.STATISTICS s
WHERE s.TABLE_SCHEMA = DATABASE()
ORDER BY s.TABLE_NAME, s.INDEX_NAME, s.SEQ_IN_INDEX
