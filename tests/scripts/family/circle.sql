SET FOREIGN_KEY_CHECKS = 0;
CREATE TABLE a (id int primary key, b_id int, foreign key (b_id) references b (id));
CREATE TABLE b (id int primary key, a_id int, foreign key (a_id) references a (id));
SET FOREIGN_KEY_CHECKS = 1;
