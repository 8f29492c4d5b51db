-- 三重一大台账: what was decided together, whether it is made public and why not.

create table major_matter (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null,
  title text not null,
  decided_on date not null,
  decided_by text not null,
  regime text not null,
  openness text not null,
  reason text not null default '',
  item_id uuid,
  section_id uuid,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_on date not null,
  recorded_at timestamptz not null default now(),
  voided_by_name text,
  voided_on date,
  voided_because text,
  primary key (agency_id, id),
  foreign key (agency_id, item_id) references catalogue_item (agency_id, id)
);
comment on table major_matter is '三重一大: one row for each matter that was decided together. What was entered by mistake stays, with the reason.';
comment on column major_matter.regime is 'government: the decision is government information; party: it is not.';
comment on column major_matter.openness is 'public: its publication is due from the day of the decision; internal: it is not, for a reason.';
create index major_matter_decided on major_matter (agency_id, decided_on desc);
grant select, insert, update on major_matter to gongkai_app;
