-- 应公开清单: what happened, and what people noted of a duty. What is due is worked out from these each time and stored nowhere.

create table duty_event (
  agency_id uuid not null references agency (id),
  id uuid not null,
  item_id uuid not null,
  trigger_key text not null,
  on_date date not null,
  what text not null,
  actor_id uuid not null,
  actor_name text not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, item_id) references catalogue_item (agency_id, id)
);
comment on table duty_event is 'Something happened under an item of the catalogue that has to be published. Only ever added to.';
comment on column duty_event.trigger_key is 'Which of the item''s triggers it is.';
grant select, insert on duty_event to gongkai_app;

create table duty_note (
  agency_id uuid not null references agency (id),
  seq bigint generated always as identity,
  duty_key text not null,
  kind text not null,
  document_id uuid,
  because text not null default '',
  actor_id uuid not null,
  actor_name text not null,
  on_date date not null,
  command_id uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (agency_id, seq),
  unique (agency_id, command_id)
);
comment on table duty_note is 'notApplicable: does not apply this time, and why; covered: this document covers it; open: neither, after all. Only ever added to.';
comment on column duty_note.duty_key is 'item.trigger.year, or event.id: the same for the same duty on every day.';
grant select, insert on duty_note to gongkai_app;

alter table edition add column duty_key text not null default '';
alter table edition add column formed_on date;
alter table document add column duty_key text not null default '';
comment on column edition.duty_key is 'The duty that it is written for; empty where it is for none.';
comment on column edition.formed_on is '成文日期, from which Reg. 26 counts.';
comment on column document.duty_key is 'The duty that it covers; empty where it was published for none.';
