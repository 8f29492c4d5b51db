-- 提醒学校: what the superior reminded a unit of, once a day and no more.

create table unit_reminder (
  agency_id uuid not null references agency (id),
  on_date date not null,
  from_agency uuid not null references agency (id),
  from_name text not null,
  by_id uuid not null,
  by_name text not null,
  term text not null,
  tiles jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, from_agency, on_date)
);
comment on table unit_reminder is '提醒: which tiles of the term card were open when the superior reminded the unit; a second one on the same day is not written.';
comment on column unit_reminder.agency_id is 'The unit that is reminded.';
create index unit_reminder_from on unit_reminder (from_agency, on_date desc);
grant select, insert on unit_reminder to gongkai_app;
