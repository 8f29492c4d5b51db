-- 更正事项的证据和材料: what the requester shows, sealed; gone with the matter's personal data.

create table amendment_file (
  agency_id uuid not null references agency (id),
  amendment_id uuid not null,
  id uuid not null,
  kind text not null,
  hash text not null,
  sealed_name bytea not null,
  media_type text not null,
  size int not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, amendment_id) references amendment (agency_id, id)
);
comment on table amendment_file is '更正事项的材料, by content hash: evidence, 委托书 and the like. Rows are removed when the volume is destroyed.';
create index amendment_file_of on amendment_file (agency_id, amendment_id);
grant select, insert, delete on amendment_file to gongkai_app;
