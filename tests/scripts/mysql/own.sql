CREATE TABLE t (
  id int primary key, doc json default (json_object('a', 1)), hidden int invisible default 1,
  at point not null srid 4326, name varchar(40), tags json,
  spatial index (at), index by_expression ((lower(name))), index down (name desc), index unseen (name) invisible,
  index many ((cast(tags->'$[*]' as unsigned array))),
  check (id > 0) not enforced
) engine=innodb default charset=utf8mb4 collate=utf8mb4_0900_ai_ci;
