-- 归档: volumes, retention, transfer to the archives, erasure of personal data at the end of retention.

create table retention_table (
  agency_id uuid not null references agency (id),
  from_date date not null,
  rules jsonb not null,
  source text not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (agency_id, from_date)
);
comment on table retention_table is '保管期限表: the agency''s own periods by kind of case, from a day on; without one the product''s defaults hold.';
grant select, insert, update on retention_table to gongkai_app;

create table case_volume (
  agency_id uuid not null,
  number text not null,
  case_id uuid not null,
  year int not null,
  serial int not null,
  retention text not null,
  archived_on date not null,
  due_on date,
  pieces int not null,
  transferred_on date,
  transferred_to text,
  voided_because text,
  made_at timestamptz not null default now(),
  primary key (agency_id, number),
  unique (agency_id, year, serial),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table case_volume is '案卷: one row a volume, written with the act that archived the case. A volume made by mistake is voided with the reason and keeps its number.';
comment on column case_volume.due_on is 'From this day on its personal data may be erased; null for 永久.';
create index case_volume_case on case_volume (agency_id, case_id);
grant select, insert, update on case_volume to gongkai_app;
