-- 重写的文书: the wording that a change of the calendar replaced before the letter was told to anybody stays in the case file.

create table letter_former (
  agency_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  change_id uuid not null,
  sealed bytea not null,
  sheet bytea,
  replaced_on date not null,
  replaced_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references request_case (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, change_id) references calendar_change (agency_id, id)
);
comment on table letter_former is '重写前的文书: a letter as it read, with its 核对单, before a change of the calendar gave it other days; sealed. Only of letters that nobody had read or printed. Append-only.';
create index letter_former_case on letter_former (agency_id, case_id);
grant select, insert on letter_former to gongkai_app;
