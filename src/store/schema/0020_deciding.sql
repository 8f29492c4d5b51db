-- 审查与授权: who wrote on a draft (none of them may review or approve it), and the head's written delegations.

alter table reply_draft add column drafters jsonb not null default '[]';
comment on column reply_draft.drafters is 'Ids of every officer who saved this draft: none of them may review or approve it.';

create table delegation (
  agency_id uuid not null references agency (id),
  id uuid not null,
  officer_id uuid not null,
  from_date date not null,
  to_date date not null,
  document text not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  revoked_on date,
  revoked_by uuid,
  primary key (agency_id, id)
);
comment on table delegation is '授权: the head lets a deputy approve replies from a day to a day, by a written document; revocable, never deleted.';

create table absence (
  agency_id uuid not null references agency (id),
  id uuid not null,
  officer_id uuid not null,
  deputy_id uuid not null,
  from_date date not null,
  to_date date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  ended_on date,
  primary key (agency_id, id)
);
comment on table absence is '外出与代理: while an officer is away the deputy gets the tasks.';

grant select, insert, update on delegation, absence to gongkai_app;
revoke delete, truncate on delegation, absence from gongkai_app;
