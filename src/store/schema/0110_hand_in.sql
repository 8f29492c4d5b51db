-- 年度报告的报送 (条例第四十九条，逐级报送): the supervising office's notice, each unit's acts under it, and every report as handed in.

create table report_notice (
  agency_id uuid not null references agency (id),
  id uuid not null,
  year int not null,
  title text not null,
  number text not null,
  issued_on date not null,
  file_by date not null,
  accepted_first boolean not null,
  body text not null,
  format text not null,
  issued_by uuid not null,
  sums jsonb,
  accepted int not null default 0,
  acts int not null default 0,
  primary key (agency_id, id),
  unique (agency_id, number)
);
comment on table report_notice is '报送通知. sums: the accepted reports added up, kept with each acceptance (never the whole again); acts counts what happened under it, so that whoever added it up earlier knows that it changed.';

create table hand_in (
  agency_id uuid not null,
  notice_id uuid not null,
  unit_id uuid not null references agency (id),
  state text not null,
  counted int,
  waiting int,
  first_handed_in_on date,
  accepted_on date,
  reminded_on date,
  excused_because text not null default '',
  errors int not null default 0,
  warnings int not null default 0,
  acts int not null,
  primary key (agency_id, notice_id, unit_id),
  foreign key (agency_id, notice_id) references report_notice (agency_id, id)
);
create index hand_in_by_unit on hand_in (unit_id);
create index hand_in_by_state on hand_in (agency_id, notice_id, state);
comment on table hand_in is '一个单位的报送: the projection of its acts.';

create table hand_in_act (
  agency_id uuid not null,
  notice_id uuid not null,
  unit_id uuid not null,
  seq int not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  actor_id uuid not null,
  data jsonb not null,
  primary key (agency_id, notice_id, unit_id, seq),
  foreign key (agency_id, notice_id, unit_id) references hand_in (agency_id, notice_id, unit_id)
);
comment on table hand_in_act is '报送的经过: asked, seen, handed in, returned with remarks, accepted, excused, reminded. Append-only; the primary key is the optimistic lock.';

create table report_submission (
  agency_id uuid not null,
  notice_id uuid not null,
  unit_id uuid not null,
  seq int not null,
  format text not null,
  tables jsonb not null,
  prose jsonb not null,
  findings jsonb not null,
  explained jsonb not null,
  via text not null,
  version int,
  digest text not null,
  handed_in_on date not null,
  primary key (agency_id, notice_id, unit_id, seq),
  foreign key (agency_id, notice_id, unit_id) references hand_in (agency_id, notice_id, unit_id)
);
comment on table report_submission is '报送的报告, exactly as handed in; never rewritten. version: of the unit''s own report where that is kept here.';

alter table report add column units jsonb;
comment on column report.units is '汇总范围: of a report that adds up the units'' reports, which notice, how many, and who is missing or left out and why.';

grant select, insert, update on report_notice, hand_in to gongkai_app;
grant select, insert on hand_in_act, report_submission to gongkai_app;
