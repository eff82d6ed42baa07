SELECT v.TABLE_NAME AS `name`, v.VIEW_DEFINITION AS `body`, v.CHECK_OPTION AS `check_option`,
       v.SECURITY_TYPE AS `security`, NULL AS `algorithm`
FROM information_schema.VIEWS v
WHERE v.TABLE_SCHEMA = DATABASE()
ORDER BY v.TABLE_NAME
