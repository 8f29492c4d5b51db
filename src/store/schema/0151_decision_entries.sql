-- 处理决定台账: permits, penalties, compulsion and fees as the sections enter them through the year, summed up by the annual report.

create table decision_entry (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null,
  matter text not null,
  section_id uuid,
  from_date date not null,
  to_date date not null,
  made int not null default 0 check (made >= 0),
  refused int not null default 0 check (refused >= 0),
  fen bigint not null default 0 check (fen >= 0),
  basis text not null,
  entered_by uuid not null,
  entered_on date not null,
  entered_at timestamptz not null default now(),
  command_id uuid not null,
  evidence_hash text,
  evidence_size int,
  evidence_type text,
  voided_because text,
  voided_by uuid,
  voided_on date,
  primary key (agency_id, id),
  check (from_date <= to_date)
);
comment on table decision_entry is '处理决定台账: how many decisions of one matter were made in a period within one year, by which section, and by what that is shown. What was entered by mistake is voided with the reason and stays.';
comment on column decision_entry.made is 'Decisions made; of 行政许可 those that granted.';
comment on column decision_entry.refused is 'Of 行政许可: decisions that refused.';
comment on column decision_entry.fen is 'Of 行政事业性收费: collected, in 分.';
create index decision_entry_period on decision_entry (agency_id, to_date);
create index decision_entry_command on decision_entry (agency_id, command_id);
grant select, insert, update (evidence_hash, evidence_size, evidence_type, voided_because, voided_by, voided_on) on decision_entry to gongkai_app;

comment on table decision_count is 'Numbers of section 二 set by hand, with their basis: 规章, and what takes the place of the sum of decision_entry.';

alter table report add column as_of date;
comment on column report.as_of is '数据截至: an earlier day than 31 December, while the year runs or to look back; null for the whole year. Only a whole year is sent up and published.';
