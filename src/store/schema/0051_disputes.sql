-- 行政复议、行政诉讼、投诉举报: dispute files linked to the decision, and what the report counts of a case answered anew.

alter table request_case add column first_closed_on date, add column first_outcome text, add column reopened_on date;
comment on column request_case.first_closed_on is 'How the case was closed before the first order to answer again (with first_outcome): the report counts that once; from the fold.';

create table dispute (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number text not null,
  number_year int not null,
  number_serial int not null,
  path text not null,
  opened_on date not null,
  closed_on date,
  acts int not null default 0,
  primary key (agency_id, id),
  unique (agency_id, number),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table dispute is '争议卷: a complaint, a reconsideration or a suit over one decision, with its own number; days that are due follow from its acts.';
create index dispute_case on dispute (agency_id, case_id);

create table dispute_act (
  agency_id uuid not null,
  dispute_id uuid not null,
  seq int not null,
  kind text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  actor_id uuid not null,
  command_id uuid not null,
  data jsonb not null,
  primary key (agency_id, dispute_id, seq),
  unique (agency_id, command_id, seq),
  foreign key (agency_id, dispute_id) references dispute (agency_id, id)
);
comment on table dispute_act is '争议的经过: dated acts of a dispute file. Append-only. No personal data.';

create table dispute_paper (
  agency_id uuid not null,
  dispute_id uuid not null,
  id uuid not null,
  kind text not null,
  version int not null,
  sealed bytea not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, dispute_id, kind, version),
  foreign key (agency_id, dispute_id) references dispute (agency_id, id)
);
comment on table dispute_paper is '答复书、答辩状和证据目录: every saved version, sealed. Append-only.';

create table lesson (
  agency_id uuid not null,
  id uuid not null,
  dispute_id uuid not null,
  case_id uuid not null,
  outcome text,
  grounds jsonb not null default '[]',
  subject text not null,
  category text not null,
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, dispute_id) references dispute (agency_id, id)
);
comment on table lesson is '教训: what was wrong in a decision that was corrected, shown at the next similar one. Names of people are blotted out before it is stored.';
create index lesson_outcome on lesson (agency_id, outcome);

grant select, insert, update on dispute to gongkai_app;
grant select, insert on dispute_act, dispute_paper, lesson to gongkai_app;
