-- 依据库: what an agency adds to the texts that come with the product.

create table basis_text (
  agency_id uuid not null references agency (id),
  id uuid not null,
  title text not null,
  number text not null,
  kind text not null,
  from_date date not null,
  to_date date,
  replaces text,
  articles int,
  body text not null,
  source text not null,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (agency_id, id)
);
comment on table basis_text is '依据库: documents of the agency, and texts that came after this version of the product, with the days on which they are in force.';
comment on column basis_text.replaces is 'The built-in key or the id of the text whose place it takes from its first day on.';
comment on column basis_text.to_date is 'The last day in force; a repeal writes it, nothing is ever deleted.';
grant select, insert, update on basis_text to gongkai_app;
