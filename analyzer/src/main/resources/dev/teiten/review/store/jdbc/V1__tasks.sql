-- One schema for SQLite and MySQL: ${id} and ${options} are all that differs. Instants are ISO-8601 in UTC with
-- milliseconds, days ISO-8601; what is not known is null. No statement is kept, only fingerprints.
create table teiten_task (
  id ${id},
  version integer not null,
  created_at char(24) not null,
  touched_at char(24) not null,
  cluster varchar(100) not null,
  title varchar(200) not null,
  owner varchar(100),
  state varchar(10) not null,
  due char(10),
  percent double precision,
  monthly_usd double precision,
  instances integer,
  prices_as_of char(10),
  fixed_at char(24),
  hours_spent double precision,
  note text not null
) ${options};

create table teiten_task_query (
  task_id bigint not null,
  place integer not null,
  fingerprint varchar(64) not null,
  primary key (task_id, place),
  foreign key (task_id) references teiten_task (id)
) ${options};

create table teiten_task_event (
  id ${id},
  task_id bigint not null,
  happened_at char(24) not null,
  author varchar(100) not null,
  kind varchar(10) not null,
  field varchar(20),
  old_value text,
  new_value text,
  foreign key (task_id) references teiten_task (id)
) ${options};
