-- The name is split for letters; mail is compared as it was typed.
-- part customers
CREATE TABLE customers (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  mail varchar(250) COLLATE utf8mb4_bin NOT NULL UNIQUE,
  name varchar(100) NOT NULL DEFAULT '',
  given_name varchar(100) NOT NULL DEFAULT '',
  family_name varchar(100) NOT NULL DEFAULT '',
  sorted varchar(201) GENERATED ALWAYS AS (lower(concat(family_name, ' ', given_name))) VIRTUAL COMMENT 'for lists',
  created timestamp DEFAULT CURRENT_TIMESTAMP,
  KEY customers_sorted (sorted)
) COMMENT='who buys';
-- part per_customer
CREATE VIEW per_customer AS SELECT id, sorted, name, total(id) AS n FROM customers;
