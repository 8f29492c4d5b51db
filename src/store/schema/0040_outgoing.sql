-- 答复附件: the files that leave with a reply, each checked before it may.

create table outgoing_file (
  agency_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  source_file_id uuid not null,
  made_file_id uuid,
  state text not null check (state in ('blocked', 'checked', 'cleared', 'overridden', 'withdrawn')),
  version int not null default 1,
  sealed bytea not null,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references request_case (agency_id, id),
  foreign key (agency_id, source_file_id) references stored_file (agency_id, id),
  foreign key (agency_id, made_file_id) references stored_file (agency_id, id)
);
comment on table outgoing_file is '答复附件: a file that leaves with a reply. blocked and checked wait for somebody; cleared was looked at; overridden leaves in spite of findings, on a named person''s responsibility; withdrawn does not leave. No reply goes out while one waits.';
comment on column outgoing_file.made_file_id is 'The file as it leaves, where it was cleaned or blacked out; the original stays.';
comment on column outgoing_file.sealed is 'What was found before and after, boxes with their grounds, what the machine compared, the reason of an override.';
comment on column outgoing_file.version is 'Counts changes: a decision names the version that was looked at.';
create index outgoing_file_case on outgoing_file (agency_id, case_id);

grant select, insert, update on outgoing_file to gongkai_app;
