-- 上级目录: what a unit did about an item that stands in the catalogue of the body above it.

create table catalogue_decision (
  agency_id uuid not null references agency (id),
  seq bigint generated always as identity,
  parent_agency_id uuid not null,
  parent_item_id uuid not null,
  parent_seq int not null,
  item_id uuid,
  decision text not null,
  because text not null default '',
  actor_id uuid not null,
  actor_name text not null,
  on_date date not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, seq),
  foreign key (parent_agency_id, parent_item_id) references catalogue_item (agency_id, id),
  foreign key (agency_id, item_id) references catalogue_item (agency_id, id)
);
comment on table catalogue_decision is 'The last one of a unit about an item of the body above holds. Only ever added to.';
comment on column catalogue_decision.parent_seq is 'The version of the superior''s item that was decided on: a later one is to be decided anew.';
comment on column catalogue_decision.item_id is 'The unit''s own item; null where it took none.';
comment on column catalogue_decision.decision is 'taken: as the superior has it; kept: as the unit has it, or not at all, for a reason.';
create index catalogue_decision_parent on catalogue_decision (parent_agency_id, parent_item_id);
grant select, insert on catalogue_decision to gongkai_app;
