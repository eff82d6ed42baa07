SELECT e.EVENT_NAME AS `name`, e.EVENT_DEFINITION AS `body`, e.EXECUTE_AT AS `execute_at`,
       e.INTERVAL_VALUE AS `every`, e.INTERVAL_FIELD AS `unit`,
       IF(e.STARTS = e.CREATED, NULL, e.STARTS) AS `starts`, e.ENDS AS `ends`,
       e.ON_COMPLETION AS `on_completion`, e.STATUS AS `status`, e.EVENT_COMMENT AS `comment`,
       e.SQL_MODE AS `sql_mode`
FROM information_schema.EVENTS e
WHERE e.EVENT_SCHEMA = DATABASE()
ORDER BY e.EVENT_NAME
