-- 转为主动公开 (Art 44): proposals to the catalogue that come out of requests.

create table conversion_proposal (
  agency_id uuid not null,
  case_id uuid not null,
  information text not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_on date not null,
  result text,
  because text,
  document_id uuid,
  link text,
  decided_by uuid,
  decided_on date,
  primary key (agency_id, case_id),
  foreign key (agency_id, case_id) references request_case (agency_id, id)
);
comment on table conversion_proposal is '转为主动公开的建议: one for a request; result converted or declined, with the document or address, or the reason. Texts hold no names.';

grant select, insert, update on conversion_proposal to gongkai_app;
revoke delete, truncate on conversion_proposal from gongkai_app;
