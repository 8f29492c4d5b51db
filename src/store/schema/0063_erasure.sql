-- 销毁: who proposed and who approved that the personal data of which cases be erased. The cases' acts and counts stay.

create table erasure (
  agency_id uuid not null references agency (id),
  id uuid not null,
  proposed_by uuid not null,
  proposed_on date not null,
  basis text not null,
  approved_by uuid,
  approved_on date,
  rejected_because text,
  primary key (agency_id, id)
);
comment on table erasure is '销毁清册: a list proposed by one person and approved by another.';
grant select, insert, update on erasure to gongkai_app;

create table erasure_case (
  agency_id uuid not null,
  erasure_id uuid not null,
  case_id uuid not null,
  volume text not null,
  erased_at timestamptz,
  primary key (agency_id, erasure_id, case_id),
  foreign key (agency_id, erasure_id) references erasure (agency_id, id),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table erasure_case is 'The cases of a list; erased_at is when their personal data went.';
create index erasure_case_case on erasure_case (agency_id, case_id);
grant select, insert, update on erasure_case to gongkai_app;
