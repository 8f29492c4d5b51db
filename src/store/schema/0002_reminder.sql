-- 提醒: what the jobs noticed, so that nobody is reminded twice of one day.

create table reminder (
  agency_id uuid not null,
  case_id uuid not null,
  limit_kind text not null,
  due_on date not null,
  reminded_at timestamptz not null default now(),
  primary key (agency_id, case_id, limit_kind, due_on),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table reminder is '期限提醒: made a few working days before something is due; the work list marks such cases.';
grant select, insert, update, delete on reminder to gongkai_app;
