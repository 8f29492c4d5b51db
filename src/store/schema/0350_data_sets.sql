-- 数据表: school directory, zones, fees, enrolment plan, aid, teacher qualification as rows, released with the document that shows them.

alter table edition add column data_kind text, add column data_period text;
comment on column edition.data_kind is '数据表: which kind of table it is; null for a text.';
comment on column edition.data_period is 'The year (2026) or the term (2026-spring, 2026-autumn) it is for.';
create index edition_data on edition (agency_id, data_kind, data_period) where data_kind is not null;

create table data_set (
  agency_id uuid not null,
  document_id uuid not null,
  edition_id uuid not null,
  kind text not null,
  period text not null,
  note text not null,
  rows jsonb not null,
  released_on date not null,
  against text not null default '',
  added int not null default 0,
  changed int not null default 0,
  removed int not null default 0,
  primary key (agency_id, document_id),
  unique (agency_id, kind, period),
  foreign key (agency_id, document_id) references document (agency_id, id),
  foreign key (agency_id, edition_id) references edition (agency_id, id)
);
comment on table data_set is '数据表 as it was last released: written with its document, read for the public only through open_documents. Former versions stay sealed in their editions.';
comment on column data_set.rows is 'The cells of each row by the key of their column; empty ones are absent.';
comment on column data_set.against is 'What it was compared with when it was released: the former version, or a former period; empty where there was none.';
comment on column data_set.added is 'Rows that the former one did not have; nothing is kept here of what the former one said.';
grant select, insert, update on data_set to gongkai_app;
