-- 附件和图片: files that are published with a document, each as it leaves the house: cleaned, and never changed afterwards.

create table edition_file (
  agency_id uuid not null references agency (id),
  id uuid not null,
  document_id uuid not null,
  hash text not null,
  kind text not null,
  size int not null check (size > 0),
  width int,
  height int,
  sealed bytea not null,
  root_id uuid not null,
  added_by uuid not null,
  added_on date not null,
  primary key (agency_id, id)
);
comment on table edition_file is 'A file of a document: which edition has it, under which title and in which order, stands in the edition. Only ever added to.';
comment on column edition_file.id is 'The id of the command that brought it: sent twice, it is there once.';
comment on column edition_file.sealed is 'Its text as far as one can be read, and what was found in it.';
comment on column edition_file.root_id is 'The file that it was made from by masking numbers; itself where it was made from none.';
create index edition_file_document on edition_file (agency_id, document_id);
create index edition_file_hash on edition_file (hash);
grant select, insert on edition_file to gongkai_app;

alter table document add column files jsonb not null default '[]';
comment on column document.files is 'The files published with it, in their order: id, title, description, kind, size, and of pictures width and height.';
