-- 责任科室 of every step, and what was submitted for approval, version by version.

create table step_owner (
  agency_id uuid not null references agency (id),
  step text not null,
  from_date date not null,
  section_id uuid not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (agency_id, step, from_date),
  foreign key (agency_id, section_id) references section (agency_id, id)
);
comment on table step_owner is '责任科室: which section owns a step of reply and reconsideration from a day on; earlier rows are its history.';
grant select, insert, update on step_owner to gongkai_app;

create table draft_step (
  agency_id uuid not null,
  case_id uuid not null,
  seq int not null,
  what text not null,
  version int not null,
  digest text not null,
  outcome text not null,
  sealed bytea not null,
  officer_id uuid not null,
  at timestamptz not null default now(),
  primary key (agency_id, case_id, seq),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table draft_step is '答复稿的经过: every wording submitted, returned (with the reason) and approved. Append-only: evidence of how the decision came about.';
comment on column draft_step.sealed is 'The wording and, where it was returned, why; emptied only when the case''s retention has ended.';
grant select, insert on draft_step to gongkai_app;
grant update (sealed) on draft_step to gongkai_app;
