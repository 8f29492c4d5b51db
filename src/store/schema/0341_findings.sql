-- 校对: what somebody did about a finding of the proof-reading, kept for the reviewers.

create table edition_finding (
  agency_id uuid not null,
  edition_id uuid not null,
  seq int not null,
  key text not null,
  what text not null,
  sealed bytea not null,
  actor_id uuid not null,
  actor_name text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  command_id uuid not null,
  primary key (agency_id, edition_id, seq),
  unique (agency_id, command_id),
  foreign key (agency_id, edition_id) references edition (agency_id, id)
);
comment on table edition_finding is '校对提示的处理: accepted (put into the text), dismissed (left as it is, for a reason) or reopened. Only ever added to; the last of a key holds.';
comment on column edition_finding.key is 'Names the finding, by a fingerprint; its words are sealed, since names of people may stand in them.';
grant select, insert on edition_finding to gongkai_app;
