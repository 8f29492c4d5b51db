-- 收件: who asks beside the requester, which cases belong together, what an application looks like, and whether what was asked
-- for was public already.

alter table request_case add column subject_digest text not null default '';
comment on column request_case.subject_digest is 'Keyed digest of the normalised subject: equal for the same wording. Empty for cases of before.';
create index request_case_subject on request_case (agency_id, subject_digest, submitted_on desc) where subject_digest <> '';

create table requester_person (
  agency_id uuid not null,
  requester_id uuid not null,
  position int not null,
  role text not null,
  fingerprint text not null,
  primary key (agency_id, requester_id, position),
  foreign key (agency_id, requester_id) references requester (agency_id, id)
);
comment on table requester_person is '联合申请人、代理人: keyed digests of their identity numbers; names and numbers are sealed with the requester.';
create index requester_person_fingerprint on requester_person (agency_id, fingerprint);

create table case_link (
  agency_id uuid not null,
  case_id uuid not null,
  other_id uuid not null,
  kind text not null,
  position int not null default 1,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (agency_id, case_id, other_id, kind),
  foreign key (agency_id, case_id) references request_case (agency_id, id),
  foreign key (agency_id, other_id) references request_case (agency_id, id)
);
comment on table case_link is '相关案件: split (一份申请拆分; case_id is the first of them), group (多人分别提出同样申请), mistake (case_id was withdrawn as sent twice), separate (looked alike, are two). Append-only.';
create index case_link_other on case_link (agency_id, other_id);

create table split_form (
  agency_id uuid not null,
  case_id uuid not null,
  sealed bytea not null,
  split_at timestamptz not null default now(),
  primary key (agency_id, case_id),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table split_form is 'The form word for word as it was before it was split, sealed. Append-only.';

create table case_triage (
  agency_id uuid not null,
  case_id uuid not null,
  looks_like text,
  unclear boolean not null default false,
  officer_id uuid not null,
  noted_at timestamptz not null default now(),
  primary key (agency_id, case_id),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table case_triage is '初步分类: what the application looks like to the office. A note, not a decision; it never keeps an application from its number.';

create table hint_count (
  agency_id uuid not null references agency (id),
  day date not null,
  shown int not null default 0,
  opened int not null default 0,
  sent int not null default 0,
  primary key (agency_id, day)
);
comment on table hint_count is '“可能已经公开”的提示: how many forms were shown such a hint, how many hints were opened, how many forms were sent all the same. Nothing of whom.';

grant select, insert, update, delete on requester_person, case_triage, hint_count to gongkai_app;
grant select, insert on case_link, split_form to gongkai_app;
