-- 案头: what an officer set up for the own work. Convenience, not record: rows that may be rewritten.

create table officer_desk (
  agency_id uuid not null references agency (id),
  officer_id uuid not null,
  guided boolean not null default true,
  feed_hash text unique,
  feed_opened_at timestamptz,
  primary key (agency_id, officer_id),
  foreign key (agency_id, officer_id) references officer (agency_id, id)
);
comment on table officer_desk is '案头设置: whether the next step is explained, and the address of the officer''s feed of due days, as a digest only.';
grant select, insert, update, delete on officer_desk to gongkai_app;

create table saved_filter (
  agency_id uuid not null references agency (id),
  id uuid not null,
  officer_id uuid not null,
  name text not null,
  query text not null,
  saved_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, officer_id, name),
  foreign key (agency_id, officer_id) references officer (agency_id, id)
);
comment on table saved_filter is '常用筛选 of the register, each officer''s own. query is what stands in the page''s address.';
grant select, insert, update, delete on saved_filter to gongkai_app;
