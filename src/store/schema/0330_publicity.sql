-- 公示和异议: what is shown for a time before it is decided, from which day to which, what it came to; and who objected.

create table publicity (
  agency_id uuid not null,
  document_id uuid not null,
  run int not null check (run > 0),
  edition_id uuid not null,
  kind text not null,
  starts_on date not null,
  ends_on date not null,
  length_n int not null check (length_n > 0),
  length_unit text not null,
  contact jsonb not null,
  after text not null,
  section_id uuid,
  owner_id uuid,
  restarted_on date,
  withdrawn_on date,
  ended_on date,
  concluded_on date,
  result_id uuid,
  primary key (agency_id, document_id, run),
  foreign key (agency_id, document_id) references document (agency_id, id)
);
comment on table publicity is '公示: one row for each time that a document was shown for its period; a material change begins it anew as another.';
comment on column publicity.edition_id is 'The edition that it began with.';
comment on column publicity.ends_on is 'The last day; document.shown_until is the same day while it runs.';
comment on column publicity.after is 'What comes after it: result (the result is published) or archive (it is over, nothing follows).';
comment on column publicity.owner_id is 'Who answers objections where nobody else is named.';
comment on column publicity.restarted_on is 'A material change ended this one and began the next.';
comment on column publicity.ended_on is 'The first day on which it was no longer shown, as the nightly turn found it.';
comment on column publicity.concluded_on is 'Nothing is left to do: the result is published, or there is none and no objection is open.';
comment on column publicity.result_id is 'The document that tells the result.';
create index publicity_open on publicity (agency_id, ends_on) where concluded_on is null and restarted_on is null and withdrawn_on is null;
grant select, insert, update on publicity to gongkai_app;

create table objection (
  agency_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  run int not null,
  number text not null,
  number_year int not null,
  number_serial int not null,
  via text not null,
  objector text not null,
  sealed bytea not null,
  reachable boolean not null,
  received_on date not null,
  after_end boolean not null default false,
  due_on date,
  owner_id uuid,
  state text not null,
  finding text,
  sealed_answer bytea,
  drafted_by uuid,
  answered_by uuid,
  answered_on date,
  told_on date,
  query_code_hash text not null,
  entered_by uuid,
  version int not null default 1,
  command_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, number),
  unique (agency_id, command_id),
  foreign key (agency_id, document_id, run) references publicity (agency_id, document_id, run)
);
comment on table objection is '对公示的异议: who objects and what is said stays sealed; the public reads only how many there were and how they ended.';
comment on column objection.reachable is 'Whoever objected left a way to be told.';
comment on column objection.after_end is 'It came after the last day.';
comment on column objection.due_on is 'By when the office means to answer: no limit of the law.';
comment on column objection.told_on is 'The answer reached whoever objected otherwise than online; null: not yet, or read online.';
comment on column objection.state is 'open, proposed (the answer waits to be looked at by somebody else), answered.';
create index objection_document on objection (agency_id, document_id);
create index objection_unanswered on objection (agency_id, due_on) where state <> 'answered';
grant select, insert, update on objection to gongkai_app;

create table objection_step (
  agency_id uuid not null,
  objection_id uuid not null,
  seq int not null,
  kind text not null,
  actor_id uuid not null,
  actor_name text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  note text not null default '',
  command_id uuid not null,
  primary key (agency_id, objection_id, seq),
  unique (agency_id, command_id),
  foreign key (agency_id, objection_id) references objection (agency_id, id)
);
comment on table objection_step is '异议办理经过: received, assigned, proposed, returned, answered, told. Only ever added to; holds nothing of who objected.';
grant select, insert on objection_step to gongkai_app;

alter table document add column result_of uuid;
comment on column document.result_of is 'The 公示 whose result it tells.';
create index document_result_of on document (agency_id, result_of) where result_of is not null;

alter table edition add column result_of uuid;
comment on column edition.result_of is 'The 公示 whose result it is to tell.';
create index edition_result_of on edition (agency_id, result_of) where result_of is not null;
