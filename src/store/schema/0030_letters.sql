-- 文书: proof sheets, the agency's own wording, numbering and seal.

alter table letter add column sheet bytea;
comment on column letter.sheet is '核对单 as of the issue, sealed: each element that law wants, where it stands and by which article. Null for letters of before.';
create index letter_issued on letter (agency_id, issued_on);

create table letter_wording (
  agency_id uuid not null references agency (id),
  code text not null,
  part text not null,
  from_date date not null,
  text text,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, code, part, from_date)
);
comment on table letter_wording is '文书用语: the agency''s own wording of one paragraph of one kind of letter, from a day on; null: the standard again. Versions are kept, a letter prints the one in force on its day.';

create table letter_numbering (
  agency_id uuid not null references agency (id),
  from_date date not null,
  words jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, from_date)
);
comment on table letter_numbering is '文书编号: which families of letters have a series of their own, from a day on, and its word; the others carry the request''s number.';

create table agency_seal (
  agency_id uuid not null references agency (id),
  from_date date not null,
  sealed bytea,
  media_type text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, from_date)
);
comment on table agency_seal is '印章图: the image of the agency''s seal, sealed, from a day on; null: letters are sealed by hand again.';

grant select, insert on letter_wording, letter_numbering, agency_seal to gongkai_app;
