-- 分办: every handing over of a case to a section, with its internal due day; the last one is what stands on the case.

create table case_assignment (
  agency_id uuid not null,
  case_id uuid not null,
  seq int not null,
  section_id uuid,
  officer_id uuid,
  due_on date,
  assigned_by uuid not null,
  assigned_on date not null,
  assigned_at timestamptz not null default now(),
  primary key (agency_id, case_id, seq),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table case_assignment is '分办记录: to which section and officer, by when inside the agency (内部时限), by whom. Append-only.';

alter table request_case add column section_due_on date;
comment on column request_case.section_due_on is '内部时限 of the section that has the case now; before the statutory day, and never counted by the law.';

grant select, insert on case_assignment to gongkai_app;
revoke update, delete, truncate on case_assignment from gongkai_app;
