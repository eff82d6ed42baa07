-- Everything SQLite lets through.
create table "Users" (
  id integer primary key autoincrement not null, /* the rowid */
  [E-Mail] varchar(255) collate nocase unique on conflict ignore,
  `nick` text not null on conflict replace default 'x',
  'quoted' text,
  price decimal(10,2) check(price >= 0) default (1 + 1),
  untyped,
  odd type words (1, 2),
  made text default current_timestamp,
  h blob default x'00ff',
  n real default -1.5e3,
  full text generated always as (nick || ' ' || [E-Mail]) virtual,
  constraint "short nick" check (length(nick) < 40),
  unique (nick, price) on conflict fail
);
create table if not exists main.child (
  id integer constraint pk primary key desc,
  user_id integer references "Users" on delete set null on update cascade deferrable initially deferred,
  a text, foreign key (a) references "Users" ([E-Mail])
);
create unique index if not exists child_user on child (user_id desc, lower(a) collate rtrim) where user_id > 0;
