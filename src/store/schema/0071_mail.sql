-- 邮件: who wishes to be told by e-mail, and what is to be sent. Nothing of it says what was asked or by whom.

create table mail_wish (
  agency_id uuid not null,
  case_id uuid not null,
  sealed bytea not null,
  since date not null,
  primary key (agency_id, case_id),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table mail_wish is 'The requester wishes reminders by e-mail; the address is sealed. The row goes when the wish is revoked.';
grant select, insert, update, delete on mail_wish to gongkai_app;

create table digest_wish (
  agency_id uuid not null,
  officer_id uuid not null,
  sealed bytea not null,
  primary key (agency_id, officer_id),
  foreign key (agency_id, officer_id) references officer (agency_id, id)
);
comment on table digest_wish is 'The officer wishes a digest each working morning; the address is sealed.';
grant select, insert, update, delete on digest_wish to gongkai_app;

create table mail_outbox (
  agency_id uuid not null references agency (id),
  id uuid not null,
  case_id uuid,
  officer_id uuid,
  kind text not null,
  about text not null,
  sealed bytea,
  state text not null default 'waiting',
  attempts int not null default 0,
  fault text,
  next_try_at timestamptz not null default now(),
  written_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique nulls not distinct (agency_id, case_id, officer_id, kind, about)
);
comment on table mail_outbox is '待发邮件, written in the deed''s own transaction: waiting, sent or failed. Sealed until it is sent, then emptied.';
comment on column mail_outbox.about is 'What tells one mail of a kind from the next: the act''s number or the day; the same is sent once.';
comment on column mail_outbox.fault is 'The last fault''s code: never its text, which may repeat the address.';
create index mail_outbox_waiting on mail_outbox (next_try_at) where state = 'waiting';
create index mail_outbox_case on mail_outbox (agency_id, case_id);
grant select, insert, update, delete on mail_outbox to gongkai_app;
