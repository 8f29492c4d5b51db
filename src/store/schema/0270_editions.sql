-- 发布审核: what is to be published is drafted as an edition, reviewed step by step, released by the head; document holds what stands published.

create table edition (
  agency_id uuid not null references agency (id),
  id uuid not null,
  document_id uuid not null,
  seq int not null check (seq > 0),
  title text not null,
  column_key text not null,
  attribute text not null,
  section_id uuid,
  state text not null,
  next_step text,
  sealed_content bytea not null,
  digest text not null,
  authors jsonb not null,
  version int not null default 1,
  review_on date,
  started_on date not null,
  updated_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, document_id, seq)
);
comment on table edition is '一稿: one text on its way to publication. Several editions of one document follow each other; the content is sealed, since what is taken out before release may be personal.';
comment on column edition.state is 'drafting, inReview, released, kept (decided not to be published), dropped.';
comment on column edition.next_step is 'The step of review that is waited for; null while none is.';
comment on column edition.digest is 'Of the content that reviewers saw: a step holds for the very text it names.';
comment on column edition.authors is 'Everyone who wrote at it: none of them reviews it for secrecy, nor approves it.';
comment on column edition.version is 'Counts the savings and steps: who did not see the last one is told.';
comment on column edition.review_on is 'Reg. 18: by when information that was not published is looked at again.';
create index edition_waiting on edition (agency_id, state, next_step);
create index edition_updated on edition (agency_id, updated_at desc);
grant select, insert, update on edition to gongkai_app;

create table edition_step (
  agency_id uuid not null,
  edition_id uuid not null,
  seq int not null,
  kind text not null,
  step text,
  digest text not null,
  actor_id uuid not null,
  actor_name text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  note text not null default '',
  delegation text,
  command_id uuid not null,
  primary key (agency_id, edition_id, seq),
  unique (agency_id, command_id),
  foreign key (agency_id, edition_id) references edition (agency_id, id)
);
comment on table edition_step is '审查呈批单: who did what on the way to publication, and of which text. Only ever added to.';
comment on column edition_step.kind is 'submitted, passed, returned, forced, lookedAfter, released, kept, withdrawn, dropped.';
grant select, insert on edition_step to gongkai_app;

alter table document
  add column edition_id uuid,
  add column audience text not null default 'society',
  add column stage text,
  add column shown_until date,
  add column withdrawn_on date,
  add column withdrawn_because text;
comment on column document.edition_id is 'The edition that stands published; null for what was published before it was kept here.';
comment on column document.audience is 'society, or staff: what only the agency’s own people read never reaches the public side.';
comment on column document.stage is '五公开: decision, execution, management, service or result; null where it belongs to none.';
comment on column document.shown_until is '公示期 ends: the last day on which the public reads it; null without such a day.';
comment on column document.withdrawn_on is 'Taken back: the address then tells that and why.';

create function open_documents(day date) returns setof document
  language sql stable parallel safe
  as $$
    select * from document
    where published_on <= day and audience = 'society' and withdrawn_on is null and (shown_until is null or shown_until >= day)
  $$;
comment on function open_documents is 'What the public may read on a day. Every reader for the public asks here and nowhere else.';

create table edition_unmasked (
  agency_id uuid not null,
  edition_id uuid not null,
  digest text not null,
  sealed_content bytea not null,
  kept_by uuid not null,
  kept_on date not null,
  kept_at timestamptz not null default now(),
  primary key (agency_id, edition_id, digest),
  foreign key (agency_id, edition_id) references edition (agency_id, id)
);
comment on table edition_unmasked is '遮盖前的原稿: sealed; read only by whoever may see personal data, and each reading is on record.';
grant select, insert on edition_unmasked to gongkai_app;
