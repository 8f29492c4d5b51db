-- 更正事项的归档和期满销毁, as for requests: a volume, a retention period, a list by one person, approved by another.

create table amendment_volume (
  agency_id uuid not null,
  number text not null,
  amendment_id uuid not null,
  year int not null,
  serial int not null,
  retention text not null,
  archived_on date not null,
  due_on date,
  pieces int not null,
  made_at timestamptz not null default now(),
  primary key (agency_id, number),
  unique (agency_id, amendment_id),
  foreign key (agency_id, amendment_id) references amendment (agency_id, id)
);
comment on table amendment_volume is '更正事项的案卷, numbered in one series with those of requests (case_volume).';
comment on column amendment_volume.due_on is 'From this day on its personal data may be erased; null for 永久.';
grant select, insert on amendment_volume to gongkai_app;

create table erasure_amendment (
  agency_id uuid not null,
  erasure_id uuid not null,
  amendment_id uuid not null,
  volume text not null,
  erased_at timestamptz,
  primary key (agency_id, erasure_id, amendment_id),
  foreign key (agency_id, erasure_id) references erasure (agency_id, id),
  foreign key (agency_id, amendment_id) references amendment (agency_id, id)
);
comment on table erasure_amendment is 'The matters of amendment of a list; erased_at is when their personal data went. Number, dates and result stay.';
create index erasure_amendment_amendment on erasure_amendment (agency_id, amendment_id);
grant select, insert, update on erasure_amendment to gongkai_app;

-- As in 0090: at the end of retention the sealed column is replaced by an erased mark, and nothing else of the act.
grant update (sealed) on amendment_act to gongkai_app;
comment on table amendment_act is '更正事项的经过: received, evidenced, proposed (拟稿送审), returned, decided (with the letter as issued), served and archived, sealed. Append-only but for erasure; whoever writes locks the matter first.';
