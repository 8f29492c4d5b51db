-- 公开渠道: where an agency's published information appears besides its column, and what became of each document there.

create table outlet (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null,
  name text not null,
  columns jsonb not null default '[]',
  settings jsonb not null default '{}',
  sealed_secret bytea,
  active boolean not null default true,
  created_on date not null,
  primary key (agency_id, id)
);
comment on table outlet is '公开渠道: an account, a folder, an address, a board. Never removed; one that is not used any more is not active.';
comment on column outlet.columns is 'The columns it carries; empty: all of them.';
comment on column outlet.settings is 'What the kind needs to know and anybody may see, such as an account''s AppID.';
comment on column outlet.sealed_secret is 'What the kind needs and nobody reads: written only.';
grant select, insert, update on outlet to gongkai_app;

create table outlet_item (
  agency_id uuid not null,
  outlet_id uuid not null,
  document_id uuid not null,
  state text not null,
  edition_id uuid,
  proof jsonb not null default '{}',
  attempts int not null default 0,
  next_try_at timestamptz,
  fault text,
  changed_at timestamptz not null default now(),
  primary key (agency_id, outlet_id, document_id),
  foreign key (agency_id, outlet_id) references outlet (agency_id, id),
  foreign key (agency_id, document_id) references document (agency_id, id)
);
comment on table outlet_item is 'One document at one outlet: planned, sent, confirmed, failed, byHand; leaving, leaveFailed, leaveByHand, withdrawn.';
comment on column outlet_item.proof is 'What the outlet calls it: article, address, file, receipt. Empty: it never got there.';
comment on column outlet_item.next_try_at is 'When the machine turns to it next; while it is at work, when its lease ends. Null: it does not.';
comment on column outlet_item.fault is 'A code, of the last try that failed; null after one that did not.';
create index outlet_item_due on outlet_item (next_try_at) where next_try_at is not null;
create index outlet_item_document on outlet_item (agency_id, document_id);
create index outlet_item_state on outlet_item (agency_id, state, changed_at desc);
grant select, insert, update on outlet_item to gongkai_app;

create table outlet_event (
  agency_id uuid not null,
  outlet_id uuid not null,
  document_id uuid not null,
  seq int not null,
  state text not null,
  actor_name text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  note text not null default '',
  proof jsonb not null default '{}',
  primary key (agency_id, outlet_id, document_id, seq),
  foreign key (agency_id, outlet_id, document_id) references outlet_item (agency_id, outlet_id, document_id)
);
comment on table outlet_event is '发布凭据: every change of what is at an outlet, with what proves it. Only ever added to.';
grant select, insert on outlet_event to gongkai_app;
