CREATE TABLE t (
  id uuid default uuid() primary key, ip inet6 default '::1', doc json default json_object('a', 1),
  hidden int invisible default 1, n int default (1 + 1), name varchar(40) compressed,
  index down (n desc), index unseen (n) ignored, unique (ip)
) engine=InnoDB default charset=utf8mb4 page_compressed=1;
