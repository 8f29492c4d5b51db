-- 更正与自身相关的政府信息记录 (条例第四十一条): a kind of its own, with its own register; no reply limit of Art 33, not in table 三.

create table amendment (
  agency_id uuid not null references agency (id),
  id uuid not null,
  number text not null,
  number_year int not null,
  number_serial int not null,
  subject text not null,
  via text not null,
  received_on date not null,
  requester_sealed bytea not null,
  content_sealed bytea not null,
  from_case uuid,
  result text,
  decided_on date,
  served_on date,
  primary key (agency_id, id),
  unique (agency_id, number),
  foreign key (agency_id, from_case) references request_case (agency_id, id)
);
comment on table amendment is '更正登记簿: one row for each request to amend a record about oneself; from_case is the request for information that it was converted from, with the requester''s consent.';

create table amendment_act (
  agency_id uuid not null,
  amendment_id uuid not null,
  seq int not null,
  kind text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  actor_id uuid not null,
  sealed bytea not null,
  primary key (agency_id, amendment_id, seq),
  foreign key (agency_id, amendment_id) references amendment (agency_id, id)
);
comment on table amendment_act is '更正事项的经过: received, decided (with the letter as issued) and served, sealed. Append-only; the primary key is the optimistic lock.';

grant select, insert, update on amendment to gongkai_app;
grant select, insert on amendment_act to gongkai_app;
