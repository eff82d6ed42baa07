SELECT r.ROUTINE_NAME AS `name`, r.ROUTINE_TYPE AS `type`, r.DTD_IDENTIFIER AS `returns`,
       r.CHARACTER_SET_NAME AS `charset`, r.ROUTINE_BODY AS `language`,
       r.ROUTINE_DEFINITION AS `body`, r.IS_DETERMINISTIC AS `deterministic`,
       r.SQL_DATA_ACCESS AS `access`, r.SECURITY_TYPE AS `security`, r.SQL_MODE AS `sql_mode`,
       r.ROUTINE_COMMENT AS `comment`
FROM information_schema.ROUTINES r
WHERE r.ROUTINE_SCHEMA = DATABASE()
ORDER BY r.ROUTINE_TYPE, r.ROUTINE_NAME
