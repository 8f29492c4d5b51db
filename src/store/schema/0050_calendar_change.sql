-- 日历变更: who loaded which holiday notice or local overlay, and which limits moved because of it.

create table calendar_change (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null,
  data jsonb not null,
  made_on date not null,
  made_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, id)
);
comment on table calendar_change is '日历变更: a State Council notice loaded for a year (kind year) or local days off and working days set under an authority''s document (kind overlay). One row for every agency it applies to. Append-only.';

create table calendar_move (
  agency_id uuid not null,
  change_id uuid not null,
  case_id uuid not null,
  limit_kind text not null,
  party text not null default '',
  former_due date,
  new_due date,
  letter_id uuid,
  primary key (agency_id, change_id, case_id, limit_kind, party),
  foreign key (agency_id, change_id) references calendar_change (agency_id, id),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table calendar_move is 'A limit of a case that a change of the calendar moved: the day before and after, null where unknown; letter_id is the notice that told the requester. Append-only.';
create index calendar_move_case on calendar_move (agency_id, case_id);

grant select, insert on calendar_change, calendar_move to gongkai_app;
