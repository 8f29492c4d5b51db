-- 导入的年度报告的来源: who brought it in and when, the cells that a person read, and the file itself.

create table report_original (
  agency_id uuid not null,
  year int not null,
  version int not null,
  hash text not null,
  sealed_name bytea not null,
  media_type text not null,
  size int not null,
  given jsonb not null,
  imported_by uuid not null,
  imported_on date not null,
  primary key (agency_id, year),
  foreign key (agency_id, year, version) references report (agency_id, year, version)
);
comment on table report_original is '原件: the file that an imported report was read from, by content hash, and who imported it. Its name is sealed, its content is sealed in the file store.';
comment on column report_original.given is 'Cells that the machine could not read surely and the importer filled in from the original.';
create index report_original_by_hash on report_original (hash);
grant select, insert on report_original to gongkai_app;
