-- The case files, the people, the documents and the reports of every agency (机关), each row led by its agency.
-- Acts and audit entries are append-only for the application role; everything else may be rewritten by it.

create table agency (
  id uuid primary key,
  parent_id uuid references agency (id),
  slug text not null unique,
  kind text not null,
  regime text not null,
  rank int not null default 0,
  created_at timestamptz not null default now()
);
comment on table agency is '机关与公共企事业单位: a tree (government office → bureaus → schools). regime art54 answers requests; art55 answers consultations.';
comment on column agency.slug is 'The agency''s place in portal addresses, e.g. jyj; never changes.';

create table agency_version (
  agency_id uuid not null references agency (id),
  from_date date not null,
  data jsonb not null,
  primary key (agency_id, from_date)
);
comment on table agency_version is 'Name, head, address, phones, codes, courts, reconsideration organ as they are from a day on; a letter prints those in force on its date.';

create table agency_setting (
  agency_id uuid not null references agency (id),
  from_date date not null,
  readings jsonb not null default '{}',
  overlay jsonb not null default '{"off":[],"on":[]}',
  primary key (agency_id, from_date)
);
comment on table agency_setting is '口径 and local calendar overlay chosen by the agency, by date.';

create table calendar_year (
  year int primary key,
  notice jsonb not null,
  loaded_at timestamptz not null default now()
);
comment on table calendar_year is 'Holiday notices of the State Council loaded by a person after the release of this version.';

create table section (
  agency_id uuid not null references agency (id),
  id uuid not null,
  name text not null,
  rank int not null default 0,
  primary key (agency_id, id)
);
comment on table section is '内设机构（科室）';

create table officer (
  agency_id uuid not null references agency (id),
  id uuid not null,
  section_id uuid,
  login text not null unique,
  name text not null,
  position text not null default '',
  roles jsonb not null,
  password_hash text not null,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (id),
  foreign key (agency_id, section_id) references section (agency_id, id)
);
comment on table officer is '工作人员: account, roles; the password is stored as argon2id only.';

create table session (
  token_hash text primary key,
  officer_id uuid not null references officer (id) on delete cascade,
  csrf text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
comment on table session is 'Signed-in officers; the cookie''s value is stored as a digest only.';

create table requester (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null,
  sealed bytea not null,
  fingerprint text not null,
  created_at timestamptz not null default now(),
  primary key (agency_id, id)
);
comment on table requester is '申请人: personal data, sealed. fingerprint is a keyed digest of the identity number, to count one person''s requests without opening them.';
create index requester_fingerprint on requester (agency_id, fingerprint);

create table request_case (
  agency_id uuid not null references agency (id),
  id uuid not null,
  number text not null,
  number_year int not null,
  number_serial int not null,
  requester_id uuid not null,
  requester_kind text not null,
  subject text not null,
  content bytea not null,
  query_code_hash text not null,
  via text not null,
  section_id uuid,
  officer_id uuid,
  phase text not null,
  submitted_on date not null,
  received_on date,
  due_on date,
  provisional boolean not null default false,
  next_limit text,
  next_due_on date,
  replied_on date,
  served_on date,
  closed_on date,
  outcome text,
  disputes jsonb not null default '[]',
  acts int not null,
  fold_version int not null,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, number),
  unique (agency_id, number_year, number_serial),
  foreign key (agency_id, requester_id) references requester (agency_id, id)
);
comment on table request_case is '申请登记簿: one row a person would recognise, folded from the acts in the same transaction. Overdue is never stored: it is due_on < today.';
comment on column request_case.content is 'What was asked for, word for word, sealed: people write about themselves.';
comment on column request_case.subject is 'Name of the information asked for; identity and phone numbers are masked before it is stored.';
comment on column request_case.next_due_on is 'The next day something is due from the agency, whatever it is (next_limit).';
create index request_case_open on request_case (agency_id, next_due_on) where closed_on is null;
create index request_case_received on request_case (agency_id, received_on desc);

create table request_act (
  agency_id uuid not null,
  case_id uuid not null,
  seq int not null,
  kind text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  actor_id uuid not null,
  command_id uuid not null,
  data jsonb not null,
  primary key (agency_id, case_id, seq),
  unique (agency_id, command_id, seq),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table request_act is '案卷: the dated acts of a request. Append-only; the primary key is the optimistic lock.';

create table command (
  agency_id uuid not null,
  command_id uuid not null,
  case_id uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, command_id)
);
comment on table command is 'Commands carried out: a double click or a retried post finds its first result here.';

create table party (
  agency_id uuid not null,
  case_id uuid not null,
  key text not null,
  sealed bytea not null,
  primary key (agency_id, case_id, key),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table party is '第三方: who stands behind the party named in an act, sealed.';

create table letter (
  agency_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  act_seq int,
  code text not null,
  number text not null,
  issued_on date not null,
  addressed_to text not null,
  sealed bytea not null,
  primary key (agency_id, id),
  unique (agency_id, number),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table letter is '文书 as issued, sealed; PDF and DOCX are set from it. addressed_to: requester, thirdParty, agency or file.';
create index letter_case on letter (agency_id, case_id);

create table reply_draft (
  agency_id uuid not null,
  case_id uuid not null,
  version int not null,
  state text not null,
  sealed bytea not null,
  digest text not null,
  outcome text not null,
  returned_because text,
  updated_by uuid not null,
  updated_at timestamptz not null default now(),
  primary key (agency_id, case_id),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table reply_draft is '答复稿: draft, submitted, returned or approved. The approval act names the digest of the wording it approved.';

create table case_note (
  agency_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  sealed bytea not null,
  written_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table case_note is 'Internal notes of a case, sealed; not part of the legal record.';

create table stored_file (
  agency_id uuid not null references agency (id),
  id uuid not null,
  case_id uuid,
  document_id uuid,
  hash text not null,
  sealed_name bytea not null,
  media_type text not null,
  size int not null,
  purpose text not null,
  stored_at timestamptz not null default now(),
  primary key (agency_id, id)
);
comment on table stored_file is 'Attachments by content hash; names are sealed, contents are sealed in the file store.';
create index stored_file_case on stored_file (agency_id, case_id);

create table school_consultation (
  agency_id uuid not null references agency (id),
  id uuid not null,
  number text not null,
  number_year int not null,
  number_serial int not null,
  subject text not null,
  sealed bytea not null,
  query_code_hash text not null,
  submitted_on date not null,
  answered_on date,
  sealed_answer bytea,
  answered_by uuid,
  command_id uuid not null,
  primary key (agency_id, id),
  unique (agency_id, number),
  unique (agency_id, command_id)
);
comment on table school_consultation is '信息公开咨询 to a public institution under Art 55: its own register, no statutory clock, not in table 三.';

create table document (
  agency_id uuid not null references agency (id),
  id uuid not null,
  column_key text not null,
  title text not null,
  number text,
  index_number text not null,
  summary text not null,
  keywords jsonb not null default '[]',
  body text not null,
  formed_on date not null,
  published_on date,
  effective_on date,
  validity text not null default 'inForce',
  repealed_on date,
  normative boolean not null default false,
  interprets uuid,
  approved_by uuid,
  updated_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, index_number)
);
comment on table document is '主动公开信息: what the portal shows. body is sanitised HTML.';
create index document_column on document (agency_id, column_key, published_on desc);

create table decision_count (
  agency_id uuid not null references agency (id),
  year int not null,
  kind text not null,
  value numeric not null,
  basis text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, year, kind)
);
comment on table decision_count is 'Numbers of section 二 that no case stands behind: permits, penalties, compulsion, fees (万元), with their basis.';

create table report (
  agency_id uuid not null references agency (id),
  year int not null,
  version int not null,
  format text not null,
  state text not null,
  source text not null,
  tables jsonb not null,
  prose jsonb not null,
  findings jsonb not null default '[]',
  facts_mark jsonb not null default '{}',
  explained jsonb not null default '{}',
  approved_by uuid,
  approved_on date,
  published_on date,
  updated_at timestamptz not null default now(),
  primary key (agency_id, year, version)
);
comment on table report is '年度报告: draft, submitted, approved or published. A published version is never rewritten; a restatement is a new version.';

create table counter (
  agency_id uuid not null references agency (id),
  series text not null,
  year int not null,
  value int not null,
  primary key (agency_id, series, year)
);
comment on table counter is 'Numbers without gaps, per agency, series and year.';

create table audit_head (
  agency_id uuid primary key references agency (id),
  seq int not null,
  hash text not null
);
comment on table audit_head is 'The end of each agency''s audit chain; locked while an entry is added.';

create table audit_entry (
  agency_id uuid not null references agency (id),
  seq int not null,
  at timestamptz not null,
  actor_id uuid not null,
  verb text not null,
  target text not null,
  detail jsonb not null,
  previous text not null,
  hash text not null,
  primary key (agency_id, seq)
);
comment on table audit_entry is '审计日志, chained by hash per agency; reads of personal data are entries too. Append-only. No personal data.';

create table store_fact (
  key text primary key,
  value text not null
);
comment on table store_fact is 'Facts about this store: the check of its key, whether it holds demonstration data.';

grant select, insert, update, delete on all tables in schema public to gongkai_app;
revoke update, delete, truncate on request_act, audit_entry from gongkai_app;
revoke delete, truncate on request_case, requester, letter, audit_head, report, command from gongkai_app;
