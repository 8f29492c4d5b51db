-- 更正材料种类: as what a paper of a case was filed before, who set it right and on which day.

create table file_kind_change (
  agency_id uuid not null references agency (id),
  file_id uuid not null,
  former text not null,
  kind text not null,
  on_date date not null,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  primary key (agency_id, file_id, changed_at),
  foreign key (agency_id, file_id) references stored_file (agency_id, id)
);
comment on table file_kind_change is '更正材料种类: the kind that a paper bore before, and the one it bears since. Rows are only added: the former kind stays to be read.';
grant select, insert on file_kind_change to gongkai_app;
