-- A dump's head, then a hand-written rest.
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
# a comment to the end of the line; with a semicolon
CREATE TABLE `order` (
  id int(11) unsigned not null auto_increment comment 'it''s; the key',
  `group` enum('a','b;c','d''e') default 'a',
  flags set('x','y') not null default '',
  amount decimal(12,4) unsigned default '0.0000',
  ratio float, exact double default 1.5e3,
  small tinyint(1) not null default 0, y year,
  made timestamp not null default current_timestamp on update current_timestamp,
  at datetime(3) default current_timestamp(3), t time(6), d date default '2000-01-01',
  body mediumtext character set latin1 collate latin1_german1_ci, raw varbinary(16) default 0x00ff, bits bit(8) default b'101',
  doc json, name varchar(40) collate utf8mb4_bin not null default "quo\"ted",
  upper_name varchar(40) generated always as (upper(name)) virtual,
  length_ int as (char_length(name)) stored,
  primary key (id), unique key `by name` (name(10)), key (made, id), index made_desc (made),
  fulltext key words (body), constraint positive check (amount >= 0), check (ratio is null or ratio < 100)
) engine=InnoDB auto_increment=42 default charset=utf8mb4 collate=utf8mb4_general_ci comment='semi;colon' row_format=dynamic;
CREATE TABLE if not exists order_lines (
  id bigint primary key, order_id int unsigned, up bigint,
  foreign key (order_id) references `order` (id) on delete cascade on update restrict,
  constraint to_up foreign key up_idx (up) references order_lines (id) on delete set null
);
ALTER TABLE order_lines ADD INDEX by_order (order_id, id);
ALTER TABLE `order_lines` ADD CONSTRAINT once UNIQUE (up, order_id);
