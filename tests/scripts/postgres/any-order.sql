-- Objects as they came to mind: each statement needs one that stands below it.
-- psql stops at the first error, so the order is one that loads, told by names that say the opposite.
create table z_first (id integer primary key, a_last integer);
create table a_last (id integer primary key, z_first integer references z_first (id));
alter table z_first add foreign key (a_last) references a_last (id);
create view a_view as select z.id, a.id as other from z_first z join a_last a on a.z_first = z.id;
create view "A view" as select * from a_view;
create index on a_last (z_first);
create index on a_last (z_first, id);
create unique index on a_last (z_first, id desc);
