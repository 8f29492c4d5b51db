-- 签发: the head's written delegations for named kinds; what the superior wants to see of its units before it is public; steps passed over that wait for their later review.

create table release_delegation (
  agency_id uuid not null references agency (id),
  id uuid not null,
  officer_id uuid not null,
  columns jsonb not null,
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  document text not null,
  paper_hash text,
  paper_type text,
  granted_by uuid not null,
  granted_on date not null,
  granted_at timestamptz not null default now(),
  revoked_on date,
  revoked_by uuid,
  revoked_because text not null default '',
  primary key (agency_id, id),
  foreign key (agency_id, officer_id) references officer (agency_id, id)
);
comment on table release_delegation is '签发授权: the head lets a deputy release what is to be public, in writing, for named columns, from a day to a day; revocable, never deleted.';
comment on column release_delegation.columns is 'Keys of the columns that it covers; none that law keeps with the head.';
comment on column release_delegation.paper_hash is 'The scanned paper, in the store of contents; null where only its number is known.';
grant select, insert, update on release_delegation to gongkai_app;

create table superior_release (
  agency_id uuid not null references agency (id),
  id uuid not null,
  units jsonb not null default '[]',
  columns jsonb not null default '[]',
  who text not null,
  from_date date not null,
  to_date date,
  why text not null,
  set_by uuid not null,
  set_by_name text not null,
  set_on date not null,
  set_at timestamptz not null default now(),
  ended_by_name text,
  ended_on date,
  primary key (agency_id, id)
);
comment on table superior_release is '主管部门审定: which items of the units below the agency wants to see before they are public. Ended, never changed or deleted.';
comment on column superior_release.units is 'Ids of the units; empty: all below.';
comment on column superior_release.columns is 'Keys of the columns; empty: all.';
comment on column superior_release.who is 'head, or office: the head of the disclosure office.';
comment on column superior_release.to_date is 'The last day on which it is asked; null until it is ended.';
grant select, insert, update on superior_release to gongkai_app;

alter table edition
  add column superior_id uuid references agency (id),
  add column superior_who text,
  add column look_after jsonb not null default '[]';
comment on column edition.superior_id is 'The agency whose word it needs after the head’s, as asked on the day on which it was sent for review; null: none.';
comment on column edition.superior_who is 'head or office of that agency.';
comment on column edition.look_after is 'Steps that were passed over in an emergency and not looked at since.';
create index edition_superior on edition (superior_id, next_step) where superior_id is not null;
create index edition_look_after on edition (agency_id) where look_after <> '[]';

update edition e set look_after = passed_over.steps
from (
  select f.agency_id, f.edition_id, jsonb_agg(distinct f.step) as steps
  from edition_step f
  where f.kind = 'forced'
    and not exists (
      select 1 from edition_step later
      where later.agency_id = f.agency_id and later.edition_id = f.edition_id and later.seq > f.seq
        and (later.kind in ('submitted', 'returned') or (later.kind = 'lookedAfter' and later.step = f.step)))
  group by f.agency_id, f.edition_id
) as passed_over
where passed_over.agency_id = e.agency_id and passed_over.edition_id = e.id and e.state not in ('drafting', 'dropped');

alter table edition_step
  add column authority text not null default '',
  add column of_agency text not null default '';
comment on column edition_step.authority is 'The written delegation by which a deputy released, as it is named on paper; empty where the head did.';
comment on column edition_step.of_agency is 'The name of the agency whose step it was, where that is not the one that publishes.';
